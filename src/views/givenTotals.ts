/** Totals that the office gives itself (直接给出的总分): they stand in the place of what the dimensions come to. */
import { type ProgrammeResult, rankingsIn } from '../assess/results.ts';
import { hasRows } from '../model/figures.ts';
import { TOTAL } from '../model/total.ts';

/** Whether the office gave totals of a period. */
export function areTotalsGiven({ programme: { scores } }: ProgrammeResult, period: string): boolean {
  const [measure, at] = [scores.measureAt.get(TOTAL), scores.periodAt.get(period)];
  return measure !== undefined && at !== undefined && hasRows(scores, measure, at);
}

/** Of the periods that have totals, in how many they were given. */
export function countGivenTotals(result: ProgrammeResult): 'all' | 'some' | 'none' {
  const totalled = result.periods.filter(({ id }) => rankingsIn(result, null, id).length > 0);
  const given = totalled.filter(({ id }) => areTotalsGiven(result, id)).length;
  if (given === 0) return 'none';
  return given === totalled.length ? 'all' : 'some';
}
