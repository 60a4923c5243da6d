/** A grid's rows as rows of a table, with the mapping's words applied. */
import { type Place, Problems } from '../problems.ts';
import { cutId, isBlankToken, makeWholeId, trimCell } from './cell.ts';
import { fillDown } from './fillDown.ts';
import { type Grid, getNames } from './grid.ts';
import type { Opening } from './headerFaults.ts';
import { findColumn } from './headers.ts';
import type { CellTest, Mapping, Replacement } from './mapping.ts';
import { type Column, FIGURES, type Plan } from './plan.ts';
import type { RowPlace, RowSource } from './rows.ts';
import { eachCombination, splitCell } from './split.ts';
import { findPlan } from './tablePlan.ts';
import { describeTwoRows } from './twoRows.ts';

function isPassing(test: CellTest, cell: string): boolean {
  if (test.is && !test.is.has(cell)) return false;
  if (test.not?.has(cell)) return false;
  return test.matches === null || test.matches.test(cell);
}

/** What came of the conditions of a mapping's entry in all of its files; counted while they are visited. */
export interface Tally {
  /** How many files the entry has. */
  readonly of: number;
  /** Those that were visited. */
  readonly files: string[];
  rows: number;
  passing: number;
  /** Cells that conditions left out, the first of them; and those that may well be meant. */
  readonly looked: Set<string>;
  readonly near: { readonly value: string; readonly near: string; readonly file: string }[];
  /** Ids that were cut, and the first whole one of each; shared by all entries. */
  readonly cut: Map<string, string>;
}

/** The other whole id that was cut to the same: a name with something added behind it is the same name. */
function findClash(written: string, id: string, cut: Map<string, string>): string | null {
  if (written === id) return null;
  const whole = written.toLowerCase();
  const first = cut.get(id) ?? whole;
  cut.set(id, first);
  return whole.startsWith(first) || first.startsWith(whole) ? null : first;
}

/** A tally for an entry of `of` files; `cut` is shared by all entries. */
export function createTally(of: number, cut: Map<string, string> = new Map()): Tally {
  return { of, files: [], rows: 0, passing: 0, looked: new Set(), near: [], cut };
}

type Visit = (cells: readonly string[], row: RowPlace) => void;

/** Tells once of each column that has cells and no header. */
function createBlankCheck(grid: Grid, problems: Problems): (cells: readonly string[], mark: number) => void {
  let blanks = grid.headers.flatMap((header, i) => (header === '' ? [i] : []));
  return (cells, mark) => {
    if (blanks.length === 0) return;
    const filled = blanks.filter((i) => trimCell(cells[i] ?? '') !== '');
    for (const i of filled)
      problems.error('csv-header-blank', grid.at(mark, i + 1, cells), { value: trimCell(cells[i] as string), ...describeTwoRows(grid) });
    blanks = blanks.filter((i) => !filled.includes(i));
  };
}

/** Rows of a file written for its table: the fields in the table's order, trimmed. */
function eachPlain(grid: Grid, columns: readonly Column[], visit: Visit, problems: Problems): void {
  const fields = columns.map(({ field }) => field);
  const out: string[] = fields.map(() => '');
  const check = createBlankCheck(grid, problems);
  grid.each((cells, mark, isTold = false) => {
    for (let i = 0; i < fields.length; i++) out[i] = trimCell(cells[(fields[i] as number) - 1] ?? '');
    check(cells, mark);
    visit(out, { line: grid.lineOf(mark), isTold, at: (column) => grid.at(mark, fields[column] ?? 0, cells) });
  }, problems);
}

/** More different cells than this in a column are prose: not worth keeping. */
const MOST_KEPT = 10_000;

/** What a cell becomes; undefined when nothing replaces it. */
function replace(cell: string, { words, rules }: Replacement): string | undefined {
  const rule = rules.find(({ test }) => isPassing(test, cell));
  if (!rule) return words.get(cell);
  const match = rule.test.matches?.exec(cell);
  return match ? rule.to.replace(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? '') : rule.to;
}

