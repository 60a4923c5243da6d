/** A unit's sheet (单位画像). */
import { type Html, html, join, NOTHING } from '../html.ts';
import { formatList } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import type { UNIT_KINDS } from '../model/portal.ts';
import { COMPARE, compareQuery, programmePath, tasksPath, UNITS, unitPath } from '../views/address.ts';
import type { UnitProgramme, UnitSeries, UnitView } from '../views/unit.ts';
import type { UnitLife, UnitLink } from '../views/unitLife.ts';
import { adjustmentList } from './adjustmentList.ts';
import { appealList } from './appealList.ts';
import { inSentence, rankOf } from './boardWords.ts';
import { correctionList } from './correctionList.ts';
import { figure } from './figure.ts';
import { dateHtml, dateText, documentLink, fact, phraseParts, plainNamed, sayNamed, section } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { unitAwards, unitLegend } from './unitAwards.ts';
import { dimensionStrip, kindText, lineOf, rankChart, scoreChart } from './unitCharts.ts';
import { dimensionTable } from './unitDimensionTable.ts';
import { historyTable } from './unitHistory.ts';
import { unitLead } from './unitLead.ts';
import { unitMultiples } from './unitMultiples.ts';
import { unitTasks } from './unitTasks.ts';
import { isKnownKind, oneWord, sayAlias } from './unitWords.ts';

export function unitSheet(view: UnitView, ctx: SheetContext): Sheet {
  const lead = unitLead(view, ctx);
  const name = plainNamed(view, ctx);
  return {
    title: name,
    description: lead,
    crumbs: [
      { name: ctx.t('unit.units'), path: UNITS },
      { name, path: null },
    ],
    main: unitMain(view, lead, ctx),
    nav: UNITS,
    publishedOn: view.published_on,
    search: { words: searchWords(view, ctx) },
    jsonLd: [organization(view, ctx)],
  };
}

function searchWords(view: UnitView, ctx: SheetContext): string[] {
  const former = view.events.flatMap(({ from_name: from }) => (from === null ? [] : typeof from === 'string' ? from : Object.values(from)));
  const short = view.short_name === null ? [] : [ctx.plain(view.short_name)];
  return [
    ...new Set([...Object.values(view.names ?? {}), view.name, ...short, ...former, ...view.aliases, ...(view.code === null ? [] : [view.code])]),
  ];
}

/** Kinds of unit that are no part of government. */
const APART: ReadonlySet<string> = new Set<(typeof UNIT_KINDS)[number]>(['enterprise']);

/** An office says its own kinds too, of which no more is known than that they are organizations. */
function organizationType({ kind }: Pick<UnitView, 'kind'>): string {
  return kind === null || (isKnownKind(kind) && !APART.has(kind)) ? 'GovernmentOrganization' : 'Organization';
}

function organization(view: UnitView, ctx: SheetContext): object {
  const others = searchWords(view, ctx).filter((word) => word !== plainNamed(view, ctx) && word !== view.code);
  return {
    '@context': 'https://schema.org',
    '@type': organizationType(view),
    name: plainNamed(view, ctx),
    ...(others.length > 0 && { alternateName: others }),
    url: `${ctx.config.site ?? ''}${ctx.href(unitPath(view.unit))}`,
    ...(view.code !== null && { identifier: view.code }),
    ...(view.parent && { parentOrganization: { '@type': organizationType(view.parent), name: plainNamed(view.parent, ctx) } }),
    ...(view.valid_to !== null && { dissolutionDate: view.valid_to }),
  };
}

function unitMain(view: UnitView, lead: string, ctx: SheetContext): Html {
  const { t } = ctx;
  return html`${kicker(view, ctx)}
<h1>${sayNamed(view, ctx)}</h1>
<p class="lead">${lead}</p>
${joinOrigins(view.events).map((event) => lifeNote(event, ctx))}
${programmeSwitch(view.programmes.filter(hasResults), ctx)}
${view.programmes.filter(hasResults).map((programme) => programmeSection(view, programme, ctx))}
${section('awards', t('unit.awards'), unitAwards(view, ctx))}
${section('tasks', t('unit.tasks'), unitTasks(view, ctx))}
${section('corrections', t('board.corrections'), correctionList(view.corrections, ctx))}
${section('appeals', t('board.appeals'), appealList(view.appeals, ctx))}
${section('life', t('unit.life'), lifeList(view.events, ctx))}
${section('about', t('unit.about'), aboutUnit(view, ctx))}
${unitLegend(view, ctx)}`;
}

