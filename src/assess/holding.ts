/**
 * How long an award is held (持有期限).
 *
 * `event`: not held at all, it happened. `period`: until the next period's awards of its family. `until_next_session`: until the day before the
 * next session that was really held. `until_revoked`: until the same holder gets a newer one of its family. `until_closed`: until its task is
 * over. A `valid_to` ends it earlier, and so does a revocation, a decision that it no longer counts against its holder, or the end of its holder. What is given for
 * no period and at no session is held like an event where its instrument is held for a period.
 */
import { taskOf } from '../model/award.ts';
import type { InstrumentConfig } from '../model/config.ts';
import { compareDays, dayBefore, laterDay } from '../model/days.ts';
import type { Award, Portal } from '../model/portal.ts';
import { heldSessions } from '../model/sessions.ts';
import { isAgainst } from './exemptions.ts';
import { type AwardResult, rankingsIn, type TaskResult } from './results.ts';
import { type Axis, goesByTasks, type Slot, slotOf } from './rules/axis.ts';
import { familyKey, type Judged } from './rules/judged.ts';
import type { Known } from './rules/known.ts';
import { isOver } from './taskLife.ts';

/** An award before it is known how long it is held, and after which others. */
export type Given = Omit<AwardResult, 'state' | 'current' | 'since' | 'until' | 'streak'>;

interface HoldingContext {
  readonly asOf: string;
  /** The last day of a unit; null while it is there. */
  readonly endOfUnit: (unit: string) => string | null;
  readonly axes: ReadonlyMap<string, Axis>;
  readonly tasks: ReadonlyMap<string, TaskResult>;
  /** Days on which sessions were held, in order. */
  readonly sessionDays: readonly string[];
  /** First day on which anything of a family (or instrument without one) was handed out on an occasion, by `roundKey`. */
  readonly rounds: ReadonlyMap<string, string>;
  /** The day on which the results of a period were out by which an instrument is given, at the earliest; null = they are not. */
  readonly outOn: (instrument: InstrumentConfig, slot: Slot, dimension: string | null) => string | null;
  /** The next award of the same family to the same holder for the same dimension, task or batch. */
  readonly successors: ReadonlyMap<Award, Award>;
}

/** What `holdingOf` needs of all awards together. */
export function makeHoldingContext(
  given: readonly Given[],
  axes: ReadonlyMap<string, Axis>,
  judged: Judged,
  known: Known,
  { asOf, unitById }: Pick<Portal, 'asOf' | 'unitById'>,
): HoldingContext {
  const rounds = new Map<string, string>();
  for (const { award, instrument } of given) {
    const slot = slotOf(axes, award);
    if (!slot) continue;
    const key = roundKey(instrument, slot);
    const known = rounds.get(key);
    if (known === undefined || award.awardedOn < known) rounds.set(key, award.awardedOn);
  }
  return {
    asOf,
    endOfUnit: (unit) => unitById.get(unit)?.validTo ?? null,
    axes,
    tasks: new Map(judged.tasks.map((task) => [task.task.id, task])),
    sessionDays: heldSessions(judged.programme.sessions, asOf).map((session) => session.heldOn),
    rounds,
    outOn: (instrument, slot, dimension) => outOn(instrument, slot, dimension, judged, known),
    successors: successorsOf(given),
  };
}

/** Of what goes by no figures, and of figures that are not ranked, the day on which the period ended, or its first figure was out. */
function outOn(instrument: InstrumentConfig, { period, day }: Slot, dimension: string | null, judged: Judged, known: Known): string | null {
  if (period === null || goesByTasks(instrument, judged)) return day;
  const isRanked = rankingsIn(judged, dimension, period.id).length > 0;
  const out = isRanked ? known.rankedFrom(period, dimension) : (known.firstOf(period) ?? '');
  return out === null ? null : laterDay(day, out);
}

/** By the occasion itself: one of a family may be handed out every quarter, another every year. */
export function roundKey(instrument: InstrumentConfig, { id }: Slot): string {
  return `${familyKey(instrument)} ${id}`;
}

function successorsOf(given: readonly Given[]): ReadonlyMap<Award, Award> {
  const last = new Map<string, readonly Award[]>();
  const next = new Map<Award, Award>();
  const sorted = [...given].sort((a, b) => compareDays(a.award.awardedOn, b.award.awardedOn));
  for (const { award, instrument, batch } of sorted) {
    if (award.holder === null) continue;
    const key = JSON.stringify([familyKey(instrument), award.holder, award.dimension, award.task, batch]);
    // What was given on one day has one successor: the next day's first.
    const before = last.get(key) ?? [];
    const isNewDay = before[0] !== undefined && before[0].awardedOn < award.awardedOn;
    if (isNewDay) for (const one of before) next.set(one, award);
    last.set(key, isNewDay ? [award] : [...before, award]);
  }
  return next;
}

