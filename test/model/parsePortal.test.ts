import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { modelProblems } from '../../src/i18n/zh-CN/modelProblems.ts';
import { membersOf } from '../../src/model/members.ts';
import { FIGURE_STATUSES } from '../../src/model/portal.ts';
import { unitNameOn } from '../../src/model/unitLife.ts';
import { BASE, parseFiles, printProblems } from './folder.ts';

const scores = (...rows: readonly string[]) => ({ ...BASE, 'scores.csv': `programme,unit,dimension,period,score,status\n${rows.join('\n')}\n` });
const programme = (yaml: string) => ({
  ...BASE,
  'programmes/board.yaml': `id: board\nname: 考核\n${yaml}`,
  'scores.csv': 'programme,unit,period,score\nboard,futian,2023-Q3,1\n',
});

describe('a portal without a fault', () => {
  it('has its figures in dense arrays, a blank as NaN with its reason', async () => {
    const { portal, problems } = await parseFiles(BASE);
    expect(problems).toEqual([]);
    const figures = portal?.programmes[0]?.scores;
    expect(figures?.measures).toEqual(['work', 'life', 'total']);
    expect([...(figures?.value ?? [])].slice(0, 2)).toEqual([90, Number.NaN]);
    expect([...(figures?.status ?? [])].slice(0, 2).map((code) => FIGURE_STATUSES[code])).toEqual(['final', 'not_submitted']);
  });

  it('is as of the newest date in its data that is not in the future', async () => {
    expect((await parseFiles(scores('board,futian,work,2023-Q3,1,', 'board,futian,work,2024-Q4,1,'))).portal?.asOf).toBe('2023-09-30');
    expect((await parseFiles(BASE, 'today')).portal?.asOf).toBe('2024-06-30');
    expect((await parseFiles(BASE, '2023-11-01')).portal?.asOf).toBe('2023-11-01');
  });

  it('keeps text in both languages', async () => {
    expect((await parseFiles(BASE)).portal?.units[0]?.name).toEqual({ 'zh-CN': '福田区', en: 'Futian' });
  });

  it('takes ids as they are written, also where YAML sees numbers', async () => {
    const { portal } = await parseFiles({ ...programme('dimensions: [{ id: 0123, name: 1.10 }]\n') });
    expect(portal?.programmes[0]?.config.dimensions[0]).toMatchObject({ id: '0123', name: '1.10' });
  });

  it('multiplies values and targets by the scale of their indicator, as a person would', async () => {
    const { 'scores.csv': _, ...rest } = BASE;
    const shares = (scale: string) => ({
      ...rest,
      'programmes/board.yaml': 'name: 考核\ndimensions: { from: indicators }\n',
      'indicators.csv': `programme,indicator,name,direction,target,显示倍数\nboard,share,比例,适度,0.07,${scale}\n`,
      'observations.csv': 'programme,unit,indicator,period,value,target\nboard,futian,share,2022,0.57,0.29\n',
    });
    const { portal, problems } = await parseFiles(shares('100'));
    expect(problems).toEqual([]);
    const [board] = portal?.programmes ?? [];
    expect(board?.indicators[0]).toMatchObject({ target: 7, scale: 100 });
    expect([...(board?.observations.value ?? [])]).toEqual([57]);
    expect([...(board?.observations.notes.values() ?? [])][0]?.target).toBe(29);
    expect(await printProblems(shares('0'))).toEqual([
      'indicators.csv:2:6 显示倍数 “0” is not above zero. Write what values are to be multiplied by, such as 100 for shares given as fractions of one, or leave it blank.',
    ]);
  });

  it('makes groups, categories and dimensions out of rows where the file lists none', async () => {
    const { 'scores.csv': _, ...rest } = BASE;
    const { portal, problems } = await parseFiles({
      ...rest,
      'programmes/board.yaml': 'name: 考核\ngroups: { from: memberships }\ndimensions: { from: indicators }\n',
      'memberships.csv': 'programme,group,unit,from,to\nboard,区 县,futian,,2023-06-30\nboard,区 县,luohu,,\n',
      'indicators.csv': 'programme,indicator,name,direction\nboard,gdp,生产总值,越高越好\n',
      'observations.csv': 'programme,unit,indicator,period,value\nboard,福田区,生产总值,2023,"1,000"\nboard,futian,gdp,2022,900\n',
      'tasks.csv': 'task,programme,title,category,due_on\nt1,board,修路,民生,2023年8月下旬\n',
    });
    expect(problems).toEqual([]);
    const [board] = portal?.programmes ?? [];
    expect(board?.config.groups).toEqual([{ id: '区-县', name: '区 县', note: null, dimensions: null, fromRows: true }]);
    expect(board?.config.tasks?.categories.map(({ id }) => id)).toEqual(['民生']);
    expect(board?.tasks[0]?.dueOn).toEqual({ date: '2023-08-31', text: '2023年8月下旬' });
    expect([...(board?.observations.value ?? [])]).toEqual([900, Number.NaN, 1000, Number.NaN]);
    const period = board?.observations.periods[1];
    expect(board && period && membersOf(board, '区-县', period).map(({ id }) => id)).toEqual(['luohu']);
  });

  it('keeps earlier revisions of a figure', async () => {
    const rows = 'programme,unit,dimension,period,score,revision\nboard,futian,work,2023-Q3,95,2\nboard,futian,work,2023-Q3,90,1\n';
    const figures = (await parseFiles({ ...BASE, 'scores.csv': rows })).portal?.programmes[0]?.scores;
    expect(figures?.value[0]).toBe(95);
    expect(figures?.notes.get(0)).toMatchObject({ revision: 2, earlier: [{ value: 90, revision: 1, status: 'final' }] });
  });

  it.each(['更名', '调整类别'])('calls a unit by its old name before an event of type %s that changed it, and finds it by both', async (type) => {
    const { portal, problems } = await parseFiles({
      ...scores('board,老福田,work,2023-Q1,1,', 'board,福田区,work,2023-Q3,2,'),
      'unit_events.csv': `unit,date,type,from_name,to_name\nfutian,2023-05-01,${type},老福田,福田区\n`,
    });
    expect(problems).toEqual([]);
    const unit = portal?.unitById.get('futian');
    expect(unit && [unitNameOn(unit, '2023-03-31'), unitNameOn(unit, '2023-05-01')]).toEqual(['老福田', { 'zh-CN': '福田区', en: 'Futian' }]);
  });

  it('never keeps a person', async () => {
    const { portal } = await parseFiles({
      ...programme('instruments: [{ id: talk, name: 约谈, holder: person, holding: event }]\n'),
      'awards.csv': 'award,programme,instrument,holder_type,holder,awarded_on\na1,board,约谈,个人,张三,2023-09-01\n',
    });
    expect(portal?.programmes[0]?.awards[0]).toMatchObject({ holder: null, holderType: 'person' });
    expect(JSON.stringify(portal?.programmes[0]?.awards)).not.toContain('张三');
  });

  it('reads predicates side by side as all of them, and bare words as lists', async () => {
    const { portal, problems } = await parseFiles(
      programme(`instruments:
  - { id: red, name: 红, rule: { rank: { n: 1 }, except: [{ status: exempt }], tie_at_cut: exclude, min_group: 4 } }
  - { id: order, name: 令, source: computed, rule: { instrument: { id: red, within: [2, 3] } } }
`),
    );
    expect(problems).toEqual([]);
    const [red, order] = portal?.programmes[0]?.config.instruments ?? [];
    expect(red?.rule).toEqual({
      when: {
        type: 'all',
        of: [
          { type: 'rank', from: 'top', n: 1, share: null, within: 'group', on: null },
          { type: 'except', of: [{ type: 'status', of: ['exempt'] }] },
        ],
      },
      tieAtCut: 'exclude',
      minGroup: 4,
      shareRounding: 'round',
    });
    expect(order?.rule?.when).toMatchObject({ type: 'instrument', consecutive: null, within: [2, 3] });
  });
});

