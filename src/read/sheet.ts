/** A sheet: what CSV (upright or transposed) and YAML rows have in common before a table's columns are found in it. */
import type { Place, Problems } from '../problems.ts';
import { trimCell, trimHeader } from './cell.ts';
import { countInnerLines, type Head, type QuoteFault, readRecords } from './csv.ts';
import { type Decoding, readText } from './encoding.ts';
import type { YamlSource } from './rows.ts';

/** `mark` says which row it is: a sheet can turn it into places. `cells` may be shorter than the headers. */
export type VisitSheetRow = (cells: readonly string[], mark: number) => void;

export interface Sheet {
  readonly file: string;
  /** One a field, in one line each; '' for a blank one. */
  readonly headers: readonly string[];
  /** The first line of each header: what a mapping may call it for short. */
  readonly titles: readonly string[];
  /** Where the header of a field (1-based) stands; of field 0, where the headers begin. */
  headerAt(field: number): Place;
  /** Visits the rows that are not blank. Faults of the rows go to `problems`. */
  each(visit: VisitSheetRow, problems: Problems): void;
  /** The line of a row. */
  lineOf(mark: number): number;
  /** The place of a field (1-based) of a row. */
  at(mark: number, field: number, cells: readonly string[]): Place;
}

function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && trimCell(cell) !== '') return false;
  return true;
}

function getTitles(headers: readonly string[]): readonly string[] {
  return headers.map((header) => trimHeader(trimCell(header).split('\n', 1)[0] as string));
}

function reportQuote(file: string, fault: QuoteFault | undefined, problems: Problems): void {
  if (fault) problems.error('csv-quote', { file, line: fault.line, column: fault.field });
}

function isSameRow(cells: readonly string[], headers: readonly string[]): boolean {
  return headers.every((header, i) => trimHeader(cells[i] ?? '') === header);
}

/** Tells of the first filled cell to the right of the last header. */
function reportLongRow(file: string, cells: readonly string[], line: number, width: number, problems: Problems): void {
  const extra = cells.findIndex((cell, i) => i >= width && trimCell(cell) !== '');
  if (extra < 0) return;
  problems.error(
    'csv-row-long',
    { file, line: line + countInnerLines(cells, extra), column: extra + 1 },
    { value: trimCell(cells[extra] as string), width },
  );
}

/** A CSV file whose rows are rows. Blank rows and repetitions of the header are passed over; rows too long are told and given as they are. */
export function openUpright(file: string, bytes: () => Buffer, decoding: Decoding, head: Head): Sheet {
  const headers = head.headers.map(trimHeader);
  const first = headers[0] as string;
  const lineOfHeader = head.skipRows + 1;
  return {
    file,
    headers,
    titles: getTitles(head.headers),
    headerAt: (field) => ({ file, line: lineOfHeader + countInnerLines(head.headers, field - 1), column: field || null }),
    each(visit, problems) {
      const fault = readRecords(readText(bytes(), decoding), head, (cells, line) => {
        if (line === lineOfHeader || (cells[0] === '' && isBlankRow(cells))) return true;
        if (cells[0] === first && isSameRow(cells, headers)) return true;
        if (cells.length > headers.length) reportLongRow(file, cells, line, headers.length, problems);
        if (cells.length > 1 || !isBlankRow(cells)) visit(cells, line);
        return true;
      });
      reportQuote(file, fault, problems);
    },
    lineOf: (mark) => mark,
    at: (mark, field, cells) => ({ file, line: mark + countInnerLines(cells, field - 1), column: field || null }),
  };
}

/**
 * A CSV file whose first column holds the headers and whose every further column is a row. It is read whole. The place of a cell is its
 * true line, and its row's number as the field.
 */
export function openTransposed(file: string, bytes: Buffer, decoding: Decoding, head: Head, problems: Problems): Sheet {
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
  return {
    file,
    headers: headers.map(trimHeader),
    titles: getTitles(headers),
    headerAt: (field) => placeOf(0, Math.max(1, field)),
    each(visit) {
      for (let i = 1; i < width; i++) {
        const cells = records.map((record) => record[i] ?? '');
        if (!isBlankRow(cells)) visit(cells, i);
      }
    },
    lineOf: (mark) => placeOf(mark, 1).line as number,
    at: placeOf,
  };
  function placeOf(mark: number, field: number): Place {
    const record = Math.max(0, field - 1);
    return { file, line: (lines[record] ?? 1) + countInnerLines(records[record] ?? [], mark), column: mark + 1 };
  }
}

/** A field of YAML rows: a key, and the language when its value is a map of languages. */
interface YamlField {
  readonly key: string;
  readonly lang: string | null;
}

type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of all rows in order of appearance, by header. A map `{ zh-CN: …, en: … }` gives `name` (in `lang`) and `name_en`. */
function findFields(rows: readonly unknown[], lang: string): ReadonlyMap<string, YamlField> {
  const fields = new Map<string, YamlField>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(isRow(row) ? row : {})) {
      if (!fields.has(key)) fields.set(key, { key, lang: null });
      for (const other of isRow(value) ? Object.keys(value) : []) {
        if (other !== lang) fields.set(`${key}_${other}`, { key, lang: other });
      }
    }
  }
  return fields;
}

/** Rows written in YAML: a list of maps. Scalars keep their source text (`0123`, `1.10`); lists are joined with `;`. Null when it is no list. */
export function openYaml(source: YamlSource, lang: string, problems: Problems): Sheet | null {
  const { file } = source;
  if (source.data !== null && !Array.isArray(source.data)) {
    problems.error('yaml-not-list', source.at([]));
    return null;
  }
  const rows: readonly unknown[] = source.data ?? [];
  const fields = findFields(rows, lang);
  const list = [...fields.values()];
  const readCell = (i: number, { key, lang: own }: YamlField, into: Problems): string => {
    const value = (rows[i] as Row)[key];
    if (isRow(value)) return source.text([i, key, own ?? lang]) ?? '';
    if (own !== null) return '';
    if (!Array.isArray(value)) return source.text([i, key]) ?? '';
    if (value.some((item) => typeof item === 'object' && item !== null)) into.error('yaml-cell-nested', source.at([i, key]), { key });
    return value.map((_, j) => source.text([i, key, j]) ?? '').join(';');
  };
  const getKeyPlace = ({ key }: YamlField): Place => source.at([rows.findIndex((row) => isRow(row) && Object.hasOwn(row, key)), key]);
  return {
    file,
    headers: [...fields.keys()],
    titles: [...fields.keys()],
    headerAt: (field) => (field === 0 ? { file, line: null, column: null } : getKeyPlace(list[field - 1] as YamlField)),
    each(visit, into) {
      rows.forEach((row, i) => {
        if (!isRow(row)) into.error('yaml-row-not-map', source.at([i]));
        else
          visit(
            list.map((field) => readCell(i, field, into)),
            i,
          );
      });
    },
    lineOf: (mark) => source.at([mark]).line as number,
    at: (mark, field) => source.at(field === 0 ? [mark] : [mark, (list[field - 1] as YamlField).key]),
  };
}
