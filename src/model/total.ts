/** How a table calls the total (总分). */

const TOTAL = /^(?:total|overall|总分|合计|综合|总计)$/i;

/** Whether a word in a column of dimensions means the total. */
export function isTotal(word: string): boolean {
  return TOTAL.test(word);
}
