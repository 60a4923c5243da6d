/** Search (搜索): a form that the browser's index answers; without a script, the list of units and pages. */
import { html } from '../html.ts';
import { COMPARE, CORRECTIONS, INDICATORS, SEARCH, UNITS } from '../views/address.ts';
import type { SearchView } from '../views/downloads.ts';
import { nameText } from './boardWords.ts';
import { sayNamed } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';

export function searchSheet(view: SearchView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const names: Readonly<Record<string, string>> = {
    [UNITS]: t('unit.units'),
    [INDICATORS]: t('unit.indicators'),
    [COMPARE]: t('board.compare'),
    [CORRECTIONS]: t('board.corrections'),
  };
  const pages = view.pages.map((path) => html`<li><a href="${ctx.href(path)}">${names[path] ?? path}</a></li>`);
  const programmes = view.programmes.map((programme) => html`<li><a href="${ctx.href(programme.path)}">${sayNamed(programme, ctx)}</a></li>`);
  const units = view.units.map((unit) => html`<li><a href="${ctx.href(unit.path)}">${nameText(unit, ctx)}</a></li>`);
  return {
    title: t('board.search'),
    description: t('board.search.lead'),
    crumbs: [{ name: t('board.search'), path: null }],
    main: html`<h1>${t('board.search')}</h1><noscript><p class="note">${t('board.search.noScript')}</p></noscript><sun-search data-results><p class="lead">${t('board.search.lead')}</p><form action="${ctx.href(SEARCH)}" role="search"><label for="search">${t('board.search.label')}</label><input id="search" type="search" name="q" autocomplete="off"><button>${t('board.search')}</button></form></sun-search><section aria-labelledby="all"><h2 id="all">${t('board.search.pages')}</h2><ul class="columns">${programmes}${pages}</ul></section><section aria-labelledby="all-units"><h2 id="all-units">${t('unit.units')}</h2><ul class="columns">${units}</ul></section>`,
    nav: null,
    publishedOn: null,
    search: null,
    jsonLd: [],
  };
}
