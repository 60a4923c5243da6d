/** Bonuses, deductions, caps and vetoes, each with its reason and document. */
import { type Html, html, join, NOTHING } from '../html.ts';
import type { Key } from '../i18n/index.ts';
import { unitPath } from '../views/address.ts';
import type { BoardAdjustment } from '../views/boardAdjustments.ts';
import type { WithSessions } from '../views/sessionNames.ts';
import { figureText, periodText } from './boardWords.ts';
import { dateHtml, documentLink, phraseAround, sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

/** `of` = the programme, on a unit's page: the unit then needs no name, and its rows give their period. */
export function adjustmentList(adjustments: readonly BoardAdjustment[], ctx: SheetContext, of: WithSessions | null = null): Html {
  if (adjustments.length === 0) return NOTHING;
  return html`<ul class="stack">${adjustments.map((adjustment) => adjustmentItem(adjustment, ctx, of))}</ul>`;
}

function adjustmentItem(adjustment: BoardAdjustment, ctx: SheetContext, of: WithSessions | null): Html {
  const { t } = ctx;
  const { points, status, dimension_name: dimension } = adjustment;
  const unit =
    of === null
      ? html`<a href="${ctx.href(unitPath(adjustment.unit))}">${sayNamed(adjustment.unit_name, ctx)}</a>`
      : html`${periodText(adjustment.period, of, ctx)}`;
  const amount = points === null ? NOTHING : html` ${t('board.points', { n: figureText(points, null) })}`;
  const state = status !== 'confirmed' && html` <span class="status">${t(stateKey(adjustment, status))}</span>`;
  const details = detailsOf(adjustment, ctx);
  return html`<li>${unit}${dimension && html` <small>${sayNamed(dimension, ctx)}</small>`}${t('board.colon')}<strong>${t(`board.adjustment.${adjustment.kind}`)}${amount}</strong>${state} ${ctx.say(adjustment.reason)}${details.length > 0 && html`<br><small>${join(details, ' · ')}</small>`}</li>`;
}

/** Of points that are only proposed it is said that the score is without them. */
function stateKey({ kind }: BoardAdjustment, status: Exclude<BoardAdjustment['status'], 'confirmed'>): Key {
  const isOfPoints = kind === 'bonus' || kind === 'deduction' || kind === 'pre_deduction';
  return status === 'proposed' && isOfPoints ? 'board.adjustment.proposedPoints' : `board.adjustment.${status}`;
}

/** What stands below the reason: that it does not count, what becomes of it, when and by what it was decided. */
function detailsOf({ repeat, effect, date, document, note }: BoardAdjustment, ctx: SheetContext): Html[] {
  return [
    repeat && html`${ctx.t('board.adjustment.repeat')}`,
    effect && html`${ctx.t('board.effect')}${ctx.say(effect)}`,
    date && phraseAround('board.adjustment.decidedOn', 'date', dateHtml(date, ctx), ctx),
    document && documentLink(document, ctx),
    note && ctx.say(note),
  ].filter((part): part is Html => typeof part === 'object' && part !== null);
}
