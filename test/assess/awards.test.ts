import { describe, expect, it } from 'vitest';
import { toneTurns } from '../../src/assess/sessions.ts';
import { assessProblems as en } from '../../src/i18n/en/assessProblems.ts';
import { fillPhrase } from '../../src/i18n/phrase.ts';
import { assessProblems as zh } from '../../src/i18n/zh-CN/assessProblems.ts';
import type { InstrumentConfig } from '../../src/model/config.ts';
import type { Task } from '../../src/model/portal.ts';
import type { Problem } from '../../src/problems.ts';
import { assessCase, awardOf, type Case, familyOf, filingOf, instrumentOf, sessionOf, taskOf, unitOf } from './fixture.ts';
import { type Cell, dimensionOf, figureNote, indicatorOf, type Table } from './sample.ts';

const scored: Case = {
  units: ['a', 'b', 'c'],
  scores: { total: { '2023': { a: 90, b: 80, c: 70 }, '2024': { a: 70, b: 80, c: 90 } } },
  dimensions: [],
  ranking: { per: [] },
  config: { cadence: 'year', yearStarts: 1 },
};
const first = { rank: { n: 1 } };

function sayIn(dictionary: Readonly<Record<string, string>>, problem: Problem | undefined): string {
  return problem ? fillPhrase(dictionary[`problem.${problem.code}`] ?? '', problem.params) : '';
}

