/** `header_rows: 2`: a head merged over sub-heads. */
import { describe, expect, test } from 'vitest';
import { joinHeaders } from '../../src/read/twoRows.ts';
import { cellsOf, PORTAL, type Read, read } from './fixture.ts';

function readMapped(entry: string, csv: string, lang?: string): Promise<Read> {
  const text = entry.replace(/^/gm, '      ');
  return read({ 'portal.yaml': `${PORTAL}tables:\n  scores:\n    - file: raw/x.csv\n${text}\n`, 'raw/x.csv': csv }, lang);
}

const HEAD = '单位,第一季度,,第二季度,,备注\n,得分,位次,得分,位次,\n';
const ROWS = '东湖,91,1,93,2,\n西湖,90,2,95,1,补报\n';
const Q1 = 'columns: { unit: 单位, score: 第一季度 得分, rank_recorded: 第一季度 位次, note: 备注 }\nconstants: { programme: p, period: 2024-Q1 }';
const Q12 =
  'columns: { unit: 单位 }\nconstants: { programme: p }\nunpivot: { columns: [第一季度 得分, 第二季度 得分], into: { name: period, value: score } }\nreplace: { period: { 第一季度 得分: 2024-Q1, 第二季度 得分: 2024-Q2 } }';

test.each([
  ['单位|第一季度||第二季度|', '|得分|位次|得分|位次', '单位|第一季度 得分|第一季度 位次|第二季度 得分|第二季度 位次'],
  ['|第一季度|', '单位|得分|位次', '单位|第一季度 得分|第一季度 位次'],
  ['单位|单位', '单位|编码', '单位|单位 编码'],
  ['单位|得分|', '||', '单位|得分|'],
  ['指标', 'Indicator|Unit', '指标 Indicator|指标 Unit'],
])('%s over %s is %s', (upper, lower, joined) => {
  expect(joinHeaders(upper.split('|'), lower.split('|'))).toEqual(joined.split('|'));
});

describe('header_rows: 2', () => {
  test('names columns by both rows', async () => {
    const found = await readMapped(`header_rows: 2\n${Q1}`, HEAD + ROWS);
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'scores').map(({ unit, score, rank_recorded, note }) => [unit, score, rank_recorded, note])).toEqual([
      ['东湖', '91', '1', ''],
      ['西湖', '90', '2', '补报'],
    ]);
    expect(found.rows.scores?.[1]?.places.score).toEqual({ file: 'raw/x.csv', line: 4, column: 2 });
  });

  test('turns such columns into rows, and places their names in the lower row', async () => {
    const found = await readMapped(`header_rows: 2\nskip_rows: 1\n${Q12}`, `附件\n\n${HEAD}\n${ROWS}`);
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'scores').map(({ unit, period, score }) => `${unit} ${period} ${score}`)).toEqual([
      '东湖 2024-Q1 91',
      '东湖 2024-Q2 93',
      '西湖 2024-Q1 90',
      '西湖 2024-Q2 95',
    ]);
    expect(found.rows.scores?.[1]?.places.period).toEqual({ file: 'raw/x.csv', line: 4, column: 4 });
  });

  test('by pattern, too', async () => {
    const entry = Q12.replace('[第一季度 得分, 第二季度 得分]', '{ matches: " 得分$" }');
    expect(cellsOf(await readMapped(`header_rows: 2\n${entry}`, HEAD + ROWS), 'scores')).toHaveLength(4);
  });

  test('passes over a header that is repeated, both rows of it', async () => {
    const found = await readMapped(`header_rows: 2\n${Q1}`, HEAD + ROWS + HEAD + ROWS);
    expect(cellsOf(found, 'scores').map(({ unit }) => unit)).toEqual(['东湖', '西湖', '东湖', '西湖']);
  });

  test('knows lines of quoted heads, semicolons, and columns that are filled down', async () => {
    const csv = '组;单位;"第一\n季度";\n;;得分;位次\n县区;东湖;91;1\n;西湖;90;2\n';
    const entry = 'columns: { unit: 单位, dimension: 组, score: 第一 季度 得分 }\nconstants: { programme: p, period: 2024-Q1 }\nfill_down: [组]';
    const found = await readMapped(`header_rows: 2\n${entry}`, csv);
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'scores').map(({ unit, dimension, score }) => `${unit} ${dimension} ${score}`)).toEqual(['东湖 县区 91', '西湖 县区 90']);
    expect(found.rows.scores?.[0]?.line).toBe(4);
  });

  test('of a table on its side are two columns', async () => {
    const found = await readMapped(`header_rows: 2\ntranspose: true\n${Q1}`, '单位,,东湖,西湖\n第一季度,得分,91,90\n,位次,1,2\n备注,,,补报\n');
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'scores').map(({ unit, score, rank_recorded, note }) => [unit, score, rank_recorded, note])).toEqual([
      ['东湖', '91', '1', ''],
      ['西湖', '90', '2', '补报'],
    ]);
  });

  test.each([
    ['header_rows: 3', HEAD, 'mapping-value portal.yaml:6:20', 'header_rows: 2'],
    ['header_rows: 2', '单位,第一季度,\n\n', 'mapping-header-rows portal.yaml:6:20', 'raw/x.csv has but one line from line 1 on'],
  ])('is told what cannot be: %s', async (setting, csv, fault, message) => {
    const found = await readMapped(`${setting}\n${Q1}`, csv);
    expect(found.faults).toEqual([fault]);
    expect(found.messages[0]).toContain(message);
  });

  test('where the header has one is told by the names that came of it', async () => {
    const found = await readMapped(`header_rows: 2\n${Q1}`, '单位,得分\n东湖,91\n');
    expect(found.messages[0]).toContain('What it holds is: 单位 东湖, 得分 91.');
    expect(found.messages[0]).toContain('if the header has but one row, remove header_rows.');
  });

  test('is for CSV', async () => {
    const found = await read({
      'portal.yaml': `${PORTAL}tables:\n  units: { file: raw/x.yaml, header_rows: 2 }\n`,
      'raw/x.yaml': '- { unit: a, name: 甲 }\n',
    });
    expect(found.faults).toEqual(['mapping-csv-only portal.yaml:4:30']);
  });
});

