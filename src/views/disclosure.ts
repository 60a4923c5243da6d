/**
 * How much of a ranking a programme publishes (公开范围): `full` all of it, `top` the better half by name, `counts` only how many were
 * ranked. What is not published is in no view, so in no page and no download either.
 */
import type { Ranking } from '../assess/results.ts';
import type { ProgrammeIndex } from './siteIndex.ts';
import { findSpread, type Spread } from './spread.ts';

/** How many of a ranking's positions, from the first, may be named. Ties at the edge are named. */
export function namedIn({ result }: Pick<ProgrammeIndex, 'result'>, ranking: Ranking): number {
  const { disclosure } = result.programme.config.publication;
  if (disclosure === 'full') return ranking.units.length;
  if (disclosure === 'counts') return 0;
  const last = Math.ceil(ranking.ranked / 2);
  let named = 0;
  while (named < ranking.ranked && (ranking.rank[named] as number) <= last) named++;
  return named;
}

/** Position of a unit that may be named; −1 where it is no member or may not. */
export function namedPosition(programme: ProgrammeIndex, ranking: Ranking, unit: number): number {
  const at = ranking.position[unit] ?? -1;
  return at < namedIn(programme, ranking) ? at : -1;
}

export function isFullyDisclosed({ result }: Pick<ProgrammeIndex, 'result'>): boolean {
  return result.programme.config.publication.disclosure === 'full';
}

/** The spread of a ranking; null where only part of it is published, since the lowest, and what is left of a median, would tell the rest. */
export function spreadIn(programme: ProgrammeIndex, ranking: Ranking): Spread | null {
  return isFullyDisclosed(programme) ? findSpread(ranking) : null;
}

/** Whether the unit's place before may be named: a change would tell it. */
export function isBeforeNamed(programme: ProgrammeIndex, ranking: Ranking, unit: number): boolean {
  return isFullyDisclosed(programme) || (ranking.previous !== null && namedPosition(programme, ranking.previous, unit) >= 0);
}

/** Whether it may be said of a unit what became of it in a period: an adjustment or a correction would tell its place. */
export function mayTellOf(programme: ProgrammeIndex, period: string, unit: string): boolean {
  if (isFullyDisclosed(programme)) return true;
  const at = programme.result.unitAt.get(unit);
  if (at === undefined) return false;
  return programme.series.some(({ rankings }) =>
    rankings.some((ranking) => ranking.period.id === period && namedPosition(programme, ranking, at) >= 0),
  );
}
