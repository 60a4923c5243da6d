/** Prints a whole site into a print run: every page, its data, and the files of the site as a whole. */
import { hash } from 'node:crypto';
import { dataPackage } from '../exports/dataPackage.ts';
import type { Sheet } from '../fragments/sheet.ts';
import { getTranslate } from '../i18n/index.ts';
import type { PortalConfig } from '../model/config.ts';
import { type Lang, say } from '../model/text.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import type { Page, PageKind, Site } from '../views/page.ts';
import { sitePages } from '../views/pages.ts';
import type { ProseView } from '../views/prose.ts';
import { TASKS_PER_PAGE, type TasksView } from '../views/tasks.ts';
import { PAGES, type PageNote, parseNotes, printNote, printNotes } from './notes.ts';
import type { PictureOrder, PictureText } from './pictures.ts';
import { addressingOf, createPrinter, type Frames, type PrintedFile } from './print.ts';
import type { Prose } from './prose.ts';
import type { SearchRecord } from './searchIndex.ts';
import { notFoundPage, robotsTxt, sitemaps, themeCss } from './siteFiles.ts';
import { copyInto, type PrintRun } from './store.ts';

export interface SiteOptions {
  readonly site: Site;
  readonly frames: Frames;
  readonly prose: readonly Prose[];
  readonly base: string;
  /** Folders whose files are copied as they are, in order: what Astro made, then the portal's own `public`. */
  readonly copies: readonly { readonly folder: string; readonly skip: (path: string) => boolean }[];
  /** A hash of everything that pages are made of beside their views: the program, the configuration, the prose. */
  readonly key: string;
  /** A hash of the input files but those that give rows only to these tables. */
  inputsKey(without: readonly string[]): string;
  /** Called after each page, with how many there are by now. */
  onPage(count: number): void;
}

/** Every page of a site, the office's own prose included. */
export function allPages(site: Site, prose: readonly Prose[]): Page[] {
  const pages = sitePages(site);
  const taken = new Set(pages.map((page) => page.path));
  for (const entry of prose) {
    if (taken.has(entry.path)) continue;
    taken.add(entry.path);
    pages.push({ kind: 'prose', path: entry.path, data: false, view: () => proseView(entry.path, prose) });
  }
  return pages;
}

function proseView(path: string, prose: readonly Prose[]): ProseView {
  const here = prose.filter((entry) => entry.path === path);
  return {
    path,
    titles: Object.fromEntries(here.flatMap(({ lang, title }) => (title === null ? [] : [[lang, title]]))),
    descriptions: Object.fromEntries(here.flatMap(({ lang, description }) => (description === null ? [] : [[lang, description]]))),
    updated: here.find((entry) => entry.updated !== null)?.updated ?? null,
  };
}

export interface PrintedSite {
  /** Pages, all languages counted. */
  readonly pages: number;
  readonly records: readonly SearchRecord[];
  readonly pictures: readonly PictureOrder[];
  /** What a later run needs, to keep what is the same then. */
  readonly notes: string;
}

/** Kinds of page that have a picture for sharing; it needs the site's own address, which such links must name in full. */
const PICTURED: ReadonlySet<PageKind> = new Set<PageKind>(['home', 'programme', 'leaderboard', 'unit']);

/** The page whose picture a page has: its own, or, for one dimension's leaderboard, that of the whole period. */
function picturedPath({ kind, path }: Page): string {
  return kind === 'leaderboard' ? `${path.split('/').slice(0, 2).join('/')}/` : path;
}

/** The accent of a portal that sets none, as in `styles/tokens.css`. */
const ACCENT = '#1d4f7c';

function pictureText(sheet: Sheet, view: unknown, lang: Lang, config: PortalConfig): PictureText {
  const t = getTranslate(lang);
  const portal = say(config.title, lang, config.languages);
  const way = sheet.crumbs.slice(0, -1).map((crumb) => crumb.name);
  return {
    portal,
    title: sheet.title === '' ? portal : sheet.title,
    kicker: way.length > 0 ? way.join(' · ') : say(config.publisher.name, lang, config.languages),
    line: sheet.description,
    mark: isProvisional(view) ? t('site.provisional') : null,
    accent: config.brand.accent ?? ACCENT,
  };
}

/** Whether a leaderboard shows a figure that is not final. */
function isProvisional(view: unknown): boolean {
  const { tables } = view as Partial<LeaderboardView>;
  return tables?.some(({ rows }) => rows.some(({ status }) => status === 'provisional')) ?? false;
}

