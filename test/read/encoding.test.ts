import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { parseEncoding } from '../../src/read/encoding.ts';
import { cellsOf, PORTAL, read } from './fixture.ts';

/** `单位,名称` and `a,区发改局` in GBK. */
const GBK_HEADER = Buffer.from('b5a5cebb2cc3fbb3c60d0a', 'hex');
const GBK_ROW = Buffer.from('612cc7f8b7a2b8c4bed60d0a', 'hex');
const ROWS = [{ unit: 'a', name: '区发改局' }];

function swapBytes(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function mapped(encoding: string): string {
  return `${PORTAL}tables:\n  units:\n    - { file: raw/u.csv, encoding: ${encoding} }\n`;
}

describe('a file', () => {
  test.each([
    ['UTF-8', Buffer.from('单位,名称\na,区发改局\n')],
    ['UTF-8 with a byte-order mark', Buffer.from('\ufeff单位,名称\r\na,区发改局\r\n')],
    ['GBK', Buffer.concat([GBK_HEADER, GBK_ROW])],
    ['UTF-16 as Excel writes it', Buffer.from('\ufeff单位\t名称\r\na\t区发改局\r\n', 'utf16le')],
    ['UTF-16, big end first', swapBytes('\ufeff单位,名称\na,区发改局\n')],
  ])('is read in %s', async (_, bytes) => {
    const found = await read({ 'units.csv': bytes });
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units')).toEqual(ROWS);
  });

  test.each([
    ['gbk', Buffer.concat([GBK_HEADER, GBK_ROW])],
    ['utf-16le', Buffer.from('单位,名称\na,区发改局\n', 'utf16le')],
    ['UTF8', Buffer.from('单位,名称\na,区发改局\n')],
  ])('is read in %s where the mapping says so', async (encoding, bytes) => {
    expect(cellsOf(await read({ 'portal.yaml': mapped(encoding), 'raw/u.csv': bytes }), 'units')).toEqual(ROWS);
  });

  test('in GBK may hold two characters that are UTF-8 by chance, and no three', async () => {
    const found = (name: string) =>
      read({ 'units.csv': Buffer.concat([GBK_HEADER, GBK_ROW, GBK_ROW, GBK_ROW, GBK_ROW, Buffer.from(`b,${name}\r\n`)]) });
    expect((await found('中国')).faults).toEqual([]);
    expect((await found('中国人民')).faults).toEqual(['encoding-mixed units.csv:6:']);
  });

  test('in GBK whose only Chinese is UTF-8 by chance is read as GBK, and one with the letters of pinyin or Romanian as UTF-8', async () => {
    // 牵头 in GBK is ǣͷ in UTF-8.
    const rows = Buffer.concat([Buffer.from('unit,name\r\na,'), Buffer.from('c7a3cdb7', 'hex'), Buffer.from('\r\n')]);
    expect(cellsOf(await read({ 'units.csv': rows }), 'units')).toEqual([{ unit: 'a', name: '牵头' }]);
    for (const name of ['Hǎi', 'Iași', 'Târgu', 'Ǖ', 'β', 'ơư']) {
      const found = await read({ 'units.csv': Buffer.from(`unit,name\na,${name}\n`) });
      expect(cellsOf(found, 'units'), name).toEqual([{ unit: 'a', name }]);
    }
  });

  test('in windows-1252 is read when asked for, with bytes that the code page leaves undefined', async () => {
    const bytes = Buffer.from('unit,name\na,Caf\u00e9 \u0093x\u0094\u009d\n', 'latin1');
    expect(cellsOf(await read({ 'portal.yaml': mapped('windows-1252'), 'raw/u.csv': bytes }), 'units')).toEqual([{ unit: 'a', name: 'Café “x”' }]);
  });

  test('in windows-1252 is never guessed to be Chinese, though its bytes would do', async () => {
    for (const text of [
      'unit,name\na,Caf\u00e9t\u00e9ria d\u0092Orl\u00e9ans\n',
      'unit,name\na,\u00c9\u00e9\n',
      `unit,name\n${'a,\u00c9\u00e9\nb,\u00d6\u00e4\n'.repeat(9)}`,
      'unit,name\na,5 \u00a3\u00a3\n',
    ]) {
      expect((await read({ 'units.csv': Buffer.from(text, 'latin1') })).faults).toEqual(['encoding-unknown units.csv::']);
    }
  });

  test('with few words, though often, is never guessed to be Chinese', async () => {
    // żółć in windows-1250, ÇÃO and EDUCAÇÃO in windows-1252, 区役所 in EUC-JP
    for (const rows of ['bff3b3e62cbff3b3e6', 'c7c34f2c4544554341c7c34f0a75312c4544554341c7c34f2cc7c34f', 'b6e8ccf2bdea2cb6e8ccf2bdea']) {
      const found = await read({ 'units.csv': Buffer.concat([Buffer.from('unit,name,note\nu0,'), Buffer.from(rows, 'hex')]) });
      expect(found.faults).toContain('encoding-unknown units.csv::');
    }
  });

  test('in GBK that says little, but that in many rows, is read where it is four characters, and else asked about as GB18030 first', async () => {
    // 热线注, 迟报 and 正常
    const [note, late, usual] = ['c8c8cfdfd7a2', 'b3d9b1a8', 'd5fdb3a3'].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer, Buffer];
    const rows = (words: readonly Buffer[]): Buffer =>
      Buffer.concat(Array.from({ length: 40 }, (_, i) => [Buffer.from(`u${i},`), words[i % words.length] as Buffer, Buffer.from('\r\n')]).flat());
    const found = (...words: Buffer[]) => read({ 'units.csv': Buffer.concat([Buffer.from('unit,name\r\n'), rows(words)]) });
    expect((await found(late, usual)).messages).toEqual([]);
    for (const word of [note, late, usual]) expect((await found(word)).messages[0]).toMatch(/for example gb18030, windows-\d+\.$/);
  });

  test('in Korean is asked about by its name, not read as Chinese', async () => {
    const korean = Buffer.from('bcadbfefc6afbab0bdc320b0adb3b2b1b820b1b3c0b0c3bb', 'hex');
    const { messages } = await read({ 'units.csv': Buffer.concat([Buffer.from('unit,name\na,'), korean]) });
    expect(messages).toEqual([
      'The text encoding of units.csv cannot be told. Save it as UTF-8; to leave the file as it is, give its encoding under tables in portal.yaml, for example euc-kr.',
    ]);
  });

  test('in GBK is known by a Chinese header alone, or by some words of Chinese', async () => {
    const name = Buffer.from('a,x\r\n');
    expect((await read({ 'units.csv': Buffer.concat([GBK_HEADER, name]) })).faults).toEqual([]);
    expect((await read({ 'units.csv': Buffer.concat([Buffer.from('unit,name\n'), GBK_ROW]) })).faults).toEqual([]);
  });
});

