/**
 * `scores` and `observations` into dense arrays. Millions of rows pass through here: no object a row, every text looked up once.
 */
import type { Place } from '../problems.ts';
import { formatColumn } from '../read/headers.ts';
import type { RowSource } from '../read/rows.ts';
import { rowStart } from './figures.ts';
import { findKnown } from './names.ts';
import { scaleValue } from './number.ts';
import { createPercentCheck, type PercentCheck } from './percents.ts';
import { type Cadence, comparePeriods, endsWith, fitsCadence, getNotations, type Period } from './period.ts';
import { type EarlierFigure, FIGURE_STATUSES, type FigureNote, type FigureStatus, type Figures, type Unit } from './portal.ts';
import { hasFaultyHeader, type RowContext } from './rowContext.ts';
import { eachRow } from './rows.ts';
import { type Text, textsOf } from './text.ts';
import { isTotal, isTotalField, TOTAL } from './total.ts';
import { findAbsence, isSameYear } from './unitLife.ts';
import {
  checkSplitYear,
  findPeriod,
  type ProgrammeDraft,
  reportRepeat,
  resolve,
  resolvePeriod,
  resolveProgramme,
  resolveUnit,
  type World,
} from './world.ts';

type FigureTable = 'scores' | 'observations';

/** The figures of one period: cell of measure m, unit u at m × units + u. `line` and `file` say where the figure stands. */
interface Sheet {
  readonly period: Period;
  readonly value: Float64Array;
  readonly status: Uint8Array;
  readonly line: Int32Array;
  /** Index into the folder's tables. */
  readonly file: Uint16Array;
  /** The period has not begun on the day on which the folder is read, nor by the as-of date, and nothing was said of that yet. */
  isAhead: boolean;
  /** It was told of a figure that it was published before the period began. */
  isEarly: boolean;
  /** By measure, whether the period is of the cadence: 0 = not checked, 1 = yes, −1 = no. */
  readonly fits: Int8Array;
  readonly notes: Map<number, FigureNote>;
}

export interface Collector {
  readonly table: FigureTable;
  readonly draft: ProgrammeDraft;
  readonly measures: readonly string[];
  readonly measureAt: ReadonlyMap<string, number>;
  /** What the figures of each measure are multiplied by; null = nothing. */
  readonly scales: readonly (number | null)[];
  /** By text of the cell; −1 = resolves to nothing. */
  readonly measureOf: Map<string, number>;
  readonly sheetOf: Map<string, Sheet | null>;
  readonly sheets: Map<string, Sheet>;
  readonly units: number;
  /** Of observations: looks at how their values are written. */
  readonly percents: PercentCheck | null;
  /** Some of its rows could not be read, or are at fault: there may be figures that are in none of the others. */
  unsure: boolean;
}

/** A row's figure, whichever table it is from. */
interface Figure {
  readonly value: number | null;
  readonly status: FigureStatus | null;
  readonly revision: number | null;
  readonly publishedOn: string | null;
  readonly target: number | null;
  readonly planned: number | null;
  readonly denominator: number | null;
  readonly rankRecorded: number | null;
  readonly receivedOn: string | null;
  readonly source: Text | null;
  readonly note: Text | null;
}

type Draft = { -readonly [K in keyof Figure]: Figure[K] };

const CODE = new Map<FigureStatus, number>(FIGURE_STATUSES.map((status, i) => [status, i]));

function createCollector(draft: ProgrammeDraft, table: FigureTable, units: number): Collector {
  const ids = table === 'scores' ? [...draft.dimensions.ids.values()] : draft.indicators.map(({ id }) => id);
  const measures = table === 'scores' ? [...ids, TOTAL] : ids;
  return {
    table,
    draft,
    measures,
    measureAt: new Map(measures.map((id, i) => [id, i])),
    scales: measures.map((_, i) => (table === 'scores' ? null : (draft.indicators[i]?.scale ?? null))),
    measureOf: new Map(),
    sheetOf: new Map(),
    sheets: new Map(),
    units,
    percents: table === 'observations' ? createPercentCheck(draft.indicators) : null,
    unsure: false,
  };
}