/** Columns whose own text becomes an id. */
function getOwnIds({ makeId, table }: Mapping): readonly string[] {
  const own = makeId.filter(({ column, of }) => of.length === 1 && findColumn(table, of[0] as string) === findColumn(table, column));
  return own.map(({ column }) => column);
}

/** How the cells of a column are to be read under a mapping, a constant as it stands; results are kept, since cells repeat. `toId`: null where no id is to be made. */
function createReader({ column, from }: Column, mapping: Mapping, toId: ((text: string) => string) | null): (cell: string) => string {
  if (from === 'constant') return (cell) => cell;
  const isColumn = (key: string): boolean => findColumn(mapping.table, key) === column;
  const replacement = [...mapping.replace].find(([key]) => isColumn(key))?.[1];
  const isId = toId !== null && getOwnIds(mapping).some(isColumn);
  if (!replacement && !isId) return mapping.missing.size === 0 ? (cell) => cell : (cell) => (mapping.missing.has(cell) ? '' : cell);
  const kept = new Map<string, string>();
  return (cell) => {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    const replaced = (replacement && replace(cell, replacement)) ?? (mapping.missing.has(cell) ? '' : cell);
    const value = isId ? toId(replaced) : replaced;
    if (kept.size < MOST_KEPT) kept.set(cell, value);
    return value;
  };
}

/** How the text of a column is got out of a row, before the mapping's words are applied. `unpivoted` is the field that the row is made of, or 0. */
type TakeRaw = (cells: readonly string[], unpivoted: number) => string;

function createTaker({ from, field, constant }: Column, grid: Grid): TakeRaw {
  switch (from) {
    case 'constant':
    case 'file':
      return () => constant;
    case 'status':
    case 'made':
      return () => '';
    case 'unpivot_name':
      return (_, unpivoted) => grid.headers[unpivoted - 1] as string;
    case 'unpivot_value':
      return (cells, unpivoted) => trimCell(cells[unpivoted - 1] ?? '');
    case 'field':
      return (cells) => trimCell(cells[field - 1] ?? '');
  }
}

/** What a figure is where a token stands for it and no status is said. */
const DEFAULT_STATUS = 'not_submitted';

/** Tokens in a list have no status of their own to point at. */
function placeOfToken({ missing, at }: Mapping, token: string): Place {
  return missing.get(token) ? at('missing', token) : at('missing');
}

/** What the rows of one mapped grid have in common. */
interface Mapped {
  readonly grid: Grid;
  readonly columns: readonly Column[];
  readonly mapping: Mapping;
  /** Index of the column `status`; −1 = none. */
  readonly status: number;
  /** Whether a line may be several rows. */
  readonly isSplit: boolean;
}

/** A row's place. Millions are made: with its methods in a class, one costs no more than its fields. */
class MappedPlace implements RowPlace {
  readonly line: number;
  readonly isTold: boolean;
  readonly #of: Mapped;
  readonly #cells: readonly string[];
  readonly #mark: number;
  /** The field that the row is made of, or 0. */
  readonly #unpivoted: number;
  /** The token that stands for its figure, where its status is the row's. */
  readonly #token: string | null;

  constructor(of: Mapped, cells: readonly string[], mark: number, unpivoted: number, token: string | null, isTold: boolean) {
    this.line = of.grid.lineOf(mark);
    this.isTold = isTold;
    this.#of = of;
    this.#cells = cells;
    this.#mark = mark;
    this.#unpivoted = unpivoted;
    this.#token = token;
  }

  get mark(): number | undefined {
    return this.#unpivoted > 0 || this.#of.isSplit ? this.#mark : undefined;
  }

  at(column: number): Place {
    const { status, mapping } = this.#of;
    return column === status && this.#token !== null ? placeOfToken(mapping, this.#token) : this.written(column);
  }

