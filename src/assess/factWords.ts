/** The facts of a rule in the words of messages: `总分的位次：2（规则要求：排在第一）`. */
import { getTranslate, type Translate } from '../i18n/index.ts';
import { asksText, bareAsks, boundsIn, measuredText, vetoText } from './factText.ts';
import type { Names } from './names.ts';
import type { Fact } from './results.ts';

function subjectWords(fact: Fact, names: Names, t: Translate): string {
  const { type, of } = fact;
  const on = of === null ? null : type === 'instrument' ? names.instrument(of) : names.measure(of);
  if (type === 'instrument') return t('award.fact.instrument', { name: on ?? '' });
  if (type !== 'rank') return measuredText(fact, on, t);
  return t(bareAsks(fact).startsWith('bottom') ? 'award.fact.rankBottom' : 'award.fact.rank', { on: on ?? t('method.rule.total') });
}

function valueWords({ value, withheld }: Fact, t: Translate): string {
  if (withheld) return t('award.fact.notPublished');
  if (value === null) return t('award.fact.none');
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'award.yes' : 'award.no');
  return typeof value === 'object' ? value.join(t('facts.comma')) : String(value);
}

/** Facts in the portal's first language; `—` for none. */
export function factWords(facts: readonly Fact[], names: Names): string {
  const t = getTranslate(names.lang);
  const one = (fact: Fact): string => {
    if (fact.type === 'veto') return vetoText(fact, t).replace(/[.。]$/, '');
    return t('facts.one', { subject: subjectWords(fact, names, t), value: valueWords(fact, t), asks: asksText(fact.asks, t, boundsIn) });
  };
  return facts.length === 0 ? '—' : facts.map(one).join(t('facts.semicolon'));
}
