/** Comparing units (比较): without a script, the units of each group as links to their pages. */
import { type Html, html, jsonForScript, raw } from '../html.ts';
import { FIGURE_STATUSES } from '../model/portal.ts';
import { COMPARE, UNITS } from '../views/address.ts';
import type { CompareGroup, CompareView } from '../views/units.ts';
import { nameText, statusText } from './boardWords.ts';
import { phraseAround, sayNamed } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { sourceText } from './unitCharts.ts';

/** What leaderboards say of what a figure is made of, with the values that are filled in where it is compared. */
const MADE_WORDS = {
  'board.carried': ['period'],
  'board.carriedPartly': ['period'],
  'board.countedAsZero': ['part', 'status'],
  'board.countedAsZeroPartly': ['part'],
  'board.countedInPart': ['part', 'share'],
  'board.missingDimension': ['dimension', 'status'],
  'board.total.coverage': ['share'],
  'board.totalGiven': [],
  'board.totalWeighted': [],
} as const;

export type MadeWord = keyof typeof MADE_WORDS;

/** Phrases that keep their `{period}`. */
function madeWords({ t }: SheetContext): Readonly<Record<MadeWord, string>> {
  const words = Object.entries(MADE_WORDS) as [MadeWord, readonly string[]][];
  return Object.fromEntries(words.map(([word, names]) => [word, t(word, Object.fromEntries(names.map((name) => [name, `{${name}}`])))])) as Record<
    MadeWord,
    string
  >;
}

export function compareSheet(view: CompareView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const lead = t('board.compare.lead');
  const statuses = Object.fromEntries([...FIGURE_STATUSES.map((status) => [status, statusText(status, ctx)]), ['vetoed', t('board.total.veto')]]);
  const units = new Map(view.units.map((unit) => [unit.unit, unit]));
  return {
    title: t('board.compare'),
    description: lead,
    crumbs: [{ name: t('board.compare'), path: null }],
    main: html`<h1>${t('board.compare')}</h1><p class="lead">${lead}</p><noscript><p class="note">${t('board.compare.noScript')}</p></noscript><sun-compare data-src="${ctx.file(`${COMPARE}index.json`)}" data-units="${ctx.file(UNITS)}" data-source="${sourceText(view.as_of, ctx)}"><script type="application/json">${raw(jsonForScript({ statuses, made: madeWords(ctx) }))}</script><p class="soft">${t('board.compare.listed')}</p>${view.groups.map(
      (group, at) => groupSection(group, at, units, ctx),
    )}</sun-compare>`,
    nav: COMPARE,
    publishedOn: null,
    search: { words: [] },
    jsonLd: [],
  };
}

function groupSection(group: CompareGroup, at: number, units: ReadonlyMap<string, CompareView['units'][number]>, ctx: SheetContext): Html {
  const id = `g-${at + 1}`;
  const items = group.units.flatMap((one) => {
    const unit = units.get(one);
    const link = unit && html`<a href="${ctx.href(unit.path)}">${nameText(unit, ctx)}</a>`;
    return link ? html`<li>${unit.valid_to === undefined ? link : phraseAround('element.compareEnded', 'name', link, ctx)}</li>` : [];
  });
  const name = group.group_name ? html` · ${sayNamed(group.group_name, ctx)}` : html` · ${ctx.t('board.allUnits')}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${sayNamed(group.programme_name, ctx)}${name}</h2><ul class="columns">${items}</ul></section>`;
}
