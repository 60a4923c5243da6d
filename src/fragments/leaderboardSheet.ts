/** A leaderboard's sheet (榜单). */
import { type Html, html, NOTHING } from '../html.ts';
import { formatList } from '../i18n/format.ts';
import { boardPath, COMPARE, compareQuery, indicatorPath, methodPath, programmePath, unitPath } from '../views/address.ts';
import type { BoardTable } from '../views/boardTable.ts';
import type { DimensionLink, LeaderboardView } from '../views/leaderboard.ts';
import { adjustmentList } from './adjustmentList.ts';
import { nameText, periodText, weightText } from './boardWords.ts';
import { bumpChart } from './bumpChart.ts';
import { correctionList } from './correctionList.ts';
import { dataset } from './dataset.ts';
import { figure } from './figure.ts';
import { leaderboardLead } from './leaderboardLead.ts';
import { breakNote, leaderboardTable, type RowContext, rowContext } from './leaderboardTable.ts';
import { legend } from './legend.ts';
import { dateHtml, documentLink, fact, phraseAround, plainNamed, sayNamed, section, textOf } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { cellLabel, tableScroll } from './tableScroll.ts';

export function leaderboardSheet(view: LeaderboardView, ctx: SheetContext): Sheet {
  const lead = leaderboardLead(view, ctx);
  const programme = plainNamed(view.programme_name, ctx);
  const period = periodText(view.period, view, ctx);
  const dimension = view.dimension_name && plainNamed(view.dimension_name, ctx);
  const title = dimension === null ? ctx.t('board.title', { programme, period }) : ctx.t('board.titleDimension', { dimension, programme, period });
  const path = pathOf(view, view.dimension);
  const periodCrumb = { name: period, path: dimension === null ? null : pathOf(view, null) };
  return {
    title,
    description: lead,
    crumbs: [{ name: programme, path: programmePath(view.programme) }, periodCrumb, ...(dimension === null ? [] : [{ name: dimension, path: null }])],
    main: leaderboardMain(view, { title: headline(view, ctx), lead, path }, ctx),
    nav: programmePath(view.programme),
    publishedOn: view.published_on,
    search: { words: [], ...(view.end !== '' && { board: { end: view.end, isPart: view.dimension !== null } }) },
    jsonLd: [
      dataset(
        {
          name: title,
          description: lead,
          kind: 'leaderboard',
          path,
          temporal: view.start === '' ? null : `${view.start}/${view.end}`,
          publishedOn: view.published_on,
          changedOn: view.changed_on,
        },
        ctx,
      ),
    ],
  };
}

/** Fewer rows are seen at a glance. */
const FIND_FROM = 6;

function pathOf(view: LeaderboardView, dimension: string | null): string {
  return boardPath(view.programme, { id: view.period, kind: view.period_kind, start: view.start, end: view.end, slug: view.slug }, dimension);
}

function headline(view: LeaderboardView, ctx: SheetContext): Html {
  const period = periodText(view.period, view, ctx);
  return view.dimension_name ? html`${sayNamed(view.dimension_name, ctx)} <small>${period}</small>` : html`${period}`;
}

function leaderboardMain(view: LeaderboardView, page: { title: Html; lead: string; path: string }, ctx: SheetContext): Html {
  const { t } = ctx;
  const rows = rowContext(view, ctx);
  const { tables } = view;
  return html`<p class="kicker"><a href="${ctx.href(programmePath(view.programme))}">${sayNamed(view.programme_name, ctx)}</a></p>
<h1>${page.title}</h1>
<p class="lead">${page.lead}</p>
${view.description && html`<p>${ctx.say(view.description)}</p>`}
${view.disclosure !== 'full' && html`<p class="note">${t(`board.disclosure.${view.disclosure}`)}</p>`}${statusNote(view, ctx)}${laterNote(view, ctx)}${correctedNote(view, ctx)}${previousNote(view, ctx)}
${tables.length > 1 && groupSwitch(tables, ctx)}
${tables.reduce((sum, table) => sum + table.rows.length, 0) >= FIND_FROM && html`<sun-find></sun-find>`}
${tables.map((table, at) => tableSection(table, at, rows))}${givenKey(rows)}${rows.shows.history && html`<p class="hint wide-only">${t('board.historyKey')}</p>`}
${legend(
  view.instruments.map((face) => ({ ...face, name: textOf(face, ctx) })),
  ctx,
)}
${section('dimensions', t(view.overall ? 'board.dimensions' : 'board.dimensionBoards'), dimensionTable(view.dimensions, ctx))}
${section('adjustments', t('board.adjustments'), adjustmentList(view.adjustments, ctx))}
${section('corrections', t('board.corrections'), correctionList(view.corrections, ctx))}
<section aria-labelledby="about"><h2 id="about">${t('board.about')}</h2>${boardFacts(view, ctx)}</section>
${pager(view, ctx)}`;
}

/** What the marks of totals say, of which the office gave some. */
function givenKey({ shows: { given }, ctx }: RowContext): Html | false {
  return given !== null && html`<p class="hint">${ctx.t(given ? 'board.totalsGivenKey' : 'board.totalsWeightedKey')}</p>`;
}

