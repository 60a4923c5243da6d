/** From pages to files: each page's sheet in its frame, once a language, and its data, once. */
import { exportPage } from '../exports/exportPage.ts';
import { citationPart } from '../fragments/citation.ts';
import { sheetOf as sheetFor } from '../fragments/index.ts';
import type { Sheet, SheetContext } from '../fragments/sheet.ts';
import { escapeHtml, type Html, html, NOTHING, raw } from '../html.ts';
import { formatDate } from '../i18n/format.ts';
import { getTranslate } from '../i18n/index.ts';
import type { PortalConfig } from '../model/config.ts';
import { type Lang, say, sayIn, type Text } from '../model/text.ts';
import { csvFilesOf } from '../views/dataFiles.ts';
import type { Page, PageFace, PageKind } from '../views/page.ts';
import { type Addressing, addressingOf, encodePath } from './addressing.ts';
import { type Frame, fillFrame, joinPieces, type Pieces } from './frame.ts';
import { type Addresses, crumbLinks, headTags, languageLinks } from './head.ts';
import { findProse, type Prose } from './prose.ts';
import { placeLinks } from './proseLinks.ts';

/** What the pages are put into. */
export interface Frames {
  frame(lang: Lang, kind: PageKind): Frame;
  /** Body of a prose file, made by this program from the office's MDX. */
  prose(prose: Prose): string;
}

interface PrintedFile {
  /** Path below the site's root. */
  readonly path: string;
  readonly body: Pieces;
  /** Of a page: what is in its frame, and in which language. */
  readonly sheet?: Sheet;
  readonly lang?: Lang;
}

/** What all pages of a site are printed with, beside their views. */
export interface Setting {
  readonly config: PortalConfig;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** With slashes at both ends. */
  readonly base: string;
}

interface PrintOptions {
  readonly setting: Setting;
  readonly frames: Frames;
  readonly prose: readonly Prose[];
  /** The address of a page's picture below the root, when it has one. */
  picture(page: PageFace, lang: Lang): string | null;
}

/** What fragments are told of the language that they write in. */
export function sheetContext({ config, asOf, base }: Setting, lang: Lang, addressing: Addressing): SheetContext {
  const { languages } = config;
  const said = (text: Text) => sayIn(text, lang, languages);
  return {
    lang,
    t: getTranslate(lang),
    config,
    asOf,
    href: (path) => addressing.href(path, lang),
    file: (path) => base + encodePath(path),
    said,
    plain: (text) => say(text, lang, languages),
    say(text) {
      const { text: words, lang: own } = said(text);
      return own === lang ? raw(escapeHtml(words)) : html`<span lang="${own}">${words}</span>`;
    },
  };
}

/** The addresses that a page's frame needs. */
function addressesOf(page: PageFace, lang: Lang, { languages, href }: Addressing, { setting, picture }: PrintOptions): Addresses {
  const drawn = picture(page, lang);
  return {
    lang,
    own: href(page.path, lang),
    all: languages.map((other) => ({ lang: other, path: href(page.path, other) })),
    picture: drawn === null ? null : setting.base + encodePath(drawn),
    href: (other) => href(other, lang),
  };
}