describe('a header of two rows without the key', () => {
  const names = '单位、第一季度 得分、第一季度 位次、第二季度 得分、第二季度 位次、备注';

  test('is told of in a mapping that misses its names', async () => {
    const found = await readMapped('columns: { unit: 单位, score: 得分 }\nconstants: { programme: p, period: 2024-Q1 }', HEAD + ROWS);
    expect(found.faults).toEqual(['mapping-header-missing portal.yaml:6:35']);
    expect(found.messages[0]).toContain(
      `The header seems to have two rows, heads over sub-heads: write header_rows: 2 under tables, and its columns are called ${names.replaceAll('、', ', ')}. `,
    );
  });

  test('is told of in a mapping that takes the upper names for columns', async () => {
    const entry = 'columns: { unit: 单位, score: 第一季度 }\nconstants: { programme: p, period: 2024-Q1 }';
    const found = await readMapped(entry, HEAD + ROWS, 'zh-CN');
    expect(found.faults).toEqual(['csv-header-rows raw/x.csv:1:']);
    expect(found.messages[0]).toContain(
      '在 portal.yaml 的 tables 里，把这个文件的那一项写成：header_rows: 2, columns: { unit: 单位, note: 备注, … }。',
    );
    expect((await readMapped(`${entry}\nwhere: { 单位: { not: "" } }`, HEAD + ROWS)).faults).toEqual([]);
  });

  test('is told of once in a table’s own file', async () => {
    const found = await read({ 'scores.csv': HEAD + ROWS }, 'zh-CN');
    expect(found.faults).toEqual(['csv-header-rows scores.csv:1:']);
    expect(found.messages).toEqual([
      `scores.csv 的表头像是有两行：大标题下面还有小标题。 这样的表不用改，在 portal.yaml 里写：tables: { scores: { file: scores.csv, header_rows: 2, columns: { unit: 单位, note: 备注, … } } }。各列便叫：${names}；请把 … 换成要用的各列，几个期次或维度各占一列的，用 unpivot。`,
    ]);
    const below = await read({ 'scores.csv': '附件,,,,\n,第一季度,,第二季度,\n单位,得分,位次,得分,位次\n东湖,91,1,92,1\n' });
    expect(below.messages[0]).toContain('skip_rows: 1, header_rows: 2');
  });

  test('may be two rows that are headers each', async () => {
    const found = await read({ 'scores.csv': 'programme,unit,period,score\n机制,单位,期次,得分\np,a,2023,1\n' });
    expect(found.faults).toEqual(['csv-second-header scores.csv:2:']);
    expect(found.messages[0]).toContain('If the two lines are one header, write header_rows: 2 under tables in portal.yaml.');
  });

  test('is told of where a blank header has words below it', async () => {
    const found = await read({ 'scores.csv': '单位,机制,得分,,期次\n,,业务,作风,\n东湖,p,1,2,2023\n' });
    expect(found.faults).toEqual(['csv-header-blank scores.csv:2:4']);
    expect(found.messages[0]).toContain('write header_rows: 2 under tables, and its columns are called 单位, 机制, 得分 业务, 得分 作风, 期次.');
  });

  test.each(['单位,得分,,备注\n东湖,91,良好,\n', '单位,得分,备注\n东湖,91,\n'])('is none where a row stands below it: %j', async (csv) => {
    const found = await readMapped('columns: { unit: 单位, score: 分数 }\nconstants: { programme: p, period: 2024-Q1 }', csv);
    expect(found.messages[0]).not.toContain('header_rows');
  });
});
