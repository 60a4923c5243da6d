/**
 * Notes (印务记录): what a print run remembers of its pages, so that a later one keeps those that would come out the same.
 *
 * All files of a page are a function of its view, and of what is the same for all pages: the program, the frames, the portal's configuration.
 * So a page is kept when its view, as JSON, has the hash that it had before.
 */
import type { PictureOrder } from './pictures.ts';
import type { SearchRecord } from './searchIndex.ts';

/** The name of these notes among a site's. */
export const PAGES = 'pages';

export interface PageNote {
  /** A hash of what the page is made of. */
  readonly key: string;
  /** Its files, as paths below the site's root. */
  readonly files: readonly string[];
  readonly records: readonly SearchRecord[];
  readonly pictures: readonly PictureOrder[];
}

/** What is known of the pages of a run, by their addresses. */
interface Notes {
  find(path: string): PageNote | null;
}

/** The notes of a run that worked under the same key; none otherwise. A page's is parsed when it is asked for. */
export function parseNotes(text: string | null, key: string): Notes {
  const lines = new Map<string, string>();
  const [head, ...pages] = text?.startsWith(`${key}\n`) ? text.split('\n') : [];
  for (const line of head === undefined ? [] : pages) {
    const tab = line.indexOf('\t');
    lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return {
    find(path) {
      const line = lines.get(path);
      return line === undefined ? null : parseNote<PageNote>(line);
    },
  };
}

/** What a note says; null where a killed run or a full disk left half of it, which is as good as none. */
export function parseNote<Note>(text: string): Note | null {
  try {
    return JSON.parse(text) as Note;
  } catch {
    return null;
  }
}

/** A line a page: its address and its note. An address has no white space. */
export function printNote(path: string, note: PageNote): string {
  return `${path}\t${JSON.stringify(note)}`;
}

/** The key, which has one line, stands first, so that notes of no use need not be read. */
export function printNotes(lines: readonly string[], key: string): string {
  return [key, ...lines].join('\n');
}
