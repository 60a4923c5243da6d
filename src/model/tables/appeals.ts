/** Table `appeals` (申诉): objections of units, and what came of them. */
import { z } from 'zod';
import { dateColumn, idColumn, plainColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

export const appealsSchema = z.object({
  appeal: idColumn('Id of the appeal.'),
  against: plainColumn('What it objects to: the id of an award, task or correction, or programme/period/unit of a figure.'),
  filed_on: dateColumn('Day on which it was filed.'),
  unit: referenceColumn('units', 'The unit that appeals.').optional(),
  state: wordColumn('filed, under_review, upheld, partly_upheld, rejected, withdrawn.', {
    filed: ['已受理', '已提交'],
    under_review: ['复核中', '审查中'],
    upheld: ['成立', '支持'],
    partly_upheld: ['部分成立', '部分支持'],
    rejected: ['驳回', '不成立'],
    withdrawn: ['撤回'],
  }),
  decided_on: dateColumn('Day of the decision.').optional(),
  decision: textColumn('The decision, for readers.').optional(),
  correction: referenceColumn('corrections', 'The correction that followed.').optional(),
});
