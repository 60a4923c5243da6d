import { describe, expect, it } from 'vitest';
import { sessionIntervals, sessionMatrix } from '../../src/assess/sessions.ts';
import { heldSessions } from '../../src/model/sessions.ts';
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
    expect(heldSessions(sessions, '2023-11-09').map(({ id }) => id)).toEqual(['s1', 's3']);
    expect(heldSessions(sessions, '2023-11-08').map(({ id }) => id)).toEqual(['s1']);
  });

  it('lie real days apart, by date and not by number', () => {
    expect(sessionIntervals(sessions, '2024-12-31')).toMatchObject([{ from: { id: 's1' }, to: { id: 's3' }, days: 85 }]);
    const late = sessionOf(5, '2023-09-15');
    expect(sessionIntervals([...sessions, late], '2024-12-31').map(({ to, days }) => [to.id, days])).toEqual([
      ['s5', 30],
      ['s3', 55],
    ]);
  });

  it('give a matrix of units and sessions', () => {
    const flag = instrumentOf('flag', null, { source: 'recorded', holding: 'until_next_session', scope: 'dimension' });
    const awards = [
      awardOf('f1', 'flag', 'a', 's1', { dimension: 'x', awardedOn: '2023-08-16' }),
      awardOf('f2', 'flag', 'b', 's3', { dimension: 'x', awardedOn: '2023-11-09' }),
      awardOf('f3', 'flag', 'b', 's3', { dimension: 'y', awardedOn: '2023-11-09' }),
    ];
    const { result } = assessCase({ units: ['a', 'b'], dimensions: [dimensionOf('x'), dimensionOf('y')], sessions, awards, instruments: [flag] });
    const matrix = sessionMatrix(result.awards);
    expect(matrix.get('a')?.get('s1')).toHaveLength(1);
    expect(matrix.get('b')?.get('s3')).toHaveLength(2);
    expect(matrix.get('b')?.get('s1')).toBeUndefined();
  });
});
