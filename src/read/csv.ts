/**
 * CSV text to records of cells that know their line. Papa Parse splits the text; what it leaves to its caller is done here: pieces,
 * true lines across quoted newlines, the delimiter, the header's place, and quotes that are never closed.
 */
import Papa from 'papaparse';
import { trimHeader } from './cell.ts';

/** A record: one row of cells. `line` is the 1-based line of its first character. Return `false` to stop. */
export type VisitRecord = (cells: string[], line: number) => boolean | undefined;

/** A quote that is not closed, or closed in the middle of its cell; `before` is the number of fields that precede it in its record. */
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

function countNewlines(text: string, end = text.length): number {
  let n = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) n++;
  return n;
}

/** Newlines inside the cells of a record: the lines that it takes beside its first. */
export function countInnerLines(cells: readonly string[], end = cells.length): number {
  let n = 0;
  for (let i = 0; i < end; i++) {
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
    if (fault && bad < data.length) return findQuote(parser, text, data.slice(0, bad), fault.index ?? 0, line);
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

/** The line and the field of the cell that opens at `index`; `line` is that of its record. */
function findQuote(parser: LowLevelParser, text: string, before: readonly string[][], index: number, line: number): QuoteFault {
  const [partial] = parser.parse(text.slice(0, Math.max(0, index - 1)), 0, false).data.slice(before.length);
  return { line: line + countInnerLines(partial ?? []), field: Math.max(1, partial?.length ?? 1) };
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The top of a CSV file. */
export interface Head {
  readonly delimiter: string;
  /** Physical lines above the header's record. */
  readonly skipRows: number;
  /** Header cells as they stand, one a field. */
  readonly headers: readonly string[];
}

/** Records that are looked at for the delimiter, and for a header under lines of preamble. */
const HEAD_RECORDS = 20;
const PREAMBLE = 10;

interface Candidate extends Head {
  readonly known: number;
  readonly width: number;
  readonly agreement: number;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => trimHeader(cell) === '');
}

function trimTail(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && trimHeader(cells[end - 1] as string) === '') end--;
  return cells.slice(0, end);
}

function measureHead(text: string, shape: CsvShape, depth: number, isKnown: (header: string) => boolean): Candidate {
  const records: { readonly cells: readonly string[]; readonly line: number }[] = [];
  readRecords([text], shape, (cells, line) => {
    if (!isBlank(cells)) records.push({ cells, line });
    return records.length < HEAD_RECORDS;
  });
  const known = records.slice(0, depth).map(({ cells }) => new Set(cells.map(trimHeader).filter(isKnown)).size);
  const at = Math.max(0, known.indexOf(Math.max(0, ...known)));
  const header = records[at];
  const headers = header?.cells ?? [];
  const width = trimTail(headers).length;
  const below = records.slice(at + 1).map(({ cells }) => trimTail(cells).length);
  const agreeing = below.filter((length) => length > 1 && length <= width).length;
  return {
    delimiter: shape.delimiter,
    skipRows: (header?.line ?? 1) - 1,
    headers,
    known: known[at] ?? 0,
    width,
    agreement: below.length === 0 ? 1 : agreeing / below.length,
  };
}

/**
 * Finds delimiter and header: the delimiter that yields the most headers that `isKnown` knows, then the one on which the rows below agree,
 * then the widest. Without `skipRows` the header may stand below up to ten records of preamble. Null when the file has no record at all.
 */
export function findHead(
  text: string,
  given: { readonly delimiter: string | null; readonly skipRows: number | null },
  isKnown: (header: string) => boolean,
): Head | null {
  const declared = /^sep=(.)\n/i.exec(text);
  const skipRows = Math.max(given.skipRows ?? 0, declared ? 1 : 0);
  const delimiters = given.delimiter ? [given.delimiter] : declared ? [declared[1] as string] : DELIMITERS;
  const candidates = delimiters.map((delimiter) =>
    measureHead(text, { delimiter, skipRows, preview: 3 * HEAD_RECORDS }, given.skipRows === null ? PREAMBLE : 1, isKnown),
  );
  candidates.sort((a, b) => b.known - a.known || Number(b.width > 1) - Number(a.width > 1) || b.agreement - a.agreement || b.width - a.width);
  const [best] = candidates;
  return best && best.headers.length > 0 ? best : null;
}
