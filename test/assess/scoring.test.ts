import { describe, expect, test } from 'vitest';
import { rankingKey } from '../../src/assess/results.ts';
import { getTranslate, type Key } from '../../src/i18n/index.ts';
import type { ScoringRule } from '../../src/model/config.ts';
import { FIGURE_STATUSES, type Indicator } from '../../src/model/portal.ts';
import type { Problem } from '../../src/problems.ts';
import { byUnit, type Cell, dimensionOf, GIVEN, indicatorOf, rankSample, type Sample, scoresIn } from './sample.ts';

const Q1 = '2023-Q1';

/** One indicator `v` scored by a rule. */
function scored(rule: Partial<ScoringRule>, cells: Readonly<Record<string, Cell>>, indicator: Partial<Indicator> = {}, more: Sample = {}) {
  return rankSample({
    observations: { v: { [Q1]: cells } },
    indicators: [indicatorOf('v', indicator)],
    dimensions: [dimensionOf('d', { scoring: { ...GIVEN, ...rule }, indicators: ['v'] })],
    ...more,
  });
}

function printed({ code, params }: Problem): string {
  return getTranslate('en')(`problem.${code}` as Key, params);
}

describe('methods', () => {
  test('ratio is the percentage of the target reached, between floor and cap', () => {
    const ranked = scored({ method: 'ratio', cap: 120, floor: 0 }, { a: 50, b: 100, c: 300, d: -10 }, { target: 200 });
    expect(scoresIn(ranked, 'd', Q1)).toEqual({ c: 120, b: 50, a: 25, d: 0 });
  });

  test('where lower is better, ratio is target ÷ value; a target to hit loses its distance', () => {
    expect(scoresIn(scored({ method: 'ratio', cap: 150 }, { a: 50, b: 200, c: 0 }, { target: 100, direction: 'lower' }), 'd', Q1)).toMatchObject({
      c: 150,
      a: 150,
      b: 50,
    });
    expect(scoresIn(scored({ method: 'ratio' }, { a: 90, b: 110, c: 100 }, { target: 100, direction: 'target' }), 'd', Q1)).toMatchObject({
      c: 100,
      a: 90,
      b: 90,
    });
  });

  test("a row's own target comes before the indicator's", () => {
    expect(scoresIn(scored({ method: 'ratio' }, { a: { value: 5, target: 10 }, b: 5 }, { target: 20 }), 'd', Q1)).toMatchObject({ a: 50, b: 25 });
  });

  test('bands give the score of the band that holds the value', () => {
    const bands = [
      { gte: 90, lt: null, score: 10 },
      { gte: 60, lt: 90, score: 6 },
      { gte: null, lt: 60, score: 0 },
    ];
    expect(scoresIn(scored({ method: 'bands', bands }, { a: 90, b: 89.99, c: 60, d: -5 }), 'd', Q1)).toEqual({ a: 10, b: 6, c: 6, d: 0 });
    // Printed as 90.0, which is in the band from 90.
    expect(scoresIn(scored({ method: 'bands', bands }, { a: 89.96, b: 89.94 }, { decimals: 1 }), 'd', Q1)).toEqual({ a: 10, b: 6 });
  });

  test('rank_points follow the place; sharers get the same, and places past the end the last', () => {
    const rule = { method: 'rank_points', points: [10, 8, 5] } as const;
    expect(scoresIn(scored(rule, { a: 9, b: 9, c: 3, d: 1 }), 'd', Q1)).toEqual({ a: 10, b: 10, c: 5, d: 5 });
    expect(scoresIn(scored(rule, { a: 9, b: 8, c: 3, d: 1 }, { direction: 'lower' }), 'd', Q1)).toEqual({ d: 10, c: 8, b: 5, a: 5 });
  });

  test('minmax runs from the worst to the best of the group; all alike are all best', () => {
    const rule = { method: 'minmax', from: 60, to: 100 } as const;
    expect(scoresIn(scored(rule, { a: 0, b: 5, c: 10 }), 'd', Q1)).toMatchObject({ c: 100, b: 80, a: 60 });
    expect(scoresIn(scored(rule, { a: 0, b: 5, c: 10 }, { direction: 'lower' }), 'd', Q1)).toMatchObject({ a: 100, b: 80, c: 60 });
    expect(scoresIn(scored(rule, { a: 7, b: 7 }), 'd', Q1)).toMatchObject({ a: 100, b: 100 });
  });

  test('deduct starts high and takes; points starts at nothing, or where it is told to, and gives', () => {
    expect(scoresIn(scored({ method: 'deduct', start: 100, per: 2, floor: 0 }, { a: 3, b: 0, c: 99 }), 'd', Q1)).toMatchObject({
      b: 100,
      a: 94,
      c: 0,
    });
    expect(scoresIn(scored({ method: 'points', per: 5, cap: 20 }, { a: 3, b: 0, c: 99 }), 'd', Q1)).toMatchObject({ c: 20, a: 15, b: 0 });
    expect(scoresIn(scored({ method: 'points', start: 60, per: 2 }, { a: 10, b: 0 }), 'd', Q1)).toMatchObject({ a: 80, b: 60 });
  });

  test('completion divides by the plan, else by the target, else is a percentage already', () => {
    const cells = { a: { value: 30, planned: 60 }, b: 30 };
    expect(scoresIn(scored({ method: 'completion', cap: 100 }, cells, { target: 40 }), 'd', Q1)).toMatchObject({ b: 75, a: 50 });
    expect(scoresIn(scored({ method: 'completion', cap: 100 }, { a: 30, b: 130 }), 'd', Q1)).toMatchObject({ b: 100, a: 30 });
  });

  test('yoy compares growth since the same period a year before', () => {
    const observations = { v: { '2022-Q1': { a: 100, b: 10, c: 50, d: 0 }, '2022-Q4': { a: 1 }, [Q1]: { a: 110, b: 15, c: 50, d: 5 } } };
    const ranked = scored({ method: 'yoy' }, {}, {}, { observations });
    expect(scoresIn(ranked, 'd', Q1)).toEqual({ b: 100, a: 20, c: 0, d: Number.NaN });
  });

  test('yoy takes equal growth for equal, whatever binary fractions make of it', () => {
    const observations = { v: { '2022-Q1': { a: 1, b: 10, c: 10 }, [Q1]: { a: 1.1, b: 11, c: 10 } } };
    expect(scoresIn(scored({ method: 'yoy' }, {}, {}, { observations }), 'd', Q1)).toEqual({ a: 100, b: 100, c: 0 });
  });

  test('yoy does not apply where there is no year before', () => {
    const observations = { v: { '2022-Q1': { b: 100 }, [Q1]: { a: 110, b: 120 } } };
    const ranked = scored({ method: 'yoy' }, {}, {}, { observations });
    expect(ranked.rankings.has(rankingKey('d', '2022-Q1', null))).toBe(false);
    expect(byUnit(ranked, 'd', Q1, null, ({ status }, at) => FIGURE_STATUSES[status[at] as number])).toMatchObject({ a: 'not_applicable' });
  });

  test('growth that is to hit a target is held against the row’s own before the indicator’s', () => {
    const cells = { a: { value: 12, target: 12 }, b: 5, c: 3 };
    expect(scoresIn(scored({ method: 'yoy' }, cells, { direction: 'target', target: 3, basis: 'yoy' }), 'd', Q1)).toEqual({ a: 100, c: 100, b: 0 });
  });

  test('relative methods look at the group, so a unit in two groups has two scores', () => {
    const memberships = [
      ['g', 'a'],
      ['g', 'b'],
      ['h', 'b'],
      ['h', 'c'],
    ] as const;
    const ranked = scored({ method: 'minmax' }, { a: 1, b: 2, c: 3 }, {}, { groups: ['g', 'h'], memberships });
    expect(scoresIn(ranked, 'd', Q1, 'g')).toEqual({ b: 100, a: 0 });
    expect(scoresIn(ranked, 'd', Q1, 'h')).toEqual({ c: 100, b: 0 });
  });
});

