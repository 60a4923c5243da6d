/** Sheets around the office's own prose: the press puts the prose itself below them. */
import { type Html, html } from '../html.ts';
import { formatDate } from '../i18n/format.ts';
import { ABOUT, CORRECTIONS, DOWNLOADS, methodPath } from '../views/address.ts';
import type { AboutView, ProseView } from '../views/prose.ts';
import { licenceLink } from './licence.ts';
import { plainNamed, sayNamed } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';

export function proseSheet(view: ProseView, ctx: SheetContext): Sheet {
  const title = view.titles[ctx.lang] ?? Object.values(view.titles)[0] ?? view.path.replaceAll('/', ' ').trim();
  const description = view.descriptions[ctx.lang] ?? Object.values(view.descriptions)[0] ?? title;
  return {
    title,
    description,
    crumbs: [{ name: title, path: null }],
    main: html`<h1>${title}</h1>`,
    nav: view.path,
    publishedOn: view.updated,
    search: { words: [description] },
    jsonLd: [],
  };
}

export function aboutSheet(view: AboutView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const title = t('site.about');
  const lead = t('site.about.lead', {
    title: plainNamed(view.title, ctx),
    publisher: plainNamed(view.publisher, ctx),
    units: view.units,
    programmes: view.programmes.length,
  });
  const methods = view.programmes.map((one) => html`<li><a href="${ctx.href(methodPath(one.programme))}">${sayNamed(one, ctx)}</a></li>`);
  return {
    title,
    description: lead,
    crumbs: [{ name: title, path: null }],
    main: html`<h1>${title}</h1><p class="lead">${lead}</p>${view.description !== null && html`<p>${ctx.say(view.description)}</p>`}${contactFacts(view, ctx)}<h2>${t(
      'site.about.methods',
    )}</h2><ul>${methods}</ul><h2>${t('site.about.promises')}</h2><ul><li>${t('site.about.address')}</li><li>${t('site.about.corrections')} <a href="${ctx.href(
      CORRECTIONS,
    )}">${t('frame.corrections')}</a></li><li>${t(view.fills_missing ? 'site.about.missingByMethod' : 'site.about.missing')}</li><li>${t('site.about.persons')}</li><li>${t('site.about.open')} <a href="${ctx.href(
      DOWNLOADS,
    )}">${t('frame.downloads')}</a></li></ul>`,
    nav: ABOUT,
    publishedOn: null,
    search: { words: [] },
    jsonLd: [],
  };
}

function contactFacts(view: AboutView, ctx: SheetContext): Html {
  const { t } = ctx;
  const publisher =
    view.url === null ? sayNamed(view.publisher, ctx) : html`<a href="${view.url}" rel="noopener">${sayNamed(view.publisher, ctx)}</a>`;
  const facts: [string, Html | string | null][] = [
    [t('site.about.publisher'), publisher],
    [t('site.about.phone'), view.phone],
    [t('site.about.email'), view.email === null ? null : html`<a href="mailto:${view.email}">${view.email}</a>`],
    [t('site.about.licence'), view.licence === null ? null : licenceLink(view.licence)],
    [t('site.about.asOf'), formatDate(view.as_of, ctx.lang)],
  ];
  return html`<dl class="facts is-list">${facts.map(([term, fact]) => fact !== null && html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>`;
}