describe('a NUL', () => {
  test('in a text is told at its line and field', async () => {
    const found = await read({ 'units.csv': 'unit,name\na,甲\nb,乙\0\n', 'programmes/p.yaml': 'name: P\nid: p\0\n' });
    expect(found.faults).toEqual(['encoding-nul programmes/p.yaml:2:6', 'encoding-nul units.csv:3:2']);
    expect(found.messages[1]).toBe('There is a NUL byte here, which no text holds. Remove it, or save the file again as UTF-8.');
  });

  test('in every other byte is UTF-16, which only a table can say of itself', async () => {
    const found = await read({
      'units.csv': Buffer.from('unit,name\na,甲\n', 'utf16le'),
      'programmes/p.yaml': Buffer.from('name: P\n', 'utf16le'),
    });
    expect(found.messages).toEqual([
      'The text encoding of programmes/p.yaml cannot be told. Save it as UTF-8.',
      'The text encoding of units.csv cannot be told. Save it as UTF-8; to leave the file as it is, give its encoding under tables in portal.yaml, for example utf-16le.',
    ]);
  });
});

describe('a broken byte', () => {
  test('in GBK is one problem at its line and field', async () => {
    const broken = Buffer.from('622cc7f8ffa2b8c4bed60d0a', 'hex');
    const found = await read({ 'units.csv': Buffer.concat([GBK_HEADER, GBK_ROW, broken, GBK_ROW]) });
    expect(found.faults).toEqual(['encoding-broken units.csv:3:2']);
    expect(found.messages[0]).toContain('GB18030');
    expect(found.folder.unread).toEqual(new Set(['units']));
  });

  test('in GBK is found below a header that is ASCII', async () => {
    const broken = Buffer.from('622cc7f8ffa2b8c4bed60d0a', 'hex');
    const rows = Array.from({ length: 20 }, () => GBK_ROW);
    const found = await read({ 'units.csv': Buffer.concat([Buffer.from('unit,name\n'), ...rows, broken, ...rows]) });
    expect(found.faults).toEqual(['encoding-broken units.csv:22:2']);
    expect(found.messages[0]).toContain('GB18030');
  });

  test('in UTF-8 is one problem at its line and field', async () => {
    const bytes = Buffer.from('单位,名称,简称\na,"区\n发改局",发改\nb,区教育局,教育\n');
    bytes[bytes.lastIndexOf('育') + 1] = 0x2c;
    expect((await read({ 'units.csv': bytes })).faults).toEqual(['encoding-broken units.csv:4:3']);
  });

  test('is never replaced where an encoding was asked for', async () => {
    const files = { 'portal.yaml': mapped('utf-8'), 'raw/u.csv': Buffer.from('unit,name\na,\u00e9\n', 'latin1') };
    expect((await read(files)).faults).toEqual(['encoding-broken raw/u.csv:2:2']);
  });

  test('is the encoding itself where another one was asked for', async () => {
    const files = { 'portal.yaml': mapped('utf-8'), 'raw/u.csv': Buffer.concat([GBK_HEADER, GBK_ROW]) };
    const { faults, messages } = await read(files, 'zh-CN');
    expect(faults).toEqual([expect.stringMatching(/^encoding-other portal\.yaml:\d+:\d+$/)]);
    expect(messages).toEqual(['raw/u.csv 的编码是 gb18030，不是这里写的 utf-8。 请删去 encoding，让程序自己识别，或改成 gb18030。']);
  });

  test('in portal.yaml is told too', async () => {
    const bytes = Buffer.from('title: 示范市政府\nlanguages: [zh-CN]\n');
    bytes[bytes.indexOf('府') + 2] = 0x41;
    expect((await read({ 'portal.yaml': bytes })).faults).toEqual(['encoding-broken portal.yaml:1:12']);
  });
});

