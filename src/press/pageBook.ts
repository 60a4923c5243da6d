/** The page book: what a print run knows of the site's pages, from the run before and from those printed so far, in the site's own order. */
import type { Lang } from '../model/text.ts';
import type { Page } from '../views/page.ts';
import { PAGES, type PageNote, parseNotes, printNote, printNotes } from './notes.ts';
import type { PictureOrder } from './pictures.ts';
import { filesOfWork, type ThreadWork } from './presses.ts';
import type { SearchRecord } from './searchIndex.ts';
import type { PrintRun } from './store.ts';

export interface PageBook {
  readonly pages: readonly Page[];
  /** Keeps the files of a page as they stand, if it was made of the same before; pages go by their number in the site. */
  isKept(at: number, key: string): boolean;
  /** A page was printed here. */
  enter(at: number, note: PageNote): void;
  /** A page was given to another press; what became of it comes with that one's work. */
  given(): void;
  take(work: ThreadWork): void;
  /** Once every page is there: what is to be indexed and drawn, and the notes for a later run. */
  close(): { readonly records: readonly SearchRecord[]; readonly pictures: readonly PictureOrder[]; readonly notes: string };
  /** Pages so far, all languages counted. */
  count(): number;
}

/** `key` is a hash of what all pages are made of; `onPage` hears of each page. */
export function openPageBook(
  pages: readonly Page[],
  languages: readonly Lang[],
  run: PrintRun,
  key: string,
  onPage: (count: number) => void,
): PageBook {
  const before = parseNotes(run.note(PAGES), key);
  const notes: string[] = new Array(pages.length);
  const records = pages.map((): SearchRecord[] => []);
  const pictures = pages.map((): PictureOrder[] => []);
  let count = 0;
  const given = (): void => {
    count += languages.length;
    onPage(count);
  };
  const enter = (at: number, note: PageNote): void => {
    notes[at] = printNote((pages[at] as Page).path, note);
    records[at]?.push(...note.records);
    pictures[at]?.push(...note.pictures);
    given();
  };
  return {
    pages,
    isKept(at, pageKey) {
      const old = before.find((pages[at] as Page).path);
      if (old?.key !== pageKey || !run.keep(old.files)) return false;
      enter(at, old);
      return true;
    },
    enter,
    given,
    take(work) {
      for (const [path, file] of filesOfWork(work)) run.took(path, file);
      for (const [i, at] of work.pages.entries()) notes[at] = work.notes[i] as string;
      for (const [at, record] of work.records) records[at]?.push(record);
      for (const [at, picture] of work.pictures) pictures[at]?.push(picture);
    },
    close: () => ({ records: records.flat(), pictures: pictures.flat(), notes: printNotes(notes, key) }),
    count: () => count,
  };
}
