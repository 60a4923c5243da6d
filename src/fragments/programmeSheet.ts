/** A mechanism on one page (机制概览), for someone who has never heard of it. */
import type { TimelineSpec } from '../charts/spec.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { formatList, formatNumber } from '../i18n/format.ts';
import type { Period } from '../model/period.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import { awardsPath, latestPath, methodPath, programmePath, sessionsPath, tasksPath } from '../views/address.ts';
import { csvFiles, programmeTables } from '../views/dataFiles.ts';
import type { ClaimRow, FilingTotal, LeaderBoard, ProgrammeLink, ProgrammeView } from '../views/programme.ts';
import { holdingBoard } from './awardsSheet.ts';
import { facesOf } from './awardsTable.ts';
import { dayCount, figureText, inSentence, measureHead, rankedText, withLabel } from './boardWords.ts';
import { dataset } from './dataset.ts';
import { figure } from './figure.ts';
import { legend } from './legend.ts';
import {
  cadenceWord,
  capital,
  dateHtml,
  dateText,
  documentDetails,
  documentLink,
  fact,
  filingsIntro,
  kindsText,
  listText,
  plainNamed,
  sayNamed,
  section,
  sentences,
  unitLink,
  unitName,
} from './programmeWords.ts';
import { sessionTable } from './sessionsSheet.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { cellLabel, tableScroll } from './tableScroll.ts';
import { tasksLead } from './tasksSheet.ts';
import { stageTexts, taskWords } from './taskWords.ts';

/** What it is, in at most two sentences: what is judged and how often, and where it stands. */
function programmeLead(view: ProgrammeView, ctx: SheetContext): string {
  return sentences([whatSentence(view, ctx), standSentence(view, ctx)], ctx);
}

function whatSentence(view: ProgrammeView, ctx: SheetContext): string {
  const { t } = ctx;
  const name = plainNamed(view, ctx);
  const how = view.cadence === null ? '' : cadenceWord(view.cadence, ctx);
  const units = view.leaders.length > 0 || view.history.some((row) => row.path !== null);
  if (units && how !== '') return t('programme.whatUnits', { name, units: view.unit_count, how });
  if (units) return t('programme.whatUnitsPlain', { name, units: view.unit_count });
  const acts = kindsText(view.instruments, 'act', ctx);
  if (view.tasks) {
    const tasks = view.tasks.count > 0 ? view.tasks.count : view.tasks.drafts;
    const unnamed = view.tasks_only_counted ?? 0;
    return sentences(
      [
        t(view.award_count > 0 ? 'programme.whatTasksAwards' : 'programme.whatTasks', { name, tasks, acts }),
        unnamed > 0 && t('programme.whatUnnamed', { n: unnamed }),
      ],
      ctx,
    );
  }
  if (view.award_count > 0) return how === '' ? t('programme.whatAwardsPlain', { name, acts }) : t('programme.whatAwards', { name, how, acts });
  if (view.filing_kinds.length > 0) return t('programme.whatFilings', { name, kinds: kindNames(view, ctx) });
  return t('programme.whatPlain', { name });
}

function kindNames(view: ProgrammeView, ctx: SheetContext): string {
  return listText(
    view.filing_kinds.map((kind) => ctx.plain(kind.name)),
    ctx,
  );
}

function standSentence(view: ProgrammeView, ctx: SheetContext): string | null {
  const { t } = ctx;
  const groups = view.latest && groupsSentence(view, view.latest, ctx);
  if (groups) return groups;
  const [top] = view.leaders;
  // The first of one of several groups or dimensions would stand for all.
  const board = view.leaders.length === 1 || (top?.dimension === null && top.group === null) ? top : undefined;
  const first = board?.leaders.filter((leader) => leader.rank === 1).map((leader) => unitName(leader.unit, view.units, ctx)) ?? [];
  if (board && view.latest && first.length > 0 && first.length <= 3) {
    const where = boardName(board, view, ctx);
    const when = { period: formatPeriod(view.latest, ctx.lang), day: dayCount(view.latest.id) };
    if (board.ranked === 1) return board.of === 1 ? null : t('programme.standOnly', { ...when, units: formatList(first, ctx.lang), of: board.of });
    const of = board.ranked < board.of ? t('programme.standRanked', { n: board.ranked }) : board.of;
    const params = { ...when, units: formatList(first, ctx.lang), of, where };
    if (first.length > 1) return t(where === '' ? 'programme.standTied' : 'programme.standTiedIn', params);
    return t(where === '' ? 'programme.standFirst' : 'programme.standFirstIn', params);
  }
  if (view.tasks && view.tasks.count > 0) return tasksSentence(view.tasks, view.task_terms, ctx);
  if (view.held.length > 0) return t('programme.standHeld', { n: view.held.length });
  return null;
}

