/** Where a row stands, and how its faults are told: one object a source, which goes from row to row. */
import type { Place, ProblemParams, Problems } from '../problems.ts';
import { isBlankToken } from '../read/cell.ts';
import { formatColumn, type TableName } from '../read/headers.ts';
import { FIGURES } from '../read/plan.ts';
import type { RowPlace, RowSource } from '../read/rows.ts';
import type { PortalConfig } from './config.ts';
import { showUnsafe } from './id.ts';
import { type Repeated, repeatFault, reportRepeated } from './repeated.ts';
import type { Lang } from './text.ts';

/** Where a row stands, and how to report a fault in it. Good only while the row is visited. */
export interface RowContext {
  readonly line: number;
  readonly source: RowSource;
  /** Whether the row is at fault and its source reports such rows: it is to be left out. */
  readonly failed: boolean;
  place(): Place;
  at(column: string): Place;
  /** A column as the file calls it, or as the portal's first language would. */
  nameOf(column: string): string;
  /** The text of a cell as it stands in the file. */
  text(column: string): string;
  /**
   * Whether a cell says nothing, as far as is known: blank, or a word for nothing (— / 无 N/A). A cell at fault does say something, and so
   * may one whose column is missing from a file with a header at fault.
   */
  isBlank(column: string): boolean;
  /** Whether a fault of the row was told, or of one of its cells: a value may then be a stand-in, and nothing follows from it. */
  isFaulty(column?: string): boolean;
  /** A fault of this row; `header` and `value` are filled in. */
  fault(code: string, column: string, params?: ProblemParams): void;
  warn(code: string, column: string, params?: ProblemParams): void;
  /**
   * A fault of a word that many rows may repeat: reported once a file, at its first row, with the number of rows. `alike`: what rows of the
   * same fault have in common, where it is not the cell.
   */
  faultOnce(code: string, column: string, params?: ProblemParams, alike?: string): void;
  /** Warns, once a text, of a date that lies so far ahead that its year is mistyped: what is dated so would never appear. False when it does not. */
  warnIfFar(column: string, date: string): boolean;
  /** The row's content where the source makes ids out of names, and may therefore repeat whole rows; null elsewhere. */
  content(): string | null;
}

/** What rows are read with, whichever table they are of. */
export interface ReadingContext {
  readonly problems: Problems;
  /** The portal's languages; a plain text is in the first. */
  readonly languages: readonly Lang[];
  /** Its publisher's own mailbox may stand in rows. */
  readonly config: Pick<PortalConfig, 'publisher'>;
  /** The day on which the folder is read. */
  readonly today: string;
  /** Takes the tables of which a row does not say its id, or one that cannot be. */
  readonly nameless: Set<TableName>;
  /** Takes faults that every table would repeat, until all are read. */
  readonly repeated: Map<string, Repeated>;
}

/** Faults of something that is the same in every table. */
const OF_ALL_TABLES: ReadonlySet<string> = new Set(['programme-unknown', 'table-without-rows']);

/** How many different faults of a file are kept to be counted. */
const MOST_REPEATED = 5000;

/** Years ahead at which nothing is published, given or done yet. */
const FAR = 20;
/** Days that stand for none: what bears them is held back for good. */
const NEVER = /^(?:9999|2999)-/;

/** The columns that mend a fault, for its hint. */
const MENDING: Readonly<Record<string, readonly string[]>> = {
  'event-due-missing': ['new_due_on'],
  'event-unit-missing': ['to_unit'],
  'progress-blank': ['actual', 'planned', 'note'],
  'session-reason-missing': ['reason'],
  'session-date-missing': ['held_on'],
  'points-missing': ['points'],
  'target-missing': ['target'],
  'holder-missing': ['holder_type'],
  'award-period-missing': ['period', 'session'],
  'award-dimension-missing': ['dimension'],
  'award-revoked-on-missing': ['revoked_on'],
  'appeal-date-missing': ['decided_on'],
  'correction-new-missing': ['new'],
  'row-duplicate': ['revision'],
};

const HEADER_FAULTS: ReadonlySet<string> = new Set(['csv-column-unknown', 'csv-header-blank', 'csv-header-duplicate']);

