import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Inventory, isSiteFolder, listFiles, MANIFEST } from '../../src/press/inventory.ts';
import { openPrintRun, type PrintCounts } from '../../src/press/store.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-store-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true }));

const describe = (inventory: Inventory): string => JSON.stringify({ outputs: [...inventory].map(([path, entry]) => ({ path, ...entry })) });

function print(files: Readonly<Record<string, string>>): PrintCounts {
  const run = openPrintRun(out);
  for (const [path, body] of Object.entries(files)) run.put(path, body);
  return run.finish(describe);
}

function site(): Record<string, string> {
  const paths = listFiles(out).filter((path) => path !== MANIFEST);
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(out, path), 'utf8')]));
}

const FIRST = { 'index.html': 'home', 'a/index.html': 'a1', 'b/c/index.html': 'c1' };

test('a first run writes every file', () => {
  expect(print(FIRST)).toEqual({ files: 4, written: 4, removed: 0 });
  expect(site()).toEqual({ 'a/index.html': 'a1', 'b/c/index.html': 'c1', 'index.html': 'home' });
});

test('later runs write only what changed, and remove what is gone with its empty folders', () => {
  print(FIRST);
  expect(print(FIRST)).toEqual({ files: 4, written: 0, removed: 0 });
  expect(print({ 'index.html': 'home', 'a/index.html': 'a2' })).toEqual({ files: 3, written: 2, removed: 1 });
  expect(site()).toEqual({ 'a/index.html': 'a2', 'index.html': 'home' });
  expect(existsSync(join(out, 'b'))).toBe(false);
  // What is told is what changed since the site before, though the spare is older and has more to be removed.
  expect(print({ 'index.html': 'home', 'a/index.html': 'a3' })).toEqual({ files: 3, written: 2, removed: 0 });
  expect(site()).toEqual({ 'a/index.html': 'a3', 'index.html': 'home' });
  expect(print({ 'index.html': 'home', 'a/index.html': 'a2' })).toEqual({ files: 3, written: 2, removed: 0 });
});

test('a folder goes with the last of its files, however deep, and no other', () => {
  const list = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`p/tasks/t${i}/index.html`, 'task']));
  print({ ...FIRST, ...list, 'p/tasks/index.html': 'list', 'p/old/deep/er/index.html': 'old', 'p/index.html': 'p' });
  const kept = { ...FIRST, 'p/tasks/index.html': 'list', 'p/index.html': 'p' };
  expect(print(kept).removed).toBe(301);
  expect(site()).toEqual(kept);
  expect(readdirSync(join(out, 'p')).sort()).toEqual(['index.html', 'tasks']);
  expect(readdirSync(join(out, 'p/tasks'))).toEqual(['index.html']);
});

test('a run that is never finished leaves the site as it was', () => {
  print(FIRST);
  print({ ...FIRST, 'a/index.html': 'a2' });
  const before = site();
  const killed = openPrintRun(out);
  killed.put('a/index.html', 'half a page');
  killed.put('index.html', 'new');
  expect(site()).toEqual(before);
  print({ ...FIRST, 'a/index.html': 'a4' });
  expect(site()).toEqual({ ...before, 'a/index.html': 'a4' });
});

test('a run whose notes cannot be written leaves the site as it was', () => {
  print(FIRST);
  const before = site();
  rmSync(join(folder, '.dist.notes'), { recursive: true });
  writeFileSync(join(folder, '.dist.notes'), 'no folder');
  const run = openPrintRun(out);
  run.put('index.html', 'new home');
  expect(() => run.finish(describe, { pages: 'notes' })).toThrow();
  expect(site()).toEqual(before);
  rmSync(join(folder, '.dist.notes'));
  print({ 'index.html': 'new home' });
  expect(site()).toEqual({ 'index.html': 'new home' });
});

test('a build that was killed between the two renames of the swap is put right', () => {
  print(FIRST);
  renameSync(out, join(folder, '.dist.aside'));
  const run = openPrintRun(out);
  expect(site()).toEqual({ 'a/index.html': 'a1', 'b/c/index.html': 'c1', 'index.html': 'home' });
  run.put('index.html', 'again');
  run.finish(describe);
  expect(site()).toEqual({ 'index.html': 'again' });
});

