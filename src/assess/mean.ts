/**
 * The weighted mean (加权) of several scores, with what the programme does about missing ones. It makes a dimension of its indicators
 * and a total of its dimensions, by the same rule.
 */
import type { RankingConfig } from '../model/config.ts';
import { FIGURE_STATUSES, type FigureStatus } from '../model/portal.ts';
import type { Gaps, PartialPart, ZeroedPart } from './results.ts';
import type { Scores } from './scoring.ts';
import { type Carried, EXEMPT, isOutstanding, NONE, NOT_APPLICABLE, NOT_SUBMITTED, statusCode } from './worksheet.ts';

export interface Part {
  readonly id: string;
  readonly weight: number;
  /** null where nobody has a row in the period. */
  readonly scores: Scores | null;
  /** Where nobody has one: the statuses of figures that are to come. */
  readonly held: Uint8Array | null;
}

export interface Mean extends Scores {
  /** Share that was there, 0–1, of the weights that nothing excuses. */
  readonly coverage: Float64Array;
  /** Share of all weights that it is made of, 0–1. */
  readonly counted: Float64Array;
  readonly carried: Map<number, Carried>;
  /** By unit that has a score: parts that count as zero in it, or of which parts do. */
  readonly zeroed: Map<number, readonly ZeroedPart[]>;
  /** By unit that has a score: parts that are made of a part of their weights. */
  readonly partial: Map<number, readonly PartialPart[]>;
}

/** Statuses that a mean takes over from its parts, the gravest first: of figures that are there, and of missing ones. */
const CAUTION = orderStatuses('under_review', 'provisional', 'estimated', 'late', 'revised', 'final');
const GRAVITY = orderStatuses('not_submitted', 'late', 'not_published', 'under_review', 'suppressed', 'exempt', 'not_applicable');

function orderStatuses(...names: Parameters<typeof statusCode>[0][]): Uint8Array {
  const order = new Uint8Array(16);
  names.forEach((name, i) => {
    order[statusCode(name)] = names.length - i;
  });
  return order;
}

/** Rounding errors in a sum of weights must not cost a unit its coverage. */
const SLACK = 1e-9;

/** Relative weights of parts: those given, or all alike when none is. */
export function weightsOf(given: readonly (number | null)[]): readonly number[] {
  return given.every((weight) => weight === null) ? given.map(() => 1) : given.map((weight) => weight ?? 0);
}

/** The mean for each of `members`. A part that nobody has a row for counts as missing for all. */
export function weightedMean(parts: readonly Part[], members: Int32Array, size: number, rule: RankingConfig): Mean {
  const mean = makeMean(size);
  fillMean(mean, parts, members, rule);
  return mean;
}

/** A mean of nothing, for `size` units. */
export function makeMean(size: number): Mean {
  const [coverage, counted] = [new Float64Array(size), new Float64Array(size)];
  const score = new Float64Array(size).fill(Number.NaN);
  return { score, status: new Uint8Array(size), coverage, counted, carried: new Map(), zeroed: new Map(), partial: new Map() };
}

/** Works out the mean for some members. Parts without weight are left out: they are shown, and do not count. */
export function fillMean(mean: Mean, parts: readonly Part[], members: Int32Array | readonly number[], rule: RankingConfig): void {
  const counted = parts.filter(({ weight }) => weight > 0);
  for (const unit of members) meanOf(mean, counted, unit, rule);
  if (!counted.some(({ scores }) => scores?.carried)) return;
  for (const unit of members) {
    const carried = carriedIn(counted, unit);
    if (carried) mean.carried.set(unit, carried);
  }
}

/** Of which parts a score is not made, though it stands: by unit, only where there is something to say. */
export function gapsOf({ score, counted, zeroed, partial }: Mean, members: Int32Array): ReadonlyMap<number, Gaps> {
  const gaps = new Map<number, Gaps>();
  for (const unit of members) {
    const [share, zeros, shares] = [counted[unit] as number, zeroed.get(unit) ?? [], partial.get(unit) ?? []];
    const isWhole = share >= 1 - SLACK && zeros.length === 0 && shares.length === 0;
    if (!Number.isNaN(score[unit]) && !isWhole) gaps.set(unit, { counted: share, zeroed: zeros, partial: shares });
  }
  return gaps;
}

