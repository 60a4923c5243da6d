/** The tasks that a unit leads, the late ones first; then the ones it has another part in, and those that were not posted. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatNumber } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { FORMER_LEAD } from '../views/siteIndex.ts';
import type { UnitTask, UnitView } from '../views/unit.ts';
import { nameText } from './boardWords.ts';
import { statusWord } from './methodStatus.ts';
import { dayHtml } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { ledTasks } from './unitLead.ts';

/** Rows that a table shows; the task list has them all. */
const MOST_ROWS = 60;

export function unitTasks(view: UnitView, ctx: SheetContext): Html | null {
  if (view.tasks.length === 0) return null;
  const led = ledTasks(view);
  const ledIds = new Set(led.map(({ programme, task }) => `${programme}/${task}`));
  const others = view.tasks.filter(({ programme, task, outcome }) => outcome !== 'draft' && !ledIds.has(`${programme}/${task}`));
  const drafts = view.tasks.filter(({ outcome }) => outcome === 'draft');
  return html`${taskPart(led, 'led', ctx)}${taskPart(others, 'others', ctx)}${taskPart(drafts, 'drafts', ctx)}`;
}

const TITLES = { led: 'unit.led', others: 'unit.otherTasks', drafts: 'unit.draftTasks' } as const satisfies Record<string, Key>;

function taskPart(tasks: readonly UnitTask[], part: keyof typeof TITLES, ctx: SheetContext): Html {
  if (tasks.length === 0) return NOTHING;
  const { t } = ctx;
  const id = `tasks-${part}`;
  const head = html`<thead><tr><th scope="col">${t('unit.task')}</th><th scope="col" class="words wide">${t('unit.role')}</th><th scope="col" class="words">${t('unit.status')}</th><th scope="col" class="num">${t('unit.due')}</th></tr></thead>`;
  const table = html`<table class="board">${head}<tbody>${tasks.slice(0, MOST_ROWS).map((task) => taskRow(task, ctx))}</tbody></table>`;
  const more = tasks.length > MOST_ROWS && html`<p>${t('unit.moreTasks', { n: tasks.length - MOST_ROWS })}</p>`;
  return html`<h3 id="${id}">${t(TITLES[part], { n: tasks.length })}</h3>${tableScroll(id, table)}${more}`;
}

function taskRow(task: UnitTask, ctx: SheetContext): Html {
  const late =
    task.overdue && task.outcome === 'open'
      ? html` <strong class="late">${ctx.t('unit.lateBy', { n: formatNumber(task.overdue_days) })}</strong>`
      : task.overdue_days > 0 && html` <strong class="late">${ctx.t('task.lateWhenDone', { n: formatNumber(task.overdue_days) })}</strong>`;
  const title = nameText({ name: task.title, ...(task.titles && { names: task.titles }) }, ctx);
  return html`<tr><th scope="row"><a href="${ctx.href(task.path)}">${title}</a></th><td class="words wide">${task.role_name === null ? roleText(task.role, ctx) : ctx.say(task.role_name)}</td><td class="words">${task.status_name === null ? statusWord(task.status, {}, ctx) : ctx.say(task.status_name)}</td><td class="num">${task.due_on && dayHtml(task.due_on)}${late}</td></tr>`;
}

const ROLES = ['first_responsible', 'lead', 'co_lead', 'assist', 'supervisor', 'sponsor', 'taskforce'] as const;

function roleText(role: string, ctx: SheetContext): string {
  if (role === FORMER_LEAD) return ctx.t('unit.formerLead');
  const known = ROLES.find((one) => one === role);
  return known ? ctx.t(`task.role.${known}`) : role;
}
