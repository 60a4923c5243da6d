/** Where a row stands, and how its faults are told: one object a source, which goes from row to row. */
import type { Place, ProblemParams, Problems } from '../problems.ts';
import { isSum } from '../read/aside.ts';
import { isBlankToken } from '../read/cell.ts';
import { formatColumn, type TableName } from '../read/headers.ts';
import { FIGURES } from '../read/plan.ts';
import type { RowPlace, RowSource } from '../read/rows.ts';
import { quoteWord } from '../read/yamlWord.ts';
import { createNotes, isSummaryRow } from './asides.ts';
import { createBlanks } from './blanks.ts';
import type { PortalConfig } from './config.ts';
import { showUnsafe } from './id.ts';
import type { Names } from './names.ts';
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
  /** What units are called: a word for all of them is none where no unit is called so. */
  readonly unitNames: Names;
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

/** The names of what tables define. */
const NAMES_OF: Readonly<Partial<Record<TableName, string>>> = { units: 'name', tasks: 'title', indicators: 'name' };

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
  'award-date-missing': ['awarded_on', 'session'],
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

/** Params of what may stand for nothing: how a mapping says so; of a figure with the status, where its file has no column for that. */
function findMissing(source: RowSource, text: string): ProblemParams {
  const isFigure = FIGURES[source.table] !== undefined;
  const hasStatus = isFigure && (source.fields[source.columns.indexOf('status')] ?? 0) > 0;
  const isMeant = source.isMapped && !hasStatus && !/\d/.test(text);
  const word = /^[\p{L}]+$/u.test(text) ? text : JSON.stringify(text);
  const example = isFigure ? `missing: { ${word}: not_submitted }` : `missing: [${word}]`;
  return { figure: isFigure ? 1 : 0, missing: isMeant ? 1 : 0, example: isMeant ? example : '' };
}

/** Params of mends in the entry of a file that is to stay as it is: its text replaced, its year added, its row left out. */
function findSettings(column: string, text: string): ProblemParams {
  const isMonth = /^\d{1,2}月/.test(text);
  return {
    replacing: `replace: { ${column}: { ${quoteWord(text)}: … } }`,
    dating: isMonth
      ? `replace: { ${column}: [{ matches: '^(\\d{1,2}月.*)$', to: 2023年$1 }] }`
      : `replace: { ${column}: { ${quoteWord(text)}: 2023年${text} } }`,
    skipping: `where: { ${column}: { not: ${text === '' ? '""' : `["", ${quoteWord(text)}]`} } }`,
  };
}

/** Faults that stop the build wherever they stand. */
export function isPersonal(code: string): boolean {
  return code.startsWith('personal-');
}

/** Params of a cell that was filled with what stands above it: where that stands. */
function findFilled(row: RowPlace, column: number): ProblemParams {
  const from = row.filledFrom?.(column);
  return from ? { from_line: from.line ?? 0, from_field: from.column ?? 0 } : {};
}

