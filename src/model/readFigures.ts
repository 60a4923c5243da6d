/**
 * `scores` and `observations` into dense arrays. Millions of rows pass through here: no object a row, every text looked up once.
 */
import { formatColumn } from '../read/headers.ts';
import type { RowSource } from '../read/rows.ts';
import { type Collected, type Collector, createCollector, type FigureTable, type Sheet, toEarlier } from './collector.ts';
import { checkCadence } from './figureCadence.ts';
import type { Names } from './names.ts';
import { scaleValue } from './number.ts';
import type { Period } from './period.ts';
import { checkSplitYear, findPeriod, resolvePeriod } from './periodCell.ts';
import { FIGURE_STATUSES, type FigureNote, type FigureStatus, type Unit } from './portal.ts';
import { resolve, resolveProgramme, resolveUnit } from './resolve.ts';
import { hasFaultyHeader, type RowContext } from './rowContext.ts';
import { eachRow } from './rows.ts';
import { reportRepeat } from './sameRow.ts';
import type { Text } from './text.ts';
import { isTotal, TOTAL } from './total.ts';
import { findAbsence, isSameYear } from './unitLife.ts';
import type { ProgrammeDraft, World } from './world.ts';

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

function findMeasure(collector: Collector, text: string | null, row: RowContext): number {
  const key = text ?? '';
  const known = collector.measureOf.get(key);
  if (known !== undefined && known >= 0) return known;
  let id: string | null = null;
  if (collector.table === 'observations') id = resolve(collector.draft.indicatorNames, 'indicator', text, row, 'indicator');
  else if (key === '' || isTotal(key, collector.draft.dimensions)) id = TOTAL;
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
function findStatus(figure: Figure, row: RowContext, column: string, world: World, { dimensions }: ProgrammeDraft): FigureStatus | null {
  const { value, status } = figure;
  if (value === null) {
    if (status !== null && !OF_VALUE.has(status)) return status;
    if (!row.source.columns.includes(column)) reportNoColumn(row.source, column, world);
    // A number or a word at fault was told of already.
    else if (row.isBlank(column) && (status !== null || row.isBlank('status'))) reportNoFigure(row, column, dimensions);
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

/** Tells of a blank without a reason: of each, since it may have a reason of its own. */
function reportNoFigure(row: RowContext, column: string, dimensions: Names): void {
  // What a blank total stands for is no status, where totals are worked out.
  const isOfTotal = row.source.table === 'scores' && isTotal(row.text('dimension'), dimensions);
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
    const status = findStatus(figure, row, column, world, collector.draft);
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
