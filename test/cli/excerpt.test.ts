import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { printProblems, problemWords } from '../../src/cli/problemText.ts';
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
    problems.error('cell-blank', { file: 'units.csv', line: 1, column: 2501 }, { header: 'x' });
    const [, line = '', caret = ''] = printProblems(problems, 'text', { lang: 'en', root, version: '' }).split('\n');
    expect(line).toMatch(/^ {2}1 \| ….*cell2500.*…$/);
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('cell2500');
  });
});

test('a row that was left out says so', () => {
  const problem: Problem = {
    code: 'cell-blank',
    severity: 'warning',
    place: { file: 'x.csv', line: 2, column: 1 },
    params: { header: 'unit', rows: 1, left_out: 1 },
  };
  expect(problemWords(problem, 'en').message).toBe('unit must not be blank. The row was left out.');
  expect(problemWords(problem, 'zh-CN').message).toBe('“unit”是必填项，不能留空。这一行已略去。');
});
