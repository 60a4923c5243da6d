import { describe, expect, it } from 'vitest';
import { rankingKey } from '../../src/assess/results.ts';
import { byUnit, type Cell, dimensionOf, GIVEN, indicatorOf, rankSample, scoresIn } from './sample.ts';

describe('a figure that is carried forward', () => {
  const scored = (method: 'completion' | 'ratio', beside: 'planned' | 'target') => {
    const cell = (value: number, of: number): Cell => ({ value, [beside]: of });
    return rankSample({
      units: ['a', 'b'],
      observations: { v: { '2023-Q1': { a: cell(400, 800), b: cell(300, 400) }, '2023-Q2': { b: cell(600, 800) } } },
      indicators: [indicatorOf('v')],
      dimensions: [dimensionOf('d', { indicators: ['v'], scoring: { ...GIVEN, method } })],
      ranking: { missing: 'carry_forward' },
    });
  };

  it('keeps the plan or the target that it was held against', () => {
    expect(scoresIn(scored('completion', 'planned'), 'd', '2023-Q2')).toEqual({ b: 75, a: 50 });
    const ranked = scored('ratio', 'target');
    expect([scoresIn(ranked, 'd', '2023-Q2'), ranked.problems.list]).toEqual([{ b: 75, a: 50 }, []]);
  });

  it('is of a period of its own series: no window of another length', () => {
    const ranked = rankSample({
      units: ['a', 'b'],
      observations: { v: { '2010..2014': { a: 5, b: 7 }, '2013..2015': { a: 100, b: 90 }, '2011..2015': { b: 8 } } },
      indicators: [indicatorOf('v')],
      dimensions: [dimensionOf('v', { indicators: ['v'] })],
      ranking: { missing: 'carry_forward' },
    });
    expect(byUnit(ranked, 'v', '2011..2015', null, ({ value }, at) => value[at])).toEqual({ b: 8, a: 5 });
  });

  it('says which period it is from, also within a score that is made of it and others', () => {
    const ranked = rankSample({
      scores: { x: { '2023-Q1': { a: 1, b: 2 }, '2023-Q3': { a: 3 } }, y: { '2023-Q1': { a: 5, b: 6 }, '2023-Q2': { a: 7, b: 8 } } },
      dimensions: [dimensionOf('x'), dimensionOf('y')],
      ranking: { missing: 'carry_forward', weights: 'relative' },
    });
    const from = (dimension: string | null, period: string) =>
      [...(ranked.rankings.get(rankingKey(dimension, period, null))?.carried ?? [])].map(([unit, { from, partly }]) => [unit, from.id, partly]);
    expect(from('x', '2023-Q1')).toEqual([]);
    expect(from('x', '2023-Q2')).toEqual([
      [0, '2023-Q1', false],
      [1, '2023-Q1', false],
    ]);
    expect(from('x', '2023-Q3')).toEqual([[1, '2023-Q1', false]]);
    expect(from(null, '2023-Q2')).toEqual([
      [0, '2023-Q1', true],
      [1, '2023-Q1', true],
    ]);
    expect(from(null, '2023-Q3')).toEqual([
      [0, '2023-Q2', true],
      [1, '2023-Q1', true],
    ]);
  });
});
