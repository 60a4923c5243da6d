/** The total (总分), and how tables call it. */
import { findColumn } from '../read/headers.ts';

/** The measure of the `scores` table that holds totals. */
export const TOTAL = 'total';

const WORDS = /^(?:total|overall|总分|合计|综合|总计)$/i;

/** Whether a word in a column of dimensions means the total. */
export function isTotal(word: string): boolean {
  return WORDS.test(word);
}

/** Whether a correction's word means the total: by its name, or as the column of scores. */
export function isTotalField(field: string): boolean {
  return isTotal(field) || findColumn('scores', field) === 'score';
}
