/**
 * The table of tasks: thousands of rows on a large list, so a row is put together from pieces that were made once (a lead's link, a
 * status, a progress bar of so many percent).
 */
import { escapeHtml, type Html, html, NOTHING, raw } from '../html.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { commaOf } from '../i18n/languages.ts';
import type { Text } from '../model/text.ts';
import { taskPath, unitPath } from '../views/address.ts';
import type { Named } from '../views/name.ts';
import type { TaskRow, TasksView } from '../views/tasks.ts';
import { statusWord } from './methodStatus.ts';
import { dueWords, sayNamed, textOf } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { stageTexts } from './taskWords.ts';

type Outcome = TaskRow['outcome'];

/** The tone of a status: late and failed are negative, done is positive, set aside is neutral. */
function statusTone(status: string, outcome: Outcome, overdue: boolean): string {
  if (status === 'failed' || (overdue && outcome === 'open')) return 'negative';
  if (outcome === 'closed') return 'positive';
  return status === 'suspended' || status === 'unclaimed' ? 'warning' : 'neutral';
}

/** The status of a task as a word in its tone. */
export function statusMark(status: string, outcome: Outcome, overdue: boolean, stages: Readonly<Record<string, Text>>, ctx: SheetContext): Html {
  return html`<span class="status tone-${statusTone(status, outcome, overdue)}">${statusWord(status, stages, ctx)}</span>`;
}

/** A bar of 100 with the plan as a tick; the number stands beside it. */
export function progressBar(progress: number, planned: number | null): Html {
  const width = Math.min(100, Math.max(0, Math.round(progress)));
  const plan = planned === null ? '' : `<path class="progress-plan" d="M${Math.min(100, Math.max(0, Math.round(planned)))} 0v10"/>`;
  return raw(
    `<svg class="progress" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">` +
      `<rect class="progress-all" width="100" height="10"/><rect class="progress-done" width="${width}" height="10"/>${plan}</svg>`,
  );
}

/** Remembers what `make` gave for a key. */
function memo<K>(make: (key: K) => string): (key: K) => string {
  const made = new Map<K, string>();
  return (key) => {
    let text = made.get(key);
    if (text === undefined) {
      text = make(key);
      made.set(key, text);
    }
    return text;
  };
}

/** Whether a row's progress is drawn: of a closed task only its last report is said. */
function hasBar({ outcome, progress }: TaskRow): boolean {
  return outcome !== 'closed' && progress !== null;
}

/** Whether the bar of a row has the plan on it. */
export function hasTick(row: TaskRow): boolean {
  return hasBar(row) && row.planned !== null;
}

/** Who leads a task; those whose role has another name than the heading stand below it, under that name. */
export function leadsText({ lead, joint }: TaskRow, { terms }: TasksView, link: (unit: string) => string, ctx: SheetContext): string {
  const comma = commaOf(ctx.lang);
  const list = (units: readonly string[]): string => units.map(link).join(comma);
  if (!joint || !terms.joint) return list(lead);
  const first = list(lead.filter((unit) => !joint.includes(unit)));
  return `${first}${first && ' <br>'}<span class="soft">${sayNamed(terms.joint, ctx).text}${ctx.t('programme.colon')}</span>${list(joint)}`;
}

interface TaskColumns {
  readonly batch: boolean;
  readonly category: boolean;
  readonly progress: boolean;
}

type Writer = (row: TaskRow, number: number) => string;

function idText(items: readonly ({ readonly id: string } & Named)[], ctx: SheetContext): (id: string | null) => string {
  const byId = new Map(items.map((item) => [item.id, ctx.say(textOf(item, ctx)).text]));
  return (id) => (id === null ? '' : (byId.get(id) ?? escapeHtml(id)));
}

/** The pieces of rows, each made once for all rows that have it. */
function rowPieces(view: TasksView, ctx: SheetContext) {
  const stages = stageTexts(view.terms.stages, ctx);
  const bars = memo((key: number) => {
    const planned = key % 1000;
    const done = (key - planned) / 10_000;
    return `${progressBar(done, planned === 999 ? null : planned).text} ${formatShort(done, 1)}%`;
  });
  const lastReport = memo((progress: number) =>
    progress >= 100 ? '100%' : `<small>${ctx.t('task.lastReport', { n: formatShort(progress, 1) })}</small>`,
  );
  const isFirst = ctx.lang === ctx.config.languages[0];
  return {
    lead: memo((unit: string) => {
      const named = view.units[unit];
      return named ? `<a href="${escapeHtml(ctx.href(unitPath(unit)))}">${ctx.say(textOf(named, ctx)).text}</a>` : escapeHtml(unit);
    }),
    /** By `status|outcome|1 where it is late`. */
    status: memo((key: string) => {
      const [status, outcome, late] = key.split('|') as [string, Outcome, string];
      return statusMark(status, outcome, late === '1', stages, ctx).text;
    }),
    /** By days late, of an open task and of a closed one. */
    late: memo((days: number) => (days > 0 ? `<br><strong class="late">${ctx.t('task.lateBy', { n: formatNumber(days) })}</strong>` : '')),
    done: memo((days: number) => (days > 0 ? `<br><strong class="late">${ctx.t('task.lateWhenDone', { n: formatNumber(days) })}</strong>` : '')),
    slip: memo((days: number) => {
      if (days === 0) return '';
      return ` <span class="slip">${ctx.t(days > 0 ? 'task.slipped' : 'task.advanced', { n: formatNumber(Math.abs(days)) })}</span>`;
    }),
    progress(row: TaskRow): string {
      if (row.progress === null) return '';
      return hasBar(row) ? bars(barKey(row)) : lastReport(row.progress);
    },
    title(row: TaskRow): string {
      const own = isFirst ? row.title : row.titles?.[ctx.lang];
      return own === undefined ? ctx.say(row.title).text : escapeHtml(own);
    },
    batch: idText(view.terms.batches, ctx),
    category: idText(view.terms.categories, ctx),
  };
}

