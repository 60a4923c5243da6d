/** A total recounted (总分构成) from what its pages print: each dimension's score, its weight, and what it adds. */
import { roundTo } from '../rounding.ts';
import { scoreDecimals } from './decimals.ts';
import { type ProgrammeResult, type Ranking, rankingKey, totalKey, type Weighing } from './results.ts';

export interface Recount {
  readonly parts: readonly RecountPart[];
  /** Sum of the weights that count: those of dimensions that are excused are not in it. */
  readonly weights: number;
  /** What the parts come to, at printed precision: the score before adjustments. */
  readonly base: number;
}

export interface RecountPart {
  readonly dimension: string;
  /** At printed precision; 0 where a missing one counts as zero. */
  readonly score: number;
  readonly weight: number;
  /** What it adds to `base`, not rounded: score × weight ÷ weights. */
  readonly points: number;
}

/**
 * How the total of a unit (an index) is made in a ranking of totals; null where it has none, and where its parts do not come to it, as where
 * the office gave it.
 */
export function recountTotal(result: ProgrammeResult, ranking: Ranking, unit: number): Recount | null {
  const { config } = result.programme;
  const position = ranking.position[unit] ?? -1;
  const total = position < 0 ? Number.NaN : (ranking.score[position] as number);
  if (!ranking.weighing || Number.isNaN(total)) return null;
  const counted = weightsFor(ranking.weighing, unit).flatMap(({ dimension, weight }) => {
    const score = scoreOf(result, ranking, dimension, unit);
    return weight > 0 && !Number.isNaN(score) ? { dimension, score, weight } : [];
  });
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const parts = counted.map((part) => ({ ...part, points: (part.score * part.weight) / weights }));
  const sum = counted.reduce((all, { score, weight }) => all + score * weight, 0) / weights;
  const id = result.units[unit]?.id as string;
  const base = result.totals.get(totalKey(id, ranking.period.id, ranking.group))?.base ?? total;
  return parts.length > 0 && roundTo(sum, scoreDecimals(config, null)) === base ? { parts, weights, base } : null;
}

function weightsFor({ sets, setOf }: Weighing, unit: number) {
  return sets.get(setOf.get(unit) ?? null) ?? [];
}

/** NaN where the dimension does not count for the unit. */
function scoreOf({ rankings }: ProgrammeResult, { period, group, gaps }: Ranking, dimension: string, unit: number): number {
  if (gaps?.get(unit)?.zeroed.some(({ part, partly }) => part === dimension && !partly)) return 0;
  const own = rankings.get(rankingKey(dimension, period.id, group));
  const at = own?.position[unit] ?? -1;
  return own && at >= 0 ? (own.score[at] as number) : Number.NaN;
}
