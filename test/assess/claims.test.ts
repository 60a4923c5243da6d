import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { formatShare } from '../../src/assess/claims.ts';
import { en } from '../../src/i18n/en.ts';
import { fillPhrase } from '../../src/i18n/phrase.ts';
import type { ClaimConfig } from '../../src/model/config.ts';
import type { TaskEvent } from '../../src/model/portal.ts';
import { Problems } from '../../src/problems.ts';
import {
  assessCase,
  awardOf,
  type Case,
  claimOf,
  filingKind,
  filingOf,
  instrumentOf,
  periodOf,
  portalOfCase,
  SCHEME,
  sessionOf,
  taskOf,
} from './fixture.ts';
import { dimensionOf, PLACE, unitOf } from './sample.ts';

function check(base: Case, claim: ClaimConfig) {
  const { result, problems } = assessCase({ ...base, config: { ...base.config, claims: [claim] } });
  return { ...result.claims[0], problems: problems.list };
}

const tasks: Case = {
  tasks: Array.from({ length: 129 }, (_, i) =>
    taskOf(`t${i}`, { batch: `b${(i % 5) + 1}`, origin: i < 51 ? 'voluntary' : 'assigned', category: i < 20 ? 'key' : 'other' }),
  ),
};
const voluntary = { count: 'tasks', where: { origin: ['voluntary'] } } as const;
const all = { count: 'tasks', where: {} } as const;

describe('a claim', () => {
  it.each(['40%', '39.5%', '39.53%', '40 %'])('of %s holds for 51 of 129', (share) => {
    expect(check(tasks, claimOf('c', voluntary, { equals: 51, shareOf: all, share }))).toMatchObject({
      holds: true,
      counted: { count: 51, of: 129 },
      problems: [],
    });
  });

  it('that does not hold stops the build, naming both numbers and the place in the programme’s file', () => {
    const { holds, problems } = check(tasks, claimOf('c', voluntary, { equals: 50 }));
    expect(holds).toBe(false);
    expect(problems).toMatchObject([{ code: 'claim-count-differs', severity: 'error', place: { file: 'programmes/p.yaml' } }]);
    const [problem] = problems;
    const phrase = (en as Readonly<Record<string, string>>)[`problem.${problem?.code}`] ?? '';
    expect(fillPhrase(phrase, problem?.params)).toBe('The published figure “c” does not hold: 50 was printed, the rows give 51.');
  });

  it('of a share that does not hold at the printed precision says so', () => {
    const { problems } = check(tasks, claimOf('c', voluntary, { equals: 51, shareOf: all, share: '39.6%' }));
    expect(problems).toMatchObject([{ code: 'claim-share-differs', params: { printed: '39.6%', counted: '39.5%', count: 51, of: 129 } }]);
  });

  it('of a share of nothing does not hold', () => {
    const none = { count: 'tasks', where: { origin: ['x'] } } as const;
    const { holds, problems } = check(tasks, claimOf('c', none, { shareOf: none, share: '0%' }));
    expect(holds).toBe(false);
    expect(problems).toMatchObject([{ code: 'claim-share-of-nothing', params: { printed: '0%', count: 0 } }]);
  });

  it('is not checked before the document that printed it is out', () => {
    const claim = claimOf('c', voluntary, { equals: 50, document: 'later' });
    expect(check(tasks, claim)).toEqual({ problems: [] });
  });

  it('is checked from the day on which its document is out, whenever that was made', () => {
    const claims = [claimOf('c', voluntary, { equals: 51, document: 'd' })];
    const { portal } = portalOfCase({ ...tasks, config: { claims } });
    const none = { number: null, indexNo: null, issuer: null, openness: null, validity: null, url: null, place: PLACE };
    const isChecked = (madeOn: string, publishedOn: string | null): boolean => {
      const documents = new Map([['d', { id: 'd', title: 'd', madeOn, publishedOn, ...none }]]);
      return assess({ ...portal, documents }, new Problems()).programmes[0]?.claims.length === 1;
    };
    expect(isChecked('2024-12-31', null)).toBe(true);
    expect(isChecked('2024-11-01', '2024-12-31')).toBe(true);
    expect(isChecked('2024-11-01', '2025-01-01')).toBe(false);
  });

  it('counts by several columns and values at once', () => {
    const where = { origin: ['voluntary'], batch: ['b1', 'b2'], category: ['key'] };
    expect(check(tasks, claimOf('c', { count: 'tasks', where }, { equals: 8 })).holds).toBe(true);
  });
});

