/** One build at a time into a folder: two would write into each other's site. */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { remove } from '../press/patience.ts';

interface Lock {
  release(): void;
}

/** Who has a folder, and the file that says so. */
interface Owner {
  readonly pid: number;
  readonly file: string;
  /** The other machine or container that it is on. */
  readonly host?: string;
}

/** The file that says who has a folder (an absolute path). */
export function lockFile(out: string): string {
  return join(dirname(out), `.${basename(out)}.lock`);
}

/** Of a process elsewhere nobody can say whether it is gone: its lock counts for longer than builds take. */
const ELSEWHERE_MS = 1_800_000;

/**
 * Takes the folder (an absolute path) for this process, or tells who has it. The lock of a process that is gone is taken over. Containers
 * that share a folder often have the same process numbers, so the lock names the host too.
 */
export function takeLock(out: string): Lock | Owner {
  const file = lockFile(out);
  const here = hostname();
  const own = `${file}.${here}.${process.pid}`;
  const text = `${process.pid} ${startOf(process.pid) ?? ''} ${here}\n`;
  try {
    // Written beside and linked, so that nobody ever finds it half written.
    writeFileSync(own, text);
    for (;;) {
      if (link(own, file)) return { release: () => release(file, text) };
      const found = read(file);
      if (found === null) continue;
      const owner = findOwner(file, found, here);
      if (owner && found !== text) return owner;
      takeAway(file, found, `${own}.stale`);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** False when there is such a file already. */
function link(from: string, to: string): boolean {
  const failure = failureOf(() => linkSync(from, to));
  // exFAT and many network shares have no hard links.
  const last = failure === null || failure.code === 'EEXIST' ? failure : failureOf(() => writeFileSync(to, readFileSync(from), { flag: 'wx' }));
  if (last !== null && last.code !== 'EEXIST') throw last;
  return last === null;
}

function failureOf(act: () => void): NodeJS.ErrnoException | null {
  try {
    act();
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

/** null when the file is gone. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Moves a dead process's lock aside. Where somebody else did so first and has it now, it is put back. */
function takeAway(file: string, expected: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== expected) link(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, text: string): void {
  if (read(file) === text) remove(file);
}

/** Who wrote this and is still at work; null when nobody is. */
function findOwner(file: string, text: string, here: string): Owner | null {
  const [, number = '', started = '', host = here] = /^(\d+) (\S*)(?: (\S+))?\n$/.exec(text) ?? [];
  if (number === '') return null;
  const pid = Number(number);
  if (host === here) return isAlive(pid, started) ? { pid, file } : null;
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return age < ELSEWHERE_MS ? { pid, file, host } : null;
}

/** Whether a process of this machine is at work; another one may have its number by now. */
function isAlive(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === null || now === started;
}

/** When a process began, in the system's own count; null where the system does not tell; `Z` for one that has ended and only waits to be counted out. */
function startOf(pid: number): string | null {
  const stat = process.platform === 'linux' ? read(`/proc/${pid}/stat`) : null;
  // The name, in brackets, may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? null : fields[0] === 'Z' ? 'Z' : (fields[19] ?? null);
}
