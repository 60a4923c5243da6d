/** Columns that may be blank, of which merged cells (合并单元格) seem to have left only the first of each block filled. */
import type { Place, Problems } from '../problems.ts';
import type { TableName } from '../read/headers.ts';
import type { RowSource } from '../read/rows.ts';
import { formatSetting, quoteWord } from '../read/yamlWord.ts';
import type { RowContext } from './rowContext.ts';

/** Columns by which offices put the rows of a table into blocks. A blank there says that there is none, which is another thing. */
const OF_BLOCKS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  units: ['kind'],
  indicators: ['dimension'],
  tasks: ['batch', 'category', 'origin'],
};

interface Blocks {
  readonly column: string;
  rows: number;
  blanks: number;
  /** The first blank below a filled cell. */
  first: Place | null;
  /** The last filled cell. */
  above: string;
  /** Some row is as none below merged cells is: the first, if blank, and one that repeats what stands above it. */
  isOther: boolean;
  /** A filled cell stands below a blank one: blanks that only end a column are what was not filled in. */
  isResumed: boolean;
}

const FEWEST_BLANKS = 2;
const FEWEST_SHARE = 1 / 5;

/** Looks at the rows of a source, and warns at its end; null where it has no such column. */
export function createMergeTest(source: RowSource, table: TableName, problems: Problems) {
  const fieldOf = (column: string): number => source.fields[source.columns.indexOf(column)] ?? 0;
  const columns = (OF_BLOCKS[table] ?? []).filter((column) => fieldOf(column) > 0 && !source.fillDown.includes(fieldOf(column)));
  if (columns.length === 0 || !/\.csv$/i.test(source.file)) return null;
  const all = columns.map((column): Blocks => ({ column, rows: 0, blanks: 0, first: null, above: '', isOther: false, isResumed: false }));
  return {
    see(row: RowContext): void {
      for (const blocks of all) {
        const text = row.text(blocks.column);
        blocks.rows++;
        if (text === '' ? blocks.above === '' : text === blocks.above) blocks.isOther = true;
        if (text === '') {
          blocks.blanks++;
          blocks.first ??= row.at(blocks.column);
        } else {
          blocks.above = text;
          blocks.isResumed ||= blocks.first !== null;
        }
      }
    },
    tell(): void {
      for (const { column, rows, blanks, first, isOther, isResumed } of all) {
        if (isOther || !isResumed || first === null || blanks < FEWEST_BLANKS || blanks < rows * FEWEST_SHARE) continue;
        const header = source.headers[source.columns.indexOf(column)] as string;
        const example = formatSetting(source, `fill_down: [${quoteWord(header)}]`);
        problems.warning('cells-like-merged', first, { header, n: blanks, example, mapped: source.isMapped ? 1 : 0 });
      }
    },
  };
}
