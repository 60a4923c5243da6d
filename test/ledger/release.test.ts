import { describe, expect, it } from 'vitest';
import { release } from '../../src/ledger/release.ts';
import {
  type Appeal,
  type Correction,
  type Document,
  FIGURE_STATUSES,
  type FigureStatus,
  type Portal,
  type Programme,
} from '../../src/model/portal.ts';
import { awardOf, filingOf, periodOf, portalOfCase, sessionOf, taskOf } from '../assess/fixture.ts';
import { type Cell, PLACE } from '../assess/sample.ts';

const DOCUMENT: Document = {
  ...{ id: 'd', title: 'd', number: null, indexNo: null, issuer: null, madeOn: null, publishedOn: null },
  ...{ openness: null, validity: null, url: null, place: PLACE },
};
const CORRECTION: Correction = {
  ...{ id: 'c', kind: 'correction', severity: null, publishedOn: '2022-01-01', programme: null, period: null, unit: null },
  ...{ field: null, old: null, new: null, reason: 'why', approvedBy: null, document: null, award: null, place: PLACE },
};

function appeal(against: string): Appeal {
  return {
    id: `on-${against}`,
    against,
    filedOn: '2023-05-01',
    unit: 'a',
    state: 'upheld',
    decidedOn: '2023-08-01',
    decision: 'yes',
    correction: null,
    place: PLACE,
  };
}

function released(asOf: string): Portal {
  const { portal } = portalOfCase({
    units: ['a'],
    asOf,
    sessions: [sessionOf(1, '2023-05-20', { publishedOn: '2023-06-01', reason: 'flood' })],
    awards: [awardOf('out', 'red', 'a', '2023-01-01', { awardedOn: '2023-04-01' }), awardOf('held', 'red', 'a', 's1', { awardedOn: '2023-05-20' })],
    tasks: [taskOf('later', { postedOn: '2023-07-01' })],
  });
  return release({ ...portal, appeals: [appeal('out'), appeal('held'), appeal('later')] });
}

const idsOf = (items: readonly { readonly id: string }[] = []) => items.map(({ id }) => id);

