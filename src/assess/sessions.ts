/** Review sessions (调度会, 评审会): real dates beside the nominal cadence, who holds what, and units × sessions. */
import type { Tone } from '../model/config.ts';
import { daysBetween } from '../model/days.ts';
import type { Cadence } from '../model/period.ts';
import type { Session } from '../model/portal.ts';
import type { AwardResult } from './results.ts';

/** Whether a session really took place by `asOf`. */
export function isHeld(session: Session, asOf: string): boolean {
  const { status, heldOn } = session;
  return heldOn !== null && heldOn <= asOf && (status === 'provisional' || status === 'final' || status === 'revised');
}

/** Sessions held by `asOf`, by date. */
export function heldSessions(sessions: readonly Session[], asOf: string): (Session & { readonly heldOn: string })[] {
  const held = sessions.filter((session): session is Session & { readonly heldOn: string } => isHeld(session, asOf));
  return held.sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : a.ordinal - b.ordinal));
}

export interface SessionInterval {
  readonly from: Session;
  readonly to: Session;
  /** Days from one to the other. */
  readonly days: number;
  /** Days that the cadence would have had; null where it names none. */
  readonly nominalDays: number | null;
  /** Sessions planned between them that were cancelled or not held. */
  readonly missed: readonly Session[];
}

const NOMINAL_DAYS: Readonly<Partial<Record<Cadence, number>>> = {
  day: 1,
  week: 7,
  month: 30,
  bimonth: 61,
  quarter: 91,
  half: 183,
  year: 365,
};

/** Real intervals between neighbouring sessions, beside the nominal one. */
export function sessionIntervals(sessions: readonly Session[], asOf: string, cadence: Cadence | null): SessionInterval[] {
  const held = heldSessions(sessions, asOf);
  return held.slice(1).map((to, i) => {
    const from = held[i] as (typeof held)[number];
    return {
      from,
      to,
      days: daysBetween(from.heldOn, to.heldOn),
      nominalDays: cadence === null ? null : (NOMINAL_DAYS[cadence] ?? null),
      missed: sessions.filter((one) => isMissed(one) && one.ordinal > from.ordinal && one.ordinal < to.ordinal),
    };
  });
}

export function isMissed(session: Session): boolean {
  return session.status === 'cancelled' || session.status === 'not_held';
}

/** The session that an award was given at: named as such, or as a period of kind session. */
export function sessionOf({ award }: Pick<AwardResult, 'award'>): string | null {
  return award.session ?? (award.period?.kind === 'session' ? award.period.id : null);
}

/** Who holds what now: current awards by holder. */
export function currentHolders(awards: readonly AwardResult[]): ReadonlyMap<string, readonly AwardResult[]> {
  const byHolder = new Map<string, AwardResult[]>();
  for (const result of awards) {
    if (!result.current || result.award.holder === null) continue;
    const list = byHolder.get(result.award.holder);
    if (list) list.push(result);
    else byHolder.set(result.award.holder, [result]);
  }
  return byHolder;
}

/** Holders × sessions: the awards in each cell. Revoked ones stay, marked by their own state. */
export function sessionMatrix(awards: readonly AwardResult[]): ReadonlyMap<string, ReadonlyMap<string, readonly AwardResult[]>> {
  const rows = new Map<string, Map<string, AwardResult[]>>();
  for (const result of awards) {
    const session = sessionOf(result);
    if (session === null || result.award.holder === null) continue;
    const row = rows.get(result.award.holder) ?? new Map<string, AwardResult[]>();
    rows.set(result.award.holder, row);
    const cell = row.get(session);
    if (cell) cell.push(result);
    else row.set(session, [result]);
  }
  return rows;
}

export interface ToneTurn {
  readonly holder: string;
  readonly dimension: string | null;
  readonly fromSession: string;
  readonly toSession: string;
  readonly from: Tone;
  readonly to: Tone;
}

/**
 * Holders whose tone changed between two neighbouring held sessions (from warning to honour, or back), in one dimension. Where a holder
 * has several awards in one cell, the most severe speaks for it. A session without an award ends the comparison: nothing turned there.
 */
export function toneTurns(awards: readonly AwardResult[], sessions: readonly Session[], asOf: string): ToneTurn[] {
  const order = heldSessions(sessions, asOf).map((session) => session.id);
  const cells = new Map<string, Map<string, AwardResult>>();
  for (const result of awards) {
    const session = sessionOf(result);
    const { holder, dimension, state } = result.award;
    if (session === null || holder === null || state === 'revoked') continue;
    const key = JSON.stringify([holder, dimension]);
    const row = cells.get(key) ?? new Map<string, AwardResult>();
    cells.set(key, row);
    const known = row.get(session);
    if (!known || result.instrument.severity > known.instrument.severity) row.set(session, result);
  }
  return [...cells.values()].flatMap((row) => turnsOf(row, order));
}

function turnsOf(row: ReadonlyMap<string, AwardResult>, order: readonly string[]): ToneTurn[] {
  return order.slice(1).flatMap((toSession, i) => {
    const fromSession = order[i] as string;
    const before = row.get(fromSession);
    const after = row.get(toSession);
    if (!before || !after || before.instrument.tone === after.instrument.tone || after.award.holder === null) return [];
    const { holder, dimension } = after.award;
    return [{ holder, dimension, fromSession, toSession, from: before.instrument.tone, to: after.instrument.tone }];
  });
}
