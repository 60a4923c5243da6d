/** What is known while the tables are read, and how a cell finds what it refers to. */
import type { Problems } from '../problems.ts';
import { formatColumn, type TableName } from '../read/headers.ts';
import type { Folder, YamlSource } from '../read/rows.ts';
import type { PortalConfig } from './config.ts';
import { createNames, type Names } from './names.ts';
import type { Cadence, Period } from './period.ts';
import type { Document, Indicator, Membership, Session, Unit } from './portal.ts';
import type { ProgrammeSpec } from './programmeSchema.ts';
import type { Repeated } from './repeated.ts';
import type { Lang } from './text.ts';

/** Whether periods like 2018/19 can be dated: what is wrong, else null; and whether it was told. Shared by programmes that do not say it themselves. */
interface SplitYears {
  readonly fault: string | null;
  told: boolean;
}

/** A programme while it is read. */
export interface ProgrammeDraft {
  readonly id: string;
  readonly spec: ProgrammeSpec;
  readonly source: YamlSource;
  readonly yearStarts: number;
  readonly splitYears: SplitYears;
  readonly cadence: Cadence | null;
  readonly memberships: Membership[];
  /** Groups made out of memberships: id → name. */
  readonly foundGroups: Map<string, string>;
  readonly groups: Names;
  readonly indicators: Indicator[];
  /** Of these it is not known to which dimension they belong, or how much they weigh and when: their row is at fault there. */
  readonly unsureIndicators: Set<string>;
  readonly indicatorNames: Names;
  readonly dimensions: Names;
  readonly instruments: Names;
  readonly sessions: Session[];
  readonly sessionNames: Names;
  readonly sessionPeriods: Map<string, Period>;
  readonly periods: Map<string, Period | null>;
}

export interface World {
  readonly folder: Folder;
  readonly problems: Problems;
  readonly config: PortalConfig;
  readonly languages: readonly Lang[];
  /** The day on which the folder is read. */
  readonly today: string;
  /** The as-of date where it is given as a day; else today, after which it cannot be. */
  readonly lastDay: string;
  readonly units: Unit[];
  readonly unitNames: Names;
  readonly documents: Map<string, Document>;
  readonly documentNames: Names;
  readonly splitYears: SplitYears;
  readonly programmes: ProgrammeDraft[];
  readonly programmeById: Map<string, ProgrammeDraft>;
  /** Also the ids of programmes whose file is at fault: their rows are passed over in silence. */
  readonly programmeNames: Names;
  readonly tasks: Names;
  readonly awards: Names;
  readonly corrections: Names;
  /** By table, the folded words of rows whose programme is not known. */
  readonly lost: Readonly<Record<'indicators' | 'sessions' | 'memberships', Set<string>>>;
  /** Files of programmes that do not say their name: it may be what others call them by. */
  readonly namelessProgrammes: Set<string>;
  /** Tables of which a row does not say its id, or one that cannot be: it may be what others refer to. */
  readonly nameless: Set<TableName>;
  /** Faults that every table would repeat, until all are read. */
  readonly repeated: Map<string, Repeated>;
}

/** A world in which nothing was read yet. */
export function createWorld(folder: Folder, problems: Problems, config: PortalConfig, { today, lastDay }: Pick<World, 'today' | 'lastDay'>): World {
  const nameless = new Set<TableName>();
  const namelessProgrammes = new Set<string>();
  const isUnsure = (table: TableName): boolean => folder.unread.has(table) || nameless.has(table);
  const names = (table: TableName): Names => createNames(() => isUnsure(table));
  // Old names stand among the events.
  const unitNames = createNames(() => isUnsure('units') || isUnsure('unit_events') || unitNames.ids.size === 0);
  return {
    folder,
    problems,
    config,
    languages: config.languages,
    today,
    lastDay,
    units: [],
    unitNames,
    documents: new Map(),
    documentNames: names('documents'),
    splitYears: splitYears(config.yearStartsSaid),
    programmes: [],
    programmeById: new Map(),
    programmeNames: createNames(() => folder.unreadProgrammes.length > 0 || namelessProgrammes.size > 0),
    namelessProgrammes,
    tasks: names('tasks'),
    awards: names('awards'),
    corrections: names('corrections'),
    lost: { indicators: new Set(), sessions: new Set(), memberships: new Set() },
    nameless,
    repeated: new Map(),
  };
}

/** A year that spans two calendar years begins in a month that somebody must say, and that is not January. `undefined`: nobody knows what is said. */
export function splitYears(yearStarts: number | null | undefined): SplitYears {
  return { fault: yearStarts === null ? 'fiscal-year-unsaid' : yearStarts === 1 ? 'fiscal-year-january' : null, told: false };
}

/** A column of a table as its file calls it, or as the portal's first language would. */
export function nameColumn({ folder, languages }: World, table: TableName, column: string): string {
  const headers = folder.tables.filter((source) => source.table === table).map((source) => source.headers[source.columns.indexOf(column)]);
  return headers.find((header) => header !== undefined) ?? formatColumn(table, column, languages[0] ?? 'en');
}
