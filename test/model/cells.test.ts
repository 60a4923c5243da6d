import { describe, expect, it } from 'vitest';
import { FIGURE_STATUSES } from '../../src/model/portal.ts';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const units = (languages: string, csv: string): Files => ({
  ...BASE,
  'portal.yaml': `title: T\npublisher: P\nlanguages: ${languages}\n`,
  'units.csv': `${csv}luohu,b${',b'.repeat((csv.split('\n')[0] ?? '').split(',').length - 2)}\n`,
});

it('a table in YAML may have no rows yet', async () => {
  const empty = { 'sessions.yaml': '[]\n', 'tasks.yaml': '# none\n', 'observations.yaml': '[]\n' };
  expect((await parseFiles({ ...BASE, ...empty })).codes).toEqual([]);
});

describe('a word for nothing', () => {
  it('is a blank in cells of numbers, dates, periods, words and references', async () => {
    const { portal, problems } = await parseFiles({
      ...BASE,
      'units.csv': 'unit,name,parent,order,valid_to,aliases,code\nfutian,福田区,—,/,无,——,暂无\nluohu,罗湖区,－,－,N/A,无,n/a\n',
      'scores.csv':
        'programme,unit,dimension,period,score,status,published_on\nboard,futian,—,2023-Q3,90,—,/\nboard,luohu,无,2023-Q3,—,未报送,N/A\nboard,luohu,work,2023-Q3,/,late,无\n',
      'sessions.csv': 'programme,session,held_on,reviews,status\nboard,s1,2023-10-08,—,-\n',
    });
    expect(problems).toEqual([]);
    expect(portal?.units[0]).toMatchObject({ parent: null, validTo: null, aliases: [], code: null });
    const scores = portal?.programmes[0]?.scores;
    expect([...(scores?.value ?? [])].slice(-2)).toEqual([90, Number.NaN]);
    expect([...(scores?.status ?? [])].map((code) => FIGURE_STATUSES[code])).toEqual(['none', 'late', 'none', 'none', 'final', 'not_submitted']);
    expect(portal?.programmes[0]?.sessions[0]?.reviews).toBeNull();
  });

  it('is a blank in prose that may be left out, in every language', async () => {
    const { portal, problems } = await parseFiles({
      ...BASE,
      'tasks.csv':
        'task,programme,title,title_en,target_text,target_text_en,unit_label,note\nt1,board,修渠,—,—,N/A,/,-\nt2,board,修路,Road,无,A road,NA,暂无\n',
      'milestones.csv': 'task,milestone,title,due_on,evidence\nt1,m1,设计,2023-09-01,无\n',
    });
    expect(problems).toEqual([]);
    const [first, second] = portal?.programmes[0]?.tasks ?? [];
    expect(first).toMatchObject({ title: '修渠', targetText: null, unitLabel: null, note: null });
    expect(first?.milestones[0]).toMatchObject({ title: '设计', evidence: null });
    expect(second).toMatchObject({ title: { 'zh-CN': '修路', en: 'Road' }, targetText: { en: 'A road' }, unitLabel: 'NA', note: null });
  });

  it('still needs a reason where a score should be', async () => {
    const files = { ...BASE, 'scores.csv': 'programme,unit,period,score,status\nboard,futian,2023-Q3,—,N/A\nboard,luohu,2023-Q3,90,\n' };
    expect(await printProblems(files)).toEqual([
      expect.stringMatching(/^scores\.csv:2:4 score is “—”, which means that there is no figure, and nothing says why\./),
    ]);
  });

  it.each(['—', '无', 'N/A', 'null'])('such as %s is no name and no reason where there must be one', async (word) => {
    const adjustments = `programme,unit,period,kind,points,reason,reason_en\nboard,futian,2023-Q3,bonus,1,${word},${word}\n`;
    expect((await parseFiles({ ...BASE, 'adjustments.csv': adjustments })).codes).toEqual(['cell-nothing']);
    expect(await printProblems({ ...BASE, 'units.csv': `unit,name\nfutian,福田区\nluohu,${word}\n` })).toEqual([
      `units.csv:3:2 name must be filled in, and “${word}” means that there is nothing. Fill it in.`,
    ]);
  });

  it('is told as such in references and periods', async () => {
    expect(await printProblems({ ...BASE, 'scores.csv': 'programme,unit,period,score\nboard,—,2023-Q3,1\n' })).toEqual([
      expect.stringContaining('unit must be filled in, and “—” means that there is nothing.'),
    ]);
    expect((await parseFiles({ ...BASE, 'scores.csv': 'programme,unit,period,score\nboard,futian,—,1\n' })).codes).toEqual(['cell-nothing']);
  });

  it('may be somebody’s id', async () => {
    const files = { ...BASE, 'units.csv': 'unit,name,parent\nfutian,福田区,NA\nluohu,罗湖区,\nNA,北区,\n' };
    expect((await parseFiles(files)).portal?.units[0]?.parent).toBe('NA');
  });
});