function kicker({ kind, parent }: UnitView, ctx: SheetContext): Html {
  if (kind === null && !parent) return html`<p class="kicker"><a href="${ctx.href(UNITS)}">${ctx.t('unit.units')}</a></p>`;
  return html`<p class="kicker">${kind !== null && oneWord(kind, ctx)}${kind !== null && parent && ' · '}${parent && linkTo(parent, ctx)}</p>`;
}

function linkTo(link: UnitLink, ctx: SheetContext): Html {
  return html`<a href="${ctx.href(link.path)}">${sayNamed(link, ctx)}</a>`;
}

function linksTo(links: readonly UnitLink[], ctx: SheetContext): Html {
  return html`${links.map((link, at) => html`${at > 0 && ctx.t('board.listComma')}${linkTo(link, ctx)}`)}`;
}

/** Whether the page has a section on it: what it only leads tasks in, or is a member of, is told elsewhere. */
function hasResults({ series, dimensions, adjustments }: UnitProgramme): boolean {
  return series.length + dimensions.length + adjustments.length > 0;
}

function programmeSwitch(programmes: readonly UnitProgramme[], ctx: SheetContext): Html {
  if (programmes.length < 2) return NOTHING;
  const links = programmes.map(({ programme, programme_name: name }) => html`<li><a href="#p-${programme}">${sayNamed(name, ctx)}</a></li>`);
  return html`<nav class="switch" aria-label="${ctx.t('unit.programmes')}"><ul>${links}</ul></nav>`;
}

function programmeSection(view: UnitView, programme: UnitProgramme, ctx: SheetContext): Html {
  const { programme: id, programme_name: name, parent, series, adjustments } = programme;
  const parentNote =
    parent && html`<p class="note">${ctx.t('unit.linked')} <a href="${ctx.href(programmePath(parent.programme))}">${sayNamed(parent, ctx)}</a></p>`;
  const lines = series.map((one) => lineOf(view, programme, one, ctx));
  const inGroups = series.some(({ group }) => group !== null);
  return html`<section aria-labelledby="p-${id}"><h2 id="p-${id}"><a href="${ctx.href(programmePath(id))}">${sayNamed(name, ctx)}</a></h2>${parentNote}${lines.map(
    (line, at) => {
      const table = `h-${id}-${at}`;
      const own = line.series.group_name;
      // Beside results within groups, those among all units must say what they are.
      const group = own ? sayNamed(own, ctx) : inGroups && ctx.t('board.allUnits');
      const kind = kindText(line, ctx);
      const heading = (group || kind) && html`<h3>${group}${group && kind && ctx.t('programme.dot')}${kind}</h3>`;
      const charts =
        line.rows.length > 1 &&
        html`<div class="charts">${figure(rankChart(line, ctx), `rank-${id}-${at}`, ctx, { table })}${figure(scoreChart(line, ctx), `score-${id}-${at}`, ctx, { table })}</div>`;
      return html`${heading}${charts}${historyTable(line, table, ctx)}${isFirstOf(line.series, series) && line.rows.some(({ of }) => of > 1) && compareLink(view, id, line.series, ctx)}`;
    },
  )}${dimensionPart(view, programme, ctx)}${adjustments.length > 0 && html`<h3>${ctx.t('board.adjustments')}</h3>${adjustmentList(adjustments, ctx, programme)}`}</section>`;
}

/** Months and years of one group are compared at one address. */
function isFirstOf(series: UnitSeries, all: readonly UnitSeries[]): boolean {
  return all.find(({ group, dimension }) => group === series.group && dimension === series.dimension) === series;
}

function compareLink({ unit }: UnitView, programme: string, { group, dimension }: UnitSeries, ctx: SheetContext): Html {
  const query = compareQuery({ programme, group, measure: dimension, units: [unit] });
  return html`<p class="no-print"><a href="${ctx.href(COMPARE)}${query}">${ctx.t(group === null ? 'unit.compareAll' : 'unit.compare')}</a></p>`;
}

