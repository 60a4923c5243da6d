import { describe, expect, test } from 'vitest';
import { totalKey } from '../../src/assess/results.ts';
import { FIGURE_STATUSES, type FigureStatus } from '../../src/model/portal.ts';
import { byUnit, dimensionOf, GIVEN, getRanking, indicatorOf, placesIn, rankSample, type Sample, scoresIn } from './sample.ts';

const Q1 = '2023-Q1';
const scores = { x: { [Q1]: { a: 90, b: 80 } }, y: { [Q1]: { a: 70, b: 80 } } };
const dimensions = [dimensionOf('x', { weight: 60 }), dimensionOf('y', { weight: 40 })];
const units = ['a', 'b'];

function adjusted(...adjustments: NonNullable<Sample['adjustments']>) {
  return rankSample({ units, scores, dimensions, adjustments });
}

test('a total is the weighted mean of the dimensions, and needs no note when it is only that', () => {
  const ranked = rankSample({ units, scores, dimensions });
  expect(scoresIn(ranked, null, Q1)).toEqual({ a: 82, b: 80 });
  expect(ranked.totals.size).toBe(0);
});

test('weights need not come to 100: they count in proportion', () => {
  const relative = [dimensionOf('x', { weight: 3 }), dimensionOf('y', { weight: 2 })];
  expect(scoresIn(rankSample({ units, scores, dimensions: relative }), null, Q1)).toEqual({ a: 82, b: 80 });
});

test('a total can be recounted from the printed scores of its dimensions', () => {
  const fine = { x: { [Q1]: { a: 87.456 } }, y: { [Q1]: { a: 90.127 } } };
  const ranked = rankSample({ units: ['a'], scores: fine });
  expect(scoresIn(ranked, null, Q1)).toEqual({ a: 88.8 });
  expect(scoresIn(ranked, 'x', Q1)).toEqual({ a: 87.46 });
});

test('a total is as provisional as the least certain of its dimensions', () => {
  const cell = (status: FigureStatus) => ({ [Q1]: { a: { value: 80, status } } });
  const statusOf = (x: FigureStatus, y: FigureStatus) =>
    byUnit(
      rankSample({ units: ['a'], scores: { x: cell(x), y: cell(y) } }),
      null,
      Q1,
      null,
      ({ status }, at) => FIGURE_STATUSES[status[at] as number],
    ).a;
  expect(statusOf('estimated', 'provisional')).toBe('provisional');
  expect(statusOf('revised', 'estimated')).toBe('estimated');
  expect(statusOf('final', 'under_review')).toBe('under_review');
});

test('a total of zeros for what was not submitted is called so, and not by the part that it does without', () => {
  const deduct = { ...GIVEN, method: 'points' as const, start: 10, per: 1 };
  const ranked = rankSample({
    units: ['a', 'b'],
    scores: { x: { [Q1]: { a: 'exempt', b: 50 } } },
    observations: { i: { [Q1]: { a: 'not_submitted', b: 4 } } },
    indicators: [indicatorOf('i', { dimension: 'y' })],
    dimensions: [dimensionOf('x', { weight: 50 }), dimensionOf('y', { weight: 50, scoring: deduct, indicators: ['i'] })],
    ranking: { missing: 'zero', minCoverage: 0.5 },
  });
  expect(scoresIn(ranked, null, Q1)).toEqual({ a: 0, b: 32 });
  expect(byUnit(ranked, null, Q1, null, ({ status }, at) => FIGURE_STATUSES[status[at] as number]).a).toBe('not_submitted');
});

test('a total that is given stands as it is', () => {
  const ranked = rankSample({ units, dimensions, scores: { ...scores, total: { [Q1]: { a: 79.5 } } } });
  expect(scoresIn(ranked, null, Q1)).toEqual({ b: 80, a: 79.5 });
});

test('a total that is given lacks nothing, whatever its dimensions lack', () => {
  const ranked = rankSample({ units, dimensions, scores: { x: scores.x, y: { [Q1]: { b: 80 } }, total: { [Q1]: { a: 79.5 } } } });
  expect(ranked.totals.get(totalKey('a', Q1, null))).toMatchObject({ coverage: 1, base: 79.5 });
});