/** Prints pages one after another; nothing of a page is kept. */
export function createPrinter(options: PrintOptions): Printer {
  const { setting } = options;
  const { config } = setting;
  const addressing = addressingOf(config.languages, setting.base);
  const contexts = new Map(config.languages.map((lang) => [lang, sheetContext(setting, lang, addressing)]));
  const frames = new Map<string, Frame>();
  const frame = (lang: Lang, kind: PageKind): Frame => {
    const key = `${lang}/${kind}`;
    let found = frames.get(key);
    if (!found) {
      found = options.frames.frame(lang, kind);
      frames.set(key, found);
    }
    return found;
  };

  const sheetOf = (page: PageFace, view: unknown, lang: Lang): Sheet => sheetFor(page.kind, view, contexts.get(lang) as SheetContext);

  const fill = (page: PageFace, sheet: Sheet, lang: Lang): Pieces => {
    const addresses = addressesOf(page, lang, addressing, options);
    const prose = findProse(options.prose, page.path, lang);
    return fillFrame(frame(lang, page.kind), {
      title: pageTitle(sheet.title, config, lang),
      description: prose?.lang === lang && prose.description ? prose.description : sheet.description,
      head: headTags(sheet, addresses, config),
      languages: languageLinks(addresses),
      crumbs: crumbLinks(sheet.crumbs, getTranslate(lang), addresses.href),
      main: prose ? withProse(sheet.main, prose, placeLinks(options.frames.prose(prose), addressing, lang, prose.elsewhere), lang) : sheet.main,
      pageinfo: pageInfo(page, sheet, addresses.own, contexts.get(lang) as SheetContext),
      nav: sheet.nav,
    });
  };

  return {
    *print(page, view, json) {
      for (const lang of config.languages) {
        const sheet = sheetOf(page, view, lang);
        yield { path: `${addressing.folder(page.path, lang)}index.html`, body: fill(page, sheet, lang), sheet, lang };
      }
      yield* exportPage(page, view, config, json);
    },
    html(page, lang) {
      return joinPieces(fill(page, sheetOf(page, page.view(), lang), lang));
    },
  };
}

interface Printer {
  /** All files of one page with this view; `json` is that as JSON, where the caller has made it. */
  print(page: PageFace, view: unknown, json?: string): Generator<PrintedFile>;
  /** The page in one language, for a live site. */
  html(page: Page, lang: Lang): string;
}

/** The page's own title, then the portal's; the home page is the portal's alone. */
function pageTitle(title: string, config: PortalConfig, lang: Lang): string {
  const portal = say(config.title, lang, config.languages);
  return title === portal || title === '' ? portal : `${title} - ${portal}`;
}

function withProse(main: Html, prose: Prose, body: string, lang: Lang): Html {
  const attribute = prose.lang === lang ? NOTHING : html` lang="${prose.lang}"`;
  return html`${main}<section class="prose"${attribute}>${raw(body)}</section>`;
}

/** Kinds of page that say what somebody may want to quote. */
const CITED: ReadonlySet<PageKind> = new Set<PageKind>([
  'programme',
  'leaderboard',
  'awards',
  'award',
  'sessions',
  'tasks',
  'task',
  'unit',
  'indicator',
  'corrections',
]);

/** When it was published, as of when it holds, and the page as data; on paper, instead of that, its address. How to cite it comes last. */
function pageInfo(page: PageFace, sheet: Sheet, own: string, ctx: SheetContext): Html {
  const { t, lang, config } = ctx;
  const files = page.data ? ['index.json', ...csvFilesOf(page)] : [];
  return html`<p>${sheet.publishedOn && html`${t('site.published', { date: formatDate(sheet.publishedOn, lang) })} · `}${t('site.asOf', {
    date: formatDate(ctx.asOf, lang),
  })}</p>${
    files.length > 0 &&
    html`<p class="no-print">${t('site.data')} ${files.map((file, i) => html`${i > 0 && ' · '}<a href="${ctx.file(page.path + file)}" download>${file}</a>`)}</p>`
  }<p class="print-only">${t('site.address')} ${(config.site ?? '') + own}</p>${CITED.has(page.kind) && citation(page, sheet, own, ctx)}`;
}

function citation(page: PageFace, sheet: Sheet, own: string, ctx: SheetContext): Html {
  const { config, lang, asOf } = ctx;
  const [publisher, portal] = [ctx.plain(config.publisher.name), ctx.plain(config.title)];
  const source = { title: sheet.title, publisher, portal, publishedOn: sheet.publishedOn, asOf, address: (config.site ?? '') + own, lang };
  // A single task has no data of its own, and there may be a hundred thousand: the record of its list does for programs.
  return citationPart(source, page.data, ctx);
}
