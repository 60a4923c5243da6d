/**
 * The site on disk: printed beside, swapped in whole.
 *
 * `dist` is the site that people read, `.dist.previous` the one before it. A build brings the previous one up to date – writing only the
 * files whose bytes differ, removing those that are gone – and then the two change places. So a failed or killed build leaves the site
 * as it was, an unchanged file costs one `stat`, and nothing is ever emptied and refilled. Unchanged files of both share their disk space
 * by hard links where the file system has them.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Pieces } from './frame.ts';
import { type Entry, type Inventory, inventoryOf, isThere, MANIFEST, readInventory } from './inventory.ts';
import { findNotes, type NoteTexts, readNote, writeNotes } from './noteFiles.ts';
import { move, patiently, remove } from './patience.ts';
import { openShelf, type Shelved } from './shelf.ts';

interface Places {
  /** The site that is read. */
  readonly live: string;
  /** The one before it; while printing, the one to come. */
  readonly spare: string;
  /** Where the live one stands between the two renames of a swap. */
  readonly aside: string;
  /** What print runs noted, by the hash of the manifest that they wrote. */
  readonly notes: string;
}

function placesOf(out: string): Places {
  const at = (suffix: string): string => join(dirname(out), `.${basename(out)}.${suffix}`);
  return { live: out, spare: at('previous'), aside: at('aside'), notes: at('notes') };
}

/** An open print run. `put` every file of the site, then `finish`; without `finish` nothing that is read has changed. */
export interface PrintRun {
  /** The folder that is printed into, for whoever else writes below it. */
  readonly root: string;
  /** Writes a file if its bytes are not there yet. A path twice in one run is a fault of the program, and throws. */
  put(path: string, body: string | Uint8Array | Pieces): void;
  /** Leaves files to somebody else to write; gives the hashes of those that stand there, null when none does. Each must come back as `took`. */
  leave(paths: readonly string[]): ReadonlyMap<string, string> | null;
  /** A file that was left to somebody is there. */
  took(path: string, file: Shelved): void;
  /** Keeps files as the run before left them, all or none; false when one is not there, and they must be `put`. */
  keep(paths: readonly string[]): boolean;
  /** What the run noted that left exactly the files that stand here; null when nobody knows. */
  note(name: string): string | null;
  /** Removes what is gone, writes the manifest that `describe` makes of the inventory, and swaps the new site in. `notes` are for a later run. */
  finish(describe: (inventory: Inventory) => string, notes?: NoteTexts): PrintCounts;
}

/** What a site has, and how it differs from the one whose place it takes: the spare that it was printed into is older than that. */
export interface PrintCounts {
  readonly files: number;
  /** Files that are new or other than they were. */
  readonly written: number;
  /** Files that are there no more. */
  readonly removed: number;
}

/** `before` is null where there was no site, or nobody knows what it had; `isSame`: the manifest, which no inventory has, is as it was. */
function countChanges(inventory: Inventory, before: Inventory | null, isSame: boolean): PrintCounts {
  let written = isSame ? 0 : 1;
  let kept = 0;
  for (const [path, { sha256 }] of inventory) {
    const old = before?.get(path);
    if (old) kept++;
    if (old?.sha256 !== sha256) written++;
  }
  return { files: inventory.size + 1, written, removed: (before?.size ?? 0) - kept };
}

/** Puts right what a killed swap may have left: what it did not come to, down to what was to move on into the new site. */
function recover(places: Places): void {
  if (existsSync(places.aside)) {
    const isHalfway = existsSync(places.live);
    if (isHalfway) remove(places.spare);
    move(places.aside, isHalfway ? places.spare : places.live);
  }
  if (existsSync(places.live)) carryOver(places, readdirSync(places.live));
}

/** What stands in the spare, and whose notes tell of it. */
interface Before {
  readonly inventory: Inventory;
  readonly notes: string | null;
}

/** The spare: the site before the live one, or a linked copy of the live one, or an empty folder. */
function openSpare(places: Places): Before {
  if (existsSync(places.spare)) {
    const inventory = readInventory(places.spare);
    return inventory ? { inventory, notes: findNotes(join(places.spare, MANIFEST)) } : { inventory: inventoryOf(places.spare), notes: null };
  }
  mkdirSync(places.spare, { recursive: true });
  const inventory = readInventory(places.live) ?? inventoryOf(places.live);
  const made = new Set<string>();
  for (const path of [...inventory.keys()]) if (!linkFile(places, path, made)) inventory.delete(path);
  return { inventory, notes: findNotes(join(places.live, MANIFEST)) };
}

/** False when somebody took the file away. */
function linkFile(places: Places, path: string, made: Set<string>): boolean {
  const source = join(places.live, path);
  const target = join(places.spare, path);
  makeFolder(dirname(target), made);
  try {
    linkSync(source, target);
  } catch {
    if (!existsSync(source)) return false;
    copyFileSync(source, target);
  }
  return true;
}

