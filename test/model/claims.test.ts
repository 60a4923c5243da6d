import { describe, expect, it } from 'vitest';
import { BASE, parseFiles, printProblems } from './folder.ts';

const claims = (...lines: readonly string[]) => ({
  ...BASE,
  'programmes/board.yaml': `id: board\nname: 考核\ncadence: quarter\ndimensions: [{ id: work, name: 工作 }, { id: life, name: 民生 }]\ninstruments: [{ id: flag, name: 红旗 }]\nclaims:\n${lines.map((line) => `  - ${line}\n`).join('')}`,
  'sessions.csv': 'programme,session,ordinal,held_on,status\nboard,s1,1,2023-08-16,final\nboard,s2,2,2023-11-09,final\n',
});

describe('what a claim counts', () => {
  it('may be chosen by any column that it is counted by', async () => {
    const { problems } = await parseFiles(
      claims(
        '{ id: two, count: holders, where: { instrument: flag, session: s2, holds: 2 }, equals: 0 }',
        '{ id: some, count: holders, where: { holds_at_least: 2, current: true }, equals: 0 }',
        '{ id: held, count: awards, where: { current: true }, equals: 0 }',
        '{ id: late, count: tasks, where: { extended: true }, equals: 0 }',
        '{ id: apart, count: days_between_sessions, where: { from: s1, to: s2 }, equals: 85 }',
      ),
    );
    expect(problems).toEqual([]);
  });

  it('is a problem by a column that it does not have, with the nearest', async () => {
    expect(await printProblems(claims('{ id: two, count: holders, where: { hold: 2 }, equals: 0 }'))).toEqual([
      'programmes/board.yaml:7:5 “hold” in where is nothing to count by. Did you mean “holds”? ',
    ]);
  });

  it('names sessions that there are', async () => {
    expect(await printProblems(claims('{ id: apart, count: days_between_sessions, where: { from: s1, to: s22 }, equals: 85 }'))).toEqual([
      expect.stringContaining('where.to “s22” is not a session that the portal knows. Did you mean “s2”?'),
    ]);
  });
});