describe('drafted awards', () => {
  it('have an id that a rebuild gives again, and the last day of their period', () => {
    const { result } = assessCase({ ...scored, instruments: [instrumentOf('best', first)] });
    expect(result.awards).toMatchObject([
      { basis: 'computed', award: { id: 'best-2023-a', holder: 'a', awardedOn: '2023-12-31', state: 'active' }, disputed: false },
      { basis: 'computed', award: { id: 'best-2024-c', holder: 'c', awardedOn: '2024-12-31' } },
    ]);
  });

  it('come out the same whatever the order of the rows', () => {
    const turned: Case = { ...scored, units: ['c', 'b', 'a'] };
    const ids = (given: Case) => assessCase({ ...given, instruments: [instrumentOf('best', first)] }).result.awards.map(({ award }) => award.id);
    expect(ids(turned)).toEqual(ids(scored));
  });

  it('that ask that a total was not reached are not given once it was, though none is added to it any more', () => {
    const total = Object.fromEntries(['2021', '2022', '2023', '2024'].map((year, i) => [year, { a: i < 2 ? 50 : 90 }]));
    const notice = instrumentOf('notice', { band: { lt: 60 } }, { holding: 'event' });
    const clean = instrumentOf('clean', { not: { instrument: { id: 'notice', total: 2, reset: 'never' } } }, { holding: 'event' });
    const both = instrumentOf(
      'both',
      { all: [{ veto: false }, { not: { instrument: { id: 'notice', total: 2, reset: 'never' } } }] },
      { holding: 'event' },
    );
    const { awards } = assessCase({ units: ['a'], scores: { total }, instruments: [notice, clean, both] }).result;
    const given = (id: string) => awards.filter(({ instrument }) => instrument.id === id).map(({ award }) => award.period?.id);
    expect(given('clean')).toEqual(['2021']);
    expect(given('both')).toEqual(['2021']);
  });

  it('that follow from others are not dated before the last of these', () => {
    const late = [
      awardOf('r1', 'notice', 'c', '2023', { awardedOn: '2024-01-25' }),
      awardOf('r2', 'notice', 'c', '2024', { awardedOn: '2025-02-03' }),
    ];
    const notice = instrumentOf('notice', null, { source: 'recorded' });
    const daysOf = (rule: object, more = late): unknown => {
      const talk = instrumentOf('talk', { instrument: { id: 'order', consecutive: 1 } });
      const given = assessCase({ ...scored, asOf: '2025-12-31', awards: more, instruments: [notice, instrumentOf('order', rule), talk] }).result
        .awards;
      return given.filter(({ basis }) => basis === 'computed').map(({ award }) => [award.instrument, award.holder, award.awardedOn]);
    };
    const both = [
      ['order', 'c', '2025-02-03'],
      ['talk', 'c', '2025-02-03'],
    ];
    expect(daysOf({ instrument: { id: 'notice', consecutive: 2 } })).toEqual(both);
    expect(daysOf({ instrument: { id: 'notice', within: [2, 3] } })).toEqual(both);
    expect(daysOf({ instrument: { id: 'notice', total: 2, reset: 'never' } })).toEqual(both);
    expect(daysOf({ all: [{ instrument: { id: 'notice', total: 2, reset: 'never' } }, { rank: { n: 1 } }] })).toEqual(both);
    // It held without the second one already.
    expect(daysOf({ any: [{ instrument: { id: 'notice', total: 2, reset: 'never' } }, { rank: { n: 1 } }] })).toContainEqual([
      'order',
      'c',
      '2024-12-31',
    ]);
    // Of two that hold, what held first is enough.
    const talk = instrumentOf('talk', null, { source: 'recorded' });
    const either = instrumentOf('order', {
      any: [{ instrument: { id: 'notice', total: 2, reset: 'never' } }, { instrument: { id: 'talk', consecutive: 1 } }],
    });
    const talks = [...late, awardOf('t2', 'talk', 'c', '2024', { awardedOn: '2025-01-10' })];
    const orders = assessCase({ ...scored, asOf: '2025-12-31', awards: talks, instruments: [notice, talk, either] }).result.awards;
    expect(orders.find(({ award }) => award.instrument === 'order')?.award.awardedOn).toBe('2025-01-10');
    expect(daysOf({ not: { instrument: { id: 'notice', consecutive: 1 } } })).toContainEqual(['order', 'a', '2024-12-31']);
  });

  describe('are dated by the day on which the last deciding fact came out', () => {
    const [early, late] = ['2024-01-10', '2024-03-20'];
    const on = (value: number, publishedOn: string | null = early): Cell => ({ value, publishedOn });
    /** `from` at first, `to` since the later day. */
    const revised = (from: number, to: number): Cell => ({
      value: to,
      publishedOn: late,
      earlier: [{ ...figureNote, value: from, status: 'final', publishedOn: early }],
    });
    const top = instrumentOf('top', { rank: { n: 1 } });
    const given = (scores: Readonly<Record<string, Cell>>, more: Case = {}) =>
      assessCase({ ...scored, scores: { total: { '2023': scores } }, instruments: [top], ...more }).result.awards.map(
        ({ award }) => `${award.instrument} ${award.holder} ${award.awardedOn}`,
      );

    it('a figure that came late, where it decides', () => {
      expect(given({ a: on(2), b: on(1), c: on(3, late) })).toEqual([`top c ${late}`]);
      expect(given({ a: on(2), b: on(1), c: on(0, late) })).toEqual([`top a ${early}`]);
      const low = instrumentOf('low', { rank: { from: 'bottom', n: 1 } });
      expect(given({ a: on(2), b: on(1), c: on(0, late) }, { instruments: [low] })).toEqual([`low c ${late}`]);
      const small = instrumentOf('top', { rank: { n: 1 }, min_group: 3 });
      expect(given({ a: on(2), b: on(1), c: on(0, late) }, { instruments: [small] })).toEqual([`top a ${late}`]);
      expect(given({ a: on(2, null), b: on(1, null), c: on(0, late) })).toEqual(['top a 2023-12-31']);
    });

    it('a revision, where it decides', () => {
      expect(given({ a: revised(3, 1), b: on(2) })).toEqual([`top b ${late}`]);
      expect(given({ a: revised(3, 4), b: on(2) })).toEqual([`top a ${early}`]);
      expect(given({ a: on(3), b: revised(1, 2) })).toEqual([`top a ${early}`]);
    });

    it('a veto and a bonus', () => {
      const veto = { unit: 'a', kind: 'veto', on: '2023', date: late } as const;
      const vetoed = instrumentOf('vetoed', { veto: true });
      expect(given({ a: on(3), b: on(2) }, { adjustments: [veto], instruments: [top, vetoed] })).toEqual([`top b ${late}`, `vetoed a ${late}`]);
      const bonus = { unit: 'b', dimension: 'x', kind: 'bonus', points: 5, on: '2023', date: late } as const;
      const ofX: Case = { scores: { x: { '2023': { a: on(3), b: on(2) } } }, dimensions: [dimensionOf('x', { weight: 100 })] };
      expect(given({}, { ...ofX, adjustments: [bonus] })).toEqual([`top b ${late}`]);
      expect(given({}, { ...ofX, adjustments: [{ ...bonus, date: '2023-06-01' }] })).toEqual([`top b ${early}`]);
    });

    it('but none before the first figure of its period: not a veto that was decided before', () => {
      const veto = { unit: 'a', kind: 'veto', on: '2023', date: '2024-01-02' } as const;
      const red = instrumentOf('red', { any: [{ veto: true }, { rank: { from: 'bottom', n: 1 } }] });
      const step = instrumentOf('step', { instrument: { id: 'red', total: 1 } }, { holding: 'event' });
      const cards = { adjustments: [veto], instruments: [red, step] };
      expect(given({ a: on(3), b: on(2), c: on(1, late) }, cards)).toEqual([`red a ${early}`, `step a ${early}`, `red c ${late}`, `step c ${late}`]);
    });

    it('a metric of an indicator that is not the instrument’s dimension', () => {
      const rich = instrumentOf('rich', { metric: { of: 'value', indicator: 'j', gte: 5 }, band: { gte: 0 } }, { scope: 'dimension' });
      const more: Case = {
        dimensions: [dimensionOf('x')],
        scores: { x: { '2023': { a: on(1), b: on(2) } } },
        observations: { j: { '2023': { a: on(9, late) } } },
        indicators: [indicatorOf('j')],
        instruments: [rich],
      };
      expect(given({}, more)).toEqual([`rich a ${late}`]);
    });

    it('with scores that are carried forward', () => {
      const scores = { total: { '2022': { a: on(9), b: on(1) }, '2023': { b: on(5), c: on(1, late) } } };
      const days = (missing: 'carry_forward' | 'exclude_unit') => given({}, { scores, ranking: { per: [], missing } }).slice(1);
      expect(days('carry_forward')).toEqual([`top a ${early}`]);
      expect(days('exclude_unit')).toEqual([`top b ${early}`]);
    });
  });

  it('take their documents and revocations from the record', () => {
    const awards = [awardOf('r1', 'best', 'a', '2023', { document: 'doc', state: 'revoked', revokedOn: '2024-02-01' })];
    const { result, codes } = assessCase({ ...scored, awards, instruments: [instrumentOf('best', first)] });
    expect(codes).toEqual([]);
    expect(result.awards.map(({ award, basis }) => [award.id, basis])).toEqual([
      ['r1', 'both'],
      ['best-2024-c', 'computed'],
    ]);
  });
});

