/**
 * Rounding as a printed table rounds: half away from zero, on the decimal number that was meant. 1.005 is stored as 1.00499…, and
 * a weighted mean of 87.125 may come out as 87.12499…; both must print, and rank, as the half that they are.
 */
const POWERS = Float64Array.from({ length: 16 }, (_, n) => 10 ** n);

/** Relative distance within which a scaled number counts as exactly half: wider than the error of a mean of some twenty terms. */
const HALF = 2 ** -48;
/** And never wider than this: of a number of fifteen digits the relative one would be a whole step. */
const WIDEST = 0.01;

/** `value` at `decimals` places, half away from zero; NaN stays NaN, and −0 becomes 0. Throws unless `decimals` is a whole number of 0–15. */
export function roundTo(value: number, decimals: number): number {
  const power = POWERS[decimals];
  if (power === undefined) throw new RangeError(`cannot round to ${decimals} decimals`);
  const scaled = Math.abs(value) * power;
  if (scaled > 2 ** 52) return value;
  const whole = Math.floor(scaled);
  const rest = scaled - whole;
  const up = rest + Math.min(HALF * scaled, WIDEST) >= 0.5 ? whole + 1 : whole;
  if (up === 0) return 0;
  return (value < 0 ? -up : up) / power;
}

/**
 * A number that was worked out, without the dust of binary fractions, so that a bound is met by exactly what it names: 57 of 100 is 57 %, not
 * 56.99999999999999. Nine decimals stay, and fifteen digits of large numbers.
 */
export function tidy(value: number): number {
  return Number(roundTo(value, 9).toPrecision(15));
}