describe('what may be said on a day', () => {
  it('leaves out awards of a session that is not published yet, and tasks that are not posted', () => {
    const [programme] = released('2023-05-31').programmes;
    expect(idsOf(programme?.awards)).toEqual(['out']);
    expect(idsOf(programme?.tasks)).toEqual([]);
    expect(programme?.sessions[0]).toMatchObject({ status: 'scheduled', heldOn: '2023-05-20', reviews: null, publishedOn: null, reason: null });
  });

  it('leaves out what a session reviews until it is held, and says of one that was held that its results are awaited', () => {
    const scores = { total: { '2023-B1': { a: 1 }, '2023-B2': { a: 2 }, '2023-B3': { a: 3 } } };
    const planned = { publishedOn: null, status: 'scheduled' } as const;
    const sessions = [
      sessionOf(1, '2023-04-10', { reviews: periodOf('2023-B1'), publishedOn: '2023-04-20' }),
      sessionOf(2, '2023-06-10', { reviews: periodOf('2023-B2'), ...planned }),
      sessionOf(3, null, { reviews: periodOf('2023-B3'), ...planned }),
      sessionOf(4, '2023-10-10', { publishedOn: null }),
    ];
    const on = (asOf: string) => {
      const { portal } = portalOfCase({ units: ['a'], asOf, scores, sessions });
      const [programme] = release(portal).programmes as [Programme];
      const told = programme.sessions.map(({ status, awaited, reviews }) => [status, awaited ?? false, reviews?.id ?? null]);
      const { periods, status } = programme.scores;
      return { told, periods: periods.filter((_, p) => status[p] !== 0).map(({ id }) => id) };
    };
    const plans = [
      ['scheduled', false, '2023-B2'],
      ['scheduled', false, '2023-B3'],
      ['scheduled', false, null],
    ];
    expect(on('2023-04-09')).toEqual({ told: [['scheduled', false, null], ...plans], periods: [] });
    expect(on('2023-04-19')).toEqual({ told: [['scheduled', true, null], ...plans], periods: [] });
    expect(on('2023-06-09')).toEqual({ told: [['final', false, '2023-B1'], ...plans], periods: ['2023-B1'] });
    expect(on('2023-10-10')).toMatchObject({ told: [{}, {}, {}, ['final', false, null]], periods: ['2023-B1', '2023-B2'] });
  });

  it('leaves out adjustments until a figure of their period is out, and until it has begun', () => {
    const cell = (publishedOn: string): Cell => ({ value: 90, publishedOn });
    const on = (period: string, more: object = {}) => ({ unit: 'a', kind: 'veto', on: period, reason: period, date: '2023-07-01', ...more }) as const;
    const told = (asOf: string) => {
      const { portal } = portalOfCase({
        units: ['a'],
        asOf,
        scores: { total: { '2023-06': { a: cell('2023-07-20') }, '2023-05': { a: cell('2023-06-20') } } },
        adjustments: [on('2023-05'), on('2023-06'), on('2023-07'), on('2023-09')],
      });
      return release(portal).programmes[0]?.adjustments.map(({ reason }) => reason);
    };
    expect(told('2023-06-30')).toEqual([]);
    expect(told('2023-07-19')).toEqual(['2023-05', '2023-07']);
    expect(told('2023-07-20')).toEqual(['2023-05', '2023-06', '2023-07']);
    expect(told('2023-09-01')).toEqual(['2023-05', '2023-06', '2023-07', '2023-09']);
  });

  it('leaves out appeals that would name them, and decisions of later days', () => {
    expect(released('2023-05-31').appeals).toMatchObject([{ against: 'out', state: 'under_review', decision: null }]);
    expect(idsOf(released('2023-08-01').appeals)).toEqual(['on-out', 'on-held', 'on-later']);
    expect(released('2023-08-01').appeals[0]?.decision).toBe('yes');
  });
});

describe('an appeal against a figure', () => {
  const dayOf = (day: string, value: number) => ({ value, publishedOn: day });
  const { portal } = portalOfCase({
    units: ['a', 'b', 'c'],
    asOf: '2023-12-31',
    scores: {
      x: {
        '2023-Q2': { a: dayOf('2023-08-01', 1), b: dayOf('2024-02-01', 2) },
        '2023-Q3': { a: { value: 1, publishedOn: '2024-02-01', earlier: [] } },
        '2018/19': { a: dayOf('2020-02-01', 3) },
      },
    },
    sessions: [sessionOf(1, '2023-12-20', { publishedOn: '2024-01-10' })],
  });
  const on = (asOf: string) => {
    const against = ['p/2023-Q2/a', 'p/2023-Q2/b', 'p/2023-Q2/c', 'p/2023-Q3/a', 'p/2023-Q3/c', 'p/2018/19/a', 'p/s1/a', 'c'];
    const appeals = against.map((one) => appeal(one));
    const corrections = [{ ...CORRECTION, publishedOn: '2024-01-20' }];
    return release({ ...portal, asOf, corrections, appeals }).appeals.map((one) => one.against);
  };

  it('is told once the figure is out, where there is none once its period is', () => {
    expect(on('2023-12-31')).toEqual(['p/2023-Q2/a', 'p/2023-Q2/c', 'p/2018/19/a']);
    expect(on('2024-01-31')).toEqual(['p/2023-Q2/a', 'p/2023-Q2/c', 'p/2018/19/a', 'p/s1/a', 'c']);
    expect(on('2024-02-01')).toHaveLength(8);
  });
});