describe('record and rule', () => {
  const both = instrumentOf('best', first, { source: 'both' });

  it('agree, and the award shows the facts that met its clause', () => {
    const awards = [awardOf('r1', 'best', 'a', '2023'), awardOf('r2', 'best', 'c', '2024')];
    const { result, codes } = assessCase({ ...scored, awards, instruments: [both] });
    expect(codes).toEqual([]);
    expect(result.awards[0]).toMatchObject({ basis: 'both', facts: [{ type: 'rank', value: 1, asks: 'top 1', holds: true, period: '2023' }] });
  });

  it('differ in either direction: both are problems that name unit, instrument, period and facts', () => {
    const awards = [awardOf('r1', 'best', 'b', '2023'), awardOf('r2', 'best', 'c', '2024')];
    const { problems } = assessCase({ ...scored, awards, instruments: [both] });
    expect(problems.list.map((problem) => sayIn(en, problem))).toEqual([
      'b is recorded as given “best” (2023), but the rule does not give it. Facts: 总分的位次：2（规则要求：排在第一）',
      'By the rule, a should be given “best” (2023), but no award is recorded. Facts: 总分的位次：1（规则要求：排在第一）',
    ]);
    expect(sayIn(zh, problems.list[0])).toBe('登记了 b 获得“best”（2023），但按规则不应给予。依据：总分的位次：2（规则要求：排在第一）');
  });

  it('differ, and the record stands: the award is printed as disputed, what is not recorded is given to nobody', () => {
    const awards = [awardOf('r1', 'best', 'b', '2023'), awardOf('r2', 'best', 'c', '2024')];
    const { result, codes } = assessCase({ ...scored, awards, instruments: [{ ...both, recorded: 'record_stands' }] });
    expect(codes).toEqual([]);
    expect(result.awards.map(({ award, disputed, basis }) => [award.holder, disputed, basis])).toEqual([
      ['b', true, 'recorded'],
      ['c', false, 'both'],
    ]);
    expect(result.unrecorded).toMatchObject([{ instrument: 'best', holder: 'a', period: { id: '2023' } }]);
  });

  it('do not differ over a revoked award, nor over a period without figures', () => {
    const awards = [
      awardOf('r0', 'best', 'b', '2019'),
      awardOf('r1', 'best', 'b', '2023', { state: 'revoked' }),
      awardOf('r2', 'best', 'a', '2023'),
      awardOf('r3', 'best', 'c', '2024'),
    ];
    expect(assessCase({ ...scored, awards, instruments: [both] }).codes).toEqual([]);
  });

  it('do not differ yet while the office may still hand out, as late as it did before', () => {
    const awards = [awardOf('r1', 'best', 'a', '2023', { awardedOn: '2024-01-20' })];
    const codes = (asOf: string) => assessCase({ ...scored, awards, asOf, instruments: [both] }).codes;
    expect(codes('2025-01-10')).toEqual([]);
    expect(codes('2025-01-20')).toEqual(['award-not-recorded']);
  });

  it('are not compared where awards are only recorded; the rule then explains', () => {
    const awards = [awardOf('r1', 'best', 'b', '2023')];
    const { result, codes } = assessCase({ ...scored, awards, instruments: [{ ...both, source: 'recorded' }] });
    expect(codes).toEqual([]);
    expect(result.awards).toMatchObject([{ basis: 'recorded', facts: [{ type: 'rank', value: 2, asks: 'top 1', holds: false }] }]);
  });
});