function tableSection(table: BoardTable, at: number, rows: RowContext): Html {
  const { ctx, view } = rows;
  const id = table.group === null ? 'group-all' : `group-${table.group}`;
  const single = view.tables.length === 1 && table.group === null;
  const name = table.group_name ? nameText(table.group_name, ctx) : ctx.t(single ? 'board.ranking' : 'board.allUnits');
  return html`<section aria-labelledby="${id}"><h2 id="${id}"${single && html` class="visually-hidden"`}>${name}</h2>${
    table.group_note && html`<p>${ctx.say(table.group_note)}</p>`
  }${breakNote(table, rows.view, ctx)}${tooSmallNote(table, ctx)}${leaderboardTable(table, `table-${at + 1}`, rows)}${table.rows.length > 1 && compareLink(table, view, ctx)}${bumpFigure(table, at, rows)}</section>`;
}

/** A group that can be compared whole is; of a larger one its reader chooses. */
const COMPARED_WHOLE = 6;

/** Those who hear a list of links hear of which group. */
function compareLink(
  { group, group_name: name, rows, unranked }: BoardTable,
  { programme, dimension, period }: LeaderboardView,
  ctx: SheetContext,
): Html {
  const units = rows.length + unranked.length <= COMPARED_WHOLE ? rows.map(({ unit }) => unit) : [];
  const query = compareQuery({ programme, group, measure: dimension, period, units });
  const of = name && html`<span class="visually-hidden">${ctx.t('board.colon')}${nameText(name, ctx)}</span>`;
  return html`<p class="no-print"><a href="${ctx.href(COMPARE)}${query}">${ctx.t(group === null ? 'board.compareUnits' : 'board.compareGroup')}${of}</a></p>`;
}

/** Which cards and flags are not given, since the group is too small for them. */
function tooSmallNote({ too_small: small = [], ranked }: BoardTable, ctx: SheetContext): Html {
  return html`${small.map(({ fewest, instruments }) => {
    const names = formatList(
      instruments.map((instrument) => plainNamed(instrument, ctx)),
      ctx.lang,
    );
    return html`<p class="hint">${ctx.t('board.tooSmall', { ranked, fewest, names, n: instruments.length })}</p>`;
  })}`;
}

/** Folded in: the table answers first. */
function bumpFigure(table: BoardTable, at: number, { view, ctx }: RowContext): Html | false {
  const spec = bumpChart(table, view, ctx);
  return spec !== null && html`<details class="bump"><summary>${ctx.t('board.bump.open')}</summary>${figure(spec, `bump-${at + 1}`, ctx)}</details>`;
}

function groupSwitch(tables: readonly BoardTable[], ctx: SheetContext): Html {
  const links = tables.map(
    ({ group, group_name: name, of }) =>
      html`<li><a href="#${group === null ? 'group-all' : `group-${group}`}">${name ? nameText(name, ctx) : ctx.t('board.allUnits')} <small>${of}</small></a></li>`,
  );
  return html`<nav class="switch" aria-label="${ctx.t('board.groups')}"><ul>${links}</ul></nav>`;
}

/** Statuses of figures that may still change, each told by its own name: of all rows, or of how many. */
const OPEN_STATUSES = [
  ['provisional', 'board.provisionalAll', 'board.provisionalSome'],
  ['estimated', 'board.estimatedAll', 'board.estimatedSome'],
  ['under_review', 'board.underReviewAll', 'board.underReviewSome'],
] as const;

function statusNote({ tables }: LeaderboardView, { t }: SheetContext): Html {
  const rows = tables.flatMap((table) => table.rows);
  const notes = OPEN_STATUSES.flatMap(([status, all, some]) => {
    const n = rows.filter((row) => row.status === status).length;
    return n === 0 ? [] : n === rows.length ? t(all) : t(some, { n });
  });
  return html`${notes.map((note) => html`<p class="note note-warning">${note}</p>`)}`;
}

/** Who looked before may have seen other places, and no row was revised. */
function laterNote({ later_figures: later }: LeaderboardView, ctx: SheetContext): Html {
  if (!later) return NOTHING;
  return html`<p class="note">${phraseAround('board.later', 'date', dateHtml(later.on, ctx), ctx, { n: later.units })}</p>`;
}

/** A change of method, which is announced with the first results by it, or before them, corrects nothing. */
function correctedNote({ corrections: all }: LeaderboardView, ctx: SheetContext): Html {
  const corrections = all.filter(({ kind }) => kind !== 'methodology');
  if (corrections.length === 0) return NOTHING;
  // A figure that came late changed the page last, maybe, and was no correction.
  const on = corrections.reduce((latest, { published_on: date }) => (date > latest ? date : latest), '');
  return html`<p class="note note-warning">${phraseAround('board.corrected', 'date', dateHtml(on, ctx), ctx, { n: corrections.length })} <a href="#corrections">${ctx.t('board.seeCorrections')}</a></p>`;
}

