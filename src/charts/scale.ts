/** Scales and ticks. */
import type { LineSpec } from './spec.ts';

/** A step of 1, 2 or 5 times a power of ten that cuts `span` into about `count` parts. */
function niceStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  if (ratio >= 7.07) return power * 10;
  if (ratio >= 3.16) return power * 5;
  return ratio >= 1.41 ? power * 2 : power;
}

/** Decimals that a step needs to be printed. */
function stepDecimals(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

export interface Ticks {
  readonly at: readonly number[];
  readonly decimals: number;
}

/** About so many parts of an axis of values. */
const PARTS = 4;

/** What differs by less is alike: there are no more digits to print a tick with. */
const DUST = 1e-12;

/** Round ticks that enclose [min, max]. */
export function valueTicks(min: number, max: number): Ticks {
  const flat = max - min <= DUST * Math.max(Math.abs(min), Math.abs(max), 1);
  const low = flat ? min - Math.max(Math.abs(min) * 0.05, 1) : min;
  const high = flat ? max + Math.max(Math.abs(max) * 0.05, 1) : max;
  const step = niceStep(high - low, PARTS);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const decimals = stepDecimals(step);
  const at = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(decimals)));
  return { at, decimals };
}

/** The least part of an axis between two places: a figure on a phone takes a little less. */
const APART = 0.1;

/** Places: the first, the last, and round ones between them that crowd neither. */
export function rankTicks(last: number): Ticks {
  if (last <= 6) return { at: Array.from({ length: Math.max(last, 1) }, (_, i) => i + 1), decimals: 0 };
  const step = Math.max(2, niceStep(last, 5));
  const room = Math.max(step * 0.6, (last - 1) * APART);
  const at = [1];
  for (let place = step; place <= last - room; place += step) if (place - 1 >= room) at.push(place);
  return { at: [...at, last], decimals: 0 };
}

/** Without any figure there is nothing to measure. */
const NO_TICKS: Ticks = { at: [], decimals: 0 };

/** The ticks of a chart’s axis: of its places, or of its values within the bounds that it asks for. */
export function ticksOf({ series, scale, yMin, yMax }: LineSpec): Ticks {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { points } of series) {
    for (const { y } of points) {
      if (y === null) continue;
      if (y < low) low = y;
      if (y > high) high = y;
    }
  }
  if (low > high && scale === 'value') return NO_TICKS;
  if (scale === 'rank') return rankTicks(Math.max(yMax ?? 1, high));
  return valueTicks(Math.min(yMin ?? low, low), Math.max(yMax ?? high, high));
}

/** A straight scale from a domain to a range. */
export function linear(from: number, to: number, low: number, high: number): (value: number) => number {
  const factor = to === from ? 0 : (high - low) / (to - from);
  const middle = to === from ? (high - low) / 2 : 0;
  return (value) => low + middle + (value - from) * factor;
}

export type Span = readonly [from: number, to: number];

/**
 * Which of the spans along an axis, given in order, have room beside each other: the last and the first, which say from when to when it goes,
 * then those between them from the last one backwards. Indexes in order.
 */
export function spansApart(spans: readonly Span[], gap: number): number[] {
  const last = spans.length - 1;
  const [first, end] = [spans[0], spans[last]];
  if (!first || !end) return [];
  if (last === 0 || first[1] + gap > end[0]) return [last];
  const kept = [last];
  let free = end[0] - gap;
  for (let at = last - 1; at > 0; at--) {
    const [from, to] = spans[at] as Span;
    if (to > free || from - gap < first[1]) continue;
    kept.push(at);
    free = from - gap;
  }
  return [0, ...kept.reverse()];
}

/**
 * Which of the spans of even places have room beside each other at equal steps from the last one backwards; steps are of `least` places or
 * more, and lead to the first place where such a step is near. Indexes in order.
 */
export function spansEvenly(spans: readonly Span[], gap: number, least = 1): number[] {
  const last = spans.length - 1;
  const fits = (step: number): boolean => {
    const kept = stepsBack(last, step).map((at) => spans[at] as Span);
    return kept.every(([from], i) => i === 0 || (kept[i - 1] as Span)[1] + gap <= from);
  };
  for (let step = Math.max(1, Math.min(least, last)); step <= last; step++) {
    if (!fits(step)) continue;
    const near = Array.from({ length: step }, (_, i) => step + i).find((one) => last % one === 0 && fits(one));
    return stepsBack(last, near ?? step);
  }
  return last < 0 ? [] : [last];
}

/** `last`, and every `step`th place before it, in order. */
function stepsBack(last: number, step: number): number[] {
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => last - i * step).reverse();
}
