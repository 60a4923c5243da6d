/** The predicate `task`: how late, silent or behind a task is. For a unit it holds when it holds for at least one task that the unit leads. */
import type { ConditionOf } from '../../model/condition.ts';
import type { TaskMeasure } from '../../model/config.ts';
import { daysBetween } from '../../model/days.ts';
import type { Fact, TaskResult } from '../results.ts';
import type { Slot } from './axis.ts';
import { formatBounds, meets } from './bounds.ts';
import { factOf } from './rankTests.ts';
import type { Scene, Test } from './scene.ts';
import { every, some, type Truth } from './truth.ts';
import { publicFacts } from './unnamedTasks.ts';

/** Holds when a task of the subject meets all bounds and has one of the statuses. */
export function taskTest(condition: ConditionOf<'task'>, scene: Scene): Test {
  const holdsFor = (task: TaskResult): Truth =>
    every([
      condition.status === null || condition.status.includes(task.status) || condition.status.includes(task.outcome),
      ...condition.measures.map(({ measure, bounds }) => meets(bounds, measureTask(task, measure, scene))),
    ]);
  return {
    holds: ({ tasks }) => some(tasks.map(holdsFor)),
    facts: ({ tasks }) => {
      const met = tasks.filter((one) => holdsFor(one) === true);
      const task = met.find(({ task: { visibility } }) => visibility === 'names') ?? met[0] ?? tasks[0];
      return task ? publicFacts(factsOf(task, condition, scene), [task]) : [factOf(scene, 'task', null, null, '', false)];
    },
  };
}

function factsOf(task: TaskResult, condition: ConditionOf<'task'>, scene: Scene): readonly Fact[] {
  const facts = condition.measures.map(({ measure, bounds }): Fact => {
    const value = measureTask(task, measure, scene);
    return factOf(scene, 'task', measure, value, formatBounds(bounds), meets(bounds, value));
  });
  const { status } = condition;
  if (status === null) return facts;
  const word = status.includes(task.outcome) ? task.outcome : task.status;
  return [...facts, factOf(scene, 'task', 'status', word, status.join(', '), status.includes(word))];
}

/** Whether a plan is of the occasion: one that was filed for a day of an earlier period says nothing about this one. */
function isPlanned({ plannedOn }: TaskResult, { reportsFrom }: Slot): boolean {
  return plannedOn === null || plannedOn >= reportsFrom;
}

/** A measure of a task on an occasion: days, working days, percentage points, or a ratio. NaN where nothing says. */
function measureTask(task: TaskResult, measure: TaskMeasure, { on, slot }: Scene): number {
  switch (measure) {
    case 'overdue_days':
      return task.overdueDays;
    case 'milestone_overdue_days':
      return task.milestoneOverdueDays;
    case 'no_update_days':
      return task.lastUpdate === null ? Number.NaN : daysBetween(task.lastUpdate, on);
    case 'workdays_to_due':
      return task.workdaysToDue ?? Number.NaN;
    case 'planned_gap_points':
      return (isPlanned(task, slot) ? task.gapPoints : null) ?? Number.NaN;
    case 'planned_gap_ratio':
      return (isPlanned(task, slot) ? task.gapRatio : null) ?? Number.NaN;
  }
}
