/**
 * Indicators of one dimension whose figures never meet (期次不一致): those of one are of months, those of another of the year to date. A score
 * is made of figures of one period, so nobody would ever have one, and no figure would be missing.
 */
import { type DimensionConfig, isJoined } from '../model/config.ts';
import { hasRows } from '../model/figures.ts';
import { type Period, seriesOf } from '../model/period.ts';
import type { Portal } from '../model/portal.ts';
import type { Problems } from '../problems.ts';
import { indicatorsOf } from './dimension.ts';
import { weightsOf } from './mean.ts';
import { makeWorksheet, type Worksheet } from './worksheet.ts';

/**
 * Reports each dimension of which this is so: an error where it ranks nobody, a warning where it ranks by a part of its indicators. To be
 * asked of all figures that there are: those that are not out yet may be the ones that meet.
 */
export function reportPeriodsApart(portal: Portal, problems: Problems): void {
  for (const programme of portal.programmes) {
    const { dimensions, ranking } = programme.config;
    const joined = dimensions.filter(isJoined);
    // A programme that publishes nothing with gaps is told of each gap.
    if (joined.length === 0 || ranking.missing === 'block') continue;
    const sheet = makeWorksheet(programme, portal, problems);
    for (const dimension of joined) checkDimension(sheet, dimension);
  }
}

function checkDimension(sheet: Worksheet, dimension: DimensionConfig): void {
  const { minCoverage, missing } = sheet.programme.config.ranking;
  const observed = new Map(dimension.indicators.map((id) => [id, periodsOf(sheet, id)]));
  const series = new Map([...observed].map(([id, periods]) => [id, new Set(periods.map(seriesOf))]));
  let best = 0;
  for (const period of new Set([...observed.values()].flat())) {
    const parts = countedIn(sheet, dimension, period).filter(({ id }) => series.get(id)?.size);
    const share = parts.reduce((sum, { id, weight }) => sum + (series.get(id)?.has(seriesOf(period)) ? weight : 0), 0);
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    if (all === 0 || share === all) return;
    best = Math.max(best, share / all);
  }
  if (best > 0) report(sheet, dimension, observed, missing === 'zero' || best >= minCoverage);
}

/** Periods in which anybody has a row of the indicator. */
function periodsOf({ programme: { observations } }: Worksheet, indicator: string): readonly Period[] {
  const measure = observations.measureAt.get(indicator);
  if (measure === undefined) return [];
  return observations.periods.filter((_, at) => hasRows(observations, measure, at));
}

/** Indicators that count in a period, with their weights. */
function countedIn(sheet: Worksheet, dimension: DimensionConfig, { id }: Period): readonly { readonly id: string; readonly weight: number }[] {
  const own = indicatorsOf(sheet, dimension, sheet.periodAt.get(id) as number);
  const weights = weightsOf(own.map(({ weight }) => weight));
  return own.map((indicator, i) => ({ id: indicator.id, weight: weights[i] as number })).filter(({ weight }) => weight > 0);
}

/** At the first indicator whose figures are of other periods than those of the first. */
function report(sheet: Worksheet, dimension: DimensionConfig, observed: ReadonlyMap<string, readonly Period[]>, isRanked: boolean): void {
  const { names, problems, indicators } = sheet;
  const parts = [...observed].flatMap(([id, periods]) => {
    const [indicator, last] = [indicators.get(id), periods.at(-1)];
    return indicator && last ? [{ indicator, last }] : [];
  });
  const [first] = parts;
  const odd = parts.find(({ last }) => first && seriesOf(last) !== seriesOf(first.last)) ?? first;
  if (!odd) return;
  const { place } = odd.indicator;
  const params = { dimension: names.of(dimension.name), parts: parts.map(({ indicator, last }) => `${names.of(indicator.name)} ${last.id}`) };
  if (isRanked) problems.warning('dimension-periods-partial', place, params);
  else problems.error('dimension-periods-apart', place, params);
}
