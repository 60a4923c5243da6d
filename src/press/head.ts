/** What the press writes into `<head>`, the language switch and the way to the page: all that depends on an address. */
import type { Crumb, Sheet } from '../fragments/sheet.ts';
import { type Html, html, join, jsonForScript, NOTHING, raw } from '../html.ts';
import type { Translate } from '../i18n/index.ts';
import { isChinese } from '../i18n/languages.ts';
import type { PortalConfig } from '../model/config.ts';
import { say, type Text } from '../model/text.ts';

/** The addresses of one page in every language, as paths with base, first language first. */
export interface Addresses {
  readonly lang: string;
  readonly own: string;
  readonly all: readonly { readonly lang: string; readonly path: string }[];
  /** Open Graph picture, with base; null when there is none. */
  readonly picture: string | null;
  /** The address of another page in this language, with base. */
  href(path: string): string;
}

/** What stands in the head of a page beside its title: addresses, pictures, and the tags that government sites must have. */
export function headTags(sheet: Sheet, addresses: Addresses, config: PortalConfig): Html {
  const { site } = config;
  const title = say(config.title, addresses.lang, config.languages);
  const absolute = (path: string): string => (site ?? '') + path;
  const parts: Html[] = [];
  if (site) {
    parts.push(html`<link rel="canonical" href="${absolute(addresses.own)}">`);
    if (addresses.all.length > 1) {
      for (const { lang, path } of addresses.all) parts.push(html`<link rel="alternate" hreflang="${lang}" href="${absolute(path)}">`);
      parts.push(html`<link rel="alternate" hreflang="x-default" href="${absolute(addresses.all[0]?.path ?? '')}">`);
    }
    parts.push(html`<meta property="og:url" content="${absolute(addresses.own)}">`);
  }
  if (sheet.redirect !== undefined) parts.push(html`<meta http-equiv="refresh" content="0; url=${addresses.href(sheet.redirect)}">`);
  if (sheet.noindex) parts.push(html`<meta name="robots" content="noindex">`);
  parts.push(
    html`<meta property="og:title" content="${sheet.title}"><meta property="og:description" content="${sheet.description}">`,
    html`<meta property="og:type" content="website"><meta property="og:site_name" content="${title}">`,
  );
  if (addresses.picture && site) {
    parts.push(html`<meta property="og:image" content="${absolute(addresses.picture)}"><meta name="twitter:card" content="summary_large_image">`);
  }
  if (config.languages.some((lang) => isChinese(lang))) parts.push(governmentTags(sheet, addresses.lang, config));
  for (const object of sheet.jsonLd) parts.push(raw(`<script type="application/ld+json">${jsonForScript(object)}</script>`));
  return join(parts, NOTHING);
}

/** The meta tags that Chinese government sites must carry (政府网站发展指引): site, column, title, time and source of publication. */
function governmentTags(sheet: Sheet, lang: string, config: PortalConfig): Html {
  const plain = (text: Text): string => say(text, lang, config.languages);
  return html`<meta name="SiteName" content="${plain(config.title)}">${
    config.site && html`<meta name="SiteDomain" content="${new URL(config.site).host}">`
  }${config.footer.siteCode && html`<meta name="SiteIDCode" content="${config.footer.siteCode}">`}<meta name="ColumnName" content="${plain(config.column ?? config.title)}"><meta name="ArticleTitle" content="${sheet.title}">${
    sheet.publishedOn && html`<meta name="PubDate" content="${withTime(sheet.publishedOn)}">`
  }<meta name="ContentSource" content="${plain(config.contentSource || config.publisher.name)}">`;
}

/** `YYYY-MM-DD HH:MM`, the form that is asked for; a date without a time counts from midnight. */
function withTime(date: string): string {
  return date.length === 10 ? `${date} 00:00` : date;
}

/** Names that were looked up; and one that is not to name a country. */
const languageNames = new Map<string, string>([['zh-CN', '简体中文']]);

/** The language's own name for itself. */
function languageName(lang: string): string {
  let name = languageNames.get(lang);
  if (name === undefined) {
    name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
    languageNames.set(lang, name);
  }
  return name;
}

/** The page in each language, as a list; nothing in a portal of one. */
export function languageLinks(addresses: Pick<Addresses, 'lang' | 'all'>): Html {
  if (addresses.all.length < 2) return NOTHING;
  return html`<ul>${addresses.all.map(({ lang, path }) =>
    lang === addresses.lang
      ? html`<li><span lang="${lang}" aria-current="true">${languageName(lang)}</span></li>`
      : html`<li><a href="${path}" lang="${lang}" hreflang="${lang}">${languageName(lang)}</a></li>`,
  )}</ul>`;
}

/** The way from the home page; nothing on the home page itself. */
export function crumbLinks(crumbs: readonly Crumb[], t: Translate, href: (path: string) => string): Html {
  if (crumbs.length === 0 || (crumbs.length === 1 && crumbs[0]?.path === '')) return NOTHING;
  return html`<nav class="crumbs" aria-label="${t('frame.crumbs')}"><ol><li><a href="${href('')}">${t('frame.home')}</a></li>${crumbs.map(
    (crumb, i) =>
      crumb.path === null || i === crumbs.length - 1
        ? html`<li><span aria-current="page">${crumb.name}</span></li>`
        : html`<li><a href="${href(crumb.path)}">${crumb.name}</a></li>`,
  )}</ol></nav>`;
}
