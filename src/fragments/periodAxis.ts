/** The periods along an axis, in order, those without figures included: a gap in the cadence is shown as a gap. */
import { periodsBetween } from '../model/period.ts';
import { findPeriod } from './boardWords.ts';
import type { SheetContext } from './sheet.ts';

const axes = new Map<string, readonly string[]>();

/** From the first to the last of `known`, which are of one kind and in order. Kinds without a next one have no gaps. */
export function periodAxis(known: readonly string[], ctx: SheetContext): readonly string[] {
  if (known.length < 2) return known;
  const key = `${ctx.config.yearStarts}|${known.join('|')}`;
  let axis = axes.get(key);
  if (!axis) {
    axis = fillGaps(known, ctx);
    axes.set(key, axis);
  }
  return axis;
}

function fillGaps(known: readonly string[], ctx: SheetContext): readonly string[] {
  const periods = known.map((id) => findPeriod(id, ctx));
  return known.flatMap((id, at) => {
    const [before, period] = [periods[at - 1], periods[at]];
    return before && period ? [...periodsBetween(before, period).map((one) => one.id), id] : id;
  });
}
