/** The facts of a rule in the words of messages: `总分的位次：2（规则要求：排在第一）`. */
import { getTranslate, type Key, type Translate } from '../i18n/index.ts';
import { METRICS, type Metric, TASK_MEASURES, type TaskMeasure } from '../model/config.ts';
import type { Names } from './names.ts';
import type { Fact } from './results.ts';

const ASKS: readonly (readonly [RegExp, Key])[] = [
  [/^top (?<n>1)$/, 'award.asks.first'],
  [/^bottom (?<n>1)$/, 'award.asks.last'],
  [/^top (?<n>\d+)$/, 'award.asks.top'],
  [/^bottom (?<n>\d+)$/, 'award.asks.bottom'],
  [/^consecutive (?<n>\d+)$/, 'award.asks.consecutive'],
  [/^within (?<k>\d+)\/(?<n>\d+)$/, 'award.asks.within'],
  [/^total (?<n>\d+)$/, 'award.asks.total'],
  [/^total (?<n>\d+)\/year$/, 'award.asks.totalYear'],
  [/^held(?<n>)$/, 'award.asks.held'],
];

const METRIC_WORDS: Readonly<Record<Metric, Key>> = {
  score: 'method.rule.metric.score',
  value: 'method.rule.metric.value',
  ratio: 'method.rule.metric.ratio',
  gap_points: 'method.rule.metric.gap_points',
  gap_ratio: 'method.rule.metric.gap_ratio',
  completion: 'method.rule.metric.completion',
  denominator: 'method.rule.metric.denominator',
};

const TASK_WORDS: Readonly<Record<TaskMeasure, Key>> = {
  overdue_days: 'award.fact.overdue_days',
  milestone_overdue_days: 'award.fact.milestone_overdue_days',
  no_update_days: 'award.fact.no_update_days',
  workdays_to_due: 'award.fact.workdays_to_due',
  planned_gap_points: 'award.fact.planned_gap_points',
  planned_gap_ratio: 'award.fact.planned_gap_ratio',
};

const SUBJECTS: Readonly<Record<string, Key>> = {
  rank_change: 'award.fact.rank_change',
  band: 'method.rule.metric.score',
  min_group: 'award.fact.min_group',
  status: 'award.fact.status',
  group: 'award.fact.group',
  kind: 'award.fact.kind',
  task: 'award.fact.task',
};

const TURNED = /^(?:not|except) /;

function asksWords(asks: string, t: Translate): string {
  if (TURNED.test(asks)) return t('award.asks.not', { asks: asksWords(asks.replace(TURNED, ''), t) });
  for (const [pattern, key] of ASKS) {
    const groups = pattern.exec(asks)?.groups;
    if (groups) return t(key, { n: groups.n ?? '', k: groups.k ?? '' });
  }
  return asks.replace(/^[a-z_]+ (?=[<>≥≤=])/, '');
}

function subjectWords({ type, of, asks: asked }: Fact, names: Names, t: Translate): string {
  const asks = asked.replace(/^(?:(?:not|except) )+/, '');
  const on = of === null ? null : type === 'instrument' ? names.instrument(of) : names.measure(of);
  if (type === 'instrument') return t('award.fact.instrument', { name: on ?? '' });
  if (type === 'rank') return t(asks.startsWith('bottom') ? 'award.fact.rankBottom' : 'award.fact.rank', { on: on ?? t('method.rule.total') });
  const measure = TASK_MEASURES.find((one) => one === of);
  if (measure) return t(TASK_WORDS[measure]);
  const metric = METRICS.find((one): one is Metric => asks.startsWith(`${one} `));
  const key = metric ? METRIC_WORDS[metric] : SUBJECTS[type];
  const subject = key ? t(key) : type;
  return on === null ? subject : t('method.rule.metricOn', { metric: subject, on });
}

function valueWords({ value }: Fact, t: Translate): string {
  if (value === null) return t('award.fact.none');
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'award.yes' : 'award.no');
  return typeof value === 'object' ? value.join(t('facts.comma')) : String(value);
}

const VETO: Readonly<Record<`${boolean} ${boolean}`, Key>> = {
  'true true': 'award.fact.vetoAsRequired',
  'false true': 'award.fact.noVetoAsRequired',
  'true false': 'award.fact.vetoAgainst',
  'false false': 'award.fact.noVetoAgainst',
};

/** Facts in the portal's first language; `—` for none. */
export function factWords(facts: readonly Fact[], names: Names): string {
  const t = getTranslate(names.lang);
  const one = (fact: Fact): string => {
    if (fact.type === 'veto') return t(VETO[`${fact.value === 'true'} ${fact.holds}`]).replace(/[.。]$/, '');
    return t('facts.one', { subject: subjectWords(fact, names, t), value: valueWords(fact, t), asks: asksWords(fact.asks, t) });
  };
  return facts.length === 0 ? '—' : facts.map(one).join(t('facts.semicolon'));
}
