/** Table `adjustments` (加减分): what changes a unit's total beside its scores. */
import { z } from 'zod';
import { dateColumn, numberColumn, periodColumn, plainColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

/** What an adjustment may be. */
export const ADJUSTMENT_KINDS = {
  bonus: ['加分', '奖励加分'],
  deduction: ['扣分', '减分'],
  pre_deduction: ['预扣分', '预扣'],
  veto: ['一票否决', '否决'],
  cap: ['封顶', '限分'],
} as const;

/** How far the decision on it is. */
export const ADJUSTMENT_STATES = {
  proposed: ['拟定', '待确认'],
  confirmed: ['确认', '已确认'],
  cancelled: ['取消', '已取消', '撤销'],
} as const;

export const adjustmentsSchema = z.object({
  programme: referenceColumn('programmes', 'The programme.'),
  unit: referenceColumn('units', 'The unit.'),
  period: periodColumn('The period whose total changes. It is published with the first figure of that period, not before.'),
  dimension: referenceColumn('dimensions', 'The dimension, or blank for the total.').optional(),
  kind: wordColumn('bonus, deduction, pre_deduction (provisional until confirmed), veto, cap.', ADJUSTMENT_KINDS),
  points: numberColumn(
    'Points, always positive; a deduction’s are taken away, a cap’s are the most that the score can be, after all others. They change what is rounded and ranked, but never a total that the table scores gives.',
  ).optional(),
  dedupe_key: plainColumn(
    'Of a unit’s bonuses in a period that have the same word here only the highest counts, in whichever dimensions they are.',
  ).optional(),
  effect: textColumn('What it does, in words.').optional(),
  reason: textColumn('Why, for readers.'),
  status: wordColumn('proposed, confirmed, cancelled. Default: confirmed, of a pre_deduction proposed.', ADJUSTMENT_STATES).optional(),
  document: referenceColumn('documents', 'The document that ordered it.').optional(),
  date: dateColumn('Day of the decision.').optional(),
  note: textColumn('A sentence for readers.').optional(),
});
