/** Table `sessions` (会次): review sessions, apart from the periods that they review. */
import { z } from 'zod';
import { dateColumn, idColumn, numberColumn, periodColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

export const sessionsSchema = z.object({
  programme: referenceColumn('programmes', 'The programme.'),
  session: idColumn('Id of the session, unique within its programme: s1, s2 … It stands in addresses like a period.'),
  ordinal: numberColumn('Its number in the row of sessions; default: the order of the file.').optional(),
  held_on: dateColumn('Day on which it was really held.').optional(),
  reviews: periodColumn('The period that it reviews.').optional(),
  published_on: dateColumn(
    'Day on which its results, and the figures of the period that it reviews, may be published. Default: the day on which it is held.',
  ).optional(),
  status: wordColumn('scheduled, provisional, final, revised, cancelled, not_held. Default: final when it was held, else scheduled.', {
    scheduled: ['计划', '待召开'],
    provisional: ['初步', '暂定'],
    final: ['正式', '已召开'],
    revised: ['修订'],
    cancelled: ['取消'],
    not_held: ['未召开', '未举行'],
  }).optional(),
  reason: textColumn('Why it was not held or was changed, or what else readers must know of it: it stands beside the session.').optional(),
});
