/**
 * The live site behind `sunboard dev`: the portal as it is now, and an answer for every address. Loaded through Vite, so that a change of
 * this program's own code takes effect like a change of the data.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPackage } from '../exports/dataPackage.ts';
import { exportPage } from '../exports/exportPage.ts';
import { type Html, html } from '../html.ts';
import { getTranslate } from '../i18n/index.ts';
import type { FrameFault } from '../layouts/frameFault.ts';
import { frameInputOf } from '../layouts/frameInput.ts';
import { type FrameInput, framePath, prosePath } from '../layouts/frameRoutes.ts';
import type { PortalConfig } from '../model/config.ts';
import { hidePersonalData } from '../model/personal.ts';
import type { Lang } from '../model/text.ts';
import { type Addressing, addressingOf, pageFiles } from '../press/addressing.ts';
import { joinPieces, parseFrame } from '../press/frame.ts';
import { OWN_FOLDER } from '../press/ownFiles.ts';
import { createPrinter, type Frames } from '../press/print.ts';
import { allPages } from '../press/printSite.ts';
import { findProse } from '../press/prose.ts';
import { notFoundPage, robotsTxt, themeCss } from '../press/siteFiles.ts';
import type { Problems } from '../problems.ts';
import type { Page, Site } from '../views/page.ts';
import { findSpan, forgetExcerpts } from './excerpt.ts';
import { frameProblems } from './frameProblem.ts';
import { languageOf, type Opened, type OpenOptions, openPortal } from './openPortal.ts';
import { ownPages } from './printPortal.ts';
import { sortProblems } from './problemText.ts';
import { problemWords } from './problemWords.ts';
import { PROGRAM_ROOT } from './program.ts';

/** The live site's answer to one request. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export interface Live {
  readonly opened: Opened;
  /** What the frames are made of; null while the data have errors. */
  readonly input: FrameInput | null;
  /** Whether the portal has a page or a file at an address. */
  has(path: string): boolean;
  /** An answer, or undefined for Astro's own files. */
  answer(path: string, fetchFrame: FetchFrame): Promise<Answer | undefined>;
}

/** Gives the HTML of one of Astro's pages, or the page of prose that it cannot be made for. */
export type FetchFrame = (path: string) => Promise<{ readonly html: string } | { readonly fault: FrameFault }>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  csv: 'text/csv',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  xml: 'text/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  ico: 'image/x-icon',
  webp: 'image/webp',
  txt: 'text/plain',
  pdf: 'application/pdf',
};

/** The page that hosts show for an address that is none. */
const NOT_FOUND = '404.html';

function answerOf(path: string, body: string | Uint8Array, status = 200): Answer {
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { status, type: `${type}; charset=utf-8`, body };
}

/** Reads the portal at `root`. `fallback`: the language to speak where nothing tells it. */
export async function openLive(root: string, base: string, options: OpenOptions, fallback: string): Promise<Live> {
  forgetExcerpts();
  const opened = await openPortal(root, options);
  const { assessment } = opened;
  if (assessment === null) return faultyLive(opened, root, problemsPage(opened.problems, root, base, languageOf(opened.folder, fallback)));
  const site: Site = { assessment };
  const { config, asOf } = assessment.portal;
  const addressing = addressingOf(config.languages, base);
  const pages = new Map<string, LivePage>();
  const list = allPages(site, opened.prose);
  for (const page of list) for (const lang of config.languages) pages.set(addressing.folder(page.path, lang), { page, lang });
  const { answerPage, answerNotFound } = pageAnswers(opened, config, { root, base, asOf }, addressing);

  /** The files of the site as a whole that pages link to. */
  const findSiteFile = (path: string): Answer | undefined => {
    if (path === 'theme.css') return answerOf(path, themeCss(config));
    if (path === 'robots.txt') return answerOf(path, robotsTxt(config, base));
    return path === 'datapackage.json' ? answerOf(path, JSON.stringify(dataPackage(list, config, asOf))) : undefined;
  };

  return {
    opened,
    input: frameInputOf(assessment.portal, base, opened.prose, ownPages(site, opened.prose)),
    has(path) {
      const here = pages.get(path.slice(0, path.lastIndexOf('/') + 1));
      return opened.own.includes(path) || pages.has(path) || (here !== undefined && pageFiles(here.page, addressing).includes(path));
    },
    async answer(path, fetchFrame) {
      const found = pages.get(path.replace(/index\.html$/, ''));
      if (found) return answerPage(found, fetchFrame);
      if (path === NOT_FOUND && !opened.own.includes(path)) return answerNotFound(fetchFrame, 200);
      const file = findOwn(path, opened.own, root) ?? findSiteFile(path) ?? findData(path, pages, config);
      if (file || existsSync(join(PROGRAM_ROOT, 'public', path))) return file;
      return findOwn(NOT_FOUND, opened.own, root, 404) ?? answerNotFound(fetchFrame, 404);
    },
  };
}