/** A list may have no stage for closing: nothing is said of none. */
function tasksSentence(
  { outcomes: { closed, open }, overdue: late }: NonNullable<ProgrammeView['tasks']>,
  { stages }: ProgrammeView['task_terms'],
  ctx: SheetContext,
): string | null {
  const { t } = ctx;
  if (closed > 0) return t('programme.standTasks', { closed, late, word: inSentence(taskWords(stageTexts(stages, ctx), ctx).closedHead) });
  if (open === 0) return null;
  return late > 0 ? t('programme.standLate', { n: late }) : t('task.leadNoneLate', { n: open });
}

/** Past so many the page's own cards say it better. */
const MOST_GROUPS = 3;

/** Who is first in each group of the newest total; null where all are ranked together. */
function groupsSentence(view: ProgrammeView, latest: Period, ctx: SheetContext): string | null {
  const boards = view.leaders.filter(({ dimension, group }) => dimension === null && group !== null);
  if (boards.length < 2 || boards.length < view.leaders.length) return null;
  const when = { period: formatPeriod(latest, ctx.lang), day: dayCount(latest.id) };
  if (boards.length > MOST_GROUPS) {
    const ranked = view.history.find(({ period }) => period.id === latest.id)?.ranked ?? 0;
    return ctx.t('programme.standInGroups', { ...when, ranked, n: boards.length });
  }
  const parts = boards.flatMap((board) => {
    const first = board.leaders.filter(({ rank }) => rank === 1).map(({ unit }) => unitName(unit, view.units, ctx));
    if (first.length === 0) return [];
    const units = first.length > 3 ? ctx.t('board.lead.manyFirst', { n: first.length }) : formatList(first, ctx.lang);
    return ctx.t('programme.firstInGroup', { group: boardName(board, view, ctx), units });
  });
  const list = parts.join(ctx.t('board.semicolon'));
  return parts.length === 0 ? null : ctx.t('programme.standGroups', { ...when, list });
}

function boardName(board: LeaderBoard, view: ProgrammeView, ctx: SheetContext): string {
  const group = view.groups.find((one) => one.id === board.group);
  const dimension = board.dimension === null ? undefined : view.dimension_names[board.dimension];
  return [group && plainNamed(group, ctx), dimension && plainNamed(dimension, ctx)].filter(Boolean).join(ctx.t('programme.dot'));
}

function identity(view: ProgrammeView, ctx: SheetContext): Html {
  const { t } = ctx;
  const groups = listText(
    view.groups.map((group) => plainNamed(group, ctx)),
    ctx,
  );
  return html`<dl class="facts is-list">${fact(t('programme.decidedBy'), view.decided_by !== null && ctx.say(view.decided_by))}${fact(
    t('programme.authority'),
    view.authority && html`${documentLink(view.authority, ctx)}${documentDetails(view.authority, ctx)}`,
  )}${fact(t('programme.howOften'), view.cadence !== null && cadenceWord(view.cadence, ctx))}${fact(t('programme.groups'), groups)}${fact(
    t('programme.dimensions'),
    view.dimensions.length > 0 && t('programme.dimensionCount', { n: view.dimensions.length }),
  )}${fact(t('programme.rules'), html`<a href="${ctx.href(methodPath(view.programme))}">${t('programme.toMethod')}</a>`)}</dl>`;
}

