/** The spread of a ranking's scores or values (分布): where its members stand, for strips, bars and medians. */
import type { Ranking } from '../assess/results.ts';
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
const spreads = new WeakMap<Ranking, Spread | { readonly values: readonly [] }>();

/** The figures that a ranking was made from. */
export function figuresOf(ranking: Ranking): Float64Array {
  return ranking.by === 'value' ? ranking.value : ranking.score;
}

/** null where nobody is ranked. */
export function findSpread(ranking: Ranking): Spread | null {
  let spread = spreads.get(ranking);
  if (!spread) {
    spread = measure(figuresOf(ranking).filter((_, at) => (ranking.rank[at] as number) > 0));
    spreads.set(ranking, spread);
  }
  return 'min' in spread ? spread : null;
}

/** The median of some figures, in ascending order; NaN of none. */
export function medianOf(sorted: Float64Array): number {
  const n = sorted.length;
  return tidy(((sorted[(n - 1) >> 1] as number) + (sorted[n >> 1] as number)) / 2);
}

function measure(figures: Float64Array): Spread | { readonly values: readonly [] } {
  const sorted = figures.sort();
  const n = sorted.length;
  if (n === 0) return { values: [] };
  const at = (i: number) => sorted[i] as number;
  const dots = n <= MOST_DOTS ? n : DECILES;
  const values = Array.from({ length: dots }, (_, i) => at(dots === 1 ? 0 : Math.round((i * (n - 1)) / (dots - 1))));
  return { min: at(0), median: medianOf(sorted), max: at(n - 1), values };
}
