/** What a place means to a reader: shared or not, counted from the bottom, and how it changed. */
import type { RankChange, Ranking } from './results.ts';

/** One unit in one ranking. */
export interface Standing {
  readonly ranking: Ranking;
  /** Position in the ranking's arrays. */
  readonly position: number;
  /** null = no place. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** null where there is none. */
  readonly score: number | null;
  readonly value: number | null;
  /** Index into FIGURE_STATUSES. */
  readonly status: number;
  readonly previousRank: number | null;
  readonly change: RankChange;
}

/** Where a unit stands in a ranking; null when it is not a member. */
export function standingOf(ranking: Ranking, unit: number): Standing | null {
  const position = ranking.position[unit] ?? -1;
  if (position < 0) return null;
  const score = ranking.score[position] as number;
  const value = ranking.value[position] as number;
  return {
    ranking,
    position,
    rank: ranking.rank[position] || null,
    tied: isTied(ranking, position),
    score: Number.isNaN(score) ? null : score,
    value: Number.isNaN(value) ? null : value,
    status: ranking.status[position] as number,
    previousRank: previousRank(ranking, unit),
    change: rankChange(ranking, position),
  };
}

/** Whether a place is shared (并列). */
export function isTied({ rank }: Ranking, position: number): boolean {
  const own = rank[position] as number;
  return own > 0 && (rank[position - 1] === own || rank[position + 1] === own);
}

/** The place counted from the bottom: one more than the number of those that are strictly worse. 0 = no place. */
export function placeFromBottom({ rank, ranked }: Ranking, position: number): number {
  const own = rank[position] as number;
  if (own === 0) return 0;
  let last = position;
  while (last + 1 < ranked && rank[last + 1] === own) last++;
  return ranked - last;
}

/** The place that a unit had the last time it had one in this series; null when it never had. */
export function previousRank(ranking: Ranking, unit: number): number | null {
  for (let earlier = ranking.previous; earlier; earlier = earlier.previous) {
    const place = placeIn(earlier, unit);
    if (place > 0) return place;
  }
  return null;
}

/**
 * Places gained since the previous ranking of the series, by printed ranks. `new`: never ranked before in this series; `returned`: ranked
 * earlier, but not in the previous one; `not_comparable`: the group, its members or the method changed. null without a place, and in
 * the first ranking of a series.
 */
export function rankChange(ranking: Ranking, position: number): RankChange {
  const rank = ranking.rank[position] as number;
  if (rank === 0 || !ranking.previous) return null;
  const unit = ranking.units[position] as number;
  if (ranking.movedIn?.has(unit)) return 'not_comparable';
  const before = placeIn(ranking.previous, unit);
  if (before > 0) return ranking.comparable ? before - rank : 'not_comparable';
  const earlier = previousRank(ranking, unit);
  if (earlier === null) return 'new';
  return ranking.changeSince === 'last_ranked' && isComparableBack(ranking, unit) ? earlier - rank : 'returned';
}

function placeIn(ranking: Ranking, unit: number): number {
  const position = ranking.position[unit] ?? -1;
  return position < 0 ? 0 : (ranking.rank[position] as number);
}

/** Whether nothing broke the series since the unit was last ranked. */
function isComparableBack(ranking: Ranking, unit: number): boolean {
  for (let later: Ranking | null = ranking; later?.comparable; later = later.previous) {
    if (later.previous && placeIn(later.previous, unit) > 0) return true;
  }
  return false;
}