test('totals alone need no dimensions: nothing is missing, and a member without a row has not submitted', () => {
  const memberships = [
    ['g', 'a'],
    ['g', 'b'],
  ] as const;
  const ranked = rankSample({ units, dimensions, memberships, scores: { total: { [Q1]: { a: 79.5 } } } });
  expect(ranked.totals.size).toBe(0);
  expect(byUnit(ranked, null, Q1, null, ({ status }, at) => FIGURE_STATUSES[status[at] as number])).toEqual({ a: 'final', b: 'not_submitted' });
});

test('a unit that lacks a dimension has no total, and a note says which and why', () => {
  const ranked = rankSample({ units, dimensions, scores: { ...scores, y: { [Q1]: { a: 'not_submitted', b: 80 } } } });
  expect(placesIn(ranked, null, Q1)).toEqual({ b: 1, a: 0 });
  expect(ranked.totals.get(totalKey('a', Q1, null))).toMatchObject({
    coverage: 0.6,
    base: null,
    missing: [{ dimension: 'y', status: 'not_submitted' }],
  });
});

test('a dimension counts only in the years that it was in force', () => {
  const dated = [dimensionOf('x', { weight: 60 }), dimensionOf('y', { weight: 40, to: '2022-12-31' })];
  expect(scoresIn(rankSample({ units, scores, dimensions: dated }), null, Q1)).toEqual({ a: 90, b: 80 });
});

test('a membership may name a set of weights', () => {
  const ranked = rankSample({
    units,
    scores,
    dimensions,
    groups: ['g'],
    memberships: [
      ['g', 'a', null, null, 'rural'],
      ['g', 'b'],
    ],
    config: { weightSets: { rural: { y: 100 } } },
  });
  expect(scoresIn(ranked, null, Q1, 'g')).toEqual({ b: 80, a: 70 });
  expect(ranked.totals.size).toBe(0);
});

test('the set of weights that a membership names is for that group', () => {
  const ranked = rankSample({
    units,
    scores,
    dimensions,
    groups: ['g', 'h'],
    memberships: [
      ['g', 'a', null, null, 'rural'],
      ['g', 'b'],
      ['h', 'a', null, null, 'urban'],
      ['h', 'b'],
    ],
    config: { weightSets: { rural: { y: 100 }, urban: { x: 100 } } },
  });
  expect(scoresIn(ranked, null, Q1, 'g')).toEqual({ b: 80, a: 70 });
  expect(scoresIn(ranked, null, Q1, 'h')).toEqual({ a: 90, b: 80 });
});

test('across groups a unit that has several sets of weights is weighted by the dimensions’ own, whatever the order of the rows', () => {
  const memberships = [
    ['g', 'a', null, null, 'rural'],
    ['h', 'a', null, null, 'urban'],
    ['g', 'b', null, null, 'rural'],
    ['h', 'b'],
    ['g', 'c', null, null, 'rural'],
  ] as const;
  const three = ['a', 'b', 'c'];
  const across = (rows: typeof memberships | readonly (typeof memberships)[number][]) =>
    scoresIn(
      rankSample({
        units: three,
        scores: { x: { [Q1]: { a: 90, b: 90, c: 90 } }, y: { [Q1]: { a: 70, b: 70, c: 70 } } },
        dimensions: [dimensionOf('x', { weight: 50 }), dimensionOf('y', { weight: 50 })],
        groups: ['g', 'h'],
        memberships: rows,
        ranking: { across: true },
        config: { weightSets: { rural: { y: 100 }, urban: { x: 100 } } },
      }),
      null,
      Q1,
    );
  expect(across(memberships)).toEqual({ a: 80, b: 80, c: 70 });
  expect(across(memberships.toReversed())).toEqual({ a: 80, b: 80, c: 70 });
});

