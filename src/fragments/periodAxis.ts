/** The periods along an axis, in order, those without figures included: a gap in the cadence is shown as a gap. */
import { nextPeriod } from '../model/period.ts';
import { findPeriod } from './boardWords.ts';
import type { SheetContext } from './sheet.ts';

const MOST_STEPS = 400;
const axes = new Map<string, readonly string[]>();

/** From the first to the last of `known`, which are of one kind and in order. Kinds without a next one have no gaps. */
export function periodAxis(known: readonly string[], ctx: SheetContext): readonly string[] {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return known;
  const key = `${ctx.config.yearStarts}|${known.join('|')}`;
  let axis = axes.get(key);
  if (!axis) {
    axis = fillGaps(known, first, last, ctx);
    axes.set(key, axis);
  }
  return axis;
}

function fillGaps(known: readonly string[], first: string, last: string, ctx: SheetContext): readonly string[] {
  const filled: string[] = [];
  let period = findPeriod(first, ctx);
  for (let step = 0; period && step < MOST_STEPS; step++) {
    filled.push(period.id);
    if (period.id === last) return known.every((id) => filled.includes(id)) ? filled : known;
    period = nextPeriod(period);
  }
  return known;
}
