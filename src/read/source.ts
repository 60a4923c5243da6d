/** A sheet's rows as rows of a table: headers found, mapping applied. */
import { type Place, Problems } from '../problems.ts';
import { makeId, trimCell, trimHeader } from './cell.ts';
import { findColumn, formatColumn, getHeaders, TABLES, type TableName } from './headers.ts';
import type { CellTest, Mapping } from './mapping.ts';
import { findNearest } from './nearest.ts';
import type { RowPlace, RowSource } from './rows.ts';
import type { Sheet } from './sheet.ts';

/** Where a column's cells come from. A constant has field 0 and its text; of an unpivoted pair the fields change from row to row. */
interface Column {
  readonly column: string;
  readonly header: string;
  /** 1-based; 0 for a constant. */
  readonly field: number;
  readonly constant: string;
  readonly from: 'field' | 'constant' | 'status' | 'unpivot_name' | 'unpivot_value';
}

interface Plan {
  readonly columns: readonly Column[];
  /** Tests on fields of the file and on columns of the table, by index. */
  readonly fieldTests: readonly (readonly [number, CellTest])[];
  readonly columnTests: readonly (readonly [number, CellTest])[];
  /** Fields to turn into rows. */
  readonly unpivot: readonly number[];
}

/** Columns whose missing tokens say a status: the figure of a row. */
const FIGURES: Readonly<Partial<Record<TableName, string>>> = { observations: 'value', scores: 'score' };

function fromField(column: string, header: string, field: number): Column {
  return { column, header, field, constant: '', from: 'field' };
}

/** The table's columns that have a header of their own; the first of two that mean the same. */
function planConvention(table: TableName, sheet: Sheet): readonly Column[] {
  const columns = new Map<string, Column>();
  sheet.headers.forEach((header, i) => {
    const column = findColumn(table, header);
    if (column !== undefined && !columns.has(column)) columns.set(column, fromField(column, header, i + 1));
  });
  return [...columns.values()];
}

/** Tells of headers that mean no column, or one that is there already. Gives the columns that were probably meant. */
function reportHeaders(table: TableName, sheet: Sheet, columns: readonly Column[], problems: Problems): ReadonlySet<string> {
  const meant = new Set<string>();
  sheet.headers.forEach((header, i) => {
    if (header === '') return;
    const place = sheet.headerAt(i + 1);
    const column = findColumn(table, header);
    const first = columns.find((other) => other.column === column);
    if (column === undefined) {
      const near = findNearest(header, getHeaders(table)) as string;
      meant.add(findColumn(table, near) as string);
      problems.error('csv-column-unknown', place, { header, table, near });
    } else if (first && first.field !== i + 1) problems.error('csv-header-duplicate', place, { header, first: first.field });
  });
  return meant;
}

/** The field (1-based) that a mapping calls `name`: a header, its first line, or `header#2` for the second of that name. */
function findField(sheet: Sheet, name: string): number | undefined {
  const wanted = trimHeader(name);
  const nth = (header: string, n: number): number | undefined => {
    for (const list of [sheet.headers, sheet.titles]) {
      const fields = list.flatMap((other, i) => (other === header && header !== '' ? [i + 1] : []));
      if (fields.length > 0) return fields[n - 1];
    }
    return undefined;
  };
  const [, base = '', ordinal = ''] = /^(.*)#([1-9]\d?)$/.exec(wanted) ?? [];
  return nth(wanted, 1) ?? (ordinal ? nth(base, Number(ordinal)) : undefined);
}

/** What a header is called in a list that tells two of one name apart. */
function getNames(sheet: Sheet): readonly string[] {
  const seen = new Map<string, number>();
  return sheet.headers
    .filter((header) => header !== '')
    .map((header) => {
      const n = (seen.get(header) ?? 0) + 1;
      seen.set(header, n);
      return n === 1 ? header : `${header}#${n}`;
    });
}

interface Planning {
  readonly table: TableName;
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  readonly problems: Problems;
}

function getField({ sheet, problems }: Planning, name: string, place: Place): number | undefined {
  const field = findField(sheet, name);
  if (field !== undefined) return field;
  problems.error('mapping-header-missing', place, { header: name, file: sheet.file, near: findNearest(name, getNames(sheet)) ?? '' });
  return undefined;
}

function getColumn({ table, problems }: Planning, name: string, place: Place): string | undefined {
  const column = findColumn(table, name);
  if (column === undefined)
    problems.error('mapping-column-unknown', place, { column: name, table, near: findNearest(name, TABLES[table].columns) as string });
  return column;
}

