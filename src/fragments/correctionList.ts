/** Corrections: what was printed, what is printed now, when, why, and who approved it. */
import { type Html, html, NOTHING } from '../html.ts';
import { unitPath } from '../views/address.ts';
import type { CorrectionView } from '../views/correction.ts';
import { periodText } from './boardWords.ts';
import { dateHtml, documentLink, sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

export function correctionList(corrections: readonly CorrectionView[], ctx: SheetContext): Html {
  if (corrections.length === 0) return NOTHING;
  return html`<ol class="timeline">${corrections.map((correction) => correctionItem(correction, ctx))}</ol>`;
}

function correctionItem(correction: CorrectionView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { unit, unit_name: name, old, new: now, field, field_name: fieldName, approved_by: approvedBy, document } = correction;
  const changed =
    (old !== null || now !== null) &&
    html`<p>${field && html`${fieldName ? sayNamed(fieldName, ctx) : field}${t('board.colon')}`}<s>${old ?? t('board.nothing')}</s> → <strong>${now ?? t('board.nothing')}</strong></p>`;
  return html`<li id="c-${correction.correction}"><p>${dateHtml(correction.published_on, ctx)} <span class="tag">${t(`board.correction.${correction.kind}`)}</span> ${where(correction, ctx)}${
    unit !== null && name && html` <a href="${ctx.href(unitPath(unit))}">${sayNamed(name, ctx)}</a>`
  }</p>${changed}<p>${t('board.reason')}${ctx.say(correction.reason)}</p>${
    (approvedBy || document) &&
    html`<p><small>${approvedBy && html`${t('board.approvedBy')}${ctx.say(approvedBy)} `}${document && documentLink(document, ctx)}</small></p>`
  }</li>`;
}

function where({ programme_name: programme, period, path }: CorrectionView, ctx: SheetContext): Html {
  if (!programme) return NOTHING;
  return html`<a href="${ctx.href(path)}">${sayNamed(programme, ctx)}${period !== null && html` ${periodText(period, ctx)}`}</a>`;
}
