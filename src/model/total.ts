/** The total (总分), and how tables call it. */
import { findColumn } from '../read/headers.ts';
import { isKnown, type Names } from './names.ts';

/** The measure of the `scores` table that holds totals. */
export const TOTAL = 'total';

const WORDS = /^(?:total|overall|总分|合计|综合|总计)$/i;

/** Whether a word in a column of dimensions means the total, and no dimension that is called so (综合). */
export function isTotal(word: string, dimensions?: Names): boolean {
  return WORDS.test(word) && !(dimensions && isKnown(dimensions, word));
}

/** Whether a correction's word means the total: by its name, or as the column of scores. */
export function isTotalField(field: string, dimensions?: Names): boolean {
  return isTotal(field, dimensions) || findColumn('scores', field) === 'score';
}
