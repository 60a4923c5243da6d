/**
 * Claims (公开数字核对): figures that the office printed elsewhere, recounted from the rows, at the precision at which they were printed.
 * They are counted on the real numbers; what a page may show of them is another matter.
 */
import type { ClaimConfig, CountConfig } from '../model/config.ts';
import { isOut } from '../model/days.ts';
import type { Portal } from '../model/portal.ts';
import type { Problems } from '../problems.ts';
import { countRows } from './claimCounts.ts';
import { findSuppressed } from './claimSuppression.ts';
import { makeNames } from './names.ts';
import type { ClaimCheck, UnclaimedResult } from './results.ts';

/** Counts what each printed claim counts, and tells of those that do not hold. */
export function checkClaims(result: UnclaimedResult, portal: Portal, problems: Problems): ClaimCheck[] {
  const names = makeNames(portal, result.programme);
  const printed = result.programme.config.claims.filter((claim) => isPrinted(claim, portal));
  const suppressed = findSuppressed(printed, result);
  return printed.map((claim) => {
    const check = { ...checkClaim(claim, (config) => countRows(config, result, portal)), suppressed: suppressed.has(claim) };
    if (!check.holds) report(claim, check, claim.name === null ? claim.id : names.of(claim.name), problems);
    return check;
  });
}

/** A claim whose document is not out on the as-of date has not been printed yet: there is nothing to hold it against. */
function isPrinted({ document: id }: ClaimConfig, { documents, asOf }: Portal): boolean {
  if (id === null) return true;
  const document = documents.get(id);
  return document !== undefined && isOut(document.publishedOn ?? document.madeOn, asOf);
}

function checkClaim(claim: ClaimConfig, countOf: (config: CountConfig) => number): Omit<ClaimCheck, 'suppressed'> {
  const count = countOf(claim.of);
  const of = claim.shareOf === null ? null : countOf(claim.shareOf);
  const share = claim.share === null || of === null ? null : formatShare(count, of, decimalsOf(claim.share));
  const countHolds = claim.equals === null || claim.equals === count;
  const shareHolds = claim.share === null || (share !== null && Number(numberOf(share)) === Number(numberOf(claim.share)));
  const { id, name, document } = claim;
  return { id, name, printed: { count: claim.equals, share: claim.share }, counted: { count, of, share }, holds: countHolds && shareHolds, document };
}

function report(claim: ClaimConfig, { counted }: ClaimCheck, name: string, problems: Problems): void {
  if (claim.equals !== null && claim.equals !== counted.count) {
    problems.error('claim-count-differs', claim.place, { claim: name, printed: claim.equals, counted: counted.count });
    return;
  }
  if (counted.of === 0) {
    problems.error('claim-share-of-nothing', claim.place, { claim: name, printed: claim.share ?? '', count: counted.count });
    return;
  }
  const share = counted.share ?? '—';
  problems.error('claim-share-differs', claim.place, {
    claim: name,
    printed: claim.share ?? '',
    counted: share,
    count: counted.count,
    of: counted.of ?? 0,
  });
}

function numberOf(share: string): string {
  return share.normalize('NFKC').replace(/[%\s]/g, '');
}

function decimalsOf(share: string): number {
  return numberOf(share).split('.')[1]?.length ?? 0;
}

/** A share in percent at a number of decimals, half away from zero, in whole numbers so that no half is lost: 51 of 129 is `40%` and `39.5%`. */
export function formatShare(count: number, of: number, decimals: number): string | null {
  if (of === 0) return null;
  const scale = 10n ** BigInt(decimals);
  const doubled = BigInt(count) * 200n * scale + BigInt(of);
  const units = doubled / (2n * BigInt(of));
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? `${whole}%` : `${whole}.${digits.slice(-decimals)}%`;
}
