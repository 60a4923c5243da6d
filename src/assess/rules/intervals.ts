/** Intervals of numbers, with open and closed ends: what bounds leave, and what lies between them. */
import type { Bounds } from '../../model/config.ts';

export interface Interval {
  readonly from: number;
  readonly to: number;
  /** Whether the end itself belongs to it. */
  readonly fromIn: boolean;
  readonly toIn: boolean;
}

export const ALL: Interval = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, fromIn: false, toIn: false };

/** The interval that bounds leave; `ALL` where there are none. */
export function intervalOf(bounds: Bounds): Interval {
  let interval = ALL;
  const narrow = (from: number, fromIn: boolean, to: number, toIn: boolean): void => {
    interval = meetOf(interval, { from, fromIn, to, toIn });
  };
  if (bounds.gt !== undefined) narrow(bounds.gt, false, ALL.to, false);
  if (bounds.gte !== undefined) narrow(bounds.gte, true, ALL.to, false);
  if (bounds.lt !== undefined) narrow(ALL.from, false, bounds.lt, false);
  if (bounds.lte !== undefined) narrow(ALL.from, false, bounds.lte, true);
  if (bounds.eq !== undefined) narrow(bounds.eq, true, bounds.eq, true);
  return interval;
}

/** Whether no number is in it. */
export function isEmpty({ from, to, fromIn, toIn }: Interval): boolean {
  return from > to || (from === to && !(fromIn && toIn));
}

/** What two intervals share. */
export function meetOf(a: Interval, b: Interval): Interval {
  const low = a.from > b.from || (a.from === b.from && !a.fromIn) ? a : b;
  const high = a.to < b.to || (a.to === b.to && !a.toIn) ? a : b;
  return { from: low.from, fromIn: low.fromIn, to: high.to, toIn: high.toIn };
}

/** What an interval leaves out, below and above. */
export function complementOf(interval: Interval): readonly Interval[] {
  const below: Interval = { ...ALL, to: interval.from, toIn: !interval.fromIn };
  const above: Interval = { ...ALL, from: interval.to, fromIn: !interval.toIn };
  return [below, above].filter((one) => !isEmpty(one) && (one === below ? interval.from !== ALL.from : interval.to !== ALL.to));
}

/** The same among whole numbers: both ends belong to it. */
export function wholeOf({ from, to, fromIn, toIn }: Interval): Interval {
  const first = fromIn ? Math.ceil(from) : Math.floor(from) + 1;
  const last = toIn ? Math.floor(to) : Math.ceil(to) - 1;
  return { from: first, to: last, fromIn: Number.isFinite(first), toIn: Number.isFinite(last) };
}

/** Whole numbers between intervals of whole numbers that none of them covers: the first and the last of each hole. */
export function wholeHolesBetween(intervals: readonly Interval[]): readonly Pick<Interval, 'from' | 'to'>[] {
  const upToNext = intervals.filter((one) => !isEmpty(one)).map((one) => ({ ...one, to: one.to + 1, toIn: false }));
  return holesBetween(upToNext).map(({ from, to }) => ({ from, to: to - 1 }));
}

/** Places between intervals that none of them covers; `from` equals `to` where only one number is left out. */
export function holesBetween(intervals: readonly Interval[]): readonly Pick<Interval, 'from' | 'to'>[] {
  const sorted = intervals.filter((one) => !isEmpty(one)).sort((a, b) => a.from - b.from || Number(b.fromIn) - Number(a.fromIn));
  const holes: Pick<Interval, 'from' | 'to'>[] = [];
  let end: Interval | null = null;
  for (const next of sorted) {
    if (end && (next.from > end.to || (next.from === end.to && !next.fromIn && !end.toIn))) holes.push({ from: end.to, to: next.from });
    if (!end || next.to > end.to || (next.to === end.to && next.toIn)) end = next;
  }
  return holes;
}

/** In signs: `[90, 95)`; a single number as itself. */
export function formatInterval({ from, to, fromIn, toIn }: Interval): string {
  if (from === to) return formatEnd(from);
  return `${fromIn ? '[' : '('}${formatEnd(from)}, ${formatEnd(to)}${toIn ? ']' : ')'}`;
}

function formatEnd(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '+∞' : '−∞';
}
