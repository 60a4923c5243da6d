/**
 * A line spec as it is sent to the browser with its drawing. A page may carry hundreds of points: they go as lists, with no words that the
 * browser can make itself.
 */
import { formatNumber } from '../i18n/format.ts';
import type { ChartPoint, ChartSeries, LineSpec } from './spec.ts';

interface SentSeries extends Omit<ChartSeries, 'points'> {
  readonly y: readonly (number | null)[];
  /** Where the points are; left out when they are at 0, 1, 2 … */
  readonly at?: readonly number[];
  /** What is printed at each point; left out when all are the figures with the chart's decimals. */
  readonly text?: readonly string[];
}

export interface SentSpec extends Omit<LineSpec, 'series'> {
  readonly series: readonly SentSeries[];
}

/** A spec as it is sent. */
export function packSpec(spec: LineSpec): SentSpec {
  return { ...spec, series: spec.series.map((series) => packSeries(series, spec.decimals)) };
}

function packSeries({ points, ...series }: ChartSeries, decimals: number): SentSeries {
  const inOrder = points.every(({ at }, i) => at === i);
  const plain = points.every(({ y, text }) => y !== null && text === formatNumber(y, decimals));
  return {
    ...series,
    y: points.map(({ y }) => y),
    ...(!inOrder && { at: points.map(({ at }) => at) }),
    ...(!plain && { text: points.map(({ text }) => text) }),
  };
}

/** The spec that was sent. */
export function unpackSpec(sent: SentSpec): LineSpec {
  return { ...sent, series: sent.series.map((series) => unpackSeries(series, sent.decimals)) };
}

function unpackSeries({ y, at, text, ...series }: SentSeries, decimals: number): ChartSeries {
  const points = y.map((value, i): ChartPoint => ({ at: at?.[i] ?? i, y: value, text: text?.[i] ?? formatNumber(value ?? 0, decimals) }));
  return { ...series, points };
}
