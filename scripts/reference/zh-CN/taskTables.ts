/** Chinese of the reference: tables of tasks. */
import type { Sentences } from '../speaker.ts';

export const tasks: Sentences = {
  'Id of the task, used in addresses and by the tables of roles, events and milestones.': '任务的编号，用于网址，责任单位、动态、节点等表都用它。',
  'The programme.': '机制。',
  'Title of the task.': '任务的标题。',
  'The batch that it was posted in.': '发榜的批次。',
  'The category, as the programme names them.': '类别，见机制文件。',
  'Where it came from: assigned from above, proposed by a unit …': '来源，如自上而下、主动申报。',
  'Day on which it was posted. Blank: not posted yet, where the programme lists the stage draft.':
    '发榜的日期。机制列有 draft（拟列）这一环节的，留空即尚未发榜。',
  'The due date that was published first; may be vague (2023年8月下旬) and then counts as its last day.':
    '最初公布的时限；可以不具体到日（2023年8月下旬），以那一段的最后一天为准。',
  'What is to be reached, in words.': '要达到的目标，用文字说明。',
  'What is to be reached, as a number.': '要达到的目标，用数字表示。',
  'Unit of measurement of the target.': '目标的计量单位。',
  'The year that the task belongs to.': '任务所属的年度。',
  'The earlier task that it continues.': '接续的是以前的哪项任务。',
  'The task that it is a part of.': '属于哪项任务的一部分。',
  'names: published; counts: only counted, and what is given for it names no task; internal: left out with what is given for it. Default: names.':
    '公开：照常公布；仅计数：只计入数目，因它授予的牌令旗也不写任务名称；内部：连同因它授予的一起不公布。默认：公开。',
  'A sentence or more for readers.': '给读者看的说明，可以写几句。',
};

export const taskUnits: Sentences = {
  'The task.': '任务。',
  'The unit.': '单位。',
  'first_responsible, lead, co_lead, assist, supervisor, sponsor, or a role that the programme adds.': '角色，见下表；机制也可以自定角色。',
  'Percent of the task that counts for the unit, where the office splits it.': '这项任务有百分之多少计入该单位（由几个单位分摊的）。',
  'First day of the role; blank = from the start.': '担任的第一天；留空即从一开始。',
  'Last day of the role; blank = to the end.': '担任的最后一天；留空即到最后。',
  'Leads, and answers for the task first: of several that lead, the one that it counts for.':
    '牵头，而且首先对任务负责：几个单位牵头的，任务计入它。',
  'Leads. Where nobody is first responsible, the task counts for the first of these.': '牵头。没有第一责任单位的，任务计入排在最前的牵头单位。',
  'Leads together with the others. What rules and pages say of those who lead holds for it too.':
    '与其他单位共同牵头；规则和网页上所说的牵头单位也包括它。',
  'Helps. It is named, and the task counts for it nowhere.': '配合。列出名称，任务不计入它。',
  'Sees to it that the task is done. It is named, and the task counts for it nowhere.': '督促任务完成。列出名称，任务不计入它。',
  'Stands behind the task. It is named, and the task counts for it nowhere; persons are not published.':
    '挂点联系、推动任务。列出名称，任务不计入它；个人不公布。',
};

