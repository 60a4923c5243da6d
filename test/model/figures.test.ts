import { describe, expect, it } from 'vitest';
import { FIGURE_STATUSES } from '../../src/model/portal.ts';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const programme = (yaml: string, scores: string): Files => ({
  ...BASE,
  'programmes/board.yaml': `id: board\nname: 考核\n${yaml}`,
  'scores.csv': `programme,unit,dimension,period,score,status\n${scores}`,
});

describe('a figure beside its status', () => {
  it('cannot be there where the unit is exempt', async () => {
    expect((await parseFiles(programme('', 'board,futian,,2023,90,exempt\n'))).codes).toEqual(['value-beside-status']);
    expect((await parseFiles(programme('', 'board,futian,,2023,,豁免\n'))).codes).toEqual([]);
  });
});

describe('years to date', () => {
  it('stand beside the scores of a cadence of less than a year, as a series of their own', async () => {
    const { portal, codes } = await parseFiles(programme('cadence: month\n', 'board,futian,,2023-08,1,\nboard,futian,,2023-01..08,2,\n'));
    expect(codes).toEqual([]);
    expect(portal?.programmes[0]?.scores.periods.map(({ id }) => id)).toEqual(['2023-08', '2023-01..08']);
    expect((await parseFiles(programme('cadence: year\n', 'board,futian,,2023-01..08,2,\n'))).codes).toEqual(['period-cadence']);
  });
});

describe('years to date in a programme of quarters', () => {
  const quarterly = (period: string): Files => programme('cadence: quarter\n', `board,futian,,2023-Q3,1,\nboard,futian,,${period},2,\n`);

  it.each(['2023年1-9月', '2023-01..06'])('end with one of them: %s', async (period) => {
    expect((await parseFiles(quarterly(period))).codes).toEqual([]);
  });

  it('are told of, once, where they end with none of its periods', async () => {
    const { problems } = await parseFiles(quarterly('2023年1-8月'));
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'period-ends-apart']]);
    expect(await printProblems(quarterly('2023年1-8月'))).toEqual([
      'scores.csv:3:4 period “2023年1-8月” is a year to date that ends with none of the periods of “考核”: it has a board of its own, apart from theirs. If one of its periods is meant, write that one; if not, leave it as it is.',
    ]);
  });
});

describe('a period that is none', () => {
  it('is told how those of its programme are written', async () => {
    expect(await printProblems(programme('cadence: month\n', 'board,futian,,soon,1,\n'))).toEqual([
      'scores.csv:2:4 period “soon” is not a period. Periods are written like 2023-09, 2023-01..09.',
    ]);
  });
});

describe('a session that is not there', () => {
  const sessions = { 'sessions.csv': 'programme,session,held_on\nboard,s1,2023-08-16\n' };

  it('is told as one, with the nearest', async () => {
    expect(await printProblems({ ...programme('', 'board,futian,,s9,1,\n'), ...sessions })).toEqual([
      'scores.csv:2:4 period “s9” is not a session that the portal knows. Did you mean “s1”? Correct it, or add it to sessions.',
    ]);
  });

  it('is no period where there are no sessions', async () => {
    expect((await parseFiles(programme('', 'board,futian,,s9,1,\n'))).codes).toEqual(['period-unknown']);
  });
});

describe('a portal without units', () => {
  it('is one fault, whatever refers to them', async () => {
    const { 'units.csv': _, ...rest } = BASE;
    expect((await parseFiles(rest)).codes).toEqual(['units-missing']);
    expect((await parseFiles({ ...rest, 'units.csv': 'unit,name\n' })).codes).toEqual(['units-missing']);
  });
});

describe('what stands below itself', () => {
  it('is a problem, once a circle', async () => {
    expect(await printProblems({ ...BASE, 'units.csv': 'unit,name,parent\nfutian,福田区,luohu\nluohu,罗湖区,third\nthird,丙,luohu\n' })).toEqual([
      'units.csv:3:1 parent leads in a circle: luohu → third → luohu. Remove one of the references.',
    ]);
    const tasks = 'task,programme,title,parent,carried_from\nt1,board,修路,t1,\nt2,board,修桥,,t3\nt3,board,修渠,,t2\n';
    expect((await parseFiles({ ...BASE, 'tasks.csv': tasks })).codes).toEqual(['parents-circle', 'parents-circle']);
  });
});

describe('dimensions without any weight', () => {
  const yaml = (ranking: string) => `dimensions: [{ id: work, name: 工作 }, { id: life, name: 民生 }]\n${ranking}`;
  const rows = 'board,futian,work,2023,1,\nboard,futian,life,2023,1,\n';

  it('count alike, and that is said', async () => {
    expect(await printProblems(programme(yaml(''), rows))).toEqual([
      'programmes/board.yaml:3:1 No dimension of “考核” has a weight, so that all 2 count alike. Give each its weight; if they are meant to count alike, write ranking.weights: relative.',
    ]);
  });

  it('are meant so where weights are relative, and do not matter without a computed total', async () => {
    expect((await parseFiles(programme(yaml('ranking: { weights: relative }\n'), rows))).codes).toEqual([]);
    expect((await parseFiles(programme(yaml('ranking: { overall: false }\n'), rows))).codes).toEqual([]);
    expect((await parseFiles(programme(yaml(''), 'board,futian,total,2023,1,\n'))).codes).toEqual([]);
  });
});

