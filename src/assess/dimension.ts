/** What a dimension (维度) is ranked on in a period: given scores, scores made of its indicators, or one indicator's raw values. */
import type { DimensionConfig } from '../model/config.ts';
import { isInForce } from '../model/days.ts';
import type { Period } from '../model/period.ts';
import type { Adjustment, Indicator } from '../model/portal.ts';
import { roundTo } from '../rounding.ts';
import { adjust, sumAdjustments } from './adjusting.ts';
import { scoreDecimals, valueDecimals } from './decimals.ts';
import { gapsOf, weightedMean, weightsOf } from './mean.ts';
import { passOver } from './passedOver.ts';
import type { Weighing } from './results.ts';
import { isRelative, type Scores, scoreIndicator, targetOf, valueKey } from './scoring.ts';
import { type Column, columnOf, heldBack, newestOf, type Worksheet, yearBefore } from './worksheet.ts';

/** What a ranking is made from, by unit: scores at printed precision, values, and the keys that rank, the smallest first. */
export interface Board extends Scores {
  readonly by: 'score' | 'value';
  /** The indicator's value where the dimension is one indicator; null elsewhere. */
  readonly value: Float64Array | null;
  readonly key: Float64Array;
  /** Vetoes by unit: they keep their score and lose their place. */
  readonly vetoes: ReadonlyMap<number, Adjustment>;
  /** Of a total that is made of dimensions. */
  readonly weighing?: Weighing;
}

/** The only indicator of a dimension, if it is one. */
export function soleIndicator(sheet: Worksheet, dimension: DimensionConfig): Indicator | null {
  const [only, second] = dimension.indicators;
  return only === undefined || second !== undefined ? null : (sheet.indicators.get(only) ?? null);
}

/** Whether a dimension’s scores depend on who else is in the group. */
export function isDimensionRelative(dimension: DimensionConfig): boolean {
  return isRelative(dimension.scoring);
}

/** A dimension's board in a period, scored among `members`; null when it has no figure in that period. */
export function dimensionBoard(sheet: Worksheet, dimension: DimensionConfig, period: number, members: Int32Array): Board | null {
  const sole = soleIndicator(sheet, dimension);
  const values = sole && columnOf(sheet, 'observations', sole.id, period);
  if (isGiven(sheet, dimension, period)) return givenBoard(sheet, dimension, period, values);
  if (dimension.scoring.method !== 'given') return computedBoard(sheet, dimension, period, members, values);
  if (!sole || !values) return null;
  reportPointless(sheet, dimension, period);
  return valueBoard(sheet, sole, values, findVetoes(sheet, dimension.id, period));
}

/**
 * Scores that the office gives are not worked out anew; they are also taken in periods in which nothing is there to compute them from. What was
 * carried forward is no reason to: where a period has neither, the newest that has one of them decides.
 */
export function isGiven(sheet: Worksheet, { id, scoring, indicators }: DimensionConfig, period: number): boolean {
  const isScored = sheet.scored.has(id);
  // By values in the place of the first scores, which are to come, everybody would be ranked anew when they are out.
  if (scoring.method === 'given') return isScored || heldBack(sheet, 'scores', id, period) !== null;
  if (!isScored) return false;
  const measured = Math.max(-1, ...indicators.map((indicator) => newestOf(sheet, 'observations', indicator, period)));
  return measured < 0 || measured < newestOf(sheet, 'scores', id, period);
}

function givenBoard(sheet: Worksheet, dimension: DimensionConfig, period: number, values: Column | null): Board | null {
  const column = columnOf(sheet, 'scores', dimension.id, period);
  if (!column) return null;
  const score = column.value.slice();
  applyAdjustments(sheet, dimension.id, period, score);
  const decimals = scoreDecimals(sheet.programme.config, dimension);
  return scoreBoard({ ...column, score }, decimals, values && besideGiven(values, column), findVetoes(sheet, dimension.id, period));
}

/** Values without those that are carried forward from another period than the score beside them: a row says of both at once where they are from. */
function besideGiven(values: Column, { carried }: Column): Column {
  if (!values.carried) return values;
  const value = values.value.slice();
  for (const [unit, { from }] of values.carried) if (carried?.get(unit)?.from !== from) value[unit] = Number.NaN;
  return { ...values, value };
}

function computedBoard(sheet: Worksheet, dimension: DimensionConfig, period: number, members: Int32Array, values: Column | null): Board | null {
  const { config } = sheet.programme;
  const indicators = indicatorsOf(sheet, dimension, period);
  const weights = weightsOf(indicators.map(({ weight }) => weight));
  const parts = indicators.map((indicator, i) => ({
    id: indicator.id,
    weight: weights[i] as number,
    scores: scoreIndicator(sheet, indicator, dimension.scoring, period, members),
    held: heldBack(sheet, 'observations', indicator.id, period),
  }));
  if (parts.every(({ scores }) => scores === null)) return null;
  const mean = weightedMean(parts, members, sheet.units.length, config.ranking);
  applyAdjustments(sheet, dimension.id, period, mean.score);
  const decimals = scoreDecimals(config, dimension);
  const board = scoreBoard(mean, decimals, values, findVetoes(sheet, dimension.id, period));
  const column = columnOf(sheet, 'scores', dimension.id, period);
  if (column) {
    const given = column.value.slice();
    applyAdjustments(sheet, dimension.id, period, given);
    passOver(sheet, dimension, period, members, { column, printed: printScores(given, decimals) }, board);
  }
  return { ...board, gaps: gapsOf(mean, members) };
}