describe('refusals', () => {
  test("an indicator's target of zero is refused once", () => {
    const { problems } = scored({ method: 'ratio' }, { a: 1, b: 2 }, { target: 0 });
    expect(problems.list.map(printed)).toEqual(['The target of indicator “v” is 0, which cannot be divided by.']);
  });

  test("a row's negative target is refused at its row", () => {
    const { problems } = scored({ method: 'ratio' }, { a: { value: 1, target: -5 }, b: 2 }, { target: 10 });
    expect(problems.list.map(printed)).toEqual(['a, 2023-Q1: the target of indicator “v” is -5, which cannot be divided by.']);
  });

  test('a value below zero is no ratio where lower is better, either', () => {
    const { problems } = scored({ method: 'ratio' }, { a: -2, b: 2 }, { target: 10, direction: 'lower' });
    expect(problems.list).toHaveLength(1);
  });

  test.each([0, -5, 1e-320])('a plan of %d is refused as such', (planned) => {
    const { problems } = scored({ method: 'completion' }, { a: { value: 1, planned }, b: 2 }, { target: 10 });
    expect(problems.list.map(printed)).toEqual([`a, 2023-Q1: the plan of indicator “v” is ${planned}, which cannot be divided by.`]);
  });

  test('completion is refused of a target so small that nothing is a share of it', () => {
    const { problems } = scored({ method: 'completion' }, { a: { value: 1, target: 1e-320 }, b: 2 }, { target: 10 });
    expect(problems.list.map(printed)).toEqual(['a, 2023-Q1: the target of indicator “v” is 1e-320, which cannot be divided by.']);
  });

  test('a ratio without any target is refused once', () => {
    expect(scored({ method: 'ratio' }, { a: 1, b: 2 }).problems.list.map(printed)).toEqual([
      'Indicator “v” is scored against a target and has none.',
    ]);
  });

  test('nothing is divided by a zero value, unless a cap says what it scores', () => {
    const { problems } = scored({ method: 'ratio' }, { a: 0, b: 2 }, { target: 10, direction: 'lower' });
    expect(problems.list.map(printed)).toEqual(['a, 2023-Q1: indicator “v” is 0; where lower is better, no ratio follows from that.']);
  });

  test('a value outside every band is a problem', () => {
    const { problems } = scored({ method: 'bands', bands: [{ gte: 0, lt: 10, score: 1 }] }, { a: 10, b: 2 });
    expect(problems.list.map(printed)).toEqual(['a, 2023-Q1: indicator “v” is 10, which lies in none of the bands.']);
  });
});

