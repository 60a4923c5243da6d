/**
 * Periods (期次): what a figure is about. Each has one canonical notation, a first and a last day, and a slug for
 * addresses. Sorted by end, then by length.
 */
import { firstOfMonth, lastOfMonth, monthOfName, parseDate, toDate } from './date.ts';
import { addDays, daysBetween, twoDigits, weekdayOf } from './days.ts';

export const CADENCES = ['day', 'week', 'month', 'bimonth', 'quarter', 'half', 'year', 'session', 'batch'] as const;
export type Cadence = (typeof CADENCES)[number];

/** `ytd`: 2023-01..08. `fiscal`, `fiscal_quarter`: 2018/19, 2018/19-Q1. `years`: 2010..2014. `session`: s2. */
export type PeriodKind =
  | 'day'
  | 'week'
  | 'month'
  | 'bimonth'
  | 'quarter'
  | 'half'
  | 'year'
  | 'ytd'
  | 'fiscal'
  | 'fiscal_quarter'
  | 'years'
  | 'session';

export interface Period {
  /** In its own notation, canonical: `2023-Q3`. */
  readonly id: string;
  readonly kind: PeriodKind;
  /** First and last day, YYYY-MM-DD. A session's are those of the day that it was held. */
  readonly start: string;
  readonly end: string;
  /** Letters, digits and hyphens, for addresses: `fy2018-19`. */
  readonly slug: string;
  /** Of a session: the how manieth it is, whatever its id says. */
  readonly ordinal?: number;
}

/** What a period's notation leaves open. */
interface PeriodContext {
  /** Month (1–12) in which the fiscal or school year starts. */
  readonly yearStarts: number;
  /** The programme's sessions as periods, by lower-case id. */
  readonly sessions?: ReadonlyMap<string, Period>;
}

function shortYear(year: number): string {
  return twoDigits(year % 100);
}

/** Months `first`…`last` of a year; `first` and `last` may run past 12. */
function ofMonths(kind: PeriodKind, id: string, year: number, first: number, last: number, slug = id): Period {
  return { id, kind, start: firstOfMonth(year, first), end: lastOfMonth(year, last), slug };
}

function toYear(year: number): Period {
  return ofMonths('year', String(year), year, 1, 12);
}

/** `count` equal parts of a year: halves, quarters, two months. */
function toPart(kind: PeriodKind, letter: string, count: number, year: number, n: number): Period | null {
  const months = 12 / count;
  return n >= 1 && n <= count ? ofMonths(kind, `${year}-${letter}${n}`, year, (n - 1) * months + 1, n * months) : null;
}

function toMonth(year: number, month: number): Period | null {
  return month >= 1 && month <= 12 ? ofMonths('month', `${year}-${twoDigits(month)}`, year, month, month) : null;
}