describe('adjustments', () => {
  test('bonuses and deductions change the total, and the note keeps what it was', () => {
    const ranked = adjusted({ unit: 'a', on: Q1, kind: 'bonus', points: 1.5 }, { unit: 'a', on: Q1, kind: 'deduction', points: 4 });
    expect(scoresIn(ranked, null, Q1)).toEqual({ b: 80, a: 79.5 });
    expect(ranked.totals.get(totalKey('a', Q1, null))).toMatchObject({ base: 82, bonus: 1.5, deduction: 4, coverage: 1 });
  });

  test('bonuses of one key count once, the highest', () => {
    const ranked = adjusted(
      { unit: 'a', on: Q1, kind: 'bonus', points: 1, dedupeKey: 'prize' },
      { unit: 'a', on: Q1, kind: 'bonus', points: 3, dedupeKey: 'prize' },
      { unit: 'a', on: Q1, kind: 'bonus', points: 2, dedupeKey: 'prize' },
      { unit: 'a', on: Q1, kind: 'bonus', points: 0.5 },
    );
    expect(ranked.totals.get(totalKey('a', Q1, null))?.bonus).toBe(3.5);
  });

  test('a provisional deduction is shown, and counts only when it is confirmed', () => {
    const shown = adjusted({ unit: 'a', on: Q1, kind: 'pre_deduction', points: 2, status: 'proposed' });
    expect(scoresIn(shown, null, Q1)).toMatchObject({ a: 82 });
    expect(shown.totals.get(totalKey('a', Q1, null))).toMatchObject({ preDeduction: 2, deduction: 0 });
    expect(scoresIn(adjusted({ unit: 'a', on: Q1, kind: 'pre_deduction', points: 2 }), null, Q1)).toMatchObject({ a: 80 });
  });

  test('a cap comes last; what was cancelled never comes', () => {
    const ranked = adjusted(
      { unit: 'a', on: Q1, kind: 'bonus', points: 30 },
      { unit: 'a', on: Q1, kind: 'cap', points: 100 },
      { unit: 'b', on: Q1, kind: 'bonus', points: 30, status: 'cancelled' },
    );
    expect(scoresIn(ranked, null, Q1)).toEqual({ a: 100, b: 80 });
  });

  test('of several caps the lowest counts', () => {
    const ranked = adjusted(
      { unit: 'a', on: Q1, kind: 'bonus', points: 30 },
      { unit: 'a', on: Q1, kind: 'cap', points: 100 },
      { unit: 'a', on: Q1, kind: 'cap', points: 90 },
    );
    expect(scoresIn(ranked, null, Q1)).toMatchObject({ a: 90 });
    expect(ranked.totals.get(totalKey('a', Q1, null))?.cap).toBe(90);
  });

  test('a bonus that is only proposed takes no place of a confirmed one of the same key', () => {
    const ranked = adjusted(
      { unit: 'a', on: Q1, kind: 'bonus', points: 1, dedupeKey: 'prize' },
      { unit: 'a', on: Q1, kind: 'bonus', points: 3, dedupeKey: 'prize', status: 'proposed' },
    );
    expect(ranked.totals.get(totalKey('a', Q1, null))?.bonus).toBe(1);
  });

  test('a veto leaves the score and its status, and takes the place', () => {
    const ranked = adjusted({ unit: 'a', on: Q1, kind: 'veto', effect: 'no rank this quarter', document: 'doc-1' });
    const ranking = getRanking(ranked, null, Q1);
    expect([placesIn(ranked, null, Q1), scoresIn(ranked, null, Q1)]).toEqual([
      { b: 1, a: 0 },
      { b: 80, a: 82 },
    ]);
    expect([ranking.ranked, ranking.of, ranking.status[1], ranking.vetoes.get(0)?.document]).toEqual([1, 2, 1, 'doc-1']);
    expect(ranked.totals.get(totalKey('a', Q1, null))?.vetoed).toBe(true);
    expect(placesIn(ranked, 'x', Q1)).toEqual({ a: 1, b: 2 });
  });

  test('a veto that was lifted takes nothing', () => {
    expect(placesIn(adjusted({ unit: 'a', on: Q1, kind: 'veto', status: 'cancelled' }), null, Q1)).toEqual({ a: 1, b: 2 });
  });

  test('a veto on a dimension takes the place there only', () => {
    const ranked = adjusted({ unit: 'a', on: Q1, kind: 'veto', dimension: 'x' });
    expect(placesIn(ranked, 'x', Q1)).toEqual({ b: 1, a: 0 });
    expect(placesIn(ranked, null, Q1)).toEqual({ a: 1, b: 2 });
  });
});