function findMeasure(collector: Collector, text: string | null, row: RowContext): number {
  const key = text ?? '';
  const known = collector.measureOf.get(key);
  if (known !== undefined && known >= 0) return known;
  let id: string | null = null;
  if (collector.table === 'observations') id = resolve(collector.draft.indicatorNames, 'indicator', text, row, 'indicator');
  else if (key === '' || isTotal(key)) id = TOTAL;
  else id = resolve(collector.draft.dimensions, 'dimension', text, row, 'dimension');
  const index = id === null ? -1 : (collector.measureAt.get(id) ?? -1);
  collector.measureOf.set(key, index);
  return index;
}

function findSheet(collector: Collector, text: string, row: RowContext, lastDay: string): Sheet | null {
  const known = collector.sheetOf.get(text);
  if (known) return known;
  const period = findPeriod(collector.draft, text) ?? resolvePeriod(collector.draft, text, row);
  if (!period) return null;
  let sheet = collector.sheets.get(period.id);
  if (!sheet) {
    const isFar = row.warnIfFar('period', period.end);
    checkSplitYear(collector.draft, period, row, 'period');
    const cells = collector.measures.length * collector.units;
    sheet = {
      period,
      value: new Float64Array(cells).fill(Number.NaN),
      status: new Uint8Array(cells),
      line: new Int32Array(cells),
      file: new Uint16Array(cells),
      isAhead: !isFar && period.start > lastDay,
      isEarly: false,
      fits: new Int8Array(collector.measures.length),
      notes: new Map(),
    };
    collector.sheets.set(period.id, sheet);
  }
  collector.sheetOf.set(text, sheet);
  return sheet;
}

/** Cadences of less than a year: their figures add up through it. */
const ADDING_UP: ReadonlySet<Cadence> = new Set(['day', 'week', 'month', 'bimonth', 'quarter', 'half']);

/**
 * A programme's figures are of its cadence. Beside it, as a series of their own, stand years to date: of scores, and of an indicator whose
 * basis is the year to date; and in a programme that meets in sessions, figures of the periods that they review.
 */
function isOfCadence({ draft, table }: Collector, period: Period, measure: string): boolean {
  if (draft.cadence === null || fitsCadence(period, draft.cadence)) return true;
  if (period.kind === 'ytd' && table === 'scores') return ADDING_UP.has(draft.cadence);
  if (period.kind === 'ytd') return draft.indicators.some(({ id, basis }) => id === measure && basis === 'ytd');
  return draft.cadence === 'session' && draft.sessions.some(({ reviews }) => reviews?.kind === period.kind);
}

/** Whether anything of a programme may be of a period: figures of either table, or what an instrument with a cadence of its own gave. */
export function isPeriodOf(draft: ProgrammeDraft, period: Period): boolean {
  if (draft.cadence === null || draft.cadence === 'session' || fitsCadence(period, draft.cadence)) return true;
  if (period.kind === 'ytd') return ADDING_UP.has(draft.cadence) || draft.indicators.some(({ basis }) => basis === 'ytd');
  return (draft.spec.instruments ?? []).some(({ cadence }) => cadence && fitsCadence(period, cadence));
}

function checkCadence(collector: Collector, sheet: Sheet, m: number, row: RowContext): boolean {
  let fits = sheet.fits[m];
  if (fits === 0) {
    const isFirst = sheet.fits.every((known) => known === 0);
    fits = isOfCadence(collector, sheet.period, collector.measures[m] as string) ? 1 : -1;
    sheet.fits[m] = fits;
    if (fits === 1 && isFirst) warnOfOddEnd(collector.draft, sheet.period, row);
  }
  if (fits === 1) return true;
  reportCadence(collector.draft, row);
  return false;
}

/** A year to date that ends with none of the programme's own periods has a board of its own, which may be a slip of the pen. */
function warnOfOddEnd({ cadence, spec, id }: ProgrammeDraft, period: Period, row: RowContext): void {
  if (period.kind !== 'ytd' || cadence === null || endsWith(period, cadence)) return;
  row.warn('period-ends-apart', 'period', { programme: textsOf(spec.name)[0] ?? id });
}

/** Tells of a period that is none of the programme’s, with examples of those that are. */
export function reportCadence(draft: ProgrammeDraft, row: RowContext): void {
  const [example, ...others] = getNotations(draft.cadence);
  const toDate = others.filter((notation) => row.source.table === 'scores' && notation.includes('..'));
  row.faultOnce('period-cadence', 'period', {
    programme: textsOf(draft.spec.name)[0] ?? draft.id,
    examples: [example as string, ...toDate],
    basis: row.source.table === 'observations' ? 1 : 0,
  });
}

