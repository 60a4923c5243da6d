/** An indicator's sheet (指标): definition, the spread over time, every unit's figures. */
import type { LineSpec } from '../charts/spec.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { FigureStatus } from '../model/portal.ts';
import { INDICATORS, programmePath, unitPath } from '../views/address.ts';
import { csvFiles } from '../views/dataFiles.ts';
import type { IndicatorRow, IndicatorView } from '../views/indicator.ts';
import { exactText, figureText, inSentence, nameText, periodText, statusText, weightText, withLabel } from './boardWords.ts';
import { dataset } from './dataset.ts';
import { figure } from './figure.ts';
import { type Footnotes, footnotes } from './footnotes.ts';
import { periodAxis } from './periodAxis.ts';
import { dateHtml, fact, phraseAround, plainNamed, sayNamed, sentences } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { sourceText } from './unitCharts.ts';

/** Columns that a large table shows; its CSV has them all. */
const MOST_CELLS = 4000;
const FEWEST_COLUMNS = 6;
const COLUMNS_ON_PHONES = 2;
const [VALUES = ''] = csvFiles('indicator');

export function indicatorSheet(view: IndicatorView, ctx: SheetContext): Sheet {
  const lead = indicatorLead(view, ctx);
  const name = plainNamed(view, ctx);
  return {
    title: ctx.t('unit.indicatorTitle', { indicator: name, programme: plainNamed(view.programme_name, ctx) }),
    description: lead,
    crumbs: [
      { name: ctx.t('unit.indicators'), path: INDICATORS },
      { name: plainNamed(view.programme_name, ctx), path: programmePath(view.programme) },
      { name, path: null },
    ],
    main: indicatorMain(view, lead, ctx),
    nav: INDICATORS,
    publishedOn: null,
    search: { words: [...view.aliases, ...Object.values(view.names ?? {}), view.name] },
    jsonLd: [dataset({ name, description: lead, kind: 'indicator', path: view.path, temporal: null, publishedOn: null, changedOn: null }, ctx)],
  };
}

function indicatorLead(view: IndicatorView, ctx: SheetContext): string {
  const { t } = ctx;
  const at = view.spread.findLastIndex((spread) => spread !== null);
  const spread = view.spread[at];
  const definition = view.definition === null ? null : ctx.plain(view.definition);
  if (!spread) return definition ?? t('unit.indicatorEmpty', { indicator: plainNamed(view, ctx) });
  const show = (value: number) => withLabel(figureText(value, view.decimals), view.of === 'value' ? view.unit_label : null, ctx);
  const [min, max] = [show(spread.min), show(spread.max)];
  const alike = min === max ? 'unit.indicatorLeadAlike' : 'unit.indicatorLead';
  const range = t(spread.n === 1 ? 'unit.indicatorLeadOne' : alike, {
    period: periodText(view.periods[at]?.period ?? '', view, ctx),
    n: spread.n,
    min,
    max,
    median: show(spread.median),
  });
  return sentences([range, t(`unit.direction.${view.direction}`)], ctx);
}

function indicatorMain(view: IndicatorView, lead: string, ctx: SheetContext): Html {
  const { t } = ctx;
  const bySeries = [...Map.groupBy(view.periods, ({ series }) => series)];
  const charts = bySeries.flatMap(
    ([series, [first]]) => spreadChart(view, series, bySeries.length > 1 && first ? overText(first, ctx) : null, ctx) ?? [],
  );
  return html`<p class="kicker"><a href="${ctx.href(programmePath(view.programme))}">${sayNamed(view.programme_name, ctx)}</a></p>
<h1>${sayNamed(view, ctx)}</h1>
<p class="lead">${lead}</p>
${view.definition && html`<p>${ctx.say(view.definition)}</p>`}
${view.latest && html`<p><a href="${ctx.href(view.latest.path)}">${t('unit.latestBoard', { period: periodText(view.latest.period, view, ctx) })}</a></p>`}
${charts.map((spec, at) => figure(spec, `spread-${at + 1}`, ctx))}
${valueTable(view, ctx)}
<section aria-labelledby="about"><h2 id="about">${t('unit.aboutIndicator')}</h2>${indicatorFacts(view, ctx)}</section>`;
}

