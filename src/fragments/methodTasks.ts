/** How tasks are followed (任务督办办法): stages, what is late, what is behind, whom a task counts for. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import type { TaskScheme } from '../model/config.ts';
import type { MethodView } from '../views/method.ts';
import { statusWord } from './methodStatus.ts';
import type { SheetContext } from './sheet.ts';

const PLANS: Readonly<Record<TaskScheme['plan'], Key>> = {
  linear: 'method.plan.linear',
  own: 'method.plan.own',
  own_or_linear: 'method.plan.ownOrLinear',
  milestones: 'method.plan.milestones',
};
const COUNTING: Readonly<Record<TaskScheme['countFor'], Key>> = {
  first_responsible: 'task.count.first_responsible',
  each_lead: 'task.count.each_lead',
  split: 'task.count.split',
};

function behindText({ behind }: TaskScheme, ctx: SheetContext): string | null {
  const { t } = ctx;
  const { points, ratio } = behind;
  if (points !== null && ratio !== null) return t('method.behindEither', { points: formatShort(points, 2), ratio: formatShort(ratio * 100, 2) });
  if (points !== null) return t('method.behindPoints', { points: formatShort(points, 2) });
  return ratio === null ? null : t('method.behindRatio', { ratio: formatShort(ratio * 100, 2) });
}

export function tasksMethod(view: MethodView, ctx: SheetContext): Html {
  const scheme = view.config.tasks;
  if (!scheme || !view.has_tasks) return NOTHING;
  const { t } = ctx;
  const stages = Object.fromEntries(scheme.stages.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
  const arrow = scheme.stages.map(({ id }) => statusWord(id, stages, ctx)).join(' → ');
  const notes = [
    t('method.task.status'),
    t('method.task.overdue'),
    t('method.task.extended'),
    t(PLANS[scheme.plan]),
    behindText(scheme, ctx),
    scheme.staleAfter === null ? null : t('method.task.stale', { n: scheme.staleAfter }),
    t(COUNTING[scheme.countFor]),
    t('method.task.law'),
    scheme.stages.some(({ id }) => id === 'draft') ? t('method.task.drafts') : null,
  ].filter((note) => note !== null);
  return html`${arrow !== '' && html`<p>${t('method.task.stages', { stages: arrow })}</p>`}<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}
