/** What offices' own tables look like: other words for the columns, columns of other tables, and a column for each measure or month. */
import { expect, test } from 'vitest';
import { cellsOf, PORTAL, read } from './fixture.ts';

const PROGRAMME = 'name: 季度考核\ndimensions:\n  - { id: work, name: 业务工作 }\n  - { id: style, name: { zh-CN: 作风建设 } }\n';

test('English months and quarters with their year are periods', async () => {
  for (const header of ['Sep 2023,Oct 2023', 'Q1 2023,Q2 2023', 'Q1 2022/23,Q2 2022/23', 'Jan,Feb', 'June,July']) {
    const { faults, messages } = await read({ 'scores.csv': `programme,unit,${header}\np,a,1,2\n` });
    expect(faults).toEqual(['csv-wide scores.csv:1:3']);
    expect(messages[0]).toContain('into: { name: period, value: score }');
  }
});

test('a department, a quarter and an 考核指标 are a unit, a period and a dimension', async () => {
  const found = await read({ 'scores.csv': '机制,部门,考核指标,季度,得分\np,a,业务工作,2024年第一季度,90\n' });
  expect(found.messages).toEqual([]);
  expect(cellsOf(found, 'scores')).toEqual([{ programme: 'p', unit: 'a', dimension: '业务工作', period: '2024年第一季度', score: '90' }]);
});

test('the year of a task stays its year', async () => {
  const found = await read({ 'tasks.csv': '任务,机制,标题,年度\nt,p,修路,2024\n' });
  expect(cellsOf(found, 'tasks')).toEqual([{ task: 't', programme: 'p', title: '修路', year: '2024' }]);
});

test('a year and a quarter in two columns are to be one period', async () => {
  const { messages, rows } = await read({ 'scores.csv': '机制,单位,年度,季度,得分\np,a,2024,1,90\n' }, 'zh-CN');
  expect(messages).toEqual(['表头“季度”与第 3 列“年度”都表示“期次（period）”这一列。 请合成一列，写成“2024年第一季度”这样。']);
  expect(rows.scores).toBeUndefined();
});

test('no other word is suggested for a column that belongs to another table', async () => {
  const { messages } = await read({ 'tasks.csv': '任务,机制,标题,牵头单位,配合单位,完成率,办理状态\nt,p,修路,a,b,50,完成\n' }, 'zh-CN');
  const moved = (table: string, example: string) => `它写在另一张表 ${table}.csv 里，每行一条：${example}。那张表写好以后，请从这里删去这一列。`;
  expect(messages).toEqual([
    `tasks 表没有“牵头单位”这一列。 ${moved('task_units', '任务,单位,角色；t1,教育局,牵头')}`,
    `tasks 表没有“配合单位”这一列。 ${moved('task_units', '任务,单位,角色；t1,教育局,配合')}`,
    `tasks 表没有“完成率”这一列。 ${moved('progress', '任务,截至日期,实际进度；t1,2024-03-31,60')}`,
    `tasks 表没有“办理状态”这一列。 ${moved('task_events', '任务,日期,事项；t1,2024-03-31,办结')}`,
  ]);
  const groups = await read({ 'units.csv': '单位,名称,组别\na,甲,县区\n' }, 'zh-CN');
  expect(groups.messages).toEqual([`units 表没有“组别”这一列。 ${moved('memberships', '机制,单位,组；季度考核,教育局,部门')}`]);
  const english = await read({ 'tasks.csv': 'task,programme,title,lead\nt,p,Road,a\n' });
  expect(english.messages).toEqual([
    'The table tasks has no column “lead”. It stands in a table of its own, task_units.csv, a row each: task,unit,role; t1,schools,lead. Move it there, and delete it here.',
  ]);
});

test('a word of which half the characters differ is another word, and what is there already was not meant', async () => {
  const { messages } = await read({ 'scores.csv': '机制,单位,期次,得分,季报,机制号\np,a,2024,90,,\n' }, 'zh-CN');
  for (const message of messages) expect(message).not.toContain('是不是');
  expect(messages).toHaveLength(2);
});

test('dimensions side by side are told of once, with the mapping that reads them', async () => {
  const files = { 'programmes/kaohe.yaml': PROGRAMME, 'scores.csv': '单位,业务工作,作风建设,总分,排名\na,90,80,86,1\n' };
  const { messages, faults } = await read(files, 'zh-CN');
  expect(faults).toEqual(['csv-wide scores.csv:1:2']);
  const example =
    'tables: { scores: { file: scores.csv, columns: { unit: 单位 }, constants: { programme: kaohe, period: … }, unpivot: { columns: [业务工作, 作风建设], into: { name: dimension, value: score } } } }';
  expect(messages).toEqual([
    `scores 表每行只写一个数，而这里 业务工作、作风建设 各占一列。 这样的表不用改，在 portal.yaml 里写：${example} （请把每个 … 换成实际的值，期次要写明年份，如 2024-01）`,
  ]);
  const mended = await read({ ...files, 'portal.yaml': `${PORTAL}${example.replace('…', '2024-Q1')}\n` });
  expect(mended.messages).toEqual([]);
  expect(cellsOf(mended, 'scores').map(({ unit, dimension, score }) => [unit, dimension, score])).toEqual([
    ['a', '业务工作', '90'],
    ['a', '作风建设', '80'],
  ]);
});

test('months side by side are told of once, with the mapping that reads them', async () => {
  const files = { 'observations.csv': '机制,单位,指标,1月,2月\np,a,i,3,4\n' };
  const { messages, faults } = await read(files);
  expect(faults).toEqual(['csv-wide observations.csv:1:4']);
  const [, example = ''] = /write in portal\.yaml (tables: .*\}) \(/.exec(messages[0] ?? '') ?? [];
  const mended = await read({ ...files, 'portal.yaml': `${PORTAL}${example.replace('…', '2024-01').replace('…', '2024-02')}\n` });
  expect(mended.messages).toEqual([]);
  expect(cellsOf(mended, 'observations').map(({ indicator, period, value }) => [indicator, period, value])).toEqual([
    ['i', '2024-01', '3'],
    ['i', '2024-02', '4'],
  ]);
});

test('indicators side by side, which no programme names, are told of where nothing else has the figures', async () => {
  const { faults } = await read({ 'observations.csv': '机制,单位,期次,投资额,税收,合计\np,a,2024,3,4,7\n' });
  expect(faults).toEqual(['csv-wide observations.csv:1:4']);
});
