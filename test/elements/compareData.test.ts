import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  absenceText,
  type ComparedUnit,
  type CompareIndex,
  compareSpec,
  formatChoice,
  MOST_UNITS,
  madeTexts,
  matchChoice,
  periodsShown,
  placeText,
  type Result,
  readChoice,
  shortNameIn,
  statusTag,
  type Words,
} from '../../src/elements/compareData.ts';
import { compareQuery } from '../../src/views/address.ts';

const named = { name: 'x' };
const towns = Array.from({ length: MOST_UNITS + 1 }, (_, i) => `t${i}`);
const group = (programme: string, group: string | null, units: readonly string[]) => {
  return { programme, programme_name: named, group, group_name: group === null ? null : named, units };
};
const index: CompareIndex = {
  programmes: [
    { ...named, programme: 'yearly', measures: [], periods: [] },
    {
      ...named,
      programme: 'cards',
      measures: [null, 'roads'].map((dimension) => ({ dimension, title: null, by: 'score', decimals: 1 })),
      periods: [{ ...named, period: '2023-Q1', series: 'quarter' }],
    },
  ],
  groups: [group('yearly', null, ['a', 'b']), group('cards', 'towns', towns), group('cards', 'bureaus', ['a'])],
  units: ['a', 'b', ...towns].map((unit) => ({ ...named, unit, path: '' })),
};
const made: Words['made'] = {
  'board.carried': 'from {period}',
  'board.carriedPartly': 'partly from {period}',
  'board.countedAsZero': '{part} {status}, counted as 0',
  'board.countedAsZeroPartly': '{part} has gaps that count as 0',
  'board.countedInPart': '{part} on {share}% of its weights',
  'board.missingDimension': '{dimension}: {status}',
  'board.total.coverage': 'on {share}% of the weights',
  'board.totalGiven': 'given',
  'board.totalWeighted': 'weighted',
};
const match = (search: string) => matchChoice(index, readChoice(search));

test('an address says what it was made from', () => {
  expect(readChoice(formatChoice({ programme: 'cards', group: 'towns', units: ['t1', '市'], measure: 'm', period: '2023' }))).toEqual({
    programme: 'cards',
    group: 'towns',
    units: ['t1', '市'],
    measure: 'm',
    period: '2023',
  });
});

describe('years beside quarters', () => {
  const periods = [
    { name: 'Q3', period: '2022-Q3', series: 'quarter' },
    { name: 'Q4', period: '2022-Q4', series: 'quarter' },
    { name: '2022', period: '2022', series: 'year' },
    { name: 'Q1', period: '2023-Q1', series: 'quarter' },
  ];
  const result = {
    programme: 'cards',
    group: 'towns',
    dimension: null,
    score: 1,
    value: null,
    rank: 1,
    tied: false,
    of: 2,
    change: null,
    status: 'final',
  };
  const unit = { unit: 't1', name: 'T', short: 'T', results: periods.map(({ period }) => ({ ...result, period })) };
  const shown = (period: string, own: ComparedUnit = unit) =>
    periodsShown({ periods }, { programme: 'cards', group: 'towns', units: ['t1'], measure: '', period }, [own]).map(({ name }) => name);
  afterEach(() => vi.unstubAllGlobals());

  test('are not drawn among them: the newest period decides, or the chosen one', () => {
    vi.stubGlobal('document', { documentElement: { lang: 'en' } });
    expect(shown('')).toEqual(['Q3', 'Q4', 'Q1']);
    expect(shown('2022-Q4')).toEqual(['Q3', 'Q4', 'Q1']);
    expect(shown('2022')).toEqual(['2022']);
  });

  test('are left out where the unit has no results in them', () => {
    vi.stubGlobal('document', { documentElement: { lang: 'en' } });
    expect(shown('2022', { ...unit, results: unit.results.filter(({ period }) => period !== '2022') })).toEqual(['Q3', 'Q4', 'Q1']);
  });
});

