/** Bounds of a number, as rules write them. */
import type { Bounds } from '../../model/config.ts';
import type { Truth } from './truth.ts';

/** Whether a number lies inside; null when there is none (NaN). */
export function meets(bounds: Bounds, value: number): Truth {
  if (Number.isNaN(value)) return null;
  if (bounds.gt !== undefined && !(value > bounds.gt)) return false;
  if (bounds.gte !== undefined && !(value >= bounds.gte)) return false;
  if (bounds.lt !== undefined && !(value < bounds.lt)) return false;
  if (bounds.lte !== undefined && !(value <= bounds.lte)) return false;
  return bounds.eq === undefined || value === bounds.eq;
}

const SIGNS = [
  ['gt', '>'],
  ['gte', '≥'],
  ['lt', '<'],
  ['lte', '≤'],
  ['eq', '='],
] as const;

/** In signs that need no translation: `≥ 90, < 95`. */
export function formatBounds(bounds: Bounds): string {
  return SIGNS.flatMap(([key, sign]) => (bounds[key] === undefined ? [] : [`${sign} ${bounds[key]}`])).join(', ');
}
