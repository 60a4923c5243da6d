/** What a task's page draws: its milestones on a time line, and its progress against the plan. */
import type { ChartPoint, ChartSeries, LineSpec, TimelineSpec } from '../charts/spec.ts';
import { formatShort } from '../i18n/format.ts';
import { dayNumber } from '../model/days.ts';
import type { TaskView } from '../views/task.ts';
import type { TaskRow, TasksView } from '../views/tasks.ts';
import { dateText, dueWords } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { taskWords } from './taskWords.ts';

type Row = TimelineSpec['rows'][number];

function source(view: TaskView, ctx: SheetContext): string {
  return ctx.t('programme.source', { publisher: ctx.plain(ctx.config.publisher.name), date: dateText(view.as_of, ctx) });
}

/** A point that is late says so where its shape is not seen: in the chart's description and table. */
function dueText(late: boolean, ctx: SheetContext): string {
  return ctx.t(late ? 'task.point.late' : 'task.point.due');
}

function milestoneRow(milestone: TaskView['milestones'][number], view: TaskView, ctx: SheetContext): Row {
  const late = view.milestones_overdue.includes(milestone.id);
  const due = {
    on: milestone.dueOn.date,
    text: milestone.dueOn.text === null ? dueText(late, ctx) : ctx.t('task.point.dueWords', { date: dueWords(milestone.dueOn, ctx) }),
    shape: late ? 'late' : 'due',
  } as const;
  const done = milestone.doneOn === null ? [] : [{ on: milestone.doneOn, text: ctx.t('task.point.done'), shape: 'done' } as const];
  return { name: ctx.plain(milestone.title), from: null, to: null, points: [due, ...done] };
}

/** The task as a bar from posting to its end, each milestone below it; null with nothing to place. */
export function taskTimeline(view: TaskView, ctx: SheetContext): TimelineSpec | null {
  const from = view.posted_on;
  const to = view.closed_on ?? view.due_on;
  const isOpen = view.outcome === 'open' || view.outcome === 'draft';
  if (view.milestones.length === 0) return null;
  const start = from === null ? [] : [{ on: from, text: taskWords(view.stages, ctx).postedHead, shape: 'start' } as const];
  const late = isOpen && view.overdue;
  const due = view.due_on === null ? [] : [{ on: view.due_on, text: dueText(late, ctx), shape: late ? 'late' : 'due' } as const];
  const done = view.closed_on === null ? [] : [{ on: view.closed_on, text: ctx.t('task.point.done'), shape: 'done' } as const];
  const own: Row = {
    name: ctx.t('task.wholeTask'),
    from,
    to: from !== null && to !== null && to >= from ? to : from,
    points: [...start, ...due, ...done],
  };
  return {
    kind: 'timeline',
    title: ctx.t('task.timelineTitle', { title: ctx.plain(view.title) }),
    source: source(view, ctx),
    asOf: isOpen ? view.as_of : null,
    asOfText: ctx.t('task.asOfDate', { date: dateText(view.as_of, ctx) }),
    rows: [...(own.points.length > 0 ? [own] : []), ...view.milestones.map((milestone) => milestoneRow(milestone, view, ctx))],
  };
}

function series(id: 'actual' | 'planned', name: string, view: TaskView, ctx: SheetContext): ChartSeries {
  const points = view.curve.map((point, at): ChartPoint => {
    const y = point[id];
    return { at, y, text: y === null ? ctx.t('task.notReported') : formatShort(y, 2) };
  });
  return { id, name, role: id === 'actual' ? 'main' : 'compare', points, breaks: [] };
}

/** In what progress is reported: the target's own unit, or percent of the whole. */
export function progressUnit({ target_value: target, unit_label: label, in_percent: isPercent }: TaskView, ctx: SheetContext): string | null {
  if (target !== null && label !== null) return ctx.plain(label);
  return isPercent ? '%' : null;
}

/** null with fewer than two reports: one point is no line. */
export function progressSpec(view: TaskView, ctx: SheetContext): LineSpec | null {
  if (view.curve.length < 2) return null;
  const planned = view.curve.some((point) => point.planned !== null);
  const unit = progressUnit(view, ctx);
  return {
    kind: 'line',
    title: ctx.t('task.progressTitle', { title: ctx.plain(view.title) }),
    yName: unit === null ? ctx.t('task.head.progress') : ctx.t('task.progressAxis', { unit }),
    x: view.curve.map((point) => point.asOf),
    xAt: view.curve.map((point) => dayNumber(point.asOf)),
    series: [series('actual', ctx.t('task.actual'), view, ctx), ...(planned ? [series('planned', ctx.t('task.plan'), view, ctx)] : [])],
    marks: [],
    scale: 'value',
    yMin: 0,
    yMax: view.in_percent ? 100 : null,
    decimals: 0,
    source: source(view, ctx),
    breakText: null,
  };
}

/** Tasks on the time line of a list: the latest ones, and the next that are due. */
const MOST_LATE = 8;
const MOST_NEXT = 8;

/** The open tasks that matter next, each from its posting to its due date, with what that date was at first; null for fewer than two. */
export function listTimeline(view: TasksView, ctx: SheetContext): TimelineSpec | null {
  const dated = view.tasks.filter((row) => row.outcome === 'open' && row.due_on !== null);
  const late = dated.filter((row) => row.overdue).sort((a, b) => b.overdue_days - a.overdue_days);
  // The due date of a suspended one may have passed without making it late.
  const next = dated.filter((row) => !row.overdue && row.status !== 'suspended').sort((a, b) => ((a.due_on ?? '') < (b.due_on ?? '') ? -1 : 1));
  const shown = [...late.slice(0, MOST_LATE), ...next.slice(0, MOST_NEXT)];
  if (shown.length < 2) return null;
  return {
    kind: 'timeline',
    title: ctx.t('task.listTimeline'),
    source: ctx.t('programme.source', { publisher: ctx.plain(ctx.config.publisher.name), date: dateText(view.as_of, ctx) }),
    asOf: view.as_of,
    asOfText: ctx.t('task.asOfDate', { date: dateText(view.as_of, ctx) }),
    rows: shown.map((row) => listRow(row, ctx)),
  };
}

function listRow(row: TaskRow, ctx: SheetContext): Row {
  const due = row.due_on ?? '';
  const first = row.original_due_on;
  const moved = first !== null && first !== due ? [{ on: first, text: ctx.t('task.point.firstDue'), shape: 'event' } as const] : [];
  const last = { on: due, text: dueText(row.overdue, ctx), shape: row.overdue ? 'late' : 'due' } as const;
  return {
    name: row.titles?.[ctx.lang] ?? row.title,
    from: row.posted_on,
    to: row.posted_on !== null && due >= row.posted_on ? due : null,
    points: [...moved, last],
  };
}
