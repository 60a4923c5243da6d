/** Totals that the office gives itself (直接给出的总分): they stand in the place of what the dimensions come to. */
import { type ProgrammeResult, type Ranking, rankingsIn } from '../assess/results.ts';
import { findRow } from '../model/figures.ts';
import type { Unit } from '../model/portal.ts';
import { TOTAL } from '../model/total.ts';

/** How many of the totals of a period, or of the periods, the office gave; the others were worked out. */
export type GivenTotals = 'all' | 'some' | 'none';

/** Of the totals of a period. A unit that has neither a row nor a total is not among them. */
export function givenTotalsIn(result: ProgrammeResult, period: string): GivenTotals {
  const { scores } = result.programme;
  const from = findRow(scores, TOTAL, period);
  if (from === null) return 'none';
  const isGiven = ({ carried }: Ranking, unit: number): boolean => {
    const at = scores.unitAt.get((result.units[unit] as Unit).id);
    return (at !== undefined && scores.status[from + at] !== 0) || carried?.get(unit)?.partly === false;
  };
  const found = rankingsIn(result, null, period).flatMap((ranking) =>
    Array.from(ranking.units).flatMap((unit, at) => isGiven(ranking, unit) || (Number.isNaN(ranking.score[at]) ? [] : false)),
  );
  if (!found.includes(true)) return 'none';
  return found.includes(false) ? 'some' : 'all';
}

/** Of the periods that have totals. */
export function givenTotals(result: ProgrammeResult): GivenTotals {
  const found = new Set(result.periods.flatMap(({ id }) => (rankingsIn(result, null, id).length > 0 ? givenTotalsIn(result, id) : [])));
  return found.size === 1 ? ([...found][0] as GivenTotals) : found.size === 0 ? 'none' : 'some';
}
