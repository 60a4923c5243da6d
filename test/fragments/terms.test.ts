import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../site.ts';

const demo = await buildSite(join(import.meta.dirname, '../../data/demo'));

function termsOf(path: string): string[] {
  const details = /<details class="terms">.*?<\/details>/s.exec(demo.files.get(path) ?? '')?.[0] ?? '';
  return [...details.matchAll(/<dt>(.*?)<\/dt>/g)].map((match) => match[1] as string);
}

test('a leaderboard explains the words that stand on it, and no others', () => {
  expect(termsOf('en/quarterly/2022-Q1/index.html')).not.toContain('Change');
  expect(termsOf('en/quarterly/2023-Q4/index.html')).toEqual(expect.arrayContaining(['Rank', 'Change', 'Gap to next above', 'Provisional']));
  expect(termsOf('quarterly/2023-Q4/index.html')).toContain('位次');
});

test('lists of tasks and awards explain theirs; a page without such words has nothing', () => {
  expect(termsOf('en/orders/tasks/index.html')).toEqual(['Posted, open, closed, carried over', 'Late', 'Extended', 'Behind plan']);
  expect(termsOf('en/flags/sessions/index.html')).toEqual(['Session', 'Number and recipients']);
  expect(termsOf('en/downloads/index.html')).toEqual([]);
});
