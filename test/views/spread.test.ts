import { expect, test } from 'vitest';
import { medianOf } from '../../src/views/spread.ts';

const median = (...figures: number[]) => medianOf(Float64Array.from(figures).sort());

test('a median is the middle figure, or half way between the two, without the dust of binary fractions', () => {
  expect(median(3, 1, 2)).toBe(2);
  expect(median(0.1, 0.2)).toBe(0.15);
  expect(median(0.00002, 0.00004)).toBe(0.00003);
});
