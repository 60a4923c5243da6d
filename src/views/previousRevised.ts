/** Changes that are other than when a board came out (上期更正): the ranks that they are counted from were corrected, or completed, since. */
import { compareDays } from '../model/days.ts';
import type { Period } from '../model/period.ts';
import { boardCorrections, movedOn } from './boardCorrections.ts';
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
  const board = { period: previous, dimension };
  const moving = boardCorrections(index, programme, previous, dimension).filter((correction) =>
    movedOn(index, programme, correction, board).some(({ rankBefore, rank }) => rankBefore !== rank),
  );
  const days = moving.map(({ publishedOn }) => publishedOn);
  const later = findLaterFigures(programme, previous, dimension);
  return (
    [...days, ...(later ? [later.on] : [])]
      .filter((day) => day > first)
      .sort(compareDays)
      .at(-1) ?? null
  );
}
