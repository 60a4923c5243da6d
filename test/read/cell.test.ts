import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWidth, isBlankToken, makeId, stripControls, trimCell } from '../../src/read/cell.ts';

describe('a cell', () => {
  test('loses white space of every kind at its ends', () => {
    expect(trimCell('\ufeff\u3000 \u00a0区发改局\u3000')).toBe('区发改局');
    expect(trimCell('a')).toBe('a');
    expect(trimCell(' \t ')).toBe('');
  });

  test('is trimmed in no time, however much white space is in it', () => {
    const long = `甲${' \u200b'.repeat(200_000)}乙`;
    const start = performance.now();
    expect(trimCell(` ${long} `)).toBe(long);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('has its full-width figures folded where it is a value', () => {
    expect(foldWidth('２０２３－０９')).toBe('2023-09');
    expect(foldWidth('１，２３４．５％')).toBe('1,234.5%');
    expect(foldWidth('−3.5')).toBe('-3.5');
    expect(foldWidth('（12）')).toBe('(12)');
    expect(foldWidth('区发改局')).toBe('区发改局');
  });

  test('says nothing with a dash, a slash, 无 or N/A', () => {
    for (const token of ['', '—', '–', '-', '/', '无', 'N/A', 'n/a', 'null']) expect(isBlankToken(token)).toBe(true);
    for (const value of ['0', '-1', 'none of them', '无锡']) expect(isBlankToken(value)).toBe(false);
  });

  test('loses control characters and keeps line breaks and bidi marks', () => {
    expect(stripControls('a\u0000b\u0007c\nd\te\u202e')).toBe('abc\nd\te\u202e');
  });
});

describe('an id made of a name', () => {
  test('keeps letters and digits of every script and joins them with hyphens', () => {
    expect(makeId('Argyll & Bute')).toBe('Argyll-Bute');
    expect(makeId('C&L 01')).toBe('C-L-01');
    expect(makeId('（市）发改局')).toBe('市-发改局');
    expect(makeId('../../x')).toBe('x');
    expect(makeId('--')).toBe('');
  });

  test('is safe, short, and made only once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const id = makeId(name);
        expect(id).toMatch(/^$|^[\p{L}\p{N}][\p{L}\p{N}-]{0,59}$/u);
        expect(makeId(id)).toBe(id);
      }),
    );
  });
});
