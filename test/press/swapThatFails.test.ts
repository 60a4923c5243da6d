import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openPrintRun } from '../../src/press/store.ts';

/** The folder that may not be renamed, as where another program looks at a file in it. */
let held = '';

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const renameSync = (from: string, to: string): void => {
    if (basename(from) === held) throw Object.assign(new Error('busy'), { code: 'EBUSY', path: from });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

test.each(['dist', '.dist.previous'])('where %s cannot be moved, the old site stays', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'sunboard-swap-'));
  const print = (text: string) => {
    const run = openPrintRun(join(folder, 'dist'));
    run.put('index.html', text);
    run.finish(() => '{"outputs":[]}');
  };
  held = '';
  print('old');
  held = name;
  expect(() => print('new')).toThrow('busy');
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder).sort()).not.toContain('.dist.aside');
  held = '';
  print('new');
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('new');
  rmSync(folder, { recursive: true });
});
