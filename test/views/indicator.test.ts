import { expect, test } from 'vitest';
import type { IndicatorView } from '../../src/views/indicator.ts';
import type { LeaderboardView } from '../../src/views/leaderboard.ts';
import { dimensionOf, indicatorOf } from '../assess/sample.ts';
import { CITY, siteOf, viewAt } from './portal.ts';

const observed = { x: { '2024-Q1': { a: 3, b: 1, c: 'suppressed', d: 0 }, '2024-Q3': { a: 4, b: 2 } } } as const;

test('an indicator shows its observed values, each missing one with its reason, and zero as a value', () => {
  const site = siteOf({ ...CITY, indicators: [indicatorOf('x')], observations: observed });
  const view = viewAt<IndicatorView>(site, 'indicators/p/x/');
  expect(view.of).toBe('value');
  expect(view.periods.map(({ period }) => period)).toEqual(['2024-Q1', '2024-Q3']);
  expect(view.rows.map(({ unit, values }) => [unit, ...values])).toEqual([
    ['a', 3, 4],
    ['b', 1, 2],
    ['c', null, null],
    ['d', 0, null],
  ]);
  expect(view.rows[2]?.statuses).toEqual({ 0: 'suppressed' });
  expect(view.spread[0]).toEqual({ min: 0, median: 1, max: 3, n: 3 });
});

test('an indicator without observations shows the scores of the dimension that it is', () => {
  const view = viewAt<IndicatorView>(siteOf({ ...CITY, indicators: [indicatorOf('x')] }), 'indicators/p/x/');
  expect(view).toMatchObject({ of: 'score', latest: { period: '2024-Q4', path: 'p/2024-Q4/x/' } });
  expect(view.rows).toHaveLength(6);
});

test('an indicator gives the note and the source of a figure, and the board of a dimension that is the indicator its note', () => {
  const beside = { note: { 'zh-CN': '估算', en: 'An estimate' }, source: 'Census' };
  const site = siteOf({
    ...CITY,
    indicators: [indicatorOf('gdp', { dimension: 'x' })],
    dimensions: [dimensionOf('x', { indicators: ['gdp'], weight: 100 })],
    observations: { gdp: { '2024-Q3': { a: { value: 4, ...beside }, b: 2, c: { value: Number.NaN, status: 'late', note: 'No staff' } } } },
  });
  const { rows } = viewAt<IndicatorView>(site, 'indicators/p/gdp/');
  expect(rows.map(({ unit, notes, sources }) => [unit, notes, sources])).toEqual([
    ['a', { 0: beside.note }, { 0: 'Census' }],
    ['b', undefined, undefined],
    ['c', { 0: 'No staff' }, undefined],
  ]);
  const [east] = viewAt<LeaderboardView>(site, 'p/2024-Q3/x/').tables;
  expect(east?.rows.find(({ unit }) => unit === 'a')?.note).toEqual(beside.note);
});
