/** One task's page (任务全程): what it is, how it stands, and its story in order, with the documents. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { daysBetween } from '../model/days.ts';
import { programmePath, taskPath, tasksPath } from '../views/address.ts';
import type { TaskLink, TaskView } from '../views/task.ts';
import { awardTable } from './awardsTable.ts';
import { weightNumber } from './boardWords.ts';
import { figure } from './figure.ts';
import { legend } from './legend.ts';
import {
  dateHtml,
  dateText,
  dayHtml,
  dueHtml,
  dueWords,
  fact,
  kindsText,
  phraseAround,
  plainNamed,
  sayNamed,
  section,
  textOf,
  unitLinks,
} from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { cellLabel, tableScroll } from './tableScroll.ts';
import { progressSpec, progressUnit, taskTimeline } from './taskCharts.ts';
import { dueText, taskLead } from './taskLead.ts';
import { extensions, extensionsTitle, story } from './taskStory.ts';
import { progressBar, statusMark } from './tasksTable.ts';
import { amountText, taskWords } from './taskWords.ts';

const ROLES: Readonly<Record<string, Key>> = {
  first_responsible: 'task.role.first_responsible',
  lead: 'task.role.lead',
  co_lead: 'task.role.co_lead',
  assist: 'task.role.assist',
  supervisor: 'task.role.supervisor',
  sponsor: 'task.role.sponsor',
  taskforce: 'task.role.taskforce',
};

function roleItems(view: TaskView, ctx: SheetContext): readonly Html[] {
  return view.roles.map(({ role, name, units }) => {
    const key = ROLES[role];
    return fact(name !== null ? ctx.plain(name) : key ? ctx.t(key) : role, unitLinks(units, view.units, ctx));
  });
}

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
