/** Of which periods a programme's figures may be. */
import type { Collector, Sheet } from './collector.ts';
import { type Cadence, endsWith, fitsCadence, getNotations, type Period } from './period.ts';
import type { RowContext } from './rowContext.ts';
import { textsOf } from './text.ts';
import type { ProgrammeDraft } from './world.ts';

/** Cadences of less than a year: their figures add up through it. */
const ADDING_UP: ReadonlySet<Cadence> = new Set(['day', 'week', 'month', 'bimonth', 'quarter', 'half']);

/**
 * A programme's figures are of its cadence. Beside it, as a series of their own, stand years to date: of scores, and of an indicator whose
 * basis is the year to date; and in a programme that meets in sessions, figures of the periods that they review.
 */
function isOfCadence({ draft, table }: Collector, period: Period, measure: string): boolean {
  if (draft.cadence === null || fitsCadence(period, draft.cadence)) return true;
  if (period.kind === 'ytd' && table === 'scores') return ADDING_UP.has(draft.cadence);
  if (period.kind === 'ytd') return draft.indicators.some(({ id, basis }) => id === measure && basis === 'ytd');
  return draft.cadence === 'session' && draft.sessions.some(({ reviews }) => reviews?.kind === period.kind);
}

/** Whether anything of a programme may be of a period: figures of either table, or what an instrument with a cadence of its own gave. */
export function isPeriodOf(draft: ProgrammeDraft, period: Period): boolean {
  if (draft.cadence === null || draft.cadence === 'session' || fitsCadence(period, draft.cadence)) return true;
  if (period.kind === 'ytd') return ADDING_UP.has(draft.cadence) || draft.indicators.some(({ basis }) => basis === 'ytd');
  return (draft.spec.instruments ?? []).some(({ cadence }) => cadence && fitsCadence(period, cadence));
}

/** Whether a measure's figures may be of the period of their sheet; tells where not. */
export function checkCadence(collector: Collector, sheet: Sheet, m: number, row: RowContext): boolean {
  let fits = sheet.fits[m];
  if (fits === 0) {
    const isFirst = sheet.fits.every((known) => known === 0);
    fits = isOfCadence(collector, sheet.period, collector.measures[m] as string) ? 1 : -1;
    sheet.fits[m] = fits;
    if (fits === 1 && isFirst) warnOfOddEnd(collector.draft, sheet.period, row);
  }
  if (fits === 1) return true;
  reportCadence(collector.draft, row);
  return false;
}

/** A year to date that ends with none of the programme's own periods has a board of its own, which may be a slip of the pen. */
function warnOfOddEnd({ cadence, spec, id }: ProgrammeDraft, period: Period, row: RowContext): void {
  if (period.kind !== 'ytd' || cadence === null || endsWith(period, cadence)) return;
  row.warn('period-ends-apart', 'period', { programme: textsOf(spec.name)[0] ?? id });
}

/** Tells of a period that is none of the programme’s, with examples of those that are. */
export function reportCadence(draft: ProgrammeDraft, row: RowContext): void {
  const [example, ...others] = getNotations(draft.cadence);
  const toDate = others.filter((notation) => row.source.table === 'scores' && notation.includes('..'));
  row.faultOnce('period-cadence', 'period', {
    programme: textsOf(draft.spec.name)[0] ?? draft.id,
    examples: [example as string, ...toDate],
    basis: row.source.table === 'observations' ? 1 : 0,
  });
}
