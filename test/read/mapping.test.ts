import { describe, expect, test } from 'vitest';
import { cellsOf, PORTAL, type Read, read } from './fixture.ts';

const SCORES = 'Council,Code,When,Real\nArgyll & Bute,C&L 01,2018-19,3.5\nHighland,C&L 01,2018-19,-\n,,2019-20,\n';

/** Reads `observations` from raw/x.csv under the keys of one entry. */
function readMapped(entry: string, csv = SCORES, table = 'observations'): Promise<Read> {
  return read({ 'portal.yaml': `${PORTAL}tables:\n  ${table}:\n    - file: raw/x.csv\n${entry.replace(/^/gm, '      ')}\n`, 'raw/x.csv': csv });
}

const COLUMNS = 'columns: { unit: Council, indicator: Code, period: When, value: Real }\nconstants: { programme: lgbf }';

describe('a mapping', () => {
  test('names columns, constants, ids, replacements, conditions and what stands for nothing', async () => {
    const found = await readMapped(
      `${COLUMNS}\nmake_id: [unit, indicator]\nreplace: { period: { 2018-19: 2018/19 } }\nmissing: { "-": not_applicable }\nwhere: { Council: { not: "" } }`,
    );
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'observations')).toEqual([
      { programme: 'lgbf', unit: 'Argyll-Bute', indicator: 'C-L-01', period: '2018/19', value: '3.5', status: '' },
      { programme: 'lgbf', unit: 'Highland', indicator: 'C-L-01', period: '2018/19', value: '', status: 'not_applicable' },
    ]);
    const [source] = found.folder.tables;
    expect(source?.declaredMissing).toEqual(new Map([['-', 'not_applicable']]));
    expect(source?.fields).toEqual([0, 1, 2, 3, 4, 0]);
    expect(found.rows.observations?.[1]?.places.value).toEqual({ file: 'raw/x.csv', line: 3, column: 4 });
    expect(found.rows.observations?.[1]?.places.programme).toEqual({ file: 'portal.yaml', line: 7, column: 31 });
  });

  test('may be written the other way round, and take Chinese names of columns', async () => {
    const found = await readMapped(
      'columns: { Council: 单位, Code: indicator, 期次: When, value: Real }\nconstants: { 机制: lgbf }\nwhere: { Council: Highland }',
    );
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'observations')).toEqual([{ programme: 'lgbf', unit: 'Highland', indicator: 'C&L 01', period: '2018-19', value: '-' }]);
  });

  test('without columns takes those that the file calls by their names, and passes over the rest', async () => {
    const found = await readMapped('skip_rows: 2', 'About\nthis file\nunit,name,rainfall\na,甲,3\n', 'units');
    expect(cellsOf(found, 'units')).toEqual([{ unit: 'a', name: '甲' }]);
    expect(found.rows.units?.[0]?.line).toBe(4);
  });

  test('tells headers of one name apart', async () => {
    const found = await readMapped('columns: { unit: id, name: colour, short_name: "colour#2" }', 'id,colour,colour\na,red,green\n', 'units');
    expect(cellsOf(found, 'units')).toEqual([{ unit: 'a', name: 'red', short_name: 'green' }]);
  });

  test('finds a header of several lines by its first, or by all of them in one', async () => {
    const csv = 'id,"Name \n(as printed)"\na,甲\n';
    for (const name of ['Name', '"Name (as printed)"']) {
      expect(cellsOf(await readMapped(`columns: { unit: id, name: ${name} }`, csv, 'units'), 'units')).toEqual([{ unit: 'a', name: '甲' }]);
    }
  });

  test('filters by lists and patterns, on the file’s headers and on the table’s columns', async () => {
    const read = async (where: string) => cellsOf(await readMapped(`${COLUMNS}\nwhere: ${where}`), 'observations').map((row) => row.unit);
    expect(await read('{ Council: { in: [Highland, Fife] } }')).toEqual(['Highland']);
    expect(await read('{ Council: { matches: "^A" } }')).toEqual(['Argyll & Bute']);
    expect(await read('{ Council: { not: ["", Highland] } }')).toEqual(['Argyll & Bute']);
    expect(await read('{ period: 2019-20 }')).toEqual(['']);
  });

  test('turns columns into rows, each with its true place', async () => {
    const csv = '单位,指标,2023-Q1,2023-Q2,合计\na,i,1,2,3\nb,i,4,-,4\n';
    const found = await readMapped(
      `columns: { unit: 单位, indicator: 指标 }
constants: { programme: p }
missing: { "-": late }
unpivot: { columns: { matches: '^[0-9]{4}-Q[1-4]$' }, into: { name: period, value: value } }`,
      csv,
    );
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'observations').map((row) => [row.unit, row.period, row.value, row.status])).toEqual([
      ['a', '2023-Q1', '1', ''],
      ['a', '2023-Q2', '2', ''],
      ['b', '2023-Q1', '4', ''],
      ['b', '2023-Q2', '', 'late'],
    ]);
    expect(found.rows.observations?.[3]?.places.value).toEqual({ file: 'raw/x.csv', line: 3, column: 4 });
  });

  test('reads a transposed file, with true lines and fields', async () => {
    const csv = 'Name,甲,"乙\n(new)",,\nId,a,b,,\n\nNote,x,y,,\n';
    const found = await readMapped('transpose: true\ncolumns: { unit: Id, name: Name }', csv, 'units');
    expect(cellsOf(found, 'units')).toEqual([
      { unit: 'a', name: '甲' },
      { unit: 'b', name: '乙\n(new)' },
    ]);
    expect(found.rows.units?.[1]?.places).toEqual({
      unit: { file: 'raw/x.csv', line: 3, column: 3 },
      name: { file: 'raw/x.csv', line: 1, column: 3 },
    });
  });

  test('reads several files by a pattern, beside the table’s own', async () => {
    const found = await read({
      'portal.yaml': `${PORTAL}tables: { units: { file: 'raw/*.csv', delimiter: ';' } }\n`,
      'raw/b.csv': 'unit;name\nb;乙\n',
      'raw/a.csv': 'unit;name\na;甲\n',
      'raw/a.txt': 'unit;name\nx;x\n',
      'units.csv': 'unit,name\nc,丙\n',
    });
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units').map((row) => row.unit)).toEqual(['c', 'a', 'b']);
  });

  test('of a table’s own file takes its place', async () => {
    const found = await read({
      'portal.yaml': `${PORTAL}tables: { units: { file: units.csv, delimiter: semicolon } }\n`,
      'units.csv': 'unit;name;x\na;甲;1\n',
    });
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units')).toEqual([{ unit: 'a', name: '甲' }]);
  });

  test('reads a file in the root that no table is named for', async () => {
    const found = await read({ 'portal.yaml': `${PORTAL}tables: { units: { file: 名单.csv } }\n`, '名单.csv': '单位,名称\na,甲\n' });
    expect(found.messages).toEqual([]);
    expect(found.rows.units).toHaveLength(1);
  });
});

