/**
 * How the columns of a source are read: each text parsed by its column's schema. What is none of its values is a `Fault`, to be told by
 * whoever knows the row. Repeated texts are parsed once.
 */
import { z } from 'zod';
import { hasHan } from '../i18n/languages.ts';
import type { ProblemParams } from '../problems.ts';
import { isBlankToken, makeId } from '../read/cell.ts';
import { findNear, suggestionParams } from '../read/nearest.ts';
import type { RowSource } from '../read/rows.ts';
import type { CellKind, ColumnMeta } from './columns.ts';
import { parseDate } from './date.ts';
import { findIdFault, showUnsafe } from './id.ts';
import { findFootnote, foldNumber, isAmbiguousNumber, parseCommaNumber, parseNumber } from './number.ts';
import { findMailbox, findPersonalData } from './personal.ts';
import { TABLE_SCHEMAS } from './tables/index.ts';
import type { Lang } from './text.ts';

/** What a cell's parser gives instead of a value. */
export interface Fault {
  readonly fault: string;
  readonly params: ProblemParams;
}

/** How the cells of one column of a source are read. */
export interface ColumnPlan {
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

/** Columns of dates that may be as far ahead as one likes. */
const PLANNED: ReadonlySet<string> = new Set(['from', 'to', 'valid_from', 'valid_to', 'new_due_on']);

/** Kinds of cell whose texts repeat and take time to parse. */
const REPEATED: ReadonlySet<CellKind> = new Set(['date', 'due', 'word', 'flag', 'list']);
/** How many different texts of a column are remembered. */
const MEMO_SIZE = 20_000;
/** A bare word such as NA may be somebody's id or code; a dash is nobody's. */
const BARE_WORD = /^[A-Za-z]+$/;
const STAND_INS: Readonly<Record<string, unknown>> = { number: Number.NaN, due: { date: '', text: null }, flag: false, list: [] };

/** Whether a parser gave a fault instead of a value. */
export function isFault(value: unknown): value is Fault {
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

/** The fault of a text that is no value of its column; what a spreadsheet program wrote there says more than that. */
export function explain(found: Fault, text: string): Fault {
  const fault = findSpreadsheetFault(text);
  return fault ? { fault, params: {} } : found;
}

/** A code of many digits as a spreadsheet program rounds it. */
const ROUNDED = /^\d(?:\.\d+)?E\+[1-9]\d$/i;

/** Columns of text that may hold a figure, in any writing that a number has. */
const OF_FIGURES: ReadonlySet<string> = new Set(['old', 'new']);

function checkRounded(text: string): Fault | null {
  return ROUNDED.test(text) ? { fault: 'code-rounded', params: {} } : null;
}

function parseId(schema: z.ZodType, text: string, source: RowSource, name: string, check: PersonalCheck): unknown {
  const made = source.makeId.includes(name);
  const id = parseBySchema(schema, made ? makeId(text) : text);
  const fault = findIdFault(String(id), source.table === 'sessions' ? 'session' : 'other');
  if (!fault) return check(text) ?? id;
  const mend = makeId(text);
  const isName = source.isMapped && !made && fault === 'id-unsafe' && !findIdFault(mend);
  if (isName) return check(text) ?? ({ fault: 'id-of-name', params: { column: name, mend } } satisfies Fault);
  return checkRounded(text) ?? { fault, params: { value: showUnsafe(text) } };
}

function parseWord(schema: z.ZodType, text: string, meta: ColumnMeta): unknown {
  const value = parseBySchema(schema, text);
  if (!isFault(value)) return value;
  const known = Object.entries(meta.words ?? {});
  const nearest = findNear(text, known.flat(2));
  // Whoever writes Chinese is told the Chinese words.
  const words = known.map(([word, [usual]]) => (hasHan(text) ? (usual ?? word) : word));
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

/** A word for nothing (— / 无 N/A) is a blank in a cell that may be blank, unless it is a word of the column. */
function allowNothing(parse: (text: string) => unknown, cell: CellKind): (text: string) => unknown {
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

function toParser(schema: z.ZodType, meta: ColumnMeta, name: string, source: RowSource, check: PersonalCheck): (text: string) => unknown {
  const order = source.dateOrder;
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
      return (text) => parseId(schema, text, source, name, check);
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

/** How each column of its table is read from a source, in the order of the schema; `own` is the publisher's mailbox, which may stand in rows. */
export function planColumns(source: RowSource, languages: readonly Lang[], own: string | null): readonly ColumnPlan[] {
  return Object.entries(TABLE_SCHEMAS[source.table].shape).map(([name, outer]): ColumnPlan => {
    const schema = (outer instanceof z.ZodOptional ? outer.unwrap() : outer) as z.ZodType;
    const meta = schema.meta() as unknown as ColumnMeta;
    const required = !(outer instanceof z.ZodOptional);
    const check = createPersonalCheck(name, own);
    const parse = toParser(schema, meta, name, source, check);
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

/** The value of a cell that is not blank, or its `Fault`; null where it is a word for nothing. */
export function parseCell(plan: ColumnPlan, text: string): unknown {
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

/** A text with its other languages, where the row gives any; `fail` takes faults of those, with their position in the cells. */
export function withOthers(
  plan: ColumnPlan,
  text: unknown,
  cells: readonly string[],
  first: Lang,
  fail: (fault: Fault, index: number) => void,
): unknown {
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
