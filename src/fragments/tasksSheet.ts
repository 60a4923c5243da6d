/** The task list (任务清单): how many, in which state, how many on time, which are late and by how much, who leads them. */
import { type Html, html, jsonForScript, NOTHING, raw } from '../html.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import { programmePath, taskPath, tasksPagePath, tasksPath } from '../views/address.ts';
import { TASKS_PER_PAGE, type TaskRow, type TasksView } from '../views/tasks.ts';
import { inSentence } from './boardWords.ts';
import { dataset } from './dataset.ts';
import { figure } from './figure.ts';
import { statusWord } from './methodStatus.ts';
import { pager } from './pager.ts';
import { capital, dueHtml, fact, plainNamed, sayNamed, section, sentences, unitLink } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { listTimeline } from './taskCharts.ts';
import { type Counted, goneParts, goneWord, listGone, taskStates } from './taskStates.ts';
import { hasTick, leadsText, type TaskSection, taskColumns, tasksTable } from './tasksTable.ts';
import { stageTexts, taskWords } from './taskWords.ts';

/** The law of the list in one sentence: closed + open + withdrawn + carried = posted. Then what is late, and what was not posted. */
export function tasksLead(view: Counted & Pick<TasksView, 'count' | 'drafts' | 'overdue' | 'as_of'>, ctx: SheetContext): string {
  const { t } = ctx;
  const { posted } = taskWords(stageTexts(view.terms.stages, ctx), ctx);
  if (view.count === 0) return t('task.leadOnlyDrafts', { n: view.drafts, posted });
  return sentences(
    [
      t('task.lead', { count: view.count, posted, parts: taskStates(view, ctx) }),
      view.outcomes.open > 0 && (view.overdue > 0 ? t('task.leadLate', { n: view.overdue }) : t('task.leadNoneLate', { n: view.outcomes.open })),
      view.drafts > 0 && t('task.leadDrafts', { n: view.drafts, posted }),
    ],
    ctx,
  );
}

/** Evaluated tasks are closed ones: the number of the closed must not be read without them. */
function closedText({ by_status: { evaluated = 0 }, terms }: TasksView, share: string, ctx: SheetContext): string {
  if (evaluated === 0) return share;
  const word = inSentence(terms.stages.evaluated ? plainNamed(terms.stages.evaluated, ctx) : statusWord('evaluated', {}, ctx));
  return share + ctx.t('programme.comma') + ctx.t('task.closedEvaluated', { n: evaluated, word });
}

function glance(view: TasksView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { open, closed, withdrawn, carried } = view.outcomes;
  const judged = view.closed_on_time + view.closed_late;
  const words = taskWords(stageTexts(view.terms.stages, ctx), ctx);
  const over = carriedHead(view, ctx);
  const gone = goneParts(view, ctx);
  const goneBy = goneWord(gone, view, ctx);
  const share = (n: number, of: number): string => t('task.shareOf', { share: of === 0 ? '0' : formatShort((n / of) * 100, 1) });
  return html`<dl class="facts">${fact(words.postedHead, view.count)}${fact(words.closedHead, closed, closedText(view, share(closed, view.count), ctx))}${fact(t('task.open'), open)}${
    withdrawn > 0 && fact(goneBy, withdrawn, gone.length > 1 && listGone(gone, ctx))
  }${carried > 0 && fact(over, carried)}${fact(t('task.overdueNow', { closed: words.closed }), view.overdue > 0 && view.pages === 1 ? html`<a href="#only-late">${view.overdue}</a>` : view.overdue)}${
    judged > 0 &&
    fact(capital(t('task.closedOnTime', { closed: words.closed })), view.closed_on_time, t('task.ofClosed', { n: judged, closed: words.closed }))
  }${view.behind > 0 && fact(t('task.behindPlan'), view.behind)}${view.extended > 0 && fact(t('task.extendedOnce'), view.extended)}${view.drafts > 0 && fact(t('task.drafts'), view.drafts, t('task.notPosted', { posted: words.posted }))}</dl><p class="soft">${lawText(view, goneBy, ctx)}</p>`;
}

