import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtexOf, citationPart, cslOf, risOf, type Source } from '../../src/fragments/citation.ts';
import type { SheetContext } from '../../src/fragments/sheet.ts';
import { getTranslate } from '../../src/i18n/index.ts';

const source: Source = {
  title: '十维季考：2023年第四季度',
  publisher: '示范市政府办公室',
  portal: '示范市政府绩效公开',
  publishedOn: '2024-01-15 09:00',
  asOf: '2024-03-31',
  address: 'https://example.org/quarterly/2023-Q4/',
  lang: 'zh-CN',
};
const english: Source = { ...source, title: 'Quarterly: Q4 2023', publisher: 'General Office', portal: 'Performance Portal', lang: 'en' };

const textsOf = (cited: Source, records = false): string[] => {
  const { text } = citationPart(cited, records, { t: getTranslate(cited.lang) } as SheetContext);
  return [...text.matchAll(/<dd>(.*?)<\/dd>/gs)].map(([, entry = '']) => entry.replace(/<[^>]+>/g, ''));
};

describe('in words', () => {
  test('GB/T 7714—2025: who, what, as of when, where, when published, when cited, address', () => {
    const [zh] = textsOf(source);
    expect(zh).toBe(
      '示范市政府办公室. 十维季考：2023年第四季度[DS/OL]. 数据截至2024-03-31. 示范市政府绩效公开(2024-01-15)[引用日期]. https://example.org/quarterly/2023-Q4/.',
    );
  });

  test('APA: its own words are English, its title is italic', () => {
    const [, apa] = textsOf(english);
    expect(apa).toBe(
      'General Office. (2024, January 15). Quarterly: Q4 2023 (Figures as of March 31, 2024) [Data set]. Performance Portal. https://example.org/quarterly/2023-Q4/',
    );
    expect(citationPart(english, false, { t: getTranslate('en') } as SheetContext).text).toContain('<i>Quarterly: Q4 2023</i>');
  });

  test('in other languages the English words of APA are said to be English', () => {
    const apaOf = (cited: Source): string => citationPart(cited, false, { t: getTranslate(cited.lang) } as SheetContext).text.split('<dt>')[2] ?? '';
    expect(apaOf(source)).toContain('<span lang="en">(2024, January 15)</span>. <i>');
    expect(apaOf(source)).toContain('<span lang="en">(Figures as of March 31, 2024) [Data set]</span>. 示范市');
    expect(apaOf(english)).not.toContain('lang=');
  });

  test('no day is made up where none is known, and no full stop stands twice', () => {
    const [gbt, apa] = textsOf({ ...english, publishedOn: null, publisher: 'City Inc.' });
    expect(gbt).toContain('City Inc. Quarterly');
    expect(gbt).toContain('Performance Portal[date of citation]');
    expect(apa).toContain('City Inc. (n.d.). Quarterly');
  });

  test('a portal that is called like its publisher is named once', () => {
    expect(textsOf({ ...english, portal: 'General Office' })[1]).toContain('[Data set]. https://');
  });
});

describe('for programs', () => {
  test('stand only where they are asked for', () => {
    expect(textsOf(source)).toHaveLength(2);
    expect(textsOf(source, true)).toHaveLength(5);
  });

  test('BibTeX keeps the publisher in one piece and escapes what TeX would take for its own', () => {
    const entry = bibtexOf({ ...english, title: '50% of {A} & B_1 ~ \\x #2 $3 ^4' }).join('');
    expect(entry).toBe(`@misc{quarterly-2023-Q4-2024-03-31,
  author = {{General Office}},
  title = {{50\\% of \\{A\\} \\& B\\_1 \\textasciitilde{} \\textbackslash{}x \\#2 \\$3 \\textasciicircum{}4}},
  howpublished = {Performance Portal},
  year = {2024},
  date = {2024-01-15},
  note = {Data set, figures as of 2024-03-31},
  url = {https://example.org/quarterly/2023-Q4/}
}
`);
  });

  test('RIS has a field a line, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, publisher) => {
        const lines = risOf({ ...source, title, publisher })
          .join('')
          .split(/[\r\n\u2028\u2029]/);
        expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
        expect(lines.map((line) => line.slice(0, 2))).toEqual(['TY', 'AU', 'TI', 'DP', 'PY', 'DA', 'N1', 'LA', 'UR', 'ER', '']);
      }),
    );
  });

  test('CSL-JSON is JSON, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, publisher) => {
        const [item] = JSON.parse(cslOf({ ...source, title, publisher }).join(''));
        expect(item).toMatchObject({ type: 'dataset', version: '2024-03-31', URL: source.address, issued: { 'date-parts': [[2024, 1, 15]] } });
        expect(item.title).toBe(title.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
