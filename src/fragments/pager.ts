/** Links to the pages of a list that is too long for one. */
import { type Html, html, NOTHING } from '../html.ts';
import type { SheetContext } from './sheet.ts';

interface Pages {
  /** 1-based, of so many. */
  readonly page: number;
  readonly pages: number;
}

/** `label` tells the pager above a list from the one below; `pathOf` gives a page's address. */
export function pager({ page, pages }: Pages, pathOf: (page: number) => string, label: string, ctx: SheetContext): Html {
  if (pages === 1) return NOTHING;
  const items = Array.from({ length: pages }, (_, i) => {
    const number = i + 1;
    return number === page
      ? html`<li><strong aria-current="page">${number}</strong></li>`
      : html`<li><a href="${ctx.href(pathOf(number))}">${number}</a></li>`;
  });
  return html`<nav class="pager is-pages" aria-label="${label}"><ul>${items}</ul></nav>`;
}