/** What a unit's mean has of earlier figures; null where nothing. */
function carriedIn(parts: readonly Part[], unit: number): Carried | null {
  const there = parts.filter(({ scores }) => scores !== null && !Number.isNaN(scores.score[unit]));
  const carried = there.flatMap(({ scores }) => scores?.carried?.get(unit) ?? []);
  const [first] = carried;
  if (!first) return null;
  const partly = carried.length < there.length || carried.some((one) => one.partly || one.from !== first.from);
  return { from: Math.min(...carried.map(({ from }) => from)), partly };
}

/** Why a unit has no score in a part, or what is to be said of the one that it has: a code; `NONE` for nothing. */
export function statusIn({ scores, held }: Part, unit: number): number {
  return (scores?.status ?? held)?.[unit] ?? NONE;
}

function meanOf({ score, status, coverage, counted, zeroed, partial }: Mean, parts: readonly Part[], unit: number, rule: RankingConfig): void {
  let sum = 0;
  let there = 0;
  let all = 0;
  let excused = 0;
  let caution = NONE;
  let gravity = NONE;
  let excuse = NONE;
  let zero = NONE;
  let anything = rule.missing === 'zero';
  const zeros: ZeroedPart[] = [];
  const shares: PartialPart[] = [];
  for (const part of parts) {
    const { scores, weight } = part;
    const own = scores ? (scores.score[unit] as number) : Number.NaN;
    const code = statusIn(part, unit);
    if (code !== NONE) anything = true;
    if (!Number.isNaN(own)) {
      sum += own * weight;
      there += weight;
      all += weight;
      caution = first(CAUTION, code, caution);
      const within = scores?.gaps?.get(unit);
      const lacking = within?.zeroed[0];
      if (lacking) {
        zero = first(GRAVITY, statusCode(lacking.status), zero);
        zeros.push({ part: part.id, status: lacking.status, partly: true });
      }
      if (within && within.counted < 1 - SLACK) shares.push({ part: part.id, counted: within.counted });
    } else if (leavesOut(rule, code)) {
      excuse = first(GRAVITY, code, excuse);
      excused += weight;
    } else {
      // Without a row nothing came, either.
      const why = code === NONE ? NOT_SUBMITTED : code;
      if (rule.missing === 'zero' && isOutstanding(code)) {
        zero = first(GRAVITY, why, zero);
        zeros.push({ part: part.id, status: FIGURE_STATUSES[why] as FigureStatus });
        there += weight;
      } else gravity = first(GRAVITY, why, gravity);
      all += weight;
    }
  }
  coverage[unit] = all === 0 ? 0 : there / all;
  counted[unit] = there === 0 ? 0 : there / (all + excused);
  const stands = anything && there > 0 && (coverage[unit] as number) + SLACK >= rule.minCoverage;
  score[unit] = stands ? sum / there : Number.NaN;
  if (stands && zeros.length > 0) zeroed.set(unit, zeros);
  if (stands && shares.length > 0) partial.set(unit, shares);
  // What counts as zero is never why a unit has no score; said so, it would count as zero again in the total.
  const causes = stands ? [caution, zero, gravity, excuse] : [gravity, excuse];
  if (anything) status[unit] = causes.find((cause) => cause !== NONE) ?? NONE;
}

/** Of two statuses the one that comes first in the order; one that is not in it comes last. */
function first(order: Uint8Array, one: number, other: number): number {
  return (order[one] as number) > (order[other] as number) ? one : other;
}

function leavesOut(rule: RankingConfig, code: number): boolean {
  return rule.missing === 'reweight_not_applicable' && (code === NOT_APPLICABLE || code === EXEMPT);
}
