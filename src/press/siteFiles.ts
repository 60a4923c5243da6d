/** The few files that belong to the site as a whole. */
import { type Html, html } from '../html.ts';
import { getTranslate } from '../i18n/index.ts';
import type { PortalConfig } from '../model/config.ts';
import type { Portal } from '../model/portal.ts';
import type { Lang } from '../model/text.ts';
import { SEARCH } from '../views/address.ts';
import type { Addressing } from './addressing.ts';
import { fillFrame, type Pieces } from './frame.ts';
import { languageLinks } from './head.ts';
import { type Inventory, MANIFEST } from './inventory.ts';
import type { Frames } from './print.ts';

/** `theme.css`: the portal's own colours, over those of the style sheet. */
export function themeCss(config: PortalConfig): string {
  const { accent } = config.brand;
  return accent === null ? '' : `:root{--accent:${accent}}\n`;
}

/** `robots.txt`: everything may be read; the sitemap where the site’s own address is known. */
export function robotsTxt(config: PortalConfig, base: string): string {
  const sitemap = config.site === null ? '' : `Sitemap: ${config.site}${base}sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}

/** The sitemap protocol's own limit on addresses in one file. */
const URLS_PER_SITEMAP = 50_000;

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `sitemap.xml`, split under an index when there are too many addresses for one; nothing when the site's own address is not known. */
export function sitemaps(addresses: readonly string[], config: PortalConfig, base: string): { path: string; body: string }[] {
  const { site } = config;
  if (site === null) return [];
  const parts: string[][] = [];
  for (let i = 0; i < addresses.length; i += URLS_PER_SITEMAP) parts.push(addresses.slice(i, i + URLS_PER_SITEMAP));
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const files = parts.map((part, i) => ({
    path: parts.length === 1 ? 'sitemap.xml' : `sitemap-${i + 1}.xml`,
    body: `${head}<urlset ${namespace}>\n${part.map((address) => `<url><loc>${escapeXml(site + address)}</loc></url>\n`).join('')}</urlset>\n`,
  }));
  if (files.length <= 1) return files;
  const index = files.map(({ path }) => `<sitemap><loc>${escapeXml(`${site}${base}${path}`)}</loc></sitemap>\n`).join('');
  return [{ path: 'sitemap.xml', body: `${head}<sitemapindex ${namespace}>\n${index}</sitemapindex>\n` }, ...files];
}

/** The page for addresses that are none. Hosts look for it at the root, so it speaks every language, the first one first. */
export function notFoundPage(frames: Frames, addressing: Addressing, lang: Lang): Pieces {
  const t = getTranslate(lang);
  const title = t('site.notFoundTitle');
  const others = addressing.languages.filter((other) => other !== lang);
  return fillFrame(frames.frame(lang, 'prose'), {
    title,
    description: t('site.notFound'),
    head: html`<meta name="robots" content="noindex">`,
    languages: languageLinks({ lang, all: addressing.languages.map((other) => ({ lang: other, path: addressing.href('', other) })) }),
    crumbs: html``,
    main: html`<h1>${title}</h1>${notFoundText(addressing, lang)}${others.map(
      (other) => html`<section lang="${other}"><h2>${getTranslate(other)('site.notFoundTitle')}</h2>${notFoundText(addressing, other)}</section>`,
    )}`,
    pageinfo: html``,
    nav: null,
  });
}

function notFoundText(addressing: Addressing, lang: Lang): Html {
  const t = getTranslate(lang);
  return html`<p class="lead">${t('site.notFound')}</p><ul><li><a href="${addressing.href('', lang)}">${t('site.notFoundHome')}</a></li><li><a href="${addressing.href(SEARCH, lang)}">${t('site.notFoundSearch')}</a></li></ul>`;
}

/** `manifest.json`: with which program, as of when, from which inputs, and what came of it. It holds no time of building. */
export function manifestJson({ asOf, inputs }: Portal, version: string, inventory: Inventory): string {
  const outputs = [...inventory].filter(([path]) => path !== MANIFEST).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = outputs.map(([path, { bytes, sha256 }]) => JSON.stringify({ path, bytes, sha256 }));
  const sorted = [...inputs].sort((a, b) => (a.file < b.file ? -1 : 1));
  const head = JSON.stringify({ program: 'sunboard', version, as_of: asOf, inputs_listed: 'all but tables of which no row is public' });
  const read = sorted.map(({ file, bytes, sha256 }) => JSON.stringify({ path: file, bytes, sha256 }));
  return `${head.slice(0, -1)},"inputs":[\n${read.join(',\n')}\n],"outputs":[\n${lines.join(',\n')}\n]}\n`;
}
