import { expect, test } from 'vitest';
import { dimensionOf, GIVEN, indicatorOf, rankSample } from './sample.ts';

const Q1 = '2023-Q1';
const given = (a: number, b: number) =>
  rankSample({
    dimensions: [dimensionOf('x', { indicators: ['i'], scoring: { ...GIVEN, method: 'ratio', cap: 100 } })],
    indicators: [indicatorOf('i', { dimension: 'x', target: 90 })],
    observations: { i: { [Q1]: { a: 80, b: 85 } } },
    scores: { x: { [Q1]: { a, b } } },
  }).problems.list;

test('a given score that is passed over is held against what the values come to, to the decimals that such scores have', () => {
  expect(given(88.89, 94.44)).toEqual([]);
  expect(given(88.9, 94.4)).toEqual([]);
  expect(given(88.9, 94.5)).toMatchObject([{ code: 'score-passed-over', params: { recorded: 94.5, computed: 94.44, n: 1 } }]);
  expect(given(89, 94.44)).toMatchObject([{ code: 'score-passed-over', params: { recorded: 89, computed: 88.89, n: 1 } }]);
});
