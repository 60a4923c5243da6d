import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeLock } from '../../src/cli/lock.ts';

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const writeFileSync = (file: string): void => {
    fs.writeFileSync(file, '');
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  return { ...fs, writeFileSync };
});

test('a disk without room is told, and no file is left behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunboard-lock-'));
  expect(() => takeLock(join(folder, 'dist'))).toThrow('no space left');
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
