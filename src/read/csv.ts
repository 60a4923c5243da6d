/**
 * CSV text to records of cells that know their line. Papa Parse splits the text; what it leaves to its caller is done here: pieces,
 * true lines across quoted newlines, and quotes that are never closed.
 */
import Papa from 'papaparse';

/** A record: one row of cells. `line` is the 1-based line of its first character. Return `false` to stop. */
type VisitRecord = (cells: string[], line: number) => boolean | undefined;

/** A quote that is not closed, or closed in the middle of its cell; `field` is the cell's place in its record, 1-based. */
export interface QuoteFault {
  readonly line: number;
  readonly field: number;
}

export interface CsvShape {
  readonly delimiter: string;
  /** Physical lines above the first record that are no part of the table. */
  readonly skipRows: number;
  /** How many records are split at a time, where only the first are wanted. */
  readonly preview?: number;
}

/** A record longer than this many characters is an open quote that swallows the file. */
const LONGEST_RECORD = 1 << 22;

interface ParseError {
  readonly row?: number;
  readonly index?: number;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly ParseError[];
  readonly meta: { readonly cursor: number };
}

interface LowLevelParser {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): Parsed;
}

function createParser(delimiter: string, preview = 0): LowLevelParser {
  return new Papa.Parser({ delimiter, newline: '\n', preview }) as unknown as LowLevelParser;
}

function countNewlines(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) n++;
  return n;
}

/** Newlines inside the cells of a record, up to a field that a short record may not have: the lines that it takes beside its first. */
export function countInnerLines(cells: readonly string[], end = cells.length): number {
  let n = 0;
  for (let i = 0; i < Math.min(end, cells.length); i++) {
    const cell = cells[i] as string;
    if (cell.includes('\n')) n += countNewlines(cell);
  }
  return n;
}

/** Takes `lines` physical lines off the front of the pieces. */
function* dropLines(pieces: Iterable<string>, lines: number): Generator<string> {
  let left = lines;
  for (const piece of pieces) {
    let at = 0;
    while (left > 0 && at < piece.length) {
      const newline = piece.indexOf('\n', at);
      at = newline < 0 ? piece.length : newline + 1;
      left--;
    }
    if (at < piece.length) yield piece.slice(at);
  }
}

/**
 * Visits every record of a text given in pieces that end with a line (`readText`), blank ones too.
 * Stops at the first bad quote, since no later record can be trusted, and gives its place.
 */
export function readRecords(pieces: Iterable<string>, { delimiter, skipRows, preview }: CsvShape, visit: VisitRecord): QuoteFault | undefined {
  const parser = createParser(delimiter, preview);
  let rest = '';
  let line = 1 + skipRows;
  const take = (text: string, isLast: boolean): QuoteFault | 'stop' | undefined => {
    const { data, errors, meta } = parser.parse(text, 0, !isLast);
    const [fault] = errors;
    const bad = fault === undefined ? data.length : Math.min(fault.row ?? 0, data.length);
    const isQuoted = text.includes('"');
    for (let i = 0; i < bad; i++) {
      const cells = data[i] as string[];
      if (visit(cells, line) === false) return 'stop';
      line += isQuoted ? 1 + countInnerLines(cells) : 1;
    }
    if (fault && bad < data.length) return findQuote(parser, text, bad, fault.index ?? 0, line);
    rest = text.slice(meta.cursor);
    return undefined;
  };
  for (const piece of dropLines(pieces, skipRows)) {
    const end = take(rest === '' ? piece : rest + piece, rest.length > LONGEST_RECORD);
    if (end) return end === 'stop' ? undefined : end;
  }
  const end = rest === '' ? undefined : take(rest, true);
  return end === 'stop' ? undefined : end;
}

/** The line and the field of the cell that opens at `index`, in a record at a place (from 0) and line. */
function findQuote(parser: LowLevelParser, text: string, record: number, index: number, line: number): QuoteFault {
  const partial = parser.parse(text.slice(0, Math.max(0, index - 1)), 0, false).data[record] ?? [];
  return { line: line + countInnerLines(partial), field: Math.max(1, partial.length) };
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
