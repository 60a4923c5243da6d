import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear, rankTicks, valueTicks } from '../../src/charts/scale.ts';

test('ticks are round and enclose the values', () => {
  expect(valueTicks(81.2, 88.5)).toEqual({ at: [80, 82, 84, 86, 88, 90], decimals: 0 });
  expect(valueTicks(0.972, 0.991)).toEqual({ at: [0.97, 0.975, 0.98, 0.985, 0.99, 0.995], decimals: 3 });
  expect(valueTicks(80, 80).at).toEqual([76, 78, 80, 82, 84]);
  expect(valueTicks(0, 0).at).toEqual([-1, -0.5, 0, 0.5, 1]);
  // Finer than any tick can be printed.
  expect(valueTicks(1e-17, 9e-17)).toEqual({ at: [-1, -0.5, 0, 0.5, 1], decimals: 1 });
});

test('any two numbers get a handful of ticks around them', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Math.round(n * 1000) / 1000);
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const { at } = valueTicks(low, high);
      expect(at.length).toBeGreaterThan(1);
      expect(at.length).toBeLessThan(9);
      expect((at[0] as number) - low).toBeLessThan(1e-6);
      expect(high - (at.at(-1) as number)).toBeLessThan(1e-6);
    }),
  );
});

test('an axis of places has the first and the last, and whole numbers between', () => {
  expect(rankTicks(4).at).toEqual([1, 2, 3, 4]);
  expect(rankTicks(32).at).toEqual([1, 5, 10, 15, 20, 25, 32]);
  expect(rankTicks(1).at).toEqual([1]);
  expect(rankTicks(12).at).toEqual([1, 4, 6, 8, 10, 12]);
  expect(rankTicks(1000).at).toEqual([1, 200, 400, 600, 800, 1000]);
});

test('places on an axis stand apart, the first and the last too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 7, max: 5000 }), (last) => {
      const { at } = rankTicks(last);
      expect([at[0], at.at(-1)]).toEqual([1, last]);
      // On a phone a figure takes 12 of the 224 units that an axis is high.
      for (let i = 1; i < at.length; i++) expect((((at[i] as number) - (at[i - 1] as number)) * 224) / (last - 1)).toBeGreaterThan(18);
    }),
  );
});

test('a scale of one value puts it in the middle', () => {
  expect(linear(3, 3, 0, 10)(3)).toBe(5);
  expect(linear(0, 10, 100, 0)(2.5)).toBe(75);
});
