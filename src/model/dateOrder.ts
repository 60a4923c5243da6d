/** Days of a row that must stand in order. */
import type { RowContext } from './rowContext.ts';

type DatedColumn = readonly [column: string, date: string | null];

/** Reports an end that lies before its beginning, and says whether one does; where several do, it is the beginning that lies too late. */
export function checkOrder(row: RowContext, [column, from]: DatedColumn, ...ends: readonly DatedColumn[]): boolean {
  const early = ends.flatMap(([end, to]) => (from && to && to < from ? [{ end, to }] : []));
  const [first] = early;
  if (!from || !first) return false;
  if (early.length === 1) row.fault('dates-reversed', first.end, { to: first.to, other: row.nameOf(column), from });
  else row.fault('date-too-late', column, { from, others: early.map(({ end, to }) => `${row.nameOf(end)} ${to}`) });
  return true;
}