/** The row that a source is at, and what was told of it. */
interface Current {
  cells: readonly string[];
  row: RowPlace;
  /** The row is at fault, and is to be left out. */
  failed: boolean;
  /** Nothing more is told of the row. */
  silent: boolean;
  /** It was not looked at yet whether the row is one at all. */
  isSuspect: boolean;
  /** It is none: a note, or a line that sums up. */
  isNone: boolean;
  /** Rows so far, this one counted. */
  count: number;
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
    /** Where the text of a cell really stands, of one that was filled with what stands above it. */
    sourceOf: (column: string): Place | null => current.row.filledFrom?.(indexOf(column)) ?? null,
    /** Params that every message about a cell may use; those given stand above them. */
    paramsOf: (code: string, column: string, params: ProblemParams): ProblemParams => ({
      header: current.row.header?.(indexOf(column)) ?? source.headers[indexOf(column)] ?? column,
      value: showUnsafe(text(column)),
      nearest: '',
      near: 0,
      rows: 1,
      ...(isPersonal(code) ? {} : findFilled(current.row, indexOf(column))),
      mapped: source.isMapped ? 1 : 0,
      ...(source.isMapped && !isPersonal(code) ? findSettings(column, showUnsafe(text(column))) : { replacing: '', dating: '', skipping: '' }),
      table,
      file,
      event: column === 'event' ? 1 : 0,
      comma: 0,
      brackets: 0,
      also: '',
      mend: '',
      fill: (MENDING[code] ?? []).map((one) => current.row.header?.(indexOf(one)) ?? nameOf(one)),
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

/** How faults of a source are told, at once or with those of other rows. */
function createTeller(source: RowSource, reading: ReadingContext, { at, text, paramsOf }: Lookup, current: Current) {
  const { problems } = reading;
  const once = createOnce(reading);
  const isLeftOut = source.faults === 'report';
  const lineOf = (): string | undefined => (current.row.mark === undefined ? undefined : `${source.file}:${current.row.mark}`);
  return {
    isLeftOut,
    tell(code: string, place: Place, params: ProblemParams): void {
      // Personal numbers stop the build whatever the source says.
      if (isLeftOut && !isPersonal(code)) problems.warning(code, place, { ...params, left_out: 1 });
      else problems.error(code, place, params);
    },
    tellOnce(code: string, column: string, params: ProblemParams, alike: string): void {
      const severity = isLeftOut ? 'left-out' : 'error';
      once.add({ code, place: at(column), params: paramsOf(code, column, params), severity, last: lineOf() }, column, alike);
    },
    warnOnce(code: string, column: string): void {
      once.add({ code, place: at(column), params: paramsOf(code, column, {}), severity: 'warning', last: lineOf() }, column, text(column));
    },
    finish: once.tell,
  };
}

type Teller = ReturnType<typeof createTeller>;

/** Finds lines that are no rows, notes and totals: each is told once, and nothing else of it. `needed`: columns of the file that every row must fill. */
function createAsides(source: RowSource, { unitNames }: ReadingContext, needed: readonly string[], lookup: Lookup, teller: Teller, current: Current) {
  const { has, at, text, nameOf } = lookup;
  const { table } = source;
  const name = NAMES_OF[table];
  const named = name !== undefined && has(name) ? name : undefined;
  const notes = createNotes(needed);
  const isNote = (column?: string): boolean => notes.take({ line: current.row.line, text, at }, column);
  const isSumRow = (): boolean => {
    if (named === undefined || !isSum(text(named))) return false;
    const example = `where: { ${quoteWord(nameOf(named))}: { not: ${quoteWord(text(named))} } }`;
    teller.tellOnce('row-summary', named, { example }, text(named));
    return true;
  };
  const isUnitSummary = (): boolean => {
    if (table === 'units' || !has('unit') || !isSummaryRow(text('unit'), unitNames)) return false;
    teller.tellOnce('unit-summary', 'unit', {}, text('unit'));
    return true;
  };
  const putAside = (): void => {
    current.isNone = true;
    current.failed = teller.isLeftOut;
    current.silent = true;
    for (const column of source.columns) current.faulty.add(column);
  };
  return {
    /** Whether the row is at fault because it is none; looked at once a row, at its first fault. */
    isAside(): boolean {
      if (!current.isSuspect) return false;
      current.isSuspect = false;
      const isNone = isNote() || isSumRow() || isUnitSummary();
      if (isNone) putAside();
      return isNone;
    },
    /** Where ids are made of names, a total or a note would become a unit, a task, an indicator. */
    checkName(): void {
      if (named === undefined || current.silent || !(isNote(named) || isSumRow())) return;
      current.isSuspect = false;
      putAside();
    },
    finish(): void {
      const note = notes.message();
      if (!note) return;
      const { place, column, text: value, lines, pattern } = note;
      const example = `where: { ${quoteWord(nameOf(column))}: { matches: ${JSON.stringify(pattern)} } }`;
      teller.tell('row-note', place, { header: nameOf(column), value: showUnsafe(value), rows: lines, also: lines > 1 ? lines : '', example });
    },
  };
}

type Asides = ReturnType<typeof createAsides>;

/** How the faults of the current row are told. */
function createReporter({ problems }: ReadingContext, { at, text, paramsOf, sourceOf }: Lookup, teller: Teller, asides: Asides, current: Current) {
  /** Notes faults of columns; false where they are not to be told. A cell with a character that an earlier conversion lost was told of as such. */
  const note = (...columns: readonly string[]): boolean => {
    current.failed = teller.isLeftOut;
    for (const column of columns) current.faulty.add(column);
    return !text(columns[0] as string).includes('\ufffd') && !asides.isAside() && !current.silent;
  };
  return {
    note,
    fault(code: string, column: string, params: ProblemParams = {}): void {
      // A line that is no row may hold what is personal all the same.
      if (!note(column) && !(isPersonal(code) && current.isNone)) return;
      // What is personal is told where it stands, however many rows are filled with it.
      const place = (isPersonal(code) ? sourceOf(column) : null) ?? at(column);
      teller.tell(code, place, paramsOf(code, column, params));
    },
    warn(code: string, column: string, params: ProblemParams = {}): void {
      if (!current.silent) problems.warning(code, at(column), paramsOf(code, column, params));
    },
    faultOnce(code: string, column: string, params: ProblemParams = {}, alike = text(column)): void {
      if (note(column)) teller.tellOnce(code, column, params, alike);
    },
  };
}

/** A source's context, and how it goes on to the next row. */
interface RowCursor {
  readonly context: RowContext;
  enter(cells: readonly string[], row: RowPlace): void;
  /** The row lacks so much that it may be cut off, or a note below the table: this is said once, and nothing else of the row. */
  reject(lacking: readonly string[]): void;
  /** Cells are blank below filled ones: what they are is told when all rows are known. */
  keepBlank(columns: readonly string[]): void;
  /** Where ids are made of names, a total or a note would become a unit, a task, an indicator. */
  checkName(): void;
  /** Whether the row turned out to be none. */
  isNone(): boolean;
  /** Tells of the faults that were kept until all rows are known. */
  finish(): void;
}

/** A cursor before the first row of a source. `needed`: columns of the file that every row must fill. */
export function createCursor(source: RowSource, reading: ReadingContext, needed: readonly string[]): RowCursor {
  const current: Current = {
    cells: [],
    row: { line: 1, at: () => ({ file: source.file, line: 1, column: null }) },
    failed: false,
    silent: false,
    isSuspect: false,
    isNone: false,
    count: 0,
    faulty: new Set(),
  };
  const { faulty } = current;
  const lookup = createLookup(source, reading.languages[0] ?? 'en', current);
  const teller = createTeller(source, reading, lookup, current);
  const asides = createAsides(source, reading, needed, lookup, teller, current);
  const reporter = createReporter(reading, lookup, teller, asides, current);
  const blanks = createBlanks(source, lookup.nameOf, ({ code, place, params }) => teller.tell(code, place, params));
  return {
    context: createContext(source, reading, current, lookup, { ...reporter, warnOnce: teller.warnOnce }),
    enter(cells, row) {
      current.cells = cells;
      current.row = row;
      current.failed = false;
      current.silent = row.isTold === true;
      current.isSuspect = true;
      current.isNone = false;
      current.count++;
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
    keepBlank(columns) {
      const [first = ''] = columns;
      if (!reporter.note(...columns)) return;
      const headers = columns.map(lookup.nameOf);
      const code = columns.length > 1 ? 'cells-blank' : 'cell-blank';
      blanks.add({ columns, place: lookup.at(first), code, params: lookup.paramsOf(code, first, { headers, n: headers.length }) });
      current.silent = columns.length > 1;
    },
    checkName: asides.checkName,
    isNone: () => current.isNone,
    finish() {
      blanks.tell(current.count);
      asides.finish();
      teller.finish();
    },
  };
}

interface Telling extends Pick<ReturnType<typeof createReporter>, 'fault' | 'warn' | 'faultOnce'>, Pick<Teller, 'warnOnce'> {}

function createContext(
  source: RowSource,
  { problems, today }: ReadingContext,
  current: Current,
  { has, at, nameOf, text }: Lookup,
  { fault, warn, faultOnce, warnOnce }: Telling,
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
