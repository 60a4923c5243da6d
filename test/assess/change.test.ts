import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previousRank, rankChange } from '../../src/assess/change.ts';
import type { UnitEvent } from '../../src/model/portal.ts';
import { byUnit, dimensionOf, getRanking, indicatorOf, PLACE, rankSample, type Sample, type Table, unitOf } from './sample.ts';

function changes(sample: Sample, period: string, group: string | null = null, dimension = 'x') {
  return byUnit(rankSample(sample), dimension, period, group, rankChange);
}

const table: Table = { x: { '2023-Q1': { a: 3, b: 2, c: 1 }, '2023-Q2': { a: 1, b: 2, c: 2 } } };

test('a change is the difference of the two printed places', () => {
  expect(changes({ units: ['a', 'b', 'c'], scores: table }, '2023-Q2')).toEqual({ b: 1, c: 2, a: -2 });
});

test('there is no change in the first period of a series', () => {
  expect(changes({ units: ['a', 'b', 'c'], scores: table }, '2023-Q1')).toEqual({ a: null, b: null, c: null });
});

test('a unit without a place then is new, one without a place in between has returned, and one without a place now has no change', () => {
  const scores: Table = {
    x: {
      '2023-Q1': { a: 3, b: 2, c: 'not_submitted' },
      '2023-Q2': { a: 3, b: 'not_submitted', c: 2 },
      '2023-Q3': { a: 'late', b: 9, c: 8 },
    },
  };
  const sample = { units: ['a', 'b', 'c'], scores };
  expect(changes(sample, '2023-Q2')).toEqual({ a: 0, c: 'new', b: null });
  expect(changes(sample, '2023-Q3')).toEqual({ b: 'returned', c: 0, a: null });
  const ranking = getRanking(rankSample(sample), 'x', '2023-Q3');
  expect(previousRank(ranking, 1)).toBe(2);
});

test('a programme may count the change of a unit that returned from its last place', () => {
  const scores: Table = { x: { '2023-Q1': { a: 3, b: 2 }, '2023-Q2': { a: 3 }, '2023-Q3': { a: 8, b: 9 } } };
  expect(changes({ units: ['a', 'b'], scores, ranking: { changeSince: 'last_ranked' } }, '2023-Q3')).toEqual({ b: 1, a: -1 });
});

test('but not across a change of the method in between', () => {
  const scores: Table = { x: { '2023-Q1': { a: 3, b: 2 }, '2023-Q2': { a: 3 }, '2023-Q3': { a: 8, b: 9 } } };
  const ranking = { changeSince: 'last_ranked', methodVersions: [{ version: '2', from: '2023-Q2', note: null }] } as const;
  expect(changes({ units: ['a', 'b'], scores, ranking }, '2023-Q3')).toEqual({ b: 'returned', a: 0 - 1 });
});

test('a period in which nothing was ranked is passed over', () => {
  const scores: Table = { x: { '2023-Q1': { a: 3, b: 2 }, '2023-Q2': { a: 'late', b: 'late' }, '2023-Q4': { a: 1, b: 2 } } };
  const ranked = rankSample({ units: ['a', 'b'], scores });
  expect(getRanking(ranked, 'x', '2023-Q4').previous?.period.id).toBe('2023-Q1');
  expect(byUnit(ranked, 'x', '2023-Q4', null, rankChange)).toEqual({ b: 1, a: -1 });
});

test('kinds of period are series of their own', () => {
  const scores: Table = { x: { '2023-03': { a: 1, b: 2 }, '2023-01..03': { a: 2, b: 1 }, '2023-04': { a: 2, b: 1 }, '2023-01..04': { a: 2, b: 1 } } };
  const sample = { units: ['a', 'b'], scores };
  expect(changes(sample, '2023-04')).toEqual({ a: 1, b: -1 });
  expect(changes(sample, '2023-01..04')).toEqual({ a: 0, b: 0 });
});

test('places cannot be compared when the method changed', () => {
  const ranking = { methodVersions: [{ version: '2', from: '2023-Q2', note: null }] };
  expect(changes({ units: ['a', 'b', 'c'], scores: table, ranking }, '2023-Q2')).toEqual({
    b: 'not_comparable',
    c: 'not_comparable',
    a: 'not_comparable',
  });
});

test('a method that begins within a period holds from the next one on', () => {
  const scores: Table = { x: { '2023-Q1': { a: 2, b: 1 }, '2023-Q2': { a: 1, b: 2 }, '2023-Q3': { a: 1, b: 2 } } };
  const sample = { units: ['a', 'b'], scores, ranking: { methodVersions: [{ version: '2', from: '2023-05-01', note: null }] } };
  expect(changes(sample, '2023-Q2')).toEqual({ b: 1, a: -1 });
  expect(changes(sample, '2023-Q3')).toEqual({ b: 'not_comparable', a: 'not_comparable' });
});