describe('a recorded total that is higher than any can be', () => {
  const total = (value: number, more: Partial<Sample>) =>
    rankSample({ units, scores: { total: { [Q1]: { a: value, b: 80 } } }, ...more }).problems.list;
  const [cap, bonus] = [
    { unit: 'a', on: Q1, kind: 'cap', points: 90 },
    { unit: 'a', on: Q1, kind: 'bonus', points: 2 },
  ] as const;
  const scoring = { ...GIVEN, method: 'ratio', cap: 100 } as const;

  test('is a warning that names the cap of its adjustments', () => {
    expect(total(95, { adjustments: [cap, bonus] })).toMatchObject([
      { code: 'total-too-high', severity: 'warning', params: { unit: 'a', period: Q1, recorded: 95, highest: 90, n: 1 } },
    ]);
    expect(total(90, { adjustments: [cap] })).toEqual([]);
  });

  test('or what the dimensions can come to, with each bonus', () => {
    const bounded = [
      dimensionOf('x', { weight: 60, scoring }),
      dimensionOf('y', { weight: 40, scoring: { ...scoring, method: 'minmax', cap: null } }),
    ];
    expect(total(102, { dimensions: bounded, adjustments: [{ ...bonus, dimension: 'x' }] })).toEqual([]);
    expect(total(102.01, { dimensions: bounded, adjustments: [bonus] })).toMatchObject([{ code: 'total-too-high', params: { highest: 102 } }]);
    expect(total(985, { dimensions: [...bounded, dimensionOf('z')] })).toEqual([]);
  });

  test('but not where the dimensions have no weights, or their scores are given', () => {
    const points = (max: number) => ({ ...GIVEN, method: 'minmax', to: max }) as const;
    const added = [dimensionOf('x', { scoring: points(40), weight: null }), dimensionOf('y', { scoring: points(60), weight: null })];
    expect(total(100, { dimensions: added })).toEqual([]);
    const given = { x: { [Q1]: { a: 110, b: 80 } }, y: { [Q1]: { a: 110, b: 80 } }, total: { [Q1]: { a: 110, b: 80 } } };
    const bounded = [dimensionOf('x', { weight: 60, scoring }), dimensionOf('y', { weight: 40, scoring })];
    expect(total(110, { dimensions: bounded, scores: given })).toEqual([]);
  });

  test('is told once where it also differs from its dimensions', () => {
    const both = { dimensions, scores: { ...scores, total: { [Q1]: { a: 95 } } }, adjustments: [cap] };
    expect(total(95, both).map(({ code }) => code)).toEqual(['total-differs']);
    expect(total(82, { ...both, scores: { ...scores, total: { [Q1]: { a: 82 } } }, adjustments: [{ ...cap, points: 81 }] })).toMatchObject([
      { code: 'total-too-high', params: { recorded: 82, highest: 81 } },
    ]);
  });
});

describe('a recorded total that is not what its dimensions come to', () => {
  const total = (a: number, b = 80) => rankSample({ units, dimensions, scores: { ...scores, total: { [Q1]: { a, b } } } }).problems.list;

  test('is a warning that names both, once a period', () => {
    expect(total(79.5, 81)).toMatchObject([
      { code: 'total-differs', severity: 'warning', params: { unit: 'a', period: Q1, recorded: 79.5, computed: 82, n: 2 } },
    ]);
  });

  test('is none where nothing shows at the printed precision', () => expect(total(82.001)).toEqual([]));

  test('is none where a dimension is missing, or nothing says how they weigh', () => {
    const given = { total: { [Q1]: { a: 79.5 } } };
    expect(rankSample({ units, dimensions, scores: { x: scores.x, ...given } }).problems.list).toEqual([]);
    expect(rankSample({ units, scores: { ...scores, ...given } }).problems.list).toEqual([]);
  });

  test('may have been recorded before adjustments or after', () => {
    const adjustments = [{ unit: 'a', kind: 'bonus', on: Q1, points: 2 }] as const;
    const given = (a: number) => rankSample({ units, dimensions, adjustments, scores: { ...scores, total: { [Q1]: { a } } } }).problems.list.length;
    expect([82, 84, 83].map(given)).toEqual([0, 0, 1]);
  });
});