/** Over what kind of periods a series runs. */
function overText({ kind, years }: IndicatorView['periods'][number], ctx: SheetContext): string {
  return inSentence(ctx.t(`unit.over.${kind}`, { n: years ?? '' }));
}

/** Median, lowest and highest of all units over the periods of one series; null for fewer than two. `over` tells it from other series. */
function spreadChart(view: IndicatorView, series: string, over: string | null, ctx: SheetContext): LineSpec | null {
  const own = new Map(view.periods.flatMap((period, at) => (period.series === series ? [[period.period, view.spread[at] ?? null] as const] : [])));
  if (own.size < 2) return null;
  const axis = periodAxis([...own.keys()], ctx);
  const line = (id: 'min' | 'median' | 'max', role: 'main' | 'context'): LineSpec['series'][number] => ({
    id,
    name: ctx.t(`unit.spread.${id}`),
    role,
    ...(role === 'main' && { isNamed: true as const }),
    breaks: [],
    points: axis.map((period, at) => {
      const spread = own.get(period);
      return { at, y: spread?.[id] ?? null, text: spread ? figureText(spread[id], view.decimals) : ctx.t('unit.noFigure') };
    }),
  });
  return {
    kind: 'line',
    title: ctx.t('unit.spreadChart', { indicator: plainNamed(view, ctx) }) + (over === null ? '' : ctx.t('programme.inBrackets', { text: over })),
    yName: view.unit_label === null ? ctx.t('board.value') : ctx.plain(view.unit_label),
    x: axis.map((period) => periodText(period, view, ctx)),
    series: [line('median', 'main'), line('max', 'context'), line('min', 'context')],
    marks: [],
    scale: 'value',
    yMin: null,
    yMax: null,
    decimals: view.decimals ?? 2,
    source: sourceText(view.as_of, ctx),
    breakText: null,
  };
}

function valueTable(view: IndicatorView, ctx: SheetContext): Html {
  if (view.rows.length === 0) return NOTHING;
  const { t } = ctx;
  const most = Math.max(FEWEST_COLUMNS, Math.floor(MOST_CELLS / view.rows.length));
  const from = Math.max(0, view.periods.length - most);
  // The newest stand next to the names: older ones are what a screen may leave out.
  const columns = view.periods
    .slice(from)
    .map((period, i) => ({ period, at: from + i, status: sharedStatus(view, from + i) }))
    .reverse();
  const head = columns.map(({ period: { period, path }, status }, i) => {
    const text = periodText(period, view, ctx);
    return html`<th scope="col" class="num${i >= COLUMNS_ON_PHONES && ' wide'}">${path === null ? text : html`<a href="${ctx.href(path)}">${text}</a>`}${status !== null && t('board.inBrackets', { text: inSentence(statusText(status, ctx)) })}</th>`;
  });
  const onPhones = new Set(columns.slice(0, COLUMNS_ON_PHONES).map(({ at }) => at));
  const notes = footnotes(
    view.rows.flatMap((row) => figuresOf(row, from).map((at) => ({ texts: besideOf(row, at, ctx), isOnPhones: onPhones.has(at) }))),
  );
  const rows = view.rows.map(
    (row) =>
      html`<tr><th scope="row"><a href="${ctx.href(unitPath(row.unit))}">${nameText(row, ctx)}</a></th>${columns.map(({ at, status }, i) => cell(row, at, { isWide: i >= COLUMNS_ON_PHONES, shared: status, notes }, view, ctx))}</tr>`,
  );
  const left = from > 0 && html`<p>${t('unit.earlierPeriods', { n: from })}</p>`;
  const newest =
    columns.length > COLUMNS_ON_PHONES &&
    html`<p class="hint narrow-only">${t('unit.valuesNewest', { n: COLUMNS_ON_PHONES, all: view.periods.length })}<a href="${ctx.file(`${view.path}${VALUES}`)}" download>${VALUES}</a></p>`;
  const table = html`<sun-table><table class="board" aria-labelledby="values"><thead><tr><th scope="col">${t('board.unit')}</th>${head}</tr></thead><tbody>${rows}</tbody></table></sun-table>`;
  return html`<section aria-labelledby="values"><h2 id="values">${valuesHead(view, ctx)}</h2>${left}${newest}${tableScroll('values', table)}${notes.list(t('unit.figureNotes'))}</section>`;
}

