/** README promises nothing that does not hold. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { getDictionary } from '../src/i18n/index.ts';
import { buildSite, textOf } from './site.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sunboard-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The fenced blocks of a README in a language, in order. */
function blocks(language: string, text = readme): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, of, text = '']) => (of === language ? text : []));
}

test('the six lines of CSV make the page that is described', async () => {
  const [portal = '', programme = ''] = blocks('yaml');
  const [units = '', csv = ''] = blocks('csv');
  expect(csv.trim().split('\n')).toHaveLength(6);
  mkdirSync(join(folder, 'programmes'));
  writeFileSync(join(folder, 'portal.yaml'), portal);
  writeFileSync(join(folder, 'programmes/board.yaml'), programme);
  writeFileSync(join(folder, 'units.csv'), units);
  writeFileSync(join(folder, 'scores.csv'), csv);
  const site = await buildSite(folder);
  expect(site.problems).toBe('');
  const view = JSON.parse(site.files.get('board/2023-Q4/index.json') ?? '{}');
  const [table] = view.tables;
  expect(table.rows.map(({ unit, score, rank, tied, status }: Record<string, unknown>) => [unit, score, rank, tied, status])).toEqual([
    ['west', 90.5, 1, false, 'final'],
    ['north', 88.13, 2, true, 'final'],
    ['south', 88.13, 2, true, 'final'],
    ['coast', 71, 4, false, 'provisional'],
  ]);
  expect(table.unranked).toMatchObject([{ unit: 'east', status: 'not_submitted' }]);
  expect(table).toMatchObject({ of: 5, ranked: 4 });
  const page = textOf(site.files.get('board/2023-Q4/index.html') ?? '');
  for (const words of ['90.50', '=2', 'Provisional', 'Not submitted']) expect(page).toContain(words);
  expect([...site.files.keys()]).toEqual(expect.arrayContaining(['board/2023-Q4/ranking.csv', 'board/2023-Q4/ranking.excel.csv']));
});

test('a file that others made is read by the mapping that is shown', async () => {
  const [portal = '', programme = '', mapping = ''] = blocks('yaml');
  const other = mkdtempSync(join(tmpdir(), 'sunboard-readme-'));
  mkdirSync(join(other, 'programmes'));
  mkdirSync(join(other, 'raw'));
  writeFileSync(join(other, 'portal.yaml'), portal + mapping);
  writeFileSync(join(other, 'programmes/board.yaml'), programme);
  writeFileSync(join(other, 'units.csv'), blocks('csv')[0] ?? '');
  writeFileSync(join(other, 'raw/results.csv'), 'Council,Quarter,Points,Released\nWest,2023-Q4,90.5,05/02/2024\nEast,2023-Q4,-,05/02/2024\n');
  const site = await buildSite(other);
  rmSync(other, { recursive: true });
  expect(site.problems).toBe('');
  expect(JSON.parse(site.files.get('board/2023-Q4/index.json') ?? '{}')).toMatchObject({
    published_on: '2024-02-05',
    tables: [{ rows: [{ unit: 'west', score: 90.5, rank: 1 }], unranked: [{ unit: 'east', status: 'not_submitted' }] }],
  });
});

const chinese = readFileSync(join(root, 'README.zh-CN.md'), 'utf8');

/** The site of the Chinese README's files, some of them otherwise. */
async function buildChinese(instead: Readonly<Record<string, string>> = {}): ReturnType<typeof buildSite> {
  const other = mkdtempSync(join(tmpdir(), 'sunboard-readme-'));
  mkdirSync(join(other, 'programmes'));
  mkdirSync(join(other, 'raw'));
  const [portal = '', programme = ''] = blocks('yaml', chinese);
  const [units = '', memberships = '', scores = '', tasks = '', leads = ''] = blocks('csv', chinese);
  const named = { 'portal.yaml': portal, 'programmes/kaohe.yaml': programme, 'units.csv': units, 'memberships.csv': memberships };
  const files = { ...named, 'scores.csv': scores, 'tasks.csv': tasks, 'task_units.csv': leads };
  for (const [file, text] of Object.entries({ ...files, ...instead })) writeFileSync(join(other, file), text);
  const site = await buildSite(other);
  rmSync(other, { recursive: true });
  return site;
}

