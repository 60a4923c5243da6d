/** Section `assessProblems` of the dictionary. */
import type { assessProblems as zh } from '../zh-CN/assessProblems.ts';

export const assessProblems: Readonly<Record<keyof typeof zh, string>> = {
  'problem.score-target': '{unit}, {period}: the target of indicator "{indicator}" is {target}, which cannot be divided by.',
  'hint.score-target': 'Scoring against a target needs one above 0. Correct the target, or score the dimension another way.',
  'problem.score-target-indicator': 'The target of indicator "{indicator}" is {target}, which cannot be divided by.',
  'hint.score-target-indicator': 'Scoring against a target needs one above 0. Correct the target, or score the dimension another way.',
  'problem.score-target-missing': 'Indicator "{indicator}" is scored against a target and has none.',
  'hint.score-target-missing': 'Give the target in the indicators table, or row by row in the observations.',
  'problem.score-ratio-zero': '{unit}, {period}: indicator "{indicator}" is {value}; where lower is better, no ratio follows from that.',
  'hint.score-ratio-zero': 'Give the scoring rule a cap: such values then score the cap.',
  'problem.score-band': '{unit}, {period}: indicator "{indicator}" is {value}, which lies in none of the bands.',
  'hint.score-band': 'Add a band that holds the value, or correct the value.',
  'problem.score-blocked': '{unit}, {period}: "{measure}" is missing, and this programme publishes nothing with gaps.',
  'hint.score-blocked': 'Supply the figure, or say in its status why there is none.',
  'problem.rank-recorded': '{unit}, {period} ({dimension}): rank {recorded} is recorded, but the scores give {computed}.',
  'hint.rank-recorded':
    'Check the score and the rank. If the record stands, set ranking.recorded: record_stands, and the page will note the difference.',
  'problem.rank-recorded-none': '{unit}, {period} ({dimension}): rank {recorded} is recorded, but by the rules there is no rank.',
  'hint.rank-recorded-none':
    'Check the score, the status and any veto. If the record stands, set ranking.recorded: record_stands, and the page will note the difference.',
};
