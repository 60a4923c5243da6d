import { expect, test } from 'vitest';
import { isWithin } from '../../src/read/paths.ts';

test.each([
  ['/a', '/a', true],
  ['/a/b', '/a', true],
  ['/a/..x', '/a', true],
  ['/a/..x/b', '/a', true],
  ['/', '/a', false],
  ['/ab', '/a', false],
  ['/b/..x', '/a', false],
])('whether %s lies in %s: %s', (inner, outer, is) => {
  expect(isWithin(inner, outer)).toBe(is);
});
