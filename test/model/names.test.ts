import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const scores = (...units: readonly string[]): Files => ({
  ...BASE,
  'units.csv': 'unit,name\nfutian,福田区\n002,西湖区\n003,东湖区\n',
  'scores.csv': `programme,unit,dimension,period,score\n${units.map((unit) => `board,${unit},work,2023-Q3,90\n`).join('')}`,
});

describe('a name that nothing answers to', () => {
  it.each([
    ['2', 'Did you mean “002”?'],
    ['南湖区', 'Did you mean “西湖区”, “东湖区”?'],
  ])('is told what was meant: %s', async (unit, message) => {
    expect(await printProblems(scores(unit))).toEqual([expect.stringContaining(message)]);
  });

  it('is told what was meant where a space divides letters', async () => {
    const files = {
      ...BASE,
      'units.csv': 'unit,name\nfutian,Fu Tian\nluohu,罗湖区\n',
      'scores.csv': 'programme,unit,dimension,period,score\nboard,F u Tian,work,2023-Q3,9\n',
    };
    expect(await printProblems(files)).toEqual([expect.stringContaining('Did you mean “Fu Tian”')]);
  });

  it('is told of a character that nobody sees', async () => {
    expect(await printProblems(scores('福\u200b田区'))).toEqual([
      'scores.csv:2:2 unit “福<U+200B>田区” holds a character that nobody sees. Delete it, so that “福田区” is left.',
    ]);
  });

  it.each(['合计', '合 计', 'Total', '平均', '全市'])('is told to be no unit where it sums up the others: %s', async (unit) => {
    expect((await parseFiles(scores(unit))).codes).toEqual(['unit-summary']);
  });

  it('is told once where a character of it was lost', async () => {
    expect((await parseFiles(scores('西湖\ufffd'))).codes).toEqual(['encoding-damaged']);
    expect((await parseFiles({ ...BASE, 'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区\n西\ufffd,西湖区\n' })).codes).toEqual([
      'encoding-damaged',
    ]);
  });
});

it.each(['福 田 区', '福　田　区', '福田 区'])('a Chinese name may be padded with spaces: %s', async (unit) => {
  expect((await parseFiles(scores(unit))).codes).toEqual([]);
  const padded = { ...scores('福田区'), 'units.csv': `unit,name\nfutian,${unit}\n` };
  expect((await parseFiles(padded)).codes).toEqual([]);
});

it('what was meant by a session is still told where hundreds of periods are none', async () => {
  const quarters = Array.from({ length: 100 }, (_, i) => `${1990 + (i >> 2)}-Q${(i % 4) + 1}`);
  const files = {
    ...BASE,
    'programmes/board.yaml': `${BASE['programmes/board.yaml']}instruments: [{ id: red, name: 红 }]\n`,
    'sessions.csv': 'programme,session,held_on,reviews\nboard,meeting-1,2023-10-15,2023-Q3\n',
    'scores.csv': `programme,unit,dimension,period,score\n${quarters.map((quarter) => `board,futian,work,${quarter},90\n`).join('')}`,
    'awards.csv': 'award,programme,instrument,holder_type,holder,session,awarded_on\nx,board,red,unit,futian,meting-1,2023-10-15\n',
  };
  expect(await printProblems(files)).toEqual([expect.stringContaining('Did you mean “meeting-1”?')]);
});

describe('a file that is read as it is', () => {
  const units = (csv: string): Files => ({
    ...BASE,
    'portal.yaml': `${BASE['portal.yaml']}tables: { units: { file: raw/u.csv, columns: { unit: Council, name: Council } } }\n`,
    'raw/u.csv': csv,
    'scores.csv': 'programme,unit,dimension,period,score\n',
  });

  it('is told how ids are made of its names', async () => {
    const { 'units.csv': _, ...files } = units('Council\nEilean Siar\n');
    expect(await printProblems(files)).toEqual([
      'raw/u.csv:2:1 Council “Eilean Siar” is a name, which cannot be an id as it stands. Write make_id: [unit] under tables, and ids are made of names, here Eilean-Siar.',
    ]);
  });

  it('is told how its words are turned into those of the table', async () => {
    const portal = `tables: { indicators: { file: raw/i.csv, columns: { indicator: Code, name: Code, direction: Type }, constants: { programme: board } } }\n`;
    const files = { ...BASE, 'portal.yaml': `${BASE['portal.yaml']}${portal}`, 'raw/i.csv': 'Code,Type\nc,Ascending\n' };
    expect((await printProblems(files)).join()).toContain('turn its words into these with replace under tables');
  });
});

it('a code that a spreadsheet program rounded is refused', async () => {
  expect((await parseFiles({ ...BASE, 'units.csv': 'unit,name,code\nfutian,福田区,1.1010E+11\nluohu,罗湖区,440303\n' })).codes).toEqual([
    'code-rounded',
  ]);
});

describe('two units of one name', () => {
  const told = async (rows: string): Promise<readonly string[]> =>
    (await parseFiles({ ...BASE, 'units.csv': `unit,name,parent,valid_from,valid_to\nfutian,福田区,,,\nluohu,罗湖区,,,\n${rows}` })).problems.map(
      ({ code }) => code,
    );

  it('are told, since the site shows two', async () => {
    expect(await told('ft,福 田 区,,,\n')).toEqual(['unit-namesake']);
    const files = { ...BASE, 'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区\nft,福田区\n' };
    expect(await printProblems(files, 'zh-CN')).toEqual([
      'units.csv:4:1 单位“福田区”有两个编号：ft，还有 units.csv 第 2 行的 futian。 是同一个单位的，网站上会成为两个，请只留一个编号；不是的，请写明各自的上级单位（parent）、类别（kind）或代码（code），读者凭此分辨。',
    ]);
  });

  it('may be below different units, or one after the other', async () => {
    expect(await told('a,城关镇,futian,,\nb,城关镇,luohu,,\n')).toEqual([]);
    expect(await told('a,新区,,,2020-12-31\nb,新区,,2021-01-01,\n')).toEqual([]);
  });

  it('may have official codes of their own; one code is one unit', async () => {
    const coded = async (one: string, other: string): Promise<readonly string[]> => {
      const units = `unit,name,code\nfutian,福田区,${one}\nluohu,罗湖区,\nft,福田区,${other}\n`;
      return (await parseFiles({ ...BASE, 'units.csv': units })).codes;
    };
    expect(await coded('440304', '440305')).toEqual([]);
    expect(await coded('440304', '')).toEqual(['unit-namesake']);
    expect(await coded('440304', '440304')).toContain('unit-namesake');
  });

  it('may be of different kinds, or one may have come out of the other', async () => {
    const files = { ...BASE, 'units.csv': 'unit,name,kind\nfutian,福田区,区\nluohu,罗湖区,区\nft,福田区,法院\n' };
    expect((await parseFiles(files)).codes).toEqual([]);
    const events = { ...BASE, 'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区\nft,福田区\n' };
    expect((await parseFiles({ ...events, 'unit_events.csv': 'unit,date,type,successors\nft,2020-01-01,merge,futian\n' })).codes).toEqual([]);
  });
});
