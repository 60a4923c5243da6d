/** Table `task_units` (任务责任单位): who does what in a task. */
import { z } from 'zod';
import { dateColumn, numberColumn, referenceColumn } from '../columns.ts';

/** Roles in a task, and what offices call them. A programme may add its own. */
export const ROLE_WORDS = {
  first_responsible: ['第一责任单位', '首要责任'],
  lead: ['牵头', '牵头单位', '责任单位', '主办'],
  co_lead: ['共同牵头', '联合牵头', '并列牵头'],
  assist: ['配合', '配合单位', '协办', '协助'],
  supervisor: ['督办', '督办单位', '监督'],
  sponsor: ['项目长', '挂点领导', '包保', '领办'],
} as const;

/** What each role means, for the reference. */
export const ROLE_MEANINGS: Readonly<Record<keyof typeof ROLE_WORDS, string>> = {
  first_responsible: 'Leads, and answers for the task first: of several that lead, the one that it counts for.',
  lead: 'Leads. Where nobody is first responsible, the task counts for the first of these.',
  co_lead: 'Leads together with the others. What rules and pages say of those who lead holds for it too.',
  assist: 'Helps. It is named, and the task counts for it nowhere.',
  supervisor: 'Sees to it that the task is done. It is named, and the task counts for it nowhere.',
  sponsor: 'Stands behind the task. It is named, and the task counts for it nowhere; persons are not published.',
};

export const taskUnitsSchema = z.object({
  task: referenceColumn('tasks', 'The task.'),
  unit: referenceColumn('units', 'The unit.'),
  role: referenceColumn('roles', 'first_responsible, lead, co_lead, assist, supervisor, sponsor, or a role that the programme adds.'),
  share: numberColumn('Percent of the task that counts for the unit, where the office splits it.').optional(),
  from: dateColumn('First day of the role; blank = from the start.').optional(),
  to: dateColumn('Last day of the role; blank = to the end.').optional(),
});