/** Columns may be written `unit: LocalAuthority` or `LocalAuthority: unit`. */
function planColumns(planning: Planning): readonly Column[] {
  const { table, sheet, mapping } = planning;
  if (mapping.columns.length === 0) return planConvention(table, sheet);
  return mapping.columns.flatMap(([key, value]) => {
    const isReversed = findColumn(table, key) === undefined && findColumn(table, value) !== undefined;
    const column = isReversed ? findColumn(table, value) : getColumn(planning, key, mapping.keyAt('columns', key));
    const header = isReversed ? key : value;
    const place = isReversed ? mapping.keyAt('columns', key) : mapping.at('columns', key);
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

function planUnpivot(planning: Planning): { readonly fields: readonly number[]; readonly columns: readonly Column[] } {
  const { mapping, sheet } = planning;
  if (!mapping.unpivot) return { fields: [], columns: [] };
  const { columns, into } = mapping.unpivot;
  const fields =
    columns instanceof RegExp
      ? sheet.headers.flatMap((header, i) => (columns.test(header) ? [i + 1] : []))
      : columns.flatMap((name, i) => getField(planning, name, mapping.at('unpivot', 'columns', i)) ?? []);
  if (fields.length === 0 && columns instanceof RegExp) {
    planning.problems.error('mapping-unpivot-empty', mapping.at('unpivot', 'columns'), { value: columns.source, file: sheet.file });
  }
  const name = getColumn(planning, into.name, mapping.at('unpivot', 'into', 'name'));
  const value = getColumn(planning, into.value, mapping.at('unpivot', 'into', 'value'));
  const field = fields[0] ?? 0;
  const header = sheet.headers[field - 1] ?? '';
  return {
    fields,
    columns: [
      ...(name === undefined ? [] : [{ column: name, header, field, constant: '', from: 'unpivot_name' as const }]),
      ...(value === undefined ? [] : [{ column: value, header, field, constant: '', from: 'unpivot_value' as const }]),
    ],
  };
}

/** A status column, when tokens stand for one and the file has none of its own. */
function planStatus({ table, mapping }: Planning, columns: readonly Column[]): readonly Column[] {
  const says = FIGURES[table] !== undefined && [...mapping.missing.values()].some((status) => status !== '');
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

function planMapping(planning: Planning): Plan {
  const { mapping, sheet, table } = planning;
  const unpivot = planUnpivot(planning);
  const given = [...planConstants(planning), ...planColumns(planning), ...unpivot.columns];
  reportTwice(given, planning);
  const columns = [...given, ...planStatus(planning, given)];
  const fieldTests: [number, CellTest][] = [];
  const columnTests: [number, CellTest][] = [];
  for (const [key, test] of mapping.where) {
    const field = findField(sheet, key);
    const index = columns.findIndex(({ column }) => column === findColumn(table, key));
    if (field !== undefined) fieldTests.push([field, test]);
    else if (index >= 0) columnTests.push([index, test]);
    else getField(planning, key, mapping.keyAt('where', key));
  }
  for (const key of mapping.replace.keys()) getColumn(planning, key, mapping.keyAt('replace', key));
  mapping.makeId.forEach((key, i) => {
    getColumn(planning, key, mapping.at('make_id', i));
  });
  return { columns, fieldTests, columnTests, unpivot: unpivot.fields };
}

/** Tells of required columns that are nowhere; of one that `meant` holds, a misspelt header has told already. */
function reportMissing(
  missing: readonly string[],
  meant: ReadonlySet<string>,
  table: TableName,
  sheet: Sheet,
  place: Place,
  lang: string,
  problems: Problems,
): void {
  for (const column of missing) {
    if (meant.has(column)) continue;
    problems.error('csv-column-missing', place, { file: sheet.file, column: formatColumn(table, column, lang), headers: getNames(sheet) });
  }
}

function isPassing(test: CellTest, cell: string): boolean {
  if (test.is && !test.is.has(cell)) return false;
  if (test.not?.has(cell)) return false;
  return test.matches === null || test.matches.test(cell);
}

type Visit = (cells: readonly string[], row: RowPlace) => void;

/** Tells once of each column that has cells and no header. */
function createBlankCheck(sheet: Sheet, problems: Problems): (cells: readonly string[], mark: number) => void {
  let blanks = sheet.headers.flatMap((header, i) => (header === '' ? [i] : []));
  return (cells, mark) => {
    if (blanks.length === 0) return;
    const filled = blanks.filter((i) => trimCell(cells[i] ?? '') !== '');
    for (const i of filled) problems.error('csv-header-blank', sheet.at(mark, i + 1, cells), { value: trimCell(cells[i] as string) });
    blanks = blanks.filter((i) => !filled.includes(i));
  };
}

/** Rows of a file written for its table: the fields in the table's order, trimmed. */
function eachPlain(sheet: Sheet, columns: readonly Column[], visit: Visit, problems: Problems): void {
  const fields = columns.map(({ field }) => field);
  const out: string[] = fields.map(() => '');
  const check = createBlankCheck(sheet, problems);
  sheet.each((cells, mark) => {
    for (let i = 0; i < fields.length; i++) out[i] = trimCell(cells[(fields[i] as number) - 1] ?? '');
    check(cells, mark);
    visit(out, { line: sheet.lineOf(mark), at: (column) => sheet.at(mark, fields[column] ?? 0, cells) });
  }, problems);
}

/** More different cells than this in a column are prose: not worth keeping. */
const MOST_KEPT = 10_000;

/** How the cells of a column are to be read under a mapping; results are kept, since cells repeat. */
function createReader({ column }: Column, mapping: Mapping): (cell: string) => string {
  const isColumn = (key: string): boolean => findColumn(mapping.table, key) === column;
  const words = [...mapping.replace].find(([key]) => isColumn(key))?.[1];
  const isId = mapping.makeId.some(isColumn);
  if (!words && !isId) return (cell) => (mapping.missing.has(cell) ? '' : cell);
  const kept = new Map<string, string>();
  return (cell) => {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    const replaced = words?.get(cell) ?? (mapping.missing.has(cell) ? '' : cell);
    const value = isId ? makeId(replaced) : replaced;
    if (kept.size < MOST_KEPT) kept.set(cell, value);
    return value;
  };
}

/** The text of a column in a row, before the mapping's words are applied. `unpivoted` is the field that this row is made of, or 0. */
function getRaw({ from, field, constant }: Column, sheet: Sheet, cells: readonly string[], unpivoted: number): string {
  switch (from) {
    case 'constant':
      return constant;
    case 'status':
      return '';
    case 'unpivot_name':
      return sheet.headers[unpivoted - 1] as string;
    case 'unpivot_value':
      return trimCell(cells[unpivoted - 1] ?? '');
    case 'field':
      return trimCell(cells[field - 1] ?? '');
  }
}

function eachMapped(sheet: Sheet, plan: Plan, mapping: Mapping, visit: Visit, problems: Problems): void {
  const { columns, fieldTests, columnTests } = plan;
  const readers = columns.map((column) => (column.from === 'constant' ? (cell: string) => cell : createReader(column, mapping)));
  const status = columns.findIndex(({ from }) => from === 'status');
  const figure = columns.find(({ column }) => column === FIGURES[mapping.table]);
  const out: string[] = columns.map(() => '');
  const emit = (cells: readonly string[], mark: number, unpivoted: number): void => {
    for (let i = 0; i < columns.length; i++) {
      out[i] = (readers[i] as (cell: string) => string)(getRaw(columns[i] as Column, sheet, cells, unpivoted));
    }
    if (status >= 0 && figure) out[status] = mapping.missing.get(getRaw(figure, sheet, cells, unpivoted)) ?? '';
    if (!columnTests.every(([i, test]) => isPassing(test, out[i] as string))) return;
    visit(out, { line: sheet.lineOf(mark), at: (i) => getPlace(columns[i], cells, mark, unpivoted) });
  };
  const getPlace = (column: Column | undefined, cells: readonly string[], mark: number, unpivoted: number): Place => {
    if (column?.from === 'constant') return mapping.at('constants', column.header);
    const isUnpivoted = column?.from === 'unpivot_name' || column?.from === 'unpivot_value';
    return sheet.at(mark, isUnpivoted ? unpivoted : (column?.field ?? 0), cells);
  };
  sheet.each((cells, mark) => {
    if (!fieldTests.every(([field, test]) => isPassing(test, trimCell(cells[field - 1] ?? '')))) return;
    if (!mapping.unpivot) emit(cells, mark, 0);
    for (const field of plan.unpivot) emit(cells, mark, field);
  }, problems);
}

/** The columns of a table in a sheet, or null when they cannot be had; then `problems` says why. */
function findPlan(table: TableName, sheet: Sheet, mapping: Mapping | null, lang: string, problems: Problems): Plan | null {
  const faults = new Problems();
  const plan = mapping
    ? planMapping({ table, sheet, mapping, problems: faults })
    : { columns: planConvention(table, sheet), fieldTests: [], columnTests: [], unpivot: [] };
  for (const { code, place, params } of faults.list) problems.error(code, place, params);
  if (faults.failed) return null;
  if (sheet.headers.length === 0) return plan;
  const meant = mapping ? new Set<string>() : reportHeaders(table, sheet, plan.columns, problems);
  const missing = TABLES[table].required.filter((column) => !plan.columns.some((other) => other.column === column));
  reportMissing(missing, meant, table, sheet, mapping ? mapping.at('file') : sheet.headerAt(0), lang, problems);
  return missing.length > 0 ? null : plan;
}

/** The rows of a sheet for a table; null when a required column is nowhere to be found. Faults of the rows are told on the first visit only. */
export function openSource(table: TableName, sheet: Sheet, mapping: Mapping | null, lang: string, problems: Problems): RowSource | null {
  const plan = findPlan(table, sheet, mapping, lang, problems);
  if (!plan) return null;
  const { columns } = plan;
  let isVisited = false;
  return {
    table,
    file: sheet.file,
    columns: columns.map(({ column }) => column),
    fields: columns.map(({ field }) => field),
    headers: columns.map(({ header }) => header),
    declaredMissing: mapping && mapping.missing.size > 0 ? mapping.missing : null,
    makeId: mapping ? mapping.makeId : [],
    async each(visit) {
      const into = isVisited ? new Problems() : problems;
      isVisited = true;
      if (mapping) eachMapped(sheet, plan, mapping, visit, into);
      else eachPlain(sheet, columns, visit, into);
    },
  };
}
