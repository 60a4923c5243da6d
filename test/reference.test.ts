import { expect, test } from 'vitest';
import { makeReference, readReference } from '../scripts/make-reference.ts';

test('REFERENCE.md says what the schemas say (npm run reference)', () => {
  expect(readReference()).toBe(makeReference());
});

test('every key and column of the reference has a meaning', () => {
  const rows = makeReference()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(400);
  expect(rows.filter((row) => / \|\s*\|$/.test(row))).toEqual([]);
});