function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** Removes the folders that held nothing but these files, each asked for once: a list of a hundred thousand tasks may have gone. */
function removeEmptyFolders(root: string, gone: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of gone) for (let folder = dirname(path); folder !== '.' && !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  // A folder's address is longer than that of the folder that it is in.
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      patiently(() => rmdirSync(join(root, folder)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT') throw error;
    }
  }
}

/** A site that was brought back, with the note by which it was known. */
interface Revived {
  readonly note: string;
  readonly counts: PrintCounts;
}

/**
 * Looks for a site that was printed from just what there is now: the live one, or the one before it, which then takes its place (as when a
 * change was taken back). `isSame` is asked with the note `name` on each. A site that has lost a file is none.
 */
export function reviveSite(out: string, name: string, isSame: (note: string) => boolean): Revived | null {
  const places = placesOf(out);
  recover(places);
  for (const root of [places.live, places.spare]) {
    const note = readNote(places.notes, findNotes(join(root, MANIFEST)), name);
    const inventory = note !== null && isSame(note) ? readInventory(root) : null;
    if (note === null || inventory === null || ![...inventory].every(([path, { bytes }]) => isThere(root, path, bytes))) continue;
    const isLive = root === places.live;
    const counts = countChanges(inventory, isLive ? inventory : readInventory(places.live), isLive);
    if (!isLive) {
      swap(places);
      carryOver(places, inventory.keys());
    }
    return { note, counts };
  }
  return null;
}

/** Opens a print run for the site at `out` (an absolute path). Throws what the file system throws. */
export function openPrintRun(out: string): PrintRun {
  const places = placesOf(out);
  mkdirSync(dirname(out), { recursive: true });
  recover(places);
  const { inventory: before, notes: notesOn } = openSpare(places);
  // From here on the spare is in flux: without its inventory a later run reads it anew.
  remove(join(places.spare, MANIFEST));
  before.delete(MANIFEST);
  const shelf = openShelf(places.spare);
  const inventory: Inventory = new Map();
  const left = new Set<string>();

  const claim = (path: string): void => {
    if (inventory.has(path) || left.has(path)) throw new Error(`two pages at one address: ${path}`);
  };
  const add = (path: string, { sha256, bytes }: Shelved): void => {
    inventory.set(path, { sha256, bytes });
  };
  return {
    root: places.spare,
    put(path, body) {
      claim(path);
      add(path, shelf.put(path, body, before.get(path)?.sha256 ?? null));
    },
    leave(paths) {
      const olds = new Map<string, string>();
      for (const path of paths) {
        claim(path);
        left.add(path);
        const old = before.get(path);
        if (old) olds.set(path, old.sha256);
      }
      return olds.size > 0 ? olds : null;
    },
    took(path, file) {
      if (!left.delete(path)) throw new Error(`nobody was to write ${path}`);
      add(path, file);
    },
    keep(paths) {
      const there = paths.every((path) => !inventory.has(path) && isThere(places.spare, path, before.get(path)?.bytes ?? -1));
      if (there) for (const path of paths) inventory.set(path, before.get(path) as Entry);
      return there;
    },
    note: (name) => readNote(places.notes, notesOn, name),
    finish(describe, notes = {}) {
      for (const path of left) throw new Error(`nobody wrote ${path}`);
      const gone = [...before.keys()].filter((path) => !inventory.has(path));
      for (const path of gone) remove(join(places.spare, path));
      removeEmptyFolders(places.spare, gone);
      writeFileSync(join(places.spare, MANIFEST), describe(inventory));
      // Before the swap: where the disk has no room left for them, it is still true that the old site stays.
      const site = findNotes(join(places.spare, MANIFEST));
      const live = findNotes(join(places.live, MANIFEST));
      if (site !== null) writeNotes(places.notes, site, notes, [live]);
      const counts = countChanges(inventory, readInventory(places.live), site === live);
      swap(places);
      carryOver(places, inventory.keys());
      return counts;
    },
  };
}

/** What somebody else put at the root of the site that was live – a `CNAME`, a `.git` – moves on into the new one, which has `paths`. */
function carryOver(places: Places, paths: Iterable<string>): void {
  if (!existsSync(places.spare)) return;
  const own = rootNames([MANIFEST, ...paths]);
  const others = readdirSync(places.spare).filter((name) => !own.has(name));
  const before = others.length === 0 ? null : readInventory(places.spare);
  if (before === null) return;
  const gone = rootNames(before.keys());
  for (const name of others) if (!gone.has(name)) move(join(places.spare, name), join(places.live, name));
}

function rootNames(paths: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of paths) names.add(path.split('/', 1)[0] as string);
  return names;
}

/** The renames of a swap; only between them is there no site at `live`, and `recover` knows that moment. */
function swap(places: Places): void {
  if (existsSync(places.live)) move(places.live, places.aside);
  try {
    move(places.spare, places.live);
  } catch (error) {
    // As where another program still looks at a new file: the old site goes back to its place.
    if (existsSync(places.aside)) move(places.aside, places.live);
    throw error;
  }
  if (existsSync(places.aside)) move(places.aside, places.spare);
}