/** ISO 8601 weeks: week 1 holds the year's first Thursday, so that 2024-12-30 is in 2025-W01. */
function firstMonday(year: number): string {
  const fourth = `${year}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth));
}

function toWeek(year: number, week: number): Period | null {
  const start = addDays(firstMonday(year), (week - 1) * 7);
  if (week < 1 || week > 53 || start >= firstMonday(year + 1)) return null;
  const id = `${year}-W${twoDigits(week)}`;
  return { id, kind: 'week', start, end: addDays(start, 6), slug: id };
}

/** The day that says to which year a period belongs: of a week its Thursday, by which it is numbered; of any other the day given. */
export function yearDay(period: Period | null, day: string): string {
  return period?.kind === 'week' ? addDays(period.start, 3) : day;
}

function weekOf(date: string): Period | null {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = Number(thursday.slice(0, 4));
  return toWeek(year, Math.floor(daysBetween(firstMonday(year), thursday) / 7) + 1);
}

/** A single day as a period. */
export function toDay(date: string): Period {
  return { id: date, kind: 'day', start: date, end: date, slug: date };
}

/** From the start of the year to the end of month `last`; the year starts in January or where the portal says. */
function toYearToDate(year: number, first: number, last: number, yearStarts: number): Period | null {
  if (last < 1 || last > 12 || (first !== 1 && first !== yearStarts)) return null;
  const id = `${year}-${twoDigits(first)}..${twoDigits(last)}`;
  return ofMonths('ytd', id, year, first, last < first ? last + 12 : last, `${year}-${twoDigits(first)}-to-${twoDigits(last)}`);
}

function toFiscal(year: number, yearStarts: number): Period {
  const id = `${year}/${shortYear(year + 1)}`;
  return ofMonths('fiscal', id, year, yearStarts, yearStarts + 11, `fy${year}-${shortYear(year + 1)}`);
}

function toFiscalQuarter(year: number, n: number, yearStarts: number): Period | null {
  if (n < 1 || n > 4) return null;
  const first = yearStarts + (n - 1) * 3;
  const short = shortYear(year + 1);
  return ofMonths('fiscal_quarter', `${year}/${short}-Q${n}`, year, first, first + 2, `fy${year}-${short}-Q${n}`);
}

function toYears(first: number, last: number): Period | null {
  if (last <= first) return null;
  return { id: `${first}..${last}`, kind: 'years', start: `${first}-01-01`, end: `${last}-12-31`, slug: `${first}-to-${last}` };
}

/** What a session's period is made of. */
interface SessionDay {
  readonly id: string;
  readonly ordinal: number;
  readonly heldOn: string | null;
  readonly reviews: Period | null;
}

/** A session as a period: the day that it was held, else the end of what it reviews. */
export function toSessionPeriod({ id, ordinal, heldOn, reviews }: SessionDay): Period {
  const day = heldOn ?? reviews?.end ?? '';
  return { id, kind: 'session', start: day, end: day, slug: id, ordinal };
}

const NUMERALS = '一二三四五六';

function toNumber(digit: string): number {
  return NUMERALS.indexOf(digit) + 1 || Number(digit);
}

/** The second year of a split year: `19` and `2019` after 2018. */
function isNextYear(year: number, next: string): boolean {
  return next.length === 4 ? Number(next) === year + 1 : next.length === 2 && Number(next) === (year + 1) % 100;
}

type Pattern = readonly [RegExp, (year: number, parts: readonly string[], context: PeriodContext) => Period | null];

/** Every notation and the office writings that can mean nothing else. The first group is a year. */
const PATTERNS: readonly Pattern[] = [
  [/^(\d{4})(?:年度?)?$/, (year) => toYear(year)],
  [/^(\d{4})-?H([12])$/i, (year, [n = '']) => toPart('half', 'H', 2, year, Number(n))],
  [/^(\d{4})(?:年度?)?(上|下)半年$/, (year, [n]) => toPart('half', 'H', 2, year, n === '上' ? 1 : 2)],
  [/^(\d{4})(?:年度?)?[-/]?Q0?([1-4])$/i, (year, [n = '']) => toPart('quarter', 'Q', 4, year, Number(n))],
  [/^(\d{4})(?:年度?第?|第)([一二三四1-4])季度?$/, (year, [n = '']) => toPart('quarter', 'Q', 4, year, toNumber(n))],
  [/^(\d{4})-?B([1-6])$/i, (year, [n = '']) => toPart('bimonth', 'B', 6, year, Number(n))],
  [/^(\d{4})(?:年度?第?|第)([一二三四五六1-6])双月$/, (year, [n = '']) => toPart('bimonth', 'B', 6, year, toNumber(n))],
  [/^(\d{4})-(\d{1,2})$/, (year, [m = '']) => toMonth(year, Number(m))],
  [/^(\d{4})年(\d{1,2})月份?$/, (year, [m = '']) => toMonth(year, Number(m))],
  [/^(\d{4})(0[1-9]|1[0-2])$/, (year, [m = '']) => toMonth(year, Number(m))],
  [/^(\d{4})-?W(\d{1,2})$/i, (year, [n = '']) => toWeek(year, Number(n))],
  [/^(\d{4})年第?(\d{1,2})周$/, (year, [n = '']) => toWeek(year, Number(n))],
  [/^(\d{4})-(\d{2})\.\.(\d{2})$/, (year, [a = '', b = ''], context) => toYearToDate(year, Number(a), Number(b), context.yearStarts)],
  [/^(\d{4})年(\d{1,2})[-–—~至到](\d{1,2})月$/, parseMonths],
  [/^(\d{4})\.\.(\d{4})$/, (year, [last = '']) => toYears(year, Number(last))],
  [/^(\d{4})[-–—~至到](\d{4})年$/, (year, [last = '']) => toYears(year, Number(last))],
  [/^(\d{4})\/(\d{1,4})(?:学年|年度|财年)?$/, parseSlash],
  [/^(\d{4})[/-](\d{2}|\d{4})[-;,]?Q([1-4])$/i, parseSplitQuarter],
];

const PARTS: Readonly<Record<number, readonly [PeriodKind, string]>> = { 2: ['bimonth', 'B'], 3: ['quarter', 'Q'], 6: ['half', 'H'] };

/**
 * 1—8月 is the year to date; 9—10月 can only be two months, 10—12月 a quarter. 1—2月 is the year to date, as statistics offices use it; so may be
 * 4—6月 where the year starts in April.
 */
function parseMonths(year: number, [a = '', b = '']: readonly string[], context: PeriodContext): Period | null {
  const [first, last] = [Number(a), Number(b)];
  if (first === 1) return toYearToDate(year, first, last, context.yearStarts);
  const months = last - first + 1;
  const part = first === context.yearStarts ? undefined : PARTS[months];
  return part && last % months === 0 ? toPart(...part, 12 / months, year, last / months) : null;
}

/** 2018/19 is a split year; 2023/9 a month; 2008/9 could be either. */
function parseSlash(year: number, [next = '']: readonly string[], context: PeriodContext): Period | null {
  if (isNextYear(year, next)) return toFiscal(year, context.yearStarts);
  return next.length <= 2 && Number(next) !== (year + 1) % 100 ? toMonth(year, Number(next)) : null;
}

function parseSplitQuarter(year: number, [next = '', n = '']: readonly string[], context: PeriodContext): Period | null {
  return isNextYear(year, next) ? toFiscalQuarter(year, Number(n), context.yearStarts) : null;
}

/** English writings that say the year last. A month's name and four digits leave nothing open; `Jan-24` may be a day. */
const YEAR_LAST: readonly (readonly [RegExp, (match: readonly string[]) => string | null])[] = [
  [/^([QHBW]\d{1,2})[-/,]?(\d{4})$/i, ([, part, year]) => `${year}-${part}`],
  [/^(Q[1-4])[-/,]?(\d{4}[/-](?:\d{4}|\d{2}))$/i, ([, quarter, years]) => `${years}-${quarter}`],
  [/^([A-Za-z]{3,9})\.?[-/,]?(\d{4})$/, ([, name, year]) => toNamedMonth(year as string, name as string)],
  [/^(\d{4})[-/,]?([A-Za-z]{3,9})\.?$/, ([, year, name]) => toNamedMonth(year as string, name as string)],
];

/** Whether a writing has a word, or its year last. */
const ENGLISH = /[A-Za-z]{2}|^[A-Za-z]\d/;

/** `FY2022-23` is the year that 2022/23 is; FY2023 may be either of two. */
function dropFiscal(text: string): string {
  return text.replace(/FY(\d{4})[/-](\d{4}|\d{2})(?!\d)/i, (all, year: string, next: string) =>
    isNextYear(Number(year), next) ? `${year}/${next}` : all,
  );
}

function toNamedMonth(year: string, name: string): string | null {
  const month = monthOfName(name);
  return month === 0 ? null : `${year}-${twoDigits(month)}`;
}

function putYearFirst(text: string): string {
  for (const [pattern, write] of YEAR_LAST) {
    const match = pattern.exec(text);
    const written = match && write(match);
    if (written) return written;
  }
  return text;
}

/**
 * The period that a text means, or null. Takes every canonical notation, and writings like `2023年第三季度`, `2023Q3`, `2023-9`, `Q4 2022/23`,
 * `Sep 2023` that can mean nothing else. `2018-19` is refused (a month that does not exist, or a split year?): `2018/19` says what is meant.
 */
export function parsePeriod(text: string, context: PeriodContext): Period | null {
  const written = text.normalize('NFKC').replace(/\s+/g, '');
  const folded = ENGLISH.test(written) ? putYearFirst(dropFiscal(written)) : written;
  const session = context.sessions?.get(written.toLowerCase());
  if (session) return session;
  for (const [pattern, make] of PATTERNS) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const year = Number(match[1]);
    return year < 1000 ? null : make(year, match.slice(2), context);
  }
  const dates = [folded, text.normalize('NFKC').trim()].map((one) => parseDate(one));
  const date = dates.find((one) => typeof one === 'string');
  return date === undefined ? null : toDay(date);
}

/** By end, then the shorter first, then by id, so that the order is total. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  if (a.start !== b.start) return a.start > b.start ? -1 : 1;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/** The month in which the period's own year starts, as its first day tells. */
function yearStartsOf(period: Period): number {
  const month = Number(period.start.slice(5, 7));
  return period.kind === 'fiscal_quarter' ? ((month - 1 - (Number(period.id.slice(-1)) - 1) * 3 + 24) % 12) + 1 : month;
}

/** Part `n + by` of a year with `count` parts. */
function movePart(year: number, n: number, count: number, by: number): readonly [number, number] {
  const zero = year * count + n - 1 + by;
  return [Math.floor(zero / count), (zero % count) + 1];
}

function moveYearToDate(period: Period, year: number, by: number): Period | null {
  const first = Number(period.id.slice(5, 7));
  const last = Number(period.id.slice(9, 11));
  const done = ((last - first + 12) % 12) + 1;
  const [nextYear, n] = movePart(year, done, 12, by);
  return toYearToDate(nextYear, first, ((first + n - 2) % 12) + 1, first);
}

function move(period: Period, by: number): Period | null {
  const year = Number(period.id.slice(0, 4));
  const n = Number(period.id.slice(-1));
  switch (period.kind) {
    case 'day':
      return toDay(addDays(period.start, by));
    case 'week':
      return weekOf(addDays(period.start, 7 * by));
    case 'month':
      return toMonth(...movePart(year, Number(period.id.slice(5)), 12, by));
    case 'bimonth':
      return toPart('bimonth', 'B', 6, ...movePart(year, n, 6, by));
    case 'quarter':
      return toPart('quarter', 'Q', 4, ...movePart(year, n, 4, by));
    case 'half':
      return toPart('half', 'H', 2, ...movePart(year, n, 2, by));
    case 'year':
      return toYear(year + by);
    case 'ytd':
      return moveYearToDate(period, year, by);
    case 'fiscal':
      return toFiscal(year + by, yearStartsOf(period));
    case 'fiscal_quarter':
      return toFiscalQuarter(...movePart(year, n, 4, by), yearStartsOf(period));
    case 'years':
      return toYears(year + by, Number(period.id.slice(6)) + by);
    case 'session':
      return null;
  }
}

/** How many years a window spans; null for what is no window. */
export function windowYears({ kind, start, end }: Period): number | null {
  return kind === 'years' ? Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 1 : null;
}

/** What the periods of one series have in common: their kind, and of windows their length. Only within it are places compared. */
export function seriesOf(period: Period): string {
  return `${period.kind}${windowYears(period) ?? ''}`;
}

/** The next period of the same kind: the next year to date is one month longer, a window of years moves by one. null for sessions. */
export function nextPeriod(period: Period): Period | null {
  return move(period, 1);
}

/** The period before, of the same kind; null for sessions, whose order is their table's. */
export function previousPeriod(period: Period): Period | null {
  return move(period, -1);
}

/** More steps than these between two periods are none that a chart shows. */
const MOST_BETWEEN = 400;

/** The periods of the same kind after `first` and before `last`, in order; none where no step leads from one to the other. */
export function periodsBetween(first: Period, last: Period): readonly Period[] {
  const between: Period[] = [];
  for (let period = nextPeriod(first); period && between.length <= MOST_BETWEEN && period.end <= last.end; period = nextPeriod(period)) {
    if (period.id === last.id) return between;
    between.push(period);
  }
  return [];
}

/** The period of a cadence that a day lies in; years and quarters are the fiscal ones where the year does not start in January. */
export function periodOfDate(date: string, cadence: Cadence, yearStarts: number): Period | null {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (toDate(year, month, Number(date.slice(8, 10))) === null) return null;
  const fiscalYear = month >= yearStarts ? year : year - 1;
  switch (cadence) {
    case 'day':
      return toDay(date);
    case 'week':
      return weekOf(date);
    case 'month':
      return toMonth(year, month);
    case 'bimonth':
      return toPart('bimonth', 'B', 6, year, Math.ceil(month / 2));
    case 'quarter':
      if (yearStarts === 1) return toPart('quarter', 'Q', 4, year, Math.ceil(month / 3));
      return toFiscalQuarter(fiscalYear, Math.floor(((month - yearStarts + 12) % 12) / 3) + 1, yearStarts);
    case 'half':
      return toPart('half', 'H', 2, year, month <= 6 ? 1 : 2);
    case 'year':
      return yearStarts === 1 ? toYear(year) : toFiscal(fiscalYear, yearStarts);
    case 'session':
    case 'batch':
      return null;
  }
}

/** Whether a period is one of a cadence. A batch has no calendar of its own, so every period fits. */
export function fitsCadence(period: Period, cadence: Cadence): boolean {
  if (cadence === 'batch') return true;
  if (cadence === 'year') return period.kind === 'year' || period.kind === 'fiscal';
  if (cadence === 'quarter') return period.kind === 'quarter' || period.kind === 'fiscal_quarter';
  return period.kind === cadence;
}

const MONTHS: Readonly<Partial<Record<Cadence, number>>> = { bimonth: 2, quarter: 3, half: 6 };

/** Whether a year to date ends together with a period of a cadence: the first nine months with the third quarter. */
export function endsWith({ start, end }: Period, cadence: Cadence): boolean {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return (monthOf(end) - monthOf(start) + 1) % (MONTHS[cadence] ?? 1) === 0;
}

/** How periods of a cadence are written, the usual way first. A batch has no calendar of its own. */
const NOTATIONS: Readonly<Record<Cadence, readonly string[]>> = {
  day: ['2023-09-15'],
  week: ['2023-W36'],
  month: ['2023-09', '2023-01..09'],
  bimonth: ['2023-B5', '2023-01..10'],
  quarter: ['2023-Q3', '2018/19-Q1', '2023-01..09'],
  half: ['2023-H2', '2023-01..06'],
  year: ['2023', '2018/19'],
  session: ['s2', '2023-Q3', '2023-09'],
  batch: ['2023', '2023-H1', '2023-Q3', '2023-B5', '2023-09', '2023-W36', '2023-09-15', '2023-01..08', '2018/19', '2018/19-Q1', '2010..2014', 's2'],
};

/** Examples of the periods of a cadence; of all where there is none. */
export function getNotations(cadence: Cadence | null): readonly string[] {
  return NOTATIONS[cadence ?? 'batch'];
}
