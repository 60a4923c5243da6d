import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles } from './folder.ts';

const programme = (yaml: string): Files => ({
  ...BASE,
  'programmes/board.yaml': `id: board\nname: 考核\n${yaml}`,
  'scores.csv': 'programme,unit,period,score\nboard,futian,2023-01..08,80\nboard,luohu,2023-01..08,90\n',
});
const CARD = 'instruments: [{ id: card, name: 牌, source: recorded, holding: period }]\n';
const FLAG = 'instruments: [{ id: flag, name: 旗, source: recorded, holding: until_next_session }]\n';

describe('years to date, beside a cadence of less than a year,', () => {
  it('have adjustments and awards where they have scores', async () => {
    const adjustments = 'programme,unit,period,kind,points,reason\nboard,futian,2023-01..08,bonus,2,好\n';
    expect((await parseFiles({ ...programme('cadence: month\n'), 'adjustments.csv': adjustments })).codes).toEqual([]);
    const awards = 'award,programme,instrument,holder_type,holder,period,awarded_on\na1,board,card,unit,luohu,2023-01..08,2023-09-20\n';
    expect((await parseFiles({ ...programme(`cadence: month\n${CARD}`), 'awards.csv': awards })).codes).toEqual([]);
  });
});

describe('a revocation', () => {
  it('is not overlooked where the state says another thing', async () => {
    const awards =
      'award,programme,instrument,holder_type,holder,awarded_on,state,revoked_on\na1,board,card,unit,luohu,2023-01-01,active,2023-05-01\n';
    const card = 'instruments: [{ id: card, name: 牌, source: recorded, holding: until_revoked }]\n';
    const { portal, codes } = await parseFiles({ ...programme(`cadence: month\n${card}`), 'awards.csv': awards });
    expect(codes.length > 0 || portal?.programmes[0]?.awards[0]?.state === 'revoked').toBe(true);
  });
});

describe('a day of revocation', () => {
  const codesOf = async (state: string, day: string): Promise<readonly string[]> => {
    const awards = `award,programme,instrument,holder_type,holder,awarded_on,state,revoked_on\na1,board,card,unit,luohu,2023-01-01,${state},${day}\n`;
    const card = 'instruments: [{ id: card, name: 牌, source: recorded, holding: until_revoked }]\n';
    return (await parseFiles({ ...programme(`cadence: month\n${card}`), 'awards.csv': awards })).codes;
  };

  it('contradicts only what is said to be in force after it', async () => {
    expect(await codesOf('active', '2023-05-01')).toEqual(['award-not-revoked']);
    expect(await codesOf('active', '2999-05-01')).toEqual([]);
    expect(await codesOf('superseded', '2023-05-01')).toEqual([]);
    expect(await codesOf('annotated', '2023-05-01')).toEqual([]);
  });
});

describe('the session that gave what is held until the next', () => {
  const sessionOf = async (sessions: string): Promise<string | null | undefined> => {
    const files: Files = {
      ...BASE,
      'programmes/board.yaml': `id: board\nname: 考核\ncadence: session\n${FLAG}`,
      'scores.csv': 'programme,unit,period,score\n',
      'sessions.csv': `programme,session,ordinal,held_on,status\n${sessions}`,
      'awards.csv': 'award,programme,instrument,holder_type,holder,awarded_on\nf1,board,flag,unit,futian,2023-11-09\n',
    };
    return (await parseFiles(files)).portal?.programmes[0]?.awards[0]?.session;
  };

  it('is the last by date, whatever its number', async () => {
    expect(await sessionOf('board,s1,1,2023-08-16,final\nboard,s5,5,2023-09-15,final\nboard,s3,3,2023-11-09,final\n')).toBe('s3');
  });

  it('is one that was held', async () => {
    expect(await sessionOf('board,s1,1,2023-08-16,final\nboard,s2,2,2023-10-01,scheduled\n')).toBe('s1');
  });
});
