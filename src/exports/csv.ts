/**
 * Tables as CSV (RFC 4180: comma, quotes doubled, CRLF).
 *
 * Two readings of one table. The plain one is for programs: UTF-8 without a mark, every cell as it is. The one for spreadsheets has a
 * byte-order mark, so that Excel and WPS read Chinese, and puts an apostrophe before text that they would run as a formula.
 */
import { createUtf8Writer } from '../utf8.ts';

export type Cell = string | number | boolean | null | undefined;

export interface CsvTable {
  readonly columns: readonly string[];
  /** Made as they are asked for, where there are many. */
  readonly rows: Iterable<readonly Cell[]>;
}

const NEEDS_QUOTES = /[",\r\n]/;
/** In Chinese and Japanese settings, spreadsheets take the full-width signs for the narrow ones. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const NUMBER = /^[+-]?\d+(\.\d+)?%?$/;

function quote(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isFormula(cell: Cell): cell is string {
  return typeof cell === 'string' && FORMULA.test(cell) && !NUMBER.test(cell);
}

function printCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? quote(cell) : String(cell);
}

function printSafeCell(cell: Cell): string {
  return isFormula(cell) ? quote(`'${cell}`) : printCell(cell);
}

/** Rows that are put together as text before they become bytes: so few that what is left of them is cheap to clear away. */
const PIECE_ROWS = 50;

const writer = createUtf8Writer();

/** The table in pieces. A column often repeats the cell above: that one is not printed anew. */
function* printRows(table: CsvTable, print: (cell: Cell) => string): Generator<string> {
  const above: Cell[] = [];
  const texts: string[] = [];
  let out = `${table.columns.map(print).join(',')}\r\n`;
  let rows = 0;
  for (const row of table.rows) {
    for (let i = 0; i < row.length; i++) {
      const cell = row[i];
      if (cell !== above[i] || texts[i] === undefined) {
        above[i] = cell;
        texts[i] = print(cell);
      }
      out += i > 0 ? `,${texts[i]}` : texts[i];
    }
    out += '\r\n';
    if (++rows % PIECE_ROWS === 0) {
      yield out;
      out = '';
    }
  }
  yield out;
}

function printTable(table: CsvTable, print: (cell: Cell) => string): Uint8Array {
  return new Uint8Array(writer.join(printRows(table, print)));
}

/** The plain reading. */
export function printCsv(table: CsvTable): Uint8Array {
  return printTable(table, printCell);
}

/** Both readings; they differ in more than the mark only where a cell would be run as a formula. */
export function printReadings(table: CsvTable): { readonly plain: Uint8Array; readonly spreadsheet: readonly [mark: string, table: Uint8Array] } {
  let runs = false;
  const plain = printTable(table, (cell) => {
    runs ||= isFormula(cell);
    return printCell(cell);
  });
  return { plain, spreadsheet: ['\uFEFF', runs ? printTable(table, printSafeCell) : plain] };
}
