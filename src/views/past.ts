/** What was before a ranking, in its own series: periods without any ranking stand there too, since a line must not run through them. */
import type { Ranking } from '../assess/results.ts';
import { type Period, periodsBetween } from '../model/period.ts';

export interface PastSlot {
  readonly period: Period;
  /** null in a period in which nobody was ranked. */
  readonly ranking: Ranking | null;
}

/** Periods that the lines beside places go back, the newest included. */
const HISTORY = 8;

/** The newest periods of a series, in order; the first has a ranking. */
export function pastSlots(rankings: readonly Ranking[]): readonly PastSlot[] {
  const newest = rankings.slice(-HISTORY);
  const slots = newest.flatMap((ranking, at): PastSlot[] => {
    const before = newest[at - 1];
    const between = before ? periodsBetween(before.period, ranking.period) : [];
    return [...between.map((period) => ({ period, ranking: null })), { period: ranking.period, ranking }];
  });
  const shown = slots.slice(-HISTORY);
  return shown.slice(shown.findIndex(({ ranking }) => ranking !== null));
}
