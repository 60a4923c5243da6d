/** The newest of some days (最近一日); null where there is none. */
import { laterDay } from '../model/days.ts';

export function newestDay(days: Iterable<string | null>): string | null {
  let newest: string | null = null;
  for (const day of days) newest = laterDay(newest, day);
  return newest;
}
