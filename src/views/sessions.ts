/** Review sessions (评议会、调度会): when they were really held, what each gave out, who holds what now, who turned. */
import type { AwardResult } from '../assess/results.ts';
import { sessionIntervals, sessionMatrix, sessionOf, type ToneTurn, toneTurns } from '../assess/sessions.ts';
import type { Cadence, Period } from '../model/period.ts';
import type { Session } from '../model/portal.ts';
import { heldSessions, isHeld } from '../model/sessions.ts';
import type { Text } from '../model/text.ts';
import { type AwardNames, type AwardRow, awardNames, awardRow } from './awards.ts';
import type { Named } from './name.ts';
import type { InstrumentFace, ProgrammeSource } from './programmeSource.ts';
import { sessionNames } from './sessionNames.ts';

export interface SessionRow {
  readonly session: string;
  readonly ordinal: number;
  /** Whether it took place, by the as-of date. */
  readonly held: boolean;
  readonly held_on: string | null;
  readonly reviews: Period | null;
  readonly published_on: string | null;
  readonly status: Session['status'];
  /** It took place, and its results are not published yet. */
  readonly awaited?: true;
  readonly reason: Text | null;
  /** Days since the last one that was held before it; null for the first and for those not held. */
  readonly days_since_previous: number | null;
  readonly counts: readonly { readonly instrument: string; readonly awards: number; readonly holders: number }[];
}

/** Awards of one unit, by session in the order of the columns. */
interface MatrixRow {
  readonly unit: string;
  readonly cells: readonly (readonly string[])[];
}

/** A unit that had a warning at one session and an honour at the next, or the other way round, in the same dimension. */
export interface Turn {
  readonly unit: string;
  /** Where it turned; empty where awards are over all. */
  readonly dimensions: readonly string[];
  readonly to: 'honour' | 'warning';
  readonly from_session: string;
  readonly to_session: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface SessionsView extends Named, AwardNames {
  readonly programme: string;
  readonly as_of: string;
  readonly cadence: Cadence | null;
  readonly instruments: readonly InstrumentFace[];
  readonly rows: readonly SessionRow[];
  /** Ids of the sessions that gave out something, in order: the columns of the matrix. */
  readonly columns: readonly string[];
  /** Award ids in each cell. */
  readonly matrix: readonly MatrixRow[];
  readonly held: readonly AwardRow[];
  readonly turns: readonly Turn[];
  readonly awards: readonly AwardRow[];
}

function sessionRows({ result, portal, instrument }: ProgrammeSource): SessionRow[] {
  const days = new Map(sessionIntervals(result.sessions, portal.asOf).map((interval) => [interval.to.id, interval.days]));
  return result.sessions.map((session) => {
    const counts = result.awardCounts.filter((count) => count.session === session.id && instrument(count.instrument));
    return {
      session: session.id,
      ordinal: session.ordinal,
      held: session.awaited === true || isHeld(session, portal.asOf),
      held_on: session.heldOn,
      reviews: session.reviews,
      published_on: session.publishedOn,
      status: session.status,
      ...(session.awaited && { awaited: true as const }),
      reason: session.reason,
      days_since_previous: days.get(session.id) ?? null,
      counts: counts.map(({ instrument: id, awards, holders }) => ({ instrument: id, awards, holders })),
    };
  });
}

/** By date; those that were not held come last. */
function columnsOf(awards: readonly AwardResult[], { result, portal }: ProgrammeSource): string[] {
  const given = new Set(awards.map(sessionOf));
  const ordered = new Set([...heldSessions(result.sessions, portal.asOf), ...result.sessions].map(({ id }) => id));
  return [...ordered].filter((id) => given.has(id));
}

function matrixOf(awards: readonly AwardResult[], columns: readonly string[], source: ProgrammeSource): MatrixRow[] {
  const rows = [...sessionMatrix(awards)].map(([unit, row]) => ({
    unit,
    cells: columns.map((id) => (row.get(id) ?? []).map(({ award }) => award.id)),
  }));
  return rows.sort((a, b) => orderOf(a.unit, source) - orderOf(b.unit, source));
}

function orderOf(unit: string, { portal }: ProgrammeSource): number {
  return portal.unitById.get(unit)?.order ?? Number.MAX_SAFE_INTEGER;
}

/** Session by session, units in the portal's order; a unit once, however many dimensions it turned in. */
function turnsOf(awards: readonly AwardResult[], columns: readonly string[], source: ProgrammeSource): Turn[] {
  const turns = toneTurns(awards, source.result.sessions, source.portal.asOf);
  const byUnit = Map.groupBy(turns, ({ holder, to, after }) => JSON.stringify([holder, to, sessionOf(after)]));
  return [...byUnit.values()].map(joinTurns).sort((a, b) => {
    return columns.indexOf(a.to_session) - columns.indexOf(b.to_session) || orderOf(a.unit, source) - orderOf(b.unit, source);
  });
}

function joinTurns(turns: readonly ToneTurn[]): Turn {
  const { holder, to, before, after } = turns[0] as ToneTurn;
  return {
    unit: holder,
    dimensions: turns.flatMap(({ dimension }) => dimension ?? []),
    to,
    from_session: sessionOf(before) as string,
    to_session: sessionOf(after) as string,
    before: [...new Set(turns.map((turn) => turn.before.instrument.id))],
    after: [...new Set(turns.map((turn) => turn.after.instrument.id))],
  };
}

export function sessionsView(source: ProgrammeSource): SessionsView {
  const { result, config } = source;
  const awards = source.awards().filter((award) => sessionOf(award) !== null && award.award.holderType === 'unit');
  const columns = columnsOf(awards, source);
  const matrix = matrixOf(awards, columns, source);
  const names = awardNames(awards, source);
  const rows = awards.map((award) => awardRow(award, source));
  return {
    programme: config.id,
    ...source.named(config.name),
    as_of: source.portal.asOf,
    cadence: config.cadence,
    instruments: source.faces,
    rows: sessionRows(source),
    columns,
    matrix,
    held: rows.filter((row) => row.current),
    turns: turnsOf(awards, columns, source),
    awards: rows,
    ...names,
    sessions: sessionNames(result),
  };
}
