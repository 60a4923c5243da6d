import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/problems.ts';
import { parseYaml } from '../../src/read/yaml.ts';
import { cellsOf, PORTAL, read } from './fixture.ts';

function parse(text: string) {
  const problems = new Problems();
  const source = parseYaml('p.yaml', text, problems);
  return { source, faults: problems.list.map(({ code, place: { line, column } }) => `${code} ${line}:${column}`) };
}

describe('a YAML file', () => {
  test('gives plain data by YAML 1.2, where on and dates are text', () => {
    const { source } = parse('a: on\nb: 2023-12-31\nc: { d: [1, true, null] }\n');
    expect(source?.data).toEqual({ a: 'on', b: '2023-12-31', c: { d: [1, true, null] } });
  });

  test('keeps the source text of scalars', () => {
    const { source } = parse('id: 0123\nversion: 1.10\nname: "x"\nnothing: ~\nlist: [01]\n');
    expect([['id'], ['version'], ['name'], ['nothing'], ['list', 0], ['absent']].map((path) => source?.text(path))).toEqual([
      '0123',
      '1.10',
      'x',
      undefined,
      '01',
      undefined,
    ]);
  });

  test('tells the place of a value, of the key of a collection, and of the nearest parent', () => {
    const { source } = parse('a:\n  b: 7\n  c:\n    - x\n    - y: 1\n');
    expect(source?.at(['a', 'b'])).toEqual({ file: 'p.yaml', line: 2, column: 6 });
    expect(source?.at(['a', 'c'])).toEqual({ file: 'p.yaml', line: 3, column: 3 });
    expect(source?.at(['a', 'c', 1, 'y'])).toEqual({ file: 'p.yaml', line: 5, column: 10 });
    expect(source?.at(['a', 'missing', 'deep'])).toEqual({ file: 'p.yaml', line: 1, column: 1 });
    expect(source?.at([])).toEqual({ file: 'p.yaml', line: 1, column: 1 });
  });

  test('follows an alias to its anchor', () => {
    const { source } = parse('a: &x { n: 1 }\nb: *x\n');
    expect(source?.text(['b', 'n'])).toBe('1');
  });

  test('keeps dangerous keys as keys', () => {
    const { source } = parse('__proto__: { polluted: 1 }\nconstructor: 2\n');
    expect(Object.keys(source?.data as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['yaml-duplicate-key 3:1']],
    ['items without their dashes', 'a:\n  - id: x\n    n: 1\n    id: y\n    n: 2\n    id: z\n', ['yaml-dash-missing 4:5', 'yaml-dash-missing 6:5']],
    ['keys twice that begin no item', 'a: 1\nb: 2\nc: 3\nb: 2\nc: 3\n', ['yaml-duplicate-key 4:1', 'yaml-duplicate-key 5:1']],
    ['an unknown tag', 'a: !ruby/object x\n', ['yaml-unknown-tag 1:4']],
    ['two brackets left open, told once', 'a: [1, 2\nb: {c\n  d: 3\n', ['yaml-bracket-open 1:4']],
    ['a bracket left open at the end', 'x: 1\na: { b: 1', ['yaml-bracket-open 2:4']],
    ['a bracket left open inside another', 'a: { b: [1, 2 }\nc: 1\n', ['yaml-bracket-open 1:9']],
    ['a bracket that closes nothing', 'a: {b: 1}}\n', ['yaml-bracket-extra 1:10']],
    ['a quotation mark left open', 'a: 1\ntitle: "abc\nx: 1\ny: 2\n', ['yaml-quote-open 2:8']],
    ['a tab', 'a:\n\tb: 1\n', ['yaml-tab 2:1']],
    ['a line indented too little', 'a:\n  b: 1\n c: 2\n', ['yaml-indent 3:1']],
    ['a line indented too much', 'a: 1\n  b: 2\n', ['yaml-indent 2:3']],
    ['a colon in a text', 'title: a: b\nx: 1\n', ['yaml-colon 1:8']],
    ['a colon in a text in brackets', 'a: { b: x: y }\n', ['yaml-colon 1:9']],
    ['a full-width colon', 'x: 1\ntitle：示范\npublisher: x\n', ['yaml-no-colon 2:1']],
    ['a full-width colon in the last line', 'x: 1\ntitle：示范\n', ['yaml-no-colon 2:1']],
    ['a full-width comma between keys', 'a:\n  - { id: x，name: 县区 }\n', ['yaml-wide 2:12']],
    ['full-width commas between all keys', 'a: { b: 1，c: 2，d: 3 }\n', ['yaml-wide 1:10']],
    ['full-width brackets', 'a:\n  - ｛ id: x, name: 县区 ｝\n', ['yaml-wide 2:5']],
    ['a full-width bracket that should close', 'a: { b: [1, 2］ }\nc: 1\n', ['yaml-wide 1:14']],
    ['a full-width comma in a text with a colon', 'a: { b: 经济，民生: 好 }\n', ['yaml-colon 1:9']],
    ['a comment that takes the bracket away', 'a: { b: #c8102e }\nc: 1\n', ['yaml-comment 1:9']],
    ['a character that no text begins with', 'a: @b\n', ['yaml-first-character 1:4']],
    ['a backslash before anything', 'a: "C:\\data"\n', ['yaml-escape 1:7']],
    ['a comma left out', 'a: ["x" "y"]\n', ['yaml-comma 1:9']],
    ['some other fault', 'a: "x" y\n', ['yaml-syntax 1:8']],
    ['a reference to nothing', 'b: 1\na: *nowhere\n', ['yaml-alias-unknown 2:4']],
    ['a reference to itself', 'a: &a [*a]\n', ['yaml-alias-unknown 1:8']],
    ['a tag that makes something other than text', 'a: !!binary eA==\nb: !!timestamp 2023-01-01\n', ['yaml-unknown-tag 1:4', 'yaml-unknown-tag 2:4']],
    ['two documents', '--- a\n--- b\n', ['yaml-several-documents 2:1']],
    ['brackets without end', '['.repeat(50_000), ['yaml-too-deep 1:1']],
  ])('with %s is refused', (_, text, expected) => {
    const { source, faults } = parse(text);
    expect(source).toBeNull();
    expect(faults).toEqual(expected);
  });

  test('that is an alias bomb is refused at once', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    expect(parse(`l0: &l0 [x, x]\n${levels.join('\n')}\n`).faults).toEqual(['yaml-alias-bomb 1:1']);
    expect(parse(`a: &a x\nb:\n${'  - *a\n'.repeat(50_000)}`).faults).toEqual(['yaml-alias-bomb 103:5']);
  });
});

