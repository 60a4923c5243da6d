/** How a task stands (任务概况), in the sentences at the head of its page. */
import { formatList, formatNumber } from '../i18n/format.ts';
import { LEADING_ROLES } from '../model/config.ts';
import { addDays } from '../model/days.ts';
import type { TaskView } from '../views/task.ts';
import { isLater } from '../views/tasks.ts';
import { statusWord } from './methodStatus.ts';
import { dateText, dueWords, quotedList, sentences, unitName } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { taskWords } from './taskWords.ts';

/** All that lead it, whoever answers for it first before the others. */
function leads(view: TaskView): readonly string[] {
  return [...new Set(LEADING_ROLES.flatMap((wanted) => view.roles.find(({ role }) => role === wanted)?.units ?? []))];
}

/** How it stands, as of the as-of date, in at most three sentences; and that nobody is known to answer for it any more. */
export function taskLead(view: TaskView, ctx: SheetContext): string {
  return sentences([standsSentence(view, ctx), dueSentence(view, ctx), slippedSentence(view, ctx), endedLeadsSentence(view, ctx)], ctx);
}

function endedLeadsSentence({ ended_leads: ended = [], units }: TaskView, ctx: SheetContext): string | null {
  if (ended.length === 0) return null;
  const names = ended.map((unit) => unitName(unit, units, ctx));
  return ctx.t('task.leadsEnded', { units: formatList(names, ctx.lang), n: ended.length });
}

/** Where some changes brought the date forward, the days are those of all of them. */
function slippedSentence({ slipped_days: days, extensions }: TaskView, { t }: SheetContext): string | null {
  if (days <= 0) return null;
  const n = formatNumber(days);
  const changes = extensions.filter(({ from, to }) => from !== null && from !== to);
  const times = changes.filter(isLater).length;
  return times === changes.length ? t('task.slippedSentence', { n, times }) : t('task.slippedInAll', { n, times: changes.length });
}

/** Who leads it, and its status, unless the sentence that follows says that it was carried over. */
function standsSentence(view: TaskView, ctx: SheetContext): string | null {
  const { t } = ctx;
  const names = leads(view).map((lead) => unitName(lead, view.units, ctx));
  const unit = names.length === 0 ? null : formatList(names, ctx.lang);
  const isTold = view.outcome === 'carried' && view.status_since !== null && view.stages[view.status] === undefined;
  if (isTold) return unit === null ? null : t('task.led', { unit });
  const status = statusWord(view.status, view.stages, ctx);
  return unit === null ? t('task.stands', { status }) : t('task.standsLed', { status, unit });
}

function dueSentence(view: TaskView, ctx: SheetContext): string | null {
  const { t } = ctx;
  const due = view.due_on === null ? null : dueDay(view, ctx);
  if (view.outcome === 'closed') return closedSentence(view, ctx);
  if (view.outcome === 'draft') return t('task.notPostedSentence', { posted: taskWords(view.stages, ctx).posted });
  if (view.outcome !== 'open') return endedSentence(view, ctx);
  if (due === null) return t('task.noDue');
  if (view.status === 'suspended') return suspendedSentence(view, due, ctx);
  if (view.overdue) return t('task.dueLate', { due, n: formatNumber(view.overdue_days) });
  if (view.due_on === view.as_of) return t('task.dueToday', { due });
  if (view.due_on !== null && view.workdays_to_due !== null && view.workdays_to_due > MOST_WORKDAYS)
    return t('task.dueFar', { due, span: spanText(view.as_of, view.due_on, ctx), asOf: dateText(view.as_of, ctx) });
  return view.workdays_to_due !== null && view.workdays_to_due >= 0
    ? t('task.dueIn', { due, n: formatNumber(view.workdays_to_due), asOf: dateText(view.as_of, ctx) })
    : t('task.due', { due });
}

/** Nobody thinks of so many working days: what is further off is said in months. */
const MOST_WORKDAYS = 60;

/** Whole months between two days, with the years apart, and that there are days beside them. */
function spanText(from: string, to: string, { t }: SheetContext): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  // From the end of June to the end of December are whole months, too.
  const isWhole = toDay === day || (isMonthEnd(to) && (toDay < day || isMonthEnd(from)));
  const all = (toYear - year) * 12 + toMonth - month - (toDay < day && !isWhole ? 1 : 0);
  const years = t(isWhole || all % 12 > 0 ? 'task.years' : 'task.yearsMore', { n: Math.floor(all / 12) });
  const months = t(isWhole ? 'task.months' : 'task.monthsMore', { n: all % 12 });
  const span = all < 12 ? months : all % 12 === 0 ? years : t('task.yearsMonths', { years, months });
  return isWhole ? span : t('task.spanMore', { span });
}

function isMonthEnd(day: string): boolean {
  return addDays(day, 1).endsWith('-01');
}

/** Its time stands still: nothing is counted to the as-of date. */
function suspendedSentence({ status_since: since, overdue_days: late, as_of: asOf }: TaskView, due: string, ctx: SheetContext): string {
  const date = dateText(since ?? asOf, ctx);
  return late > 0 ? ctx.t('task.suspendedLate', { date, due, n: formatNumber(late) }) : ctx.t('task.suspendedSince', { date, due });
}

/** What went on under its own name needs no name. */
function endedSentence({ status_since: since, outcome, carried_to: next, title: own }: TaskView, ctx: SheetContext): string | null {
  if (since === null) return null;
  const date = dateText(since, ctx);
  if (outcome !== 'carried') return ctx.t('task.endedOn', { date });
  const titles = next.flatMap(({ title }) => (title === null ? [] : [ctx.plain(title)]));
  const isNamed = titles.some((title) => title !== ctx.plain(own));
  return isNamed ? ctx.t('task.carriedOnTo', { date, to: quotedList(titles, ctx) }) : ctx.t('task.carriedOn', { date });
}

function closedSentence(view: TaskView, ctx: SheetContext): string | null {
  if (view.closed_on === null) return null;
  const told = { date: dateText(view.closed_on, ctx), closed: taskWords(view.stages, ctx).closed };
  if (view.on_time === true) return ctx.t('task.closedOnTimeSentence', told);
  if (view.overdue_days > 0) return ctx.t('task.closedLateSentence', { ...told, n: formatNumber(view.overdue_days) });
  return ctx.t(view.on_time === false ? 'task.closedAfterOriginal' : 'task.closedSentence', told);
}

/** `on 31 August 2024`, `by late August 2024`; where those words are not in the reader's language, `by 31 August 2024`. */
function dueDay(view: TaskView, ctx: SheetContext): string {
  const { due_text: text } = view;
  const day = dateText(view.due_on as string, ctx);
  if (text === null) return ctx.t('task.onDay', { due: day });
  return dueText(view, ctx) === text ? ctx.t('task.byWords', { due: text }) : ctx.t('task.byDay', { due: day });
}

/** The day on which it is due, or the words that stand for it. */
export function dueText(view: TaskView, ctx: SheetContext): string {
  return dueWords({ date: view.due_on as string, text: view.due_text }, ctx);
}
