/** One group's table on a leaderboard, and the list of those without a place. */
import { textWidth } from '../charts/drawing.ts';
import { sparkline } from '../charts/sparkline.ts';
import { type Html, html, join, NOTHING } from '../html.ts';
import { rowAnchor, unitPath } from '../views/address.ts';
import type { BoardAdjustment } from '../views/boardAdjustments.ts';
import type { BoardRow, BoardTable, RowTotal, UnrankedRow } from '../views/boardTable.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import type { MissingPart } from '../views/madePart.ts';
import type { InstrumentFace } from '../views/programmeSource.ts';
import { appealMark } from './appealList.ts';
import {
  absenceText,
  bar,
  changeCell,
  exactText,
  figureText,
  inSentence,
  madeMark,
  markedOf,
  measureHead,
  nameText,
  pastText,
  periodText,
  rankCell,
  shareText,
  statusMark,
  statusText,
  withLabel,
} from './boardWords.ts';
import { hasBumpChart } from './bumpChart.ts';
import { coverageText } from './leaderboardLead.ts';
import { documentLink, plainNamed, sayNamed, textOf } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { toneMark } from './toneMark.ts';

/** What every row of a page's tables needs. */
export interface RowContext {
  readonly view: LeaderboardView;
  readonly ctx: SheetContext;
  readonly faces: ReadonlyMap<string, InstrumentFace>;
  /** Anchors given so far: a unit in several groups is anchored once a group. */
  readonly anchors: Set<string>;
  readonly shows: {
    readonly value: boolean;
    readonly bar: boolean;
    readonly awards: boolean;
    readonly history: boolean;
    /** Not where all figures are provisional: the page says so once. */
    readonly status: boolean;
    /** Of totals of which the office gave some, which are marked: those given, or those worked out, whichever are fewer; null where all are alike. */
    readonly given: boolean | null;
  };
}

/** From so many columns of dimensions on, a table is set closely, and does without bars and past places: the chart below it shows those. */
const DENSE = 4;

/** A longer name of a dimension breaks within it, or it alone would move the columns after it out of sight. */
const LONG_NAME = textWidth('一'.repeat(12));

export function rowContext(view: LeaderboardView, ctx: SheetContext): RowContext {
  const rows = view.tables.flatMap((table) => table.rows);
  return {
    view,
    ctx,
    faces: new Map(view.instruments.map((face) => [face.instrument, face])),
    anchors: new Set(),
    shows: {
      value: view.by === 'score' && rows.some(({ value }) => value !== null),
      bar: view.columns.length < DENSE,
      awards: view.instruments.length > 0,
      history: view.columns.length < DENSE && view.tables.some((table) => table.rows.length > 0 && table.history_periods.length > 1),
      status: rows.some(({ status }) => status !== 'provisional'),
      given: findRarer(view),
    },
  };
}

/** Whether totals given or those worked out are fewer, of those that are shown; null where all of these are alike. */
function findRarer({ tables }: LeaderboardView): boolean | null {
  const all = tables.flatMap(({ rows, unranked }) => [...rows, ...unranked].flatMap(({ total_given: given }) => given ?? []));
  const n = all.filter((given) => given).length;
  return n === 0 || n === all.length ? null : n * 2 <= all.length;
}

export function leaderboardTable(table: BoardTable, id: string, rows: RowContext): Html {
  const { ctx } = rows;
  // The heading says of which group: those who hear a list of tables hear it from the caption.
  const of = rows.view.tables.length > 1 && (table.group_name ? nameText(table.group_name, ctx) : ctx.t('board.allUnits'));
  const group = of !== false && html`<span class="visually-hidden">${of}${ctx.t('board.colon')}</span>`;
  const caption = html`<caption id="${id}-caption">${group}${coverageText(table, ctx)}</caption>`;
  const breaks = table.history_breaks.map((period) => table.history_periods.indexOf(period));
  const body = table.rows.map((row) => boardRow(row, table, breaks, rows));
  const markup = html`<sun-table><table class="board${rows.view.columns.length >= DENSE && ' is-dense'}">${caption}${head(rows)}<tbody>${body}</tbody></table></sun-table>`;
  return html`${table.rows.length > 0 ? tableScroll(`${id}-caption`, markup) : html`<p class="note">${coverageText(table, ctx)}</p>`}${unrankedList(table, rows)}`;
}