function dimensionPart(view: UnitView, programme: UnitProgramme, ctx: SheetContext): Html {
  if (programme.dimensions.length === 0) return NOTHING;
  const strip = dimensionStrip(programme, view.as_of, ctx);
  const id = `d-${programme.programme}`;
  return html`<h3 id="${id}">${ctx.t('unit.dimensions')}</h3>${extremesText(programme, ctx)}${strip && figure(strip, `strip-${programme.programme}`, ctx, { live: false, table: `${id}-table` })}${unitMultiples(programme, ctx)}${dimensionTable(programme, id, ctx)}`;
}

/** Past so many that share a place, the table says it better. */
const MOST_EXTREMES = 3;

/** Where it stands best and where worst, by place, all that share it; nothing for fewer than three dimensions, or where all are alike. */
export function extremesText({ dimensions }: UnitProgramme, ctx: SheetContext): Html {
  const ranked = dimensions.flatMap((dimension) =>
    dimension.rank === null || dimension.ranked < 2 ? [] : { ...dimension, share: (dimension.rank - 1) / (dimension.ranked - 1) },
  );
  const sorted = ranked.toSorted((a, b) => a.share - b.share);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (sorted.length < 3 || !first || !last) return NOTHING;
  const isLike = (one: typeof first) => (other: typeof first) => other.share === one.share || (other.rank === one.rank && other.of === one.of);
  const [best, worst] = [ranked.filter(isLike(first)), ranked.filter(isLike(last))];
  if (best.some((one) => worst.includes(one)) || best.length > MOST_EXTREMES || worst.length > MOST_EXTREMES) return NOTHING;
  // Those of one end must print one place: 2 of 4 and 3 of 7 lie as far down, and are not the same.
  if ([best, worst].some((end) => new Set(end.map(({ rank, of }) => `${rank}/${of}`)).size > 1)) return NOTHING;
  const names = (end: typeof best) =>
    formatList(
      end.map(({ title }) => plainNamed(title, ctx)),
      ctx.lang,
    );
  const place = (end: typeof best, { rank, of }: typeof first) =>
    rankOf(
      rank as number,
      end.every(({ tied }) => tied),
      of,
      ctx,
    );
  return html`<p>${ctx.t('unit.extremes', { best: names(best), bestPlace: place(best, first), worst: names(worst), worstPlace: place(worst, last) })}</p>`;
}

/** The events, those of one day and kind by which others came into the unit as one: each of them may have a row of its own. */
function joinOrigins(events: readonly UnitLife[]): UnitLife[] {
  const joined: UnitLife[] = [];
  for (const event of events) {
    const at = joined.findIndex((other) => isOrigin(other) && isOrigin(event) && other.date === event.date && other.type === event.type);
    const other = joined[at];
    if (other) joined[at] = { ...other, predecessors: [...other.predecessors, ...event.predecessors] };
    else joined.push(event);
  }
  return joined;
}

function isOrigin({ successors, predecessors }: UnitLife): boolean {
  return successors.length === 0 && predecessors.length > 0;
}

/** What a reader who looks for an old unit, or in an old name, must see at once. */
function lifeNote(event: UnitLife, ctx: SheetContext): Html {
  if (event.type !== 'merge' && event.type !== 'split' && event.type !== 'abolish') return NOTHING;
  const { successors, predecessors, date, type } = event;
  if (isOrigin(event)) return html`<p class="note">${dayAndUnits(originKey(event, type), date, predecessors, ctx)}</p>`;
  if (event.goes_on && successors.length > 0) return html`<p class="note">${dayAndUnits('unit.parted', date, successors, ctx)}</p>`;
  const now = successors.length > 0 && html`${ctx.t('board.comma')}${inSentence(ctx.t('unit.successors'))}${linksTo(successors, ctx)}`;
  return html`<p class="note">${dateHtml(date, ctx)} ${ctx.t(`unit.event.${type}`)}${now}</p>`;
}

/** Of a unit that was there before nobody may say that it was formed then. */
function originKey({ goes_on: goesOn }: UnitLife, type: 'merge' | 'split' | 'abolish'): Key {
  return goesOn && type !== 'abolish' ? `unit.joined.${type}` : `unit.origin.${type}`;
}

