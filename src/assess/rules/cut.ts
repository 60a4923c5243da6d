/**
 * A cut (名次线): who is among the first or the last n of a ranking.
 *
 * Places from the bottom are counted from the bottom, with their own ties: of 1, 2, 3, 3 the two last ones are both the last but none.
 */
import type { AwardRule } from '../../model/config.ts';
import { tidy } from '../../rounding.ts';
import type { Ranking } from '../results.ts';
import type { Truth } from './truth.ts';

/** What a cut needs of a ranking. */
export type Board = Pick<Ranking, 'ranked' | 'rank' | 'position'>;

interface Cut {
  /** Place of a unit (by index) from the end that the cut starts at; NaN when it has none. */
  readonly placeOf: (unit: number) => number;
  /** Whether the cut takes a unit; null when a tie crosses it that nothing breaks, or when the unit has no place. */
  readonly takes: (unit: number) => Truth;
  /** Whether the unit is one of those that only an undeclared tie-break could tell apart. */
  readonly isUndecided: (unit: number) => boolean;
}

/** A cut that takes `n` places (see `cutSize`) from an end of a board. */
export function cutBoard(board: Board, from: 'top' | 'bottom', n: number, tieAtCut: AwardRule['tieAtCut']): Cut {
  const sizes = new Int32Array(board.rank.length + 2);
  for (const rank of board.rank) if (rank > 0) sizes[rank] = (sizes[rank] as number) + 1;
  const rankOf = (unit: number): number => {
    const at = board.position[unit] ?? -1;
    return at < 0 ? 0 : (board.rank[at] as number);
  };
  const place = (rank: number): number => (from === 'top' ? rank : board.ranked - rank - (sizes[rank] as number) + 2);
  const isUndecided = (unit: number): boolean => {
    const rank = rankOf(unit);
    return tieAtCut === 'tiebreak' && rank > 0 && place(rank) <= n && place(rank) + (sizes[rank] as number) - 1 > n;
  };
  return {
    isUndecided,
    placeOf: (unit) => (rankOf(unit) === 0 ? Number.NaN : place(rankOf(unit))),
    takes: (unit) => {
      const rank = rankOf(unit);
      if (rank === 0 || isUndecided(unit)) return null;
      return place(rank) <= n && (tieAtCut === 'include' || place(rank) + (sizes[rank] as number) - 1 <= n);
    },
  };
}

type ByGroup = number | Readonly<Record<string, number>> | null;

/** How many the cut takes: `n`, or a share of those with a place; a map holds one number a group, and a group without one gets none. */
export function cutSize(n: ByGroup, share: ByGroup, group: string | null, ranked: number, rounding: AwardRule['shareRounding']): number {
  const fixed = forGroup(n, group);
  if (fixed !== null) return fixed;
  const part = forGroup(share, group);
  if (part === null) return 0;
  // 0.07 × 100 is 7.000000000000001, which must not round up to 8.
  return Math[rounding](tidy(part * ranked));
}

function forGroup(value: ByGroup, group: string | null): number | null {
  return typeof value === 'object' && value !== null ? (value[group ?? ''] ?? null) : value;
}
