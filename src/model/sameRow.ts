/** Rows that say what another said already. */
import type { Place } from '../problems.ts';
import type { RowContext } from './rowContext.ts';

/** Keeps the first place of each key and reports the rows that repeat one. Ids are compared without case. */
export function createKeys(): Map<string, { readonly place: Place; readonly content: string | null }> {
  return new Map();
}

/** Whether the row is the first with this key. A source that makes ids out of names may repeat whole rows in silence. */
export function isFirst(keys: ReturnType<typeof createKeys>, key: string, row: RowContext, column: string): boolean {
  const folded = key.toLowerCase();
  const first = keys.get(folded);
  if (!first) {
    keys.set(folded, { place: row.place(), content: row.content() });
    return true;
  }
  if (first.content === null || first.content !== row.content()) reportRepeat(row, column, first.place, key);
  return false;
}

/** Tables whose rows may come again with another revision. */
const REVISED: ReadonlySet<string> = new Set(['scores', 'observations']);

/** `same`: whether the row repeats another's id, or all that it says. */
export function reportRepeat(row: RowContext, column: string, first: Place, key: string, same: 'id' | 'whole' = 'id'): void {
  const revisable = REVISED.has(row.source.table);
  const params = { key, file: first.file, line: first.line ?? 0, revisable: revisable ? 1 : 0, whole: same === 'whole' ? 1 : 0 };
  // Two words for one unit can only be what makes a row come again where it names a unit.
  const all = { ...params, ...(revisable ? {} : { fill: '' }), ...(row.source.columns.includes('unit') ? {} : { mapped: 0 }) };
  // A file that was copied repeats every row of the other.
  if (first.file !== row.source.file) row.faultOnce('row-duplicate', column, all, first.file);
  else row.fault('row-duplicate', column, all);
}

/** Whether a row stands there already, the same in all that it says (`said`): it would count, or be printed, twice. `columns` name it. */
export function repeatsWhole(first: Map<string, Place>, said: object, row: RowContext, columns: readonly [string, ...string[]]): boolean {
  if (row.isFaulty()) return false;
  const key = JSON.stringify(said);
  const before = first.get(key);
  if (before) reportRepeat(row, columns[0], before, columns.map((column) => row.text(column)).join(' '), 'whole');
  else first.set(key, row.place());
  return before !== undefined;
}
