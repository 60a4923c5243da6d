/** Faults that come out of offices' spreadsheets, and how often each is told. */
import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const told = (files: Files): Promise<readonly string[]> => printProblems({ ...BASE, ...files }, 'zh-CN');
const SCORES = BASE['scores.csv'] as string;
const TASKS = 'task,programme,title\nt1,board,修路\n';

describe('a cell as a spreadsheet program leaves it', () => {
  it.each([
    ['score', 'board,futian,work,2023-Q3,########', 'cell-hashes'],
    ['score', 'board,futian,work,2023-Q3,=B2*2', 'cell-formula-text'],
    ['period', 'board,futian,work,2024.1,9', 'period-rewritten'],
    ['period', 'board,futian,work,Jan-24,9', 'period-rewritten'],
    ['period', 'board,futian,work,########,9', 'cell-hashes'],
  ])('in the column %s of %s is told for what it is', async (_, row, code) => {
    expect((await parseFiles({ ...BASE, 'scores.csv': `programme,unit,dimension,period,score\n${row}\n` })).codes).toEqual([code]);
  });

  it('may be a date that a narrow column did not show', async () => {
    expect(await told({ 'scores.csv': 'programme,unit,dimension,period,score,published_on\nboard,futian,work,2023-Q3,9,#######\n' })).toEqual([
      'scores.csv:2:6 published_on“#######”不是原来的内容：保存时这一列太窄，表格软件只写下了井号。 请在原表里把这一列拉宽，看得见内容以后再另存为 CSV。',
    ]);
  });

  it('says how a period is written, and does not guess', async () => {
    expect(await told({ 'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,work,2024.1,9\nboard,luohu,work,Jan-24,9\n' })).toEqual([
      'scores.csv:2:4 period“2024.1”不是期次，像是表格软件改写过的小数：2024.10 会变成 2024.1，分不清是哪个月。 请对照原件写成 2024-01 或 2024年1月这样，先把这一列设为文本格式，再保存。',
      'scores.csv:3:4 period“Jan-24”不是期次，像是表格软件改写过的日期：分不清是某年某月，还是某月某日。 请对照原件写成 2024-01 或 2024年1月这样，先把这一列设为文本格式，再保存。',
    ]);
  });
});

describe('a period that is not said in full', () => {
  const of = async (period: string): Promise<string> => {
    const files = { ...BASE, 'scores.csv': `programme,unit,dimension,period,score\nboard,futian,work,${period},9\n` };
    const [message = ''] = await printProblems(files, 'en');
    return message.replace(/^.* is not a period\. /, '').replace(/ Periods are written like .*/, '');
  };

  it.each([
    ['2018-19', 'Did you mean “2018/19”?'],
    ['Q4 22/23', 'Did you mean “2022/23-Q4”?'],
    ['FY22/23', 'Did you mean “2022/23”?'],
    ['22-23 Q4', 'Did you mean “2022/23-Q4”?'],
    ['Q4 23', 'Did you mean “2023-Q4”?'],
    ["H1 '23", 'Did you mean “2023-H1”?'],
    ['Sep 23', 'Did you mean “2023-09”?'],
    ['FY2023', 'Did you mean “2022/23”, “2023/24”?'],
    ['Quarter 4 of 2023', 'Did you mean “2023-Q4”?'],
    ['4th quarter 2022/23', 'Did you mean “2022/23-Q4”?'],
  ])('is told how it is written: %s', async (period, hint) => {
    expect(await of(period)).toBe(hint);
  });

  it.each(['Summer 2023', 'H1 2022/23'])('is told how periods are written: %s', async (period) => {
    expect(await of(period)).toBe('Periods are written like 2023-Q3, 2018/19-Q1, 2023-01..09.');
  });

  it('lacks its year, though it be a month’s name', async () => {
    const { problems } = await parseFiles({ ...BASE, 'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,work,Sep,9\n' });
    expect(problems).toMatchObject([{ code: 'period-without-year', params: { examples: ['2023-Sep', '2023-09'] } }]);
  });
});

