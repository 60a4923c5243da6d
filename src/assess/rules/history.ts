/**
 * What each holder was given on which occasion, as escalation counts it: recorded awards, and those that this build has drafted so far.
 */
import type { Axis } from './axis.ts';

interface Given {
  readonly dimension: string | null;
  /** From this day on it no longer counts: revoked, or exempted. */
  readonly endsOn: string | null;
}

export interface History {
  readonly axes: ReadonlyMap<string, Axis>;
  readonly note: (instrument: string, holder: string, slot: number, dimension: string | null, endsOn: string | null) => void;
  readonly forget: (instrument: string, holder: string, slot: number, dimension: string | null) => void;
  /** How many a holder was given on an occasion (of one dimension, or null = of any), not counting those that had ended by `day`. */
  readonly count: (instrument: string, holder: string, slot: number, dimension: string | null, day: string) => number;
}

export function makeHistory(axes: ReadonlyMap<string, Axis>): History {
  const given = new Map<string, Map<string, Given[][]>>();
  const slotsOf = (instrument: string, holder: string): Given[][] | undefined => given.get(instrument)?.get(holder);
  return {
    axes,
    note(instrument, holder, slot, dimension, endsOn) {
      const holders = given.get(instrument) ?? new Map<string, Given[][]>();
      given.set(instrument, holders);
      const slots = holders.get(holder) ?? [];
      holders.set(holder, slots);
      const list = slots[slot];
      if (list) list.push({ dimension, endsOn });
      else slots[slot] = [{ dimension, endsOn }];
    },
    forget(instrument, holder, slot, dimension) {
      const list = slotsOf(instrument, holder)?.[slot];
      const at = list?.findIndex((one) => one.dimension === dimension) ?? -1;
      if (at >= 0) list?.splice(at, 1);
    },
    count(instrument, holder, slot, dimension, day) {
      const list = slotsOf(instrument, holder)?.[slot];
      if (!list) return 0;
      let count = 0;
      for (const one of list) if ((dimension === null || one.dimension === dimension) && (one.endsOn === null || one.endsOn > day)) count++;
      return count;
    },
  };
}
