/**
 * Rows of a table as values: each cell parsed by its column's schema, faults collected with their place.
 *
 * A cell that is at fault gets a stand-in, so that one fault is not reported again by whatever refers to its row; no portal is given once
 * there is a fault. Repeated texts are parsed once.
 */
import { z } from 'zod';
import type { Place, ProblemParams, Problems, Severity } from '../problems.ts';
import { isSum } from '../read/aside.ts';
import { isBlankToken, makeId } from '../read/cell.ts';
import { formatColumn, type TableName } from '../read/headers.ts';
import { FIGURES } from '../read/plan.ts';
import type { RowPlace, RowSource } from '../read/rows.ts';
import { quoteWord } from '../read/yamlWord.ts';
import { createNotes, isSummaryRow } from './asides.ts';
import { createBlanks } from './blanks.ts';
import type { CellKind, ColumnMeta, TableSchema } from './columns.ts';
import type { PortalConfig } from './config.ts';
import { parseDate } from './date.ts';
import { findIdFault, showUnsafe } from './id.ts';
import type { Names } from './names.ts';
import { findFootnote, foldNumber, isAmbiguousNumber, parseCommaNumber, parseNumber } from './number.ts';
import { findMailbox, findPersonalData } from './personal.ts';
import { findNear, suggestionParams } from './suggestion.ts';
import { TABLE_SCHEMAS, type TableSchemas } from './tables/index.ts';
import type { Lang } from './text.ts';

/** The values of a row: null where an optional cell is blank. The object is used again for the next row: keep what is in it, not itself. */
export type Cells<S extends TableSchema> = {
  readonly [K in keyof S['shape']]: undefined extends z.output<S['shape'][K]>
    ? Exclude<z.output<S['shape'][K]>, undefined> | null
    : z.output<S['shape'][K]>;
};

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

/** A fault of a word, at its first row, and how many rows have it. */
export interface Repeated {
  readonly code: string;
  readonly place: Place;
  readonly params: ProblemParams;
  /** `left-out`: of a source that reports such rows instead of failing. */
  readonly severity: Severity | 'left-out';
  rows: number;
  /** The line that was counted last, where several rows are made of one. */
  last?: string | undefined;
}

/** Faults of something that is the same in every table. */
const OF_ALL_TABLES: ReadonlySet<string> = new Set(['programme-unknown', 'table-without-rows']);

/** How many different faults of a file are kept to be counted. */
const MOST_REPEATED = 5000;

/** Keeps a fault at the first place that has it, and counts the `rows` that do; of rows made of one line (`last`), the line. */
export function repeatFault(kept: Map<string, Repeated>, fault: Omit<Repeated, 'rows'>, word: string, rows: number): void {
  const key = `${fault.code}|${fault.severity}|${word}`;
  const seen = kept.get(key);
  if (!seen) kept.set(key, { ...fault, rows });
  else if (fault.last === undefined || fault.last !== seen.last) {
    seen.rows += rows;
    seen.last = fault.last;
  }
}

export function reportRepeated({ code, place, params, severity, rows }: Repeated, problems: Problems): void {
  const all = { ...params, rows: Math.max(1, rows), also: rows > 1 ? rows : '' };
  if (severity === 'error') problems.error(code, place, all);
  else problems.warning(code, place, severity === 'left-out' ? { ...all, left_out: 1 } : all);
}

/** What a cell's parser gives instead of a value. */
interface Fault {
  readonly fault: string;
  readonly params: ProblemParams;
}

interface ColumnPlan {
  readonly name: string;
  /** Position in the cells; −1 = the source does not have it. */
  readonly index: number;
  readonly required: boolean;
  /** Whether its dates are of what has been, or is soon to be. */
  readonly isNear: boolean;
  readonly meta: ColumnMeta;
  readonly standIn: unknown;
  readonly memo: Map<string, unknown> | null;
  /** The cell above: neighbours are often the same. */
  readonly last: { text: string; value: unknown };
  parse(text: string): unknown;
  readonly check: PersonalCheck;
  /** `text` columns: where the other languages stand. */
  readonly others: readonly { readonly lang: Lang; readonly index: number }[];
  /** `text` columns: the language of the column that names none. */
  readonly bare: Lang;
}