const chineseScores = blocks('csv', chinese)[2] ?? '';

test.each(['README.md', 'README.zh-CN.md'])('%s says what the top of a page of prose may hold', (name) => {
  const reader = readFileSync(join(root, 'src/press/readProse.ts'), 'utf8');
  const keys = [...reader.matchAll(/: front\('(\w+)'\)/g)].map(([, key]) => key);
  expect(keys).toEqual(['title', 'description', 'updated']);
  for (const key of keys) expect(readFileSync(join(root, name), 'utf8')).toContain(`\`${key}:\``);
});

test('the Chinese README says how many files it begins with', () => {
  expect(chinese).toContain('## 从七个文件开始');
  expect(blocks('yaml', chinese).length - 1 + (blocks('csv', chinese).length - 1)).toBe(7);
});

test.each([0, 50, 80, 100])('no other score (%i) makes two cards of the Chinese README meet', async (score) => {
  const scores = chineseScores.replace('水务局,经济发展,2023年第四季度,,未报送', `水务局,经济发展,2023年第四季度,${score},`);
  expect(scores).not.toBe(chineseScores);
  expect((await buildChinese({ 'scores.csv': scores })).problems).toBe('');
});

test('a table with a column a dimension is read by the mapping that the Chinese README shows', async () => {
  const [portal = '', , mapping = ''] = blocks('yaml', chinese);
  const site = await buildChinese({ 'portal.yaml': portal + mapping, 'raw/defen.csv': blocks('csv', chinese)[5] ?? '' });
  expect(site.problems).toBe('');
  expect(JSON.parse(site.files.get('kaohe/2024-Q1/index.json') ?? '{}').tables[0]).toMatchObject({
    ...{ group: 'counties', rows: [{ unit: 'donghu', score: 91.4 }], unranked: [{ unit: 'xihu', status: 'not_submitted' }] },
  });
});

test('the files of the Chinese README make the page that is described', async () => {
  const site = await buildChinese();
  expect(site.problems).toBe('');
  const { tables } = JSON.parse(site.files.get('kaohe/2023-Q4/index.json') ?? '{}');
  expect(tables).toMatchObject([
    {
      group: 'counties',
      rows: [
        { unit: 'donghu', score: 90.7, rank: 1, awards: ['red'] },
        { unit: 'xihu', score: 87 },
      ],
      unranked: [],
    },
    { group: 'departments', rows: [{ unit: 'jiaoyu', score: 66.4, awards: ['yellow'] }], unranked: [{ unit: 'shuiwu', status: 'not_submitted' }] },
  ]);
  expect(JSON.parse(site.files.get('kaohe/tasks/index.json') ?? '{}')).toMatchObject({ count: 1, tasks: [{ task: 't1', lead: ['jiaoyu'] }] });
});

const READMES = [
  ['README.md', readme],
  ['README.zh-CN.md', chinese],
] as const;

