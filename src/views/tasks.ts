/** The published task list (任务清单), as `tasks/index.json` gives it. */
import type { TaskResult } from '../assess/results.ts';
import { countByUnit, type TaskCount } from '../assess/taskUnits.ts';
import { type NamedConfig, type ProgrammeConfig, TASK_SIDE_STAGES, TASK_STAGES, type TaskScheme } from '../model/config.ts';
import { newestDay } from '../model/days.ts';
import type { Text } from '../model/text.ts';
import { round } from './boardTable.ts';
import { type Named, nameOf } from './name.ts';
import type { ProgrammeSource, UnitNames } from './programmeSource.ts';

/** Rows on one page of the list; the JSON holds them all. */
export const TASKS_PER_PAGE = 500;

export interface TaskRow {
  readonly task: string;
  readonly title: string;
  readonly titles?: Readonly<Record<string, string>>;
  readonly batch: string | null;
  readonly category: string | null;
  readonly origin: string | null;
  /** Unit ids, the first responsible first. */
  readonly lead: readonly string[];
  /** Those of `lead` that only lead jointly, where the programme has a name of its own for that role. */
  readonly joint?: readonly string[];
  readonly status: string;
  readonly outcome: TaskResult['outcome'];
  readonly overdue: boolean;
  /** Days late; 0 when not. */
  readonly overdue_days: number;
  readonly posted_on: string | null;
  readonly due_on: string | null;
  readonly due_text: string | null;
  readonly original_due_on: string | null;
  readonly slipped_days: number;
  /** Percent 0–100. */
  readonly progress: number | null;
  readonly planned: number | null;
  readonly behind: boolean;
}

type Outcomes = Readonly<Record<Exclude<TaskResult['outcome'], 'draft'>, number>>;

/** Counts of the tasks that were posted. */
export interface TaskNumbers {
  readonly count: number;
  /** closed + open + withdrawn + carried = count, always. */
  readonly outcomes: Outcomes;
  /** Tasks that are shown and were not posted; counted nowhere else. A draft may have been withdrawn or suspended. */
  readonly drafts: number;
  readonly drafts_by_status: Readonly<Record<string, number>>;
  /** Posted tasks, each of these adding up to `count`: '' are those without one, where others have one. */
  readonly by_status: Readonly<Record<string, number>>;
  readonly by_category: Readonly<Record<string, number>>;
  readonly by_origin: Readonly<Record<string, number>>;
  readonly by_batch: Readonly<Record<string, number>>;
  readonly overdue: number;
  readonly behind: number;
  readonly stale: number;
  readonly extended: number;
  /** Of the closed ones with a due date: by the due date that was published first, and after it. */
  readonly closed_on_time: number;
  readonly closed_late: number;
  /** Of the same: by the due date in force, and after it. */
  readonly closed_by_due: number;
  readonly closed_after_due: number;
}

interface LeadCount extends TaskCount {
  readonly unit: string;
  /** Neither closed nor open: withdrawn, merged, carried over … closed + open + other = count. */
  readonly other: number;
}

export interface TaskTerms {
  readonly stages: Readonly<Record<string, Named>>;
  /** What the programme calls the role of those who only lead jointly; null where it has no name of its own for it. */
  readonly joint: Named | null;
  /** What it calls the role of the unit that a task counts for, where it counts for one; null where it has no name of its own for it. */
  readonly counted: Named | null;
  readonly categories: readonly ({ readonly id: string } & Named)[];
  readonly origins: readonly ({ readonly id: string } & Named)[];
  readonly batches: readonly ({ readonly id: string } & Named)[];
}

export interface TasksView extends TaskNumbers, Named {
  readonly programme: string;
  readonly as_of: string;
  readonly count_for: TaskScheme['countFor'];
  readonly terms: TaskTerms;
  /** Tasks by the unit that they count for, by `count_for`. */
  readonly leads: readonly LeadCount[];
  readonly units: UnitNames;
  /** 1-based, of so many; `listed` tasks are named, the others only counted. */
  readonly page: number;
  readonly pages: number;
  readonly listed: number;
  readonly latest_update: string | null;
  /** Late tasks that have a page. */
  readonly overdue_listed: number;
  /** Late tasks, latest first, at most twelve: for the summary above the list. */
  readonly late: readonly TaskRow[];
  readonly tasks: readonly TaskRow[];
}