describe('bad input gets one message a fault', () => {
  it.each([
    ['a misspelt unit', scores('board,福甜区,work,2023-Q3,1,', 'board,福甜区,life,2023-Q3,1,')],
    ['a duplicate row', scores('board,futian,work,2023-Q3,1,', 'board,福田区,work,2023Q3,2,')],
    ['a blank score', scores('board,futian,work,2023-Q3,,')],
    ['a word for a number', scores('board,futian,work,2023-Q3,八十,')],
    ['a value that was not submitted', scores('board,futian,work,2023-Q3,80,未报送')],
    ['a value that is suppressed', scores('board,futian,work,2023-Q3,80,suppressed')],
    ['an unknown status', scores('board,futian,work,2023-Q3,80,provisionl')],
    ['an unknown period', scores('board,futian,work,2018-19,80,')],
    ['a period of another cadence', scores('board,futian,work,2023-09,80,')],
    ['an unknown dimension', scores('board,futian,wrk,2023-Q3,80,')],
    ['an unsafe id', { ...BASE, 'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区\n../../x,坏\n' }],
    ['ids that differ by case', { ...BASE, 'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区\nFutian,又一个\n' }],
    ['an identity card in a cell', { ...BASE, 'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区 11010519491231002X\n' }],
    ['31 February', { ...BASE, 'units.csv': 'unit,name,valid_from\nfutian,福田区,2023-02-31\nluohu,罗湖区,\n' }],
    ['an Excel serial number', { ...BASE, 'units.csv': 'unit,name,valid_from\nfutian,福田区,\nluohu,罗湖区,44927\n' }],
    ['a figure after the end of a unit', { ...BASE, 'units.csv': 'unit,name,valid_to\nfutian,福田区,2021-12-31\nluohu,罗湖区,\n' }],
    ['weights of 99', programme('dimensions: [{ id: a, name: 甲, weight: 60 }, { id: b, name: 乙, weight: 39 }]\n')],
    ['an unknown key', programme('cadance: quarter\n')],
    ['an unknown word', programme('cadence: quarterly\n')],
    ['a wrong type', programme('year_starts: april\n')],
    ['a mobile number in the configuration', programme('description: 请电 138 1234 5678\n')],
    ['a rule that names nothing', programme('instruments: [{ id: red, name: 红, rule: { instrument: { id: yelow } } }, { id: yellow, name: 黄 }]\n')],
    [
      'a circle of rules',
      programme(
        'instruments: [{ id: a, name: 甲, rule: { instrument: { id: b } } }, { id: b, name: 乙, rule: { not: { instrument: { id: a } } } }]\n',
      ),
    ],
    ['a key that a rule does not know', programme('instruments: [{ id: red, name: 红, rule: { all: [{ rank: { form: top, n: 1 } }] } }]\n')],
    [
      'a reserved programme',
      { ...BASE, 'programmes/board.yaml': 'id: units\nname: 考核\n', 'scores.csv': 'programme,unit,period,score\nunits,futian,2023-Q3,1\n' },
    ],
    ['a session that was not held', { ...BASE, 'sessions.csv': 'programme,session,status\nboard,s1,未召开\n' }],
    [
      'two leads too many',
      {
        ...programme('tasks: { roles: { lead: { min: 1, max: 1 } } }\n'),
        'tasks.csv': 'task,programme,title\nt1,board,修路\nt2,board,架桥\n',
        'task_units.csv': 'task,unit,role\nt1,futian,牵头\nt1,luohu,lead\n',
      },
    ],
    [
      'an ambiguous name',
      {
        ...BASE,
        'units.csv': 'unit,name,aliases\nfutian,福田区,新区\nluohu,罗湖区,新区\n',
        'scores.csv': 'programme,unit,dimension,period,score\nboard,新区,work,2023-Q3,1\n',
      },
    ],
    ['a blank name', { ...BASE, 'units.csv': 'unit,name\nfutian,福田区\nluohu,\n' }],
  ])('%s', async (_, files) => {
    expect([...(await printProblems(files, 'zh-CN')), ...(await printProblems(files, 'en'))].join('\n')).toMatchSnapshot();
    expect((await parseFiles(files)).portal).toBeNull();
  });

  it('warns, and builds, where a figure falls into the year in which a unit ended', async () => {
    const { portal, codes } = await parseFiles({ ...BASE, 'units.csv': 'unit,name,valid_to\nfutian,福田区,2023-06-30\nluohu,罗湖区,\n' });
    expect(codes).toEqual(['unit-no-longer']);
    expect(portal).not.toBeNull();
  });

  it('does not report a row again for a fault in what it refers to', async () => {
    const { codes } = await parseFiles({ ...BASE, 'units.csv': 'unit,name\nfutian,\nluohu,罗湖区\n' });
    expect(codes).toEqual(['cell-blank']);
  });
});