export const taskEvents: Sentences = {
  'The task.': '任务。',
  'Day on which it happened. Events of one day happened in the order of their rows; in a file that is sorted newest first, from below.':
    '发生的日期。同一天的几件事以行的先后为序；文件是新的在前的，从下往上算。',
  'A stage (posted, claimed, closed …), a side stage (suspended, withdrawn …) or what happened (extended, transferred …).':
    '到了哪个环节（发榜、揭榜、销号等）、转入哪种情形（暂缓、撤榜等），或者发生了什么（延期、移交等），见下表。',
  'The unit that did or asked for it.': '经办或提出的单位。',
  'transferred: the unit that gave it away.': '用于移交：移出的单位。',
  'transferred: the unit that took it over.': '用于移交：移入的单位。',
  'extended: the new due date; may be vague (2023年12月底) and then counts as its last day.':
    '用于延期：新的时限；可以不具体到日（2023年12月底），以那一段的最后一天为准。',
  'progress: percent done or the value reached; target_changed: the new target.': '用于进展：完成的百分比或数量；用于调整目标：新的目标。',
  'milestone_done: the milestone.': '用于节点完成：哪个节点。',
  'Why, for readers.': '原因，会公布。',
  'The document that ordered it.': '作为依据的文件。',
  'Status: proposed, not posted yet; counts nowhere as posted.': '状态：拟列，尚未发榜，不计入发榜数。',
  'Status: posted. A task with posted_on needs no such event.': '状态：已发榜。填了发榜日期的任务不必再写。',
  'Status: a unit took it on.': '状态：有单位揭榜。',
  'Status: the order was given.': '状态：责任令已下达。',
  'Status: under way.': '状态：在推进。',
  'Status: said to be done, and waiting for acceptance.': '状态：已申请销号，等待验收。',
  'Status: accepted; closes the task where the programme has no stage closed.': '状态：已验收；机制没有 closed（销号）这一环节的，验收即办结。',
  'Status: closed. Its clock stands still.': '状态：已销号，不再计算期限。',
  'Status: judged; the task stays closed.': '状态：已考评；任务仍为办结。',
  'Side stage: held up. Its clock stands still: days overdue are counted up to that day.': '转为暂缓：不再计算期限，逾期天数算到这一天为止。',
  'Side stage: taken off the list. It is not among the closed.': '转为撤榜：从清单撤下，不计入办结。',
  'Side stage: off the list, since nobody took it on.': '转为流榜：无人揭榜，从清单撤下。',
  'Side stage: off the list, and part of another.': '转为合并：并入另一项任务，从清单撤下。',
  'Side stage: off the list, and made into others.': '转为拆分：拆成几项任务，从清单撤下。',
  'Side stage: goes on in a later list; it is carried, neither open nor closed.': '转为结转：列入以后的清单接着办，既不算在办，也不算办结。',
  'Side stage: off the list undone.': '转为未完成：没有办成，从清单撤下。',
  'Due on new_due_on from now on; the original date stays in sight.': '时限从此改为“新时限”；最初的时限仍然公布。',
  'to_unit leads in place of from_unit.': '从此由移入单位代替移出单位牵头。',
  'value is the target from now on.': '从此以“数值”为目标。',
  'value is what is done: a percentage, or an amount where the task has a target.': '“数值”为已完成的部分：百分比，或者数量（任务有目标值的）。',
  'The milestone is done.': '该节点已完成。',
  'Status: again the last stage at which the task was under way. Days overdue are counted from the due date again, which an extension moves.':
    '状态：回到最近一个在推进的环节。逾期天数仍从时限起算，时限另有延期的从其规定。',
  'The task is counted as commended.': '任务计入受到嘉奖的。',
  'The task is counted as one for which somebody was held accountable.': '任务计入被问责的。',
  'Who answers for it is exempted: what was held against the task is annotated.': '有关单位已获免责：因这项任务作出的不利记录加注说明。',
  'Is printed, and changes nothing.': '照登，不改变任何结果。',
};

export const milestones: Sentences = {
  'The task.': '任务。',
  'Id of the milestone, unique within its task.': '节点的编号，在同一任务里不能重复。',
  'What is to be done.': '要做什么。',
  'Day by which; may be vague (2023年8月下旬) and then counts as its last day.': '时限；可以不具体到日（2023年8月下旬），以那一段的最后一天为准。',
  'Its part of the task, for a plan made of milestones.': '在任务中所占的权重，用于按节点推算计划进度。',
  'Day on which it was done; blank = not yet.': '实际完成的日期；留空即尚未完成。',
  'What shows that it was done.': '以什么证明已完成。',
  'A sentence for readers.': '给读者看的说明。',
};

export const progress: Sentences = {
  'The task.': '任务。',
  'The day.': '截至哪一天。',
  'Percent done, or the value reached where the task has a target value.': '完成的百分比；任务有目标值的，为完成的数量。',
  'What was planned for this day, in the same measure.': '到这一天计划完成多少，计法相同。',
  'A sentence for readers.': '给读者看的说明。',
};
