import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const awards = (instrument: string, ...rows: readonly string[]): Files => ({
  ...BASE,
  'programmes/board.yaml': `id: board\nname: 考核\ninstruments: [{ id: flag, name: 红旗${instrument} }]\n`,
  'scores.csv': 'programme,unit,period,score\nboard,futian,2023-Q3,1\n',
  'sessions.csv': 'programme,session,held_on,status,reason\nboard,s1,2023-08-16,,\nboard,s2,,not_held,防汛\nboard,s3,2023-11-09,,\n',
  'awards.csv': `award,programme,instrument,holder_type,holder,awarded_on\n${rows.join('\n')}\n`,
});

describe('an award with nothing but what it must have', () => {
  it('is taken where the file does not say how long it is held', async () => {
    const { portal, problems } = await parseFiles(awards('', 'w1,board,flag,unit,futian,2023-09-01'));
    expect(problems).toEqual([]);
    expect(portal?.programmes[0]?.awards[0]).toMatchObject({ period: null, session: null });
  });

  it('needs a period where the file says that it is held for one', async () => {
    expect(await printProblems(awards(', holding: period', 'w1,board,flag,unit,futian,2023-09-01'))).toEqual([
      'awards.csv:2:1 “红旗” is in force for a period, but this record names none. Fill in one of: 期次（period）, 会次（session）.',
    ]);
  });

  it('was given by the last session held by then, where it is held until the next', async () => {
    const rows = ['w1,board,flag,unit,futian,2023-10-01', 'w2,board,flag,unit,futian,2023-11-09', 'w3,board,flag,unit,futian,2023-01-01'];
    const { portal, problems } = await parseFiles(awards(', holding: until_next_session', ...rows));
    expect(problems).toEqual([]);
    expect(portal?.programmes[0]?.awards.map(({ session }) => session)).toEqual(['s1', 's3', null]);
  });

  it.each([
    ['2032-05-01', '2033-12-31,', []],
    ['2032-05-01', '2024-12-31,', ['awards.csv:2:7 有效期至 2024-12-31 lies before awarded_on 2032-05-01. Check both dates.']],
    [
      '2032-05-01',
      '2024-12-31,2024-02-01',
      ['awards.csv:2:6 awarded_on 2032-05-01 lies after 有效期至 2024-12-31, revoked_on 2024-02-01. Check these dates.'],
    ],
  ])('that was given on %s ends later, not on %s', async (day, ends, told) => {
    const files = awards('', `w1,board,flag,unit,futian,${day},${ends}`);
    expect(
      await printProblems({ ...files, 'awards.csv': (files['awards.csv'] as string).replace('awarded_on', 'awarded_on,有效期至,revoked_on') }),
    ).toEqual(told);
  });

  it('is one fault where its holder is of the wrong kind', async () => {
    expect((await parseFiles(awards('', 'w1,board,flag,task,futian,2023-09-01'))).codes).toEqual(['award-holder-type']);
  });
});

describe('an award of a session', () => {
  const given = (...rows: readonly string[]): Files => {
    const files = awards('', ...rows);
    return { ...files, 'awards.csv': (files['awards.csv'] as string).replace('awarded_on', 'session,awarded_on') };
  };

  it('has its day where the row gives none; the row’s own stands', async () => {
    const { portal, problems } = await parseFiles(given('w1,board,flag,unit,futian,s1,', 'w2,board,flag,unit,luohu,s1,2023-08-20'));
    expect(problems).toEqual([]);
    expect(portal?.programmes[0]?.awards.map(({ awardedOn }) => awardedOn)).toEqual(['2023-08-16', '2023-08-20']);
  });

  it('needs no column of days', async () => {
    const files = given('w1,board,flag,unit,futian,s3');
    const { portal, problems } = await parseFiles({ ...files, 'awards.csv': (files['awards.csv'] as string).replace(',awarded_on', '') });
    expect(problems).toEqual([]);
    expect(portal?.programmes[0]?.awards[0]?.awardedOn).toBe('2023-11-09');
  });

  it('needs a day of its own where its session has none, or where it names none', async () => {
    const rows = ['w1,board,flag,unit,futian,s2,', 'w2,board,flag,unit,luohu,s2,', 'w3,board,flag,unit,luohu,,'];
    expect(await printProblems(given(...rows), 'zh-CN')).toEqual([
      'awards.csv:2:7 这条记录没有授予日期，会次 s2 也没有召开日期。（共 2 行） 请填写其中一栏：awarded_on、session。填会次的，以 sessions 表里那次会的召开日期为准。',
      'awards.csv:4:7 这条记录没有授予日期。 请填写其中一栏：awarded_on、session。填会次的，以 sessions 表里那次会的召开日期为准。',
    ]);
  });

  it('was not given before that was held', async () => {
    expect(await printProblems(given('w1,board,flag,unit,futian,s1,2023-08-15'))).toEqual([
      'awards.csv:2:7 awarded_on 2023-08-15 lies before the day of session s1, 2023-08-16, which gave it. Check both dates and the session; leave this cell blank for the day of the session.',
    ]);
  });

  it('is told of an unknown session once, and not of a day that is missing as well', async () => {
    expect((await parseFiles(given('w1,board,flag,unit,futian,s9,'))).codes).toEqual(['session-unknown']);
    expect((await parseFiles(given('w1,board,flag,unit,futian,s1,8月'))).codes).toHaveLength(1);
  });
});

describe('what was revoked by one record and is in force by another', () => {
  const listed = async (...rows: readonly string[]): Promise<readonly string[]> => {
    const files = awards('', ...rows);
    const csv = (files['awards.csv'] as string).replace('awarded_on', 'awarded_on,revoked_on,period');
    return printProblems({ ...files, 'awards.csv': csv }, 'zh-CN');
  };

  it('is told, and how to make one record of both', async () => {
    expect(await listed('w1,board,flag,unit,futian,2023-09-01,,2023-Q3', 'w2,board,flag,unit,futian,2023-09-01,2023-12-01,')).toEqual([
      expect.stringMatching(/^awards\.csv:3:1 “w2”已撤销，awards\.csv 第 2 行的“w1”却仍有效：同一天授予同一对象的同一种。.*distinct: \[award\]/),
    ]);
  });

  it('may be two awards by two documents', async () => {
    const files = awards('', 'w1,board,flag,unit,futian,2023-09-01,,2023-Q3,d1', 'w2,board,flag,unit,futian,2023-09-01,2023-12-01,2023-Q3,d2');
    const csv = (files['awards.csv'] as string).replace('awarded_on', 'awarded_on,revoked_on,period,document');
    expect(await printProblems({ ...files, 'awards.csv': csv, 'documents.csv': 'document,title\nd1,甲\nd2,乙\n' })).toEqual([]);
  });

  it('may be two awards of two periods or days, or of another holder', async () => {
    const revoked = 'w2,board,flag,unit,futian,2023-09-01,2023-12-01,2023-Q2';
    expect(await listed('w1,board,flag,unit,futian,2023-09-01,,2023-Q3', revoked)).toEqual([]);
    expect(await listed('w1,board,flag,unit,futian,2023-09-02,,', revoked)).toEqual([]);
    expect(await listed('w1,board,flag,unit,luohu,2023-09-01,,', revoked)).toEqual([]);
  });
});
