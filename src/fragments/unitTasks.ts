/** The tasks that a unit leads, the late ones first; then the ones it has another part in, role by role, and those that were not posted. */
import { type Html, html, join, NOTHING } from '../html.ts';
import { formatNumber } from '../i18n/format.ts';
import { toId } from '../model/id.ts';
import { tasksPath } from '../views/address.ts';
import type { UnitTask, UnitView } from '../views/unit.ts';
import { nameText } from './boardWords.ts';
import { statusWord } from './methodStatus.ts';
import { dueHtml, phraseAround, plainNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { ledTasks, otherRoles, roleText } from './unitRoles.ts';

/** Rows that a table shows; the task list has them all. */
const MOST_ROWS = 60;

export function unitTasks(view: UnitView, ctx: SheetContext): Html | null {
  if (view.tasks.length === 0) return null;
  const led = ledTasks(view);
  const drafts = view.tasks.filter(({ outcome }) => outcome === 'draft');
  const roles = otherRoles(view, ctx).map(({ role, name, tasks }) =>
    taskPart(tasks, `as-${toId(role)}`, ctx.t('unit.asRole', { role: name, n: tasks.length }), view, ctx),
  );
  return html`${taskPart(led, 'led', ctx.t('unit.led', { n: led.length }), view, ctx)}${roles}${taskPart(drafts, 'drafts', ctx.t('unit.draftTasks', { n: drafts.length }), view, ctx)}`;
}

function taskPart(tasks: readonly UnitTask[], part: string, title: string, view: UnitView, ctx: SheetContext): Html {
  if (tasks.length === 0) return NOTHING;
  const { t } = ctx;
  const id = `tasks-${part}`;
  // Of one role the heading says it.
  const showsRole = part === 'led' || part === 'drafts';
  const role = showsRole && html`<th scope="col" class="words wide">${t('unit.role')}</th>`;
  const head = html`<thead><tr><th scope="col">${t('unit.task')}</th>${role}<th scope="col" class="words">${t('unit.status')}</th><th scope="col" class="num">${t('unit.due')}</th></tr></thead>`;
  const table = html`<table class="board" aria-labelledby="${id}">${head}<tbody>${tasks.slice(0, MOST_ROWS).map((task) => taskRow(task, showsRole, ctx))}</tbody></table>`;
  return html`<h3 id="${id}">${title}</h3>${tableScroll(id, table)}${moreTasks(tasks.slice(MOST_ROWS), view, ctx)}`;
}

/** How many rows are left out, and the lists that have them. */
function moreTasks(rest: readonly UnitTask[], { programmes }: UnitView, ctx: SheetContext): Html {
  if (rest.length === 0) return NOTHING;
  const lists = [...new Set(rest.map(({ programme }) => programme))];
  const links = lists.map((id) => {
    const name = programmes.find(({ programme }) => programme === id)?.programme_name;
    const text = lists.length > 1 && name ? ctx.t('frame.taskList', { name: plainNamed(name, ctx) }) : ctx.t('unit.taskList');
    return html`<a href="${ctx.href(tasksPath(id))}">${text}</a>`;
  });
  return html`<p>${phraseAround('unit.moreTasks', 'list', join(links, ctx.t('board.listComma')), ctx, { n: rest.length })}</p>`;
}

function taskRow(task: UnitTask, showsRole: boolean, ctx: SheetContext): Html {
  const late =
    task.overdue && task.outcome === 'open'
      ? html` <strong class="late">${ctx.t('unit.lateBy', { n: formatNumber(task.overdue_days) })}</strong>`
      : task.overdue_days > 0 && html` <strong class="late">${ctx.t('task.lateWhenDone', { n: formatNumber(task.overdue_days) })}</strong>`;
  const title = nameText({ name: task.title, ...(task.titles && { names: task.titles }) }, ctx);
  return html`<tr><th scope="row"><a href="${ctx.href(task.path)}">${title}</a></th>${showsRole && html`<td class="words wide">${task.role_name === null ? roleText(task, ctx) : ctx.say(task.role_name)}</td>`}<td class="words">${task.status_name === null ? statusWord(task.status, {}, ctx) : ctx.say(task.status_name)}</td><td class="num">${task.due_on && dueHtml(task.due_on, task.due_text, ctx)}${late}</td></tr>`;
}