/** From so many tasks on, search leads to the page of the list that a task stands on: an entry each would outweigh the site. */
const LONG_LIST = 2000;

/** Whether a page is a task's or a list's of a programme with a long list. */
function longLists(pages: readonly Page[]): (page: Page) => boolean {
  const counts = new Map<string, number>();
  const programmeOf = ({ path }: Page): string => path.slice(0, path.indexOf('/'));
  for (const page of pages) if (page.kind === 'task') counts.set(programmeOf(page), (counts.get(programmeOf(page)) ?? 0) + 1);
  return (page) => (page.kind === 'task' || page.kind === 'tasks') && (counts.get(programmeOf(page)) ?? 0) >= LONG_LIST;
}

/** The titles on one page of a long list; a task of it has no entry of its own. */
function listWords(page: Page, view: unknown, lang: Lang): readonly string[] | null {
  if (page.kind !== 'tasks') return null;
  return (view as TasksView).tasks.slice(0, TASKS_PER_PAGE).map((row) => row.titles?.[lang] ?? row.title);
}

/** Prints everything but the search index, which is made from the records that this gives. */
export function printSite(options: SiteOptions, run: PrintRun): PrintedSite {
  const { site, base, frames, prose } = options;
  const { portal } = site.assessment;
  const { config } = portal;
  const [first = 'en'] = config.languages;
  const addressing = addressingOf(config.languages, base);
  const picture = (page: Page, lang: Lang): string | null =>
    config.site !== null && PICTURED.has(page.kind) ? `${addressing.folder(picturedPath(page), lang)}card.png` : null;
  const printer = createPrinter({ site, frames, prose, base, picture });
  const noteOf = (page: Page, view: unknown, key: string, files: readonly Omit<PrintedFile, 'body'>[]): PageNote => {
    const records: SearchRecord[] = [];
    const pictures: PictureOrder[] = [];
    for (const { sheet, lang } of files) {
      if (!sheet || lang === undefined) continue;
      const path = picture(page, lang);
      if (path !== null && picturedPath(page) === page.path) pictures.push({ path, text: pictureText(sheet, view, lang, config) });
      const words = isInLongList(page) ? listWords(page, view, lang) : (sheet.search?.words ?? null);
      if (words) records.push({ lang, url: addressing.href(page.path, lang), title: sheet.title, words, kind: page.kind });
    }
    return { key, files: files.map(({ path }) => path), records, pictures };
  };
  const pages = allPages(site, prose);
  const isInLongList = longLists(pages);
  const before = parseNotes(run.note(PAGES), options.key);
  const keep = (page: Page, key: string): PageNote | null => {
    const old = before.find(page.path);
    return old?.key === key && run.keep(old.files) ? old : null;
  };
  const put = (page: Page, key: string, view: unknown, json?: string): PageNote => {
    const files: Omit<PrintedFile, 'body'>[] = [];
    for (const { body, ...file } of printer.print(page, view, json)) {
      run.put(file.path, body);
      files.push(file);
    }
    return noteOf(page, view, key, files);
  };
  const print = (page: Page): PageNote => {
    if (page.untouchedBy?.length) {
      const key = options.inputsKey(page.untouchedBy);
      return keep(page, key) ?? put(page, key, page.view());
    }
    const view = page.view();
    const json = JSON.stringify(view);
    const key = hash('sha256', json);
    return keep(page, key) ?? put(page, key, view, json);
  };
  const notes: string[] = [];
  const records: SearchRecord[] = [];
  const pictures: PictureOrder[] = [];
  const addresses: string[] = [];
  let count = 0;
  for (const page of pages) {
    const note = print(page);
    notes.push(printNote(page.path, note));
    records.push(...note.records);
    pictures.push(...note.pictures);
    for (const lang of config.languages) addresses.push(addressing.href(page.path, lang));
    count += config.languages.length;
    options.onPage(count);
  }
  for (const { folder, skip } of options.copies) copyInto(run, folder, '', skip);
  run.put('datapackage.json', `${JSON.stringify(dataPackage(pages, config, portal.asOf))}\n`);
  run.put('theme.css', themeCss(config));
  run.put('robots.txt', robotsTxt(config, base));
  run.put('404.html', notFoundPage(frames, addressing, first));
  for (const { path, body } of sitemaps(addresses, config, base)) run.put(path, body);
  return { pages: count, records, pictures, notes: printNotes(notes, options.key) };
}
