/** Whom an instrument judges on an occasion: units of a board, tasks in play, or units with one of their tasks. */
import { oncePer } from '../../memo.ts';
import { namedInstruments } from '../../model/condition.ts';
import type { InstrumentConfig } from '../../model/config.ts';
import { isInForce } from '../../model/days.ts';
import type { Membership, Portal, Programme, Task } from '../../model/portal.ts';
import { dimensionsNamed } from '../../model/ruleDimensions.ts';
import { rankingKey, type TaskResult } from '../results.ts';
import { isPostedOn } from '../taskLife.ts';
import { assessTask, type TaskContext, taskContext } from '../tasks.ts';
import type { Axis, Slot } from './axis.ts';
import { type Judged, needsFigures, needsTasks } from './judged.ts';
import type { Subject } from './scene.ts';

/** One board of an occasion, with those it judges. */
export interface Round {
  readonly dimension: string | null;
  readonly group: string | null;
  readonly subjects: readonly Subject[];
}

/** Tasks as they stood on any day. */
export interface TaskDays {
  readonly on: (day: string) => readonly TaskResult[];
  /** The same by the units that lead them. */
  readonly byLead: (day: string) => ReadonlyMap<string, readonly TaskResult[]>;
  /** One task as it stood on a day. */
  readonly of: (task: Task, day: string) => TaskResult;
  /** The tasks that a unit has or once had, in whichever role. */
  readonly everOf: (unit: string) => readonly Task[];
}

/** Rules go through time once, so that only the day being judged is kept. */
export function makeTaskDays(judged: Judged, portal: Portal): TaskDays {
  let context: TaskContext | null = null;
  let ever: ReadonlyMap<string, readonly Task[]> | null = null;
  let tasks: { readonly day: string; readonly results: readonly TaskResult[] } = { day: portal.asOf, results: judged.tasks };
  let leads: { readonly day: string; readonly results: ReadonlyMap<string, readonly TaskResult[]> } | null = null;
  const of = (task: Task, day: string): TaskResult => {
    context ??= taskContext(judged.programme, portal);
    return assessTask(task, context, day);
  };
  const everOf = (unit: string): readonly Task[] => {
    ever ??= groupByUnit(judged.programme.tasks);
    return ever.get(unit) ?? [];
  };
  const on = (day: string): readonly TaskResult[] => {
    if (day >= portal.asOf) return judged.tasks;
    if (tasks.day === day) return tasks.results;
    const posted = judged.programme.tasks.filter((task) => task.postedOn === null || task.postedOn <= day);
    tasks = { day, results: posted.map((task) => of(task, day)) };
    return tasks.results;
  };
  const byLead = (day: string): ReadonlyMap<string, readonly TaskResult[]> => {
    if (leads?.day !== day) leads = { day, results: groupByLead(on(day).filter((task) => isPostedOn(task, day))) };
    return leads.results;
  };
  return { on, byLead, of, everOf };
}

function groupByUnit(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  const byUnit = new Map<string, Task[]>();
  for (const task of tasks) {
    const units = new Set([...task.units.map(({ unit }) => unit), ...task.events.flatMap(({ toUnit }) => toUnit ?? [])]);
    for (const unit of units) {
      const list = byUnit.get(unit);
      if (list) list.push(task);
      else byUnit.set(unit, [task]);
    }
  }
  return byUnit;
}

function groupByLead(tasks: readonly TaskResult[]): ReadonlyMap<string, readonly TaskResult[]> {
  const byLead = new Map<string, TaskResult[]>();
  for (const task of tasks) {
    for (const unit of task.leads) {
      const list = byLead.get(unit);
      if (list) list.push(task);
      else byLead.set(unit, [task]);
    }
  }
  return byLead;
}

/** Posted by the day and not over before the occasion began: a closed task is judged once more, on the occasion on which it closed. */
function isInPlay(task: TaskResult, before: Slot | undefined, day: string): boolean {
  if (!isPostedOn(task, day)) return false;
  return task.outcome === 'open' || before === undefined || (task.closedOn ?? task.statusSince ?? day) > before.day;
}

