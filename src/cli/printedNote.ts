/** What a build notes of the whole site, so that a later one can tell that nothing has changed since. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { LARGEST_FILE } from '../read/inputs.ts';
import { isApart } from '../read/paths.ts';

/** The name of this note among a site's. */
export const PRINTED = 'printed';

export interface PrintedNote {
  /** A hash of all that the site came of. */
  readonly key: string | null;
  readonly lang: string;
  readonly pages: number;
}

/** How a portal folder stood at a moment. */
interface PortalState {
  /** A hash of every file, and of what the site is made of beside them; null when the folder cannot be read. */
  readonly key: string | null;
  /** A hash of when those files were written: a file that was changed and changed back has its old bytes and another time. */
  readonly stamp: string;
  /** Size of those files. */
  readonly bytes: number;
}

/**
 * How a portal folder stands; `words` are what else the site is made of, and the site itself, where it stands in the folder, is no part of
 * it. Linked folders are. There is no key when the folder cannot be read: what is wrong with it is for the readers to say.
 */
export function portalState(dir: string, out: string, words: readonly (string | null)[]): PortalState {
  let bytes = 0;
  const files: [path: string, sha256: string | null][] = [];
  const stamps: (readonly [path: string, stamp: string])[] = [];
  // However the folder was named: through a link, or in other capitals where these do not count.
  const isSite = (folder: string, name: string): boolean =>
    relative(folder, dirname(out)) === '' && (name === basename(out) || name.startsWith(`.${basename(out)}.`));
  /** `within`: where the folder, and each that it is in, really is. */
  const add = (folder: string, within: readonly string[]): void => {
    for (const name of readdirSync(folder)) {
      if (isApart(name) || isSite(within.at(-1) as string, name)) continue;
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat?.isDirectory()) {
        const real = realpathSync(path);
        // A folder that holds itself is told where it is read.
        if (!within.includes(real)) add(path, [...within, real]);
      } else if (stat?.isFile()) {
        const stamp = [stat.mtimeMs, stat.ctimeMs, stat.ino].join();
        bytes += stat.size;
        // A film that lies there, say: when it was written must do.
        files.push([path, stat.size > LARGEST_FILE ? stamp : hash('sha256', readFileSync(path))]);
        stamps.push([path, stamp]);
      } else files.push([path, null]);
    }
  };
  try {
    add(dir, [realpathSync(dir)]);
  } catch (error) {
    if (!UNREADABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return { key: null, stamp: '', bytes };
  }
  return { key: hashOf([words, files.sort(byPath)]), stamp: hashOf(stamps.sort(byPath)), bytes };
}

/** What a file system says of what is gone, shut, held by another program, or linked in a circle. */
const UNREADABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EBUSY', 'ELOOP']);

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function hashOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}
