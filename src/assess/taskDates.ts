/** Due dates of a task (时限): the first one published, every extension (延期), and how many days it slipped. */
import { daysBetween } from '../model/days.ts';
import type { Milestone, Task } from '../model/portal.ts';
import type { TaskResult } from './results.ts';

interface TaskDates {
  readonly originalDueOn: string | null;
  readonly dueOn: string | null;
  /** The words of the due date in force, where they are vague. */
  readonly dueText: string | null;
  /** Days from the original due date to the one in force; negative when it was brought forward. */
  readonly slippedDays: number;
  readonly extensions: TaskResult['extensions'];
}

const NO_EXTENSIONS: TaskResult['extensions'] = [];

/** The due dates of a task as they stood on a day. */
export function datesOf(task: Task, on: string): TaskDates {
  const originalDueOn = task.dueOn?.date ?? null;
  let dueOn = originalDueOn;
  let dueText = task.dueOn?.text ?? null;
  let extensions: TaskResult['extensions'][number][] | null = null;
  for (const event of task.events) {
    if (event.date > on) break;
    if (event.newDueOn === null) continue;
    extensions ??= [];
    const { newDueText: toText = event.newDueOn === dueOn ? dueText : null } = event;
    const texts = { ...(dueText !== null && { fromText: dueText }), ...(toText !== null && { toText }) };
    extensions.push({ on: event.date, from: dueOn, to: event.newDueOn, ...texts, byUnit: event.byUnit, reason: event.reason });
    [dueOn, dueText] = [event.newDueOn, toText];
  }
  const slippedDays = originalDueOn !== null && dueOn !== null && dueOn !== originalDueOn ? daysBetween(originalDueOn, dueOn) : 0;
  return { originalDueOn, dueOn, dueText, slippedDays, extensions: extensions ?? NO_EXTENSIONS };
}

/** The day on which a task was posted: by its own row, else by the first event that says so; null where none does by `on`. */
export function postedOnOf(task: Task, on: string): string | null {
  if (task.postedOn !== null) return task.postedOn;
  return task.events.find(({ event, date }) => event === 'posted' && date <= on)?.date ?? null;
}

/** Days past the due date: the day after it is the first. 0 when not late, or without a due date. */
export function daysLate(dueOn: string | null, clock: string): number {
  return dueOn !== null && clock > dueOn ? daysBetween(dueOn, clock) : 0;
}

/** The day a milestone was done, by its row or by a `milestone_done` event; null when not by `on`. */
export function doneOn(milestone: Milestone, task: Task, on: string): string | null {
  if (milestone.doneOn !== null) return milestone.doneOn <= on ? milestone.doneOn : null;
  for (const event of task.events) {
    if (event.date > on) return null;
    if (event.event === 'milestone_done' && event.milestone === milestone.id) return event.date;
  }
  return null;
}

/** Milestones that are past their day and not done. */
export function overdueMilestones(task: Task, clock: string): readonly Milestone[] {
  return task.milestones.filter((milestone) => milestone.dueOn.date < clock && doneOn(milestone, task, clock) === null);
}