function checkAlive(unit: Unit, period: Period, row: RowContext): void {
  const absence = findAbsence(unit, period);
  if (!absence) return;
  const edge = (absence === 'before' ? unit.validFrom : unit.validTo) as string;
  const near = isSameYear(absence === 'before' ? period.end : period.start, edge);
  const params = { period: period.id, edge, absence, left: near ? 1 : 0 };
  if (near) row.warn(absence === 'before' ? 'unit-not-yet' : 'unit-no-longer', 'unit', params);
  else row.fault(absence === 'before' ? 'unit-not-yet' : 'unit-no-longer', 'unit', params);
}

/** A figure that is settled is of a period that has begun, and was not published before: else the year of one of them is mistyped. */
function checkTime(sheet: Sheet, { value, publishedOn }: Figure, status: FigureStatus, row: RowContext): void {
  if (value === null || !SETTLED.has(status)) return;
  const { id, kind, start } = sheet.period;
  // Papers of a session may be out before it is held.
  if (publishedOn !== null && publishedOn < start && kind !== 'session' && !sheet.isEarly) {
    sheet.isEarly = true;
    row.warn('published-before-period', 'published_on', { period: id, start });
  } else if (sheet.isAhead) {
    sheet.isAhead = false;
    row.warn('period-ahead', 'period', { start });
  }
}

/** States of a value that stands, and is no forecast. */
const SETTLED: ReadonlySet<FigureStatus> = new Set(['final', 'revised']);

/** States that say why there is no figure; who is exempt is not ranked either. */
const NO_VALUE: ReadonlySet<FigureStatus> = new Set(['not_submitted', 'not_applicable', 'exempt']);

/** States that say how sure a value is, and no reason why there is none. */
const OF_VALUE: ReadonlySet<FigureStatus> = new Set(['final', 'provisional', 'revised', 'estimated']);

/** The status that a figure has, or null after a fault. */
function findStatus(figure: Figure, row: RowContext, column: string, world: World): FigureStatus | null {
  const { value, status } = figure;
  if (value === null) {
    if (status !== null && !OF_VALUE.has(status)) return status;
    reportBlank(row, column, status, world);
    return null;
  }
  if (status !== null && NO_VALUE.has(status)) row.fault('value-beside-status', column, { status: row.text('status') });
  else if (status === 'suppressed') row.fault('value-suppressed', column, { status: row.text('status'), value: '***' });
  return status ?? 'final';
}

/** Scores have no scale; an indicator's value, target and plan have one. */
function scaleFigure(figure: Draft, scale: number | null): void {
  if (scale === null) return;
  figure.value = scaleValue(figure.value, scale);
  figure.target = scaleValue(figure.target, scale);
  figure.planned = scaleValue(figure.planned, scale);
}

/** Tells of a blank without a reason. A number or a word at fault was told of already. */
function reportBlank(row: RowContext, column: string, status: FigureStatus | null, world: World): void {
  if (!row.source.columns.includes(column)) reportNoColumn(row.source, column, world);
  else if (row.isBlank(column) && (status !== null || row.isBlank('status'))) reportNoFigure(row, column);
}

/** Blank cells are told of one by one, since each may have a reason of its own. */
function reportNoFigure(row: RowContext, column: string): void {
  // What a blank total stands for is no status, where totals are worked out.
  const isOfTotal = row.source.table === 'scores' && isTotal(row.text('dimension'));
  const statuses = ['not_submitted', 'late', 'not_applicable', 'exempt', 'suppressed', 'under_review'];
  const params = { statuses, total: isOfTotal ? 1 : 0, ...(isOfTotal ? { missing: 0, example: '' } : {}) };
  if (row.text(column) === '') row.fault('figure-blank', column, params);
  else row.faultOnce('figure-nothing', column, params);
}

/** A table without its figures is one fault, and none where a header at fault was told of already. */
function reportNoColumn({ table, file, head, isMapped }: RowSource, column: string, { problems, languages }: World): void {
  const isTold = problems.list.some(({ code, params }) => code === 'column-missing' && params.file === file);
  if (isTold || hasFaultyHeader(file, problems)) return;
  const params = { table, file, column: formatColumn(table, column, languages[0] ?? 'en'), headers: head.headers };
  problems.error('column-missing', head.place, { ...params, mapped: isMapped ? 1 : 0 });
}

