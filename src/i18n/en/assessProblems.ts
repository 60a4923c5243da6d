/** Section `assessProblems` of the dictionary. */
import type { assessProblems as zh } from '../zh-CN/assessProblems.ts';

export const assessProblems: Readonly<Record<keyof typeof zh, string>> = {
  'facts.one': '{subject}: {value} (the rule asks: {asks})',
  'facts.comma': ', ',
  'facts.semicolon': '; ',
  'problem.score-target': '{unit}, {period}: the target of indicator “{indicator}” is {target}, which cannot be divided by.',
  'hint.score-target': 'Scoring against a target needs one above 0. Correct the target, or score the dimension another way.',
  'problem.score-planned': '{unit}, {period}: the plan of indicator “{indicator}” is {planned}, which cannot be divided by.',
  'hint.score-planned': 'Completion is the share of what was planned: correct the plan, or leave it blank to divide by the target.',
  'problem.score-target-indicator': 'The target of indicator “{indicator}” is {target}, which cannot be divided by.',
  'hint.score-target-indicator': 'Scoring against a target needs one above 0. Correct the target, or score the dimension another way.',
  'problem.score-target-missing': 'Indicator “{indicator}” is scored against a target and has none.',
  'hint.score-target-missing': 'Give the target in the indicators table, or row by row in the observations.',
  'problem.score-ratio-zero': '{unit}, {period}: indicator “{indicator}” is {value}; where lower is better, no ratio follows from that.',
  'hint.score-ratio-zero': 'Give the scoring rule a cap: such values then score the cap.',
  'problem.score-band': '{unit}, {period}: indicator “{indicator}” is {value}, which lies in none of the bands.',
  'hint.score-band': 'Add a band that holds the value, or correct the value.',
  'problem.score-blocked': '{unit}, {period}: “{measure}” is missing, and this programme publishes nothing with gaps.',
  'hint.score-blocked': 'Supply the figure; or, where none is due, add a row with the status not_applicable or exempt.',
  'problem.dimension-periods-apart':
    'Dimension “{dimension}” can rank nobody: its indicators never have figures of the same period. Their last ones are: {parts}.',
  'hint.dimension-periods-apart':
    'Give the figures of all its indicators for periods of one kind (a figure to date may stand under its month), or make dimensions of the indicators.',
  'problem.dimension-periods-partial':
    'Dimension “{dimension}” is ranked by a part of its indicators only: they never have figures of the same period. Their last ones are: {parts}.',
  'hint.dimension-periods-partial':
    'If that is not meant, give the figures for periods of one kind (a figure to date may stand under its month), or make dimensions of the indicators.',
  'problem.task-lead-ended': '“{unit}”, which ended on {edge}, still leads {n} open {n#task|tasks}, such as “{task}”.',
  'hint.task-lead-ended': 'Enter who took over as an event “transferred” in task_events, with from_unit and to_unit; or close what is closed.',
  'problem.unit-ungrouped': '“{unit}” has figures in “{programme}” for {periods}, but is in no group then, so that it stands in no table.',
  'hint.unit-ungrouped': 'Give the unit a row in memberships that holds on the last day of the period, or mend the dates of the one that it has.',
  'problem.total-differs':
    '{unit}, {period}: a total of {recorded} is recorded, but the dimensions come to {computed}. {n} {n#total differs|totals differ} so.',
  'hint.total-differs':
    'The record stands and is what is ranked. If it should not, mend the total, the scores or the weights, or leave the totals out.',
  'problem.total-too-high':
    '{unit}, {period}: a total of {recorded} is recorded, but by the scoring rules, bonuses and caps none is above {highest}. {n} {n#total is|totals are} too high so.',
  'hint.total-too-high': 'The record stands and is what is ranked. Check the total, the caps, and the rows in adjustments.',
  'problem.score-passed-over':
    '{unit}, {period} ({dimension}): a score of {recorded} is given, but {none#there is no value to work it out from|the values come to }{computed}. {n} {n#score differs|scores differ} so.',
  'hint.score-passed-over':
    'What is worked out from the values counts. If the given scores should, set the dimension’s scoring to given; else mend one of them or leave the scores out. Where a score was published before, add its row with the new value and its revision, and a row in corrections.',
  'problem.total-lacking':
    '{unit}, {period}: every dimension has a score, but the total is recorded as not submitted, and so is not ranked. {n} {n#total is|totals are} so.',
  'hint.total-lacking':
    'If totals are worked out from the dimensions, do not record any: remove those rows; where totals are a column, take it out of the columns of unpivot.',
  'problem.rank-recorded': '{unit}, {period} ({dimension}): rank {recorded} is recorded, but the scores give {computed}.',
  'hint.rank-recorded':
    'Check the score and the rank. If the record stands, set ranking.recorded: record_stands, and the page will note the difference.',
  'problem.rank-recorded-none': '{unit}, {period} ({dimension}): rank {recorded} is recorded, but by the rules there is no rank.',
  'hint.rank-recorded-none':
    'Check the score, the status and any veto. If the record stands, set ranking.recorded: record_stands, and the page will note the difference.',
  'problem.task-due-before-posted': 'Task “{task}” is due on {due}, before it was posted on {posted}.',
  'hint.task-due-before-posted': 'Check due_on and posted_on.',
  'problem.award-not-by-rule': '{holder} is recorded as given “{instrument}” ({on}), but the rule does not give it. Facts: {facts}',
  'hint.award-not-by-rule':
    'Check the record and the data. If the record stands, set recorded: record_stands on the instrument, and the page will note the difference.',
  'problem.award-not-recorded': 'By the rule, {holder} should be given “{instrument}” ({on}), but no award is recorded. Facts: {facts}',
  'hint.award-not-recorded':
    'Record the award, or check the data. If the record stands, set recorded: record_stands on the instrument, and the page will note the difference.',
  'problem.award-after-computed':
    '{holder} is recorded as given “{recorded}” ({on}), but the rule gives “{instrument}”, which their family tries first. Facts: {facts}',
  'hint.award-after-computed': 'Check the record and the data, list the instruments of the family in another order, or take one out of it.',
  'problem.rule-overlap': 'The rules of “{first}” and “{second}” in family “{family}” overlap: at {measure} {band} both are met.',
  'hint.rule-overlap': 'Change the bounds of one of them, so that every value falls into one band.',
  'problem.rule-both-met':
    'The rules of “{second}” and “{first}” are met together, for instance by {holder} ({on}); {cases} {cases#case|cases} in all.',
  'hint.rule-both-met':
    'Change one of them so that both cannot be met: give one a band that starts where the other ends, or except in it what the other takes. If one escalates the other, let the graver name the lighter with instrument.',
  'problem.rule-cuts-meet':
    'A cut from the top meets one from the bottom: {holder} ({on}) would be given both “{first}” and “{second}”; {cases} {cases#case|cases} in all.',
  'hint.rule-cuts-meet':
    '{small#A group of |The group is too small for both: raise min_group, or give fewer.}{ranked}{small# is too small for |}{cuts}{small#. Set min_group to |}{least}{small# in both rules, or give fewer.|}',
  'problem.rule-hole': 'The bands of family “{family}” leave a hole: no instrument covers {from} to {to}.',
  'hint.rule-hole': 'Cover it, or name it in families with otherwise if it is meant.',
  'problem.rule-tie-unbroken': '“{instrument}” ({on}): a tie crosses the cut, the rule asks to break it, and nothing does: {holders}.',
  'hint.rule-tie-unbroken': 'Name the indicators that decide in ranking.tiebreak, or set tie_at_cut to include or exclude.',
  'problem.claim-count-differs': 'The published figure “{claim}” does not hold: {printed} was printed, the rows give {counted}.',
  'hint.claim-count-differs': 'Check the rows and what was published, and correct the one that is wrong.',
  'problem.claim-share-of-nothing':
    'The published figure “{claim}” cannot be checked: {printed} was printed, but there is nothing to take a share of.',
  'hint.claim-share-of-nothing': 'Check what share_of counts: no row matches it.',
  'problem.claim-share-differs': 'The published figure “{claim}” does not hold: {printed} was printed, the rows give {counted} ({count} of {of}).',
  'hint.claim-share-differs': 'Check the rows and what was published, and correct the one that is wrong.',
};
