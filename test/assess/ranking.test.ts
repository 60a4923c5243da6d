import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTied } from '../../src/assess/change.ts';
import type { Ranking } from '../../src/assess/results.ts';
import { cutBoard } from '../../src/assess/rules/cut.ts';
import { dimensionOf, getRanking, indicatorOf, placesIn, rankSample, scoresIn, unitOf } from './sample.ts';

const Q1 = '2023-Q1';

describe('places', () => {
  test('sharers have one place and the next place is left out', () => {
    const ranked = rankSample({ scores: { x: { [Q1]: { a: 80, b: 90, c: 90, d: 70 } } } });
    expect(placesIn(ranked, 'x', Q1)).toEqual({ b: 1, c: 1, a: 3, d: 4 });
  });

  test('scores are rounded to the printed precision before they are ranked', () => {
    const ranked = rankSample({ scores: { x: { [Q1]: { a: 1.005, b: 1.0099, c: 1.004 } } } });
    expect(placesIn(ranked, 'x', Q1)).toEqual({ a: 1, b: 1, c: 3 });
    expect(scoresIn(ranked, 'x', Q1)).toEqual({ a: 1.01, b: 1.01, c: 1 });
  });

  test('zero and negative scores are scores', () => {
    const ranked = rankSample({ scores: { x: { [Q1]: { a: -1, b: 0, c: -0.001, d: 'not_submitted' } } } });
    expect(placesIn(ranked, 'x', Q1)).toEqual({ b: 1, c: 1, a: 3, d: 0 });
  });

  test('who has no score has no place, stands last and keeps the reason', () => {
    const { rankings, sheet } = rankSample({ scores: { x: { [Q1]: { a: 'exempt', b: 1, c: 'not_submitted', d: 2 } } } });
    const ranking = [...rankings.values()][0] as Ranking;
    expect(Array.from(ranking.units, (u) => sheet.units[u]?.id)).toEqual(['d', 'b', 'a', 'c']);
    expect([ranking.of, ranking.ranked, ...ranking.status]).toEqual([4, 2, 1, 1, 8, 5]);
  });

  test('places from the bottom are counted from the bottom', () => {
    const ranking = getRanking(rankSample({ scores: { x: { [Q1]: { a: 1, b: 1, c: 5, d: 9 } } } }), 'x', Q1);
    expect(Array.from(ranking.rank)).toEqual([1, 2, 3, 3]);
    const { placeOf } = cutBoard(ranking, 'bottom', 1, 'include');
    expect(Array.from(ranking.units, placeOf)).toEqual([4, 3, 1, 1]);
    expect([0, 1, 2, 3].map((at) => isTied(ranking, at))).toEqual([false, false, true, true]);
  });

  test('ties are broken by what the programme declares, and by nothing else', () => {
    const scores = { x: { [Q1]: { a: 9, b: 9, c: 9, d: 1 } }, y: { [Q1]: { a: 1, b: 2, c: 2, d: 9 } } };
    expect(placesIn(rankSample({ scores, ranking: { tiebreak: ['y'] } }), 'x', Q1)).toEqual({ a: 3, b: 1, c: 1, d: 4 });
    expect(placesIn(rankSample({ scores }), 'x', Q1)).toEqual({ a: 1, b: 1, c: 1, d: 4 });
  });

  test('a tie-break may be an indicator where lower is better; who has no figure comes after', () => {
    const ranked = rankSample({
      scores: { x: { [Q1]: { a: 9, b: 9, c: 9, d: 10 } } },
      observations: { debt: { [Q1]: { a: 5, b: 3 } } },
      indicators: [indicatorOf('debt', { direction: 'lower' })],
      ranking: { tiebreak: ['debt'] },
    });
    expect(placesIn(ranked, 'x', Q1)).toEqual({ d: 1, b: 2, a: 3, c: 4 });
  });
});