describe('the status of a task', () => {
  const ended = (id: string, event: TaskEvent['event']) => taskOf(id, { events: [{ date: '2024-02-01', event }] });
  const base: Case = {
    tasks: [ended('t1', 'closed'), ended('t2', 'evaluated'), ended('t3', 'withdrawn'), ended('t4', 'merged')],
    config: { tasks: SCHEME },
  };

  it.each([
    [{ status: ['closed'] }, 2],
    [{ stage: ['closed'] }, 1],
    [{ status: ['withdrawn'] }, 2],
    [{ stage: ['withdrawn'] }, 1],
    [{ outcome: ['withdrawn'] }, 2],
  ] as const)('is asked for by its stage or its outcome, and a stage by itself: %j', (where, expected) => {
    expect(check(base, claimOf('c', { count: 'tasks', where }, { equals: expected })).holds).toBe(true);
  });
});

describe('a draft', () => {
  const stages = ['draft', 'posted', 'closed'].map((id) => ({ id, name: null }));
  const base: Case = { tasks: [taskOf('t1'), taskOf('t2', { postedOn: null })], config: { tasks: { ...SCHEME, stages } } };

  it.each([
    [{}, 1],
    [{ task: ['t1', 't2'] }, 1],
    [{ status: ['draft'] }, 1],
    [{ outcome: ['open', 'draft'] }, 2],
  ] as const)('is no task that was posted, unless it is asked for: %j', (where, expected) => {
    expect(check(base, claimOf('c', { count: 'tasks', where }, { equals: expected })).holds).toBe(true);
  });
});

describe('what can be counted', () => {
  const red = instrumentOf('red', null, { source: 'recorded', tone: 'positive', scope: 'dimension', kind: 'flag' });
  const rows = [
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'x'],
    ['c', 'x'],
    ['c', 'y'],
    ['c', 'z'],
  ] as const;
  const base: Case = {
    units: [unitOf('a', 0, { kind: 'town' }), unitOf('b', 1, { kind: 'town' }), unitOf('c', 2)],
    dimensions: ['x', 'y', 'z'].map((id) => dimensionOf(id)),
    instruments: [red],
    sessions: [sessionOf(1, '2023-08-16'), sessionOf(2, '2023-11-09'), sessionOf(3, null, { status: 'cancelled' })],
    awards: rows.map(([holder, dimension]) => awardOf(`${holder}${dimension}`, 'red', holder, 's2', { dimension })),
    filings: [filingOf('f1', 'risk', 'applied'), filingOf('f2', 'risk', 'reviewed', 'granted')],
    config: { filings: [filingKind('risk', ['applied', 'reviewed'], ['granted'])] },
  };

  it.each([
    ['awards', { instrument: ['red'], session: ['s2'] }, 6],
    ['awards', { tone: ['positive'], dimension: ['x'] }, 3],
    ['holders', { instrument: ['red'] }, 3],
    ['holders', { instrument: ['red'], holds: ['2'] }, 1],
    ['holders', { instrument: ['red'], awards: ['3'] }, 1],
    ['holders', { instrument: ['red'], holds_at_least: ['2'] }, 2],
    ['units', { kind: ['town'] }, 2],
    ['sessions', {}, 2],
    ['sessions', { status: ['cancelled'] }, 1],
    ['days_between_sessions', {}, 85],
    ['days_between_sessions', { session: ['s1', 's2'] }, 85],
    ['filings', { kind: ['risk'] }, 2],
    ['filings', { outcome: ['granted'] }, 1],
  ] as const)('%s where %j: %i', (count, where, expected) => {
    expect(check(base, claimOf('c', { count, where: where as unknown as ClaimConfig['of']['where'] }, { equals: expected }))).toMatchObject({
      counted: { count: expected },
      holds: true,
    });
  });

  it('revoked awards where they are asked for, by either name of the column', () => {
    const awards = [awardOf('r', 'red', 'a', 's1', { state: 'revoked', revokedOn: '2023-12-01' }), ...(base.awards ?? [])];
    const count = (where: Readonly<Record<string, readonly string[]>>) =>
      check({ ...base, awards }, claimOf('c', { count: 'awards', where })).counted?.count;
    expect([count({}), count({ state: ['revoked'] }), count({ status: ['revoked'] })]).toEqual([6, 1, 1]);
  });

  it('days between the last two sessions that were held, of several', () => {
    const sessions = [...(base.sessions ?? []), sessionOf(4, '2023-12-09')];
    expect(check({ ...base, sessions }, claimOf('c', { count: 'days_between_sessions', where: {} })).counted?.count).toBe(30);
  });

  it('awards of an internal instrument only where it is named', () => {
    const secret = instrumentOf('secret', null, { source: 'recorded', kind: 'flag', visibility: 'internal' });
    const awards = [...(base.awards ?? []), awardOf('s', 'secret', 'a', 's1')];
    const count = (where: Readonly<Record<string, readonly string[]>>) =>
      check({ ...base, instruments: [red, secret], awards }, claimOf('c', { count: 'awards', where })).counted?.count;
    expect([count({ kind: ['flag'] }), count({ instrument: ['secret'] })]).toEqual([6, 1]);
  });

  it('filings are counted on the real numbers, even where a page may not show them', () => {
    const { result } = assessCase(base);
    expect(result.filings.map(({ count }) => count)).toEqual([null, null, null, null]);
  });
});

