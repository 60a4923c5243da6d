/** What may be told of tasks that are not named (不公开名称的任务). */
import type { Fact, TaskResult } from '../results.ts';

/**
 * Facts that were found in these tasks, as they may be published: where an internal one is among them, or none of them is named, whether they
 * hold and not what was found, since days and stages tell a task's dates.
 */
export function publicFacts(facts: readonly Fact[], tasks: readonly TaskResult[]): readonly Fact[] {
  const isInternal = tasks.some(({ task }) => task.visibility === 'internal');
  const isNamed = tasks.some(({ task }) => task.visibility === 'names');
  return tasks.length === 0 || (isNamed && !isInternal) ? facts : facts.map((fact) => ({ ...fact, value: null, withheld: true }));
}
