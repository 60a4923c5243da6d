import { describe, expect, test } from 'vitest';
import type { UnitView } from '../../src/views/unit.ts';
import { awardOf, CITY, siteOf, viewAt } from './portal.ts';

const site = siteOf(CITY, [awardOf('w1', 'b', '2024-Q3')]);
const view = viewAt<UnitView>(site, 'units/b/');

describe("a unit's page", () => {
  test('holds every period of every dimension, places out of all members', () => {
    expect(view.history.filter(({ dimension }) => dimension === null)).toMatchObject([
      { programme: 'p', group: 'east', period: '2024-Q1', score: 80, rank: 2, of: 4, change: null, status: 'final' },
      { programme: 'p', group: 'east', period: '2024-Q3', score: 92.5, rank: 1, of: 4, ranked: 3, change: 1 },
      { programme: 'p', group: 'east', period: '2024-Q4', score: 90, rank: 1, of: 4, change: 0 },
    ]);
    expect(view.history.filter(({ dimension }) => dimension === 'x')).toHaveLength(3);
  });

  test('a period without a place stays, with its reason', () => {
    const d = viewAt<UnitView>(site, 'units/d/');
    expect(d.history.find(({ dimension, period }) => dimension === null && period === '2024-Q3')).toMatchObject({
      rank: null,
      status: 'not_submitted',
      missing: [{ dimension: 'x', status: 'not_submitted' }],
    });
  });

  test('points to the rows of its main series, so that no figure is written twice', () => {
    const [series] = view.programmes[0]?.series ?? [];
    expect(view.history.slice(series?.from, series?.to).map(({ dimension }) => dimension)).toEqual([null, null, null]);
    expect(series?.medians).toEqual([75, 80, 80]);
  });

  test('sets its newest dimensions against the range of its group', () => {
    expect(view.programmes[0]?.dimensions[0]).toMatchObject({
      dimension: 'x',
      period: '2024-Q4',
      rank: 1,
      of: 4,
      spread: { min: 75, median: 80, max: 90, values: [75, 80, 80, 90] },
    });
  });

  test('lists its awards as the awards page does', () => {
    expect(view.awards).toMatchObject([{ award: 'w1', programme: 'p', instrument: 'flag', period: '2024-Q3', holder: 'b' }]);
  });

  test('agrees with the leaderboard on every place', () => {
    for (const { id } of site.assessment.portal.units) {
      for (const row of viewAt<UnitView>(site, `units/${id}/`).history) {
        const path = `p/${row.period}/${row.dimension === null ? '' : `${row.dimension}/`}`;
        const tables = viewAt<{
          tables: readonly { group: string; rows: readonly { unit: string; rank: number; change: unknown; score: number }[] }[];
        }>(site, path).tables;
        const same = tables.find(({ group }) => group === row.group)?.rows.find(({ unit }) => unit === id);
        expect(same ? [same.rank, same.change, same.score] : [null]).toEqual(same ? [row.rank, row.change, row.score] : [row.rank]);
      }
    }
  });
});