describe('a group, in a claim,', () => {
  const red = instrumentOf('red', null, { source: 'recorded' });
  const base: Case = {
    groups: ['g1', 'g2'],
    memberships: [
      ['g1', 'a', null, '2023-03-31'],
      ['g2', 'a', '2023-04-01'],
      ['g1', 'b'],
    ],
    scores: { total: { '2023-Q2': { a: 80, b: 70 } } },
    instruments: [red],
    sessions: [sessionOf(1, '2023-04-20', { reviews: periodOf('2023-Q1') })],
    awards: [
      awardOf('w1', 'red', 'a', '2023-Q2', { awardedOn: '2023-07-10' }),
      awardOf('w2', 'red', 'b', '2023-Q2', { awardedOn: '2023-07-10' }),
      awardOf('w3', 'red', 'a', '2023-02-15'),
      awardOf('w4', 'red', 'a', 's1', { awardedOn: '2023-04-20' }),
    ],
  };
  const count = (given: Case, counted: 'awards' | 'holders' | 'units', where: Readonly<Record<string, readonly string[]>>) =>
    check(given, claimOf('c', { count: counted, where })).counted?.count;

  it('has the awards of whoever was in it at the end of their period, or on the day they were given', () => {
    expect(count(base, 'awards', { group: ['g1'], period: ['2023-Q2'] })).toBe(1);
    expect(count(base, 'awards', { group: ['g2'], period: ['2023-Q2'] })).toBe(1);
    expect(count(base, 'awards', { group: ['g1'], award: ['w3'] })).toBe(1);
    expect(count(base, 'awards', { group: ['g2'], award: ['w3'] })).toBe(0);
    expect(count(base, 'holders', { group: ['g2'] })).toBe(1);
  });

  it('has an award of a session by the period that was reviewed', () => {
    expect(count(base, 'awards', { group: ['g1'], session: ['s1'] })).toBe(1);
    expect(count(base, 'awards', { group: ['g2'], session: ['s1'] })).toBe(0);
  });

  it('has the units that are in it on the as-of date', () => {
    expect(count(base, 'units', { group: ['g1'] })).toBe(1);
    expect(count({ ...base, asOf: '2023-03-31' }, 'units', { group: ['g1'] })).toBe(2);
    expect(count({ ...base, memberships: [] }, 'units', { group: ['g1'] })).toBe(2);
  });
});

describe('a share', () => {
  it('rounds half away from zero, without the dust of binary fractions', () => {
    expect(formatShare(1, 8, 0)).toBe('13%');
    expect(formatShare(1, 8, 1)).toBe('12.5%');
    expect(formatShare(1, 200, 0)).toBe('1%');
    expect(formatShare(3, 3, 2)).toBe('100.00%');
    expect(formatShare(1, 0, 0)).toBeNull();
  });

  it('is within half a unit of its last place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), fc.integer({ min: 0, max: 4 }), (of, count, decimals) => {
        const printed = Number.parseFloat(formatShare(count, of, decimals) ?? '');
        expect(Math.abs(printed - (count / of) * 100)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
      }),
    );
  });
});

