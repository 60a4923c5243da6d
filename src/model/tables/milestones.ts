/** Table `milestones` (任务节点): the steps of a task. */
import { z } from 'zod';
import { dateColumn, dueColumn, idColumn, numberColumn, referenceColumn, textColumn } from '../columns.ts';

export const milestonesSchema = z.object({
  task: referenceColumn('tasks', 'The task.'),
  milestone: idColumn('Id of the milestone, unique within its task.'),
  title: textColumn('What is to be done.'),
  due_on: dueColumn('Day by which; may be vague (2023年8月下旬) and then counts as its last day.'),
  weight: numberColumn('Its part of the task, for a plan made of milestones.').optional(),
  done_on: dateColumn('Day on which it was done; blank = not yet.').optional(),
  evidence: textColumn('What shows that it was done.').optional(),
  note: textColumn('A sentence for readers.').optional(),
});
