/** A unit's newest result by dimension, and how its total is made of them. */
import { sparkline } from '../charts/sparkline.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { roundTo } from '../rounding.ts';
import type { Spread } from '../views/spread.ts';
import type { UnitProgramme } from '../views/unit.ts';
import type { UnitDimension, UnitRecount } from '../views/unitDimensions.ts';
import {
  absenceText,
  changeMark,
  dayCount,
  figureText,
  madeMark,
  nameText,
  pastText,
  periodText,
  rankOf,
  statusMark,
  weightText,
  withLabel,
} from './boardWords.ts';
import { totalText } from './leaderboardTable.ts';
import { sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { hasMultiples, hasPast } from './unitMultiples.ts';

export function dimensionTable(programme: UnitProgramme, id: string, ctx: SheetContext): Html {
  const { t } = ctx;
  const { dimensions, dimensions_period: period, recount } = programme;
  const past = !hasMultiples(programme) && dimensions.some(hasPast);
  // What holds of all is said once.
  const statuses = new Set(dimensions.flatMap(({ rank, status }) => (rank === null ? [] : status)));
  const [shared = 'final'] = statuses.size === 1 ? statuses : [];
  const caption = html`<caption id="${id}-table">${period === null ? t('unit.dimensionsLatest') : t('unit.dimensionsIn', { period: periodText(period, programme, ctx), day: dayCount(period) })}${statusMark(shared, ctx)}</caption>`;
  const weights = recount && html`<th scope="col" class="num wide">${t('unit.weight')}</th><th scope="col" class="num wide">${t('unit.points')}</th>`;
  const head = html`<thead><tr><th scope="col">${t('board.dimension')}</th><th scope="col" class="num">${t(recount ? 'board.score' : 'unit.figure')}</th>${weights}<th scope="col" class="num">${t('board.rank')}</th><th scope="col" class="change wide">${t('board.changeHead')}</th><th scope="col" class="num wide">${t('unit.range')}</th>${past && html`<th scope="col" class="wide">${t('board.history')}</th>`}</tr></thead>`;
  const grouped = new Set(dimensions.map(({ group }) => group)).size > 1;
  const shows = {
    programme,
    dated: period === null,
    grouped,
    past,
    status: statuses.size > 1,
    decimals: recount ? pointDecimals(recount, dimensions) : 0,
  };
  const rows = dimensions.map((dimension) => dimensionRow(dimension, shows, ctx));
  const foot = recount && html`<tfoot>${recountRows(recount, past ? 4 : 3, ctx)}</tfoot>`;
  const table = tableScroll(`${id}-table`, html`<table class="board">${caption}${head}<tbody>${rows}</tbody>${foot}</table>`);
  return html`${table}${recount && html`<p class="hint">${recountKey(recount, shows.decimals, ctx)}</p>`}${past && html`<p class="hint wide-only">${t('board.historyKey')}</p>`}`;
}

/** As many decimals as all points have, to two more than the total: beyond these they are rounded, and a hint says that the total is not made of rounded ones. */
function pointDecimals({ decimals }: UnitRecount, dimensions: readonly UnitDimension[]): number {
  const isExact = (at: number): boolean => dimensions.every(({ points }) => points === undefined || roundTo(points, at) === points);
  return isExact(decimals) ? decimals : isExact(decimals + 1) ? decimals + 1 : decimals + 2;
}

/** What the dimensions come to, and the total where adjustments made it another. A narrow screen has both below the scores. */
function recountRows({ decimals, weighed, weights, base, total, adjusted }: UnitRecount, rest: number, ctx: SheetContext): Html {
  const { t } = ctx;
  const row = (name: string, why: string, weight: string, figure: number): Html => {
    const text = figureText(figure, decimals);
    return html`<tr><th scope="row">${name}${why !== '' && html` <small>${why}</small>`}</th><td class="num"><span class="narrow-only">${text}</span></td><td class="num wide">${weight}</td><td class="num wide">${text}</td><td></td><td class="wide" colspan="${rest - 1}"></td></tr>`;
  };
  const without = { bonus: 0, deduction: 0, pre_deduction: 0, cap: null, vetoed: false };
  const coverage = adjusted ? totalText({ ...adjusted, ...without }, ctx) : '';
  const adjustments = adjusted ? totalText({ ...adjusted, counted: 1, vetoed: false }, ctx) : '';
  return html`${row(t('unit.weighted'), coverage, weightText(weights, weighed), base)}${adjustments !== '' && row(t('unit.adjusted'), adjustments, '', total)}`;
}

/** By which sum a reader comes to the total. */
function recountKey(recount: UnitRecount, shown: number, { t }: SheetContext): string {
  const how = t(isOfHundred(recount) ? 'unit.pointsKey' : 'unit.pointsDividedKey');
  return how + (shown > recount.decimals ? t('unit.roundedKey', { n: recount.decimals }) : '');
}

function isOfHundred({ weighed, weights }: UnitRecount): boolean {
  return weighed === 'percent' && weights === 100;
}

interface RowShows {
  readonly programme: UnitProgramme;
  readonly dated: boolean;
  readonly grouped: boolean;
  readonly past: boolean;
  readonly status: boolean;
  /** Of points. */
  readonly decimals: number;
}

function rangeText({ min, median, max, values }: Spread, shown: (value: number) => string, { t }: SheetContext): string {
  if (values.length === 1) return shown(min);
  if (shown(min) === shown(max)) return t('unit.rangeAlike', { min: shown(min) });
  return t('unit.rangeOf', { min: shown(min), median: shown(median), max: shown(max) });
}

function dimensionRow(
  dimension: UnitDimension,
  { programme, dated, grouped, past, status, decimals: pointDecimals }: RowShows,
  ctx: SheetContext,
): Html {
  const { path, title, rank, decimals, spread } = dimension;
  const figure = dimension[dimension.by];
  const label = dimension.by === 'value' ? dimension.unit_label : null;
  const name = path === null ? nameText(title, ctx) : html`<a href="${ctx.href(path)}">${nameText(title, ctx)}</a>`;
  const place = rank === null ? html`<small>${absenceText(dimension, ctx)}</small>` : rankOf(rank, dimension.tied, dimension.of, ctx);
  // Names of dimensions are long: a narrow screen has the change below the place.
  const change = changeMark(dimension.change, ctx);
  const shown = (value: number): string => withLabel(figureText(value, decimals), label, ctx);
  const range = spread === null ? '' : rangeText(spread, shown, ctx);
  const [weight, recounted] = pointCells(dimension, programme.recount, pointDecimals, ctx);
  return html`<tr><th scope="row">${name}${grouped && dimension.group_name && html` <small>${sayNamed(dimension.group_name, ctx)}</small>`}${dated && html` <small>${periodText(dimension.period, programme, ctx)}</small>`}</th><td class="num">${figure === null ? '–' : withLabel(figureText(figure, decimals), label, ctx)}${status && rank !== null && statusMark(dimension.status, ctx)}${figure !== null && madeMark(dimension, programme, ctx)}${recounted}</td>${weight}<td class="num">${place}${dimension.change !== null && html` <small class="narrow-only">${change}</small>`}</td><td class="change wide">${change}</td><td class="num wide">${range}</td>${past && html`<td class="wide">${sparkline(dimension.history, { reversed: true, breaks: dimension.history_breaks, label: pastText(dimension.history, ctx) })}</td>`}</tr>`;
}

/** The cells of weight and points, and what a narrow screen has of them below the score. */
function pointCells(
  { weight, points }: UnitDimension,
  recount: UnitRecount | undefined,
  decimals: number,
  ctx: SheetContext,
): readonly [cells: Html, below: Html] {
  if (!recount) return [NOTHING, NOTHING];
  if (weight === undefined || points === undefined) {
    const words = ctx.t('unit.uncounted');
    return [html`<td class="num wide" colspan="2"><small>${words}</small></td>`, html` <small class="narrow-only">${words}</small>`];
  }
  const [times, makes] = [weightText(weight, recount.weighed), figureText(points, decimals)];
  const divided = isOfHundred(recount) ? '' : ` ÷\u00a0${weightText(recount.weights, recount.weighed)}`;
  return [
    html`<td class="num wide">${times}</td><td class="num wide">${makes}</td>`,
    html` <small class="narrow-only">×\u00a0${times}${divided} =\u00a0${makes}</small>`,
  ];
}
