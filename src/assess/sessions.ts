/** Review sessions (调度会, 评议会): which were held and how far apart, what each gave to whom, and who turned. */
import { daysBetween } from '../model/days.ts';
import type { Period } from '../model/period.ts';
import type { Award, Session } from '../model/portal.ts';
import { heldSessions } from '../model/sessions.ts';
import type { AwardResult } from './results.ts';

interface SessionInterval {
  readonly from: Session;
  readonly to: Session;
  readonly days: number;
}

/** Real intervals between neighbouring sessions, by date. */
export function sessionIntervals(sessions: readonly Session[], asOf: string): SessionInterval[] {
  const held = heldSessions(sessions, asOf);
  return held.slice(1).map((to, i) => {
    const from = held[i] as (typeof held)[number];
    return { from, to, days: daysBetween(from.heldOn, to.heldOn) };
  });
}

/** Whether a session was called off or did not take place. */
export function isMissed(session: Session): boolean {
  return session.status === 'cancelled' || session.status === 'not_held';
}

/** The session that an award was given at: named as such, or as a period of kind session. */
export function sessionOf({ award }: Pick<AwardResult, 'award'>): string | null {
  return award.session ?? (award.period?.kind === 'session' ? award.period.id : null);
}

/** The period whose figures a session judges: the session itself, where there are figures of its own, else the one that it reviews. */
export function sessionPeriod(session: Session, periods: readonly Period[]): Period | null {
  return periods.find(({ id }) => id === session.id) ?? session.reviews;
}

/** The period that an award belongs to: its own, or the one that its session judged; null where it only has a day. */
export function awardPeriod(award: Award, { sessions, periods }: { sessions: readonly Session[]; periods: readonly Period[] }): Period | null {
  const session = award.period ? undefined : sessions.find(({ id }) => id === award.session);
  return session ? sessionPeriod(session, periods) : award.period;
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

/** A holder that had a warning at one session and an honour at the next, or the other way round. */
export interface ToneTurn {
  readonly holder: string;
  readonly dimension: string | null;
  readonly to: 'honour' | 'warning';
  readonly before: AwardResult;
  readonly after: AwardResult;
}

/**
 * Holders who turned from warning to honour, or back, between two neighbouring held sessions, in one dimension; by session. Where a holder
 * has several awards in one cell, the most severe speaks for it; neutral and revoked ones say nothing. A session without an award ends the
 * comparison: nothing turned there.
 */
export function toneTurns(awards: readonly AwardResult[], sessions: readonly Session[], asOf: string): ToneTurn[] {
  const cells = new Map<string, Map<string, AwardResult>>();
  for (const result of awards) {
    const session = sessionOf(result);
    const { holder, dimension, state } = result.award;
    if (session === null || holder === null || state === 'revoked' || result.instrument.tone === 'neutral') continue;
    const key = JSON.stringify([holder, dimension]);
    const row = cells.get(key) ?? new Map<string, AwardResult>();
    cells.set(key, row);
    const known = row.get(session);
    if (!known || result.instrument.severity > known.instrument.severity) row.set(session, result);
  }
  return sessionIntervals(sessions, asOf).flatMap(({ from, to }) =>
    [...cells.values()].flatMap((row) => turnBetween(row.get(from.id), row.get(to.id))),
  );
}

function turnBetween(before: AwardResult | undefined, after: AwardResult | undefined): readonly ToneTurn[] {
  if (!before || !after || isHonour(before) === isHonour(after)) return [];
  const { holder, dimension } = after.award;
  return [{ holder: holder as string, dimension, to: isHonour(after) ? 'honour' : 'warning', before, after }];
}

function isHonour({ instrument }: AwardResult): boolean {
  return instrument.tone === 'positive';
}
