/** Prints a whole site into a print run: every page, its data, and the files of the site as a whole. */
import { hash } from 'node:crypto';
import { dataPackage } from '../exports/dataPackage.ts';
import type { Lang } from '../model/text.ts';
import type { Page, PageKind, Site } from '../views/page.ts';
import { sitePages } from '../views/pages.ts';
import type { ProseView } from '../views/prose.ts';
import { PAGES, type PageNote, parseNotes, printNote, printNotes } from './notes.ts';
import type { PictureOrder } from './pictures.ts';
import { createPress, programmeOf } from './press.ts';
import { filesOfWork, type PageJob, type Presses } from './presses.ts';
import { addressingOf, type Frames, pageFiles, type Setting } from './print.ts';
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
  /** Other threads that print, or null; and the HTML of a frame, for them. */
  readonly presses: Presses | null;
  shell(lang: Lang, kind: PageKind): string;
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

/** Prints everything but the search index, which is made from the records that this gives. */
export function printSite(options: SiteOptions, run: PrintRun): PrintedSite {
  const { site, base, frames, prose, presses } = options;
  const { portal } = site.assessment;
  const { config, asOf } = portal;
  const [first = 'en'] = config.languages;
  const addressing = addressingOf(config.languages, base);
  const pages = allPages(site, prose);
  const setting: Setting = { config, asOf, base };
  const long = longLists(pages);
  const press = createPress({ setting, frames, prose, longLists: long });
  const before = parseNotes(run.note(PAGES), options.key);
  const notes: string[] = new Array(pages.length);
  const records = pages.map((): SearchRecord[] => []);
  const pictures = pages.map((): PictureOrder[] => []);
  let count = 0;

  const passed = (): void => {
    count += config.languages.length;
    options.onPage(count);
  };
  const remember = (at: number, note: PageNote): void => {
    notes[at] = printNote((pages[at] as Page).path, note);
    records[at]?.push(...note.records);
    pictures[at]?.push(...note.pictures);
    passed();
  };
  const isKept = (at: number, key: string): boolean => {
    const old = before.find((pages[at] as Page).path);
    if (old?.key !== key || !run.keep(old.files)) return false;
    remember(at, old);
    return true;
  };
  /** Keeps the page if it would come out the same; gives what is to be printed otherwise. */
  const find = (at: number): Due | null => {
    const page = pages[at] as Page;
    if (page.untouchedBy?.length) {
      const key = options.inputsKey(page.untouchedBy);
      return isKept(at, key) ? null : { key, view: page.view() };
    }
    const view = page.view();
    const json = JSON.stringify(view);
    const key = hash('sha256', json);
    return isKept(at, key) ? null : { key, view, json };
  };
  const printHere = (at: number): void => {
    const due = find(at);
    if (due) remember(at, press.print(pages[at] as Page, due.key, due.view, due.json, run.put));
  };
  const giveAway = (from: number[]): void => {
    const jobs: PageJob[] = [];
    for (let size = 0; from.length > 0 && jobs.length < BATCH_PAGES && size < BATCH_CHARACTERS; ) {
      const at = from.pop() as number;
      const due = find(at);
      if (!due) continue;
      const { kind, path, data } = pages[at] as Page;
      const page = { kind, path, data };
      const json = due.json ?? JSON.stringify(due.view);
      jobs.push({ at, page, key: due.key, json, olds: run.leave(pageFiles(page, addressing)) });
      size += json.length;
      passed();
    }
    presses?.give(jobs);
  };

  // Other presses get first the pages whose views are small: those of which no data file is made.
  const proseAt = new Set(prose.map(({ path }) => path));
  const here: number[] = [];
  const small: number[] = [];
  const large: number[] = [];
  for (const [at, { path, data }] of pages.entries()) (proseAt.has(path) ? here : data ? large : small).push(at);
  for (const list of [small, large]) list.reverse();
  presses?.begin({ root: run.root, setting, longLists: long, shells: shellsOf(pages, config.languages, options.shell) });
  while (here.length + large.length + small.length > 0) {
    const isFree = presses?.isFree() ?? false;
    if (isFree && small.length > 0) giveAway(small);
    else if (isFree && here.length === 0 && large.length > 0) giveAway(large);
    else printHere((here.pop() ?? large.pop() ?? small.pop()) as number);
  }
  for (const { folder, skip } of options.copies) copyInto(run, folder, '', skip);
  run.put('datapackage.json', `${JSON.stringify(dataPackage(pages, config, asOf))}\n`);
  run.put('theme.css', themeCss(config));
  run.put('robots.txt', robotsTxt(config, base));
  run.put('404.html', notFoundPage(frames, addressing, first));
  const addresses = pages.flatMap(({ path }) => config.languages.map((lang) => addressing.href(path, lang)));
  for (const { path, body } of sitemaps(addresses, config, base)) run.put(path, body);
  for (const work of presses?.finish() ?? []) {
    for (const [path, file] of filesOfWork(work)) run.took(path, file);
    for (const [i, at] of work.pages.entries()) notes[at] = work.notes[i] as string;
    for (const [at, record] of work.records) records[at]?.push(record);
    for (const [at, picture] of work.pictures) pictures[at]?.push(picture);
  }
  return { pages: count, records: records.flat(), pictures: pictures.flat(), notes: printNotes(notes, options.key) };
}

/** The frames of all kinds of page that there are. */
function shellsOf(pages: readonly Page[], languages: readonly Lang[], shell: SiteOptions['shell']): Record<string, string> {
  const kinds = [...new Set(pages.map(({ kind }) => kind))];
  return Object.fromEntries(languages.flatMap((lang) => kinds.map((kind) => [`${lang}/${kind}`, shell(lang, kind)])));
}
