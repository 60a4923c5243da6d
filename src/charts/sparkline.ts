/** The sparkline: a small history in the row of a leaderboard. It adds nothing that the page does not say, and is hidden from screen readers. */
import { type Html, NOTHING, raw } from '../html.ts';
import { round } from './drawing.ts';
import { linear } from './scale.ts';

const WIDTH = 88;
const HEIGHT = 24;
const EDGE = 4;

export interface SparklineOptions {
  readonly reversed?: boolean;
  /** The lowest and the highest value of the scale; without it, those of the values. */
  readonly domain?: readonly [number, number];
  /** Indexes before which the line breaks: what comes after is not comparable with what was before. */
  readonly breaks?: readonly number[];
}

const NO_BREAKS: readonly number[] = [];

/** `values` oldest first, null = a gap; `reversed` for ranks, where less is higher. Nothing for fewer than two figures. */
export function sparkline(values: readonly (number | null)[], { reversed = false, domain, breaks = NO_BREAKS }: SparklineOptions = {}): Html {
  const there = values.filter((value) => value !== null);
  if (there.length < 2) return NOTHING;
  const [low, high] = domain ?? [Math.min(...there), Math.max(...there)];
  const x = linear(0, values.length - 1, EDGE, WIDTH - EDGE);
  const y = reversed ? linear(low, high, EDGE, HEIGHT - EDGE) : linear(low, high, HEIGHT - EDGE, EDGE);
  let path = '';
  let joined = false;
  let end = '';
  for (const [at, value] of values.entries()) {
    if (value !== null) {
      const [left, top] = [round(x(at)), round(y(value))];
      // A line of no length shows a figure that stands alone.
      path += joined && !breaks.includes(at) ? `L${left} ${top}` : `M${left} ${top}h0`;
      end = `<circle cx="${left}" cy="${top}" r="2.5"/>`;
    }
    joined = value !== null;
  }
  // A leaderboard has one a row: what they all look like stands in the stylesheet.
  return raw(`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path d="${path}"/>${end}</svg>`);
}
