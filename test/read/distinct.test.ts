import { describe, expect, test } from 'vitest';
import { cellsOf, PORTAL, type Read, read } from './fixture.ts';

const FILES = {
  'raw/2021.csv': 'name,end,group\nAirship,2025-01-01,air\nCanal,2024-01-01,\n',
  'raw/2022.csv': 'name,end\nAIRSHIP ,2026-06-30\nBridge,2030-01-01\n',
  'raw/2023.csv': 'name,end,group\nAirship,,sky\nBridge,2030-01-01,road\n',
};

/** Reads one table from three years' files; `keys` are further lines of each entry. */
function readYears(table: string, columns: string, keys: string, files: Readonly<Record<string, string>> = FILES): Promise<Read> {
  const entries = Object.keys(files).map(
    (file) =>
      `    - file: ${file}\n      columns: { ${columns}${file.includes('2022') ? '' : table === 'tasks' ? ', category: group' : ''} }\n      constants: { ${table === 'tasks' ? 'programme: big' : `event: extended, date: ${file.slice(4, 8)}-03-31`} }\n      make_id: [task]\n${keys.replace(/^/gm, '      ')}`,
  );
  return read({ 'portal.yaml': `${PORTAL}tables:\n  ${table}:\n${entries.join('\n')}\n`, ...files });
}

describe('rows told by the same columns', () => {
  test('are one row, of which the last cell that is not blank counts, where it was last seen', async () => {
    const found = await readYears('tasks', 'task: name, title: name, due_on: end', 'distinct: [task]');
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'tasks')).toEqual([
      { programme: 'big', task: 'Canal', title: 'Canal', due_on: '2024-01-01', category: '' },
      { programme: 'big', task: 'Airship', title: 'Airship', due_on: '2026-06-30', category: 'sky' },
      { programme: 'big', task: 'Bridge', title: 'Bridge', due_on: '2030-01-01', category: 'road' },
    ]);
    const airship = found.rows.tasks?.[1];
    expect(airship?.line).toBe(2);
    expect(airship?.places.due_on).toEqual({ file: 'raw/2022.csv', line: 2, column: 2 });
    expect(airship?.places.category).toEqual({ file: 'raw/2023.csv', line: 2, column: 3 });
  });

  test('are not those that say nothing there', async () => {
    const files = {
      'raw/2021.csv': 'name,end,group\nAirship,2025-01-01,\n',
      'raw/2023.csv': 'name,end,group\nBridge,2030-01-01,\nCanal,2030-01-01,\n',
    };
    const found = await readYears('tasks', 'task: name, title: name, due_on: end', 'distinct: [category]', files);
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'tasks').map(({ title }) => title)).toEqual(['Airship', 'Bridge', 'Canal']);
  });

  test('are not those of which one says nothing there and the other a number', async () => {
    const files = { 'raw/2021.csv': 'name,end,group\n,2025-01-01,\n', 'raw/2023.csv': 'name,end,group\n0,,\n' };
    const found = await readYears('tasks', 'task: name, title: name, due_on: end', 'distinct: [category, title]', files);
    expect(cellsOf(found, 'tasks').map(({ title, due_on }) => [title, due_on])).toEqual([
      ['', '2025-01-01'],
      ['0', ''],
    ]);
  });

  test('keep the first cell of the columns that say so', async () => {
    const found = await readYears('tasks', 'task: name, title: name, due_on: end', 'distinct: [task]\nfirst: due_on');
    expect(cellsOf(found, 'tasks').map(({ title, due_on, category }) => [title, due_on, category])).toEqual([
      ['Canal', '2024-01-01', ''],
      ['Airship', '2025-01-01', 'sky'],
      ['Bridge', '2030-01-01', 'road'],
    ]);
  });

  test('may instead be kept where something changed since the file before', async () => {
    const found = await readYears('task_events', 'task: name, new_due_on: end', 'distinct: [task]\nchanges: new_due_on');
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'task_events')).toEqual([{ task: 'AIRSHIP', new_due_on: '2026-06-30', event: 'extended', date: '2022-03-31' }]);
  });

  test('may stand twice in one file when they are alike, and not when they differ', async () => {
    const twice = (second: string) => ({
      'raw/2022.csv': 'name,end\nAirship,2026-06-30\n',
      'raw/2023.csv': `name,end,group\nAirship,,sky\n${second}\n`,
    });
    const alike = await readYears('tasks', 'task: name, title: name, due_on: end', 'distinct: [task]', twice('Airship,,sky'));
    expect(alike.messages).toEqual([]);
    expect(cellsOf(alike, 'tasks')).toHaveLength(1);
    const other = await readYears('tasks', 'task: name, title: name, due_on: end', 'distinct: [task]', twice('Airship,,sea'));
    expect(other.faults).toEqual(['distinct-conflict raw/2023.csv:3:3']);
    expect(other.messages).toEqual([
      'This row stands twice in the file, and “group” differs: here it is “sea”. The other row is line 2. Keep the right one, or tell the rows apart by another column under distinct.',
    ]);
  });

  test('can be visited again, and read no file before they are', async () => {
    const found = await readYears('tasks', 'task: name, title: name, due_on: end', 'distinct: [task]');
    let rows = 0;
    for (const source of found.folder.tables) await source.each(() => rows++);
    expect(rows).toBe(3);
  });
});