function leaderTable(board: LeaderBoard, view: ProgrammeView, ctx: SheetContext): Html {
  const { t } = ctx;
  const name = boardName(board, view, ctx);
  const scored = board.leaders.some((leader) => leader.score !== null || leader.value !== null);
  const rows = board.leaders.map(
    (leader) =>
      html`<tr><td class="rank">${t(leader.tied ? 'programme.rankTied' : 'programme.rank', { rank: leader.rank })}</td><th scope="row">${unitLink(leader.unit, view.units, ctx)}</th>${
        scored && html`<td class="num">${scoreText(leader.score ?? leader.value, board, ctx)}</td>`
      }</tr>`,
  );
  const title = name === '' ? t('programme.overall') : name;
  return html`<li class="card"><h3><a href="${ctx.href(board.path)}">${title}</a></h3><table class="board"><caption class="visually-hidden">${t('programme.leadersOf', { name: title })}</caption><thead class="visually-hidden"><tr><th scope="col">${t('programme.place')}</th><th scope="col">${t('task.head.unit')}</th>${
    scored && html`<th scope="col">${measureHead(board.by, board.unit_label, ctx)}</th>`
  }</tr></thead><tbody>${rows}</tbody></table><p class="soft">${rankedText(board, ctx)}</p></li>`;
}

function scoreText(value: number | null, { decimals, unit_label: label }: LeaderBoard, ctx: SheetContext): string {
  return value === null ? '' : withLabel(figureText(value, decimals), label, ctx);
}

const BOARDS_SHOWN = 12;

/** Which period it is, whether it may still change, and of how many dimensions it is where some are not out. */
function latestSentence(view: ProgrammeView, latest: Period, ctx: SheetContext): Html {
  const { t } = ctx;
  const out = new Set(view.leaders.map(({ dimension }) => dimension));
  const isPart = !out.has(null) && out.size < view.dimensions.length;
  const params = { period: formatPeriod(latest, ctx.lang), n: out.size, of: view.dimensions.length };
  const provisional = view.history.find(({ period }) => period.id === latest.id)?.provisional;
  return html`${t(isPart ? 'programme.latestPart' : 'programme.latestIs', params)}${provisional && html` <span class="tag">${t('method.status.provisional')}</span>`}`;
}

function latestResult(view: ProgrammeView, ctx: SheetContext): Html {
  const { t } = ctx;
  if (!view.latest || view.leaders.length === 0) return NOTHING;
  const more =
    view.leaders.length > BOARDS_SHOWN && html`<p class="soft">${t('programme.moreBoards', { n: view.leaders.length, shown: BOARDS_SHOWN })}</p>`;
  return html`<p>${latestSentence(view, view.latest, ctx)} <a href="${ctx.href(latestPath(view.programme))}">${t('programme.toLatest')}</a></p><ul class="cards">${view.leaders
    .slice(0, BOARDS_SHOWN)
    .map((board) => leaderTable(board, view, ctx))}</ul>${more}`;
}

/** Holders of one instrument on the overview; the awards page has them all. */
const HOLDERS_SHOWN = 12;

function holdings(view: ProgrammeView, ctx: SheetContext): Html {
  if (view.instruments.length === 0) return NOTHING;
  const label =
    view.award_count > 0
      ? ctx.t('programme.toAwards', { n: formatNumber(view.award_count) })
      : capital(ctx.t('programme.toAwardsPage', { acts: kindsText(view.instruments, 'act', ctx) }));
  const link = html`<p><a href="${ctx.href(awardsPath(view.programme))}">${label}</a></p>`;
  const none = view.award_count > 0 && view.held.length === 0 && html`<p>${ctx.t('award.leadNone')}</p>`;
  const shown = view.instruments.filter(({ instrument }) => isShown(instrument, view));
  return html`${legend([...facesOf(shown, ctx).values()], ctx)}${none}${holdingBoard(view.held, { ...view.award_names, instruments: view.instruments, programme: view.programme }, ctx, HOLDERS_SHOWN)}${link}`;
}

/** Whether the page has a mark of it: on a card of who holds it, or beside a session. */
function isShown(instrument: string, { held, sessions }: ProgrammeView): boolean {
  return [...held, ...sessions.flatMap(({ counts }) => counts)].some((one) => one.instrument === instrument);
}

