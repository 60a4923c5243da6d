/** Streaks (连续): on how many occasions in a row a holder has been given the same instrument. */
import type { Given } from './holding.ts';
import type { Axis } from './rules/axis.ts';

/**
 * The length of the streak that each award makes or carries on, by its id; 1 is its first. An occasion without one ends a streak, and so does
 * one that was not held. An award that was revoked or exempted makes none, and neither does one without a known holder or occasion.
 */
export function findStreaks(awards: readonly Given[], axes: ReadonlyMap<string, Axis>): ReadonlyMap<string, number> {
  const series = new Map<string, { readonly axis: Axis; readonly bySlot: Map<number, string[]> }>();
  for (const { award, instrument, exemptedOn } of awards) {
    const axis = axes.get(instrument.id);
    const slot = axis?.find(award) ?? -1;
    if (!axis || slot < 0 || award.holder === null || award.state === 'revoked' || exemptedOn !== null) continue;
    const key = JSON.stringify([instrument.id, award.holder, award.dimension]);
    const own = series.get(key) ?? { axis, bySlot: new Map<number, string[]>() };
    series.set(key, own);
    const ids = own.bySlot.get(slot);
    if (ids) ids.push(award.id);
    else own.bySlot.set(slot, [award.id]);
  }
  const lengths = new Map<string, number>();
  for (const { axis, bySlot } of series.values()) {
    let length = 0;
    for (const { index, gap } of axis.slots) {
      const ids = bySlot.get(index);
      length = ids ? (gap > 0 ? 1 : length + 1) : 0;
      for (const id of ids ?? []) lengths.set(id, length);
    }
  }
  return lengths;
}
