import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

function textOf(folder: string, names: RegExp): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => names.test(file));
  return files.map((file) => readFileSync(join(root, folder, file), 'utf8')).join('\n');
}

const css = textOf('src/styles', /\.css$/).replace(/\/\*[\s\S]*?\*\//g, '');
const code = textOf('src', /\.(ts|astro)$/) + textOf('public', /\.js$/);

test('every class that is styled stands in some page', () => {
  const words = new Set(code.match(/[\w-]+/g));
  /** `mark-${tone}`, `c${i}` */
  const isMade = (name: string): boolean =>
    [...name.matchAll(/-|\D(?=\d+$)/g)].some(({ index }) => code.replaceAll('#note-', '').includes(`${name.slice(0, index + 1)}\${`));
  const classes = new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name as string));
  expect(classes.size).toBeGreaterThan(100);
  expect([...classes].filter((name) => !words.has(name) && !isMade(name))).toEqual([]);
});

test('every size and colour is used', () => {
  const names = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name as string));
  expect([...names].filter((name) => !css.includes(`var(${name}`) && !code.includes(name))).toEqual([]);
});
