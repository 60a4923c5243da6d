/** One build at a time into a folder: two would write into each other's site. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Beside `out`, an absolute path: the number of the process that builds there. */
function lockOf(out: string): string {
  return join(dirname(out), `.${basename(out)}.lock`);
}

export interface Lock {
  release(): void;
}

/** Takes the folder for this process; the number of the process that has it, where one does. A lock whose process is gone is taken over. */
export function takeLock(out: string): Lock | number {
  const file = lockOf(out);
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = readOwner(file);
    if (owner !== null && owner !== process.pid && isAlive(owner)) return owner;
    rmSync(file, { force: true });
  }
}

/** null when the file is gone again, or holds no number. */
function readOwner(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
