/** Appeals: what each is against, how it stands and what came of it; and the mark of what one is pending against. */
import { type Html, html, join, NOTHING } from '../html.ts';
import { appealPath, correctionPath, unitPath } from '../views/address.ts';
import type { AppealAim, AppealView } from '../views/appeal.ts';
import { type AppealMark, isPending } from '../views/appealMark.ts';
import { appealWord, periodText } from './boardWords.ts';
import { dateHtml, sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

/** That an appeal is pending, with the way to it; a decided one is told on the page of corrections. */
export function appealMark({ appeal: state, appeal_id: id }: Partial<AppealMark>, ctx: SheetContext): Html {
  if (state === undefined || id === undefined || !isPending({ state })) return NOTHING;
  return html` <a class="status tone-warning" href="${ctx.href(appealPath(id))}">${appealWord(state, ctx)}</a>`;
}

function anchorOf(appeal: string): string {
  return appealPath(appeal).split('#')[1] ?? '';
}

export function appealList(appeals: readonly AppealView[], ctx: SheetContext): Html | false {
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
  return html`<li id="${anchorOf(appeal.appeal)}"><p>${dateHtml(appeal.filed_on, ctx)} <span class="tag">${t(`board.appeal.${appeal.state}`)}</span> ${
    unit !== null && name && html`<a href="${ctx.href(unitPath(unit))}">${sayNamed(name, ctx)}</a> `
  }${t('board.appeal.against')}${aimText(appeal.aim, ctx)}</p>${(decided || decision) && html`<p>${decided && html`${dateHtml(decided, ctx)} `}${decision && ctx.say(decision)}</p>`}${
    correction !== null && html`<p><a href="${ctx.href(correctionPath(correction))}">${t('board.appeal.correction')}</a></p>`
  }</li>`;
}
