import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  if (typeof lock === 'number') throw new Error('taken');
  lock.release();
  expect(existsSync(lockFile())).toBe(false);
});

test('a folder that a living process has is not given to another', () => {
  writeFileSync(lockFile(), `${process.ppid}\n`);
  expect(takeLock(out)).toBe(process.ppid);
  expect(existsSync(lockFile())).toBe(true);
});

test.each(['999999999\n', 'no number', ''])('a lock that nobody holds any more is taken over: %j', (text) => {
  writeFileSync(lockFile(), text);
  expect(takeLock(out)).toHaveProperty('release');
});
