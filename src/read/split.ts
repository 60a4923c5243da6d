/** Cells that hold several (市财政局、市住建局): what each holds, and a row for each. */
import { trimCell } from './cell.ts';

/** What a cell holds: split at 、 ； ， and line breaks; only where none of these stands in it at commas and strokes, which names may have. Blank: one blank. */
export function splitCell(cell: string): readonly string[] {
  const parts = cell.split(/[、；;，\r\n]/);
  const trimmed = (parts.length > 1 ? parts : cell.split(/[,/／]/)).map(trimCell).filter((part) => part !== '');
  return trimmed.length > 0 ? trimmed : [''];
}

/** Calls `visit` with each combination of the parts standing in `cells`, the last column fastest. */
export function eachCombination(cells: string[], parts: readonly (readonly [column: number, parts: readonly string[]])[], visit: () => void): void {
  const [first, ...others] = parts;
  if (!first) {
    visit();
    return;
  }
  for (const part of first[1]) {
    cells[first[0]] = part;
    eachCombination(cells, others, visit);
  }
}