describe('a cell of two units', () => {
  it.each(['福田区、罗湖区', '福田区，罗湖区', '福田区/luohu', '福田区 罗湖区'])('%s is to be two rows', async (unit) => {
    expect(await told({ 'tasks.csv': TASKS, 'task_units.csv': `task;unit;role\nt1;${unit};lead\n` })).toEqual([
      `task_units.csv:2:2 unit“${unit}”里不止一个单位。 请拆成几行，每行只写一个单位：${unit.split(/[、，/ ]/).join('、')}；其他各栏照抄。${unit.includes(' ') ? '' : '不改原表也行，在 portal.yaml 的 tables 里写：tables: { task_units: { file: task_units.csv, split: [unit] } }'}`,
    ]);
  });

  it('is split as the message says', async () => {
    const files = { ...BASE, 'tasks.csv': TASKS, 'task_units.csv': 'task,unit,role\nt1,福田区、罗湖区,lead\n' };
    const split = (entry: string): Files => ({
      ...files,
      'portal.yaml': `${BASE['portal.yaml']}tables: { task_units: { file: task_units.csv, ${entry} } }\n`,
    });
    expect(await printProblems(split('constants: {}'), 'zh-CN')).toEqual([expect.stringContaining('在 portal.yaml 的 tables 里写：split: [unit]')]);
    const { codes, portal } = await parseFiles(split('split: [unit]'));
    expect(codes).toEqual([]);
    expect(portal?.programmes[0]?.tasks[0]?.units).toMatchObject([{ unit: 'futian' }, { unit: 'luohu' }]);
  });

  it('is an unknown unit where one of them is', async () => {
    const { codes } = await parseFiles({ ...BASE, 'tasks.csv': TASKS, 'task_units.csv': 'task,unit,role\nt1,福田区、盐田区,lead\n' });
    expect(codes).toEqual(['unit-unknown']);
  });
});

describe('a column of figures that a file lacks', () => {
  const files = { 'indicators.csv': 'indicator,programme,name,direction\ni,board,投资,higher\n' };

  it('is told at the header, with what it holds', async () => {
    const rows = 'board,futian,i,2023-Q3\nboard,luohu,i,2023-Q3\n';
    expect(await told({ ...files, 'observations.csv': `programme,unit,indicator,period\n${rows}` })).toEqual([
      'observations.csv:1 observations.csv 缺少“数值（value）”列。 现有的表头是：programme、unit、indicator、period。请补上这一列；其实就是现有某一列的，请改表头。',
    ]);
    expect(await told({ ...files, 'observations.csv': 'programme,unit,indicator,period\n' })).toEqual([]);
  });
});

describe('a mapped file with a month a column', () => {
  const portal = (more = ''): string =>
    `${BASE['portal.yaml']}tables:\n  scores:\n    file: raw/x.csv\n    columns: { unit: 单位 }\n    constants: { programme: board, dimension: work }\n    unpivot: { columns: [2023-Q2, 3季度], into: { name: period, value: score } }\n${more}`;
  const { 'scores.csv': _, ...rest } = BASE;
  const read = (csv: string, more?: string): Promise<readonly string[]> =>
    printProblems({ ...rest, 'portal.yaml': portal(more), 'raw/x.csv': csv }, 'zh-CN');

  it('is not to be split where both rows would have the id of one', async () => {
    const filings = 'filing,programme,kind,stage,unit,filed_on\nf1,board,r,applied,福田区、罗湖区,2023-01-01\n';
    const programme = `${BASE['programmes/board.yaml']}filings: [{ id: r, name: 风险, stages: [applied] }]\n`;
    expect(await printProblems({ ...BASE, 'programmes/board.yaml': programme, 'filings.csv': filings }, 'zh-CN')).toEqual([
      'filings.csv:2:5 unit“福田区、罗湖区”里不止一个单位。 请拆成几行，每行只写一个单位：福田区、罗湖区；其他各栏照抄。',
    ]);
  });

  const RULE = "replace: { period: [{ matches: '^(?!\\d{4})(.+)$', to: 2023年$1 }] }";

  it('is told of a header without a year where it stands, and how it is replaced', async () => {
    const csv = '单位,2023-Q2,3季度\n福田区,1,2\n罗湖区,3,4\n';
    expect(await read(csv)).toEqual([
      `raw/x.csv:1:3 期次（period）“3季度”没有写年份。（共 2 行） 请写明年份，如 2023年3季度、2023-Q3。不便改动原表的，在 portal.yaml 的 tables 里写（年份照实写）${RULE}`,
    ]);
    expect(await read(csv, `    ${RULE}\n`)).toEqual([]);
    expect(await read(csv, '    replace: { period: { "3季度": 2023-Q3 } }\n')).toEqual([]);
  });

  it('is told how words for nothing get a status', async () => {
    const replace = '    replace: { period: { "3季度": 2023-Q3 } }\n';
    const csv = '单位,2023-Q2,3季度\n福田区,—,未报\n罗湖区,—,4\n';
    const faults = await read(csv, replace);
    expect(faults).toHaveLength(2);
    expect(faults[1]).toContain('如 missing: { 未报: not_submitted }');
    expect(faults[0]).toMatch(/^raw\/x\.csv:2:2 .*（共 2 行）.*如 missing: \{ "—": not_submitted \}/);
    expect(await read(csv, `${replace}    missing: { 未报: not_submitted, "—": not_submitted }\n`)).toEqual([]);
  });

  it('with a bad expression is told of that alone', async () => {
    const files = { ...rest, 'portal.yaml': portal().replace('[2023-Q2, 3季度]', '{ matches: "^(2023" }'), 'raw/x.csv': '单位,2023-Q2\n福田区,1\n' };
    expect((await parseFiles(files)).codes).toEqual(['mapping-pattern']);
  });
});

