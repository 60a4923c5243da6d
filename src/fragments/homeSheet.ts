/** The portal at a glance (首页). */
import { type Html, html, NOTHING } from '../html.ts';
import { formatNumber } from '../i18n/format.ts';
import type { Tone } from '../model/config.ts';
import { newestDay } from '../model/days.ts';
import { CORRECTIONS, HOME, latestPath, SEARCH, UNITS } from '../views/address.ts';
import type { HomeProgramme, HomeTable, HomeView, LateTask, Upcoming } from '../views/home.ts';
import { heldCount } from './awardsTable.ts';
import { figureText, nameText, periodText, rankCell, rankedText, withLabel } from './boardWords.ts';
import { correctionList } from './correctionList.ts';
import { instrumentMark } from './leaderboardTable.ts';
import { dateHtml, dateText, dueHtml, phraseAround, plainNamed, sayNamed, section, sentences } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { taskStates } from './taskStates.ts';
import { stageTexts, taskWords } from './taskWords.ts';
import { toneWord } from './toneMark.ts';

export function homeSheet(view: HomeView, ctx: SheetContext): Sheet {
  const lead = homeLead(view, ctx);
  return {
    title: ctx.plain(view.title),
    description: view.description === null ? lead : ctx.plain(view.description),
    crumbs: [],
    main: homeMain(view, lead, ctx),
    nav: HOME,
    publishedOn: view.published_on,
    search: null,
    jsonLd: [webSite(view, ctx)],
  };
}

function webSite(view: HomeView, ctx: SheetContext): object {
  const { publisher } = ctx.config;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: ctx.plain(view.title),
    url: `${ctx.config.site ?? ''}${ctx.href(HOME)}`,
    inLanguage: ctx.lang,
    publisher: { '@type': 'GovernmentOrganization', name: ctx.plain(publisher.name), ...(publisher.url && { url: publisher.url }) },
  };
}

function homeLead(view: HomeView, ctx: SheetContext): string {
  const { t } = ctx;
  const { counts } = view;
  const date = newestDay(view.programmes.map(({ latest }) => latest?.published_on ?? null));
  const newest = view.programmes
    .flatMap(({ latest, ...programme }) => (latest ? [{ programme, latest }] : []))
    .find(({ latest }) => latest.published_on === date);
  return sentences(
    [
      t('board.home.counts', { units: counts.units, programmes: counts.programmes }),
      newest &&
        t('board.home.newest', { programme: plainNamed(newest.programme, ctx), period: periodText(newest.latest.period, newest.programme, ctx) }),
      counts.tasks > 0 && t(lateKey(view), { n: counts.tasks, late: view.late_count }),
    ].map((part) => part ?? null),
    ctx,
  );
}

function lateKey({ counts: { tasks }, late_count: late }: HomeView): 'board.home.tasks' | 'board.home.tasksLate' | 'board.home.tasksAllLate' {
  if (late === 0) return 'board.home.tasks';
  return late === tasks ? 'board.home.tasksAllLate' : 'board.home.tasksLate';
}

function homeMain(view: HomeView, lead: string, ctx: SheetContext): Html {
  const { t } = ctx;
  return html`<h1>${ctx.say(view.title)}</h1>
${view.description && html`<p>${ctx.say(view.description)}</p>`}
<p class="lead">${lead} <small>${t('board.home.asOf', { date: dateText(view.as_of, ctx) })}</small></p>
<sun-search><form action="${ctx.href(SEARCH)}" role="search"><label for="home-search">${t(view.counts.tasks > 0 ? 'board.home.findUnit' : 'board.home.find')}</label><input id="home-search" type="search" name="q" autocomplete="off"><button>${t('board.search')}</button></form></sun-search>
${section('new', t('board.home.new'), programmeCards(view, ctx))}
${section('late', t('board.home.late', { n: view.late_count }), lateList(view, ctx))}
${section('next', t('board.home.next'), upcomingList(view.upcoming, ctx))}
${section('corrected', t('board.home.corrected'), view.corrections.length > 0 && html`${correctionList(view.corrections, ctx)}<p class="no-print"><a href="${ctx.href(CORRECTIONS)}">${t('board.home.allCorrections')}</a></p>`)}
<p class="no-print"><a href="${ctx.href(UNITS)}">${t('board.home.allUnits', { n: view.counts.units })}</a></p>`;
}

