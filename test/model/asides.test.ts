/** What offices' workbooks leave in a CSV beside its rows: merged cells, notes and totals below the table. */
import { describe, expect, it } from 'vitest';
import { problemWords } from '../../src/cli/problemWords.ts';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const { 'scores.csv': _, ...REST } = BASE;
const WIDE = `columns: { unit: 单位 }\nconstants: { programme: board, period: 2023-Q3 }\nunpivot: { columns: [工作, 民生], into: { name: dimension, value: score } }`;
const LONG = 'columns: { unit: 单位, dimension: 维度, period: 季度, score: 得分 }\nconstants: { programme: board }';

function files(entry: string, csv: string) {
  const text = entry.replace(/^/gm, '      ');
  return { ...REST, 'portal.yaml': `${BASE['portal.yaml']}tables:\n  scores:\n    - file: raw/x.csv\n${text}\n`, 'raw/x.csv': csv };
}
const told = (entry: string, csv: string, lang = 'zh-CN'): Promise<readonly string[]> => printProblems(files(entry, csv), lang);

describe('blank cells below filled ones', () => {
  const csv = '单位,维度,季度,得分\n福田区,工作,2023-Q3,1\n,民生,2023-Q3,2\n罗湖区,工作,2023-Q3,3\n,民生,2023-Q3,4\n';

  it('look like merged cells, and are told once with the line to paste', async () => {
    expect(await told(LONG, csv)).toEqual([
      'raw/x.csv:3:1 “单位”列有 2 行空着，第一处在这里；上面都有内容，像是合并单元格只留下了第一行的内容。 确是合并单元格的，原表不用改，在 portal.yaml 的 tables 里，给这个文件的那一项加一行：fill_down: [单位]。不是的，请逐行填写。',
    ]);
    expect((await told(LONG, csv, 'en'))[0]).toContain('it looks as if merged cells left only their first line. If they were merged');
    expect(await told(`${LONG}\nfill_down: [单位]`, csv)).toEqual([]);
  });

  it('are a warning in a source that leaves rows at fault out', async () => {
    const { problems } = await parseFiles(files(`${LONG}\nfaults: report`, csv));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['cells-merged', 'warning']]);
  });

  it('of a table’s own file are told how the mapping is written', async () => {
    const scores =
      'programme,unit,dimension,period,score\nboard,福田区,work,2023-Q3,1\n,,life,2023-Q3,2\nboard,罗湖区,work,2023-Q3,3\n,,life,2023-Q3,4\n';
    const messages = await printProblems({ ...BASE, 'scores.csv': scores }, 'zh-CN');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('“programme、unit”列有 2 行空着');
    expect(messages[0]).toContain('写：tables: { scores: { file: scores.csv, fill_down: [programme, unit] } }');
    const portal = `${BASE['portal.yaml']}tables: { scores: { file: scores.csv, fill_down: [programme, unit] } }\n`;
    expect((await parseFiles({ ...BASE, 'scores.csv': scores, 'portal.yaml': portal })).codes).toEqual([]);
  });

  it('are told one by one where there is one, or few among many', async () => {
    expect((await parseFiles(files(LONG, '单位,维度,季度,得分\n福田区,工作,2023-Q3,1\n,民生,2023-Q3,2\n'))).codes).toEqual(['cell-blank']);
    const many = Array.from({ length: 12 }, (_, i) => `${i % 6 === 5 ? '' : '福田区'},工作,20${i + 10}-Q3,1\n`).join('');
    const { problems } = await parseFiles(files(LONG, `单位,维度,季度,得分\n${many}`));
    expect(problems.map(({ code, place }) => `${code} ${place.line}`)).toEqual(['cell-blank 7', 'cell-blank 13']);
  });

  it('are counted by line where columns become rows', async () => {
    const { problems } = await parseFiles(files(WIDE, '单位,工作,民生\n福田区,1,2\n,3,4\n,5,6\n'));
    expect(problems).toMatchObject([{ code: 'cells-merged', place: { line: 3, column: 1 }, params: { n: 2 } }]);
  });

  it('of a row’s own id are never told to be filled', async () => {
    const portal = `${BASE['portal.yaml']}tables: { tasks: { file: raw/x.csv, columns: { task: 编号, title: 名称 }, constants: { programme: board } } }\n`;
    const { codes } = await parseFiles({ ...BASE, 'portal.yaml': portal, 'raw/x.csv': '编号,名称\nt1,修路\n,\u3000建桥\n,绿化\n' });
    expect(codes).toEqual(['cell-blank', 'cell-blank']);
  });

  it('that have nothing to be filled with are told so', async () => {
    const rows = '单位,维度,季度,得分\n,工作,2023-Q3,1\n福田区,民生,2023-Q3,2\n,合计,2023-Q3,3\n';
    expect(await told(`${LONG}\nfill_down: [单位]`, rows)).toEqual([
      'raw/x.csv:2:1 “单位”是必填项，而这里没有可以往下填的内容：上面没有，或者隔着汇总行、说明。 这一行就是汇总行或说明的，请在 portal.yaml 的 tables 里用 where 略去；是数据的，请填写这一格。',
      'raw/x.csv:4:1 “单位”是必填项，而这里没有可以往下填的内容：上面没有，或者隔着汇总行、说明。 这一行就是汇总行或说明的，请在 portal.yaml 的 tables 里用 where 略去；是数据的，请填写这一格。',
    ]);
  });

  it('that were filled say where their text stands', async () => {
    const rows = '单位,维度,季度,得分\n福田,工作,2023-Q3,1\n,民生,2023-Q3,2\n';
    const { problems } = await parseFiles(files(`${LONG}\nfill_down: [单位]\nwhere: { 维度: 民生 }`, rows));
    expect(problems.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['3:1']);
    expect(problems.map((problem) => problemWords(problem, 'zh-CN').message)).toEqual([
      'unit“福田”不是已登记的单位。（这一格空着，取的是第 2 行第 1 列的内容。）'.replace('unit', '单位'),
    ]);
    expect(problemWords(problems[0] as (typeof problems)[number], 'en').message).toContain('the text is that of line 2, column 1.');
  });

  it('that were filled with what is personal are told where that stands', async () => {
    const rows = '单位,维度,季度,得分,备注\n福田区,工作,2023-Q3,1,13812345678\n,民生,2023-Q3,2,\n';
    const entry = LONG.replace('得分 }', '得分, note: 备注 }');
    const { problems } = await parseFiles(files(`${entry}\nfill_down: [单位, 备注]`, rows));
    expect(problems).toMatchObject([{ code: 'personal-mobile', place: { line: 2, column: 5 } }]);
  });
});