describe('weights and missing indicators', () => {
  const two = (missing: Record<string, Cell>, ranking: Sample['ranking'] = {}) =>
    rankSample({
      units: ['a', 'b'],
      observations: { v: { [Q1]: { a: 100, b: 50 } }, w: { [Q1]: missing } },
      indicators: [indicatorOf('v', { weight: 75 }), indicatorOf('w', { weight: 25 })],
      dimensions: [dimensionOf('d', { scoring: { ...GIVEN, method: 'points', per: 1 }, indicators: ['v', 'w'] })],
      ranking,
    });

  test('a dimension is the weighted mean of its indicators', () => {
    expect(scoresIn(two({ a: 0, b: 50 }), 'd', Q1)).toEqual({ a: 75, b: 50 });
  });

  test('weights that add up to the coverage asked for are enough, whatever binary fractions make of their sum', () => {
    const weights = { v: 0.2, w: 0.4, x: 0.3, y: 0.1 };
    const ranked = rankSample({
      units: ['a'],
      observations: { v: { [Q1]: { a: 100 } }, w: { [Q1]: { a: 50 } }, x: { [Q1]: { a: 40 } }, y: { [Q1]: { a: 'not_submitted' } } },
      indicators: Object.entries(weights).map(([id, weight]) => indicatorOf(id, { weight })),
      dimensions: [dimensionOf('d', { scoring: { ...GIVEN, method: 'points', per: 1 }, indicators: Object.keys(weights) })],
      ranking: { minCoverage: 0.9 },
    });
    expect(scoresIn(ranked, 'd', Q1)).toEqual({ a: 57.78 });
  });

  test('a unit that lacks an indicator has no score, and the reason is kept', () => {
    const ranked = two({ a: 'not_submitted', b: 50 });
    expect(scoresIn(ranked, 'd', Q1)).toEqual({ b: 50, a: Number.NaN });
    expect(byUnit(ranked, 'd', Q1, null, ({ status }, at) => status[at])).toEqual({ b: 1, a: 5 });
  });

  test('a smaller coverage may do', () => {
    expect(scoresIn(two({ a: 'not_submitted', b: 50 }, { minCoverage: 0.75 }), 'd', Q1)).toEqual({ a: 100, b: 50 });
    expect(scoresIn(two({ a: 'not_submitted', b: 50 }, { minCoverage: 0.76 }), 'd', Q1)).toEqual({ b: 50, a: Number.NaN });
  });

  test('missing counts as zero only by rule, and never when it does not apply', () => {
    expect(scoresIn(two({ a: 'not_submitted', b: 50 }, { missing: 'zero' }), 'd', Q1)).toEqual({ a: 75, b: 50 });
    expect(scoresIn(two({ a: 'not_applicable', b: 50 }, { missing: 'zero' }), 'd', Q1)).toEqual({ b: 50, a: Number.NaN });
  });

  test('a dimension that lacks a figure for another reason counts as zero nowhere, though what else it lacks would', () => {
    for (const status of ['exempt', 'suppressed', 'not_applicable'] as const) {
      const ranked = rankSample({
        units: ['a', 'b'],
        observations: { v: { [Q1]: { a: 'not_submitted', b: 50 } }, w: { [Q1]: { a: status, b: 50 } }, x: { [Q1]: { a: 90, b: 50 } } },
        indicators: [indicatorOf('v', { weight: 75 }), indicatorOf('w', { weight: 25 }), indicatorOf('x', {})],
        dimensions: [
          dimensionOf('d', { weight: 50, scoring: { ...GIVEN, method: 'points', per: 1 }, indicators: ['v', 'w'] }),
          dimensionOf('e', { weight: 50, scoring: { ...GIVEN, method: 'points', per: 1 }, indicators: ['x'] }),
        ],
        ranking: { missing: 'zero' },
      });
      expect(scoresIn(ranked, null, Q1)).toEqual({ b: 50, a: Number.NaN });
      for (const dimension of ['d', null])
        expect(byUnit(ranked, dimension, Q1, null, ({ status: of }, at) => FIGURE_STATUSES[of[at] as number])).toMatchObject({ a: status });
    }
  });

  test('what counts as zero is not why a unit has no score, nor does a dimension that lacks something else count as zero', () => {
    const ranked = rankSample({
      units: ['a', 'b'],
      observations: { v: { [Q1]: { a: 'suppressed', b: 50 } }, w: { [Q1]: { a: 'late', b: 50 } } },
      indicators: [indicatorOf('v'), indicatorOf('w')],
      scores: { e: { [Q1]: { a: 90, b: 90 } } },
      dimensions: [
        dimensionOf('d', { scoring: { ...GIVEN, method: 'points', per: 1 }, indicators: ['v', 'w'], weight: 50 }),
        dimensionOf('e', { weight: 50 }),
      ],
      ranking: { missing: 'zero' },
    });
    for (const dimension of ['d', null]) {
      expect(scoresIn(ranked, dimension, Q1)).toMatchObject({ a: Number.NaN });
      expect(byUnit(ranked, dimension, Q1, null, ({ status }, at) => FIGURE_STATUSES[status[at] as number])).toMatchObject({ a: 'suppressed' });
    }
  });

  test('by that rule a unit without any row has zero like one whose row says that nothing came', () => {
    const ranked = rankSample({
      units: ['a', 'b', 'c'],
      scores: { x: { [Q1]: { a: 5, b: 'not_submitted' }, '2023-Q2': { a: 1, b: 1, c: 1 } } },
      dimensions: [dimensionOf('x', { weight: 1 })],
      ranking: { missing: 'zero' },
    });
    expect(scoresIn(ranked, null, Q1)).toEqual({ a: 5, b: 0, c: 0 });
    expect(byUnit(ranked, null, Q1, null, ({ status }, at) => FIGURE_STATUSES[status[at] as number])).toMatchObject({
      b: 'not_submitted',
      c: 'not_submitted',
    });
  });

  test('the reason for having none is the part that is outstanding, not one that was reweighted away or excused', () => {
    for (const missing of ['reweight_not_applicable', 'exclude_unit'] as const) {
      const ranked = rankSample({
        units: ['a', 'b', 'c'],
        scores: { x: { [Q1]: { a: 5 } }, y: { [Q1]: { a: 5, b: 'not_applicable', c: 'exempt' } } },
        dimensions: [dimensionOf('x', { weight: 40 }), dimensionOf('y', { weight: 60 })],
        ranking: { missing },
      });
      expect(byUnit(ranked, null, Q1, null, ({ status }, at) => FIGURE_STATUSES[status[at] as number])).toMatchObject({
        b: 'not_submitted',
        c: 'not_submitted',
      });
    }
  });

  test('weights of what does not apply go to the rest, by rule', () => {
    expect(scoresIn(two({ a: 'not_applicable', b: 'not_submitted' }, { missing: 'reweight_not_applicable' }), 'd', Q1)).toEqual({
      a: 100,
      b: Number.NaN,
    });
  });

  test('weights of what a unit is exempt from go to the rest, too', () => {
    expect(scoresIn(two({ a: 'exempt', b: 'not_submitted' }, { missing: 'reweight_not_applicable' }), 'd', Q1)).toEqual({ a: 100, b: Number.NaN });
  });

  test('figures are carried forward by rule, with their status, and only those that should have come', () => {
    const ranked = rankSample({
      observations: { v: { '2022-Q4': { a: 7, b: 8, c: 9 }, [Q1]: { a: 'not_submitted', b: 'exempt', d: 1 } } },
      indicators: [indicatorOf('v')],
      dimensions: [dimensionOf('d', { scoring: { ...GIVEN, method: 'points', per: 1 }, indicators: ['v'] })],
      ranking: { missing: 'carry_forward' },
    });
    expect(scoresIn(ranked, 'd', Q1)).toEqual({ c: 9, a: 7, d: 1, b: Number.NaN });
    expect(byUnit(ranked, 'd', Q1, null, ({ status }, at) => status[at])).toMatchObject({ a: 1, c: 1, d: 1, b: 8 });
  });

  test('figures are carried forward where nobody has a row yet, through more than one period, but no total is', () => {
    const ranked = rankSample({
      scores: {
        x: { '2022-Q4': { a: 91, b: 80 }, [Q1]: { a: 90 }, '2023-Q2': { a: 80 } },
        y: { '2022-Q4': { a: 60, b: 80 } },
        total: { '2022-Q4': { a: 1, b: 2 } },
      },
      dimensions: [dimensionOf('x', { weight: 50 }), dimensionOf('y', { weight: 50 })],
      ranking: { missing: 'carry_forward' },
    });
    expect(scoresIn(ranked, null, '2022-Q4')).toEqual({ a: 1, b: 2 });
    expect(scoresIn(ranked, null, Q1)).toEqual({ a: 75, b: 80 });
    expect(scoresIn(ranked, null, '2023-Q2')).toEqual({ a: 70, b: 80 });
    expect(byUnit(ranked, 'y', '2023-Q2', null, ({ status }, at) => status[at])).toEqual({ a: 1, b: 1 });
  });

  test('nothing is carried from periods of another kind, and what nobody ever had stays away', () => {
    const ranked = rankSample({
      scores: { x: { [Q1]: { a: 5 }, '2023-Q2': { a: 6 } }, y: { '2022': { a: 7 } } },
      dimensions: [dimensionOf('x'), dimensionOf('y')],
      ranking: { missing: 'carry_forward' },
    });
    expect(ranked.rankings.has(rankingKey('y', '2023-Q2', null))).toBe(false);
  });

  test('a figure that blocks is a problem; one that does not apply blocks nothing', () => {
    const { problems } = two({ a: 'not_submitted', b: 'not_applicable' }, { missing: 'block' });
    expect(problems.list.map(printed)).toEqual([
      'a, 2023-Q1: “w” is only marked as not submitted or late, and this programme publishes nothing with gaps.',
    ]);
  });

  test('where nothing was sent at all, the problem says so', () => {
    const { problems } = rankSample({
      observations: { v: { [Q1]: { a: 1, b: 2 } }, w: { [Q1]: { a: 1 } } },
      indicators: [indicatorOf('v'), indicatorOf('w')],
      dimensions: [dimensionOf('d', { scoring: { ...GIVEN, method: 'points' }, indicators: ['v', 'w'] })],
      ranking: { missing: 'block' },
    });
    expect(problems.list.map(printed)).toEqual(['b, 2023-Q1: “w” is missing, and this programme publishes nothing with gaps.']);
  });
});

