/** Which of a grid's fields are which columns of a table, and what a table's own headers say of it. */
import type { Grid } from './grid.ts';
import { findColumn, type TableName } from './headers.ts';
import type { CellTest } from './mapping.ts';

/** Where a column's cells come from. A constant and the file's name have field 0 and their text; of an unpivoted pair the fields change from row to row. */
export interface Column {
  readonly column: string;
  readonly header: string;
  /** 1-based; 0 where the text is in no cell. */
  readonly field: number;
  readonly constant: string;
  readonly from: 'field' | 'constant' | 'file' | 'status' | 'made' | 'unpivot_name' | 'unpivot_value';
}

export interface Plan {
  readonly columns: readonly Column[];
  /** Tests on fields of the file and on columns of the table, by index. */
  readonly fieldTests: readonly (readonly [number, CellTest])[];
  readonly columnTests: readonly (readonly [number, CellTest])[];
  /** Fields of which a blank cell means what stands above it. */
  readonly fillDown: readonly number[];
  /** Fields to turn into rows. */
  readonly unpivot: readonly number[];
  /** Columns, by index, whose cells hold several. */
  readonly split: readonly number[];
  /** Columns that are ids made of others, by index, and what they are made of. */
  readonly made: readonly (readonly [number, readonly number[]])[];
}

/** Columns whose missing tokens say a status: the figure of a row. */
export const FIGURES: Readonly<Partial<Record<TableName, string>>> = { observations: 'value', scores: 'score' };

/** Columns of numbers, in any table: a number that is not there is missing, whatever stands above it. */
export const NUMBERS: ReadonlySet<string> = new Set([
  ...['score', 'value', 'target', 'target_value', 'planned', 'actual', 'denominator', 'rank_recorded', 'points', 'weight', 'share'],
  ...['revision', 'ordinal', 'order', 'decimals', 'scale'],
]);

export function fromField(column: string, header: string, field: number): Column {
  return { column, header, field, constant: '', from: 'field' };
}

/** The table's columns that have a header of their own; the first of two that mean the same. */
export function planConvention(table: TableName, grid: Grid): readonly Column[] {
  const columns = new Map<string, Column>();
  grid.headers.forEach((header, i) => {
    const column = findColumn(table, header);
    if (column !== undefined && !columns.has(column)) columns.set(column, fromField(column, header, i + 1));
  });
  return [...columns.values()];
}