/** Pages of a list of so many tasks. */
export function pageCount(listed: number): number {
  return Math.max(1, Math.ceil(listed / TASKS_PER_PAGE));
}

/** Everything but the rows, worked out once a programme. */
export type TasksHead = Omit<TasksView, 'page' | 'tasks'>;

function count(into: Record<string, number>, key: string | null): void {
  if (key !== null) into[key] = (into[key] ?? 0) + 1;
}

/** With those that have none; as it is where nothing has one. */
function withRest(counts: Readonly<Record<string, number>>, all: number): Readonly<Record<string, number>> {
  const rest = Object.values(counts).reduce((left, n) => left - n, all);
  return rest === 0 || rest === all ? counts : { ...counts, '': rest };
}

/** As a task passes through them: the stages in the programme's own order, those beside them last. */
function inStageOrder(counts: Readonly<Record<string, number>>, stages: TaskScheme['stages']): Readonly<Record<string, number>> {
  const order = [...stages.map(({ id }) => id), ...TASK_STAGES, ...TASK_SIDE_STAGES];
  const known = [...new Set<string>(order)].filter((id) => counts[id] !== undefined);
  return { ...Object.fromEntries(known.map((id) => [id, counts[id] as number])), ...counts };
}

/** Whether a change of the due date put it off: it may also bring it forward, or set the first one. */
export function isLater({ from, to }: Pick<TaskResult['extensions'][number], 'from' | 'to'>): boolean {
  return from !== null && to > from;
}

/** Counts of tasks. Drafts were not posted, and are counted apart. */
export function taskNumbers(tasks: readonly TaskResult[], stages: TaskScheme['stages'] = []): TaskNumbers {
  const outcomes = { open: 0, closed: 0, withdrawn: 0, carried: 0 };
  const status: Record<string, number> = {};
  const drafts: Record<string, number> = {};
  const category: Record<string, number> = {};
  const origin: Record<string, number> = {};
  const batch: Record<string, number> = {};
  let [overdue, behind, stale, extended, onTime, late] = [0, 0, 0, 0, 0, 0];
  let posted = 0;
  for (const one of tasks) {
    if (one.outcome === 'draft') {
      count(drafts, one.status);
      continue;
    }
    posted++;
    count(status, one.status);
    outcomes[one.outcome]++;
    count(category, one.task.category);
    count(origin, one.task.origin);
    count(batch, one.task.batch);
    if (one.overdue) overdue++;
    if (one.behind) behind++;
    if (one.stale) stale++;
    if (one.extensions.some(isLater)) extended++;
    if (one.outcome === 'closed' && one.onTime === true) onTime++;
    if (one.outcome === 'closed' && one.onTime === false) late++;
  }
  const closed = tasks.filter(({ outcome, dueOn }) => outcome === 'closed' && dueOn !== null);
  return {
    count: posted,
    outcomes,
    drafts: tasks.length - posted,
    drafts_by_status: inStageOrder(drafts, stages),
    by_status: inStageOrder(status, stages),
    by_category: withRest(category, posted),
    by_origin: withRest(origin, posted),
    by_batch: withRest(batch, posted),
    overdue,
    behind,
    stale,
    extended,
    closed_on_time: onTime,
    closed_late: late,
    closed_by_due: closed.filter(({ overdueDays }) => overdueDays === 0).length,
    closed_after_due: closed.filter(({ overdueDays }) => overdueDays > 0).length,
  };
}

/** Tasks by the unit that leads them, most first; fractions where a task is split. */
export function leadCounts(tasks: readonly TaskResult[], countFor: TaskScheme['countFor']): LeadCount[] {
  const byUnit = countByUnit(tasks, countFor);
  const leads = [...byUnit].map(([unit, { count, closed, open, overdue }]) => {
    return {
      unit,
      count: shareOf(count),
      closed: shareOf(closed),
      open: shareOf(open),
      overdue: shareOf(overdue),
      other: shareOf(count - closed - open),
    };
  });
  return leads.sort((a, b) => b.count - a.count);
}

/** Thirds of a task have no end; what a unit has of them is said with at most four decimals. */
function shareOf(count: number): number {
  return round(count, 4);
}

/** Whether a unit's count of tasks may be a fraction: a task is split among its leads. */
export function countsFractions({ tasks }: ProgrammeConfig): boolean {
  return tasks?.countFor === 'split';
}

/** Percent as it is printed: with at most one decimal. */
export function percent(value: number | null): number | null {
  return value === null ? null : round(value, 1);
}

