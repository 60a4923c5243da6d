/** Tasks with their roles, events, milestones and progress. */
import type { Place } from '../problems.ts';
import { checkEarlyEvents, checkMilestones, checkRoles, checkShares, checkTransfers } from './checkTasks.ts';
import { checkTaskWords } from './checkTaskWords.ts';
import { reportCircles } from './circle.ts';
import { checkOrder } from './dateOrder.ts';
import { addDays, compareDays } from './days.ts';
import { addId, addName } from './names.ts';
import { resolveInList } from './openList.ts';
import type { Task, TaskEvent } from './portal.ts';
import type { FoundLists } from './programmeConfig.ts';
import { postpone, resolve, resolveDocument, resolvePending, resolveProgramme, resolveUnit } from './resolve.ts';
import type { RowContext } from './rowContext.ts';
import { type Cells, eachRow } from './rows.ts';
import { createKeys, isFirst, repeatsWhole, reportRepeat } from './sameRow.ts';
import type { TableSchemas } from './tables/index.ts';
import type { Mutable, TaskDraft, Tasks } from './taskDraft.ts';
import { createTaskLists, type TaskLists } from './taskLists.ts';
import { isInPercent } from './taskTarget.ts';
import { type Text, textsOf } from './text.ts';
import { nameColumn, type ProgrammeDraft, type World } from './world.ts';

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

/** Stages at which a task comes to an end, which none does before it is posted; work on it may well have begun. */
const ENDING: ReadonlySet<string> = new Set(['accepted', 'closed', 'evaluated', 'carried_over', 'failed', 'unclaimed']);

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
