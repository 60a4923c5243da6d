/** Bonuses, deductions, caps and vetoes (加分 扣分 一票否决) of a board, each with its reason and document. */
import { dropRepeats } from '../assess/adjusting.ts';
import type { Period } from '../model/period.ts';
import type { Adjustment } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { TOTAL } from '../model/total.ts';
import { unitNameOn } from '../model/unitLife.ts';
import { mayTellOf } from './disclosure.ts';
import { dimensionName, type Named, nameOf } from './name.ts';
import type { DocumentView } from './programmeSource.ts';
import type { ProgrammeIndex, SiteIndex } from './siteIndex.ts';

export interface BoardAdjustment {
  readonly unit: string;
  readonly unit_name: Named;
  readonly period: string;
  readonly dimension: string | null;
  readonly dimension_name: Named | null;
  readonly kind: Adjustment['kind'];
  readonly points: number | null;
  readonly effect: Text | null;
  readonly reason: Text;
  readonly status: Adjustment['status'];
  /** The same bonus stands there once more, as high or higher: this one does not count. */
  readonly repeat?: true;
  readonly document: DocumentView | null;
  readonly date: string | null;
  readonly note?: Text;
}

/** Those of a period: all on the overall board, a dimension's own on its board. */
export function boardAdjustments(index: SiteIndex, programme: ProgrammeIndex, period: Period, dimension: string | null): BoardAdjustment[] {
  const all = programme.adjustmentsByPeriod.get(period.id) ?? [];
  const own = dimension === null ? all : all.filter((adjustment) => adjustment.dimension === dimension);
  return own.filter((adjustment) => mayTellOfAdjustment(programme, adjustment)).map((adjustment) => adjustmentView(index, programme, adjustment));
}

/** Whether an adjustment may be published: where only the first places are, it would tell of another. */
export function mayTellOfAdjustment(programme: ProgrammeIndex, { unit, period, dimension }: Adjustment): boolean {
  return mayTellOf(programme, period.id, unit, dimension ?? TOTAL);
}

/** An adjustment with its words; the unit as it was called at the end of the period. */
export function adjustmentView(index: SiteIndex, programme: ProgrammeIndex, adjustment: Adjustment): BoardAdjustment {
  const { portal } = index.site.assessment;
  const unit = portal.unitById.get(adjustment.unit);
  const { kind, points, effect, reason, status, date, dimension, period, note } = adjustment;
  const beside = (programme.adjustmentsByUnit.get(adjustment.unit) ?? []).filter((one) => one.period.id === period.id);
  return {
    unit: adjustment.unit,
    unit_name: nameOf(unit ? unitNameOn(unit, period.end) : adjustment.unit, portal.config),
    period: period.id,
    dimension,
    dimension_name: dimensionName(programme.result.programme, dimension, portal.config),
    kind,
    points,
    effect,
    reason,
    status,
    ...(!dropRepeats(beside).includes(adjustment) && { repeat: true as const }),
    document: programme.source.document(adjustment.document),
    date,
    ...(note && { note }),
  };
}
