/** The line chart: scores or ranks over time. Lines break at gaps and where the method changed; rank 1 is at the top. */
import { formatNumber } from '../i18n/format.ts';
import { LATIN, type Punctuation } from '../i18n/languages.ts';
import {
  type Anchor,
  DASHED,
  type Drawing,
  drawGroup,
  drawLines,
  drawText,
  drawTitle,
  FONT,
  fitText,
  GRID,
  printLength,
  ROOM,
  SOFT,
  textWidth,
} from './drawing.ts';
import { drawMark } from './marks.ts';
import { linear, type Span, spansApart, spansEvenly, type Ticks, ticksOf } from './scale.ts';
import type { ChartSeries, LineSpec } from './spec.ts';
import { drawPath, styleOf } from './stroke.ts';

const WIDTH = 520;
/** The least; a line for each name at the right is kept free. */
const HEIGHT = 280;
const TOP = 40;
const BOTTOM = 36;
const LABEL_GAP = 24;

/** Where things stand in the picture. */
interface Plot {
  readonly spec: LineSpec;
  readonly punctuation: Punctuation;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: Ticks;
  readonly x: (at: number) => number;
  /** `x` of each label, as printed: every series needs them again. */
  readonly xText: readonly string[];
  readonly y: (value: number) => number;
}

/** The drawing of lines. */
export function lineDrawing(spec: LineSpec, punctuation: Punctuation = LATIN): Drawing {
  const plot = makePlot(spec, punctuation);
  const body =
    drawGrid(plot) +
    drawDates(plot) +
    drawBreaks(plot) +
    spec.series
      .map((series, i) => ({ series, i }))
      .sort((a, b) => DEPTH[a.series.role] - DEPTH[b.series.role])
      .map(({ series, i }) => drawSeries(plot, series, i))
      .join('') +
    drawGaps(plot) +
    drawMarks(plot) +
    drawLabels(plot);
  return {
    kind: spec.scale === 'rank' ? 'line chart-rank' : 'line',
    width: WIDTH,
    height: plot.bottom + BOTTOM,
    title: spec.title,
    description: describe(spec, punctuation),
    body,
  };
}

const DEPTH: Readonly<Record<ChartSeries['role'], number>> = { context: 0, compare: 1, main: 2 };

function makePlot(spec: LineSpec, punctuation: Punctuation): Plot {
  const ticks = ticksOf(spec);
  const [low, high] = [ticks.at[0] ?? 0, ticks.at.at(-1) ?? 1];
  const left = Math.max(0, ...ticks.at.map((tick) => textWidth(formatNumber(tick, ticks.decimals)))) + 12;
  const labels = labelledSeries(spec).map(({ text }) => textWidth(text));
  const right = WIDTH - Math.min(Math.max(20, ...labels.map((width) => width + 14)), labelRoom(spec) + 20);
  // Names of ranks stand at the ends of their lines when every place has room for one.
  const lines = spec.scale === 'rank' && labels.length > 4 ? high : labels.length;
  const [top, bottom] = [TOP, Math.max(HEIGHT - BOTTOM, TOP + lines * LABEL_GAP)];
  const inset = Math.min(18, (right - left) / (2 * Math.max(spec.x.length, 1)));
  const y = spec.scale === 'rank' ? linear(low, high, top + 8, bottom - 10) : linear(low, high, bottom, top);
  const places = spec.xAt ?? spec.x.map((_, at) => at);
  const along = linear(places[0] ?? 0, places.at(-1) ?? 0, left + inset, right - inset);
  const x = (at: number): number => along(places[at] ?? 0);
  return { spec, punctuation, left, right, top, bottom, ticks, x, xText: spec.x.map((_, at) => printLength(x(at))), y };
}

function drawGrid({ spec, ticks, left, right, top, y }: Plot): string {
  const grid = drawLines(
    ticks.at.map((tick) => [left, y(tick), right, y(tick)]),
    'grid',
    GRID,
  );
  const labels = ticks.at.map((tick) => drawText(left - 8, y(tick) + FONT * 0.35, formatNumber(tick, ticks.decimals), 'end'));
  return grid + drawGroup('ticks', SOFT, drawText(0, top - 22, spec.yName, 'start', 'axis-name') + labels.join(''));
}

/** A label along x: where it is set, and what it takes as drawn and in the largest letters of a narrow screen. */
interface DateLabel {
  readonly text: string;
  readonly at: number;
  readonly anchor: Anchor;
  readonly span: Span;
  readonly narrowSpan: Span;
}

