/**
 * Counts of awards and counts of holders: two different figures, both shown, never subtracted from one another.
 *
 * A revoked award is not counted, nor is one that counts against its holder once it has been exempted; both stay listed.
 */
import { holderKey } from '../model/award.ts';
import { isAgainst } from './exemptions.ts';
import type { AwardCount, AwardResult } from './results.ts';
import { sessionOf } from './sessions.ts';

/** Whether an award counts on the day. */
export function isCounted({ award, instrument, exemptedOn }: Pick<AwardResult, 'award' | 'instrument' | 'exemptedOn'>, asOf: string): boolean {
  if (award.state === 'revoked' && (award.revokedOn === null || award.revokedOn <= asOf)) return false;
  return !(isAgainst(instrument) && exemptedOn !== null && exemptedOn <= asOf);
}

/** By instrument, and its period or session, in the order in which the awards come to them. A person who is not named counts as one holder an award. */
export function countAwards(awards: readonly AwardResult[], asOf: string): AwardCount[] {
  const counts = new Map<string, { count: AwardCount; holders: Set<string> }>();
  for (const result of awards) {
    if (!isCounted(result, asOf)) continue;
    const { award, instrument } = result;
    const session = sessionOf(result);
    const period = session === null ? award.period : null;
    const key = JSON.stringify([instrument.id, session, period?.id ?? null]);
    const entry = counts.get(key) ?? { count: { instrument: instrument.id, period, session, awards: 0, holders: 0 }, holders: new Set() };
    entry.holders.add(holderKey(award));
    entry.count = { ...entry.count, awards: entry.count.awards + 1, holders: entry.holders.size };
    counts.set(key, entry);
  }
  return [...counts.values()].map((entry) => entry.count);
}
