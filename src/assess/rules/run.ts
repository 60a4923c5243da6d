/**
 * Runs the rules of a programme over its history, in time order, so that escalation sees what was given before: what the record says, and
 * what this run gave on earlier occasions.
 *
 * One family gives a subject one instrument at a time. Two rules of a family that are met together are a fault of the rules, with one
 * exception: an instrument whose rule names another of its family escalates it, and takes its place. The one replaced still counts for
 * later escalation, because its own rule was met. A record comes before the rules of those listed after it; a rule of one that is listed before
 * it contradicts it.
 */
import { leavesOf, namedInstruments } from '../../model/condition.ts';
import type { InstrumentConfig } from '../../model/config.ts';
import { hasFigureOut } from '../../model/figuresOut.ts';
import type { Award, Portal } from '../../model/portal.ts';
import type { Fact } from '../results.ts';
import { awardDay } from './awardDay.ts';
import { type Axis, goesByTasks, type Slot, slotOf } from './axis.ts';
import { type History, makeHistory } from './history.ts';
import { escalates, isOfFigures, type Judged, sameFamily } from './judged.ts';
import type { Known } from './known.ts';
import { makeKnownDay } from './knownDay.ts';
import { type Met, metKey, recordsOf, type Who } from './met.ts';
import { ruleTest } from './ruleTest.ts';
import type { Scene } from './scene.ts';
import { makeStretch } from './stretch.ts';
import { makeTaskDays, type Round, roundsOf, type TaskDays } from './subjects.ts';

export interface Clash {
  readonly first: InstrumentConfig;
  readonly second: InstrumentConfig;
  /** The first subject that both were given to: what the second and what the first found. */
  readonly example: Met;
  readonly other: Met;
  readonly cases: number;
}

/** A record beside which the rule gives an instrument that its family tries first. */
export interface Contradiction {
  readonly award: Award;
  readonly recorded: InstrumentConfig;
  readonly met: Met;
}

export interface Run {
  /** By `metKey`: what the rules give, and the facts of recorded awards whether or not their rule gives them. */
  readonly mets: ReadonlyMap<string, Met>;
  /** `instrument|slot` of every occasion on which a rule could be judged. */
  readonly judgedOn: ReadonlySet<string>;
  readonly clashes: readonly Clash[];
  readonly contradictions: readonly Contradiction[];
}

/** The key of an occasion in `Run.judgedOn`. */
export function occasionKey(instrument: string, slot: number): string {
  return `${instrument}|${slot}`;
}

/** The day from which an award no longer counts: revoked, or exempted. null = it counts. */
type EndOf = (award: Award, instrument: InstrumentConfig) => string | null;

/** Runs the rules of all instruments through time, so that what was given before is known to those that ask for it. */
export function runRules(judged: Judged, portal: Portal, axes: ReadonlyMap<string, Axis>, known: Known, endOf: EndOf): Run {
  const history = makeHistory(axes);
  const records = noteRecords(judged, axes, history, endOf);
  const days = makeTaskDays(judged, portal);
  const mets = new Map<string, Met>();
  const judgedOn = new Set<string>();
  const clashes = new Map<string, Clash>();
  const contradictions: Contradiction[] = [];
  const standing = findStanding(judged, axes);
  const sitting: Sitting = { judged, portal, history, records, known, days, again: new Map() };
  for (const occasion of occasionsOf(judged, axes, records)) {
    const found: Met[] = [];
    for (const [instrument, slot] of occasion) {
      if (!isJudgeable(instrument, slot, judged)) continue;
      judgedOn.add(occasionKey(instrument.id, slot.index));
      const rounds = roundsOf(instrument, slot, axes.get(instrument.id) as Axis, judged, portal, days);
      const own = [...judge(instrument, slot, rounds, sitting).values()].map((met) =>
        isNew(met, records) && isTooLate(met, sitting) ? { ...met, holds: false } : met,
      );
      for (const met of own) {
        if (!isNew(met, records)) continue;
        const { dimension, task, batch } = met;
        history.note(instrument.id, met.holder, slot.index, {
          dimension,
          task,
          batch,
          on: awardDay(met, judged),
          endsOn: null,
          awaited: met.instrument.source === 'both',
        });
      }
      found.push(...own);
    }
    const preceded = new Set(found.filter((met) => givesOf(met) && isPreceded(met, standing, judged, contradictions)));
    const open = found.filter((met) => !preceded.has(met));
    const settled = settle(open, judged, clashes);
    const replaced = new Set([...preceded, ...settled]);
    for (const met of settled) if (isNew(met, records)) history.replace(met.instrument.id, met.holder, met.slot.index, met);
    for (const met of found) {
      // How many count is known; which of them were replaced, only now.
      const facts = sitting.again.get(met)?.() ?? met.facts;
      mets.set(keyOf(met), replaced.has(met) ? { ...met, facts, holds: false } : { ...met, facts });
    }
    sitting.again.clear();
    for (const met of found) {
      if (!replaced.has(met) && isNew(met, records) && isOverruled(met)) {
        history.forget(met.instrument.id, met.holder, met.slot.index, met);
      }
    }
  }
  return { mets, judgedOn, clashes: [...clashes.values()], contradictions };
}

