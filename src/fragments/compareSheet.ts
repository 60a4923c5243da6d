/** Comparing units (比较): without a script, the units of each group as links to their pages. */
import { type Html, html } from '../html.ts';
import { COMPARE } from '../views/address.ts';
import type { CompareGroup, CompareView } from '../views/units.ts';
import { nameText } from './boardWords.ts';
import { sayNamed } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';

export function compareSheet(view: CompareView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const lead = t('board.compare.lead');
  const units = new Map(view.units.map((unit) => [unit.unit, unit]));
  return {
    title: t('board.compare'),
    description: lead,
    crumbs: [{ name: t('board.compare'), path: null }],
    main: html`<h1>${t('board.compare')}</h1><p class="lead">${lead}</p><sun-compare data-src="${ctx.file(`${COMPARE}index.json`)}" data-base="${ctx.file('')}" data-home="${ctx.href('')}">${view.groups.map(
      (group, at) => groupSection(group, at, units, ctx),
    )}</sun-compare>`,
    nav: COMPARE,
    publishedOn: null,
    search: { kind: t('unit.pageKind'), words: [] },
    elements: ['sunCompare'],
    jsonLd: [],
  };
}

function groupSection(group: CompareGroup, at: number, units: ReadonlyMap<string, CompareView['units'][number]>, ctx: SheetContext): Html {
  const id = `g-${at + 1}`;
  const items = group.units.flatMap((one) => {
    const unit = units.get(one);
    return unit ? html`<li><a href="${ctx.href(unit.path)}">${nameText(unit, ctx)}</a></li>` : [];
  });
  const name = group.group_name ? html` · ${sayNamed(group.group_name, ctx)}` : html` · ${ctx.t('board.allUnits')}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${sayNamed(group.programme_name, ctx)}${name}</h2><ul class="columns">${items}</ul></section>`;
}
