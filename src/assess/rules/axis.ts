/**
 * The axis of an instrument: the occasions on which it is handed out, in time order. Held sessions, the periods of its cadence, or, for a rule
 * over tasks without a cadence, the as-of date alone: what holds then has been given since it held.
 */
import { namedInstruments } from '../../model/condition.ts';
import type { InstrumentConfig } from '../../model/config.ts';
import { addDays, daysBetween } from '../../model/days.ts';
import { hasFigureOut } from '../../model/figuresOut.ts';
import { type Cadence, comparePeriods, fitsCadence, nextPeriod, type Period, type PeriodKind, periodOfDate } from '../../model/period.ts';
import type { Award, Portal, Session } from '../../model/portal.ts';
import { heldSessions } from '../../model/sessions.ts';
import { isMissed, sessionOf, sessionPeriod } from '../sessions.ts';
import { type Judged, needsFigures, needsTasks } from './judged.ts';

/** One occasion: a period, a session, or now. */
export interface Slot {
  readonly index: number;
  /** A period's or session's id; empty = now. */
  readonly id: string;
  readonly period: Period | null;
  readonly session: Session | null;
  /** The period whose figures are judged; null when none are. */
  readonly figures: Period | null;
  /** First day that it speaks about, and the day on which it is judged. */
  readonly start: string;
  readonly day: string;
  /** From when on a report is of this occasion: the first day of its period, the day after the session before; empty = whenever. */
  readonly reportsFrom: string;
  /** Occasions missing between the one before and this one: periods without data, sessions not held. */
  readonly gap: number;
}

export interface Axis {
  readonly slots: readonly Slot[];
  /** Index of the slot that a recorded award belongs to; −1 when to none. */
  readonly find: (award: Award) => number;
}

/** The occasion that an award belongs to; undefined when to none. */
export function slotOf(axes: ReadonlyMap<string, Axis>, award: Award): Slot | undefined {
  const axis = axes.get(award.instrument);
  return axis?.slots[axis.find(award)];
}

/** The axes of all instruments of a programme, by instrument id. */
export function axesOf(judged: Judged, portal: Portal): ReadonlyMap<string, Axis> {
  const { instruments } = judged.programme.config;
  const own = new Map<string, Award[]>(instruments.map((instrument) => [instrument.id, []]));
  for (const award of judged.programme.awards) own.get(award.instrument)?.push(award);
  const made = new Map<string, Axis>();
  return new Map(instruments.map((instrument) => [instrument.id, axisOf(instrument, own, judged, portal, made)]));
}

type Own = ReadonlyMap<string, readonly Award[]>;

/** Instruments that hand out on the same occasions share one axis. */
function axisOf(instrument: InstrumentConfig, own: Own, judged: Judged, portal: Portal, made: Map<string, Axis>): Axis {
  const bySession = isBySession(instrument, own, judged, new Set());
  const cadence = cadenceOf(instrument, judged, new Set());
  const byCalendar = !bySession && isOverTasks(instrument);
  const records = own.get(instrument.id) ?? [];
  const isPlain = records.length === 0 && isOfMainSeries(instrument, judged, new Set());
  const kinds = isPlain ? kindOfLatest(judged) : kindsOf(instrument, cadence, records, judged);
  const key = bySession ? 'sessions' : `${byCalendar ? cadence : ''} ${kinds.join(' ')}`;
  let axis = made.get(key);
  if (!axis) {
    if (bySession) axis = sessionAxis(judged, portal);
    else axis = periodAxis(byCalendar ? taskPeriods(cadence, kinds, judged, portal) : periodsOfKinds(judged, kinds), portal);
    made.set(key, axis);
  }
  return axis;
}

function isBySession(instrument: InstrumentConfig, own: Own, judged: Judged, seen: Set<string>): boolean {
  if (judged.programme.sessions.length === 0 || seen.has(instrument.id)) return false;
  seen.add(instrument.id);
  const [first] = own.get(instrument.id) ?? [];
  if (first) return sessionOf({ award: first }) !== null;
  if (instrument.holding === 'until_next_session' || instrument.cadence === 'session') return true;
  if (instrument.cadence !== null) return false;
  const named = namedBy(instrument, judged);
  if (named.length > 0) return named.some((one) => isBySession(one, own, judged, seen));
  return judged.programme.config.cadence === 'session';
}

/** The instruments that a rule over nothing else names: it is judged when they are. */
function namedBy(instrument: InstrumentConfig, judged: Judged): readonly InstrumentConfig[] {
  if (instrument.rule === null || needsFigures(instrument.rule.when)) return [];
  const ids = namedInstruments(instrument.rule.when);
  return judged.programme.config.instruments.filter((one) => ids.includes(one.id));
}

function cadenceOf(instrument: InstrumentConfig, judged: Judged, seen: Set<string>): Cadence | null {
  if (instrument.cadence !== null || seen.has(instrument.id)) return instrument.cadence;
  seen.add(instrument.id);
  for (const named of namedBy(instrument, judged)) {
    const cadence = cadenceOf(named, judged, seen);
    if (cadence !== null) return cadence;
  }
  return judged.programme.config.cadence;
}

function isOverTasks(instrument: InstrumentConfig): boolean {
  if (instrument.holder === 'task' || instrument.scope === 'task' || instrument.scope === 'batch') return true;
  return instrument.rule !== null && needsTasks(instrument.rule.when) && !needsFigures(instrument.rule.when);
}