describe('a character that was lost before', () => {
  test('is told in every cell that is read', async () => {
    expect((await read({ 'units.csv': 'unit,name\na,区\nb,\ufffd\nc,西湖\ufffd\n' })).faults).toEqual([
      'encoding-damaged units.csv:3:2',
      'encoding-damaged units.csv:4:2',
    ]);
  });

  test('is told in configuration and in prose', async () => {
    expect((await read({ 'portal.yaml': `${PORTAL}description: 西湖\ufffd\n`, 'pages/a.md': '# A\n\n西湖\ufffd\n' })).faults).toEqual([
      'encoding-damaged portal.yaml:3:',
      'encoding-damaged pages/a.md:3:',
    ]);
  });

  test('does not matter in a column that nothing reads', async () => {
    const portal = `${PORTAL}tables: { units: { file: raw/u.csv, columns: { unit: id, name: label } } }\n`;
    expect((await read({ 'portal.yaml': portal, 'raw/u.csv': 'id,label,other\na,区,\ufffd\n' })).faults).toEqual([]);
  });
});

test('a few rows of GBK at the end of a file of UTF-8 are a mixture, and not lost', async () => {
  const rows = Array.from({ length: 47 }, (_, i) => `u${i},东湖区${i}\n`).join('');
  expect((await read({ 'units.csv': Buffer.concat([Buffer.from(`单位,名称\n${rows}`), GBK_ROW, GBK_ROW]) })).faults).toEqual([
    'encoding-mixed units.csv:49:',
  ]);
});

