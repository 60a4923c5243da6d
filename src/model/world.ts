/** What is known while the tables are read, and how a cell finds what it refers to. */
import type { Place, ProblemParams, Problems } from '../problems.ts';
import { isSummary } from '../read/aside.ts';
import { formatColumn, type TableName } from '../read/headers.ts';
import { findNear, suggestionParams } from '../read/nearest.ts';
import type { Folder, YamlSource } from '../read/rows.ts';
import { splitCell } from '../read/split.ts';
import { formatSetting } from '../read/yamlWord.ts';
import { findSpreadsheetFault, isNothing } from './columnPlan.ts';
import type { PortalConfig } from './config.ts';
import { twoDigits } from './days.ts';
import { createNames, findByName, findKnown, foldName, isPassedOver, type Names } from './names.ts';
import { type Cadence, getNotations, type Period, parsePeriod } from './period.ts';
import type { Document, Indicator, Membership, Session, Unit } from './portal.ts';
import type { ProgrammeSpec } from './programmeSchema.ts';
import type { Repeated } from './repeated.ts';
import type { RowContext } from './rowContext.ts';
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

/** Params of a message that suggests a word, of a fault that no other row repeats (see `reportRepeated`). */
export function singleParams(nearest: string | null): ProblemParams {
  return { rows: 1, also: '', event: 0, ...suggestionParams(nearest) };
}

const INVISIBLE = /\p{Cf}/gu;
/** The units or documents that a cell names, where it names several and knows them all; and whether `split` would find them. */
function findParts(names: Names, text: string): { readonly parts: readonly string[]; readonly split: 0 | 1 } | null {
  const areKnown = (parts: readonly string[]): boolean => parts.length > 1 && parts.every((part) => findKnown(names, part) !== undefined);
  const parts = splitCell(text);
  if (areKnown(parts)) return { parts, split: 1 };
  const others = text.split(/[、，,;；/／\s]+/).filter((part) => part !== '');
  return areKnown(others) ? { parts: others, split: 0 } : null;
}

/** Tables whose rows have ids of their own: rows that are made of one would have the same. */
const NUMBERED: ReadonlySet<TableName> = new Set<TableName>(['appeals', 'awards', 'corrections', 'filings']);

/** Tables that a reference may point into, whatever its programme. */
const WHOLE: Readonly<Record<string, TableName>> = { task: 'tasks', document: 'documents', award: 'awards', correction: 'corrections' };

/**
 * The id that a cell refers to; null after reporting `<thing>-unknown` or `name-ambiguous`, and for a blank.
 * `part`: the piece of the cell that is meant, where it holds a list.
 */
export function resolve(names: Names, thing: string, text: string | null, row: RowContext, column: string, part?: string): string | null {
  if (text === null || text === '') return null;
  const known = findKnown(names, text);
  if (known !== undefined) return known;
  if (isPassedOver(names, text)) return null;
  const table = names.ids.size === 0 ? WHOLE[thing] : undefined;
  if (table) {
    row.faultOnce('table-without-rows', column, { to: table }, table);
    return null;
  }
  const found = findByName(names, text);
  const shown = part === undefined ? {} : { value: part, part };
  const clean = text.replace(INVISIBLE, '');
  const several = thing === 'unit' || thing === 'document' ? findParts(names, text) : null;
  if ('several' in found) row.faultOnce('name-ambiguous', column, { ...shown, ids: found.several });
  else if (clean !== text && findKnown(names, clean) !== undefined) row.faultOnce('name-invisible', column, { ...shown, clean });
  else if (isNothing(text)) row.faultOnce('cell-nothing', column, shown);
  else if (several && thing === 'document') row.faultOnce('document-several', column, { ...shown, parts: several.parts });
  else if (several) {
    const split = several.split && !NUMBERED.has(row.source.table) ? 1 : 0;
    row.faultOnce('unit-several', column, { ...shown, ...several, split, example: split ? formatSetting(row.source, `split: [${column}]`) : '' });
  } else if (thing === 'unit' && isSummary(text)) row.faultOnce('unit-summary', column, shown);
  else row.faultOnce(`${thing}-unknown`, column, { ...shown, ...suggestionParams('nearest' in found ? found.nearest : null) });
  return null;
}

