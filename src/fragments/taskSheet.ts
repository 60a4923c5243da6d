/** One task's page (任务全程): what it is, how it stands, and its story in order, with the documents. */
import { type Html, html, NOTHING, raw } from '../html.ts';
import { formatList, formatNumber, formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { isChinese } from '../i18n/languages.ts';
import { LEADING_ROLES } from '../model/config.ts';
import { addDays, daysBetween } from '../model/days.ts';
import { programmePath, taskPath, tasksPath } from '../views/address.ts';
import type { TaskEventView, TaskLink, TaskView } from '../views/task.ts';
import { isLater } from '../views/tasks.ts';
import { awardTable } from './awardsTable.ts';
import { weightNumber, withLabel } from './boardWords.ts';
import { figure } from './figure.ts';
import { legend } from './legend.ts';
import { statusWord } from './methodStatus.ts';
import {
  dateHtml,
  dateText,
  dayHtml,
  documentLink,
  dueHtml,
  dueWords,
  fact,
  kindsText,
  phraseAround,
  plainNamed,
  quotedList,
  sayNamed,
  section,
  sentences,
  textOf,
  unitLinks,
  unitName,
} from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { cellLabel, tableScroll } from './tableScroll.ts';
import { progressSpec, progressUnit, taskTimeline } from './taskCharts.ts';
import { progressBar, statusMark } from './tasksTable.ts';
import { findVerb, taskWords } from './taskWords.ts';

const ROLES: Readonly<Record<string, Key>> = {
  first_responsible: 'task.role.first_responsible',
  lead: 'task.role.lead',
  co_lead: 'task.role.co_lead',
  assist: 'task.role.assist',
  supervisor: 'task.role.supervisor',
  sponsor: 'task.role.sponsor',
  taskforce: 'task.role.taskforce',
};

/** All that lead it, whoever answers for it first before the others. */
function leads(view: TaskView): readonly string[] {
  return [...new Set(LEADING_ROLES.flatMap((wanted) => view.roles.find(({ role }) => role === wanted)?.units ?? []))];
}

/** How it stands, as of the as-of date, in at most three sentences; and that nobody is known to answer for it any more. */
function taskLead(view: TaskView, ctx: SheetContext): string {
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

function dueText(view: TaskView, ctx: SheetContext): string {
  return dueWords({ date: view.due_on as string, text: view.due_text }, ctx);
}

function roleItems(view: TaskView, ctx: SheetContext): readonly Html[] {
  return view.roles.map(({ role, name, units }) => {
    const key = ROLES[role];
    return fact(name !== null ? ctx.plain(name) : key ? ctx.t(key) : role, unitLinks(units, view.units, ctx));
  });
}

function amountText(value: number | null, { unit_label: label }: TaskView, ctx: SheetContext): string {
  return value === null ? '' : withLabel(formatShort(value, 4), label, ctx);
}

/** A text without what may differ between two ways to write it: spaces, commas in numbers, full width, capitals. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})|\s|[.。]$/g, '')
    .toLowerCase();
}

function targetText(view: TaskView, ctx: SheetContext): Html | null {
  const first = amountText(view.target_value, view, ctx);
  const now = amountText(view.events.findLast((event) => event.event === 'target_changed' && event.value !== null)?.value ?? null, view, ctx);
  const value = now === '' || now === first ? first : first === '' ? now : ctx.t('task.targetWas', { now, was: first });
  if (view.target_text !== null) {
    const says = bare(ctx.plain(view.target_text)) === bare(value);
    return html`${ctx.say(view.target_text)}${value !== '' && !says && ctx.t('programme.inBrackets', { text: value })}`;
  }
  return value === '' ? null : html`${value}`;
}

function dueFact(view: TaskView, ctx: SheetContext): Html | null {
  if (view.due_on === null) return null;
  const now = html`<time datetime="${view.due_on}">${dueText(view, ctx)}</time>`;
  if (view.original_due_on === null || view.original_due_on === view.due_on) return now;
  const was = view.due ? dueWords(view.due, ctx) : dateText(view.original_due_on, ctx);
  const slip = ctx.t(view.slipped_days >= 0 ? 'task.slipped' : 'task.advanced', { n: formatNumber(Math.abs(view.slipped_days)) });
  return html`<s class="was"><span class="visually-hidden">${ctx.t('task.was')}</span>${was}</s> ${now} <span class="slip">${slip}</span>`;
}

/** What is closed is done, whatever was reported last: no bar says otherwise. */
function closedProgress(progress: number, on: string | null, ctx: SheetContext): Html {
  const n = formatShort(progress, 1);
  if (on === null || progress >= 100) return html`${n}%`;
  return html`${ctx.t('task.lastReportOn', { n, date: dateText(on, ctx) })}`;
}

function progressHtml(view: TaskView, ctx: SheetContext): Html | null {
  if (view.progress === null) return null;
  if (view.outcome === 'closed') return closedProgress(view.progress, view.progress_on, ctx);
  const isOpen = view.outcome === 'open';
  // A plan runs on when nobody reports: of which day each is must be seen. What has ended has no plan any more, and its last report stands.
  const isOlder = view.progress_on !== null && (!isOpen || view.progress_on < view.as_of);
  const planned = isOpen ? view.planned : null;
  const reported = isOlder ? ctx.t('task.reportedOn', { date: dateText(view.progress_on as string, ctx) }) : '';
  const isStanding = view.status === 'suspended' && view.status_since !== null;
  const planDay = view.planned_on ?? (isStanding ? (view.status_since as string) : view.as_of);
  const isDated = planDay !== (view.progress_on ?? view.as_of);
  const plan =
    planned === null ? '' : ctx.t(isDated ? 'task.plannedBy' : 'task.planned', { n: formatShort(planned, 1), date: dateText(planDay, ctx) });
  const gap = view.behind && view.gap_points !== null ? ctx.t('task.behindBy', { n: formatShort(view.gap_points, 1) }) : '';
  const told = [reported, plan, gap].filter(Boolean).join(ctx.t('programme.comma'));
  return html`${progressBar(view.progress, planned)} ${formatShort(view.progress, 1)}%${told !== '' && ctx.t('programme.inBrackets', { text: told })}`;
}

function outcomeTags(view: TaskView, ctx: SheetContext): Html {
  const tags: readonly (readonly [boolean, Key])[] = [
    [view.behind, 'task.tag.behind'],
    [view.stale, 'task.tag.stale'],
    [view.commended, 'task.tag.commended'],
    [view.held_accountable, 'task.tag.held_accountable'],
    [view.exempted, 'task.tag.exempted'],
  ];
  return html`${tags.map(([is, key]) => is && html` <span class="tag">${ctx.t(key)}</span>`)}`;
}

function facts(view: TaskView, ctx: SheetContext): Html {
  const { t } = ctx;
  const say = (text: TaskView['batch']) => text !== null && ctx.say(text);
  return html`<dl class="facts is-list"><div><dt>${t('task.head.status')}</dt><dd>${statusMark(view.status, view.outcome, view.overdue, view.stages, ctx)}${
    view.overdue && view.outcome === 'open' && html` <strong class="late">${t('task.lateBy', { n: formatNumber(view.overdue_days) })}</strong>`
  }${view.outcome === 'closed' && view.overdue_days > 0 && html` <strong class="late">${t('task.lateWhenDone', { n: formatNumber(view.overdue_days) })}</strong>`}${outcomeTags(view, ctx)}</dd></div>${fact(t('task.head.due'), dueFact(view, ctx))}${fact(t('task.head.progress'), progressHtml(view, ctx))}${fact(t('task.target'), targetText(view, ctx))}${roleItems(view, ctx)}${fact(
    t('task.head.batch'),
    say(view.batch),
  )}${fact(t('task.head.category'), say(view.category))}${fact(t('task.head.origin'), say(view.origin))}${fact(t('task.postedOn', { posted: taskWords(view.stages, ctx).postedHead }), view.posted_on !== null && dateHtml(view.posted_on, ctx))}${fact(
    t('task.year'),
    view.year,
  )}${fact(t('task.number'), view.task)}${fact(t('task.lastUpdate'), view.last_update !== null && dateHtml(view.last_update, ctx))}</dl>${view.note !== null && html`<p>${ctx.say(view.note)}</p>`}`;
}

function isOfHundred(milestones: TaskView['milestones']): boolean {
  return Number(milestones.reduce((all, { weight }) => all + (weight ?? 0), 0).toPrecision(12)) === 100;
}

function milestoneTable(view: TaskView, ctx: SheetContext): Html {
  const { t } = ctx;
  if (view.milestones.length === 0) return NOTHING;
  const weighed = view.milestones.some((milestone) => milestone.weight !== null);
  // What adds up to less is weighed against one another.
  const percent = isOfHundred(view.milestones) ? '%' : '';
  const proved = view.milestones.some((milestone) => milestone.evidence !== null);
  // Milestones keep the days of the first plan when the task as a whole is extended.
  const isExtended = view.slipped_days > 0;
  const due = t(isExtended ? 'task.dueFirstPlan' : 'task.head.due');
  const rows = view.milestones.map((milestone) => {
    const late = view.milestones_overdue.includes(milestone.id);
    const days = milestone.doneOn === null ? 0 : daysBetween(milestone.dueOn.date, milestone.doneOn);
    const state =
      milestone.doneOn !== null
        ? html`${phraseAround('task.milestoneDone', 'date', dateHtml(milestone.doneOn, ctx), ctx)}${days > 0 && html` <strong class="late">${t(isExtended ? 'task.afterFirstPlan' : 'task.lateWhenDone', { n: formatNumber(days) })}</strong>`}`
        : t(late ? 'task.milestoneLate' : 'task.milestoneOpen');
    return html`<tr><th scope="row">${ctx.say(milestone.title)}${milestone.note && html`<br><small>${ctx.say(milestone.note)}</small>`}</th><td${cellLabel(due, ctx)}>${dueHtml(milestone.dueOn.date, milestone.dueOn.text, ctx)}</td><td>${state}</td>${
      weighed &&
      (milestone.weight === null
        ? html`<td class="num"></td>`
        : html`<td class="num"${cellLabel(t('task.weight'), ctx)}>${weightNumber(milestone.weight)}${percent}</td>`)
    }${proved && (milestone.evidence === null ? html`<td></td>` : html`<td${cellLabel(t('task.evidence'), ctx)}>${ctx.say(milestone.evidence)}</td>`)}</tr>`;
  });
  return tableScroll(
    'table-milestones',
    html`<table class="board is-stacked"><caption id="table-milestones" class="visually-hidden">${t('task.milestones')}</caption><thead><tr><th scope="col">${t('task.milestone')}</th><th scope="col">${due}</th><th scope="col">${t('task.head.status')}</th>${
      weighed && html`<th scope="col" class="num">${t('task.weight')}</th>`
    }${proved && html`<th scope="col">${t('task.evidence')}</th>`}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function milestones(view: TaskView, ctx: SheetContext): Html {
  const spec = taskTimeline(view, ctx);
  return html`${spec && figure(spec, 'milestones-chart', ctx, { live: false, table: 'table-milestones' })}${milestoneTable(view, ctx)}`;
}

function curveTitle({ curve }: TaskView): Key {
  return curve.some(({ planned }) => planned !== null) ? 'task.curve' : 'task.curveUnplanned';
}

function curveTable(view: TaskView, ctx: SheetContext): Html {
  const { t } = ctx;
  const noted = view.curve.some((point) => point.note !== null);
  const planned = view.curve.some((point) => point.planned !== null);
  const label = progressUnit(view, ctx);
  const head = (key: Key): string => t(key) + (label === null ? '' : t('programme.inBrackets', { text: label }));
  const percent = (n: number | null): string => (n === null ? t('task.notReported') : formatShort(n, 2));
  const rows = view.curve.map(
    (point) =>
      html`<tr><th scope="row">${dayHtml(point.asOf)}</th><td class="num">${percent(point.actual)}</td>${
        planned && html`<td class="num">${point.planned === null ? '' : formatShort(point.planned, 2)}</td>`
      }${noted && html`<td>${point.note !== null && ctx.say(point.note)}</td>`}</tr>`,
  );
  return tableScroll(
    'table-curve',
    html`<table class="board${!noted && ' is-short'}"><caption id="table-curve" class="visually-hidden">${t(curveTitle(view))}</caption><thead><tr><th scope="col">${t('task.asOf')}</th><th scope="col" class="num">${head('task.actual')}</th>${
      planned && html`<th scope="col" class="num">${head('task.plan')}</th>`
    }${noted && html`<th scope="col">${t('task.note')}</th>`}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function curve(view: TaskView, ctx: SheetContext): Html {
  if (view.curve.length === 0) return NOTHING;
  const spec = progressSpec(view, ctx);
  return html`${spec && figure(spec, 'progress-chart', ctx, { table: 'table-curve' })}${curveTable(view, ctx)}`;
}

function extensions(view: TaskView, ctx: SheetContext): Html {
  const { t } = ctx;
  if (view.extensions.length === 0) return NOTHING;
  const day = (iso: string | null, text: string | null = null): Html | string => (iso === null ? '' : dueHtml(iso, text, ctx));
  const isAsked = view.extensions.some(({ byUnit }) => byUnit !== null);
  const rows = view.extensions.map((one) => {
    const asked = one.byUnit !== null && unitLinks([one.byUnit], { ...view.units, ...one.units_then }, ctx);
    const reason = one.reason === null ? t('task.noReason') : ctx.say(one.reason);
    // A narrow screen has the reason, and who asked, in a row of their own: a column would be a word wide.
    const below = html`<tr class="narrow-only"><td colspan="3">${asked && html`<small>${t('task.askedBy')}${t('programme.colon')}${asked}</small>`}${reason}</td></tr>`;
    return html`<tr><th scope="row">${day(one.on)}</th><td>${day(one.from, one.fromText)}</td><td>${day(one.to, one.toText)}</td>${isAsked && html`<td class="wide">${asked}</td>`}<td class="wide">${reason}</td></tr>${below}`;
  });
  return tableScroll(
    'table-extensions',
    html`<table class="board"><caption id="table-extensions" class="visually-hidden">${t(extensionsTitle(view))}</caption><thead><tr><th scope="col">${t('task.decidedOn')}</th><th scope="col">${t('task.from')}</th><th scope="col">${t('task.to')}</th>${isAsked && html`<th scope="col" class="wide">${t('task.askedBy')}</th>`}<th scope="col" class="wide">${t('task.reason')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/** What a unit asks for, and others decide. */
const ASKED: ReadonlySet<string> = new Set(['extended', 'target_changed', 'transferred', 'suspended', 'withdrawn']);

/** What happened, and which unit did it. */
function eventHead(word: string, by: string | null, ctx: SheetContext): Html {
  if (by === null) return html`<strong>${word}</strong>`;
  const verb = isChinese(ctx.lang) ? findVerb(word, ctx) : undefined;
  return verb === undefined ? html`<strong>${word}</strong>${ctx.t('task.byUnit', { unit: by })}` : html`${by}<strong>${verb}</strong>`;
}

const DUE_CHANGES: Readonly<Record<NonNullable<TaskEventView['due_change']>, Key>> = {
  brought_forward: 'task.broughtForward',
  kept: 'task.dueKept',
  set: 'task.dueSet',
};

/** Changes of the due date are extensions, unless one of them puts nothing off. */
function extensionsTitle({ extensions: changes }: TaskView): Key {
  return changes.every(isLater) ? 'task.extensions' : 'task.dueChanges';
}

/** `now due on 31 December 2024`; of a vague date its words, where they are in the reader's language, or `now due by 31 December 2024`. */
function newDueText(date: string, event: TaskEventView, ctx: SheetContext): string {
  const text = event.new_due_text ?? null;
  const shown = text !== null && dueWords({ date, text }, ctx) === text ? text : dateText(date, ctx);
  if (event.due_change === 'kept') return ctx.t('task.sameDue', { date: shown });
  return ctx.t(text === null ? 'task.newDue' : 'task.newDueBy', { date: shown });
}

/** What happened, as one sentence without its date. */
function eventSentence(event: TaskEventView, view: TaskView, ctx: SheetContext): Html {
  const { t } = ctx;
  const word = event.due_change ? t(DUE_CHANGES[event.due_change]) : statusWord(event.event, view.stages, ctx);
  const name = (id: string | null): string | null => (id === null ? null : unitName(id, { ...view.units, ...event.units_then }, ctx));
  const by = name(event.by_unit);
  const isAsked = ASKED.has(event.event);
  const details = [
    event.milestone !== null && ctx.plain(event.milestone),
    event.from_unit !== null && event.to_unit !== null && t('task.movedFromTo', { from: name(event.from_unit) ?? '', to: name(event.to_unit) ?? '' }),
    event.from_unit === null && event.to_unit !== null && t('task.movedTo', { to: name(event.to_unit) ?? '' }),
    event.new_due_on !== null && newDueText(event.new_due_on, event, ctx),
    event.value !== null && t(event.event === 'target_changed' ? 'task.newTarget' : 'task.eventValue', { n: amountText(event.value, view, ctx) }),
    by !== null && isAsked && t('task.askedByUnit', { unit: by }),
  ].filter((part): part is string => typeof part === 'string');
  const back = event.taken_back;
  const taken = back && (back.on === null ? t('task.takenBack') : t('task.takenBackOn', { date: dateText(back.on, ctx) }));
  return html`${eventHead(word, isAsked ? null : by, ctx)}${details.length > 0 && `${t('programme.colon')}${details.join(t('programme.comma'))}`}${taken && t('programme.inBrackets', { text: taken })}`;
}

const EVENT_TONES: Readonly<Record<string, Html>> = Object.fromEntries(
  [
    ['positive', ['commended', 'closed', 'accepted', 'milestone_done']] as const,
    ['warning', ['extended', 'suspended', 'unclaimed', 'withdrawn']] as const,
    ['negative', ['held_accountable', 'failed']] as const,
  ].flatMap(([tone, events]) => events.map((event) => [event, raw(` class="tone-${tone}"`)])),
);

function story(view: TaskView, ctx: SheetContext): Html {
  if (view.events.length === 0) return NOTHING;
  const told = view.posted_on === null || view.events.some(({ event }) => event === 'posted');
  const posted = !told && html`<li>${dateHtml(view.posted_on as string, ctx)} <strong>${statusWord('posted', view.stages, ctx)}</strong></li>`;
  const items = view.events.map(
    (event) =>
      html`<li${event.due_change ? NOTHING : EVENT_TONES[event.event]}>${dateHtml(event.date, ctx)} ${eventSentence(event, view, ctx)}${event.reason !== null && html`<br>${ctx.t('task.because')}${ctx.say(event.reason)}`}${event.document && html`<br>${documentLink(event.document, ctx)}`}</li>`,
  );
  return html`<ol class="timeline">${posted}${items}</ol>`;
}

function linkOf(link: TaskLink, view: TaskView, ctx: SheetContext): Html {
  return link.title === null ? html`${link.task}` : html`<a href="${ctx.href(taskPath(view.programme, link.task))}">${ctx.say(link.title)}</a>`;
}

function relations(view: TaskView, ctx: SheetContext): Html {
  const { t } = ctx;
  const items = [
    view.carried_from && html`<li>${t('task.carriedFrom')}${linkOf(view.carried_from, view, ctx)}</li>`,
    ...view.carried_to.map((link) => html`<li>${t('task.carriedTo')}${linkOf(link, view, ctx)}</li>`),
    view.parent && html`<li>${t('task.partOf')}${linkOf(view.parent, view, ctx)}</li>`,
    ...view.parts.map((link) => html`<li>${t('task.hasPart')}${linkOf(link, view, ctx)}</li>`),
  ].filter((item) => item !== null);
  return items.length > 0 ? html`<ul>${items}</ul>` : NOTHING;
}

/** Appeals against something, pending ones included: who filed each, and what came of it on which day. */
export function appealNotes(appeals: TaskView['appeals'], ctx: SheetContext): Html {
  return html`${appeals.map((appeal) => html`<p class="note">${appealText(appeal, ctx)}${appeal.decision !== null && html` ${ctx.say(appeal.decision)}`}</p>`)}`;
}

function appealText({ filedOn, state, decidedOn, unit_name: unit }: TaskView['appeals'][number], ctx: SheetContext): string {
  const { t } = ctx;
  const date = dateText(filedOn, ctx);
  const filed = unit ? t('award.appealFiledBy', { date, unit: plainNamed(unit, ctx) }) : t('award.appealFiled', { date });
  if (decidedOn === null || state === 'filed' || state === 'under_review') return filed + t(`award.appeal.${state}`);
  return filed + t(`award.appealOn.${state}`, { date: dateText(decidedOn, ctx) });
}

function neighbours(view: TaskView, ctx: SheetContext): Html {
  const { previous, next } = view;
  return html`<nav class="pager" aria-label="${ctx.t('task.neighbours')}"><ul>${previous && html`<li>${ctx.t('task.previous')}${linkOf(previous, view, ctx)}</li>`}${next && html`<li>${ctx.t('task.next')}${linkOf(next, view, ctx)}</li>`}</ul></nav>`;
}

/** What it has on record, of all that its programme has. */
function usedOn(view: TaskView): TaskView['instruments'] {
  return view.instruments.filter((face) => view.awards.some((award) => award.instrument === face.instrument));
}

function awardsOn(view: TaskView, ctx: SheetContext): Html {
  if (view.award_names === null) return NOTHING;
  const faces = usedOn(view).map((face) => ({ ...face, name: textOf(face, ctx) }));
  return html`${legend(faces, ctx, view.awards)}${awardTable(view.awards, view.instruments, view.award_names, ctx, { holder: false })}`;
}

export function taskSheet(view: TaskView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const title = ctx.plain(view.title);
  const programme = plainNamed(view.programme_name, ctx);
  const lead = taskLead(view, ctx);
  return {
    title: t('task.title', { title, programme }),
    description: lead,
    crumbs: [
      { name: programme, path: programmePath(view.programme) },
      { name: t('task.list'), path: tasksPath(view.programme) },
      { name: title, path: null },
    ],
    main: html`<p class="kicker"><a href="${ctx.href(tasksPath(view.programme))}">${sayNamed(view.programme_name, ctx)}</a></p><h1>${ctx.say(view.title)}</h1><p class="lead">${lead}</p>${appealNotes(view.appeals, ctx)}${facts(view, ctx)}${section(
      'milestones',
      t('task.milestones'),
      milestones(view, ctx),
    )}${section('progress', t(curveTitle(view)), curve(view, ctx))}${section('extensions', t(extensionsTitle(view)), extensions(view, ctx))}${section('story', t('task.story'), story(view, ctx))}${section(
      'awards',
      t('task.awards', { kinds: kindsText(usedOn(view), 'kind', ctx) }),
      awardsOn(view, ctx),
    )}${section('relations', t('task.relations'), relations(view, ctx))}${neighbours(view, ctx)}`,
    nav: tasksPath(view.programme),
    publishedOn: view.last_update ?? view.posted_on,
    search: { words: [view.task] },
    jsonLd: [],
  };
}
