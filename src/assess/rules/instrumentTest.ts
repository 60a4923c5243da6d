/**
 * The predicate `instrument`: what the same holder was given before. This is how notices escalate.
 *
 * Occasions are walked back in time from the one being judged, which counts too. A gap is an occasion without data: a period that is missing
 * or in which the unit had no place, a session that was not held. It breaks a run, or is skipped, as the rule says.
 */
import { askedOf, type ConditionOf } from '../../model/condition.ts';
import type { Condition, InstrumentConfig } from '../../model/config.ts';
import { laterDay } from '../../model/days.ts';
import { yearDay } from '../../model/period.ts';
import { rankingsIn } from '../results.ts';
import type { Axis, Slot } from './axis.ts';
import type { Counted } from './history.ts';
import { escalates } from './judged.ts';
import { factOf } from './rankTests.ts';
import type { Scene, Subject, Test } from './scene.ts';
import type { Truth } from './truth.ts';

export function instrumentTest(condition: ConditionOf<'instrument'>, scene: Scene): Test {
  const { config } = scene.judged.programme;
  const named = config.instruments.find((one) => one.id === condition.id);
  const axis = scene.history.axes.get(condition.id);
  if (!named || !axis) return { holds: () => false, facts: () => [factOf(scene, 'instrument', condition.id, 0, asksOf(condition), false)] };
  const last = axis.slots.findLastIndex((slot) => slot.day <= scene.slot.day);
  const counted = (subject: Subject, awaited = false): readonly number[] => countedSlots(condition, scene, named, axis, last, subject, awaited);
  const isOfOccasions = condition.consecutive !== null || condition.within !== null;
  const measure = (subject: Subject, awaited = false): number => {
    const slots = counted(subject, awaited);
    return isOfOccasions ? slots.length : slots.reduce((sum, slot) => sum + givenIn(scene, named, subject, slot, awaited), 0);
  };
  // Of what is asked for once, no more is said than that it was there.
  const said = (subject: Subject): number => (condition.consecutive === 1 ? Math.min(1, measure(subject)) : measure(subject));
  const least = condition.consecutive ?? condition.within?.[0] ?? condition.total ?? 1;
  const before = judgedBefore(condition, scene);
  const isAdded = (subject: Subject, awaited: boolean): boolean => {
    const newest = before === null ? undefined : axis.slots[counted(subject, awaited)[0] ?? -1];
    return before === null || newest === undefined || newest.day > before;
  };
  const isMet = (subject: Subject, awaited: boolean): boolean => measure(subject, awaited) >= least && isAdded(subject, awaited);
  // What awaits its record was not given yet, and may well be: neither that it was nor that it was not follows from it.
  const holds = (subject: Subject): Truth => {
    const now = isMet(subject, false);
    return named.source !== 'both' || isMet(subject, true) === now ? now : null;
  };
  return {
    holds,
    facts: (subject) => {
      const fact = factOf(scene, 'instrument', condition.id, said(subject), asksOf(condition), holds(subject) === true);
      return [counted(subject).some((slot) => isReplacedIn(scene, named, subject, slot)) ? { ...fact, replaced: true } : fact];
    },
    since(subject) {
      const days = counted(subject).flatMap((slot) => {
        const given = daysGivenIn(scene, named, subject, slot);
        return isOfOccasions ? (given.reduce(laterDay, null) ?? []) : given;
      });
      // What is judged once, now, was met when there were as many as it asks for: more of them change nothing.
      return (scene.slot.id === '' ? days.sort()[least - 1] : undefined) ?? days.reduce(laterDay, null);
    },
  };
}

/** `consecutive 2`, `within 2/3`, `total 2/year`, or `held` for once, now. */
function asksOf({ consecutive, within, total, reset }: ConditionOf<'instrument'>): string {
  if (consecutive === 1) return 'held';
  if (consecutive !== null) return `consecutive ${consecutive}`;
  if (within !== null) return `within ${within[0]}/${within[1]}`;
  return total === null ? 'held' : `total ${total}${reset === 'year' ? '/year' : ''}`;
}

/** The occasions that the condition counts, the newest first: those of the run, those of the last n, or all on which it was given. */
function countedSlots(
  condition: ConditionOf<'instrument'>,
  scene: Scene,
  named: InstrumentConfig,
  axis: Axis,
  last: number,
  subject: Subject,
  awaited: boolean,
): readonly number[] {
  const given = (slot: number): boolean => givenIn(scene, named, subject, slot, awaited) > 0;
  const seen = (slot: Slot): boolean => given(slot.index) || isAssessed(scene, named, subject, slot);
  if (condition.gap === 'skips' && !isJudgedNow(scene, named, subject, axis.slots[last], given)) return NONE;
  if (condition.consecutive !== null) return runOf(axis, last, condition.gap, given, seen);
  if (condition.within !== null) return amongLast(axis, last, condition.within[1], condition.gap, given, seen);
  if (condition.total === null) return last >= 0 && given(last) ? [last] : NONE;
  return allOf(condition, scene, axis, last, given);
}

/** What says of whom an escalation is, and nothing of why. */
const ABOUT_HOLDERS: ReadonlySet<Condition['type']> = new Set<Condition['type']>(['veto', 'kind', 'group']);

/**
 * The day after which the newest of a total must have been given; null where any will do. A total stands for ever: what happens once, by a rule
 * that asks for nothing but other awards, would happen again on every occasion, unless one was added since the rule was judged before.
 */