/**
 * First and last day of holding, how it stands and whether it is held on the as-of date. What is given only after the next period's awards – a
 * correction of the older one's figures, a history that is published on one day – is never held, and has no last day.
 */
export function holdingOf(given: Given, context: HoldingContext): Pick<AwardResult, 'state' | 'current' | 'since' | 'until'> {
  const { award } = given;
  const since = award.awardedOn;
  const until = endOf(given, context);
  const state = stateOf(given, until, context);
  const once = isEvent(given) && award.validTo === null;
  const over = state === 'revoked' || state === 'superseded' || liftedOn(given, context) !== null;
  const current = !once && !over && since <= context.asOf && (until === null || until >= context.asOf);
  const never = until !== null && until < since && state !== 'revoked';
  return { since, until: never ? null : until, state, current };
}

/** Whether it happened and is not held: what is given for no period cannot last until the next. */
function isEvent({ award, instrument }: Given): boolean {
  return instrument.holding === 'event' || (instrument.holding === 'period' && award.period === null && award.session === null);
}

function stateOf(given: Given, until: string | null, context: HoldingContext): AwardResult['state'] {
  const { award, exemptedOn } = given;
  if (award.state === 'revoked') return 'revoked';
  if (exemptedOn !== null && exemptedOn <= context.asOf) return 'annotated';
  const isReplaced = until !== null && until < context.asOf && REPLACED.has(given.instrument.holding) && ruledEnd(given, context) === until;
  return award.state === 'active' && isReplaced ? 'superseded' : award.state;
}

/** What is held until something comes in its place; a period and a task simply end. */
const REPLACED: ReadonlySet<string> = new Set(['until_next_session', 'until_revoked']);

/** The last day; null = still held, or an event. */
function endOf(given: Given, context: HoldingContext): string | null {
  const { award } = given;
  if (award.state === 'revoked') return award.revokedOn ?? award.awardedOn;
  const ends = [award.validTo, ruledEnd(given, context), liftedOn(given, context), holderEnd(given, context)].filter((day) => day !== null);
  return ends.length === 0 ? null : ends.reduce((first, day) => (day < first ? day : first));
}

/** The last day of a unit that was there when it was given: what no longer is holds nothing. */
function holderEnd(given: Given, { endOfUnit, asOf }: HoldingContext): string | null {
  const { holderType, holder, awardedOn } = given.award;
  const end = holderType === 'unit' && holder !== null && !isEvent(given) ? endOfUnit(holder) : null;
  return end !== null && awardedOn <= end && end <= asOf ? end : null;
}

/** The day of a decision by which it no longer counts against its holder. */
function liftedOn({ instrument, exemptedOn }: Given, { asOf }: HoldingContext): string | null {
  return exemptedOn !== null && exemptedOn <= asOf && isAgainst(instrument) ? exemptedOn : null;
}

function ruledEnd(given: Given, context: HoldingContext): string | null {
  const { award, instrument } = given;
  const newer = context.successors.get(award);
  const replaced = newer && newer.awardedOn <= context.asOf ? dayBefore(newer.awardedOn) : null;
  switch (instrument.holding) {
    case 'event':
      return null;
    case 'period':
      if (isEvent(given)) return null;
      return nextRound(given, context) ?? (award.state === 'superseded' ? replaced : null);
    case 'until_next_session':
      return nextSession(given, context);
    case 'until_revoked':
      return replaced;
    case 'until_closed': {
      const task = context.tasks.get(taskOf(award) ?? '');
      return task && isOver(task) ? (task.closedOn ?? task.statusSince) : null;
    }
  }
}

/**
 * The day before the awards of the next period were handed out. Where none were, and where rules alone give them, the day before its results were
 * out: whoever looked then was told of none.
 */
function nextRound({ award, instrument }: Given, { axes, rounds, outOn, asOf }: HoldingContext): string | null {
  const axis = axes.get(instrument.id);
  const at = axis?.find(award) ?? -1;
  const next = at < 0 ? undefined : axis?.slots[at + 1];
  if (!next) return null;
  const handed = rounds.get(roundKey(instrument, next)) ?? null;
  const out = handed === null || instrument.source === 'computed' ? outOn(instrument, next, award.dimension) : null;
  const day = handed !== null && out !== null && out > handed ? handed : (out ?? handed);
  return day === null || day > asOf ? null : dayBefore(day);
}

function nextSession({ award }: Given, { sessionDays }: HoldingContext): string | null {
  const next = sessionDays.find((day) => day > award.awardedOn);
  return next === undefined ? null : dayBefore(next);
}
