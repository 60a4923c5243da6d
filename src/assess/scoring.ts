/**
 * Scoring (计分): an indicator's figures become scores by the method that its dimension names (REFERENCE.md, Scoring). Higher scores are always
 * better, whatever the indicator's direction.
 */
import type { Direction, ScoringRule } from '../model/config.ts';
import type { Period } from '../model/period.ts';
import type { Indicator, Unit } from '../model/portal.ts';
import { roundTo, tidy } from '../rounding.ts';
import { valueDecimals } from './decimals.ts';
import { rankKeys } from './places.ts';
import type { Gaps } from './results.ts';
import { type Carried, type Column, columnOf, NONE, NOT_APPLICABLE, type Worksheet, yearBefore } from './worksheet.ts';

/** Scores of one thing in one period, by unit; NaN where there is none, and then `status` says why. */
export interface Scores {
  readonly score: Float64Array;
  readonly status: Uint8Array;
  /** Units whose score is of an earlier figure, wholly or partly; absent where none is. */
  readonly carried?: ReadonlyMap<number, Carried>;
  /** Units whose score is not made of all its parts as they are; absent where none is. */
  readonly gaps?: ReadonlyMap<number, Gaps>;
}

/** Methods whose score depends on who else is in the group. */
const RELATIVE: ReadonlySet<ScoringRule['method']> = new Set(['rank_points', 'minmax', 'yoy']);

/** Whether a score depends on who else is in the group. */
export function isRelative(rule: ScoringRule): boolean {
  return RELATIVE.has(rule.method);
}

/**
 * Keys by which an indicator's values rank, the smallest first: the value itself, its negative, or its distance from the target.
 * Values are rounded to the printed `decimals` first; null = as they are.
 */
export function valueKey(value: number, direction: Direction, target: number | null, decimals: number | null): number {
  const printed = decimals === null ? value : roundTo(value, decimals);
  if (direction === 'lower') return printed;
  if (direction === 'higher') return -printed;
  return target === null ? Number.NaN : tidy(Math.abs(printed - target));
}

/** The target of a figure: its own, else its indicator's. */
export function targetOf(column: Column, unit: number, indicator: Indicator): number | null {
  return column.noteAt(unit)?.target ?? indicator.target;
}

/** The scores of one indicator among `members`; null when no unit has a row in the period. */
export function scoreIndicator(sheet: Worksheet, indicator: Indicator, rule: ScoringRule, period: number, members: Int32Array): Scores | null {
  const column = columnOf(sheet, 'observations', indicator.id, period);
  if (!column) return null;
  const task: ScoringTask = { sheet, indicator, rule, period, members, column };
  const score = new Float64Array(column.value.length).fill(Number.NaN);
  const status = column.status.slice();
  SCORERS[rule.method](task, score, status);
  if (rule.cap !== null || rule.floor !== null) for (const unit of members) score[unit] = clamp(score[unit] as number, rule);
  return { score, status, ...(column.carried && { carried: column.carried }) };
}

interface ScoringTask {
  readonly sheet: Worksheet;
  readonly indicator: Indicator;
  readonly rule: ScoringRule;
  readonly period: number;
  readonly members: Int32Array;
  readonly column: Column;
}

/** Fills `score` for members that have a value, and may change `status` where a value gives no score. */
type Scorer = (task: ScoringTask, score: Float64Array, status: Uint8Array) => void;

const SCORERS: Readonly<Record<ScoringRule['method'], Scorer>> = {
  given: each((_, value) => value),
  ratio: each(ratioScore),
  completion: each(completionScore),
  bands: each(bandScore),
  deduct: each(({ rule }, value) => rule.start - rule.per * value),
  points: each(({ rule }, value) => rule.start + rule.per * value),
  rank_points: scoreByPlace,
  minmax: (task, score) => scoreBySpread(task, keysOf(task, task.column.value), score),
  yoy: scoreByGrowth,
};

/** A scorer that looks at one unit at a time. */
function each(scoreOf: (task: ScoringTask, value: number, unit: number) => number): Scorer {
  return (task, score, status) => {
    for (const unit of task.members) {
      const value = task.column.value[unit] as number;
      if (Number.isNaN(value)) continue;
      score[unit] = scoreOf(task, value, unit);
      if (Number.isNaN(score[unit])) status[unit] = NONE;
    }
  };
}

function clamp(score: number, { cap, floor }: ScoringRule): number {
  const low = floor === null ? score : Math.max(score, floor);
  return cap === null ? low : Math.min(low, cap);
}

/** Percent of the target reached: value ÷ target, target ÷ value where lower is better, 100 less the distance where the target is to be hit. */
function ratioOf(value: number, target: number, direction: Direction): number {
  if (direction === 'higher') return (value / target) * 100;
  if (direction === 'lower') return value > 0 ? (target / value) * 100 : Number.POSITIVE_INFINITY;
  return (1 - Math.abs(value - target) / target) * 100;
}

function ratioScore(task: ScoringTask, value: number, unit: number): number {
  const target = positiveTarget(task, unit, targetOf(task.column, unit, task.indicator));
  if (target === null) return Number.NaN;
  const ratio = clamp(ratioOf(value, target, task.indicator.direction), task.rule);
  if (Number.isFinite(ratio)) return ratio;
  fault(task, 'score-ratio-zero', unit, { value });
  return Number.NaN;
}

