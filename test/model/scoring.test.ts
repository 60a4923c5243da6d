import { describe, expect, it } from 'vitest';
import { closeBands } from '../../src/model/scoringSchema.ts';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const scoring = (text: string): Files => ({
  ...BASE,
  'indicators.csv': `programme,indicator,dimension,name,direction\nboard,wait,life,候诊时间,${/points|completion/.test(text) ? 'higher' : 'lower'}\n`,
  'programmes/board.yaml': `id: board\nname: 考核\ndimensions:\n  - { id: work, name: 工作, weight: 60 }\n  - { id: life, name: 民生, weight: 40, scoring: ${text} }\n`,
});

const against = (scoring: string, direction: string): Files => ({
  ...BASE,
  'indicators.csv': `programme,indicator,dimension,name,direction,target\nboard,wait,life,候诊时间,${direction},3\n`,
  'programmes/board.yaml': `name: 考核\ncadence: quarter\ndimensions:\n  - { id: work, name: 工作, weight: 60 }\n  - { id: life, name: 民生, weight: 40, scoring: ${scoring} }\n`,
});

describe('scoring that goes against the direction of an indicator', () => {
  it.each([
    ['completion', 'lower'],
    ['completion', 'target'],
    ['points', 'lower'],
    ['{ method: points, per: -1 }', 'higher'],
    ['deduct', 'higher'],
    ['{ method: deduct, per: -2 }', 'lower'],
  ])('is told: %s of one where %s is better', async (scoring, direction) => {
    expect((await parseFiles(against(scoring, direction))).codes).toEqual(['scoring-against-direction']);
  });

  it.each([
    ['completion', 'higher'],
    ['points', 'higher'],
    ['deduct', 'lower'],
    ['ratio', 'lower'],
    ['minmax', 'target'],
  ])('is not told of %s of one where %s is better', async (scoring, direction) => {
    expect((await parseFiles(against(scoring, direction))).codes).toEqual([]);
  });

  it('says which is better for whom', async () => {
    expect(await printProblems(against('deduct', 'higher'), 'zh-CN')).toEqual([
      'indicators.csv:2:1 “候诊时间”越高越好，而它所在的维度按 deduct 计分，数值越低得分越高。 请改正方向，或者换用随方向计分的办法：minmax、ratio、rank_points、bands。',
    ]);
  });
});

describe('growth of an indicator whose target is to be hit', () => {
  it('is told, unless its values are growth already', async () => {
    expect((await parseFiles(against('yoy', 'target'))).codes).toEqual(['scoring-growth-target']);
    const files = against('yoy', 'target');
    const indicators = 'programme,indicator,dimension,name,direction,target,basis\nboard,wait,life,物价涨幅,target,3,yoy\n';
    expect((await parseFiles({ ...files, 'indicators.csv': indicators })).codes).toEqual([]);
  });
});