test('a unit that stood in both groups, and has a place now, came from neither', () => {
  const memberships = [
    ['g', 'a'],
    ['g', 'b'],
    ['h', 'b'],
    ['g', 'd', '2023-04-01'],
  ] as const;
  const scores: Table = { x: { '2023-Q1': { a: 3, b: 'not_submitted' }, '2023-Q2': { a: 3, b: 2, d: 1 } } };
  expect(changes({ scores, groups: ['g', 'h'], memberships }, '2023-Q2', 'g')).toEqual({ a: 'not_comparable', b: 'new', d: 'new' });
});

test('places cannot be compared when the members changed, nor for a unit that came from another group', () => {
  const memberships = [
    ['g', 'a'],
    ['g', 'b'],
    ['h', 'c', null, '2023-03-31'],
    ['g', 'c', '2023-04-01'],
    ['g', 'd', '2023-04-01'],
  ] as const;
  const scores: Table = { x: { '2023-Q1': { a: 3, b: 2, c: 1 }, '2023-Q2': { a: 1, b: 2, c: 3, d: 4 } } };
  expect(changes({ scores, groups: ['g', 'h'], memberships }, '2023-Q2', 'g')).toEqual({
    a: 'not_comparable',
    b: 'not_comparable',
    c: 'not_comparable',
    d: 'new',
  });
});

test('a unit that came from another group without a place is not new when it has one', () => {
  const memberships = [
    ['g', 'a'],
    ['g', 'b', null, '2023-03-31'],
    ['h', 'b', '2023-04-01'],
    ['h', 'c'],
    ['h', 'd'],
  ] as const;
  const scores: Table = {
    x: { '2023-Q1': { a: 3, b: 2, c: 1 }, '2023-Q2': { a: 3, b: 'late', c: 1 }, '2023-Q3': { a: 3, b: 2, c: 1, d: 4 }, '2023-Q4': { b: 3, c: 2 } },
  };
  const sample = { scores, groups: ['g', 'h'], memberships };
  expect(changes(sample, '2023-Q3', 'h')).toEqual({ d: 'new', b: 'not_comparable', c: -2 });
  expect(changes(sample, '2023-Q4', 'h')).toEqual({ b: 1, c: 1, d: null });
});

test('a unit cannot be compared after an event that says so, in the first ranking after it only', () => {
  const event = (date: string, comparable: boolean): UnitEvent => {
    const none = { fromName: null, toName: null, successors: [], predecessors: [], document: null, note: null };
    return { unit: 'a', date, type: 'reclassify', comparable, ...none, place: PLACE };
  };
  const scores: Table = { x: { '2023-Q1': { a: 3, b: 2 }, '2023-Q2': { a: 1, b: 2 }, '2023-Q3': { a: 3, b: 2 } } };
  const after = (date: string, comparable = false) => {
    const sample: Sample = { units: [unitOf('a', 0, { events: [event(date, comparable)] }), unitOf('b', 1)], scores };
    return ['2023-Q2', '2023-Q3'].map((period) => changes(sample, period).a);
  };
  expect(after('2023-04-01')).toEqual(['not_comparable', 1]);
  expect(after('2023-06-30')).toEqual(['not_comparable', 1]);
  expect(after('2023-07-01')).toEqual([-1, 'not_comparable']);
  expect(after('2023-03-31')).toEqual([-1, 1]);
  expect(after('2023-04-01', true)).toEqual([-1, 1]);
  const absent: Table = { x: { '2023-Q1': { a: 3, b: 2 }, '2023-Q2': { a: 'late', b: 2 }, '2023-Q3': { a: 3, b: 2 } } };
  const units = [unitOf('a', 0, { events: [event('2023-05-01', false)] }), unitOf('b', 1)];
  expect(changes({ units, scores: absent, ranking: { changeSince: 'last_ranked' } }, '2023-Q3')).toEqual({ a: 'returned', b: -1 });
});

test('a unit that sent nothing is still a member, so that the others can be compared', () => {
  const observations: Table = { x: { '2022/23-Q1': { a: 1, b: 2, c: 3 }, '2022/23-Q2': { a: 1, c: 3 } } };
  const sample = { units: ['a', 'b', 'c'], observations, indicators: [indicatorOf('x')], dimensions: [dimensionOf('x', { indicators: ['x'] })] };
  expect(changes(sample, '2022/23-Q2')).toEqual({ c: 0, a: 1, b: null });
});

test('every number is the previous printed place less the present one', () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null, freq: 4 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(scores, { minLength: 2, maxLength: 5 }), (rows) => {
      const cells = rows.map((row, p) => [
        `2023-0${p + 1}`,
        Object.fromEntries(row.map((score, u) => [`u${u}`, score ?? ('not_submitted' as const)])),
      ]);
      const ranked = rankSample({ units: [0, 1, 2, 3, 4, 5].map((u) => `u${u}`), scores: { x: Object.fromEntries(cells) } });
      for (const ranking of ranked.rankings.values()) {
        ranking.units.forEach((unit, at) => {
          const change = rankChange(ranking, at);
          const before = ranking.previous ? (ranking.previous.rank[ranking.previous.position[unit] as number] as number) : 0;
          if (typeof change === 'number') expect(change).toBe(before - (ranking.rank[at] as number));
          else expect(before === 0 || ranking.rank[at] === 0).toBe(true);
        });
      }
    }),
    { numRuns: 60 },
  );
});