describe('a note below the table', () => {
  it('is told once, with its lines and the condition that leaves them out', async () => {
    const rows = '单位,工作,民生\n福田区,1,2\n注：1.罗湖区数据尚未报送，待核实后再行补充。,,\n2.税收为入库数。,,\n';
    expect(await told(WIDE, rows)).toEqual([
      'raw/x.csv:4:1 “注：1.罗湖区数据尚未报送，待核实后再行补充。”像是表下的说明，不是一行数据。（共 2 行） 请从表里删去；不便改动原表的，在 portal.yaml 的 tables 里用 where 略去：where: { 单位: { matches: "^(?!注[:：]|\\\\d{1,2}[.．、:：)）])" } }'.replace(
        ':4:1',
        ':3:1',
      ),
    ]);
    expect(await told(`${WIDE}\nwhere: { 单位: { matches: "^(?!注[:：]|\\\\d{1,2}[.．、:：)）])" } }`, rows)).toEqual([]);
  });

  it.each(['Note: provisional', '说明：初步数', '数据来源：市统计局', '备注: 初步数', 'Source: council'])('may be %s', async (note) => {
    const { codes } = await parseFiles(files(LONG, `单位,维度,季度,得分\n福田区,工作,2023-Q3,1\n${note},,,\n`));
    expect(codes).toEqual(['row-note']);
    expect((await told(LONG, `单位,维度,季度,得分\n福田区,工作,2023-Q3,1\n${note},,,\n`, 'en'))[0]).toContain('looks like a note below the table');
  });

  it('is not what a row with all its cells begins with', async () => {
    const { codes } = await parseFiles(files(LONG, '单位,维度,季度,得分\n注：福田区,工作,2023-Q3,1\n'));
    expect(codes).toEqual(['unit-unknown']);
  });
});

