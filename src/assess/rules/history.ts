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
  const given = new Map<string, Map<number, Given[]>>();
  const keyOf = (instrument: string, holder: string): string => `${instrument}\n${holder}`;
  return {
    axes,
    note(instrument, holder, slot, dimension, endsOn) {
      const key = keyOf(instrument, holder);
      const slots = given.get(key) ?? new Map<number, Given[]>();
      given.set(key, slots);
      const list = slots.get(slot);
      if (list) list.push({ dimension, endsOn });
      else slots.set(slot, [{ dimension, endsOn }]);
    },
    forget(instrument, holder, slot, dimension) {
      const list = given.get(keyOf(instrument, holder))?.get(slot);
      const at = list?.findIndex((one) => one.dimension === dimension) ?? -1;
      if (at >= 0) list?.splice(at, 1);
    },
    count(instrument, holder, slot, dimension, day) {
      const list = given.get(keyOf(instrument, holder))?.get(slot) ?? [];
      return list.filter((one) => (dimension === null || one.dimension === dimension) && (one.endsOn === null || one.endsOn > day)).length;
    },
  };
}
