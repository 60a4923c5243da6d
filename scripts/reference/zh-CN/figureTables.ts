/** Chinese of the reference: tables of figures. */
import type { Sentences } from '../speaker.ts';

export const indicators: Sentences = {
  'Id of the indicator, unique within its programme.': '指标的编号，在同一机制里不能重复。',
  'The programme that uses it.': '使用这个指标的机制。',
  'The dimension that it belongs to.': '所属的维度。',
  'Name of the indicator.': '指标名称。',
  'Other names or codes that tables may use for it, with ; or 、 between them.': '各表可能用到的其他叫法或代码，用分号或顿号隔开。',
  'Unit of measurement, as printed behind the number.': '计量单位，写在数字后面。',
  'Which values are better: higher, lower, or those near the target.': '数值怎样算好：越高越好、越低越好，还是越接近目标越好。',
  'The value to reach, or for direction target the best value.': '要达到的数值；越接近目标越好的，为最好的数值。',
  'Weight within its dimension (or within the total, where indicators are the dimensions); those in force together total 100.':
    '在维度中的权重（以指标为维度的，为在总分中的权重）；同时采用的各指标合计 100。',
  'What a value covers: the period itself, the year to date, a point in time, or the change on a year earlier.':
    '数值反映什么：当期、年初以来累计、时点，或比上年同期的变化。',
  'Decimals of its values, to print and to rank by, 0 to 8. Default: as they are given.':
    '数值的小数位数，0 至 8，公布和排名都以此为准。默认：照原数。',
  'What its values and targets are multiplied by when they are read: 100 for shares that are published as fractions of one. Default: 1.':
    '读入时数值和目标要乘的倍数：占比以小数（0.95）填报的，写 100。默认：1。',
  'What it measures and how, in a few sentences.': '衡量什么、怎样计算，用几句话说明。',
  'Where the values come from.': '数值从哪里来。',
  'Version of the method that it belongs to.': '所属的办法版本。',
  'First day on which it is used.': '开始采用的日期。',
  'Last day on which it is used.': '采用到哪一天（含）。',
};

export const observations: Sentences = {
  'The programme.': '机制。',
  'The unit that was measured.': '单位。',
  'The indicator.': '指标。',
  'The period that the value is of: 2023, 2023-Q3, 2023-09, 2023-W36, 2023-01..08, 2018/19, 2010..2014, s2 …':
    '数值所属的期次：2023、2023-Q3、2023-09、2023-W36、2023-01..08、2018/19、2010..2014、s2……也可以写 2023年第三季度、2023年9月。',
  'The value. Leave it blank where there is none and say why in status; blank is never zero.':
    '数值。没有的留空，并在“状态”栏写明原因；留空从不当作零。',
  'State of the figure, and the reason where there is none. Default: final.': '数据的状态；没有数据的，写明原因。默认：正式。',
  'The unit’s own target in this period.': '该单位本期自己的目标。',
  'The value planned by the end of the period.': '到期末计划达到的数值。',
  'What the value was divided by.': '数值的分母（基数）。',
  '1 for the first publication, 2 for its first revision … The highest one counts, the others are history.':
    '第一次公布为 1，第一次修订为 2，依次类推。以最大的为准，其余作为历史保留。',
  'Day on which the unit handed it in.': '单位报送的日期。',
  'Day on which it may be published; before it, the row is not on the site.': '可以公布的日期；在此之前，这一行不会出现在网站上。',
  'Where the value comes from.': '数值从哪里来。',
  'A sentence for readers.': '给读者看的说明。',
};

export const scores: Sentences = {
  'The programme.': '机制。',
  'The unit that was scored.': '单位。',
  'The dimension; total or blank for the overall score.': '维度；总分写“总分”（total）或留空。',
  'The period that the score is of.': '得分所属的期次。',
  'The score. Leave it blank where there is none and say why in status; blank is never zero.':
    '得分。没有的留空，并在“状态”栏写明原因；留空从不当作零。',
  'The place that the office printed; it is checked against the computed one.': '已经公布的位次；程序据此与算出的位次核对。',
  'State of the figure, and the reason where there is none. Default: final.': '数据的状态；没有数据的，写明原因。默认：正式。',
  '1 for the first publication, 2 for its first revision … The highest one counts, the others are history.':
    '第一次公布为 1，第一次修订为 2，依次类推。以最大的为准，其余作为历史保留。',
  'Day on which it may be published; before it, the row is not on the site.': '可以公布的日期；在此之前，这一行不会出现在网站上。',
  'A sentence for readers: why there is no score, for example.': '给读者看的说明，例如为什么没有得分。',
};

export const adjustments: Sentences = {
  'The programme.': '机制。',
  'The unit.': '单位。',
  'The period whose total changes. It is published with the first figure of that period, not before.':
    '所影响的期次。随这一期的第一批数据一起公布，不会提前。',
  'The dimension, or blank for the total.': '维度；影响总分的留空。',
  'bonus, deduction, pre_deduction (provisional until confirmed), veto, cap.': '类型；预扣分在确认以前是暂定的。',
  'Points, always positive; a deduction’s are taken away, a cap’s are the most that the score can be, after all others. They change what is rounded and ranked, but never a total that the table scores gives.':
    '分值，一律写正数：扣分从得分中减去；封顶是其他加减分都算过以后，得分最高只能是多少。先加减，再四舍五入和排名；但不改变得分表直接给出的总分。',
  'Of a unit’s bonuses in a period that have the same word here only the highest counts, in whichever dimensions they are.':
    '同一单位同一期的几项加分，这里写的词相同的，不论在哪个维度，只计最高的一项。',
  'What it does, in words.': '有什么影响，用文字说明。',
  'Why, for readers.': '原因，会公布。',
  'proposed, confirmed, cancelled. Default: confirmed, of a pre_deduction proposed.': '状态。默认：确认；预扣分为拟定。',
  'The document that ordered it.': '作为依据的文件。',
  'Day of the decision.': '作出决定的日期。',
  'A sentence for readers.': '给读者看的说明。',
};