/** Years ahead at which nothing is published, given or done yet. */
const FAR = 20;
/** Columns of dates that may be as far ahead as one likes. */
const PLANNED: ReadonlySet<string> = new Set(['from', 'to', 'valid_from', 'valid_to', 'new_due_on']);

/** Kinds of cell whose texts repeat and take time to parse. */
const REPEATED: ReadonlySet<CellKind> = new Set(['date', 'due', 'word', 'flag', 'list']);
/** How many different texts of a column are remembered. */
const MEMO_SIZE = 20_000;
/** A bare word such as NA may be somebody's id or code; a dash is nobody's. */
const BARE_WORD = /^[A-Za-z]+$/;
const STAND_INS: Readonly<Record<string, unknown>> = { number: Number.NaN, due: { date: '', text: null }, flag: false, list: [] };

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

/** Finds what a cell says of a person. */
type PersonalCheck = (text: string) => Fault | null;

/** An address on the web may hold an @. */
function createPersonalCheck(column: string, mailbox: string | null): PersonalCheck {
  return (text) => {
    const personal = findPersonalData(text) ?? (column === 'url' ? null : findMailbox(text, mailbox));
    return personal ? { fault: `personal-${personal.kind}`, params: { value: personal.masked } } : null;
  };
}

function parseBySchema(schema: z.ZodType, text: string): unknown {
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const mend = issue?.code === 'custom' ? (issue.params?.mend as string | null | undefined) : null;
  return { fault: issue?.message ?? 'word-unknown', params: mend ? { mend } : {} } satisfies Fault;
}

/** What a spreadsheet program writes where a formula failed. `#N/A` is a word for nothing. */
const FORMULA = /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i;

function checkFormula(text: string): Fault | null {
  return FORMULA.test(text) ? { fault: 'cell-formula', params: {} } : null;
}