/** Statuses by unit of what is to come of a dimension of which nothing is out in a period; null where nothing is held back. */
export function heldBackOf(sheet: Worksheet, dimension: DimensionConfig, period: number): Uint8Array | null {
  const given = heldBack(sheet, 'scores', dimension.id, period);
  const measured = dimension.indicators.flatMap((id) => heldBack(sheet, 'observations', id, period) ?? []);
  const [first, ...others] = given ? [given, ...measured] : measured;
  return first ? first.map((code, unit) => others.reduce((held, one) => held || (one[unit] as number), code)) : null;
}

/** Whether a dimension scores growth, and none of its indicators with figures has any of the year before, or is growth already. */
export function lacksBase(sheet: Worksheet, dimension: DimensionConfig, period: number): boolean {
  if (dimension.scoring.method !== 'yoy' || isGiven(sheet, dimension, period)) return false;
  const before = yearBefore(sheet, period);
  const has = (indicator: string, at: number): boolean => at >= 0 && columnOf(sheet, 'observations', indicator, at) !== null;
  return indicatorsOf(sheet, dimension, period).every(({ id, basis }) => !has(id, period) || (basis !== 'yoy' && !has(id, before)));
}

/** Indicators of a dimension that are valid on the period's last day. */
export function indicatorsOf(sheet: Worksheet, dimension: DimensionConfig, period: number): readonly Indicator[] {
  const { end } = sheet.periods[period] as Period;
  return dimension.indicators.flatMap((id) => {
    const indicator = sheet.indicators.get(id);
    return indicator && isInForce({ from: indicator.validFrom, to: indicator.validTo }, end) ? [indicator] : [];
  });
}

const NO_VETOES: ReadonlyMap<number, Adjustment> = new Map();

/** A board of an indicator's raw values, in its own direction. */
export function valueBoard(sheet: Worksheet, indicator: Indicator, column: Column, vetoes = NO_VETOES): Board {
  const decimals = valueDecimals(sheet.programme.config, indicator);
  const target = indicator.direction === 'target' ? (unit: number) => targetOf(column, unit, indicator) : () => null;
  const key = column.value.map((value, unit) => valueKey(value, indicator.direction, target(unit), decimals));
  for (const unit of vetoes.keys()) key[unit] = Number.NaN;
  const score = new Float64Array(column.value.length).fill(Number.NaN);
  return { by: 'value', score, value: column.value, status: column.status, key, vetoes, ...(column.carried && { carried: column.carried }) };
}

/** A board of scores as they are printed, the highest first. The keys are whole numbers of the last decimal. */
export function scoreBoard(
  { score: exact, status, carried }: Scores,
  decimals: number,
  values: Column | null,
  vetoes: ReadonlyMap<number, Adjustment>,
): Board {
  const score = printScores(exact, decimals);
  const power = 10 ** decimals;
  const key = new Float64Array(score.length);
  for (let unit = 0; unit < score.length; unit++) key[unit] = -Math.round((score[unit] as number) * power);
  for (const unit of vetoes.keys()) key[unit] = Number.NaN;
  return { by: 'score', score, value: values?.value ?? null, status, key, vetoes, ...(carried && { carried }) };
}

/** Scores as they are printed. */
export function printScores(scores: Float64Array, decimals: number): Float64Array {
  const printed = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) printed[i] = roundTo(scores[i] as number, decimals);
  return printed;
}

/** Bonuses and deductions on a dimension's own score, in place. */
function applyAdjustments(sheet: Worksheet, dimension: string, period: number, score: Float64Array): void {
  for (const [unit, adjustments] of adjustedUnits(sheet, period)) {
    score[unit] = adjust(score[unit] as number, sumAdjustments(adjustments, dimension));
  }
}

/** Points can be added to a score only: on a dimension that is ranked by its indicator's values they would do nothing. */
function reportPointless(sheet: Worksheet, { id, name }: DimensionConfig, period: number): void {
  const key = `adjustment-without-score|${id}|${period}`;
  if (sheet.reported.has(key)) return;
  sheet.reported.add(key);
  const { names, problems } = sheet;
  for (const adjustments of adjustedUnits(sheet, period).values()) {
    for (const { dimension, status, kind, unit, place } of adjustments) {
      if (dimension !== id || status === 'cancelled' || kind === 'veto') continue;
      problems.error('adjustment-without-score', place, {
        unit: names.unit(unit),
        dimension: names.of(name),
        period: (sheet.periods[period] as Period).id,
      });
    }
  }
}

/** Confirmed vetoes on a dimension (null = the total) in a period, by unit. */
export function findVetoes(sheet: Worksheet, dimension: string | null, period: number): ReadonlyMap<number, Adjustment> {
  const vetoes = new Map<number, Adjustment>();
  for (const [unit, adjustments] of adjustedUnits(sheet, period)) {
    const { veto } = sumAdjustments(adjustments, dimension);
    if (veto) vetoes.set(unit, veto);
  }
  return vetoes.size === 0 ? NO_VETOES : vetoes;
}

/** Units with adjustments in a period. */
export function adjustedUnits(sheet: Worksheet, period: number): ReadonlyMap<number, readonly Adjustment[]> {
  return sheet.adjustments[period] ?? NOT_ADJUSTED;
}

const NOT_ADJUSTED: ReadonlyMap<number, readonly Adjustment[]> = new Map();