/** Where a unit comes from, or what came of it, as a sentence. */
function dayAndUnits(key: Key, date: string, units: readonly UnitLink[], ctx: SheetContext): Html {
  const day = '\0';
  const [before, after] = phraseParts(key, 'units', ctx, { date: day });
  const dated = (text: string): Html => {
    const [head, tail] = text.split(day);
    return tail === undefined ? html`${head}` : html`${head}${dateHtml(date, ctx)}${tail}`;
  };
  return html`${dated(before)}${linksAnd(units, ctx)}${dated(after)}`;
}

function linksAnd(links: readonly UnitLink[], ctx: SheetContext): Html {
  return html`${links.map((link, at) => html`${at > 0 && ctx.t(at === links.length - 1 ? 'unit.origin.and' : 'board.listComma')}${linkTo(link, ctx)}`)}`;
}

function lifeList(events: readonly UnitLife[], ctx: SheetContext): Html {
  if (events.length === 0) return NOTHING;
  const items = events.map(
    (event) =>
      html`<li><p>${dateHtml(event.date, ctx)} <span class="tag">${ctx.t(`unit.event.${event.type}`)}</span> ${
        event.from_name && ctx.say(event.from_name)
      }${event.from_name && event.to_name && ' → '}${event.to_name && ctx.say(event.to_name)}</p>${
        event.predecessors.length > 0 && html`<p>${ctx.t(event.goes_on ? 'unit.joined' : 'unit.predecessors')}${linksTo(event.predecessors, ctx)}</p>`
      }${event.successors.length > 0 && html`<p>${ctx.t(event.goes_on ? 'unit.partedOff' : 'unit.successors')}${linksTo(event.successors, ctx)}</p>`}${
        !event.comparable && html`<p>${ctx.t('unit.notComparable')}</p>`
      }${event.note && html`<p>${ctx.say(event.note)}</p>`}${event.document && html`<p>${documentLink(event.document, ctx)}</p>`}</li>`,
  );
  return html`<ol class="timeline">${items}</ol>`;
}

function aboutUnit(view: UnitView, ctx: SheetContext): Html {
  const { t } = ctx;
  const groups = view.programmes.flatMap(({ groups: own, programme_name: programme }) =>
    own.map(
      ({ name, from, to }) =>
        html`<li>${sayNamed(programme, ctx)}${t('board.colon')}${sayNamed(name, ctx)}${(from || to) && html` <small>${span(from, to, ctx)}</small>`}</li>`,
    ),
  );
  const judges = view.judges.map(
    (programme) => html`<li><a href="${ctx.href(programmePath(programme.programme))}">${sayNamed(programme, ctx)}</a></li>`,
  );
  return html`<dl class="facts is-list">${[
    fact(t('unit.fact.code'), view.code),
    fact(t('unit.fact.short'), view.short_name && ctx.say(view.short_name)),
    fact(
      t('unit.fact.aliases'),
      view.aliases.length > 0 &&
        join(
          view.aliases.map((name) => sayAlias(name, ctx)),
          t('board.listComma'),
        ),
    ),
    fact(t('unit.fact.parent'), view.parent && linkTo(view.parent, ctx)),
    fact(t('unit.fact.children'), view.children.length > 0 && linksTo(view.children, ctx)),
    fact(t('unit.fact.groups'), groups.length > 0 && html`<ul class="stack">${groups}</ul>`),
    fact(t('unit.fact.judges'), judges.length > 0 && html`<ul class="stack">${judges}</ul>`),
    fact(t('unit.fact.taskLists'), taskLists(view, ctx)),
    fact(t('unit.fact.valid'), (view.valid_from || view.valid_to) && span(view.valid_from, view.valid_to, ctx)),
    fact(t('board.fact.asOf'), dateHtml(view.as_of, ctx)),
  ]}</dl>`;
}

function taskLists({ programmes }: UnitView, ctx: SheetContext): Html | null {
  const own = programmes.filter(({ has_tasks: has }) => has);
  if (own.length === 0) return null;
  return html`${own.map(({ programme, programme_name: name }, at) => html`${at > 0 && ctx.t('board.listComma')}<a href="${ctx.href(tasksPath(programme))}">${sayNamed(name, ctx)}</a>`)}`;
}

function span(from: string | null, to: string | null, ctx: SheetContext): string {
  if (from === null) return ctx.t('unit.until', { to: dateText(to as string, ctx) });
  return to === null
    ? ctx.t('unit.since', { from: dateText(from, ctx) })
    : ctx.t('unit.fromTo', { from: dateText(from, ctx), to: dateText(to, ctx) });
}
