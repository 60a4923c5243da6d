import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundTo, tidy } from '../src/rounding.ts';

test('a half is rounded away from zero, on the decimal that was meant', () => {
  expect(roundTo(1.005, 2)).toBe(1.01);
  expect(roundTo(-1.005, 2)).toBe(-1.01);
  expect(roundTo(2.5, 0)).toBe(3);
  expect(roundTo(-2.5, 0)).toBe(-3);
  expect(roundTo(8.345, 2)).toBe(8.35);
  expect(roundTo(1.00499, 2)).toBe(1);
});

test('the error of a weighted mean does not hide a half', () => {
  expect(roundTo((87.1 * 30 + 87.15 * 30 + 87.125 * 40) / 100, 2)).toBe(87.13);
  expect(roundTo(0.1 + 0.2 - 0.175, 2)).toBe(0.13);
});

test('what is no number stays none, and minus zero becomes zero', () => {
  expect(roundTo(Number.NaN, 2)).toBeNaN();
  expect(Object.is(roundTo(-0.001, 2), 0)).toBe(true);
  expect(roundTo(1e300, 2)).toBe(1e300);
});

test('every decimal with one place too many rounds as on paper', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (n) => {
      const sign = n < 0 ? '-' : '';
      const digits = String(Math.abs(n)).padStart(4, '0');
      const value = Number(`${sign}${digits.slice(0, -3)}.${digits.slice(-3)}`);
      const whole = Math.floor(Math.abs(n) / 10) + (Math.abs(n) % 10 >= 5 ? 1 : 0);
      expect(roundTo(value, 2)).toBeCloseTo((Math.sign(n) * whole) / 100, 9);
      expect(String(roundTo(value, 2))).toBe(String((Math.sign(n) * whole) / 100 || 0));
    }),
  );
});

test('a number of fifteen digits that has no more decimals stays as it is', () => {
  expect([roundTo(1_500_000_000_000, 2), roundTo(-150_000_000_000_000, 0), tidy(200_000), tidy(900_000 - 700_000.5)]).toEqual([
    1_500_000_000_000, -150_000_000_000_000, 200_000, 199_999.5,
  ]);
  expect(roundTo(700_000_000_000.003, 2)).toBe(700_000_000_000);
  expect(roundTo(460_000_000_000.005, 2)).toBe(460_000_000_000.01);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: -1e15, max: 1e15 }), (decimals, n) => {
      const value = Number(`${n}e-${decimals}`);
      expect(roundTo(value, decimals)).toBe(value || 0);
    }),
  );
});

test('nothing is rounded to decimals that there are not', () => {
  for (const decimals of [-1, 1.5, 16, 20]) expect(() => roundTo(1, decimals)).toThrow(RangeError);
});

test('dust is swept off numbers of any size, and nothing else', () => {
  expect([tidy((57 / 100) * 100), tidy(0.3 - 0.1 - 0.2), tidy(12345678.3 - 2345678.3), tidy(-0)]).toEqual([57, 0, 10_000_000, 0]);
  expect([tidy(1 / 3), tidy(Number.NaN), tidy(Number.POSITIVE_INFINITY)]).toEqual([0.333333333, Number.NaN, Number.POSITIVE_INFINITY]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (n, of) => tidy((n / of) * of) === n));
});
