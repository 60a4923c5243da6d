/** Task status (任务状态) on a day: everything that events, dates and progress say about a task then. */
import type { TaskScheme } from '../model/config.ts';
import { daysBetween } from '../model/days.ts';
import type { Portal, Programme, Task } from '../model/portal.ts';
import { WEEKDAYS, type WorkCalendar, workdaysBetween } from '../model/workdays.ts';
import type { Problems } from '../problems.ts';
import { reportEndedLeads } from './endedLeads.ts';
import { type Exemptions, exemptionsOf } from './exemptions.ts';
import { makeNames, type Names } from './names.ts';
import type { TaskResult } from './results.ts';
import { awardsByTask, NOTHING_TAKEN_BACK, type TaskAwards, type TaskVerdict, verdictKey } from './taskAwards.ts';
import { datesOf, daysLate, overdueMilestones, postedOnOf } from './taskDates.ts';
import { lifeOf, type Stages, stagesOf } from './taskLife.ts';
import { progressOf, type TaskProgress } from './taskProgress.ts';
import { unitsOf } from './taskUnits.ts';

/** What a programme says about all of its tasks, gathered once. */
export interface TaskContext {
  readonly stages: Stages;
  readonly plan: TaskScheme['plan'];
  readonly staleAfter: number | null;
  readonly calendar: WorkCalendar;
  readonly behind: TaskScheme['behind'];
  readonly exemptions: Exemptions;
  /** By a task's id. */
  readonly awards: ReadonlyMap<string, TaskAwards>;
}

/** The status of each task of a programme on the portal's as-of date, in the programme's order. */
export function assessTasks(programme: Programme, portal: Portal, problems: Problems): TaskResult[] {
  if (programme.tasks.length === 0) return [];
  const context = taskContext(programme, portal);
  const names = makeNames(portal, programme);
  for (const task of programme.tasks) checkDates(task, names, problems);
  const results = programme.tasks.map((task) => assessTask(task, context, portal.asOf));
  reportEndedLeads(results, portal, names, problems);
  return results;
}

/** What `assessTask` needs of a programme. */
export function taskContext(programme: Programme, portal: Portal): TaskContext {
  const scheme = programme.config.tasks;
  return {
    stages: stagesOf(scheme),
    plan: scheme?.plan ?? 'own_or_linear',
    staleAfter: scheme?.staleAfter ?? null,
    calendar: portal.config.workCalendar ?? WEEKDAYS,
    behind: scheme?.behind ?? { points: null, ratio: null },
    exemptions: exemptionsOf(portal),
    awards: awardsByTask(programme),
  };
}

/** A task that was due before it was posted has a wrong date somewhere. */
function checkDates(task: Task, names: Names, problems: Problems): void {
  if (task.postedOn === null) return;
  if (task.dueOn !== null && task.dueOn.date < task.postedOn) {
    problems.error('task-due-before-posted', task.place, { task: names.of(task.title), due: task.dueOn.date, posted: task.postedOn });
  }
}

/** One task's status on the day `on`. Later events, progress and milestones are as if they were not there. */
export function assessTask(task: Task, context: TaskContext, on: string): TaskResult {
  const life = lifeOf(task, context.stages, on);
  const dates = datesOf(task, on);
  const postedOn = postedOnOf(task, on);
  const progress = progressOf(task, context.plan, { postedOn, dueOn: dates.dueOn, clock: life.clock, heard: life.endedOn ?? on });
  const units = unitsOf(task, life.clock);
  const open = life.outcome === 'open';
  const closed = life.outcome === 'closed';
  const failed = life.status === 'failed';
  const running = open && life.status !== 'suspended';
  const lateMilestones = open ? overdueMilestones(task, life.clock) : [];
  const overdueDays = open || closed || failed ? daysLate(dates.dueOn, life.clock) : 0;
  const closedOn = closed ? life.endedOn : null;
  const lastUpdate = lastUpdateOf(task, on);
  return {
    task,
    status: life.status,
    outcome: life.outcome,
    statusSince: life.since,
    postedOn,
    overdue: open && overdueDays > 0,
    overdueDays,
    closedOn,
    onTime: onTimeOf(failed, closedOn, dates.originalDueOn),
    originalDueOn: dates.originalDueOn,
    dueOn: dates.dueOn,
    dueText: dates.dueText,
    slippedDays: dates.slippedDays,
    extensions: dates.extensions,
    progress: progress.actual ?? (closed ? 100 : null),
    reportedOn: progress.reportedOn,
    planned: progress.planned,
    plannedOn: progress.plannedOn,
    gapPoints: open ? progress.gapPoints : null,
    gapRatio: open ? progress.gapRatio : null,
    behind: running && isBehind(progress, context.behind),
    milestonesOverdue: lateMilestones,
    milestoneOverdueDays: lateMilestones.reduce((most, { dueOn }) => Math.max(most, daysLate(dueOn.date, life.clock)), 0),
    lastUpdate,
    stale: running && context.staleAfter !== null && lastUpdate !== null && daysBetween(lastUpdate, on) > context.staleAfter,
    workdaysToDue: running && dates.dueOn !== null ? workdaysBetween(life.clock, dates.dueOn, context.calendar) : null,
    leads: units.leads,
    roles: units.roles,
    shares: units.shares,
    transfers: units.transfers,
    commended: isSaid('commended', task, context, on),
    // It stays so after an exemption.
    heldAccountable: isSaid('held_accountable', task, context, on),
    exempted: isExempted(task, context, on),
    takenBack: context.awards.get(task.id)?.takenBack ?? NOTHING_TAKEN_BACK,
  };
}

function onTimeOf(failed: boolean, closedOn: string | null, originalDueOn: string | null): boolean | null {
  if (originalDueOn === null) return null;
  if (failed) return false;
  return closedOn === null ? null : closedOn <= originalDueOn;
}

function isBehind(progress: TaskProgress, bounds: TaskScheme['behind']): boolean {
  if (bounds.points !== null && progress.gapPoints !== null && progress.gapPoints > bounds.points) return true;
  return bounds.ratio !== null && progress.gapRatio !== null && progress.gapRatio > bounds.ratio;
}

function lastUpdateOf(task: Task, on: string): string | null {
  let last = later(null, task.postedOn, on);
  for (const event of task.events) last = later(last, event.date, on);
  for (const row of task.progress) last = later(last, row.asOf, on);
  for (const milestone of task.milestones) last = later(last, milestone.doneOn, on);
  return last;
}

function later(last: string | null, date: string | null, on: string): string | null {
  return date !== null && date <= on && (last === null || date > last) ? date : last;
}

/** By an event, unless that was of an award which has been taken back; or by an award that stands. */
function isSaid(says: TaskVerdict, task: Task, { awards }: TaskContext, on: string): boolean {
  const own = awards.get(task.id);
  for (const { event, date } of task.events) if (event === says && date <= on && !own?.takenBack.has(verdictKey(says, date))) return true;
  return own?.standing.some((one) => one.says === says && one.award.awardedOn <= on) ?? false;
}

/** Exempted (免责): by a decision about the task, or about one of its awards. */
function isExempted(task: Task, { awards, exemptions }: TaskContext, on: string): boolean {
  const decided = exemptions.tasks.get(task.id)?.on;
  if (decided !== undefined && decided <= on) return true;
  return awards.get(task.id)?.standing.some(({ award }) => (exemptions.awards.get(award.id)?.on ?? '9999') <= on) ?? false;
}
