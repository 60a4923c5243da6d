/** A wide table scrolls inside its own region, which the keyboard can reach and a reader's software names. */
import { type Html, html } from '../html.ts';

/** `label` is the id of the heading or caption that names it. */
export function tableScroll(label: string, table: Html): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-labelledby="${label}">${table}</div>`;
}