describe('holding', () => {
  const flag = instrumentOf('flag', null, { source: 'recorded', scope: 'dimension', holding: 'until_next_session', tone: 'negative', kind: 'flag' });
  const sessions = [sessionOf(1, '2023-08-16'), sessionOf(2, '2023-11-09'), sessionOf(3, null, { status: 'scheduled' })];
  const flags = (holding: 'until_next_session' | 'until_revoked', asOf: string) => {
    const awards = [
      awardOf('f1', 'flag', 'a', 's1', { dimension: 'x', awardedOn: '2023-08-16' }),
      awardOf('f2', 'flag', 'a', 's2', { dimension: 'x', awardedOn: '2023-11-09' }),
    ];
    return assessCase({ units: ['a'], dimensions: [dimensionOf('x')], sessions, awards, asOf, instruments: [{ ...flag, holding }] }).result.awards;
  };
  const spans = (...given: Parameters<typeof flags>) => flags(...given).map(({ since, until, current }) => ({ since, until, current }));

  it('until the next session ends on the day before one that was really held', () => {
    expect(spans('until_next_session', '2024-06-01')).toEqual([
      { since: '2023-08-16', until: '2023-11-08', current: false },
      { since: '2023-11-09', until: null, current: true },
    ]);
    expect(spans('until_next_session', '2023-10-01')[0]).toEqual({ since: '2023-08-16', until: null, current: true });
  });

  it('goes over on the very day of what comes next', () => {
    for (const holding of ['until_next_session', 'until_revoked'] as const) {
      expect(spans(holding, '2023-11-08')[0]).toEqual({ since: '2023-08-16', until: null, current: true });
      expect(spans(holding, '2023-11-09')).toEqual([
        { since: '2023-08-16', until: '2023-11-08', current: false },
        { since: '2023-11-09', until: null, current: true },
      ]);
    }
  });

  describe('a period ends before the day on which the next one’s results were out', () => {
    const top = (more: Partial<InstrumentConfig> = {}) => instrumentOf('top', { rank: { n: 1 }, band: { gte: 50 } }, more);
    const cells = (publishedOn: string, values: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(values).map(([unit, value]) => [unit, { value, publishedOn }]));
    const untilOn = (scores: Table, asOf: string, more: Case = {}) =>
      assessCase({ units: ['a', 'b'], scores, asOf, instruments: [top()], ...more }).result.awards.map(({ award, until }) => [
        award.awardedOn,
        until,
      ]);
    const first = { '2024-Q1': cells('2024-04-20', { a: 90, b: 80 }) };

    it('where nothing was given then', () => {
      const none = { total: { ...first, '2024-Q2': { ...cells('2024-07-10', { a: 40 }), ...cells('2024-07-25', { b: 30 }) } } };
      for (const asOf of ['2024-07-10', '2024-12-31']) expect(untilOn(none, asOf)).toEqual([['2024-04-20', '2024-07-09']]);
      const record = awardOf('r', 'top', 'a', '2024-Q1', { awardedOn: '2024-04-22' });
      const both = { instruments: [top({ source: 'both' })], awards: [record] };
      expect(untilOn(none, '2024-12-31', both)).toEqual([['2024-04-22', '2024-07-09']]);
    });

    it('where a rule gives something only later', () => {
      const later = { total: { ...first, '2024-Q2': { ...cells('2024-07-10', { a: 40 }), ...cells('2024-07-25', { b: 70 }) } } };
      expect(untilOn(later, '2024-12-31')).toEqual([
        ['2024-04-20', '2024-07-09'],
        ['2024-07-25', null],
      ]);
    });

    it('which is when anyone has a place, not when something else came out', () => {
      const dimensions = [dimensionOf('x'), dimensionOf('y')];
      const scores = {
        x: { ...first, '2024-Q2': cells('2024-07-02', { a: 40, b: 30 }) },
        y: { ...first, '2024-Q2': cells('2024-07-25', { a: 40, b: 30 }) },
      };
      expect(untilOn(scores, '2024-12-31', { dimensions })).toEqual([['2024-04-20', '2024-07-24']]);
      expect(untilOn({ ...scores, y: first }, '2024-12-31', { dimensions })).toEqual([['2024-04-20', null]]);
    });
  });

  it('ends with the unit that holds it; nothing that follows is given to one that is no more', () => {
    const ended = [unitOf('a', 0, { validTo: '2024-06-30' }), unitOf('b', 1), unitOf('c', 2)];
    const cell = (value: number, publishedOn: string): Cell => ({ value, publishedOn });
    const quarters = ['2024-04-20', '2024-07-20', '2024-10-20'].map((day, i) => {
      return [`2024-Q${i + 1}`, { ...(i < 2 && { a: cell(1, day) }), b: cell(2, day), c: cell(3, day) }] as const;
    });
    const low = instrumentOf('low', { rank: { from: 'bottom', n: 1 } });
    const review = instrumentOf('review', { instrument: { id: 'low', within: [1, 2] } }, { holding: 'until_revoked' });
    const spansOf = (units: NonNullable<Case['units']>) =>
      assessCase({
        units,
        scores: { total: Object.fromEntries(quarters) },
        instruments: [low, review],
        config: { cadence: 'quarter', yearStarts: 1 },
      })
        .result.awards.filter(({ award }) => award.holder === 'a')
        .map(({ award, until, current }) => [award.instrument, award.awardedOn, until, current]);
    expect(spansOf(ended)).toEqual([
      ['low', '2024-04-20', '2024-06-30', false],
      ['review', '2024-04-20', '2024-06-30', false],
      ['low', '2024-07-20', '2024-10-19', false],
    ]);
    const alive = spansOf(['a', 'b', 'c']);
    expect(alive.filter(([instrument]) => instrument === 'review').map(([, day]) => day)).toEqual(['2024-04-20', '2024-07-20', '2024-10-20']);
  });

  it('lasts through its last day', () => {
    const kept = instrumentOf('kept', null, { source: 'recorded', holding: 'until_revoked' });
    const awards = [awardOf('k1', 'kept', 'a', '2024-03-01', { validTo: '2024-04-30' })];
    const isHeld = (asOf: string) => assessCase({ units: ['a'], awards, instruments: [kept], asOf }).result.awards[0]?.current;
    expect(['2024-04-30', '2024-05-01'].map(isHeld)).toEqual([true, false]);
  });

  it('until revoked lasts until the same holder gets a newer one of the family', () => {
    expect(flags('until_revoked', '2024-06-01').map(({ until }) => until)).toEqual(['2023-11-08', null]);
  });

  it('until revoked ends for all that were given on one day, not for the last alone', () => {
    const card = (id: string): ReturnType<typeof instrumentOf> =>
      instrumentOf(id, null, { source: 'recorded', family: 'card', holding: 'until_revoked' });
    const awards = [
      awardOf('r1', 'red', 'a', '2024', { awardedOn: '2024-01-01' }),
      awardOf('y1', 'yellow', 'a', '2024', { awardedOn: '2024-01-01' }),
      awardOf('r2', 'red', 'a', '2024', { awardedOn: '2024-03-01' }),
    ];
    const { result } = assessCase({ units: ['a'], instruments: [card('red'), card('yellow')], awards, asOf: '2024-06-01' });
    expect(result.awards.map(({ award, until, current }) => [award.id, until, current])).toEqual([
      ['r1', '2024-02-29', false],
      ['y1', '2024-02-29', false],
      ['r2', null, true],
    ]);
  });

  it('that something else took the place of is superseded, and no sooner', () => {
    for (const holding of ['until_next_session', 'until_revoked'] as const) {
      expect(flags(holding, '2024-06-01').map(({ state }) => state)).toEqual(['superseded', 'active']);
      expect(flags(holding, '2023-10-01')[0]?.state).toBe('active');
    }
  });

  it('for a period needs one: what is given for none is an event', () => {
    const card = instrumentOf('card', null, { source: 'recorded' });
    const { result } = assessCase({ ...scored, awards: [awardOf('c1', 'card', 'a', '2024-03-01')], instruments: [card] });
    expect(result.awards).toMatchObject([{ state: 'active', until: null, current: false }]);
  });

  it('of a period lasts until the next period’s awards are handed out', () => {
    const card = instrumentOf('card', null, { source: 'recorded' });
    const awards = [awardOf('c1', 'card', 'a', '2023', { awardedOn: '2024-01-20' }), awardOf('c2', 'card', 'b', '2024', { awardedOn: '2025-01-18' })];
    const at = (asOf: string) =>
      assessCase({ ...scored, awards, instruments: [card], asOf }).result.awards.map(({ until, current }) => [until, current]);
    expect(at('2025-01-17')).toEqual([
      [null, true],
      [null, false],
    ]);
    expect(at('2025-02-01')).toEqual([
      ['2025-01-17', false],
      [null, true],
    ]);
  });

  it('of an event is never current, and ends early by valid_to or revocation', () => {
    const order = instrumentOf('order', null, { source: 'recorded', holding: 'event' });
    const kept = instrumentOf('kept', null, { source: 'recorded', holding: 'until_revoked' });
    const awards = [
      awardOf('o1', 'order', 'a', '2024-03-01'),
      awardOf('k1', 'kept', 'a', '2024-03-01', { validTo: '2024-04-30' }),
      awardOf('k2', 'kept', 'b', '2024-03-01', { state: 'revoked', revokedOn: '2024-05-05' }),
      awardOf('k3', 'kept', 'c', '2024-03-01'),
    ];
    const { result } = assessCase({ units: ['a', 'b', 'c'], awards, instruments: [order, kept] });
    expect(result.awards.map(({ until, current }) => [until, current])).toEqual([
      [null, false],
      ['2024-04-30', false],
      ['2024-05-05', false],
      [null, true],
    ]);
  });

  it('until closed follows the task', () => {
    const order = instrumentOf('order', null, { source: 'recorded', holding: 'until_closed', holder: 'task', scope: 'task' });
    const tasks = [taskOf('t1', { events: [{ date: '2024-05-05', event: 'closed' }] }), taskOf('t2')];
    const awards = ['t1', 't2'].map((task) => awardOf(`o-${task}`, 'order', task, '2024-02-01', { holderType: 'task' }));
    const { result } = assessCase({ tasks, awards, instruments: [order] });
    expect(result.awards.map(({ until, current }) => [until, current])).toEqual([
      ['2024-05-05', false],
      [null, true],
    ]);
  });
});