/** The id of the unit that a cell refers to; null after a fault, and for a blank. */
export function resolveUnit(world: World, text: string | null, row: RowContext, column = 'unit'): string | null {
  return resolve(world.unitNames, 'unit', text, row, column);
}

/** The id of the document that a row refers to; null after a fault, and for a blank. */
export function resolveDocument(world: World, text: string | null, row: RowContext): string | null {
  return resolve(world.documentNames, 'document', text, row, 'document');
}

/** Keeps the words of a row whose programme is not known: it may be of any, and what refers to it is passed over. */
export function loseRow(lost: Set<string>, row: RowContext, words: readonly string[]): void {
  if (row.isFaulty('programme')) for (const word of words) lost.add(foldName(word));
}

/** The programme of a row; null after a fault, or when the programme's own file is at fault. */
export function resolveProgramme(world: World, text: string | null, row: RowContext): ProgrammeDraft | null {
  const id = resolve(world.programmeNames, 'programme', text, row, 'programme');
  return id === null ? null : (world.programmeById.get(id) ?? null);
}

/** The period of a text in a programme, remembered; null when it is none. */
export function findPeriod(draft: ProgrammeDraft, text: string): Period | null {
  const known = draft.periods.get(text);
  if (known !== undefined) return known;
  const named = findKnown(draft.sessionNames, text);
  const session = named === undefined ? undefined : draft.sessionPeriods.get(named.toLowerCase());
  const period = session ?? parsePeriod(text, { yearStarts: draft.yearStarts, sessions: draft.sessionPeriods });
  draft.periods.set(text, period);
  return period;
}

/** A year that spans two calendar years begins in a month that somebody must say, and that is not January. `undefined`: nobody knows what is said. */
export function splitYears(yearStarts: number | null | undefined): SplitYears {
  return { fault: yearStarts === null ? 'fiscal-year-unsaid' : yearStarts === 1 ? 'fiscal-year-january' : null, told: false };
}

/** Tells, at the first row of all, that a split year cannot be dated. */
export function checkSplitYear({ splitYears: years }: ProgrammeDraft, { kind }: Period, row: RowContext, column: string): void {
  if (years.fault === null || years.told || (kind !== 'fiscal' && kind !== 'fiscal_quarter')) return;
  years.told = true;
  row.fault(years.fault, column);
}

/** How sessions are usually called; no other period begins with a letter. */
const SESSION = /^[a-z][\w-]*$/i;

/** The period that a cell means in a programme; null after a fault, and for a blank. */
export function resolvePeriod(draft: ProgrammeDraft, text: string | null, row: RowContext, column = 'period'): Period | null {
  if (text === null || text === '') return null;
  const period = findPeriod(draft, text);
  if (period) {
    row.warnIfFar(column, period.end);
    checkSplitYear(draft, period, row, column);
  }
  if (period || (isPassedOver(draft.sessionNames, text) && SESSION.test(text))) return period;
  if (draft.sessions.length > 0 && SESSION.test(text))
    row.faultOnce('session-unknown', column, suggestionParams(findNear(text, draft.sessionNames.ids.values())));
  else reportPeriod(text, row, column, draft.cadence, (written) => findPeriod(draft, written));
  return null;
}

/** 2024.1, and Jan-24: what spreadsheet programs make of a month. */
const REWRITTEN =
  /^(?:\d{4}\.\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2}|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i;

/** Months of one year that make no period: 2023年6-7月. */
const STRETCH = /^\d{4}年\s?\d{1,2}月?\s?[-–—~至到]\s?\d{1,2}月份?$|^\d{4}-\d{2}\.\.\d{2}$/;