describe('a period between two', () => {
  const periods = ['Q1', 'Q2', 'Q3', 'Q4'].map((name) => ({
    name,
    period: `2023-${name}`,
    series: 'quarter',
    ...(name === 'Q2' && { empty: true as const }),
  }));
  const row = { programme: 'cards', group: null, dimension: null, score: 1, value: null, rank: 1, tied: false, of: 2, change: null, status: 'final' };
  const unit = (...own: string[]): ComparedUnit => ({
    unit: 't1',
    name: 'T',
    short: 'T',
    results: own.map((name) => ({ ...row, period: `2023-${name}` })),
  });
  const choice = readChoice('?programme=cards');
  beforeEach(() => vi.stubGlobal('document', { documentElement: { lang: 'en' } }));
  afterEach(() => vi.unstubAllGlobals());

  test('stands on the axis, whether nobody has results of it or none of those compared', () => {
    const shown = (...own: string[]) => periodsShown({ periods }, choice, [unit(...own)]).map(({ name, isEmpty }) => (isEmpty ? `(${name})` : name));
    expect(shown('Q1', 'Q3', 'Q4')).toEqual(['Q1', '(Q2)', 'Q3', 'Q4']);
    expect(shown('Q1', 'Q4')).toEqual(['Q1', '(Q2)', 'Q3', 'Q4']);
    expect(shown('Q3')).toEqual(['Q3']);
    expect(shown()).toEqual([]);
  });

  test('is a gap in the lines, and cannot be chosen', () => {
    const comparison = {
      choice,
      units: [unit('Q1', 'Q3')],
      measure: { dimension: null, title: null, by: 'score' as const, decimals: 0 },
      measureName: '',
      source: '',
    };
    const words: Words = { say: (word) => word, statuses: {}, made };
    const spec = compareSpec({ ...comparison, periods: periodsShown({ periods }, choice, comparison.units) }, 'rank', words);
    expect(spec.series[0]?.points.map(({ y, text }) => y ?? text)).toEqual([1, 'element.noValue', 1]);
    const own = { ...index, programmes: [{ ...named, programme: 'cards', measures: [], periods }] };
    expect(matchChoice(own, readChoice('?programme=cards&group=towns&period=2023-Q2'))).toMatchObject({ noPeriod: '2023-Q2' });
  });
});

describe('an address that was shared long ago', () => {
  test('says nothing when all of it is there', () => {
    const all = { noProgramme: '', noGroup: '', noMeasure: '', noPeriod: '', unknown: [], elsewhere: [], tooMany: false };
    expect(match('')).toMatchObject({ ...all, choice: { programme: 'yearly', units: [] } });
    expect(match('?programme=cards&group=towns&units=t2,t1')).toMatchObject({ ...all, choice: { units: ['t2', 't1'] } });
    const whole = { programme: 'cards', group: 'towns', units: ['t1'], measure: 'roads', period: '2023-Q1' };
    expect(match(formatChoice(whole))).toMatchObject({ ...all, choice: whole });
  });

  test('leaves out units that nobody knows and those of other groups, each for its reason, and what is too many', () => {
    expect(match('?programme=cards&group=towns&units=t1,a,gone')).toMatchObject({ choice: { units: ['t1'] }, unknown: ['gone'], elsewhere: ['a'] });
    const many = match(`?programme=cards&group=towns&units=${towns}`);
    expect(many).toMatchObject({ tooMany: true, unknown: [], elsewhere: [] });
    expect(many?.choice.units).toHaveLength(MOST_UNITS);
  });

  test('names a programme or a group that there is not', () => {
    expect(match('?programme=gone&group=g')).toMatchObject({ noProgramme: 'gone', noGroup: '', choice: { programme: 'yearly' } });
    expect(match('?programme=cards&group=gone')).toMatchObject({ noProgramme: '', noGroup: 'gone', choice: { programme: 'cards', group: 'towns' } });
  });

  test('names a measure or a period that the programme has not; of a programme that there is not, it names neither', () => {
    const search = 'measure=bridges&period=1999';
    expect(match(`?programme=cards&group=towns&${search}`)).toMatchObject({
      noMeasure: 'bridges',
      noPeriod: '1999',
      choice: { measure: '', period: '' },
    });
    expect(match(`?programme=gone&${search}`)).toMatchObject({
      noProgramme: 'gone',
      noMeasure: '',
      noPeriod: '',
      choice: { measure: '', period: '' },
    });
  });
});