function programmeCards({ programmes }: HomeView, ctx: SheetContext): Html | false {
  if (programmes.length === 0) return false;
  return html`<ul class="cards">${programmes.map((programme) => html`<li>${programmeCard(programme, ctx)}</li>`)}</ul>${toneKey(programmes, ctx)}`;
}

const TONES: readonly Tone[] = ['positive', 'neutral', 'warning', 'negative'];

/** What the shapes of the marks mean: there are too many marks for a legend of each. Those who hear the page hear it beside each. */
function toneKey(programmes: readonly HomeProgramme[], ctx: SheetContext): Html {
  const shown = new Set(programmes.flatMap(({ held }) => held.map(({ face }) => face.tone)));
  if (shown.size === 0) return NOTHING;
  const items = TONES.filter((tone) => shown.has(tone)).map((tone) => html`<li><span class="status tone-${tone}">${toneWord(tone, ctx)}</span></li>`);
  return html`<ul class="legend" aria-hidden="true">${items}</ul>`;
}

function programmeCard(programme: HomeProgramme, ctx: SheetContext): Html {
  const { latest, tasks, held } = programme;
  return html`<article class="card"><h3><a href="${ctx.href(programme.path)}">${sayNamed(programme, ctx)}</a></h3>${
    latest &&
    html`<p class="kicker"><a href="${ctx.href(latestPath(programme.programme))}">${periodText(latest.period, programme, ctx)}</a>${latest.provisional && html` <span class="tag">${ctx.t('method.status.provisional')}</span>`}${
      latest.published_on && html` <small>${ctx.t('board.home.published')}${dateHtml(latest.published_on, ctx)}</small>`
    }</p>${latest.tables.map((table) => tableLeaders(table, ctx))}${
      latest.more_tables > 0 &&
      html`<p><a href="${ctx.href(latestPath(programme.programme))}">${ctx.t('board.home.moreTables', { n: latest.more_tables })}</a></p>`
    }`
  }${!latest && programme.description && html`<p>${ctx.say(programme.description)}</p>`}${heldMarks(held, ctx)}${taskLine(tasks, ctx)}</article>`;
}

function tableLeaders(table: HomeTable, ctx: SheetContext): Html {
  if (table.leaders.length === 0) return NOTHING;
  const name = [table.group_name, table.dimension_name].filter((one) => one !== null);
  const heading =
    name.length > 0 &&
    html`<p><strong>${name.map((one, at) => html`${at > 0 && ' · '}${sayNamed(one, ctx)}`)}</strong> <small>${rankedText(table, ctx)}</small></p>`;
  const items = table.leaders.map(
    ({ figure, rank, tied, ...leader }) =>
      html`<li value="${rank}"><a href="${ctx.href(leader.path)}">${nameText(leader, ctx)}</a>${figure !== null && html` <small>${withLabel(figureText(figure, table.decimals), table.unit_label, ctx)}</small>`}${tied && html` <small>${ctx.t('board.inBrackets', { text: rankCell(rank, tied, ctx) }).trim()}</small>`}</li>`,
  );
  const more = table.more > 0 && html`<p class="soft">${ctx.t('board.morePlace', { n: table.more, rank: table.leaders.at(-1)?.rank ?? 0 })}</p>`;
  return html`${heading}<ol>${items}</ol>${more}`;
}