/** Tells of a text that is no period: because its year is missing (二季度, Q2), or altogether. */
export function reportPeriod(text: string, row: RowContext, column: string, cadence: Cadence | null, find: (text: string) => Period | null): void {
  const written = /^[A-Za-z]/.test(text) ? `2023-${text}` : `2023年${text}`;
  const period = find(written);
  const isMapped = row.source.isMapped;
  const spoilt = findSpreadsheetFault(text);
  if (isNothing(text)) row.faultOnce('cell-nothing', column);
  else if (period) {
    // One rule mends all cells that lack the year, in whichever column of the file.
    const replacement = isMapped ? `{ ${column}: [{ matches: '^(?!\\d{4})(.+)$', to: ${written.slice(0, -text.length)}$1 }] }` : '';
    const params = { examples: [...new Set([written, period.id])], replacement };
    row.faultOnce('period-without-year', column, params, isMapped ? '' : text);
  } else if (spoilt) row.faultOnce(spoilt, column);
  else if (REWRITTEN.test(text)) row.faultOnce('period-rewritten', column, { decimal: text.includes('.') ? 1 : 0 });
  else if (STRETCH.test(text.normalize('NFKC'))) {
    row.faultOnce('period-stretch', column, { examples: getNotations(cadence), session: cadence === 'session' || column === 'reviews' ? 1 : 0 });
  } else row.faultOnce('period-unknown', column, { examples: getNotations(cadence), ...suggestionParams(suggestPeriod(text, find)) });
}

/** Two digits of a year are of this century. */
const CENTURY = 2000;