describe('boards of raw values', () => {
  const board = (direction: 'higher' | 'lower' | 'target', more = {}) =>
    rankSample({
      observations: { v: { [Q1]: { a: 0, b: 4, c: 6, d: 9 } } },
      indicators: [indicatorOf('v', { direction, ...more })],
      dimensions: [dimensionOf('v', { indicators: ['v'] })],
    });

  test('rank in the direction of the indicator', () => {
    expect(placesIn(board('higher'), 'v', Q1)).toEqual({ d: 1, c: 2, b: 3, a: 4 });
    expect(placesIn(board('lower'), 'v', Q1)).toEqual({ a: 1, b: 2, c: 3, d: 4 });
    expect(getRanking(board('lower'), 'v', Q1).by).toBe('value');
  });

  test('rank by distance from the target, on either side alike', () => {
    expect(placesIn(board('target', { target: 5 }), 'v', Q1)).toEqual({ b: 1, c: 1, d: 3, a: 4 });
    expect(placesIn(board('target', { target: 0 }), 'v', Q1)).toEqual({ a: 1, b: 2, c: 3, d: 4 });
  });

  test('stand equally far from the target whatever binary fractions make of the distance', () => {
    const ranked = rankSample({
      observations: { v: { [Q1]: { a: 0.1, b: 0.3, c: 0.5 } } },
      indicators: [indicatorOf('v', { direction: 'target', target: 0.2 })],
      dimensions: [dimensionOf('v', { indicators: ['v'] })],
    });
    expect(placesIn(ranked, 'v', Q1)).toEqual({ a: 1, b: 1, c: 3 });
  });

  test('are not totalled', () => {
    expect([...board('higher').rankings.keys()]).toEqual(['v|2023-Q1|*']);
  });

  test('decimals of the indicator make ties', () => {
    const ranked = rankSample({
      observations: { v: { [Q1]: { a: 0.981, b: 0.979, c: 0.974 } } },
      indicators: [indicatorOf('v', { decimals: 2 })],
      dimensions: [dimensionOf('v', { indicators: ['v'] })],
    });
    expect(placesIn(ranked, 'v', Q1)).toEqual({ a: 1, b: 1, c: 3 });
  });
});

describe('groups', () => {
  const scores = { x: { [Q1]: { a: 4, b: 3, c: 2, d: 1 } } };
  const memberships = [
    ['east', 'a'],
    ['east', 'b'],
    ['west', 'b'],
    ['west', 'd'],
  ] as const;

  test('a unit stands in each of its groups', () => {
    const ranked = rankSample({ scores, groups: ['east', 'west'], memberships });
    expect(placesIn(ranked, 'x', Q1, 'east')).toEqual({ a: 1, b: 2 });
    expect(placesIn(ranked, 'x', Q1, 'west')).toEqual({ b: 1, d: 2 });
    expect(ranked.rankings.has('x|2023-Q1|*')).toBe(false);
  });

  test('`across` adds a table of all units, and without `group` there is only that', () => {
    const across = rankSample({ scores, groups: ['east', 'west'], memberships, ranking: { across: true } });
    expect(placesIn(across, 'x', Q1)).toEqual({ a: 1, b: 2, d: 3 });
    const alone = rankSample({ scores, groups: ['east', 'west'], memberships, ranking: { per: ['dimension'] } });
    expect([...alone.rankings.keys()]).toEqual(['x|2023-Q1|*', '*|2023-Q1|*']);
  });

  test('a unit that moved in mid-period stands once, in its group on the last day', () => {
    const ranked = rankSample({
      scores,
      groups: ['east', 'west'],
      memberships: [
        ['east', 'a'],
        ['east', 'b', '2020-01-01', '2023-02-28'],
        ['west', 'b', '2023-03-01'],
        ['west', 'd'],
      ],
    });
    expect(placesIn(ranked, 'x', Q1, 'east')).toEqual({ a: 1 });
    expect(placesIn(ranked, 'x', Q1, 'west')).toEqual({ b: 1, d: 2 });
  });

  test('a group may be ranked on some dimensions only, and totalled over those', () => {
    const ranked = rankSample({
      scores: { x: { [Q1]: { a: 4, b: 3 } }, y: { [Q1]: { a: 1, b: 9 } } },
      groups: [{ id: 'g', dimensions: ['y'] }],
      memberships: [
        ['g', 'a'],
        ['g', 'b'],
      ],
    });
    expect([...ranked.rankings.keys()]).toEqual(['y|2023-Q1|g', '*|2023-Q1|g']);
    expect(scoresIn(ranked, null, Q1, 'g')).toEqual({ b: 9, a: 1 });
  });

  test('a unit that was abolished before the period is no member', () => {
    const units = ['a', 'b', unitOf('c', 2, { validTo: '2022-12-31' })];
    const table = { x: { '2022-Q4': { a: 1, b: 2, c: 3 }, [Q1]: { a: 1, b: 2 } } };
    const ranked = rankSample({ units, scores: table });
    expect(getRanking(ranked, 'x', '2022-Q4').of).toBe(3);
    expect(getRanking(ranked, 'x', Q1).of).toBe(2);
  });
});