function taskGlance(view: ProgrammeView, ctx: SheetContext): Html {
  const { tasks } = view;
  if (!tasks) return NOTHING;
  const { t } = ctx;
  const words = taskWords(stageTexts(view.task_terms.stages, ctx), ctx);
  const counts = (items: ProgrammeView['task_terms']['categories'], by: Readonly<Record<string, number>>) =>
    items.flatMap((item) => (by[item.id] ? [html`<li>${sayNamed(item, ctx)} ${by[item.id]}</li>`] : []));
  const [categories, batches] = [counts(view.task_terms.categories, tasks.by_category), counts(view.task_terms.batches, tasks.by_batch)];
  // Of both at once it could not be said of which a task has none.
  const rest = batches.length === 0 ? tasks.by_category[''] : categories.length === 0 ? tasks.by_batch[''] : undefined;
  const chips = [...categories, ...batches, ...(rest ? [html`<li>${t('task.noSection')} ${rest}</li>`] : [])];
  return html`<p>${tasksLead({ ...tasks, as_of: view.as_of, terms: view.task_terms }, ctx)}</p><dl class="facts">${fact(words.postedHead, tasks.count)}${fact(words.closedHead, tasks.outcomes.closed)}${fact(t('task.open'), tasks.outcomes.open)}${fact(
    t('task.overdueNow', { closed: words.closed }),
    tasks.overdue,
  )}${tasks.drafts > 0 && fact(t('task.drafts'), tasks.drafts, t('task.notPosted', { posted: words.posted }))}</dl>${chips.length > 0 && html`<ul class="chips">${chips}</ul>`}<p><a href="${ctx.href(tasksPath(view.programme))}">${t('programme.toTasks', { n: formatNumber(tasks.count + tasks.drafts) })}</a></p>`;
}

function sessions(view: ProgrammeView, ctx: SheetContext): Html {
  if (view.sessions.length === 0) return NOTHING;
  return html`${sessionTable({ rows: view.sessions, instruments: view.instruments }, ctx)}<p><a href="${ctx.href(sessionsPath(view.programme))}">${ctx.t('programme.toSessions')}</a></p>`;
}

function phases(view: ProgrammeView, ctx: SheetContext): Html {
  if (view.phases.length === 0) return NOTHING;
  const { t } = ctx;
  const spec: TimelineSpec = {
    kind: 'timeline',
    title: t('programme.phasesOf', { name: plainNamed(view, ctx) }),
    source: t('programme.source', { publisher: ctx.plain(ctx.config.publisher.name), date: dateText(view.as_of, ctx) }),
    asOf: view.as_of,
    asOfText: t('task.asOfDate', { date: dateText(view.as_of, ctx) }),
    rows: view.phases.map(({ name, from, to }) => ({ name: ctx.plain(name), from, to, points: [] })),
  };
  const items = view.phases.map(
    ({ name, from, to, note }) =>
      html`<li>${dateHtml(from, ctx)} ${t('programme.until', { date: dateText(to, ctx) })} <strong>${ctx.say(name)}</strong>${note !== null && html`<br>${ctx.say(note)}`}</li>`,
  );
  const shared = view.phases.some((phase, i) => view.phases[i + 1]?.from === phase.to);
  return html`${figure(spec, 'phases-chart', ctx, { live: false, table: 'phase-list' })}<ol class="timeline" id="phase-list">${items}</ol>${shared && html`<p class="soft">${t('programme.sharedDay')}</p>`}`;
}

function filingDigests({ filing_digests: digests, filing_kinds: kinds }: ProgrammeView, ctx: SheetContext): Html {
  if (digests.length === 0) return NOTHING;
  const items = digests.map(({ kind, digest }) => {
    const name = kinds.find(({ id }) => id === kind)?.name;
    return html`<li>${name !== undefined && html`${ctx.say(name)}${ctx.t('programme.colon')}`}${ctx.say(digest)}</li>`;
  });
  return html`<h3>${ctx.t('programme.digests')}</h3><ul>${items}</ul>`;
}

