/** Totals that the office gives itself (直接给出的总分): they stand in the place of what the dimensions come to. */
import { type ProgrammeResult, type Ranking, rankingsIn } from '../assess/results.ts';
import { findRow } from '../model/figures.ts';
import type { Unit } from '../model/portal.ts';
import { TOTAL } from '../model/total.ts';

/** How many of the totals of a period, or of the periods, the office gave; the others were worked out. */
export type GivenTotals = 'all' | 'some' | 'none';

interface Given {
  readonly of: GivenTotals;
  /** Units (indexes) whose total the office gave. */
  readonly units: ReadonlySet<number>;
}

const known = new WeakMap<ProgrammeResult, Map<string, Given>>();

/** Which totals of a period the office gave: asked for every row, and found once. */
function findGiven(result: ProgrammeResult, period: string): Given {
  let byPeriod = known.get(result);
  if (!byPeriod) {
    byPeriod = new Map();
    known.set(result, byPeriod);
  }
  let found = byPeriod.get(period);
  if (!found) {
    found = lookForGiven(result, period);
    byPeriod.set(period, found);
  }
  return found;
}

function lookForGiven(result: ProgrammeResult, period: string): Given {
  const { scores } = result.programme;
  const units = new Set<number>();
  const from = findRow(scores, TOTAL, period);
  // Where nobody has a row none is carried forward either: all are worked out, also of dimensions that are.
  if (from === null || scores.units.every((_, at) => scores.status[from + at] === 0)) return { of: 'none', units };
  const isGiven = ({ carried }: Ranking, unit: number): boolean => {
    const at = scores.unitAt.get((result.units[unit] as Unit).id);
    if (at === undefined) return false;
    const earlier = carried?.get(unit);
    const before = earlier && !earlier.partly ? findRow(scores, TOTAL, earlier.from.id) : null;
    return scores.status[from + at] !== 0 || (before !== null && !Number.isNaN(scores.value[before + at]));
  };
  let worked = false;
  for (const ranking of rankingsIn(result, null, period)) {
    for (const [at, unit] of ranking.units.entries()) {
      if (isGiven(ranking, unit)) units.add(unit);
      else if (!Number.isNaN(ranking.score[at])) worked = true;
    }
  }
  return { of: units.size === 0 ? 'none' : worked ? 'some' : 'all', units };
}

/** Of the totals of a period. A unit that has neither a row nor a total is not among them. */
export function givenTotalsIn(result: ProgrammeResult, period: string): GivenTotals {
  return findGiven(result, period).of;
}

/** Whether the office gave a unit's (an index) total of a period. */
export function isTotalGiven(result: ProgrammeResult, period: string, unit: number): boolean {
  return findGiven(result, period).units.has(unit);
}

/** The units (indexes) whose totals of a period the office gave, where it gave only some; else null. */
export function someGivenIn(result: ProgrammeResult, period: string): ReadonlySet<number> | null {
  const { of, units } = findGiven(result, period);
  return of === 'some' ? units : null;
}

/** Of the periods that have totals. */
export function givenTotals(result: ProgrammeResult): GivenTotals {
  const found = new Set(result.periods.flatMap(({ id }) => (rankingsIn(result, null, id).length > 0 ? givenTotalsIn(result, id) : [])));
  return found.size === 1 ? ([...found][0] as GivenTotals) : found.size === 0 ? 'none' : 'some';
}

/** Whether it gave only some of the totals of any period. */
export function givesSomeTotals(result: ProgrammeResult): boolean {
  return result.periods.some(({ id }) => someGivenIn(result, id) !== null);
}