/** Percent done of what was planned by now, else of the target; a value without either is a percentage already. */
function completionScore(task: ScoringTask, value: number, unit: number): number {
  const planned = task.column.noteAt(unit)?.planned ?? null;
  const target = targetOf(task.column, unit, task.indicator);
  const whole = planned ?? target;
  if (whole === null) return value;
  const done = whole > 0 ? clamp((value / whole) * 100, task.rule) : Number.NaN;
  if (Number.isFinite(done)) return done;
  if (planned === null) reportTarget(task, unit, target);
  else fault(task, 'score-planned', unit, { planned }, 'planned');
  return Number.NaN;
}

/** A target that can be divided by; anything else is reported. */
function positiveTarget(task: ScoringTask, unit: number, target: number | null): number | null {
  if (target !== null && target > 0) return target;
  reportTarget(task, unit, target);
  return null;
}

/** Reports a target that cannot be divided by, an indicator's own once. */
function reportTarget(task: ScoringTask, unit: number, target: number | null): void {
  if (task.column.noteAt(unit)?.target != null) fault(task, 'score-target', unit, { target: target ?? 0 }, 'target');
  else faultOnce(task, target === null ? 'score-target-missing' : 'score-target-indicator', { target: target ?? '' });
}

/** By the value as it is printed, so that a reader finds the same band. */
function bandScore(task: ScoringTask, exact: number, unit: number): number {
  const decimals = valueDecimals(task.sheet.programme.config, task.indicator);
  const value = decimals === null ? exact : roundTo(exact, decimals);
  const band = task.rule.bands.find(({ gte, lt }) => (gte === null || value >= gte) && (lt === null || value < lt));
  if (band) return band.score;
  fault(task, 'score-band', unit, { value });
  return Number.NaN;
}

/** Keys of the members by direction, the smallest best. */
function keysOf({ sheet, column, indicator, members }: ScoringTask, values: Float64Array): Float64Array {
  const keys = new Float64Array(members.length);
  const decimals = valueDecimals(sheet.programme.config, indicator);
  for (let i = 0; i < members.length; i++) {
    const unit = members[i] as number;
    keys[i] = valueKey(values[unit] as number, indicator.direction, targetOf(column, unit, indicator), decimals);
  }
  return keys;
}

function scoreByPlace(task: ScoringTask, score: Float64Array): void {
  const { points } = task.rule;
  const places = rankKeys(keysOf(task, task.column.value));
  task.members.forEach((unit, i) => {
    const place = places[i] as number;
    if (place > 0) score[unit] = points[Math.min(place, points.length) - 1] ?? Number.NaN;
  });
}

/** From the worst of the group (`from`) to the best (`to`); all get `to` when all are alike. */
function scoreBySpread({ rule, members }: ScoringTask, keys: Float64Array, score: Float64Array): void {
  let best = Number.POSITIVE_INFINITY;
  let worst = Number.NEGATIVE_INFINITY;
  for (const key of keys) {
    if (key < best) best = key;
    if (key > worst) worst = key;
  }
  const spread = worst - best;
  // Growth that is alike may differ by the dust of binary fractions. Rounded it must not be: a score that is exactly half would no longer be.
  const isAlike = tidy(spread) === 0;
  members.forEach((unit, i) => {
    const key = keys[i] as number;
    if (!Number.isNaN(key)) score[unit] = isAlike ? rule.to : rule.from + ((worst - key) / spread) * (rule.to - rule.from);
  });
}

/** Growth since the same period one year before, from the slowest to the fastest of the group; not applicable where there is none to grow from. */
function scoreByGrowth(task: ScoringTask, score: Float64Array, status: Uint8Array): void {
  const { sheet, indicator, members, column } = task;
  const before = yearBefore(sheet, task.period);
  const base = before < 0 ? null : columnOf(sheet, 'observations', indicator.id, before);
  const given = indicator.basis === 'yoy';
  const keys = new Float64Array(members.length).fill(Number.NaN);
  for (let i = 0; i < members.length; i++) {
    const unit = members[i] as number;
    const value = column.value[unit] as number;
    const old = base ? (base.value[unit] as number) : Number.NaN;
    const growth = given ? value : old === 0 ? Number.NaN : (value - old) / Math.abs(old);
    keys[i] = valueKey(growth, indicator.direction, targetOf(column, unit, indicator), null);
    if (Number.isNaN(keys[i]) && !Number.isNaN(value)) status[unit] = NOT_APPLICABLE;
  }
  scoreBySpread(task, keys, score);
}

function fault(task: ScoringTask, code: string, unit: number, params: Readonly<Record<string, number>>, cell?: 'target' | 'planned'): void {
  const { sheet, indicator, period, column } = task;
  const note = column.noteAt(unit);
  const place = (cell && note?.at?.[cell]) ?? column.placeAt(unit) ?? indicator.place;
  const key = `${code}|${indicator.id}|${unit}|${period}`;
  if (sheet.reported.has(key)) return;
  sheet.reported.add(key);
  const { names } = sheet;
  const of = { indicator: names.of(indicator.name), unit: names.of((sheet.units[unit] as Unit).name), period: (sheet.periods[period] as Period).id };
  sheet.problems.error(code, place, { ...of, ...params });
}

function faultOnce({ sheet, indicator }: ScoringTask, code: string, params: Readonly<Record<string, string | number>>): void {
  const key = `${code}|${indicator.id}`;
  if (sheet.reported.has(key)) return;
  sheet.reported.add(key);
  sheet.problems.error(code, indicator.place, { indicator: sheet.names.of(indicator.name), ...params });
}
