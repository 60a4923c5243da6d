import { describe, expect, it } from 'vitest';
import { BASE, parseFiles, printProblems } from './folder.ts';

const claims = (...lines: readonly string[]) => ({
  ...BASE,
  'programmes/board.yaml': `id: board\nname: 考核\ncadence: quarter\ndimensions: [{ id: work, name: 工作, weight: 60 }, { id: life, name: 民生, weight: 40 }]\ninstruments: [{ id: flag, name: 红旗 }]\nclaims:\n${lines.map((line) => `  - ${line}\n`).join('')}`,
  'sessions.csv': 'programme,session,ordinal,held_on,status\nboard,s1,1,2023-08-16,final\nboard,s2,2,2023-11-09,final\n',
});

describe('what a claim counts', () => {
  it('may be chosen by any column that it is counted by', async () => {
    const { problems } = await parseFiles(
      claims(
        '{ id: two, count: holders, where: { instrument: flag, session: s2, holds: 2 }, equals: 0 }',
        '{ id: some, count: holders, where: { holds_at_least: 2, current: true }, equals: 0 }',
        '{ id: held, count: awards, where: { current: true }, equals: 0 }',
        '{ id: late, count: tasks, where: { extended: true, status: 销号 }, equals: 0 }',
        '{ id: apart, count: days_between_sessions, where: { from: s1, to: s2 }, equals: 85 }',
      ),
    );
    expect(problems).toEqual([]);
  });

  it('is a problem by a column that it does not have, with the nearest', async () => {
    expect(await printProblems(claims('{ id: two, count: holders, where: { hold: 2 }, equals: 0 }'))).toEqual([
      'programmes/board.yaml:7:41 “hold” in where is nothing to count by. Did you mean “holds”? Use one of: award, instrument, tone, kind, family, severity, session, period, year, dimension, holder, holder_type, task, batch, category, group, state, status, current, holds, awards, holds_at_least.',
    ]);
  });

  it('names sessions that there are', async () => {
    expect(await printProblems(claims('{ id: apart, count: days_between_sessions, where: { from: s1, to: s22 }, equals: 85 }'))).toEqual([
      expect.stringContaining('where.to “s22” is not a session that the portal knows. Did you mean “s2”?'),
    ]);
  });

  it('was printed in a document that there is', async () => {
    expect(await printProblems(claims('{ id: tasks, count: tasks, equals: 0, document: doc-1 }'))).toEqual([
      'programmes/board.yaml:7:53 document “doc-1” is not a document that the portal knows. Correct it, or add it to documents.',
    ]);
  });

  it('is chosen by ids, names and aliases alike, and keeps the underscores of ids', async () => {
    const tasks = 'tasks: { categories: [key_project, 底线 必保, { id: reform, name: { zh-CN: 重要改革, en: Key reform } }] }';
    const files = claims(
      '{ id: keys, count: tasks, where: { category: [key_project, 底线 必保, Key reform] }, equals: 2 }',
      '{ id: flags, count: awards, where: { instrument: 红旗, holder: 福田区, period: 2023年第三季度, state: revoked }, equals: 0 }',
    );
    const { portal, problems } = await parseFiles({
      ...files,
      'programmes/board.yaml': files['programmes/board.yaml'].replace('claims:', `${tasks}\nclaims:`),
      'tasks.csv': 'task,programme,title,category\nt1,board,修路,key_project\nt2,board,修桥,底线 必保\n',
    });
    expect(problems).toEqual([]);
    const [board] = portal?.programmes ?? [];
    expect(board?.tasks.map(({ category }) => category)).toEqual(['key_project', '底线-必保']);
    expect(board?.config.claims.map(({ of }) => of.where)).toEqual([
      { category: ['key_project', '底线-必保', 'reform'] },
      { instrument: ['flag'], holder: ['futian'], period: ['2023-Q3'], state: ['revoked'] },
    ]);
  });

  it('names categories that there are', async () => {
    const files = claims('{ id: keys, count: tasks, where: { category: key_projct }, equals: 0 }');
    const yaml = files['programmes/board.yaml'].replace('claims:', 'tasks: { categories: [key_project] }\nclaims:');
    expect(await printProblems({ ...files, 'programmes/board.yaml': yaml })).toEqual([
      expect.stringContaining('where.category “key_projct” is not a category that the portal knows. Did you mean “key_project”?'),
    ]);
  });

  it.each([
    ['tasks', '{ status: closde }', '47 where.status “closde” is not a stage or event that the portal knows. Did you mean “closed”?'],
    ['tasks', '{ outcome: close }', '48 “where.outcome” cannot be “close”. Did you mean “closed”?'],
    ['tasks', '{ lead: [futian, 罗胡区] }', '54 where.lead “罗胡区” is not a unit that the portal knows. Did you mean “罗湖区”?'],
    ['tasks', '{ overdue: yess }', '48 “where.overdue” cannot be “yess”. Use one of: true, false.'],
    ['awards', '{ tone: postive }', '46 “where.tone” cannot be “postive”. Did you mean “positive”?'],
    ['awards', '{ kind: crad }', '46 “where.kind” cannot be “crad”. Did you mean “card”?'],
    ['awards', '{ state: revokd }', '47 “where.state” cannot be “revokd”. Did you mean “revoked”?'],
    ['awards', '{ period: 2023-Q5 }', '48 where.period “2023-Q5” is not a period.'],
    ['holders', '{ holder: fution }', '49 where.holder “fution” is not a unit that the portal knows. Did you mean “Futian”?'],
    ['sessions', '{ status: finl }', '50 “where.status” cannot be “finl”. Did you mean “final”?'],
    ['filings', '{ kind: risk }', '47 where.kind “risk” is not a kind of filing that the portal knows.'],
  ])('of %s may not ask for %s, and is told where it does', async (count, where, told) => {
    const printed = await printProblems(claims(`{ id: one, count: ${count}, where: ${where}, equals: 0 }`));
    expect(printed).toEqual([expect.stringContaining(`programmes/board.yaml:7:${told}`)]);
  });

  it.each([
    'count: awards, where: { kind: order }',
    'count: units, where: { kind: [town, village] }',
    'count: filings, where: { outcome: rejected }',
  ])('may be none of what there might be: %s', async (count) => {
    const files = claims(`{ id: one, ${count}, equals: 0 }`);
    const yaml = files['programmes/board.yaml'].replace('claims:', 'filings: [{ id: risk }]\nclaims:');
    expect((await parseFiles({ ...files, 'programmes/board.yaml': yaml })).codes).toEqual([]);
  });

  it('is told of a word in the whole of a share at that word', async () => {
    expect(
      await printProblems(claims('{ id: one, count: tasks, share_of: { count: tasks, where: { stage: [closed, postd] } }, share: 0% }')),
    ).toEqual([expect.stringContaining('board.yaml:7:81 where.stage “postd” is not a stage or event that the portal knows. Did you mean “posted”?')]);
  });
});
