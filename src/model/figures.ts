/** Where a figure stands in `Figures`: measure by measure, in each period by period, in each unit by unit. */
import type { Figures } from './portal.ts';

interface Shape {
  readonly periods: ArrayLike<unknown>;
  readonly units: ArrayLike<unknown>;
}

/** The first cell of a measure in a period (indexes); those of all units follow, in their order. */
export function rowStart({ periods, units }: Shape, measure: number, period: number): number {
  return (measure * periods.length + period) * units.length;
}

/** The cell of a measure, a period and a unit (indexes). */
export function cellAt(figures: Shape, measure: number, period: number, unit: number): number {
  return rowStart(figures, measure, period) + unit;
}

/** The first cell of a measure in a period, by their ids; null where the table has one of them not. */
export function findRow(figures: Figures, measure: string, period: string): number | null {
  const m = figures.measureAt.get(measure);
  const p = figures.periodAt.get(period);
  return m === undefined || p === undefined ? null : rowStart(figures, m, p);
}

/** Whether any unit has a row of a measure in a period (indexes). */
export function hasRows({ status, periods, units }: Figures, measure: number, period: number): boolean {
  const from = rowStart({ periods, units }, measure, period);
  for (let cell = from; cell < from + units.length; cell++) if (status[cell] !== 0) return true;
  return false;
}

/** The measure, the period and the unit (indexes) of a cell. */
export function placeOf({ periods, units }: Shape, cell: number): { readonly measure: number; readonly period: number; readonly unit: number } {
  const row = Math.floor(cell / units.length);
  return { measure: Math.floor(row / periods.length), period: row % periods.length, unit: cell % units.length };
}

/** The target that the row of a cell gives, where it is other than its indicator's usual one; else null. */
export function ownTarget({ notes }: Pick<Figures, 'notes'>, cell: number, usual: number | null): number | null {
  const target = notes.get(cell)?.target ?? null;
  return target === usual ? null : target;
}