/** What a portal with errors answers: its problems at every page's address, and the office's own files. */
function faultyLive(opened: Opened, root: string, page: string): Live {
  const { own } = opened;
  const answer = (path: string): Answer | undefined =>
    isPage(path) ? answerOf('x.html', page, 500) : (findOwn(path, own, root) ?? (path === 'theme.css' ? answerOf(path, '') : undefined));
  return { opened, input: null, has: (path) => own.includes(path), answer: async (path) => answer(path) };
}

interface LivePage {
  readonly page: Page;
  readonly lang: Lang;
}

/** How pages are answered: in the frame that Astro makes of them now. */
function pageAnswers(
  { prose: allProse }: Opened,
  config: PortalConfig,
  { root, base, asOf }: { readonly root: string; readonly base: string; readonly asOf: string },
  addressing: Addressing,
) {
  const first = config.languages[0] as Lang;
  const answerFault = (fault: FrameFault): Answer => answerOf('x.html', problemsPage(frameProblems(fault, root), root, base, first), 500);
  return {
    async answerPage({ page, lang }: LivePage, fetchFrame: FetchFrame): Promise<Answer> {
      const prose = findProse(allProse, page.path, lang);
      const made = await fetchFrame(framePath(lang, page.kind));
      if ('fault' in made) return answerFault(made.fault);
      const body = prose ? await fetchFrame(prosePath(allProse.indexOf(prose))) : { html: '' };
      if ('fault' in body) return answerFault(body.fault);
      const shell = parseFrame(withoutPolicy(made.html));
      const frames: Frames = { frame: () => shell, prose: () => body.html };
      return answerOf('x.html', createPrinter({ setting: { config, asOf, base }, frames, prose: allProse, picture: () => null }).html(page, lang));
    },
    async answerNotFound(fetchFrame: FetchFrame, status: number): Promise<Answer> {
      const made = await fetchFrame(framePath(first, 'prose'));
      if ('fault' in made) return answerFault(made.fault);
      const shell = parseFrame(withoutPolicy(made.html));
      return answerOf(NOT_FOUND, joinPieces(notFoundPage({ frame: () => shell, prose: () => '' }, addressing, first)), status);
    },
  };
}

/** `units/a/index.json`: made with its page. */
function findData(path: string, pages: ReadonlyMap<string, LivePage>, config: PortalConfig): Answer | undefined {
  if (!/\.(json|csv)$/.test(path)) return undefined;
  const page = pages.get(path.slice(0, path.lastIndexOf('/') + 1))?.page;
  const file = page && [...exportPage(page, page.view(), config)].find((one) => one.path === path);
  return file && answerOf(path, joinPieces(file.body));
}

/** One of the portal's own files, which a build copies as they are. */
function findOwn(path: string, own: readonly string[], root: string, status = 200): Answer | undefined {
  return own.includes(path) ? answerOf(path, readFileSync(join(root, OWN_FOLDER, path)), status) : undefined;
}

function isPage(path: string): boolean {
  return path === '' || path.endsWith('/');
}

/** A development server puts styles into the page; the policy of the published site would stop it. */
function withoutPolicy(shell: string): string {
  return shell.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}

/** All problems as a page of their own, reloading when the data are mended. */
function problemsPage(problems: Problems, root: string, base: string, lang: string): string {
  const t = getTranslate(lang);
  const entries = sortProblems(problems.list).map((problem): Html => {
    const { message, hint } = problemWords(problem, lang);
    const { file, line, column } = problem.place;
    const span = findSpan(root, problem.place);
    const text = span ? hidePersonalData(span.text) : '';
    const excerpt = span && html`<pre>${text.slice(0, span.start)}<mark>${text.slice(span.start, span.end)}</mark>${text.slice(span.end)}</pre>`;
    return html`<li><code>${[file, line, column].filter((part) => part !== null).join(':')}</code><p>${message}</p>${excerpt}<p>${hint}</p></li>`;
  });
  const style =
    'body{font:17px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}li{margin:1.5rem 0}pre{overflow:auto;padding:.5rem;background:#8881}p{margin:.3rem 0}';
  const page = html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${t('cli.devProblems')}</title><style>${style}</style><script type="module" src="${`${base}@vite/client`}"></script></head><body><h1>${t('cli.devProblems')}</h1><p>${t('cli.devBefore')}</p><ol>${entries}</ol></body></html>`;
  return page.text;
}
