/** Which of a grid's fields are which columns of a table: by their headers, or by a mapping. */
import { hasHan } from '../i18n/languages.ts';
import { fileOf, KEPT_PER_CODE, type Place, type ProblemParams, Problems } from '../problems.ts';
import { foldWidth, trimHeader } from './cell.ts';
import type { Grid } from './grid.ts';
import { findColumn, formatColumn, getHeaders, TABLES, type TableName } from './headers.ts';
import { type CellTest, MATCHES_NOTHING, type Mapping } from './mapping.ts';
import { countEdits, findNearest, suggest } from './nearest.ts';
import { findOwnTable } from './ownTable.ts';
import { describeTwoRows, findTwoRows } from './twoRows.ts';
import { type DimensionNames, findWide } from './wide.ts';
import { quotePath, quoteWord } from './yamlWord.ts';

/** Where a column's cells come from. A constant and the file's name have field 0 and their text; of an unpivoted pair the fields change from row to row. */
export interface Column {
  readonly column: string;
  readonly header: string;
  /** 1-based; 0 where the text is in no cell. */
  readonly field: number;
  readonly constant: string;
  readonly from: 'field' | 'constant' | 'file' | 'status' | 'made' | 'unpivot_name' | 'unpivot_value';
}

export interface Plan {
  readonly columns: readonly Column[];
  /** Tests on fields of the file and on columns of the table, by index. */
  readonly fieldTests: readonly (readonly [number, CellTest])[];
  readonly columnTests: readonly (readonly [number, CellTest])[];
  /** Fields of which a blank cell means what stands above it. */
  readonly fillDown: readonly number[];
  /** Fields to turn into rows. */
  readonly unpivot: readonly number[];
  /** Columns, by index, whose cells hold several. */
  readonly split: readonly number[];
  /** Columns that are ids made of others, by index, and what they are made of. */
  readonly made: readonly (readonly [number, readonly number[]])[];
}

/** Columns whose missing tokens say a status: the figure of a row. */
export const FIGURES: Readonly<Partial<Record<TableName, string>>> = { observations: 'value', scores: 'score' };

function fromField(column: string, header: string, field: number): Column {
  return { column, header, field, constant: '', from: 'field' };
}

