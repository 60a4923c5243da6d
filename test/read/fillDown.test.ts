/** `fill_down`: columns of which merged cells left only the first of each block. */
import { describe, expect, test } from 'vitest';
import type { ColumnMeta } from '../../src/model/columns.ts';
import { TABLE_SCHEMAS } from '../../src/model/tables/index.ts';
import { NUMBERS } from '../../src/read/plan.ts';
import { cellsOf, PORTAL, type Read, read } from './fixture.ts';

function readMapped(entry: string, csv: string, table = 'scores'): Promise<Read> {
  const text = entry.replace(/^/gm, '      ');
  return read({ 'portal.yaml': `${PORTAL}tables:\n  ${table}:\n    - file: raw/x.csv\n${text}\n`, 'raw/x.csv': csv });
}

const CONSTANTS = 'constants: { programme: p, period: 2023 }';
const ENTRY = `columns: { unit: 单位, dimension: 维度, score: 得分 }\n${CONSTANTS}`;
const list = (found: Read): readonly string[] => cellsOf(found, 'scores').map(({ unit, dimension, score }) => `${unit} ${dimension} ${score}`);

describe('fill_down', () => {
  test('gives a blank cell what stands above it, in that column only', async () => {
    const csv = '单位,维度,得分\n东湖,经济,1\n,民生,2\n　,党建,\n西湖,经济,4\n,,5\n';
    const found = await readMapped(`${ENTRY}\nfill_down: 单位`, csv);
    expect(found.messages).toEqual([]);
    expect(list(found)).toEqual(['东湖 经济 1', '东湖 民生 2', '东湖 党建 ', '西湖 经济 4', '西湖  5']);
    expect(found.rows.scores?.[1]?.places.unit).toEqual({ file: 'raw/x.csv', line: 3, column: 1 });
    expect(found.rows.scores?.[1]?.line).toBe(3);
  });

  test('says where a text was taken from', async () => {
    const found = await readMapped(`${ENTRY}\nfill_down: [单位]`, '单位,维度,得分\n东湖,经济,1\n,民生,2\n');
    const from: unknown[] = [];
    const [source] = found.folder.tables;
    const unit = source?.columns.indexOf('unit') ?? -1;
    await source?.each((_, row) => from.push(row.filledFrom?.(unit) ?? null, row.filledFrom?.(0) ?? null));
    expect(from).toEqual([null, null, { file: 'raw/x.csv', line: 2, column: 1 }, null]);
  });

  test('is undone neither by short rows, nor by blank lines, a preamble or a header that is repeated', async () => {
    const csv = '附件\n,,\n维度,得分,单位\n经济,1,东湖\n\n维度,得分,单位\n民生,2\n';
    const found = await readMapped(`${ENTRY}\nskip_rows: 1\nfill_down: [单位]`, csv);
    expect(found.messages).toEqual([]);
    expect(list(found)).toEqual(['东湖 经济 1', '东湖 民生 2']);
  });

  test.each([
    ['in the column itself', '东湖,经济,1\n合计,,9\n,民生,2\n', ['东湖 经济 1', '合计  9', ' 民生 2']],
    ['beside it', '东湖,经济,1\n,小 计,9\n,民生,2\n', ['东湖 经济 1', ' 小 计 9', ' 民生 2']],
    ['with the block’s own name', '东湖,小计,9\n,民生,2\n', ['东湖 小计 9', '东湖 民生 2']],
    ['as a note', '东湖,经济,1\n注：初步数,,\n,民生,2\n', ['东湖 经济 1', '注：初步数  ', ' 民生 2']],
  ])('takes nothing across a total line or a note, nor gives it to one: %s', async (_, rows, wanted) => {
    expect(list(await readMapped(`${ENTRY}\nfill_down: [单位]`, `单位,维度,得分\n${rows}`))).toEqual(wanted);
  });

  test('comes before where, missing and replace, and after transpose', async () => {
    const rest = `fill_down: [单位]\nmissing: ["-"]\nreplace: { unit: { 东湖: donghu } }\nwhere: { 单位: { not: 西湖 }, 维度: { not: 经济 } }`;
    const csv = '单位,维度,得分\n东湖,经济,1\n,民生,-\n西湖,经济,3\n,民生,4\n-,党建,5\n,民生,6\n';
    const found = await readMapped(`${ENTRY}\n${rest}`, csv);
    expect(list(found)).toEqual(['donghu 民生 ', ' 党建 5', ' 民生 6']);
    const side = await readMapped(`${ENTRY}\nfill_down: [单位]\ntranspose: true`, '单位,东湖,,西湖\n维度,经济,民生,经济\n得分,1,2,3\n');
    expect(list(side)).toEqual(['东湖 经济 1', '东湖 民生 2', '西湖 经济 3']);
  });

  test('comes before unpivot, and each file begins anew', async () => {
    const entry = `columns: { unit: 单位, dimension: 维度 }\nconstants: { programme: p }\nfill_down: [单位]\nunpivot: { columns: [2022, 2023], into: { name: period, value: score } }`;
    const found = await read({
      'portal.yaml': `${PORTAL}tables:\n  scores:\n    - file: raw/*.csv\n${entry.replace(/^/gm, '      ')}\n`,
      'raw/a.csv': '单位,维度,2022,2023\n东湖,经济,1,2\n,民生,3,\n',
      'raw/b.csv': '单位,维度,2022,2023\n,经济,5,6\n',
    });
    expect(cellsOf(found, 'scores').map(({ unit, dimension, period, score }) => `${unit} ${dimension} ${period} ${score}`)).toEqual([
      '东湖 经济 2022 1',
      '东湖 经济 2023 2',
      '东湖 民生 2022 3',
      '东湖 民生 2023 ',
      ' 经济 2022 5',
      ' 经济 2023 6',
    ]);
  });

  test('keeps where a text is from in rows that are joined', async () => {
    const found = await readMapped(
      'columns: { task: 编号, title: 名称 }\nconstants: { programme: p }\nfill_down: [名称]\ndistinct: [task]',
      '编号,名称\na,修路\nb,\n',
      'tasks',
    );
    expect(cellsOf(found, 'tasks').map(({ title }) => title)).toEqual(['修路', '修路']);
    const [source] = found.folder.tables;
    const from: unknown[] = [];
    await source?.each((_, row) => from.push(row.filledFrom?.(source.columns.indexOf('title')) ?? null));
    expect(from).toEqual([null, { file: 'raw/x.csv', line: 2, column: 2 }]);
  });

  test.each([
    ['fill_down: [单位, 得分]', 'mapping-fill-number portal.yaml:8:23', '“得分” is score, a column of numbers, which cannot be filled down.'],
    ['fill_down: [单 位]', 'mapping-header-missing portal.yaml:8:19', 'has no header “单 位”. The nearest is “单位”.'],
    ['fill_down: {}', 'mapping-value portal.yaml:8:7', 'Write it like this: fill_down: [单位]'],
  ])('is told what cannot be: %s', async (setting, fault, message) => {
    const found = await readMapped(`${ENTRY}\n${setting}`, '单位,维度,得分\n东湖,经济,1\n');
    expect(found.faults).toEqual([fault]);
    expect(found.messages[0]).toContain(message);
  });

  test('refuses columns that become numbers in rows', async () => {
    const entry = `columns: { unit: 单位 }\n${CONSTANTS}\nfill_down: [经济]\nunpivot: { columns: [经济, 民生], into: { name: dimension, value: score } }`;
    const found = await readMapped(entry, '单位,经济,民生\n东湖,1,2\n');
    expect(found.faults).toEqual(['mapping-fill-number portal.yaml:8:19']);
  });

  test('is for CSV', async () => {
    const found = await read({
      'portal.yaml': `${PORTAL}tables:\n  units: { file: raw/x.yaml, fill_down: [name] }\n`,
      'raw/x.yaml': '- { unit: a, name: 甲 }\n',
    });
    expect(found.faults).toEqual(['mapping-csv-only portal.yaml:4:30']);
  });

  test('knows every column of numbers', () => {
    const numbers = Object.values(TABLE_SCHEMAS).flatMap(({ shape }) =>
      Object.entries(shape).flatMap(([name, schema]) => {
        const inner = 'unwrap' in schema ? (schema as { unwrap(): typeof schema }).unwrap() : schema;
        return (inner.meta() as unknown as ColumnMeta).cell === 'number' ? name : [];
      }),
    );
    expect([...NUMBERS].sort()).toEqual([...new Set(numbers)].sort());
  });
});