describe('laws', () => {
  const scoreTable = fc.array(
    fc.option(
      fc.integer({ min: -30, max: 30 }).map((n) => n / 10),
      { nil: null },
    ),
    { minLength: 1, maxLength: 40 },
  );

  function rankScores(scores: readonly (number | null)[], order: readonly number[]): Record<string, number> {
    const units = order.map((i) => `u${i}`);
    const cells = Object.fromEntries(scores.map((score, i) => [`u${i}`, score ?? ('not_submitted' as const)]));
    return placesIn(rankSample({ units, scores: { x: { [Q1]: cells } } }), 'x', Q1);
  }

  test('a place is one more than the number of those strictly better', () => {
    fc.assert(
      fc.property(scoreTable, (scores) => {
        const places = rankScores(scores, [...scores.keys()]);
        scores.forEach((own, i) => {
          const better = scores.filter((other) => other !== null && own !== null && other > own).length;
          expect(places[`u${i}`]).toBe(own === null ? 0 : better + 1);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the order of rows changes no place', () => {
    const shuffled = scoreTable.chain((scores) =>
      fc.tuple(fc.constant(scores), fc.shuffledSubarray([...scores.keys()], { minLength: scores.length })),
    );
    fc.assert(
      fc.property(shuffled, ([scores, order]) => {
        expect(rankScores(scores, order)).toEqual(rankScores(scores, [...scores.keys()]));
      }),
      { numRuns: 60 },
    );
  });

  test('ranked and unranked make up the group, and every unit is found at its position', () => {
    fc.assert(
      fc.property(scoreTable, (scores) => {
        const cells = Object.fromEntries(scores.map((score, i) => [`u${i}`, score ?? ('exempt' as const)]));
        const ranked = rankSample({ units: Object.keys(cells), scores: { x: { [Q1]: cells } } });
        const ranking = getRanking(ranked, 'x', Q1);
        expect(ranking.of).toBe(scores.length);
        expect(ranking.ranked).toBe(scores.filter((score) => score !== null).length);
        expect(Array.from(ranking.rank).filter((rank) => rank === 0).length).toBe(ranking.of - ranking.ranked);
        ranking.units.forEach((unit, at) => {
          expect(ranking.position[unit]).toBe(at);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the place from the top and the place from the bottom are mirror images', () => {
    fc.assert(
      fc.property(scoreTable, (scores) => {
        const up = rankScores(scores, [...scores.keys()]);
        const cells = Object.fromEntries(scores.map((score, i) => [`u${i}`, score === null ? ('exempt' as const) : -score]));
        const ranked = rankSample({ units: Object.keys(cells), scores: { x: { [Q1]: cells } } });
        const ranking = getRanking(ranked, 'x', Q1);
        const { placeOf } = cutBoard(ranking, 'bottom', 1, 'include');
        for (const unit of ranking.units) expect(placeOf(unit) || 0).toBe(up[`u${unit}`]);
      }),
      { numRuns: 60 },
    );
  });
});

test('a unit with figures that is in no group of the period is a warning, not a silence', () => {
  const sample = {
    units: ['a', 'b'],
    scores: { x: { '2022': { a: 1, b: 2 }, '2023': { a: 1, b: 2 } } },
    groups: ['g'],
    memberships: [
      ['g', 'a'],
      ['g', 'b', null, '2022-12-31'],
    ] as const,
  };
  expect(rankSample(sample).problems.list).toMatchObject([{ code: 'unit-ungrouped', severity: 'warning', params: { unit: 'b', periods: ['2023'] } }]);
  expect(rankSample({ ...sample, memberships: [] }).problems.list).toEqual([]);
});
