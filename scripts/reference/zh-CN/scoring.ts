/** Chinese of the reference: methods of scoring, and what is done about missing figures. */
import type { Sentences } from '../speaker.ts';

export const scoring: Sentences = {
  'Nothing is worked out: the table scores gives the score, or a dimension that is one indicator is ranked by its values. By any other method, too, its score stands in a period without values; beside values it is passed over, and where it differs that is told; one that was published before them is then “revised”.':
    '直接给分，不折算：采用得分表（`scores`）给出的得分；由一个指标构成的维度，没有给出得分的，直接按数值排名。采用其他方法的维度，没有数值的期次也采用得分表的得分；既有数值又有得分的，以数值计算为准，两者不同时会提醒；得分先公布、数值后到的，数值算出的得分标为“已更正”。',
  'Percent of the target: value ÷ target × 100. Of an indicator of which lower is better, target ÷ value × 100; of one whose target is to be hit, 100 × (1 − |value − target| ÷ target). The target is the row’s own, else the indicator’s, and above 0. A value of 0 or less where lower is better scores the cap; without one the build stops.':
    '与目标之比，即完成目标的百分比：数值 ÷ 目标 × 100。越低越好的指标，目标 ÷ 数值 × 100；越接近目标越好的指标，100 ×（1 − |数值 − 目标| ÷ 目标）。目标取这一行自己的，没有的取指标的，须大于 0。越低越好而数值为 0 或负数的，得上限（`cap`）；没有上限的，程序停下来报错。',
  'Percent done: value ÷ planned × 100, where the row says what was planned by now; else value ÷ target × 100; without either, the value is a percentage already.':
    '完成率，即完成计划的百分比：这一行写了计划值的，数值 ÷ 计划值 × 100；没有的，数值 ÷ 目标 × 100；两样都没有的，数值本身就是百分比。',
  'The score of the band that the value, as it is printed, lies in.': '分档给分：数值（取公布的小数位）落在哪一档，就得那一档的分。',
  'The points of its place among the units that it is ranked with, by the indicator’s direction; values are rounded to their printed decimals first.':
    '按位次给分：看在同组中的位次，位次依指标的方向排定；数值先四舍五入到公布的小数位。',
  'start − per × value.': '扣分：start − per × 数值。',
  'start + per × value.': '计件给分：start + per × 数值。',
  'In proportion from the worst of the units that it is ranked with (from) to the best (to), by the indicator’s direction: from + (to − from) × distance from the worst ÷ distance between worst and best. Where all are alike, all get to. Values are rounded to their printed decimals first.':
    '组内折算：最差的得 `from`，最好的得 `to`，其余按比例折算，好坏依指标的方向：from +（to − from）× 与最差的差距 ÷ 最好与最差的差距。全组数值都相同的，都得 `to`。数值先四舍五入到公布的小数位。',
  'Growth since the same period of the year before, (value − before) ÷ |before|, scored as by minmax, unrounded. Of an indicator with basis yoy the value is the growth already. Not applicable where there is no figure before, or where it is 0.':
    '同比变化，即与上年同期相比的增幅：（数值 − 上年）÷ |上年|，再照 `minmax` 折算，不先四舍五入。口径（`basis`）为同比（`yoy`）的指标，数值本身就是增幅。上年同期没有数据或者为 0 的，为“不适用”。',
};

export const missing: Sentences = {
  'It costs the score.': '缺一项就没有得分。',
  'What was not submitted, or is still late, counts as a score of 0 (never as a value of 0). What is missing for another reason costs the score.':
    '未报送的，以及迟报而尚未收到的，按 0 分计（得分计为 0，不是数值计为 0）。因其他原因缺少的，没有得分。',
  'What does not apply to a unit, or what it is exempt from, is left out, and the other weights grow in proportion. What is missing for another reason costs the score.':
    '对该单位不适用的、获得豁免的，不计入，其余各项的权重按比例放大。因其他原因缺少的，没有得分。',
  'In the place of a value, or of a given score, that was not submitted or is still late stands the latest one before it, with its status, target and plan. A period in which the figure is missing for another reason ends that. Growth, too, is worked out from such values.':
    '未报送的，以及迟报而尚未收到的，沿用最近一期的数值或给出的得分，连同当时的状态、目标和计划。中间有一期因其他原因缺少的，不再往前取。同比增幅也按沿用的数值计算。',
  'What was not submitted, or is late, stops the build. What is missing for another reason costs the score.':
    '有未报送或迟报的，停下来报错。因其他原因缺少的，没有得分。',
};