/** A record that stands, of an instrument that is in a family. */
type Standing = Pick<Contradiction, 'award' | 'recorded'>;

/** Records that were not revoked, by family, occasion and subject. */
function findStanding({ programme }: Judged, axes: ReadonlyMap<string, Axis>): ReadonlyMap<string, readonly Standing[]> {
  const instruments = new Map(programme.config.instruments.map((instrument) => [instrument.id, instrument]));
  const byKey = new Map<string, Standing[]>();
  const recordOf = recordsOf(programme);
  for (const award of programme.awards) {
    const recorded = instruments.get(award.instrument);
    const slot = slotOf(axes, award);
    if (!recorded?.family || !slot || award.state === 'revoked') continue;
    for (const who of recordOf(award, recorded)) {
      const key = subjectKey(recorded, slot, who);
      const others = byKey.get(key);
      if (others) others.push({ award, recorded });
      else byKey.set(key, [{ award, recorded }]);
    }
  }
  return byKey;
}

function subjectKey(instrument: InstrumentConfig, slot: Slot, who: Who): string {
  return metKey({ ...instrument, id: instrument.family ?? '' }, 0, who) + slot.id;
}

/** Whether another instrument of the family is on record for the subject, and tried first; where it is tried later, the two contradict each other. */
function isPreceded(met: Met, standing: ReadonlyMap<string, readonly Standing[]>, judged: Judged, contradictions: Contradiction[]): boolean {
  const { instrument } = met;
  if (instrument.family === null || standing.size === 0) return false;
  const { instruments } = judged.programme.config;
  const others = (standing.get(subjectKey(instrument, met.slot, met)) ?? []).filter(
    ({ recorded }) => recorded.id !== instrument.id && !escalates(recorded, instrument) && !escalates(instrument, recorded),
  );
  const isFirst = ({ recorded }: Standing): boolean => instruments.indexOf(recorded) < instruments.indexOf(instrument);
  if (others.some(isFirst)) return true;
  if (instrument.source === 'computed') contradictions.push(...others.map((other) => ({ ...other, met })));
  return false;
}

/**
 * Whether it would be given to a unit that is no more. What follows from its figures is their result, which comes out later; what follows from
 * other awards or from tasks, and what would be held until it is revoked, is given to nobody then.
 */
function isTooLate(met: Met, { judged, portal }: Sitting): boolean {
  const { instrument, holder } = met;
  const end = instrument.holder === 'unit' ? (portal.unitById.get(holder)?.validTo ?? null) : null;
  if (end === null || instrument.rule === null || (instrument.holding !== 'until_revoked' && isOfFigures(instrument))) return false;
  return awardDay(met, judged) > end;
}

/** Whether the rule gives what no record has. */
function isNew(met: Met, records: Records): boolean {
  return givesOf(met) && records.get(occasionKey(met.instrument.id, met.slot.index))?.has(keyOf(met)) !== true;
}

function keyOf(met: Met): string {
  return metKey(met.instrument, met.slot.index, met);
}

/** Whether the rule gives the award; rules of instruments that are only recorded explain, and give nothing. */
function givesOf(met: Met): boolean {
  return met.holds === true && met.instrument.source !== 'recorded';
}

/** Where the record stands against the rule, what only the rule gives was never given. */
function isOverruled({ instrument }: Met): boolean {
  return instrument.source === 'both' && instrument.recorded === 'record_stands';
}

/** Keys of recorded awards, by the occasion (`occasionKey`) that they belong to. */
type Records = ReadonlyMap<string, ReadonlySet<string>>;