test('decimals of a dimension that is an indicator are those of its values, not of its scores', () => {
  const ranked = rankSample({
    units: ['a', 'b', 'c'],
    observations: { v: { [Q1]: { a: 0, b: 1, c: 3 } } },
    indicators: [indicatorOf('v')],
    dimensions: [dimensionOf('v', { decimals: 0, scoring: { ...GIVEN, method: 'minmax' }, indicators: ['v'] })],
  });
  expect(scoresIn(ranked, 'v', Q1)).toEqual({ c: 100, b: 33.33, a: 0 });
});

test('a cap and a floor hold whatever the method', () => {
  const cells = { a: 1, b: 2, c: 3 };
  expect(scoresIn(scored({ method: 'minmax', from: 0, to: 100, cap: 80, floor: 30 }, cells), 'd', Q1)).toEqual({ c: 80, b: 50, a: 30 });
  expect(scoresIn(scored({ method: 'rank_points', points: [9, 5, 1], cap: 8, floor: 2 }, cells), 'd', Q1)).toEqual({ c: 8, b: 5, a: 2 });
});

describe('growth', () => {
  const grown = (cells: Readonly<Record<string, readonly [before: number, now: number]>>) => {
    const of = (at: 0 | 1) => Object.fromEntries(Object.entries(cells).map(([unit, pair]) => [unit, pair[at]]));
    const ranked = rankSample({
      units: Object.keys(cells),
      observations: { v: { '2022-Q1': of(0), [Q1]: of(1) } },
      indicators: [indicatorOf('v')],
      dimensions: [dimensionOf('d', { scoring: { ...GIVEN, method: 'yoy' }, indicators: ['v'] })],
    });
    return scoresIn(ranked, 'd', Q1);
  };

  test('from less than nothing is growth all the same', () => expect(grown({ a: [10, 12], b: [-10, -5] })).toEqual({ b: 100, a: 0 }));

  test('has no board of the year that it begins from, though one of the indicators is growth already and is not of that year', () => {
    const ranked = rankSample({
      units: ['a'],
      observations: { v: { '2022-Q1': { a: 10 }, [Q1]: { a: 12 } }, w: { [Q1]: { a: 3 } } },
      indicators: [indicatorOf('v'), indicatorOf('w', { basis: 'yoy' })],
      dimensions: [dimensionOf('d', { scoring: { ...GIVEN, method: 'yoy' }, indicators: ['v', 'w'] })],
    });
    expect(ranked.rankings.has(rankingKey('d', '2022-Q1', null))).toBe(false);
    expect(scoresIn(ranked, 'd', Q1)).toEqual({ a: 100 });
  });

  test('is not rounded before it is scored: what comes to exactly a half is printed as one', () => {
    const ranked = rankSample({
      units: ['a', 'b', 'c'],
      observations: { v: { '2022-Q1': { a: 3, b: 6, c: 6 }, [Q1]: { a: 4, b: 7, c: 6 } } },
      indicators: [indicatorOf('v')],
      dimensions: [dimensionOf('d', { scoring: { ...GIVEN, method: 'yoy', to: 95 }, indicators: ['v'], decimals: 0 })],
    });
    expect(scoresIn(ranked, 'd', Q1)).toEqual({ a: 95, b: 48, c: 0 });
  });

  test('of one tenth is the same whatever it started from', () => expect(grown({ a: [1, 1.1], b: [10, 11] })).toEqual({ a: 100, b: 100 }));
});

test('figures are carried forward from periods of their own kind only', () => {
  const ranked = rankSample({
    units: ['a', 'b'],
    observations: { v: { '2023-01': { a: 7, b: 8 }, '2023-01..02': { b: 1 } } },
    indicators: [indicatorOf('v')],
    dimensions: [dimensionOf('v', { indicators: ['v'] })],
    ranking: { missing: 'carry_forward' },
  });
  expect(byUnit(ranked, 'v', '2023-01..02', null, ({ rank }, at) => rank[at])).toEqual({ b: 1, a: 0 });
});
