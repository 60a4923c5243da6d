import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path/posix';
import { expect, test, vi } from 'vitest';

/** How many more times Windows refuses, and with what. */
const refusals: string[] = [];

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const renameSync = (from: string, to: string): void => {
    const code = refusals.pop();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});
vi.mock('node:path', async (importOriginal) => ({ ...(await importOriginal<typeof import('node:path')>()), sep: '\\' }));

const wait = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
const { move } = await import('../../src/press/patience.ts');

test('what a scanner holds for a moment on Windows is moved as soon as it lets go, and nothing else is tried again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunboard-patience-'));
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  writeFileSync(from, 'text');
  refusals.push('EPERM', 'EBUSY', 'EACCES');
  move(from, to);
  expect(readFileSync(to, 'utf8')).toBe('text');
  expect(wait).toHaveBeenCalledTimes(3);
  refusals.push('EPERM', 'ENOSPC');
  expect(() => move(to, from)).toThrow('ENOSPC');
  expect(refusals).toEqual(['EPERM']);
  refusals.length = 0;
  refusals.push(...new Array(20).fill('EPERM'));
  expect(() => move(to, from)).toThrow('EPERM');
  rmSync(folder, { recursive: true });
});