describe('claims of filings', () => {
  const kinds = [filingKind('risk', ['s1', 's2'], []), filingKind('other', ['s1', 's2'], [])];
  /** So many filings by kind, year and stage. */
  const filed = (counts: readonly (readonly [kind: string, year: string, stage: string, n: number])[]) =>
    counts.flatMap(([kind, year, stage, n], i) =>
      Array.from({ length: n }, (_, j) => filingOf(`f${i}-${j}`, kind, stage, null, { filedOn: `${year}-02-01` })),
    );
  const claimsOn = (filings: Case['filings'], wheres: readonly ClaimConfig['of']['where'][], more: Partial<ClaimConfig> = {}) => {
    const claims = wheres.map((where, i) => claimOf(`c${i}`, { count: 'filings', where }, more));
    return assessCase({ ...(filings && { filings }), config: { filings: kinds, claims } }).result;
  };
  const hiddenOn = (...given: Parameters<typeof claimsOn>) => claimsOn(...given).claims.map(({ suppressed }) => suppressed);

  it('are not shown where what is left of all filings is small', () => {
    const filings = filed([
      ['risk', '2022', 's1', 2],
      ['risk', '2023', 's1', 6],
    ]);
    expect(hiddenOn(filings, [{ year: ['2023'] }, { year: ['2022'] }, {}])).toEqual([true, true, false]);
    expect(hiddenOn(filings, [{ kind: ['risk'], year: ['2023'] }])).toEqual([true]);
  });

  it('are not shown where what is left of their stage is small', () => {
    const filings = filed([
      ['risk', '2022', 's1', 2],
      ['risk', '2023', 's1', 6],
      ['risk', '2022', 's2', 9],
    ]);
    expect(hiddenOn(filings, [{ stage: ['s1'], year: ['2023'] }, { year: ['2023'] }, { stage: ['s1'] }])).toEqual([true, false, false]);
  });

  it('are not shown where what is left of a kind’s outcome is small', () => {
    const rows = [
      ['risk', '2022', 'granted', 2],
      ['risk', '2023', 'granted', 10],
      ['risk', '2022', 'refused', 20],
      ['other', '2022', 'granted', 20],
    ] as const;
    const filings = rows.flatMap(([kind, year, outcome, n], i) =>
      Array.from({ length: n }, (_, j) => filingOf(`f${i}-${j}`, kind, 's1', outcome, { filedOn: `${year}-02-01` })),
    );
    const decided = ['risk', 'other'].map((id) => filingKind(id, ['s1'], ['granted', 'refused']));
    const claims = [claimOf('c', { count: 'filings', where: { kind: ['risk'], outcome: ['granted'], year: ['2023'] } })];
    expect(assessCase({ filings, config: { filings: decided, claims } }).result.claims).toMatchObject([{ suppressed: true }]);
  });

  it('are not shown where several of them leave little over', () => {
    const filings = filed([
      ['risk', '2021', 's1', 10],
      ['risk', '2022', 's1', 2],
      ['risk', '2023', 's1', 6],
    ]);
    expect(hiddenOn(filings, [{ year: ['2021'] }, { year: ['2023'] }])).toEqual([false, true]);
    expect(hiddenOn(filings, [{ year: ['2023'] }, { year: ['2021', '2023'] }, { year: ['2021'] }])).toEqual([false, true, true]);
  });

  it('are not shown where one less another is small, whichever comes first', () => {
    const filings = filed([
      ['risk', '2022', 's1', 20],
      ['risk', '2023', 's1', 10],
      ['other', '2022', 's1', 20],
      ['other', '2023', 's1', 2],
    ]);
    expect(hiddenOn(filings, [{ year: ['2023'] }, { year: ['2023'], kind: ['risk'] }])).toEqual([false, true]);
    expect(hiddenOn(filings, [{ year: ['2023'], kind: ['risk'] }, { year: ['2023'] }])).toEqual([false, true]);
  });

  it('are not shown where what is left of their share is small, either way', () => {
    const filings = filed([
      ['risk', '2023', 's1', 10],
      ['risk', '2023', 's2', 2],
      ['risk', '2022', 's2', 20],
    ]);
    const part = { year: ['2023'], stage: ['s1'] };
    const whole = { year: ['2023'] };
    const of = (where: ClaimConfig['of']['where']): Partial<ClaimConfig> => ({ shareOf: { count: 'filings', where } });
    expect(hiddenOn(filings, [part], of(whole))).toEqual([true]);
    expect(hiddenOn(filings, [whole], of(part))).toEqual([true]);
    expect(hiddenOn(filings, [part])).toEqual([false]);
    expect(hiddenOn(filings, [whole], of({}))).toEqual([false]);
  });

  it('tell none where nothing is too small to be shown', () => {
    const config = { filings: kinds, claims: [claimOf('c', { count: 'filings', where: { year: ['2023'] } })] };
    const publication = { persons: 'none', minCell: 2, disclosure: 'full' } as const;
    const filings = filed([
      ['risk', '2022', 's1', 2],
      ['risk', '2023', 's1', 6],
    ]);
    expect(assessCase({ filings, config: { ...config, publication } }).result.claims).toMatchObject([{ suppressed: false }]);
  });

  it('leave no small number to be worked out of what is shown', () => {
    const some = (...words: readonly string[]) => fc.option(fc.subarray([...words], { minLength: 1 }), { nil: undefined });
    const where = fc
      .record({ kind: some('risk', 'other'), stage: some('s1', 's2'), year: some('2021', '2022', '2023') })
      .map((columns) => Object.fromEntries(Object.entries(columns).filter(([, words]) => words)) as Record<string, string[]>);
    const counts = fc.array(
      fc.tuple(fc.constantFrom('risk', 'other'), fc.constantFrom('2021', '2022', '2023'), fc.constantFrom('s1', 's2'), fc.nat(12)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(counts, fc.array(where, { maxLength: 5 }), (rows, wheres) => {
        const filings = filed(rows);
        const result = claimsOn(filings, wheres);
        const told = [
          ...result.filings.flatMap(({ kind, stage, count }) =>
            count === null ? [] : [{ where: { kind: [kind.id], ...(stage !== null && { stage: [stage] }) } as Record<string, string[]>, count }],
          ),
          ...result.claims.flatMap(({ suppressed, counted }, i) => (suppressed ? [] : [{ where: wheres[i] ?? {}, count: counted.count }])),
        ];
        for (const whole of told) {
          const inside = told.filter((one) => isPartOf(one.where, whole.where));
          for (const first of inside) {
            expect(isSmall(whole.count - first.count)).toBe(false);
            for (const second of inside) {
              if (isApart(first.where, second.where)) expect(isSmall(whole.count - first.count - second.count)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  type Where = Readonly<Record<string, readonly string[]>>;
  const isSmall = (n: number): boolean => n > 0 && n < 5;
  const isPartOf = (part: Where, whole: Where): boolean =>
    Object.entries(whole).every(([column, words]) => part[column]?.every((word) => words.includes(word)) ?? false);
  const isApart = (one: Where, other: Where): boolean =>
    Object.entries(one).some(([column, words]) => other[column] !== undefined && !other[column].some((word) => words.includes(word)));
});

describe('a claim of filings', () => {
  const filings = Array.from({ length: 10 }, (_, i) => filingOf(`f${i}`, 'risk', i < 2 ? 's1' : 's2'));
  const base: Case = { filings, config: { filings: [filingKind('risk', ['s1', 's2'], [])] } };
  const of = (where: Readonly<Record<string, readonly string[]>>, equals: number) =>
    check(base, claimOf('c', { count: 'filings', where }, { equals }));

  it('that prints a small count, or one that would give it away, is held all the same, and not shown', () => {
    expect(of({ kind: ['risk'], stage: ['s1'] }, 2)).toMatchObject({ holds: true, suppressed: true });
    expect(of({ kind: ['risk'], stage: ['s2'] }, 8)).toMatchObject({ holds: true, suppressed: true });
    expect(of({ filing: ['f1'] }, 1)).toMatchObject({ suppressed: true });
    expect(of({ kind: ['risk'] }, 10)).toMatchObject({ holds: true, suppressed: false });
  });
});
