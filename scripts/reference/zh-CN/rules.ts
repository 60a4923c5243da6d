/** Chinese of the reference: rules. */
import type { Sentences } from '../speaker.ts';

export const rules: Sentences = {
  'All of these hold.': '各条件都成立。',
  'At least one of these holds.': '至少有一个条件成立。',
  'This does not hold.': '条件不成立。',
  'None of these holds: exemptions, said as such on the award page.': '各条件都不成立：即除外情形，授牌记录的页面上照此说明。',
  'A place in the ranking.': '排名的位次。',
  'Counted from the first or from the last place. Default: top.': '从第一名数起（`top`）还是从末位数起（`bottom`）。默认：`top`。',
  'How many places; a number, or one a group.': '取几名；可以只写一个数，也可以各组分别写。',
  'Share of the ranked units, 0–1; a number, or one a group.': '取参加排名单位的多大比例，0 至 1；可以只写一个数，也可以各组分别写。',
  'Ranked within the group or among all. Default: group.': '在组内排名（`group`）还是在全部单位中排名（`all`）。默认：`group`。',
  'A dimension, an indicator or total; default: what the instrument’s scope says.':
    '按哪个维度或指标排名，总分写 total；不写的，依牌令旗的 `scope`。',
  'A number of the unit in this period.': '单位本期的一个数字。',
  'What is measured: ratio is value ÷ target (1 is on target), completion the same in percent (of a task: its progress; of a unit, given for a task or a batch and without a figure named: the percentage of its tasks in it that are closed), gap_points what is short of the plan, or of the target where there is no plan (what is above it where lower is better, the distance where a target is to be hit), gap_ratio that as a share of it (0 to 1). Default: value of the indicator, else score.':
    '取什么数。`score`：得分；`value`：数值；`ratio`：数值 ÷ 目标（1 即恰好达到目标）；`completion`：同样的比例，以百分数计（任务为其进度；因任务或批次授予单位而没有点名指标的，为该单位有关任务的销号率）；`gap_points`：比计划少多少，没有计划的比目标（越低越好的，为高出多少；越接近目标越好的，为相差多少）；`gap_ratio`：这一差距占计划或目标的比例（0 至 1）；`denominator`：基数。默认：点名了指标的为 `value`，否则为 `score`。',
  'The indicator.': '指标。',
  'The dimension.': '维度。',
  'Places gained since the period before.': '比上一期上升几位。',
  'A dimension or total.': '维度，总分写 total。',
  'The score in scope lies within bounds.': '所涉维度的得分（或总分）在上下限之内。',
  'Status of the figure; or status, kind, effect, reason or dedupe_key of an adjustment of the unit in this period; of what is given for tasks also the stage or outcome of the task, an event of it, or the outcome of a filing about it.':
    '数据的状态，如 `not_submitted` 未报送（全部见指标数据表的“状态”）；或者该单位本期加减分的状态、类型、影响、原因或同项标识；授予任务或因任务授予的，还可以写任务的环节或结果、发生过的事项、有关备案的结果。',
  'Whether a veto stands: on the dimension in scope or on the total; in the scope overall on any dimension, too.':
    '是否被一票否决：看所涉的维度和总分；因总体情况授予的，任何一个维度被否决都算。',
  'Only in these groups.': '限于这些组。',
  'Only units of these kinds.': '限于这些类别的单位。',
  'The state of the task on the day that is judged; of a unit, of one at least of the tasks that it leads.':
    '任务在评定那一天的情况；授予单位的，它牵头的任务中有一项符合即可。',
  'Days past its due date, up to the day on which it was closed or suspended; 0 until then.':
    '超过时限的天数；已销号或暂缓的，算到那一天为止；没有超过的为 0。',
  'Days past the due date of its most overdue milestone; 0 where none is.': '逾期最久的节点超过时限的天数；没有逾期节点的为 0。',
  'Days since the last news of it.': '距最近一次动态的天数。',
  'Working days until it is due, of a task that is under way; below 0 after that.': '在推进的任务距时限还有几个工作日；过了时限的为负数。',
  'Planned minus actual progress, in points. A plan that was filed for a day counts in the period of that day only.':
    '计划进度减实际进度，以百分点计。按日期填报的计划，只用于那一天所在的一期。',
  'Planned minus actual progress, as a share of the planned; of a filed plan, as with the points.':
    '计划进度减实际进度，占计划进度的比例；填报的计划同上。',
  'Stage or outcome (open, closed, withdrawn, carried) of the task.':
    '任务的环节，或者结果：open 在办、closed 办结、withdrawn 撤榜等、carried 结转。',
  'Escalation: what the holder was given, the occasion that is judged included, but not, of what is checked against records (source: both), what its record does not have yet; of the same dimension where both instruments are given for one. Without a number: this time.':
    '升级：同一对象得到过另一种牌令旗，本次也算在内（但与登记核对的，即 `source: both`，本次尚未登记的不算）；两种都因维度授予的，指同一个维度。下面几个数都不写的，指本次得到。',
  'The other instrument.': '另一种牌令旗。',
  'Held in this many periods in a row.': '连续这么多期得到。',
  '[k, n]: held in at least k of the last n periods.': '[k, n]：最近 n 期里至少 k 期得到。',
  'Held this many times in all. What happens once (holding: event), by a rule of nothing but other awards, happens again only where one more was added.':
    '累计得到这么多次。一次性的（`holding: event`）、规则只引用其他牌令旗的，再多得一次才会再次触发。',
  'When the running total starts anew; a week is of the year that numbers it. Default: year.':
    '累计次数什么时候重新计算：`year` 每年重算，`never` 不清零；一周算作其编号所在的那一年。默认：`year`。',
  'What a gap does to a row: a period that is missing, or one in which the unit had no place and was not given it. breaks: it ends the row, and counts among the last n; skips: it is passed over, and nothing is given in it. Default: breaks.':
    '空缺（少一期，或者该单位那一期既没有位次也没有得到）怎样算。`breaks`：连续到此中断，“最近 n 期”里也占一期；`skips`：跳过不算，那一期也不会授予。默认：`breaks`。',
  'What becomes of units that tie at the last place. include: all are taken; exclude: none of them, where not all have room; tiebreak: ranking.tiebreak must have told them apart. Default: include.':
    '与最后一个名额并列的怎么办。`include`：一并列入；`exclude`：超出名额的，并列的都不列入；`tiebreak`：须由 `ranking.tiebreak` 分出先后。默认：`include`。',
  'Fewest units that must be ranked: in each ranking that the rule cuts, else in the one in scope. Default: 1.':
    '参加排名的单位至少要有几个：规则取名次的，看所取的每个排名；否则看所涉的排名。默认：1。',
  'How a share of the units becomes a whole number: floor (down), round (to the nearest) or ceil (up). Default: round.':
    '按比例算出的名额怎样取整：`floor` 舍去小数，`round` 四舍五入，`ceil` 有小数就进一。默认：`round`。',
};
