import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

/** A programme of two dimensions: `work` has scores, `life` is scored from its indicators. */
const files = (life: string, indicators: readonly string[], observations: readonly string[] = []): Files => ({
  ...BASE,
  'programmes/board.yaml': `name: 考核\ncadence: quarter\ndimensions:\n  - { id: work, name: 工作, weight: 60 }\n  - { id: life, name: 民生, weight: 40${life} }\n`,
  'indicators.csv': ['programme,indicator,dimension,name,direction,weight', ...indicators, ''].join('\n'),
  ...(observations.length > 0 && { 'observations.csv': ['programme,unit,indicator,period,value', ...observations, ''].join('\n') }),
});

describe('an indicator that would count for nothing', () => {
  it('is one with a weight and no dimension', async () => {
    expect(await printProblems(files(', scoring: minmax', ['board,wait,,候诊时间,lower,100', 'board,beds,life,床位,higher,100']))).toEqual([
      'indicators.csv:2:1 “候诊时间” has a weight but belongs to no dimension, so that its figures would count for nothing. Fill in the column dimension: 工作, 民生. If it is only shown and not scored, leave its weight blank.',
    ]);
    expect((await parseFiles(files(', scoring: minmax', ['board,wait,,a,lower,', 'board,beds,life,b,higher,100']))).codes).toEqual([]);
    expect((await parseFiles(files('', ['board,wait,,a,lower,100']))).codes).toEqual([]);
  });

  it('is one without a weight beside others that have one', async () => {
    const halves = ['board,wait,life,候诊时间,lower,100', 'board,beds,life,床位,higher,', 'board,staff,life,医师,higher,'];
    expect(await printProblems(files(', scoring: minmax', halves), 'zh-CN')).toEqual([
      'indicators.csv:3:1 “民生”的指标有的写了权重，床位、医师 没有写，因此一分也不计。 请为每个指标写上权重；确实不计分的，写 0。',
    ]);
    expect((await parseFiles(files(', scoring: minmax', ['board,wait,life,a,lower,', 'board,beds,life,b,higher,']))).codes).toEqual([]);
    expect((await parseFiles(files(', scoring: minmax', ['board,wait,life,a,lower,100', 'board,beds,life,b,higher,0']))).codes).toEqual([]);
  });

  it('may not weigh less than nothing', async () => {
    const { codes } = await parseFiles(files(', scoring: minmax', ['board,wait,life,a,lower,150', 'board,beds,life,b,higher,-50']));
    expect(codes).toEqual(['weight-negative']);
  });
});

describe('a dimension in which nobody can have a score', () => {
  it('has a way of scoring, but no indicators', async () => {
    expect((await parseFiles(files(', scoring: minmax', []))).codes).toEqual(['dimension-without-indicators']);
    expect((await parseFiles(files(', scoring: minmax, from: 2030-01-01', []))).codes).not.toContain('dimension-without-indicators');
  });

  it('has indicators with values, but no way of scoring and no scores', async () => {
    const own = ['board,wait,life,a,lower,60', 'board,beds,life,b,higher,40'];
    const values = ['board,futian,wait,2023-Q3,4', 'board,futian,beds,2023-Q3,9'];
    expect((await parseFiles(files('', own, values))).codes).toEqual(['dimension-unscored']);
    expect((await parseFiles(files(', scoring: minmax', own, values))).codes).toEqual([]);
    const scored = files('', own, values);
    expect((await parseFiles({ ...scored, 'scores.csv': `${scored['scores.csv']}board,futian,life,2023-Q3,80,\n` })).codes).toEqual([]);
  });
});

describe('percentages', () => {
  const values = (unit: string, scale: string, ...cells: readonly string[]): Files => ({
    ...BASE,
    'programmes/board.yaml': 'name: 考核\ncadence: quarter\ndimensions: { from: indicators }\n',
    'scores.csv': 'programme,unit,dimension,period,score\n',
    'indicators.csv': `programme,indicator,name,direction,unit_label,scale\nboard,cover,参保率,higher,${unit},${scale}\n`,
    'observations.csv': [
      'programme,unit,indicator,period,value',
      ...cells.map((cell, i) => `board,${['futian', 'luohu'][i]},cover,2023-Q3,${cell}`),
      '',
    ].join('\n'),
  });

  it.each([
    ['%', '', ['0.952', '93.1%'], ['percent-mixed']],
    ['', '', ['93.1%', '0.952'], ['percent-mixed']],
    ['%', '', ['95.2', '93.1%'], []],
    ['%', '', ['0.5', '0.8%'], []],
    ['%', '', ['0.8', '1.2%'], []],
    ['pct', '', ['3.5', '4.8%'], []],
    ['%', '', ['0', '93.1%'], []],
    ['%', '', ['95.2%', '93.1％'], []],
    ['', '', ['95.2%', '93.1%'], []],
    ['亿元', '', ['3.5', '4.8%'], ['percent-unit']],
    ['个百分点', '', ['3.5', '4.8%'], []],
    ['%', '100', ['0.952', '93.1%'], ['percent-scaled', 'percent-mixed']],
    ['%', '100', ['0.952', '0.931'], []],
  ])('in %j, scale %j: %j', async (unit, scale, cells, codes) => {
    expect((await parseFiles(values(unit, scale, ...cells))).codes).toEqual(codes);
  });
});

describe('a year that is mistyped', () => {
  const scores = (...rows: readonly string[]): Files => ({
    ...BASE,
    'scores.csv': ['programme,unit,dimension,period,score,status,published_on', ...rows, ''].join('\n'),
  });

  it('is told where a figure was published before its period began', async () => {
    expect(await printProblems(scores('board,futian,work,2032-Q3,90,,2023-10-10'))).toEqual([
      'scores.csv:2:7 Published on 2023-10-10, before the period 2032-Q3 began (2032-07-01). Check the year of the period, and of the day of publication.',
    ]);
    expect((await parseFiles(scores('board,futian,work,2023-Q3,90,,2013-10-10'))).codes).toEqual(['published-before-period']);
    expect((await parseFiles(scores('board,futian,work,2023-Q3,90,,2023-09-10'))).codes).toEqual([]);
  });

  it('is told once where a figure is of a period to come, and not of a forecast', async () => {
    const { problems } = await parseFiles(scores('board,futian,work,2025-Q3,90,,', 'board,luohu,work,2025-Q3,80,,'));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['period-ahead', 'warning']]);
    expect((await parseFiles(scores('board,futian,work,2025-Q3,90,estimated,'))).codes).toEqual([]);
  });

  it('is told where something is said to have happened', async () => {
    const tasks = (milestones: string, progress: string): Files => ({
      ...BASE,
      'programmes/board.yaml': `${BASE['programmes/board.yaml']}tasks: {}\n`,
      'tasks.csv': 'programme,task,title,posted_on,due_on\nboard,t1,修路,2023-01-01,2024-12-31\n',
      'milestones.csv': `task,milestone,title,due_on,done_on\nt1,m1,选址,2024-02-28,${milestones}\n`,
      'progress.csv': `task,as_of,actual,planned\nt1,${progress}\n`,
    });
    expect((await parseFiles(tasks('2042-02-20', '2023-12-31,30,40'))).codes).toContain('date-ahead');
    expect((await parseFiles(tasks('2024-02-20', '2042-12-31,30,40'))).codes).toContain('date-ahead');
    expect((await parseFiles(tasks('2024-02-20', '2024-12-31,,100'))).codes).toEqual([]);
    expect((await parseFiles(tasks('2024-02-20', '2023-12-31,30,40'))).codes).toEqual([]);
  });
});