/** That the parts add up to the whole. */
function lawText({ outcomes, count, terms }: TasksView, goneBy: string, ctx: SheetContext): string {
  const { open, closed: done, withdrawn, carried } = outcomes;
  const { posted, closed } = taskWords(stageTexts(terms.stages, ctx), ctx);
  const words = { posted, closed, gone: inSentence(goneBy), over: inSentence(carriedHead({ terms }, ctx)) };
  return capital(ctx.t('task.law', { ...words, done, open, withdrawn, carried, count }));
}

function carriedHead({ terms }: Pick<TasksView, 'terms'>, ctx: SheetContext): string {
  const own = terms.stages.carried_over;
  return own ? plainNamed(own, ctx) : ctx.t('task.carried');
}

/** Counts of one facet, as words and numbers; links where `anchor` says what shows one alone. */
function facet(
  name: string,
  items: readonly { readonly id: string; readonly label: Html }[],
  counts: Readonly<Record<string, number>>,
  anchor: ((id: string) => string | null) | null,
) {
  const shown = items.filter(({ id }) => (counts[id] ?? 0) > 0);
  if (shown.length === 0) return NOTHING;
  const cells = shown.map(({ id, label }) => {
    const to = anchor?.(id) ?? null;
    return html`<li>${to === null ? label : html`<a href="#${to}">${label}</a>`} ${counts[id]}</li>`;
  });
  return html`<div><h3>${name}</h3><ul class="chips">${cells}</ul></div>`;
}

type Sectioned = 'batch' | 'category' | null;

function sectionedBy(view: TasksView): Sectioned {
  const isDivided = (counts: Readonly<Record<string, number>>): boolean => Object.keys(counts).filter((id) => id !== '').length > 1;
  return isDivided(view.by_batch) ? 'batch' : isDivided(view.by_category) ? 'category' : null;
}

/** How many tasks of each status are listed, those that were not posted too. */
function listedByStatus({ by_status: posted, drafts_by_status: drafts }: TasksView): Readonly<Record<string, number>> {
  const { draft, ...others } = drafts;
  const all: Record<string, number> = { ...(draft !== undefined && { draft }), ...posted };
  for (const [status, n] of Object.entries(others)) all[status] = (all[status] ?? 0) + n;
  return all;
}

/** So many categories and origins can be shown alone without a script: those that the stylesheet knows (only.css). */
const ALONE = { c: 12, o: 6 } as const;

function facets(view: TasksView, by: Sectioned, ctx: SheetContext): Html {
  const { t } = ctx;
  const stages = stageTexts(view.terms.stages, ctx);
  const byStatus = listedByStatus(view);
  const statuses = Object.keys(byStatus).map((id) => ({ id, label: html`${statusWord(id, stages, ctx)}` }));
  const named = (items: TasksView['terms']['batches'], counts: Readonly<Record<string, number>>) => {
    const known = new Set(items.map((item) => item.id));
    const rest = Object.keys(counts).filter((id) => id !== '' && !known.has(id));
    const unassigned = { id: '', label: html`${t('task.noSection')}` };
    return [...items.map((item) => ({ id: item.id, label: sayNamed(item, ctx) })), ...rest.map((id) => ({ id, label: html`${id}` })), unassigned];
  };
  // A list of several pages can show one status alone only with a script, which then has its own controls.
  const inline = view.pages === 1;
  const section = (id: string) => `s-${id === '' ? 'none' : id}`;
  const only = (letter: keyof typeof ALONE, items: readonly { readonly id: string }[]) => (id: string) => {
    const at = items.slice(0, ALONE[letter]).findIndex((item) => item.id === id);
    return at < 0 ? null : `only-${letter}${at + 1}`;
  };
  return html`<div class="filters">${facet(t('task.head.status'), statuses, byStatus, inline ? (id) => `only-${id}` : null)}${facet(
    t('task.head.category'),
    named(view.terms.categories, view.by_category),
    view.by_category,
    inline ? (by === 'category' ? section : only('c', view.terms.categories)) : null,
  )}${facet(t('task.head.origin'), named(view.terms.origins, view.by_origin), view.by_origin, inline ? only('o', view.terms.origins) : null)}${facet(
    t('task.head.batch'),
    named(view.terms.batches, view.by_batch),
    view.by_batch,
    inline && by === 'batch' ? section : null,
  )}</div>`;
}

