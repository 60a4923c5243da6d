/** Merged cells (合并单元格): a column that is filled only in the first row of each block, read as if it were filled in all. */
import type { Place } from '../problems.ts';
import { findNote, isSummary } from './aside.ts';
import { trimCell } from './cell.ts';
import type { Grid, VisitGridRow } from './grid.ts';

/** A row as the file has it. */
interface Origin {
  readonly cells: readonly string[];
  readonly mark: number;
}

function endsBlock(cell: string): boolean {
  return isSummary(cell) || findNote(cell) !== null;
}

/** Whether a line is no row of a block: it sums up, or is a note. The word stands in a field that is filled down, or in the first text beside them. */
function createEndTest(fields: readonly number[]): (cells: readonly string[]) => boolean {
  const isOwn = (_: string, i: number): boolean => fields.includes(i + 1);
  const isText = (cell: string): boolean => cell !== '' && !/^\d+$/.test(cell);
  return (cells) => {
    const texts = cells.map(trimCell);
    const first = texts.find((cell, i) => !isOwn(cell, i) && isText(cell));
    return texts.filter(isOwn).some(endsBlock) || (first !== undefined && endsBlock(first));
  };
}

/**
 * The grid with the blank cells of some fields (1-based) filled with what stands above them. Nothing is taken across a line that sums up or
 * begins a note, nor given to one. Places stay those of the rows themselves; `filledFrom` gives the place that a cell was taken from.
 */
export function fillDown(grid: Grid, fields: readonly number[]): Grid {
  const isEnd = createEndTest(fields);
  const taken = new WeakMap<readonly string[], ReadonlyMap<number, Origin>>();
  const fill = (visit: VisitGridRow): VisitGridRow => {
    const above = new Map<number, Origin>();
    return (cells, mark, isTold) => {
      if (isEnd(cells)) above.clear();
      const from = new Map<number, Origin>();
      for (const field of fields) {
        const origin = above.get(field);
        const cell = trimCell(cells[field - 1] ?? '');
        if (cell === '' && origin) from.set(field, origin);
        else if (cell !== '' && !endsBlock(cell)) above.set(field, { cells, mark });
      }
      if (from.size === 0) return visit(cells, mark, isTold);
      const filled = Array.from({ length: Math.max(cells.length, ...from.keys()) }, (_, i) => from.get(i + 1)?.cells[i] ?? cells[i] ?? '');
      taken.set(filled, from);
      return visit(filled, mark, isTold);
    };
  };
  return {
    ...grid,
    each: (visit, problems) => grid.each(fill(visit), problems),
    filledFrom(field, cells): Place | null {
      const origin = taken.get(cells)?.get(field);
      return origin ? grid.at(origin.mark, field, origin.cells) : null;
    },
  };
}
