import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recountTotal } from '../../src/assess/recount.ts';
import { rankingKey, totalKey } from '../../src/assess/results.ts';
import { roundTo } from '../../src/rounding.ts';
import { assessCase, type Case } from './fixture.ts';
import { type Cell, dimensionOf } from './sample.ts';

const Q1 = '2023-Q1';
const dimensions = [dimensionOf('x', { weight: 60 }), dimensionOf('y', { weight: 40 })];
const scores = { x: { [Q1]: { a: 90, b: 80 } }, y: { [Q1]: { a: 70, b: 80 } } };

function recountOf(given: Case, unit: string, group: string | null = null) {
  const { result } = assessCase({ units: ['a', 'b'], dimensions, ...given });
  const ranking = result.rankings.get(rankingKey(null, Q1, group));
  if (!ranking) throw new Error('no totals');
  return recountTotal(result, ranking, result.unitAt.get(unit) ?? -1);
}

const partOf = (dimension: string, score: number, weight: number, points: number) => ({ dimension, score, weight, points });

test('a total is recounted from scores and weights', () => {
  expect(recountOf({ scores }, 'a')).toEqual({ parts: [partOf('x', 90, 60, 54), partOf('y', 70, 40, 28)], weights: 100, base: 82 });
});

test('the weights of the unit’s own weight set count', () => {
  const memberships = [
    ['g', 'a', null, null, 'other'],
    ['g', 'b'],
  ] as const;
  const config = { weightSets: { other: { x: 1, y: 3 } } };
  const given: Case = { scores, groups: ['g'], memberships, config };
  expect(recountOf(given, 'a', 'g')).toEqual({ parts: [partOf('x', 90, 1, 22.5), partOf('y', 70, 3, 52.5)], weights: 4, base: 75 });
  expect(recountOf(given, 'b', 'g')).toMatchObject({ weights: 100, base: 80 });
});

describe('a dimension without a score', () => {
  const lacking = (status: Cell) => ({ x: scores.x, y: { [Q1]: { a: status, b: 80 } } });

  test('that is excused is not in it, nor is its weight', () => {
    expect(recountOf({ scores: lacking('exempt'), ranking: { missing: 'reweight_not_applicable', minCoverage: 0 } }, 'a')).toEqual({
      parts: [partOf('x', 90, 60, 90)],
      weights: 60,
      base: 90,
    });
  });

  test('that counts as zero has its weight', () => {
    expect(recountOf({ scores: lacking('not_submitted'), ranking: { missing: 'zero' } }, 'a')).toEqual({
      parts: [partOf('x', 90, 60, 54), partOf('y', 0, 40, 0)],
      weights: 100,
      base: 54,
    });
  });

  test('that leaves the unit without a total leaves nothing to recount', () => {
    expect(recountOf({ scores: lacking('not_submitted'), ranking: { missing: 'exclude_unit' } }, 'a')).toBeNull();
  });
});

test('adjustments come after the sum', () => {
  const adjustments = [{ unit: 'a', on: Q1, kind: 'bonus', points: 3 }] as const;
  expect(recountOf({ scores, adjustments }, 'a')).toMatchObject({ base: 82 });
});

test('a total that the office gave is not said to be made of parts that do not come to it', () => {
  expect(recountOf({ scores: { ...scores, total: { [Q1]: { a: 79.5 } } } }, 'a')).toBeNull();
  expect(recountOf({ scores: { total: { [Q1]: { a: 79.5, b: 80 } } } }, 'a')).toBeNull();
});

test('a unit that is not ranked has nothing to recount', () => {
  expect(recountOf({ scores: { x: { [Q1]: { a: 1 } }, y: { [Q1]: { a: 1 } } } }, 'b')).toBeNull();
});

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 120_000 }).map((n) => n / 1000) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>('exempt', 'not_submitted', 'not_applicable') },
);
const row = fc.record({ a: cell, b: cell, c: cell });

test('law: every total that is worked out comes of its printed parts, and the total is that and the adjustments', () => {
  const cases = fc.record({
    cells: fc.array(row, { minLength: 2, maxLength: 6 }),
    weights: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 6, maxLength: 6 }),
    bonus: fc.integer({ min: 0, max: 500 }),
    missing: fc.constantFrom('exclude_unit', 'reweight_not_applicable', 'zero'),
    decimals: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(cases, ({ cells, weights, bonus, missing, decimals }) => {
      const ids = cells.map((_, i) => `d${i}`);
      const { result } = assessCase({
        units: ['a', 'b', 'c'],
        dimensions: ids.map((id, i) => dimensionOf(id, { weight: (weights[i] as number) / 100 })),
        scores: Object.fromEntries(cells.map((own, i) => [ids[i], { [Q1]: own }])),
        ranking: { missing, decimals, minCoverage: 0 },
        adjustments: [{ unit: 'b', on: Q1, kind: 'bonus', points: bonus / 100 }],
      });
      const ranking = result.rankings.get(rankingKey(null, Q1, null));
      for (const [at, unit] of (ranking?.units ?? []).entries()) {
        const total = ranking?.score[at] as number;
        const recount = ranking && recountTotal(result, ranking, unit);
        expect(recount === null).toBe(Number.isNaN(total));
        if (!recount) continue;
        const note = result.totals.get(totalKey(result.units[unit]?.id as string, Q1, null));
        const sum = recount.parts.reduce((all, { points }) => all + points, 0);
        expect(roundTo(sum, decimals)).toBe(recount.base);
        expect(roundTo(sum + (note?.bonus ?? 0), decimals)).toBe(total);
      }
    }),
  );
});
