/** One award's page: who was given what, by which clause, on which facts, how long it holds and what follows from it. */
import { type Html, html, NOTHING } from '../html.ts';
import type { Key } from '../i18n/index.ts';
import { leavesOf } from '../model/condition.ts';
import { awardsPath, methodPath, programmePath, sessionAnchor, sessionsPath, taskPath } from '../views/address.ts';
import type { AwardView } from '../views/award.ts';
import type { Named } from '../views/name.ts';
import { factSentence } from './awardFact.ts';
import { awardMark, awardTable, correctionLink, facesOf, holderLink, occasionText, provisionalTag, reasonHtml, stateText } from './awardsTable.ts';
import { periodText } from './boardWords.ts';
import { legend } from './legend.ts';
import { ruleNotes, ruleSentence } from './methodRule.ts';
import { capital, dateHtml, dateText, documentLink, fact, kindsText, plainNamed, sayNamed, section, sentences } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { appealNotes } from './taskSheet.ts';
import { toneWord } from './toneMark.ts';

function holderText(view: AwardView, ctx: SheetContext): string {
  if (view.holder === null) return ctx.t('award.unnamedTask');
  const named = view.holder_type === 'unit' ? view.units[view.holder] : view.tasks[view.holder];
  if (!named) return view.holder;
  const then = view.holder_then;
  return then ? plainNamed(then, ctx) + ctx.t('award.holderNowInline', { name: plainNamed(named, ctx) }) : plainNamed(named, ctx);
}

/** Who was given what and when, and whether it is held, in two sentences. */
export function awardLead(view: AwardView, ctx: SheetContext): string {
  const { t } = ctx;
  const dimension = dimensionOf(view);
  const reason = dimension ? t('award.givenFor', { dimension: plainNamed(dimension, ctx) }) : '';
  const params = { holder: holderText(view, ctx), reason, name: plainNamed(view.face, ctx), date: dateText(view.awarded_on, ctx) };
  const state = stateSentence(view, ctx);
  // A task that is not named begins small.
  return sentences([capital(t(givenKey(view.face, view.basis), params)), state && state + t('programme.stop')], ctx);
}

/** How it stands now; nothing of what only happened, whose kind says that it has no end. */
function stateSentence(view: AwardView, ctx: SheetContext): string | null {
  const state = stateText(view, view.face.holding, ctx);
  return state === ctx.t('award.state.event') ? null : state;
}

const GIVEN: Readonly<Record<string, Key>> = {
  flag: 'award.given.flag',
  card: 'award.given.card',
  light: 'award.given.card',
  order: 'award.given.order',
  notice: 'award.given.notice',
};

/** How it is said that it was given: nobody is awarded a talk. */
function givenKey({ kind, tone }: AwardView['face'], basis: AwardView['basis']): Key {
  if (kind === 'list') return 'award.given.list';
  if (kind === 'grade' && tone !== 'positive') return 'award.given.grade';
  // What nobody decided was not recorded either.
  const given = GIVEN[kind] ?? (basis === 'computed' ? 'award.given.byRule' : 'award.given.other');
  return tone === 'positive' && kind !== 'notice' ? 'award.given.honour' : given;
}

/** How long awards of an instrument are held. */
export function holdingText(holding: AwardView['face']['holding'], ctx: SheetContext): string {
  return ctx.t(`award.holding.${holding}`);
}

/** The dimension that it was given for. */
function dimensionOf({ dimension, dimensions }: AwardView): Named | undefined {
  return dimension === null ? undefined : dimensions[dimension];
}

/** The task that a unit was given it for. */
function taskOf({ task, holder_type: holder, tasks }: AwardView): Named | undefined {
  return task === null || holder === 'task' ? undefined : tasks[task];
}