/** One of everything, dated `day`. */
function dated(day: string, asOf: string): Programme & { portal: Portal } {
  const { portal } = portalOfCase({
    units: ['a', 'b'],
    asOf,
    scores: { x: { '2022': { a: { value: 1, publishedOn: day } } } },
    memberships: [['g', 'b', day]],
    adjustments: [{ unit: 'a', kind: 'bonus', on: '2022', points: 1, date: day }],
    awards: [
      awardOf('given', 'red', 'a', day),
      awardOf('revoked', 'red', 'a', '2022-01-01', { state: 'revoked', revokedOn: day, note: 'why' }),
      awardOf('sat', 'red', 'a', 's1', { awardedOn: '2022-01-01' }),
    ],
    sessions: [sessionOf(1, '2022-01-01', { publishedOn: day, status: 'revised', reviews: periodOf('2021'), reason: 'rain' })],
    tasks: [
      taskOf('posted', { postedOn: day }),
      taskOf('t', {
        postedOn: '2022-01-01',
        units: [{ unit: 'a', from: day }],
        events: [{ date: day, event: 'closed' }],
        progress: [{ asOf: day, actual: 5 }],
        milestones: [{ id: 'm', dueOn: '2022-01-01', doneOn: day, evidence: 'seen' }],
      }),
    ],
    filings: [
      filingOf('filed', 'risk', 'applied', null, { filedOn: day }),
      filingOf('staged', 'risk', 'assessed', null, { filedOn: '2022-01-01', stageOn: day, digest: 'd' }),
      filingOf('decided', 'risk', 'applied', 'refused', { filedOn: '2022-01-01', outcomeOn: day, digest: 'd' }),
    ],
  });
  const out = release({
    ...portal,
    documents: new Map([['d', { ...DOCUMENT, publishedOn: day }]]),
    corrections: [{ ...CORRECTION, publishedOn: day }],
    appeals: [
      { ...appeal('given'), id: 'filed', against: 'revoked', filedOn: day },
      { ...appeal('revoked'), id: 'decided', filedOn: '2022-01-01', decidedOn: day, correction: 'c' },
    ],
  });
  return { ...(out.programmes[0] as Programme), portal: out };
}

describe('one of everything, on its day and on the day before', () => {
  const [day, before] = ['2023-06-15', '2023-06-14'];
  const on = dated(day, day);
  const early = dated(day, before);
  const filing = ({ filings }: Programme, id: string) => filings.find((one) => one.id === id);
  const task = ({ tasks }: Programme) => tasks.find(({ id }) => id === 't');

  it('documents, corrections and appeals', () => {
    expect([on.portal.documents.size, on.portal.corrections.length, idsOf(on.portal.appeals)]).toEqual([1, 1, ['filed', 'decided']]);
    expect([early.portal.documents.size, early.portal.corrections.length, idsOf(early.portal.appeals)]).toEqual([0, 0, ['decided']]);
    expect(on.portal.appeals[1]).toMatchObject({ state: 'upheld', decidedOn: day, decision: 'yes', correction: 'c' });
    expect(early.portal.appeals[0]).toMatchObject({ state: 'under_review', decidedOn: null, decision: null, correction: null });
  });

  it('figures, memberships and adjustments', () => {
    expect([[...on.scores.status], on.memberships.length, on.adjustments.length]).toEqual([[1, 0, 0, 0], 1, 1]);
    expect([[...early.scores.status], early.memberships.length, early.adjustments.length]).toEqual([[0, 0, 0, 0], 0, 0]);
    expect(early.scores.value).toEqual(new Float64Array(4).fill(Number.NaN));
  });

  it('awards and sessions', () => {
    expect(idsOf(on.awards)).toEqual(['given', 'revoked', 'sat']);
    expect(idsOf(early.awards)).toEqual(['revoked']);
    expect(on.awards[1]).toMatchObject({ state: 'revoked', revokedOn: day, note: 'why' });
    expect(early.awards[0]).toMatchObject({ state: 'active', revokedOn: null, note: null });
    expect(on.sessions[0]).toMatchObject({ status: 'revised', publishedOn: day, reason: 'rain', reviews: { id: '2021' } });
    expect(early.sessions[0]).toMatchObject({ status: 'scheduled', publishedOn: null, reason: null, reviews: null, heldOn: '2022-01-01' });
  });

  it('tasks and their parts', () => {
    expect([idsOf(on.tasks), idsOf(early.tasks)]).toEqual([['posted', 't'], ['t']]);
    expect(task(on)).toMatchObject({ units: [{ unit: 'a' }], events: [{ date: day }], progress: [{ asOf: day }] });
    expect(task(on)?.milestones[0]).toMatchObject({ doneOn: day, evidence: 'seen' });
    expect(task(early)).toMatchObject({ units: [], events: [], progress: [] });
    expect(task(early)?.milestones[0]).toMatchObject({ doneOn: null, evidence: null });
  });

  it('filings', () => {
    expect([idsOf(on.filings), idsOf(early.filings)]).toEqual([
      ['filed', 'staged', 'decided'],
      ['staged', 'decided'],
    ]);
    expect(filing(on, 'staged')).toMatchObject({ stage: 'assessed', stageOn: day, digest: 'd' });
    expect(filing(early, 'staged')).toMatchObject({ stage: null, stageOn: null, digest: null });
    expect(filing(on, 'decided')).toMatchObject({ outcome: 'refused', outcomeOn: day, digest: 'd' });
    expect(filing(early, 'decided')).toMatchObject({ stage: 'applied', outcome: null, outcomeOn: null, digest: null });
  });
});

