/** Table `corrections` (更正): what was changed after publication, and why. */
import { z } from 'zod';
import { dateColumn, idColumn, periodColumn, plainColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

export const correctionsSchema = z.object({
  correction: idColumn('Id of the correction.'),
  kind: wordColumn('revision, correction, methodology, retraction.', {
    revision: ['修订'],
    correction: ['更正', '勘误'],
    methodology: ['方法调整', '口径调整'],
    retraction: ['撤回'],
  }),
  severity: plainColumn('How much it matters, in the office’s own word.').optional(),
  published_on: dateColumn('Day on which it was published.'),
  programme: referenceColumn('programmes', 'The programme; blank = the whole portal.').optional(),
  period: periodColumn('The period whose figures changed.').optional(),
  unit: referenceColumn('units', 'The unit whose figure changed.').optional(),
  award: referenceColumn('awards', 'The award that it is about, as one that is taken back: both pages lead to each other.').optional(),
  field: plainColumn('What changed: the dimension, indicator or column.').optional(),
  old: plainColumn('What stood there before.').optional(),
  new: plainColumn('What stands there now.').optional(),
  reason: textColumn('Why, for readers.'),
  approved_by: textColumn('Who approved it: an office, never a person.').optional(),
  document: referenceColumn('documents', 'The document that ordered it.').optional(),
});