test.each(READMES)('every file and folder that %s names is there', (_, text) => {
  const named = [...text.matchAll(/`((?:src|test|data|scripts|\.github)\/[\w./-]+)`|\]\(([\w./-]+)\)/g)].map(
    (match) => (match[1] ?? match[2]) as string,
  );
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(READMES)('every room of src stands in the map of %s', (_, text) => {
  const rooms = [
    'read',
    'model',
    'assess',
    'ledger',
    'views',
    'charts',
    'fragments',
    'exports',
    'i18n',
    'layouts',
    'pages',
    'styles',
    'elements',
    'press',
    'cli',
  ];
  expect(rooms.filter((room) => !text.includes(`\`${room}/\``))).toEqual([]);
});

test.each([
  ['README.md', readme, '## Your own portal', 'DIR'],
  ['README.zh-CN.md', chinese, '## 自己的门户', '文件夹'],
])('the commands and options of %s and of the program are the same', (_, text, heading, folder) => {
  const usage = getDictionary('en')['cli.usage'];
  const options = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();
  expect(text).toContain(heading);
  expect(options(text.slice(text.indexOf(heading)))).toEqual(options(usage));
  for (const [, command] of usage.matchAll(/sunboard (\w+) DIR/g)) expect(text).toContain(`npx sunboard ${command} ${folder}`);
});

test('dates and numbers that are written another way are read as the Chinese README shows', async () => {
  const settings = ['dates: dmy', 'decimal: ","'];
  for (const setting of settings) expect(chinese).toContain(`\`${setting}\``);
  const [portal = ''] = blocks('yaml', chinese);
  const site = await buildChinese({
    'portal.yaml': `${portal}tables:\n  scores: { file: raw/fen.csv, constants: { programme: kaohe, period: 2024-Q1 }, ${settings.join(', ')} }\n`,
    'raw/fen.csv': '单位;维度;得分;发布日期\n东湖区;经济发展;"90,5";03/04/2024\n东湖区;民生保障;"80,25";03/04/2024\n',
    'scores.csv': '机制,单位,维度,期次,得分\n',
  });
  expect(site.problems).toBe('');
  expect(JSON.parse(site.files.get('kaohe/2024-Q1/index.json') ?? '{}')).toMatchObject({
    published_on: '2024-04-03',
    tables: [{ rows: [{ unit: 'donghu', score: 86.4 }] }, {}],
  });
});

test('the Chinese README’s ways to write a mapping read what it says', async () => {
  const shown = (setting: string): string => {
    expect(chinese).toContain(setting);
    return setting;
  };
  const other = mkdtempSync(join(tmpdir(), 'sunboard-readme-'));
  const write = (file: string, text: string): void => writeFileSync(join(other, file), text);
  for (const folder of ['programmes', 'raw']) mkdirSync(join(other, folder));
  const indent = (...lines: readonly string[]): string => lines.map((line) => `      ${line}\n`).join('');
  write(
    'portal.yaml',
    `title: 示范\npublisher: 办公室\nlanguages: [zh-CN]\ntables:\n  scores:\n    - ${shown('file: raw/*.csv')}\n${indent(
      shown('skip_rows: 2'),
      shown('columns: { period: (file), unit: 单位 }'),
      'constants: { programme: kaohe }',
      'unpivot: { columns: [发展, 民生], into: { name: dimension, value: score } }',
      shown('missing: { "—": 复核中, 未评: 不适用 }'),
      shown('where: { 单位: { not: ["", 合计, 平均] } }'),
    )}  task_units:\n    - file: tasks.txt\n${indent(
      'columns: { task: 任务 }',
      shown('unpivot: { columns: [牵头单位, 配合单位], into: { name: role, value: unit } }'),
      shown('split: unit'),
      shown('where: { unit: { not: ["", 无] } }'),
      shown('replace: { unit: { 市卫计委: 市卫健委, 各区: 东湖区、西湖区 } }'),
    )}  tasks:\n    - file: tasks.txt\n${indent('columns: { task: 任务, title: 任务, due_on: 时限 }', 'constants: { programme: kaohe }', shown("replace: { period: [{ matches: '^(\\d+月.*)$', to: 2024年$1 }] }").replace('period', 'due_on'), shown('make_id: [unit]').replace('unit', 'task'))}`,
  );
  write(
    'programmes/kaohe.yaml',
    'name: 考核\ncadence: quarter\ndimensions: [{ id: fz, name: 发展, weight: 60 }, { id: ms, name: 民生, weight: 40 }]\ntasks: {}\n',
  );
  write('units.csv', '单位,名称\ndh,东湖区\nxh,西湖区\nwj,市卫健委\n');
  write('raw/2024年一季度.csv', '得分表,,\n单位：分,,\n单位,发展,民生\n东 湖 区,90,80\n西湖区,—,未评\n平均,90,80\n');
  write('tasks.txt', '任务,牵头单位,配合单位,时限\n修路,东湖区,市卫计委、西湖区,12月底前\n植树,各区,无,3月\n');
  const site = await buildSite(other);
  rmSync(other, { recursive: true });
  expect(site.problems).toBe('');
  expect(JSON.parse(site.files.get('kaohe/2024-Q1/index.json') ?? '{}').tables[0]).toMatchObject({ rows: [{ unit: 'dh', score: 86 }] });
  expect(JSON.parse(site.files.get('kaohe/tasks/index.json') ?? '{}').tasks).toMatchObject([
    { task: '修路', lead: ['dh'], due_on: '2024-12-31' },
    { task: '植树', lead: ['dh', 'xh'], due_on: '2024-03-31' },
  ]);
});