function rowWriter(view: TasksView, columns: TaskColumns, ctx: SheetContext): Writer {
  const { lead, status, late, done, slip, progress, title, batch, category } = rowPieces(view, ctx);
  const place = facetPlaces(view);
  const was = ctx.t('task.was');
  return (row, number) => {
    const due = row.due_on === null ? '' : escapeHtml(row.due_text === null ? row.due_on : dueWords({ date: row.due_on, text: row.due_text }, ctx));
    const moved = row.original_due_on !== null && row.due_on !== row.original_due_on;
    const before = moved ? `<s class="was"><span class="visually-hidden">${was}</span>${row.original_due_on}</s> ` : '';
    const time = due === '' ? '' : `<time datetime="${row.due_on}">${due}</time>`;
    const open = row.outcome === 'open';
    const leads = leadsText(row, view, lead, ctx);
    return (
      `<tr id="t-${row.task}" class="${place(row)}" data-status="${escapeHtml(row.status)}" data-lead="${row.lead.join(' ')}" data-late="${open && row.overdue ? 1 : 0}"` +
      `${row.category === null ? '' : ` data-category="${escapeHtml(row.category)}"`}${row.batch === null ? '' : ` data-batch="${escapeHtml(row.batch)}"`}` +
      `${row.origin === null ? '' : ` data-origin="${escapeHtml(row.origin)}"`}>` +
      `<td class="num wide">${number}</td><th scope="row"><a href="${ctx.href(taskPath(view.programme, row.task))}">${title(row)}</a>${leads && ` <small class="narrow-only">${leads}</small>`}</th>` +
      `<td class="wide">${leads}</td>` +
      `${columns.batch ? `<td class="wide">${batch(row.batch)}</td>` : ''}${columns.category ? `<td class="wide">${category(row.category)}</td>` : ''}` +
      `<td>${before}${time}${slip(row.slipped_days)}</td>` +
      `<td>${status(`${row.status}|${row.outcome}|${row.overdue ? 1 : 0}`)}${open && row.overdue ? late(row.overdue_days) : ''}${row.outcome === 'closed' ? done(row.overdue_days) : ''}</td>` +
      `${columns.progress ? `<td class="wide">${progress(row)}</td>` : ''}</tr>`
    );
  };
}

/**
 * `c2 o1`: which category and origin a row has, counted from 1 in the order of the programme. The stylesheet can then show one of them alone
 * without a script, whatever their ids are.
 */
function facetPlaces({ terms }: TasksView): (row: TaskRow) => string {
  const places = (letter: string, items: readonly { readonly id: string }[]) => new Map(items.map(({ id }, i) => [id, `${letter}${i + 1}`]));
  const categories = places('c', terms.categories);
  const origins = places('o', terms.origins);
  return ({ category, origin }) => `${categories.get(category ?? '') ?? 'c0'} ${origins.get(origin ?? '') ?? 'o0'}`;
}

/** Progress in tenths of a percent and the plan in percent as one number, so that equal bars are drawn once; 999 = no plan. */
function barKey({ progress, planned }: TaskRow): number {
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
  return within((progress as number) * 10, 1000) * 1000 + (planned === null ? 999 : within(planned, 100));
}

export interface TaskSection {
  readonly id: string;
  readonly name: Html | null;
  readonly rows: readonly TaskRow[];
}

/** Which columns have anything in them. */
export function taskColumns(view: TasksView, sectionedBy: 'batch' | 'category' | null): TaskColumns {
  const rows = view.tasks;
  return {
    batch: sectionedBy !== 'batch' && view.terms.batches.length > 0 && rows.some((row) => row.batch !== null),
    category: sectionedBy !== 'category' && view.terms.categories.length > 0 && rows.some((row) => row.category !== null),
    progress: rows.some((row) => row.progress !== null),
  };
}

export function tasksTable(view: TasksView, sections: readonly TaskSection[], columns: TaskColumns, first: number, ctx: SheetContext): Html {
  const write = rowWriter(view, columns, ctx);
  const heads: readonly (readonly [Key, boolean])[] = [
    ['task.head.number', true],
    ['task.head.title', false],
    ['task.head.lead', true],
    ...(columns.batch ? ([['task.head.batch', true]] as const) : []),
    ...(columns.category ? ([['task.head.category', true]] as const) : []),
    ['task.head.due', false],
    ['task.head.status', false],
    ...(columns.progress ? ([['task.head.progress', true]] as const) : []),
  ];
  let number = first;
  let body = '';
  for (const { id, name, rows } of sections) {
    const count = ctx.t('task.sectionCount', { n: rows.length });
    body += `<tbody id="${escapeHtml(id)}">`;
    if (name)
      body += `<tr class="section-head"><th colspan="${heads.length}" scope="rowgroup">${name.text} <span class="soft">${count}</span></th></tr>`;
    for (const row of rows) body += write(row, number++);
    body += '</tbody>';
  }
  const columnHeads = heads.map(([key, wide]) => html`<th scope="col"${wide ? raw(' class="wide"') : NOTHING}>${ctx.t(key)}</th>`);
  return tableScroll(
    'table-listCaption',
    html`<table class="board tasks is-stacked"><caption id="table-listCaption" class="visually-hidden">${ctx.t('task.listCaption')}</caption><thead><tr>${columnHeads}</tr></thead>${raw(body)}</table>`,
  );
}
