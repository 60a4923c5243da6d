/**
 * The predicate `instrument`: what the same holder was given before. This is how notices escalate.
 *
 * Occasions are walked back in time from the one being judged, which counts too. A gap is an occasion without data: a period that is missing
 * or in which the unit had no place, a session that was not held. It breaks a run, or is skipped, as the rule says.
 */
import type { Condition, InstrumentConfig } from '../../model/config.ts';
import { rankingKey } from '../results.ts';
import type { Axis, Slot } from './axis.ts';
import { factOf } from './rankTests.ts';
import type { Scene, Subject, Test } from './scene.ts';

type InstrumentCondition = Extract<Condition, { readonly type: 'instrument' }>;

export function instrumentTest(condition: InstrumentCondition, scene: Scene): Test {
  const { config } = scene.judged.programme;
  const named = config.instruments.find((one) => one.id === condition.id);
  const axis = scene.history.axes.get(condition.id);
  if (!named || !axis) return { holds: () => false, facts: () => [factOf(scene, 'instrument', condition.id, 0, asksOf(condition), false)] };
  const last = axis.slots.findLastIndex((slot) => slot.day <= scene.slot.day);
  const measure = (subject: Subject): number => measureHistory(condition, scene, named, axis, last, subject);
  // Of what is asked for once, no more is said than that it was there.
  const said = (subject: Subject): number => (condition.consecutive === 1 ? Math.min(1, measure(subject)) : measure(subject));
  const least = condition.consecutive ?? condition.within?.[0] ?? condition.total ?? 1;
  return {
    holds: (subject) => measure(subject) >= least,
    facts: (subject) => [factOf(scene, 'instrument', condition.id, said(subject), asksOf(condition), measure(subject) >= least)],
  };
}

/** `consecutive 2`, `within 2/3`, `total 2/year`, or `held` for once, now. */
function asksOf({ consecutive, within, total, reset }: InstrumentCondition): string {
  if (consecutive === 1) return 'held';
  if (consecutive !== null) return `consecutive ${consecutive}`;
  if (within !== null) return `within ${within[0]}/${within[1]}`;
  return total === null ? 'held' : `total ${total}${reset === 'year' ? '/year' : ''}`;
}

/** Length of the run, occasions out of the last n, or awards in all, as the condition asks. */
function measureHistory(condition: InstrumentCondition, scene: Scene, named: InstrumentConfig, axis: Axis, last: number, subject: Subject): number {
  const given = (slot: number): number => givenIn(scene, named, subject, slot);
  const seen = (slot: Slot): boolean => given(slot.index) > 0 || isAssessed(scene, named, subject, slot);
  if (condition.gap === 'skips' && !isJudgedNow(scene, named, subject, axis.slots[last], given)) return 0;
  if (condition.consecutive !== null) return runLength(axis, last, condition.gap, given, seen);
  if (condition.within !== null) return outOfLast(axis, last, condition.within[1], condition.gap, given, seen);
  if (condition.total === null) return last < 0 ? 0 : given(last);
  return totalOf(condition, scene, axis, last, given);
}

/** Whether the occasion being judged is none that the row skips: what is skipped neither breaks a row nor gives anything by itself. */
function isJudgedNow(scene: Scene, named: InstrumentConfig, subject: Subject, last: Slot | undefined, given: Given): boolean {
  const givenNow = last?.id === scene.slot.id && given(last.index) > 0;
  return givenNow || isAssessed(scene, named, subject, scene.slot);
}

type Given = (slot: number) => number;
type Seen = (slot: Slot) => boolean;

function runLength(axis: Axis, last: number, gap: InstrumentCondition['gap'], given: Given, seen: Seen): number {
  let run = 0;
  for (let i = last; i >= 0; i--) {
    const slot = axis.slots[i] as Slot;
    if (given(i) > 0) run++;
    else if (gap === 'breaks' || seen(slot)) return run;
    if (gap === 'breaks' && slot.gap > 0) return run;
  }
  return run;
}

function outOfLast(axis: Axis, last: number, n: number, gap: InstrumentCondition['gap'], given: Given, seen: Seen): number {
  let left = n;
  let count = 0;
  for (let i = last; i >= 0 && left > 0; i--) {
    const slot = axis.slots[i] as Slot;
    if (given(i) > 0) count++;
    if (gap === 'breaks') left -= 1 + slot.gap;
    else if (seen(slot)) left--;
  }
  return count;
}

function totalOf(condition: InstrumentCondition, scene: Scene, axis: Axis, last: number, given: Given): number {
  const { yearStarts } = scene.judged.programme.config;
  const year = yearOf(scene.slot.day, yearStarts);
  let total = 0;
  for (let i = last; i >= 0; i--) {
    if (condition.reset === 'year' && yearOf((axis.slots[i] as Slot).day, yearStarts) !== year) break;
    total += given(i);
  }
  return total;
}

/** The calendar year in which the programme's year began. */
function yearOf(day: string, starts: number): number {
  return Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < starts ? 1 : 0);
}

function givenIn(scene: Scene, named: InstrumentConfig, subject: Subject, slot: number): number {
  const dimension = scene.instrument.scope === 'dimension' && named.scope === 'dimension' ? scene.dimension : null;
  if (named.holder === scene.instrument.holder) return scene.history.count(named.id, subject.holder, slot, dimension, scene.slot.day);
  let count = 0;
  for (const holder of holdersOf(named, subject)) count += scene.history.count(named.id, holder, slot, dimension, scene.slot.day);
  return count;
}

/** Whose awards count where not the subject's own: for a unit its tasks', where tasks hold the instrument; for a task its leads'. */
function holdersOf(named: InstrumentConfig, subject: Subject): readonly string[] {
  return named.holder === 'task' ? subject.tasks.map((task) => task.task.id) : subject.tasks.flatMap((task) => task.leads);
}

/** Whether the subject could have been given the instrument then: it had a place, or nothing was ranked. */
function isAssessed(scene: Scene, named: InstrumentConfig, { unit }: Subject, slot: Slot): boolean {
  if (unit < 0 || slot.figures === null) return true;
  const { rankings, programme } = scene.judged;
  const dimension = named.scope === 'dimension' ? scene.dimension : null;
  let ranked = false;
  for (const group of [null, ...programme.config.groups.map((one) => one.id)]) {
    const ranking = rankings.get(rankingKey(dimension, slot.figures.id, group));
    if (!ranking) continue;
    ranked = true;
    const at = ranking.position[unit] ?? -1;
    if (at >= 0 && ranking.rank[at] !== 0) return true;
  }
  return !ranked;
}
