/** The spread of a ranking's scores or values (分布): where its members stand, for strips, bars and medians. */
import type { Ranking } from '../assess/results.ts';
import { oncePer } from '../memo.ts';
import { tidy } from '../rounding.ts';

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Every member's figure, ascending; of more than 40 members, the ends and the deciles between. */
  readonly values: readonly number[];
}

const MOST_DOTS = 40;
const DECILES = 11;

/** The figures that a ranking was made from. */
export function figuresOf(ranking: Ranking): Float64Array {
  return ranking.by === 'value' ? ranking.value : ranking.score;
}

/** null where nobody is ranked. */
export const findSpread = oncePer((ranking: Ranking) => measure(figuresOf(ranking).filter((_, at) => (ranking.rank[at] as number) > 0)));

/** The median of some figures, in ascending order; NaN of none. */
export function medianOf(sorted: Float64Array): number {
  const n = sorted.length;
  return tidy(((sorted[(n - 1) >> 1] as number) + (sorted[n >> 1] as number)) / 2);
}

/** null of none. */
function measure(figures: Float64Array): Spread | null {
  const sorted = figures.sort();
  const n = sorted.length;
  if (n === 0) return null;
  const at = (i: number) => sorted[i] as number;
  const dots = n <= MOST_DOTS ? n : DECILES;
  const values = Array.from({ length: dots }, (_, i) => at(dots === 1 ? 0 : Math.round((i * (n - 1)) / (dots - 1))));
  return { min: at(0), median: medianOf(sorted), max: at(n - 1), values };
}
