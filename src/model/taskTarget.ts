/** What the numbers of a task's progress are (目标值): percent of the whole, or an amount. */
import type { Task } from './portal.ts';
import { textsOf } from './text.ts';

/** Whether a task's progress is reported in percent: without a target of its own, or where the target is a percentage itself. */
export function isInPercent({ targetValue, unitLabel }: Pick<Task, 'targetValue' | 'unitLabel'>): boolean {
  if (targetValue === null) return true;
  return unitLabel === null ? targetValue === 100 : textsOf(unitLabel).some((label) => /[%％]|百分|per ?cent/i.test(label));
}