describe('rows in YAML', () => {
  test('become cells: text as written, lists joined, languages apart', async () => {
    const found = await read({
      'units.yaml':
        '- unit: 007\n  name: { zh-CN: 区发改局, en: Reform Bureau }\n  aliases: [甲, 乙]\n- unit: b\n  名称: 区教育局\n  code: 01.10\n'.replace(
          '名称',
          'name',
        ),
    });
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units')).toEqual([
      { unit: '007', name: '区发改局', name_en: 'Reform Bureau', aliases: '甲;乙', code: '' },
      { unit: 'b', name: '区教育局', name_en: '', aliases: '', code: '01.10' },
    ]);
    expect(found.rows.units?.[1]?.places.code).toEqual({ file: 'units.yaml', line: 6, column: 9 });
    expect(found.rows.units?.[1]?.line).toBe(4);
  });

  test('may call a column by another of its names, each row as it likes', async () => {
    const found = await read({
      'units.yaml': '- { unit: a, name: 甲 }\n- { UNIT: b, 名称: { zh-CN: 乙, en: B } }\n- { 编号: c, Name: { zh-CN: 丙, en: C }, code: 3 }\n',
    });
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units')).toEqual([
      { unit: 'a', name: '甲', name_en: '', code: '' },
      { unit: 'b', name: '乙', name_en: 'B', code: '' },
      { unit: 'c', name: '丙', name_en: 'C', code: '3' },
    ]);
    expect(found.rows.units?.[1]?.places.unit).toEqual({ file: 'units.yaml', line: 2, column: 11 });
  });

  test('may be none', async () => {
    expect((await read({ 'units.yaml': '[]\n', 'awards.yaml': '' })).faults).toEqual([]);
  });

  test.each([
    ['that are no list', 'unit: a\nname: b\n', 'yaml-not-list units.yaml:1:1'],
    ['of which one is a word', '- { unit: a, name: b }\n- c\n', 'yaml-row-not-map units.yaml:2:3'],
    ['with a nested cell', '- { unit: a, name: b, aliases: [[x]] }\n', 'yaml-cell-nested units.yaml:1:23'],
    ['with a map that is not of languages', '- { unit: { id: a }, name: b }\n', 'yaml-cell-nested units.yaml:1:5'],
    ['with a key twice, in two writings', '- { unit: a, UNIT: a, name: b }\n', 'csv-header-duplicate units.yaml:1:20'],
    ['with a map below an unknown key', '- { unit: a, name: b, colour: { r: 1, g: 2 } }\n', 'csv-column-unknown units.yaml:1:23'],
    ['with an unknown key', '- { unit: a, name: b }\n- { unit: c, name: d, colour: e }\n', 'csv-column-unknown units.yaml:2:31'],
    ['without a required key', '- { unit: a }\n', 'csv-column-missing units.yaml::'],
  ])('%s are a problem in its place', async (_, text, fault) => {
    expect((await read({ 'units.yaml': text })).faults).toEqual([fault]);
  });
});

test('a merge key is one problem', async () => {
  const portal = `${PORTAL}tables:\n  units:\n    - &a { file: raw/a.csv }\n    - { <<: *a, skip_rows: 1 }\n`;
  expect((await read({ 'portal.yaml': portal, 'raw/a.csv': 'unit,name\n' })).faults).toEqual(['yaml-merge portal.yaml:6:9']);
});