describe('a rule over tasks', () => {
  const late = (more: object) =>
    instrumentOf('order', { task: { overdue_days: { gte: 10 } } }, { holding: 'until_closed', holder: 'unit', scope: 'task', ...more });
  const units = [{ unit: 'a' }];
  const open = taskOf('t1', { units, dueOn: '2024-03-01' });
  const dates = (one: Case) =>
    assessCase({ units: ['a'], asOf: '2024-06-30', ...one }).result.awards.map(({ award, until }) => [award.awardedOn, until]);

  it('gives what is held until the task is closed once, however often it is met until then', () => {
    const over = taskOf('t2', { units, dueOn: '2024-03-01', events: [{ date: '2024-05-05', event: 'closed' }] });
    expect(dates({ tasks: [open], instruments: [late({ cadence: 'month' })] })).toEqual([['2024-03-31', null]]);
    expect(dates({ tasks: [open, over], instruments: [late({ cadence: 'month', holder: 'task' })] })).toEqual([
      ['2024-03-31', null],
      ['2024-03-31', '2024-05-05'],
    ]);
    expect(dates({ tasks: [open], instruments: [late({ cadence: 'month', holding: 'event' })] })).toHaveLength(4);
  });

  it('asks for no second record of what is held on record, but for one of what was revoked', () => {
    const record = (more: object) => awardOf('o', 'order', 'a', '2024-03', { task: 't1', ...more });
    const both = late({ cadence: 'month', source: 'both' });
    const codesOf = (award: ReturnType<typeof awardOf>) =>
      assessCase({ units: ['a'], asOf: '2024-06-30', tasks: [open], instruments: [both], awards: [award] }).codes;
    expect(codesOf(record({}))).toEqual([]);
    expect(codesOf(record({ state: 'revoked', revokedOn: '2024-04-15' }))).toEqual([
      'award-not-recorded',
      'award-not-recorded',
      'award-not-recorded',
    ]);
  });

  describe('that knows no periods', () => {
    const builds = ['2024-06-30', '2024-07-01', '2024-12-31'];
    const every = (one: Case) => builds.map((asOf) => dates({ instruments: [late({})], ...one, asOf }).map(([day]) => day));
    const eachOf = (day: string) => builds.map(() => [day]);

    it('dates what it gives by the day from which on it held, whatever the day of the build and whether or not the task is over', () => {
      const closed = taskOf('t2', { units, dueOn: '2024-03-01', events: [{ date: '2024-05-05', event: 'closed' }] });
      expect(every({ tasks: [open] })).toEqual(eachOf('2024-03-11'));
      expect(every({ tasks: [closed] })).toEqual(eachOf('2024-03-11'));
      expect(dates({ tasks: [closed], instruments: [late({})] })).toEqual([['2024-03-11', '2024-05-05']]);
      const onTime = instrumentOf('praise', { task: { status: 'closed', overdue_days: { lte: 80 } } }, { scope: 'task', holding: 'event' });
      expect(every({ tasks: [closed], instruments: [onTime] })).toEqual(eachOf('2024-05-05'));
    });

    it('begins anew where the due date was put off, the task was taken up again, or another unit took over', () => {
      const later = { date: '2024-03-20', event: 'extended', newDueOn: '2024-05-01' };
      expect(every({ tasks: [{ ...open, events: taskOf('t', { events: [later] }).events }] })).toEqual(eachOf('2024-05-11'));
      const anew = [
        { date: '2024-02-20', event: 'suspended' },
        { date: '2024-04-15', event: 'resumed' },
      ];
      expect(every({ tasks: [taskOf('t1', { units, dueOn: '2024-03-01', events: anew })] })).toEqual(eachOf('2024-04-15'));
      const moved = taskOf('t1', {
        units: [{ unit: 'b' }],
        dueOn: '2024-03-01',
        events: [{ date: '2024-04-01', event: 'transferred', toUnit: 'a' }],
      });
      expect(every({ units: ['a', 'b'], tasks: [moved] })).toEqual(eachOf('2024-04-01'));
    });

    it('follows reports, and a unit whose tasks are late one after the other', () => {
      const behind = instrumentOf('order', { task: { planned_gap_points: { gte: 20 } } }, { holder: 'task', scope: 'task', holding: 'event' });
      const progress = [
        { asOf: '2024-01-10', actual: 0 },
        { asOf: '2024-02-10', actual: 40 },
      ];
      const reported = taskOf('t1', { postedOn: '2024-01-01', dueOn: '2024-04-10', progress });
      // 100 days: 40 % were done on the 40th, so that 20 points are wanting on the 60th.
      expect(every({ tasks: [reported], instruments: [behind] })).toEqual(eachOf('2024-03-01'));
      const second = taskOf('t2', { units, dueOn: '2024-03-20' });
      const first = taskOf('t1', { units, dueOn: '2024-03-01', events: [{ date: '2024-06-01', event: 'withdrawn' }] });
      const unit = late({ scope: 'overall', holding: 'event' });
      expect(every({ tasks: [first, second], instruments: [unit] })).toEqual(eachOf('2024-03-11'));
    });

    it('is reached by an exemption of the task, whichever day it began anew', () => {
      const events = [
        { date: '2024-04-01', event: 'exempted' },
        { date: '2024-04-10', event: 'suspended' },
        { date: '2024-05-01', event: 'resumed' },
      ];
      const rule = { task: { overdue_days: { gte: 10 }, status: 'posted' } };
      const order = instrumentOf('order', rule, { tone: 'negative', scope: 'task', holding: 'until_closed' });
      const { result } = assessCase({
        units: ['a'],
        asOf: '2024-06-30',
        tasks: [taskOf('t1', { units, dueOn: '2024-03-01', events })],
        instruments: [order],
      });
      expect(result.awards).toMatchObject([{ award: { awardedOn: '2024-05-01' }, state: 'annotated', exemptedOn: '2024-04-01', current: false }]);
    });

    it('escalates on the day on which there were as many as it asks for', () => {
      const tasks = ['2024-03-01', '2024-04-01', '2024-05-01'].map((dueOn, i) => taskOf(`t${i}`, { units, dueOn }));
      const red = instrumentOf('red', { instrument: { id: 'order', total: 2 } }, { holding: 'event' });
      const { result } = assessCase({ units: ['a'], asOf: '2024-06-30', tasks, instruments: [late({}), red] });
      expect(result.awards.filter(({ instrument }) => instrument.id === 'red').map(({ award }) => award.awardedOn)).toEqual(['2024-04-11']);
    });

    it('has no part in the periods of lists that are handed out beside', () => {
      const list = instrumentOf('list', null, { source: 'recorded', cadence: 'week' });
      const red = instrumentOf('red', { instrument: { id: 'order', total: 1 } }, { holding: 'event' });
      const awards = [awardOf('l1', 'list', 'a', '2024-W24')];
      const { given, result } = assessCase({ units: ['a'], asOf: '2024-06-30', tasks: [open], instruments: [late({}), red, list], awards });
      expect(given).toEqual(['order a', 'red a', 'list a 2024-W24']);
      expect(result.awards.map(({ award }) => award.awardedOn)).toEqual(['2024-03-11', '2024-03-11', '2024-06-16']);
    });
  });
});

