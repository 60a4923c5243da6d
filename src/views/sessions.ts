/** Review sessions (评审会、调度会): when they were really held, what each gave out, who holds what now, who turned. */
import type { AwardResult } from '../assess/results.ts';
import { isHeld } from '../assess/sessions.ts';
import { daysBetween } from '../model/days.ts';
import type { Cadence, Period } from '../model/period.ts';
import type { Session } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { type AwardNames, type AwardRow, awardNames, awardRow } from './awards.ts';
import type { Named } from './name.ts';
import type { InstrumentFace, ProgrammeSource } from './programmeSource.ts';

export interface SessionRow {
  readonly session: string;
  readonly ordinal: number;
  readonly held_on: string | null;
  readonly reviews: Period | null;
  readonly published_on: string | null;
  readonly status: Session['status'];
  readonly reason: Text | null;
  /** Days since the session before it that was held; null for the first and for those not held. */
  readonly days_since_previous: number | null;
  readonly counts: readonly { readonly instrument: string; readonly awards: number; readonly holders: number }[];
}

/** Awards of one unit, by session in the order of `sessions` that were held. */
export interface MatrixRow {
  readonly unit: string;
  readonly cells: readonly (readonly string[])[];
}

/** A unit that held a warning at one session and an honour at the next, or the other way round. */
export interface Turn {
  readonly unit: string;
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

function sessionRows(source: ProgrammeSource): SessionRow[] {
  let previous: string | null = null;
  return source.result.sessions.map((session) => {
    const { id, ordinal, heldOn, reviews, publishedOn, status, reason } = session;
    const counts = source.result.awardCounts.filter((count) => count.session === id && source.instrument(count.instrument));
    const held = isHeld(session, source.portal.asOf) ? heldOn : null;
    const days: number | null = previous !== null && held !== null ? daysBetween(previous, held) : null;
    previous = held ?? previous;
    return {
      session: id,
      ordinal,
      held_on: heldOn,
      reviews,
      published_on: publishedOn,
      status,
      reason,
      days_since_previous: days,
      counts: counts.map(({ instrument, awards, holders }) => ({ instrument, awards, holders })),
    };
  });
}

function matrixOf(awards: readonly AwardResult[], columns: readonly string[], source: ProgrammeSource): MatrixRow[] {
  const rows = new Map<string, string[][]>();
  for (const { award } of awards) {
    const column = award.session === null ? -1 : columns.indexOf(award.session);
    if (column < 0 || award.holder === null) continue;
    let cells = rows.get(award.holder);
    if (!cells) {
      cells = columns.map(() => []);
      rows.set(award.holder, cells);
    }
    (cells[column] as string[]).push(award.id);
  }
  const order = (unit: string) => source.portal.unitById.get(unit)?.order ?? Number.MAX_SAFE_INTEGER;
  return [...rows].map(([unit, cells]) => ({ unit, cells })).sort((a, b) => order(a.unit) - order(b.unit));
}

/** Neutral awards neither warn nor honour; revoked ones count for nothing. */
function turnsOf(matrix: readonly MatrixRow[], columns: readonly string[], awards: readonly AwardResult[]): Turn[] {
  const byId = new Map(awards.map((award) => [award.award.id, award]));
  const instruments = (cell: readonly string[] | undefined, tones: readonly string[]): string[] => {
    const found = (cell ?? []).flatMap((id) => byId.get(id) ?? []).filter(({ award }) => award.state !== 'revoked');
    return [...new Set(found.filter(({ instrument }) => tones.includes(instrument.tone)).map(({ instrument }) => instrument.id))];
  };
  const turns: Turn[] = [];
  for (let column = 1; column < columns.length; column++) {
    for (const { unit, cells } of matrix) {
      for (const to of ['honour', 'warning'] as const) {
        const honour = ['positive'];
        const warning = ['warning', 'negative'];
        const before = instruments(cells[column - 1], to === 'honour' ? warning : honour);
        const after = instruments(cells[column], to === 'honour' ? honour : warning);
        if (before.length === 0 || after.length === 0) continue;
        turns.push({ unit, to, from_session: columns[column - 1] as string, to_session: columns[column] as string, before, after });
      }
    }
  }
  return turns;
}

export function sessionsView(source: ProgrammeSource): SessionsView {
  const { result, config } = source;
  const awards = source.awards().filter(({ award }) => award.session !== null && award.holderType === 'unit');
  const given = new Set(awards.map(({ award }) => award.session));
  const columns = result.sessions.filter(({ id }) => given.has(id)).map(({ id }) => id);
  const matrix = matrixOf(awards, columns, source);
  const names = awardNames(awards, source);
  const sessions = Object.fromEntries(result.sessions.map(({ id, ordinal, heldOn }) => [id, { ordinal, held_on: heldOn }]));
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
    turns: turnsOf(matrix, columns, awards),
    awards: rows,
    ...names,
    sessions,
  };
}
