/** What must hold of a task once all of its rows are read: its roles, shares, stages and milestones, and the order of its events. */
import { getTranslate } from '../i18n/index.ts';
import { LEADING_ROLES } from './config.ts';
import { areTogether } from './days.ts';
import type { TaskUnit } from './portal.ts';
import { reportRepeated } from './repeated.ts';
import { ROLE_WORDS } from './tables/taskUnits.ts';
import type { EarlyEvent, TaskDraft, Tasks } from './taskDraft.ts';
import { say, type Text } from './text.ts';
import type { World } from './world.ts';

/** Who gives a task away has led it, by its roles or by an earlier transfer. */
export function checkTransfers({ transfers, world }: Tasks): void {
  for (const { of, date, from, header, value, place } of transfers) {
    const leads = of.units.filter(({ role }) => LEADING_ROLES.includes(role));
    if (of.unsure || leads.length === 0) continue;
    const hasLed = leads.some((lead) => lead.unit === from && (lead.from === null || lead.from < date));
    if (hasLed || of.events.some((event) => event.event === 'transferred' && event.toUnit === from && event.date < date)) continue;
    world.problems.error('transfer-from-other', place, { header, value, task: of.task.id, date });
  }
}

/**
 * No task ends before it is posted, but for one that goes on from an earlier list. A task posted anew may say so with events; and a wrong
 * posted_on is told once.
 */
export function checkEarlyEvents({ early, world }: Tasks): void {
  const certain = early.filter(({ of, date }) => !of.events.some((event) => event.event === 'posted' && event.date <= date));
  for (const [{ task }, all] of Map.groupBy(certain, ({ of }) => of)) {
    const { date, posted, value, place } = all[0] as EarlyEvent;
    const params = { task: task.id, date, posted, value };
    reportRepeated({ code: 'event-before-posted', place, params, severity: 'error', rows: all.length }, world.problems);
  }
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

export function checkRoles(world: World, { task, draft, unsure }: TaskDraft): void {
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
export function checkShares(world: World, { task, draft, unsure }: TaskDraft): void {
  if (unsure || draft.spec.tasks?.count_for !== 'split') return;
  const leads = task.units.filter(({ role }) => LEADING_ROLES.includes(role));
  for (const lead of leads) {
    const other = lead.share === null && leads.find((one) => one.share !== null && one.unit !== lead.unit && areTogether(one, lead));
    if (other) world.problems.error('share-blank', lead.place, { task: task.id, unit: lead.unit, other: other.unit, share: other.share ?? 0 });
  }
}

/** Milestones are parts of one task. */
export function checkMilestones(world: World, { task, milestones }: TaskDraft): void {
  let sum = 0;
  for (const { weight, place } of milestones) {
    sum = Number((sum + (weight ?? 0)).toPrecision(12));
    if (sum <= 100) continue;
    const total = Number(milestones.reduce((all, one) => all + (one.weight ?? 0), 0).toPrecision(12));
    world.problems.error('milestone-weights', place, { task: task.id, sum: total });
    return;
  }
}