describe('what is given by batch', () => {
  const units = [{ unit: 'a' }];
  const late = { task: { overdue_days: { gte: 5 } } };
  const notice = instrumentOf('o', late, { scope: 'batch', holding: 'event' });
  const task = (id: string, batch: string | null, dueOn: string, postedOn = '2024-01-01') => taskOf(id, { units, batch, dueOn, postedOn });
  const tasks = [task('k1', 'b1', '2024-02-01'), task('k2', '第二批', '2024-01-15', '2024-01-02'), task('k3', 'b3', '2024-05-15', '2024-01-03')];
  const base: Case = { units: ['a'], dimensions: [], asOf: '2024-02-09' };
  const given = (one: Case) => assessCase({ ...base, ...one }).result.awards.map(({ award, batch }) => [award.id, batch]);

  it('is given once for each of them; the one posted first needs none in its id', () => {
    expect(given({ tasks: [tasks[0] as Task], instruments: [notice] })).toEqual([['o-a', 'b1']]);
    expect(given({ tasks, instruments: [notice] })).toEqual([
      ['o-a-第二批', '第二批'],
      ['o-a', 'b1'],
    ]);
    expect(given({ tasks: tasks.toReversed(), instruments: [notice] })).toContainEqual(['o-a', 'b1']);
    expect(given({ tasks: [task('k1', null, '2024-02-01')], instruments: [notice] })).toEqual([['o-a', undefined]]);
  });

  it('escalates within its batch', () => {
    const months: Case = { config: { cadence: 'month', yearStarts: 1 }, asOf: '2024-03-31' };
    const order = (scope: 'batch' | 'task' | 'overall') =>
      instrumentOf('order', { instrument: { id: 'o', consecutive: 2 } }, { scope, holding: 'event' });
    const orders = (scope: 'batch' | 'task' | 'overall') =>
      given({ ...months, tasks: [...tasks, task('k4', 'b1', '2024-12-31')], instruments: [notice, order(scope)] }).filter(([id]) =>
        id?.startsWith('order'),
      );
    expect(orders('batch')).toEqual([
      ['order-2024-02-a-第二批', '第二批'],
      ['order-2024-03-a', 'b1'],
      ['order-2024-03-a-第二批', '第二批'],
    ]);
    expect(orders('task').map(([id]) => id)).toEqual(['order-2024-02-a-k2', 'order-2024-03-a-k1', 'order-2024-03-a-k2', 'order-2024-03-a-k4']);
    expect(orders('overall').map(([id]) => id)).toEqual(['order-a']);
  });

  it('is on record for the batch of its task, or without one for all', () => {
    const both: Case = { config: { cadence: 'month', yearStarts: 1 }, asOf: '2024-02-29', tasks: tasks.slice(0, 2) };
    const recorded = { ...notice, source: 'both' } as const;
    const record = (id: string, more: object) => awardOf(id, 'o', 'a', '2024-02', more);
    const codes = (...records: readonly ReturnType<typeof record>[]) =>
      assessCase({ ...base, ...both, instruments: [recorded], awards: [awardOf('r', 'o', 'a', '2024-01', { task: 'k2' }), ...records] }).codes;
    expect(codes(record('r1', {}))).toEqual([]);
    expect(codes(record('r1', { task: 'k1' }), record('r2', { task: 'k2' }))).toEqual([]);
    expect(codes(record('r1', { task: 'k1' }))).toEqual(['award-not-recorded']);
  });
});

