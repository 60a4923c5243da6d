/** Open tasks whose lead is no more (牵头单位已撤并): somebody took over, or nobody answers for them. */
import type { Portal } from '../model/portal.ts';
import type { Problems } from '../problems.ts';
import type { Names } from './names.ts';
import type { TaskResult } from './results.ts';

/** Ids of units that lead an open task and have ended before the as-of date. */
export function findEndedLeads({ outcome, leads }: Pick<TaskResult, 'outcome' | 'leads'>, { unitById, asOf }: Portal): readonly string[] {
  if (outcome !== 'open') return [];
  return leads.filter((id) => {
    const end = unitById.get(id)?.validTo ?? null;
    return end !== null && end < asOf;
  });
}

/** Warns of them, once a unit: `task-lead-ended`. */
export function reportEndedLeads(results: readonly TaskResult[], portal: Portal, names: Names, problems: Problems): void {
  const led = results.flatMap((result) => findEndedLeads(result, portal).map((unit) => ({ unit, task: result.task })));
  for (const [unit, own] of Map.groupBy(led, (one) => one.unit)) {
    const [{ task }] = own as [(typeof own)[number]];
    const edge = portal.unitById.get(unit)?.validTo ?? '';
    problems.warning('task-lead-ended', task.place, { unit: names.unit(unit), edge, task: names.of(task.title), n: own.length });
  }
}
