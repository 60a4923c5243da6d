import { expect, test } from 'vitest';
import type { IndicatorView } from '../../src/views/indicator.ts';
import { indicatorOf } from '../assess/sample.ts';
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
