/** CSV files as grids: upright, or lying on their side. */
import type { Place, Problems } from '../problems.ts';
import { isBlankCell, trimCell, trimHeader } from './cell.ts';
import { countInnerLines, type QuoteFault, readRecords } from './csv.ts';
import { type Decoding, readText } from './encoding.ts';
import type { Grid } from './grid.ts';
import type { Head } from './head.ts';
import { isAnyHeader } from './headers.ts';
import { joinHeaders } from './twoRows.ts';

/** A byte-order mark, quotes and white space around a repeated header. */
const MOST_AROUND = 8;

function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (!isBlankCell(cell)) return false;
  return true;
}

function getTitles(headers: readonly string[], lower: readonly string[] | undefined): readonly string[] {
  if (lower) return joinHeaders(getTitles(headers, undefined), getTitles(lower, undefined));
  return headers.map((header) => trimHeader(trimCell(header).split('\n', 1)[0] as string));
}

function reportQuote(file: string, fault: QuoteFault | undefined, problems: Problems): void {
  if (fault) problems.error('csv-quote', { file, line: fault.line, column: fault.field });
}

/** A header as files put one after another repeat it: behind a byte-order mark, and so with its quotes, or in another case. */
function foldHeader(cell: string): string {
  return trimHeader(cell)
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();
}

function isSameRow(cells: readonly string[], folded: readonly string[]): boolean {
  return folded.every((header, i) => foldHeader(cells[i] ?? '') === header);
}

/** Whether a row repeats the header; of two rows, first the upper, then the lower. */
function createRepeatTest(rows: readonly (readonly string[])[]): (cells: readonly string[]) => boolean {
  const [upper = [], lower] = rows.map((row) => row.map(foldHeader));
  const isFirst = createFirstTest(upper[0] as string);
  let isAwaited = false;
  return (cells) => {
    const isLower = isAwaited && lower !== undefined && isSameRow(cells, lower);
    isAwaited = isFirst(cells[0] as string) && isSameRow(cells, upper);
    return isAwaited || isLower;
  };
}

/** Whether a cell is the first header again. Millions of cells are told from it by their length, or by lacking the letter that it ends with. */
function createFirstTest(first: string): (cell: string) => boolean {
  const end = first.slice(-1);
  const capital = end.toUpperCase();
  return (cell) => {
    if (cell.length < first.length || cell.length > first.length + MOST_AROUND) return false;
    return (cell.includes(end) || cell.includes(capital)) && foldHeader(cell) === first;
  };
}

/** Tells of the first filled cell to the right of the last header; false when there is none. */
function reportLongRow(file: string, cells: readonly string[], line: number, width: number, problems: Problems): boolean {
  const extra = cells.findIndex((cell, i) => i >= width && !isBlankCell(cell));
  if (extra < 0) return false;
  problems.error(
    'csv-row-long',
    { file, line: line + countInnerLines(cells, extra), column: extra + 1 },
    { value: trimCell(cells[extra] as string), width },
  );
  return true;
}

/** What people write instead of the separator, in rows added by hand. */
const OTHER_SEPARATORS = ['，', '；', ',', ';', '\t', '|'] as const;

/** Tells of a row that is one cell, since all of its own are kept apart by something else than the header's; false when it is none. */
function reportOtherSeparator(file: string, cell: string, line: number, { headers, delimiter }: Head, problems: Problems): boolean {
  const found = OTHER_SEPARATORS.find((separator) => separator !== delimiter && cell.split(separator).length === headers.length);
  if (found === undefined) return false;
  problems.error('csv-row-separator', { file, line, column: 1 }, { found: showSeparator(found), separator: showSeparator(delimiter) });
  return true;
}

function showSeparator(separator: string): string {
  return separator === '\t' ? 'Tab' : separator;
}

/** Whether a row is the header of some table: nothing but headers, and so many that no unit and no task can be meant. */
function createHeaderTest(): (cells: readonly string[]) => boolean {
  // Millions of rows are told from one by their first cell, which is often that of the row above.
  let none = '';
  return (cells) => {
    const first = cells[0] as string;
    if (first === none) return false;
    if (!isAnyHeader(trimCell(first))) {
      none = first;
      return false;
    }
    const filled = cells.map(trimHeader).filter((cell) => cell !== '');
    return filled.length >= FEWEST_HEADERS && filled.every(isAnyHeader);
  };
}

