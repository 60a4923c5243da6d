/** The figures of a programme as they are collected from the rows of a table: dense arrays, a period each. */
import type { Place } from '../problems.ts';
import { rowStart } from './figures.ts';
import { findKnown } from './names.ts';
import { createPercentCheck, type PercentCheck } from './percents.ts';
import { comparePeriods, type Period } from './period.ts';
import { type EarlierFigure, FIGURE_STATUSES, type FigureNote, type FigureStatus, type Figures, type Unit } from './portal.ts';
import { isTotalField, TOTAL } from './total.ts';
import type { ProgrammeDraft, World } from './world.ts';

export type FigureTable = 'scores' | 'observations';

/** The figures of one period: cell of measure m, unit u at m × units + u. `line` and `file` say where the figure stands. */
export interface Sheet {
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

/** The figures of every programme, collected period by period. */
export type Collected = ReadonlyMap<string, Collector>;

export function createCollector(draft: ProgrammeDraft, table: FigureTable, units: number): Collector {
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

const NO_NOTE = {
  ...{ target: null, planned: null, denominator: null, rankRecorded: null, revision: 1 },
  ...{ receivedOn: null, publishedOn: null, source: null, note: null },
} as const;

/** The figure that stands in a cell, as an earlier revision. */
export function toEarlier(sheet: Sheet, at: number, before: FigureNote | undefined, file: string): EarlierFigure {
  const value = sheet.value[at] as number;
  const { earlier: _, ...own } = before ?? { ...NO_NOTE, place: { file, line: sheet.line[at] as number, column: null }, earlier: [] };
  return { ...own, value: Number.isNaN(value) ? null : value, status: FIGURE_STATUSES[sheet.status[at] as number] as FigureStatus };
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
  const measure =
    table === 'scores' && isTotalField(field, draft.dimensions)
      ? TOTAL
      : findKnown(table === 'scores' ? draft.dimensions : draft.indicatorNames, field);
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

/** The collected figures as `Figures`, of these units (indexes, ascending), periods in order. */
export function packFigures(collector: Collector, units: readonly Unit[], indexes: readonly number[]): Figures {
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
  const own = indexes.map((index) => units[index] as Unit);
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
  };
}