describe('a line that sums up', () => {
  it('is told once, whatever else is wrong with it, and counted by line', async () => {
    expect(await told(WIDE, '单位,工作,民生\n福田区,1,2\n合计,,—\n合计,1,2\n')).toEqual([
      'raw/x.csv:3:1 单位“合计”是汇总行，不是单位。（共 2 行） 请把合计、平均这样的行从表里删去；不便改动原表的，在 tables 里用 where 略去，如 where: { 单位: { not: 合计 } }',
    ]);
  });

  it('is a unit where one is called so', async () => {
    const { codes } = await parseFiles({ ...files(LONG, '单位,维度,季度,得分\n全市,工作,2023-Q3,\n'), 'units.csv': 'unit,name\nall,全市\n' });
    expect(codes).toEqual(['figure-blank']);
  });
});

it('words for nothing are counted by line where columns become rows', async () => {
  const { problems } = await parseFiles(files(WIDE, '单位,工作,民生\n福田区,—,—\n罗湖区,—,—\n'));
  expect(problems).toMatchObject([{ code: 'figure-nothing', params: { rows: 2 } }]);
});

describe('a table whose ids are made of names', () => {
  const entry = (table: string, columns: string, csv: string) => ({
    ...BASE,
    'portal.yaml': `${BASE['portal.yaml']}tables:\n  ${table}: { file: raw/x.csv, columns: ${columns}, make_id: [${table.slice(0, -1)}]${table === 'units' ? '' : ', constants: { programme: board }'} }\n`,
    'raw/x.csv': csv,
  });

  it('takes neither its total nor its notes for units', async () => {
    const { 'units.csv': __, ...rest }: Files = entry(
      'units',
      '{ unit: 单位, name: 单位 }',
      '单位,人口\nfutian,1\nluohu,2\n合 计,3\n注：人口为常住人口,\n',
    );
    expect([...(await printProblems(rest, 'zh-CN'))].sort()).toEqual([
      'raw/x.csv:4:1 “合 计”像是汇总行，不是一行数据。 请从表里删去；不便改动原表的，在 portal.yaml 的 tables 里用 where 略去：where: { 单位: { not: "合 计" } }',
      'raw/x.csv:5:1 “注：人口为常住人口”像是表下的说明，不是一行数据。 请从表里删去；不便改动原表的，在 portal.yaml 的 tables 里用 where 略去：where: { 单位: { matches: "^(?!注[:：])" } }',
    ]);
  });

  it.each([
    ['tasks', '{ task: 任务, title: 任务 }', '任务,投资\n修路,1\nTotal,3\n'],
    ['tasks', '{ task: 任务, title: 任务 }', '任务,投资\n修路,1\nＴｏｔａｌ,3\n'],
    ['indicators', '{ indicator: 指标, name: 指标, direction: 方向 }', '指标,方向\n投资,higher\n总计,\n'],
  ])('takes no total for one of its %s', async (table, columns, csv) => {
    const { problems } = await parseFiles(entry(table, columns, csv));
    expect(problems.map(({ code, place }) => `${code} ${place.line}`)).toEqual(['row-summary 3']);
  });

  it('takes other names as they are', async () => {
    const { codes } = await parseFiles(entry('tasks', '{ task: 任务, title: 任务 }', '任务,投资\n说明会,1\n全市总计划,3\n'));
    expect(codes).toEqual([]);
  });
});

it('a line that is no row stops the build all the same where it holds what is personal, and shows none of it', async () => {
  for (const line of ['合计,,,1,电话13812345678', '注：联系13812345678,,,,']) {
    const found = await parseFiles(
      files(
        `${LONG.replace('score: 得分', 'score: 得分, note: 备注')}\nfaults: report`,
        `单位,维度,季度,得分,备注\n福田区,工作,2023-Q3,1,\n${line}\n`,
      ),
    );
    expect(found.codes.toSorted(), line).toContain('personal-mobile');
    expect(JSON.stringify(found.problems.map(({ params }) => params)), line).not.toContain('13812345678');
  }
});

describe('a fault in rows that are joined', () => {
  const joined = `${WIDE}\ndistinct: [unit, dimension]`;

  it('is told in the column that it stands in', async () => {
    expect(await told(joined, '单位,工作,民生\n福田区,1,2\n罗湖区,3,好\n', 'en')).toEqual([
      expect.stringContaining('raw/x.csv:3:3 民生 “好” is not a number.'),
    ]);
  });

  it('is none in a row that has more cells than the header, which is said instead', async () => {
    expect((await parseFiles(files(`${LONG}\ndistinct: [unit]`, '单位,维度,季度,得分\n福田区,工作,2023-Q3,一,2\n'))).codes).toEqual(['csv-row-long']);
  });
});
