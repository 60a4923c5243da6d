import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeLock } from '../../src/cli/lock.ts';

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const linkSync = (from: string): void => {
    throw Object.assign(new Error(`operation not permitted, link '${from}'`), { code: 'EPERM' });
  };
  return { ...fs, linkSync };
});

/** When the process began that started this one; any word will do where the system does not tell. */
function startOfParent(): string {
  if (process.platform !== 'linux') return '1';
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] as string;
}

test('a file system without hard links has locks too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunboard-lock-'));
  const out = join(folder, 'dist');
  const file = join(folder, '.dist.lock');
  const lock = takeLock(out);
  expect(readdirSync(folder)).toEqual(['.dist.lock']);
  if ('release' in lock) lock.release();
  expect(existsSync(file)).toBe(false);
  // A process that is still there, and one that is gone.
  writeFileSync(file, `${process.ppid} ${startOfParent()}\n`);
  expect(takeLock(out)).toEqual({ pid: process.ppid, file });
  writeFileSync(file, '999999999 1\n');
  expect(takeLock(out)).toHaveProperty('release');
  expect(readdirSync(folder)).toEqual(['.dist.lock']);
  rmSync(folder, { recursive: true });
});