function judgedBefore(condition: ConditionOf<'instrument'>, { history, instrument, rule, slot }: Scene): string | null {
  // Against a record nothing is held but the total: an office may hand out late.
  if (condition.total === null || instrument.source !== 'computed' || instrument.holding !== 'event') return null;
  const asked = askedOf(rule.when);
  // A total that must not have been reached is not new or old: under `not` an old one would count as none.
  if (!asked.some((leaf) => leaf === condition) || !asked.every(({ type }) => type === 'instrument' || ABOUT_HOLDERS.has(type))) return null;
  return history.axes.get(instrument.id)?.slots.findLast((one) => one.day < slot.day)?.day ?? null;
}

const NONE: readonly number[] = [];

/** Whether the occasion being judged is none that the row skips: what is skipped neither breaks a row nor gives anything by itself. */
function isJudgedNow(scene: Scene, named: InstrumentConfig, subject: Subject, last: Slot | undefined, given: Given): boolean {
  const givenNow = last?.id === scene.slot.id && given(last.index);
  return givenNow || isAssessed(scene, named, subject, scene.slot);
}

type Given = (slot: number) => boolean;
type Seen = (slot: Slot) => boolean;

function runOf(axis: Axis, last: number, gap: ConditionOf<'instrument'>['gap'], given: Given, seen: Seen): readonly number[] {
  const run: number[] = [];
  for (let i = last; i >= 0; i--) {
    const slot = axis.slots[i] as Slot;
    if (given(i)) run.push(i);
    else if (gap === 'breaks' || seen(slot)) return run;
    if (gap === 'breaks' && slot.gap > 0) return run;
  }
  return run;
}

function amongLast(axis: Axis, last: number, n: number, gap: ConditionOf<'instrument'>['gap'], given: Given, seen: Seen): readonly number[] {
  let left = n;
  const found: number[] = [];
  for (let i = last; i >= 0 && left > 0; i--) {
    const slot = axis.slots[i] as Slot;
    if (given(i)) found.push(i);
    if (gap === 'breaks') left -= 1 + slot.gap;
    else if (seen(slot)) left--;
  }
  return found;
}

function allOf(condition: ConditionOf<'instrument'>, scene: Scene, axis: Axis, last: number, given: Given): readonly number[] {
  const { yearStarts } = scene.judged.programme.config;
  const year = yearOf(scene.slot, yearStarts);
  const found: number[] = [];
  for (let i = last; i >= 0; i--) {
    if (condition.reset === 'year' && yearOf(axis.slots[i] as Slot, yearStarts) !== year) break;
    if (given(i)) found.push(i);
  }
  return found;
}

/** The calendar year in which the programme's year began. */
function yearOf(slot: Slot, starts: number): number {
  const day = yearDay(slot.period, slot.day);
  return Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < starts ? 1 : 0);
}

function givenIn(scene: Scene, named: InstrumentConfig, subject: Subject, slot: number, awaited: boolean): number {
  const about = countedAbout(scene, named, subject, awaited);
  if (named.holder === scene.instrument.holder) return scene.history.count(named.id, subject.holder, slot, about, scene.slot.day);
  let count = 0;
  for (const holder of holdersOf(named, subject)) count += scene.history.count(named.id, holder, slot, about, scene.slot.day);
  return count;
}

/** Whether one that counts was not handed out, since a heavier one took its place. */
function isReplacedIn(scene: Scene, named: InstrumentConfig, subject: Subject, slot: number): boolean {
  const about = countedAbout(scene, named, subject, false);
  const holders = named.holder === scene.instrument.holder ? [subject.holder] : holdersOf(named, subject);
  return holders.some((holder) => scene.history.isReplaced(named.id, holder, slot, about, scene.slot.day));
}

/** The days on which these were given. */
function daysGivenIn(scene: Scene, named: InstrumentConfig, subject: Subject, slot: number): readonly string[] {
  const about = countedAbout(scene, named, subject, false);
  const holders = named.holder === scene.instrument.holder ? [subject.holder] : holdersOf(named, subject);
  return holders.flatMap((holder) => scene.history.days(named.id, holder, slot, about, scene.slot.day));
}

/**
 * `awaited`: also those that await their record; where this instrument takes their place, they will never have one. What the awards that count are
 * about: the same dimension, where both instruments are given for one; the same task, or the same batch, where
 * the named one is given for it and the subject is of one; else whatever.
 */
function countedAbout(scene: Scene, named: InstrumentConfig, subject: Subject, awaited: boolean): Counted {
  const { type, holder, task, batch, tasks } = subject;
  const own = type === 'task' ? holder : task;
  const isFor = (scope: InstrumentConfig['scope']): boolean => named.holder === 'unit' && named.scope === scope;
  return {
    dimension: scene.instrument.scope === 'dimension' && named.scope === 'dimension' ? scene.dimension : null,
    task: isFor('task') ? own : null,
    batch: isFor('batch') ? (own === null ? batch : (tasks[0]?.task.batch ?? '')) : null,
    awaited: awaited || escalates(scene.instrument, named),
  };
}

/** Whose awards count where not the subject's own: for a unit its tasks', where tasks hold the instrument; for a task its leads'. */
function holdersOf(named: InstrumentConfig, subject: Subject): readonly string[] {
  return named.holder === 'task' ? subject.tasks.map((task) => task.task.id) : subject.tasks.flatMap((task) => task.leads);
}

/** Whether the subject could have been given the instrument then: it had a place, or nothing was ranked. */
function isAssessed(scene: Scene, named: InstrumentConfig, { unit }: Subject, slot: Slot): boolean {
  if (unit < 0 || slot.figures === null) return true;
  const rankings = rankingsIn(scene.judged, named.scope === 'dimension' ? scene.dimension : null, slot.figures.id);
  return rankings.length === 0 || rankings.some(({ position, rank }) => (rank[position[unit] ?? -1] ?? 0) !== 0);
}
