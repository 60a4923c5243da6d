/** Table `progress` (任务进度): how far a task was on a day. */
import { z } from 'zod';
import { dateColumn, numberColumn, referenceColumn, textColumn } from '../columns.ts';

export const progressSchema = z.object({
  task: referenceColumn('tasks', 'The task.'),
  as_of: dateColumn('The day.'),
  actual: numberColumn('Percent done, or the value reached where the task has a target value.').optional(),
  planned: numberColumn('What was planned for this day, in the same measure.').optional(),
  note: textColumn('A sentence for readers.').optional(),
});