test('a workbook by another name is told for what it is', async () => {
  expect((await read({ 'units.csv': Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1') })).messages).toEqual([
    'units.csv is an Excel or WPS workbook, not a CSV. Save it as “CSV UTF-8” in your spreadsheet program, and keep the workbook outside of the portal folder.',
  ]);
});

test('UTF-16 without a byte-order mark is asked about by its name', async () => {
  const { messages } = await read({ 'units.csv': Buffer.from('unit,name\na,b\n', 'utf16le') });
  expect(messages[0]).toContain('utf-16le');
});

test('labels of encodings are those of the standard', () => {
  expect(['auto', 'GBK', 'gb2312', 'latin1', 'utf8', 'UTF_8', 'no-such'].map(parseEncoding)).toEqual([
    'auto',
    'gbk',
    'gbk',
    'windows-1252',
    'utf-8',
    'utf-8',
    undefined,
  ]);
});

describe('an encoding that is not what it seems', () => {
  const utf8 = Buffer.from('unit,name\na,区发改局\n');

  test.each([
    ['windows-1252', Buffer.concat([Buffer.from('\ufeff'), utf8]), 'encoding-marked portal.yaml:5:36', '区发改局'],
    ['gb18030', Buffer.from('\ufeffunit,name\na,区发改局\n', 'utf16le'), 'encoding-marked portal.yaml:5:36', '区发改局'],
  ])('gives way to a byte-order mark, and that is said: %s', async (encoding, bytes, fault, name) => {
    const found = await read({ 'portal.yaml': mapped(encoding), 'raw/u.csv': bytes });
    expect(found.faults).toEqual([fault]);
    expect(cellsOf(found, 'units')[0]?.name).toBe(name);
  });

  test.each(['windows-1252', 'gb18030'])('%s over what is UTF-8 throughout is a warning', async (encoding) => {
    expect((await read({ 'portal.yaml': mapped(encoding), 'raw/u.csv': Buffer.from('unit,name\na,区县\n') })).faults).toEqual([
      'encoding-utf8 portal.yaml:5:36',
    ]);
    expect((await read({ 'portal.yaml': mapped(encoding), 'raw/u.csv': Buffer.from('unit,name\na,b\n') })).faults).toEqual([]);
  });

  test('of few Chinese words is asked about by its likeliest name', async () => {
    const { messages } = await read({ 'units.csv': Buffer.concat([Buffer.from('unit,name\na,'), Buffer.from('c7f8b7a2', 'hex')]) });
    expect(messages[0]).toContain('for example gb18030, windows-1252.');
  });

  test('is two, where GBK follows UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('单位,名称\nb,市教育局\n'), GBK_ROW, GBK_ROW]);
    const { faults } = await read({ 'units.csv': bytes });
    expect(faults).toEqual(['encoding-mixed units.csv:3:']);
  });

  test('is two, where a row of UTF-8 follows GBK, though GBK can read it', async () => {
    const head = Buffer.concat([Buffer.from('unit,name\n'), ...Array.from({ length: 6 }, () => GBK_ROW)]);
    const row = Buffer.from('b,北京市教育局\n');
    expect(() => new TextDecoder('gb18030', { fatal: true }).decode(row)).not.toThrow();
    const { faults, messages } = await read({ 'units.csv': Buffer.concat([head, row, GBK_ROW]) });
    expect(faults).toEqual(['encoding-mixed units.csv:8:']);
    expect(messages[0]).toContain('This line is UTF-8 in a file that is GB18030 (GBK) otherwise');
  });
});