const FEWEST_HEADERS = 3;

/**
 * A CSV file whose rows are rows. Blank rows and repetitions of the header are passed over; rows of another shape are told and given as they
 * are. `isWritten`: the file is written for its table, and ends where another's header stands.
 */
export function openUpright(file: string, bytes: () => Buffer, decoding: Decoding, head: Head, isWritten: boolean): Grid {
  const { lower, above, below } = head;
  const headers = lower ? joinHeaders(head.headers, lower.cells) : head.headers.map(trimHeader);
  const isRepeat = createRepeatTest(lower ? [head.headers, lower.cells] : [head.headers]);
  const isOtherHeader = createHeaderTest();
  const lineOfHeader = head.skipRows + 1;
  const lastLine = lower?.line ?? lineOfHeader;
  const placeOf = (cells: readonly string[], line: number, field: number): Place => ({
    file,
    line: line + countInnerLines(cells, field - 1),
    column: field || null,
  });
  const reportRow = (cells: readonly string[], line: number, problems: Problems): boolean => {
    if (cells.length > headers.length) return reportLongRow(file, cells, line, headers.length, problems);
    return cells.length === 1 && headers.length > 1 && reportOtherSeparator(file, cells[0] as string, line, head, problems);
  };
  return {
    file,
    delimiter: head.delimiter,
    headers,
    titles: getTitles(head.headers, lower?.cells),
    ...(lower ? {} : { around: { above, below } }),
    headerAt: (field) =>
      lower && !isBlankCell(lower.cells[field - 1] ?? '') ? placeOf(lower.cells, lower.line, field) : placeOf(head.headers, lineOfHeader, field),
    each(visit, problems) {
      let isCut = false;
      const fault = readRecords(readText(bytes(), decoding), head, (cells, line) => {
        if (line <= lastLine || isBlankRow(cells)) return true;
        if (isRepeat(cells)) return true;
        if (isWritten && isOtherHeader(cells)) {
          isCut = true;
          const words = cells.map(trimHeader).filter((cell) => cell !== '');
          problems.error('csv-second-header', { file, line, column: null }, { headers: words, two: line === below?.line ? 1 : 0 });
          return false;
        }
        visit(cells, line, reportRow(cells, line, problems));
        return true;
      });
      reportQuote(file, fault, problems);
      return fault === undefined && !isCut;
    },
    lineOf: (mark) => mark,
    at: (mark, field, cells) => placeOf(cells, mark, field),
  };
}

/**
 * A CSV file whose first column (or first two: `headerRows`) holds the headers and whose every further column is a row. It is read whole. The place of a cell is its
 * true line, and its row's number as the field.
 */
export function openTransposed(file: string, bytes: Buffer, decoding: Decoding, head: Head, headerRows: 1 | 2, problems: Problems): Grid {
  const records: string[][] = [];
  const lines: number[] = [];
  const fault = readRecords(readText(bytes, decoding), head, (cells, line) => {
    if (isBlankRow(cells)) return true;
    records.push(cells);
    lines.push(line);
    return true;
  });
  reportQuote(file, fault, problems);
  const width = records.reduce((most, cells) => Math.max(most, cells.length), 0);
  const headers = records.map((cells) => cells[0] as string);
  const lower = headerRows === 2 ? records.map((cells) => cells[1] ?? '') : undefined;
  return {
    file,
    delimiter: head.delimiter,
    headers: lower ? joinHeaders(headers, lower) : headers.map(trimHeader),
    titles: getTitles(headers, lower),
    headerAt: (field) => placeOf(lower && !isBlankCell(lower[field - 1] ?? '') ? 1 : 0, Math.max(1, field)),
    each(visit) {
      for (let i: number = headerRows; i < width; i++) {
        const cells = records.map((record) => record[i] ?? '');
        if (!isBlankRow(cells)) visit(cells, i);
      }
      return fault === undefined;
    },
    lineOf: (mark) => placeOf(mark, 1).line as number,
    at: placeOf,
  };
  function placeOf(mark: number, field: number): Place {
    const record = Math.max(0, field - 1);
    return { file, line: (lines[record] ?? 1) + countInnerLines(records[record] ?? [], mark), column: mark + 1 };
  }
}
