import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { printProblems } from '../../src/cli/problemText.ts';
import { problemWords } from '../../src/cli/problemWords.ts';
import { type Problem, Problems } from '../../src/problems.ts';
import { readFolder } from '../../src/read/folder.ts';

function write(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'excerpt-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  return root;
}

describe('a header of thousands of unknown columns', () => {
  test('is printed at once, in short', async () => {
    const headers = Array.from({ length: 8000 }, (_, i) => `a rather long name of a column ${i}`);
    const root = write({ 'portal.yaml': 'title: x\n', 'units.csv': `${headers.join(',')}\n` });
    const problems = new Problems();
    await readFolder(root, problems);
    const text = printProblems(problems, 'text', { lang: 'en', root, version: '' });
    expect(text.length).toBeLessThan(200_000);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(1500);
    expect(text).toContain('… and 7980 more');
  }, 5000);
});

describe('the excerpt of a long line', () => {
  test('shows what stands around the cell, marked where it was cut', () => {
    const cells = Array.from({ length: 5000 }, (_, i) => `cell${i}`);
    const root = write({ 'units.csv': `${cells.join(',')}\n` });
    const problems = new Problems();
    problems.error('cell-blank', { file: 'units.csv', line: 1, column: 2501 }, { header: 'x', mapped: 0, skipping: '' });
    const [, line = '', caret = ''] = printProblems(problems, 'text', { lang: 'en', root, version: '' }).split('\n');
    expect(line).toMatch(/^ {2}1 \| ….*cell2500.*…$/);
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('cell2500');
  });
});

describe('a problem', () => {
  test('shows of a cell of many thousand characters the first, and no half of a number', () => {
    const problems = new Problems();
    const name = `${'a'.repeat(395)}13812345678${'b'.repeat(50_000)}`;
    problems.error('prose-picture-missing', { file: 'a.md', line: null, column: null }, { name });
    expect(problemWords(problems.list[0] as Problem, 'en').message).toMatch(/a138\*\*…/);
  });

  test('shows no personal number, and nothing that a terminal or a log would obey', () => {
    const root = write({ 'units.csv': 'unit,13812345678\u001b[2J\u202e\n' });
    const problems = new Problems();
    const value = '13812345678\n::error::x\u001b[31m\u202e';
    problems.error('prose-picture-missing', { file: 'units.csv', line: 1, column: 2 }, { name: value });
    problems.error('file-unreadable', { file: 'a\n::error::13812345678.csv', line: null, column: null });
    const text = printProblems(problems, 'text', { lang: 'en', root, version: '', passedOver: ['raw/13812345678.csv'] });
    expect(text).toContain('138******78');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/1381234|[\u0000-\u0009\u000b-\u001f\u202e]|^::/m);
    for (const lang of ['en', 'zh-CN']) expect(problemWords(problems.list[0] as Problem, lang).message).not.toContain('1381234');
  });
});

describe('the excerpt of a file with semicolons', () => {
  const root = () => write({ 'scores.csv': 'programme;unit;score\nboard;甲, 乙, 丙 and others, all of them;12\n"a;b";c;,,,,\n' });
  const at = (line: number, column: number) => ({ file: 'scores.csv', line, column });

  test('points at the cell, whatever commas stand in the line', () => {
    const problems = new Problems();
    problems.error('cell-blank', at(2, 3), { header: 'score', mapped: 0, skipping: '' });
    problems.error('cell-blank', at(3, 2), { header: 'unit', mapped: 0, skipping: '' });
    const [, line = '', caret = '', , , , second = '', below = ''] = printProblems(problems, 'text', { lang: 'en', root: root(), version: '' }).split(
      '\n',
    );
    // The Chinese characters before it are as wide as two.
    expect([line.slice(-2), caret.length]).toEqual(['12', line.length + 3]);
    expect(second[below.indexOf('^')]).toBe('c');
  });

  test('gives its columns to what reads them', () => {
    const problems = new Problems();
    problems.error('cell-blank', at(2, 3), { header: 'score', mapped: 0, skipping: '' });
    const github = printProblems(problems, 'github', { lang: 'en', root: root(), version: '' });
    expect(github).toMatch(/line=2,col=39,/);
  });
});

