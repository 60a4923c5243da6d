import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropEntries, findEntry } from '../../src/press/cacheEntries.ts';
import { createPictureMaker } from '../../src/press/pictures.ts';

const KEY = '48538a5f9e2f5e6776a2044';
let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'sunboard-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

function age(name: string, days: number): void {
  const seconds = Date.now() / 1000 - days * 86_400;
  utimesSync(join(cache, name), seconds, seconds);
}

test('what nothing asked for in a month goes, and nothing else', () => {
  mkdirSync(join(cache, `${KEY}0`));
  for (const name of [`${KEY}1.png`, `${KEY}2`, `${KEY}3`, 'notes.txt']) writeFileSync(join(cache, name), '');
  for (const name of [`${KEY}0`, `${KEY}1.png`, `${KEY}2`, 'notes.txt']) age(name, 40);
  age(`${KEY}3`, 20);
  expect(findEntry(join(cache, `${KEY}2`), Date.now())).toBe(true);
  expect(findEntry(join(cache, `${KEY}4`), Date.now())).toBe(false);
  dropEntries(cache, Date.now());
  expect(readdirSync(cache).sort()).toEqual([`${KEY}2`, `${KEY}3`, 'notes.txt']);
});

test('a new picture makes room', async () => {
  writeFileSync(join(cache, `${KEY}0.png`), '');
  age(`${KEY}0.png`, 40);
  const text = { portal: 'Board', title: 'A', kicker: '', line: '', mark: null, accent: '#1d4f7c' };
  const png = await (await createPictureMaker(cache, Date.now())).make(text);
  const [name = ''] = readdirSync(cache);
  expect([readdirSync(cache).length, name]).toEqual([1, expect.not.stringContaining(KEY)]);
  age(name, 40);
  expect(Buffer.from(await (await createPictureMaker(cache, Date.now())).make(text)).equals(Buffer.from(png))).toBe(true);
  dropEntries(cache, Date.now());
  expect(readdirSync(cache)).toEqual([name]);
});
