/**
 * Calendar days (日期) as `YYYY-MM-DD` text, which sorts as it stands. No clock and no time zone: the day that was written is the day.
 */
import { foldWidth } from '../read/cell.ts';
import { addDays, twoDigits } from './days.ts';

/** Which number comes first in `03/04/2023`; null where the portal has not said, and such a date is then refused. */
type DateOrder = 'dmy' | 'mdy' | null;

/** Why a text is no date. `mend`: what it probably should be, to be confirmed by whoever wrote it. */
export interface DateFault {
  readonly fault:
    | 'date-impossible'
    | 'date-serial'
    | 'date-ambiguous'
    | 'date-day-first'
    | 'date-month-first'
    | 'date-unreadable'
    | 'date-without-year'
    | 'date-without-day'
    | 'date-short-year';
  readonly mend: string | null;
}

/** A due date: its last day, and the words where they were vague (2023年8月下旬). */
export interface DueDate {
  readonly date: string;
  readonly text: string | null;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date, or null when the calendar has no such day. */
export function toDate(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** First day of a month; `month` may run past 12 or below 1 and then moves the year. */
export function firstOfMonth(year: number, month: number): string {
  const zero = year * 12 + month - 1;
  return `${Math.floor(zero / 12)}-${twoDigits((((zero % 12) + 12) % 12) + 1)}-01`;
}

/** Last day of a month; `month` may run past 12. */
export function lastOfMonth(year: number, month: number): string {
  const first = firstOfMonth(year, month);
  return first.slice(0, -2) + daysInMonth(Number(first.slice(0, -6)), Number(first.slice(-5, -3)));
}

const YEAR_FIRST = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?$/;
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const CLOCK = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');

/** The month of a full name, of its first three letters, or of Sept; 0 for another word. */
export function monthOfName(name: string): number {
  const word = name.toLowerCase();
  return MONTH_NAMES.findIndex((month) => word === month || word === month.slice(0, 3) || (word === 'sept' && month === 'september')) + 1;
}

function givenOr(date: string | null): string | DateFault {
  return date ?? { fault: 'date-impossible', mend: null };
}

/** Why a date with its year behind is none where no order is declared. A number above 12 tells one date's order, and may be that of no other. */
function findOrderFault(a: number, b: number, year: number): DateFault {
  const [dayFirst, monthFirst] = [toDate(year, b, a), toDate(year, a, b)];
  if (dayFirst === null && monthFirst === null) return { fault: 'date-impossible', mend: null };
  if (dayFirst !== null && monthFirst !== null) return { fault: 'date-ambiguous', mend: null };
  return dayFirst === null ? { fault: 'date-month-first', mend: monthFirst } : { fault: 'date-day-first', mend: dayFirst };
}

function parseYearLast(a: number, b: number, year: string, order: DateOrder): string | DateFault {
  // 98 may be 1998 or 2098, whatever comes first.
  if (year.length === 2) return { fault: 'date-short-year', mend: null };
  if (order === null) return findOrderFault(a, b, Number(year));
  return givenOr(order === 'dmy' ? toDate(Number(year), b, a) : toDate(Number(year), a, b));
}

const DAY_MONTH = /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?<month>[A-Za-z]{3,9})\.?,?[ -](?<year>\d{4}|\d{2})$/;
const MONTH_DAY = /^(?<month>[A-Za-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4}|\d{2})$/;

/** A day whose month is a word; null where none is. */
function parseEnglish(text: string): string | DateFault | null {
  const { day = '', month = '', year = '' } = (DAY_MONTH.exec(text) ?? MONTH_DAY.exec(text))?.groups ?? {};
  const n = monthOfName(month);
  if (n === 0) return null;
  return year.length === 2 ? { fault: 'date-short-year', mend: null } : givenOr(toDate(Number(year), n, Number(day)));
}

/**
 * One day in any unambiguous writing: `2023-09-05`, `2023/9/5`, `2023.9.5`, `2023年9月5日`, `20230905`, `5 September 2023`, `5-Sep-2023`,
 * `September 5, 2023`. A time of day behind it is dropped. Days that no calendar has, Excel serial numbers, years of two digits, and
 * `03/04/2023` without a declared order are faults.
 */
export function parseDate(text: string, order: DateOrder = null): string | DateFault {
  const day = foldWidth(text).replace(CLOCK, '').trim();
  const first = YEAR_FIRST.exec(day);
  if (first) return givenOr(toDate(Number(first[1]), Number(first[2] ?? first[3] ?? first[4] ?? first[5]), Number(first[6])));
  const last = YEAR_LAST.exec(day);
  if (last) return parseYearLast(Number(last[1]), Number(last[2]), last[3] as string, order);
  if (/^\d{8}$/.test(day)) return givenOr(toDate(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))));
  if (/^\d{5}(?:\.\d+)?$/.test(day)) return { fault: 'date-serial', mend: addDays('1899-12-30', Math.floor(Number(day))) };
  const english = parseEnglish(day);
  if (english !== null) return english;
  if (/^\d{1,2}月\d{1,2}日?$/.test(day)) return { fault: 'date-without-year', mend: null };
  const month = parseVagueMonth(day);
  if (month !== null) return { fault: 'date-without-day', mend: month };
  return { fault: 'date-unreadable', mend: null };
}

