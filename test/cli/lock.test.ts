import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../src/cli/lock.ts';

let folder = '';
let out = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-lock-'));
  out = join(folder, 'dist');
});

afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => join(folder, '.dist.lock');

test('a folder is one process’s until that lets it go', () => {
  const lock = takeLock(out);
  expect(existsSync(lockFile())).toBe(true);
  if (!('release' in lock)) throw new Error('taken');
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('letting go leaves a lock that is somebody else’s by now', () => {
  const lock = takeLock(out);
  if (!('release' in lock)) throw new Error('taken');
  writeFileSync(lockFile(), '1 1\n');
  lock.release();
  expect(readdirSync(folder)).toEqual(['.dist.lock']);
});

test.each(['999999999 1\n', `${process.ppid} 1\n`, 'no number', ''])('a lock that nobody holds any more is taken over: %j', (text) => {
  writeFileSync(lockFile(), text);
  expect(takeLock(out)).toHaveProperty('release');
  expect(readdirSync(folder)).toEqual(['.dist.lock']);
});

test('a process elsewhere may have the same number: its lock counts, for a day', () => {
  const text = `${process.pid} 1 another-container\n`;
  writeFileSync(lockFile(), text);
  expect(takeLock(out)).toEqual({ pid: process.pid, file: lockFile(), host: 'another-container' });
  expect(readFileSync(lockFile(), 'utf8')).toBe(text);
  const old = Date.now() / 1000 - 90_000;
  utimesSync(lockFile(), old, old);
  expect(takeLock(out)).toHaveProperty('release');
});

test('a lock of our number that another process left here is taken over, our own as well', () => {
  writeFileSync(lockFile(), `${process.pid} 1 ${hostname()}\n`);
  const lock = takeLock(out);
  if (!('release' in lock)) throw new Error('taken');
  expect(readFileSync(lockFile(), 'utf8')).toMatch(new RegExp(`^${process.pid} \\S* ${hostname()}\n$`));
  expect(takeLock(out)).toHaveProperty('release');
});

/** Takes the lock at a moment that all have agreed on, says whether it got it, and holds it until it is told to end. */
const CONTENDER = `
const { takeLock } = await import(process.argv[1]);
while (Date.now() < Number(process.argv[3]));
const lock = takeLock(process.argv[2]);
console.log('release' in lock ? 'mine' : lock.pid);
process.stdin.resume().on('end', () => 'release' in lock && lock.release());
`;

interface Contender {
  readonly said: Promise<string>;
  /** Tells it to end; waits until it has. */
  end(): Promise<void>;
}

function contend(at: number): Contender {
  const module = pathToFileURL(join(import.meta.dirname, '../../src/cli/lock.ts')).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', CONTENDER, module, out, String(at)]);
  const closed = new Promise<void>((done) => child.on('close', () => done()));
  const said = new Promise<string>((done) => {
    child.stdout.on('data', (text) => done(String(text).trim()));
    void closed.then(() => done('ended without a word'));
  });
  return {
    said,
    end() {
      child.stdin.end();
      return closed;
    },
  };
}

test.each(['none', 'left'])('of several processes at once just one gets it (a lock before: %s)', async (before) => {
  if (before === 'left') writeFileSync(lockFile(), '999999999 1\n');
  const at = Date.now() + 700;
  const contenders = Array.from({ length: 5 }, () => contend(at));
  const said = await Promise.all(contenders.map((one) => one.said));
  expect(said.filter((text) => text === 'mine')).toHaveLength(1);
  await Promise.all(contenders.map((one) => one.end()));
  expect(existsSync(lockFile())).toBe(false);
});
