/**
 * Days as whole numbers: the date so many days later, how many lie between two, how many of them are working days. No clock, no time zone,
 * no `Date`.
 */
const known = new Map<string, number>();

/** Days since 1970-01-01 of a YYYY-MM-DD. */
export function dayNumber(date: string): number {
  let day = known.get(date);
  if (day === undefined) {
    day = countDays(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
    known.set(date, day);
  }
  return day;
}

/** Days of the Gregorian calendar, with years that begin in March so that the leap day comes last. */
function countDays(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ofYear - 719468;
}

/** The date, YYYY-MM-DD, of a day number. */
export function dateOf(day: number): string {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(ofYear - Math.floor((153 * shifted + 2) / 5) + 1)}`;
}

/** A number of 0–99 as it stands in a date: `05`. */
export function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Mondays to Fridays after `from`, up to and with `to`; negative when `to` is earlier. Public holidays are not known here. */
export function weekdaysBetween(from: string, to: string): number {
  return weekdaysUpTo(dayNumber(to)) - weekdaysUpTo(dayNumber(from));
}

/** 1970-01-01 was a Thursday. */
function weekdaysUpTo(day: number): number {
  const days = day + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

/** The date so many days later; earlier, when `days` is negative. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** The date of the day before. */
export function dayBefore(date: string): string {
  return addDays(date, -1);
}

/** ISO 8601: 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  const day = (dayNumber(date) + 3) % 7;
  return (day < 0 ? day + 7 : day) + 1;
}

/** Whether a day lies in what holds `from` a day `to` another, both of them in it; null = no end on that side. */
export function isInForce({ from, to }: { readonly from: string | null; readonly to: string | null }, day: string): boolean {
  return (from === null || from <= day) && (to === null || to >= day);
}

/** Whether two things are in force on one and the same day; undefined or null = no end on that side. */
export function areTogether(a: Span, b: Span): boolean {
  return (a.from ?? '') <= (b.to ?? '9') && (b.from ?? '') <= (a.to ?? '9');
}

/** What begins and ends on a day, both of them in it. */
interface Span {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** The later of two days; null only where there is neither. */
export function laterDay(a: string, b: string | null): string;
export function laterDay(a: string | null, b: string | null): string | null;
export function laterDay(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** The newest of some days; null where there is none. */
export function newestDay(days: Iterable<string | null>): string | null {
  let newest: string | null = null;
  for (const day of days) newest = laterDay(newest, day);
  return newest;
}

/** Whether what is dated by a day is out (已发布) on another; without a date it is. */
export function isOut(publishedOn: string | null, asOf: string): boolean {
  return publishedOn === null || publishedOn <= asOf;
}

/** The order of two days. */
export function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