const PART_OF_MONTH: Readonly<Record<string, number>> = { 上旬: 10, 初: 10, 中旬: 20, 中: 20, early: 10, mid: 20 };
const QUARTER_DIGIT = '一二三四';

function lastDayOfPart(year: number, month: number, part: string): string | null {
  if (month < 1 || month > 12) return null;
  return toDate(year, month, PART_OF_MONTH[part.toLowerCase()] ?? daysInMonth(year, month));
}

function parseVagueMonth(text: string): string | null {
  const zh = /^(\d{4})年(\d{1,2})月份?(上旬|中旬|下旬|初|中|底|末|内)?$/.exec(text) ?? /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (zh) return lastDayOfPart(Number(zh[1]), Number(zh[2]), zh[3] ?? '');
  const en = /^(?:(early|mid|late|end(?: of)?)[ -])?([A-Za-z]{3,9})[ -](\d{4})$/i.exec(text);
  const month = en ? monthOfName(en[2] as string) : 0;
  return en && month ? lastDayOfPart(Number(en[3]), month, en[1] ?? '') : null;
}

function parseVagueYear(text: string): string | null {
  // No year of an office begins with a nought.
  if (/\b0\d{3}/.test(text)) return null;
  const half = /^(\d{4})年(上半年|下半年|全年|年?内|年?中|年?底|年?末)$/.exec(text);
  if (half) return /上半年|中/.test(half[2] as string) ? `${half[1]}-06-30` : `${half[1]}-12-31`;
  const quarter = /^(\d{4})(?:年第?([一二三四1-4])季度(?:底|末|内)?|-?Q([1-4]))$/.exec(text);
  if (quarter) {
    const digit = quarter[2] ?? (quarter[3] as string);
    const n = QUARTER_DIGIT.indexOf(digit) + 1 || Number(digit);
    return lastOfMonth(Number(quarter[1]), n * 3);
  }
  const year = /^(?:end(?: of)? )?(\d{4})年?$/i.exec(text);
  return year ? `${year[1]}-12-31` : null;
}

function isVague({ fault }: DateFault): boolean {
  return fault === 'date-unreadable' || fault === 'date-without-day';
}

/**
 * A due date, exact or vague: `2023年8月下旬`, `2023年9月底前`, `2023年上半年`, `2023年底`, `2023-08`, `late August 2023`. It counts as
 * its last day and keeps its words. Without a year it is a fault.
 */
export function parseDueDate(text: string): DueDate | DateFault {
  const exact = parseDate(text);
  if (typeof exact === 'string') return { date: exact, text: null };
  if (!isVague(exact)) return exact;
  const bare = foldWidth(text)
    .replace(/(?:之?前|以前)$/, '')
    .trim();
  const day = bare === text ? exact : parseDate(bare);
  const date = typeof day === 'string' ? day : (parseVagueMonth(bare) ?? parseVagueYear(bare));
  if (date !== null) return { date, text };
  if (typeof day !== 'string' && !isVague(day)) return day;
  return /^\d{1,2}月|^(?:上|下)半年|^年[中底末]/.test(bare) ? { fault: 'date-without-year', mend: null } : exact;
}