describe('counts', () => {
  const red = instrumentOf('red', null, { source: 'recorded', tone: 'negative', scope: 'dimension' });
  const awards = [
    awardOf('a1', 'red', 'a', 's1', { dimension: 'x' }),
    awardOf('a2', 'red', 'a', 's1', { dimension: 'y' }),
    awardOf('a3', 'red', 'b', 's1', { dimension: 'x' }),
    awardOf('a4', 'red', 'c', 's1', { dimension: 'x', state: 'revoked', revokedOn: '2023-05-01' }),
  ];
  const base: Case = {
    units: ['a', 'b', 'c'],
    sessions: [sessionOf(1, '2023-03-01')],
    dimensions: [dimensionOf('x'), dimensionOf('y')],
    instruments: [red],
    awards,
  };

  it('of awards and of holders stand side by side; revoked ones stay listed and are not counted', () => {
    const { result } = assessCase(base);
    expect(result.awardCounts).toEqual([{ instrument: 'red', period: null, session: 's1', awards: 3, holders: 2 }]);
    expect(result.awards).toHaveLength(4);
  });

  it('leave out an exempted award from the day of the decision, which is annotated on it', () => {
    const filings = [filingOf('f', 'risk', 'fed_back', 'tolerated', { award: 'a3', outcomeOn: '2023-06-01' })];
    const after = assessCase({ ...base, filings }).result;
    expect(after.awardCounts).toMatchObject([{ awards: 2, holders: 1 }]);
    expect(after.awards.find(({ award }) => award.id === 'a3')?.exemptedOn).toBe('2023-06-01');
    expect(assessCase({ ...base, filings, asOf: '2023-05-31' }).result.awardCounts).toMatchObject([{ awards: 3 }]);
  });

  it('leave out what was revoked or exempted from the very day on', () => {
    expect(assessCase({ ...base, asOf: '2023-04-30' }).result.awardCounts).toMatchObject([{ awards: 4, holders: 3 }]);
    expect(assessCase({ ...base, asOf: '2023-05-01' }).result.awardCounts).toMatchObject([{ awards: 3, holders: 2 }]);
    const filings = [filingOf('f', 'risk', 'fed_back', 'tolerated', { award: 'a3', outcomeOn: '2023-06-01' })];
    expect(assessCase({ ...base, filings, asOf: '2023-06-01' }).result.awardCounts).toMatchObject([{ awards: 2, holders: 1 }]);
  });

  it('of persons go by awards, since nobody is named', () => {
    const talk = instrumentOf('talk', null, { source: 'recorded', holder: 'person', visibility: 'counts' });
    const talks = ['t1', 't2'].map((id) => ({ ...awardOf(id, 'talk', '', '2024'), holderType: 'person' as const, holder: null }));
    expect(assessCase({ units: ['a'], instruments: [talk], awards: talks }).result.awardCounts).toMatchObject([{ awards: 2, holders: 2 }]);
  });
});

