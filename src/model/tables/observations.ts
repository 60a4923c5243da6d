/** Table `observations` (指标数据): values of indicators. */
import { z } from 'zod';
import { dateColumn, numberColumn, periodColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

/** Status of a figure (数据状态) and what offices write for it. */
export const STATUS_WORDS = {
  final: ['正式', '最终', '终值'],
  provisional: ['初步', '暂定', '初值'],
  revised: ['修订', '已修订'],
  estimated: ['估计', '估算'],
  not_submitted: ['未报送', '未报', '未提交'],
  late: ['迟报', '逾期报送'],
  not_applicable: ['不适用'],
  exempt: ['豁免', '免考', '免予考核'],
  suppressed: ['不公开', '不予公开'],
  under_review: ['复核中', '核查中'],
} as const;

export const observationsSchema = z.object({
  programme: referenceColumn('programmes', 'The programme.'),
  unit: referenceColumn('units', 'The unit that was measured.'),
  indicator: referenceColumn('indicators', 'The indicator.'),
  period: periodColumn('The period that the value is of: 2023, 2023-Q3, 2023-09, 2023-W36, 2023-01..08, 2018/19, 2010..2014, s2 …'),
  value: numberColumn('The value. Leave it blank where there is none and say why in status; blank is never zero.').optional(),
  status: wordColumn('State of the figure, and the reason where there is none. Default: final.', STATUS_WORDS).optional(),
  target: numberColumn('The unit’s own target in this period.').optional(),
  planned: numberColumn('The value planned by the end of the period.').optional(),
  denominator: numberColumn('What the value was divided by.').optional(),
  revision: numberColumn(
    '1 for the first publication, 2 for its first revision … The highest one counts, the others are history; a final one that differs from a final one before it is shown as revised.',
  ).optional(),
  received_on: dateColumn('Day on which the unit handed it in.').optional(),
  published_on: dateColumn('Day on which it may be published; before it, the row is not on the site.').optional(),
  source: textColumn('Where the value comes from.').optional(),
  note: textColumn('A sentence for readers.').optional(),
});
