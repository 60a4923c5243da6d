/** Every correction and appeal (更正与申诉). */
import { type Html, html, join } from '../html.ts';
import { CORRECTIONS, unitPath } from '../views/address.ts';
import type { AppealAim, AppealView } from '../views/appeal.ts';
import type { CorrectionsView } from '../views/correction.ts';
import { periodText } from './boardWords.ts';
import { correctionList } from './correctionList.ts';
import { dateHtml, dateText, listText, sayNamed, section, sentences } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';

export function correctionsSheet(view: CorrectionsView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const [newest] = view.corrections;
  const lead = correctionsLead(view, ctx);
  return {
    title: t('board.corrections'),
    description: lead,
    crumbs: [{ name: t('board.corrections'), path: null }],
    main: html`<h1>${t('board.corrections')}</h1><p class="lead">${lead}</p><p>${t('board.corrections.policy')}</p>${correctionList(view.corrections, ctx)}${section(
      'appeals',
      t('board.appeals'),
      appealList(view.appeals, ctx),
    )}`,
    nav: CORRECTIONS,
    publishedOn: newest?.published_on ?? null,
    search: { words: [] },
    jsonLd: [],
  };
}

/** What was recorded, and how many figures were revised without it. */
function correctionsLead(view: CorrectionsView, ctx: SheetContext): string {
  const { t } = ctx;
  const [newest] = view.corrections;
  const n = view.revised_without_entry;
  const untold = n > 0 && t('board.corrections.untold', { n });
  if (!newest) return untold || t('board.corrections.none', { date: dateText(view.as_of, ctx) });
  return sentences([kindsLead(view, newest.published_on, ctx), untold], ctx);
}

/** How many of each kind: a change of method corrects nothing. */
function kindsLead({ corrections }: CorrectionsView, newest: string, ctx: SheetContext): string {
  const byKind = Map.groupBy(corrections, ({ kind }) => kind);
  const kinds = listText(
    [...byKind].map(([kind, own]) => ctx.t(`board.corrections.${kind}`, { n: own.length })),
    ctx,
  );
  const params = { n: corrections.length, kinds, newest: dateText(newest, ctx) };
  return ctx.t(byKind.size > 1 ? 'board.corrections.lead' : 'board.corrections.leadAlike', params);
}

function appealList(appeals: readonly AppealView[], ctx: SheetContext): Html | false {
  if (appeals.length === 0) return false;
  return html`<ol class="timeline">${appeals.map((appeal) => appealItem(appeal, ctx))}</ol>`;
}

/** `黄牌 · 朔桥区（2023年第三季度）`, linked to its page. */
function aimText(aim: AppealAim, ctx: SheetContext): Html {
  const { kind, path, what, whose, period } = aim;
  if (kind === 'unnamed' || path === null) return html`${ctx.t('board.appeal.unnamed')}`;
  const names = [what, whose].flatMap((name) => (name ? sayNamed(name, ctx) : []));
  const when = period !== null && ctx.t('board.inBrackets', { text: periodText(period, aim, ctx) });
  const text = kind === 'correction' ? html`${ctx.t('board.appeal.ofCorrection')}` : html`${join(names, ' · ')}${when}`;
  return html`<a href="${ctx.href(path)}">${text}</a>`;
}

function appealItem(appeal: AppealView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { unit, unit_name: name, decided_on: decided, decision, correction } = appeal;
  return html`<li><p>${dateHtml(appeal.filed_on, ctx)} <span class="tag">${t(`board.appeal.${appeal.state}`)}</span> ${
    unit !== null && name && html`<a href="${ctx.href(unitPath(unit))}">${sayNamed(name, ctx)}</a> `
  }${t('board.appeal.against')}${aimText(appeal.aim, ctx)}</p>${(decided || decision) && html`<p>${decided && html`${dateHtml(decided, ctx)} `}${decision && ctx.say(decision)}</p>`}${
    correction !== null && html`<p><a href="#c-${correction}">${t('board.appeal.correction')}</a></p>`
  }</li>`;
}
