/** A line spec as Chart.js draws it: the same dashes, breaks, ticks and marks as the still drawing. */
import type { ChartConfiguration, ChartDataset, Plugin, Scale, ScriptableLineSegmentContext, TooltipItem } from 'chart.js';
import { DASHES, FONT, ROOM, textWidth } from '../charts/drawing.ts';
import { markShape } from '../charts/marks.ts';
import { type Span, spansApart, spansEvenly, ticksOf } from '../charts/scale.ts';
import type { ChartSeries, LineSpec } from '../charts/spec.ts';
import { formatNumber } from '../i18n/format.ts';
import type { Paint } from './chartPaint.ts';

type LineData = ChartDataset<'line', (number | null)[]>;

const MARKERS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'] as const;
const WIDTHS: Readonly<Record<ChartSeries['role'], number>> = { main: 2.5, compare: 2, context: 1 };

/** Labels are words of periods, or places along an axis of dates. */
type LiveConfig = ChartConfiguration<'line', (number | null)[], string | number>;

/** The configuration by which Chart.js draws a line spec. */
export function chartConfig(spec: LineSpec, paint: Paint): LiveConfig {
  const ticks = ticksOf(spec);
  const font = { family: paint.font, size: 13 };
  const axis = { border: { color: paint.line }, grid: { color: paint.line }, ticks: { color: paint.soft, font } };
  return {
    type: 'line',
    data: { labels: [...(spec.xAt ?? spec.x)], datasets: spec.series.map((series, i) => dataset(series, i, spec, paint)) },
    options: {
      // Nothing moves: a line that grows says nothing, and disturbs some readers.
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      // Marks may stand above the plot, and above them the words beside a break.
      layout: { padding: { top: spec.breakText === null ? 24 : 44, right: 12 } },
      scales: {
        x: spec.xAt
          ? { ...dateScale(spec.x, spec.xAt, axis.ticks), border: axis.border, grid: { display: false } }
          : { ...axis, ...periodScale(spec.x, axis.ticks), grid: { display: false } },
        y: {
          ...axis,
          reverse: spec.scale === 'rank',
          min: ticks.at[0] ?? 0,
          max: ticks.at.at(-1) ?? 1,
          title: { display: true, text: spec.yName, color: paint.soft, font },
          ticks: { ...axis.ticks, callback: (value) => formatNumber(Number(value), ticks.decimals) },
          afterBuildTicks: (scale) => {
            scale.ticks = ticks.at.map((value) => ({ value }));
          },
        },
      },
      plugins: { tooltip: tooltip(spec, paint) },
    },
    plugins: [marksPlugin(spec, paint), breaksPlugin(spec, paint)],
  };
}

interface TickLook {
  readonly color: string;
  readonly font: { readonly family: string; readonly size: number };
}

/** Names of periods stand level, at equal steps from the newest backwards: those between have no room. */
function periodScale(x: readonly string[], ticks: TickLook) {
  return {
    ticks: { ...ticks, autoSkip: false, maxRotation: 0 },
    afterBuildTicks: (scale: Scale) => {
      const gap = scale.maxWidth / Math.max(x.length - 1, 1);
      const spans = x.map((text, at): Span => {
        const half = (textWidth(text) / ROOM / FONT) * ticks.font.size * 0.5;
        return [at * gap - half, at * gap + half];
      });
      const shown = new Set(spansEvenly(spans, ticks.font.size / 2));
      scale.ticks = x.flatMap((_, value) => (shown.has(value) ? [{ value }] : []));
    },
  };
}

/** Dates stand where their days do. Of their labels those are shown that have room, the first and the last among them. */
function dateScale(x: readonly string[], xAt: readonly number[], ticks: TickLook) {
  const { size } = ticks.font;
  const [first, last] = [xAt[0] ?? 0, xAt.at(-1) ?? 0];
  return {
    type: 'linear' as const,
    min: first,
    max: Math.max(last, first + 1),
    ticks: { ...ticks, autoSkip: false, maxRotation: 0, callback: (value: number | string) => x[xAt.indexOf(Number(value))] ?? '' },
    afterBuildTicks: (scale: Scale) => {
      const places = xAt.map((at) => ((at - first) / Math.max(last - first, 1)) * scale.maxWidth);
      const half = Math.max(0, ...x.map((text) => text.length)) * size * 0.3;
      const shown = spansApart(
        places.map((at) => [at - half, at + half]),
        size / 2,
      );
      scale.ticks = shown.map((at) => ({ value: xAt[at] as number }));
    },
  };
}

