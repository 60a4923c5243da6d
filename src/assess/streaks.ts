/** Streaks (连续): two or more occasions in a row on which a holder was given the same instrument. A gap ends one. */
import type { AwardResult, Streak } from './results.ts';
import type { Axis, Slot } from './rules/axis.ts';

/** The streaks of every holder; revoked awards make none. */
export function findStreaks(awards: readonly AwardResult[], axes: ReadonlyMap<string, Axis>): Streak[] {
  const held = new Map<string, { readonly result: AwardResult; readonly slots: Set<number> }>();
  for (const result of awards) {
    const { award, instrument } = result;
    const slot = axes.get(instrument.id)?.find(award) ?? -1;
    if (slot < 0 || award.holder === null || award.state === 'revoked') continue;
    const key = JSON.stringify([instrument.id, award.holder, award.dimension]);
    const entry = held.get(key);
    if (entry) entry.slots.add(slot);
    else held.set(key, { result, slots: new Set([slot]) });
  }
  return [...held.values()].flatMap(({ result, slots }) => (slots.size < 2 ? [] : runsOf(result, slots, axes.get(result.instrument.id) as Axis)));
}

function runsOf({ award, instrument }: AwardResult, held: ReadonlySet<number>, { slots }: Axis): Streak[] {
  const streaks: Streak[] = [];
  let run: Slot[] = [];
  const close = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (run.length > 1 && first && last && award.holder !== null) {
      const { holder, dimension } = award;
      const current = last.index === slots.length - 1;
      streaks.push({ holder, dimension, instrument: instrument.id, length: run.length, from: first.id, to: last.id, current });
    }
    run = [];
  };
  for (const slot of slots) {
    if (slot.gap > 0 || !held.has(slot.index)) close();
    if (held.has(slot.index)) run.push(slot);
  }
  close();
  return streaks;
}
