/**
 * The worksheet (工作底稿) of a programme: its figures lined up by its own units and periods, ready for arithmetic. Everything else in
 * scoring and ranking takes figures from here, so that missing figures and carried ones are decided once.
 */
import { hasRows, rowStart } from '../model/figures.ts';
import { heldUnits, NOT_PUBLISHED } from '../model/figuresOut.ts';
import { unitsOf } from '../model/members.ts';
import { comparePeriods, type Period, previousPeriod, seriesOf } from '../model/period.ts';
import {
  type Adjustment,
  FIGURE_STATUSES,
  type FigureNote,
  type FigureStatus,
  type Figures,
  type Indicator,
  type Portal,
  type Programme,
  type Unit,
} from '../model/portal.ts';
import { TOTAL } from '../model/total.ts';
import type { Place, Problems } from '../problems.ts';
import { makeNames, type Names } from './names.ts';
import type { ReplacedScore } from './results.ts';

/** A figure that is an earlier one's: of which period (index), the oldest where it is made of several; and whether only a part of it is. */
export interface Carried {
  readonly from: number;
  readonly partly: boolean;
}

/** One measure in one period: arrays by unit of the worksheet. Values are NaN where there is none; `status` says why. */
export interface Column {
  readonly value: Float64Array;
  readonly status: Uint8Array;
  readonly noteAt: (unit: number) => FigureNote | undefined;
  /** Where the row of a unit's figure stands, for messages. */
  readonly placeAt: (unit: number) => Place | undefined;
  /** Units whose figure is an earlier one; absent where none is. */
  readonly carried?: ReadonlyMap<number, Carried>;
}

export interface Worksheet {
  readonly programme: Programme;
  /** Units that the programme is about, in the portal's order. */
  readonly units: readonly Unit[];
  readonly unitAt: ReadonlyMap<string, number>;
  /** In the order of `comparePeriods`. */
  readonly periods: readonly Period[];
  readonly periodAt: ReadonlyMap<string, number>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Dimensions that the office gives scores for, in any period. */
  readonly scored: ReadonlySet<string>;
  /** By period, then by unit. */
  readonly adjustments: readonly ReadonlyMap<number, readonly Adjustment[]>[];
  readonly problems: Problems;
  /** How messages call units, dimensions and indicators. */
  readonly names: Names;
  /** Unit of the worksheet → unit of each table; −1 where the table does not know it. */
  readonly rows: { readonly scores: Int32Array; readonly observations: Int32Array };
  /** Columns that were read already. */
  readonly columns: Map<string, Column | null>;
  /** Faults of a whole indicator or dimension that were reported already. */
  readonly reported: Set<string>;
  /** Given scores that were published, and in whose place others were worked out once values were: each once. */
  readonly replaced: Map<string, ReplacedScore>;
}

const CODES = new Map<FigureStatus, number>(FIGURE_STATUSES.map((status, code) => [status, code]));

/** Index of a status in FIGURE_STATUSES. */
export function statusCode(status: FigureStatus): number {
  return CODES.get(status) as number;
}

export const NONE = statusCode('none');
export const NOT_APPLICABLE = statusCode('not_applicable');
export const EXEMPT = statusCode('exempt');
export const NOT_SUBMITTED = statusCode('not_submitted');
const LATE = statusCode('late');

/** Whether a missing figure should have come: nobody said that it does not apply, is exempt, suppressed or in dispute. */
export function isOutstanding(status: number): boolean {
  return status === NONE || status === NOT_SUBMITTED || status === LATE;
}

/** Lines up the figures of a programme; faults that are found by arithmetic go to `problems`. */
export function makeWorksheet(programme: Programme, portal: Portal, problems: Problems): Worksheet {
  const units = concernedUnits(programme, portal);
  const unitAt = new Map(units.map((unit, i) => [unit.id, i]));
  const periods = usedPeriods(programme);
  const periodAt = new Map(periods.map((period, i) => [period.id, i]));
  return {
    programme,
    units,
    unitAt,
    periods,
    periodAt,
    indicators: new Map(programme.indicators.map((indicator) => [indicator.id, indicator])),
    scored: scoredIn(programme),
    adjustments: groupAdjustments(programme, unitAt, periodAt),
    problems,
    names: makeNames(portal, programme),
    rows: { scores: rowsOf(programme.scores, units), observations: rowsOf(programme.observations, units) },
    columns: new Map(),
    reported: new Set(),
    replaced: new Map(),
  };
}

