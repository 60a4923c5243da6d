/** The words of facts that messages and pages share: what was measured, and what the rule asks of it. */
import type { Key, Translate } from '../i18n/index.ts';
import { METRICS, type Metric, TASK_MEASURES } from '../model/config.ts';
import type { Fact } from './results.ts';

const SUBJECTS: Readonly<Record<string, Key>> = {
  rank_change: 'award.fact.rank_change',
  band: 'method.rule.metric.score',
  min_group: 'award.fact.min_group',
  status: 'award.fact.status',
  group: 'award.fact.group',
  kind: 'award.fact.kind',
  task: 'award.fact.task',
};

const COUNTS: readonly (readonly [RegExp, Key])[] = [
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

const TURNED = /^(?:not|except) /;

/** What a fact's rule asks, without the words that turn it round. */
export function bareAsks({ asks }: Pick<Fact, 'asks'>): string {
  return asks.replace(/^(?:(?:not|except) )+/, '');
}

/** The bounds that a rule asks for, without what they are of: `≥ 90` of `score ≥ 90`. */
export function boundsIn(asks: string): string {
  return asks.replace(/^[a-z_]+ (?=[<>≥≤=])/, '');
}

/** What a rule asks, in words; `others` finds those for what is neither turned round nor a count. */
export function asksText(asks: string, t: Translate, others: (asks: string) => string): string {
  if (TURNED.test(asks)) return t('award.asks.not', { asks: asksText(asks.replace(TURNED, ''), t, others) });
  for (const [pattern, key] of COUNTS) {
    const groups = pattern.exec(asks)?.groups;
    if (groups) return t(key, { n: groups.n ?? '', k: groups.k ?? '' });
  }
  return others(asks);
}

/** What was measured, of neither a record nor a rank. `on`: the name of what it was measured on, null for none. */
export function measuredText(fact: Pick<Fact, 'type' | 'of' | 'asks'>, on: string | null, t: Translate): string {
  const measure = TASK_MEASURES.find((one) => one === fact.of);
  if (measure) return t(`award.fact.${measure}`);
  const asks = bareAsks(fact);
  const metric = METRICS.find((one): one is Metric => asks.startsWith(`${one} `));
  const key: Key | undefined = metric ? `method.rule.metric.${metric}` : SUBJECTS[fact.type];
  const subject = key ? t(key) : fact.type;
  return on === null ? subject : t('method.rule.metricOn', { metric: subject, on });
}

const VETO: Readonly<Record<`${boolean} ${boolean}`, Key>> = {
  'true true': 'award.fact.vetoAsRequired',
  'false true': 'award.fact.noVetoAsRequired',
  'true false': 'award.fact.vetoAgainst',
  'false false': 'award.fact.noVetoAgainst',
};

/** Whether there is a veto, and whether that is as the rule asks. */
export function vetoText({ value, holds }: Pick<Fact, 'value' | 'holds'>, t: Translate): string {
  return t(VETO[`${value === 'true'} ${holds}`]);
}
