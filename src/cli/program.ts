/** Where this program itself stands, and which version it is. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
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

let cache: string | null = null;

/**
 * Things that can be made again: frames, the search index. Beside the packages, where such things are expected and ignored; where that
 * cannot be written, as by a user who did not install the program, in the user's own cache.
 */
export function cacheFolder(): string {
  cache ??= findCache(ownCache(), [...userCaches(), join(tmpdir(), `sunboard-${uid()}`)]);
  return cache;
}

function ownCache(): string {
  const packages = `${sep}node_modules${sep}`;
  const at = PROGRAM_ROOT.lastIndexOf(packages);
  const home = at < 0 ? join(PROGRAM_ROOT, 'node_modules') : PROGRAM_ROOT.slice(0, at + packages.length - 1);
  return join(home, '.cache', 'sunboard');
}

/** None for a user whom the system knows by nothing but a number, as in containers. */
function userCaches(): string[] {
  try {
    return [join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sunboard')];
  } catch {
    return [];
  }
}

/** This user's number; −1 where users have none. */
function uid(): number {
  return process.getuid?.() ?? -1;
}

/** `own` if it can be written, else the first of the others that can and is this user's; made where it is not there. `own` when none can. */
export function findCache(own: string, others: readonly string[]): string {
  if (canWrite(own)) return own;
  return others.find((folder) => canWrite(folder) && isOurs(folder)) ?? own;
}

/** Nobody else's, who may have put there what is run from it. */
function isOurs(folder: string): boolean {
  return uid() < 0 || statSync(folder).uid === uid();
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder that Astro works in, and writes `.astro` to: the program's own; or, where that cannot be written, one in the cache that leads
 * to it.
 */
export function workFolder(): string {
  if (canWrite(PROGRAM_ROOT)) return PROGRAM_ROOT;
  const folder = join(cacheFolder(), 'work');
  mkdirSync(folder, { recursive: true });
  const own = join(PROGRAM_ROOT, 'node_modules');
  const packages = existsSync(join(own, 'astro')) ? own : packagesOf(PROGRAM_ROOT);
  const links = { 'astro.config.mjs': join(PROGRAM_ROOT, 'astro.config.mjs'), node_modules: packages };
  for (const [name, target] of Object.entries(links)) {
    rmSync(join(folder, name), { force: true });
    symlinkSync(target, join(folder, name));
  }
  return folder;
}

/** Where a program's packages are: its folder, or the outermost `node_modules` that it lies in. */
export function packagesOf(root: string): string {
  const packages = `${sep}node_modules${sep}`;
  const at = root.indexOf(packages);
  return at < 0 ? root : root.slice(0, at + packages.length - 1);
}
