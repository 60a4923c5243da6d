/** Task status (任务状态) on a day: everything that events, dates and progress say about a task then. */
import { taskOf } from '../model/award.ts';
import type { TaskScheme } from '../model/config.ts';
import { daysBetween } from '../model/days.ts';
import type { Award, Portal, Programme, Task } from '../model/portal.ts';
import { WEEKDAYS, type WorkCalendar, workdaysBetween } from '../model/workdays.ts';
import type { Problems } from '../problems.ts';
import { type Exemptions, exemptionsOf } from './exemptions.ts';
import { makeNames, type Names } from './names.ts';
import type { TaskResult } from './results.ts';
import { datesOf, daysLate, overdueMilestones } from './taskDates.ts';
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
  /** Recorded awards for or against a task that may be named, by its id, with what they say about it. */
  readonly awards: ReadonlyMap<string, readonly { readonly award: Award; readonly commends: boolean }[]>;
}

/** The status of each task of a programme on the portal's as-of date, in the programme's order. */
export function assessTasks(programme: Programme, portal: Portal, problems: Problems): TaskResult[] {
  if (programme.tasks.length === 0) return [];
  const context = taskContext(programme, portal);
  const names = makeNames(portal, programme);
  for (const task of programme.tasks) checkDates(task, names, problems);
  return programme.tasks.map((task) => assessTask(task, context, portal.asOf));
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
    awards: tellingAwards(programme),
  };
}

/** Kinds of instrument that say how a task stands; they neither commend nor blame anyone. */
const STATES: ReadonlySet<string> = new Set(['light', 'grade']);

function tellingAwards(programme: Programme): TaskContext['awards'] {
  // Of one that is only counted, what its task's page says would name the holder.
  const telling = programme.config.instruments.filter(({ kind, visibility }) => !STATES.has(kind) && visibility === 'names');
  const tones = new Map(telling.map((instrument) => [instrument.id, instrument.tone]));
  const byTask = new Map<string, { award: Award; commends: boolean }[]>();
  for (const award of programme.awards) {
    const task = taskOf(award);
    const tone = tones.get(award.instrument);
    if (task === null || award.state === 'revoked' || (tone !== 'positive' && tone !== 'negative')) continue;
    const entry = { award, commends: tone === 'positive' };
    const list = byTask.get(task);
    if (list) list.push(entry);
    else byTask.set(task, [entry]);
  }
  return byTask;
}

/** A task that ends before it was posted, or was due before, has a wrong date somewhere. */
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
  const progress = progressOf(task, context.plan, dates.dueOn, life.clock);
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
    overdue: open && overdueDays > 0,
    overdueDays,
    closedOn,
    onTime: onTimeOf(failed, closedOn, dates.originalDueOn),
    originalDueOn: dates.originalDueOn,
    dueOn: dates.dueOn,
    slippedDays: dates.slippedDays,
    extensions: dates.extensions,
    progress: progress.actual ?? (closed ? 100 : null),
    reportedOn: progress.reportedOn,
    planned: progress.planned,
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
    commended: isCommended(task, context, on),
    heldAccountable: isHeldAccountable(task, context, on),
    exempted: isExempted(task, context, on),
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

function hasEvent(task: Task, name: string, on: string): boolean {
  for (const event of task.events) if (event.event === name && event.date <= on) return true;
  return false;
}

/** Commended (嘉奖): by an event, or by a positive award for the task. */
function isCommended(task: Task, { awards }: TaskContext, on: string): boolean {
  return hasEvent(task, 'commended', on) || (awards.get(task.id)?.some(({ award, commends }) => commends && award.awardedOn <= on) ?? false);
}

/** Held accountable (问责): by an event, or by a negative award. It stays so after an exemption. */
function isHeldAccountable(task: Task, { awards }: TaskContext, on: string): boolean {
  return hasEvent(task, 'held_accountable', on) || (awards.get(task.id)?.some(({ award, commends }) => !commends && award.awardedOn <= on) ?? false);
}

/** Exempted (免责): by a decision about the task, or about one of its awards. */
function isExempted(task: Task, { awards, exemptions }: TaskContext, on: string): boolean {
  const decided = exemptions.tasks.get(task.id)?.on;
  if (decided !== undefined && decided <= on) return true;
  return awards.get(task.id)?.some(({ award }) => (exemptions.awards.get(award.id)?.on ?? '9999') <= on) ?? false;
}
