/** Section `assessProblems` of the dictionary. */
export const assessProblems = {
  'problem.score-target': '{unit} {period} 的指标“{indicator}”目标值为 {target}，不能用来计算完成比例。',
  'hint.score-target': '按目标计分时，目标值必须大于 0。请改正目标值，或为该维度换一种计分方法。',
  'problem.score-target-indicator': '指标“{indicator}”的目标值为 {target}，不能用来计算完成比例。',
  'hint.score-target-indicator': '按目标计分时，目标值必须大于 0。请改正目标值，或为该维度换一种计分方法。',
  'problem.score-target-missing': '指标“{indicator}”按目标计分，却没有目标值。',
  'hint.score-target-missing': '请在指标表的“目标值”栏填写目标，或在数据表中逐行填写。',
  'problem.score-ratio-zero': '{unit} {period} 的指标“{indicator}”为 {value}，越低越好的指标无法据此计算比例。',
  'hint.score-ratio-zero': '请为计分规则设上限（cap），这样的数值便按上限计分。',
  'problem.score-band': '{unit} {period} 的指标“{indicator}”为 {value}，不在任何一个分档之内。',
  'hint.score-band': '请补上包含该数值的分档，或改正数值。',
  'problem.score-blocked': '{unit} {period} 缺“{measure}”的数据，而本专项规定缺数不得发布。',
  'hint.score-blocked': '请补报数据；确不适用的，请在“状态”栏注明。',
  'problem.rank-recorded': '{unit} {period}（{dimension}）登记的名次是第 {recorded}，按得分计算是第 {computed}。',
  'hint.rank-recorded': '请核对得分和名次。如以登记名次为准，请设 ranking.recorded: record_stands，页面会注明差异。',
  'problem.rank-recorded-none': '{unit} {period}（{dimension}）登记的名次是第 {recorded}，按规则却不参加排名。',
  'hint.rank-recorded-none': '请核对得分、状态和一票否决。如以登记名次为准，请设 ranking.recorded: record_stands，页面会注明差异。',
} as const satisfies Record<string, string>;
