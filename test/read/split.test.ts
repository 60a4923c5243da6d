import { describe, expect, it, test } from 'vitest';
import { splitCell } from '../../src/read/split.ts';
import { cellsOf, PORTAL, type Read, read } from './fixture.ts';

const LIST = '序号,任务,牵头单位,配合单位\n1,修路,住建局,"财政局、教育局；东港区\n西山区"\n2,植树,园林局,无\n';

/** Reads `task_units` from a list of tasks under the keys of one entry. */
function readUnits(entry: string, csv = LIST): Promise<Read> {
  const keys = `columns: { task: 序号 }\nunpivot: { columns: [牵头单位, 配合单位], into: { name: role, value: unit } }\n${entry}`;
  return read({
    'portal.yaml': `${PORTAL}tables:\n  task_units:\n    - file: raw/x.csv\n${keys.replace(/^/gm, '      ')}\n`,
    'raw/x.csv': csv,
  });
}

describe('a cell that holds several', () => {
  it.each([
    ['财政局', ['财政局']],
    ['财政局、', ['财政局']],
    ['财政局、 教育局；住建局', ['财政局', '教育局', '住建局']],
    ['财政局\n\n教育局', ['财政局', '教育局']],
    ['财政局，教育局', ['财政局', '教育局']],
    ['Finance, Schools', ['Finance', 'Schools']],
    ['财政局/教育局', ['财政局', '教育局']],
    ['Culture, Tourism and Sport; Schools', ['Culture, Tourism and Sport', 'Schools']],
    ['', ['']],
    ['、', ['']],
  ])('%s', (cell, parts) => {
    expect(splitCell(cell)).toEqual(parts);
  });
});

test('split makes a row of each unit that a cell holds, and each keeps its place', async () => {
  const found = await readUnits('split: unit\nwhere: { unit: { not: 无 } }');
  expect(found.messages).toEqual([]);
  expect(cellsOf(found, 'task_units').map(({ task, role, unit }) => `${task} ${role} ${unit}`)).toEqual([
    '1 牵头单位 住建局',
    '1 配合单位 财政局',
    '1 配合单位 教育局',
    '1 配合单位 东港区',
    '1 配合单位 西山区',
    '2 牵头单位 园林局',
  ]);
  expect(found.rows.task_units?.[3]?.places.unit).toEqual({ file: 'raw/x.csv', line: 2, column: 4 });
});

test('replace and missing see the whole cell, and then each part', async () => {
  const csv = '序号,牵头单位,配合单位\n1,各区,园林局、住建委\n2,无,住建委、无\n';
  const found = await readUnits('split: [unit]\nreplace: { unit: { 各区: 东港区、西山区, 住建委: 住建局 } }\nmissing: [无]', csv);
  expect(cellsOf(found, 'task_units').map(({ unit }) => unit)).toEqual(['东港区', '西山区', '园林局', '住建局', '', '住建局']);
});

test('ids are made of the parts', async () => {
  const found = await read({
    'portal.yaml': `${PORTAL}tables:\n  awards:\n    file: raw/x.csv\n    columns: { session: 会次, instrument: 旗, holder: 单位 }\n    constants: { programme: flags, holder_type: unit, awarded_on: 2024-01-01 }\n    split: [holder]\n    make_id: { award: [session, instrument, holder] }\n`,
    'raw/x.csv': '会次,旗,单位\ns1,red,甲、乙 局\n',
  });
  expect(cellsOf(found, 'awards').map(({ award }) => award)).toEqual(['s1-red-甲', 's1-red-乙-局']);
});

test('a column of numbers is not split, nor one that nothing fills', async () => {
  const entry = (split: string): Promise<Read> =>
    read({
      'portal.yaml': `${PORTAL}tables: { scores: { file: scores.csv, split: ${split} } }\n`,
      'scores.csv': 'programme,unit,period,score\nb,u,2023,12、15\n',
    });
  expect((await entry('score')).messages).toEqual([expect.stringContaining('score is a column of numbers, which cannot be split.')]);
  expect((await entry('status')).faults).toEqual([expect.stringContaining('mapping-column-empty')]);
});
