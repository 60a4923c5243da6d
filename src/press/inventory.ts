/** What stands in a folder, by the manifest that a site brings along or by looking. */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in a folder: path → sha256 (hex) and size in bytes. */
export type Inventory = Map<string, Entry>;

export interface Entry {
  readonly sha256: string;
  readonly bytes: number;
}

/** The file at the root of every site that says what else is there. It is written last: a folder without it is in flux. */
export const MANIFEST = 'manifest.json';

/** The inventory that a site's own manifest gives; null when there is none, or none to trust: then the files are looked at. */
export function readInventory(root: string): Inventory | null {
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

/** How the manifest of every site begins: other programs have files of that name as well. */
const SIGNATURE = '{"program":"sunboard"';

/** Whether a folder may be replaced by a site: it is not there, it is empty, or it is a site of this program's. */
export function isSiteFolder(root: string): boolean {
  if (!existsSync(root)) return true;
  if (!statSync(root).isDirectory()) return false;
  if (readdirSync(root).length === 0) return true;
  const file = join(root, MANIFEST);
  return existsSync(file) && readFileSync(file, 'utf8').startsWith(SIGNATURE);
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

/** The inventory of a folder as it stands: every file is read. */
export function inventoryOf(root: string): Inventory {
  const inventory: Inventory = new Map();
  for (const path of listFiles(root)) {
    const body = readFileSync(join(root, path));
    inventory.set(path, { sha256: hash('sha256', body), bytes: body.length });
  }
  return inventory;
}

/** Whether a file of this size is there. */
export function isThere(root: string, path: string, bytes: number): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false })?.size === bytes;
}
