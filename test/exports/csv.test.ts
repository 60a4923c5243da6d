import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type CsvTable, printCsv, printReadings } from '../../src/exports/csv.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const csv = (table: CsvTable): string => textOf(printCsv(table));
const spreadsheetCsv = (table: CsvTable): string => {
  const [mark, bytes] = printReadings(table).spreadsheet;
  return mark + textOf(bytes);
};

test('cells are quoted where they must be, and blank means nothing', () => {
  expect(
    csv({
      columns: ['a', 'b'],
      rows: [
        ['x,"y"', null],
        [0, 'line\nbreak'],
        [false, ''],
      ],
    }),
  ).toBe('a,b\r\n"x,""y""",\r\n0,"line\nbreak"\r\nfalse,\r\n');
});

test('the reading for spreadsheets has a mark and runs no formula, and leaves numbers alone', () => {
  expect(spreadsheetCsv({ columns: ['a'], rows: [['=1+1'], ['-5'], ['+3.5'], ['@x'], ['-a'], [-5]] })).toBe(
    "\uFEFFa\r\n'=1+1\r\n-5\r\n+3.5\r\n'@x\r\n'-a\r\n-5\r\n",
  );
});

test('a bare carriage return is quoted, and a tab or one before a formula runs nothing', () => {
  expect(csv({ columns: ['a'], rows: [['x\ry']] })).toBe('a\r\n"x\ry"\r\n');
  expect(spreadsheetCsv({ columns: ['a'], rows: [['\t=1+1'], ['\r=1+1']] })).toBe('\uFEFFa\r\n\'\t=1+1\r\n"\'\r=1+1"\r\n');
});

test.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])('a formula that begins with %s is none', (sign) => {
  for (const text of [`${sign}1+1`, `\n${sign}1+1`]) {
    const [cell] = Papa.parse<string[]>(spreadsheetCsv({ columns: [text], rows: [] })).data[0] ?? [];
    expect(cell?.replace('\uFEFF', '')).toBe(`'${text}`);
  }
});

test('beside the mark, both readings are the same where nothing would run', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('=1', '-a', '-5', null)), { minLength: 1, maxLength: 3 })), (rows) => {
      const table = { columns: ['a'], rows };
      expect(textOf(printReadings(table).plain)).toBe(csv(table));
      const runs = rows.flat().some((cell) => cell !== null && /^[=+\-@\t\r\n]/.test(cell) && !/^[+-]?\d+(\.\d+)?%?$/.test(cell));
      if (!runs) expect(spreadsheetCsv(table)).toBe(`\uFEFF${csv(table)}`);
      else expect(spreadsheetCsv(table)).not.toBe(`\uFEFF${csv(table)}`);
    }),
  );
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const text = csv({ columns: ['a', 'b'], rows });
      const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(1, -1);
      expect(parsed).toEqual(rows);
    }),
  );
});

test('a long table is whole, whatever pieces it comes in', () => {
  const rows = Array.from({ length: 4999 }, (_, i) => [i, 'x']);
  expect(csv({ columns: ['n', 'x'], rows })).toBe(`n,x\r\n${rows.map(([n, x]) => `${n},${x}\r\n`).join('')}`);
});