function hasNote(figure: Figure): boolean {
  return (
    figure.target !== null ||
    figure.planned !== null ||
    figure.denominator !== null ||
    figure.rankRecorded !== null ||
    figure.revision !== null ||
    figure.receivedOn !== null ||
    figure.publishedOn !== null ||
    figure.source !== null ||
    figure.note !== null
  );
}

function toRowNote(figure: Figure, row: RowContext): Omit<FigureNote, 'earlier'> {
  const { target, planned, denominator, rankRecorded, receivedOn, publishedOn, source, note } = figure;
  const own = {
    target,
    planned,
    denominator,
    rankRecorded,
    revision: figure.revision ?? 1,
    receivedOn,
    publishedOn,
    source,
    note,
    place: row.place(),
  };
  return isDivisor(target) && isDivisor(planned) ? own : { ...own, at: { target: row.at('target'), planned: row.at('planned') } };
}

/** Whether a number is not there, or large enough that any figure may be divided by it. */
function isDivisor(number: number | null): boolean {
  return number === null || number > 1e-290;
}

const NO_NOTE = {
  ...{ target: null, planned: null, denominator: null, rankRecorded: null, revision: 1 },
  ...{ receivedOn: null, publishedOn: null, source: null, note: null },
} as const;

/** The figure that stands in a cell, as an earlier revision. */
function toEarlier(sheet: Sheet, at: number, before: FigureNote | undefined, file: string): EarlierFigure {
  const value = sheet.value[at] as number;
  const { earlier: _, ...own } = before ?? { ...NO_NOTE, place: { file, line: sheet.line[at] as number, column: null }, earlier: [] };
  return { ...own, value: Number.isNaN(value) ? null : value, status: FIGURE_STATUSES[sheet.status[at] as number] as FigureStatus };
}

/** Puts a figure into its cell. A second row for the same cell must be another revision; the highest one counts. */
function putFigure(
  sheet: Sheet,
  at: number,
  figure: Figure,
  status: FigureStatus,
  row: RowContext,
  files: readonly RowSource[],
  key: () => string,
): void {
  const before = sheet.notes.get(at);
  let earlier = before?.earlier ?? [];
  if (sheet.status[at] !== 0) {
    if (figure.revision === null && !row.isBlank('revision')) return;
    const revision = figure.revision ?? 1;
    const old = toEarlier(sheet, at, before, files[sheet.file[at] as number]?.file ?? row.source.file);
    if (revision === old.revision || earlier.some((one) => one.revision === revision)) {
      reportRepeat(row, 'unit', old.place, key());
      return;
    }
    const own = { ...toRowNote(figure, row), value: figure.value, status };
    earlier = [...earlier, revision < old.revision ? own : old].sort((a, b) => a.revision - b.revision);
    if (revision < old.revision) {
      const { value: _, status: __, ...note } = old;
      sheet.notes.set(at, { ...note, earlier });
      return;
    }
  }
  sheet.value[at] = figure.value ?? Number.NaN;
  sheet.status[at] = CODE.get(status) as number;
  sheet.line[at] = row.line;
  sheet.file[at] = files.indexOf(row.source);
  // What is missing keeps its place too: a rule that blocks on it points there.
  if (earlier.length > 0 || figure.value === null || hasNote(figure)) sheet.notes.set(at, { ...toRowNote(figure, row), earlier });
}

/** The figures of every programme, collected period by period. */
export type Collected = ReadonlyMap<string, Collector>;

/** Finds the collector of a programme by the text of a cell; null after a fault. */
function createCollectorFinder(world: World, collectors: Collected, known: Map<string, Collector | null>) {
  return (text: string, row: RowContext): Collector | null => {
    const found = known.get(text);
    if (found) return found;
    const draft = resolveProgramme(world, text, row);
    const collector = draft ? (collectors.get(draft.id) ?? null) : null;
    known.set(text, collector);
    return collector;
  };
}

/** Finds the index of a unit by the text of a cell; −1 after a fault. */
function createUnitFinder(world: World) {
  const unitAt = new Map(world.units.map(({ id }, i) => [id, i]));
  const known = new Map<string, number>();
  return (text: string, row: RowContext): number => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const id = resolveUnit(world, text, row);
    if (id === null) return -1;
    const index = unitAt.get(id) ?? -1;
    known.set(text, index);
    return index;
  };
}

