/** What frames are made of is in their key: a change to any of it makes them anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { SOURCES } from '../../src/layouts/makeFrames.ts';

const root = join(import.meta.dirname, '../..');
/** These run Astro, and are no part of what it makes. */
const RUNNERS: ReadonlySet<string> = new Set(['src/layouts/makeFrames.ts', 'src/layouts/frameFault.ts', 'src/layouts/frameInput.ts']);
const IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/gm;

/** The files that one imports by value. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, path]) => relative(root, join(root, dirname(file), path as string)));
}

test('everything that layouts, pages and elements import is hashed', () => {
  const all = ['src/layouts', 'src/pages', 'src/elements'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
  const reached = new Set(all.filter((file) => !RUNNERS.has(file)));
  for (const file of reached) for (const next of /\.(?:ts|astro)$/.test(file) ? importsOf(file) : []) reached.add(next);
  expect(reached.size).toBeGreaterThan(40);
  expect([...reached].filter((file) => !SOURCES.some((source) => file === source || file.startsWith(`${source}/`)))).toEqual([]);
});
