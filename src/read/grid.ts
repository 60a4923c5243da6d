/** A grid: what CSV (upright or transposed) and YAML rows have in common before a table's columns are found in it. */
import type { Place, Problems } from '../problems.ts';

/**
 * `mark` says which row it is: a grid can turn it into places. `cells` may be shorter than the headers. `isTold`: it was told that they are
 * not the header's.
 */
export type VisitGridRow = (cells: readonly string[], mark: number, isTold?: boolean) => void;

/** A row as it stands in the file. */
export interface GridLine {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface Grid {
  readonly file: string;
  /** What separates its cells; null in YAML. */
  readonly delimiter: string | null;
  /** One a field, in one line each; '' for a blank one. */
  readonly headers: readonly string[];
  /** The first line of each header: what a mapping may call it for short. */
  readonly titles: readonly string[];
  /** The rows above and below the header, where it may have two. */
  readonly around?: { readonly above: GridLine | null; readonly below: GridLine | null };
  /** Where the header of a field (1-based) stands; of field 0, where the headers begin. */
  headerAt(field: number): Place;
  /** Visits the rows that are not blank. Faults of the rows go to `problems`. False where there are more that could not be read. */
  each(visit: VisitGridRow, problems: Problems): boolean;
  /** The line of a row. */
  lineOf(mark: number): number;
  /** The place of a field (1-based) of a row. */
  at(mark: number, field: number, cells: readonly string[]): Place;
  /** Where the cell of a row was taken from, if it was filled with what stands above it. */
  filledFrom?(field: number, cells: readonly string[]): Place | null;
}

/** What a header is called in a list that tells two of one name apart. */
export function getNames(grid: Grid): readonly string[] {
  const seen = new Map<string, number>();
  return grid.headers
    .filter((header) => header !== '')
    .map((header) => {
      const n = (seen.get(header) ?? 0) + 1;
      seen.set(header, n);
      return n === 1 ? header : `${header}#${n}`;
    });
}
