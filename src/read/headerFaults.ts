/** Faults of a header: columns that it lacks, has twice or calls by no name, and lines that are no header. */
import { hasHan } from '../i18n/languages.ts';
import { fileOf, KEPT_PER_CODE, type Place, type ProblemParams, type Problems } from '../problems.ts';
import { foldWidth, trimHeader } from './cell.ts';
import { type Grid, getNames } from './grid.ts';
import { findColumn, formatColumn, getHeaders, TABLES, type TableName } from './headers.ts';
import type { Mapping } from './mapping.ts';
import { countEdits, findNearest, suggest } from './nearest.ts';
import { findOwnTable } from './ownTable.ts';
import type { Column, Plan } from './plan.ts';
import { describeTwoRows, findTwoRows } from './twoRows.ts';
import { type DimensionNames, findWide } from './wide.ts';
import { quotePath, quoteWord } from './yamlWord.ts';

/** A grid that is to be read as a table. */
export interface Opening {
  readonly table: TableName;
  readonly grid: Grid;
  readonly mapping: Mapping | null;
  /** The language of examples. */
  readonly lang: string;
  readonly dimensions: DimensionNames;
  readonly problems: Problems;
}

/** A table with more columns than this has something else wrong with it. */
const MOST_HEADERS = 400;

/** A header that means no column, or one that is there already. */
interface FaultyHeader {
  readonly header: string;
  readonly field: number;
  /** Whose column it repeats; null where it means none. */
  readonly first: Column | null;
  /** The header that was probably meant. */
  readonly near: string | null;
  /** The column that was probably meant. */
  readonly meant: string | null;
}

/** The column of names, where two different headers mean one column and it is missing. */
function findNameColumn(header: string, first: Column, missing: readonly string[]): string | null {
  const name = missing.find((column) => column === 'name' || column === 'title');
  return header !== first.header && name !== undefined ? name : null;
}

/** In a Chinese word every character counts: one that differs in more than a third is another word, unless a column waits for it. */
function findNearHeader(header: string, names: readonly string[], isAwaited: (name: string) => boolean): string | undefined {
  const near = findNearest(header, names);
  const edits = near === undefined ? 0 : countEdits(header, near);
  const isAnother = near !== undefined && hasHan(header) && edits * 3 > Math.max(header.length, near.length) && !(edits === 1 && isAwaited(near));
  return isAnother ? undefined : near;
}

/** Headers that mean no column, or one that is there already; of thousands, the first. */
function findFaultyHeaders(table: TableName, grid: Grid, columns: readonly Column[], missing: readonly string[]): readonly FaultyHeader[] {
  let unknown = 0;
  // What is there already was not meant.
  const free = getHeaders(table).filter((name) => !columns.some(({ column }) => column === findColumn(table, name)));
  return grid.headers.flatMap((header, i): FaultyHeader[] => {
    if (header === '') return [];
    const column = findColumn(table, header);
    const field = i + 1;
    if (column === undefined) {
      // To look for the nearest of thousands takes too long.
      const near =
        ++unknown > KEPT_PER_CODE || findOwnTable(table, header)
          ? null
          : (findNearHeader(header, free, (name) => missing.includes(findColumn(table, name) as string)) ?? null);
      return [{ header, field, first: null, near, meant: near === null ? null : (findColumn(table, near) as string) }];
    }
    const first = columns.find((other) => other.column === column);
    if (!first || first.field === field) return [];
    return [{ header, field, first, near: null, meant: findNameColumn(header, first, missing) }];
  });
}

function reportUnknown(table: TableName, grid: Grid, { header, field, near }: FaultyHeader, lang: string, problems: Problems): void {
  const own = findOwnTable(table, header);
  const columns = near === null && !own ? TABLES[table].columns.map((one) => formatColumn(table, one, lang)) : [];
  const moved = { moved: own ? 1 : 0, to: own?.table ?? '', example: own?.example ?? '', listed: columns.length > 0 ? 1 : 0 };
  problems.error('csv-column-unknown', grid.headerAt(field), { header, table, ...suggest(near), columns, ...moved });
}

