/** Revised figures that no correction speaks of (未登记更正的修订). */
import type { ProgrammeResult } from '../assess/results.ts';
import { findRow, placeOf } from '../model/figures.ts';
import { type Correction, FIGURE_STATUSES, type Figures, type Unit } from '../model/portal.ts';
import type { SiteIndex } from './siteIndex.ts';

const REVISED = FIGURE_STATUSES.indexOf('revised');

/**
 * How many figures are marked as revised, or were published in several versions, without an entry among the corrections; a score that was given
 * first and worked out later is of the latter.
 */
export function countUntoldRevisions({ site, programmes }: SiteIndex): number {
  const { corrections } = site.assessment.portal;
  let count = 0;
  for (const { result } of programmes) {
    const { config, scores, observations } = result.programme;
    const own = corrections.filter(({ programme }) => programme === null || programme === config.id);
    for (const figures of [scores, observations])
      for (const cell of revisedCells(figures, figures === scores ? replacedCells(result) : []))
        if (!own.some((one) => isAbout(one, figures, cell))) count++;
  }
  return count;
}

function revisedCells({ status, notes }: Figures, replaced: readonly number[]): ReadonlySet<number> {
  const cells = new Set(replaced);
  for (let cell = status.indexOf(REVISED); cell >= 0; cell = status.indexOf(REVISED, cell + 1)) cells.add(cell);
  for (const [cell, { earlier }] of notes) if (earlier.length > 0) cells.add(cell);
  return cells;
}

function replacedCells({ programme, replaced }: ProgrammeResult): readonly number[] {
  const { scores } = programme;
  return replaced.map(({ dimension, period, unit }) => (findRow(scores, dimension, period) as number) + (scores.unitAt.get(unit) as number));
}

/** A correction is about all that it does not set apart; one of a field that this table has not may have moved any of its figures. */
function isAbout({ period, unit, field }: Correction, figures: Figures, cell: number): boolean {
  const place = placeOf(figures, cell);
  return (
    (period === null || period.id === figures.periods[place.period]?.id) &&
    (unit === null || unit === (figures.units[place.unit] as Unit).id) &&
    (field === null || !figures.measureAt.has(field) || field === figures.measures[place.measure])
  );
}