test('a row that was left out says so', () => {
  const problem: Problem = {
    code: 'cell-blank',
    severity: 'warning',
    place: { file: 'x.csv', line: 2, column: 1 },
    params: { header: 'unit', rows: 1, left_out: 1, mapped: 0, skipping: '' },
  };
  expect(problemWords(problem, 'en').message).toBe('Unit must not be blank. The row was left out.');
  expect(problemWords(problem, 'zh-CN').message).toBe('“unit”是必填项，不能留空。这一行已略去。');
});

describe('more problems than are listed', () => {
  const problems = new Problems();
  for (let line = 1; line <= 450; line++)
    problems.error('cell-blank', { file: 'units.csv', line, column: null }, { header: 'x', mapped: 0, skipping: '' });
  problems.warning('file-unreadable', { file: 'b.csv', line: null, column: null });
  const print = (format: 'text' | 'json' | 'github' | 'sarif') => printProblems(problems, format, { lang: 'en', root: '/portal', version: '' });

  test('are counted in every format', () => {
    expect(print('text')).toContain('250 more of “cell-blank” are not listed one by one.');
    expect(print('text').trimEnd().split('\n').at(-1)).toBe('450 errors, 1 warning.');
    const json = JSON.parse(print('json'));
    expect([json.problems.length, json.unlisted]).toEqual([201, { 'cell-blank': 250 }]);
    expect(print('github')).toContain('::notice title=cell-blank::250 more of “cell-blank” are not listed one by one.\n');
    const [run] = JSON.parse(print('sarif')).runs;
    expect(run.properties).toEqual({ unlisted: { 'cell-blank': 250 } });
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([{ associatedRule: { id: 'cell-blank' } }]);
  });

  test('stop a build by an error that is not listed', () => {
    const hidden = new Problems();
    for (let line = 1; line <= 200; line++)
      hidden.warning('cell-blank', { file: 'units.csv', line, column: null }, { header: 'x', mapped: 0, skipping: '' });
    hidden.error('cell-blank', { file: 'units.csv', line: 201, column: null }, { header: 'x', mapped: 0, skipping: '' });
    expect(hidden.failed).toBe(true);
  });
});

describe('tables that nothing reads', () => {
  const print = (format: 'text' | 'json' | 'github' | 'sarif', passedOver: readonly string[]) =>
    printProblems(new Problems(), format, { lang: 'en', root: '/portal', version: '', passedOver });

  test('are named in every format', () => {
    const said = 'No table reads raw/a.csv, 数据/b.csv. What you need of them, name under tables in portal.yaml; leave the rest.';
    const files = ['raw/a.csv', '数据/b.csv'];
    expect(print('text', files)).toBe(`No problems found.\n${said}\n`);
    expect(JSON.parse(print('json', files))).toEqual({ problems: [], passed_over: files });
    expect(print('github', files)).toContain(`::notice title=file-unread::${said}\n`);
    const [run] = JSON.parse(print('sarif', files)).runs;
    expect(run.invocations[0].toolExecutionNotifications).toEqual([{ level: 'note', message: { text: said } }]);
    expect(run.properties).toBeUndefined();
  });

  test('are capped, and not spoken of where there are none', () => {
    const many = Array.from({ length: 30 }, (_, i) => `raw/${i}.csv`);
    expect(print('text', many)).toContain('raw/19.csv, … and 10 more');
    expect(print('text', [])).toBe('No problems found.\n');
    expect(JSON.parse(print('json', []))).toEqual({ problems: [] });
  });
});