function filingTable(view: ProgrammeView, ctx: SheetContext): Html {
  const { t } = ctx;
  if (view.filings.length + view.filing_totals.length === 0) return NOTHING;
  const count = (row: FilingTotal): string => (row.count === null ? t('programme.fewer') : formatNumber(row.count));
  const bodies = view.filing_kinds.flatMap((kind) => {
    const total = view.filing_totals.find((row) => row.kind === kind.id);
    const own = view.filings.filter((row) => row.kind === kind.id);
    if (!total && own.length === 0) return [];
    const name = html`${ctx.say(kind.name)}${kind.note !== null && html` <small>${ctx.say(kind.note)}</small>`}`;
    return html`<tbody><tr class="section-head"><th colspan="3" scope="rowgroup">${name}</th></tr>${total && html`<tr><td>${t('programme.filed')}</td><th scope="row">${t('programme.allFilings')}</th><td class="num">${count(total)}</td></tr>`}${own.map(
      (row) => {
        const what = t(row.outcome !== undefined ? 'programme.outcome' : 'programme.stage');
        const label = row.label !== null ? ctx.say(row.label) : (row.outcome ?? row.stage ?? '');
        return html`<tr><td>${what}</td><th scope="row">${label}</th><td class="num">${count(row)}</td></tr>`;
      },
    )}</tbody>`;
  });
  return html`<p>${filingsIntro(view.min_cell, view.filing_digests.length > 0, ctx)}</p>${tableScroll('table-filings', html`<table class="board"><caption id="table-filings" class="visually-hidden">${t('programme.filings')}</caption><thead><tr><th scope="col">${t('programme.filingWhat')}</th><th scope="col">${t('programme.filingName')}</th><th scope="col" class="num">${t('programme.count')}</th></tr></thead>${bodies}</table>`)}${filingDigests(view, ctx)}`;
}

/** `印发 129，清点 129 ✓ 相符` in words, never by colour alone. */
function claimText(claim: ClaimRow, ctx: SheetContext): string {
  const { t } = ctx;
  if (claim.suppressed) return t(claim.holds ? 'programme.claimHidden' : 'programme.claimHiddenFails');
  const shown = (value: number | string | null): string => (typeof value === 'number' ? formatNumber(value) : (value ?? ''));
  const share =
    claim.printed_share !== null && claim.printed_share !== claim.printed
      ? t('programme.claimShare', { printed: claim.printed_share, counted: claim.counted_share ?? '' })
      : '';
  const params = { printed: shown(claim.printed), counted: shown(claim.counted), share };
  return t(claim.holds ? 'programme.claimHolds' : 'programme.claimFails', params);
}

function claims(view: ProgrammeView, ctx: SheetContext): Html {
  if (view.claims.length === 0) return NOTHING;
  const items = view.claims.map((claim) => {
    const label = claim.label !== null ? ctx.say(claim.label) : claim.id;
    const source = claim.document && html` <small>${documentLink(claim.document, ctx)}</small>`;
    return html`<li class="${claim.holds ? 'claim-holds' : 'claim-fails'}">${label}${ctx.t('programme.colon')}${claimText(claim, ctx)}${source}</li>`;
  });
  return html`<p>${ctx.t('programme.claimsIntro')}</p><ul>${items}</ul>`;
}

const PERIODS_SHOWN = 60;

function history(view: ProgrammeView, ctx: SheetContext): Html {
  const { t } = ctx;
  const boards = view.history.filter((row) => row.path !== null);
  if (boards.length === 0) return NOTHING;
  const firsts = boards.some((row) => row.first.length > 0);
  const rows = boards.slice(0, PERIODS_SHOWN).map((row) => {
    const name = formatPeriod(row.period, ctx.lang);
    const provisional = row.provisional && html` <span class="tag">${t('method.status.provisional')}</span>`;
    const first = row.boards.map((board) => firstOf(board, view, ctx));
    return html`<tr><th scope="row"><a href="${ctx.href(row.path as string)}">${name}</a>${provisional}</th><td class="num"${cellLabel(t('programme.rankedHead'), ctx)}>${t('board.rankedShort', { ranked: row.ranked, of: row.of })}</td>${firsts && html`<td${first.some(Boolean) && cellLabel(t('programme.first'), ctx)}>${first}</td>`}</tr>`;
  });
  const older = boards.length - rows.length;
  const table = tableScroll(
    'table-history',
    html`<table class="board is-stacked"><caption id="table-history" class="visually-hidden">${t('programme.history')}</caption><thead><tr><th scope="col">${t('programme.period')}</th><th scope="col" class="num">${t('programme.rankedHead')}</th>${firsts && html`<th scope="col">${t('programme.first')}</th>`}</tr></thead><tbody>${rows}</tbody></table>`,
  );
  return html`${table}${older > 0 && html`<p class="soft">${t('unit.earlierPeriods', { n: older })}</p>`}`;
}

