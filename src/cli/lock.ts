/** One build at a time into a folder: two would write into each other's site. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Lock {
  release(): void;
}

/** Who has a folder, and the file that says so. */
export interface Owner {
  readonly pid: number;
  readonly file: string;
}

/** The file that says who has a folder (an absolute path). */
export function lockFile(out: string): string {
  return join(dirname(out), `.${basename(out)}.lock`);
}

/** Takes the folder (an absolute path) for this process, or tells who has it. The lock of a process that is gone is taken over. */
export function takeLock(out: string): Lock | Owner {
  const file = lockFile(out);
  const own = `${file}.${process.pid}`;
  const text = `${process.pid} ${startOf(process.pid) ?? ''}\n`;
  try {
    // Written beside and linked, so that nobody ever finds it half written.
    writeFileSync(own, text);
    for (;;) {
      if (link(own, file)) return { release: () => release(file, text) };
      const found = read(file);
      if (found === null) continue;
      const pid = Number.parseInt(found, 10);
      if (pid !== process.pid && isAlive(found)) return { pid, file };
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
  if (read(file) === text) rmSync(file, { force: true });
}

/** Whether the process that wrote this is still at work; another one may have its number by now. */
function isAlive(text: string): boolean {
  const [, pid = '', started = ''] = /^(\d+) (\S*)\n$/.exec(text) ?? [];
  if (pid === '') return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(Number(pid));
  return now === null || now === started;
}

/** When a process began, in the system's own count; null where the system does not tell; `Z` for one that has ended and only waits to be counted out. */
function startOf(pid: number): string | null {
  const stat = process.platform === 'linux' ? read(`/proc/${pid}/stat`) : null;
  // The name, in brackets, may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? null : fields[0] === 'Z' ? 'Z' : (fields[19] ?? null);
}
