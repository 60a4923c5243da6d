import { expect, test } from 'vitest';
import { assess, findLatest } from '../../src/assess/assess.ts';
import { assessProblems as en } from '../../src/i18n/en/assessProblems.ts';
import { fillPhrase } from '../../src/i18n/phrase.ts';
import { assessProblems as zh } from '../../src/i18n/zh-CN/assessProblems.ts';
import { Problems } from '../../src/problems.ts';
import { dimensionOf, indicatorOf, periodOf, portalOf, programmeOf, rankSample, type Sample, unitOf } from './sample.ts';

const Q = ['2023-Q1', '2023-Q2'] as const;

test('a portal gives each programme its result, in the order of the portal, whoever is whose parent', () => {
  const child = programmeOf({ scores: { x: { [Q[0]]: { a: 1 } } }, config: { id: 'child', parent: 'city' } });
  const city = programmeOf({ scores: { x: { [Q[0]]: { b: 1 } } }, config: { id: 'city' } });
  const problems = new Problems();
  const result = assess(portalOf(city.portal.units, [child.programme, city.programme]), problems);
  expect(result.programmes.map(({ programme }) => programme.config.id)).toEqual(['child', 'city']);
  expect(result.programmeById.get('city')?.units.map(({ id }) => id)).toEqual(['b']);
  expect(problems.list).toEqual([]);
});

test('programmes that are one another’s parent are still assessed once each', () => {
  const one = programmeOf({ config: { id: 'one', parent: 'two' } }).programme;
  const two = programmeOf({ config: { id: 'two', parent: 'one' } }).programme;
  expect(assess(portalOf([unitOf('a')], [one, two]), new Problems()).programmes).toHaveLength(2);
});

test('an empty programme has no periods, no rankings and nothing that is latest', () => {
  const { programme, portal } = programmeOf({});
  const [result] = assess({ ...portal, programmes: [programme] }, new Problems()).programmes;
  expect([result?.periods, result?.rankings.size, result?.latest, result?.units]).toEqual([[], 0, null, []]);
});

test('the latest period is the newest of the cadence, else of the kind that there is most of', () => {
  const table = { x: { '2023-Q1': { a: 1 }, '2023-Q2': { a: 1 }, '2023': { a: 1 }, '2023-Q4': { a: 'not_submitted' as const } } };
  const { sheet, rankings } = rankSample({ scores: table });
  expect(findLatest('quarter', sheet.periods, rankings)?.id).toBe('2023-Q2');
  expect(findLatest('year', sheet.periods, rankings)?.id).toBe('2023');
  expect(findLatest(null, sheet.periods, rankings)?.id).toBe('2023-Q2');
  expect(findLatest('week', sheet.periods, rankings)?.id).toBe('2023-Q2');
  expect(findLatest('month', [periodOf('2023-01')], new Map())?.id).toBe('2023-01');
  expect(findLatest(null, [periodOf('2022'), periodOf('2023-01')], new Map())?.id).toBe('2023-01');
  expect(findLatest(null, [periodOf('2023-01'), periodOf('2023')], new Map())?.id).toBe('2023');
});

test('an indicator that a rule asks the place of is ranked by its values, though it is no dimension', () => {
  const sample: Sample = {
    observations: { v: { [Q[0]]: { a: 1, b: 2 } }, w: { [Q[0]]: { a: 1, b: 2 } } },
    indicators: [indicatorOf('v'), indicatorOf('w')],
    dimensions: [dimensionOf('d', { indicators: ['v', 'w'] })],
  };
  const rule = { tieAtCut: 'include', minGroup: 0, shareRounding: 'floor' } as const;
  const rank = { type: 'rank', from: 'top', n: 1, share: null, within: 'group', on: 'w' } as const;
  const card = {
    id: 'card',
    name: 'card',
    description: null,
    kind: 'card',
    tone: 'positive',
    severity: 1,
    color: null,
    holder: 'unit',
    scope: 'overall',
    cadence: null,
    source: 'recorded',
    recorded: 'error',
    holding: 'period',
    visibility: 'names',
    obligations: [],
    family: null,
    rule: { when: { type: 'all', of: [{ type: 'not', of: rank }] }, ...rule },
    place: { file: 'p.yaml', line: 1, column: 1 },
    statusPlaces: new Map(),
  } as const;
  expect([...rankSample({ ...sample, config: { instruments: [card] } }).rankings.keys()]).toEqual(['w|2023-Q1|*']);
});

test('every problem of scoring and ranking has its words and its mend in both languages', () => {
  const params = {
    unit: 'u',
    period: 'p',
    indicator: 'i',
    target: 0,
    planned: 0,
    value: 0,
    measure: 'm',
    dimension: 'd',
    recorded: 1,
    computed: 2,
    none: 0,
    highest: 1,
    n: 1,
  };
  for (const [key, phrase] of [...Object.entries(zh), ...Object.entries(en)]) {
    if (!/^(problem|hint)\.(score|rank|total)-/.test(key)) continue;
    expect(fillPhrase(phrase, params)).not.toMatch(/[{}]/);
    expect(key.replace(/^problem/, 'hint') in zh).toBe(true);
  }
});