/** What a spreadsheet program writes for what a narrow column cannot show, and a formula that was saved instead of its result. */
export function findSpreadsheetFault(text: string): 'cell-hashes' | 'cell-formula-text' | null {
  if (/^#{3,}$/.test(text)) return 'cell-hashes';
  return /^=[-+(A-Za-z0-9$]/.test(text) ? 'cell-formula-text' : null;
}

/** Where neither is a value of the column, it says what the text is. */
function explain(found: Fault, text: string): Fault {
  const fault = findSpreadsheetFault(text);
  return fault ? { fault, params: {} } : found;
}

/** A code of many digits as a spreadsheet program rounds it. */
const ROUNDED = /^\d(?:\.\d+)?E\+[1-9]\d$/i;

/** Days that stand for none: what bears them is held back for good. */
const NEVER = /^(?:9999|2999)-/;

/** Columns of text that may hold a figure, in any writing that a number has. */
const OF_FIGURES: ReadonlySet<string> = new Set(['old', 'new']);

function checkRounded(text: string): Fault | null {
  return ROUNDED.test(text) ? { fault: 'code-rounded', params: {} } : null;
}

function parseId(schema: z.ZodType, text: string, table: TableName, source: RowSource, name: string, check: PersonalCheck): unknown {
  const made = source.makeId.includes(name);
  const id = parseBySchema(schema, made ? makeId(text) : text);
  const fault = findIdFault(String(id), table === 'sessions' ? 'session' : 'other');
  if (!fault) return check(text) ?? id;
  const mend = makeId(text);
  const isName = source.isMapped === true && !made && fault === 'id-unsafe' && !findIdFault(mend);
  if (isName) return check(text) ?? ({ fault: 'id-of-name', params: { column: name, mend } } satisfies Fault);
  return checkRounded(text) ?? { fault, params: { value: showUnsafe(text) } };
}

function parseWord(schema: z.ZodType, text: string, meta: ColumnMeta): unknown {
  const value = parseBySchema(schema, text);
  if (!isFault(value)) return value;
  const known = Object.entries(meta.words ?? {});
  const nearest = findNear(text, known.flat(2));
  // Whoever writes Chinese is told the Chinese words.
  const words = known.map(([word, [usual]]) => (/\p{Script=Han}/u.test(text) ? (usual ?? word) : word));
  return { fault: value.fault, params: { words, ...suggestionParams(nearest) } } satisfies Fault;
}

/** Letters that stand for a digit, as they come out of a scan or a slip of the hand. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[oO]/g, '0'],
  [/[lI]/g, '1'],
];

/** What a number's writing may be instead: a decimal comma, or brackets for less than nothing. */
function findWriting(folded: string): ProblemParams {
  if (/^-?\d+(?:\.\d{3})*,\d+ ?%?$/.test(folded)) return { comma: 1 };
  return /^\([\d.,]+ ?%?\)$/.test(folded) ? { brackets: 1 } : {};
}

/** A number of fewer digits may be an amount, and is no identity card of eighteen. */
const SHORTEST_IDENTITY = 1e17;

/** `decimal` as in `RowSource`. */
function parseNumberCell(text: string, decimal: RowSource['decimal'], check: PersonalCheck): unknown {
  if (decimal === null && isAmbiguousNumber(text)) return { fault: 'number-ambiguous', params: {} } satisfies Fault;
  const parse = decimal === ',' ? parseCommaNumber : parseNumber;
  const number = parse(text);
  if (number !== null) return Math.abs(number) < SHORTEST_IDENTITY ? number : (check(text) ?? number);
  const personal = check(text);
  if (personal) return personal;
  const mark = findFootnote(text);
  if (mark !== null) return { fault: 'number-footnote', params: { mark } } satisfies Fault;
  const formula = checkFormula(text);
  if (formula) return formula;
  const folded = foldNumber(text);
  const digits = LOOK_ALIKES.reduce((rest, [letters, digit]) => rest.replace(letters, digit), folded);
  const near: ProblemParams = /\d/.test(folded) && parse(digits) !== null ? { near: 1, nearest: digits } : {};
  return { fault: 'number-not-numeric', params: { ...findWriting(folded), ...near } } satisfies Fault;
}

/** Whether a text stands for nothing. */
export function isNothing(text: string): boolean {
  return isBlankToken(text) && !BARE_WORD.test(text);
}

/** A word for nothing (— / 无 N/A) is a blank in a cell that may be blank, unless it is a word of the column; ids keep it. */
function allowNothing(parse: (text: string) => unknown, cell: CellKind): (text: string) => unknown {
  if (cell === 'id') return parse;
  const isName = cell === 'reference' || cell === 'plain' || cell === 'text';
  if (isName || cell === 'period' || cell === 'list') return (text) => ((isName ? isNothing(text) : isBlankToken(text)) ? null : parse(text));
  return (text) => {
    const value = parse(text);
    return isFault(value) && isBlankToken(text) ? null : value;
  };
}

/** Text that a row must have says something; a bare word may be an id. */
function refuseNothing(parse: (text: string) => unknown, cell: CellKind): (text: string) => unknown {
  if (cell === 'text') return (text) => (isBlankToken(text) ? null : parse(text));
  return cell === 'plain' ? (text) => (isNothing(text) ? null : parse(text)) : parse;
}

function toParser(
  schema: z.ZodType,
  meta: ColumnMeta,
  name: string,
  table: TableName,
  source: RowSource,
  check: PersonalCheck,
): (text: string) => unknown {
  const order = source.dateOrder ?? null;
  switch (meta.cell) {
    case 'number':
      return (text) => parseNumberCell(text, source.decimal, check);
    case 'date':
    case 'due':
      if (order === null) return (text) => parseBySchema(schema, text);
      return (text) => {
        const day = parseDate(text, order);
        if (typeof day === 'string') return parseBySchema(schema, day);
        // What the order makes no day of is one in no other reading; the rest may be words such as 2023年8月下旬.
        return day.fault === 'date-impossible' ? ({ fault: day.fault, params: {} } satisfies Fault) : parseBySchema(schema, text);
      };
    case 'id':
      return (text) => parseId(schema, text, table, source, name, check);
    case 'word':
      return (text) => parseWord(schema, text, meta);
    case 'plain':
      return (text) => check(text) ?? checkFormula(text) ?? (OF_FIGURES.has(name) ? null : checkRounded(text)) ?? text;
    case 'text':
      return (text) => check(text) ?? checkFormula(text) ?? text;
    case 'reference':
    case 'period':
      return (text) => check(text) ?? text;
    default:
      return (text) => check(text) ?? parseBySchema(schema, text);
  }
}

/** `zh` and `en-gb` as the portal writes them. */
function matchLanguage(tag: string, languages: readonly Lang[]): Lang {
  const wanted = tag.replaceAll('_', '-').toLowerCase();
  const exact = languages.find((lang) => lang.toLowerCase() === wanted);
  return exact ?? languages.find((lang) => lang.toLowerCase().split('-')[0] === wanted) ?? tag;
}

function findOthers(name: string, source: RowSource, languages: readonly Lang[]): ColumnPlan['others'] {
  const tag = new RegExp(`^${name}_([a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)$`, 'i');
  return source.columns.flatMap((column, index) => {
    const match = tag.exec(column);
    return match ? [{ lang: matchLanguage(match[1] as string, languages), index }] : [];
  });
}

/** Some language, where a column names none and each of the portal's has its own. */
const UNDETERMINED = 'und';

/** `name` is in the portal's first language, unless that has a column of its own (`name_en`); then in the next one that has none. */
function findBare(others: ColumnPlan['others'], languages: readonly Lang[]): Lang {
  return languages.find((lang) => !others.some((other) => other.lang === lang)) ?? UNDETERMINED;
}

function toStandIn(meta: ColumnMeta): unknown {
  if (meta.cell === 'word') return Object.keys(meta.words ?? {})[0];
  return meta.cell in STAND_INS ? STAND_INS[meta.cell] : '';
}

function planColumns(table: TableName, source: RowSource, { languages, config }: ReadingContext): readonly ColumnPlan[] {
  return Object.entries(TABLE_SCHEMAS[table].shape).map(([name, outer]): ColumnPlan => {
    const schema = (outer instanceof z.ZodOptional ? outer.unwrap() : outer) as z.ZodType;
    const meta = schema.meta() as unknown as ColumnMeta;
    const required = !(outer instanceof z.ZodOptional);
    const check = createPersonalCheck(name, config.publisher.email);
    const parse = toParser(schema, meta, name, table, source, check);
    const others = meta.cell === 'text' ? findOthers(name, source, languages) : [];
    return {
      name,
      index: source.columns.indexOf(name),
      required,
      isNear: meta.cell === 'date' && !PLANNED.has(name),
      meta,
      standIn: toStandIn(meta),
      memo: REPEATED.has(meta.cell) ? new Map() : null,
      last: { text: '', value: null },
      parse: required ? refuseNothing(parse, meta.cell) : allowNothing(parse, meta.cell),
      check,
      others,
      bare: findBare(others, languages),
    };
  });
}

function parseCell(plan: ColumnPlan, text: string): unknown {
  const { memo, last } = plan;
  if (text === last.text) return last.value;
  let value = memo?.get(text);
  if (value === undefined) {
    value = plan.parse(text);
    if (memo && memo.size < MEMO_SIZE) memo.set(text, value);
  }
  last.text = text;
  last.value = value;
  return value;
}

/** A text with its other languages, where the row gives any. */
function withOthers(plan: ColumnPlan, text: unknown, cells: readonly string[], first: Lang, fail: (fault: Fault, index: number) => void): unknown {
  const all: Record<Lang, string> = text === null ? {} : { [plan.bare]: text as string };
  for (const { lang, index } of plan.others) {
    const other = cells[index] as string;
    if (!other || (plan.required ? isBlankToken(other) : isNothing(other))) continue;
    const fault = plan.check(other);
    if (fault) fail(fault, index);
    all[lang] ??= other;
  }
  const langs = Object.keys(all);
  if (langs.length === 0) return null;
  return langs.length === 1 && langs[0] === first ? all[first] : all;
}

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
  const isMeant = source.isMapped === true && FIGURES[source.table as TableName] !== undefined && !hasStatus && !/\d/.test(text);
  return {
    missing: isMeant ? 1 : 0,
    example: isMeant ? `missing: { ${/^[\p{L}]+$/u.test(text) ? text : JSON.stringify(text)}: not_submitted }` : '',
  };
}

/** Tells of a column that a file lacks, as `csv-column-missing` does. */
export function reportNoSuchColumn({ table, file, head, isMapped }: RowSource, column: string, languages: readonly Lang[], problems: Problems): void {
  const params = { table, file, column: formatColumn(table as TableName, column, languages[0] ?? 'en'), headers: head.headers };
  problems.error('column-missing', head.place, { ...params, mapped: isMapped ? 1 : 0 });
}

/** Faults that stop the build wherever they stand. */
function isPersonal(code: string): boolean {
  return code.startsWith('personal-');
}

/** Params of a cell that was filled with what stands above it: where that stands. */
function findFilled(row: RowPlace, column: number): ProblemParams {
  const from = row.filledFrom?.(column);
  return from ? { from_line: from.line ?? 0, from_field: from.column ?? 0 } : {};
}

/** The rows of one source: its context object, reused from row to row. `needed`: columns of the file that every row must fill. */
function createContext(
  table: TableName,
  source: RowSource,
  { problems, languages, repeated, today, unitNames }: ReadingContext,
  needed: readonly string[],
) {
  const indexes = new Map(source.columns.map((name, index) => [name, index]));
  const once = new Map<string, Repeated>();
  const horizon = `${Number(today.slice(0, 4)) + FAR}${today.slice(4)}`;
  const own = Math.max(
    0,
    source.fields.findIndex((field) => field > 0),
  );
  const reports = source.faults === 'report';
  const faulty = new Set<string>();
  const notes = createNotes(needed);
  const named = indexes.has(NAMES_OF[table] ?? '') ? NAMES_OF[table] : undefined;
  let failed = false;
  let silent = false;
  let isSuspect = false;
  let isNone = false;
  let rows = 0;
  let cells: readonly string[] = [];
  let row: RowPlace = { line: 1, at: () => ({ file: source.file, line: 1, column: null }) };
  const at = (column: string): Place => row.at(indexes.get(column) ?? 0);
  const text = (column: string): string => cells[indexes.get(column) ?? -1] ?? '';
  const header = (index: number | undefined, column: string): string => (index === undefined ? column : (source.headers[index] ?? column));
  const nameOf = (column: string): string => source.headers[indexes.get(column) ?? -1] ?? formatColumn(table, column, languages[0] ?? 'en');
  const paramsOf = (code: string, column: string, params: ProblemParams): ProblemParams => ({
    header: row.header?.(indexes.get(column) ?? -1) ?? header(indexes.get(column), column),
    value: showUnsafe(text(column)),
    nearest: '',
    near: 0,
    rows: 1,
    ...(isPersonal(code) ? {} : findFilled(row, indexes.get(column) ?? -1)),
    mapped: source.isMapped ? 1 : 0,
    table,
    file: source.file,
    comma: 0,
    brackets: 0,
    also: '',
    mend: '',
    fill: (MENDING[code] ?? []).map(nameOf),
    ...findMissing(source, text(column)),
    ...params,
  });
  /** A cell with a character that an earlier conversion lost was told of as such. */
  const isLost = (column: string): boolean => text(column).includes('\ufffd');
  /** Personal numbers stop the build whatever the source says. */
  const tell = (code: string, place: Place, params: ProblemParams): void => {
    if (reports && !isPersonal(code)) problems.warning(code, place, { ...params, left_out: 1 });
    else problems.error(code, place, params);
  };
  const lineOf = (): string | undefined => (row.mark === undefined ? undefined : `${source.file}:${row.mark}`);
  const repeat = (code: string, column: string, params: ProblemParams, word: string): void => {
    const isOfAll = OF_ALL_TABLES.has(code);
    // Of so many that differ nobody reads more than a few.
    if (!isOfAll && once.size >= MOST_REPEATED) tellOnce();
    const fault = {
      code,
      place: at(column),
      params: paramsOf(code, column, params),
      severity: reports ? 'left-out' : 'error',
      last: lineOf(),
    } as const;
    repeatFault(isOfAll ? repeated : once, fault, isOfAll ? word : `${column}|${word}|${params.part ?? ''}`, 1);
  };
  /** Whether the row is at fault because it is none: a note or a total, which is told once, and nothing else of it. */
  const isAside = (): boolean => {
    if (!isSuspect) return false;
    isSuspect = false;
    const isNote = notes.take({ line: row.line, text, at });
    const isTotal = !isNote && (tellSum() || tellUnitSummary());
    return (isNote || isTotal) && putAside();
  };
  const tellSum = (): boolean => {
    if (named === undefined || !isSum(text(named))) return false;
    repeat('row-summary', named, { example: `where: { ${quoteWord(nameOf(named))}: { not: ${quoteWord(text(named))} } }` }, text(named));
    return true;
  };
  const tellUnitSummary = (): boolean => {
    if (table === 'units' || !indexes.has('unit') || !isSummaryRow(text('unit'), unitNames)) return false;
    repeat('unit-summary', 'unit', {}, text('unit'));
    return true;
  };
  const putAside = (): true => {
    isNone = true;
    failed = reports;
    for (const column of source.columns) faulty.add(column);
    silent = true;
    return true;
  };
  const blanks = createBlanks(source, nameOf, ({ code, place, params }) => tell(code, place, params));
  const tellNotes = (): void => {
    const note = notes.message();
    if (!note) return;
    const { place, column, text: value, lines, pattern } = note;
    const example = `where: { ${quoteWord(nameOf(column))}: { matches: ${JSON.stringify(pattern)} } }`;
    tell('row-note', place, { header: nameOf(column), value, rows: lines, also: lines > 1 ? lines : '', example });
  };
  const tellOnce = (): void => {
    for (const one of once.values()) reportRepeated(one, problems);
    once.clear();
  };
  const context: RowContext = {
    get line() {
      return row.line;
    },
    get failed() {
      return failed;
    },
    source,
    place: () => row.at(own),
    at,
    nameOf,
    text,
    isBlank: (column) => isBlankToken(text(column)) && (indexes.has(column) || !hasFaultyHeader(source.file, problems)),
    isFaulty: (column) => faulty.size > 0 && (column === undefined || faulty.has(column)),
    fault(code, column, params = {}) {
      failed = reports;
      faulty.add(column);
      if (isLost(column) || isAside() || silent) return;
      // What is personal is told where it stands, however many rows are filled with it.
      const from = isPersonal(code) ? row.filledFrom?.(indexes.get(column) ?? -1) : null;
      tell(code, from ?? at(column), paramsOf(code, column, params));
    },
    warn(code, column, params = {}) {
      if (!silent) problems.warning(code, at(column), paramsOf(code, column, params));
    },
    faultOnce(code, column, params = {}, alike = text(column)) {
      failed = reports;
      faulty.add(column);
      if (isLost(column) || isAside() || silent) return;
      repeat(code, column, params, alike);
    },
    warnIfFar(column, date) {
      if (date <= horizon || NEVER.test(date) || silent) return false;
      repeatFault(
        once,
        { code: 'date-far', place: at(column), params: paramsOf('date-far', column, {}), severity: 'warning', last: lineOf() },
        `${column}|${text(column)}`,
        1,
      );
      return true;
    },
    content: () => (source.makeId.length > 0 ? cells.join('\u0001') : null),
  };
  return {
    context,
    table,
    enter(nextCells: readonly string[], nextRow: RowPlace): void {
      cells = nextCells;
      row = nextRow;
      failed = false;
      silent = nextRow.isTold === true;
      isSuspect = true;
      isNone = false;
      rows++;
      if (faulty.size > 0) faulty.clear();
      if (silent) for (const column of source.columns) faulty.add(column);
    },
    /** The row lacks so much that it may be cut off, or a note below the table: this is said once, and nothing else of the row. */
    reject(lacking: readonly string[]): void {
      if (silent) return;
      const headers = lacking.map(nameOf);
      context.fault('cells-blank', lacking[0] as string, { headers, n: headers.length });
      for (const column of lacking) faulty.add(column);
      silent = true;
    },
    /** Whether the row turned out to be none. */
    isNone: (): boolean => isNone,
    /** Where ids are made of names, a total or a note would become a unit, a task, an indicator. */
    checkName(): void {
      if (named === undefined || silent) return;
      if (notes.take({ line: row.line, text, at }, named) || tellSum()) putAside();
    },
    /** Cells are blank below filled ones: what they are is told when all rows are known. */
    keepBlank(columns: readonly string[]): void {
      failed = reports;
      const [first = ''] = columns;
      const headers = columns.map(nameOf);
      for (const column of columns) faulty.add(column);
      if (isAside() || silent) return;
      const code = columns.length > 1 ? 'cells-blank' : 'cell-blank';
      blanks.add({ columns, place: at(first), code, params: paramsOf(code, first, { headers, n: headers.length }) });
      silent = columns.length > 1;
    },
    finish(): void {
      blanks.tell(rows);
      tellNotes();
      tellOnce();
    },
  };
}

/** A cell that many rows repeat is told of once; of personal numbers each is. */
function reportCell(context: RowContext, plan: ColumnPlan, fault: Fault): void {
  if (isPersonal(fault.fault)) context.fault(fault.fault, plan.name, fault.params);
  else context.faultOnce(fault.fault, plan.name, fault.params);
}

function isLacking({ index, others }: ColumnPlan, cells: readonly string[]): boolean {
  return cells[index] === '' && others.every((other) => cells[other.index] === '');
}

/** The cells that a row of a source needs, each as the columns of which one must have something: a figure, or a status that says why not. */
function findNeeded(table: TableName, plans: readonly ColumnPlan[]): readonly (readonly ColumnPlan[])[] {
  const there = plans.filter(({ index }) => index >= 0);
  const figures = there.filter(({ name }) => name === FIGURES[table]);
  const statuses = there.filter(({ name }) => name === 'status');
  return [...there.filter(({ required }) => required).map((plan) => [plan]), ...figures.map((figure) => [figure, ...statuses])];
}

/** Whether a blank cell of a column has a filled one above it, as merged cells have. Numbers and a row's own id are never meant for several rows. */
function isBelowFilled({ meta, index, last }: ColumnPlan, { fields, headers, head, fillDown = [] }: RowSource): boolean {
  const field = fields[index] ?? 0;
  return (
    meta.cell !== 'number' &&
    meta.cell !== 'id' &&
    last.text !== '' &&
    field > 0 &&
    !fillDown.includes(field) &&
    head.headers.includes(headers[index] as string)
  );
}

/** Whether a column is filled down: what is blank in it has nothing above it, or is a line that sums up, or stands below one. */
function isFilledDown({ index }: ColumnPlan, { fields, fillDown = [] }: RowSource): boolean {
  return fillDown.includes(fields[index] ?? 0);
}

interface LackingTold {
  readonly source: RowSource;
  readonly reject: (lacking: readonly string[]) => void;
  readonly keepBlank: (lacking: readonly string[]) => void;
}

/** Tells of a row that lacks more than one of the cells that it needs. */
function checkLacking(needed: readonly (readonly ColumnPlan[])[], cells: readonly string[], { source, reject, keepBlank }: LackingTold): void {
  // Millions of rows lack nothing: told by the first column of each.
  let blank = 0;
  for (const plans of needed) if (cells[(plans[0] as ColumnPlan).index] === '') blank++;
  if (blank < 2) return;
  const lacking = needed.filter((plans) => plans.every((plan) => isLacking(plan, cells)));
  if (lacking.length < 2) return;
  const isMerged = lacking.every((plans) => plans.every((plan) => isBelowFilled(plan, source)));
  (isMerged ? keepBlank : reject)(lacking.map(([plan]) => (plan as ColumnPlan).name));
}

function readCell(plan: ColumnPlan, cells: readonly string[], context: RowContext, first: Lang, keepBlank: LackingTold['keepBlank']): unknown {
  const text = plan.index < 0 ? '' : (cells[plan.index] as string);
  let value: unknown = null;
  if (text !== '') {
    value = parseCell(plan, text);
    if (isFault(value)) {
      reportCell(context, plan, explain(value, text));
      value = plan.meta.cell === 'id' ? text : plan.required ? plan.standIn : null;
    } else if (plan.isNear && value !== null) context.warnIfFar(plan.name, value as string);
  }
  if (plan.others.length > 0) {
    value = withOthers(plan, value, cells, first, (fault, index) =>
      context.fault(fault.fault, context.source.columns[index] as string, fault.params),
    );
  }
  if (value !== null || !plan.required) return value;
  if (plan.index >= 0 && text === '' && isBelowFilled(plan, context.source)) keepBlank([plan.name]);
  else if (plan.index >= 0 && text === '') context.fault(isFilledDown(plan, context.source) ? 'cell-not-filled' : 'cell-blank', plan.name);
  else if (plan.index >= 0) context.faultOnce('cell-nothing', plan.name);
  return plan.standIn;
}

async function eachSourceRow<T extends TableName>(
  source: RowSource,
  table: T,
  reading: ReadingContext,
  visit: (cells: Cells<TableSchemas[T]>, row: RowContext) => void,
): Promise<void> {
  const plans = planColumns(table, source, reading);
  const needed = findNeeded(table, plans);
  const own = needed.flatMap(([plan]) => (plan && (source.fields[plan.index] ?? 0) > 0 ? plan.name : []));
  const { context, enter, reject, keepBlank, checkName, isNone, finish } = createContext(table, source, reading, own);
  const told = { source, reject, keepBlank };
  const isMade = source.makeId.length > 0;
  const first = reading.languages[0] ?? 'en';
  const values: Record<string, unknown> = Object.fromEntries(plans.map((plan) => [plan.name, null]));
  const lacking = plans.filter((plan) => plan.required && plan.index < 0 && !plan.others.length).map((plan) => plan.name);
  for (const name of lacking) {
    reportNoSuchColumn(source, name, reading.languages, reading.problems);
  }
  const live = plans.filter((plan) => plan.index >= 0 || plan.others.length > 0 || plan.required);
  const ids = source.faults === 'report' ? [] : plans.filter(({ meta }) => meta.cell === 'id');
  await source.each((cells, row) => {
    enter(cells, row);
    if (isMade) checkName();
    checkLacking(needed, cells, told);
    for (let i = 0; i < live.length; i++) {
      const plan = live[i] as ColumnPlan;
      values[plan.name] = readCell(plan, cells, context, first, keepBlank);
    }
    if (!context.failed && !isNone()) visit(values as Cells<TableSchemas[T]>, context);
    if (context.isFaulty() && !isNone() && ids.some(({ name }) => context.isFaulty(name))) reading.nameless.add(table);
  });
  finish();
}

/** Visits every row of a table, over all its sources, in file order. */
export async function eachRow<T extends TableName>(
  sources: readonly RowSource[],
  table: T,
  reading: ReadingContext,
  visit: (cells: Cells<TableSchemas[T]>, row: RowContext) => void,
): Promise<void> {
  for (const source of sources) if (source.table === table) await eachSourceRow(source, table, reading, visit);
}
