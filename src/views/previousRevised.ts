/** Changes that are other than when a board came out (上期更正): the ranks that they are counted from were corrected, or completed, since. */
import { compareDays } from '../model/days.ts';
import type { Period } from '../model/period.ts';
import { isFullyDisclosed } from './disclosure.ts';
import { findLaterFigures } from './laterFigures.ts';
import type { ProgrammeIndex, SiteIndex } from './siteIndex.ts';

/** A board (`dimension`: null = the total) and the one before it. */
interface Boards {
  readonly dimension: string | null;
  readonly previous: Period;
  /** When the later one came out first. */
  readonly first: string;
}

/** The newest day after `first` on which ranks of the period before moved, or figures of it came out; null where none did, or it may not be told. */
export function findPreviousRevised(index: SiteIndex, programme: ProgrammeIndex, { dimension, previous, first }: Boards): string | null {
  if (!isFullyDisclosed(programme)) return null;
  const { impacts } = index.site.assessment;
  const corrections = index.correctionsByPeriod.get(`${programme.result.programme.config.id}|${previous.id}`) ?? [];
  const isMoving = (id: string): boolean =>
    impacts?.get(id)?.rankings.some((one) => one.dimension === dimension && one.moved.some(({ rankBefore, rank }) => rankBefore !== rank)) ?? false;
  const days = corrections.filter(({ id }) => isMoving(id)).map(({ publishedOn }) => publishedOn);
  const later = findLaterFigures(programme, previous, dimension);
  return (
    [...days, ...(later ? [later.on] : [])]
      .filter((day) => day > first)
      .sort(compareDays)
      .at(-1) ?? null
  );
}
