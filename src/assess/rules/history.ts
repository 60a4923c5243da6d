/**
 * What each holder was given on which occasion, as escalation counts it: recorded awards, and those that this build has drafted so far.
 */
import type { Axis } from './axis.ts';

/** What an award is about; of a filter, null = whatever. */
export interface About {
  readonly dimension: string | null;
  readonly task: string | null;
  readonly batch: string | null;
}

/** What is counted: also what awaits its record, where what is asked may take its place. */
export interface Counted extends About {
  readonly awaited: boolean;
}

interface Given extends About {
  /** The day on which it was given. */
  readonly on: string;
  /** From this day on it no longer counts: revoked, or exempted. */
  readonly endsOn: string | null;
  /** It counts, though a heavier one of its family was given in its place. */
  readonly replaced?: true;
  /** A rule gives it, and it is not on record yet, as it must be. */
  readonly awaited?: boolean;
}

export interface History {
  readonly axes: ReadonlyMap<string, Axis>;
  readonly note: (instrument: string, holder: string, slot: number, given: Given) => void;
  readonly forget: (instrument: string, holder: string, slot: number, about: About) => void;
  /** Notes that a heavier one of the family was given in its place. */
  readonly replace: (instrument: string, holder: string, slot: number, about: About) => void;
  /** Whether that is so of any that `count` counts. */
  readonly isReplaced: (instrument: string, holder: string, slot: number, about: Counted, day: string) => boolean;
  /** How many a holder was given on an occasion, not counting those that had ended by `day`. */
  readonly count: (instrument: string, holder: string, slot: number, about: Counted, day: string) => number;
  /** The days on which these were given. */
  readonly days: (instrument: string, holder: string, slot: number, about: Counted, day: string) => readonly string[];
}

/** A history in which nothing was given yet. */
export function makeHistory(axes: ReadonlyMap<string, Axis>): History {
  const given = new Map<string, Map<string, Given[][]>>();
  const slotsOf = (instrument: string, holder: string): Given[][] | undefined => given.get(instrument)?.get(holder);
  return {
    axes,
    note(instrument, holder, slot, one) {
      const holders = given.get(instrument) ?? new Map<string, Given[][]>();
      given.set(instrument, holders);
      const slots = holders.get(holder) ?? [];
      holders.set(holder, slots);
      const list = slots[slot];
      if (list) list.push(one);
      else slots[slot] = [one];
    },
    forget(instrument, holder, slot, about) {
      const list = slotsOf(instrument, holder)?.[slot];
      const at = findAbout(list, about);
      if (at >= 0) list?.splice(at, 1);
    },
    replace(instrument, holder, slot, about) {
      const list = slotsOf(instrument, holder)?.[slot];
      const at = findAbout(list, about);
      if (list && at >= 0) list[at] = { ...(list[at] as Given), replaced: true, awaited: false };
    },
    isReplaced(instrument, holder, slot, about, day) {
      return slotsOf(instrument, holder)?.[slot]?.some((one) => one.replaced === true && isCounted(one, about, day)) ?? false;
    },
    count(instrument, holder, slot, about, day) {
      const list = slotsOf(instrument, holder)?.[slot];
      if (!list) return 0;
      let count = 0;
      for (const one of list) if (isCounted(one, about, day)) count++;
      return count;
    },
    days(instrument, holder, slot, about, day) {
      return (slotsOf(instrument, holder)?.[slot] ?? []).filter((one) => isCounted(one, about, day)).map(({ on }) => on);
    },
  };
}

function findAbout(list: readonly Given[] | undefined, { dimension, task, batch }: About): number {
  return list?.findIndex((one) => one.dimension === dimension && one.task === task && one.batch === batch) ?? -1;
}

function isCounted(one: Given, { dimension, task, batch, awaited }: Counted, day: string): boolean {
  if (one.awaited === true && !awaited) return false;
  const isAbout = (dimension === null || one.dimension === dimension) && (task === null || one.task === task) && isOfBatch(one, batch);
  return isAbout && (one.endsOn === null || one.endsOn > day);
}

/** A record that names no task may be about any batch. */
function isOfBatch(one: Given, batch: string | null): boolean {
  return batch === null || one.batch === null || one.batch === batch;
}