/** Who stands first on a board, with the group where there are several. */
function firstOf({ group, first }: ProgrammeView['history'][number]['boards'][number], view: ProgrammeView, ctx: SheetContext): Html | null {
  if (first.length === 0) return null;
  const units = first.map((unit, i) => html`${i > 0 && ctx.t('programme.listComma')}${unitLink(unit, view.units, ctx)}`);
  const own = view.groups.find(({ id }) => id === group);
  return own ? html`<div><span class="soft">${sayNamed(own, ctx)}${ctx.t('programme.colon')}</span>${units}</div>` : html`${units}`;
}

function linkItem(link: ProgrammeLink, ctx: SheetContext): Html {
  const about = link.description !== null && html`${ctx.t('programme.colon')}${ctx.say(link.description)}`;
  return html`<li><a href="${ctx.href(programmePath(link.programme))}">${sayNamed(link, ctx)}</a>${about}</li>`;
}

function linked(view: ProgrammeView, ctx: SheetContext): Html {
  const { t } = ctx;
  return html`${view.parent && html`<p>${t('programme.parentIntro')}</p><ul>${linkItem(view.parent, ctx)}</ul>`}${
    view.children.length > 0 && html`<p>${t('programme.childrenIntro')}</p><ul>${view.children.map((child) => linkItem(child, ctx))}</ul>`
  }`;
}

function ownTables({ history, filing_totals: filings, claims }: ProgrammeView): string[] {
  return programmeTables({ history: history.length > 0, filings, claims });
}

/** What a file holds, before its name. */
function fileText(name: string, { t }: SheetContext): string {
  const known = FILES.find((one) => one === name);
  return known ? t(`programme.file.${known}`) + t('programme.inBrackets', { text: name }) : name;
}

const FILES = ['periods.csv', 'filings.csv', 'claims.csv', 'awards.csv', 'counts.csv', 'tasks.csv', 'leads.csv'] as const;

/** This page's own files, as its foot lists them, and those of its lists. */
function downloads(view: ProgrammeView, ctx: SheetContext): Html {
  const { t } = ctx;
  const files = (path: string, what: string, names: readonly string[]): Html => {
    const links = names.map((name, at) => html`${at > 0 && ' · '}<a href="${ctx.file(path + name)}" download>${fileText(name, ctx)}</a>`);
    return html`<li>${what}${t('programme.colon')}${links}</li>`;
  };
  return html`<ul class="downloads">${files(programmePath(view.programme), t('programme.dataHere'), ['index.json', ...ownTables(view)])}${
    view.instruments.length > 0 && files(awardsPath(view.programme), t('board.download.awards'), ['index.json', ...csvFiles('awards')])
  }${view.has_task_pages && files(tasksPath(view.programme), t('board.download.tasks'), ['index.json', ...csvFiles('tasks')])}</ul>`;
}

export function programmeSheet(view: ProgrammeView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const name = plainNamed(view, ctx);
  const lead = programmeLead(view, ctx);
  return {
    title: name,
    description: lead,
    crumbs: [{ name, path: null }],
    main: html`<p class="kicker">${t('programme.kicker')}</p><h1>${sayNamed(view, ctx)}</h1><p class="lead">${lead}</p>${view.description !== null && html`<p>${ctx.say(view.description)}</p>`}${identity(view, ctx)}${section(
      'latest',
      t('programme.latest'),
      latestResult(view, ctx),
    )}${section('holds', t('award.now'), holdings(view, ctx))}${section('tasks', t('programme.tasks'), taskGlance(view, ctx))}${section('sessions', t('programme.session.list'), sessions(view, ctx))}${section(
      'phases',
      t('programme.phases'),
      phases(view, ctx),
    )}${section('filings', t('programme.filings'), filingTable(view, ctx))}${section('history', t('programme.history'), history(view, ctx))}${section('claims', t('programme.claims'), claims(view, ctx))}${section(
      'linked',
      t('programme.linked'),
      linked(view, ctx),
    )}${section('data', t('programme.data'), downloads(view, ctx))}`,
    nav: programmePath(view.programme),
    publishedOn: view.published_on,
    search: { words: [view.programme] },
    jsonLd: [
      dataset(
        {
          name,
          description: lead,
          kind: 'programme',
          path: programmePath(view.programme),
          tables: ownTables(view),
          temporal: null,
          publishedOn: view.published_on,
          changedOn: null,
        },
        ctx,
      ),
    ],
  };
}