/** In the middle below its point; one at an edge grows inwards where letters are larger. */
function placeDate(text: string, x: number): DateLabel {
  const width = textWidth(text);
  const half = width / ROOM / 2;
  const middle = Math.min(Math.max(x, half), WIDTH - half);
  const span: Span = [middle - half, middle + half];
  if (middle < width / 2) return { text, at: span[0], anchor: 'start', span, narrowSpan: [span[0], span[0] + width] };
  if (middle > WIDTH - width / 2) return { text, at: span[1], anchor: 'end', span, narrowSpan: [span[1] - width, span[1]] };
  return { text, at: middle, anchor: 'middle', span, narrowSpan: [middle - width / 2, middle + width / 2] };
}

/**
 * Labels along x, as many as have room: periods at equal steps from the newest backwards, dates from the first to the last. Where the screen
 * is narrow letters are larger, and some go.
 */
function drawDates({ spec, x, bottom }: Plot): string {
  const all = spec.x.map((text, at) => placeDate(text, x(at)));
  const widest = Math.max(0, ...spec.x.map(textWidth));
  const own = all.map(({ span }) => span);
  const shown = spec.xAt ? spansApart(own, FONT / 2) : spansEvenly(own, FONT / 2, leastStep(spec, widest / ROOM));
  const larger = shown.map((at) => (all[at] as DateLabel).narrowSpan);
  const step = (shown[1] ?? 1) - (shown[0] ?? 0);
  const narrow = spec.xAt ? spansApart(larger, FONT / 2) : spansEvenly(larger, FONT / 2, Math.ceil(leastStep(spec, widest) / step));
  const labels = shown.map((at, i) => {
    const { at: place, text, anchor } = all[at] as DateLabel;
    return drawText(place, bottom + 26, text, anchor, narrow.includes(i) ? '' : 'is-minor');
  });
  return drawGroup('ticks', SOFT, labels.join(''));
}

/** What periods take at least in any chart of one unit: two that stand side by side name the same ones, whatever figures stand beside them. */
const PLAIN_WIDTH = 330;

function leastStep({ x }: LineSpec, widest: number): number {
  return Math.max(1, Math.ceil((widest + FONT / 2) / (PLAIN_WIDTH / Math.max(x.length - 1, 1))));
}

/** A rule where lines break, with the reason in the row of the axis's name: right of the rule, or left of it where there is more room. */
function drawBreaks({ spec, x, top, bottom }: Plot): string {
  const breaks = new Set(spec.series.filter(({ role }) => role !== 'context').flatMap((series) => series.breaks));
  const middles = [...breaks]
    .filter((at) => at > 0)
    .sort((a, b) => a - b)
    .map((at) => (x(at - 1) + x(at)) / 2);
  const rules = drawLines(
    middles.map((middle) => [middle, top - 32, middle, bottom]),
    'break',
    DASHED,
  );
  const { breakText } = spec;
  if (breakText === null) return rules;
  // A screen so narrow that letters are larger has these words below the drawing.
  const width = textWidth(breakText) / ROOM;
  let taken = textWidth(spec.yName) / ROOM + 6;
  let labels = '';
  for (const middle of middles) {
    const [before, after] = [middle - 6 - taken, WIDTH - middle - 6];
    const isAfter = width <= after || after >= before;
    const text = fitText(breakText, (isAfter ? after : before) * ROOM);
    // A second one so near says nothing new.
    const shown = textWidth(text) / ROOM;
    if (middle < taken || shown < width / 2) continue;
    labels += drawText(isAfter ? middle + 6 : middle - 6, top - 22, text, isAfter ? 'start' : 'end');
    taken = isAfter ? middle + 6 + shown : middle;
  }
  return rules + drawGroup('break-text', SOFT, labels);
}

function drawSeries(plot: Plot, series: ChartSeries, index: number): string {
  const path = linePath(plot, series);
  const line = path && drawPath(path, series, index, series.role === 'context' && isCrowd(plot.spec));
  return series.role === 'context' ? line : line + drawGroup(`dots ${styleOf(series, index)}`, '', drawDots(plot, series));
}

/** The path of a series: lifted at each gap and before each break. */
function linePath({ xText, y }: Plot, { points, breaks }: ChartSeries): string {
  let path = '';
  let previous = -2;
  for (const { at, y: value } of points) {
    if (value === null) continue;
    const joined = previous === at - 1 && !breaks.includes(at);
    path += `${joined ? 'L' : 'M'}${xText[at]} ${printLength(y(value))}`;
    previous = at;
  }
  return path;
}

function drawDots({ spec, punctuation: { colon }, xText, y }: Plot, { points, role, name }: ChartSeries): string {
  const r = role === 'main' ? 3.5 : 2.5;
  const own = role === 'main' ? '' : `${name} · `;
  let out = '';
  for (const { at, y: value, text } of points) {
    if (value === null) continue;
    out += `<circle cx="${xText[at]}" cy="${printLength(y(value))}" r="${r}">${drawTitle(own + spec.x[at] + colon + text)}</circle>`;
  }
  return out;
}