/** Dimensions that the office gives scores for, in any period. */
export function scoredIn({ scores }: Programme): ReadonlySet<string> {
  return new Set(scores.measures.filter((_, m) => scores.periods.some((_, p) => hasRows(scores, m, p))));
}

function rowsOf(figures: Figures, units: readonly Unit[]): Int32Array {
  return Int32Array.from(units, (unit) => figures.unitAt.get(unit.id) ?? -1);
}

/** Units that are or were in the programme, and those that hold an award of it, in the portal's order. */
function concernedUnits(programme: Programme, portal: Portal): readonly Unit[] {
  const units = unitsOf(programme);
  const ids = new Set(units.map(({ id }) => id));
  const holders = programme.awards.filter(({ holderType, holder }) => holderType === 'unit' && holder !== null && !ids.has(holder));
  if (holders.length === 0) return units;
  for (const { holder } of holders) ids.add(holder as string);
  return portal.units.filter(({ id }) => ids.has(id));
}

/** Periods with at least one figure or award. */
function usedPeriods(programme: Programme): readonly Period[] {
  const byId = new Map<string, Period>();
  for (const figures of [programme.scores, programme.observations]) {
    figures.periods.forEach((period, p) => {
      if (!byId.has(period.id) && figures.measures.some((_, m) => hasRows(figures, m, p))) byId.set(period.id, period);
    });
  }
  for (const award of programme.awards) if (award.period) byId.set(award.period.id, award.period);
  return [...byId.values()].sort(comparePeriods);
}

function groupAdjustments(
  programme: Programme,
  unitAt: ReadonlyMap<string, number>,
  periodAt: ReadonlyMap<string, number>,
): readonly ReadonlyMap<number, readonly Adjustment[]>[] {
  const byPeriod = Array.from({ length: periodAt.size }, () => new Map<number, Adjustment[]>());
  for (const adjustment of programme.adjustments) {
    const unit = unitAt.get(adjustment.unit);
    const byUnit = byPeriod[periodAt.get(adjustment.period.id) ?? -1];
    if (unit === undefined || !byUnit) continue;
    const list = byUnit.get(unit);
    if (list) list.push(adjustment);
    else byUnit.set(unit, [adjustment]);
  }
  return byPeriod;
}

/** A measure in a period; null where no unit has a row. Figures that are carried forward are in it. */
export function columnOf(sheet: Worksheet, table: 'scores' | 'observations', measure: string, period: number): Column | null {
  const key = `${table}|${measure}|${period}`;
  const known = sheet.columns.get(key);
  if (known !== undefined) return known;
  const found = readColumn(sheet, table, measure, period);
  const column = sheet.programme.config.ranking.missing === 'carry_forward' ? carryForward(sheet, table, measure, period, found) : found;
  sheet.columns.set(key, column);
  return column;
}

function readColumn(sheet: Worksheet, table: 'scores' | 'observations', measure: string, period: number): Column | null {
  const figures = sheet.programme[table];
  const m = figures.measureAt.get(measure);
  const p = figures.periodAt.get((sheet.periods[period] as Period).id);
  if (m === undefined || p === undefined || !hasRows(figures, m, p)) return null;
  const start = rowStart(figures, m, p);
  const rows = sheet.rows[table];
  const value = new Float64Array(rows.length).fill(Number.NaN);
  const status = new Uint8Array(rows.length);
  for (let u = 0; u < rows.length; u++) {
    const row = rows[u] as number;
    if (row < 0) continue;
    value[u] = figures.value[start + row] as number;
    status[u] = figures.status[start + row] as number;
  }
  const noteAt = (u: number): FigureNote | undefined => figures.notes.get(start + (rows[u] as number));
  const { id } = sheet.periods[period] as Period;
  const placeAt = (u: number): Place | undefined => noteAt(u)?.place ?? figures.rowOf?.(measure, id, (sheet.units[u] as Unit).id) ?? undefined;
  return { value, status, noteAt, placeAt };
}

