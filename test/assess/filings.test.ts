import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFilings, suppress } from '../../src/assess/filings.ts';
import { filingKind, filingOf, portalOfCase } from './fixture.ts';

function countsOf(stages: Readonly<Record<string, number>>, outcomes: Readonly<Record<string, number>> = {}) {
  const rows = Object.entries(stages).flatMap(([stage, n]) => Array.from({ length: n }, (_, i) => filingOf(`${stage}${i}`, 'risk', stage)));
  const decided = Object.entries(outcomes).flatMap(([outcome, n]) => Array.from({ length: n }, () => outcome));
  const filings = rows.map((row, i) => ({ ...row, outcome: decided[i] ?? null }));
  const kinds = [filingKind('risk', Object.keys(stages), Object.keys(outcomes))];
  const { programme } = portalOfCase({ filings, config: { filings: kinds } });
  return Object.fromEntries(countFilings(programme).map(({ stage, outcome, count }) => [stage ?? outcome ?? 'all', count]));
}

describe('filings', () => {
  it('are counted in all, by stage and by outcome; none is shown as none', () => {
    expect(countsOf({ applied: 8, reviewed: 12, fed_back: 0 }, { granted: 6, refused: 0 })).toEqual({
      all: 20,
      applied: 8,
      reviewed: 12,
      fed_back: 0,
      granted: 6,
      refused: 0,
    });
  });

  it('suppress a small cell and the next smallest with it, so that the total does not tell', () => {
    expect(countsOf({ applied: 2, reviewed: 12, fed_back: 9 })).toEqual({ all: 23, applied: null, reviewed: 12, fed_back: null });
  });

  it('suppress the total when it is small itself', () => {
    expect(countsOf({ applied: 3, reviewed: 0 })).toEqual({ all: null, applied: null, reviewed: 0 });
  });

  it('suppress an outcome where the few without one would follow from the rest', () => {
    expect(countsOf({ applied: 32 }, { granted: 20, refused: 10 })).toMatchObject({ all: 32, applied: 32, granted: 20, refused: null });
    expect(countsOf({ applied: 32 }, { granted: 12, refused: 10 })).toMatchObject({ all: 32, granted: 12, refused: 10 });
  });

  it('suppress a stage where the few whose stage is not out yet would follow from the rest', () => {
    const rows = Array.from({ length: 22 }, (_, i) => filingOf(`f${i}`, 'risk', 'applied', null, i < 2 ? { stage: null } : {}));
    const { programme } = portalOfCase({ filings: rows, config: { filings: [filingKind('risk', ['applied'], [])] } });
    expect(countFilings(programme).map(({ count }) => count)).toEqual([22, null]);
  });

  it('suppress a third cell when two small ones would be told by their sum', () => {
    expect(suppress([1, 1, 9, 30], 5)).toEqual([null, null, null, 30]);
  });

  it('suppress one more when the hidden ones would be told to be one each', () => {
    expect(suppress([1, 1, 1, 1, 1, 20], 5)).toEqual([null, null, null, null, null, null]);
    expect(suppress([1, 1, 10], 2)).toEqual([null, null, null]);
  });

  it('do not show which are none where a reader would know of the others that they are one each', () => {
    expect(countsOf({ a: 1, b: 1, c: 1, d: 1, e: 0 })).toEqual({ all: null, a: null, b: null, c: null, d: null, e: null });
    expect(countsOf({ a: 3, b: 0, c: 0, d: 1 })).toEqual({ all: null, a: null, b: null, c: null, d: null });
    expect(countsOf({ a: 1, b: 1, c: 1, d: 1, e: 1 })).toEqual({ all: null, a: null, b: null, c: null, d: null, e: null });
    expect(suppress([1, 1, 1, 1, 1, 0, 0], 5)).toEqual([null, null, null, null, null, null, null]);
  });

  it('do not follow from what is shown, for a reader who knows how it is chosen', () => {
    const lists = (cells: number, most: number): number[][] =>
      cells === 0 ? [[]] : Array.from({ length: most + 1 }, (_, n) => n).flatMap((n) => lists(cells - 1, most - n).map((rest) => [n, ...rest]));
    const shown = (list: readonly number[]): string => JSON.stringify(countsOf(Object.fromEntries(list.map((n, i) => [`s${i}`, n]))));
    for (const [key, alike] of Map.groupBy(lists(5, 9), shown)) {
      if (!key.includes('null')) continue;
      const own = Object.values(JSON.parse(key) as Record<string, number | null>).slice(1);
      const told = own.flatMap((count, i) => (count === null && alike.every((list) => list[i] === alike[0]?.[i]) ? [alike[0]?.[i] as number] : []));
      expect(told.filter((n) => n > 0 && n < 5)).toEqual([]);
    }
  });

  it('never leave a single suppressed cell beside a shown total, and never show a small one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 6 }), (cells, minCell) => {
        const shown = suppress(cells, minCell);
        const total = cells.reduce((sum, count) => sum + count, 0);
        const hidden = cells.filter((_, i) => shown[i] === null);
        const totalShown = total === 0 || total >= minCell;
        for (const count of shown) expect(count === null || count === 0 || count >= minCell).toBe(true);
        if (totalShown && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          const sum = hidden.reduce((all, count) => all + count, 0);
          expect(sum).toBeGreaterThanOrEqual(minCell);
          if (hidden.length < cells.filter((count) => count > 0).length) expect(sum).toBeGreaterThan(hidden.length);
        }
      }),
    );
  });
});
