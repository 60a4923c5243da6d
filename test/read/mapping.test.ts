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

  test('of a file on its side tells true lines across quoted newlines', async () => {
    const found = await readMapped('transpose: true', 'unit,a,b\nname,"甲\n(旧)",乙\n', 'units');
    expect(found.rows.units?.map(({ places }) => places.name)).toEqual([
      { file: 'raw/x.csv', line: 2, column: 2 },
      { file: 'raw/x.csv', line: 3, column: 3 },
    ]);
  });

  test('takes the status of a token where the row has a dash for its own', async () => {
    const csv = 'Council,Code,When,Real,Note\na,c,2018,-,—\nb,c,2018,-,late\n';
    const columns = '{ unit: Council, indicator: Code, period: When, value: Real, status: Note }';
    const found = await readMapped(`columns: ${columns}\nconstants: { programme: lgbf }\nmissing: { "-": not_applicable }`, csv);
    expect(cellsOf(found, 'observations').map(({ status }) => status)).toEqual(['not_applicable', 'late']);
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

  test('names years without quotes', async () => {
    const unpivot = 'unpivot: { columns: [2022, 2023], into: { name: period, value: score } }';
    const found = await readMapped(`constants: { programme: p }\n${unpivot}`, 'unit,2022,2023\na,1,2\n', 'scores');
    expect(cellsOf(found, 'scores').map(({ period, score }) => `${period} ${score}`)).toEqual(['2022 1', '2023 2']);
    const one = await readMapped(
      'columns: { unit: unit, score: 2023 }\nconstants: { programme: p, period: 2023 }',
      'unit,2022,2023\na,1,2\n',
      'scores',
    );
    expect(cellsOf(one, 'scores').map(({ score }) => score)).toEqual(['2']);
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
    ['a condition on nothing', `${COLUMNS}\nwhere: { Nowhere: x }`, ['mapping-header-missing portal.yaml:8:16 near']],
    ['a column left out', 'columns: { unit: Council, indicator: Code, period: When }', ['csv-column-missing portal.yaml:5:13 near']],
    ['a value of the wrong kind', 'skip_rows: many', ['mapping-value portal.yaml:6:18 near']],
    ['an unknown encoding', `${COLUMNS}\nencoding: klingon`, ['mapping-encoding portal.yaml:8:17 near']],
    ['a broken pattern', `${COLUMNS}\nwhere: { Code: { matches: "(" } }`, ['mapping-pattern portal.yaml:8:33 near']],
    [
      'an unknown key of unpivot',
      `${COLUMNS}\nunpivot: { colum: [A], into: { name: note, value: source } }`,
      ['mapping-key-unknown portal.yaml:8:18 near columns'],
    ],
    [
      'an unknown key of into',
      `${COLUMNS}\nunpivot: { columns: [A], into: { nam: note, value: source } }`,
      ['mapping-key-unknown portal.yaml:8:40 near name'],
    ],
    ['an unknown key of where', `${COLUMNS}\nwhere: { Code: { nt: a } }`, ['mapping-key-unknown portal.yaml:8:24 near not']],
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

  test('that calls its file otherwise is told so, and not that it lacks one', async () => {
    expect((await read({ 'portal.yaml': `${PORTAL}tables:\n  units: { files: x.csv }\n` })).faults).toEqual(['mapping-key-unknown portal.yaml:4:12']);
  });

  test('of an unknown table is told the nearest', async () => {
    const { messages } = await read({ 'portal.yaml': `${PORTAL}tables:\n  unit: { file: x.csv }\n` });
    expect(messages).toEqual([expect.stringMatching(/^There is no table called “unit”\. The nearest is “units”\. Tables are: units, /)]);
  });
});

describe('a mapping of several files', () => {
  const UNITS = 'unit,name\na,甲\n';
  const readUnits = (entries: string, files: Readonly<Record<string, string>>): Promise<Read> =>
    read({ 'portal.yaml': `${PORTAL}tables:\n  units:\n${entries}\n`, ...files });

  test('leaves a table’s own file to that table', async () => {
    const found = await read({
      'portal.yaml': `${PORTAL}tables: { memberships: { file: scores.csv, constants: { group: g } } }\n`,
      'scores.csv': 'programme,unit,period,score\np,a,2023,1\n',
    });
    expect(found.messages).toEqual([]);
    expect([found.rows.scores?.length, found.rows.memberships?.length]).toEqual([1, 1]);
  });

  test('reads none of them twice alike', async () => {
    const found = await readUnits('    - file: [raw/a.csv, raw/*.csv]', { 'raw/a.csv': UNITS, 'raw/b.csv': 'unit,name\nb,乙\n' });
    expect(found.faults).toEqual(['mapping-file-twice portal.yaml:5:7']);
    expect(found.rows.units).toHaveLength(2);
    const where = (unit: string): string => `    - { file: raw/a.csv, where: { unit: ${unit} } }\n`;
    expect((await readUnits(`${where('a')}${where('b')}`, { 'raw/a.csv': 'unit,name\na,甲\nb,乙\n' })).faults).toEqual([]);
  });

  test.each([
    ['encoding: klingon', 'mapping-encoding'],
    ['where: { name: { matches: "(" } }', 'mapping-pattern'],
    ['columns: { unti: x, name: name }', 'mapping-column-unknown'],
    ['columns: { unit: unti, name: name }', 'mapping-header-missing'],
  ])('is told once of %s', async (key, code) => {
    const files = { 'raw/a.csv': UNITS, 'raw/b.csv': UNITS, 'other.csv': UNITS };
    for (const file of ['raw/*.csv', '[raw/a.csv, raw/b.csv]']) {
      const { faults } = await readUnits(`    - file: ${file}\n      ${key}`, { ...files, 'other.csv': '' });
      expect(faults.map((fault) => fault.split(' ')[0]).filter((one) => one !== 'file-stray')).toEqual([code]);
    }
  });

  test('reads YAML whatever the case of its ending, and says what has no effect on it', async () => {
    const yaml = { 'raw/v.YML': '- { unit: a, name: 甲 }\n' };
    expect((await readUnits('    - { file: raw/v.YML }', yaml)).rows.units).toHaveLength(1);
    expect((await readUnits('    - { file: raw/v.YML, transpose: true }', yaml)).messages).toEqual([
      'transpose is for CSV and has no effect on raw/v.YML. Remove transpose.',
    ]);
  });
});

describe('keys of a mapping', () => {
  test('are the text that was written', async () => {
    const csv = 'c,n\n01,x\nTRUE,x\nNULL,x\n-99.0,x\n1,x\n';
    const found = await readMapped('columns: { unit: c, name: n }\nreplace: { unit: { 01: a, TRUE: b, NULL: d, -99.0: e, 1: f } }', csv, 'units');
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units').map(({ unit }) => unit)).toEqual(['a', 'b', 'd', 'e', 'f']);
    const missing = await readMapped('columns: { unit: c, name: n, code: c }\nmissing: { -99.0: late, NULL: late }', csv, 'units');
    expect(cellsOf(missing, 'units').map(({ code }) => code)).toEqual(['01', 'TRUE', '', '', '1']);
    expect((await readMapped('columns: { 2023: unit, 01: name }', '2023,01\na,甲\n', 'units')).rows.units).toHaveLength(1);
  });
});

describe('a setting', () => {
  const UNITS = 'unit,name,flag\na,甲,TRUE\nb,乙,FALSE\n';

  test('of conditions is held to all of them', async () => {
    const found = await readMapped('where: { unit: { is: [a, b], in: [b, c] } }', UNITS, 'units');
    expect(cellsOf(found, 'units').map(({ unit }) => unit)).toEqual(['b']);
  });

  test('of conditions that no row fulfils is a warning, once for all files', async () => {
    const portal = (file: string): string => `${PORTAL}tables: { units: { file: ${file}, where: { flag: true } } }\n`;
    expect((await read({ 'portal.yaml': portal('raw/*.csv'), 'raw/a.csv': UNITS, 'raw/b.csv': UNITS })).messages).toEqual([
      'The conditions of where drop all 4 rows of raw/a.csv, raw/b.csv. Check that they are written as in the cells, capitals too (TRUE is not true); if the file is not needed, take it out of file.',
    ]);
    expect((await read({ 'portal.yaml': portal('raw/*.csv'), 'raw/a.csv': UNITS, 'raw/b.csv': 'unit,name,flag\nc,丙,true\n' })).faults).toEqual([
      'mapping-where-near portal.yaml:3:37',
    ]);
  });

  test('of conditions is a warning where a word differs by width, case or spaces alone', async () => {
    const csv = 'Council,Code,When,Real\nFife,c,2018,1\nＦife ,c,2018,2\nFIFE,c,2018,3\nAngus,c,2018,4\nFIFE,c,2019,3\n';
    const found = await readMapped(`${COLUMNS}\nwhere: { Council: Fife }`, csv);
    expect(found.faults).toEqual(['mapping-where-near portal.yaml:8:7', 'mapping-where-near portal.yaml:8:7']);
    expect(found.messages[1]).toBe(
      '“FIFE” in raw/x.csv differs from “Fife” in where by width, case or spaces alone, and such rows are not read. To read them, add “FIFE” to where; if you do not want them, say so with not.',
    );
    expect((await readMapped(`${COLUMNS}\nwhere: { unit: { is: Fife, not: FIFE } }`, csv.replace('Ｆife ', 'Fife'))).faults).toEqual([]);
    expect((await readMapped(`${COLUMNS}\nwhere: { Council: Fyfe }`, csv)).faults).toEqual(['mapping-where-none portal.yaml:8:7']);
  });

  test('of replacements is the first rule that fits, in all that it says', async () => {
    const found = await readMapped(
      'replace: { name: [{ matches: "^甲", to: first }, { is: 甲, to: second }, { in: [乙, 丙], matches: "^丙", to: third }] }',
      'unit,name\na,甲\nb,乙\nc,丙\n',
      'units',
    );
    expect(cellsOf(found, 'units').map(({ name }) => name)).toEqual(['first', '乙', 'third']);
  });

  test.each([
    ['first: name', 'mapping-without-distinct portal.yaml:6:7'],
    ['changes: name', 'mapping-without-distinct portal.yaml:6:7'],
    ['replace: { code: { a: b } }', 'mapping-column-empty portal.yaml:6:18'],
    ['make_id: [code]', 'mapping-column-empty portal.yaml:6:17'],
  ])('without effect is told: %s', async (key, fault) => {
    expect((await readMapped(key, UNITS, 'units')).faults).toEqual([fault]);
  });

  test('of nothing is called by its table', async () => {
    expect((await read({ 'portal.yaml': `${PORTAL}tables: { units: null }\n` })).messages[0]).toContain('“units” under tables');
  });
});

describe('headers under a mapping', () => {
  test('that are a slip away from a column are a warning', async () => {
    const found = await readMapped('skip_rows: 0', 'unit,name,rainfall,valid_form\na,甲,3,\n', 'units');
    expect(found.faults).toEqual(['mapping-header-near raw/x.csv:1:4']);
    expect(found.messages[0]).toContain('Did you mean “valid_from”?');
  });

  test('of one name are asked about, unless the mapping tells them apart', async () => {
    const csv = 'id,Points,Points\na,甲,乙\n';
    const found = await readMapped('columns: { unit: id, name: Points }', csv, 'units');
    expect(found.faults).toEqual(['mapping-header-twice portal.yaml:6:34']);
    expect(found.messages[0]).toContain('“Points#1” is the first');
    expect(cellsOf(await readMapped('columns: { unit: id, name: "Points#1" }', csv, 'units'), 'units')).toEqual([{ unit: 'a', name: '甲' }]);
  });

  test('that stand below a preamble are one problem', async () => {
    const found = await readMapped('columns: { unit: id, name: label }', 'Report of 2023\n\nid,label\na,甲\n', 'units');
    expect(found.faults).toEqual(['mapping-header-none portal.yaml:6:7']);
    expect(found.messages[0]).toContain('give their number as skip_rows');
    expect((await readMapped('skip_rows: 0', 'Report of 2023\n\nunit,name\na,甲\n', 'units')).faults).toEqual([
      'mapping-header-none portal.yaml:5:13',
    ]);
  });

  test.each(['columns: { unit: 单位 }\n', ''])('that stand below a preamble are one problem where columns become rows, too: %j', async (columns) => {
    const entry = `${columns}constants: { programme: p, period: 2023 }\nunpivot: { columns: [经济, 民生], into: { name: dimension, value: score } }`;
    const found = await readMapped(entry, '附件1,,\n得分表,,\n单位,经济,民生\na,1,2\n', 'scores');
    expect(found.faults).toEqual([`mapping-header-none portal.yaml:${columns === '' ? '5:13' : '6:7'}`]);
  });

  test.each([
    ['scroe: 得分', 'mapping-column-unknown portal.yaml:6:55', 'The nearest is “score”.'],
    ['得份: score', 'mapping-header-missing portal.yaml:6:55', 'The nearest is “得分”.'],
    ['score: 分值', 'mapping-header-missing portal.yaml:6:62', 'has no header “分值”. Its headers are: 机制, 单位, 期次, 得分.'],
  ])('are told of on the side that is at fault: %s', async (pair, fault, message) => {
    const found = await readMapped(`columns: { programme: 机制, unit: 单位, period: 期次, ${pair} }`, '机制,单位,期次,得分\np,a,2023,1\n', 'scores');
    expect(found.faults).toEqual([fault]);
    expect(found.messages[0]).toContain(message);
  });
});

test('two names that are one id when it is cut are told, and one with an addition is not', async () => {
  const long = 'Renewal of the district heating network of the harbour quarter';
  const rows = (end: string): string => `id,name\n${long} in the east,x\n${long} in the ${end},x\n`;
  const found = (end: string) => readMapped('columns: { unit: id, name: name }\nmake_id: [unit]', rows(end), 'units');
  expect((await found('west')).faults).toEqual(['mapping-id-cut raw/x.csv:3:1']);
  expect((await found('east (old)')).faults).toEqual([]);
});
