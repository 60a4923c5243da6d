/** Who carries a task (责任单位): the units in force on a day by role, after transfers (移交), and how tasks count by unit. */
import { LEADING_ROLES, type TaskScheme } from '../model/config.ts';
import { dayBefore, isInForce } from '../model/days.ts';
import type { Task, TaskUnit } from '../model/portal.ts';
import type { TaskResult } from './results.ts';
import { isPosted } from './taskLife.ts';

interface TaskUnits {
  readonly roles: TaskResult['roles'];
  /** First responsible, then leads, then joint leads; each once. */
  readonly leads: readonly string[];
  readonly shares: TaskResult['shares'];
  readonly transfers: TaskResult['transfers'];
}

const NO_SHARES: TaskResult['shares'] = new Map();
const NO_TRANSFERS: TaskResult['transfers'] = [];

const single = new Map<string, Map<string, TaskUnits>>();

/** The units of the many tasks that one unit leads and that never moved: the same object for each role and unit. */
function singleUnit(role: string, unit: string): TaskUnits {
  const byUnit = single.get(role) ?? new Map<string, TaskUnits>();
  single.set(role, byUnit);
  let units = byUnit.get(unit);
  if (!units) {
    const roles = { [role]: [unit] };
    units = { roles, leads: leadsOf(roles), shares: NO_SHARES, transfers: NO_TRANSFERS };
    byUnit.set(unit, units);
  }
  return units;
}

/** The units that carry a task on a day. */
export function unitsOf(task: Task, on: string): TaskUnits {
  const [only] = task.units;
  if (only && task.units.length === 1 && isInForce(only, on) && !task.events.some((event) => event.event === 'transferred')) {
    return singleUnit(only.role, only.unit);
  }
  const rows = task.units.filter((row) => isInForce(row, on));
  const roles = rolesOf(rows);
  const shares = sharesOf(rows);
  const moves = task.events.filter((event) => event.event === 'transferred' && event.date <= on);
  for (const { toUnit: to, fromUnit, date } of moves) {
    const from = fromUnit ?? leadsOf(roles)[0];
    if (to === null || from === undefined) continue;
    const move: Move = { from, to, date };
    transfer(roles, task, move);
    if (!leadsOf(roles).includes(from)) passShare(shares, task, rows, move);
  }
  return {
    roles,
    leads: leadsOf(roles),
    shares: shares.size === 0 ? NO_SHARES : shares,
    transfers: moves.length === 0 ? NO_TRANSFERS : moves.map((m) => ({ on: m.date, from: m.fromUnit, to: m.toUnit, reason: m.reason })),
  };
}

function rolesOf(rows: readonly TaskUnit[]): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  for (const { role, unit } of rows) {
    const units = roles[role];
    if (!units) roles[role] = [unit];
    else if (!units.includes(unit)) units.push(unit);
  }
  return roles;
}

function leadsOf(roles: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const leads: string[] = [];
  for (const role of LEADING_ROLES) for (const unit of roles[role] ?? []) if (!leads.includes(unit)) leads.push(unit);
  return leads;
}

/** The shares of units that lead, by unit; of several rows of a unit, that of the one that began last. */
function sharesOf(rows: readonly TaskUnit[]): Map<string, number> {
  const shares = new Map<string, number>();
  const since = new Map<string, string>();
  for (const { role, unit, share, from } of rows) {
    const known = since.get(unit);
    if (share === null || !LEADING_ROLES.includes(role) || (known !== undefined && (from ?? '') <= known)) continue;
    shares.set(unit, share);
    since.set(unit, from ?? '');
  }
  return shares;
}

interface Move {
  readonly from: string;
  readonly to: string;
  readonly date: string;
}

/** Hands the leading roles of one unit to another, unless the rows of `task_units` already say who leads from that day. */
function transfer(roles: Record<string, string[]>, task: Task, { from, to, date }: Move): void {
  for (const role of LEADING_ROLES) {
    const units = roles[role];
    const at = units?.indexOf(from) ?? -1;
    if (!units || at < 0 || startsAfter(task, role, from, date)) continue;
    units.splice(at, 1);
    if (!units.includes(to)) units.splice(at, 0, to);
  }
}

/** The new unit carries what the old one carried, unless a row in force gives it a share of its own from that day. */
function passShare(shares: Map<string, number>, task: Task, rows: readonly TaskUnit[], { from, to, date }: Move): void {
  const share = shares.get(from) ?? shareBefore(task, from, date);
  shares.delete(from);
  const own = rows.some((row) => row.unit === to && LEADING_ROLES.includes(row.role) && row.share !== null && row.from !== null && row.from >= date);
  if (share !== undefined && !own) shares.set(to, (shares.get(to) ?? 0) + share);
}

/** The share of a unit whose rows end where the transfer begins. */
function shareBefore(task: Task, unit: string, date: string): number | undefined {
  const day = dayBefore(date);
  return sharesOf(task.units.filter((row) => row.unit === unit && isInForce(row, day))).get(unit);
}

/** Whether the unit holds the role again by a row that starts on or after the day of the transfer. */
function startsAfter(task: Task, role: string, unit: string, date: string): boolean {
  return task.units.some((row) => row.role === role && row.unit === unit && row.from !== null && row.from >= date);
}

/** Tasks of one unit; with `split`, parts of tasks. */
export interface TaskCount {
  readonly count: number;
  readonly open: number;
  readonly closed: number;
  /** Of the open ones. */
  readonly overdue: number;
}

const NO_TASKS: TaskCount = { count: 0, open: 0, closed: 0, overdue: 0 };

/**
 * Counts posted tasks by unit as the programme says: for the first responsible, for each lead, or split among the leads. Units in the order in
 * which they come up; with `each_lead` they add up to more than there are tasks.
 */
export function countByUnit(tasks: readonly TaskResult[], rule: TaskScheme['countFor']): ReadonlyMap<string, TaskCount> {
  const byUnit = new Map<string, TaskCount>();
  for (const result of tasks.filter(isPosted)) {
    for (const [unit, part] of partsOf(result, rule)) byUnit.set(unit, addPart(byUnit.get(unit) ?? NO_TASKS, part, result));
  }
  return byUnit;
}

function addPart({ count, open, closed, overdue }: TaskCount, part: number, result: TaskResult): TaskCount {
  return {
    count: count + part,
    open: result.outcome === 'open' ? open + part : open,
    closed: result.outcome === 'closed' ? closed + part : closed,
    overdue: result.overdue ? overdue + part : overdue,
  };
}

/** The units that a task counts for, and how much of it, above 0 and up to 1. */
export function partsOf({ leads, shares: known }: TaskResult, rule: TaskScheme['countFor']): readonly (readonly [string, number])[] {
  if (leads.length === 0) return [];
  if (rule === 'first_responsible') return [[leads[0] as string, 1]];
  if (rule === 'each_lead') return leads.map((unit) => [unit, 1]);
  const shares = leads.map((unit) => known.get(unit) ?? 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return leads.map((unit) => [unit, 1 / leads.length]);
  return leads.flatMap((unit, i) => (shares[i] === 0 ? [] : [[unit, (shares[i] as number) / total] as const]));
}