/** A hollow mark on the baseline for each gap of the main series, with its reason. */
function drawGaps({ spec, punctuation: { colon }, x, bottom }: Plot): string {
  let out = '';
  for (const { role, points } of spec.series) {
    if (role !== 'main') continue;
    for (const { at, y, text } of points) {
      if (y === null) out += `<circle cx="${printLength(x(at))}" cy="${bottom}" r="4">${drawTitle(spec.x[at] + colon + text)}</circle>`;
    }
  }
  return drawGroup('gaps', 'fill="none" stroke="currentColor" stroke-opacity=".6" stroke-width="1.5"', out);
}

/** Marks on the line; several at one place stand above one another. */
function drawMarks({ spec, punctuation: { colon }, x, y, top, bottom }: Plot): string {
  const main = spec.series.find(({ role }) => role === 'main');
  const stacked = new Map<number, number>();
  let out = '';
  for (const { at, y: value, text, tone } of spec.marks) {
    const level = stacked.get(at) ?? 0;
    stacked.set(at, level + 1);
    const height = value ?? main?.points.find((point) => point.at === at)?.y ?? null;
    const base = height === null ? bottom : y(height);
    const up = base - level * 15 > top - 4;
    out += drawMark(x(at), up ? base - level * 15 : base + level * 15, 6, tone, spec.x[at] + colon + text);
  }
  return drawGroup('chart-marks', '', out);
}

/** Places of many, none of which is the chart's own: who is who matters more than the lines. */
function isBump({ scale, series }: LineSpec): boolean {
  return scale === 'rank' && series.length > 4 && series.every(({ role }) => role !== 'main');
}

/** More lines behind the others than can be told apart. */
function isCrowd({ series }: LineSpec): boolean {
  return series.filter(({ role }) => role === 'context').length > 2;
}

/** The most that a name at the end of a line takes. */
function labelRoom(spec: LineSpec): number {
  return WIDTH * (isBump(spec) ? 0.5 : 0.45);
}

interface EndLabel {
  readonly series: ChartSeries;
  readonly index: number;
  /** Whether it is the last figure, which stands beside its point, or the name, which stands in the margin. */
  readonly figure: boolean;
  readonly text: string;
}

/**
 * Lines that are named at their end: all but a crowd of context, and of places without a main line all, since each ends at another. One that
 * stands alone, or before context only, shows its last figure.
 */
function labelledSeries(spec: LineSpec): readonly EndLabel[] {
  const { series } = spec;
  const crowd = isCrowd(spec) && !isBump(spec);
  const alone = series.filter(({ role }) => role !== 'context').length <= 1;
  return series.flatMap((one, index) => {
    const last = one.points.findLast(({ y }) => y !== null);
    if (!last || (one.role === 'context' && crowd)) return [];
    const figure = series.length === 1 || (one.role === 'main' && (alone || crowd));
    const own = one.endText ?? last.text;
    return [{ series: one, index, figure, text: fitText(figure ? (one.isNamed ? `${one.name} ${own}` : own) : one.name, labelRoom(spec)) }];
  });
}

/** Labels at the ends of the lines, kept apart. */
function drawLabels({ spec, x, y, right, top, bottom }: Plot): string {
  const ends = labelledSeries(spec).map((label) => {
    const last = label.series.points.findLast((point) => point.y !== null);
    return { ...label, from: x(last?.at ?? 0), to: y(last?.y ?? 0) };
  });
  ends.sort((a, b) => a.to - b.to);
  let lowest = Number.NEGATIVE_INFINITY;
  const heights = ends.map(({ to }) => {
    lowest = Math.max(to, lowest + LABEL_GAP, top);
    return lowest;
  });
  const excess = Math.max(0, lowest - bottom);
  const labels = ends.map(({ series, index, figure, text, from }, i) => {
    const height = (heights[i] as number) - excess + FONT * 0.35;
    return drawText((figure ? from : Math.max(from, right - 18)) + 10, height, text, 'start', `series-${index + 1} is-${series.role}`);
  });
  return drawGroup('labels', 'font-weight="600"', labels.join(''));
}

/** `Score: 2022-Q1 81.20 → 2023-Q4 87.50`; where no line is the main one, of each with its name. */
function describe({ yName, series, x }: LineSpec, { colon, semicolon }: Punctuation): string {
  const main = series.find(({ role }) => role === 'main') ?? (series.length === 1 ? series[0] : undefined);
  const texts = (main ? [main] : series).flatMap(({ name, points }) => {
    const there = points.filter(({ y }) => y !== null);
    const [first, last] = [there[0], there.at(-1)];
    if (!first || !last) return [];
    const newest = `${x[last.at]} ${last.text}`;
    return (main ? '' : `${name} `) + (first === last ? newest : `${x[first.at]} ${first.text} → ${newest}`);
  });
  return texts.length === 0 ? yName : yName + colon + texts.join(semicolon);
}