describe('a number', () => {
  it.each([
    ['９O', '90'],
    ['9O.5', '90.5'],
    ['l2', '12'],
  ])('%s may hold a letter for a digit', async (text, meant) => {
    const files = { ...BASE, 'scores.csv': `programme,unit,period,score\nboard,futian,2023-Q3,${text}\n` };
    expect(await printProblems(files)).toEqual([
      `scores.csv:2:4 score “${text}” is not a number. A letter stands among the digits: did you mean “${meant}”? Write digits, and no unit behind them. Leave the cell blank where there is no figure, and say why in status.`,
    ]);
  });
});

describe('a cell that is no number', () => {
  const told = (csv: string, portal = ''): Promise<readonly string[]> =>
    printProblems({ ...BASE, 'portal.yaml': `${BASE['portal.yaml']}${portal}`, 'scores.csv': csv });

  it('is asked about its footnote', async () => {
    expect(await told('programme,unit,period,score\nboard,futian,2023-Q3,85①\n')).toEqual([
      'scores.csv:2:4 The “①” after score “85①” looks like the mark of a footnote, not like part of the number. Remove the mark; what the note says belongs in a column such as note.',
    ]);
  });

  it('is told of the decimal mark and of the minus', async () => {
    expect(await told('programme,unit,period,score\nboard,futian,2023-Q3,"12,5"\nboard,luohu,2023-Q3,(5)\n')).toEqual([
      expect.stringContaining('is not a number. The decimal mark is a point: 12.5, not 12,5;'),
      expect.stringContaining('is not a number. Write a negative number with a minus: -5, not (5).'),
    ]);
  });

  it('or may be two, where semicolons part the cells, until the mapping says which', async () => {
    const csv = 'programme;unit;period;score\nboard;futian;2023-Q3;99,125\n';
    expect(await told(csv)).toEqual([expect.stringMatching(/^scores\.csv:2:4 score “99,125” is either thousands or a fraction/)]);
    for (const [decimal, value] of [
      [',', 99.125],
      ['.', 99125],
    ] as const) {
      const { portal, problems } = await parseFiles({
        ...BASE,
        'portal.yaml': `${BASE['portal.yaml']}tables: { scores: { file: scores.csv, decimal: "${decimal}" } }\n`,
        'scores.csv': csv,
      });
      expect(problems).toEqual([]);
      expect([...(portal?.programmes[0]?.scores.value ?? [])].filter((one) => !Number.isNaN(one))).toEqual([value]);
    }
  });
});

describe('a score', () => {
  it('has a note, with or without a value', async () => {
    const { portal, problems } = await parseFiles({
      ...BASE,
      'scores.csv': 'programme,unit,period,score,status,备注,note_en\nboard,futian,2023-Q3,,未报送,系统迁移,Systems were moved\n',
    });
    expect(problems).toEqual([]);
    expect(portal?.programmes[0]?.scores.notes.values().next().value?.note).toEqual({ 'zh-CN': '系统迁移', en: 'Systems were moved' });
  });
});

describe('a period without its year', () => {
  it.each([
    ['二季度', '2023年二季度, 2023-Q2'],
    ['第二季度', '2023年第二季度, 2023-Q2'],
    ['Q2', '2023-Q2'],
    ['上半年', '2023年上半年, 2023-H1'],
    ['9月', '2023年9月, 2023-09'],
  ])('%s is told what is missing', async (text, examples) => {
    const files = { ...BASE, 'scores.csv': `programme,unit,period,score\nboard,futian,${text},1\nboard,luohu,${text},1\n` };
    expect(await printProblems(files)).toEqual([`scores.csv:2:3 period “${text}” does not say the year. (2 rows) Add it, as in ${examples}.`]);
  });

  it.each(['今年', '3', 's', '2023-13'])('%s is none', async (text) => {
    expect((await parseFiles({ ...BASE, 'scores.csv': `programme,unit,period,score\nboard,futian,${text},1\n` })).codes).toEqual(['period-unknown']);
  });
});

describe('a name in several languages', () => {
  it('is in the first language where no header says otherwise', async () => {
    const { portal } = await parseFiles(units('[en, zh-CN]', 'unit,name,name_zh\nfutian,Delta,丁\n'));
    expect(portal?.units[0]?.name).toEqual({ en: 'Delta', 'zh-CN': '丁' });
  });

  it('leaves the first language to the column that names it', async () => {
    const { portal } = await parseFiles(units('[en, zh-CN]', 'unit,name,name_en\nfutian,丁,Delta\n'));
    expect(portal?.units[0]?.name).toEqual({ 'zh-CN': '丁', en: 'Delta' });
  });

  it('is found by a bare name although every language has a column', async () => {
    const { portal, problems } = await parseFiles({
      ...units('[en]', 'unit,name,name_en\nfutian,丁,Delta\n'),
      'scores.csv': 'programme,unit,period,score\nboard,丁,2023-Q3,1\n',
    });
    expect(problems).toEqual([]);
    expect(portal?.units[0]?.name).toEqual({ und: '丁', en: 'Delta' });
  });

  it('is plain text where a row has the first language only', async () => {
    const { portal } = await parseFiles(units('[zh-CN, en]', 'unit,name,name_en\nfutian,丁,\n'));
    expect(portal?.units[0]?.name).toBe('丁');
  });
});

it.each(['', '# every one of them is decided\n', '[]\n'])('a list in YAML of which no row is left lacks no columns: %j', async (text) => {
  expect((await parseFiles({ ...BASE, 'appeals.yaml': text })).codes).toEqual([]);
});