/** Writings that are no period, and the one or two that each was probably meant to be. */
const SUGGESTIONS: readonly (readonly [RegExp, (match: readonly string[]) => readonly string[]])[] = [
  [/^(\d{4})[-–—](\d{2})$/, ([, first, last]) => suggestYears(Number(first), Number(last))],
  [/^(?:(Q[1-4])[-/,]?)?(?:FY)?(\d{2})[-/](\d{2})$/i, ([, quarter, first, last]) => suggestSplit(CENTURY + Number(first), Number(last), quarter)],
  [/^(?:FY)?(\d{2})[-/](\d{2})[-/,]?(Q[1-4])$/i, ([, first, last, quarter]) => suggestSplit(CENTURY + Number(first), Number(last), quarter)],
  [/^([QH][1-4])[-/'’]?(\d{2})$/i, ([, part, year]) => [`${CENTURY + Number(year)}-${part}`]],
  [/^(?:quarter|qtr\.?)([1-4]),?(?:of)?(\d{4}(?:\/\d{2})?)$/i, ([, n, year]) => [`${year}-Q${n}`]],
  [/^([1-4])(?:st|nd|rd|th)(?:quarter|qtr\.?),?(?:of)?(\d{4}(?:\/\d{2})?)$/i, ([, n, year]) => [`${year}-Q${n}`]],
  [/^([A-Za-z]{3,9})\.?['’]?(\d{2})$/, ([, name, year]) => [`${name} ${CENTURY + Number(year)}`]],
  [/^FY(\d{2}|\d{4})$/i, ([, year]) => [-1, 0].map((by) => formatSplit((Number(year) % 100) + CENTURY + by))],
];

function formatSplit(year: number): string {
  return `${year}/${twoDigits((year + 1) % 100)}`;
}

function suggestSplit(first: number, last: number, quarter: string | undefined): readonly string[] {
  if (last !== (first + 1) % 100) return [];
  return [quarter === undefined ? formatSplit(first) : `${formatSplit(first)}-${quarter.toUpperCase()}`];
}

/** `2018-19` is not a month, but probably a split year; `2010-14` several years together. */
function suggestYears(first: number, last: number): readonly string[] {
  const years = (last - (first % 100) + 100) % 100;
  if (years === 0 || years > 20) return [];
  return [years === 1 ? formatSplit(first) : `${first}..${first + years}`];
}

/** What a text was probably meant to be, in its own notation. */
function suggestPeriod(text: string, find: (text: string) => Period | null): readonly string[] {
  const written = text.normalize('NFKC').replace(/\s+/g, '');
  for (const [pattern, suggest] of SUGGESTIONS) {
    const match = pattern.exec(written);
    if (match) return suggest(match).flatMap((one) => find(one)?.id ?? []);
  }
  return [];
}

/** Keeps the first place of each key and reports the rows that repeat one. Ids are compared without case. */
export function createKeys(): Map<string, { readonly place: Place; readonly content: string | null }> {
  return new Map();
}

/** Whether the row is the first with this key. A source that makes ids out of names may repeat whole rows in silence. */
export function isFirst(keys: ReturnType<typeof createKeys>, key: string, row: RowContext, column: string): boolean {
  const folded = key.toLowerCase();
  const first = keys.get(folded);
  if (!first) {
    keys.set(folded, { place: row.place(), content: row.content() });
    return true;
  }
  if (first.content === null || first.content !== row.content()) reportRepeat(row, column, first.place, key);
  return false;
}

/** Tables whose rows may come again with another revision. */
const REVISED: ReadonlySet<string> = new Set(['scores', 'observations']);

/** `same`: whether the row repeats another's id, or all that it says. */
export function reportRepeat(row: RowContext, column: string, first: Place, key: string, same: 'id' | 'whole' = 'id'): void {
  const revisable = REVISED.has(row.source.table);
  const params = { key, file: first.file, line: first.line ?? 0, revisable: revisable ? 1 : 0, whole: same === 'whole' ? 1 : 0 };
  // Two words for one unit can only be what makes a row come again where it names a unit.
  const all = { ...params, ...(revisable ? {} : { fill: '' }), ...(row.source.columns.includes('unit') ? {} : { mapped: 0 }) };
  // A file that was copied repeats every row of the other.
  if (first.file !== row.source.file) row.faultOnce('row-duplicate', column, all, first.file);
  else row.fault('row-duplicate', column, all);
}

/** Whether a row stands there already, the same in all that it says (`said`): it would count, or be printed, twice. `columns` name it. */
export function repeatsWhole(first: Map<string, Place>, said: object, row: RowContext, columns: readonly [string, ...string[]]): boolean {
  if (row.isFaulty()) return false;
  const key = JSON.stringify(said);
  const before = first.get(key);
  if (before) reportRepeat(row, columns[0], before, columns.map((column) => row.text(column)).join(' '), 'whole');
  else first.set(key, row.place());
  return before !== undefined;
}

/** A column of a table as its file calls it, or as the portal's first language would. */
export function nameColumn({ folder, languages }: World, table: TableName, column: string): string {
  const headers = folder.tables.filter((source) => source.table === table).map((source) => source.headers[source.columns.indexOf(column)]);
  return headers.find((header) => header !== undefined) ?? formatColumn(table, column, languages[0] ?? 'en');
}

type DatedColumn = readonly [column: string, date: string | null];

/** Reports an end that lies before its beginning, and says whether one does; where several do, it is the beginning that lies too late. */
export function checkOrder(row: RowContext, [column, from]: DatedColumn, ...ends: readonly DatedColumn[]): boolean {
  const early = ends.flatMap(([end, to]) => (from && to && to < from ? [{ end, to }] : []));
  const [first] = early;
  if (!from || !first) return false;
  if (early.length === 1) row.fault('dates-reversed', first.end, { to: first.to, other: row.nameOf(column), from });
  else row.fault('date-too-late', column, { from, others: early.map(({ end, to }) => `${row.nameOf(end)} ${to}`) });
  return true;
}

/** A reference to a row that may come later: kept with its place until all rows are read. */
export interface PendingReference {
  readonly text: string;
  readonly header: string;
  readonly place: Place;
}

/** A reference to be resolved by `resolvePending`; null for a blank. */
export function postpone(text: string | null, row: RowContext, column: string): PendingReference | null {
  if (text === null || text === '') return null;
  return { text, header: row.nameOf(column), place: row.at(column) };
}

/** The id that a postponed reference means; null after reporting `<thing>-unknown` or `name-ambiguous`. */
export function resolvePending(world: World, names: Names, thing: string, pending: PendingReference | null): string | null {
  if (!pending) return null;
  const { text, header, place } = pending;
  if (isPassedOver(names, text)) return null;
  const found = findByName(names, text);
  if ('id' in found) return found.id;
  const params = { header, value: text, rows: 1, also: '' };
  if ('several' in found) world.problems.error('name-ambiguous', place, { ...params, ids: found.several });
  else world.problems.error(`${thing}-unknown`, place, { ...params, ...suggestionParams(found.nearest) });
  return null;
}
