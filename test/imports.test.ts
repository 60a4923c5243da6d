import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** The one direction of imports: a room may import itself and what stands before it. */
const ROOMS = ['read', 'model', 'assess', 'ledger', 'views', 'charts', 'fragments', 'exports', 'press', 'layouts', 'pages', 'cli'];
/** Anybody may import these; they import each other only. */
const LEAVES = ['problems', 'html', 'i18n'];
/** Browser code: types of the rooms, and leaves. */
const BROWSER = 'elements';

const source = join(import.meta.dirname, '../src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.(ts|astro)$/.test(name) ? [path] : [];
  });
}

function roomOf(file: string): string {
  const [room = ''] = relative(source, file).split('/');
  return room.replace(/\.ts$/, '');
}

function importsOf(file: string): { to: string; typeOnly: boolean }[] {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm)];
  return imports.map((match) => ({ to: match[2] ?? match[3] ?? '', typeOnly: match[1] !== undefined }));
}

/** `read/rows` → `model` types and the like are still arrows: types are imported in the same direction as code. */
function violations(): string[] {
  return filesBelow(source).flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter(({ to }) => to.startsWith('.'))
      .flatMap(({ to }) => {
        const target = roomOf(join(file, '..', to));
        if (target === room || LEAVES.includes(target)) return [];
        if (room === BROWSER && target === 'charts') return [];
        if (target === BROWSER && room === 'layouts') return [];
        if (LEAVES.includes(room)) return [`${relative(source, file)} → ${target}`];
        const styles = target === 'styles' && room === 'layouts';
        return styles || ROOMS.indexOf(target) < ROOMS.indexOf(room) ? [] : [`${relative(source, file)} → ${target}`];
      });
  });
}

test('imports point one way', () => {
  expect(violations()).toEqual([]);
});

test('nothing before the layouts touches Astro, the DOM, the process or a clock', () => {
  const early = ROOMS.slice(0, ROOMS.indexOf('layouts'));
  const forbidden = [
    /from 'astro/,
    /\bprocess\.(env|argv|exit|cwd|std)/,
    /\bDate\.now\(/,
    /new Date\(\)/,
    /\bdocument\.(query|create|body)/,
    /\bwindow\./,
  ];
  const found = filesBelow(source)
    .filter((file) => early.includes(roomOf(file)))
    .flatMap((file) =>
      forbidden.filter((pattern) => pattern.test(readFileSync(file, 'utf8'))).map((pattern) => `${relative(source, file)}: ${pattern}`),
    );
  expect(found).toEqual([]);
});

test('only the press and the readers open files', () => {
  const pure = ['model', 'assess', 'ledger', 'views', 'charts', 'fragments', 'exports'];
  const found = filesBelow(source).filter((file) => pure.includes(roomOf(file)) && /from 'node:fs/.test(readFileSync(file, 'utf8')));
  expect(found.map((file) => relative(source, file))).toEqual([]);
});
