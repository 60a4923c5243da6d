import { describe, expect, it } from 'vitest';
import { scoringSentence, totalText } from '../../src/fragments/methodScoring.ts';
import { methodSheet } from '../../src/fragments/methodSheet.ts';
import { type DimensionConfig, SCORINGS, type Scoring } from '../../src/model/config.ts';
import type { MethodView } from '../../src/views/method.ts';
import { programmePages } from '../../src/views/programmePages.ts';
import { RANKING } from '../assess/sample.ts';
import { instrument, sample } from '../views/programmeSample.ts';
import { EN, ZH } from './sampleContext.ts';

function dimension(method: Scoring, more: Partial<DimensionConfig['scoring']> = {}): DimensionConfig {
  return {
    id: 'business',
    name: { 'zh-CN': '营商环境', en: 'Business climate' },
    description: null,
    weight: 100,
    scoring: { method, cap: null, floor: null, bands: [], points: [10, 8, 6], start: 100, per: 2, from: 60, to: 100, ...more },
    direction: 'higher',
    decimals: null,
    unitLabel: null,
    indicators: [],
    from: null,
    to: null,
  };
}

describe('a scoring method in words', () => {
  it('has a sentence for every method in both languages', () => {
    for (const method of SCORINGS) for (const ctx of [ZH, EN]) expect(scoringSentence(dimension(method), ctx)).toMatch(/[。.]$/);
  });

  it('says of a dimension of several indicators that each is scored by itself', () => {
    const joined = { ...dimension('deduct'), indicators: ['a', 'b'] };
    expect(scoringSentence(joined, EN)).toBe('For each indicator: it starts at 100; every increase of 1 in the value costs 2 points.');
    expect(scoringSentence(joined, ZH)).toMatch(/^每个指标分别计分：从100分起/);
  });

  it('says the ratio to the target by the direction in which it is counted, and each where there are several', () => {
    const ratio = dimension('ratio', { cap: 110, floor: 0 });
    expect(scoringSentence(ratio, EN)).toBe(
      'The value divided by its target, in percent, is the score. There is no score where the target is zero or less. The score is at most 110 and at least 0.',
    );
    expect(scoringSentence({ ...ratio, direction: 'lower' }, EN)).toMatch(/^The target divided by the value, in percent/);
    expect(scoringSentence({ ...ratio, direction: 'target' }, ZH)).toMatch(/^实际值与目标值相差的部分除以目标值，折成百分比，再从100中减去/);
    expect(scoringSentence({ ...ratio, indicators: ['a', 'b'] }, EN, new Set(['lower', 'higher']))).toMatch(
      /^For each indicator: higher is better: the value divided by its target, in percent, is the score\. Lower is better: the target divided/,
    );
  });

  it('says bands, caps and floors with their numbers', () => {
    const bands = [
      { gte: 90, lt: null, score: 100 },
      { gte: 80, lt: 90, score: 85 },
      { gte: null, lt: 80, score: 60 },
    ];
    expect(scoringSentence(dimension('bands', { bands, cap: 120 }), EN)).toBe(
      'The band in which the value, as printed, lies gives the score: at least 90: 100; from 80 to below 90: 85; less than 80: 60. The score is at most 120.',
    );
  });
});

describe('the method page', () => {
  it('says that dimensions without weights all count alike', () => {
    const dimensions = [dimension('given'), { ...dimension('given'), id: 'life' }];
    const said = (weight: number | null): string => {
      const { site, result } = sample({ config: { dimensions: dimensions.map((one) => ({ ...one, weight })) } });
      const page = programmePages(site, result).find((one) => one.kind === 'method');
      const view = page?.view() as MethodView;
      return totalText({ ...view, has_total: true }, EN).text;
    };
    expect(said(null)).toContain('which all count alike');
    expect(said(50)).toContain('which add up to 100%');
  });

  it('says how small a difference counts, of as many decimals as there are', () => {
    const { site, result } = sample({ config: { ranking: { ...RANKING, decimals: 8 } } });
    const page = programmePages(site, result).find((one) => one.kind === 'method');
    const view = { ...(page?.view() as MethodView), has_total: true, sizes: [{ group: null, of: 12, fewest: 12, most: 12 }] };
    expect(methodSheet(view, EN).main.text).toContain('a score difference of 0.00000001 can be a whole rank');
  });

  it('says what each instrument is given for, a declared middle, and a hole that nobody declared', () => {
    const rule = { when: { type: 'veto', is: true }, tieAtCut: 'include', minGroup: 0, shareRounding: 'floor' } as const;
    const cards = ['blue', 'red'].map((id) => instrument(id, { family: 'card', rule: id === 'blue' ? rule : null }));
    const { site, result } = sample({
      config: { instruments: cards, families: [{ id: 'card', name: null, otherwise: { 'zh-CN': '未亮牌', en: 'No card' } }] },
      result: { holes: [{ family: 'card', from: 75, to: 90 }] },
    });
    const page = programmePages(site, result).find((one) => one.kind === 'method');
    const text = methodSheet(page?.view() as MethodView, ZH).main.text.replace(/<[^>]*>/g, '');
    expect(text).toContain('同一对象一次最多适用一种，依次判断：“blue牌”“red牌”。都不符合的，为“未亮牌”。规则没有规定75与90之间如何处理。');
    expect(text).toContain('没有公布自动适用的规则，由决定机关逐次决定。');
    expect(text).toContain('有效到下一次评议会');
  });

  it('does not speak of rules that a family of recorded instruments does not have', () => {
    const family = { id: 'order', name: null, otherwise: null };
    const orders = ['blue', 'red'].map((id) => instrument(id, { family: 'order', holder: 'task', scope: 'task' }));
    const { site, result } = sample({ config: { instruments: orders, families: [family] } });
    const page = programmePages(site, result).find((one) => one.kind === 'method');
    const text = methodSheet(page?.view() as MethodView, EN).main.text.replace(/<[^>]*>/g, '');
    expect(text).toContain('belong together: at most one of them applies at a time.');
    expect(text).not.toContain('meets none');
    expect(text).toContain('For a task.');
  });
});
