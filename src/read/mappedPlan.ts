/** Which of a grid's fields are which columns of a table, as a mapping says. */
import type { Place, Problems } from '../problems.ts';
import { trimHeader } from './cell.ts';
import { type Grid, getNames } from './grid.ts';
import { findColumn, formatColumn, getHeaders, TABLES, type TableName } from './headers.ts';
import { type CellTest, MATCHES_NOTHING, type Mapping } from './mapping.ts';
import { findNearest, suggest } from './nearest.ts';
import { type Column, FIGURES, fromField, NUMBERS, type Plan, planConvention } from './plan.ts';
import { describeTwoRows } from './twoRows.ts';

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

/** The columns of a table as a mapping says; what it says wrongly is told. */
export function planMapping(planning: Planning): Plan {
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
