import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFrameFault } from '../../src/layouts/frameFault.ts';
import { removeLeftovers } from '../../src/layouts/makeFrames.ts';

test('what killed runs left in the cache goes after a while, whole sets and what others are making stay', () => {
  const cache = mkdtempSync(join(tmpdir(), 'sunboard-frames-'));
  const key = '48538a5f9e2f5e6776a20446';
  for (const name of [key, `${key}.old123`, `${key}.old123.cache`, `${key}.new123`, '.vite']) {
    mkdirSync(join(cache, name));
    if (!name.includes('new')) utimesSync(join(cache, name), 1, 1);
  }
  removeLeftovers(cache, 1000 * 60);
  expect(readdirSync(cache).sort()).toEqual(['.vite', key, `${key}.new123`]);
  rmSync(cache, { recursive: true });
});

test('an error of Astro’s is told of the page that it comes of', () => {
  const prose = ['/portal/pages/a.mdx', '/portal/pages/b.mdx'].map((file) => ({ file, lang: 'en', path: '' }));
  const find = (message: string, set: readonly (number | null)[]) => findFrameFault(new Error(message), '/program', prose, (i) => set.includes(i));
  expect(find('Build failed with 1 error:\n\n\u001b[31m[X]\u001b[0m Could not resolve "y" in ../portal/pages/b.mdx', [])).toEqual({
    file: '/portal/pages/b.mdx',
    line: null,
    detail: '[X] Could not resolve "y" in ../portal/pages/b.mdx',
  });
  expect(find('null has no x', [null, 0])?.file).toBe('/portal/pages/b.mdx');
  expect(find('Unexpected token in /portal/pages/part.mjs:1', [])?.file).toBe('/portal/pages/part.mjs');
  expect(find('something else', [])).toBe(null);
});
