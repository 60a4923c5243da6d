/** One fact that met a rule, or did not, in words: what was measured, what it was, what the rule asks. */
import { asksText, bareAsks, boundsIn, measuredText, vetoText } from '../assess/factText.ts';
import type { Fact } from '../assess/results.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { UNNAMED } from '../model/config.ts';
import { FACT_DECIMALS } from '../views/awards.ts';
import { periodText } from './boardWords.ts';
import { boundsText, groupName, instrumentName, kindWord, measureName, type RuleContext } from './methodRule.ts';
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

/** What the rule asks, in words; as it is when it is not one of the known forms. */
function asksWords(asks: string, rule: RuleContext): string {
  const { ctx } = rule;
  return asksText(asks, ctx.t, (rest) => {
    const words = boundsWords(boundsIn(rest), rule);
    if (words !== undefined) return words;
    return listText(
      rest.split(', ').map((id) => itemWord(id, rule)),
      ctx,
    );
  });
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

function subjectText(fact: Fact, rule: RuleContext): string {
  const { ctx } = rule;
  const { type, of, period } = fact;
  if (type === 'task' && of === 'status') return ctx.t('award.fact.taskStatus');
  const on = of === null ? null : type === 'instrument' ? instrumentName(of, rule) : measureName(of, rule);
  const asks = bareAsks(fact);
  if (type === 'instrument') return recordText(on ?? '', asks, period, rule) + (fact.replaced ? ctx.t('award.fact.replaced') : '');
  if (type === 'rank') return placeText(asks.startsWith('bottom'), on ?? ctx.t('method.rule.total'), rule);
  return measuredText(fact, on, ctx.t);
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

/** `得分：92.5。规则要求：不低于 90。符合。` */
export function factSentence(fact: Fact, rule: RuleContext): string {
  if (fact.type === 'veto') return vetoText(fact, rule.ctx.t);
  const text = rule.ctx.t(fact.holds ? 'award.fact.holds' : 'award.fact.fails', {
    subject: subjectText(fact, rule),
    value: valueText(fact, rule),
    asks: asksWords(fact.asks, rule),
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