function facts(view: AwardView, ctx: SheetContext): Html {
  const { t } = ctx;
  const dimension = dimensionOf(view);
  const task = taskOf(view);
  return html`<dl class="facts is-list">${fact(t('award.head.what'), html`${awardMark(view, facesOf(view.instruments, ctx), ctx)}${provisionalTag(view, ctx)} ${toneWord(view.tone, ctx)}`)}${fact(
    t('award.head.holder'),
    holderLink(view, view, view.programme, ctx),
  )}${fact(t('award.head.dimension'), dimension && sayNamed(dimension, ctx))}${fact(t('task.head.batch'), view.batch && sayNamed(view.batch, ctx))}${fact(t('award.head.occasion'), occasion(view, ctx))}${fact(
    t('award.forTask'),
    task && html`<a href="${ctx.href(taskPath(view.programme, view.task as string))}">${sayNamed(task, ctx)}</a>`,
  )}${fact(t('award.head.date'), dateHtml(view.awarded_on, ctx))}${fact(t('award.heldFor'), html`${holdingText(view.face.holding, ctx)}${heldDates(view, ctx)}`)}${fact(
    t('award.head.state'),
    view.exempted_on === null && stateSentence(view, ctx),
  )}${fact(t('award.streak'), view.streak !== null && view.streak > 1 && t('award.streakCount', { n: view.streak }))}${fact(t('award.reason'), reasonHtml(view, ctx))}${fact(t('award.document'), view.document && documentLink(view.document, ctx))}${fact(
    t(view.basis === 'computed' ? 'award.rulesSetBy' : 'award.decidedBy'),
    view.decided_by !== null && ctx.say(view.decided_by),
  )}${fact(t('award.number'), view.basis !== 'computed' && view.award)}</dl>`;
}

/** The session that gave it, and the ranking that it rests on. */
function occasion(view: AwardView, ctx: SheetContext): Html | null {
  const { session, board } = view;
  const text = occasionText(view, view, ctx);
  if (text === '') return null;
  const link = (path: string, name: string): Html => html`<a href="${ctx.href(path)}">${name}</a>`;
  if (session === null) return board ? link(board.path, text) : html`${text}`;
  if (!view.sessions[session]) return html`${text}`;
  const given = link(`${sessionsPath(view.programme)}#${sessionAnchor(session)}`, text);
  if (!board) return given;
  const name = board.period === session ? ctx.t('award.toBoard') : periodText(board.period, view, ctx);
  return html`${given}${ctx.t('programme.dot')}${link(board.path, name)}`;
}

function heldDates(view: AwardView, ctx: SheetContext): string {
  if (view.face.holding === 'event' || (view.until === null && !view.current)) return '';
  const from = dateText(view.since, ctx);
  return ctx.t('programme.inBrackets', {
    text: view.until === null ? ctx.t('award.since', { from }) : ctx.t('award.sinceUntil', { from, to: dateText(view.until, ctx) }),
  });
}

/** Whether every place that the rule asks for is one in the group. */
function isJudgedInGroup({ when }: NonNullable<AwardView['rule']>): boolean {
  return leavesOf(when).every((leaf) => leaf.type !== 'rank' || leaf.within === 'group');
}

function clause(view: AwardView, ctx: SheetContext): Html {
  const { t } = ctx;
  const [group, ...others] = view.groups ?? [];
  const isOfGroup = group !== undefined && others.length === 0 && view.rule !== null && isJudgedInGroup(view.rule);
  const rule = { ctx, names: view.rule_names, sessions: view.sessions, holder: view.holder_type, ...(isOfGroup && { group }) };
  const basis = html`<p>${t(`award.basis.${view.basis}`)}</p>`;
  const disputed = view.disputed ? html`<p class="note note-warning">${t('award.disputed')}</p>` : NOTHING;
  if (view.rule === null) return html`${basis}${disputed}`;
  const facts = view.facts.map((one) => html`<li>${factSentence(one, rule)}</li>`);
  return html`${basis}<p class="clause">${t('method.clause', { clause: ruleSentence(view.rule.when, rule) })}</p>${ruleNotes(view.rule, ctx).map((note) => html`<p class="soft">${note}</p>`)}${
    facts.length > 0 && html`<h3>${t('award.facts')}</h3><ul>${facts}</ul>`
  }${disputed}`;
}

function follows(view: AwardView, ctx: SheetContext): Html {
  if (view.obligations.length === 0) return NOTHING;
  return html`<ul>${view.obligations.map((text) => html`<li>${ctx.say(text)}</li>`)}</ul>`;
}

