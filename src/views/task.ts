/** One task's whole life (任务全程), for its page. */
import { findEndedLeads } from '../assess/endedLeads.ts';
import type { TaskResult } from '../assess/results.ts';
import { verdictKey } from '../assess/taskAwards.ts';
import { doneOn } from '../assess/taskDates.ts';
import type { TaskScheme } from '../model/config.ts';
import type { DueDate } from '../model/date.ts';
import { compareDays } from '../model/days.ts';
import type { Milestone, Progress, Task, TaskEvent } from '../model/portal.ts';
import { ROLE_WORDS } from '../model/tables/taskUnits.ts';
import { isInPercent } from '../model/taskTarget.ts';
import type { Text } from '../model/text.ts';
import { unitNameOn } from '../model/unitLife.ts';
import type { Place } from '../problems.ts';
import { type AppealNote, appealNote } from './appeal.ts';
import { type AwardNames, type AwardRow, awardNames, awardRow } from './awards.ts';
import type { Named } from './name.ts';
import type { DocumentView, InstrumentFace, ProgrammeSource, UnitNames } from './programmeSource.ts';
import { isLater, percent } from './tasks.ts';

export interface TaskLink {
  readonly task: string;
  /** null where the task is not in this list (another year's). */
  readonly title: Text | null;
}

export interface TaskEventView {
  readonly date: string;
  readonly event: string;
  readonly by_unit: string | null;
  readonly from_unit: string | null;
  readonly to_unit: string | null;
  /** What these units were called on that day, where they have other names now. */
  readonly units_then?: UnitNames;
  readonly new_due_on: string | null;
  /** Its words, where they are vague. */
  readonly new_due_text?: string;
  /** Of an `extended` event that did not put the due date off: it brought it forward, left it as it was, or set the first one. */
  readonly due_change?: 'brought_forward' | 'kept' | 'set';
  readonly value: number | null;
  readonly milestone: Text | null;
  readonly reason: Text | null;
  readonly document: DocumentView | null;
  /** It was of an award that has been taken back: the day on which; null where nobody knows. */
  readonly taken_back?: { readonly on: string | null };
}

export interface TaskView {
  readonly programme: string;
  readonly programme_name: Named;
  readonly as_of: string;
  readonly task: string;
  readonly title: Text;
  readonly note: Text | null;
  readonly batch: Text | null;
  readonly category: Text | null;
  readonly origin: Text | null;
  readonly posted_on: string | null;
  readonly due: DueDate | null;
  readonly target_text: Text | null;
  readonly target_value: number | null;
  readonly unit_label: Text | null;
  readonly year: string | null;
  /** Units by role: those of the programme in its order, then the others in the usual one. */
  readonly roles: readonly { readonly role: string; readonly name: Text | null; readonly units: readonly string[] }[];
  readonly units: UnitNames;
  /** Of those that lead it while it is open, units that are no more; absent where none is. */
  readonly ended_leads?: readonly string[];
  readonly stages: Readonly<Record<string, Text>>;
  readonly status: string;
  readonly outcome: TaskResult['outcome'];
  readonly status_since: string | null;
  readonly overdue: boolean;
  readonly overdue_days: number;
  readonly closed_on: string | null;
  readonly on_time: boolean | null;
  readonly original_due_on: string | null;
  readonly due_on: string | null;
  /** The words of the due date in force, where they are vague. */
  readonly due_text: string | null;
  readonly slipped_days: number;
  readonly extensions: readonly (TaskResult['extensions'][number] & Pick<TaskEventView, 'units_then'>)[];
  readonly progress: number | null;
  /** The day of the report that the progress is from; null where nobody reported it. */
  readonly progress_on: string | null;
  /** By the as-of date. */
  readonly planned: number | null;
  /** The day that a plan of the office's own was filed for; null where it is worked out for the as-of date. */
  readonly planned_on: string | null;
  readonly gap_points: number | null;
  readonly behind: boolean;
  readonly stale: boolean;
  readonly last_update: string | null;
  readonly workdays_to_due: number | null;
  readonly milestones: readonly Omit<Milestone, 'place'>[];
  readonly milestones_overdue: readonly string[];
  /** Whether the curve is in percent; else it is in the target's unit. */
  readonly in_percent: boolean;
  readonly curve: readonly Omit<Progress, 'place'>[];
  readonly plan: TaskScheme['plan'];
  readonly events: readonly TaskEventView[];
  readonly awards: readonly AwardRow[];
  readonly award_names: AwardNames | null;
  readonly instruments: readonly InstrumentFace[];
  readonly carried_from: TaskLink | null;
  readonly carried_to: readonly TaskLink[];
  readonly parent: TaskLink | null;
  readonly parts: readonly TaskLink[];
  readonly commended: boolean;
  readonly held_accountable: boolean;
  readonly exempted: boolean;
  readonly appeals: readonly AppealNote[];
  /** Neighbours in the list. */
  readonly previous: TaskLink | null;
  readonly next: TaskLink | null;
}

