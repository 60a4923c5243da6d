import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const files = (programme: string, ...memberships: readonly string[]): Files => ({
  ...BASE,
  'programmes/board.yaml': `name: 考核\ncadence: quarter\n${programme}\n`,
  'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,x,2023-Q3,90\n',
  'memberships.csv': ['programme,unit,group,weight_set', ...memberships, ''].join('\n'),
});
const dimensions = (...weights: readonly string[]): string => `dimensions: [${weights.map((one) => `{ ${one} }`).join(', ')}]`;
const XYZ = dimensions('id: x, name: X, weight: 60', 'id: y, name: Y, weight: 40', 'id: z, name: Z, weight: 30');

describe('weights total 100 in each group', () => {
  it('also in one without dimensions of its own beside one that has them', async () => {
    const groups = 'groups: [{ id: g1, name: 一 }, { id: g2, name: 二, dimensions: [x, y] }]';
    expect(await printProblems(files(`${XYZ}\n${groups}`, 'board,futian,g1,', 'board,luohu,g2,'))).toEqual([
      'programmes/board.yaml:3:1 The weights of “考核” total 130, not 100: X 60, Y 40, Z 30. Correct the weights; if they are meant to be relative, write ranking.weights: relative.',
    ]);
    const two = 'groups: [{ id: g1, name: 一, dimensions: [x, y] }, { id: g2, name: 二, dimensions: [x, y] }]';
    expect((await parseFiles(files(`${XYZ}\n${two}`, 'board,futian,g1,', 'board,luohu,g2,'))).codes).toEqual([]);
  });
});

describe('a set of weights', () => {
  const turning = dimensions(
    'id: x, name: X, weight: 50',
    'id: z, name: Z, weight: 50, to: 2023-09-30',
    'id: zz, name: ZZ, weight: 50, from: 2023-10-01',
  );
  const group = 'groups: [{ id: g1, name: 一 }]';

  it.each([
    ['x: 50, z: 50, zz: 50', []],
    ['x: 50, z: 25, zz: 25', ['weights-sum']],
    ['x: 50, z: 50', ['weights-sum']],
  ])('totals 100 on every day: %s', async (set, codes) => {
    const programme = `${turning}\n${group}\nweight_sets: { w1: { ${set} } }`;
    expect((await parseFiles(files(programme, 'board,futian,g1,w1', 'board,luohu,g1,'))).codes).toEqual(codes);
  });

  it('totals 100 in the group that it is used in', async () => {
    const even = dimensions('id: x, name: X, weight: 50', 'id: y, name: Y, weight: 50', 'id: z, name: Z, weight: 0');
    const cut = `${even}\ngroups: [{ id: g1, name: 一, dimensions: [x, y] }]\n`;
    const withSet = (set: string): Files => files(`${cut}weight_sets: { w1: { ${set} } }`, 'board,futian,g1,w1', 'board,luohu,g1,');
    expect((await parseFiles(withSet('x: 20, y: 80'))).codes).toEqual([]);
    expect((await parseFiles(withSet('x: 20, y: 30, z: 50'))).problems.map(({ code, params }) => [code, params.of, params.sum])).toEqual([
      ['weights-sum', 'w1, g1', 50],
    ]);
  });
});

it('of weights that do not total 100 on some days says on which, and asks for none before there are figures', async () => {
  const turning = (from: string, weight = 50): Files =>
    files(`${dimensions('id: x, name: X, weight: 50', `id: z, name: Z, weight: ${weight}, from: ${from}`)}\ngroups: [g]`, 'board,futian,g,');
  expect(await printProblems(turning('2023-09-30'))).toEqual([]);
  expect(await printProblems(turning('2023-10-01'))).toEqual([
    'programmes/board.yaml:3:1 The weights of “考核” total 50, not 100, before 2023-10-01: X 50. Correct the weights; if they are meant to be relative, write ranking.weights: relative.',
  ]);
  expect(await printProblems(turning('2023-09-30', 60))).toEqual([
    'programmes/board.yaml:3:1 The weights of “考核” total 110, not 100, from 2023-09-30 on: X 50, Z 60. Correct the weights; if they are meant to be relative, write ranking.weights: relative.',
  ]);
  const ending = dimensions('id: x, name: X, weight: 60', 'id: y, name: Y, weight: 40, to: 2023-10-31');
  const groups = 'groups: [{ id: g, dimensions: [x, y] }, { id: h }]\nweight_sets: { w: { x: 30, y: 70 } }';
  expect((await parseFiles(files(`${ending}\n${groups}`, 'board,futian,g,w', 'board,luohu,h,'))).codes).toEqual(['weights-sum']);
});

it('a set of weights with an unknown dimension is told of that, and not that it does not total 100', async () => {
  const programme = `${dimensions('id: x, name: X, weight: 60', 'id: y, name: Y, weight: 40')}\ngroups: [{ id: g, dimensions: [x, y] }]\nweight_sets: { w: { x: 30, yy: 70 } }`;
  expect((await parseFiles(files(programme, 'board,futian,g,w'))).codes).toEqual(['dimension-unknown']);
});

describe('weights need not total 100', () => {
  const programme = (rows: string, more = ''): Files => ({
    ...files(`${dimensions(...rows.split('; '))}\n${more}`, 'board,futian,g,w', 'board,luohu,g,'),
    'indicators.csv': 'programme,indicator,name,direction\nboard,i,甲,higher\nboard,j,乙,higher\n',
  });
  const values = {
    'observations.csv': 'programme,unit,indicator,period,value\nboard,futian,i,2023-Q3,1\n',
    'scores.csv': 'programme,unit,dimension,period,score\n',
  };

  it('where each dimension is ranked by its values, and nothing is totalled', async () => {
    const uneven = {
      ...programme('id: x, weight: 100, indicators: [i]; id: y, indicators: [j]', 'groups: [g]\nweight_sets: { w: { x: 40 } }'),
      ...values,
    };
    expect((await parseFiles(uneven)).codes).toEqual(['weights-unused']);
    const scored = programme('id: x, weight: 90, indicators: [i]; id: y, indicators: [j]', 'groups: [g]\nweight_sets: { w: { x: 40 } }');
    expect((await parseFiles(scored)).codes).toEqual(['weights-sum', 'weights-sum']);
  });

  it('nor sets of them where there is no total', async () => {
    const without = 'groups: [g]\nweight_sets: { w: { x: 40 } }\nranking: { overall: false }';
    expect((await parseFiles(programme('id: x, weight: 100; id: y', without))).codes).toEqual([]);
  });

  it('of one that stands alone', async () => {
    const turning = 'id: x, weight: 100, to: 2023-09-30; id: y, from: 2023-10-01';
    const following = (more: string): Files => ({ ...programme(`${turning}${more}`, 'groups: [g]\nweight_sets: { w: { x: 100, y: 100 } }') });
    expect((await parseFiles(following(''))).codes).toEqual([]);
    expect((await parseFiles(following('; id: z, from: 2023-10-01'))).codes).toEqual(['weights-sum']);
  });
});
