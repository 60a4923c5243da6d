/** Table `unit_events` (单位变更): the life of units. */
import { z } from 'zod';
import { dateColumn, flagColumn, listColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

export const unitEventsSchema = z.object({
  unit: referenceColumn('units', 'The unit that it happened to.'),
  date: dateColumn('First day on which the new state holds.'),
  type: wordColumn('What happened: rename, merge, split, abolish, reclassify.', {
    rename: ['更名', '改名'],
    merge: ['合并', '并入'],
    split: ['拆分', '分设'],
    abolish: ['撤销', '裁撤'],
    reclassify: ['调整类别', '重新归类'],
  }),
  from_name: textColumn('Name before the day; rows from before it are printed with this name.').optional(),
  to_name: textColumn('Name from the day on.').optional(),
  successors: listColumn('Units that took over, with ; or 、 between them.', 'units').optional(),
  predecessors: listColumn('Units that it was made of, with ; or 、 between them.', 'units').optional(),
  comparable: flagColumn(
    'Whether figures before and after can be compared; a line breaks where not. Default: yes for a rename, no otherwise.',
  ).optional(),
  document: referenceColumn('documents', 'The document that ordered it.').optional(),
  note: textColumn('A sentence for readers.').optional(),
});
