/** The legend (图例): what each mark is, and whether it is good or bad. On every page that shows one. */
import { type Html, html, NOTHING } from '../html.ts';
import type { SheetContext } from './sheet.ts';
import { type MarkFace, type MarkState, toneMark, toneWord } from './toneMark.ts';

/** `awards`: those shown, of which some may be outlines. */
export function legend(instruments: readonly MarkFace[], ctx: SheetContext, awards: readonly { readonly state: MarkState }[] = []): Html {
  if (instruments.length === 0) return NOTHING;
  const items = instruments.map((instrument) => html`<li>${toneMark(instrument, ctx)} ${toneWord(instrument.tone, ctx)}</li>`);
  const ended = awards.some(({ state }) => state === 'superseded') && html`<li>${ctx.t('award.legendEnded')}</li>`;
  return html`<ul class="legend" aria-label="${ctx.t('award.legend')}">${items}${ended}</ul>`;
}
