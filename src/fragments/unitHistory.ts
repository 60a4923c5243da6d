/** A unit's figures period by period, the newest first, gaps with their reasons. */
import { type Html, html, NOTHING } from '../html.ts';
import { rowAnchor } from '../views/address.ts';
import type { HistoryRow, UnitProgramme, UnitView } from '../views/unit.ts';
import { appealMark } from './appealList.ts';
import { absenceText, changeCell, figureText, madeMark, periodText, rankOf, statusMark } from './boardWords.ts';
import { instrumentMark, totalText, withoutText } from './leaderboardTable.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import type { UnitLine } from './unitCharts.ts';

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
