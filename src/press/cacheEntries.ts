/** Caches on disk: a folder of files or folders, each under a hash of what it was made of. One that nothing asks for any more goes after a while. */
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { move, remove } from './patience.ts';

export const DAY_MS = 86_400_000;
/** A portal that is built once a month finds what it had. */
const KEPT_MS = 32 * DAY_MS;

/** Whether there is an entry; one that is asked for stays. `now` in milliseconds. */
export function findEntry(path: string, now: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat && now - stat.mtimeMs > DAY_MS) attempt(() => utimesSync(path, now / 1000, now / 1000));
  return stat !== undefined;
}

/** Writes an entry beside and renames it: a killed run leaves no half of one under its name, and another build may be at the very same. */
export function writeEntry(path: string, body: Uint8Array): void {
  const beside = mkdtempSync(`${path}.`);
  const file = join(beside, 'entry');
  writeFileSync(file, body);
  move(file, path);
  remove(beside);
}

/** Removes the entries of a cache, and what killed runs left of some, that were not asked for in a month. Call it when a new one is made. */
export function dropEntries(cache: string, now: number): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const age = now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (/^[0-9a-f]{24}(?:\.|$)/.test(name) && age > KEPT_MS) attempt(() => rmSync(path, { recursive: true, force: true }));
  }
}

/** What others share, and this user cannot change, is theirs to tend. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {}
}
