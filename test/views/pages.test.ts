import { describe, expect, test } from 'vitest';
import type { DownloadsView } from '../../src/views/downloads.ts';
import type { HomeView } from '../../src/views/home.ts';
import { sitePages } from '../../src/views/pages.ts';
import type { UnitView } from '../../src/views/unit.ts';
import { indicatorOf } from '../assess/sample.ts';
import { awardOf, CITY, siteOf, viewAt } from './portal.ts';

const site = siteOf({ ...CITY, indicators: [indicatorOf('x', { decimals: 1 })] });
const paths = sitePages(site).map(({ path }) => path);

describe('the pages of a site', () => {
  test('stand where the contract says', () => {
    const wanted = ['', 'units/', 'units/a/', 'indicators/', 'indicators/p/x/', 'p/', 'p/2024-Q3/', 'p/2024-Q3/x/', 'p/latest/'];
    expect(paths).toEqual(expect.arrayContaining([...wanted, 'compare/', 'search/', 'corrections/', 'downloads/', 'style/']));
  });

  test('have each an address of their own, with a closing slash', () => {
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => path !== '' && !path.endsWith('/'))).toEqual([]);
  });

  test('leave out the boards of dimensions where the programme wants none', () => {
    const plain = siteOf({ ...CITY, ranking: { dimensionPages: false } });
    expect(sitePages(plain).filter(({ kind }) => kind === 'leaderboard')).toHaveLength(3);
  });

  test('leave out the list of indicators where there are none', () => {
    expect(sitePages(siteOf()).some(({ path }) => path === 'indicators/')).toBe(false);
  });

  test('every view with data is plain JSON', () => {
    for (const page of sitePages(site)) {
      if (!page.data) continue;
      const view = page.view();
      expect(JSON.parse(JSON.stringify(view)), page.path).toEqual(view);
    }
  });

  test('every page with data is listed among the downloads, alone or by its pattern', () => {
    const { entries } = viewAt<DownloadsView>(site, 'downloads/');
    const counted = entries.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(sitePages(site).filter(({ data }) => data).length);
  });
});

describe('the home page', () => {
  test('is as new as the newest that it shows, be it an award', () => {
    const awards = [awardOf('w1', 'b', '2024-Q3', { awardedOn: '2025-01-25' })];
    expect(viewAt<HomeView>(site, '').published_on).toBe('2025-01-20');
    expect(viewAt<HomeView>(siteOf(CITY, awards), '').published_on).toBe('2025-01-25');
    expect(viewAt<UnitView>(siteOf(CITY, awards), 'units/b/').published_on).toBe('2025-01-25');
  });

  test('says who leads each group of the newest period', () => {
    const [programme] = viewAt<HomeView>(site, '').programmes;
    expect(programme?.latest).toMatchObject({ period: '2024-Q4', path: 'p/2024-Q4/' });
    expect(programme?.latest?.tables.map(({ leaders }) => leaders[0]?.unit)).toEqual(['b', 'f']);
  });
});
