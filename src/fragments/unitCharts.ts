/** The charts of a unit's page: its place and its figure over time, with awards marked; and its dimensions against the group's range. */
import type { ChartMark, ChartPoint, LineSpec, StripSpec } from '../charts/spec.ts';
import type { HistoryRow, UnitProgramme, UnitSeries, UnitView } from '../views/unit.ts';
import type { UnitDimension } from '../views/unitDimensions.ts';
import { absenceText, figureText, inSentence, periodText, rankOf, statusText, withLabel } from './boardWords.ts';
import { periodAxis } from './periodAxis.ts';
import { dateText, plainNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

/** One series of a unit's page, with its rows. */
export interface UnitLine {
  readonly view: UnitView;
  readonly programme: UnitProgramme;
  readonly series: UnitSeries;
  readonly rows: readonly HistoryRow[];
  /** Periods along the axis, gaps of the cadence included; and the unit's row in each. */
  readonly axis: readonly string[];
  readonly rowAt: readonly (HistoryRow | null)[];
}

export function lineOf(view: UnitView, programme: UnitProgramme, series: UnitSeries, ctx: SheetContext): UnitLine {
  const rows = view.history.slice(series.from, series.to);
  const axis = periodAxis(
    rows.map(({ period }) => period),
    ctx,
  );
  let next = 0;
  const rowAt = axis.map((period) => (rows[next]?.period === period ? (rows[next++] ?? null) : null));
  return { view, programme, series, rows, axis, rowAt };
}

/** What tells a series from those of the same programme over other kinds of periods, or windows of other lengths; null where there are none. */
export function kindText({ series, programme }: UnitLine, ctx: SheetContext): string | null {
  if (programme.series.every(({ kind, years }) => kind === series.kind && years === series.years)) return null;
  return ctx.t(`unit.over.${series.kind}`, { n: series.years ?? '' });
}

function nameOf(line: UnitLine, ctx: SheetContext): string {
  const name = plainNamed(line.programme.programme_name, ctx);
  const kind = kindText(line, ctx);
  return kind === null ? name : `${name}${ctx.t('programme.inBrackets', { text: inSentence(kind) })}`;
}

export function sourceText(asOf: string, ctx: SheetContext): string {
  return ctx.t('unit.source', { publisher: ctx.plain(ctx.config.publisher.name), date: dateText(asOf, ctx) });
}

/** The place over time. The axis points down: 1 is at the top. */
export function rankChart(line: UnitLine, ctx: SheetContext): LineSpec {
  const most = line.rows.reduce((max, { of }) => Math.max(max, of), 1);
  return lineSpec(line, ctx, {
    title: ctx.t('unit.rankChart', { programme: nameOf(line, ctx) }),
    yName: ctx.t('board.rank'),
    scale: 'rank',
    yMin: 1,
    yMax: most,
    decimals: 0,
    numberOf: (row) => row.rank,
    textOf: (row) => (row.rank === null ? absenceText(row, ctx) : rankOf(row.rank, row.tied, row.of, ctx)),
    // Out of how many, the axis says.
    endOf: (row) => row.rank !== null && ctx.t(row.tied ? 'board.rankTied' : 'board.place', { n: row.rank }),
    median: false,
  });
}

/** The score (or value) over time, with the group's median. */
export function scoreChart(line: UnitLine, ctx: SheetContext): LineSpec {
  const { by, decimals } = line.series;
  const name = ctx.t(by === 'value' ? 'board.value' : 'board.score');
  return lineSpec(line, ctx, {
    title: ctx.t('unit.scoreChart', { programme: nameOf(line, ctx), measure: inSentence(name) }),
    yName: name,
    scale: 'value',
    yMin: null,
    yMax: null,
    decimals,
    numberOf: (row) => row[by],
    textOf: (row) => (row[by] === null ? statusText(row.status, ctx) : figureText(row[by], decimals)),
    median: true,
  });
}

interface LineShape extends Pick<LineSpec, 'title' | 'yName' | 'scale' | 'yMin' | 'yMax' | 'decimals'> {
  numberOf(row: HistoryRow): number | null;
  textOf(row: HistoryRow): string;
  /** What stands at the end of the line instead of its text. */
  endOf?(row: HistoryRow): string | false;
  readonly median: boolean;
}

function lineSpec(line: UnitLine, ctx: SheetContext, { numberOf, textOf, endOf, median, ...shape }: LineShape): LineSpec {
  const { view, programme, series, axis, rowAt } = line;
  const none = ctx.t('unit.noFigure');
  const points = rowAt.map((row, at): ChartPoint => (row ? { at, y: numberOf(row), text: textOf(row) } : { at, y: null, text: none }));
  const breaks = series.breaks.map((period) => axis.indexOf(period)).filter((at) => at > 0);
  const newest = rowAt.findLast((row) => row !== null && numberOf(row) !== null);
  const endText = newest && endOf?.(newest);
  const own = { id: view.unit, name: plainNamed(view, ctx), role: 'main' as const, points, breaks, ...(endText && { endText }) };
  return {
    kind: 'line',
    ...shape,
    x: axis.map((period) => periodText(period, programme, ctx)),
    series: median ? [own, medianSeries(line, breaks, ctx)] : [own],
    marks: marksOn(line, axis, points, ctx),
    source: sourceText(view.as_of, ctx),
    breakText: breaks.length > 0 ? ctx.t('unit.break') : null,
  };
}

function medianSeries({ series, rowAt }: UnitLine, breaks: readonly number[], ctx: SheetContext): LineSpec['series'][number] {
  let next = 0;
  const points = rowAt.map((row, at): ChartPoint => {
    const y = row ? (series.medians[next++] ?? null) : null;
    return { at, y, text: y === null ? '' : figureText(y, series.decimals) };
  });
  return { id: 'median', name: ctx.t('unit.median'), role: 'context', points, breaks };
}

/** Awards of the programme's own scope, on the period that they belong to. */
function marksOn({ view, programme }: UnitLine, axis: readonly string[], points: readonly ChartPoint[], ctx: SheetContext): ChartMark[] {
  return view.awards.flatMap((award): ChartMark[] => {
    if (award.programme !== programme.programme || award.dimension !== null || award.result_period === null || award.state === 'revoked') return [];
    const at = axis.indexOf(award.result_period);
    const face = programme.instruments.find(({ instrument }) => instrument === award.instrument);
    return at < 0 || !face ? [] : [{ at, y: points[at]?.y ?? null, text: plainNamed(face, ctx), tone: award.tone }];
  });
}

/** Past this many rows a strip is a wall, and the table says it better. */
const MOST_STRIPS = 20;

/** null where fewer than two dimensions have a spread, or too many. */
export function dimensionStrip(programme: UnitProgramme, asOf: string, ctx: SheetContext): StripSpec | null {
  const rows = programme.dimensions.flatMap((dimension) => stripRow(dimension, ctx) ?? []);
  if (rows.length < 2 || rows.length > MOST_STRIPS) return null;
  const { dimensions_period: period } = programme;
  const name = plainNamed(programme.programme_name, ctx);
  const title =
    period === null
      ? ctx.t('unit.strip', { programme: name })
      : ctx.t('unit.stripIn', { programme: name, period: periodText(period, programme, ctx) });
  return { kind: 'strip', title, source: sourceText(asOf, ctx), rows };
}

function stripRow(dimension: UnitDimension, ctx: SheetContext): StripSpec['rows'][number] | null {
  const { spread, decimals, reversed } = dimension;
  if (!spread) return null;
  const value = dimension[dimension.by];
  const text =
    value === null
      ? statusText(dimension.status, ctx)
      : withLabel(figureText(value, decimals), dimension.by === 'value' ? dimension.unit_label : null, ctx);
  return {
    name: plainNamed(dimension.title, ctx),
    min: spread.min,
    max: spread.max,
    median: spread.median,
    values: spread.values,
    value,
    text,
    reversed,
  };
}