test('SARIF names files from the working folder, as URIs, and says what each rule is about', () => {
  const problems = new Problems();
  const root = join(process.cwd(), 'data/demo');
  for (const file of ['units.csv', 'a#b?/100%.csv', 'c:d.csv', '分数 1.csv']) problems.error('file-unreadable', { file, line: null, column: null });
  problems.error('cell-blank', { file: 'units.csv', line: null, column: null }, { header: 'x', mapped: 0, skipping: '' });
  const [run] = JSON.parse(printProblems(problems, 'sarif', { lang: 'en', root, version: '' })).runs;
  const uris = run.results.map((result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) => {
    return result.locations[0]?.physicalLocation.artifactLocation.uri;
  });
  expect(uris).toEqual([
    'data/demo/a%23b%3F/100%25.csv',
    'data/demo/c%3Ad.csv',
    'data/demo/units.csv',
    'data/demo/units.csv',
    'data/demo/%E5%88%86%E6%95%B0%201.csv',
  ]);
  expect(run.tool.driver.rules).toEqual([
    { id: 'cell-blank', shortDescription: { text: '… must not be blank.' }, help: { text: expect.any(String) } },
    { id: 'file-unreadable', shortDescription: { text: 'The file cannot be opened.' }, help: { text: expect.stringContaining('Check') } },
  ]);
  expect(printProblems(problems, 'github', { lang: 'en', root, version: '' })).toContain('file=data/demo/c%3Ad.csv');
});

describe('the name of a file that would begin a line of its own, or steer a terminal', () => {
  const file = 'scores/a\n::error file=x.csv::\u001b[2J\u202e,%0A.csv';
  const problems = new Problems();
  problems.error('cell-blank', { file, line: 3, column: 1 }, { header: `score in ${file}`, mapped: 0, skipping: '' });
  const print = (format: 'text' | 'json' | 'github' | 'sarif') =>
    printProblems(problems, format, { lang: 'en', root: '.', version: '', passedOver: [file] });
  const shown = 'scores/a<U+000A>::error file=x.csv::<U+001B>[2J<U+202E>,%0A.csv';

  test('is written with codes in text', () => {
    const text = print('text');
    expect(text).toContain(`${shown}:3:1 error `);
    expect(text).toContain(`No table reads ${shown}.`);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e|\n::/u);
  });

  test('stays one annotation', () => {
    const github = print('github');
    expect(github).toContain('::error file=scores/a%0A%3A%3Aerror file=x.csv%3A%3A<U+001B>[2J<U+202E>%2C%250A.csv,line=3,title=cell-blank::');
    expect(github.trim().split('\n')).toHaveLength(2);
    expect(github).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  test('is what it is for programs', () => {
    expect(JSON.parse(print('json')).problems).toMatchObject([{ file }]);
    const [result] = JSON.parse(print('sarif')).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(file.split('/').map(encodeURIComponent).join('/'));
  });
});

test('an excerpt shows nothing that ends a line or turns its direction', () => {
  const problems = new Problems();
  problems.error('cell-blank', { file: 'units.csv', line: 1, column: 2 }, { header: 'x', mapped: 0, skipping: '' });
  const [, line = '', caret = ''] = printProblems(problems, 'text', {
    lang: 'en',
    root: write({ 'units.csv': 'a\u2028b\u202ec,d\u2029e,f\n' }),
    version: '',
  }).split('\n');
  expect(line).toBe('  1 | a�b�c,d�e,f');
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('d�e');
});

test('a tab takes one column, and the caret stands below its cell', () => {
  const problems = new Problems();
  problems.error('cell-blank', { file: 'units.csv', line: 2, column: 3 }, { header: 'x', mapped: 0, skipping: '' });
  const root = write({ 'units.csv': 'unit\tname\tkind\na\tb\tdistrict\n' });
  const [, line = '', caret = ''] = printProblems(problems, 'text', { lang: 'en', root, version: '' }).split('\n');
  expect(line).toBe('  2 | a b district');
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('district');
});
