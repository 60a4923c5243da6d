import { roundTo } from '../rounding.ts';

export { roundTo };

/**
 * A number that was worked out, without the dust of binary fractions, so that a bound is met by exactly what it names: 57 of 100 is 57 %, not
 * 56.99999999999999. Nine decimals stay, and fifteen digits of large numbers.
 */
export function tidy(value: number): number {
  return Number(roundTo(value, 9).toPrecision(15));
}