function jointLeads({ roles, leads }: TaskResult, { tasks }: ProgrammeConfig): Pick<TaskRow, 'joint'> | null {
  if (!roles.co_lead || (tasks?.roles.co_lead?.name ?? null) === null) return null;
  const joint = leads.filter((unit) => !roles.lead?.includes(unit) && !roles.first_responsible?.includes(unit));
  return joint.length > 0 ? { joint } : null;
}

function taskRow(result: TaskResult, source: ProgrammeSource): TaskRow {
  const { task } = result;
  const { name, names } = source.named(task.title);
  const titled = names ? { task: task.id, title: name, titles: names } : { task: task.id, title: name };
  return Object.assign(titled, {
    batch: task.batch,
    category: task.category,
    origin: task.origin,
    lead: result.leads,
    ...jointLeads(result, source.config),
    status: result.status,
    outcome: result.outcome,
    overdue: result.overdue,
    overdue_days: result.overdueDays,
    posted_on: result.postedOn,
    due_on: result.dueOn,
    due_text: result.dueText,
    original_due_on: result.originalDueOn,
    slipped_days: result.slippedDays,
    progress: percent(result.progress),
    planned: percent(result.planned),
    behind: result.behind,
  });
}

/** The stages that the programme has its own names for. */
export function stageNames({ config, portal }: ProgrammeSource): TaskTerms['stages'] {
  const own = config.tasks?.stages.flatMap(({ id, name }) => (name === null ? [] : [[id, nameOf(name, portal.config)] as const]));
  return Object.fromEntries(own ?? []);
}

/** The name of the role of the one unit that a task counts for; null where it has none, or a task may have no such unit or several. */
export function countedRole({ roles, countFor }: TaskScheme): Text | null {
  if (countFor !== 'first_responsible') return null;
  const role = roles.first_responsible ?? roles.lead;
  return role && role.min >= 1 && role.max === 1 ? role.name : null;
}

function termsOf(source: ProgrammeSource): TaskTerms {
  const scheme = source.config.tasks;
  const { config } = source.portal;
  const named = (items: readonly NamedConfig[] = []) => items.map(({ id, name }) => ({ id, ...nameOf(name, config) }));
  const joint = scheme?.roles.co_lead?.name ?? null;
  const counted = scheme ? countedRole(scheme) : null;
  return {
    stages: stageNames(source),
    joint: joint === null ? null : nameOf(joint, config),
    counted: counted === null ? null : nameOf(counted, config),
    categories: named(scheme?.categories),
    origins: named(scheme?.origins),
    batches: named(scheme?.batches),
  };
}

const LATE_SHOWN = 12;

function lateFirst(tasks: readonly TaskResult[]): readonly TaskResult[] {
  return tasks
    .filter(({ overdue }) => overdue)
    .sort((a, b) => b.overdueDays - a.overdueDays)
    .slice(0, LATE_SHOWN);
}

function* leadsOf(tasks: readonly TaskResult[]): Iterable<string> {
  for (const { leads } of tasks) yield* leads;
}

/** What all pages of a list of tasks say. */
export function tasksHead(source: ProgrammeSource): TasksHead {
  const counted = source.countedTasks();
  const listed = source.listedTasks();
  const countFor = source.config.tasks?.countFor ?? 'first_responsible';
  return {
    programme: source.config.id,
    ...source.named(source.config.name),
    as_of: source.portal.asOf,
    ...taskNumbers(counted, source.config.tasks?.stages),
    count_for: countFor,
    terms: termsOf(source),
    leads: leadCounts(counted, countFor),
    units: source.unitNames(leadsOf(counted)),
    pages: pageCount(listed.length),
    listed: listed.length,
    latest_update: newestDay(counted.map(({ lastUpdate }) => lastUpdate)),
    overdue_listed: listed.filter(({ overdue }) => overdue).length,
    late: lateFirst(listed).map((task) => taskRow(task, source)),
  };
}

/** Page 1 holds every row, because it is the download too; the others only their own. */
export function tasksView(source: ProgrammeSource, head: TasksHead, page = 1): TasksView {
  const listed = source.listedTasks();
  const rows = page === 1 ? listed : listed.slice((page - 1) * TASKS_PER_PAGE, page * TASKS_PER_PAGE);
  return { ...head, page, tasks: rows.map((task) => taskRow(task, source)) };
}
