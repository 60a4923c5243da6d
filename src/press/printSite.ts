/** Prints a whole site into a print run: every page, its data, and the files of the site as a whole. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPackage } from '../exports/dataPackage.ts';
import type { Lang } from '../model/text.ts';
import type { Page, PageKind, Site } from '../views/page.ts';
import { sitePages } from '../views/pages.ts';
import type { ProseView } from '../views/prose.ts';
import { type Addressing, addressingOf, pageFiles } from './addressing.ts';
import { openPageBook, type PageBook } from './pageBook.ts';
import type { PictureOrder } from './pictures.ts';
import { createPress, programmeOf } from './press.ts';
import type { PageJob, Presses } from './presses.ts';
import type { Frames, Setting } from './print.ts';
import type { Prose } from './prose.ts';
import type { SearchRecord } from './searchIndex.ts';
import { notFoundPage, robotsTxt, sitemaps, themeCss } from './siteFiles.ts';
import type { PrintRun } from './store.ts';

export interface SiteOptions {
  readonly site: Site;
  readonly frames: Frames;
  readonly prose: readonly Prose[];
  readonly base: string;
  /** Files that are copied as they are: what Astro made, then the portal's own. A later one takes the place of an earlier one. */
  readonly copies: readonly { readonly folder: string; readonly paths: readonly string[] }[];
  /** A hash of everything that pages are made of beside their views: the program, the configuration, the prose. */
  readonly key: string;
  /** A hash of the input files but those that give rows only to these tables. */
  inputsKey(without: readonly string[]): string;
  /** Other threads that print, or null; and the HTML of a frame, for them. */
  readonly presses: Presses | null;
  shell(lang: Lang, kind: PageKind): string;
  /** Called after each page, with how many there are by now. */
  onPage(count: number): void;
}

/** Every page of a site, the office's own prose included. */
export function allPages(site: Site, prose: readonly Prose[]): Page[] {
  const pages = sitePages(site);
  pages.push(...prosePages(pages, prose));
  return pages;
}

/** Pages of the office's own prose at addresses that none of these pages has. */
export function prosePages(pages: readonly Page[], prose: readonly Prose[]): Page[] {
  const taken = new Set(pages.map(({ path }) => path));
  const added = new Set(prose.map(({ path }) => path).filter((path) => !taken.has(path)));
  return [...added].map((path) => ({ kind: 'prose', path, data: false, view: () => proseView(path, prose) }));
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

/** From so many tasks on, search leads to the page of the list that a task stands on: an entry each would outweigh the site. */
const LONG_LIST = 2000;

/** Programmes whose task list is long. */
function longLists(pages: readonly Page[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, path } of pages) if (kind === 'task') counts.set(programmeOf(path), (counts.get(programmeOf(path)) ?? 0) + 1);
  return [...counts].flatMap(([programme, count]) => (count >= LONG_LIST ? [programme] : []));
}

/** What a batch for another press holds: pages up to so many, and views up to about so many characters. */
const BATCH_PAGES = 64;
const BATCH_CHARACTERS = 1 << 17;

/** A page that was not kept: what is to be printed. */
interface Due {
  readonly key: string;
  readonly view: unknown;
  /** The view as JSON, where that had to be made. */
  readonly json?: string;
}

/** Keeps a page if it would come out the same; gives what is to be printed otherwise. */
function findDue(at: number, book: PageBook, { inputsKey }: SiteOptions): Due | null {
  const page = book.pages[at] as Page;
  if (page.untouchedBy?.length) {
    const key = inputsKey(page.untouchedBy);
    return book.isKept(at, key) ? null : { key, view: page.view() };
  }
  const view = page.view();
  const json = JSON.stringify(view);
  const key = hash('sha256', json);
  return book.isKept(at, key) ? null : { key, view, json };
}

/**
 * Numbers of pages, the next one last: those that must be printed here, and those that other presses may have.
 *
 * The others get those with data first: the view of such a page is made into JSON in any case, so it costs little more to hand it over. And
 * each thread has code of its own to warm up, so it had better print pages of few kinds. Those of units are short and many, and come last: a long
 * table at the end would keep everybody waiting for the one that prints it.
 */
interface Queues {
  readonly here: number[];
  readonly withData: number[];
  readonly plain: number[];
}

