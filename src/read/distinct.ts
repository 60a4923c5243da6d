/**
 * Rows that say the same thing in several files, such as a project that is in every year's list. Either they are one row, of which the last
 * cell that is not blank counts (or the first, where the mapping says so); or each row is kept in which something changed since the file before.
 * A row stands where it was last seen, and each cell keeps the place that it is from.
 */
import type { Problems } from '../problems.ts';
import type { RowPlace, RowSource } from './rows.ts';

/** How rows are joined, by columns of the table; `distinct` is empty where every row counts. */
export interface Join {
  /** Columns that a row is told by. */
  readonly distinct: readonly string[];
  /** Columns of which the first cell that is not blank counts. */
  readonly first: readonly string[];
  /** Columns of which a change makes a row; where there are any, rows are not joined. */
  readonly changes: readonly string[];
}

interface JoinedSource extends Join {
  readonly source: RowSource;
}

interface Cell {
  readonly text: string;
  readonly row: RowPlace;
  /** Position in its own source; −1 = that has no such column. */
  readonly index: number;
}

/** A row put together: cells by the union's columns, and the source that it was last seen in. */
interface Joined {
  readonly cells: readonly Cell[];
  /** Its cells in the owner's own row. */
  readonly own: readonly Cell[];
  readonly owner: RowSource;
  readonly row: RowPlace;
}

type JoinedRows = readonly Joined[];

function getUnion(sources: readonly RowSource[]): readonly string[] {
  return [...new Set(sources.flatMap(({ columns }) => columns))];
}

/** Ids are compared without case, and so are the names that ids are made of. */
function getKey({ cells }: Joined, columns: readonly number[]): string {
  return columns.map((i) => cells[i]?.text.normalize('NFC').toLowerCase()).join('\u0001');
}

/** Rows that do not say which they are cannot be told to be one. */
function isNameless({ cells }: Joined, columns: readonly number[]): boolean {
  return columns.every((i) => (cells[i]?.text ?? '') === '');
}

/** Tells of two rows of one file that are the same row and differ: none of them is the later one. */
function reportConflict(before: Joined, row: Joined, problems: Problems): void {
  const at = row.cells.findIndex(({ text }, i) => text !== before.own[i]?.text);
  const cell = row.cells[at];
  if (!cell) return;
  const params = { header: row.owner.headers[cell.index] as string, value: cell.text, line: before.row.line };
  problems.error('distinct-conflict', cell.row.at(cell.index), params);
}

async function eachRow(sources: readonly RowSource[], visit: (row: Joined) => void): Promise<void> {
  const union = getUnion(sources);
  for (const owner of sources) {
    const indexes = union.map((column) => owner.columns.indexOf(column));
    await owner.each((texts, row) => {
      const cells = indexes.map((index) => ({ text: texts[index] ?? '', row, index }));
      visit({ cells, own: cells, owner, row });
    });
  }
}

function joinCell(before: Cell, now: Cell, first: boolean): Cell {
  if (before.text === '' || now.text === '') return now.text === '' && before.text !== '' ? before : now;
  return first ? before : now;
}

/** One row for all that are alike. */
async function joinRows(sources: readonly RowSource[], join: Join, problems: Problems): Promise<JoinedRows> {
  const union = getUnion(sources);
  const keys = join.distinct.map((column) => union.indexOf(column));
  const first = new Set(join.first.map((column) => union.indexOf(column)));
  // A row that does not say which it is has a number for a key, as no other has.
  const found = new Map<string | number, Joined>();
  let nameless = 0;
  await eachRow(sources, (row) => {
    const key = isNameless(row, keys) ? nameless++ : getKey(row, keys);
    const before = found.get(key);
    if (before?.owner === row.owner) return reportConflict(before, row, problems);
    // A map keeps the order of insertion: a row moves to where it was last seen.
    found.delete(key);
    const cells = before ? before.cells.map((cell, i) => joinCell(cell, row.cells[i] as Cell, first.has(i))) : row.cells;
    found.set(key, { ...row, cells });
  });
  return [...found.values()];
}

/** The rows in which a column has another text than the last time it had any. */
async function findChanges(sources: readonly RowSource[], join: Join): Promise<JoinedRows> {
  const union = getUnion(sources);
  const keys = join.distinct.map((column) => union.indexOf(column));
  const watched = join.changes.map((column) => union.indexOf(column));
  const last = new Map<string, string>();
  const rows: Joined[] = [];
  await eachRow(sources, (row) => {
    if (isNameless(row, keys) || watched.some((i) => row.cells[i]?.text === '')) return;
    const key = getKey(row, keys);
    const now = getKey(row, watched);
    const before = last.get(key);
    last.set(key, now);
    if (before !== undefined && before !== now) rows.push(row);
  });
  return rows;
}

/** What the row that a cell is from says of it; undefined where that has no such column. */
function ofCell<T>(cell: Cell | undefined, say: (row: RowPlace, index: number) => T): T | undefined {
  return cell && cell.index >= 0 ? say(cell.row, cell.index) : undefined;
}

function toJoinedSource(source: RowSource, sources: readonly RowSource[], read: () => Promise<JoinedRows>): RowSource {
  const columns = getUnion(sources);
  const indexes = columns.map((column) => source.columns.indexOf(column));
  return {
    ...source,
    columns,
    fields: indexes.map((i) => source.fields[i] ?? 0),
    headers: indexes.map((i, at) => source.headers[i] ?? (columns[at] as string)),
    async each(visit) {
      for (const { cells, owner, row } of await read()) {
        if (owner !== source) continue;
        const place: RowPlace = {
          line: row.line,
          isTold: row.isTold === true,
          mark: row.mark,
          at: (column) => ofCell(cells[column], (own, index) => own.at(index)) ?? row.at(0),
          header: (column) => ofCell(cells[column], (own, index) => own.header?.(index)),
          filledFrom: (column) => ofCell(cells[column], (own, index) => own.filledFrom?.(index)) ?? null,
        };
        const texts = cells.map(({ text }) => text);
        visit(texts, place);
      }
    },
  };
}

/** The same sources in the same order, those of one table that are joined alike put together. Their rows are read when first visited. */
export function joinDistinct(opened: readonly JoinedSource[], problems: Problems): readonly RowSource[] {
  const joined = new Map<RowSource, RowSource>();
  const groups = Map.groupBy(opened, ({ source, distinct, first, changes }) => JSON.stringify([source.table, distinct, first, changes]));
  for (const members of groups.values()) {
    const [join] = members;
    if (!join || join.distinct.length === 0) continue;
    const sources = members.map(({ source }) => source);
    let rows: Promise<JoinedRows> | null = null;
    const read = (): Promise<JoinedRows> => {
      rows ??= join.changes.length > 0 ? findChanges(sources, join) : joinRows(sources, join, problems);
      return rows;
    };
    for (const source of sources) joined.set(source, toJoinedSource(source, sources, read));
  }
  return opened.map(({ source }) => joined.get(source) ?? source);
}