/** Whether a header of a file was told to mean nothing, or what another means: a column that is missing may stand there. */
export function hasFaultyHeader(file: string, problems: Problems): boolean {
  return problems.list.some(({ code, place }) => place.file === file && HEADER_FAULTS.has(code));
}

/** Params of what may stand for nothing in a figure's cell: how a mapping says so where its file has no column for the status. */
function findMissing(source: RowSource, text: string): ProblemParams {
  const hasStatus = (source.fields[source.columns.indexOf('status')] ?? 0) > 0;
  const isMeant = source.isMapped === true && FIGURES[source.table] !== undefined && !hasStatus && !/\d/.test(text);
  return {
    missing: isMeant ? 1 : 0,
    example: isMeant ? `missing: { ${/^[\p{L}]+$/u.test(text) ? text : JSON.stringify(text)}: not_submitted }` : '',
  };
}

/** Tells of a column that a file lacks, as `csv-column-missing` does. */
export function reportNoSuchColumn({ table, file, head, isMapped }: RowSource, column: string, languages: readonly Lang[], problems: Problems): void {
  const params = { table, file, column: formatColumn(table, column, languages[0] ?? 'en'), headers: head.headers };
  problems.error('column-missing', head.place, { ...params, mapped: isMapped ? 1 : 0 });
}

/** The row that a source is at, and what was told of it. */
interface Current {
  cells: readonly string[];
  row: RowPlace;
  /** The row is at fault, and is to be left out. */
  failed: boolean;
  /** Nothing more is told of the row. */
  silent: boolean;
  /** Columns of which a fault was told. */
  readonly faulty: Set<string>;
}

/** The current row's cells by their columns, as messages speak of them. */
function createLookup(source: RowSource, lang: Lang, current: Current) {
  const { table, file } = source;
  const indexes = new Map(source.columns.map((name, index) => [name, index]));
  const indexOf = (column: string): number => indexes.get(column) ?? -1;
  const text = (column: string): string => current.cells[indexOf(column)] ?? '';
  const nameOf = (column: string): string => source.headers[indexOf(column)] ?? formatColumn(table, column, lang);
  return {
    has: (column: string): boolean => indexes.has(column),
    at: (column: string): Place => current.row.at(indexes.get(column) ?? 0),
    text,
    nameOf,
    /** Params that every message about a cell may use; those given stand above them. */
    paramsOf: (code: string, column: string, params: ProblemParams): ProblemParams => ({
      header: current.row.header?.(indexOf(column)) ?? source.headers[indexOf(column)] ?? column,
      value: showUnsafe(text(column)),
      nearest: '',
      near: 0,
      rows: 1,
      mapped: source.isMapped ? 1 : 0,
      table,
      file,
      comma: 0,
      brackets: 0,
      also: '',
      mend: '',
      fill: (MENDING[code] ?? []).map(nameOf),
      ...findMissing(source, text(column)),
      ...params,
    }),
  };
}

type Lookup = ReturnType<typeof createLookup>;
type NewFault = Omit<Repeated, 'rows'>;

/** Keeps the faults of a source that many rows repeat, each at its first row. */
function createOnce({ problems, repeated }: ReadingContext) {
  const own = new Map<string, Repeated>();
  const tell = (): void => {
    for (const one of own.values()) reportRepeated(one, problems);
    own.clear();
  };
  return {
    /** A fault of a column; `alike` is what rows of the same fault have in common. */
    add(fault: NewFault, column: string, alike: string): void {
      if (OF_ALL_TABLES.has(fault.code)) {
        repeatFault(repeated, fault, alike, 1);
        return;
      }
      // Of so many that differ nobody reads more than a few.
      if (own.size >= MOST_REPEATED) tell();
      repeatFault(own, fault, `${column}|${alike}|${fault.params.part ?? ''}`, 1);
    },
    tell,
  };
}