function valuesHead({ of, unit_label: label }: IndicatorView, ctx: SheetContext): Html {
  if (of !== 'value') return html`${ctx.t('unit.scores')}`;
  return label === null ? html`${ctx.t('unit.values')}` : phraseAround('unit.valuesIn', 'label', ctx.say(label), ctx);
}

/** Positions from `from` on for which the unit has a row, the newest first. */
function figuresOf({ values, statuses }: IndicatorRow, from: number): number[] {
  return values.flatMap((value, at) => (at >= from && (value !== null || statuses[at] !== undefined) ? at : [])).reverse();
}

/** What the office says of a figure, and where it is from. */
function besideOf({ notes, sources }: IndicatorRow, at: number, ctx: SheetContext): Html[] {
  const [note, source] = [notes?.[at], sources?.[at]];
  return [
    ...(note === undefined ? [] : [ctx.say(note)]),
    ...(source === undefined ? [] : [html`${ctx.t('unit.fact.source')}${ctx.t('board.colon')}${ctx.say(source)}`]),
  ];
}

/** What all figures of a period are alike, such as provisional: its column's head says so once. */
function sharedStatus({ rows }: IndicatorView, at: number): FigureStatus | null {
  const found = new Set(rows.flatMap(({ values, statuses }) => ((values[at] ?? null) === null ? [] : (statuses[at] ?? 'final'))));
  const [status] = found;
  return found.size === 1 && status !== undefined && status !== 'final' ? status : null;
}

interface CellShows {
  readonly isWide: boolean;
  readonly shared: FigureStatus | null;
  readonly notes: Footnotes;
}

function cell(row: IndicatorRow, at: number, { isWide, shared, notes }: CellShows, view: IndicatorView, ctx: SheetContext): Html {
  const { values, statuses, targets = {}, absent = {} } = row;
  const value = values[at] ?? null;
  const status = statuses[at];
  const own = value === null ? NOTHING : html`${figureText(value, view.decimals)}`;
  const away = absent[at];
  const reason = away
    ? html`<small>${ctx.t(`unit.absent.${away}`)}</small>`
    : status !== undefined && status !== 'none' && (value === null || status !== shared) && html` <small>${statusText(status, ctx)}</small>`;
  const target = targets[at] !== undefined && html` <small>${ctx.t('board.ownTarget', { n: exactText(targets[at], view.decimals) })}</small>`;
  const mark = notes.mark(besideOf(row, at, ctx));
  // It is sorted by its figure, and not by another number that stands beside.
  const key = (target || mark !== NOTHING) && html` data-value="${value ?? ''}"`;
  return html`<td class="num${isWide && ' wide'}"${key}>${value === null && !reason ? '–' : own}${reason}${target}${mark}</td>`;
}

function indicatorFacts(view: IndicatorView, ctx: SheetContext): Html {
  const { t } = ctx;
  return html`<dl class="facts is-list">${[
    fact(t('unit.fact.direction'), t(`unit.direction.${view.direction}`)),
    fact(t('unit.fact.target'), view.target === null ? null : withLabel(exactText(view.target, view.decimals), view.unit_label, ctx)),
    fact(t('unit.fact.unitLabel'), view.unit_label && ctx.say(view.unit_label)),
    fact(t('unit.fact.dimension'), view.dimension_name && sayNamed(view.dimension_name, ctx)),
    fact(t('unit.fact.weight'), view.weight === null ? null : weightText(view.weight, view.weights)),
    fact(t('unit.fact.basis'), basisWord(view.basis, ctx)),
    fact(t('unit.fact.source'), view.source && ctx.say(view.source)),
    fact(t('board.fact.methodVersion'), view.method_version),
    fact(t('board.fact.asOf'), dateHtml(view.as_of, ctx)),
  ]}</dl>`;
}

const BASES = ['period', 'ytd', 'point', 'yoy'] as const;

function basisWord(basis: string | null, ctx: SheetContext): string | null {
  const known = BASES.find((one) => one === basis);
  return known ? ctx.t(`unit.basis.${known}`) : basis;
}
