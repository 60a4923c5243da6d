/** The total (总分): of a unit's dimensions, weighted and adjusted, or as the office gives it. */
import type { DimensionConfig, GroupConfig } from '../model/config.ts';
import { isInForce } from '../model/days.ts';
import { holdsIn } from '../model/members.ts';
import type { Period } from '../model/period.ts';
import { FIGURE_STATUSES, type FigureStatus, type Unit } from '../model/portal.ts';
import { TOTAL } from '../model/total.ts';
import { roundTo } from '../rounding.ts';
import { adjust, sumAdjustments } from './adjusting.ts';
import { scoreDecimals } from './decimals.ts';
import { adjustedUnits, type Board, findVetoes, heldBackOf, printScores, scoreBoard, soleIndicator } from './dimension.ts';
import { reportTooHigh } from './highestTotal.ts';
import { fillMean, gapsOf, type Mean, makeMean, type Part, statusIn, weightsOf } from './mean.ts';
import type { TotalNote, Weighing } from './results.ts';
import { type Column, columnOf, heldBack, NONE, NOT_SUBMITTED, type Worksheet } from './worksheet.ts';

export interface TotalBoard extends Board {
  readonly period: number;
  /** The dimensions that count for a unit, with the weights that hold for it. */
  readonly partsOf: (unit: number) => readonly Part[];
  readonly coverage: Float64Array;
  readonly counted: Float64Array;
  /** Before adjustments, at printed precision. */
  readonly base: Float64Array;
}

/** The dimensions that count for a group's total in a period. */
export function countingDimensions(sheet: Worksheet, group: GroupConfig | null, period: number): readonly DimensionConfig[] {
  const { end } = sheet.periods[period] as Period;
  return sheet.programme.config.dimensions.filter(
    (dimension) => isInForce(dimension, end) && (!group?.dimensions || group.dimensions.includes(dimension.id)),
  );
}

/**
 * The total's board in a period; null where there is nothing to total. Printed dimension scores are what is weighted, so that a reader
 * can recount it. A total that the `scores` table gives stands as it is: adjustments are shown beside it, and only a veto acts.
 */
export function totalBoard(
  sheet: Worksheet,
  group: GroupConfig | null,
  dimensions: readonly DimensionConfig[],
  boards: readonly (Board | null)[],
  period: number,
  members: Int32Array,
): TotalBoard | null {
  const out = columnOf(sheet, 'scores', TOTAL, period);
  if (!out && boards.every((board) => board?.by !== 'score')) return null;
  const given = out ?? totalsToCome(sheet, period);
  const setOf = weightSetsOf(sheet, group, period);
  const held = dimensions.map((dimension, i) => (boards[i] ? null : heldBackOf(sheet, dimension, period)));
  const isGivenAlone = boards.every((board, i) => board === null && held[i] === null);
  const weighings = isGivenAlone ? new Map([[null, []]]) : weigh(sheet, dimensions, boards, held, setOf);
  if (!given) reportUnscored(sheet, boards, weighings, period);
  const mean = makeMean(sheet.units.length);
  if (isGivenAlone) for (const share of [mean.coverage, mean.counted]) share.fill(1);
  for (const [set, parts] of isGivenAlone ? [] : weighings) {
    const units = setOf.size === 0 ? members : members.filter((unit) => (setOf.get(unit) ?? null) === set);
    fillMean(mean, parts, units, sheet.programme.config.ranking);
  }
  const score = mean.score.slice();
  for (const [unit, adjustments] of adjustedUnits(sheet, period)) score[unit] = adjust(score[unit] as number, sumAdjustments(adjustments, null));
  const decimals = scoreDecimals(sheet.programme.config, null);
  const partsOf = (unit: number): readonly Part[] => weighings.get(setOf.get(unit) ?? null) ?? [];
  if (given) {
    const told = reportDifferences(sheet, given, { period, members, decimals, mean, score, partsOf });
    const others = [...members].filter((unit) => !told.has(unit) && !given.carried?.has(unit));
    reportTooHigh(sheet, { given, period, members: others, decimals, dimensions, adjusted: adjustedUnits(sheet, period) });
    takeGiven(given, members, mean, score);
  }
  const printed = scoreBoard({ ...mean, score }, decimals, null, findVetoes(sheet, null, period));
  return {
    ...printed,
    gaps: gapsOf(mean, members),
    ...(!isGivenAlone && { weighing: { sets: weightsBySet(weighings), setOf } }),
    period,
    partsOf,
    coverage: mean.coverage,
    counted: mean.counted,
    base: printScores(mean.score, decimals),
  };
}

