/** What rules judge: a programme with everything worked out but its awards. */
import { askedOf, type Leaf, leavesOf } from '../../model/condition.ts';
import type { Condition, InstrumentConfig } from '../../model/config.ts';
import type { ProgrammeResult } from '../results.ts';

export type Judged = Omit<ProgrammeResult, 'awards' | 'awardCounts' | 'holes' | 'claims' | 'unrecorded'>;

const OF_FIGURES: ReadonlySet<string> = new Set(['rank', 'metric', 'band', 'rank_change']);

/** Whether a condition cannot be told without a period's figures. */
export function needsFigures(condition: Condition): boolean {
  return leavesOf(condition).some((leaf) => OF_FIGURES.has(leaf.type));
}

/** Whether a rule cannot be judged without a period's figures. */
export function isOfFigures(instrument: InstrumentConfig): boolean {
  return instrument.rule !== null && leavesOf(instrument.rule.when).some((leaf) => OF_FIGURES.has(leaf.type) && !isOfTasks(instrument, leaf));
}

/** Whether a condition is about the completion of the unit's tasks: that of an instrument for a task or a batch is, unless it names a figure. */
export function isOfTasks({ scope }: InstrumentConfig, leaf: Leaf): boolean {
  if (scope !== 'task' && scope !== 'batch') return false;
  return leaf.type === 'metric' && leaf.of === 'completion' && leaf.indicator === null && leaf.dimension === null;
}

/** Whether a condition cannot be told without the tasks that a unit leads. */
export function needsTasks(condition: Condition): boolean {
  return leavesOf(condition).some((leaf) => leaf.type === 'task' || (leaf.type === 'metric' && leaf.of === 'completion'));
}

/** Instruments that must have been given for a condition to hold: those it escalates. One under `not` or `except` is no such thing. */
function escalatedFrom(condition: Condition): readonly string[] {
  return askedOf(condition).flatMap((leaf) => (leaf.type === 'instrument' ? [leaf.id] : []));
}

/** What the instruments of one family share; one without a family is alone, though a family may be called as it is. */
export function familyKey({ family, id }: InstrumentConfig): string {
  return JSON.stringify(family === null ? [id] : [null, family]);
}

export function sameFamily(a: InstrumentConfig, b: InstrumentConfig): boolean {
  return a.family !== null && a.family === b.family;
}

/** Whether `a` is given in place of `b`: same family, and its rule names it. */
export function escalates(a: InstrumentConfig, b: InstrumentConfig): boolean {
  return a !== b && sameFamily(a, b) && a.rule !== null && escalatedFrom(a.rule.when).includes(b.id);
}
