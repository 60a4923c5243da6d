/** Numbers as offices write them. */

const PLAIN = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
/** Thousands: 1,234 or 1 234, one kind of separator throughout. */
const GROUPED = /^-?\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/;

/**
 * The number, or null when the text is none. Takes thousands separators, full-width digits, true minus signs, a plus, and a percent sign
 * (`40%` is 40: the column's unit is the indicator's to say). 八十 is not a number, nor are two numbers in one cell.
 */
export function parseNumber(text: string): number | null {
  if (PLAIN.test(text)) return finite(Number(text));
  const folded = text.normalize('NFKC').replace(/[−–—]/g, '-').replace(/^\+/, '').replace(/ ?%$/, '');
  if (PLAIN.test(folded)) return finite(Number(folded));
  if (/^-?\.\d+$/.test(folded)) return Number(folded);
  return GROUPED.test(folded) ? Number(folded.replace(/[, ]/g, '')) : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A value times an indicator's scale, as a person would work it out: 0.57 × 100 is 57, not 56.99999999999999. */
export function scaleValue(value: number | null, scale: number | null | undefined): number | null {
  if (value === null || scale === null || scale === undefined || scale === 1) return value;
  return Number((value * scale).toPrecision(15));
}