function queuesOf(pages: readonly Page[], prose: readonly Prose[]): Queues {
  const withProse = new Set(prose.map(({ path }) => path));
  const queues: Queues = { here: [], withData: [], plain: [] };
  for (const [at, { path, data }] of pages.entries()) queues[withProse.has(path) ? 'here' : data ? 'withData' : 'plain'].push(at);
  queues.withData.sort((a, b) => Number(pages[a]?.kind === 'unit') - Number(pages[b]?.kind === 'unit'));
  for (const queue of [queues.here, queues.withData, queues.plain]) queue.reverse();
  return queues;
}

/** Takes a batch off a queue. Pages that are kept are in none. */
function takeBatch(queue: number[], book: PageBook, options: SiteOptions, run: PrintRun, addressing: Addressing): PageJob[] {
  const jobs: PageJob[] = [];
  for (let size = 0; queue.length > 0 && jobs.length < BATCH_PAGES && size < BATCH_CHARACTERS; ) {
    const at = queue.pop() as number;
    const due = findDue(at, book, options);
    if (!due) continue;
    const { kind, path, data, tables } = book.pages[at] as Page;
    const page = { kind, path, data, ...(tables && { tables }) };
    const json = due.json ?? JSON.stringify(due.view);
    jobs.push({ at, page, key: due.key, json, olds: run.leave(pageFiles(page, addressing)) });
    size += json.length;
    book.given();
  }
  return jobs;
}

/** Prints every page that is not kept: here, and on other presses whenever one of them is free. */
function printPages(book: PageBook, long: readonly string[], options: SiteOptions, run: PrintRun, addressing: Addressing): void {
  const { base, frames, prose, presses } = options;
  const { config, asOf } = options.site.assessment.portal;
  const setting: Setting = { config, asOf, base };
  const press = createPress({ setting, frames, prose, longLists: long });
  const { here, withData, plain } = queuesOf(book.pages, prose);
  presses?.begin({ root: run.root, setting, longLists: long, shells: shellsOf(book.pages, config.languages, options.shell) });
  while (here.length + withData.length + plain.length > 0) {
    const spare = withData.length > 0 ? withData : here.length === 0 ? plain : [];
    if (presses?.isFree() && spare.length > 0) {
      presses.give(takeBatch(spare, book, options, run, addressing));
      continue;
    }
    const at = (here.pop() ?? plain.pop() ?? withData.pop()) as number;
    const due = findDue(at, book, options);
    if (due) book.enter(at, press.print(book.pages[at] as Page, due.key, due.view, due.json, run.put));
  }
}

/** The files of the site as a whole. */
function printRest(pages: readonly Page[], options: SiteOptions, run: PrintRun, addressing: Addressing): void {
  const { base, frames, copies } = options;
  const { config, asOf } = options.site.assessment.portal;
  const [first = 'en'] = config.languages;
  const copied = new Map(copies.flatMap(({ folder, paths }) => paths.map((path) => [path, join(folder, path)] as const)));
  for (const [path, file] of copied) run.put(path, readFileSync(file));
  run.put('datapackage.json', `${JSON.stringify(dataPackage(pages, config, asOf))}\n`);
  run.put('theme.css', themeCss(config));
  if (!copied.has('robots.txt')) run.put('robots.txt', robotsTxt(config, base));
  if (!copied.has('404.html')) run.put('404.html', notFoundPage(frames, addressing, first));
  // A page that only leads on is none to be found.
  const addresses = pages.filter(({ kind }) => kind !== 'latest').flatMap(({ path }) => config.languages.map((lang) => addressing.href(path, lang)));
  for (const { path, body } of sitemaps(addresses, config, base)) run.put(path, body);
}

/** Prints everything but the search index, which is made from the records that this gives. */
export async function printSite(options: SiteOptions, run: PrintRun): Promise<PrintedSite> {
  const { languages } = options.site.assessment.portal.config;
  const addressing = addressingOf(languages, options.base);
  const pages = allPages(options.site, options.prose);
  const long = longLists(pages);
  // What a page is found by goes by the length of its list too.
  const book = openPageBook(pages, languages, run, [options.key, ...long].join(' '), options.onPage);
  printPages(book, long, options, run, addressing);
  printRest(book.pages, options, run, addressing);
  for (const work of (await options.presses?.finish()) ?? []) book.take(work);
  return { pages: book.count(), ...book.close() };
}

/** The frames of all kinds of page that there are. */
function shellsOf(pages: readonly Page[], languages: readonly Lang[], shell: SiteOptions['shell']): Record<string, string> {
  const kinds = [...new Set(pages.map(({ kind }) => kind))];
  return Object.fromEntries(languages.flatMap((lang) => kinds.map((kind) => [`${lang}/${kind}`, shell(lang, kind)])));
}