describe('scoring', () => {
  it.each([
    ['rank_points', 'scoring-incomplete'],
    ['{ method: rank_points, points: [] }', 'scoring-incomplete'],
    ['bands', 'scoring-incomplete'],
    ['{ method: bands }', 'scoring-incomplete'],
    ['{ method: bands, bands: [{ gte: 80, score: 100 }, { lt: 90, score: 60 }] }', 'scoring-bands-overlap'],
    ['{ method: bands, bands: [{ score: 100 }, { gte: 90, score: 1 }, { lt: 60, score: 60 }] }', 'scoring-bands-overlap'],
    ['{ method: bands, bands: [{ gte: 80, score: 0.5 }, { gte: 80, score: 1 }] }', 'scoring-bands-overlap'],
    ['{ method: bands, bands: [{ gte: 60, lt: 90, score: 1 }, { gte: 80, lt: 95, score: 0.5 }] }', 'scoring-bands-overlap'],
    ['{ method: ratio, cap: 10, floor: 50 }', 'scoring-reversed'],
    ['{ method: minmax, from: 100, to: 60 }', 'scoring-reversed'],
    ['{ method: yoy, from: 100 }', 'scoring-reversed'],
    ['{ method: ratio, points: [3, 2, 1] }', 'scoring-foreign'],
    ['{ method: given, cap: 100 }', 'scoring-foreign'],
    ['{ methdo: ratio, cap: 110 }', 'config-key-unknown'],
    ['{ method: ratoi, cap: 110 }', 'config-value'],
    ['ratoi', 'config-value'],
  ])('%s is refused once', async (text, code) => {
    expect((await parseFiles(scoring(text))).codes).toEqual([code]);
  });

  it.each([
    'ratio',
    'deduct',
    'points',
    'minmax',
    'yoy',
    'completion',
    '{ method: deduct, start: 10, per: 2, cap: 10, floor: 0 }',
    '{ method: bands, bands: [{ gte: 90, score: 1 }, { gte: 80, lt: 90, score: 0.5 }, { lt: 80, score: 0 }] }',
    '{ method: bands, bands: [{ gte: 90, score: 1 }, { gte: 80, score: 0.5 }, { score: 0 }] }',
    '{ method: bands, bands: [{ lt: 60, score: 1 }, { lt: 80, score: 0.5 }, { score: 0 }] }',
    '{ method: bands, bands: [{ gte: 0, score: 0 }, { gte: 60, score: 70 }, { gte: 80, score: 90 }, { gte: 90, score: 100 }] }',
    '{ method: minmax, from: 60, cap: 100, floor: 60 }',
  ])('%s is taken', async (text) => {
    expect((await parseFiles(scoring(text))).codes).toEqual([]);
  });

  it('has the bounds of bands that are written as steps', () => {
    const bounds = (...bands: Parameters<typeof closeBands>[0]) => closeBands(bands).map(({ gte, lt }) => [gte, lt]);
    expect(bounds({ gte: 90, score: 2 }, { gte: 80, score: 1 }, { score: 0 })).toEqual([
      [90, undefined],
      [80, 90],
      [undefined, 80],
    ]);
    expect(bounds({ lt: 60, score: 2 }, { lt: 80, score: 1 }, { score: 0 })).toEqual([
      [undefined, 60],
      [60, 80],
      [80, undefined],
    ]);
    expect(bounds({ score: 0 }, { gte: 60, score: 1 }, { gte: 80, score: 2 })).toEqual([
      [undefined, 60],
      [60, 80],
      [80, undefined],
    ]);
    expect(bounds({ gte: 80, score: 1 }, { lt: 90, score: 0 })).toEqual([
      [80, undefined],
      [undefined, 90],
    ]);
  });

  it('is told of where the fault stands, and how to write it', async () => {
    expect(await printProblems(scoring('rank_points'))).toEqual([
      'programmes/board.yaml:5:48 “dimensions[2].scoring” is scored by rank_points, but has no points: nobody gets a score. Write it in full, such as { method: rank_points, points: [100, 95, 90] }.',
    ]);
    expect(await printProblems(scoring('{ method: bands, bands: [{ gte: 80, score: 100 }, { lt: 90, score: 60 }] }'))).toEqual([
      'programmes/board.yaml:5:98 In “dimensions[2].scoring.bands[2]” two bands overlap: 80 lies in { gte: 80, score: 100 } and in { lt: 90, score: 60 }. Change their bounds so that every value lies in one band only.',
    ]);
    expect(await printProblems(scoring('{ method: ratio, points: [1] }'))).toEqual([
      'programmes/board.yaml:5:65 “dimensions[2].scoring.points” does nothing: scoring by ratio has no points. points is for rank_points. Remove it, or correct the method.',
    ]);
    expect(await printProblems(scoring('{ methdo: ratio, cap: 110 }'))).toEqual([
      expect.stringContaining('5:50 There is no key “dimensions[2].scoring.methdo”. Did you mean “method”?'),
    ]);
  });
});