describe('a bad mapping', () => {
  test.each([
    ['an unknown key', 'colums: { unit: Council }', ['mapping-key-unknown portal.yaml:6:7 near columns']],
    ['a header that the file lacks', COLUMNS.replace('Council', 'Counsil'), ['mapping-header-missing portal.yaml:6:24 near Council']],
    ['a column that the table lacks', COLUMNS.replace('value:', 'valeu:'), ['mapping-column-unknown portal.yaml:6:64 near value']],
    ['a condition on nothing', `${COLUMNS}\nwhere: { Nowhere: x }`, ['mapping-header-missing portal.yaml:8:16 near When']],
    ['a column left out', 'columns: { unit: Council, indicator: Code, period: When }', ['csv-column-missing portal.yaml:5:13 near']],
    ['a value of the wrong kind', 'skip_rows: many', ['mapping-value portal.yaml:6:18 near']],
    ['an unknown encoding', `${COLUMNS}\nencoding: klingon`, ['mapping-encoding portal.yaml:8:17 near']],
    ['a broken pattern', `${COLUMNS}\nwhere: { Code: { matches: "(" } }`, ['mapping-pattern portal.yaml:8:33 near']],
    [
      'nothing to unpivot',
      `${COLUMNS}\nunpivot: { columns: { matches: zzz }, into: { name: note, value: source } }`,
      ['mapping-unpivot-empty portal.yaml:8:18 near'],
    ],
  ])('with %s has one problem', async (_, entry, expected) => {
    const { faults, messages } = await readMapped(entry);
    const lines = faults.map((fault, i) => `${fault} near ${/nearest is “(.+?)”/.exec(messages[i] as string)?.[1] ?? ''}`.trim());
    expect(lines).toEqual(expected);
  });

  test.each([
    ['../units.csv', 'mapping-outside'],
    ['raw/../../units.csv', 'mapping-outside'],
    ['/etc/passwd', 'mapping-outside'],
    ['C:\\units.csv', 'mapping-outside'],
    ['raw/none.csv', 'mapping-file-missing'],
    ['raw/*.txt', 'mapping-file-missing'],
  ])('cannot read %s', async (file, code) => {
    const found = await read({ 'portal.yaml': `${PORTAL}tables:\n  units:\n    - { file: '${file}' }\n`, 'raw/u.csv': 'unit,name\n' });
    expect(found.faults).toEqual([`${code} portal.yaml:5:15`]);
  });

  test('of an unknown table is told the nearest', async () => {
    const { messages } = await read({ 'portal.yaml': `${PORTAL}tables:\n  unit: { file: x.csv }\n` });
    expect(messages).toEqual(['There is no table called “unit”. The nearest is “units”.']);
  });
});