  /** Where the text of a column stands, whatever it was replaced by. */
  written(index: number): Place {
    const { grid, columns, mapping } = this.#of;
    const column = columns[index];
    if (column?.from === 'constant') return mapping.at('constants', column.header);
    if (column?.from === 'unpivot_name') return grid.headerAt(this.#unpivoted);
    return grid.at(this.#mark, column?.from === 'unpivot_value' ? this.#unpivoted : (column?.field ?? 0), this.#cells);
  }

  filledFrom(index: number): Place | null {
    const { grid, columns } = this.#of;
    const column = columns[index];
    const field = column?.from === 'unpivot_value' ? this.#unpivoted : (column?.field ?? 0);
    return grid.filledFrom?.(field, this.#cells) ?? null;
  }

  header(column: number): string | undefined {
    const { grid, columns } = this.#of;
    return columns[column]?.from === 'unpivot_value' ? grid.headers[this.#unpivoted - 1] : undefined;
  }
}

function eachMapped(grid: Grid, plan: Plan, mapping: Mapping, visit: Visit, tally: Tally, problems: Problems): void {
  const { columns, fieldTests, columnTests, made } = plan;
  let clash: { readonly id: string; readonly other: string } | null = null;
  const toId = (text: string): string => {
    const whole = makeWholeId(text);
    const id = cutId(whole);
    const other = findClash(whole, id, tally.cut);
    if (other !== null) clash = { id, other };
    return id;
  };
  const takers = columns.map((column) => createTaker(column, grid));
  const readers = columns.map((column) => createReader(column, mapping, toId));
  const splits = plan.split.map((i) => ({ i, readWhole: createReader(columns[i] as Column, mapping, null) }));
  const figureAt = columns.findIndex(({ column }) => column === FIGURES[mapping.table]);
  const takeFigure = takers[figureAt];
  const status = columns.findIndex(({ column }) => column === 'status');
  const isGiven = columns[status]?.from !== 'constant';
  const of: Mapped = { grid, columns, mapping, status, isSplit: splits.length > 0 };
  /** The token that stands for a row's figure, where its status is the row's. */
  const findToken = (cells: readonly string[], unpivoted: number): string | null => {
    if (status < 0 || !takeFigure || out[figureAt] !== '' || (isGiven && !isBlankToken(out[status] as string))) return null;
    const raw = takeFigure(cells, unpivoted);
    return mapping.missing.has(raw) ? raw : null;
  };
  const warnIfNear = createNearTest(tally, grid.file);
  const out: string[] = columns.map(() => '');
  /** What the cells of the columns to split hold: each is read whole, and then part by part. */
  const takeParts = (cells: readonly string[], unpivoted: number): readonly (readonly [number, readonly string[]])[] =>
    splits.map(({ i, readWhole }) => {
      const whole = readWhole((takers[i] as TakeRaw)(cells, unpivoted));
      const parts = splitCell(whole);
      if (parts.length === 1 && parts[0] === whole) return [i, [out[i] as string]];
      const filled = parts.map(readers[i] as (cell: string) => string).filter((part) => part !== '');
      return [i, filled.length > 0 ? filled : ['']];
    });
  const emit = (cells: readonly string[], mark: number, unpivoted: number, isTold: boolean): void => {
    for (let i = 0; i < columns.length; i++) out[i] = (readers[i] as (cell: string) => string)((takers[i] as TakeRaw)(cells, unpivoted));
    const token = findToken(cells, unpivoted);
    if (token !== null) out[status] = mapping.missing.get(token) || DEFAULT_STATUS;
    if (splits.length === 0) pass(cells, mark, unpivoted, isTold, token);
    else eachCombination(out, takeParts(cells, unpivoted), () => pass(cells, mark, unpivoted, isTold, token));
  };
  const pass = (cells: readonly string[], mark: number, unpivoted: number, isTold: boolean, token: string | null): void => {
    for (const [i, parts] of made) out[i] = toId(parts.map((part) => out[part]).join('-'));
    const place = new MappedPlace(of, cells, mark, unpivoted, token, isTold);
    if (clash) problems.error('mapping-id-cut', place.written(out.indexOf(clash.id)), clash);
    clash = null;
    const failed = columnTests.length === 0 ? undefined : columnTests.find(([i, test]) => !isPassing(test, out[i] as string));
    if (failed) {
      warnIfNear(failed[1], out[failed[0]] as string);
      return;
    }
    tally.passing++;
    visit(out, place);
  };
  grid.each((cells, mark, isTold = false) => {
    tally.rows++;
    const failed = fieldTests.length === 0 ? undefined : fieldTests.find(([field, test]) => !isPassing(test, trimCell(cells[field - 1] ?? '')));
    if (failed) {
      warnIfNear(failed[1], trimCell(cells[failed[0] - 1] ?? ''));
      return;
    }
    if (!mapping.unpivot) emit(cells, mark, 0, isTold);
    for (const field of plan.unpivot) emit(cells, mark, field, isTold);
  }, problems);
  tally.files.push(grid.file);
  if (tally.files.length === tally.of) reportConditions(mapping, tally, problems);
}

/** More words than these are not looked at. */
const MOST_LOOKED_AT = 1000;

/** What spreadsheets change in a word without being asked. */
function foldLoosely(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** Keeps words of rows that a condition leaves out though they differ from what it asks for in width, case or spaces alone. */
function createNearTest({ looked, near }: Tally, file: string): (test: CellTest, cell: string) => void {
  const asked = new Map<CellTest, ReadonlyMap<string, string>>();
  return (test, cell) => {
    if (!test.is || test.is.has(cell) || test.not?.has(cell) || looked.has(cell) || looked.size > MOST_LOOKED_AT) return;
    looked.add(cell);
    const words = asked.get(test) ?? new Map([...test.is].map((word) => [foldLoosely(word), word]));
    asked.set(test, words);
    const word = cell === '' ? undefined : words.get(foldLoosely(cell));
    if (word !== undefined) near.push({ value: cell, near: word, file });
  };
}

/** Warns of conditions that no row of any of an entry's files fulfils, or that leave out what may well be meant. */
function reportConditions({ where, keyAt }: Mapping, { rows, passing, files, near }: Tally, problems: Problems): void {
  if (passing > 0) for (const params of near) problems.warning('mapping-where-near', keyAt('where'), params);
  if (where.size > 0 && rows > 0 && passing === 0) problems.warning('mapping-where-none', keyAt('where'), { files, rows });
}

/** The rows of a grid for a table; null when a required column is nowhere to be found. Faults of the rows are told on the first visit only. */
export function openSource(opening: Opening, tally: Tally = createTally(1)): RowSource | null {
  const { table, mapping, problems } = opening;
  const plan = findPlan(opening);
  if (!plan) return null;
  const grid = plan.fillDown.length > 0 ? fillDown(opening.grid, plan.fillDown) : opening.grid;
  const { columns } = plan;
  let isVisited = false;
  return {
    table,
    file: grid.file,
    columns: columns.map(({ column }) => column),
    fields: columns.map(({ field }) => field),
    headers: columns.map(({ header }) => header),
    makeId: mapping ? getOwnIds(mapping) : [],
    head: { place: mapping?.at('file') ?? grid.headerAt(0), headers: getNames(grid) },
    isMapped: mapping !== null,
    dateOrder: mapping?.dates ?? null,
    decimal: mapping?.decimal ?? (grid.delimiter === ';' ? null : '.'),
    faults: mapping?.faults ?? 'stop',
    fillDown: plan.fillDown,
    async each(visit) {
      const into = isVisited ? new Problems() : problems;
      const counted = isVisited ? createTally(1) : tally;
      isVisited = true;
      if (mapping) eachMapped(grid, plan, mapping, visit, counted, into);
      else eachPlain(grid, columns, visit, into);
    },
  };
}
