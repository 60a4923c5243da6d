import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorOf, makeReference, readReference } from '../scripts/make-reference.ts';
import { speakerOf } from '../scripts/reference/speaker.ts';
import { getDictionary, INTERFACE_LANGUAGES } from '../src/i18n/index.ts';

const root = join(import.meta.dirname, '..');
const files = Object.entries(makeReference());

describe.each(files)('%s', (file, text) => {
  test('says what the schemas say (npm run reference)', () => {
    expect(readReference(file)).toBe(text);
  });

  test('has a meaning for every key and column', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.filter((row) => / \|\s*\|$/.test(row))).toEqual([]);
  });
});

test('both references have the same chapters and the same keys in the same order', () => {
  const keysOf = (text: string): readonly string[] =>
    [...text.matchAll(/^(?:(#+)|\| (`[^|]*?`))/gm)].map(([, level, key]) => level ?? key?.replace(/<[^>]+>/, '<>') ?? '');
  const [english = '', chinese = ''] = files.map(([, text]) => text);
  expect(keysOf(chinese)).toEqual(keysOf(english));
});

test('a sentence without Chinese, and Chinese without its sentence, stop the writing', () => {
  const chinese = speakerOf({ units: { 'The unit.': '单位。', 'Its name.': '名称。' } });
  expect(chinese.say('units', 'The unit.')).toBe('单位。');
  expect(chinese.say('units', 'Its code.')).toBe('');
  expect(chinese.say('tasks', 'The unit.')).toBe('');
  expect(chinese.check).toThrow(
    [
      'No translation in scripts/reference/ of:',
      '  units: Its code.',
      '  tasks: The unit.',
      'Translated in scripts/reference/, and said nowhere any more:',
      '  units: Its name.',
    ].join('\n'),
  );
});

test('a choice of the Chinese reference is in Chinese', () => {
  const [, chinese = ''] = files.map(([, text]) => text);
  expect(chinese).not.toMatch(/\b(?:list of|map to|required|at least|whole number|by id|see)\b/);
});

const DOCUMENTS = ['README.md', 'README.zh-CN.md', 'REFERENCE.md', 'REFERENCE.zh-CN.md'];
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** The addresses of the headings of a file. */
function anchorsIn(file: string): readonly string[] {
  return [...withoutCode(textOf(file)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

test.each(DOCUMENTS)('every link of %s leads to a file or a heading that is there', (file) => {
  const links = [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const nowhere = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path || file;
    return !/^https?:/.test(link) && (!existsSync(join(root, target)) || (anchor !== undefined && !anchorsIn(target).includes(`#${anchor}`)));
  });
  expect(links.length).toBeGreaterThan(0);
  expect(nowhere).toEqual([]);
});

test.each([
  ['README.md', 'README.zh-CN.md'],
  ['REFERENCE.md', 'REFERENCE.zh-CN.md'],
])('%s and %s name each other at the top, and are in the package', (english, chinese) => {
  const topOf = (file: string): string => textOf(file).split('\n').slice(0, 4).join('\n');
  expect(topOf(english)).toContain(`](${chinese})`);
  expect(topOf(chinese)).toContain(`](${english})`);
  const { files } = JSON.parse(textOf('package.json')) as { files: readonly string[] };
  // npm packs every README by itself.
  if (english !== 'README.md') expect(files).toEqual(expect.arrayContaining([english, chinese]));
});

test.each(['README.zh-CN.md', 'REFERENCE.zh-CN.md'])('no line of %s ends inside a paragraph, which would be shown as a space', (file) => {
  expect(withoutCode(textOf(file)).match(/[\p{Script=Han}，。；：、”）]\n *[\p{Script=Han}“（`]/gu) ?? []).toEqual([]);
});

test.each(INTERFACE_LANGUAGES)('messages in %s name the documents in that language, which come with the program', (lang) => {
  const hints = Object.entries(getDictionary(lang)).flatMap(([key, text]) => (key.startsWith('hint.') ? text : []));
  const named = hints.flatMap((text) => text.match(/RE(?:FERENCE|ADME)[\w.-]*md/g) ?? []);
  expect([...new Set(named)].sort()).toEqual(['README', 'REFERENCE'].map((name) => (lang === 'en' ? `${name}.md` : `${name}.${lang}.md`)));
  // It stays behind in the checkout.
  expect(hints.filter((text) => text.includes('data/demo'))).toEqual([]);
});
