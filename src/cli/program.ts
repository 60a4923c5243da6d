/** Where this program itself stands, and which version it is. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

function findSources(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!folder.endsWith(`${sep}src`) && !folder.endsWith(`${sep}lib`)) {
    const up = dirname(folder);
    if (up === folder) throw new Error('the program does not stand in a folder "src" or "lib"');
    folder = up;
  }
  return folder;
}

/** Where the running code stands: `src`, or `lib` where it is compiled. */
const SOURCES = findSources();

/** The folder with `src`, `public` and `astro.config.mjs`. */
export const PROGRAM_ROOT = dirname(SOURCES);

export const VERSION: string = (JSON.parse(readFileSync(join(PROGRAM_ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** A hash of the program itself, as it stands here: code that changes may print other pages. */
export function programKey(): string {
  const sum = createHash('sha256').update(VERSION);
  const add = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) add(path);
      else sum.update(`${entry.name}\0`).update(readFileSync(path));
    }
  };
  add(SOURCES);
  return sum.digest('hex');
}

/** Things that can be made again: frames, the search index. Beside the packages, where such things are expected and ignored. */
export function cacheFolder(): string {
  const packages = `${sep}node_modules${sep}`;
  const at = PROGRAM_ROOT.lastIndexOf(packages);
  const home = at < 0 ? join(PROGRAM_ROOT, 'node_modules') : PROGRAM_ROOT.slice(0, at + packages.length - 1);
  return join(home, '.cache', 'sunboard');
}