/** Where the links of the facets lead: the stylesheet shows one kind of rows alone while its anchor is the target. */
function anchors(view: TasksView, ctx: SheetContext): Html {
  const ids = [
    ...Object.keys(listedByStatus(view)),
    ...view.terms.categories.slice(0, ALONE.c).map((_, i) => `c${i + 1}`),
    ...view.terms.origins.slice(0, ALONE.o).map((_, i) => `o${i + 1}`),
    'late',
  ];
  return html`${ids.map((id) => html`<span id="only-${id}" class="anchor"></span>`)}<p class="show-all"><a href="#tasks">${ctx.t('task.showAll')}</a></p>`;
}

/** What `<sun-filter>` offers to choose from, in words: ids and names. */
function filterWords(view: TasksView, ctx: SheetContext): Html {
  const stages = stageTexts(view.terms.stages, ctx);
  const named = (items: TasksView['terms']['batches']) => items.map((item) => [item.id, plainNamed(item, ctx)]);
  return raw(
    jsonForScript({
      status: Object.keys(listedByStatus(view)).map((id) => [id, statusWord(id, stages, ctx)]),
      lead: Object.entries(view.units).map(([unit, name]) => [unit, plainNamed(name, ctx)]),
      category: named(view.terms.categories),
      batch: named(view.terms.batches),
      origin: named(view.terms.origins),
    }),
  );
}

function sectionsOf(view: TasksView, rows: readonly TaskRow[], by: Sectioned, ctx: SheetContext): TaskSection[] {
  if (by === null || view.pages > 1) return [{ id: 'list', name: null, rows }];
  const groups = new Map<string | null, TaskRow[]>();
  const terms = by === 'batch' ? view.terms.batches : view.terms.categories;
  for (const { id } of terms) groups.set(id, []);
  for (const row of rows) {
    if (row.outcome === 'draft') continue;
    const group = groups.get(row[by]);
    if (group) group.push(row);
    else groups.set(row[by], [row]);
  }
  const sections = [...groups].map(([id, own]) => {
    const term = terms.find((one) => one.id === id);
    return { id: `s-${id ?? 'none'}`, name: term ? sayNamed(term, ctx) : html`${id ?? ctx.t('task.noSection')}`, rows: own };
  });
  const drafts = {
    id: 'drafts',
    name: html`${ctx.t('task.draftsSection', { posted: taskWords(stageTexts(view.terms.stages, ctx), ctx).posted })}`,
    rows: rows.filter(({ outcome }) => outcome === 'draft'),
  };
  return [...sections, drafts].filter((one) => one.rows.length > 0);
}

/** What the list of late tasks leaves out: those that are only counted may be later than any in it. */
function lateRest({ overdue: n, overdue_listed: named }: TasksView, shown: number, { t }: SheetContext): string {
  if (named === shown) return t('task.lateUnnamed', { n, rest: n - shown });
  return t(named < n ? 'task.lateMoreNamed' : 'task.lateMore', { n, shown });
}