describe('what is the same in many rows is told once', () => {
  it('of a date', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `t${i},board,修路,4/30/2024\n`).join('');
    const { problems } = await parseFiles({ ...BASE, 'tasks.csv': `task,programme,title,due_on\n${rows}` });
    expect(problems).toMatchObject([{ code: 'date-month-first', place: { line: 2, column: 4 }, params: { rows: 40 } }]);
  });

  it('of a table that is gone', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `t${i},futian,lead\n`).join('');
    const files = { 'task_units.csv': `task,unit,role\n${rows}`, 'progress.csv': 'task,as_of,actual\nt1,2023-09-30,40\n' };
    expect(await told(files)).toEqual([
      'task_units.csv:2:1 task“t0”要在 tasks 表里登记，而这张表一行也没有。（各表提到它的共 41 行） 请补上 tasks.csv；文件已经有了的，请检查它的名字，以及是否放在门户文件夹的最上层。',
    ]);
  });

  it('of a file that was copied', async () => {
    expect(await told({ 'scores/again.csv': SCORES })).toEqual([
      'scores/again.csv:2:2 “futian work 2023-Q3”重复：scores.csv 第 2 行已经有了。（两个文件重复的共 2 行） 两个文件内容相同的，请删去其中一个；否则请删去重复的行；编号不分大小写。若是修订后的数据，请在“修订号（revision）”栏写明第几次。',
    ]);
    const { codes } = await parseFiles({ ...BASE, 'tasks/1.csv': `${TASKS}t2,board,建桥\n`, 'tasks/2.csv': `${TASKS}t2,board,建桥\n` });
    expect(codes).toEqual(['row-duplicate']);
  });

  it('of a second table below the first', async () => {
    const second = '\n机制,单位,指标,期次,数值\nboard,futian,i,2023-Q3,1\nboard,luohu,i,2023-Q3,1\n';
    expect(await told({ 'scores.csv': `${SCORES}${second}` })).toEqual([
      'scores.csv:5 这一行又是表头：机制、单位、指标、期次、数值。从这里起的各行没有读取。 一个文件只放一张表。请把这一行及以下的内容另存为一个文件，按那张表的名字命名；本来是同一张表的，请删去这一行，各列与上面的表头对齐。',
    ]);
  });
});

describe('a programme’s file', () => {
  const rows = `${SCORES}赛马,futian,total,2023,1\n`;

  it.each([
    ['sai ma', 'sai-ma'],
    ['units', 'units-1'],
  ])('called %s is told once', async (name, mend) => {
    expect(await told({ [`programmes/${name}.yaml`]: 'name: 赛马\ncadence: year\n', 'scores.csv': rows })).toEqual([
      `programmes/${name}.yaml 这个文件里没有写 id，文件名“${name}”就是它的编号，而它不能作编号。 请把文件改名，如 ${mend}.yaml，或在文件里写 id：只能用字母、汉字、数字、_ 和 -，不超过 60 个字符，也不能是网站自己要用的词。`,
    ]);
  });

  it('with nothing in it is told once, whatever rows call it', async () => {
    expect((await parseFiles({ ...BASE, 'programmes/saima.yaml': '', 'scores.csv': rows })).codes).toEqual(['config-key-missing']);
    expect((await parseFiles({ ...BASE, 'programmes/saima.yaml': '# later\n', 'scores.csv': rows })).codes).toEqual(['config-key-missing']);
  });
});

