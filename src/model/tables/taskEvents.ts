/** Table `task_events` (任务动态): what happened to a task, in order. Its status follows from these. */
import { z } from 'zod';
import { dateColumn, dueColumn, numberColumn, referenceColumn, textColumn } from '../columns.ts';

/** What may happen to a task, and what offices call it. A programme's own names for its stages are understood as well. */
export const EVENT_WORDS = {
  draft: ['拟列'],
  posted: ['发榜', '发布'],
  claimed: ['揭榜'],
  ordered: ['下达责任令', '下达'],
  in_progress: ['推进中', '启动', '开工'],
  submitted: ['申请销号', '提请验收'],
  accepted: ['验收', '通过验收'],
  closed: ['销号', '办结', '完成'],
  evaluated: ['考评', '评价'],
  suspended: ['暂缓', '中止'],
  withdrawn: ['撤榜', '撤销'],
  unclaimed: ['流榜'],
  merged: ['合并'],
  split: ['拆分'],
  carried_over: ['结转'],
  failed: ['失败', '未完成'],
  extended: ['延期'],
  transferred: ['移交', '变更责任单位'],
  target_changed: ['调整目标'],
  progress: ['进展'],
  milestone_done: ['节点完成'],
  resumed: ['恢复'],
  commended: ['嘉奖', '表扬'],
  held_accountable: ['问责'],
  exempted: ['免责', '容错免责'],
  note: ['说明', '备注'],
} as const;

/** What each event does to a task, for the reference. A task's status is the last stage or side stage that its events name. */
export const EVENT_MEANINGS: Readonly<Record<keyof typeof EVENT_WORDS, string>> = {
  draft: 'Status: proposed, not posted yet; counts nowhere as posted.',
  posted: 'Status: posted. A task with posted_on needs no such event.',
  claimed: 'Status: a unit took it on.',
  ordered: 'Status: the order was given.',
  in_progress: 'Status: under way.',
  submitted: 'Status: said to be done, and waiting for acceptance.',
  accepted: 'Status: accepted; closes the task where the programme has no stage closed.',
  closed: 'Status: closed. Its clock stands still.',
  evaluated: 'Status: judged; the task stays closed.',
  suspended: 'Side stage: held up. Its clock stands still: days overdue are counted up to that day.',
  withdrawn: 'Side stage: taken off the list. It is not among the closed.',
  unclaimed: 'Side stage: off the list, since nobody took it on.',
  merged: 'Side stage: off the list, and part of another.',
  split: 'Side stage: off the list, and made into others.',
  carried_over: 'Side stage: goes on in a later list; it is carried, neither open nor closed.',
  failed: 'Side stage: off the list undone.',
  extended: 'Due on new_due_on from now on; the original date stays in sight.',
  transferred: 'to_unit leads in place of from_unit.',
  target_changed: 'value is the target from now on.',
  progress: 'value is what is done: a percentage, or an amount where the task has a target.',
  milestone_done: 'The milestone is done.',
  resumed:
    'Status: again the last stage at which the task was under way. Days overdue are counted from the due date again, which an extension moves.',
  commended: 'The task is counted as commended.',
  held_accountable: 'The task is counted as one for which somebody was held accountable.',
  exempted: 'Who answers for it is exempted: what was held against the task is annotated.',
  note: 'Is printed, and changes nothing.',
};

export const taskEventsSchema = z.object({
  task: referenceColumn('tasks', 'The task.'),
  date: dateColumn(
    'Day on which it happened. Events of one day happened in the order of their rows; in a file that is sorted newest first, from below.',
  ),
  event: referenceColumn(
    'stages',
    'A stage (posted, claimed, closed …), a side stage (suspended, withdrawn …) or what happened (extended, transferred …).',
  ),
  by_unit: referenceColumn('units', 'The unit that did or asked for it.').optional(),
  from_unit: referenceColumn('units', 'transferred: the unit that gave it away.').optional(),
  to_unit: referenceColumn('units', 'transferred: the unit that took it over.').optional(),
  new_due_on: dueColumn('extended: the new due date; may be vague (2023年12月底) and then counts as its last day.').optional(),
  value: numberColumn('progress: percent done or the value reached; target_changed: the new target.').optional(),
  milestone: referenceColumn('milestones', 'milestone_done: the milestone.').optional(),
  reason: textColumn('Why, for readers.').optional(),
  document: referenceColumn('documents', 'The document that ordered it.').optional(),
});