/** `lost`: the missing column that one of the two probably means. */
function reportRepeat(table: TableName, grid: Grid, faulty: FaultyHeader, lost: string | null, lang: string, problems: Problems): void {
  const { header, field, meant } = faulty;
  const first = faulty.first as Column;
  const alike = header !== first.header;
  const name = meant ?? lost;
  // 年度 and 季度 are two halves of a period.
  const isJoined = alike && name === null && first.column === 'period';
  problems.error('csv-header-duplicate', grid.headerAt(field), {
    ...{ header, first: first.field, alike: alike ? 1 : 0, other: alike ? first.header : '' },
    column: alike ? formatColumn(table, first.column, lang) : '',
    ...{ named: meant === null ? 0 : 1, lost: meant === null && lost !== null ? 1 : 0, free: name === null && !isJoined ? 1 : 0 },
    name: name === null ? '' : formatColumn(table, name, lang),
    joined: isJoined ? 1 : 0,
  });
}

/** Tells of headers that mean no column, or one that is there already. Gives the required columns that none of these can have been meant to be. */
export function reportHeaders(
  table: TableName,
  grid: Grid,
  columns: readonly Column[],
  missing: readonly string[],
  lang: string,
  problems: Problems,
): readonly string[] {
  const faulty = findFaultyHeaders(table, grid, columns, missing);
  const left = missing.filter((column) => !faulty.some(({ meant }) => meant === column));
  const loose = faulty.filter(({ meant }) => meant === null);
  const lost = left.length === 1 && loose.length === 1 ? (left[0] as string) : null;
  let unknown = 0;
  for (const one of faulty) {
    const own = one.meant === null ? lost : null;
    if (one.first) reportRepeat(table, grid, one, own, lang, problems);
    // Only counted.
    else if (++unknown > KEPT_PER_CODE) problems.error('csv-column-unknown', fileOf(grid.file));
    else reportUnknown(table, grid, { ...one, near: one.near ?? (own && formatColumn(table, own, lang)) }, lang, problems);
  }
  return loose.length < left.length ? left : [];
}

/** Tells once of a header of two rows, where one of them does not do. */
export function reportTwoRows({ table, grid, mapping, problems }: Opening, columns: readonly Column[]): boolean {
  const rows = (mapping ? isLineAtFault(table, grid, mapping, columns) : isHeaderAtFault(grid, columns)) ? findTwoRows(grid) : null;
  if (!rows) return false;
  const known = rows.joined.flatMap((name) => {
    const column = findColumn(table, name);
    return column === undefined ? [] : `${column}: ${quoteWord(name)}`;
  });
  const skipped = rows.line > 1 && !mapping ? `skip_rows: ${rows.line - 1}, ` : '';
  const settings = `${skipped}header_rows: 2, columns: { ${[...known, '…'].join(', ')} }`;
  const example = mapping ? settings : `tables: { ${table}: { file: ${quotePath(grid.file)}, ${settings} } }`;
  const params = { file: grid.file, example, joined: rows.joined, mapped: mapping ? 1 : 0 };
  problems.error('csv-header-rows', { file: grid.file, line: rows.line, column: null }, params);
  return true;
}

/** A header of a table's own file means nothing, or what another means. */
function isHeaderAtFault({ headers }: Grid, columns: readonly Column[]): boolean {
  return headers.some((header, i) => header !== '' && !columns.some(({ field }) => field === i + 1));
}

/** The line below the header lacks what a row must have, and nothing leaves it out. */
function isLineAtFault(table: TableName, { around }: Grid, { where, faults }: Mapping, columns: readonly Column[]): boolean {
  const below = around?.below?.cells;
  if (!below || where.size > 0 || faults === 'report') return false;
  const isBlank = ({ column, from, field }: Column): boolean =>
    from === 'field' && TABLES[table].required.includes(column) && trimHeader(below[field - 1] ?? '') === '';
  return columns.some(isBlank);
}

