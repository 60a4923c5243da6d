/** Blank cells in which something must stand, below filled ones: told one by one, or once where they look like merged cells (合并单元格). */
import { fileOf, type Place, type ProblemParams } from '../problems.ts';
import type { RowSource } from '../read/rows.ts';
import { formatSetting, quoteWord } from '../read/yamlWord.ts';

/** The cells of one row, and the message of each case. */
interface Blank {
  readonly columns: readonly string[];
  readonly place: Place;
  readonly code: string;
  readonly params: ProblemParams;
}

interface Blanks {
  add(blank: Blank): void;
  /** Tells of all that were added; `rows` is how many rows the source has. */
  tell(rows: number): void;
}

/** More than these are only counted. */
const MOST_KEPT = 1000;
/** Of merged cells there are some, and not one row in a hundred. */
const FEWEST_LINES = 2;
const FEWEST_SHARE = 1 / 5;

interface Count {
  rows: number;
  lines: number;
}

/** `nameOf`: a column as the file calls it. */
export function createBlanks(source: RowSource, nameOf: (column: string) => string, report: (blank: Omit<Blank, 'columns'>) => void): Blanks {
  const kept: Blank[] = [];
  const counts = new Map<string, Count>();
  let more: Blank | null = null;
  let surplus = 0;
  let last: Place | null = null;
  const isSameCell = (place: Place): boolean => last !== null && last.line === place.line && last.column === place.column;
  const tellMerged = (columns: readonly string[]): void => {
    const first = kept.find((blank) => blank.columns.some((column) => columns.includes(column))) as Blank;
    const headers = columns.map(nameOf);
    const example = formatSetting(source, `fill_down: [${headers.map(quoteWord).join(', ')}]`);
    const n = Math.max(...columns.map((column) => counts.get(column)?.lines ?? 0));
    report({
      place: first.place,
      code: 'cells-merged',
      params: { headers, n, rows: n, example, mapped: source.isMapped ? 1 : 0, file: source.file },
    });
  };
  return {
    add(blank) {
      const isMore = isSameCell(blank.place);
      last = blank.place;
      for (const column of blank.columns) {
        const count = counts.get(column) ?? { rows: 0, lines: 0 };
        counts.set(column, { rows: count.rows + 1, lines: count.lines + (isMore ? 0 : 1) });
      }
      if (isMore) return;
      if (kept.length < MOST_KEPT) kept.push(blank);
      else {
        more = blank;
        surplus++;
      }
    },
    tell(rows) {
      const merged = [...counts].filter(([, count]) => count.lines >= FEWEST_LINES && count.rows >= rows * FEWEST_SHARE).map(([column]) => column);
      if (merged.length > 0) tellMerged(merged);
      const isOther = ({ columns }: Blank): boolean => columns.some((column) => !merged.includes(column));
      for (const blank of kept) if (isOther(blank)) report(blank);
      for (let i = 0; more !== null && isOther(more) && i < surplus; i++) report({ ...more, place: fileOf(source.file) });
    },
  };
}