describe('names that every object has', () => {
  const programme = BASE['programmes/board.yaml'] ?? '';

  it.each([
    ['as a role', { 'programmes/board.yaml': `${programme}\ntasks: { roles: { constructor: { min: 0 } } }\n` }],
    ['as a stage', { 'programmes/board.yaml': `${programme}\ntasks: { stages: [posted, toString, closed] }\n` }],
    ['as a kind', { 'programmes/board.yaml': `${programme}\ninstruments: [{ id: x, name: X, kind: __proto__ }]\n` }],
    ['as a unit', { 'units.csv': `${BASE['units.csv']}valueOf,Valley of Fu\n` }],
    ['as a category', { 'tasks.csv': 'task,programme,title,posted_on,category\nt1,board,One,2023-01-01,constructor\n' }],
  ])('are refused: %s', async (_, files) => {
    expect((await parseFiles({ ...BASE, ...files })).codes).toEqual(['id-reserved']);
  });
});

describe('a row that lacks most of its cells', () => {
  const scores = 'programme,unit,dimension,period,score\nboard,futian,work,2023-Q3,1\n';

  it.each([
    ['cut off', 'board,luohu\n', 'cells-blank'],
    ['a note below the table', '注：数据来自市统计局\n', 'row-note'],
    ['a note as spreadsheets write it', '注：数据来自市统计局,,,,\n', 'row-note'],
    ['a note that says not that it is one', '以上数据来自市统计局,,,,\n', 'cells-blank'],
  ])('is one problem: %s', async (_, row, code) => {
    const { problems, codes } = await parseFiles({ ...BASE, 'scores.csv': scores + row });
    expect(codes).toEqual([code]);
    expect(problems[0]?.place).toMatchObject({ file: 'scores.csv', line: 3 });
  });

  it('is a warning, and left out, where the source may be at fault', async () => {
    const portal = `${BASE['portal.yaml']}\ntables:\n  scores:\n    - { file: raw.csv, faults: report, constants: { programme: board } }\n`;
    const { 'scores.csv': _, ...rest } = { 'scores.csv': '', ...BASE };
    const { portal: parsed, codes } = await parseFiles({
      ...rest,
      'portal.yaml': portal,
      'raw.csv': 'unit,dimension,period,score\nfutian,work,2023-Q3,1\n注：说明\n',
    });
    expect(codes).toEqual(['row-note']);
    expect(parsed).not.toBeNull();
  });
});