function head({ view, ctx, shows }: RowContext): Html {
  const { t } = ctx;
  const columns = view.columns.map(({ title, path }) => {
    const name = sayNamed(title, ctx);
    const isLong = textWidth(plainNamed(title, ctx)) > LONG_NAME;
    return html`<th scope="col" class="num wide${isLong && ' is-long'}">${path === null ? name : html`<a href="${ctx.href(path)}">${name}</a>`}</th>`;
  });
  return html`<thead><tr><th scope="col" class="rank">${t('board.rank')}</th><th scope="col">${t('board.unit')}</th>${
    shows.value && html`<th scope="col" class="num wide">${measureHead('value', view.unit_label, ctx)}</th>`
  }<th scope="col" class="num">${measureHead(view.by, view.unit_label, ctx)}</th>${
    shows.bar && html`<th scope="col" class="wide bar-cell"><span class="visually-hidden">${t('board.bar')}</span></th>`
  }<th scope="col" class="num wide">${t('board.gap')}</th><th scope="col" class="change">${t('board.changeHead')}</th>${columns}${
    shows.history && html`<th scope="col" class="wide">${t('board.history')}</th>`
  }</tr></thead>`;
}

function anchorOf(unit: string, group: string | null, anchors: Set<string>): string {
  const own = rowAnchor(unit);
  const anchor = anchors.has(own) ? `${own}-${group ?? 'all'}` : own;
  anchors.add(anchor);
  return anchor;
}

/** `breaks`: where the line of its past places breaks. */
function boardRow(row: BoardRow, table: BoardTable, breaks: readonly number[], { view, ctx, faces, anchors, shows }: RowContext): Html {
  const figure = row[view.by];
  const decimals = view.by === 'value' ? view.value_decimals : view.score_decimals;
  const at = (period: string): number => table.history_periods.indexOf(period);
  const target = row.target !== undefined && html` <small>${ctx.t('board.ownTarget', { n: exactText(row.target, view.value_decimals) })}</small>`;
  return html`<tr id="${anchorOf(row.unit, table.group, anchors)}"><td class="rank">${rankCell(row.rank, row.tied, ctx)}</td><th scope="row"><a href="${ctx.href(unitPath(row.unit))}">${nameText(row, ctx)}</a>${rowNotes(row, shows, view, ctx)}${shows.awards && rowMarks(row, view, faces, ctx)}</th>${
    shows.value && html`<td class="num wide">${row.value === null ? NOTHING : figureText(row.value, view.value_decimals)}${target}</td>`
  }<td class="num">${figure === null ? NOTHING : figureText(figure, decimals)}${view.by === 'value' && target}</td>${
    shows.bar && html`<td class="wide">${figure === null || view.scale === null ? NOTHING : bar(figure, view.scale)}</td>`
  }<td class="num wide">${row.gap === null ? NOTHING : exactText(row.gap, decimals)}</td><td class="change">${changeCell(row.change, table.previous_period === null, ctx)}</td>${columnCells(row, view, ctx)}${
    shows.history &&
    html`<td class="wide">${sparkline(row.history, {
      reversed: true,
      breaks: row.history_breaks ? [...breaks, ...row.history_breaks.map(at)] : breaks,
      label: !hasBumpChart(table, view) && pastText(row.history, ctx),
    })}</td>`
  }</tr>`;
}

function columnCells(row: BoardRow, view: LeaderboardView, ctx: SheetContext): Html | false {
  if (!row.dimensions) return false;
  const isMade = row.dimensions_carried !== undefined || row.dimensions_gaps !== undefined;
  const cells = row.dimensions.map((score, at) => {
    const column = view.columns[at];
    const missing = score === null && row.missing?.find(({ dimension }) => dimension === column?.dimension);
    const cell = score === null ? missing && html`<small>${statusText(missing.status, ctx)}</small>` : figureText(score, column?.decimals ?? null);
    const made = isMade && score !== null && { ...row.dimensions_carried?.[at], ...row.dimensions_gaps?.[at] };
    return html`<td class="num wide">${cell}${made && madeMark(made, view, ctx)}</td>`;
  });
  return html`${cells}`;
}

