/** Appeals as they may be told on a day (复核申诉截至当日): what one is against must be out, and what was decided later is not decided yet. */
import { isOut } from '../model/days.ts';
import { splitFigure } from '../model/figureAddress.ts';
import { hasFigureOut } from '../model/figuresOut.ts';
import type { Appeal, Correction, Portal, Programme } from '../model/portal.ts';

/** What is not out yet and was there before: ids of awards and tasks, and the periods of each programme of which nothing may be told. */
interface Held {
  readonly ids: ReadonlySet<string>;
  readonly periods: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The appeals of `portal` that may be told on its as-of date; `programmes` are those of the portal as they are known then. */
export function releaseAppeals(portal: Portal, programmes: readonly Programme[], held: Held): readonly Appeal[] {
  const { asOf, corrections } = portal;
  const later = new Map(corrections.filter(({ publishedOn }) => !isOut(publishedOn, asOf)).map((correction) => [correction.id, correction]));
  const before = new Map(portal.programmes.map((programme) => [programme.config.id, programme]));
  const after = new Map(programmes.map((programme) => [programme.config.id, programme]));
  const isHeld = (against: string): boolean => {
    if (held.ids.has(against) || later.has(against)) return true;
    const figure = splitFigure(against);
    const [all, out] = [before.get(figure?.programme ?? ''), after.get(figure?.programme ?? '')];
    if (!figure || !all || !out) return false;
    if (held.periods.get(figure.programme)?.has(figure.period)) return true;
    // A unit without a row may appeal because it has none; but not before the others of its period are out.
    return [figure.unit, null].some((unit) => hasFigureOut(all, figure.period, unit) && !hasFigureOut(out, figure.period, unit));
  };
  return portal.appeals.filter(({ filedOn, against }) => filedOn <= asOf && !isHeld(against)).map((appeal) => releaseAppeal(appeal, later, asOf));
}

/** What was decided later is under review; a correction that follows is named once it is out. */
function releaseAppeal(appeal: Appeal, later: ReadonlyMap<string, Correction>, asOf: string): Appeal {
  if (!isOut(appeal.decidedOn, asOf)) {
    return { ...appeal, state: 'under_review', decidedOn: null, decision: null, correction: null };
  }
  return appeal.correction !== null && later.has(appeal.correction) ? { ...appeal, correction: null } : appeal;
}
