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

/** By the page's address. */
export type Notes = ReadonlyMap<string, PageNote>;

/** The notes of a run that worked under the same key; none otherwise. */
export function parseNotes(text: string | null, key: string): Notes {
  if (text === null || !text.startsWith(`${JSON.stringify(key)}\n`)) return new Map();
  return new Map(JSON.parse(text.slice(text.indexOf('\n') + 1)) as [string, PageNote][]);
}

/** The key in the first line, so that notes of no use need not be read. */
export function printNotes(notes: Notes, key: string): string {
  return `${JSON.stringify(key)}\n${JSON.stringify([...notes])}`;
}
