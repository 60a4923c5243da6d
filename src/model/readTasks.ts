/** Tasks with their roles, events, milestones and progress. */
import { getTranslate } from '../i18n/index.ts';
import type { Place } from '../problems.ts';
import { checkTaskWords } from './checkTaskWords.ts';
import { reportCircles } from './circle.ts';
import { LEADING_ROLES } from './config.ts';
import { addDays, areTogether, compareDays } from './days.ts';
import { findIdFault, toId } from './id.ts';
import { addId, addName, createNames, foldName, type Names } from './names.ts';
import type { Milestone, Progress, Task, TaskEvent, TaskUnit } from './portal.ts';
import { type FoundLists, toNamed } from './programmeConfig.ts';
import type { NamedSpec } from './programmeSchema.ts';
import { reportRepeated } from './repeated.ts';
import type { RowContext } from './rowContext.ts';
import { type Cells, eachRow } from './rows.ts';
import type { TableSchemas } from './tables/index.ts';
import { EVENT_WORDS } from './tables/taskEvents.ts';
import { ROLE_WORDS } from './tables/taskUnits.ts';
import { isInPercent } from './taskTarget.ts';
import { say, type Text, textsOf } from './text.ts';
import {
  checkOrder,
  createKeys,
  isFirst,
  nameColumn,
  type PendingReference,
  type ProgrammeDraft,
  postpone,
  repeatsWhole,
  reportRepeat,
  resolve,
  resolveDocument,
  resolvePending,
  resolveProgramme,
  resolveUnit,
  type World,
} from './world.ts';

/** A list of a programme's file, or made of what the rows have where the file leaves it out. */
export interface OpenList {
  readonly names: Names;
  /** id → name, of what the rows have; null where the file has the list. */
  readonly found: Map<string, string> | null;
}

/** A list of a file; undefined = the file leaves it out, and the rows make it. */
export function createList(specs: readonly NamedSpec[] | undefined): OpenList {
  const names = createNames();
  for (const { id, name } of (specs ?? []).map(toNamed)) {
    addId(names, id);
    for (const text of textsOf(name)) addName(names, id, text);
  }
  return { names, found: specs ? null : new Map() };
}

/** The id that a cell means in a list; in an open list every new word is a new entry. */
export function resolveInList(list: OpenList, thing: string, text: string | null, row: RowContext, column: string): string | null {
  if (!text || !list.found) return resolve(list.names, thing, text, row, column);
  const id = toId(text);
  const fault = findIdFault(id);
  if (fault) {
    row.faultOnce(fault, column);
    return null;
  }
  if (!list.found.has(id)) list.found.set(id, text);
  return id;
}

interface TaskLists {
  readonly categories: OpenList;
  readonly origins: OpenList;
  readonly batches: OpenList;
  readonly stages: Names;
  readonly roles: Names;
}

function nameWords(words: Readonly<Record<string, readonly string[]>>): Names {
  const names = createNames();
  for (const [id, writings] of Object.entries(words)) {
    addId(names, id);
    for (const writing of writings) addName(names, id, writing);
  }
  return names;
}

/** A programme's own stages and roles beside the known ones. A name that it gives stands before the usual one. */
function createTaskLists(draft: ProgrammeDraft): TaskLists {
  const { tasks } = draft.spec;
  const stages = nameWords(EVENT_WORDS);
  for (const stage of tasks?.stages ?? []) nameOver(stages, typeof stage === 'string' ? { id: stage } : stage);
  const roles = nameWords(ROLE_WORDS);
  for (const [id, role] of Object.entries(tasks?.roles ?? {})) nameOver(roles, { id, name: role.name });
  const list = (key: 'categories' | 'origins' | 'batches'): OpenList => createList(tasks?.[key]);
  return { categories: list('categories'), origins: list('origins'), batches: list('batches'), stages, roles };
}

