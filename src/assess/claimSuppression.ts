/**
 * Claims that count filings (备案) and whose numbers a page may not show (小数抑制).
 *
 * A claim is not shown where one of its numbers is small, that is, more than none and below `min_cell`; where it asks for a stage, an outcome
 * or a kind whose count is not shown; or where a small number follows from it. To see whether one does, its filings are held against all of
 * their kinds, of their stages and of their outcomes, which the table of filings shows, and against the claims shown before it. What lies
 * inside one of these cuts it into parts, and no part may be small. So nothing small can be worked out by any subtraction; now and then a
 * claim is hidden that would have told nothing.
 */
import type { ClaimConfig, CountConfig } from '../model/config.ts';
import type { Filing } from '../model/portal.ts';
import { pickFilings } from './claimCounts.ts';
import { isSmall } from './filings.ts';
import type { UnclaimedResult } from './results.ts';

type Where = CountConfig['where'];
type Filings = ReadonlySet<Filing>;

interface Asked {
  readonly where: Where;
  readonly filings: Filings;
}

/** By which columns the table of filings counts them, or counts that it shows add up. */
const LISTED: readonly (readonly string[])[] = [[], ['kind'], ['stage'], ['outcome'], ['kind', 'stage'], ['kind', 'outcome']];

/** The claims that may not be shown. Earlier claims go first. */
export function findSuppressed(claims: readonly ClaimConfig[], result: UnclaimedResult): ReadonlySet<ClaimConfig> {
  const shown: Filings[] = [];
  return new Set(
    claims.filter((claim) => {
      const asked = askedBy(claim, result);
      const own = asked.map(({ filings }) => filings);
      if (asked.some((one) => isHidden(one, result) || givesAway(one, isListed(one) ? own : [...shown, ...own], result))) return true;
      shown.push(...asked.filter((one) => !isListed(one)).map(({ filings }) => filings));
      return false;
    }),
  );
}

function askedBy({ of, shareOf }: ClaimConfig, result: UnclaimedResult): readonly Asked[] {
  return [of, shareOf].flatMap((config) => (config?.count === 'filings' ? [{ where: config.where, filings: filingsOf(config.where, result) }] : []));
}

function filingsOf(where: Where, result: UnclaimedResult): Filings {
  return new Set(pickFilings(where, result));
}

/** Whether the table counts the very same: a claim tells nothing then that it does not. */
function isListed({ where }: Asked): boolean {
  return LISTED.some((columns) => Object.keys(where).every((column) => columns.includes(column)));
}

/** Whether it is small itself, or a stage's, an outcome's or a kind's that the table does not show. */
function isHidden({ where, filings }: Asked, { filings: cells, programme }: UnclaimedResult): boolean {
  if (isSmall(filings.size, programme.config.publication.minCell)) return true;
  const isAsked = (column: string, id: string | null): boolean =>
    id === null ? where[column] === undefined : (where[column]?.includes(id) ?? false);
  return cells.some(
    ({ kind, stage, outcome, count }) =>
      count === null && (where.kind?.includes(kind.id) ?? true) && isAsked('stage', stage) && isAsked('outcome', outcome),
  );
}

/** Whether a small part is left of what the table or a claim shows. */
function givesAway({ where }: Asked, claimed: readonly Filings[], result: UnclaimedResult): boolean {
  const { minCell } = result.programme.config.publication;
  return [...listedAround(where, result), ...claimed].some((whole) => {
    const cuts = claimed.filter((one) => isWithin(one, whole) || isWithin(whole, one));
    return partsOf([whole, ...cuts]).some((size) => isSmall(size, minCell));
  });
}

/** What the table shows of the filings asked for and of others: all of their kinds, of their stages, of their outcomes. */
function listedAround(where: Where, result: UnclaimedResult): readonly Filings[] {
  const wider = LISTED.map((columns): Where => Object.fromEntries(Object.entries(where).filter(([column]) => columns.includes(column))));
  const asked = wider.map((one): Asked => ({ where: one, filings: filingsOf(one, result) }));
  return asked.filter((one) => !isHidden(one, result)).map(({ filings }) => filings);
}

function isWithin(part: Filings, whole: Filings): boolean {
  return [...part].every((filing) => whole.has(filing));
}

/** How many filings are in the very same of the sets, for each such combination. */
function partsOf(sets: readonly Filings[]): readonly number[] {
  const all = new Set(sets.flatMap((set) => [...set]));
  const parts = Map.groupBy(all, (filing) => sets.map((set) => Number(set.has(filing))).join(''));
  return [...parts.values()].map((part) => part.length);
}
