/** One fact that met a rule, or did not, in words: what was measured, what it was, what the rule asks. */
import type { Fact } from '../assess/results.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { METRICS, type Metric, TASK_MEASURES, type TaskMeasure, UNNAMED } from '../model/config.ts';
import { FACT_DECIMALS } from '../views/awards.ts';
import { periodText } from './boardWords.ts';
import { boundsText, groupName, instrumentName, kindWord, METRIC_KEYS, measureName, type RuleContext } from './methodRule.ts';
import { statusWord } from './methodStatus.ts';
import { listText } from './programmeWords.ts';

const SIGNS: Readonly<Record<string, 'gt' | 'gte' | 'lt' | 'lte' | 'eq'>> = { '>': 'gt', '≥': 'gte', '<': 'lt', '≤': 'lte', '=': 'eq' };

/** Bounds written in signs (`≥ 90, < 95`) in words; undefined when the text is none. */
function boundsWords(text: string, rule: RuleContext): string | undefined {
  const bounds: Partial<Record<'gt' | 'gte' | 'lt' | 'lte' | 'eq', number>> = {};
  for (const part of text.split(', ')) {
    const match = /^([<>≥≤=]) (-?[\d.]+(?:e-?\d+)?)$/.exec(part);
    const key = match && SIGNS[match[1] as string];
    if (!key) return undefined;
    bounds[key] = Number(match[2]);
  }
  return boundsText(bounds, rule.ctx);
}

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

/** What the rule asks, in words; as it is when it is not one of the known forms. */
function asksWords(asks: string, rule: RuleContext): string {
  const { ctx } = rule;
  if (TURNED.test(asks)) return ctx.t('award.asks.not', { asks: asksWords(asks.replace(TURNED, ''), rule) });
  for (const [pattern, key] of COUNTS) {
    const groups = pattern.exec(asks)?.groups;
    if (groups) return ctx.t(key, { n: groups.n ?? '', k: groups.k ?? '' });
  }
  const bounds = asks.replace(/^[a-z_]+ (?=[<>≥≤=])/, '');
  const words = boundsWords(bounds, rule);
  if (words !== undefined) return words;
  return listText(
    asks.split(', ').map((id) => itemWord(id, rule)),
    ctx,
  );
}

/** An id out of a rule: a status, group, instrument or kind of unit, by its name. */
function itemWord(id: string, rule: RuleContext): string {
  const { ctx, names } = rule;
  const named = names.groups[id] ?? names.instruments[id] ?? names.dimensions[id] ?? names.indicators[id];
  if (named !== undefined) return ctx.plain(named);
  if (id === 'true' || id === 'false') return ctx.t(id === 'true' ? 'award.yes' : 'award.no');
  const kind = kindWord(id, ctx);
  return kind === id ? statusWord(id, names.stages, ctx) : kind;
}

const SUBJECTS: Readonly<Record<string, Key>> = {
  rank_change: 'award.fact.rank_change',
  band: 'method.rule.metric.score',
  min_group: 'award.fact.min_group',
  status: 'award.fact.status',
  group: 'award.fact.group',
  kind: 'award.fact.kind',
  task: 'award.fact.task',
};

const MEASURES: Readonly<Record<TaskMeasure, Key>> = {
  overdue_days: 'award.fact.overdue_days',
  milestone_overdue_days: 'award.fact.milestone_overdue_days',
  no_update_days: 'award.fact.no_update_days',
  workdays_to_due: 'award.fact.workdays_to_due',
  planned_gap_points: 'award.fact.planned_gap_points',
  planned_gap_ratio: 'award.fact.planned_gap_ratio',
};

const RECORDS: readonly (readonly [RegExp, Key])[] = [
  [/^consecutive /, 'award.fact.instrumentConsecutive'],
  [/^within \d+\/(?<n>\d+)$/, 'award.fact.instrumentWithin'],
  [/^total \d+\/year$/, 'award.fact.instrumentYear'],
  [/^total /, 'award.fact.instrumentTotal'],
];

/** What of a record is counted, and up to which period. */
function recordText(name: string, asks: string, period: string | null, rule: RuleContext): string {
  const { ctx } = rule;
  const found = RECORDS.find(([pattern]) => pattern.test(asks));
  if (!found) return ctx.t('award.fact.instrument', { name });
  const [pattern, key] = found;
  const upTo = period === null ? '' : ctx.t('award.fact.upTo', { period: periodText(period, rule, ctx) });
  return ctx.t(key, { name, n: pattern.exec(asks)?.groups?.n ?? '' }) + upTo;
}

function placeText(isFromBottom: boolean, on: string, rule: RuleContext): string {
  const { ctx, group } = rule;
  if (group === undefined) return ctx.t(isFromBottom ? 'award.fact.rankBottom' : 'award.fact.rank', { on });
  return ctx.t(isFromBottom ? 'award.fact.rankBottomIn' : 'award.fact.rankIn', { on, group: groupName(group, rule) });
}

function subjectText({ type, of, asks: asked, period }: Fact, rule: RuleContext): string {
  const { ctx } = rule;
  const asks = asked.replace(/^(?:(?:not|except) )+/, '');
  if (type === 'task' && of === 'status') return ctx.t('award.fact.taskStatus');
  const on = of === null ? null : type === 'instrument' ? instrumentName(of, rule) : measureName(of, rule);
  if (type === 'instrument') return recordText(on ?? '', asks, period, rule);
  if (type === 'rank') return placeText(asks.startsWith('bottom'), on ?? ctx.t('method.rule.total'), rule);
  const measure = TASK_MEASURES.find((one) => one === of);
  if (measure) return ctx.t(MEASURES[measure]);
  const metric = METRICS.find((one): one is Metric => asks.startsWith(`${one} `));
  const key = metric ? METRIC_KEYS[metric] : SUBJECTS[type];
  const subject = key ? ctx.t(key) : type;
  return on === null ? subject : ctx.t('method.rule.metricOn', { metric: subject, on });
}

function valueText({ of, value, withheld, decimals }: Fact, rule: RuleContext): string {
  const { ctx } = rule;
  if (of === UNNAMED || withheld) return ctx.t('award.fact.notPublished');
  if (value === null) return ctx.t('award.fact.none');
  if (typeof value === 'number') return decimals === undefined ? formatShort(value, FACT_DECIMALS) : formatNumber(value, decimals);
  if (value === 'true' || value === 'false') return ctx.t(value === 'true' ? 'award.yes' : 'award.no');
  const words = (typeof value === 'string' ? [value] : value).map((id) => itemWord(id, rule));
  return words.length === 0 ? ctx.t('award.fact.none') : listText(words, ctx);
}

/** Whether there is a veto, and whether that is as the rule asks. */
const VETO: Readonly<Record<`${boolean} ${boolean}`, Key>> = {
  'true true': 'award.fact.vetoAsRequired',
  'false true': 'award.fact.noVetoAsRequired',
  'true false': 'award.fact.vetoAgainst',
  'false false': 'award.fact.noVetoAgainst',
};

/** `得分：92.5。规则要求：不低于 90。符合。` */
export function factSentence(fact: Fact, rule: RuleContext): string {
  if (fact.type === 'veto') return rule.ctx.t(VETO[`${fact.value === 'true'} ${fact.holds}`]);
  const text = rule.ctx.t(fact.holds ? 'award.fact.holds' : 'award.fact.fails', {
    subject: subjectText(fact, rule),
    value: valueText(fact, rule),
    asks: asksWords(fact.asks, rule),
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