/**
 * Cards, flags and the like below the unit's name: in a column of their own they would be the first to go where the screen is narrow.
 * Those for one dimension stand together, in the order of the legend; one given twice stands once, with the number.
 */
function rowMarks(row: BoardRow, view: LeaderboardView, faces: ReadonlyMap<string, InstrumentFace>, ctx: SheetContext): Html {
  const { awards, dimension_awards: further } = row;
  if (awards.length + further.length === 0) return NOTHING;
  const byDimension = Map.groupBy(further, ({ dimension }) => dimension);
  const known = view.dimensions.filter(({ dimension }) => byDimension.has(dimension));
  // A dimension without a ranking of its own has no link, and thus no name here.
  const unknown = [...byDimension.keys()].filter((id) => !known.some(({ dimension }) => dimension === id));
  const marksOf = (dimension: string): Html => {
    const own = byDimension.get(dimension)?.map(({ instrument }) => instrument) ?? [];
    return countedMarks(own, faces, ctx);
  };
  const ofDimensions = [
    ...known.map(({ dimension, title }) => html`<li><small>${sayNamed(title, ctx)}</small> ${marksOf(dimension)}</li>`),
    ...unknown.map((dimension) => html`<li>${marksOf(dimension)}</li>`),
  ];
  return html`<ul class="marks">${awards.length > 0 && html`<li>${countedMarks(awards, faces, ctx)}</li>`}${ofDimensions}</ul>`;
}

function countedMarks(instruments: readonly string[], faces: ReadonlyMap<string, InstrumentFace>, ctx: SheetContext): Html {
  const marks = [...faces.keys()].flatMap((id) => {
    const count = instruments.filter((one) => one === id).length;
    return count === 0 ? [] : html`<span>${instrumentMark(faces.get(id), ctx, count)}</span>`;
  });
  return join(marks, ' ');
}

export function instrumentMark(face: InstrumentFace | undefined, ctx: SheetContext, count = 1): Html {
  return face ? toneMark({ ...face, name: textOf(face, ctx) }, ctx, 'active', count) : NOTHING;
}

/** What a reader must know beside the figure: not final, adjusted, appealed, recorded otherwise. */
function rowNotes(row: BoardRow, shows: RowContext['shows'], view: LeaderboardView, ctx: SheetContext): Html {
  const { total, rank_recorded: recorded, note } = row;
  const status = html`${shows.status && statusMark(row.status, ctx)}${madeMark(markedOf(row, shows.given), view, ctx)}`;
  if (!total && !row.appeal && recorded === undefined && !note) return status;
  return html`${status}${total && html` <small>${totalText(total, ctx)}${withoutText(row, view.columns.length > 0, ctx)}</small>`}${appealMark(row, ctx)}${recorded !== undefined && html` <small>${ctx.t('board.recorded', { n: recorded })}</small>`}${note && html` <small>${ctx.say(note)}</small>`}`;
}

const MOST_MISSING = 3;

/** Which dimensions a total does without, and why; where they have columns, only on a screen too narrow for these. */
export function withoutText({ total, missing = [] }: Pick<BoardRow, 'total' | 'missing'>, hasColumns: boolean, ctx: SheetContext): Html | false {
  if (!total || total.counted >= 1 || missing.length === 0) return false;
  const named = missing.slice(0, MOST_MISSING).map((part) => missingText(part, ctx, (status) => inSentence(statusText(status, ctx))));
  const rest = missing.length - named.length;
  const text = ctx.t('board.inBrackets', {
    text: [...named, ...(rest > 0 ? [ctx.t('board.moreMissing', { n: rest })] : [])].join(ctx.t('board.semicolon')),
  });
  return hasColumns ? html`<span class="narrow-only">${text}</span>` : html`${text}`;
}