describe('streaks and turns', () => {
  const sessions = [sessionOf(1, '2023-02-01'), sessionOf(2, '2023-04-01'), sessionOf(3, '2023-06-01'), sessionOf(4, '2023-08-01')];
  const yellow = instrumentOf('yellow', null, { source: 'recorded', tone: 'warning', scope: 'dimension', family: 'flag' });
  const red = instrumentOf('red', null, { source: 'recorded', tone: 'positive', scope: 'dimension', family: 'flag' });
  const row = (instrument: string, holder: string, session: string) =>
    awardOf(`${holder}-${session}`, instrument, holder, session, { dimension: 'x' });
  const awards = [
    row('yellow', 'a', 's1'),
    row('yellow', 'a', 's2'),
    row('red', 'a', 's3'),
    row('yellow', 'a', 's4'),
    row('yellow', 'b', 's1'),
    row('red', 'b', 's3'),
  ];
  const { result } = assessCase({
    units: ['a', 'b'],
    dimensions: [dimensionOf('x')],
    sessions,
    instruments: [yellow, red],
    families: [familyOf('flag')],
    awards,
  });

  it('run over neighbouring sessions', () => {
    const streaks = Object.fromEntries(result.awards.map(({ award, streak }) => [award.id, streak]));
    expect(streaks).toEqual({ 'a-s1': 1, 'a-s2': 2, 'a-s3': 1, 'a-s4': 1, 'b-s1': 1, 'b-s3': 1 });
  });

  it('break at a session that was not held, and at an award that was revoked', () => {
    const streaksOf = (more: Partial<Case>, own = awards) =>
      assessCase({
        units: ['a', 'b'],
        dimensions: [dimensionOf('x')],
        sessions,
        instruments: [yellow, red],
        families: [familyOf('flag')],
        awards: own,
        ...more,
      }).result.awards.flatMap(({ award, streak }) => (award.instrument === 'yellow' && award.holder === 'a' ? [streak] : []));
    const missed = { ...sessionOf(2, null, { status: 'not_held', reason: 'flood' }), id: 's9' };
    const moved = sessions.map((session) => (session.ordinal > 1 ? { ...session, ordinal: session.ordinal + 1 } : session));
    expect(streaksOf({ sessions: [...moved, missed] })).toEqual([1, 1, 1]);
    const revoked = { ...row('yellow', 'a', 's2'), state: 'revoked' as const, revokedOn: '2023-05-01' };
    expect(streaksOf({}, [row('yellow', 'a', 's1'), revoked, row('yellow', 'a', 's3')])).toEqual([1, null, 1]);
  });

  it('show who turned from warning to honour and back, between neighbouring sessions only', () => {
    expect(toneTurns(result.awards, result.sessions, '2024-01-01')).toMatchObject([
      { holder: 'a', dimension: 'x', to: 'honour', before: { award: { session: 's2' } }, after: { award: { session: 's3' } } },
      { holder: 'a', dimension: 'x', to: 'warning', before: { award: { session: 's3' } }, after: { award: { session: 's4' } } },
    ]);
  });

  it('let the most severe of a session speak, and neutral ones say nothing', () => {
    const grave = { ...red, id: 'grave', tone: 'negative' as const, severity: 3 };
    const neutral = { ...red, id: 'neutral', tone: 'neutral' as const, severity: 9 };
    const given = assessCase({
      units: ['a', 'b'],
      dimensions: [dimensionOf('x')],
      sessions,
      instruments: [yellow, red, grave, neutral].map((one) => ({ ...one, family: null })),
      awards: [
        { ...row('red', 'a', 's1'), id: 'light' },
        { ...row('grave', 'a', 's1'), id: 'heavy' },
        row('red', 'a', 's2'),
        row('yellow', 'b', 's1'),
        { ...row('neutral', 'b', 's2'), id: 'nothing' },
        row('red', 'b', 's3'),
      ],
    }).result;
    expect(toneTurns(given.awards, given.sessions, '2024-01-01').map(({ before, after }) => [before.award.id, after.award.id])).toEqual([
      ['heavy', 'a-s2'],
    ]);
  });
});

describe('a computed flag at sessions', () => {
  it('judges the period that the session reviews, and is dated by the session', () => {
    const sessions = [sessionOf(1, '2024-01-20', { reviews: { id: '2023', kind: 'year', start: '2023-01-01', end: '2023-12-31', slug: '2023' } })];
    const flag = instrumentOf('flag', first, { holding: 'until_next_session' });
    const { result } = assessCase({ ...scored, sessions, instruments: [flag] });
    expect(result.awards).toMatchObject([
      { award: { id: 'flag-s1-a', session: 's1', period: null, awardedOn: '2024-01-20' }, current: true, facts: [{ period: '2023' }] },
    ]);
  });
});

describe('every problem of awards, rules, claims and tasks', () => {
  it('says in both languages what is wrong and what to do', () => {
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect(en[key]).toBeTruthy();
      if (key.startsWith('problem.')) expect(Object.keys(zh)).toContain(key.replace('problem.', 'hint.'));
    }
  });
});
