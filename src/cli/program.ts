/** Where this program itself stands, and which version it is. */
import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!folder.endsWith(`${sep}src`) && !folder.endsWith(`${sep}lib`)) {
    const up = dirname(folder);
    if (up === folder) throw new Error('the program does not stand in a folder "src" or "lib"');
    folder = up;
  }
  return dirname(folder);
}

/** The folder with `src`, `public` and `astro.config.mjs`. */
export const PROGRAM_ROOT = findRoot();

export const VERSION: string = (JSON.parse(readFileSync(join(PROGRAM_ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** Things that can be made again: frames, the search index. Beside the packages, where such things are expected and ignored. */
export function cacheFolder(): string {
  const packages = `${sep}node_modules${sep}`;
  const at = PROGRAM_ROOT.lastIndexOf(packages);
  const home = at < 0 ? join(PROGRAM_ROOT, 'node_modules') : PROGRAM_ROOT.slice(0, at + packages.length - 1);
  return join(home, '.cache', 'sunboard');
}
