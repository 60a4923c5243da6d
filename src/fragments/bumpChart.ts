/** The bump chart of a board: the places of a group's members over the last periods. */
import type { ChartPoint, ChartSeries, LineSpec } from '../charts/spec.ts';
import type { BoardTable } from '../views/boardTable.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import { periodText } from './boardWords.ts';
import { plainNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { sourceText } from './unitCharts.ts';

const FEWEST_UNITS = 3;
/** Past this many lines nobody can follow one. */
const MOST_UNITS = 16;
const FEWEST_PERIODS = 3;
/** As many as there are colours; the others stand behind them in grey. */
const COLOURED = 8;

/** The name that has room in a chart: the short one, where there is one in this language. */
function shortName(row: BoardTable['rows'][number], ctx: SheetContext): string {
  const short = row.short_name === undefined ? undefined : ctx.said(row.short_name);
  return short?.lang === ctx.lang ? short.text : plainNamed(row, ctx);
}

/** Whether there is neither too little to follow, nor too much; dimensions have none. */
export function hasBumpChart({ rows, history_periods: periods }: BoardTable, { dimension }: LeaderboardView): boolean {
  return dimension === null && rows.length >= FEWEST_UNITS && rows.length <= MOST_UNITS && periods.length >= FEWEST_PERIODS;
}

/** null where there is none. */
export function bumpChart(table: BoardTable, view: LeaderboardView, ctx: SheetContext): LineSpec | null {
  if (!hasBumpChart(table, view)) return null;
  const { rows, history_periods: periods } = table;
  const { t } = ctx;
  const name = plainNamed(view.dimension_name ?? view.programme_name, ctx);
  const breaksBefore = (broken: readonly string[]): number[] => periods.flatMap((period, at) => (at > 0 && broken.includes(period) ? at : []));
  const breaks = breaksBefore(table.history_breaks);
  const pointOf = (rank: number | null, at: number): ChartPoint => ({
    at,
    y: rank,
    text: rank === null ? t('unit.noFigure') : t('board.place', { n: rank }),
  });
  const ranks = rows.flatMap((row) => row.history.filter((rank) => rank !== null));
  const series = rows.map(
    (row, i): ChartSeries => ({
      id: row.unit,
      name: shortName(row, ctx),
      role: i < COLOURED ? 'compare' : 'context',
      points: row.history.map(pointOf),
      breaks: row.history_breaks ? [...breaks, ...breaksBefore(row.history_breaks)] : breaks,
    }),
  );
  return {
    kind: 'line',
    title: table.group_name ? t('board.bump.group', { name, group: plainNamed(table.group_name, ctx) }) : t('board.bump', { name }),
    yName: t('board.rank'),
    x: periods.map((period) => periodText(period, view, ctx)),
    series,
    marks: [],
    scale: 'rank',
    yMin: 1,
    yMax: Math.max(1, ...ranks),
    decimals: 0,
    source: sourceText(view.as_of, ctx),
    breakText: series.some((one) => one.breaks.length > 0) ? t('unit.break') : null,
  };
}