function nameOver(names: Names, { id, name }: { readonly id: string; readonly name?: string | Readonly<Record<string, string>> | undefined }): void {
  addId(names, id);
  for (const text of textsOf(name ?? null)) {
    names.names.delete(foldName(text));
    addName(names, id, text);
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A task while its parts are read. */
interface TaskDraft {
  readonly task: Mutable<Task>;
  readonly draft: ProgrammeDraft;
  readonly units: TaskUnit[];
  readonly events: TaskEvent[];
  readonly milestones: Milestone[];
  readonly progress: Progress[];
  readonly carriedFrom: PendingReference | null;
  readonly parent: PendingReference | null;
  /** A row at fault may have been one of its roles: they cannot be counted. */
  unsure: boolean;
  /** Its row is at fault, or the header of its target: nobody knows what its progress is held against. */
  readonly targetUnsure: boolean;
}

/** A transfer, held against the task's leads once all rows are read. */
interface Transfer {
  readonly of: TaskDraft;
  readonly date: string;
  readonly from: string;
  readonly header: string;
  readonly value: string;
  readonly place: Place;
}

/** An event dated before the task's own posted_on, held against its events of posting once all rows are read. */
interface EarlyEvent {
  readonly of: TaskDraft;
  readonly date: string;
  readonly posted: string;
  readonly value: string;
  readonly place: Place;
}

interface Tasks {
  readonly world: World;
  readonly byId: Map<string, TaskDraft>;
  readonly lists: ReadonlyMap<string, TaskLists>;
  readonly transfers: Transfer[];
  readonly early: EarlyEvent[];
  /** A milestone does not say of which task it is: it may be of any. */
  isMilestoneLost: boolean;
}

function nameTask(world: World, id: string, title: Text): void {
  addId(world.tasks, id);
  for (const text of textsOf(title)) addName(world.tasks, id, text);
}

/** What the row of a task says; whom it goes on from, and what it is part of, are known when all rows are read. */
function toTaskDraft(cells: Cells<TableSchemas['tasks']>, draft: ProgrammeDraft, lists: TaskLists, row: RowContext): TaskDraft {
  // The task's lists, which the draft goes on filling.
  const parts: Pick<TaskDraft, 'units' | 'events' | 'milestones' | 'progress'> = { units: [], events: [], milestones: [], progress: [] };
  const task: Mutable<Task> = {
    id: cells.task,
    programme: draft.id,
    title: cells.title,
    batch: resolveInList(lists.batches, 'batch', cells.batch, row, 'batch'),
    category: resolveInList(lists.categories, 'category', cells.category, row, 'category'),
    origin: resolveInList(lists.origins, 'origin', cells.origin, row, 'origin'),
    postedOn: cells.posted_on,
    dueOn: cells.due_on,
    targetText: cells.target_text,
    targetValue: cells.target_value,
    unitLabel: cells.unit_label,
    year: cells.year,
    carriedFrom: null,
    parent: null,
    visibility: cells.visibility ?? 'names',
    note: cells.note,
    ...parts,
    place: row.place(),
  };
  // What goes on from an earlier list keeps the date that it was due then.
  if (cells.carried_from === null) checkOrder(row, ['posted_on', cells.posted_on], ['due_on', cells.due_on?.date ?? null]);
  const isUnsaid = (value: unknown, column: string): boolean => value === null && !row.isBlank(column);
  return {
    task,
    draft,
    ...parts,
    carriedFrom: postpone(cells.carried_from, row, 'carried_from'),
    parent: postpone(cells.parent, row, 'parent'),
    unsure: false,
    targetUnsure: row.isFaulty() || isUnsaid(task.targetValue, 'target_value') || isUnsaid(task.unitLabel, 'unit_label'),
  };
}

async function readTaskRows(tasks: Tasks): Promise<void> {
  const { world, byId } = tasks;
  const keys = createKeys();
  await eachRow(world.folder.tables, 'tasks', world, (cells, row) => {
    if (cells.task === '' || !isFirst(keys, cells.task, row, 'task')) return;
    // A task at fault is known all the same, so that its parts are not faults as well; unless it is left out with them.
    const mayBeLeftOut = row.source.faults === 'report';
    if (!mayBeLeftOut) nameTask(world, cells.task, cells.title);
    const draft = resolveProgramme(world, cells.programme, row);
    const lists = draft && tasks.lists.get(draft.id);
    if (!draft || !lists) return;
    const one = toTaskDraft(cells, draft, lists, row);
    if (row.failed) return;
    if (mayBeLeftOut) nameTask(world, one.task.id, one.task.title);
    byId.set(one.task.id, one);
  });
  resolveAbove(tasks);
}

/** Finds the tasks that others go on from or are part of, and reports circles of them. */
function resolveAbove({ world, byId }: Tasks): void {
  for (const { task, carriedFrom, parent } of byId.values()) {
    task.carriedFrom = resolvePending(world, world.tasks, 'task', carriedFrom);
    task.parent = resolvePending(world, world.tasks, 'task', parent);
  }
  const all = [...byId.values()].map(({ task }) => task);
  const toParents = all.map(({ id, parent, place }) => ({ id, above: parent, place }));
  reportCircles(toParents, 'parent', world.problems);
  const toEarlier = all.map(({ id, carriedFrom, place }) => ({ id, above: carriedFrom, place }));
  reportCircles(toEarlier, 'carried_from', world.problems);
}

function findTask(tasks: Tasks, text: string, row: RowContext): TaskDraft | null {
  const id = resolve(tasks.world.tasks, 'task', text, row, 'task');
  return id === null ? null : (tasks.byId.get(id) ?? null);
}

function findLists(tasks: Tasks, task: TaskDraft): TaskLists {
  return tasks.lists.get(task.draft.id) as TaskLists;
}

/** Whether a number in a table is a percentage, or not there. */
function isShare(percent: number | null): boolean {
  return percent === null || !(percent < 0 || percent > 100);
}

async function readTaskUnits(tasks: Tasks): Promise<void> {
  let isAnyUnknown = false;
  await eachRow(tasks.world.folder.tables, 'task_units', tasks.world, (cells, row) => {
    const unit = resolveUnit(tasks.world, cells.unit, row);
    const task = findTask(tasks, cells.task, row);
    if (!task) {
      if (!row.failed) isAnyUnknown = true;
      return;
    }
    const role = resolve(findLists(tasks, task).roles, 'role', cells.role, row, 'role');
    if (unit === null || role === null) {
      task.unsure = true;
      return;
    }
    checkOrder(row, ['from', cells.from], ['to', cells.to]);
    const { share, from, to } = cells;
    if ((from === null && !row.isBlank('from')) || (to === null && !row.isBlank('to'))) task.unsure = true;
    if (!isShare(share)) row.fault('share-range', 'share');
    if (row.isFaulty()) task.unsure = true;
    const first = task.units.find((other) => other.unit === unit && other.role === role && other.from === from);
    if (first) reportRepeat(row, 'unit', first.place, `${cells.task} ${cells.unit} ${cells.role}`);
    else if (!row.failed) task.units.push({ unit, role, share, from, to, place: row.place() });
  });
  // It may be any task's.
  if (isAnyUnknown) for (const one of tasks.byId.values()) one.unsure = true;
}

/** A report of the month may be entered a little before it is over, and it is later elsewhere; by a year nothing has happened in advance. */
const MOST_DAYS_AHEAD = 366;

/** A day on which something is said to have happened is not to come. */
function checkHappened({ today, lastDay }: World, row: RowContext, column: string, date: string): void {
  if (date > lastDay && date > today && date > addDays(today, MOST_DAYS_AHEAD)) row.faultOnce('date-ahead', column);
}

async function readMilestones(tasks: Tasks): Promise<void> {
  await eachRow(tasks.world.folder.tables, 'milestones', tasks.world, (cells, row) => {
    const task = findTask(tasks, cells.task, row);
    if (!task && !row.failed) tasks.isMilestoneLost = true;
    if (!task || cells.milestone === '') return;
    const id = cells.milestone;
    const first = task.milestones.find((other) => other.id.length === id.length && other.id.toLowerCase() === id.toLowerCase());
    if (first) return reportRepeat(row, 'milestone', first.place, `${cells.task} ${id}`);
    const { title, due_on: dueOn, weight, done_on: doneOn, evidence, note } = cells;
    if (doneOn !== null) checkHappened(tasks.world, row, 'done_on', doneOn);
    task.milestones.push({ id, title, dueOn, weight, doneOn, evidence, ...(note === null ? {} : { note }), place: row.place() });
  });
}

function findMilestone(
  { world: { folder, nameless }, isMilestoneLost }: Tasks,
  task: TaskDraft,
  text: string | null,
  row: RowContext,
): string | null {
  if (!text) return null;
  const folded = text.toLowerCase();
  const found = task.milestones.find(({ id, title }) => id.toLowerCase() === folded || textsOf(title).includes(text));
  if (!found && !isMilestoneLost && !folder.unread.has('milestones') && !nameless.has('milestones'))
    row.faultOnce('milestone-unknown', 'milestone', { near: 0, task: task.task.id });
  return found?.id ?? null;
}

/** Who gives a task away has led it, by its roles or by an earlier transfer. */
function checkTransfers({ transfers, world }: Tasks): void {
  for (const { of, date, from, header, value, place } of transfers) {
    const leads = of.units.filter(({ role }) => LEADING_ROLES.includes(role));
    if (of.unsure || leads.length === 0) continue;
    const hasLed = leads.some((lead) => lead.unit === from && (lead.from === null || lead.from < date));
    if (hasLed || of.events.some((event) => event.event === 'transferred' && event.toUnit === from && event.date < date)) continue;
    world.problems.error('transfer-from-other', place, { header, value, task: of.task.id, date });
  }
}

/** Stages at which a task comes to an end, which none does before it is posted; work on it may well have begun. */
const ENDING: ReadonlySet<string> = new Set(['accepted', 'closed', 'evaluated', 'carried_over', 'failed', 'unclaimed']);

/**
 * No task ends before it is posted, but for one that goes on from an earlier list. A task posted anew may say so with events; and a wrong
 * posted_on is told once.
 */
function checkEarlyEvents({ early, world }: Tasks): void {
  const certain = early.filter(({ of, date }) => !of.events.some((event) => event.event === 'posted' && event.date <= date));
  for (const [{ task }, all] of Map.groupBy(certain, ({ of }) => of)) {
    const { date, posted, value, place } = all[0] as EarlyEvent;
    const params = { task: task.id, date, posted, value };
    reportRepeated({ code: 'event-before-posted', place, params, severity: 'error', rows: all.length }, world.problems);
  }
}

async function readTaskEvents(tasks: Tasks): Promise<void> {
  const { world } = tasks;
  const first = new Map<string, Place>();
  await eachRow(world.folder.tables, 'task_events', world, (cells, row) => {
    const byUnit = resolveUnit(world, cells.by_unit, row, 'by_unit');
    const fromUnit = resolveUnit(world, cells.from_unit, row, 'from_unit');
    const toUnit = resolveUnit(world, cells.to_unit, row, 'to_unit');
    const document = resolveDocument(world, cells.document, row);
    const task = findTask(tasks, cells.task, row);
    if (!task) return;
    const event = resolve(findLists(tasks, task).stages, 'stage', cells.event, row, 'event');
    if (event === null) return;
    if (event === 'extended' && row.isBlank('new_due_on')) row.fault('event-due-missing', 'event');
    if (event === 'transferred' && row.isBlank('to_unit')) row.fault('event-unit-missing', 'event');
    if (event === 'progress') checkAmount(task, row, 'value');
    const { postedOn } = task.task;
    const newDueOn = cells.new_due_on?.date ?? null;
    if (postedOn !== null && newDueOn !== null && newDueOn < postedOn)
      row.fault('dates-reversed', 'new_due_on', { to: newDueOn, other: nameColumn(world, 'tasks', 'posted_on'), from: postedOn });
    const milestone = findMilestone(tasks, task, cells.milestone, row);
    if (row.failed) return;
    const { date, value, reason } = cells;
    const newDueText = cells.new_due_on?.text ?? null;
    const said = { event, date, byUnit, fromUnit, toUnit, newDueOn, ...(newDueText !== null && { newDueText }), value, milestone, reason, document };
    if (repeatsWhole(first, [task.task.id, said], row, ['task', 'date', 'event'])) return;
    if (event === 'transferred' && fromUnit !== null && date !== '') {
      const header = row.nameOf('from_unit');
      tasks.transfers.push({ of: task, date, from: fromUnit, header, value: row.text('from_unit'), place: row.at('from_unit') });
    }
    if (postedOn !== null && date !== '' && date < postedOn && ENDING.has(event) && task.carriedFrom === null)
      tasks.early.push({ of: task, date, posted: postedOn, value: row.text('event'), place: row.at('date') });
    task.events.push({ ...said, place: row.place() });
  });
}

/** Progress of a task with a target of its own is an amount: 85% of 12 is not 85. */
function checkAmount({ task, targetUnsure }: TaskDraft, row: RowContext, column: string): void {
  const { targetValue, unitLabel } = task;
  if (targetUnsure || isInPercent(task) || !/[%％]$/.test(row.text(column))) return;
  row.fault('progress-percent', column, { target: `${targetValue}${textsOf(unitLabel)[0] ?? ''}` });
}

async function readProgress(tasks: Tasks): Promise<void> {
  await eachRow(tasks.world.folder.tables, 'progress', tasks.world, (cells, row) => {
    const task = findTask(tasks, cells.task, row);
    if (!task) return;
    const { as_of: asOf, actual, planned, note } = cells;
    const first = task.progress.find((other) => other.asOf === asOf);
    if (first && asOf !== '') return reportRepeat(row, 'as_of', first.place, `${cells.task} ${asOf}`);
    if (['actual', 'planned', 'note'].every((column) => row.isBlank(column)) && note === null) row.fault('progress-blank', 'actual');
    // What is planned may be of a day to come.
    if (actual !== null) checkHappened(tasks.world, row, 'as_of', asOf);
    checkAmount(task, row, 'actual');
    checkAmount(task, row, 'planned');
    // Without a target of its own a task's progress is a percentage.
    if (task.task.targetValue === null && !task.targetUnsure) {
      const target = nameColumn(tasks.world, 'tasks', 'target_value');
      if (!isShare(actual)) row.fault('progress-range', 'actual', { target });
      if (!isShare(planned)) row.fault('progress-range', 'planned', { target });
    }
    if (!row.failed) task.progress.push({ asOf, actual, planned, note, place: row.place() });
  });
}

/** Units in a role at one time, at most: counted on every day on which one takes it up. */
function countAtOnce(units: readonly TaskUnit[]): number {
  let most = 0;
  for (const { from: day } of units) {
    const there = units.filter(({ from, to }) => (from ?? '') <= (day ?? '') && (to === null || to >= (day ?? '')));
    most = Math.max(most, new Set(there.map(({ unit }) => unit)).size);
  }
  return most;
}

/** The first responsible unit is a lead, too. */
function hasRole(unit: TaskUnit, role: string): boolean {
  return unit.role === role || (role === 'lead' && unit.role === 'first_responsible');
}

const ROLES = Object.keys(ROLE_WORDS) as readonly (keyof typeof ROLE_WORDS)[];

/** What the programme calls a role, or what pages do. */
function callRole({ languages }: World, role: string, name: Text | undefined): string {
  const lang = languages[0] ?? 'en';
  if (name !== undefined) return say(name, lang, languages);
  const known = ROLES.find((one) => one === role);
  return known ? getTranslate(lang)(`task.role.${known}`) : role;
}

function checkRoles(world: World, { task, draft, unsure }: TaskDraft): void {
  if (unsure) return;
  for (const [id, { min, max, name }] of Object.entries(draft.spec.tasks?.roles ?? {})) {
    const n = countAtOnce(task.units.filter((unit) => hasRole(unit, id)));
    const role = callRole(world, id, name);
    const few = n === 0 ? { none: 1, n: '', least: '' } : { none: 0, n, least: min ?? 0 };
    if (n < (min ?? 0)) world.problems.error('role-too-few', task.place, { task: task.id, role, ...few });
    if (max !== undefined && n > max) world.problems.error('role-too-many', task.place, { task: task.id, role, n, max });
  }
}

/** Where tasks are split among those who lead them, each must have a share beside the others': a blank is no share of nothing. */
function checkShares(world: World, { task, draft, unsure }: TaskDraft): void {
  if (unsure || draft.spec.tasks?.count_for !== 'split') return;
  const leads = task.units.filter(({ role }) => LEADING_ROLES.includes(role));
  for (const lead of leads) {
    const other = lead.share === null && leads.find((one) => one.share !== null && one.unit !== lead.unit && areTogether(one, lead));
    if (other) world.problems.error('share-blank', lead.place, { task: task.id, unit: lead.unit, other: other.unit, share: other.share ?? 0 });
  }
}

/** Milestones are parts of one task. */
function checkMilestones(world: World, { task, milestones }: TaskDraft): void {
  let sum = 0;
  for (const { weight, place } of milestones) {
    sum = Number((sum + (weight ?? 0)).toPrecision(12));
    if (sum <= 100) continue;
    const total = Number(milestones.reduce((all, one) => all + (one.weight ?? 0), 0).toPrecision(12));
    world.problems.error('milestone-weights', place, { task: task.id, sum: total });
    return;
  }
}

export type FoundTaskLists = Pick<FoundLists, 'categories' | 'origins' | 'batches'>;

export interface ReadTasks {
  readonly byProgramme: ReadonlyMap<string, readonly Task[]>;
  /** Of every programme. */
  readonly found: ReadonlyMap<string, FoundTaskLists>;
}

/**
 * Sorts the events of every task by day. Those of one day are in the order of their rows; where the rows of a file stand newest first – in no task a later
 * day below an earlier one –, from below.
 */
function sortEvents(tasks: readonly TaskDraft[]): void {
  const [rising, falling] = [new Set<string>(), new Set<string>()];
  for (const { events } of tasks) {
    for (const [i, { date, place }] of events.entries()) {
      const before = events[i - 1];
      if (before?.place.file === place.file && before.date !== date) (compareDays(before.date, date) < 0 ? rising : falling).add(place.file);
    }
  }
  const isNewestFirst = ({ place: { file } }: TaskEvent): boolean => falling.has(file) && !rising.has(file);
  for (const { events } of tasks) {
    if (events.length > 1 && events.every(isNewestFirst)) events.reverse();
    events.sort((a, b) => compareDays(a.date, b.date));
  }
}

/** Reads the five tables of tasks. */
export async function readTasks(world: World): Promise<ReadTasks> {
  const lists = new Map(world.programmes.map((draft) => [draft.id, createTaskLists(draft)]));
  const tasks: Tasks = { world, byId: new Map(), lists, transfers: [], early: [], isMilestoneLost: false };
  await readTaskRows(tasks);
  await readTaskUnits(tasks);
  await readMilestones(tasks);
  await readTaskEvents(tasks);
  await readProgress(tasks);
  if (world.folder.unread.has('task_units')) for (const one of tasks.byId.values()) one.unsure = true;
  checkTransfers(tasks);
  checkEarlyEvents(tasks);
  sortEvents([...tasks.byId.values()]);
  const staffed = new Set<string>();
  for (const { units, draft } of tasks.byId.values()) if (units.length > 0) staffed.add(draft.id);
  for (const one of tasks.byId.values()) {
    if (one.progress.length > 1) one.progress.sort((a, b) => compareDays(a.asOf, b.asOf));
    if (staffed.has(one.draft.id)) checkRoles(world, one);
    checkShares(world, one);
    checkMilestones(world, one);
  }
  for (const draft of world.programmes) checkTaskWords(world, draft);
  const byProgramme = Map.groupBy(
    [...tasks.byId.values()].map(({ task }) => task),
    ({ programme }) => programme,
  );
  const found = new Map(
    [...lists].map(([id, { categories, origins, batches }]) => [
      id,
      { categories: categories.found, origins: origins.found, batches: batches.found },
    ]),
  );
  return { byProgramme, found };
}