/** Tells once of a table that is written wide, and how it can be read as it is. */
export function reportWide(table: TableName, grid: Grid, columns: readonly Column[], dimensions: DimensionNames, problems: Problems): boolean {
  const named = new Map(columns.map(({ column, header }) => [column, header]));
  const unknown = grid.headers.filter((header) => header !== '' && findColumn(table, header) === undefined);
  const wide = findWide(table, grid, named, unknown.slice(0, MOST_HEADERS), dimensions);
  if (wide)
    problems.error('csv-wide', grid.headerAt(wide.field), {
      table,
      headers: wide.headers,
      example: wide.example,
      filled: wide.example.includes('…') ? 1 : 0,
    });
  return wide !== null;
}

/** Tells of required columns that are nowhere. */
export function reportMissing(
  missing: readonly string[],
  table: TableName,
  grid: Grid,
  mapping: Mapping | null,
  lang: string,
  problems: Problems,
): void {
  const isMapped = mapping !== null;
  const place = mapping?.at('file') ?? grid.headerAt(0);
  if (missing.length === 0) return;
  const column = missing.map((one) => formatColumn(table, one, lang));
  const params = { file: grid.file, column, n: column.length, headers: getNames(grid), mapped: isMapped ? 1 : 0 };
  if (!isTold(problems, 'csv-column-missing', place, params)) problems.error('csv-column-missing', place, params);
}

/** Whether a setting of a mapping was told of already: once is enough for all files that are read by it. */
export function isTold(problems: Problems, code: string, place: Place, params: ProblemParams): boolean {
  return problems.list.some(
    (other) =>
      other.code === code &&
      other.place.file === place.file &&
      other.place.line === place.line &&
      other.place.column === place.column &&
      other.params.header === params.header &&
      String(other.params.column) === String(params.column),
  );
}

/** Warns of headers that are a slip away from a column that nothing fills; the rest are somebody else's. */
export function reportNear(table: TableName, grid: Grid, { where, unpivot }: Mapping, plan: Plan, problems: Problems): void {
  if (unpivot) return;
  const { columns, aliases } = TABLES[table];
  const free = columns.filter((column) => !plan.columns.some((other) => other.column === column));
  const names = free.flatMap((column) => [column, ...(aliases.get(column) ?? [])]);
  grid.headers.slice(0, MOST_HEADERS).forEach((header, i) => {
    if (header === '' || where.has(header) || findColumn(table, header) !== undefined) return;
    const near = findNearest(header, names);
    if (near !== undefined && countEdits(header.toLowerCase(), near) * 3 <= header.length)
      problems.warning('mapping-header-near', grid.headerAt(i + 1), { header, table, near });
  });
}

/** What separates the cells of a header that was read as one: a full-width comma or the like, between words that are expected. */
function findWideDelimiter(table: TableName, { headers }: Grid, mapping: Mapping | null): string | undefined {
  const [line = '', ...others] = headers.filter((header) => header !== '');
  const wanted = new Set(mapping?.columns.flat() ?? []);
  const isKnown = (word: string): boolean => wanted.has(trimHeader(word)) || findColumn(table, trimHeader(word)) !== undefined;
  return others.length > 0 ? undefined : [...'，、；｜'].find((mark) => line.includes(mark) && line.split(mark).some(isKnown));
}

/** Tells of a line that should be the header and holds none of those that are wanted. */
export function reportNoHeader(table: TableName, grid: Grid, mapping: Mapping | null, lang: string, problems: Problems): void {
  const place = grid.headerAt(1);
  const params = {
    file: grid.file,
    line: place.line ?? 1,
    headers: getNames(grid),
    ...describeTwoRows(grid),
    both: mapping?.headerRows === 2 ? 1 : 0,
  };
  const wide = findWideDelimiter(table, grid, mapping);
  if (wide !== undefined) problems.error('csv-delimiter-wide', place, { ...params, table, value: wide, plain: foldWidth(wide) });
  else if (!mapping) {
    const columns = TABLES[table].columns.map((column) => formatColumn(table, column, lang));
    problems.error('csv-header-none', place, { ...params, table, columns });
  } else {
    const setting = mapping.columns.length > 0 ? mapping.at('columns') : mapping.at('file');
    if (!isTold(problems, 'mapping-header-none', setting, params)) problems.error('mapping-header-none', setting, params);
  }
}
