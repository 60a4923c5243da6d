import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBoard, cutSize } from '../../src/assess/rules/cut.ts';
import { complementOf, formatInterval, holesBetween, intervalOf, isEmpty, meetOf } from '../../src/assess/rules/intervals.ts';
import { findHoles, findOverlaps } from '../../src/assess/rules/proof.ts';
import type { InstrumentConfig } from '../../src/model/config.ts';
import { assessCase, awardOf, type Case, familyOf, filingOf, instrumentOf, portalOfCase, sessionOf, taskOf } from './fixture.ts';
import { dimensionOf, GIVEN, indicatorOf, unitOf } from './sample.ts';

/** A board of places that are written down best first. */
function boardOf(ranks: readonly number[]) {
  const ranked = ranks.filter((rank) => rank > 0).length;
  return { of: ranks.length, ranked, rank: Int32Array.from(ranks), position: Int32Array.from(ranks, (_, i) => i) };
}

function taken(ranks: readonly number[], from: 'top' | 'bottom', n: number, tie: 'include' | 'exclude' | 'tiebreak'): number[] {
  const cut = cutBoard(boardOf(ranks), from, n, tie);
  return ranks.flatMap((_, i) => (cut.takes(i) === true ? [i] : []));
}

/** Scores of one period, `total` by unit. */
function totals(byPeriod: Readonly<Record<string, Readonly<Record<string, number | 'exempt' | 'not_submitted'>>>>): Case {
  const units = [...new Set(Object.values(byPeriod).flatMap((scores) => Object.keys(scores)))];
  return { units, scores: { total: byPeriod }, dimensions: [], ranking: { per: [] }, config: { cadence: 'year', yearStarts: 1 } };
}

describe('a cut', () => {
  it('takes everybody on the last place, or nobody who shares it across the line', () => {
    expect(taken([1, 2, 2, 4], 'top', 2, 'include')).toEqual([0, 1, 2]);
    expect(taken([1, 2, 2, 4], 'top', 2, 'exclude')).toEqual([0]);
    expect(taken([1, 2, 2, 4], 'top', 3, 'exclude')).toEqual([0, 1, 2]);
  });

  it('counts places from the bottom from the bottom', () => {
    expect(taken([1, 2, 3, 3], 'bottom', 1, 'include')).toEqual([2, 3]);
    expect(taken([1, 2, 2, 4], 'bottom', 2, 'include')).toEqual([1, 2, 3]);
    expect(taken([1, 2, 2, 4], 'bottom', 2, 'exclude')).toEqual([3]);
    expect(cutBoard(boardOf([1, 2, 2, 4]), 'bottom', 1, 'include').placeOf(1)).toBe(2);
  });

  it('says that it cannot tell where a tie crosses it and nothing breaks the tie', () => {
    const cut = cutBoard(boardOf([1, 2, 2, 4]), 'top', 2, 'tiebreak');
    expect([0, 1, 2, 3].map((unit) => cut.takes(unit))).toEqual([true, null, null, false]);
    expect([0, 1, 2, 3].map((unit) => cut.isUndecided(unit))).toEqual([false, true, true, false]);
  });

  it('takes nobody without a place', () => {
    expect(cutBoard(boardOf([1, 2, 0]), 'bottom', 1, 'include').takes(2)).toBeNull();
  });

  it('is as large as a number, one a group, or a rounded share of those with a place', () => {
    expect(cutSize(3, null, 'g', 10, 'round')).toBe(3);
    expect(cutSize({ g: 5, h: 4 }, null, 'h', 10, 'round')).toBe(4);
    expect(cutSize({ g: 5 }, null, 'x', 10, 'round')).toBe(0);
    expect([cutSize(null, 0.25, null, 10, 'floor'), cutSize(null, 0.25, null, 10, 'round'), cutSize(null, 0.25, null, 10, 'ceil')]).toEqual([
      2, 3, 3,
    ]);
    // 0.07 × 100 is 7.000000000000001, 0.29 × 100 is 28.999999999999996.
    expect([cutSize(null, 0.07, null, 100, 'ceil'), cutSize(null, 0.29, null, 100, 'floor')]).toEqual([7, 29]);
  });

  it('from the top mirrors one from the bottom of the board turned round', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (scores, n) => {
        const place = (values: readonly number[]) => values.map((value) => values.filter((other) => other > value).length + 1);
        for (const tie of ['include', 'exclude'] as const) {
          expect(taken(place(scores), 'top', n, tie)).toEqual(taken(place(scores.map((score) => -score)), 'bottom', n, tie));
        }
      }),
    );
  });
});

describe('intervals', () => {
  it('are what bounds leave, and their complement the rest', () => {
    expect(formatInterval(intervalOf({ gte: 90, lt: 95 }))).toBe('[90, 95)');
    expect(complementOf(intervalOf({ gte: 90, lt: 95 })).map(formatInterval)).toEqual(['(−∞, 90)', '[95, +∞)']);
    expect(complementOf(intervalOf({ gte: 90 })).map(formatInterval)).toEqual(['(−∞, 90)']);
    expect(isEmpty(meetOf(intervalOf({ lt: 90 }), intervalOf({ gte: 90 })))).toBe(true);
    expect(isEmpty(meetOf(intervalOf({ lte: 90 }), intervalOf({ gte: 90 })))).toBe(false);
  });

  it('leave holes, be they only one number wide', () => {
    expect(holesBetween([intervalOf({ gte: 90 }), intervalOf({ lt: 60 })])).toEqual([{ from: 60, to: 90 }]);
    expect(holesBetween([intervalOf({ gt: 90 }), intervalOf({ lt: 90 })])).toEqual([{ from: 90, to: 90 }]);
    expect(holesBetween([intervalOf({ gte: 90 }), intervalOf({ lt: 90 })])).toEqual([]);
    expect(holesBetween([intervalOf({ gt: 90 }), intervalOf({ lte: 90 })])).toEqual([]);
  });
});

