/**
 * Patience with Windows, where nobody can move or remove what another program has open. Scanners, search and cloud drives open each new
 * file, for a moment.
 */
import { renameSync, rmSync } from 'node:fs';
import { sep } from 'node:path';

/** What Windows says of such a file. */
export const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Milliseconds between tries: three seconds in all. */
const WAITS = [10, 30, 60, 100, 200, 400, 800, 1400];

/** What `act` gives, tried again for a while where Windows says that a file is held. Throws what the last try throws. */
export function patiently<T>(act: () => T): T {
  for (const wait of sep === '\\' ? WAITS : []) {
    try {
      return act();
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  }
  return act();
}

/** Renames a file or a folder. */
export function move(from: string, to: string): void {
  patiently(() => renameSync(from, to));
}

/** Removes a file, or a folder with all that is in it; none is fine too. */
export function remove(path: string): void {
  patiently(() => rmSync(path, { recursive: true, force: true }));
}
