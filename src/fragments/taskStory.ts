/** What happened to a task (任务动态): its events in order, and how its due date changed. */
import { type Html, html, NOTHING, raw } from '../html.ts';
import type { Key } from '../i18n/index.ts';
import { isChinese } from '../i18n/languages.ts';
import type { TaskEventView, TaskView } from '../views/task.ts';
import { isLater } from '../views/tasks.ts';
import { statusWord } from './methodStatus.ts';
import { dateHtml, dateText, documentLink, dueHtml, dueWords, unitLinks, unitName } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { amountText, findVerb } from './taskWords.ts';

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
export function extensionsTitle({ extensions: changes }: TaskView): Key {
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

/** All that happened, oldest first. */
export function story(view: TaskView, ctx: SheetContext): Html {
  if (view.events.length === 0) return NOTHING;
  const told = view.posted_on === null || view.events.some(({ event }) => event === 'posted');
  const posted = !told && html`<li>${dateHtml(view.posted_on as string, ctx)} <strong>${statusWord('posted', view.stages, ctx)}</strong></li>`;
  const items = view.events.map(
    (event) =>
      html`<li${event.due_change ? NOTHING : EVENT_TONES[event.event]}>${dateHtml(event.date, ctx)} ${eventSentence(event, view, ctx)}${event.reason !== null && html`<br>${ctx.t('task.because')}${ctx.say(event.reason)}`}${event.document && html`<br>${documentLink(event.document, ctx)}`}</li>`,
  );
  return html`<ol class="timeline">${posted}${items}</ol>`;
}

/** The changes of its due date as a table. */
export function extensions(view: TaskView, ctx: SheetContext): Html {
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