function lateList(view: TasksView, ctx: SheetContext): Html {
  const rows = view.late.map((row) => {
    const leads = raw(leadsText(row, view, (unit) => unitLink(unit, view.units, ctx).text, ctx));
    return html`<tr><th scope="row"><a href="${ctx.href(taskPath(view.programme, row.task))}">${sayNamed({ name: row.title, ...(row.titles ? { names: row.titles } : {}) }, ctx)}</a> <small class="narrow-only">${leads}</small></th><td class="wide">${leads}</td><td>${row.due_on && dueHtml(row.due_on, row.due_text, ctx)}</td><td class="num">${ctx.t('task.lateBy', { n: formatNumber(row.overdue_days) })}</td></tr>`;
  });
  if (rows.length === 0) return NOTHING;
  const { t } = ctx;
  const more = view.overdue > rows.length ? html`<p class="soft">${lateRest(view, rows.length, ctx)}</p>` : NOTHING;
  return html`${tableScroll('table-lateTitle', html`<table class="board"><caption id="table-lateTitle" class="visually-hidden">${t('task.lateTitle')}</caption><thead><tr><th scope="col">${t('task.head.title')}</th><th scope="col" class="wide">${t('task.head.lead')}</th><th scope="col">${t('task.head.due')}</th><th scope="col" class="num">${t('task.head.late')}</th></tr></thead><tbody>${rows}</tbody></table>`)}${more}`;
}

const LEADS_SHOWN = 40;
/** The first of them; the rest is folded in, since the list itself comes below. */
const LEADS_FIRST = 10;

function leadTable(view: TasksView, ctx: SheetContext): Html {
  const { t } = ctx;
  if (view.leads.length === 0) return NOTHING;
  const total = view.leads.reduce((sum, lead) => sum + lead.count, 0);
  const shown = view.leads.slice(0, LEADS_SHOWN);
  const [first, rest] = shown.length > LEADS_FIRST + 2 ? [shown.slice(0, LEADS_FIRST), shown.slice(LEADS_FIRST)] : [shown, []];
  const more = view.leads.length > LEADS_SHOWN && html`<p class="soft">${t('task.leadsMore', { n: view.leads.length, shown: LEADS_SHOWN })}</p>`;
  const folded =
    rest.length > 0 &&
    html`<details class="rest"><summary>${t('task.leadsRest', { n: rest.length })}</summary>${leadRows(rest, 'table-leadsRest', t('task.leadsRest', { n: rest.length }), view, ctx)}${more}</details>`;
  const role = view.terms.counted ? plainNamed(view.terms.counted, ctx) : t('task.count.role');
  const counted = t(`task.count.${view.count_for}`, { role: inSentence(role) });
  const [sum, count] = [total, view.count].map((n) => formatShort(n, 2)) as [string, string];
  return html`<p>${sentences([counted, sum !== count && t('task.distinct', { n: view.count, total: sum })], ctx)}</p>${leadRows(first, 'table-leadsTitle', t('task.leadsTitle'), view, ctx)}${folded}`;
}

