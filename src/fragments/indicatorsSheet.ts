/** The list of indicators (指标). */
import { type Html, html } from '../html.ts';
import { INDICATORS } from '../views/address.ts';
import type { IndicatorFace, IndicatorsView } from '../views/indicator.ts';
import { plainNamed, sayNamed } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';

export function indicatorsSheet(view: IndicatorsView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const n = view.programmes.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const [only, ...others] = view.programmes;
  const lead =
    only && others.length === 0
      ? t('unit.indicatorsOf', { n, programme: plainNamed(only.programme_name, ctx) })
      : t('unit.indicatorsLead', { n, programmes: view.programmes.length });
  return {
    title: t('unit.indicators'),
    description: lead,
    crumbs: [{ name: t('unit.indicators'), path: null }],
    main: html`<h1>${t('unit.indicators')}</h1><p class="lead">${lead}</p>${view.programmes.map((programme) => programmeTable(programme, ctx))}`,
    nav: INDICATORS,
    publishedOn: null,
    search: { words: [] },
    jsonLd: [],
  };
}

function programmeTable({ programme, programme_name: name, indicators }: IndicatorsView['programmes'][number], ctx: SheetContext): Html {
  const { t } = ctx;
  const shows = indicators.some(({ dimension_name: dimension }) => dimension !== null);
  const id = `p-${programme}`;
  const table = html`<table class="board" aria-labelledby="${id}"><thead><tr><th scope="col">${t('unit.indicator')}</th>${shows && html`<th scope="col" class="wide">${t('board.dimension')}</th>`}<th scope="col">${t('unit.fact.unitLabel')}</th><th scope="col">${t('unit.fact.direction')}</th></tr></thead><tbody>${indicators.map(
    (indicator) => indicatorRow(indicator, shows, ctx),
  )}</tbody></table>`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${sayNamed(name, ctx)}</h2>${tableScroll(id, table)}</section>`;
}

function indicatorRow(indicator: IndicatorFace, shows: boolean, ctx: SheetContext): Html {
  const { dimension_name: dimension, unit_label: label } = indicator;
  return html`<tr><th scope="row"><a href="${ctx.href(indicator.path)}">${sayNamed(indicator, ctx)}</a></th>${shows && html`<td class="wide">${dimension && sayNamed(dimension, ctx)}</td>`}<td>${label && ctx.say(label)}</td><td class="term">${ctx.t(`unit.direction.${indicator.direction}.short`)}</td></tr>`;
}