/** Whom a rule judges on an occasion: one round for each board, with the subjects that are compared on it. */
export function roundsOf(instrument: InstrumentConfig, slot: Slot, axis: Axis, judged: Judged, portal: Portal, days: TaskDays): readonly Round[] {
  if (instrument.holder === 'person' || instrument.rule === null) return [];
  const before = axis.slots[slot.index - 1];
  if (instrument.holder === 'task') {
    const tasks = days.on(slot.day).filter((task) => isInPlay(task, before, slot.day));
    const subjects = tasks.map((task): Subject => ({ holder: task.task.id, type: 'task', unit: -1, tasks: [task], task: null, batch: null }));
    return [{ dimension: null, group: null, subjects }];
  }
  if (instrument.scope === 'task' || instrument.scope === 'batch') return [unitsWithTasks(instrument, slot, before, judged, days)];
  return boardRounds(instrument, slot, judged, portal, days);
}

function unitsWithTasks(instrument: InstrumentConfig, slot: Slot, before: Slot | undefined, judged: Judged, days: TaskDays): Round {
  const subjects: Subject[] = [];
  for (const [holder, led] of days.byLead(slot.day)) {
    const who = { holder, type: 'unit', unit: judged.unitAt.get(holder) ?? -1 } as const;
    const tasks = led.filter((task) => isInPlay(task, before, slot.day));
    if (instrument.scope === 'task') {
      for (const task of tasks) subjects.push({ ...who, tasks: [task], task: task.task.id, batch: null });
      continue;
    }
    for (const batch of new Set(tasks.map((one) => one.task.batch))) {
      subjects.push({ ...who, tasks: tasks.filter((one) => one.task.batch === batch), task: null, batch: batch ?? '' });
    }
  }
  return { dimension: null, group: null, subjects };
}

function boardRounds(instrument: InstrumentConfig, slot: Slot, judged: Judged, portal: Portal, days: TaskDays): readonly Round[] {
  const { config } = judged.programme;
  const grouped = config.ranking.per.includes('group') && config.groups.length > 0;
  const groups = grouped ? config.groups : [null];
  const dimensions = instrument.scope === 'dimension' ? dimensionsOf(instrument, judged) : [null];
  const led = wantsTasks(instrument, judged) ? days.byLead(slot.day) : null;
  const subjectOf = (holder: string): Subject => {
    const tasks = led?.get(holder);
    return tasks ? { ...unitSubject(holder, judged), tasks } : unitSubject(holder, judged);
  };
  const busy = busyUnits(instrument, judged, portal, slot, led);
  const outsiders = grouped ? busy.filter(({ groups: own }) => own === null).map(({ id }) => subjectOf(id)) : [];
  return dimensions.flatMap((dimension) => {
    const rounds = groups
      .filter((group) => dimension === null || group === null || group.dimensions === null || group.dimensions.includes(dimension))
      .map((group): Round => {
        const units = new Set(candidatesOf(judged, portal, slot, dimension, group?.id ?? null));
        for (const { id, groups: own } of busy) if (group === null || own?.includes(group.id)) units.add(id);
        return { dimension, group: group?.id ?? null, subjects: [...units].map(subjectOf) };
      });
    return outsiders.length > 0 ? [...rounds, { dimension, group: null, subjects: outsiders }] : rounds;
  });
}

/** All of them, or those that the rule names for its figures: on the boards of the others these would be judged once more. */
function dimensionsOf({ rule }: InstrumentConfig, { programme }: Judged): readonly string[] {
  const { config, indicators } = programme;
  const named = rule && dimensionsNamed(rule.when, config.dimensions, indicators);
  const all = config.dimensions.map(({ id }) => id);
  return named ? all.filter((id) => named.has(id)) : all;
}

/** A unit that a rule may reach though it is on no board; `groups` = those that it belongs to on the day, null = it never belonged to any. */
interface BusyUnit {
  readonly id: string;
  readonly groups: readonly string[] | null;
}

/**
 * Units that a rule without figures may reach though they have none: those that hold on record what it escalates, directly or by steps, and
 * those that lead the tasks that it judges. Units that left the programme, or are no more, are not among them.
 */
