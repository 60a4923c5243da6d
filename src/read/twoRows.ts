/** Headers of two rows (双层表头): a head merged over sub-heads, such as 第一季度 over 得分 and 位次. */
import { trimHeader } from './cell.ts';
import type { Grid } from './grid.ts';

/** Each column's header: the upper one, which is meant for the blank cells to its right too, and the lower one; just one where the other is blank. */
export function joinHeaders(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const own = trimHeader(upper[i] ?? '');
    const below = trimHeader(lower[i] ?? '');
    if (own !== '') over = own;
    if (below === '' || below === over) return own === '' ? below : own;
    return over === '' ? below : `${over} ${below}`;
  });
}

const NUMBER = /^[-+]?[\d.,]+ ?%?$/;

/**
 * Whether two rows look like a header of two rows: words stand below blanks that are to the right of a head, no number does, and where a
 * head has no sub-heads a blank stands below it, or sub-heads have no head above the first.
 */
function areHeaders(upper: readonly string[], lower: readonly string[]): boolean {
  const heads = upper.map(trimHeader);
  const subs = lower.map(trimHeader);
  const filled = heads.filter((head) => head !== '').length;
  const first = heads.findIndex((head) => head !== '');
  const isMerged = subs.some((sub, i) => sub !== '' && i > first && (heads[i] ?? '') === '');
  const isRow = heads[0] !== '' && (heads[1] ?? '') !== '' && (subs[0] ?? '') !== '';
  const isApart = !isRow && (heads[0] === '' || heads.some((head, i) => head !== '' && (subs[i] ?? '') === ''));
  return filled > 1 && isMerged && isApart && !subs.some((sub) => NUMBER.test(sub));
}

/** The names of a header that seems to have two rows, and the line of the upper one; null where it does not. */
export function findTwoRows({ around, headers, headerAt }: Grid): { readonly joined: readonly string[]; readonly line: number } | null {
  if (!around) return null;
  const { above, below } = around;
  const own = { cells: headers, line: headerAt(1).line ?? 1 };
  const pairs = [below && ([own, below] as const), above && ([above, own] as const)];
  const found = pairs.find((pair) => pair && areHeaders(pair[0].cells, pair[1].cells));
  return found ? { joined: joinHeaders(found[0].cells, found[1].cells).filter((name) => name !== ''), line: found[0].line } : null;
}

/** Params of a message about headers: whether they seem to have two rows, and what the columns are called then. */
export function describeTwoRows(grid: Grid): { readonly two: number; readonly joined: readonly string[] } {
  const rows = findTwoRows(grid);
  return { two: rows ? 1 : 0, joined: rows?.joined ?? [] };
}