/** The dimensions with their weights, by weight set; null = the dimensions' own weights. `held`: what is to come of those without a board. */
function weigh(
  sheet: Worksheet,
  dimensions: readonly DimensionConfig[],
  boards: readonly (Board | null)[],
  held: readonly (Uint8Array | null)[],
  setOf: ReadonlyMap<number, string>,
): ReadonlyMap<string | null, readonly Part[]> {
  const own = weightsOf(dimensions.map(({ weight }) => weight));
  const scores = boards.map((board) => (board?.by === 'score' ? board : null));
  const partsBy = (weights: readonly number[]) =>
    dimensions.map(({ id }, i) => ({ id, weight: weights[i] as number, scores: scores[i] ?? null, held: held[i] ?? null }));
  const weighings = new Map<string | null, readonly Part[]>([[null, partsBy(own)]]);
  for (const set of new Set(setOf.values())) {
    const weights = sheet.programme.config.weightSets[set];
    weighings.set(set, partsBy(weights ? dimensions.map(({ id }) => weights[id] ?? 0) : own));
  }
  return weighings;
}

/** The weights alone: what is kept of the parts, whose scores the dimensions' own rankings have. */
function weightsBySet(weighings: ReadonlyMap<string | null, readonly Part[]>): Weighing['sets'] {
  return new Map([...weighings].map(([set, parts]) => [set, parts.map(({ id, weight }) => ({ dimension: id, weight }))]));
}

/** A dimension that has values and no scores can add nothing to a total: with a weight it would leave every unit without one. */
function reportUnscored(
  sheet: Worksheet,
  boards: readonly (Board | null)[],
  weighings: ReadonlyMap<string | null, readonly Part[]>,
  period: number,
): void {
  const { dimensions, place } = sheet.programme.config;
  for (const [i, { id, weight }] of [...weighings.values()].flatMap((parts) => [...parts.entries()])) {
    const key = `dimension-without-score|${id}`;
    if (boards[i]?.by !== 'value' || weight === 0 || sheet.reported.has(key)) continue;
    sheet.reported.add(key);
    const dimension = dimensions.find((one) => one.id === id) as DimensionConfig;
    const params = { dimension: sheet.names.of(dimension.name), period: (sheet.periods[period] as Period).id };
    sheet.problems.error('dimension-without-score', soleIndicator(sheet, dimension)?.place ?? place, params);
  }
}

/**
 * The weight sets that memberships name, by unit, on the period's last day. A unit that is weighted in one way in one group and in another in
 * another has none in the table across groups: there the dimensions' own weights hold for it.
 */
function weightSetsOf(sheet: Worksheet, group: GroupConfig | null, period: number): ReadonlyMap<number, string> {
  const named = new Map<number, Set<string | null>>();
  for (const membership of sheet.programme.memberships) {
    const { group: of, unit, weightSet } = membership;
    if ((group && of !== group.id) || !holdsIn(membership, sheet.periods[period] as Period)) continue;
    const at = sheet.unitAt.get(unit) as number;
    named.set(at, (named.get(at) ?? new Set()).add(weightSet));
  }
  const sets = new Map<number, string>();
  for (const [unit, [set = null, ...others]] of named) if (set !== null && others.length === 0) sets.set(unit, set);
  return sets;
}

/** Totals that the office gives and that are not out yet, though scores are: none is worked out in their place. null where nothing is held back. */
function totalsToCome(sheet: Worksheet, period: number): Column | null {
  const status = heldBack(sheet, 'scores', TOTAL, period);
  return status && { value: new Float64Array(status.length).fill(Number.NaN), status, noteAt: () => undefined, placeAt: () => undefined };
}

/** Puts the totals that were given in the place of those worked out. */
function takeGiven(given: Column, members: Int32Array, mean: Mean, score: Float64Array): void {
  for (const unit of members) {
    if (given.status[unit] === NONE) continue;
    mean.score[unit] = score[unit] = given.value[unit] as number;
    mean.status[unit] = given.status[unit] as number;
    mean.coverage[unit] = mean.counted[unit] = 1;
    const carried = given.carried?.get(unit);
    if (carried) mean.carried.set(unit, carried);
    else mean.carried.delete(unit);
    mean.zeroed.delete(unit);
    mean.partial.delete(unit);
  }
}

