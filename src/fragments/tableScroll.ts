/**
 * A wide table scrolls inside a box of its own, which the keyboard can reach and a reader's software names. No landmark: the section around it
 * is one, often by the same name.
 */
import { type Html, html } from '../html.ts';
import type { SheetContext } from './sheet.ts';

/** `label` is the id of the heading or caption that names it. */
export function tableScroll(label: string, table: Html): Html {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="${label}">${table}</div>`;
}

/** What a cell of a stacked table says on a phone before its figure, where the head of its column is out of sight. */
export function cellLabel(head: string, ctx: SheetContext): Html {
  return html` data-label="${head}${ctx.t('programme.colon')}"`;
}
