/** Table `tasks` (任务): the published task list. */
import { z } from 'zod';
import { dateColumn, dueColumn, idColumn, numberColumn, plainColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

const VISIBILITY_WORDS = {
  names: ['公开', '公开全文'],
  counts: ['仅计数', '只计数'],
  internal: ['内部', '不公开'],
} as const;

export const tasksSchema = z.object({
  task: idColumn('Id of the task, used in addresses and by the tables of roles, events and milestones.'),
  programme: referenceColumn('programmes', 'The programme.'),
  title: textColumn('Title of the task.'),
  batch: referenceColumn('batches', 'The batch that it was posted in.').optional(),
  category: referenceColumn('categories', 'The category, as the programme names them.').optional(),
  origin: referenceColumn('origins', 'Where it came from: assigned from above, proposed by a unit …').optional(),
  posted_on: dateColumn('Day on which it was posted. Blank: not posted yet, where the programme lists the stage draft.').optional(),
  due_on: dueColumn('The due date that was published first; may be vague (2023年8月下旬) and then counts as its last day.').optional(),
  target_text: textColumn('What is to be reached, in words.').optional(),
  target_value: numberColumn('What is to be reached, as a number.').optional(),
  unit_label: textColumn('Unit of measurement of the target.').optional(),
  year: plainColumn('The year that the task belongs to.').optional(),
  carried_from: referenceColumn('tasks', 'The earlier task that it continues.').optional(),
  parent: referenceColumn('tasks', 'The task that it is a part of.').optional(),
  visibility: wordColumn(
    'names: published; counts: only counted, and what is given for it names no task and tells no reason; internal: left out with what is given for it. Default: names.',
    VISIBILITY_WORDS,
  ).optional(),
  note: textColumn('A sentence or more for readers.').optional(),
});