function noteRecords(judged: Judged, axes: ReadonlyMap<string, Axis>, history: History, endOf: EndOf): Records {
  const instruments = new Map(judged.programme.config.instruments.map((instrument) => [instrument.id, instrument]));
  const records = new Map<string, Set<string>>();
  const recordOf = recordsOf(judged.programme);
  for (const award of judged.programme.awards) {
    const instrument = instruments.get(award.instrument);
    const slot = axes.get(award.instrument)?.find(award) ?? -1;
    if (!instrument || slot < 0 || award.holder === null) continue;
    const occasion = occasionKey(instrument.id, slot);
    const keys = records.get(occasion) ?? new Set();
    records.set(occasion, keys);
    const { holder, dimension, task, awardedOn: on } = award;
    const whom = recordOf(award, instrument);
    for (const who of whom) keys.add(metKey(instrument, slot, who));
    const batch = whom.length === 1 ? (whom[0]?.batch ?? null) : null;
    history.note(instrument.id, holder, slot, { dimension, task, batch, on, endsOn: endOf(award, instrument) });
  }
  return records;
}

/**
 * Everything to be judged, by day; on one day an instrument comes after those that its rule names. A rule that only explains recorded awards
 * has nothing to say where none was recorded.
 */
function occasionsOf(judged: Judged, axes: ReadonlyMap<string, Axis>, records: Records): readonly (readonly (readonly [InstrumentConfig, Slot])[])[] {
  const byDay = new Map<string, (readonly [InstrumentConfig, Slot])[]>();
  for (const instrument of inOrder(judged.programme.config.instruments)) {
    if (instrument.rule === null || instrument.holder === 'person') continue;
    for (const slot of axes.get(instrument.id)?.slots ?? []) {
      if (instrument.source === 'recorded' && !records.has(occasionKey(instrument.id, slot.index))) continue;
      const list = byDay.get(slot.day);
      if (list) list.push([instrument, slot]);
      else byDay.set(slot.day, [[instrument, slot]]);
    }
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, occasion]) => occasion);
}

function inOrder(instruments: readonly InstrumentConfig[]): readonly InstrumentConfig[] {
  const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  const ordered = new Set<InstrumentConfig>();
  const visit = (instrument: InstrumentConfig, above: readonly InstrumentConfig[]): void => {
    if (ordered.has(instrument) || above.includes(instrument)) return;
    for (const id of instrument.rule ? namedInstruments(instrument.rule.when) : []) {
      const named = byId.get(id);
      if (named) visit(named, [...above, instrument]);
    }
    ordered.add(instrument);
  };
  for (const instrument of instruments) visit(instrument, []);
  return [...ordered];
}

/** A rule over figures can only be judged where the period has some that are out. */
function isJudgeable(instrument: InstrumentConfig, slot: Slot, judged: Judged): boolean {
  if (instrument.rule === null) return false;
  if (instrument.holder === 'task' || !isOfFigures(instrument)) return true;
  const period = slot.figures?.id;
  return period !== undefined && (hasFigureOut(judged.programme, period, null) || hasRanking(judged, period));
}

function hasRanking(judged: Judged, period: string): boolean {
  for (const ranking of judged.rankings.values()) if (ranking.period.id === period) return true;
  return false;
}

/** What every judgement of a run needs. */
interface Sitting extends Pick<Scene, 'judged' | 'portal' | 'history'> {
  readonly records: Records;
  readonly known: Known;
  readonly days: TaskDays;
  /** Facts of the occasion's rules over other awards, found once more. */
  readonly again: Map<Met, () => readonly Fact[]>;
}