function filings(view: AwardView, ctx: SheetContext): Html {
  if (view.filings.length === 0) return NOTHING;
  const items = view.filings.map(
    (filing) =>
      html`<li>${dateHtml(filing.filed_on, ctx)} ${ctx.say(filing.kind)}${filing.outcome !== null && html`${ctx.t('programme.colon')}${ctx.say(filing.outcome)}`}${filing.digest !== null && html`<br>${ctx.say(filing.digest)}`}</li>`,
  );
  return html`<ol class="timeline">${items}</ol>`;
}

/** Why it no longer counts: the office's note, the decision, its reason and its document. */
function exemptedNote({ exempted_on: on, exemption, note, correction }: AwardView, ctx: SheetContext): Html {
  const { t } = ctx;
  if (on === null) return NOTHING;
  const decision =
    exemption !== null &&
    exemption.kind !== null &&
    exemption.outcome !== null &&
    html`${t('award.exemptedBy')}${
      exemption.programme_name && html`<a href="${ctx.href(programmePath(exemption.programme))}">${sayNamed(exemption.programme_name, ctx)}</a> · `
    }${ctx.say(exemption.kind)}${t('programme.colon')}${ctx.say(exemption.outcome)}${t('programme.stop')}`;
  const reason = exemption?.reason ? html`${t('award.reason')}${t('programme.colon')}${ctx.say(exemption.reason)}` : NOTHING;
  const document = exemption?.document ? html` ${documentLink(exemption.document, ctx)}` : NOTHING;
  const parts = [
    note !== null && ctx.say(note),
    decision,
    (exemption?.reason || exemption?.document) && html`${reason}${document}`,
    correction !== undefined && correctionLink(correction, ctx),
  ];
  const told = parts.filter((part) => typeof part === 'object' && part !== null);
  return told.length > 0 ? html`<div class="note">${told.map((part) => html`<p>${part}</p>`)}</div>` : NOTHING;
}

export function awardSheet(view: AwardView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const programme = plainNamed(view.programme_name, ctx);
  const name = capital(t('award.title', { holder: holderText(view, ctx), name: plainNamed(view.face, ctx) }));
  const lead = awardLead(view, ctx);
  const date = dateText(view.awarded_on, ctx);
  const what = taskOf(view) ?? dimensionOf(view);
  return {
    // A unit may be given the same for several dimensions or tasks on one day.
    title: what ? t('award.titleFor', { name, what: plainNamed(what, ctx), date }) : t('award.titleOn', { name, date }),
    description: lead,
    crumbs: [
      { name: programme, path: programmePath(view.programme) },
      { name: capital(t('award.list', { acts: kindsText(view.instruments, 'act', ctx) })), path: awardsPath(view.programme) },
      { name, path: null },
    ],
    main: html`<p class="kicker"><a href="${ctx.href(awardsPath(view.programme))}">${sayNamed(view.programme_name, ctx)}</a></p><h1>${name}</h1><p class="lead">${lead}</p>${exemptedNote(view, ctx)}${
      view.exempted_on === null &&
      (view.note !== null || view.correction !== undefined) &&
      html`<p class="note">${view.note !== null && html`${ctx.say(view.note)} `}${view.correction !== undefined && correctionLink(view.correction, ctx)}</p>`
    }${view.provisional && html`<p class="note note-warning">${t('award.provisional')}</p>`}${appealNotes(view.appeals, ctx)}${facts(view, ctx)}${section('why', t('award.why'), html`${clause(view, ctx)}<p><a href="${ctx.href(methodPath(view.programme))}">${t('award.toMethod')}</a></p>`)}${section(
      'follows',
      t('award.follows'),
      follows(view, ctx),
    )}${section('filings', t('award.filings'), filings(view, ctx))}${section('others', t('award.others'), html`${legend([], ctx, view.others)}${awardTable(view.others, view.instruments, view, ctx, { holder: false })}`)}`,
    nav: programmePath(view.programme),
    publishedOn: view.awarded_on,
    search: { words: [view.award] },
    jsonLd: [],
  };
}
