/** Appeals as they may be told on a day (复核申诉截至当日): what one is against must be out, and what was decided later is not decided yet. */
import { isOut } from '../model/days.ts';
import { splitFigure } from '../model/figureAddress.ts';
import { hasFigureOut } from '../model/figuresOut.ts';
import type { Appeal, Portal, Programme } from '../model/portal.ts';

/** What may not be told yet: ids of awards and tasks, and of corrections, and the periods of each programme. */
interface Held {
  readonly ids: ReadonlySet<string>;
  readonly corrections: ReadonlySet<string>;
  readonly periods: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The appeals of `portal` that may be told on its as-of date; `programmes` are those of the portal as they are known then. */
export function releaseAppeals(portal: Portal, programmes: readonly Programme[], held: Held): readonly Appeal[] {
  const { asOf } = portal;
  const before = new Map(portal.programmes.map((programme) => [programme.config.id, programme]));
  const after = new Map(programmes.map((programme) => [programme.config.id, programme]));
  const isHeld = (against: string): boolean => {
    if (held.ids.has(against) || held.corrections.has(against)) return true;
    const figure = splitFigure(against);
    const [all, out] = [before.get(figure?.programme ?? ''), after.get(figure?.programme ?? '')];
    if (!figure || !all || !out) return false;
    if (held.periods.get(figure.programme)?.has(figure.period)) return true;
    // A unit without a row may appeal because it has none; but not before the others of its period are out.
    return [figure.unit, null].some((unit) => hasFigureOut(all, figure.period, unit) && !hasFigureOut(out, figure.period, unit));
  };
  return portal.appeals.filter(({ filedOn, against }) => filedOn <= asOf && !isHeld(against)).map((appeal) => releaseAppeal(appeal, held, asOf));
}

/** What was decided later is under review; a correction that follows is named once it is out. */
function releaseAppeal(appeal: Appeal, { corrections }: Held, asOf: string): Appeal {
  if (!isOut(appeal.decidedOn, asOf)) {
    return { ...appeal, state: 'under_review', decidedOn: null, decision: null, correction: null };
  }
  return corrections.has(appeal.correction ?? '') ? { ...appeal, correction: null } : appeal;
}
