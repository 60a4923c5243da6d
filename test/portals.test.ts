/**
 * Each folder in `test/portals` is a portal and what must come of it, in its folder `expected`:
 * - `problems.txt`: exactly what `sunboard check` prints (a portal with errors gives no pages); a case named `bad-…` has one fault, and gets one message;
 * - `<page>/index.json`: keys and values that the page's data must have (arrays whole, objects in part);
 * - `<page>/text.txt`: lines that a reader must find on the page, in this order; a line that begins with `!` must not be there;
 * - `<page>/<table>.csv`: lines that the page's table must have, in this order;
 * - `absent.txt`: words that no file of the site may contain.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../src/press/inventory.ts';
import { figureFaults } from './figureFaults.ts';
import { pageFaults } from './pageFaults.ts';
import { buildSite, textOf } from './site.ts';

const cases = join(import.meta.dirname, 'portals');
const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');

/** Built by `test/real.test.ts`, where the data that others published is at hand, and by `test/embargo.test.ts`. Every other folder says what comes of it. */
const BUILT_ELSEWHERE: ReadonlySet<string> = new Set(['scotland-lgbf', 'uk-gmpp', 'nothing-before-its-time-anywhere']);

for (const name of readdirSync(cases).sort()) {
  const root = join(cases, name);
  const expected = join(root, 'expected');
  if (BUILT_ELSEWHERE.has(name)) continue;
  describe(`portal ${name}`, async () => {
    const site = await buildSite(root);
    if (!existsSync(join(expected, 'problems.txt'))) test('has no errors', () => expect(site.opened.problems.failed, site.problems).toBe(false));
    if (name.startsWith('bad-')) {
      test('gets one message and gives no page', () => {
        expect(site.opened.problems.list.map(({ severity }) => severity)).toEqual(['error']);
        expect([...site.files.keys()]).toEqual([]);
      });
    }
    test('has no page that names its parts wrongly, or leads to nothing', () => expect(pageFaults(site.files)).toEqual([]));
    test('says the same figure wherever it stands', () => expect(figureFaults(site.files)).toEqual([]));
    for (const path of listFiles(expected).sort()) {
      test(`gives ${path}`, () => {
        if (path === 'problems.txt') expect(site.problems).toBe(readFileSync(join(expected, path), 'utf8'));
        else if (path === 'absent.txt') expectAbsent(lines(join(expected, path)), site.files);
        else if (path.endsWith('.csv')) expectLines(lines(join(expected, path)), fileOf(site.files, path));
        else if (path.endsWith('.json'))
          expect(JSON.parse(fileOf(site.files, path))).toMatchObject(JSON.parse(readFileSync(join(expected, path), 'utf8')));
        else expectLines(lines(join(expected, path)), textOf(fileOf(site.files, `${dirname(path)}/index.html`.replace(/^\.\//, ''))));
      });
    }
  });
}

function fileOf(files: ReadonlyMap<string, string>, path: string): string {
  const body = files.get(path);
  if (body === undefined) throw new Error(`the site has no ${path}; it has ${[...files.keys()].filter((key) => key.endsWith('.html')).join(', ')}`);
  return body;
}

function expectLines(wanted: readonly string[], text: string): void {
  let at = 0;
  for (const line of wanted) {
    if (line.startsWith('!')) {
      expect(text).not.toContain(line.slice(1));
      continue;
    }
    const found = text.indexOf(line, at);
    expect(found, `“${line}” is not (or not in this order) in: ${text}`).toBeGreaterThanOrEqual(0);
    at = found;
  }
}

function expectAbsent(words: readonly string[], files: ReadonlyMap<string, string>): void {
  const found = words.flatMap((word) => [...files].filter(([, body]) => body.includes(word)).map(([path]) => `${path}: ${word}`));
  expect(found).toEqual([]);
}
