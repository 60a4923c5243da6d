/**
 * How far a task is (实际进度) and how far it should be (计划进度), in percent.
 *
 * Actual: the latest progress row or `progress` event; without any, the share of the milestones that are done. Planned: straight from
 * posting to the due date in force, the latest `planned` of the progress table, or the share of the milestones that are due; where the
 * programme does not choose, the table's where it gives one, else straight.
 */
import type { TaskScheme } from '../model/config.ts';
import { daysBetween } from '../model/days.ts';
import type { Milestone, Task } from '../model/portal.ts';
import { tidy } from '../rounding.ts';
import { doneOn } from './taskDates.ts';

export interface TaskProgress {
  readonly actual: number | null;
  /** The day of the report that `actual` is from; null where it is the share of milestones done. */
  readonly reportedOn: string | null;
  readonly planned: number | null;
  /** The day that a plan of the office's own was filed for; null where it is worked out for the day asked about. */
  readonly plannedOn: string | null;
  /** planned − actual, in percentage points. */
  readonly gapPoints: number | null;
  /** (planned − actual) / planned; null when nothing was planned yet. */
  readonly gapRatio: number | null;
}

/** The days of a task by which its progress is looked at. */
interface Days {
  readonly postedOn: string | null;
  /** The due date in force. */
  readonly dueOn: string | null;
  /** The day on which its clock stands: the plan goes no further. */
  readonly clock: string;
  /** The last day whose reports count: that on which it ended, else the day asked about. */
  readonly heard: string;
}

/** Progress by the last report that counts, against the plan on the day of the task’s clock; what nobody says is null. */
export function progressOf(task: Task, plan: TaskScheme['plan'], days: Days): TaskProgress {
  const { actual, reportedOn } = actualOf(task, targetOf(task, days.heard), days.heard);
  const { planned, plannedOn } = plannedOf(task, plan, targetOf(task, days.clock), days);
  const gap = actual === null || planned === null ? null : tidy(planned - actual);
  // A later report that reaches an older plan does not say whether the task is where it should be by then.
  if (gap === null || (gap <= 0 && plannedOn !== null && reportedOn !== null && reportedOn > plannedOn)) {
    return { actual, reportedOn, planned, plannedOn, gapPoints: null, gapRatio: null };
  }
  return { actual, reportedOn, planned, plannedOn, gapPoints: gap, gapRatio: planned !== null && planned > 0 ? tidy(gap / planned) : null };
}

/** The target value in force: the last `target_changed` that gives one, else the task's own. */
function targetOf(task: Task, on: string): number | null {
  let target = task.targetValue;
  for (const event of task.events) {
    if (event.date > on) break;
    if (event.event === 'target_changed' && event.value !== null) target = event.value;
  }
  return target;
}

/** A recorded figure in percent: as it stands, or as a share of the target value; null where the target is no positive number. */
function percentOf(value: number, target: number | null): number | null {
  if (target === null) return clamp(value);
  return target > 0 ? clamp(tidy((value / target) * 100)) : null;
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

function actualOf(task: Task, target: number | null, on: string): Pick<TaskProgress, 'actual' | 'reportedOn'> {
  let at = '';
  let value: number | null = null;
  for (const event of task.events) {
    if (event.date > on) break;
    if (event.event !== 'progress' || event.value === null) continue;
    at = event.date;
    value = event.value;
  }
  for (const row of task.progress) {
    if (row.asOf > on || row.asOf < at || row.actual === null) continue;
    at = row.asOf;
    value = row.actual;
  }
  if (value !== null) return { actual: percentOf(value, target), reportedOn: at };
  return { actual: shareOf(task.milestones, (milestone) => doneOn(milestone, task, on) !== null), reportedOn: null };
}

type Planned = Pick<TaskProgress, 'planned' | 'plannedOn'>;

function plannedOf(task: Task, plan: TaskScheme['plan'], target: number | null, { postedOn, dueOn, clock: on }: Days): Planned {
  const workedOut = (planned: number | null): Planned => ({ planned, plannedOn: null });
  if (plan === 'linear') return workedOut(linear(postedOn, dueOn, on));
  if (plan === 'milestones') return workedOut(shareOf(task.milestones, (milestone) => milestone.dueOn.date <= on));
  const filed = filedPlan(task, on);
  if (filed) return { planned: percentOf(filed.planned, target), plannedOn: filed.on };
  return workedOut(plan === 'own' ? null : linear(postedOn, dueOn, on));
}

/** The latest plan that the progress table gives, with its day. */
function filedPlan(task: Task, on: string): { readonly planned: number; readonly on: string } | null {
  let at = '';
  let planned: number | null = null;
  for (const row of task.progress) {
    if (row.asOf > on || row.asOf < at || row.planned === null) continue;
    at = row.asOf;
    planned = row.planned;
  }
  return planned === null ? null : { planned, on: at };
}

function linear(from: string | null, to: string | null, on: string): number | null {
  if (from === null || to === null) return null;
  if (on >= to) return 100;
  return on <= from ? 0 : tidy((daysBetween(from, on) / daysBetween(from, to)) * 100);
}

/** Weight of the milestones that `counts` picks, in percent of all; milestones weigh the same when none has a weight. */
function shareOf(milestones: readonly Milestone[], counts: (milestone: Milestone) => boolean): number | null {
  if (milestones.length === 0) return null;
  let part = 0;
  let all = 0;
  let picked = 0;
  for (const milestone of milestones) {
    const weight = milestone.weight ?? 0;
    all += weight;
    if (!counts(milestone)) continue;
    picked++;
    part += weight;
  }
  return tidy(all > 0 ? (part / all) * 100 : (picked / milestones.length) * 100);
}