function leadRows(leads: TasksView['leads'], id: string, caption: string, view: TasksView, ctx: SheetContext): Html {
  const { t } = ctx;
  const number = (n: number): string => formatShort(n, 2);
  const other = otherHead(view, ctx);
  const words = taskWords(stageTexts(view.terms.stages, ctx), ctx);
  const rows = leads.map(
    (lead) =>
      html`<tr><th scope="row">${unitLink(lead.unit, view.units, ctx)}${other !== null && lead.other > 0 && html` <small class="narrow-only">${other}${t('programme.colon')}${number(lead.other)}</small>`}</th><td class="num">${number(lead.count)}</td><td class="num">${number(lead.closed)}</td><td class="num">${number(lead.open)}</td>${other !== null && html`<td class="num wide">${number(lead.other)}</td>`}<td class="num">${number(lead.overdue)}</td></tr>`,
  );
  return tableScroll(
    id,
    html`<table class="board is-counts"><caption id="${id}" class="visually-hidden">${caption}</caption><thead><tr><th scope="col">${t('task.head.unit')}</th><th scope="col" class="num">${t('task.head.tasks')}</th><th scope="col" class="num">${words.closedHead}</th><th scope="col" class="num">${t('task.open')}</th>${other !== null && html`<th scope="col" class="num wide">${other}</th>`}<th scope="col" class="num">${t('task.head.late')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/** What the tasks are called that are neither closed nor open, where a unit leads any. */
function otherHead(view: TasksView, ctx: SheetContext): string | null {
  const { withdrawn, carried } = view.outcomes;
  if (view.leads.every(({ other }) => other === 0)) return null;
  if (withdrawn > 0 && carried > 0) return ctx.t('task.otherwise');
  return carried > 0 ? carriedHead(view, ctx) : goneWord(goneParts(view, ctx), view, ctx);
}

function listSection(view: TasksView, ctx: SheetContext): Html {
  const start = (view.page - 1) * TASKS_PER_PAGE;
  const rows = view.page === 1 ? view.tasks.slice(0, TASKS_PER_PAGE) : view.tasks;
  if (rows.length === 0) return NOTHING;
  const by = sectionedBy(view);
  const sections = sectionsOf(view, rows, by, ctx);
  const shown = ctx.t('task.shown', { from: start + 1, to: start + rows.length, n: view.listed });
  const hidden = view.count + view.drafts - view.listed;
  const unlisted = hidden > 0 ? html`<p class="note">${ctx.t('task.unlisted', { n: hidden })}</p>` : NOTHING;
  const table = tasksTable(view, sections, taskColumns(view, view.pages === 1 ? by : null), start + 1, ctx);
  const links = (label: string): Html => pager(view, (page) => tasksPagePath(view.programme, page), label, ctx);
  return html`${unlisted}<p class="soft list-span">${shown}</p>${links(ctx.t('task.pages'))}${view.pages === 1 && anchors(view, ctx)}${rows.some(hasTick) && html`<p class="soft wide-only">${ctx.t('task.planTick')}</p>`}<sun-filter><script type="application/json">${filterWords(view, ctx)}</script>${table}</sun-filter>${links(ctx.t('task.pagesBelow'))}`;
}

/** The tasks that matter next on a time line; folded in, since the list answers first. */
function timeline(view: TasksView, ctx: SheetContext): Html | false {
  const spec = listTimeline(view, ctx);
  return (
    spec !== null &&
    html`<details class="bump"><summary>${ctx.t('task.listTimelineOpen')}</summary>${figure(spec, 'list-timeline', ctx, { live: false })}</details>`
  );
}

/** What the first page says above the list. */
function summary(view: TasksView, ctx: SheetContext): Html {
  const { t } = ctx;
  return html`${section('glance', t('task.glance'), html`${glance(view, ctx)}${facets(view, sectionedBy(view), ctx)}`)}${section('late', t('task.lateTitle'), lateList(view, ctx))}${timeline(view, ctx)}${section(
    'leads',
    t('task.leadsTitle'),
    leadTable(view, ctx),
  )}`;
}

export function tasksSheet(view: TasksView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const programme = plainNamed(view, ctx);
  const first = view.page === 1;
  const lead = tasksLead(view, ctx);
  const title = first ? t('task.listTitle', { programme }) : t('task.listTitlePage', { programme, page: view.page, pages: view.pages });
  return {
    title,
    description: lead,
    crumbs: [
      { name: programme, path: programmePath(view.programme) },
      first ? { name: t('task.list'), path: null } : { name: t('task.list'), path: tasksPath(view.programme) },
      ...(first ? [] : [{ name: t('task.page', { n: view.page }), path: null }]),
    ],
    main: html`<p class="kicker"><a href="${ctx.href(programmePath(view.programme))}">${sayNamed(view, ctx)}</a></p><h1>${title}</h1><p class="lead">${lead}</p>${first && summary(view, ctx)}${section('tasks', t('task.all'), listSection(view, ctx))}`,
    nav: tasksPath(view.programme),
    publishedOn: view.latest_update,
    search: first ? { words: [] } : null,
    jsonLd: first
      ? [
          dataset(
            {
              name: title,
              description: lead,
              kind: 'tasks',
              path: tasksPath(view.programme),
              temporal: null,
              publishedOn: view.latest_update,
              changedOn: null,
            },
            ctx,
          ),
        ]
      : [],
  };
}
