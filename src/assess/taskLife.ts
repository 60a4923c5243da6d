/**
 * The life of a task (任务进程): which stage its events have brought it to by a day.
 *
 * The latest event that names a stage decides; `resumed` gives back the last stage at which the task was under way, whether it was suspended,
 * taken off the list or closed since. A task is closed once it reaches the programme's closing stage: `closed` where the programme has one,
 * else `accepted`, else its last stage that is no side stage.
 */
import { TASK_SIDE_STAGES, TASK_STAGES, type TaskScheme } from '../model/config.ts';
import type { Task } from '../model/portal.ts';
import type { TaskResult } from './results.ts';

export interface TaskLife {
  readonly status: string;
  readonly since: string | null;
  readonly outcome: TaskResult['outcome'];
  /** The day on which it was closed, withdrawn, carried over …; null while it is open. */
  readonly endedOn: string | null;
  /** The day on which its clock stands: the day it ended or was suspended, else the day asked about. */
  readonly clock: string;
}

/** The stages of a programme, as its tasks need them. */
export interface Stages {
  readonly first: string;
  /** Whether the programme shows tasks that are not posted yet. */
  readonly drafts: boolean;
  /** Every stage and side stage that an event may name. */
  readonly known: ReadonlySet<string>;
  /** Stages that close a task. */
  readonly closing: ReadonlySet<string>;
}

const SIDE_STAGES: ReadonlySet<string> = new Set(TASK_SIDE_STAGES);
const AFTER_CLOSING: ReadonlySet<string> = new Set(['closed', 'evaluated']);

/**
 * Side stages that take a task off the list. A failed or unclaimed task is gone undone: it must not count among the closed ones, or they
 * would claim what was never achieved.
 */
const GONE: ReadonlySet<string> = new Set(['withdrawn', 'unclaimed', 'merged', 'split', 'failed']);

export function stagesOf(scheme: TaskScheme | null): Stages {
  const own = scheme && scheme.stages.length > 0 ? scheme.stages.map((stage) => stage.id) : TASK_STAGES;
  const main = own.filter((stage) => !SIDE_STAGES.has(stage));
  const at = main.includes('closed') ? main.indexOf('closed') : main.includes('accepted') ? main.indexOf('accepted') : main.length - 1;
  return {
    first: (main[0] === 'draft' ? main[1] : main[0]) ?? (own[0] as string),
    drafts: own.includes('draft'),
    known: new Set([...TASK_STAGES, ...TASK_SIDE_STAGES, ...own]),
    closing: new Set([...main.slice(Math.max(0, at)), ...AFTER_CLOSING]),
  };
}

export function outcomeOf(status: string, stages: Stages): TaskResult['outcome'] {
  if (stages.closing.has(status)) return 'closed';
  if (GONE.has(status)) return 'withdrawn';
  return status === 'carried_over' ? 'carried' : 'open';
}

function isDraft(task: Task, stages: Stages, on: string): boolean {
  return task.postedOn === null ? stages.drafts : task.postedOn > on;
}

export function lifeOf(task: Task, stages: Stages, on: string): TaskLife {
  let status = isDraft(task, stages, on) ? 'draft' : stages.first;
  let since = task.postedOn;
  let outcome = outcomeOf(status, stages);
  let endedOn: string | null = outcome === 'open' ? null : since;
  let underWay = status;
  for (const event of task.events) {
    if (event.date > on) break;
    const next = event.event === 'resumed' ? underWay : event.event;
    if (next === status || !stages.known.has(next)) continue;
    status = next;
    since = event.date;
    const was = outcome;
    outcome = outcomeOf(status, stages);
    if (outcome === 'open' && status !== 'suspended') underWay = status;
    if (outcome === 'open') endedOn = null;
    else if (outcome !== was || endedOn === null) endedOn = event.date;
  }
  return { status, since, outcome, endedOn, clock: endedOn ?? (status === 'suspended' ? (since ?? on) : on) };
}