describe('the proof of a family', () => {
  const band = (id: string, bounds: object, more: object = {}) => instrumentOf(id, { band: bounds, ...more }, { family: 'light' });
  const configOf = (instruments: readonly InstrumentConfig[], otherwise: string | null = null) =>
    portalOfCase({ instruments, families: [familyOf('light', otherwise)] }).programme.config;

  it('finds bands that overlap and names the shared part', () => {
    expect(findOverlaps(configOf([band('green', { gte: 85 }), band('yellow', { gte: 60, lt: 90 })]))).toMatchObject([
      { family: 'light', first: { id: 'green' }, second: { id: 'yellow' }, measure: 'score', band: '[85, 90)' },
    ]);
  });

  it('finds a single shared number', () => {
    expect(findOverlaps(configOf([band('green', { gte: 90 }), band('yellow', { lte: 90 })]))).toMatchObject([{ band: '90' }]);
  });

  it('accepts bands that touch, that differ in group, or that an exemption keeps apart', () => {
    expect(findOverlaps(configOf([band('green', { gte: 90 }), band('yellow', { lt: 90 })]))).toEqual([]);
    expect(findOverlaps(configOf([band('green', { gte: 90 }, { group: ['a'] }), band('yellow', { gte: 80 }, { group: ['b'] })]))).toEqual([]);
    const spared = band('red', { lt: 60 }, { except: [{ status: 'exempt' }] });
    expect(findOverlaps(configOf([spared, band('grey', { lt: 60 }, { status: 'exempt' })]))).toEqual([]);
    const ofDimensions = { ...band('yellow', { lt: 95 }), scope: 'dimension' } as const;
    expect(findOverlaps(configOf([band('green', { gte: 90 }), ofDimensions]))).toEqual([]);
  });

  it('sees through any, not and except', () => {
    const any = instrumentOf('a', { any: [{ band: { gte: 90 } }, { band: { lt: 10 } }] }, { family: 'light' });
    const not = instrumentOf('b', { not: { band: { gte: 20 } } }, { family: 'light' });
    expect(findOverlaps(configOf([any, not]))).toMatchObject([{ band: '(−∞, 10)' }]);
  });

  it('leaves what only figures can tell to the figures', () => {
    const cut = instrumentOf('cut', { rank: { n: 3 }, band: { gte: 80 } }, { family: 'light' });
    expect(findOverlaps(configOf([cut, band('green', { gte: 90 })]))).toEqual([]);
  });

  it('lets an instrument escalate another of its family', () => {
    const red = instrumentOf('red', { band: { lt: 60 }, instrument: { id: 'yellow', consecutive: 2 } }, { family: 'light' });
    expect(findOverlaps(configOf([band('yellow', { lt: 60 }), red]))).toEqual([]);
  });

  it('reports a hole between bands, unless a name for the middle is declared', () => {
    const bands = [band('green', { gte: 90 }), band('red', { lt: 60 })];
    expect(findHoles(configOf(bands))).toEqual([{ family: 'light', from: 60, to: 90 }]);
    expect(findHoles(configOf(bands, 'no light'))).toEqual([]);
  });

  it('looks for holes group by group', () => {
    const bands = [
      band('green', { gte: 90 }, { group: ['a'] }),
      band('red', { lt: 90 }, { group: ['a'] }),
      band('blue', { gte: 80 }, { group: ['b'] }),
      band('black', { lt: 70 }, { group: ['b'] }),
    ];
    const { config } = portalOfCase({ instruments: bands, families: [familyOf('light')], groups: ['a', 'b'] }).programme;
    expect(findHoles(config)).toEqual([{ family: 'light', from: 70, to: 80 }]);
  });

  it('knows that days are whole numbers', () => {
    const days = (id: string, bounds: object) =>
      instrumentOf(id, { task: { overdue_days: bounds } }, { family: 'light', holder: 'task', scope: 'task' });
    expect(findHoles(configOf([days('green', { lte: 0 }), days('yellow', { gte: 1, lt: 10 }), days('red', { gte: 12 })]))).toEqual([
      { family: 'light', from: 10, to: 11 },
    ]);
    expect(findOverlaps(configOf([days('yellow', { gt: 0, lt: 11 }), days('red', { gt: 10 })]))).toEqual([]);
  });

  it('says the overlap once, even when the figures meet it too', () => {
    const { codes } = assessCase({
      ...totals({ '2023': { a: 87, b: 50 } }),
      instruments: [band('green', { gte: 85 }), band('yellow', { lt: 90 })],
      families: [familyOf('light')],
    });
    expect(codes).toEqual(['rule-overlap']);
  });

  it('finds an overlap of rules over one score exactly where a score meets both', () => {
    const bound = fc.integer({ min: 0, max: 6 });
    const band = fc
      .record({ gte: fc.option(bound, { nil: undefined }), lt: fc.option(bound, { nil: undefined }) })
      .filter(({ gte, lt }) => gte === undefined || lt === undefined || gte < lt)
      .map((bounds) => ({ band: bounds }));
    const { rule } = fc.letrec<{ rule: object }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        band,
        tie('rule').map((not) => ({ not })),
        fc.array(tie('rule'), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
        fc.array(tie('rule'), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
        fc.array(tie('rule'), { minLength: 1, maxLength: 2 }).map((except) => ({ except })),
      ),
    }));
    // Bounds are whole, so that every part of the line has a whole or half number in it.
    const scores = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`u${i}`, (i - 1) / 2]));
    fc.assert(
      fc.property(rule, rule, (first, second) => {
        const instruments = [instrumentOf('i1', first, { family: 'f' }), instrumentOf('i2', second, { family: 'f' })];
        const apart = instruments.map((one) => ({ ...one, family: null }));
        const { given } = assessCase({ ...totals({ '2023': scores }), instruments: apart });
        const firsts = new Set(given.filter((one) => one.startsWith('i1')).map((one) => one.slice(3)));
        const met = given.some((one) => one.startsWith('i2') && firsts.has(one.slice(3)));
        expect(findOverlaps(configOf(instruments)).length > 0).toBe(met);
      }),
      { numRuns: 150 },
    );
  });

  it('no two families of random bands overlap without being told', () => {
    const cutsOf = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(cutsOf, fc.integer({ min: 0, max: 100 }), (cuts, score) => {
        const sorted = [...cuts].sort((a, b) => a - b);
        const bands = [
          band('b0', { lt: sorted[0] }),
          ...sorted.map((gte, i) => band(`b${i + 1}`, { gte, ...(sorted[i + 1] === undefined ? {} : { lt: sorted[i + 1] }) })),
        ];
        const { given, codes } = assessCase({ ...totals({ '2023': { a: score } }), instruments: bands, families: [familyOf('light')] });
        expect(codes).toEqual([]);
        expect(given).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('rules that are in no document', () => {
  it('a conjunction with exemptions: top two, not vetoed, rising, and not a zone', () => {
    const rule = { all: [{ rank: { n: 3 } }, { band: { gte: 80 } }], except: [{ veto: true }, { kind: 'zone' }] };
    const { given, result } = assessCase({
      ...totals({ '2023': { a: 95, b: 90, c: 85, d: 70 } }),
      units: [unitOf('a', 0, { kind: 'zone' }), unitOf('b', 1), unitOf('c', 2), unitOf('d', 3)],
      instruments: [instrumentOf('star', rule)],
    });
    expect(given).toEqual(['star b 2023', 'star c 2023']);
    expect(result.awards[0]?.facts).toEqual([
      { type: 'rank', of: null, value: 2, asks: 'top 3', holds: true, period: '2023' },
      { type: 'band', of: null, value: 90, decimals: 2, asks: '≥ 80', holds: true, period: '2023' },
      { type: 'veto', of: null, value: 'false', asks: 'except true', holds: true, period: '2023' },
      { type: 'kind', of: null, value: [], asks: 'except zone', holds: true, period: '2023' },
    ]);
  });

  it('bands with a deliberate middle', () => {
    const bands = [instrumentOf('gold', { band: { gte: 90 } }, { family: 'b' }), instrumentOf('grey', { band: { lt: 60 } }, { family: 'b' })];
    const { given, codes } = assessCase({
      ...totals({ '2023': { a: 95, b: 75, c: 59.99 } }),
      instruments: bands,
      families: [familyOf('b', 'ordinary')],
    });
    expect(codes).toEqual([]);
    expect(given).toEqual(['gold a 2023', 'grey c 2023']);
  });

  it('k of n years, with a year without figures counted or skipped', () => {
    const year = (a: number | 'not_submitted', b: number) => ({ a, b });
    const years = totals({ '2019': year(90, 10), '2020': year('not_submitted', 20), '2021': year(95, 10), '2022': year(10, 20) });
    const first = instrumentOf('first', { rank: { n: 1 } });
    const lasting = (gap: string) => instrumentOf('lasting', { instrument: { id: 'first', within: [2, 3], gap } });
    const breaking = assessCase({ ...years, instruments: [first, lasting('breaks')] });
    expect(breaking.given.filter((one) => one.startsWith('lasting'))).toEqual(['lasting a 2021', 'lasting b 2022']);
    const skipping = assessCase({ ...years, instruments: [first, lasting('skips')] });
    expect(skipping.given.filter((one) => one.startsWith('lasting'))).toEqual(['lasting a 2021', 'lasting a 2022', 'lasting b 2022']);
  });

  it('cuts of their own for each group, in number or share', () => {
    const scores = { a: 9, b: 8, c: 7, x: 6, y: 5, z: 4 };
    const grouped: Case = {
      units: Object.keys(scores),
      scores: { total: { '2023': scores } },
      dimensions: [],
      groups: ['g', 'h'],
      memberships: [
        ['g', 'a'],
        ['g', 'b'],
        ['g', 'c'],
        ['h', 'x'],
        ['h', 'y'],
        ['h', 'z'],
      ],
      config: { cadence: 'year', yearStarts: 1 },
    };
    expect(assessCase({ ...grouped, instruments: [instrumentOf('top', { rank: { n: { g: 2, h: 1 } } })] }).given).toEqual([
      'top a 2023',
      'top b 2023',
      'top x 2023',
    ]);
    const share = instrumentOf('low', { rank: { from: 'bottom', share: { h: 0.5 } }, share_rounding: 'ceil' });
    expect(assessCase({ ...grouped, instruments: [share] }).given).toEqual(['low y 2023', 'low z 2023']);
    const all = instrumentOf('all', { rank: { n: 4, within: 'all' } });
    expect(assessCase({ ...grouped, instruments: [all] }).given).toEqual(['all a 2023', 'all b 2023', 'all c 2023', 'all x 2023']);
  });

  it('a cut among all where groups are ranked apart, by what ranks them', () => {
    const among = (values: Readonly<Record<string, number>>, indicator: object, more: Case = {}): readonly string[] =>
      assessCase({
        units: Object.keys(values),
        scores: { total: { '2023': Object.fromEntries(Object.keys(values).map((unit) => [unit, 1])) } },
        dimensions: [],
        observations: { v: { '2023': values } },
        indicators: [indicatorOf('v', indicator)],
        groups: ['g', 'h'],
        memberships: Object.keys(values).map((unit, i) => [i < 3 ? 'g' : 'h', unit] as const),
        config: { cadence: 'year', yearStarts: 1 },
        instruments: [instrumentOf('i', { rank: { n: 2, within: 'all', on: 'v' } })],
        ...more,
      }).given;
    const values = { a: 10, b: 12, c: 30, d: 9, e: 11, f: 0 };
    expect(among(values, { direction: 'target', target: 10 })).toEqual(['i a 2023', 'i d 2023', 'i e 2023']);
    expect(among(values, { direction: 'lower' })).toEqual(['i d 2023', 'i f 2023']);
    expect(among(values, { direction: 'higher' })).toEqual(['i b 2023', 'i c 2023']);
    const close = { a: 1, b: 8.04, c: 2, d: 8.01, e: 8, f: 3 };
    expect(among(close, { decimals: 1 })).toEqual(['i b 2023', 'i d 2023', 'i e 2023']);
    const { codes, given } = assessCase({
      units: ['a', 'b', 'c'],
      scores: { x: { '2023': { a: 90, b: 90, c: 80 } }, y: { '2023': { a: 80, b: 70, c: 80 } } },
      dimensions: [dimensionOf('x'), dimensionOf('y')],
      groups: ['g', 'h'],
      memberships: [
        ['g', 'a'],
        ['h', 'b'],
        ['h', 'c'],
      ],
      ranking: { tiebreak: ['y'] },
      config: { cadence: 'year', yearStarts: 1 },
      instruments: [instrumentOf('i', { rank: { n: 1, within: 'all', on: 'x' }, tie_at_cut: 'tiebreak' })],
    });
    expect([codes, given]).toEqual([[], ['i a 2023']]);
  });

  it('lower is better, with ties at both ends', () => {
    const given: Case = {
      units: ['a', 'b', 'c', 'd', 'e'],
      observations: { days: { '2023': { a: 3, b: 3, c: 5, d: 9, e: 9 } } },
      indicators: [indicatorOf('days', { direction: 'lower', dimension: 'days' })],
      dimensions: [dimensionOf('days', { direction: 'lower', indicators: ['days'] })],
      ranking: { per: ['dimension'], overall: false },
      config: { cadence: 'year', yearStarts: 1 },
    };
    const ends = (tie_at_cut: string) => [
      instrumentOf('fast', { rank: { n: 1 }, tie_at_cut }, { scope: 'dimension', tone: 'positive' }),
      instrumentOf('slow', { rank: { from: 'bottom', n: 1 }, tie_at_cut }, { scope: 'dimension', tone: 'negative' }),
    ];
    expect(assessCase({ ...given, instruments: ends('include') }).given).toEqual([
      'fast a 2023 days',
      'fast b 2023 days',
      'slow d 2023 days',
      'slow e 2023 days',
    ]);
    expect(assessCase({ ...given, instruments: ends('exclude') }).given).toEqual([]);
    const { codes, problems } = assessCase({ ...given, instruments: ends('tiebreak') });
    expect(codes).toEqual(['rule-tie-unbroken', 'rule-tie-unbroken']);
    expect(problems.list[0]?.params).toMatchObject({ instrument: 'fast', on: '2023 / days', holders: ['a', 'b'] });
  });

  it('escalation between lights over tasks: a second yellow month in a row turns red, and stays red', () => {
    const light = (id: string, rule: object, tone: InstrumentConfig['tone']) =>
      instrumentOf(id, rule, { holder: 'task', scope: 'task', family: 'light', cadence: 'month', tone });
    const instruments = [
      light('green', { task: { overdue_days: { eq: 0 }, status: 'open' } }, 'positive'),
      light('yellow', { task: { overdue_days: { gte: 1 } } }, 'warning'),
      light('red', { instrument: { id: 'yellow', consecutive: 2 } }, 'negative'),
    ];
    const late = taskOf('late', { postedOn: '2024-01-15', dueOn: '2024-02-10', events: [{ date: '2024-05-20', event: 'closed' }] });
    const { given, codes } = assessCase({ tasks: [late], instruments, families: [familyOf('light')], asOf: '2024-07-15' });
    expect(codes).toEqual([]);
    expect(given).toEqual(['green late 2024-01', 'yellow late 2024-02', 'red late 2024-03', 'red late 2024-04', 'red late 2024-05']);
  });
});

describe('escalation', () => {
  const yearly = totals({ '2020': { a: 1, b: 2 }, '2021': { a: 1, b: 2 }, '2023': { a: 1, b: 2 }, '2024': { a: 1, b: 2 } });
  const last = instrumentOf('last', { rank: { from: 'bottom', n: 1 } }, { tone: 'warning' });

  it('counts a run up to and with the period itself, and breaks it at a missing year', () => {
    const talk = instrumentOf('talk', { instrument: { id: 'last', consecutive: 2 } });
    expect(assessCase({ ...yearly, instruments: [last, talk] }).given.filter((one) => one.startsWith('talk'))).toEqual([
      'talk a 2021',
      'talk a 2024',
    ]);
  });

  it('skips the missing year when the rule says so', () => {
    const talk = instrumentOf('talk', { instrument: { id: 'last', consecutive: 3, gap: 'skips' } });
    expect(assessCase({ ...yearly, instruments: [last, talk] }).given.filter((one) => one.startsWith('talk'))).toEqual([
      'talk a 2023',
      'talk a 2024',
    ]);
  });

  it('counts a missing year among the last n where gaps break', () => {
    const talk = (gap: string) => instrumentOf('talk', { instrument: { id: 'last', within: [2, 2], gap } });
    const talks = (gap: string) => assessCase({ ...yearly, instruments: [last, talk(gap)] }).given.filter((one) => one.startsWith('talk'));
    expect(talks('breaks')).toEqual(['talk a 2021', 'talk a 2024']);
    expect(talks('skips')).toEqual(['talk a 2021', 'talk a 2023', 'talk a 2024']);
  });

  it('breaks a run at a single missing day', () => {
    const days = totals({ '2023-09-15': { a: 1, b: 2 }, '2023-09-17': { a: 1, b: 2 }, '2023-09-18': { a: 1, b: 2 } });
    const talk = instrumentOf('talk', { instrument: { id: 'last', consecutive: 2 } });
    const { given } = assessCase({ ...days, config: { cadence: 'day', yearStarts: 1 }, instruments: [last, talk] });
    expect(given.filter((one) => one.startsWith('talk'))).toEqual(['talk a 2023-09-18']);
  });

  it('has a year begin with its first month', () => {
    const months = totals({ '2024-03': { a: 1, b: 2 }, '2024-04': { a: 1, b: 2 }, '2024-05': { a: 1, b: 2 } });
    const talk = instrumentOf('talk', { instrument: { id: 'last', total: 2, reset: 'year' } });
    const { given } = assessCase({ ...months, config: { cadence: 'month', yearStarts: 4 }, instruments: [last, talk] });
    expect(given.filter((one) => one.startsWith('talk'))).toEqual(['talk a 2024-05']);
  });

  it('lets a session that was not held later break no run before it', () => {
    const flag = instrumentOf('flag', null, { source: 'recorded', holding: 'until_next_session' });
    const talk = instrumentOf('talk', { instrument: { id: 'flag', consecutive: 2 } });
    const sessions = [sessionOf(1, '2023-03-01'), sessionOf(2, '2023-05-01'), sessionOf(3, null, { status: 'not_held', reason: 'flood' })];
    const awards = [awardOf('f1', 'flag', 'a', 's1'), awardOf('f2', 'flag', 'a', 's2')];
    expect(assessCase({ units: ['a', 'b'], dimensions: [], sessions, awards, instruments: [flag, talk] }).given).toContain('talk a s2');
  });

  it('gives nothing for a period that it skips because the unit itself has no figure', () => {
    const years = totals({ '2020': { a: 1, b: 2 }, '2021': { a: 1, b: 2 }, '2022': { a: 'not_submitted', b: 2 }, '2023': { a: 1, b: 2 } });
    const lowest = instrumentOf('low', { band: { lt: 2 } }, { tone: 'warning' });
    const talk = (asked: object) =>
      assessCase({ ...years, instruments: [lowest, instrumentOf('talk', { instrument: { id: 'low', gap: 'skips', ...asked } })] });
    for (const asked of [{ consecutive: 2 }, { within: [2, 3] }, { total: 2, reset: 'never' }]) {
      expect(talk(asked).given.filter((one) => one.startsWith('talk'))).toEqual(['talk a 2021', 'talk a 2023']);
    }
  });

  it('works along a chain, whatever the order in which instruments are listed', () => {
    const talk = instrumentOf('talk', { instrument: { id: 'last', total: 2, reset: 'never' } });
    const order = instrumentOf('order', { instrument: { id: 'talk', total: 2, reset: 'never' } });
    const { given } = assessCase({ ...yearly, instruments: [order, talk, last] });
    expect(given.filter((one) => one.startsWith('order'))).toEqual(['order a 2023', 'order a 2024']);
  });

  it('starts a running total anew with the programme’s year', () => {
    const quarters = { '2023-Q3': { a: 1, b: 2 }, '2023-Q4': { a: 1, b: 2 }, '2024-Q1': { a: 1, b: 2 }, '2024-Q2': { a: 1, b: 2 } };
    const talk = instrumentOf('talk', { instrument: { id: 'last', total: 2, reset: 'year' } });
    const base: Case = { ...totals(quarters), config: { cadence: 'quarter', yearStarts: 1 } };
    expect(assessCase({ ...base, instruments: [last, talk] }).given.filter((one) => one.startsWith('talk'))).toEqual([
      'talk a 2023-Q4',
      'talk a 2024-Q2',
    ]);
    const fiscal: Case = { ...base, config: { cadence: 'quarter', yearStarts: 4 } };
    expect(assessCase({ ...fiscal, instruments: [last, talk] }).given.filter((one) => one.startsWith('talk'))).toEqual([
      'talk a 2023-Q4',
      'talk a 2024-Q1',
    ]);
  });

  it('over recorded flags and real sessions, where a session not held breaks the run', () => {
    const flag = instrumentOf('flag', null, { source: 'recorded', holding: 'until_next_session', scope: 'dimension' });
    const talk = (gap: string) => instrumentOf('talk', { instrument: { id: 'flag', consecutive: 2, gap } });
    const sessions = [sessionOf(1, '2023-03-01'), sessionOf(2, null, { status: 'not_held', reason: 'flood' }), sessionOf(3, '2023-09-01')];
    const awards = [awardOf('f1', 'flag', 'a', 's1', { dimension: 'x' }), awardOf('f3', 'flag', 'a', 's3', { dimension: 'x' })];
    const base: Case = { units: ['a', 'b'], dimensions: [dimensionOf('x')], sessions, awards };
    expect(assessCase({ ...base, instruments: [flag, talk('breaks')] }).given).not.toContain('talk a s3');
    expect(assessCase({ ...base, instruments: [flag, talk('skips')] }).given).toContain('talk a s3');
  });

  it('reaches holders who are on no board, in a group or in none, but nobody who left', () => {
    const notice = instrumentOf('notice', null, { source: 'recorded', holding: 'event' });
    const talk = instrumentOf('talk', { instrument: { id: 'notice', total: 2 } }, { holding: 'event' });
    const order = instrumentOf('order', { instrument: { id: 'talk', total: 1 } }, { holding: 'event' });
    const low = instrumentOf('low', { all: [{ instrument: { id: 'notice', total: 2 } }, { rank: { from: 'bottom', n: 1 } }] });
    const twice = (unit: string) => [1, 2].map((n) => awardOf(`${unit}${n}`, 'notice', unit, '2023'));
    const gone = unitOf('gone', 4, { validTo: '2023-06-30' });
    const given = (more: Case) =>
      assessCase({
        ...totals({ '2023': { a: 1 } }),
        units: ['a', 'b', 'c', 'd', gone],
        instruments: [notice, talk, order, low],
        awards: ['a', 'b', 'c', 'gone'].flatMap(twice),
        ...more,
      }).given.filter((one) => !one.startsWith('notice'));
    const all = ['talk a 2023', 'talk b 2023', 'talk c 2023', 'order a 2023', 'order b 2023', 'order c 2023', 'low a 2023'];
    expect(given({})).toEqual(all);
    const grouped: Case = {
      groups: ['g'],
      ranking: {},
      memberships: [
        ['g', 'a'],
        ['g', 'c', null, '2023-06-30'],
      ],
    };
    expect(given(grouped)).toEqual(all.filter((one) => !one.includes(' c ')));
  });

  describe('of what is given for a task', () => {
    const warn = (more: Partial<InstrumentConfig>) => instrumentOf('warn', { task: { overdue_days: { gte: 1 } } }, { scope: 'task', ...more });
    const order = (asked: object, more: Partial<InstrumentConfig> = {}) =>
      instrumentOf('order', { instrument: { id: 'warn', ...asked } }, { scope: 'task', holding: 'until_closed', ...more });
    const led = (id: string, dueOn: string) => taskOf(id, { postedOn: '2023-01-01', dueOn, units: [{ unit: 'a' }] });
    const base: Case = { units: ['a'], dimensions: [], config: { cadence: 'month', yearStarts: 1 }, asOf: '2023-03-31' };
    const ordered = (one: Case): readonly (string | null)[] =>
      assessCase({ ...base, ...one })
        .result.awards.filter(({ instrument }) => instrument.id === 'order')
        .map(({ award }) => award.task ?? award.holder);

    it('counts what was given for the same task', () => {
      const tasks = [led('k1', '2023-02-20'), led('k3', '2023-12-31')];
      expect(ordered({ tasks, instruments: [warn({}), order({ consecutive: 2 })] })).toEqual(['k1']);
      expect(ordered({ tasks, instruments: [warn({}), order({ consecutive: 2 }, { holder: 'task' })] })).toEqual(['k1']);
    });

    it('counts records by their task too', () => {
      const tasks = ['j1', 'j2', 'j3'].map((id) => led(id, '2023-12-31'));
      const record = (id: string, task: string, on: string) => awardOf(id, 'warn', 'a', on, { task });
      const asked = { tasks, instruments: [warn({ source: 'recorded' }), order({ total: 2 })] };
      expect(ordered({ ...asked, awards: [record('w1', 'j1', '2023-02'), record('w2', 'j2', '2023-03')] })).toEqual([]);
      expect(ordered({ ...asked, awards: [record('w1', 'j1', '2023-02'), record('w2', 'j1', '2023-03')] })).toEqual(['j1']);
    });

    it('counts all that a unit holds where either is given for more than a task', () => {
      const tasks = [led('k1', '2023-02-20'), led('k3', '2023-12-31')];
      expect(ordered({ tasks, instruments: [warn({ scope: 'overall' }), order({ consecutive: 2 })] })).toEqual(['k1', 'k3']);
      expect(ordered({ tasks, instruments: [warn({}), order({ consecutive: 2 }, { scope: 'overall', holding: 'event' })] })).toEqual(['a']);
    });
  });

  it('does not count awards that were revoked or exempted by then', () => {
    const flag = instrumentOf('flag', null, { source: 'recorded', tone: 'warning' });
    const talk = instrumentOf('talk', { instrument: { id: 'flag', total: 2, reset: 'never' } });
    const base: Case = { ...yearly, instruments: [flag, talk] };
    const record = (more: object) => [awardOf('f1', 'flag', 'a', '2020', more), awardOf('f2', 'flag', 'a', '2021')];
    expect(assessCase({ ...base, awards: record({}) }).given).toContain('talk a 2021');
    expect(assessCase({ ...base, awards: record({ state: 'revoked', revokedOn: '2021-06-01' }) }).given).not.toContain('talk a 2021');
    expect(assessCase({ ...base, awards: record({ state: 'revoked', revokedOn: '2022-06-01' }) }).given).toContain('talk a 2021');
    // On the very day it counts no longer; without a day it never did.
    expect(assessCase({ ...base, awards: record({ state: 'revoked', revokedOn: '2021-12-31' }) }).given).not.toContain('talk a 2021');
    expect(assessCase({ ...base, awards: record({ state: 'revoked', revokedOn: null }) }).given).not.toContain('talk a 2021');
    const exempted = (outcomeOn: string) => [filingOf('f', 'risk', 'fed_back', 'tolerated', { award: 'f1', outcomeOn })];
    expect(assessCase({ ...base, awards: record({}), filings: exempted('2021-06-01') }).given).not.toContain('talk a 2021');
    expect(assessCase({ ...base, awards: record({}), filings: exempted('2022-06-01') }).given).toContain('talk a 2021');
  });
});

describe('predicates', () => {
  const observed: Case = {
    units: ['a', 'b', 'c', 'd'],
    observations: {
      invest: {
        '2023': {
          a: { value: 120, target: 100, planned: 110 },
          b: { value: 90, target: 100, planned: 110, denominator: 7 },
          c: { value: 5, target: 0 },
          d: 'exempt',
        },
      },
    },
    indicators: [indicatorOf('invest', { dimension: 'invest' })],
    dimensions: [dimensionOf('invest', { indicators: ['invest'] })],
    ranking: { per: ['dimension'], overall: false },
    config: { cadence: 'year', yearStarts: 1 },
  };
  const given = (rule: object, more: Case = observed) =>
    assessCase({ ...more, instruments: [instrumentOf('i', rule, { scope: 'dimension' })] }).given;

  it.each([
    [{ metric: { of: 'ratio', indicator: 'invest', gt: 1 } }, ['a']],
    [{ metric: { of: 'completion', indicator: 'invest', lt: 100 } }, ['b']],
    [{ metric: { of: 'gap_points', indicator: 'invest', gte: 20 } }, ['b']],
    [{ metric: { of: 'gap_ratio', indicator: 'invest', lt: 0 } }, ['a']],
    [{ metric: { of: 'denominator', indicator: 'invest', eq: 7 } }, ['b']],
    [{ metric: { indicator: 'invest', lte: 90 } }, ['b', 'c']],
    [{ status: ['exempt'] }, ['d']],
    [{ band: { gte: 90 } }, ['a', 'b']],
  ])('%j', (rule, units) => {
    expect(given(rule)).toEqual(units.map((unit) => `i ${unit} 2023 invest`));
  });

  it('turn a gap round where lower is better', () => {
    const lower: Case = { ...observed, indicators: [indicatorOf('invest', { dimension: 'invest', direction: 'lower' })] };
    expect(given({ metric: { of: 'gap_points', indicator: 'invest', gte: 10 } }, lower)).toEqual(['i a 2023 invest']);
    expect(given({ metric: { of: 'gap_points', indicator: 'invest', lte: -20 } }, lower)).toEqual(['i b 2023 invest']);
  });

  it('that lack their figure give nothing, and neither do their contraries', () => {
    expect(given({ not: { metric: { of: 'ratio', indicator: 'invest', gt: 1 } } })).toEqual(['i b 2023 invest']);
    expect(given({ not: { rank: { n: 1 } } })).not.toContain('i d 2023 invest');
  });

  it('know the adjustments of the subject, but not the cancelled ones', () => {
    const adjustments = [
      { unit: 'a', kind: 'deduction', points: 1, on: '2023', reason: 'force_majeure' },
      { unit: 'b', kind: 'deduction', points: 1, on: '2023', reason: 'force_majeure', status: 'cancelled' },
    ] as const;
    const base: Case = { ...totals({ '2023': { a: 50, b: 50, c: 90 } }), adjustments };
    const { given: awards } = assessCase({
      ...base,
      instruments: [instrumentOf('low', { band: { lt: 60 }, except: [{ status: ['force_majeure'] }] })],
    });
    expect(awards).toEqual(['low b 2023']);
  });

  it('may ask for the status of an adjustment', () => {
    const adjustments = [
      { unit: 'a', kind: 'deduction', points: 1, on: '2023', status: 'proposed' },
      { unit: 'b', kind: 'deduction', points: 1, on: '2023', status: 'cancelled' },
    ] as const;
    const asking = (status: string) =>
      assessCase({ ...totals({ '2023': { a: 50, b: 50, c: 50 } }), adjustments, instruments: [instrumentOf('i', { status })] });
    expect(['proposed', 'cancelled', 'confirmed', 'deduction'].map((word) => asking(word).given)).toEqual([
      ['i a 2023'],
      ['i b 2023'],
      [],
      ['i a 2023'],
    ]);
  });

  it('may not ask for a status that nothing can have', () => {
    const adjustments = [{ unit: 'a', kind: 'deduction', points: 1, on: '2023', dedupeKey: 'force_majeure' }] as const;
    const asking = (status: readonly string[], more: Partial<InstrumentConfig> = {}) =>
      assessCase({
        ...totals({ '2023': { a: 50 } }),
        adjustments,
        instruments: [instrumentOf('i', { band: { lt: 60 }, except: { status } }, { source: 'recorded', ...more })],
      }).problems.list.map(({ code, severity, params }) => [code, severity, params.value, params.nearest]);
    expect(asking(['force_majeure', 'exempt', 'proposed', 'veto'])).toEqual([]);
    expect(asking(['force_majure', 'exmpt'])).toEqual([
      ['rule-status-unknown', 'error', 'force_majure', 'force_majeure'],
      ['rule-status-unknown', 'error', 'exmpt', 'exempt'],
    ]);
    expect(asking(['earthquake'])).toEqual([['rule-status-unknown', 'warning', 'earthquake', '']]);
    expect(asking(['suspended'])).toEqual([['rule-status-unknown', 'warning', 'suspended', '']]);
    expect(asking(['suspended', 'open', 'extended'], { holder: 'task', scope: 'task' })).toEqual([]);
  });

  it('hold bounds against values as they are printed', () => {
    const printed: Case = {
      units: ['a', 'b', 'c'],
      observations: { v: { '2023': { a: 89.96, b: 90, c: 89.94 } } },
      indicators: [indicatorOf('v', { dimension: 'v', decimals: 1 })],
      dimensions: [dimensionOf('v', { indicators: ['v'] })],
      config: { cadence: 'year', yearStarts: 1 },
    };
    for (const rule of [{ band: { gte: 90 } }, { metric: { indicator: 'v', gte: 90 } }, { metric: { of: 'score', dimension: 'v', eq: 90 } }]) {
      expect(given(rule, printed)).toEqual(['i a 2023 v', 'i b 2023 v']);
    }
  });

  it('never take a value for the score that a unit of a scored dimension lacks', () => {
    const growth: Case = {
      units: ['a', 'b'],
      observations: { v: { '2022': { b: 20 }, '2023': { a: 30, b: 40 } } },
      indicators: [indicatorOf('v', { dimension: 'v' })],
      dimensions: [dimensionOf('v', { indicators: ['v'], scoring: { ...GIVEN, method: 'yoy' } })],
      config: { cadence: 'year', yearStarts: 1 },
    };
    for (const rule of [{ band: { lt: 60 } }, { metric: { of: 'score', dimension: 'v', lt: 60 } }]) expect(given(rule, growth)).toEqual([]);
    expect(given({ metric: { of: 'value', indicator: 'v', lt: 40 } }, growth)).toEqual(['i b 2022 v', 'i a 2023 v']);
  });

  it('are met by ratios of exactly what they name', () => {
    const share: Case = {
      ...observed,
      units: ['a'],
      observations: { invest: { '2023': { a: { value: 57, target: 100, planned: 190 } } } },
    };
    expect(given({ metric: { of: 'completion', indicator: 'invest', gte: 57 } }, share)).toEqual(['i a 2023 invest']);
    expect(given({ metric: { of: 'gap_ratio', indicator: 'invest', eq: 0.7 } }, share)).toEqual(['i a 2023 invest']);
  });

  it('see rank changes by the printed ranks, and none for newcomers', () => {
    const base = totals({ '2022': { a: 1, b: 2, c: 3 }, '2023': { a: 9, b: 2, c: 3 } });
    expect(assessCase({ ...base, instruments: [instrumentOf('up', { rank_change: { gte: 2 } })] }).given).toEqual(['up a 2023']);
  });

  it('take a veto into account', () => {
    const adjustments = [{ unit: 'a', kind: 'veto', on: '2023', reason: 'accident' }] as const;
    const base: Case = { ...totals({ '2023': { a: 99, b: 50 } }), adjustments };
    expect(assessCase({ ...base, instruments: [instrumentOf('hit', { veto: true })] }).given).toEqual(['hit a 2023']);
    const proposed = { ...base, adjustments: adjustments.map((one) => ({ ...one, status: 'proposed' as const })) };
    expect(assessCase({ ...proposed, instruments: [instrumentOf('hit', { veto: true })] }).given).toEqual([]);
  });

  it('about tasks hold for a unit when they hold for one task that it leads', () => {
    const tasks = [
      taskOf('t1', { dueOn: '2024-03-01', units: [{ unit: 'a' }] }),
      taskOf('t2', { dueOn: '2024-12-01', units: [{ unit: 'a' }, { unit: 'b', role: 'assist' }] }),
      taskOf('t3', { dueOn: '2024-12-01', units: [{ unit: 'c' }] }),
    ];
    const notice = instrumentOf('notice', { task: { overdue_days: { gte: 1 } } }, { scope: 'task' });
    const { result, given: awards } = assessCase({ units: ['a', 'b', 'c'], tasks, instruments: [notice], asOf: '2024-06-01' });
    expect(awards).toEqual(['notice a']);
    expect(result.awards[0]).toMatchObject({
      award: { id: 'notice-a-t1', task: 't1', awardedOn: '2024-03-02' },
      facts: [{ type: 'task', of: 'overdue_days', value: 92, asks: '≥ 1', holds: true }],
    });
  });

  it('about tasks by the month are of complete months only', () => {
    const lamp = instrumentOf('lamp', { task: { overdue_days: { gte: 1 } } }, { holder: 'task', scope: 'task', cadence: 'month' });
    const tasks = [taskOf('t', { postedOn: '2024-01-15', dueOn: '2024-05-10' })];
    expect(assessCase({ tasks, instruments: [lamp], asOf: '2024-07-30' }).given).toEqual(['lamp t 2024-05', 'lamp t 2024-06']);
    expect(assessCase({ tasks, instruments: [lamp], asOf: '2024-07-31' }).given).toHaveLength(3);
  });

  it('about tasks that closed on the last day of a month are judged in that month, and not once more in the next', () => {
    const lamp = instrumentOf('lamp', { task: { status: 'closed' } }, { holder: 'task', scope: 'task', cadence: 'month' });
    const tasks = [taskOf('t', { events: [{ date: '2024-03-31', event: 'closed' }] })];
    expect(assessCase({ tasks, instruments: [lamp], asOf: '2024-06-30' }).given).toEqual(['lamp t 2024-03']);
  });

  it('about what was said of a task know nothing of later days', () => {
    const lamp = instrumentOf('lamp', { status: ['extended', 'granted'] }, { holder: 'task', scope: 'task', cadence: 'month' });
    const given = (parts: Parameters<typeof taskOf>[1], filings: Case['filings'] = []) =>
      assessCase({ tasks: [taskOf('t', parts)], filings, instruments: [lamp], asOf: '2024-04-30' }).given;
    expect(given({ events: [{ date: '2024-03-10', event: 'extended', newDueOn: '2024-12-31' }] })).toEqual(['lamp t 2024-03', 'lamp t 2024-04']);
    const decided = filingOf('f', 'risk', 'fed_back', 'granted', { task: 't', filedOn: '2024-01-10', outcomeOn: '2024-04-10' });
    expect(given({}, [decided])).toEqual(['lamp t 2024-04']);
  });

  it('about milestones do not count the days of a suspension', () => {
    const tasks = [
      taskOf('on', { milestones: [{ id: 'm', dueOn: '2024-03-01' }] }),
      taskOf('off', { milestones: [{ id: 'm', dueOn: '2024-03-01' }], events: [{ date: '2024-03-11', event: 'suspended' }] }),
    ];
    const late = (days: number) => instrumentOf('late', { task: { milestone_overdue_days: { gte: days } } }, { holder: 'task', scope: 'task' });
    expect(assessCase({ tasks, instruments: [late(10)], asOf: '2024-06-01' }).given).toEqual(['late on', 'late off']);
    expect(assessCase({ tasks, instruments: [late(11)], asOf: '2024-06-01' }).given).toEqual(['late on']);
  });

  it('about tasks know weekdays to due, silence, milestones and the plan', () => {
    const tasks = [
      taskOf('t1', { dueOn: '2024-06-07', progress: [{ asOf: '2024-01-10', actual: 10 }], milestones: [{ id: 'm', dueOn: '2024-05-20' }] }),
      taskOf('t2', { dueOn: '2024-12-07', progress: [{ asOf: '2024-05-30', actual: 90 }] }),
    ];
    const given = (task: object) => {
      const lamp = instrumentOf('lamp', { task }, { holder: 'task', scope: 'task' });
      return assessCase({ tasks, instruments: [lamp], asOf: '2024-06-03' }).given;
    };
    expect(given({ workdays_to_due: { lte: 4 } })).toEqual(['lamp t1']);
    expect(given({ no_update_days: { gt: 100 } })).toEqual(['lamp t1']);
    expect(given({ milestone_overdue_days: { gte: 14 } })).toEqual(['lamp t1']);
    expect(given({ planned_gap_points: { gt: 50 } })).toEqual(['lamp t1']);
    expect(given({ planned_gap_ratio: { lt: 0 } })).toEqual(['lamp t2']);
  });
});

describe('a run over history', () => {
  it('never looks ahead: what was given stays when later periods come', () => {
    const score = fc.integer({ min: 0, max: 3 });
    const year = fc.record({ a: score, b: score, c: score });
    const instruments = [
      instrumentOf('low', { rank: { from: 'bottom', n: 1 } }, { family: 'f' }),
      instrumentOf('talk', { instrument: { id: 'low', within: [2, 3] } }, { family: 'f' }),
      instrumentOf('order', { instrument: { id: 'talk', consecutive: 2 } }),
    ];
    const awardsOf = (years: readonly { a: number; b: number; c: number }[]) =>
      assessCase({ ...totals(Object.fromEntries(years.map((scores, i) => [String(2010 + i), scores]))), instruments, families: [familyOf('f')] })
        .given;
    fc.assert(
      fc.property(fc.array(year, { minLength: 2, maxLength: 6 }), (years) => {
        const before = awardsOf(years.slice(0, -1));
        expect(awardsOf(years).slice(0, before.length)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a total of awards', () => {
  // Last place is yellow; a has it in the first two years and never again.
  const base = totals({ '2020': { a: 1, b: 2, c: 3 }, '2021': { a: 1, b: 2, c: 3 }, '2022': { a: 3, b: 2, c: 1 }, '2023': { a: 3, b: 2, c: 1 } });
  const yellow = instrumentOf('y', { rank: { from: 'bottom', n: 1 } }, { holding: 'event' });
  const two = { instrument: { id: 'y', total: 2, reset: 'never' } };
  const given = (rule: object) =>
    assessCase({ ...base, instruments: [yellow, instrumentOf('r', rule, { holding: 'event' })] }).given.filter((one) => one.startsWith('r '));

  it('gives when it is reached, and not again while nothing is added', () => {
    expect(given(two)).toEqual(['r a 2021', 'r c 2023']);
    for (const same of [{ all: [two], except: [{ veto: true }] }, { any: [two, { instrument: { id: 'y', consecutive: 9 } }] }])
      expect(given(same)).toEqual(['r a 2021', 'r c 2023']);
  });

  it('stands for as long as what it gives is held for a period', () => {
    const held = instrumentOf('r', two, { holding: 'period' });
    const { given: all } = assessCase({ ...base, instruments: [yellow, held] });
    expect(all.filter((one) => one.startsWith('r a'))).toEqual(['r a 2021', 'r a 2022', 'r a 2023']);
  });

  it('stands beside other conditions, and where it is asked for that it is not so', () => {
    expect(given({ all: [two, { band: { gte: 3 } }] })).toEqual(['r a 2022', 'r a 2023']);
    expect(given({ all: [{ rank: { from: 'top', n: 1 } }], except: [two] })).toEqual(['r c 2020', 'r c 2021']);
  });
});

describe('a programme that publishes nothing but years to date', () => {
  const top = instrumentOf('top', { rank: { n: 1 } });
  const twice = instrumentOf('twice', { instrument: { id: 'top', consecutive: 2 } });
  const both = { a: 2, b: 1 };
  const given = (scores: Parameters<typeof totals>[0], more: Case = {}) =>
    assessCase({ ...totals(scores), config: { cadence: 'quarter', yearStarts: 1 }, instruments: [top, twice], ...more }).given;

  it('has its rules judged on these', () => {
    expect(given({ '2023-01..03': both, '2023-01..06': both })).toEqual(['top a 2023-01..03', 'top a 2023-01..06', 'twice a 2023-01..06']);
  });

  it('has them judged on its quarters as soon as there is one, and on no other cadence than an instrument asks for', () => {
    expect(given({ '2023-Q1': both, '2023-01..06': both })).toEqual(['top a 2023-Q1']);
    expect(given({ '2023-01..03': both }, { instruments: [{ ...top, cadence: 'month' }] })).toEqual([]);
    expect(given({ '2023-01..03': both }, { instruments: [{ ...top, cadence: 'quarter' }] })).toEqual(['top a 2023-01..03']);
  });
});

describe('a unit of two groups', () => {
  const cut = (id: string, from: 'top' | 'bottom') => instrumentOf(id, { rank: { from, n: 1 } }, { tone: from === 'top' ? 'positive' : 'negative' });
  const member = (unit: string, group: string) => [group, unit] as const;
  const members = [member('a', 'g'), member('b', 'g'), member('c', 'g'), member('a', 'h'), member('d', 'h')];
  const base: Case = { units: ['a', 'b', 'c', 'd'], groups: ['g', 'h'], scores: { total: { '2023': { a: 2, b: 1, c: 0, d: 3 } } } };

  it('may be first in one and last in the other; both in one is a clash of the rules', () => {
    const instruments = [cut('best', 'top'), cut('worst', 'bottom')];
    const { codes, given } = assessCase({ ...base, memberships: members, instruments });
    expect(codes).toEqual([]);
    expect([...given].sort()).toEqual(['best a 2023', 'best d 2023', 'worst a 2023', 'worst c 2023']);
    const alone = [...members.filter(([group]) => group === 'g'), member('d', 'h')];
    expect(assessCase({ ...base, memberships: alone, instruments }).codes).toEqual(['rule-cuts-meet']);
  });
});

describe('what was replaced by a heavier one of its family', () => {
  const low = { rank: { from: 'bottom', n: 1 } };
  const yellow = instrumentOf('yellow', low, { family: 'card' });
  const red = instrumentOf('red', { instrument: { id: 'yellow', consecutive: 2 } }, { family: 'card' });
  const talk = instrumentOf('talk', { instrument: { id: 'yellow', total: 1, reset: 'never' } }, { holding: 'event' });
  const scores = { total: Object.fromEntries(['2021', '2022', '2023'].map((year) => [year, { a: 1, b: 2 }])) };

  it('still counts, and the fact says so', () => {
    const { result } = assessCase({
      units: ['a', 'b'],
      scores,
      instruments: [red, yellow, talk],
      families: [familyOf('card')],
      config: { cadence: 'year', yearStarts: 1 },
    });
    const told = result.awards.flatMap(({ award, facts: [fact] }) => {
      return fact?.type === 'instrument' ? [[award.instrument, award.period?.id, fact.value, fact.replaced ?? false]] : [];
    });
    expect(result.awards.filter(({ award }) => award.instrument === 'yellow').map(({ award }) => award.period?.id)).toEqual(['2021']);
    expect(told).toEqual([
      ['talk', '2021', 1, false],
      ['red', '2022', 2, true],
      ['talk', '2022', 2, true],
      ['red', '2023', 3, true],
      ['talk', '2023', 3, true],
    ]);
  });
});

describe('small groups', () => {
  const base = totals({ '2023': { a: 3, b: 2, c: 1 } });
  const ends = (more: object) => [
    instrumentOf('best', { rank: { n: 2 }, ...more }, { tone: 'positive' }),
    instrumentOf('worst', { rank: { from: 'bottom', n: 2 }, ...more }, { tone: 'negative' }),
  ];

  it('in which top and bottom meet are a problem that names unit and instruments', () => {
    const { problems } = assessCase({ ...base, instruments: ends({}) });
    expect(problems.list).toMatchObject([
      { code: 'rule-cuts-meet', params: { holder: 'b', first: 'best', second: 'worst', on: '2023', cases: 1, ranked: 3, cuts: '2 + 2', least: 4 } },
    ]);
  });

  it('give nothing below the smallest group', () => {
    expect(assessCase({ ...base, instruments: ends({ min_group: 4 }) })).toMatchObject({ given: [], codes: [] });
  });

  it('keep rules without a cut to the smallest group, too', () => {
    expect(assessCase({ ...base, instruments: [instrumentOf('i', { band: { gte: 1 }, min_group: 4 })] }).given).toEqual([]);
    const just = assessCase({ ...base, instruments: [instrumentOf('i', { band: { gte: 1 }, min_group: 3 })] });
    expect(just.given).toHaveLength(3);
  });

  it('give nothing where the cut is turned round or is one of several ways', () => {
    const cut = { rank: { from: 'top', n: 1 } };
    for (const rule of [{ not: cut }, { any: [cut, { band: { gte: 1 } }] }, { all: [{ band: { gte: 1 } }], except: [cut] }]) {
      expect(assessCase({ ...base, instruments: [instrumentOf('i', { ...rule, min_group: 4 })] }).given).toEqual([]);
      expect(assessCase({ ...base, instruments: [instrumentOf('i', { ...rule, min_group: 3 })] }).given).not.toEqual([]);
    }
  });

  it('are named among the facts where an award is on record all the same', () => {
    const instruments = [instrumentOf('i', { rank: { from: 'top', n: 1 }, min_group: 4 }, { source: 'recorded' })];
    const { result } = assessCase({ ...base, instruments, awards: [awardOf('x', 'i', 'a', '2023')] });
    expect(result.awards[0]?.facts).toMatchObject([
      { type: 'rank', value: 1, holds: true },
      { type: 'min_group', value: 3, asks: '≥ 4', holds: false },
    ]);
  });

  it('are as large as there are places in them, whoever else belongs to them', () => {
    const three = totals({ '2023': { a: 3, b: 2, c: 'not_submitted' } });
    for (const rule of [{ rank: { n: 1 } }, { band: { gte: 1 } }]) {
      expect(assessCase({ ...three, instruments: [instrumentOf('i', { ...rule, min_group: 3 })] }).given).toEqual([]);
      expect(assessCase({ ...three, instruments: [instrumentOf('i', { ...rule, min_group: 2 })] }).given).toContain('i a 2023');
    }
  });

  it('are no problem when both ends belong to one tone', () => {
    const instruments = ends({}).map((one) => ({ ...one, tone: 'neutral' as const }));
    expect(assessCase({ ...base, instruments }).codes).toEqual([]);
  });
});

describe('a family', () => {
  it('gives one instrument a subject, the first listed, and reports rules that were met together', () => {
    const instruments = [
      instrumentOf('red', { rank: { from: 'bottom', n: 1 } }, { family: 'f' }),
      instrumentOf('yellow', { band: { lt: 60 } }, { family: 'f' }),
    ];
    const { given, problems } = assessCase({ ...totals({ '2023': { a: 90, b: 50, c: 40 } }), instruments, families: [familyOf('f')] });
    expect(given).toEqual(['red c 2023', 'yellow b 2023']);
    expect(problems.list).toMatchObject([{ code: 'rule-both-met', params: { first: 'red', second: 'yellow', holder: 'c', cases: 1 } }]);
  });
});
