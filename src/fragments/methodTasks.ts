/** How tasks are followed (任务督办办法): stages, what is late, what is behind, whom a task counts for. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { TASK_SIDE_STAGES, type TaskScheme } from '../model/config.ts';
import type { Text } from '../model/text.ts';
import type { MethodView } from '../views/method.ts';
import { countedRole } from '../views/tasks.ts';
import { inSentence } from './boardWords.ts';
import { statusWord } from './methodStatus.ts';
import { listText, sentences } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { taskWords } from './taskWords.ts';

const PLANS: Readonly<Record<TaskScheme['plan'], Key>> = {
  linear: 'method.plan.linear',
  own: 'method.plan.own',
  own_or_linear: 'method.plan.ownOrLinear',
  milestones: 'method.plan.milestones',
};
function behindText({ behind }: TaskScheme, ctx: SheetContext): string | null {
  const { t } = ctx;
  const { points, ratio } = behind;
  if (points !== null && ratio !== null) return t('method.behindEither', { points: formatShort(points, 2), ratio: formatShort(ratio * 100, 2) });
  if (points !== null) return t('method.behindPoints', { points: formatShort(points, 2) });
  return ratio === null ? null : t('method.behindRatio', { ratio: formatShort(ratio * 100, 2) });
}

function isBeside(id: string): boolean {
  return (TASK_SIDE_STAGES as readonly string[]).includes(id);
}

function ownNames({ stages }: TaskScheme): Readonly<Record<string, Text>> {
  return Object.fromEntries(stages.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}

/** The stages that follow one another, and those that a task may come to instead. */
function stageWords(scheme: TaskScheme, ctx: SheetContext): { readonly path: readonly string[]; readonly beside: readonly string[] } {
  const words = (own: TaskScheme['stages']): string[] => own.map(({ id }) => statusWord(id, ownNames(scheme), ctx));
  const [path, beside] = [scheme.stages.filter(({ id }) => !isBeside(id)), scheme.stages.filter(({ id }) => isBeside(id))];
  return { path: words(path), beside: words(beside) };
}

/** That the parts add up, in the words of this list: the office's own, where it has any. */
function lawText(scheme: TaskScheme, ctx: SheetContext): string {
  const names = ownNames(scheme);
  const word = (id: string, otherwise: Key): string => (names[id] ? statusWord(id, names, ctx) : ctx.t(otherwise));
  const parts = [
    word('closed', 'task.closed'),
    ctx.t('task.open'),
    // Merged, split, unclaimed and failed ones as well, whether the programme lists these stages or not.
    names.withdrawn ? ctx.t('task.goneNamed', { withdrawn: statusWord('withdrawn', names, ctx) }) : ctx.t('task.goneMixed'),
    word('carried_over', 'task.carried'),
  ];
  return ctx.t('method.task.law', { parts: listText(parts, ctx), posted: taskWords(names, ctx).posted });
}

/** How tasks are followed and counted. */
export function tasksMethod(view: MethodView, ctx: SheetContext): Html {
  const scheme = view.config.tasks;
  if (!scheme || !view.has_tasks) return NOTHING;
  const { t } = ctx;
  const { path, beside } = stageWords(scheme, ctx);
  const { posted, closed } = taskWords(ownNames(scheme), ctx);
  const words = { posted, closed };
  const counted = countedRole(scheme);
  const role = inSentence(counted === null ? t('task.count.role') : ctx.plain(counted));
  const notes = [
    t('method.task.status'),
    t('method.task.overdue', words),
    t('method.task.extended'),
    t(PLANS[scheme.plan], words),
    behindText(scheme, ctx),
    scheme.staleAfter === null ? null : t('method.task.stale', { n: scheme.staleAfter }),
    t(`task.count.${scheme.countFor}`, { role }),
    lawText(scheme, ctx),
    scheme.stages.some(({ id }) => id === 'draft') ? t('method.task.drafts', words) : null,
  ].filter((note) => note !== null);
  const steps = sentences(
    [
      path.length > 0 && t('method.task.stages', { stages: path.join(' → ') }),
      beside.length > 0 && t('method.task.stagesBeside', { stages: listText(beside, ctx) }),
    ],
    ctx,
  );
  return html`${steps !== '' && html`<p>${steps}</p>`}<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}
