import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChange, stampsOf } from '../../src/cli/stamps.ts';

test('a change of any file is seen: new, other, moved, gone; with the whole folder too', () => {
  const root = join(mkdtempSync(join(tmpdir(), 'sunboard-stamps-')), 'portal');
  mkdirSync(join(root, 'scores'), { recursive: true });
  mkdirSync(join(root, '.git'));
  const change = (act: () => void): string | null => {
    const before = stampsOf(root);
    act();
    return findChange(before, stampsOf(root));
  };
  const write = (file: string, text: string) => () => writeFileSync(join(root, file), text);
  expect(change(write('scores/a.csv', 'a'))).toBe('scores/a.csv');
  expect(change(write('scores/a.csv', 'ab'))).toBe('scores/a.csv');
  expect(change(write('.git/HEAD', 'x'))).toBe(null);
  expect(change(write('scores/~$a.xlsx', 'Zhang San'))).toBe(null);
  expect(change(write('scores/.~lock.a.csv#', 'Zhang San'))).toBe(null);
  expect(change(() => renameSync(join(root, 'scores/a.csv'), join(root, 'scores/b.csv')))).toBe('scores/b.csv');
  expect(change(() => rmSync(join(root, 'scores/b.csv')))).toBe('scores/b.csv');
  write('units.csv', 'unit')();
  expect(change(() => rmSync(root, { recursive: true }))).toBe('units.csv');
  expect(stampsOf(root).size).toBe(0);
});

test('a change is seen though the file keeps its time', () => {
  const root = mkdtempSync(join(tmpdir(), 'sunboard-stamps-'));
  const file = join(root, 'units.csv');
  writeFileSync(file, 'unit');
  utimesSync(file, 1, 1);
  const before = stampsOf(root);
  writeFileSync(file, 'units');
  utimesSync(file, 1, 1);
  expect(findChange(before, stampsOf(root))).toBe('units.csv');
  rmSync(root, { recursive: true });
});