function busyUnits(
  instrument: InstrumentConfig,
  judged: Judged,
  portal: Portal,
  { day }: Slot,
  led: ReadonlyMap<string, unknown> | null,
): BusyUnit[] {
  if (instrument.rule === null || needsFigures(instrument.rule.when)) return [];
  const { holders, memberships } = rowsByUnit(judged.programme);
  // A programme with groups assesses their members, whoever else leads its tasks.
  const leads = [...(led?.keys() ?? [])].filter((id) => memberships.size === 0 || memberships.has(id));
  const ids = new Set(leads);
  for (const named of escalatedBySteps(instrument, judged)) for (const holder of holders.get(named) ?? []) ids.add(holder);
  return [...ids].flatMap((id) => {
    const unit = portal.unitById.get(id);
    if (!unit || !isInForce({ from: unit.validFrom, to: unit.validTo }, day)) return [];
    const ever = memberships.get(id) ?? [];
    const groups = ever.length === 0 ? null : ever.filter((one) => isInForce(one, day)).map(({ group }) => group);
    return groups?.length === 0 ? [] : { id, groups };
  });
}

interface RowsByUnit {
  /** Units that an instrument was given to on record, by its id. */
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
}

const rowsByUnit = oncePer((programme: Programme): RowsByUnit => {
  const holders = new Map<string, Set<string>>();
  for (const { instrument, holderType, holder } of programme.awards) {
    if (holderType === 'unit' && holder !== null) holders.set(instrument, (holders.get(instrument) ?? new Set()).add(holder));
  }
  return { holders, memberships: Map.groupBy(programme.memberships, ({ unit }) => unit) };
});

/** The instruments that a rule names, those that their rules name, and so on. */
function escalatedBySteps({ rule }: InstrumentConfig, judged: Pick<Judged, 'programme'>, seen = new Set<string>()): ReadonlySet<string> {
  for (const id of rule === null ? [] : namedInstruments(rule.when)) {
    const named = seen.has(id) ? undefined : judged.programme.config.instruments.find((one) => one.id === id);
    seen.add(id);
    if (named) escalatedBySteps(named, judged, seen);
  }
  return seen;
}

const NO_TASKS: Subject['tasks'] = [];
const unitSubjects = oncePer((_: Judged['unitAt']) => new Map<string, Subject>());

/** A unit as a subject, the same object on every board: there are as many of them as there are figures. */
function unitSubject(holder: string, { unitAt }: Judged): Subject {
  const known = unitSubjects(unitAt);
  let subject = known.get(holder);
  if (!subject) {
    subject = { holder, type: 'unit', unit: unitAt.get(holder) ?? -1, tasks: NO_TASKS, task: null, batch: null };
    known.set(holder, subject);
  }
  return subject;
}

function wantsTasks(instrument: InstrumentConfig, judged: Judged): boolean {
  if (instrument.rule === null) return false;
  const named = namedInstruments(instrument.rule.when);
  const ofTasks = judged.programme.config.instruments.some((one) => one.holder === 'task' && named.includes(one.id));
  return ofTasks || needsTasks(instrument.rule.when);
}

/** Unit ids of a board: those on it; without one, the group's members on the day; without memberships, every unit in force. */
function candidatesOf(judged: Judged, portal: Portal, slot: Slot, dimension: string | null, group: string | null): readonly string[] {
  const ranking = slot.figures ? judged.rankings.get(rankingKey(dimension, slot.figures.id, group)) : undefined;
  if (ranking) return Array.from(ranking.units, (unit) => judged.units[unit]?.id ?? '');
  const { memberships, hasMemberships, unknown } = judged.programme;
  if (hasMemberships) {
    const own = memberships.filter((one) => (group === null || one.group === group) && isInForce(one, slot.day));
    return [...new Set(own.map((one) => one.unit))];
  }
  if (group !== null) return [];
  const known = judged.units.length > 0 ? judged.units : portal.units;
  return known.filter(({ id, validFrom: from, validTo: to }) => isInForce({ from, to }, slot.day) && !unknown.has(id)).map((unit) => unit.id);
}