describe('the words of problems', () => {
  it('are there for every code in both languages, message and hint', () => {
    for (const key of Object.keys(modelProblems)) {
      const twin = key.startsWith('problem.') ? key.replace('problem.', 'hint.') : key.replace('hint.', 'problem.');
      expect(modelProblems).toHaveProperty([twin]);
      expect(en).toHaveProperty([key]);
    }
  });
});

describe('the life of units', () => {
  const merged = {
    ...BASE,
    'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区\nnew,新城区\n',
    'unit_events.csv': 'unit,date,type,successors\nluohu,2023-07-01,合并,新城区\n',
  };

  it('ends a unit on the day before it was merged into another', async () => {
    const { portal, problems } = await parseFiles({ ...merged, ...{ 'scores.csv': 'programme,unit,period,score\nboard,luohu,2023-Q2,1\n' } });
    expect(problems).toEqual([]);
    expect(portal?.unitById.get('luohu')?.validTo).toBe('2023-06-30');
    expect(portal?.unitById.get('luohu')?.events[0]?.successors).toEqual(['new']);
  });

  it('refuses its figures in later years', async () => {
    const { codes } = await parseFiles({ ...merged, ...{ 'scores.csv': 'programme,unit,period,score\nboard,luohu,2024-Q1,1\n' } });
    expect(codes).toEqual(['unit-no-longer']);
  });
});

describe('periods beside the cadence', () => {
  const monthly = (basis: string) => ({
    ...programme('cadence: month\ndimensions: { from: indicators }\n'),
    'scores.csv': 'programme,unit,period,score\nboard,futian,2023-09,1\n',
    'indicators.csv': `programme,indicator,name,direction,basis\nboard,gdp,生产总值,higher,${basis}\n`,
    'observations.csv': 'programme,unit,indicator,period,value\nboard,futian,gdp,2023-01..08,1\n',
  });

  it('are allowed for years to date of an indicator that says so', async () => {
    expect((await parseFiles(monthly('ytd'))).codes).toEqual([]);
    expect((await parseFiles(monthly('period'))).codes).toEqual(['period-cadence']);
  });

  it('are suggested where a split year or several years were written like a month', async () => {
    const { problems } = await parseFiles(scores('board,futian,work,2018-19,1,', 'board,futian,work,2010-14,1,'));
    expect(problems.map(({ params }) => params.nearest)).toEqual(['2018/19', '2010..2014']);
  });
});