function dataset(series: ChartSeries, index: number, spec: LineSpec, paint: Paint): LineData {
  const color = series.role === 'context' ? paint.context : (paint.series[index % paint.series.length] as string);
  const values: (number | null)[] = Array.from(spec.x, () => null);
  for (const { at, y } of series.points) values[at] = y;
  const broken = new Set(series.breaks);
  return {
    label: series.name,
    data: values,
    borderColor: color,
    backgroundColor: color,
    hoverBackgroundColor: color,
    hoverBorderColor: paint.ink,
    borderWidth: WIDTHS[series.role],
    borderDash: series.role === 'compare' ? [...(DASHES[index % DASHES.length] ?? [])] : [],
    borderCapStyle: 'round',
    pointStyle: MARKERS[index % MARKERS.length] as (typeof MARKERS)[number],
    pointRadius: series.role === 'context' ? 0 : 4,
    pointHoverRadius: series.role === 'context' ? 3 : 7,
    pointHitRadius: 12,
    pointBorderWidth: 1.5,
    order: series.role === 'main' ? 0 : series.role === 'compare' ? 1 : 2,
    spanGaps: false,
    clip: 8,
    segment: { borderColor: ({ p1DataIndex }: ScriptableLineSegmentContext) => (broken.has(p1DataIndex) ? 'transparent' : undefined) },
  };
}

function tooltip(spec: LineSpec, paint: Paint) {
  const few = spec.series.length <= 8;
  return {
    backgroundColor: paint.paper,
    borderColor: paint.soft,
    borderWidth: 1,
    titleColor: paint.ink,
    bodyColor: paint.ink,
    footerColor: paint.ink,
    titleFont: { family: paint.font, size: 14 },
    bodyFont: { family: paint.font, size: 14 },
    footerFont: { family: paint.font, size: 13 },
    padding: 10,
    usePointStyle: true,
    filter: ({ datasetIndex }: TooltipItem<'line'>) => few || spec.series[datasetIndex]?.role !== 'context',
    callbacks: {
      title: (items: TooltipItem<'line'>[]) => spec.x[items[0]?.dataIndex ?? -1] ?? '',
      label: ({ datasetIndex, dataIndex, dataset: { label } }: TooltipItem<'line'>) => ` ${label}  ${findText(spec, datasetIndex, dataIndex)}`,
      footer: (items: TooltipItem<'line'>[]) => marksAt(spec, items[0]?.dataIndex ?? -1),
    },
  };
}

/** What is printed at a point of a series: a figure, or the reason why there is none; '' where it has no point. */
export function findText({ series }: LineSpec, index: number, at: number): string {
  return series[index]?.points.find((point) => point.at === at)?.text ?? '';
}

/** The words of the marks at a place of x. */
export function marksAt({ marks }: LineSpec, at: number): string[] {
  return marks.filter((mark) => mark.at === at).map(({ text }) => text);
}

/** The shapes of the still drawing, one above another where several stand at one point. */
function marksPlugin({ series, marks, xAt }: LineSpec, paint: Paint): Plugin<'line'> {
  const main = series.findIndex(({ role }) => role === 'main');
  return {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const stacked = new Map<number, number>();
      ctx.save();
      ctx.strokeStyle = paint.paper;
      ctx.lineWidth = 1.5;
      for (const { at, tone } of marks) {
        const level = stacked.get(at) ?? 0;
        stacked.set(at, level + 1);
        const point = chart.getDatasetMeta(Math.max(main, 0)).data[at];
        const y = point && !Number.isNaN(point.y) ? point.y : chartArea.bottom;
        const shape = new Path2D(markShape(scales.x?.getPixelForValue(xAt?.[at] ?? at) ?? 0, Math.max(y - level * 15, chartArea.top - 16), 7, tone));
        ctx.fillStyle = paint.tone[tone];
        ctx.fill(shape);
        ctx.stroke(shape);
      }
      ctx.restore();
    },
  };
}

/** A dashed rule where the lines break though there are figures, with the reason. */
function breaksPlugin({ series, breakText, xAt }: LineSpec, paint: Paint): Plugin<'line'> {
  const breaks = [...new Set(series.filter(({ role }) => role !== 'context').flatMap((one) => one.breaks))].filter((at) => at > 0);
  return {
    id: 'breaks',
    beforeDatasetsDraw({ ctx, chartArea: { top, bottom, right }, scales }) {
      const x = scales.x;
      if (!x || breaks.length === 0) return;
      ctx.save();
      ctx.strokeStyle = paint.soft;
      ctx.fillStyle = paint.soft;
      ctx.font = `12px ${paint.font}`;
      ctx.setLineDash([3, 4]);
      const text = breakText ?? '';
      const width = ctx.measureText(text).width;
      let taken = 0;
      for (const at of breaks) {
        const middle = (x.getPixelForValue(xAt?.[at - 1] ?? at - 1) + x.getPixelForValue(xAt?.[at] ?? at)) / 2;
        ctx.beginPath();
        ctx.moveTo(middle, top - 40);
        ctx.lineTo(middle, bottom);
        ctx.stroke();
        const start = middle + 6 + width < right ? middle + 6 : Math.max(0, middle - 6 - width);
        // A second one so near says nothing new.
        if (start < taken) continue;
        ctx.fillText(text, start, top - 30);
        taken = start + width + 6;
      }
      ctx.restore();
    },
  };
}
