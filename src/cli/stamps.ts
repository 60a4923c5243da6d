/** How a folder stands on the disk, so that a change of it can be seen without reading it. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isApart } from '../read/paths.ts';

/** Of each file, by its path in the folder with `/`: when it was written, and how long it is. */
export type Stamps = ReadonlyMap<string, string>;

/** The files below a folder; linked folders apart. A folder that is not there has none. */
export function stampsOf(root: string): Stamps {
  const stamps = new Map<string, string>();
  const add = (below: string): void => {
    for (const entry of entriesOf(join(root, below))) {
      if (isApart(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) add(path);
      else stamps.set(path, stampOf(join(root, path)));
    }
  };
  add('');
  return stamps;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It went while it was looked at.
    return [];
  }
}

function stampOf(path: string): string {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    return [mtimeMs, ctimeMs, size, ino].join();
  } catch {
    return '';
  }
}

/** The first file that is new, other, or gone; null when there is none. */
export function findChange(before: Stamps, now: Stamps): string | null {
  for (const [path, stamp] of now) if (before.get(path) !== stamp) return path;
  for (const path of before.keys()) if (!now.has(path)) return path;
  return null;
}