test.each(['between the last two renames', 'after them'])('what an office put beside the site moves on when the swap was killed %s', (moment) => {
  print(FIRST);
  writeFileSync(join(out, 'CNAME'), 'board.example.org');
  mkdirSync(join(out, '.git'));
  writeFileSync(join(out, '.git/HEAD'), 'ref');
  // As the swap leaves them: the new site is read, the old one is aside or is the spare already.
  const old = join(folder, moment === 'after them' ? '.dist.previous' : '.dist.aside');
  renameSync(out, old);
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'new');
  writeFileSync(join(out, MANIFEST), describe(new Map([['index.html', { sha256: '', bytes: 3 }]])));
  const run = openPrintRun(out);
  const moved = { '.git/HEAD': 'ref', CNAME: 'board.example.org' };
  expect(site()).toEqual({ ...moved, 'index.html': 'new' });
  expect(existsSync(join(folder, '.dist.aside'))).toBe(false);
  run.put('index.html', 'newer');
  run.finish(describe);
  expect(site()).toEqual({ ...moved, 'index.html': 'newer' });
  expect(listFiles(join(folder, '.dist.previous')).sort()).toEqual(['index.html', MANIFEST]);
});

test('writing the next site never changes a byte of the one being read, though they share files', () => {
  print(FIRST);
  const inode = statSync(join(out, 'a/index.html')).ino;
  const run = openPrintRun(out);
  run.put('a/index.html', 'other');
  expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('a1');
  expect(statSync(join(out, 'a/index.html')).ino).toBe(inode);
});

test('a file that somebody took out of the site comes back', () => {
  print(FIRST);
  print(FIRST);
  rmSync(join(out, 'a'), { recursive: true });
  print(FIRST);
  print(FIRST);
  expect(site()).toEqual({ 'a/index.html': 'a1', 'b/c/index.html': 'c1', 'index.html': 'home' });
});

test('a manifest cut short is not trusted', () => {
  print(FIRST);
  print(FIRST);
  writeFileSync(join(folder, '.dist.previous', MANIFEST), '{"outputs":[{"pa');
  print({ ...FIRST, 'a/index.html': 'a5' });
  expect(site()).toEqual({ 'a/index.html': 'a5', 'b/c/index.html': 'c1', 'index.html': 'home' });
});

test('only a folder with a manifest of this program is taken for a site', () => {
  expect(isSiteFolder(out)).toBe(true);
  mkdirSync(out, { recursive: true });
  expect(isSiteFolder(out)).toBe(true);
  writeFileSync(join(out, MANIFEST), '{"name":"An app","icons":[]}');
  expect(isSiteFolder(out)).toBe(false);
  writeFileSync(join(out, MANIFEST), '{"program":"sunboard","version":"0.1.0","as_of":"2023-12');
  expect(isSiteFolder(out)).toBe(true);
});

test('two files at one address are refused', () => {
  const run = openPrintRun(out);
  run.put('a/index.html', '1');
  expect(() => run.put('a/index.html', '1')).toThrow('two pages at one address: a/index.html');
});

test('what a killed run left half written is looked at anew', () => {
  print(FIRST);
  print(FIRST);
  const killed = openPrintRun(out);
  killed.put('a/index.html', 'half of a longer page');
  writeFileSync(join(folder, '.dist.previous/b/c/index.html'), 'XX');
  print(FIRST);
  expect(site()).toEqual({ 'a/index.html': 'a1', 'b/c/index.html': 'c1', 'index.html': 'home' });
});

test('a run keeps no file twice, writes all that it left to others, and takes nothing else from them', () => {
  print(FIRST);
  const run = openPrintRun(out);
  run.put('index.html', 'home');
  expect(run.keep(['index.html'])).toBe(false);
  expect(run.keep(['a/index.html', 'b/c/index.html'])).toBe(true);
  run.leave(['x/index.html']);
  expect(() => run.put('x/index.html', 'x')).toThrow('two pages at one address: x/index.html');
  expect(() => run.took('y/index.html', { sha256: '', bytes: 0 })).toThrow('nobody was to write y/index.html');
  expect(() => run.finish(describe)).toThrow('nobody wrote x/index.html');
});
