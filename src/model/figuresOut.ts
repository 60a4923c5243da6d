/** What is out (已发布) on a day. */
import { isOut } from './days.ts';
import { cellAt, placeOf, rowStart } from './figures.ts';
import type { Period } from './period.ts';
import { FIGURE_STATUSES, type FigureNote, type Figures, type Programme, type Unit } from './portal.ts';

/** The status, as figures hold it, of one that is not out while others are. */
export const NOT_PUBLISHED = FIGURE_STATUSES.indexOf('not_published');

/** Whether any of these figures, given as their statuses, is out. */
function isAnyOut(statuses: Uint8Array): boolean {
  return statuses.some((status) => status !== 0 && status !== NOT_PUBLISHED);
}

/** The figures as the public knew them on a day: of one that was not out yet its newest revision that was, or nothing. Of `heldPeriods` nothing is out. */
export function figuresOn(figures: Figures, asOf: string, heldPeriods: ReadonlySet<string> = NO_PERIODS): Figures {
  const late = [...figures.notes].filter(([, note]) => !isRowOut(note, asOf) || note.earlier.some((row) => !isRowOut(row, asOf)));
  const held = figures.periods.flatMap((period, p) => (heldPeriods.has(period.id) ? [p] : []));
  if (late.length === 0 && held.length === 0) return figures;
  const value = figures.value.slice();
  const status = figures.status.slice();
  const notes = new Map(figures.notes);
  for (const [cell, note] of late) takeBack(cell, note, { value, status, notes, asOf });
  const width = figures.units.length;
  for (const p of held) {
    for (let m = 0; m < figures.measures.length; m++) {
      const from = rowStart(figures, m, p);
      value.fill(Number.NaN, from, from + width);
      status.fill(0, from, from + width);
      for (let cell = from; cell < from + width; cell++) notes.delete(cell);
    }
  }
  const gone = late.flatMap(([cell]) => (status[cell] === 0 ? [cell] : []));
  const heldCells = new Map(figures.held);
  for (const [from, cells] of Map.groupBy(gone, (cell) => cell - placeOf(figures, cell).unit)) {
    const { measure, period } = placeOf(figures, from);
    const [measureId, periodId] = [figures.measures[measure] as string, (figures.periods[period] as Period).id];
    // Where others are out, a reader must be told why one is missing; of the rest nobody knows yet, but that they did not come is not so.
    if (isAnyOut(status.subarray(from, from + width))) for (const cell of cells) status[cell] = NOT_PUBLISHED;
    else if (!heldPeriods.has(periodId))
      heldCells.set(heldKey(measureId, periodId), new Set(cells.map((cell) => (figures.units[cell - from] as Unit).id)));
  }
  return { ...figures, value, status, notes, held: heldCells };
}

/** The key of a measure and a period (ids) in `Figures.held`. */
function heldKey(measure: string, period: string): string {
  return `${measure}|${period}`;
}

/** Ids of the units whose figure of a measure in a period (ids) is not out yet, where nothing of that measure and period is. */
export function heldUnits({ held }: Figures, measure: string, period: string): ReadonlySet<string> {
  return held?.get(heldKey(measure, period)) ?? NO_UNITS;
}

const NO_UNITS: ReadonlySet<string> = new Set();

const NO_PERIODS: ReadonlySet<string> = new Set();

/** A figure whose row does not say when it was published cannot have been before it was received. */
function isRowOut({ publishedOn, receivedOn }: Pick<FigureNote, 'publishedOn' | 'receivedOn'>, asOf: string): boolean {
  return isOut(publishedOn ?? receivedOn, asOf);
}

interface Open {
  readonly value: Float64Array;
  readonly status: Uint8Array;
  readonly notes: Map<number, FigureNote>;
  readonly asOf: string;
}

function takeBack(cell: number, note: FigureNote, { value, status, notes, asOf }: Open): void {
  const earlier = note.earlier.filter((row) => isRowOut(row, asOf));
  if (isRowOut(note, asOf)) {
    notes.set(cell, { ...note, earlier });
    return;
  }
  const last = earlier.at(-1);
  value[cell] = last?.value ?? Number.NaN;
  status[cell] = last ? FIGURE_STATUSES.indexOf(last.status) : 0;
  if (!last) notes.delete(cell);
  else {
    // The whole row goes: the target of a revision that is not out would give its score away.
    const { value: _, status: __, ...row } = last;
    notes.set(cell, { ...row, earlier: earlier.slice(0, -1) });
  }
}

/** Whether a programme has a figure of a unit – of any one, where it is null – in a period, that is out. */
export function hasFigureOut({ scores, observations }: Pick<Programme, 'scores' | 'observations'>, period: string, unit: string | null): boolean {
  return [scores, observations].some((figures) => hasAnyOf(figures, period, unit));
}

function hasAnyOf(figures: Figures, period: string, unit: string | null): boolean {
  const p = figures.periodAt.get(period);
  const u = unit === null ? 0 : figures.unitAt.get(unit);
  if (p === undefined || u === undefined) return false;
  const count = unit === null ? figures.units.length : 1;
  return figures.measures.some((_, m) => {
    const from = cellAt(figures, m, p, u);
    return isAnyOut(figures.status.subarray(from, from + count));
  });
}