/** Tells once a unit (by its index) and period of figures from before it began or after it ended. */
function createLifeCheck({ units }: World) {
  const mortal = units.map(({ validFrom, validTo }) => validFrom !== null || validTo !== null);
  const checked = new Set<string>();
  return (unit: number, period: Period, row: RowContext): void => {
    if (!mortal[unit]) return;
    const key = `${unit}|${period.id}`;
    if (checked.has(key)) return;
    checked.add(key);
    checkAlive(units[unit] as Unit, period, row);
  };
}

/** Reads all rows of a table of figures; gives a collector for every programme. */
export async function collectFigures(world: World, table: FigureTable): Promise<Collected> {
  const collectors = new Map(world.programmes.map((draft) => [draft.id, createCollector(draft, table, world.units.length)]));
  const byText = new Map<string, Collector | null>();
  const findCollector = createCollectorFinder(world, collectors, byText);
  const findUnit = createUnitFinder(world);
  const checkLife = createLifeCheck(world);
  const lastDay = world.lastDay > world.today ? world.lastDay : world.today;

  const put: Take = (programme, unit, measure, period, figure, column, row) => {
    const u = findUnit(unit, row);
    const collector = findCollector(programme, row);
    if (!collector) return;
    const m = findMeasure(collector, measure, row);
    const sheet = findSheet(collector, period, row, lastDay);
    const status = findStatus(figure, row, column, world);
    if (u < 0 || m < 0 || !sheet || !checkCadence(collector, sheet, m, row) || status === null) return;
    checkLife(u, sheet.period, row);
    checkTime(sheet, figure, status, row);
    if (figure.value !== null) collector.percents?.note(m, figure.value, row);
    if (row.failed || row.isFaulty('revision')) return;
    scaleFigure(figure, collector.scales[m] ?? null);
    putFigure(sheet, m * collector.units + u, figure, status, row, world.folder.tables, () => `${unit} ${measure ?? TOTAL} ${period}`);
  };

  const take: Take = (programme, unit, measure, period, figure, column, row) => {
    put(programme, unit, measure, period, figure, column, row);
    if (!row.isFaulty() || row.source.faults === 'report') return;
    const own = byText.get(programme);
    for (const collector of own ? [own] : collectors.values()) collector.unsure = true;
  };

  if (table === 'scores') await eachScore(world, take);
  else await eachObservation(world, take);
  for (const { percents } of collectors.values()) percents?.report(world.problems);
  if (world.folder.unread.has(table)) for (const collector of collectors.values()) collector.unsure = true;
  return collectors;
}

/** Takes a row's figure, with the texts of what it is about; `column` is the one that its value stands in. */
type Take = (programme: string, unit: string, measure: string | null, period: string, figure: Draft, column: string, row: RowContext) => void;

/** One object for all rows: what `take` keeps, it copies. */
function createFigure(): Draft {
  return {
    value: null,
    status: null,
    revision: null,
    publishedOn: null,
    target: null,
    planned: null,
    denominator: null,
    rankRecorded: null,
    receivedOn: null,
    source: null,
    note: null,
  };
}

function eachScore(world: World, take: Take): Promise<void> {
  const figure = createFigure();
  return eachRow(world.folder.tables, 'scores', world, (cells, row) => {
    figure.value = cells.score;
    figure.status = cells.status;
    figure.revision = cells.revision;
    figure.publishedOn = cells.published_on;
    figure.rankRecorded = cells.rank_recorded;
    figure.note = cells.note;
    take(cells.programme, cells.unit, cells.dimension, cells.period, figure, 'score', row);
  });
}

function eachObservation(world: World, take: Take): Promise<void> {
  const figure = createFigure();
  return eachRow(world.folder.tables, 'observations', world, (cells, row) => {
    figure.value = cells.value;
    figure.status = cells.status;
    figure.revision = cells.revision;
    figure.publishedOn = cells.published_on;
    figure.target = cells.target;
    figure.planned = cells.planned;
    figure.denominator = cells.denominator;
    figure.receivedOn = cells.received_on;
    figure.source = cells.source;
    figure.note = cells.note;
    take(cells.programme, cells.unit, cells.indicator, cells.period, figure, 'value', row);
  });
}

/** A figure as it stands in the rows: its revisions, the newest last, each with its place. */
export interface Standing {
  readonly revisions: readonly EarlierFigure[];
  /** What its values were multiplied by. */
  readonly scale: number | null;
}

