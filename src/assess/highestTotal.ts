/** What a total can come to at most (总分上限): by the cap of its unit's adjustments, and by the ways in which its dimensions are scored. */
import type { DimensionConfig, ScoringRule } from '../model/config.ts';
import type { Period } from '../model/period.ts';
import type { Adjustment, Unit } from '../model/portal.ts';
import { roundTo } from '../rounding.ts';
import { sumAdjustments } from './adjusting.ts';
import { isGiven } from './dimension.ts';
import type { Column, Worksheet } from './worksheet.ts';

/** The highest score that a rule gives; infinite where it sets no bound. */
export function highestScore({ method, cap, floor, bands, points, to }: ScoringRule): number {
  const by: Partial<Record<ScoringRule['method'], number>> = {
    bands: Math.max(...bands.map(({ score }) => score)),
    rank_points: Math.max(...points),
    minmax: to,
    yoy: to,
  };
  return Math.max(floor ?? Number.NEGATIVE_INFINITY, Math.min(cap ?? Number.POSITIVE_INFINITY, by[method] ?? Number.POSITIVE_INFINITY));
}

/**
 * The highest mean of the dimensions in a period: no higher than the highest of them, however they weigh. None is known where they have no weights,
 * since the office may add them up, or where their scores are given.
 */
function highestMean(sheet: Worksheet, dimensions: readonly DimensionConfig[], period: number): number {
  const isOpen = dimensions.every(({ weight }) => weight === null) || dimensions.some((dimension) => isGiven(sheet, dimension, period));
  return isOpen ? Number.POSITIVE_INFINITY : Math.max(...dimensions.map(({ scoring }) => highestScore(scoring)));
}

/** Each confirmed bonus may come on top, and the cap comes last. */
function highestTotal(mean: number, dimensions: readonly DimensionConfig[], adjustments: readonly Adjustment[]): number {
  const bonuses = [null, ...dimensions.map(({ id }) => id)].map((on) => sumAdjustments(adjustments, on).bonus);
  return Math.min(
    bonuses.reduce((sum, bonus) => sum + bonus, mean),
    sumAdjustments(adjustments, null).cap ?? Number.POSITIVE_INFINITY,
  );
}

interface Recorded {
  readonly given: Column;
  readonly period: number;
  readonly members: readonly number[];
  readonly decimals: number;
  readonly dimensions: readonly DimensionConfig[];
  readonly adjusted: ReadonlyMap<number, readonly Adjustment[]>;
}

/** Warns of recorded totals that are higher than any that the configuration and the unit's adjustments allow, once a group and period. */
export function reportTooHigh(sheet: Worksheet, { given, period, members, decimals, dimensions, adjusted }: Recorded): void {
  const mean = highestMean(sheet, dimensions, period);
  const highest = (unit: number): number => highestTotal(mean, dimensions, adjusted.get(unit) ?? []);
  const above = members.filter((unit) => roundTo(given.value[unit] as number, decimals) > roundTo(highest(unit), decimals));
  const [first] = above;
  if (first === undefined) return;
  sheet.problems.warning('total-too-high', given.placeAt(first) ?? sheet.programme.config.place, {
    unit: sheet.names.of((sheet.units[first] as Unit).name),
    period: (sheet.periods[period] as Period).id,
    recorded: roundTo(given.value[first] as number, decimals),
    highest: roundTo(highest(first), decimals),
    n: above.length,
  });
}
