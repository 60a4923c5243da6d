/** Section `period` of the dictionary: what a period is called. */
export const period = {
  'period.year': '{year}年',
  'period.half1': '{year}年上半年',
  'period.half2': '{year}年下半年',
  'period.quarter': '{year}年第{n}季度',
  'period.bimonth': '{year}年第{n}双月（{from}—{to}月）',
  'period.month': '{year}年{month}月',
  'period.week': '{year}年第{n}周',
  'period.ytd': '{year}年{from}—{to}月',
  'period.ytdAcross': '{year}年{from}月—{last}年{to}月',
  'period.fiscal': '{year}年度',
  'period.fiscalQuarter': '{year}年度第{n}季度',
  'period.years': '{from}—{to}年',
  'period.session': '第{n}次评议会',
} as const satisfies Record<string, string>;
