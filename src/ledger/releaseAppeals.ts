/** Appeals as they may be told on a day (复核申诉截至当日): what one is against must be out, and what was decided later is not decided yet. */
import { splitFigure } from '../model/figureAddress.ts';
import { cellAt } from '../model/figures.ts';
import { type Appeal, type Correction, FIGURE_STATUSES, type Figures, type Portal, type Programme } from '../model/portal.ts';

/** What is not out yet and was there before: ids of awards and tasks, and the periods of each programme of which nothing may be told. */
export interface Held {
  readonly ids: ReadonlySet<string>;
  readonly periods: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The appeals of `portal` that may be told on its as-of date; `programmes` are those of the portal as they are known then. */
export function releaseAppeals(portal: Portal, programmes: readonly Programme[], held: Held): readonly Appeal[] {
  const { asOf, corrections } = portal;
  const later = new Map(corrections.filter(({ publishedOn }) => publishedOn.slice(0, 10) > asOf).map((correction) => [correction.id, correction]));
  const before = new Map(portal.programmes.map((programme) => [programme.config.id, programme]));
  const after = new Map(programmes.map((programme) => [programme.config.id, programme]));
  const isHeld = (against: string): boolean => {
    if (held.ids.has(against) || later.has(against)) return true;
    const figure = splitFigure(against);
    const [all, out] = [before.get(figure?.programme ?? ''), after.get(figure?.programme ?? '')];
    if (!figure || !all || !out) return false;
    if (held.periods.get(figure.programme)?.has(figure.period)) return true;
    // A unit without a row may appeal because it has none; but not before the others of its period are out.
    return [figure.unit, null].some((unit) => hasFigure(all, figure.period, unit) && !hasFigure(out, figure.period, unit));
  };
  return portal.appeals.filter(({ filedOn, against }) => filedOn <= asOf && !isHeld(against)).map((appeal) => releaseAppeal(appeal, later, asOf));
}

/** What was decided later is under review; a correction that follows is named once it is out. */
function releaseAppeal(appeal: Appeal, later: ReadonlyMap<string, Correction>, asOf: string): Appeal {
  if (appeal.decidedOn !== null && appeal.decidedOn.slice(0, 10) > asOf) {
    return { ...appeal, state: 'under_review', decidedOn: null, decision: null, correction: null };
  }
  return appeal.correction !== null && later.has(appeal.correction) ? { ...appeal, correction: null } : appeal;
}

const NOT_PUBLISHED = FIGURE_STATUSES.indexOf('not_published');

/** Whether a programme has a figure of a unit – of any one, where it is null – in a period. */
function hasFigure({ scores, observations }: Programme, period: string, unit: string | null): boolean {
  return [scores, observations].some((figures) => statusesOf(figures, period, unit).some((status) => status !== 0 && status !== NOT_PUBLISHED));
}

function statusesOf({ periodAt, unitAt, units, periods, measures, status }: Figures, period: string, unit: string | null): readonly number[] {
  const p = periodAt.get(period);
  const u = unit === null ? 0 : unitAt.get(unit);
  if (p === undefined || u === undefined) return [];
  return measures.flatMap((_, m) => {
    const from = cellAt({ periods, units }, m, p, u);
    return [...status.subarray(from, unit === null ? from + units.length : from + 1)];
  });
}