describe('parts of a task, each alone', () => {
  const after = '2023-07-01';
  const alone = (parts: Parameters<typeof taskOf>[1]) => {
    const { portal } = portalOfCase({ asOf: '2023-06-15', tasks: [taskOf('t', { postedOn: '2022-01-01', ...parts })] });
    return release(portal).programmes[0]?.tasks[0];
  };

  it('later ones are left out, earlier ones stay', () => {
    const early = '2023-01-01';
    const event = { event: 'in_progress' };
    expect(
      alone({
        events: [
          { ...event, date: early },
          { ...event, date: after },
        ],
      })?.events,
    ).toMatchObject([{ date: early }]);
    expect(alone({ progress: [{ asOf: early }, { asOf: after }] })?.progress).toMatchObject([{ asOf: early }]);
    expect(alone({ units: [{ unit: 'a' }, { unit: 'b', from: after }] })?.units).toMatchObject([{ unit: 'a' }]);
    const due = { dueOn: '2023-12-31', evidence: 'seen' };
    expect(
      alone({
        milestones: [
          { id: 'm', doneOn: early, ...due },
          { id: 'o', doneOn: '2023-06-15', ...due },
          { id: 'n', doneOn: after, ...due },
        ],
      })?.milestones,
    ).toMatchObject([
      { doneOn: early, evidence: 'seen' },
      { doneOn: '2023-06-15', evidence: 'seen' },
      { doneOn: null, evidence: null },
    ]);
  });

  it('who leads until a later day leads', () => {
    expect(alone({ units: [{ unit: 'a', to: after }] })?.units).toMatchObject([{ to: null }]);
    expect(alone({ units: [{ unit: 'a', to: '2023-06-15' }] })?.units).toMatchObject([{ to: '2023-06-15' }]);
    expect(alone({ units: [{ unit: 'a', from: '2023-06-15' }] })?.units).toMatchObject([{ from: '2023-06-15' }]);
  });
});