describe('columns that become rows', () => {
  const { 'scores.csv': _, ...rest } = BASE;
  const wide = (csv: string): Files => ({
    ...rest,
    'portal.yaml': `${rest['portal.yaml']}tables:
  scores:
    file: raw/wide.csv
    columns: { unit: 区 }
    constants: { programme: board }
    unpivot: { columns: { matches: ^2023 }, into: { name: period, value: score } }
`,
    'raw/wide.csv': csv,
  });

  it('are called by their own header where a figure is at fault, and by the column that they become where the header is', async () => {
    expect(await printProblems(wide('区,2023-Q1,2023-Q2\nfutian,1,八十\n'))).toEqual([
      expect.stringMatching(/^raw\/wide\.csv:2:3 2023-Q2 “八十” is not a number/),
    ]);
    expect(await printProblems(wide('区,2023-Q1,2023-Q5\nfutian,1,2\n'))).toEqual([
      expect.stringContaining('期次（period） “2023-Q5” is not a period.'),
    ]);
  });
});

describe('a blank figure', () => {
  const { 'scores.csv': _, ...rest } = BASE;
  const mapped = (keys: string, csv: string, constants = ''): Files => ({
    ...rest,
    'portal.yaml': `${rest['portal.yaml']}tables:
  scores:
    file: raw/x.csv
    constants: { programme: board, period: 2023-Q3${constants} }
    ${keys}
`,
    'raw/x.csv': csv,
  });
  const statuses = async (files: Files): Promise<readonly (string | undefined)[]> => {
    const { portal, problems } = await parseFiles(files);
    expect(problems).toEqual([]);
    const { status, units } = portal?.programmes[0]?.scores ?? { status: [], units: [] };
    return [...status].slice(-units.length).map((code) => FIGURE_STATUSES[code]);
  };

  it.each(['final', 'provisional', 'revised', 'estimated'])('needs a reason beside the status %s', async (status) => {
    expect((await parseFiles(programme('', `board,futian,,2023,,${status}\n`))).codes).toEqual(['figure-blank']);
  });

  it('beside a misspelt status is one fault', async () => {
    expect((await parseFiles(programme('', 'board,futian,,2023,,not_submited\n'))).codes).toEqual(['word-unknown']);
  });

  it('never takes the reason of a token that does not stand there', async () => {
    const files = mapped('missing: { c: suppressed, d: late }', 'unit,score\nfutian,\nluohu,d\n');
    expect(await printProblems(files)).toEqual([expect.stringMatching(/^raw\/x\.csv:2:2 score is blank, and nothing says why/)]);
    expect(await statuses(mapped('missing: { c: suppressed, "": late }', 'unit,score\nfutian,\nluohu,c\n'))).toEqual(['late', 'suppressed']);
    expect(await statuses(mapped('missing: ["-", ""]', 'unit,score\nfutian,-\nluohu,\n'))).toEqual(['not_submitted', 'not_submitted']);
  });

  it('takes a token’s reason where its status is blank, or the same for all rows', async () => {
    const csv = 'unit,score,status\nfutian,c,\nluohu,c,late\n';
    expect(await statuses(mapped('missing: { c: suppressed }', csv))).toEqual(['suppressed', 'late']);
    const constant = mapped('missing: { c: suppressed }', 'unit,score\nfutian,c\nluohu,7\n', ', status: final');
    expect(await statuses(constant)).toEqual(['suppressed', 'final']);
  });

  it('points at portal.yaml where a token’s reason is misspelt', async () => {
    expect(await printProblems(mapped('missing: { c: supressed }', 'unit,score\nfutian,c\nluohu,c\n'))).toEqual([
      expect.stringMatching(/^portal\.yaml:8:19 status “supressed” is not one of its words\. \(2 rows\) Did you mean “suppressed”\?/),
    ]);
  });
});

describe('a target and a plan', () => {
  it.each([
    ['10,-5', 7],
    ['0,10', 7],
    ['10,1e-320', 7],
    ['10,20', undefined],
    [',', undefined],
  ])('of %s keep their places where one cannot be divided by', async (pair, column) => {
    const { 'scores.csv': _, ...rest } = BASE;
    const { portal } = await parseFiles({
      ...rest,
      'indicators.csv': 'programme,indicator,name,direction\nboard,flow,流量,higher\n',
      'observations.csv': `programme,unit,indicator,period,value,target,planned\nboard,futian,flow,2023-Q3,5,${pair}\n`,
    });
    const [note] = portal?.programmes[0]?.observations.notes.values() ?? [];
    expect(note?.at?.planned.column).toBe(column);
  });
});