/**
 * Statuses by unit of a measure of which nothing is out yet in a period in which other figures are: of those that are to come it must not be said
 * that they were not submitted. null where nothing is held back.
 */
export function heldBack(sheet: Worksheet, table: 'scores' | 'observations', measure: string, period: number): Uint8Array | null {
  const held = heldUnits(sheet.programme[table], measure, (sheet.periods[period] as Period).id);
  return held.size === 0 ? null : Uint8Array.from(sheet.units, ({ id }) => (held.has(id) ? NOT_PUBLISHED : NONE));
}

/**
 * Fills figures that should have come with the latest earlier ones of the same series, with their status, notes and period; also where
 * nobody has a row yet. A total is worked out where none is given: an earlier one would take the place of what the period's own figures come to.
 */
function carryForward(sheet: Worksheet, table: 'scores' | 'observations', measure: string, period: number, column: Column | null): Column | null {
  if (column === null && measure === TOTAL) return null;
  const earlier = earlierColumn(sheet, table, measure, period);
  if (!earlier) return column;
  const { column: before, at } = earlier;
  const value = column?.value.slice() ?? new Float64Array(sheet.units.length).fill(Number.NaN);
  const status = column?.status.slice() ?? heldBack(sheet, table, measure, period) ?? new Uint8Array(sheet.units.length);
  const carried = new Map<number, Carried>();
  for (let u = 0; u < value.length; u++) {
    if (!Number.isNaN(value[u]) || !isOutstanding(status[u] as number) || Number.isNaN(before.value[u])) continue;
    value[u] = before.value[u] as number;
    status[u] = before.status[u] as number;
    carried.set(u, before.carried?.get(u) ?? { from: at, partly: false });
  }
  if (carried.size === 0) return column;
  const from = (unit: number): Column | null => (carried.has(unit) ? before : column);
  return { value, status, noteAt: (unit) => from(unit)?.noteAt(unit), placeAt: (unit) => from(unit)?.placeAt(unit), carried };
}

function earlierColumn(
  sheet: Worksheet,
  table: 'scores' | 'observations',
  measure: string,
  period: number,
): { readonly column: Column; readonly at: number } | null {
  const series = seriesOf(sheet.periods[period] as Period);
  for (let p = period - 1; p >= 0; p--) {
    if (seriesOf(sheet.periods[p] as Period) !== series) continue;
    const column = columnOf(sheet, table, measure, p);
    if (column) return { column, at: p };
  }
  return null;
}

/**
 * The newest period (index) of which a measure has rows, of those that count in a period: itself and, where figures are carried forward, those
 * before it of the same series. −1 when none has.
 */
export function newestOf(sheet: Worksheet, table: 'scores' | 'observations', measure: string, period: number): number {
  const { programme, periods } = sheet;
  const figures = programme[table];
  const m = figures.measureAt.get(measure);
  if (m === undefined) return -1;
  const series = seriesOf(periods[period] as Period);
  const first = programme.config.ranking.missing === 'carry_forward' ? 0 : period;
  for (let at = period; at >= first; at--) {
    const own = periods[at] as Period;
    const p = figures.periodAt.get(own.id);
    if (p !== undefined && seriesOf(own) === series && hasRows(figures, m, p)) return at;
  }
  return -1;
}

/** The same period one year before (2023-Q3 → 2022-Q3, 2018/19 → 2017/18), among those that have figures; −1 when there is none. */
export function yearBefore(sheet: Worksheet, period: number): number {
  const own = sheet.periods[period] as Period;
  const id =
    own.kind === 'years'
      ? (previousPeriod(own)?.id ?? '')
      : own.id.replace(/^(\d{4})(\/\d{2})?/, (_, year: string, next?: string) => {
          const before = Number(year) - 1;
          return next ? `${before}/${year.slice(2)}` : String(before);
        });
  const found = sheet.periodAt.get(id);
  return found === undefined || found === period ? -1 : found;
}
