import { expect, test } from 'vitest';
import { formatNumber, formatShort } from '../../src/i18n/format.ts';
import { round } from '../../src/views/boardTable.ts';
import { percent } from '../../src/views/tasks.ts';

test.each([
  [8.35, 1, '8.4'],
  [10.45, 1, '10.5'],
  [1.005, 2, '1.01'],
  [2.675, 2, '2.68'],
  [-2.675, 2, '−2.68'],
  [-0.004, 2, '0.00'],
  [1234.5, 0, '1,235'],
  [1234567.125, 2, '1,234,567.13'],
])('%d prints at %d decimals as it would be rounded by hand: %s', (value, decimals, text) => {
  expect(formatNumber(value, decimals)).toBe(text);
});

test('short numbers and those of views are rounded alike', () => {
  expect([formatShort(2.675), formatShort(-1.005), formatShort(3), formatShort(0.12345, 4)]).toEqual(['2.68', '−1.01', '3', '0.1235']);
  expect(formatShort(-1.234567890123456e36)).toBe('−1.234567890123456e+36');
  expect([round(2.675, 2), percent(8.35), percent(10.45), percent(null)]).toEqual([2.68, 8.4, 10.5, null]);
});
