import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../src/read/csv.ts';
import { cellsOf, read } from './fixture.ts';

describe('a CSV', () => {
  test.each([
    ['commas', 'unit,name\na,甲\nb,乙\n'],
    ['semicolons, with commas in the cells', 'unit;name\na;甲\nb;乙\n'],
    ['tabs', 'unit\tname\na\t甲\nb\t乙'],
    ['CRLF', 'unit,name\r\na,甲\r\nb,乙\r\n'],
    ['bare CR', 'unit,name\ra,甲\rb,乙\r'],
    ['every newline there is', 'unit,name\r\na,甲\nb,乙\r'],
    ['an Excel separator line', 'sep=;\nunit;name\na;甲\nb;乙\n'],
    ['a byte-order mark and quotes', '\ufeff"unit","name"\n"a","甲"\n"b","乙"\n'],
    ['trailing blank cells, columns and rows', 'unit,name,,\na,甲,,\nb,乙\n,,,\n\n'],
    ['rows with nothing but spaces in them', 'unit,name\n ,\na,甲\n\u3000,\u00a0\nb,乙\n\u200b,\n \n'],
    ['its header repeated in the middle', 'unit,name\na,甲\nunit,name\nb,乙\n'],
    ['lines of preamble', '2023年单位名单\n填报单位：市府办,,\n\nunit,name\na,甲\nb,乙\n'],
    ['Chinese headers in another order', '名称,单位\n甲,a\n乙,b\n'],
    ['spaces that cannot be seen', '\u3000unit\u00a0, name \n a,甲\u3000\nb\u00a0,乙\n'],
  ])('is read with %s', async (_, text) => {
    const found = await read({ 'units.csv': text });
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units')).toEqual([
      { unit: 'a', name: '甲' },
      { unit: 'b', name: '乙' },
    ]);
  });

  test('keeps leading zeros, and text as it stands', async () => {
    const found = await read({ 'units.csv': 'unit,name,code\n007,=1+1,0350\n' });
    expect(cellsOf(found, 'units')).toEqual([{ unit: '007', name: '=1+1', code: '0350' }]);
  });

  test('tells true lines and fields across quoted newlines', async () => {
    const found = await read({ 'tasks.csv': 'task,title,note,programme\r\nt1,"two\r\nlines","and\nthree\rmore",p\r\n\r\nt2,x,,p\r\n' });
    const [first, second] = found.rows.tasks ?? [];
    expect(first?.cells.note).toBe('and\nthree\nmore');
    expect(first?.line).toBe(2);
    expect(first?.places.note).toEqual({ file: 'tasks.csv', line: 3, column: 3 });
    expect(first?.places.programme).toEqual({ file: 'tasks.csv', line: 5, column: 4 });
    expect(second?.line).toBe(7);
  });

  test('gives the same cells and lines as a plain parse, however it is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '字', ',', '"', '\n', ' ', ''), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = Papa.unparse(rows, { quotes: true, newline: '\n' });
        const found: string[][] = [];
        const lines: number[] = [];
        const fault = readRecords(text.split(/(?<=\n)/), { delimiter: ',', skipRows: 0 }, (cells, line) => {
          found.push(cells);
          lines.push(line);
          return true;
        });
        expect(fault).toBeUndefined();
        expect(found).toEqual(rows);
        expect(lines).toEqual(rows.map((_, i) => 1 + i + (rows.slice(0, i).flat().join('').match(/\n/g)?.length ?? 0)));
      }),
    );
  });

  test('larger than a piece is read to its end', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `u${i},"单位, ${i}"`);
    const found = await read({ 'units.csv': `unit,name\n${rows.join('\n')}` });
    expect(found.rows.units?.length).toBe(20_000);
    expect(found.rows.units?.at(-1)).toMatchObject({ line: 20_001, cells: { unit: 'u19999', name: '单位, 19999' } });
  });
});

test('a CSV larger than a piece keeps its lines with CRLF as well', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `u${i},单位 ${i}`);
  const found = await read({ 'units.csv': ['unit,name', ...rows].join('\r\n') });
  expect(found.rows.units?.length).toBe(20_000);
  expect(found.rows.units?.at(-1)).toMatchObject({ line: 20_001, cells: { unit: 'u19999', name: '单位 19999' } });
});