/** Whether it is handed out over tasks, or follows from nothing but what is. */
export function goesByTasks(instrument: InstrumentConfig, judged: Judged, seen = new Set<string>()): boolean {
  if (isOverTasks(instrument)) return true;
  if (seen.has(instrument.id)) return false;
  seen.add(instrument.id);
  const named = namedBy(instrument, judged);
  return named.length > 0 && named.every((one) => goesByTasks(one, judged, seen));
}

/**
 * Whether it goes by the main series, since the programme has no board of its cadence: a quarterly one that publishes nothing but the year to
 * date. It is so for a rule over figures, and for one that names an instrument of such a rule.
 */
function isOfMainSeries(instrument: InstrumentConfig, judged: Judged, seen: Set<string>): boolean {
  const { programme, periods } = judged;
  const { cadence } = programme.config;
  if (instrument.rule === null || seen.has(instrument.id) || isOverTasks(instrument)) return false;
  if (cadence === null || (instrument.cadence ?? cadence) !== cadence) return false;
  if (periods.some((period) => fitsCadence(period, cadence) && hasFigureOut(programme, period.id, null))) return false;
  seen.add(instrument.id);
  return needsFigures(instrument.rule.when) || namedBy(instrument, judged).some((one) => isOfMainSeries(one, judged, seen));
}

function kindOfLatest({ latest }: Judged): readonly PeriodKind[] {
  return latest ? [latest.kind] : [];
}

/**
 * The kinds of period on which it is handed out: those of its cadence, unless the record knows better. Without a cadence those of the main series,
 * but of none for what goes by tasks: they know no periods, whatever lists are handed out beside.
 */
function kindsOf(instrument: InstrumentConfig, cadence: Cadence | null, own: readonly Award[], judged: Judged): readonly PeriodKind[] {
  const recorded = own.find((award) => award.period !== null)?.period;
  if (recorded && (cadence === null || !fitsCadence(recorded, cadence))) return [recorded.kind];
  if (cadence === null || cadence === 'batch' || cadence === 'session') {
    if (recorded) return [recorded.kind];
    return goesByTasks(instrument, judged) ? [] : kindOfLatest(judged);
  }
  if (cadence === 'year') return ['year', 'fiscal'];
  return cadence === 'quarter' ? ['quarter', 'fiscal_quarter'] : [cadence];
}

function periodsOfKinds(judged: Judged, kinds: readonly PeriodKind[]): readonly Period[] {
  return judged.periods.filter((period) => kinds.includes(period.kind));
}

/** Complete periods of the calendar since the first posting, and those that the data name. */
function taskPeriods(cadence: Cadence | null, kinds: readonly PeriodKind[], judged: Judged, portal: Portal): readonly Period[] {
  const known = new Map(periodsOfKinds(judged, kinds).map((period) => [period.id, period]));
  const posted = judged.programme.tasks.flatMap((task) => (task.postedOn === null ? [] : [task.postedOn])).sort();
  const first = cadence === null || posted[0] === undefined ? null : periodOfDate(posted[0], cadence, judged.programme.config.yearStarts);
  for (let period = first; period !== null && period.end <= portal.asOf; period = nextPeriod(period)) {
    if (!known.has(period.id)) known.set(period.id, period);
  }
  return [...known.values()].sort(comparePeriods);
}

function sessionAxis(judged: Judged, portal: Portal): Axis {
  const { sessions } = judged.programme;
  const held = heldSessions(sessions, portal.asOf);
  const slots = held.map((session, index): Slot => {
    const before = held[index - 1];
    const missed = before ? sessions.filter((one) => isMissed(one) && one.ordinal > before.ordinal && one.ordinal < session.ordinal).length : 0;
    const figures = sessionPeriod(session, judged.periods);
    const reportsFrom = figures?.start ?? (before ? addDays(before.heldOn, 1) : '');
    return { index, id: session.id, period: null, session, figures, start: session.heldOn, day: session.heldOn, reportsFrom, gap: missed };
  });
  const at = new Map(slots.map((slot) => [slot.id, slot.index]));
  const reviewed = new Map(slots.flatMap((slot) => (slot.figures ? [[slot.figures.id, slot.index] as const] : [])));
  const byDay = new Map(slots.map((slot) => [slot.day, slot.index]));
  const find = (award: Award): number => {
    const session = sessionOf({ award });
    if (session !== null) return at.get(session) ?? -1;
    return (award.period ? reviewed.get(award.period.id) : byDay.get(award.awardedOn)) ?? -1;
  };
  return { slots, find };
}

function periodAxis(periods: readonly Period[], portal: Portal): Axis {
  if (periods.length === 0) return nowAxis(portal);
  const slots = periods.map((period, index): Slot => {
    const before = periods[index - 1];
    const gap = before ? missingBetween(before, period) : 0;
    return { index, id: period.id, period, session: null, figures: period, start: period.start, day: period.end, reportsFrom: period.start, gap };
  });
  const at = new Map(slots.map((slot) => [slot.id, slot.index]));
  const find = (award: Award): number => {
    if (award.period) return at.get(award.period.id) ?? -1;
    return slots.findLastIndex((slot) => slot.start <= award.awardedOn && award.awardedOn <= slot.day);
  };
  return { slots, find };
}

function missingBetween(before: Period, after: Period): number {
  const days = daysBetween(before.end, after.start) - 1;
  return days <= 0 ? 0 : Math.max(1, Math.round(days / (daysBetween(before.start, before.end) + 1)));
}

function nowAxis(portal: Portal): Axis {
  const now: Slot = { index: 0, id: '', period: null, session: null, figures: null, start: '', day: portal.asOf, reportsFrom: '', gap: 0 };
  return { slots: [now], find: () => 0 };
}