describe('a unit without a result', () => {
  const words: Words = { say: (word) => word, statuses: { not_submitted: 'Not submitted', provisional: 'Provisional', vetoed: 'Veto' }, made };
  const row = { programme: 'cards', group: 'towns', dimension: null, period: '2023-Q1', score: 80, value: null, rank: 1, tied: false, of: 2 };
  const result: Result = { ...row, change: null, status: 'final' };
  const unit: ComparedUnit = { unit: 't1', name: 't1', short: 't1', results: [result] };
  const choice = readChoice('?programme=cards&group=towns');

  test('was not in the group, or not ranked at all, or has nothing of what is compared', () => {
    expect(absenceText(unit, choice, '2022-Q4', words)).toBe('element.compareNotInGroup');
    expect(absenceText(unit, { ...choice, group: '' }, '2023-Q1', words)).toBe('element.compareNotIn');
    expect(absenceText(unit, choice, '2023-Q1', words)).toBe('element.noValue');
  });

  test('has its status, or the veto, in the place of a place', () => {
    expect(placeText({ ...result, rank: null, status: 'not_submitted' }, words)).toBe('Not submitted');
    expect(placeText({ ...result, rank: null, vetoed: true }, words)).toBe('Veto');
  });
});

describe('what is said of a figure', () => {
  const words: Words = { say: (word) => word, statuses: { not_submitted: 'Not submitted', provisional: 'Provisional' }, made };
  const row = { programme: 'cards', group: 'towns', dimension: null, period: '2023-Q2', score: 80, value: null, rank: 1, tied: false, of: 2 };
  const result: Result = { ...row, change: null, status: 'provisional' };
  const periods = [{ name: 'Q1 2023', period: '2023-Q1' }];
  const roads = { part: 'roads', name: 'Roads' } as const;
  afterEach(() => vi.unstubAllGlobals());
  const texts = (own: Partial<Result>) => {
    vi.stubGlobal('document', { documentElement: { lang: 'en' } });
    return madeTexts({ ...result, ...own }, periods, words);
  };

  test('is its status, unless it is final, or stands in the place of a place', () => {
    expect(statusTag(result, words)).toBe('Provisional');
    expect(statusTag({ ...result, status: 'final' }, words)).toBe('');
    expect(statusTag({ ...result, status: 'not_submitted', rank: null }, words)).toBe('');
  });

  test('is what boards say: from where it was carried, what counts as zero, and on what share of the weights it stands', () => {
    expect(texts({})).toEqual([]);
    expect(texts({ carried_from: '2023-Q1' })).toEqual(['from Q1 2023']);
    expect(texts({ counted_as_zero: [{ ...roads, status: 'not_submitted' }] })).toEqual(['Roads not submitted, counted as 0']);
    expect(texts({ counted_in_part: [{ ...roads, counted: 0.605 }], total_given: false })).toEqual(['Roads on 60.5% of its weights', 'weighted']);
    const missing = [{ dimension: 'roads', dimension_name: roads, status: 'not_submitted' }] as const;
    expect(texts({ total: { counted: 0.7 }, missing })).toEqual(['on 70% of the weights', 'Roads: not submitted']);
  });
});

describe('a short name', () => {
  afterEach(() => vi.unstubAllGlobals());
  const called = (lang: string, unit: Parameters<typeof shortNameIn>[0]) => {
    vi.stubGlobal('document', { documentElement: { lang } });
    return shortNameIn(unit);
  };
  const unit = { name: '市数据局', names: { en: 'Data Bureau' } };

  test('is taken in the language of the page, and from no other', () => {
    expect(called('en', { ...unit, short_name: { 'zh-CN': '数据', en: 'Data' } })).toBe('Data');
    expect(called('zh-CN', { ...unit, short_name: { 'zh-CN': '数据', en: 'Data' } })).toBe('数据');
    expect(called('en', { ...unit, short_name: { 'zh-CN': '数据' } })).toBe('Data Bureau');
    expect(called('zh-CN', { ...unit, short_name: '数据' })).toBe('数据');
    expect(called('en', { ...unit, short_name: '数据' })).toBe('Data Bureau');
  });

  test('is the name where there is none', () => {
    expect(called('en', { ...unit, short_name: null })).toBe('Data Bureau');
    expect(called('en', { name: 'Fife' })).toBe('Fife');
  });
});

test('the links of pages are addresses that a comparison reads', () => {
  const from = { programme: 'cards', group: 'towns', measure: 'roads', period: '2018/19', units: ['t1', '市'] };
  expect(readChoice(compareQuery(from))).toEqual(from);
  expect(readChoice(compareQuery({ programme: 'yearly', group: null }))).toEqual({
    programme: 'yearly',
    group: '',
    units: [],
    measure: '',
    period: '',
  });
});