describe('a mend for a file that is to stay as it is', () => {
  const mapped = (entry: string): string => `${BASE['portal.yaml']}tables:\n${entry}`;
  const POINTS = (more = ''): Files => ({
    ...BASE,
    'portal.yaml': mapped(
      `  adjustments:\n    file: raw/x.csv\n    columns: { unit: 单位, reason: 事由 }\n    constants: { programme: board, kind: 预扣分 }\n    unpivot: { columns: [2023-Q2, 2023-Q3], into: { name: period, value: points } }\n${more}`,
    ),
    'raw/x.csv': '单位,2023-Q2,2023-Q3,事由\n福田区,1,,督办未回复\n',
  });

  it('of points left blank names the column that is blank, and leaves such cells out', async () => {
    expect((await parseFiles(POINTS())).codes).toContain('points-missing');
    expect(await printProblems(POINTS(), 'zh-CN')).toContain(
      'raw/x.csv:2:3 预扣分 没有写分值。 请在“2023-Q3”栏填写。本来就没有分值的，在 portal.yaml 的 tables 里用 where 略去：where: { points: { not: "" } }。',
    );
    expect((await parseFiles(POINTS('    where: { points: { not: "" } }\n'))).codes).not.toContain('points-missing');
  });

  const DUE = (due: string, more = ''): Files => ({
    ...BASE,
    'portal.yaml': mapped(
      `  tasks:\n    file: raw/x.csv\n    columns: { task: 序号, title: 任务, due_on: 时限 }\n    constants: { programme: board }\n${more}`,
    ),
    'raw/x.csv': `序号,任务,时限\n1,修路,${due}\n`,
  });

  it.each([
    ['长期坚持', 'replace: { due_on: { 长期坚持: … } }。它表示没有的，写 missing: [长期坚持]。', 'missing: [长期坚持]'],
    [
      '12月底前',
      "replace: { due_on: [{ matches: '^(\\d{1,2}月.*)$', to: 2023年$1 }] }。",
      "replace: { due_on: [{ matches: '^(\\d{1,2}月.*)$', to: 2023年$1 }] }",
    ],
    ['年底前', 'replace: { due_on: { 年底前: 2023年年底前 } }。', 'replace: { due_on: { 年底前: 2023年年底前 } }'],
  ])('of the deadline %s', async (due, said, setting) => {
    expect(await printProblems(DUE(due), 'zh-CN')).toEqual([expect.stringContaining(said)]);
    expect((await parseFiles(DUE(due, `    ${setting}\n`))).codes).toEqual([]);
  });

  it('of a unit for whom nothing stands leaves its row out', async () => {
    const units = (more = ''): Files => ({
      ...BASE,
      'tasks.csv': TASKS,
      'portal.yaml': mapped(
        `  task_units:\n    file: raw/x.csv\n    columns: { task: 任务 }\n    unpivot: { columns: [牵头, 配合], into: { name: role, value: unit } }\n${more}`,
      ),
      'raw/x.csv': '任务,牵头,配合\nt1,福田区,无\n',
    });
    expect(await printProblems(units(), 'zh-CN')).toEqual([expect.stringContaining('where: { unit: { not: ["", 无] } }')]);
    expect((await parseFiles(units('    where: { unit: { not: ["", 无] } }\n'))).codes).toEqual([]);
  });

  it('is told once of a cell that two tables are read from', async () => {
    const read = '{ file: raw/x.csv, columns: { unit: 单位 }, constants: { programme: board';
    const files = {
      ...BASE,
      'portal.yaml': mapped(`  scores: ${read}, period: 2023-Q3, dimension: work, score: 5 } }\n  memberships: ${read}, group: g } }\n`),
      'raw/x.csv': '单位\n福天区\n',
    };
    expect((await parseFiles(files)).codes.filter((code) => code === 'unit-unknown')).toHaveLength(1);
  });

  it('of a row that comes again speaks of two words for one unit only where it names a unit', async () => {
    const twice = (table: string, columns: string, csv: string): Files => ({
      ...BASE,
      'portal.yaml': mapped(`  ${table}: { file: raw/x.csv, columns: { ${columns} }, constants: { programme: board } }\n`),
      'raw/x.csv': csv,
    });
    expect(await printProblems(twice('tasks', 'task: 序号, title: 任务', '序号,任务\n1,修路\n1,修桥\n'), 'zh-CN')).toEqual([
      expect.stringMatching(/编号不分大小写。$/),
    ]);
    const memberships = twice('memberships', 'unit: 单位, group: 分组', '单位,分组\n福田区,g\n福 田 区,g\n');
    expect((await printProblems(memberships, 'zh-CN')).filter((told) => told.includes('重复'))).toEqual([
      expect.stringMatching(/两种写法是同一个单位的，在 tables 里用 replace 换成一种。$/),
    ]);
  });

  it('of an event in the office’s own words says where the words are', async () => {
    const event = { ...BASE, 'tasks.csv': TASKS, 'task_events.csv': '任务,日期,事项,新时限\nt1,2023-06-30,申请延期,2023-12-31\n' };
    expect(await printProblems(event, 'zh-CN')).toEqual([expect.stringMatching(/动态也可以写延期、.*用 replace 换成这些词。$/)]);
  });

  it('of a blank total is to leave it out', async () => {
    const files = { ...BASE, 'scores.csv': '机制,单位,维度,期次,得分\nboard,futian,总分,2023-Q3,\n' };
    expect(await printProblems(files, 'zh-CN')).toEqual([expect.stringContaining('总分由各维度算出的，这一格不必写：请删去这一行')]);
  });

  it('of an appeal against nothing that is known shows how a figure is written', async () => {
    const files = { ...BASE, 'appeals.csv': '申诉编号,申诉事项,申请日期,状态\na1,福田区得分,2023-10-20,复核中\n' };
    expect(await printProblems(files, 'zh-CN')).toEqual([expect.stringContaining('写成“机制/期次/单位”，如 kaohe/2023-Q4/教育局。')]);
  });
});
