/** Numbers as offices write them. */
import { foldForms } from '../read/cell.ts';

const PLAIN = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
/** Thousands: 1,234 or 1 234, one kind of separator throughout. 0,125 is a fraction. */
const GROUPED = /^-?[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/;

/** Full-width forms, thin spaces and true minus signs as plain ones. NFKC would go further: it makes a footnote's mark a digit. */
export function foldNumber(text: string): string {
  return foldForms(text)
    .replace(/[\u00a0\u2007\u2009\u202f\u3000]/g, ' ')
    .replace(/[−–—]/g, '-');
}

/** A number whose decimal mark is a comma: `1.234,5` is 1234.5, `99,125` is 99.125. */
export function parseCommaNumber(text: string): number | null {
  return parseNumber(foldNumber(text).replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')));
}

/** Whether a text is either thousands or a fraction, by who writes it: `99,125`. */
export function isAmbiguousNumber(text: string): boolean {
  return /^[-+]?[1-9]\d{0,2},\d{3} ?%?$/.test(foldNumber(text));
}

/** What stands behind a number to point at a note: ¹, ①, *, [1], （注1）; a few at most. */
const FOOTNOTE =
  /(?:[\u00b9\u00b2\u00b3\u2070-\u209c\u2460-\u24ff\u2776-\u2793*†‡§]{1,9}|\[\d{1,2}\]|〔\d{1,2}〕|[（(](?:注|见注|备注)\p{N}{0,2}[一二三四五六七八九十]?[)）])$/u;

/** The footnote's mark behind a number, or null. */
export function findFootnote(text: string): string | null {
  const mark = FOOTNOTE.exec(text)?.[0];
  return mark !== undefined && parseNumber(text.slice(0, -mark.length).trim()) !== null ? mark : null;
}

/**
 * The number, or null when the text is none. Takes thousands separators, full-width digits, true minus signs, a plus, and a percent sign
 * (`40%` is 40: the column's unit is the indicator's to say). 八十 is not a number, nor are two numbers in one cell, nor ² and ②.
 */
export function parseNumber(text: string): number | null {
  if (PLAIN.test(text)) return finite(Number(text));
  const folded = foldNumber(text).replace(/^\+/, '').replace(/ ?%$/, '');
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