function judge(
  instrument: InstrumentConfig,
  slot: Slot,
  rounds: readonly Round[],
  { judged, portal, history, records, known, days, again }: Sitting,
): ReadonlyMap<string, Met> {
  const mets = new Map<string, Met>();
  const { rule } = instrument;
  if (rule === null) return mets;
  const recorded = records.get(occasionKey(instrument.id, slot.index));
  const outOn = slot.period === null || goesByTasks(instrument, judged) ? null : known.firstOf(slot.period);
  for (const { dimension, group, subjects } of rounds) {
    const undecided = new Set<number>();
    const scene: Scene = { judged, portal, instrument, rule, slot, dimension, group, history, undecided, on: slot.day };
    const test = ruleTest(scene);
    const dayOf = makeKnownDay(scene, known);
    const sinceWhen = makeStretch(scene, days);
    for (const subject of subjects) {
      const holds = test.holds(subject);
      if (holds !== true && !recorded && !undecided.has(subject.unit)) continue;
      const who = { holder: subject.holder, dimension, task: subject.task, batch: subject.batch };
      const key = metKey(instrument, slot.index, who);
      if (holds !== true && !undecided.has(subject.unit) && !recorded?.has(key)) continue;
      const before = mets.get(key);
      const groups = group === null ? NO_GROUPS : [group];
      const knownOn = holds === true && instrument.source !== 'recorded' && !recorded?.has(key) ? dayOf(subject) : null;
      if (before?.holds === true) {
        if (holds !== true || group === null) continue;
        const joined = alsoIn(before, group, knownOn);
        mets.set(key, joined);
        const facts = again.get(before);
        if (facts) again.set(joined, facts);
        continue;
      }
      const met: Met = {
        instrument,
        slot,
        ...who,
        groups,
        holds,
        undecided: holds === null && undecided.has(subject.unit),
        facts: test.facts(subject),
        since: holds === true ? (test.since?.(subject) ?? null) : null,
        knownOn,
        outOn,
        heldOn: holds === true && slot.id === '' ? sinceWhen(subject) : null,
      };
      mets.set(key, met);
      if (met.facts.some(({ type }) => type === 'instrument')) again.set(met, () => test.facts(subject));
    }
  }
  return mets;
}

const NO_GROUPS: readonly string[] = [];

/** A rule that holds in one more group: it was met when it was in the first of them. */
function alsoIn(met: Met, group: string, knownOn: string | null): Met {
  const isEarlier = knownOn !== null && met.knownOn !== null && knownOn < met.knownOn;
  return { ...met, groups: [...met.groups, group], knownOn: isEarlier ? knownOn : met.knownOn };
}

/** Leaves one instrument of a family to each subject. Gives the ones that were replaced, and adds to the clashes. */
function settle(found: readonly Met[], judged: Judged, clashes: Map<string, Clash>): ReadonlySet<Met> {
  const bySubject = new Map<string, Met[]>();
  for (const met of found) {
    if (!givesOf(met)) continue;
    const key = JSON.stringify([met.holder, met.dimension, met.task, met.batch]);
    const list = bySubject.get(key);
    if (list) list.push(met);
    else bySubject.set(key, [met]);
  }
  const replaced = new Set<Met>();
  const order = new Map(judged.programme.config.instruments.map((instrument, i) => [instrument.id, i]));
  for (const mets of bySubject.values()) {
    if (mets.length < 2) continue;
    const listed = mets.sort((a, b) => (order.get(a.instrument.id) ?? 0) - (order.get(b.instrument.id) ?? 0));
    for (const met of listed) if (listed.some((other) => escalates(other.instrument, met.instrument))) replaced.add(met);
    settlePairs(
      listed.filter((met) => !replaced.has(met)),
      replaced,
      clashes,
    );
  }
  return replaced;
}

/** The first listed wins; each pair of instruments is reported once, with how often it happened. */
function settlePairs(mets: readonly Met[], replaced: Set<Met>, clashes: Map<string, Clash>): void {
  mets.forEach((first, i) => {
    for (const second of mets.slice(i + 1)) {
      const family = sameFamily(first.instrument, second.instrument);
      if (!family && !(areOpposed(first.instrument, second.instrument) && meetInGroup(first, second))) continue;
      if (family) replaced.add(second);
      const key = `${first.instrument.id} ${second.instrument.id}`;
      const known = clashes.get(key);
      if (known) clashes.set(key, { ...known, cases: known.cases + 1 });
      else clashes.set(key, { first: first.instrument, second: second.instrument, example: second, other: first, cases: 1 });
    }
  });
}

/** Whether two rules hold on one board: a unit of two groups may well be first in one and last in the other. */
function meetInGroup({ groups: a }: Met, { groups: b }: Met): boolean {
  return (a.length === 0 && b.length === 0) || a.some((group) => b.includes(group));
}

/** Whether two cuts start at opposite ends of the same board and say different things of whom they take. */
export function areOpposed(a: InstrumentConfig, b: InstrumentConfig): boolean {
  if (a.rule === null || b.rule === null || a.scope !== b.scope || a.tone === b.tone) return false;
  const cuts = leavesOf(b.rule.when).filter((leaf) => leaf.type === 'rank');
  return leavesOf(a.rule.when).some(
    (leaf) => leaf.type === 'rank' && cuts.some((cut) => cut.from !== leaf.from && cut.on === leaf.on && cut.within === leaf.within),
  );
}
