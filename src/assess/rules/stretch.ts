/**
 * Since when a rule has held (条件成就之日) that is judged once, now: the first day of the last stretch in which it held. The as-of date would
 * be another with every build. It follows from the dates of tasks alone; what else the rule asks is taken as it is now.
 */
import { addDays, dayBefore, daysBetween } from '../../model/days.ts';
import type { Filing, Task } from '../../model/portal.ts';
import { isPostedOn } from '../taskLife.ts';
import { ruleTest } from './ruleTest.ts';
import type { Scene, Subject, Test } from './scene.ts';
import type { TaskDays } from './subjects.ts';

/** Gives that day for subjects whom the rule gives the instrument now; null where no task of theirs says. */
export function makeStretch(scene: Scene, days: TaskDays): (subject: Subject) => string | null {
  const now = scene.slot.day;
  const tests = new Map<string, Test>();
  const testOn = (day: string): Test => {
    const test = tests.get(day) ?? ruleTest({ ...scene, on: day, undecided: new Set() });
    tests.set(day, test);
    return test;
  };
  const filings = Map.groupBy(scene.judged.programme.filings, ({ task }) => task);
  return (subject) => {
    if (subject.tasks.length === 0) return null;
    const own = tasksOf(subject, days);
    const isLed = (leads: readonly string[]): boolean => subject.type === 'task' || leads.includes(subject.holder);
    const holdsOn = (day: string): boolean => {
      const tasks = own.map((task) => days.of(task, day)).filter((task) => isPostedOn(task, day) && isLed(task.leads));
      return tasks.length > 0 && testOn(day).holds({ ...subject, tasks }) === true;
    };
    const changes = own.flatMap((task) => changesOf(task, filings.get(task.id) ?? [])).filter((day) => day <= now);
    return startOf([...new Set(changes)].sort(), now, holdsOn);
  };
}

/** Its tasks, and those that it once had. */
function tasksOf({ type, task, batch, holder, tasks }: Subject, days: TaskDays): readonly Task[] {
  if (type === 'task' || task !== null) return tasks.map((one) => one.task);
  return days.everOf(holder).filter((one) => batch === null || (one.batch ?? '') === batch);
}

/** Days from which on a task is judged otherwise; between two of them its days late, its plan and the like go one way. */
function changesOf({ postedOn, events, progress, milestones, units }: Task, filings: readonly Filing[]): readonly string[] {
  const days = [
    postedOn,
    ...events.map(({ date }) => date),
    ...progress.map(({ asOf }) => asOf),
    ...milestones.map(({ doneOn }) => doneOn),
    ...units.flatMap(({ from, to }) => [from, to === null ? null : addDays(to, 1)]),
    ...filings.flatMap(({ filedOn, outcomeOn }) => [filedOn, outcomeOn]),
  ];
  return days.filter((day) => day !== null);
}

function startOf(changes: readonly string[], now: string, holdsOn: (day: string) => boolean): string | null {
  let end = now;
  for (const start of changes.toReversed()) {
    if (!holdsOn(start)) return firstDay(start, end, holdsOn);
    if (!holdsOn(dayBefore(start))) return start;
    end = dayBefore(start);
  }
  return changes[0] ?? null;
}

/** The first day on which it holds, after one on which it does not and up to one on which it does. */
function firstDay(before: string, until: string, holdsOn: (day: string) => boolean): string {
  let [low, high] = [0, daysBetween(before, until)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holdsOn(addDays(before, middle))) high = middle;
    else low = middle;
  }
  return addDays(before, high);
}
