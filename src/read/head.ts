/** The top of a CSV file: what separates its cells, and which of its records is the header. */
import { isBlankCell, trimHeader } from './cell.ts';
import { type CsvShape, DELIMITERS, readRecords } from './csv.ts';
import type { GridLine } from './grid.ts';
import { joinHeaders } from './twoRows.ts';

/** The top of a CSV file. */
export interface Head {
  readonly delimiter: string;
  /** Physical lines above the header's record. */
  readonly skipRows: number;
  /** Header cells as they stand, one a field. */
  readonly headers: readonly string[];
  /** The second row of a header of two: its cells, and the line that it begins in. */
  readonly lower: GridLine | null;
  /** The rows above and below the header. */
  readonly above: GridLine | null;
  /** The first of the rows above the header that looks like data: it has as many cells, and a number. */
  readonly lost: GridLine | null;
  readonly below: GridLine | null;
}

/** Records that are looked at for the delimiter, and for a header under lines of preamble. */
const HEAD_RECORDS = 20;
const PREAMBLE = 10;

interface Candidate extends Head {
  readonly known: number;
  readonly width: number;
  readonly agreement: number;
}

/** How many cells a row has up to its last that is not blank. */
function getWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
}

/** Lines of preamble have fewer cells. */
const FEWEST_CELLS = 3;

function looksLikeData(cells: readonly string[], headers: readonly string[]): boolean {
  const count = (row: readonly string[]): number => row.filter((cell) => !isBlankCell(cell)).length;
  return count(cells) >= Math.max(FEWEST_CELLS, count(headers)) && cells.some((cell) => /^[-+]?\d/.test(trimHeader(cell)));
}

function measureHead(text: string, shape: CsvShape, rows: number, depth: number, isKnown: (header: string) => boolean): Candidate {
  const records: GridLine[] = [];
  readRecords([text], shape, (cells, line) => {
    if (getWidth(cells) > 0) records.push({ cells, line });
    return records.length < HEAD_RECORDS;
  });
  const namesOf = (at: number): readonly string[] => {
    const cells = records[at]?.cells ?? [];
    return rows === 2 ? joinHeaders(cells, records[at + 1]?.cells ?? []) : cells.map(trimHeader);
  };
  const known = records.slice(0, depth).map((_, i) => new Set(namesOf(i).filter(isKnown)).size);
  const at = Math.max(0, known.indexOf(Math.max(0, ...known)));
  const header = records[at];
  const headers = header?.cells ?? [];
  const lower = rows === 2 ? (records[at + 1] ?? null) : null;
  const width = Math.max(getWidth(headers), getWidth(lower?.cells ?? []));
  const below = records.slice(at + rows).map(({ cells }) => getWidth(cells));
  const agreeing = below.filter((length) => length > 1 && length <= width).length;
  return {
    delimiter: shape.delimiter,
    skipRows: (header?.line ?? 1) - 1,
    headers,
    lower,
    above: records[at - 1] ?? null,
    lost: records.slice(0, at).find(({ cells }) => looksLikeData(cells, headers)) ?? null,
    below: records[at + 1] ?? null,
    known: known[at] ?? 0,
    width,
    agreement: below.length === 0 ? 1 : agreeing / below.length,
  };
}

/**
 * Finds delimiter and header: the delimiter that yields the most headers that `isKnown` knows, then the one on which the rows below agree,
 * then the widest. `rows`: of the header. Without `skipRows` the header may stand below up to ten records of preamble. Null when the file has no record at all.
 */
export function findHead(
  text: string,
  given: { readonly delimiter: string | null; readonly skipRows: number | null },
  isKnown: (header: string) => boolean,
  rows = 1,
): Head | null {
  const declared = /^sep=(.)\n/i.exec(text);
  const skipRows = Math.max(given.skipRows ?? 0, declared ? 1 : 0);
  const delimiters = given.delimiter ? [given.delimiter] : declared ? [declared[1] as string] : DELIMITERS;
  const candidates = delimiters.map((delimiter) =>
    measureHead(text, { delimiter, skipRows, preview: 3 * HEAD_RECORDS }, rows, given.skipRows === null ? PREAMBLE : 1, isKnown),
  );
  candidates.sort((a, b) => b.known - a.known || Number(b.width > 1) - Number(a.width > 1) || b.agreement - a.agreement || b.width - a.width);
  const [best] = candidates;
  return best && best.headers.length > 0 ? best : null;
}
