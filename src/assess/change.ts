/** What a place means to a reader: shared or not, and how it changed. */
import type { RankChange, Ranking } from './results.ts';

/** Whether a place is shared (并列). */
export function isTied({ rank }: Ranking, position: number): boolean {
  const own = rank[position] as number;
  return own > 0 && (rank[position - 1] === own || rank[position + 1] === own);
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
 * earlier, but not in the previous one; `not_comparable`: the group, its members, the method or the unit itself changed. null without a place,
 * and in the first ranking of a series.
 */
export function rankChange(ranking: Ranking, position: number): RankChange {
  const rank = ranking.rank[position] as number;
  if (rank === 0 || !ranking.previous) return null;
  const unit = ranking.units[position] as number;
  if (ranking.movedIn?.has(unit)) return 'not_comparable';
  const before = placeIn(ranking.previous, unit);
  if (before > 0) return isComparable(ranking, unit) ? before - rank : 'not_comparable';
  const earlier = previousRank(ranking, unit);
  if (earlier === null) return 'new';
  return ranking.changeSince === 'last_ranked' && isComparableBack(ranking, unit) ? earlier - rank : 'returned';
}

/** Whether a unit's place in a ranking can be compared with the one before: its line breaks where not. */
export function isComparable({ comparable, changed }: Pick<Ranking, 'comparable' | 'changed'>, unit: number): boolean {
  return comparable && changed?.has(unit) !== true;
}

function placeIn(ranking: Ranking, unit: number): number {
  const position = ranking.position[unit] ?? -1;
  return position < 0 ? 0 : (ranking.rank[position] as number);
}

/** Whether nothing broke the series since the unit was last ranked. */
function isComparableBack(ranking: Ranking, unit: number): boolean {
  for (let later: Ranking | null = ranking; later && isComparable(later, unit); later = later.previous) {
    if (later.previous && placeIn(later.previous, unit) > 0) return true;
  }
  return false;
}
