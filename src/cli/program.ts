/** Where this program itself stands, and which version it is. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
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

let key: string | null = null;

/** A hash of the program itself, as it stands here: other code may print other pages. Worked out once. */
export function programKey(): string {
  key ??= hashFiles(['package.json', 'astro.config.mjs', 'public', 'src', basename(SOURCES)].map((name) => join(PROGRAM_ROOT, name)));
  return key;
}

function hashFiles(paths: readonly string[]): string {
  const sum = createHash('sha256');
  const add = (path: string): void => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else sum.update(`${path}\0`).update(readFileSync(path));
  };
  for (const path of new Set(paths)) add(path);
  return sum.digest('hex');
}

/** Things that can be made again: frames, the search index. Beside the packages, where such things are expected and ignored. */
export function cacheFolder(): string {
  const packages = `${sep}node_modules${sep}`;
  const at = PROGRAM_ROOT.lastIndexOf(packages);
  const home = at < 0 ? join(PROGRAM_ROOT, 'node_modules') : PROGRAM_ROOT.slice(0, at + packages.length - 1);
  return join(home, '.cache', 'sunboard');
}
