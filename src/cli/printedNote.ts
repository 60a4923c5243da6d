/** What a build notes of the whole site, so that a later one can tell that nothing has changed since. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { APART } from './paths.ts';

/** The name of this note among a site's. */
export const PRINTED = 'printed';

export interface PrintedNote {
  /** A hash of all that the site came of. */
  readonly key: string | null;
  readonly lang: string;
  readonly pages: number;
}

/**
 * A hash of every file of a portal folder and of these words; the site itself, where it stands in the folder, is no part of it. Beside it,
 * the size of those files. The hash is null when the folder cannot be read: what is wrong with it is for the readers to say.
 */
export function portalKey(dir: string, out: string, words: readonly (string | null)[]): { readonly key: string | null; readonly bytes: number } {
  let bytes = 0;
  const files: [path: string, sha256: string][] = [];
  const isSite = (folder: string, name: string): boolean =>
    folder === dirname(out) && (name === basename(out) || name.startsWith(`.${basename(out)}.`));
  const add = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (APART.has(entry.name) || isSite(folder, entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) add(path);
      else {
        const body = readFileSync(path);
        bytes += body.length;
        files.push([path, hash('sha256', body)]);
      }
    }
  };
  try {
    add(dir);
  } catch {
    return { key: null, bytes };
  }
  return { key: hash('sha256', JSON.stringify([words, files.sort(([a], [b]) => (a < b ? -1 : 1))])), bytes };
}
