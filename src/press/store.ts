/**
 * The site on disk: printed beside, swapped in whole.
 *
 * `dist` is the site that people read, `.dist.previous` the one before it. A build brings the previous one up to date – writing only the
 * files whose bytes differ, removing those that are gone – and then the two change places. So a failed or killed build leaves the site
 * as it was, an unchanged file costs one `stat`, and nothing is ever emptied and refilled. Unchanged files of both share their disk space
 * by hard links where the file system has them.
 */
import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What stands in a folder: path → sha256 (hex) and size in bytes. */
export type Inventory = Map<string, { readonly sha256: string; readonly bytes: number }>;

/** The file at the root of every site that says what else is there. It is written last: a folder without it is in flux. */
export const MANIFEST = 'manifest.json';

interface Places {
  /** The site that is read. */
  readonly live: string;
  /** The one before it; while printing, the one to come. */
  readonly spare: string;
  /** Where the live one stands between the two renames of a swap. */
  readonly aside: string;
}

function placesOf(out: string): Places {
  const at = (suffix: string): string => join(dirname(out), `.${basename(out)}.${suffix}`);
  return { live: out, spare: at('previous'), aside: at('aside') };
}

/** An open print run. `put` every file of the site, then `finish`; without `finish` nothing that is read has changed. */
export interface PrintRun {
  /** Writes a file if its bytes are not there yet. A path twice in one run is a fault of the program, and throws. */
  put(path: string, body: string | Uint8Array): void;
  /** Keeps a file as the last print run left it; false when that is not possible, and it must be `put`. */
  keep(path: string): boolean;
  /** What `put` and `keep` made so far. */
  readonly inventory: Inventory;
  /** Removes what is gone, writes the manifest that `describe` makes of the inventory, and swaps the new site in. */
  finish(describe: (inventory: Inventory) => string): PrintCounts;
}

export interface PrintCounts {
  readonly files: number;
  readonly written: number;
  readonly removed: number;
}

/** Puts right what a killed swap may have left. */
function recover(places: Places): void {
  if (!existsSync(places.aside)) return;
  if (existsSync(places.live)) rmSync(places.aside, { recursive: true });
  else renameSync(places.aside, places.live);
}

/** The inventory that a site's own manifest gives; null when there is none, or none to trust: then the files are looked at. */
function readInventory(root: string): Inventory | null {
  const file = join(root, MANIFEST);
  if (!existsSync(file)) return null;
  try {
    const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as { outputs: { path: string; sha256: string; bytes: number }[] };
    return new Map(outputs.map(({ path, sha256, bytes }) => [path, { sha256, bytes }]));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether a folder may be replaced by a site: it is not there, it is empty, or it is a site of this program's. */
export function isSiteFolder(root: string): boolean {
  return !existsSync(root) || readdirSync(root).length === 0 || readInventory(root) !== null;
}

/** All files below a folder, as paths with `/`. */
export function listFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else found.push(path);
    }
  };
  if (existsSync(root)) walk('');
  return found;
}

function inventoryOf(root: string): Inventory {
  const inventory: Inventory = new Map();
  for (const path of listFiles(root)) {
    const body = readFileSync(join(root, path));
    inventory.set(path, { sha256: hash('sha256', body), bytes: body.length });
  }
  return inventory;
}

/** The spare: the site before the live one, or a linked copy of the live one, or an empty folder. */
function openSpare(places: Places): Inventory {
  if (existsSync(places.spare)) return readInventory(places.spare) ?? inventoryOf(places.spare);
  mkdirSync(places.spare, { recursive: true });
  const inventory = inventoryOf(places.live);
  const made = new Set<string>();
  for (const path of inventory.keys()) linkFile(places, path, made);
  return inventory;
}

function linkFile(places: Places, path: string, made: Set<string>): void {
  const target = join(places.spare, path);
  makeFolder(dirname(target), made);
  try {
    linkSync(join(places.live, path), target);
  } catch {
    copyFileSync(join(places.live, path), target);
  }
}

function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

function removeEmptyFolders(root: string, gone: readonly string[]): void {
  const folders = [...new Set(gone.map((path) => dirname(path)))].sort((a, b) => b.length - a.length);
  for (let folder of folders) {
    while (folder !== '.' && existsSync(join(root, folder)) && readdirSync(join(root, folder)).length === 0) {
      rmdirSync(join(root, folder));
      folder = dirname(folder);
    }
  }
}

/** Opens a print run for the site at `out` (an absolute path). Throws what the file system throws. */
export function openPrintRun(out: string): PrintRun {
  const places = placesOf(out);
  mkdirSync(dirname(out), { recursive: true });
  recover(places);
  const before = openSpare(places);
  // From here on the spare is in flux: without its inventory a later run reads it anew.
  rmSync(join(places.spare, MANIFEST), { force: true });
  before.delete(MANIFEST);
  const inventory: Inventory = new Map();
  const made = new Set<string>();
  let written = 0;

  const stands = (path: string, bytes: number): boolean => statSync(join(places.spare, path), { throwIfNoEntry: false })?.size === bytes;

  return {
    inventory,
    put(path, body) {
      if (inventory.has(path)) throw new Error(`two pages at one address: ${path}`);
      const sha256 = hash('sha256', body);
      const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
      inventory.set(path, { sha256, bytes });
      const old = before.get(path);
      if (old?.sha256 === sha256 && stands(path, bytes)) return;
      const target = join(places.spare, path);
      // Removed first, so that a file linked from the live site keeps its own bytes there.
      if (old) rmSync(target, { force: true });
      makeFolder(dirname(target), made);
      writeFileSync(target, body);
      written++;
    },
    keep(path) {
      const old = before.get(path);
      if (!old || inventory.has(path) || !stands(path, old.bytes)) return false;
      inventory.set(path, old);
      return true;
    },
    finish(describe) {
      const gone = [...before.keys()].filter((path) => !inventory.has(path));
      for (const path of gone) rmSync(join(places.spare, path), { force: true });
      removeEmptyFolders(places.spare, gone);
      writeFileSync(join(places.spare, MANIFEST), describe(inventory));
      swap(places);
      return { files: inventory.size + 1, written, removed: gone.length };
    },
  };
}

/** Puts every file of a folder into a run, below `prefix`; files whose name begins with a dot are this program's own marks. */
export function copyInto(run: PrintRun, folder: string, prefix: string, skip: (path: string) => boolean = () => false): void {
  for (const path of listFiles(folder)) if (!path.startsWith('.') && !skip(path)) run.put(prefix + path, readFileSync(join(folder, path)));
}

/** Two renames; only between them is there no site at `live`, and `recover` knows that moment. */
function swap(places: Places): void {
  if (existsSync(places.live)) renameSync(places.live, places.aside);
  renameSync(places.spare, places.live);
  if (existsSync(places.aside)) renameSync(places.aside, places.spare);
}
