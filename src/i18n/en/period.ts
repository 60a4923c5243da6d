/** Section `period` of the dictionary: what a period is called. */
import type { period as zh } from '../zh-CN/period.ts';

export const period: Readonly<Record<keyof typeof zh, string>> = {
  'period.year': '{year}',
  'period.half1': 'H1 {year}',
  'period.half2': 'H2 {year}',
  'period.quarter': 'Q{n} {year}',
  'period.bimonth': '{from} and {to} {year}',
  'period.month': '{month} {year}',
  'period.week': 'Week {n} of {year}',
  'period.ytd': '{from}–{to} {year}',
  'period.ytdAcross': '{from} {year} – {to} {last}',
  'period.fiscal': '{year}',
  'period.fiscalQuarter': 'Q{n} {year}',
  'period.years': '{from} to {to}',
  'period.session': 'Session {n}',
};
