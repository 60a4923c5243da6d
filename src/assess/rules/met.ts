/** A rule that was met, or that a recorded award says was met. */
import type { InstrumentConfig } from '../../model/config.ts';
import type { Award, Programme } from '../../model/portal.ts';
import type { Fact } from '../results.ts';
import type { Slot } from './axis.ts';
import type { Truth } from './truth.ts';

export interface Met {
  readonly instrument: InstrumentConfig;
  readonly slot: Slot;
  readonly holder: string;
  readonly dimension: string | null;
  readonly task: string | null;
  /** Where the scope is the batch: that which it is about; empty = tasks of none. */
  readonly batch: string | null;
  /** The groups in which it holds, where the rule is judged group by group. */
  readonly groups: readonly string[];
  /** null = a figure is missing, or a tie crosses the cut. */
  readonly holds: Truth;
  /** A tie crosses the cut, and the rule asks for a tie-break that nobody declared. */
  readonly undecided: boolean;
  readonly facts: readonly Fact[];
  /** The day on which the last of the awards that the rule counts was given; null where it counts none. */
  readonly since: string | null;
  /** The day from which on it held by what was public; null where nothing that is published decides, and where it gives nothing new. */
  readonly knownOn: string | null;
  /** The first day on which a figure of the period was out, beside which it is given; null where it goes by none. */
  readonly outOn: string | null;
  /** Of a rule that is judged once, now: since when it has held by what is known of tasks; else null. */
  readonly heldOn: string | null;
}

/** Whom and what a handing-out is about. */
export type Who = Pick<Met, 'dimension' | 'task' | 'batch'> & Pick<Award, 'holder'>;

/** Whom a handing-out is about, on its occasion: what a record and a rule must agree on. */
export function metKey(instrument: InstrumentConfig, slot: number, who: Who): string {
  const dimension = instrument.scope === 'dimension' ? who.dimension : null;
  const task = instrument.scope === 'task' && instrument.holder === 'unit' ? who.task : null;
  return JSON.stringify([instrument.id, slot, who.holder, dimension, task, who.batch]);
}

/** Whom records are about: their rows know no batch, but the one of their task; one without a task stands for every batch of its holder. */
export function recordsOf({ tasks }: Programme): (award: Award, instrument: InstrumentConfig) => readonly Who[] {
  const batchOf = new Map(tasks.map(({ id, batch }) => [id, batch ?? '']));
  const all = [...new Set(batchOf.size > 0 ? batchOf.values() : [''])];
  return (award, { scope, holder }) => {
    const { holder: who, dimension, task } = award;
    const own = task === null ? undefined : batchOf.get(task);
    const batches = scope !== 'batch' || holder !== 'unit' ? [null] : own === undefined ? all : [own];
    return batches.map((batch) => ({ holder: who, dimension, task, batch }));
  };
}