/** What a task's page needs of the whole list; worked out once. */
export interface TaskFamily {
  readonly carriedTo: ReadonlyMap<string, readonly TaskLink[]>;
  readonly partsOf: ReadonlyMap<string, readonly TaskLink[]>;
  readonly appeals: ReadonlyMap<string, TaskView['appeals']>;
  /** Tasks that exist and are not named. */
  readonly hidden: ReadonlySet<string>;
  readonly stages: Readonly<Record<string, Text>>;
  readonly named: {
    readonly batch: ReadonlyMap<string, Text>;
    readonly category: ReadonlyMap<string, Text>;
    readonly origin: ReadonlyMap<string, Text>;
  };
}

function push<V>(map: Map<string, V[]>, key: string | null, value: V): void {
  if (key === null) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What the pages of a programme’s tasks share. */
export function taskFamily(source: ProgrammeSource): TaskFamily {
  const carriedTo = new Map<string, TaskLink[]>();
  const partsOf = new Map<string, TaskLink[]>();
  for (const { task } of source.listedTasks()) {
    push(carriedTo, task.carriedFrom, { task: task.id, title: task.title });
    push(partsOf, task.parent, { task: task.id, title: task.title });
  }
  const appeals = new Map<string, AppealNote[]>();
  for (const appeal of source.portal.appeals) push(appeals, appeal.against, appealNote(appeal, source.portal));
  const scheme = source.config.tasks;
  const stages: Record<string, Text> = {};
  for (const { id, name } of scheme?.stages ?? []) if (name !== null) stages[id] = name;
  const names = (items: TaskScheme['batches'] = []) => new Map(items.map(({ id, name }) => [id, name]));
  const named = { batch: names(scheme?.batches), category: names(scheme?.categories), origin: names(scheme?.origins) };
  const all = source.site.assessment.programmes.flatMap(({ tasks }) => tasks);
  const hidden = new Set(all.flatMap(({ task }) => (task.visibility === 'names' ? [] : [task.id])));
  return { carriedTo, partsOf, appeals, hidden, stages, named };
}

function linkTo(id: string | null, source: ProgrammeSource, { hidden }: TaskFamily): TaskLink | null {
  return id === null || hidden.has(id) ? null : { task: id, title: source.task(id)?.task.title ?? null };
}

function rolesOf({ roles }: TaskResult, scheme: TaskScheme | null): TaskView['roles'] {
  const filled = Object.entries(roles).filter(([, units]) => units.length > 0);
  if (filled.length > 1) {
    const order = [...Object.keys(scheme?.roles ?? {}), ...Object.keys(ROLE_WORDS)];
    filled.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  }
  return filled.map(([role, units]) => ({ role, name: scheme?.roles[role]?.name ?? null, units }));
}

/** By the days on which they are due, those of one day in the order of the rows; done on the day that their row says, or an event. */
function milestonesOf(task: Task, on: string): TaskView['milestones'] {
  const sorted = task.milestones.toSorted((a, b) => compareDays(a.dueOn.date, b.dueOn.date));
  return sorted.map((milestone) => ({ ...withoutPlace(milestone), doneOn: doneOn(milestone, task, on) }));
}

function unitIds({ task, roles, leads, extensions, transfers }: TaskResult): Set<string> {
  const ids = new Set<string>(leads);
  for (const units of Object.values(roles)) for (const unit of units) ids.add(unit);
  for (const { byUnit, fromUnit, toUnit } of task.events) for (const id of [byUnit, fromUnit, toUnit]) if (id !== null) ids.add(id);
  for (const { byUnit } of extensions) if (byUnit !== null) ids.add(byUnit);
  for (const { from, to } of transfers) for (const id of [from, to]) if (id !== null) ids.add(id);
  return ids;
}

function namesThen(ids: readonly (string | null)[], on: string, { portal, named }: ProgrammeSource): Pick<TaskEventView, 'units_then'> {
  const renamed = ids.flatMap((id) => {
    const unit = id === null ? undefined : portal.unitById.get(id);
    const then = unit && unitNameOn(unit, on);
    return unit && then !== undefined && then !== unit.name ? [[unit.id, named(then)] as const] : [];
  });
  return renamed.length > 0 ? { units_then: Object.fromEntries(renamed) } : {};
}

function eventViews({ task, takenBack, extensions }: TaskResult, source: ProgrammeSource): TaskEventView[] {
  return task.events.map((event) => ({
    date: event.date,
    event: event.event,
    by_unit: event.byUnit,
    from_unit: event.fromUnit,
    to_unit: event.toUnit,
    ...namesThen([event.byUnit, event.fromUnit, event.toUnit], event.date, source),
    new_due_on: event.newDueOn,
    ...(event.newDueText !== undefined && { new_due_text: event.newDueText }),
    ...(event.event === 'extended' && dueChange(event, extensions)),
    value: event.value,
    milestone: task.milestones.find((one) => one.id === event.milestone)?.title ?? null,
    reason: event.reason,
    document: source.document(event.document),
    ...takenBackPart(takenBack.get(verdictKey(event.event, event.date))),
  }));
}

function dueChange({ date, newDueOn }: TaskEvent, extensions: TaskResult['extensions']): Pick<TaskEventView, 'due_change'> | null {
  const own = extensions.find(({ on, to }) => on === date && to === newDueOn);
  if (!own || isLater(own)) return null;
  if (own.from === null) return { due_change: 'set' };
  return { due_change: own.from === own.to ? 'kept' : 'brought_forward' };
}

function takenBackPart(on: string | undefined): Pick<TaskEventView, 'taken_back'> | null {
  return on === undefined ? null : { taken_back: { on: on || null } };
}

const NONE: readonly never[] = [];

/** In which row of which file something stands is nothing to publish, and moves with every row above it. */
function withoutPlace<Row extends { readonly place: Place }>({ place, ...rest }: Row): Omit<Row, 'place'> {
  return rest;
}

/** `at` is the task's place in the list. */
export function taskView(at: number, source: ProgrammeSource, family: TaskFamily): TaskView {
  const listed = source.listedTasks();
  const result = listed[at] as TaskResult;
  const { task } = result;
  const scheme = source.config.tasks;
  const ended = findEndedLeads(result, source.portal);
  const awards = source.awardsOfTask(task.id);
  const neighbour = (other: TaskResult | undefined): TaskLink | null => (other ? { task: other.task.id, title: other.task.title } : null);
  const term = (map: ReadonlyMap<string, Text>, id: string | null): Text | null => (id === null ? null : (map.get(id) ?? id));
  return {
    programme: source.config.id,
    programme_name: source.named(source.config.name),
    as_of: source.portal.asOf,
    task: task.id,
    title: task.title,
    note: task.note,
    batch: term(family.named.batch, task.batch),
    category: term(family.named.category, task.category),
    origin: term(family.named.origin, task.origin),
    posted_on: result.postedOn,
    due: task.dueOn,
    target_text: task.targetText,
    target_value: task.targetValue,
    unit_label: task.unitLabel,
    year: task.year,
    roles: rolesOf(result, scheme),
    units: source.unitNames(unitIds(result)),
    ...(ended.length > 0 && { ended_leads: ended }),
    stages: family.stages,
    status: result.status,
    outcome: result.outcome,
    status_since: result.statusSince,
    overdue: result.overdue,
    overdue_days: result.overdueDays,
    closed_on: result.closedOn,
    on_time: result.onTime,
    original_due_on: result.originalDueOn,
    due_on: result.dueOn,
    due_text: result.dueText,
    slipped_days: result.slippedDays,
    extensions: result.extensions.map((one) => ({ ...one, ...namesThen([one.byUnit], one.on, source) })),
    progress: percent(result.progress),
    progress_on: result.reportedOn,
    planned: percent(result.planned),
    planned_on: result.plannedOn,
    gap_points: percent(result.gapPoints),
    behind: result.behind,
    stale: result.stale,
    last_update: result.lastUpdate,
    workdays_to_due: result.workdaysToDue,
    milestones: milestonesOf(task, source.portal.asOf),
    milestones_overdue: result.milestonesOverdue.map((milestone) => milestone.id),
    in_percent: isInPercent(task),
    curve: task.progress.map(withoutPlace),
    plan: scheme?.plan ?? 'own_or_linear',
    events: eventViews(result, source),
    awards: awards.map((award) => awardRow(award, source)),
    award_names: awards.length > 0 ? awardNames(awards, source) : null,
    instruments: awards.length > 0 ? source.faces : NONE,
    carried_from: linkTo(task.carriedFrom, source, family),
    carried_to: family.carriedTo.get(task.id) ?? NONE,
    parent: linkTo(task.parent, source, family),
    parts: family.partsOf.get(task.id) ?? NONE,
    commended: result.commended,
    held_accountable: result.heldAccountable,
    exempted: result.exempted,
    appeals: family.appeals.get(task.id) ?? NONE,
    previous: neighbour(listed[at - 1]),
    next: neighbour(listed[at + 1]),
  };
}