/** The table's columns that have a header of their own; the first of two that mean the same. */
function planConvention(table: TableName, grid: Grid): readonly Column[] {
  const columns = new Map<string, Column>();
  grid.headers.forEach((header, i) => {
    const column = findColumn(table, header);
    if (column !== undefined && !columns.has(column)) columns.set(column, fromField(column, header, i + 1));
  });
  return [...columns.values()];
}

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
function reportHeaders(
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
function reportTwoRows({ table, grid, mapping, problems }: Opening, columns: readonly Column[]): boolean {
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
function reportWide(table: TableName, grid: Grid, columns: readonly Column[], dimensions: DimensionNames, problems: Problems): boolean {
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

/** The field (1-based) that a mapping calls `name`: a header, its first line, or `header#2` for the second of that name. */
function findField(grid: Grid, name: string): number | undefined {
  const wanted = trimHeader(name);
  const nth = (header: string, n: number): number | undefined => {
    for (const list of [grid.headers, grid.titles]) {
      const fields = list.flatMap((other, i) => (other === header && header !== '' ? [i + 1] : []));
      if (fields.length > 0) return fields[n - 1];
    }
    return undefined;
  };
  const [, base = '', ordinal = ''] = /^(.*)#([1-9]\d?)$/.exec(wanted) ?? [];
  return nth(wanted, 1) ?? (ordinal ? nth(base, Number(ordinal)) : undefined);
}

/** What a header is called in a list that tells two of one name apart. */
export function getNames(grid: Grid): readonly string[] {
  const seen = new Map<string, number>();
  return grid.headers
    .filter((header) => header !== '')
    .map((header) => {
      const n = (seen.get(header) ?? 0) + 1;
      seen.set(header, n);
      return n === 1 ? header : `${header}#${n}`;
    });
}

interface Planning {
  readonly table: TableName;
  readonly grid: Grid;
  readonly mapping: Mapping;
  readonly problems: Problems;
  /** The language of columns' names in messages. */
  readonly lang: string;
}

/** Asks which of several columns is meant by a header that they share, unless the portal tells them apart somewhere. */
function reportNamesakes({ grid, mapping, problems }: Planning, name: string, field: number, place: Place): void {
  const header = trimHeader(name);
  const alike = grid.headers.flatMap((other, i) => (other === header ? [i + 1] : []));
  if (alike.length > 1 && alike[0] === field && !mapping.numbered.has(header))
    problems.error('mapping-header-twice', place, { header, file: grid.file, fields: alike.map(String) });
}

function getField(planning: Planning, name: string, place: Place): number | undefined {
  const field = findField(planning.grid, name);
  if (field !== undefined) {
    reportNamesakes(planning, name, field, place);
    return field;
  }
  const { grid, problems } = planning;
  problems.error('mapping-header-missing', place, {
    ...{ header: name, file: grid.file, headers: getNames(grid), ...describeTwoRows(grid) },
    ...suggest(findNearest(name, getNames(grid))),
  });
  return undefined;
}

function getColumn({ table, problems }: Planning, name: string, place: Place): string | undefined {
  const column = findColumn(table, name);
  if (column === undefined)
    problems.error('mapping-column-unknown', place, {
      ...{ column: name, table, columns: TABLES[table].columns },
      ...suggest(findNearest(name, getHeaders(table))),
    });
  return column;
}

/** What a mapping writes instead of a header for the name of the file, without its folder and ending: the year in `report_2023.csv`. */
const FILE_NAME = '(file)';

function fromFileName(column: string, { file }: Grid): Column {
  const name = (file.split('/').at(-1) as string).replace(/\.[^.]+$/, '');
  return { column, header: FILE_NAME, field: 0, constant: name, from: 'file' };
}

/** Columns may be written `unit: LocalAuthority` or `LocalAuthority: unit`. */
function planColumns(planning: Planning): readonly Column[] {
  const { table, grid, mapping } = planning;
  if (mapping.columns.length === 0) return planConvention(table, grid);
  return mapping.columns.flatMap(([key, value]) => {
    const isWritten = findField(grid, key) === undefined && findField(grid, value) !== undefined;
    const isReversed = !isWritten && findColumn(table, key) === undefined && findColumn(table, value) !== undefined;
    const column = isReversed ? findColumn(table, value) : getColumn(planning, key, mapping.keyAt('columns', key));
    const header = isReversed ? key : value;
    const place = isReversed ? mapping.keyAt('columns', key) : mapping.at('columns', key);
    if (column !== undefined && header === FILE_NAME && findField(grid, header) === undefined) return [fromFileName(column, grid)];
    const field = column === undefined ? undefined : getField(planning, header, place);
    return column !== undefined && field !== undefined ? [fromField(column, header, field)] : [];
  });
}

function planConstants(planning: Planning): readonly Column[] {
  return [...planning.mapping.constants].flatMap(([key, constant]) => {
    const column = getColumn(planning, key, planning.mapping.keyAt('constants', key));
    return column === undefined ? [] : [{ column, header: key, field: 0, constant, from: 'constant' as const }];
  });
}

/** Columns of numbers, in any table: a number that is not there is missing, whatever stands above it. */
export const NUMBERS: ReadonlySet<string> = new Set([
  ...['score', 'value', 'target', 'target_value', 'planned', 'actual', 'denominator', 'rank_recorded', 'points', 'weight', 'share'],
  ...['revision', 'ordinal', 'order', 'decimals', 'scale'],
]);

/** The fields that `fill_down` names. A column of numbers is refused: nothing is guessed. */
function planFillDown(planning: Planning, columns: readonly Column[], unpivot: readonly number[]): readonly number[] {
  const { mapping, problems } = planning;
  const turned = columns.find(({ from }) => from === 'unpivot_value');
  return mapping.fillDown.flatMap((name, i) => {
    const place = mapping.at('fill_down', i);
    const field = getField(planning, name, place);
    if (field === undefined) return [];
    const filled = columns.filter((column) => (column.from === 'field' && column.field === field) || (column === turned && unpivot.includes(field)));
    const number = filled.find(({ column }) => NUMBERS.has(column));
    if (number) problems.error('mapping-fill-number', place, { header: name, column: number.column });
    return [field];
  });
}

/** The columns that `split` names, by index. Numbers are refused: what of 12、15 is the figure, nobody knows. */
function planSplit(planning: Planning, columns: readonly Column[]): readonly number[] {
  const { mapping, problems } = planning;
  return mapping.split.flatMap((name, i) => {
    const place = mapping.at('split', i);
    const column = getColumn(planning, name, place);
    if (column === undefined) return [];
    const index = columns.findIndex((other) => other.column === column);
    if (index < 0) reportEmpty(planning, column, place);
    else if (NUMBERS.has(column)) problems.error('mapping-split-number', place, { column });
    return index < 0 ? [] : [index];
  });
}

function planUnpivot(planning: Planning): { readonly fields: readonly number[]; readonly columns: readonly Column[] } {
  const { mapping, grid } = planning;
  if (!mapping.unpivot) return { fields: [], columns: [] };
  const { columns, into } = mapping.unpivot;
  const fields =
    columns instanceof RegExp
      ? grid.headers.flatMap((header, i) => (columns.test(header) ? [i + 1] : []))
      : columns.flatMap((name, i) => getField(planning, name, mapping.at('unpivot', 'columns', i)) ?? []);
  if (fields.length === 0 && columns instanceof RegExp && columns !== MATCHES_NOTHING) {
    planning.problems.error('mapping-unpivot-empty', mapping.at('unpivot', 'columns'), { value: columns.source, file: grid.file });
  }
  const name = getColumn(planning, into.name, mapping.at('unpivot', 'into', 'name'));
  const value = getColumn(planning, into.value, mapping.at('unpivot', 'into', 'value'));
  const field = fields[0] ?? 0;
  const header = grid.headers[field - 1] ?? '';
  return {
    fields,
    columns: [
      ...(name === undefined
        ? []
        : [{ column: name, header: formatColumn(planning.table, name, planning.lang), field, constant: '', from: 'unpivot_name' as const }]),
      ...(value === undefined ? [] : [{ column: value, header, field, constant: '', from: 'unpivot_value' as const }]),
    ],
  };
}

/** A status column, when tokens stand for missing figures and the file has none of its own. */
function planStatus({ table, mapping }: Planning, columns: readonly Column[]): readonly Column[] {
  const says = FIGURES[table] !== undefined && mapping.missing.size > 0;
  if (!says || columns.some(({ column }) => column === 'status')) return [];
  return [{ column: 'status', header: 'status', field: 0, constant: '', from: 'status' }];
}

/** Tells of a column that a mapping fills twice. */
function reportTwice(columns: readonly Column[], { mapping, problems }: Planning): void {
  const seen = new Set<string>();
  for (const { column } of columns) {
    if (seen.has(column)) problems.error('mapping-column-twice', mapping.at(), { column });
    seen.add(column);
  }
}

/** Whether an id is made of another column than its own. */
function isComposed(planning: Planning, column: string, of: readonly string[]): boolean {
  return of.length > 1 || findColumn(planning.table, of[0] as string) !== column;
}

/** The columns that `make_id` adds, and what each is made of. */
function planMade(planning: Planning, given: readonly Column[]): { readonly columns: readonly Column[]; readonly made: Plan['made'] } {
  const { mapping } = planning;
  const columns: Column[] = [];
  const made: [number, readonly number[]][] = [];
  mapping.makeId.forEach(({ column: key, of }, i) => {
    const isListed = of.length === 1 && of[0] === key;
    const place = isListed ? mapping.at('make_id', i) : mapping.keyAt('make_id', key);
    const column = getColumn(planning, key, place);
    if (column === undefined) return;
    if (!isComposed(planning, column, of)) {
      if (!given.some((other) => other.column === column)) reportEmpty(planning, column, place);
      return;
    }
    const parts = of.flatMap((name) => {
      const part = getColumn(planning, name, mapping.at('make_id', key));
      const index = given.findIndex((other) => other.column === part);
      if (part !== undefined && index < 0) reportEmpty(planning, part, mapping.at('make_id', key));
      return index < 0 ? [] : [index];
    });
    made.push([given.length + columns.length, parts]);
    columns.push({ column, header: column, field: given[parts[0] ?? -1]?.field ?? 0, constant: '', from: 'made' });
  });
  return { columns, made };
}

/** Tells of a column that another setting needs, and that nothing fills. */
function reportEmpty({ problems, grid }: Planning, column: string, place: Place): void {
  problems.error('mapping-column-empty', place, { column, file: grid.file });
}

function checkFilled(planning: Planning, columns: readonly Column[], name: string, place: Place): void {
  const column = getColumn(planning, name, place);
  if (column !== undefined && !columns.some((other) => other.column === column)) reportEmpty(planning, column, place);
}

function checkNames(planning: Planning, columns: readonly Column[]): void {
  const { mapping } = planning;
  for (const key of mapping.replace.keys()) checkFilled(planning, columns, key, mapping.keyAt('replace', key));
  for (const key of ['distinct', 'first', 'changes'] as const) {
    for (const name of mapping[key]) checkFilled(planning, columns, name, mapping.at(key));
  }
}

function planMapping(planning: Planning): Plan {
  const { mapping, grid, table } = planning;
  const unpivot = planUnpivot(planning);
  const constants = planConstants(planning);
  // What the mapping says stands above a header that happens to be a name of the same column.
  const said = new Set([...constants, ...unpivot.columns].map(({ column }) => column));
  const plain = planColumns(planning).filter(({ column }) => mapping.columns.length > 0 || !said.has(column));
  const given = [...constants, ...plain, ...unpivot.columns];
  const { columns: ids, made } = planMade(planning, given);
  const filled = [...given, ...ids];
  reportTwice(filled, planning);
  const columns = [...filled, ...planStatus(planning, filled)];
  const fieldTests: [number, CellTest][] = [];
  const columnTests: [number, CellTest][] = [];
  for (const [key, test] of mapping.where) {
    const field = findField(grid, key);
    const index = columns.findIndex(({ column }) => column === findColumn(table, key));
    if (field !== undefined) fieldTests.push([field, test]);
    else if (index >= 0) columnTests.push([index, test]);
    else getField(planning, key, mapping.keyAt('where', key));
  }
  checkNames(planning, columns);
  const fillDown = planFillDown(planning, columns, unpivot.fields);
  return { columns, fieldTests, columnTests, fillDown, unpivot: unpivot.fields, split: planSplit(planning, columns), made };
}

/** Tells of required columns that are nowhere. */
function reportMissing(missing: readonly string[], table: TableName, grid: Grid, mapping: Mapping | null, lang: string, problems: Problems): void {
  const isMapped = mapping !== null;
  const place = mapping?.at('file') ?? grid.headerAt(0);
  if (missing.length === 0) return;
  const column = missing.map((one) => formatColumn(table, one, lang));
  const params = { file: grid.file, column, n: column.length, headers: getNames(grid), mapped: isMapped ? 1 : 0 };
  if (!isTold(problems, 'csv-column-missing', place, params)) problems.error('csv-column-missing', place, params);
}

/** Several headers are wanted and none is there: the line that was read is no header. */
function hasNoHeader({ columns }: Plan, { columns: own, unpivot }: Mapping, faults: Problems): boolean {
  if (columns.some(({ from }) => from === 'field')) return false;
  const wanted = own.length + (Array.isArray(unpivot?.columns) ? unpivot.columns.length : unpivot ? 1 : 0);
  if (wanted === 0) return columns.length === 0;
  const lost = faults.list.filter(({ code }) => code === 'mapping-header-missing' || code === 'mapping-unpivot-empty').length;
  return lost > 1 && lost >= wanted;
}

/** Whether a setting of a mapping was told of already: once is enough for all files that are read by it. */
function isTold(problems: Problems, code: string, place: Place, params: ProblemParams): boolean {
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
function reportNear(table: TableName, grid: Grid, { where, unpivot }: Mapping, plan: Plan, problems: Problems): void {
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

/** A table with more columns than this has something else wrong with it. */
const MOST_HEADERS = 400;

/** What separates the cells of a header that was read as one: a full-width comma or the like, between words that are expected. */
function findWideDelimiter(table: TableName, { headers }: Grid, mapping: Mapping | null): string | undefined {
  const [line = '', ...others] = headers.filter((header) => header !== '');
  const wanted = new Set(mapping?.columns.flat() ?? []);
  const isKnown = (word: string): boolean => wanted.has(trimHeader(word)) || findColumn(table, trimHeader(word)) !== undefined;
  return others.length > 0 ? undefined : [...'，、；｜'].find((mark) => line.includes(mark) && line.split(mark).some(isKnown));
}

/** Tells of a line that should be the header and holds none of those that are wanted. */
function reportNoHeader(table: TableName, grid: Grid, mapping: Mapping | null, lang: string, problems: Problems): void {
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

/** The columns of a table in a grid, or null when they cannot be had; then `problems` says why. */
export function findPlan(opening: Opening): Plan | null {
  const { table, grid, mapping, lang, dimensions, problems } = opening;
  const faults = new Problems();
  const plan = mapping
    ? planMapping({ table, grid, mapping, lang, problems: faults })
    : { columns: planConvention(table, grid), fieldTests: [], columnTests: [], fillDown: [], unpivot: [], split: [], made: [] };
  if (mapping && grid.headers.length > 0 && hasNoHeader(plan, mapping, faults)) {
    reportNoHeader(table, grid, mapping, lang, problems);
    return null;
  }
  for (const { code, place, params } of faults.list) if (!isTold(problems, code, place, params)) problems.error(code, place, params);
  if (faults.failed) return null;
  if (grid.headers.length === 0) return plan;
  if (!mapping && plan.columns.length === 0) {
    reportNoHeader(table, grid, null, lang, problems);
    return null;
  }
  if (reportTwoRows(opening, plan.columns)) return null;
  if (!mapping && reportWide(table, grid, plan.columns, dimensions, problems)) return null;
  if (mapping && mapping.columns.length === 0) reportNear(table, grid, mapping, plan, problems);
  const missing = TABLES[table].required.filter((column) => !plan.columns.some((other) => other.column === column));
  // A table without its figures is the model's to tell.
  const lacking = [...missing, ...[FIGURES[table] ?? []].flat().filter((figure) => !plan.columns.some(({ column }) => column === figure))];
  const untold = mapping ? missing : reportHeaders(table, grid, plan.columns, lacking, lang, problems).filter((column) => missing.includes(column));
  reportMissing(untold, table, grid, mapping, lang, problems);
  // Half a period is none, and what stands in its rows says nothing.
  const isHalved = !mapping && new Set(grid.headers.filter((header) => findColumn(table, header) === 'period')).size > 1;
  return missing.length > 0 || isHalved ? null : plan;
}
