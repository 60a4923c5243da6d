/** Which dimensions a rule over figures means, where it names them itself (规则点名的维度). */
import { askedOf, type Leaf, leavesOf } from './condition.ts';
import type { Condition, DimensionConfig } from './config.ts';
import { TOTAL } from './total.ts';

interface Measured {
  readonly id: string;
  readonly dimension: string | null;
}

/**
 * The dimensions that a rule's figures are of, where each of them is of a dimension or an indicator that the rule names; without those that are
 * of the total, or of an indicator of no dimension. null where the scope says of one of them what it is of, or there are none.
 */
export function dimensionsNamed(
  when: Condition,
  dimensions: readonly DimensionConfig[],
  indicators: readonly Measured[],
): ReadonlySet<string> | null {
  // What must not be so is of another dimension, as often as not.
  const asked = askedOf(when).flatMap(wordsOf);
  const words = asked.length > 0 ? asked : leavesOf(when).flatMap(wordsOf);
  if (words.length === 0 || words.includes(null)) return null;
  return new Set(words.flatMap((word) => dimensionOf(word ?? TOTAL, dimensions, indicators) ?? []));
}

/** What a predicate over figures names; null where it names nothing. */
function wordsOf(leaf: Leaf): readonly (string | null)[] {
  if (leaf.type === 'rank' || leaf.type === 'band' || leaf.type === 'rank_change') return [leaf.on];
  return leaf.type === 'metric' ? [leaf.indicator ?? leaf.dimension] : [];
}

function dimensionOf(word: string, dimensions: readonly DimensionConfig[], indicators: readonly Measured[]): string | null {
  const named = dimensions.find(({ id }) => id === word) ?? dimensions.find((one) => one.indicators.includes(word));
  const own = indicators.find(({ id }) => id === word)?.dimension ?? null;
  return named?.id ?? dimensions.find(({ id }) => id === own)?.id ?? null;
}
