/** Numbers and dates as text. Dates are absolute, numbers keep the decimals that were published. */
import { roundTo } from '../rounding.ts';
import { isChinese } from './languages.ts';

/** Groups thousands and keeps exactly `decimals` places, rounded as scores are; a true minus sign; `null` and NaN are the caller's to name. */
export function formatNumber(value: number, decimals = 0): string {
  const fixed = roundTo(Math.abs(value), decimals).toFixed(decimals);
  const dot = fixed.indexOf('.');
  const whole = dot < 0 ? fixed : fixed.slice(0, dot);
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const negative = value < 0 && Number(fixed) !== 0;
  return (negative ? '−' : '') + (dot < 0 ? grouped : grouped + fixed.slice(dot));
}

/** As many decimals as the number needs, at most `most`. */
export function formatShort(value: number, most = 2): string {
  const rounded = roundTo(value, most);
  // A large one is printed as a power of ten, whose point is no decimal's.
  const text = Number.isInteger(rounded) ? '' : String(rounded);
  return formatNumber(value, text === '' ? 0 : text.length - text.indexOf('.') - 1);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2023-09-15` → `2023年9月15日` or `15 September 2023`. */
export function formatDate(iso: string, lang: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return isChinese(lang) ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** The English name of a month, 1–12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] as string;
}

/** A list in words: 甲、乙和丙 / A, B and C. */
export function formatList(items: readonly string[], lang: string): string {
  const zh = isChinese(lang);
  if (items.length < 2) return items[0] ?? '';
  const last = items[items.length - 1] as string;
  return items.slice(0, -1).join(zh ? '、' : ', ') + (zh ? '和' : ' and ') + last;
}
