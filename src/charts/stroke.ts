/** The line of a series: its colour is its place among the others, and its dash tells it apart without colour. */
import { type Html, raw } from '../html.ts';
import { DASHES } from './drawing.ts';
import type { ChartSeries } from './spec.ts';

const STROKES: Readonly<Record<ChartSeries['role'], string>> = {
  main: 'stroke-width="2.5"',
  compare: 'stroke-width="1.75"',
  context: 'stroke-width="1.5" stroke-dasharray="4 3"',
};

/** One of many lines that nobody needs to follow. */
const FAINT = 'stroke-width="1" stroke-opacity=".6"';

/** The classes of what is drawn of a series, the `index`th of its chart. */
export function styleOf({ role }: ChartSeries, index: number): string {
  return `series-${index + 1} is-${role}`;
}

export function drawPath(path: string, series: ChartSeries, index: number, isFaint: boolean): string {
  const dashes = series.role === 'compare' ? DASHES[index % DASHES.length] : undefined;
  const dash = dashes?.length ? ` stroke-dasharray="${dashes.join(' ')}"` : '';
  return `<path class="series ${styleOf(series, index)}" d="${path}" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" ${isFaint ? FAINT : STROKES[series.role]}${dash}/>`;
}

/** A piece of a series' line, for the key of a chart whose lines bear no names. */
export function lineSample(series: ChartSeries, index: number): Html {
  return raw(`<svg class="chart-svg line-sample" viewBox="0 0 36 8" aria-hidden="true">${drawPath('M2 4H34', series, index, false)}</svg>`);
}