describe('settings of a mapping that joins or makes columns', () => {
  const entry = (keys: string) =>
    read({
      'portal.yaml': `${PORTAL}tables:\n  awards:\n    - file: raw/x.csv\n      columns: { holder: name, instrument: light, reason: light, awarded_on: day }\n      constants: { programme: big, holder_type: task, period: "2021" }\n${keys.replace(/^/gm, '      ')}\n`,
      'raw/x.csv': 'name,light,day\nA & B,Amber/red,03/04/2021\nC,Exempt under Section 26,04/04/2021\nD,,05/04/2021\n',
    });

  test('make an id of several columns', async () => {
    const found = await entry('make_id: { award: [period, holder] }');
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'awards').map(({ award }) => award)).toEqual(['2021-A-B', '2021-C', '2021-D']);
    expect(found.folder.tables[0]?.makeId).toEqual([]);
  });

  test('replace whole cells first, then by patterns in order, with what their groups hold', async () => {
    const found = await entry(
      [
        'make_id: { award: [period, holder] }',
        'dates: dmy',
        'replace:',
        '  instrument: [{ matches: "^Amber/[Rr]ed$", to: amber-red }, { in: ["", "?"], to: none }, { matches: "^(Ex)empt", to: "not $1" }]',
        '  reason: [{ matches: "^Amber", to: "" }]',
      ].join('\n'),
    );
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'awards').map(({ instrument, reason }) => [instrument, reason])).toEqual([
      ['amber-red', ''],
      ['not Ex', 'Exempt under Section 26'],
      ['none', ''],
    ]);
    expect(found.folder.tables[0]?.dateOrder).toBe('dmy');
  });

  test.each([
    ['make_id: { award: [period, valid_to] }', 'mapping-column-empty portal.yaml:8:18', 'Nothing in raw/x.csv fills the column “valid_to”.'],
    [
      'make_id: { award: [period, holder] }\ndistinct: valid_to',
      'mapping-column-empty portal.yaml:9:17',
      'Nothing in raw/x.csv fills the column “valid_to”.',
    ],
    [
      'make_id: { award: [period, holder] }\ndistinct: award\nchanges: colour',
      'mapping-column-unknown portal.yaml:10:16',
      'The table awards has no column “colour”.',
    ],
    [
      'make_id: { award: [period, holder] }\nreplace: { reason: [{ to: x }] }',
      'mapping-value portal.yaml:9:27',
      'The value of “replace” under tables is not of the right form. Write it like this: replace: { period:',
    ],
    [
      'make_id: { award: [period, holder] }\nreplace: { reason: [{ match: y, to: x }] }',
      'mapping-key-unknown portal.yaml:9:29',
      'There is no setting “match” under tables. The nearest is “matches”.',
    ],
    [
      'dates: ymd',
      'mapping-value portal.yaml:8:14',
      'The value of “dates” under tables is not of the right form. Write it like this: dates: dmy; dates: mdy',
    ],
  ])('are told of where they cannot be: %s', async (keys, fault, message) => {
    const found = await entry(keys);
    expect(found.faults).toEqual([fault]);
    expect(found.messages[0]).toContain(message);
  });

  test('take the file’s name where no column says of which year it is', async () => {
    const found = await read({
      'portal.yaml': `${PORTAL}tables:\n  units:\n    file: [raw/report_2022.csv, raw/report_2023.csv]\n    columns: { unit: id, name: id, valid_from: (file) }\n    replace: { valid_from: [{ matches: "_(....)$", to: $1-01-01 }] }\n`,
      'raw/report_2022.csv': 'id\na\n',
      'raw/report_2023.csv': 'id\nb\n',
    });
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units').map(({ valid_from }) => valid_from)).toEqual(['2022-01-01', '2023-01-01']);
  });

  test('take several files of one shape', async () => {
    const found = await read({
      'portal.yaml': `${PORTAL}tables:\n  units:\n    file: [raw/a.csv, raw/b.csv, raw/c.csv]\n    columns: { unit: id, name: id }\n`,
      'raw/a.csv': 'id\na\n',
      'raw/b.csv': 'id\nb\n',
    });
    expect(cellsOf(found, 'units').map(({ unit }) => unit)).toEqual(['a', 'b']);
    expect(found.faults).toEqual(['mapping-file-missing portal.yaml:5:5']);
  });
});
