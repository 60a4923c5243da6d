/** What a predicate is judged in: one rule, one occasion, one board; and whom it judges. */
import type { AwardRule, InstrumentConfig } from '../../model/config.ts';
import type { Portal } from '../../model/portal.ts';
import type { Fact, TaskResult } from '../results.ts';
import type { Slot } from './axis.ts';
import type { History } from './history.ts';
import type { Judged } from './judged.ts';
import type { Truth } from './truth.ts';

export interface Scene {
  readonly judged: Judged;
  readonly portal: Portal;
  readonly instrument: InstrumentConfig;
  readonly rule: AwardRule;
  readonly slot: Slot;
  /** The day on which tasks and memberships are judged: the occasion's, or an earlier one of which it is asked whether the rule held then. */
  readonly on: string;
  /** Null = the total, or no dimension at all. */
  readonly dimension: string | null;
  /** Null = all units. */
  readonly group: string | null;
  readonly history: History;
  /** Unit indexes between whom a cut could not decide; predicates add to it. */
  readonly undecided: Set<number>;
}

export interface Subject {
  /** A unit's or task's id. */
  readonly holder: string;
  readonly type: 'unit' | 'task';
  /** Index into `ProgrammeResult.units`; −1 for a task, and for a unit without figures. */
  readonly unit: number;
  /** The task itself, or the tasks that the unit leads; empty where no predicate asks for them. */
  readonly tasks: readonly TaskResult[];
  /** The task that the award is about, where the scope is the task. */
  readonly task: string | null;
  /** The batch that the award is about, where the scope is the batch; empty = tasks of none. */
  readonly batch: string | null;
}

/** A condition bound to a scene. */
export interface Test {
  readonly holds: (subject: Subject) => Truth;
  /** What it measured, for the award's page. */
  readonly facts: (subject: Subject) => readonly Fact[];
  /** The day on which the last of the awards that it counts was given: what holds by them does not hold before. Null where it counts none. */
  readonly since?: (subject: Subject) => string | null;
}