/** A change that was printed is another now, though no figure of this period was touched. */
function previousNote(view: LeaderboardView, ctx: SheetContext): Html {
  const { previous, previous_revised_on: on } = view;
  if (on === undefined || previous === null) return NOTHING;
  const words = phraseAround('board.previousRevised', 'date', dateHtml(on, ctx), ctx, { previous: periodText(previous.period, view, ctx) });
  return html`<p class="note">${words} <a href="${ctx.href(previous.path)}">${ctx.t('board.seePrevious')}</a></p>`;
}

function dimensionTable(dimensions: readonly DimensionLink[], ctx: SheetContext): Html {
  if (dimensions.length === 0) return NOTHING;
  const { t } = ctx;
  // Where only counts are published nobody is named.
  const named = dimensions.some(({ leaders }) => leaders.some(({ units }) => units.length > 0));
  const items = dimensions.map(({ title, path, of, ranked, leaders }) => {
    const name = path === null ? html`${sayNamed(title, ctx)}` : html`<a href="${ctx.href(path)}">${sayNamed(title, ctx)}</a>`;
    return html`<tr><th scope="row">${name}</th><td class="num"${cellLabel(t('board.rankedHead'), ctx)}>${t('board.rankedShort', { ranked, of })}</td>${named && html`<td${cellLabel(t('board.first'), ctx)}>${leaders.map((leader) => leaderNames(leader, ctx))}</td>`}</tr>`;
  });
  return tableScroll(
    'dimensions',
    html`<table class="board is-stacked" aria-labelledby="dimensions"><thead><tr><th scope="col">${t('board.dimension')}</th><th scope="col" class="num">${t('board.rankedHead')}</th>${named && html`<th scope="col">${t('board.first')}</th>`}</tr></thead><tbody>${items}</tbody></table>`,
  );
}

function leaderNames({ title, units, more }: DimensionLink['leaders'][number], ctx: SheetContext): Html {
  if (units.length === 0) return NOTHING;
  const names = units.map(
    (unit, at) => html`${at > 0 && ctx.t('board.listComma')}<a href="${ctx.href(unitPath(unit.unit))}">${nameText(unit, ctx)}</a>`,
  );
  const first = html`${names}${more > 0 && ctx.t('board.moreTied', { n: more })}`;
  return title ? html`<div><span class="soft">${sayNamed(title, ctx)}${ctx.t('board.colon')}</span>${first}</div>` : first;
}

function boardFacts(view: LeaderboardView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { publisher } = ctx.config;
  const indicator =
    view.indicator !== null && html`<a href="${ctx.href(indicatorPath(view.programme, view.indicator))}">${t('board.definition')}</a>`;
  return html`<dl class="facts is-list">${[
    fact(t('board.fact.period'), periodText(view.period, view, ctx)),
    fact(t('board.fact.basis'), basisText(view, ctx), indicator || null),
    fact(t('board.fact.weight'), view.weight === null ? null : weightText(view.weight, view.weights)),
    fact(t('board.fact.publisher'), ctx.say(publisher.name)),
    fact(t('board.fact.authority'), view.authority && documentLink(view.authority, ctx)),
    fact(
      t(view.method_version === null ? 'board.fact.method' : 'board.fact.methodVersion'),
      html`<a href="${ctx.href(methodPath(view.programme))}">${view.method_version ?? t('board.fact.seeMethod')}</a>`,
    ),
    fact(t('board.fact.published'), view.published_on && dateHtml(view.published_on, ctx)),
    fact(t('board.fact.changed'), view.changed_on !== view.published_on && view.changed_on && dateHtml(view.changed_on, ctx)),
    fact(t('board.fact.edition'), view.edition),
    fact(t('board.fact.asOf'), dateHtml(view.as_of, ctx)),
  ]}</dl>`;
}

function basisText(view: LeaderboardView, { t }: SheetContext): string | null {
  if (view.tables.length === 0) return null;
  if (view.totals_given && view.dimensions.length > 0) return t(view.totals_given === 'all' ? 'board.basis.given' : 'board.basis.someGiven');
  if (view.by === 'score') return t(view.dimension === null && view.dimensions.length > 0 ? 'board.basis.total' : 'board.basis.score');
  return t(view.direction === 'lower' ? 'board.basis.lower' : view.direction === 'target' ? 'board.basis.target' : 'board.basis.higher');
}

function pager(view: LeaderboardView, ctx: SheetContext): Html {
  const { previous, next } = view;
  if (!previous && !next) return NOTHING;
  return html`<nav class="pager" aria-label="${ctx.t('board.pager')}">${
    previous &&
    html`<a rel="prev" href="${ctx.href(previous.path)}">${ctx.t('board.previous')}${ctx.t('board.colon')}${periodText(previous.period, view, ctx)}</a>`
  }${next && html`<a rel="next" href="${ctx.href(next.path)}">${ctx.t('board.next')}${ctx.t('board.colon')}${periodText(next.period, view, ctx)}</a>`}</nav>`;
}