describe('revisions of a figure', () => {
  it('are kept from the oldest to the newest, in whatever order the rows have them', async () => {
    const row = (score: number, revision: number) => `board,futian,,2023,${score},,${revision}\n`;
    const files: Files = {
      ...programme('', ''),
      'scores.csv': `programme,unit,dimension,period,score,status,revision\n${row(30, 3)}${row(10, 1)}${row(40, 4)}${row(20, 2)}`,
    };
    const scores = (await parseFiles(files)).portal?.programmes[0]?.scores;
    expect([...(scores?.notes.values() ?? [])].map(({ revision, earlier }) => [revision, earlier.map(({ value }) => value)])).toEqual([
      [4, [10, 20, 30]],
    ]);
    expect([...(scores?.value ?? [])]).toContain(40);
  });
});

describe('the scale of an indicator', () => {
  it('is that of its values, their targets and their plans', async () => {
    const files: Files = {
      ...programme('', ''),
      'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,,2023,1\n',
      'indicators.csv': 'indicator,programme,name,direction,scale\nv,board,V,higher,100\n',
      'observations.csv': 'programme,unit,indicator,period,value,target,planned\nboard,futian,v,2023,0.57,0.9,0.6\n',
    };
    const observations = (await parseFiles(files)).portal?.programmes[0]?.observations;
    const [note] = [...(observations?.notes.values() ?? [])];
    expect([...(observations?.value ?? [])].filter((value) => !Number.isNaN(value))).toEqual([57]);
    expect([note?.target, note?.planned]).toEqual([90, 60]);
  });
});

describe('a setting that a message proposes', () => {
  const dated = (day: string): Files => ({ ...BASE, 'scores.csv': `programme,unit,period,score,published_on\nboard,futian,2023-Q3,1,${day}\n` });

  it('is that of the file at fault', async () => {
    expect(await printProblems(dated('20/1/2024'))).toEqual([
      'scores.csv:2:5 published_on “20/1/2024” has the day first, which says nothing of other dates unless the order is declared. Write 2024-01-20, or, if the whole file has the day first, say so in portal.yaml: tables: { scores: { file: scores.csv, dates: dmy } }',
    ]);
    expect((await printProblems(dated('2/1/2024'))).join()).toContain('tables: { scores: { file: scores.csv, dates: dmy } }');
    expect((await parseFiles(dated('1月20日'))).codes).toEqual(['date-without-year']);
  });
});

describe('a cell', () => {
  const scored = (score: string): Files => ({ ...BASE, 'scores.csv': `programme,unit,period,score\nboard,futian,2023-Q3,${score}\n` });

  it.each([
    ['', 'score is blank, and nothing says why.'],
    ['—', 'score is “—”, which means that there is no figure, and nothing says why.'],
    ['#DIV/0!', 'score “#DIV/0!” is what a formula gives that failed.'],
    ['90（注1）', 'The “（注1）” after score “90（注1）” looks like the mark of a footnote'],
  ])('with %j is told what stands there', async (score, message) => {
    expect((await printProblems(scored(score))).join('\n')).toContain(message);
  });

  it('of text may hold no failed formula', async () => {
    expect((await parseFiles({ ...BASE, 'units.csv': 'unit,name\nfutian,#REF!\nluohu,罗湖区\n' })).codes).toEqual(['cell-formula']);
  });

  it('that must be filled in is told what stands there instead', async () => {
    expect(await printProblems({ ...BASE, 'units.csv': 'unit,name\nfutian,—\nluohu,罗湖区\n' }, 'zh-CN')).toEqual([
      'units.csv:2:2 “name”是必填项，这里写的“—”表示没有数据。 请填写。',
    ]);
  });
});

describe('a date decades ahead', () => {
  it('is told once a text, and stops nothing', async () => {
    const files = {
      ...BASE,
      'scores.csv': `programme,unit,dimension,period,score,published_on\n${[
        'board,futian,work,2203-Q4,90,',
        'board,luohu,work,2203-Q4,80,',
        'board,futian,work,2023-Q3,90,2204-01-20',
        'board,luohu,work,2023-Q3,80,2204-01-20',
      ].join('\n')}\n`,
      'memberships.csv': 'programme,unit,group,from,to\nboard,futian,g,2020-01-01,9999-12-31\nboard,luohu,g,2020-01-01,9999-12-31\n',
    };
    expect((await parseFiles(files)).problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(await printProblems(files)).toEqual([
      'scores.csv:2:4 period “2203-Q4” is more than twenty years ahead; the year is probably mistyped. Check the year: what lies ahead is not published yet.',
      'scores.csv:4:6 published_on “2204-01-20” is more than twenty years ahead; the year is probably mistyped. (2 rows) Check the year: what lies ahead is not published yet.',
    ]);
  });
});