interface Worked {
  readonly period: number;
  readonly members: Int32Array;
  readonly decimals: number;
  /** Before adjustments, and after. */
  readonly mean: Mean;
  readonly score: Float64Array;
  readonly partsOf: TotalBoard['partsOf'];
}

/**
 * Warns where recorded totals are not what the dimensions come to, once a group and period, and gives the units. Only where the office says how the dimensions
 * weigh and all of them are there can a total be held against them; it may have been recorded before the adjustments or after.
 */
function reportDifferences(sheet: Worksheet, given: Column, worked: Worked): ReadonlySet<number> {
  const { config } = sheet.programme;
  const { period, members, decimals, mean, score, partsOf } = worked;
  reportLacking(sheet, given, worked);
  if (config.dimensions.every(({ weight }) => weight === null)) return new Set();
  const print = (value: number | undefined): number => roundTo(value ?? Number.NaN, decimals);
  const differing = [...members].filter((unit) => {
    const parts = partsOf(unit);
    const total = print(given.value[unit]);
    if (Number.isNaN(total) || parts.length === 0 || !parts.every((part) => part.weight === 0 || hasScore(part, unit))) return false;
    return total !== print(mean.score[unit]) && total !== print(score[unit]);
  });
  const [first] = differing;
  if (first === undefined) return new Set();
  const params = { unit: sheet.names.of((sheet.units[first] as Unit).name), period: (sheet.periods[period] as Period).id, n: differing.length };
  const totals = { recorded: print(given.value[first]), computed: print(score[first]) };
  sheet.problems.warning('total-differs', given.placeAt(first) ?? config.place, { ...params, ...totals });
  return new Set(differing);
}

/**
 * Warns of totals that are said not to have been submitted though all their dimensions have scores: a column of totals was left blank. Where nothing
 * may be missing they are told as faults.
 */
function reportLacking(sheet: Worksheet, given: Column, { period, members, mean, partsOf }: Worked): void {
  const { dimensions, ranking } = sheet.programme.config;
  // Totals beside dimensions without weights are made by a rule of the office's own.
  const isOwn = dimensions.every(({ weight }) => weight === null) && members.some((unit) => !Number.isNaN(given.value[unit]));
  if (ranking.missing === 'block' || isOwn) return;
  const lacking = [...members].filter((unit) => {
    const parts = partsOf(unit);
    if (given.status[unit] !== NOT_SUBMITTED || Number.isNaN(mean.score[unit])) return false;
    return parts.length > 0 && parts.every((part) => part.weight === 0 || hasScore(part, unit));
  });
  const [first] = lacking;
  if (first === undefined) return;
  const params = { unit: sheet.names.of((sheet.units[first] as Unit).name), period: (sheet.periods[period] as Period).id, n: lacking.length };
  sheet.problems.warning('total-lacking', given.placeAt(first) ?? sheet.programme.config.place, params);
}

/** What must be said beside a unit's total; null when it is simply the mean of all its dimensions. */
export function noteTotal(sheet: Worksheet, board: TotalBoard, unit: number): TotalNote | null {
  const adjustments = adjustedUnits(sheet, board.period).get(unit);
  const coverage = board.coverage[unit] as number;
  if (!adjustments && coverage >= 1 && !isPartMissing(board, unit)) return null;
  const { bonus, deduction, preDeduction, cap, veto } = sumAdjustments(adjustments ?? [], null);
  const base = board.base[unit] as number;
  return {
    unit: (sheet.units[unit] as Unit).id,
    period: sheet.periods[board.period] as Period,
    coverage,
    counted: board.counted[unit] as number,
    missing: missingParts(board, unit),
    bonus,
    deduction,
    preDeduction,
    cap,
    vetoed: veto !== null,
    base: Number.isNaN(base) ? null : base,
  };
}

function isPartMissing(board: TotalBoard, unit: number): boolean {
  return board.partsOf(unit).some((part) => part.weight > 0 && !hasScore(part, unit));
}

function missingParts(board: TotalBoard, unit: number): TotalNote['missing'] {
  const missing = board.partsOf(unit).filter((part) => part.weight > 0 && !hasScore(part, unit));
  return missing.map((part) => ({ dimension: part.id, status: FIGURE_STATUSES[statusIn(part, unit) || NOT_SUBMITTED] as FigureStatus }));
}

function hasScore({ scores }: Part, unit: number): boolean {
  return scores !== null && !Number.isNaN(scores.score[unit]);
}
