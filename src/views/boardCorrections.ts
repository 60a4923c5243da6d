/** The corrections (更正) that a board must name: those of its figures, and those that moved somebody on it from elsewhere. */
import type { MovedUnit } from '../assess/results.ts';
import { measuresTouched } from '../model/measures.ts';
import type { Period } from '../model/period.ts';
import type { Correction } from '../model/portal.ts';
import { isTotalField } from '../model/total.ts';
import { isFullyDisclosed } from './disclosure.ts';
import type { ProgrammeIndex, SiteIndex } from './siteIndex.ts';

/** Whom a correction moved on a board (`dimension`: null = the total); nobody where it may not be told. */
export function movedOn(
  index: SiteIndex,
  programme: ProgrammeIndex,
  { id, period: own }: Correction,
  { period, dimension }: { readonly period: Period; readonly dimension: string | null },
): readonly MovedUnit[] {
  const impact = isFullyDisclosed(programme) ? index.site.assessment.impacts?.get(id) : undefined;
  const rankings = own?.id === period.id ? impact?.rankings : impact?.elsewhere.filter((one) => one.period.id === period.id);
  return rankings?.find((one) => one.dimension === dimension)?.moved ?? [];
}

/**
 * In the order of the table. On the board of all dimensions every correction of the period; on a dimension's not those of other dimensions, nor
 * of the total, unless they moved somebody on it.
 */
export function boardCorrections(index: SiteIndex, programme: ProgrammeIndex, period: Period, dimension: string | null): readonly Correction[] {
  const { config, indicators } = programme.result.programme;
  const all = index.correctionsByPeriod.get(`${config.id}|${period.id}`) ?? [];
  if (dimension === null) return all;
  const isAbout = ({ field, period: own }: Correction): boolean => {
    if (own?.id !== period.id) return false;
    if (field === null) return true;
    const isKnown = isTotalField(field) || [...indicators, ...config.dimensions].some(({ id }) => id === field);
    return !isKnown || measuresTouched(field, config.dimensions).includes(dimension);
  };
  return all.filter((correction) => isAbout(correction) || movedOn(index, programme, correction, { period, dimension }).length > 0);
}