/** The figure of a measure that a word names, of a unit in a period; null when there is none. */
export function findStanding(world: World, collector: Collector, field: string, unit: string, period: string): Standing | null {
  const { draft, table, units } = collector;
  const measure = table === 'scores' && isTotalField(field) ? TOTAL : findKnown(table === 'scores' ? draft.dimensions : draft.indicatorNames, field);
  const m = measure === undefined ? undefined : collector.measureAt.get(measure);
  const sheet = collector.sheets.get(period);
  if (m === undefined || !sheet) return null;
  const at = m * units + world.units.findIndex(({ id }) => id === unit);
  if (!sheet.status[at]) return null;
  const file = world.folder.tables[sheet.file[at] as number]?.file ?? '';
  const note = sheet.notes.get(at);
  return { revisions: [...(note?.earlier ?? []), toEarlier(sheet, at, note, file)], scale: collector.scales[m] ?? null };
}

/** A figure that was revised, and the row of its newest revision. */
interface Revised {
  readonly period: Period;
  readonly revision: number;
  readonly place: Place;
}

/** The figures that have more than one revision. */
export function findRevised({ sheets }: Collector): readonly Revised[] {
  return [...sheets.values()].flatMap(({ period, notes }) =>
    [...notes.values()].flatMap(({ revision, place }) => (revision > 1 ? { period, revision, place } : [])),
  );
}

/** Whether a measure has a figure in any period. */
export function hasFigures({ measureAt, sheets, units }: Collector, measure: string): boolean {
  const at = measureAt.get(measure);
  if (at === undefined) return false;
  const from = at * units;
  return [...sheets.values()].some(({ value }) => value.subarray(from, from + units).some((figure) => !Number.isNaN(figure)));
}

/** Indexes of the units that have any figure. */
export function findUnitsWithFigures(collector: Collector): Set<number> {
  const found = new Set<number>();
  for (const { status } of collector.sheets.values()) {
    for (let from = 0; from < status.length; from += collector.units) {
      for (let u = 0; u < collector.units; u++) if (status[from + u] !== 0) found.add(u);
    }
    if (found.size === collector.units) break;
  }
  return found;
}

/** Finds the row of a figure. Of the sheets it keeps the lines only. */
function createRowFinder({ measureAt, sheets, units: width }: Collector, { units, folder }: World): NonNullable<Figures['rowOf']> {
  const files = folder.tables.map(({ file }) => file);
  const lines = new Map([...sheets].map(([period, { line, file }]) => [period, { line, file }]));
  return (measure, period, unit) => {
    const at = (measureAt.get(measure) ?? Number.NaN) * width + units.findIndex(({ id }) => id === unit);
    const sheet = lines.get(period);
    const line = sheet?.line[at];
    return sheet && line ? { file: files[sheet.file[at] as number] as string, line, column: null } : null;
  };
}

/** The collected figures as `Figures`, of these units (indexes, ascending), periods in order. */
export function packFigures(collector: Collector, world: World, indexes: readonly number[]): Figures {
  const sheets = [...collector.sheets.values()].sort((a, b) => comparePeriods(a.period, b.period));
  const { measures } = collector;
  const size = measures.length * sheets.length * indexes.length;
  const value = new Float64Array(size).fill(Number.NaN);
  const status = new Uint8Array(size);
  const notes = new Map<number, FigureNote>();
  for (let m = 0; m < measures.length; m++) {
    for (const [p, sheet] of sheets.entries()) {
      const to = rowStart({ periods: sheets, units: indexes }, m, p);
      for (let i = 0; i < indexes.length; i++) {
        const from = m * collector.units + (indexes[i] as number);
        value[to + i] = sheet.value[from] as number;
        status[to + i] = sheet.status[from] as number;
        const note = sheet.notes.size > 0 ? sheet.notes.get(from) : undefined;
        if (note) notes.set(to + i, note);
      }
    }
  }
  const own = indexes.map((index) => world.units[index] as Unit);
  const periods = sheets.map(({ period }) => period);
  return {
    units: own,
    unitAt: new Map(own.map(({ id }, i) => [id, i])),
    periods,
    periodAt: new Map(periods.map(({ id }, i) => [id, i])),
    measures,
    measureAt: collector.measureAt,
    value,
    status,
    notes,
    rowOf: createRowFinder(collector, world),
  };
}
