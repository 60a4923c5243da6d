import { describe, expect, it } from 'vitest';
import { FIGURE_STATUSES } from '../../src/model/portal.ts';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const units = (languages: string, csv: string): Files => ({
  ...BASE,
  'portal.yaml': `title: T\npublisher: P\nlanguages: ${languages}\n`,
  'units.csv': `${csv}luohu,b${',b'.repeat((csv.split('\n')[0] ?? '').split(',').length - 2)}\n`,
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

  it('still needs a reason where a score should be', async () => {
    const files = { ...BASE, 'scores.csv': 'programme,unit,period,score,status\nboard,futian,2023-Q3,—,N/A\nboard,luohu,2023-Q3,90,\n' };
    expect(await printProblems(files)).toEqual([expect.stringMatching(/^scores\.csv:2:4 score is blank, and nothing says why\./)]);
  });

  it('stays what it is in names and prose, in ids, and where something must stand', async () => {
    const files = { ...BASE, 'units.csv': 'unit,name\nfutian,无\nluohu,N/A\n', 'programmes/board.yaml': `${BASE['programmes/board.yaml']}` };
    expect((await parseFiles(files)).portal?.units.map(({ name }) => name)).toEqual(['无', 'N/A']);
    expect(await printProblems({ ...files, 'scores.csv': 'programme,unit,period,score\nboard,—,2023-Q3,1\n' })).toEqual([
      expect.stringContaining('unit “—” is not a unit'),
    ]);
  });

  it('may be somebody’s id', async () => {
    const files = { ...BASE, 'units.csv': 'unit,name,parent\nfutian,福田区,NA\nluohu,罗湖区,\nNA,北区,\n' };
    expect((await parseFiles(files)).portal?.units[0]?.parent).toBe('NA');
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