function heldMarks(held: HomeProgramme['held'], ctx: SheetContext): Html {
  if (held.length === 0) return NOTHING;
  const marks = held.map(
    ({ face, awards, holders }) =>
      html`<li>${instrumentMark(face, ctx)}<span class="visually-hidden">${ctx.t('board.inBrackets', { text: toneWord(face.tone, ctx) })}</span> <small>${heldCount(face, awards, holders, ctx)}</small></li>`,
  );
  return html`<p class="soft">${ctx.t('board.home.held')}</p><ul class="marks">${marks}</ul>`;
}

function taskLine(tasks: HomeProgramme['tasks'], ctx: SheetContext): Html {
  if (!tasks) return NOTHING;
  const { path, count, drafts, overdue } = tasks;
  const states = count > 0 && html`${ctx.t('board.colon')}${taskStates(tasks, ctx)}`;
  const late = overdue > 0 && html`${ctx.t('board.semicolon')}<strong class="late">${ctx.t('board.home.overdue', { n: overdue })}</strong>`;
  return html`<p><a href="${ctx.href(path)}">${ctx.t('board.home.taskCount', { n: count })}</a><small>${states}${drafts > 0 && ctx.t('board.home.drafts', { n: drafts, posted: taskWords(stageTexts(tasks.terms.stages, ctx), ctx).posted })}${late}</small></p>`;
}

function lateList(view: HomeView, ctx: SheetContext): Html | false {
  const { late, late_count: count } = view;
  if (late.length === 0) return false;
  return html`<ul class="stack">${late.map((task) => html`<li>${lateItem(task, ctx)}</li>`)}</ul>${late.length < count && restOfLate(view, ctx)}`;
}

/** Where those stand that are not listed here. */
function restOfLate({ late, late_named: named, late_count: count, programmes }: HomeView, ctx: SheetContext): Html {
  if (named === late.length) return html`<p>${ctx.t('board.home.lateUnnamed', { n: count - named })}</p>`;
  const lists = programmes.flatMap(({ tasks, ...programme }) =>
    tasks && tasks.overdue > 0 ? html`<a href="${ctx.href(tasks.path)}">${sayNamed(programme, ctx)}</a>` : [],
  );
  return html`<p>${ctx.t(named < count ? 'board.home.lateRestNamed' : 'board.home.lateRest', { n: late.length })}${lists.map((list, at) => html`${at > 0 && ctx.t('board.listComma')}${list}`)}</p>`;
}

function lateItem(task: LateTask, ctx: SheetContext): Html {
  const leads = task.leads.map((unit, at) => html`${at > 0 && ctx.t('board.listComma')}<a href="${ctx.href(unit.path)}">${nameText(unit, ctx)}</a>`);
  return html`<a href="${ctx.href(task.path)}">${sayNamed(task, ctx)}</a> <strong class="late">${ctx.t('unit.lateBy', { n: formatNumber(task.overdue_days) })}</strong><br><small>${leads}${
    leads.length > 0 && ' · '
  }${sayNamed(task.programme_name, ctx)}${
    task.due_on && html` · ${phraseAround('board.home.dueOn', 'date', dueHtml(task.due_on, task.due_text, ctx, dateHtml), ctx)}`
  }</small>`;
}

function upcomingList(upcoming: readonly Upcoming[], ctx: SheetContext): Html | false {
  if (upcoming.length === 0) return false;
  const items = upcoming.map((item) => {
    const what = item.title ? sayNamed(item.title, ctx) : ctx.t('board.home.session', { n: item.ordinal ?? '' });
    const date = dueHtml(item.on, item.due_text, ctx, dateHtml);
    const when = phraseAround(item.type === 'task' ? 'board.home.dueOn' : 'board.home.heldOn', 'date', date, ctx);
    return html`<li><a href="${ctx.href(item.path)}">${what}</a> ${when} <small>${sayNamed(item.programme_name, ctx)}</small></li>`;
  });
  return html`<ul class="stack">${items}</ul>`;
}
