/** The sparkline: a small history in the row of a leaderboard. Where the page says the same elsewhere, it is hidden from screen readers. */
import { type Html, html, NOTHING, raw } from '../html.ts';
import { printLength } from './drawing.ts';
import { linear } from './scale.ts';

const WIDTH = 88;
const HEIGHT = 24;
const EDGE = 4;

interface SparklineOptions {
  readonly reversed?: boolean;
  /** The lowest and the highest value of the scale; without it, those of the values. */
  readonly domain?: readonly [number, number];
  /** Indexes before which the line breaks: what comes after is not comparable with what was before. */
  readonly breaks?: readonly number[];
  /** What is heard in its place, where nothing else says it. */
  readonly label?: string | false;
}

const NO_BREAKS: readonly number[] = [];

/** `values` oldest first, null = a gap; `reversed` for ranks, where less is higher. Nothing for fewer than two figures. */
export function sparkline(
  values: readonly (number | null)[],
  { reversed = false, domain, breaks = NO_BREAKS, label = false }: SparklineOptions = {},
): Html {
  const [low, high] = domain ?? spanOf(values);
  const x = linear(0, values.length - 1, EDGE, WIDTH - EDGE);
  const y = reversed ? linear(low, high, EDGE, HEIGHT - EDGE) : linear(low, high, HEIGHT - EDGE, EDGE);
  let [path, lone, piece] = ['', '', ''];
  let [last, figures, joined] = [-1, 0, 0];
  let [left, top] = ['', ''];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? null;
    if (value === null) continue;
    [left, top] = [printLength(x(at)), printLength(y(value))];
    if (figures > 0 && last === at - 1 && !breaks.includes(at)) {
      piece += `L${left} ${top}`;
      joined++;
    } else {
      if (joined > 0) path += piece;
      else if (figures > 0) lone += `${piece}h0`;
      piece = `M${left} ${top}`;
      joined = 0;
    }
    last = at;
    figures++;
  }
  if (figures < 2) return NOTHING;
  if (joined > 0) path += piece;
  // A leaderboard has one a row: what they all look like stands in the stylesheet. The last figure has its own dot, alone or not.
  const said = label === false ? 'aria-hidden="true"' : html`role="img" aria-label="${label}"`.text;
  return raw(
    `<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" ${said}>${path && `<path d="${path}"/>`}${lone && `<path class="lone" d="${lone}"/>`}<circle cx="${left}" cy="${top}" r="2.5"/></svg>`,
  );
}

/** The lowest and the highest figure. */
function spanOf(values: readonly (number | null)[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? null;
    if (value === null) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