describe('a bad CSV', () => {
  test.each([
    ['an unclosed quote', 'unit,name\na,甲\nb,"乙\nc,丙\n', 'csv-quote units.csv:3:2'],
    ['an unclosed quote that meets another', 'unit,name\n"a,甲\nb,"乙"\nc,"丙"\n', 'csv-quote units.csv:2:1'],
    ['text after a quoted cell', 'unit,name\na,"甲"乙\nb,c\n', 'csv-quote units.csv:2:2'],
    ['text after a quoted cell below one of two lines', 'unit,name\n"a\nb","甲"乙\n', 'csv-quote units.csv:3:2'],
    ['a cell too many before one of two lines', 'unit,name\na,甲,1,"2\n3"\n', 'csv-row-long units.csv:2:3'],
    ['an unknown header below one of two lines', 'unit,name,"short\nname",colour\na,甲,b,red\n', 'csv-column-unknown units.csv:2:4'],
    ['a cell too many', 'unit,name\na,1,234\n', 'csv-row-long units.csv:2:3'],
    ['full-width commas in one row', 'unit,name\na,甲\nb，乙，丙\nc，丁\n', 'csv-row-separator units.csv:4:1'],
    ['semicolons in one row', 'unit,name,kind\na,甲,region\nb;乙;region\n', 'csv-row-separator units.csv:3:1'],
    ['a column without a header', 'unit,,name\na,9,甲\nb,8,乙\n', 'csv-header-blank units.csv:2:2'],
    ['a header twice', 'unit,name,name\na,甲,乙\n', 'csv-header-duplicate units.csv:1:3'],
    ['two headers that mean the same', 'unit,name,名称\na,甲,乙\n', 'csv-header-duplicate units.csv:1:3'],
    ['an unknown header', 'unit,name,colour\na,甲,red\n', 'csv-column-unknown units.csv:1:3'],
    ['a misspelt required header', 'unti,name\na,甲\n', 'csv-column-unknown units.csv:1:1'],
    ['full-width commas', '单位，名称\na，甲\n', 'csv-delimiter-wide units.csv:1:1'],
    ['commas of a list', '单位、名称\na,甲\n', 'csv-delimiter-wide units.csv:1:1'],
    ['no header at all', 'a,甲\nb,乙\n', 'csv-header-none units.csv:1:1'],
    ['several required headers missing', 'kind,code\nregion,1\n', 'csv-column-missing units.csv:1:'],
    ['a required header missing', 'unit,kind\na,region\n', 'csv-column-missing units.csv:1:'],
    ['nothing in it', '\n\n', 'csv-empty units.csv::'],
  ])('with %s has one problem, in its place', async (_, text, fault) => {
    expect((await read({ 'units.csv': text })).faults).toEqual([fault]);
  });

  test('says what is wrong and what to do, in the language asked for', async () => {
    const files = { 'scores.csv': '机制,单位,期次,得份\np,a,2023,80\n', 'units.csv': '单位\na\n' };
    expect((await read(files, 'zh-CN')).messages).toEqual([
      'units.csv 缺少“名称（name）”列。 现有的表头是：单位。请补上这一列。',
      'scores 表没有“得份”这一列。 是不是“得分”？本站用不到的列，请从表里删去。',
    ]);
    expect((await read({ 'units.csv': 'unit,name\na,1,234\n' })).messages).toEqual([
      'This row has more cells than the header: “234” belongs to no column. The header has 2 columns. If a cell holds a comma (such as 1,234), put the whole cell in quotation marks.',
    ]);
  });

  test.each([
    [
      '编号,单位\na,甲\n',
      ['表头“单位”与第 1 列“编号”都表示“单位（unit）”这一列。 名称请放在“名称（name）”列下。'],
      ['The header “单位” and column 1 “编号” both mean “单位（unit）”. Names belong under “名称（name）”.'],
    ],
    [
      'unit,name,名称\na,甲,乙\n',
      ['表头“名称”与第 2 列“name”都表示“名称（name）”这一列。 请只留一列。'],
      ['The header “名称” and column 2 “name” both mean “名称（name）”. Keep one of the two columns.'],
    ],
    ['unit,name,name\na,甲,乙\n', ['表头“name”与第 2 列重复。 请只留一列。'], ['The header “name” repeats column 2. Keep one of the two columns.']],
  ])('says which headers mean the same: %s', async (text, zh, en) => {
    expect((await read({ 'units.csv': text }, 'zh-CN')).messages).toEqual(zh);
    expect((await read({ 'units.csv': text })).messages).toEqual(en);
  });

  test('with an unclosed quote at its top does not take for ever', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `u${i},"name ${i}"`);
    const found = await read({ 'units.csv': `unit,name\n"a,b\n${rows.join('\n')}` });
    expect(found.faults).toEqual(['csv-quote units.csv:2:1']);
  });

  test('tells its faults once, though it is visited twice', async () => {
    const found = await read({ 'units.csv': 'unit,name\na,b,c\n' });
    await found.folder.tables[0]?.each(() => {});
    expect(found.faults).toHaveLength(1);
    expect(found.folder.inputs().map(({ file, bytes, tables }) => [file, bytes, tables])).toEqual([
      ['portal.yaml', Buffer.byteLength('title: 示范\nlanguages: [zh-CN, en]\n'), []],
      ['units.csv', 16, ['units']],
    ]);
  });
});

test.each(['\ufeffunit,name', 'Unit,Name', '\ufeff"unit","name"', 'UNIT , name'])('a header is no row when it is repeated as %s', async (header) => {
  const found = await read({ 'units.csv': `unit,name\na,甲\n${header}\nb,乙\n` });
  expect(cellsOf(found, 'units').map(({ unit }) => unit)).toEqual(['a', 'b']);
});