test('a unit’s note in a group’s table is of the dimensions that count there, not of those that count among all', () => {
  const ranked = rankSample({
    units,
    scores: { x: { [Q1]: { a: 90, b: 80 } }, y: { [Q1]: { b: 80 } } },
    dimensions,
    groups: [
      { id: 'g', dimensions: ['x'] },
      { id: 'h', dimensions: ['x', 'y'] },
    ],
    memberships: [
      ['g', 'a'],
      ['h', 'b'],
    ],
    ranking: { across: true },
  });
  expect(ranked.totals.get(totalKey('a', Q1, 'g'))).toBeUndefined();
  expect(ranked.totals.get(totalKey('a', Q1, null))).toMatchObject({ coverage: 0.6, missing: [{ dimension: 'y' }] });
});

describe('adjustments of a dimension', () => {
  const indicators = [indicatorOf('v', { dimension: 'v' })];
  const values = { v: { [Q1]: { a: 3, b: 2 } } };
  const ranked = (...adjustments: NonNullable<Sample['adjustments']>) =>
    rankSample({ units, observations: values, indicators, dimensions: [dimensionOf('v', { indicators: ['v'] })], adjustments });

  test('count in its score, also where the office gives it, and through it in the total', () => {
    const result = adjusted(
      { unit: 'a', on: Q1, kind: 'deduction', dimension: 'x', points: 20 },
      { unit: 'b', on: Q1, kind: 'bonus', dimension: 'x', points: 5 },
      { unit: 'b', on: Q1, kind: 'bonus', dimension: 'y', points: 5, status: 'proposed' },
    );
    expect(scoresIn(result, 'x', Q1)).toEqual({ b: 85, a: 70 });
    expect(scoresIn(result, null, Q1)).toEqual({ b: 83, a: 70 });
  });

  test('take the place of a lesser bonus of the same key on the total, and count themselves', () => {
    const result = adjusted(
      { unit: 'a', on: Q1, kind: 'bonus', dimension: 'x', points: 5, dedupeKey: 'prize' },
      { unit: 'a', on: Q1, kind: 'bonus', points: 2, dedupeKey: 'prize' },
    );
    expect([scoresIn(result, 'x', Q1).a, scoresIn(result, null, Q1).a]).toEqual([95, 85]);
  });

  test('do not change a total that the office gives', () => {
    const given = { ...scores, total: { [Q1]: { a: 82, b: 80 } } };
    const result = rankSample({ units, dimensions, scores: given, adjustments: [{ unit: 'a', on: Q1, kind: 'bonus', dimension: 'x', points: 5 }] });
    expect([scoresIn(result, 'x', Q1).a, scoresIn(result, null, Q1).a]).toEqual([95, 82]);
  });

  test('are a problem where there is no score to add them to', () => {
    const { problems } = ranked({ unit: 'a', on: Q1, kind: 'bonus', dimension: 'v', points: 1 });
    expect(problems.list).toMatchObject([{ code: 'adjustment-without-score', severity: 'error', params: { unit: 'a', dimension: 'v', period: Q1 } }]);
    expect(ranked({ unit: 'a', on: Q1, kind: 'bonus', dimension: 'v', points: 1, status: 'cancelled' }).problems.list).toEqual([]);
  });

  test('may be a veto on what is ranked by its values', () => {
    const result = ranked({ unit: 'a', on: Q1, kind: 'veto', dimension: 'v' });
    expect(result.problems.list).toEqual([]);
    expect(placesIn(result, 'v', Q1)).toEqual({ b: 1, a: 0 });
  });
});

test('a total that was not submitted is told where the dimensions come to one, and not beside totals of a rule that they do not have', () => {
  const codes = (weight: number | null, b: number | 'not_submitted') =>
    rankSample({
      units: ['a', 'b'],
      dimensions: [dimensionOf('x', { weight }), dimensionOf('y', { weight })],
      scores: { x: { [Q1]: { a: 90, b: 90 } }, y: { [Q1]: { a: 80, b: 90 } }, total: { [Q1]: { a: 'not_submitted', b } } },
    }).problems.list.map(({ code }) => code);
  expect(codes(50, 90)).toEqual(['total-lacking']);
  expect(codes(null, 'not_submitted')).toEqual(['total-lacking']);
  expect(codes(null, 180)).toEqual([]);
});
