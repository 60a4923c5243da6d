/** Days and quarters of the demo city; dates are YYYY-MM-DD. */
export const AS_OF = '2023-12-31';

export const QUARTERS = ['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'] as const;
export type Quarter = (typeof QUARTERS)[number];

const DAY = 86_400_000;

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** Public holidays, first and last days. */
const HOLIDAYS: readonly (readonly [string, string])[] = [
  ['2022-01-31', '2022-02-06'],
  ['2022-04-03', '2022-04-05'],
  ['2022-04-30', '2022-05-04'],
  ['2022-06-03', '2022-06-05'],
  ['2022-09-10', '2022-09-12'],
  ['2022-10-01', '2022-10-07'],
  ['2023-01-01', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
];

function isFree(date: string): boolean {
  const day = new Date(Date.parse(date)).getUTCDay();
  return day === 0 || day === 6 || HOLIDAYS.some(([from, to]) => from <= date && date <= to);
}

/** The same day, or the next one on which offices are open. */
export function toWorkday(date: string): string {
  return isFree(date) ? toWorkday(addDays(date, 1)) : date;
}

const ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** First and last day of a quarter. */
export function quarterDays(quarter: string): { start: string; end: string } {
  const year = quarter.slice(0, 4);
  const n = Number(quarter.slice(6)) - 1;
  const start = `${year}-${String(n * 3 + 1).padStart(2, '0')}-01`;
  return { start, end: `${year}-${ENDS[n]}` };
}

/** When a quarter's results are published: three weeks after its end; the last one of the demo as a flash figure on the last day of the year. */
export function quarterPublished(quarter: string): string {
  return quarter === '2023-Q4' ? '2023-12-31' : toWorkday(addDays(quarterDays(quarter).end, 21));
}