/** How the faults of the current row are told, at once or with those of other rows. */
function createReporter(source: RowSource, reading: ReadingContext, { at, text, paramsOf }: Lookup, current: Current) {
  const { problems } = reading;
  const once = createOnce(reading);
  const isLeftOut = source.faults === 'report';
  /** Notes a fault; false where it is not to be told. A cell with a character that an earlier conversion lost was told of as such. */
  const note = (column: string): boolean => {
    current.failed = isLeftOut;
    current.faulty.add(column);
    return !current.silent && !text(column).includes('\ufffd');
  };
  return {
    fault(code: string, column: string, params: ProblemParams = {}): void {
      if (!note(column)) return;
      const all = paramsOf(code, column, params);
      // Personal numbers stop the build whatever the source says.
      if (isLeftOut && !code.startsWith('personal-')) problems.warning(code, at(column), { ...all, left_out: 1 });
      else problems.error(code, at(column), all);
    },
    warn(code: string, column: string, params: ProblemParams = {}): void {
      if (!current.silent) problems.warning(code, at(column), paramsOf(code, column, params));
    },
    faultOnce(code: string, column: string, params: ProblemParams = {}, alike = text(column)): void {
      if (!note(column)) return;
      const severity = isLeftOut ? 'left-out' : 'error';
      once.add({ code, place: at(column), params: paramsOf(code, column, params), severity }, column, alike);
    },
    warnOnce(code: string, column: string): void {
      once.add({ code, place: at(column), params: paramsOf(code, column, {}), severity: 'warning' }, column, text(column));
    },
    finish: once.tell,
  };
}

/** A source's context, and how it goes on to the next row. */
interface RowCursor {
  readonly context: RowContext;
  enter(cells: readonly string[], row: RowPlace): void;
  /** The row lacks so much that it may be cut off, or a note below the table: this is said once, and nothing else of the row. */
  reject(lacking: readonly string[]): void;
  /** Tells of the faults that were kept to be counted. */
  finish(): void;
}

/** A cursor before the first row of a source. */
export function createCursor(source: RowSource, reading: ReadingContext): RowCursor {
  const current: Current = {
    cells: [],
    row: { line: 1, at: () => ({ file: source.file, line: 1, column: null }) },
    failed: false,
    silent: false,
    faulty: new Set(),
  };
  const { faulty } = current;
  const lookup = createLookup(source, reading.languages[0] ?? 'en', current);
  const reporter = createReporter(source, reading, lookup, current);
  return {
    context: createContext(source, reading, current, lookup, reporter),
    enter(cells, row) {
      current.cells = cells;
      current.row = row;
      current.failed = false;
      current.silent = row.isTold === true;
      if (faulty.size > 0) faulty.clear();
      if (current.silent) for (const column of source.columns) faulty.add(column);
    },
    reject(lacking) {
      if (current.silent) return;
      const headers = lacking.map(lookup.nameOf);
      reporter.fault('cells-blank', lacking[0] as string, { headers, n: headers.length });
      for (const column of lacking) faulty.add(column);
      current.silent = true;
    },
    finish: reporter.finish,
  };
}

function createContext(
  source: RowSource,
  { problems, today }: ReadingContext,
  current: Current,
  { has, at, nameOf, text }: Lookup,
  { fault, warn, faultOnce, warnOnce }: ReturnType<typeof createReporter>,
): RowContext {
  // A row stands where its first cell does; a constant has none.
  const first = Math.max(
    0,
    source.fields.findIndex((field) => field > 0),
  );
  const horizon = `${Number(today.slice(0, 4)) + FAR}${today.slice(4)}`;
  const { faulty } = current;
  return {
    get line() {
      return current.row.line;
    },
    get failed() {
      return current.failed;
    },
    source,
    place: () => current.row.at(first),
    at,
    nameOf,
    text,
    isBlank: (column) => isBlankToken(text(column)) && (has(column) || !hasFaultyHeader(source.file, problems)),
    isFaulty: (column) => faulty.size > 0 && (column === undefined || faulty.has(column)),
    fault,
    warn,
    faultOnce,
    warnIfFar(column, date) {
      if (date <= horizon || NEVER.test(date) || current.silent) return false;
      warnOnce('date-far', column);
      return true;
    },
    content: () => (source.makeId.length > 0 ? current.cells.join('\u0001') : null),
  };
}