describe('the period that an unpublished session reviews', () => {
  const cells = { '2022': { a: { value: 1, source: 'one' }, b: 2 }, '2023': { a: { value: 3, source: 'two' }, b: 4 } };
  const { portal } = portalOfCase({
    units: ['a', 'b'],
    asOf: '2024-01-31',
    scores: { x: cells, y: cells },
    observations: { z: cells },
    adjustments: ['2022', '2023'].map((on) => ({ unit: 'a', kind: 'bonus', on, points: 1 }) as const),
    awards: [awardOf('before', 'red', 'a', '2022'), awardOf('of', 'red', 'a', '2023')],
    sessions: [sessionOf(1, '2024-01-10', { publishedOn: '2024-02-01', reviews: periodOf('2023') })],
  });
  const [programme] = release(portal).programmes;
  // Of totals there are none.
  const none = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];

  it('has no figures, notes, adjustments and awards; the others have', () => {
    const kept = [1, 2, Number.NaN, Number.NaN];
    expect([...(programme?.scores.value ?? [])]).toEqual([...kept, ...kept, ...none]);
    expect([...(programme?.scores.status ?? [])]).toEqual([1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect([...(programme?.scores.notes.keys() ?? [])]).toEqual([0, 4]);
    expect([...(programme?.observations.value ?? [])]).toEqual(kept);
    expect(programme?.adjustments.map(({ period }) => period.id)).toEqual(['2022']);
    expect(idsOf(programme?.awards)).toEqual(['before']);
  });

  it('and the portal that was given keeps its own', () => {
    expect([...(portal.programmes[0]?.scores.value ?? [])]).toEqual([1, 2, 3, 4, 1, 2, 3, 4, ...none]);
    expect([...(portal.programmes[0]?.scores.status ?? [])]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });
});

describe('revisions of a figure', () => {
  const row = (revision: number, publishedOn: string | null, value: number | null, status: FigureStatus) => ({
    ...{ target: revision * 10, planned: null, denominator: null, rankRecorded: null, receivedOn: null, place: PLACE },
    ...{ revision, publishedOn, value, status, source: `source ${revision}`, note: `note ${revision}` },
  });
  const first = row(1, '2023-01-10', 5, 'provisional');
  const second = row(2, '2023-02-10', null, 'under_review');
  const third = { ...row(3, '2023-03-10', 7, 'revised'), value: 7, status: 'revised' as const };
  const on = (asOf: string, earlier = [first, second], newest: Cell = third) => {
    const { portal } = portalOfCase({ units: ['a'], asOf, scores: { x: { '2022': { a: { ...(newest as typeof third), earlier } } } } });
    const { scores } = release(portal).programmes[0] as Programme;
    return {
      value: scores.value[0],
      status: FIGURE_STATUSES[scores.status[0] as number],
      note: scores.notes.get(0),
      given: portal.programmes[0]?.scores,
    };
  };

  it('is the newest that is out, with its whole row and what was before it', () => {
    expect(on('2023-03-10')).toMatchObject({
      value: 7,
      status: 'revised',
      note: { revision: 3, target: 30, note: 'note 3', earlier: [first, second] },
    });
    const then = on('2023-03-09');
    expect(then).toMatchObject({ value: Number.NaN, status: 'under_review' });
    const { value: _, status: __, ...whole } = second;
    expect(then.note).toEqual({ ...whole, earlier: [first] });
    expect(on('2023-02-09')).toMatchObject({ value: 5, status: 'provisional', note: { revision: 1, target: 10, source: 'source 1', earlier: [] } });
    expect(on('2023-01-09')).toMatchObject({ value: Number.NaN, status: 'none', note: undefined });
  });

  it('is not told of a revision before it that is not out', () => {
    const late = { ...first, publishedOn: '2023-12-01' };
    expect(on('2023-03-10', [late, second])).toMatchObject({ value: 7, note: { revision: 3, earlier: [second] } });
  });

  it('leaves the portal that was given as it is', () => {
    const { given } = on('2023-01-09');
    expect([given?.value[0], given?.status[0], given?.notes.get(0)?.revision]).toEqual([7, FIGURE_STATUSES.indexOf('revised'), 3]);
  });
});

it('tells what is out of a period that has begun, and nothing of one that has not', () => {
  const { portal } = portalOfCase({ units: ['a'], scores: { x: { '2023': { a: 7 } } } });
  const on = (asOf: string) => release({ ...portal, asOf }).programmes[0]?.scores.value[0];
  expect(['2022-12-31', '2023-01-01', '2023-06-30'].map(on)).toEqual([Number.NaN, 7, 7]);
});
