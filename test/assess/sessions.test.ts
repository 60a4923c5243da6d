import { describe, expect, it } from 'vitest';
import { currentHolders, heldSessions, sessionIntervals, sessionMatrix } from '../../src/assess/sessions.ts';
import { assessCase, awardOf, instrumentOf, sessionOf } from './fixture.ts';
import { dimensionOf } from './sample.ts';

const sessions = [
  sessionOf(1, '2023-08-16'),
  sessionOf(2, null, { status: 'not_held', reason: 'flood' }),
  sessionOf(3, '2023-11-09'),
  sessionOf(4, '2024-03-01', { status: 'scheduled' }),
];

describe('sessions', () => {
  it('count as held only when they were, by the as-of date', () => {
    expect(heldSessions(sessions, '2024-12-31').map(({ id }) => id)).toEqual(['s1', 's3']);
    expect(heldSessions(sessions, '2023-10-01').map(({ id }) => id)).toEqual(['s1']);
  });

  it('show real days beside nominal ones, and what was missed between', () => {
    expect(sessionIntervals(sessions, '2024-12-31', 'bimonth')).toMatchObject([
      { from: { id: 's1' }, to: { id: 's3' }, days: 85, nominalDays: 61, missed: [{ id: 's2', reason: 'flood' }] },
    ]);
    expect(sessionIntervals(sessions, '2024-12-31', 'session')[0]?.nominalDays).toBeNull();
  });

  it('give a board of who holds what now and a matrix of units and sessions', () => {
    const flag = instrumentOf('flag', null, { source: 'recorded', holding: 'until_next_session', scope: 'dimension' });
    const awards = [
      awardOf('f1', 'flag', 'a', 's1', { dimension: 'x', awardedOn: '2023-08-16' }),
      awardOf('f2', 'flag', 'b', 's3', { dimension: 'x', awardedOn: '2023-11-09' }),
      awardOf('f3', 'flag', 'b', 's3', { dimension: 'y', awardedOn: '2023-11-09' }),
    ];
    const { result } = assessCase({ units: ['a', 'b'], dimensions: [dimensionOf('x'), dimensionOf('y')], sessions, awards, instruments: [flag] });
    expect([...currentHolders(result.awards)].map(([holder, held]) => [holder, held.length])).toEqual([['b', 2]]);
    const matrix = sessionMatrix(result.awards);
    expect(matrix.get('a')?.get('s1')).toHaveLength(1);
    expect(matrix.get('b')?.get('s3')).toHaveLength(2);
    expect(matrix.get('b')?.get('s1')).toBeUndefined();
  });
});
