/** The legend (图例): what each mark is, and whether it is good or bad. On every page that shows one. */
import { type Html, html, NOTHING } from '../html.ts';
import type { SheetContext } from './sheet.ts';
import { isOutlined, type MarkedAward, type MarkFace, toneMark, toneWord } from './toneMark.ts';

/** `awards`: those shown, of which some may be outlines. */
export function legend(instruments: readonly MarkFace[], ctx: SheetContext, awards: readonly MarkedAward[] = []): Html {
  const items = instruments.map((instrument) => html`<li>${toneMark(instrument, ctx)} ${toneWord(instrument.tone, ctx)}</li>`);
  const ended = awards.some(isOutlined) && html`<li>${ctx.t('award.legendEnded')}</li>`;
  if (items.length === 0 && !ended) return NOTHING;
  return html`<ul class="legend" aria-label="${ctx.t('award.legend')}">${items}${ended}</ul>`;
}
