/**
 * The life of a task (任务进程): which stage its events have brought it to by a day.
 *
 * The latest event that names a stage decides; `resumed` gives back the last stage at which the task was under way, whether it was suspended,
 * taken off the list or closed since. A task is closed once it reaches the programme's closing stage: `closed` where the programme has one,
 * else `accepted`, else its last stage that is no side stage.
 *
 * A task was posted (发榜) on its posting day or by any stage that comes after posting; of one that has neither, a programme with the stage
 * `draft` (拟列) says that it is a draft, every other that it was posted. A draft that is suspended, withdrawn, merged or split never was.
 */
import { TASK_SIDE_STAGES, TASK_STAGES, type TaskScheme } from '../model/config.ts';
import type { Task, TaskEvent } from '../model/portal.ts';
import type { TaskResult } from './results.ts';

interface TaskLife {
  readonly status: string;
  readonly since: string | null;
  readonly outcome: TaskResult['outcome'];
  /** The day on which it was closed, withdrawn, carried over …; null while it is open. */
  readonly endedOn: string | null;
  /** The day on which its clock stands: the day it ended or was suspended, else the day asked about. */
  readonly clock: string;
}

/** Whether a task counts among those that were posted. */
export function isPosted({ outcome }: Pick<TaskLife, 'outcome'>): boolean {
  return outcome !== 'draft';
}

/** Whether a task, as it stood on a day, counts among those that were posted by then. */
export function isPostedOn(result: TaskResult, day: string): boolean {
  const { postedOn } = result.task;
  return isPosted(result) && (postedOn === null || postedOn <= day);
}

/** Whether a task came to an end, whichever way. */
export function isOver({ outcome }: Pick<TaskLife, 'outcome'>): boolean {
  return outcome !== 'draft' && outcome !== 'open';
}

/** The stages of a programme, as its tasks need them. */
export interface Stages {
  readonly first: string;
  /** Whether the programme lists the stage of tasks that are not posted yet. */
  readonly drafts: boolean;
  /** Every stage and side stage that an event may name. */
  readonly known: ReadonlySet<string>;
  /** Stages and side stages that say of no task that it was posted. */
  readonly unposted: ReadonlySet<string>;
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

/** What a draft may come to without ever being posted. */
const UNPOSTED: readonly string[] = ['draft', 'suspended', 'withdrawn', 'merged', 'split'];

/** The stages that a programme lists, or the usual ones. */
export function stagesOf(scheme: TaskScheme | null): Stages {
  const own = scheme && scheme.stages.length > 0 ? scheme.stages.map((stage) => stage.id) : TASK_STAGES;
  const main = own.filter((stage) => !SIDE_STAGES.has(stage));
  const early = main[0] === 'draft' ? main.slice(0, Math.max(1, main.indexOf('posted'))) : [];
  const at = main.includes('closed') ? main.indexOf('closed') : main.includes('accepted') ? main.indexOf('accepted') : main.length - 1;
  return {
    first: main[early.length] ?? (own[0] as string),
    drafts: scheme?.stages.some(({ id }) => id === 'draft') ?? false,
    known: new Set([...TASK_STAGES, ...TASK_SIDE_STAGES, ...own]),
    unposted: new Set([...UNPOSTED, ...early]),
    closing: new Set([...main.slice(Math.max(0, at)), ...AFTER_CLOSING]),
  };
}

function outcomeOf(status: string, stages: Stages): TaskResult['outcome'] {
  if (stages.closing.has(status)) return 'closed';
  if (GONE.has(status)) return 'withdrawn';
  return status === 'carried_over' ? 'carried' : 'open';
}

function isDraft(task: Task, stages: Stages, on: string): boolean {
  return task.postedOn === null ? stages.drafts : task.postedOn > on;
}

/** Whether a stage of a draft is over because the task's own row says when it was posted. */
function isBeforePosting({ event, date }: TaskEvent, { postedOn }: Task, stages: Stages, on: string): boolean {
  return postedOn !== null && date <= postedOn && postedOn <= on && stages.unposted.has(event) && !SIDE_STAGES.has(event);
}

/** The life of a task up to and with a day. */
export function lifeOf(task: Task, stages: Stages, on: string): TaskLife {
  let status = isDraft(task, stages, on) ? 'draft' : stages.first;
  let since = task.postedOn;
  let posted = status !== 'draft';
  let outcome: TaskLife['outcome'] = posted ? outcomeOf(status, stages) : 'draft';
  let endedOn: string | null = isOver({ outcome }) ? since : null;
  let underWay = status;
  for (const event of task.events) {
    if (event.date > on) break;
    const next = event.event === 'resumed' ? underWay : event.event;
    if (next === status || !stages.known.has(next) || isBeforePosting(event, task, stages, on)) continue;
    status = next;
    since = event.date;
    posted = !stages.unposted.has(next) || (posted && SIDE_STAGES.has(next));
    const was = outcome;
    outcome = posted ? outcomeOf(status, stages) : 'draft';
    if (!isOver({ outcome }) && !SIDE_STAGES.has(status)) underWay = status;
    if (!isOver({ outcome })) endedOn = null;
    else if (outcome !== was || endedOn === null) endedOn = event.date;
  }
  return { status, since, outcome, endedOn, clock: endedOn ?? (status === 'suspended' ? (since ?? on) : on) };
}