function missingText({ dimension_name: title, status }: MissingPart, ctx: SheetContext, say = statusText): string {
  return ctx.t('board.missingDimension', { dimension: plainNamed(title, ctx), status: say(status, ctx) });
}

/** Bonus, deduction, veto, cap and coverage in words. */
export function totalText(total: RowTotal, ctx: SheetContext): string {
  const { t } = ctx;
  const points = (n: number) => figureText(n, null);
  const parts = [
    total.bonus !== 0 && t('board.total.bonus', { n: points(total.bonus) }),
    total.deduction !== 0 && t('board.total.deduction', { n: points(Math.abs(total.deduction)) }),
    total.pre_deduction !== 0 && t('board.total.preDeduction', { n: points(Math.abs(total.pre_deduction)) }),
    total.cap !== null && t('board.total.cap', { n: points(total.cap) }),
    total.vetoed && t('board.total.veto'),
    total.counted < 1 && t('board.total.coverage', { share: shareText(total.counted) }),
  ];
  return parts.filter((part) => part !== false).join(t('board.comma'));
}

function unrankedList({ unranked }: BoardTable, { view, ctx, anchors, shows }: RowContext): Html {
  if (unranked.length === 0) return NOTHING;
  const items = unranked.map(
    (row) =>
      html`<li id="${anchorOf(row.unit, 'none', anchors)}"><a href="${ctx.href(unitPath(row.unit))}">${nameText(row, ctx)}</a>${ctx.t('board.colon')}${unrankedReason(row, shows, view, ctx)}</li>`,
  );
  return html`<h3>${ctx.t('board.unranked', { n: unranked.length })}</h3><ul class="stack">${items}</ul>`;
}

/** Of a veto also its reason, effect and document. */
function unrankedReason(row: UnrankedRow, shows: RowContext['shows'], view: LeaderboardView, ctx: SheetContext): Html {
  const names = row.missing.map((part) => missingText(part, ctx) + (part.note === undefined ? '' : ctx.t('board.colon') + ctx.plain(part.note)));
  const own = lacksYearBefore(row) ? ctx.t('board.noYearBefore') : absenceText(row, ctx);
  const figure = row[view.by];
  const score = figure !== null && html`${keptText(figure, view, ctx)}${madeMark(markedOf(row, shows.given), view, ctx)}`;
  const missing = names.length > 0 && ctx.t('board.inBrackets', { text: names.join(ctx.t('board.semicolon')) });
  const why = row.note !== undefined && html`${ctx.t('board.semicolon')}${ctx.say(row.note)}`;
  return html`${own}${missing}${score}${row.veto && vetoText(row.veto, ctx)}${why}${appealMark(row, ctx)}`;
}

/** The figure that stays beside a veto. */
function keptText(figure: number, view: LeaderboardView, ctx: SheetContext): string {
  if (view.by === 'score') return ctx.t('board.keptScore', { figure: withLabel(figureText(figure, view.score_decimals), null, ctx) });
  return ctx.t('board.keptValue', { figure: withLabel(figureText(figure, view.value_decimals), view.unit_label, ctx) });
}

/** A value that gives no score, as growth in the first year does: any other figure that does not apply has no value. */
function lacksYearBefore({ status, vetoed, score, value }: UnrankedRow): boolean {
  return status === 'not_applicable' && !vetoed && score === null && value !== null;
}

function vetoText({ reason, effect, document }: BoardAdjustment, ctx: SheetContext): Html {
  return html`${ctx.t('board.semicolon')}${ctx.say(reason)}${effect && html`${ctx.t('board.semicolon')}${ctx.t('board.effect')}${ctx.say(effect)}`}${document && html` <small>${documentLink(document, ctx)}</small>`}`;
}

/** Why places are not compared with the period before. */
export function breakNote(table: BoardTable, view: LeaderboardView, ctx: SheetContext): Html {
  if (table.break === null || table.previous_period === null) return NOTHING;
  const previous = periodText(table.previous_period, view, ctx);
  const text = ctx.t(table.break === 'method' ? 'board.break.method' : 'board.break.members', { previous });
  return html`<p class="note">${text}${table.break_note && html` ${ctx.say(table.break_note)}`}</p>`;
}
