/**
 * Working days (工作日): Mondays to Fridays, less the public holidays and with the days that are worked for them (调休) where the portal lists
 * both. In China the State Council announces them for each year (国务院办公厅关于部分节假日安排的通知).
 */
import { parseDate } from './date.ts';
import { dateOf, dayNumber, weekdayOf, weekdaysBetween } from './days.ts';

/** Day numbers, ascending, each once. */
export interface WorkCalendar {
  /** Mondays to Fridays that are not worked. */
  readonly free: readonly number[];
  /** Saturdays and Sundays that are. */
  readonly worked: readonly number[];
}

/** Without a list of holidays: every Monday to Friday. */
export const WEEKDAYS: WorkCalendar = { free: [], worked: [] };

/** The longest holiday that a range may stand for; a longer one is a slip of the pen. */
const LONGEST = 31;

/** The days of `2023-09-29` or `2023-09-29..2023-10-06`; null when it is neither. */
export function parseDays(text: string): readonly number[] | null {
  const ends = text.split('..').map((end) => parseDate(end.trim()));
  const [from, to = from] = ends;
  if (ends.length > 2 || typeof from !== 'string' || typeof to !== 'string') return null;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last < first || last - first >= LONGEST) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Of days off and days worked for them. A day off at a weekend changes nothing, nor does a weekday that is said to be worked. */
export function toCalendar(holidays: readonly number[], worked: readonly number[]): WorkCalendar {
  const isWeekend = (day: number): boolean => weekdayOf(dateOf(day)) > 5;
  const sorted = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);
  return { free: sorted(holidays).filter((day) => !isWeekend(day)), worked: sorted(worked).filter(isWeekend) };
}

/** Working days after `from`, up to and with `to`; negative when `to` is earlier. */
export function workdaysBetween(from: string, to: string, { free, worked }: WorkCalendar): number {
  if (to < from) return 0 - workdaysBetween(to, from, { free, worked });
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const within = (days: readonly number[]): number => days.filter((day) => day > first && day <= last).length;
  return weekdaysBetween(from, to) - within(free) + within(worked);
}
