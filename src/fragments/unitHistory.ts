/** A unit's figures period by period, the newest first, gaps with their reasons; and its newest result by dimension. */
import { sparkline } from '../charts/sparkline.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { rowAnchor } from '../views/address.ts';
import type { Spread } from '../views/spread.ts';
import type { HistoryRow, UnitProgramme, UnitView } from '../views/unit.ts';
import type { UnitDimension } from '../views/unitDimensions.ts';
import { appealMark } from './appealList.ts';
import {
  absenceText,
  changeCell,
  changeMark,
  dayCount,
  figureText,
  madeMark,
  nameText,
  pastText,
  periodText,
  rankOf,
  statusMark,
  withLabel,
} from './boardWords.ts';
import { instrumentMark, totalText, withoutText } from './leaderboardTable.ts';
import { sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import type { UnitLine } from './unitCharts.ts';
import { hasMultiples, hasPast } from './unitMultiples.ts';

export function historyTable(line: UnitLine, id: string, ctx: SheetContext): Html {
  const { t } = ctx;
  const { axis, rowAt, programme, series } = line;
  const links = pathsOf(programme);
  const awards = Map.groupBy(
    line.view.awards.filter(({ programme: own, dimension, state }) => own === programme.programme && dimension === null && state !== 'revoked'),
    (award) => award.result_period ?? '',
  );
  const shows = awards.size > 0;
  const body = axis.toReversed().map((period, back) => {
    const row = rowAt[axis.length - 1 - back];
    const marks = shows && html`<td class="wide">${awardMarks(awards.get(period) ?? [], programme, ctx)}</td>`;
    return html`<tr><th scope="row">${periodLink(period, links.get(period), line, ctx)}</th>${row ? historyCells(row, line, ctx) : html`<td class="num" colspan="3">${t('unit.noFigure')}</td>`}${marks}</tr>`;
  });
  const caption = html`<caption id="${id}">${t('unit.history')}</caption>`;
  const head = html`<thead><tr><th scope="col">${t('board.period')}</th><th scope="col" class="num">${t(series.by === 'value' ? 'board.value' : 'board.score')}</th><th scope="col" class="num">${t('board.rank')}</th><th scope="col" class="change">${t('board.changeHead')}</th>${shows && html`<th scope="col" class="wide">${t('board.awards')}</th>`}</tr></thead>`;
  return tableScroll(id, html`<table class="board is-dated">${caption}${head}<tbody>${body}</tbody></table>`);
}

const paths = new WeakMap<UnitProgramme['periods'], ReadonlyMap<string, string>>();

/** Where each period's leaderboard stands: the same for all units of a programme. */
function pathsOf({ periods }: UnitProgramme): ReadonlyMap<string, string> {
  let own = paths.get(periods);
  if (!own) {
    own = new Map(periods.map(({ period, path }) => [period, path]));
    paths.set(periods, own);
  }
  return own;
}

function periodLink(period: string, path: string | undefined, { view, programme }: UnitLine, ctx: SheetContext): Html | string {
  const text = periodText(period, programme, ctx);
  return path === undefined ? text : html`<a href="${ctx.href(path)}#${rowAnchor(view.unit)}">${text}</a>`;
}

function historyCells(row: HistoryRow, { series, programme }: UnitLine, ctx: SheetContext): Html {
  const figure = row[series.by];
  const rank = row.rank === null ? html`<small>${absenceText(row, ctx)}</small>` : rankOf(row.rank, row.tied, row.of, ctx);
  // The cell of the place says that there was a veto.
  const words = row.total && figure !== null && totalText({ ...row.total, vetoed: false }, ctx);
  const total = words && html` <small>${words}${withoutText(row, false, ctx)}</small>`;
  return html`<td class="num">${figure === null ? '–' : figureText(figure, series.decimals)}${row.rank !== null && statusMark(row.status, ctx)}${figure !== null && madeMark(row, programme, ctx)}${appealMark(row, ctx)}${total}</td><td class="num">${rank}</td><td class="change">${changeCell(row.change, row.rank !== null && row.period === series.begins, ctx)}</td>`;
}

function awardMarks(awards: UnitView['awards'], { instruments }: UnitProgramme, ctx: SheetContext): Html {
  if (awards.length === 0) return NOTHING;
  const faces = awards.map(({ instrument }) => instruments.find((face) => face.instrument === instrument));
  return html`<ul class="marks">${faces.map((face) => html`<li>${instrumentMark(face, ctx)}</li>`)}</ul>`;
}

export function dimensionTable(programme: UnitProgramme, id: string, ctx: SheetContext): Html {
  const { t } = ctx;
  const { dimensions, dimensions_period: period } = programme;
  const past = !hasMultiples(programme) && dimensions.some(hasPast);
  // What holds of all is said once.
  const statuses = new Set(dimensions.flatMap(({ rank, status }) => (rank === null ? [] : status)));
  const [shared = 'final'] = statuses.size === 1 ? statuses : [];
  const caption = html`<caption id="${id}-table">${period === null ? t('unit.dimensionsLatest') : t('unit.dimensionsIn', { period: periodText(period, programme, ctx), day: dayCount(period) })}${statusMark(shared, ctx)}</caption>`;
  const head = html`<thead><tr><th scope="col">${t('board.dimension')}</th><th scope="col" class="num">${t('unit.figure')}</th><th scope="col" class="num">${t('board.rank')}</th><th scope="col" class="change wide">${t('board.changeHead')}</th><th scope="col" class="num wide">${t('unit.range')}</th>${past && html`<th scope="col" class="wide">${t('board.history')}</th>`}</tr></thead>`;
  const grouped = new Set(dimensions.map(({ group }) => group)).size > 1;
  const rows = dimensions.map((dimension) =>
    dimensionRow(dimension, { programme, dated: period === null, grouped, past, status: statuses.size > 1 }, ctx),
  );
  const key = past && html`<p class="hint wide-only">${t('board.historyKey')}</p>`;
  return html`${tableScroll(`${id}-table`, html`<table class="board">${caption}${head}<tbody>${rows}</tbody></table>`)}${key}`;
}

interface RowShows {
  readonly programme: UnitProgramme;
  readonly dated: boolean;
  readonly grouped: boolean;
  readonly past: boolean;
  readonly status: boolean;
}

function rangeText({ min, median, max, values }: Spread, shown: (value: number) => string, { t }: SheetContext): string {
  if (values.length === 1) return shown(min);
  if (shown(min) === shown(max)) return t('unit.rangeAlike', { min: shown(min) });
  return t('unit.rangeOf', { min: shown(min), median: shown(median), max: shown(max) });
}

function dimensionRow(dimension: UnitDimension, { programme, dated, grouped, past, status }: RowShows, ctx: SheetContext): Html {
  const { path, title, rank, decimals, spread } = dimension;
  const figure = dimension[dimension.by];
  const label = dimension.by === 'value' ? dimension.unit_label : null;
  const name = path === null ? nameText(title, ctx) : html`<a href="${ctx.href(path)}">${nameText(title, ctx)}</a>`;
  const place = rank === null ? html`<small>${absenceText(dimension, ctx)}</small>` : rankOf(rank, dimension.tied, dimension.of, ctx);
  // Names of dimensions are long: a narrow screen has the change below the place.
  const change = changeMark(dimension.change, ctx);
  const shown = (value: number): string => withLabel(figureText(value, decimals), label, ctx);
  const range = spread === null ? '' : rangeText(spread, shown, ctx);
  return html`<tr><th scope="row">${name}${grouped && dimension.group_name && html` <small>${sayNamed(dimension.group_name, ctx)}</small>`}${dated && html` <small>${periodText(dimension.period, programme, ctx)}</small>`}</th><td class="num">${figure === null ? '–' : withLabel(figureText(figure, decimals), label, ctx)}${status && rank !== null && statusMark(dimension.status, ctx)}${figure !== null && madeMark(dimension, programme, ctx)}</td><td class="num">${place}${dimension.change !== null && html` <small class="narrow-only">${change}</small>`}</td><td class="change wide">${change}</td><td class="num wide">${range}</td>${past && html`<td class="wide">${sparkline(dimension.history, { reversed: true, breaks: dimension.history_breaks, label: pastText(dimension.history, ctx) })}</td>`}</tr>`;
}
