import { describe, expect, test } from 'vitest';
import type { LeaderboardView } from '../../src/views/leaderboard.ts';
import { dimensionOf, indicatorOf, PLACE, periodOf } from '../assess/sample.ts';
import { awardOf, CITY, siteOf, viewAt } from './portal.ts';

const site = siteOf(CITY, [awardOf('w1', 'b', '2024-Q3'), awardOf('w2', 'a', '2024-Q3', { dimension: 'x' })]);

function boardAt(path: string, on = site): LeaderboardView {
  return viewAt<LeaderboardView>(on, path);
}

describe('a leaderboard', () => {
  const board = boardAt('p/2024-Q3/');
  const [east, west] = board.tables;

  test('has one table a group, each with how many are members and how many are ranked', () => {
    expect(board.tables.map(({ group, of, ranked }) => ({ group, of, ranked }))).toEqual([
      { group: 'east', of: 4, ranked: 3 },
      { group: 'west', of: 2, ranked: 2 },
    ]);
    expect(east?.group_name).toEqual({ name: '东片', names: { en: 'East' } });
  });

  test('names who is not ranked, why, and which dimension is missing', () => {
    expect(east?.unranked).toMatchObject([
      { unit: 'd', status: 'not_submitted', reason: 'not_submitted', missing: [{ dimension: 'x', status: 'not_submitted' }] },
    ]);
  });

  test('gives places, their change and the gap to the next better place', () => {
    expect(east?.rows.map(({ unit, rank, previous_rank, change, gap }) => ({ unit, rank, previous_rank, change, gap }))).toEqual([
      { unit: 'b', rank: 1, previous_rank: 2, change: 1, gap: null },
      { unit: 'a', rank: 2, previous_rank: 1, change: -1, gap: 12.5 },
      { unit: 'c', rank: 3, previous_rank: 3, change: 0, gap: 10 },
    ]);
  });

  test('those who share a place are equally far from the next better one', () => {
    const tied = boardAt('p/2024-Q4/').tables[0]?.rows.filter((row) => row.tied);
    expect(tied?.map(({ unit, rank, gap }) => ({ unit, rank, gap }))).toEqual([
      { unit: 'a', rank: 2, gap: 10 },
      { unit: 'c', rank: 2, gap: 10 },
    ]);
  });

  test('a unit that was ranked before, but not last time, has returned', () => {
    expect(boardAt('p/2024-Q4/').tables[0]?.rows.find(({ unit }) => unit === 'd')?.change).toBe('returned');
  });

  test('old rows keep the name that the unit bore then', () => {
    const nameIn = (path: string) => boardAt(path).tables[0]?.rows.find(({ unit }) => unit === 'b')?.name;
    expect(nameIn('p/2024-Q1/')).toBe('清河县');
    expect(nameIn('p/2024-Q3/')).toBe('清河区');
  });

  test('an award of one dimension stands apart from those of the whole', () => {
    expect(east?.rows[0]).toMatchObject({ awards: ['flag'], dimension_awards: [] });
    expect(east?.rows[1]).toMatchObject({ awards: [], dimension_awards: [{ instrument: 'flag', dimension: 'x' }] });
    expect(boardAt('p/2024-Q3/x/').tables[0]?.rows.find(({ unit }) => unit === 'a')?.awards).toEqual(['flag']);
  });

  test('few dimensions are columns of the overall board', () => {
    expect(board.columns.map(({ dimension, path }) => ({ dimension, path }))).toEqual([
      { dimension: 'x', path: 'p/2024-Q3/x/' },
      { dimension: 'y', path: 'p/2024-Q3/y/' },
    ]);
    expect(east?.rows[0]?.dimensions).toEqual([92.5, 92.5]);
  });

  test('leads to the periods before and after it', () => {
    expect(board.previous).toEqual({ period: '2024-Q1', path: 'p/2024-Q1/' });
    expect(board.next).toEqual({ period: '2024-Q4', path: 'p/2024-Q4/' });
    expect(boardAt('p/2024-Q1/').previous).toBeNull();
  });

  test('bars of scores within a hundred share the scale from 0 to 100', () => {
    expect(board.scale).toEqual({ min: 0, max: 100 });
    expect(west?.rows.map(({ history }) => history)).toEqual([
      [2, null, 1],
      [1, null, 2],
    ]);
  });

  test('knows when its figures were first published', () => {
    expect(boardAt('p/2024-Q4/')).toMatchObject({ published_on: '2025-01-20', changed_on: '2025-01-20' });
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(board))).toEqual(board);
  });
});

describe('a programme without a total', () => {
  const plain = siteOf({ ...CITY, ranking: { overall: false, decimals: 1 } });

  test('has a period page that leads to the boards of its dimensions', () => {
    const board = boardAt('p/2024-Q3/', plain);
    expect(board.tables).toEqual([]);
    expect(board.dimensions.map(({ dimension, path, of, ranked }) => ({ dimension, path, of, ranked }))).toEqual([
      { dimension: 'x', path: 'p/2024-Q3/x/', of: 6, ranked: 5 },
      { dimension: 'y', path: 'p/2024-Q3/y/', of: 6, ranked: 6 },
    ]);
  });
});

test('the board of an indicator names the version of its own method, and the page of all none but the programme’s', () => {
  const indicators = [indicatorOf('x', { methodVersion: 'x1' }), indicatorOf('y', { methodVersion: 'y7' })];
  const dimensions = indicators.map(({ id }) => dimensionOf(id, { indicators: [id] }));
  const site = siteOf({ ...CITY, indicators, dimensions, ranking: { overall: false } });
  const versionAt = (path: string) => boardAt(path, site).method_version;
  expect(['p/2024-Q4/', 'p/2024-Q4/x/', 'p/2024-Q4/y/'].map(versionAt)).toEqual([null, 'x1', 'y7']);
});

describe('a programme that does not publish its whole ranking', () => {
  const publication = { persons: 'none', minCell: 5, disclosure: 'top' } as const;
  const named = (disclosure: 'top' | 'counts') => {
    const partly = siteOf({ ...CITY, config: { ...CITY.config, publication: { ...publication, disclosure } } });
    const [east] = boardAt('p/2024-Q4/', partly).tables;
    return { of: east?.of, ranked: east?.ranked, units: east?.rows.map(({ unit }) => unit), unranked: east?.unranked };
  };

  test('names the better half, ties at its edge included', () => {
    expect(named('top')).toEqual({ of: 4, ranked: 4, units: ['b', 'a', 'c'], unranked: [] });
  });

  test('or only says how many were ranked', () => {
    expect(named('counts')).toEqual({ of: 4, ranked: 4, units: [], unranked: [] });
  });

  test('then no page and no download knows the places of the others', () => {
    const partly = siteOf({ ...CITY, config: { ...CITY.config, publication: { ...publication, disclosure: 'counts' } } });
    expect(viewAt<{ history: unknown[]; programmes: { dimensions: unknown[] }[] }>(partly, 'units/d/')).toMatchObject({ history: [] });
    expect(JSON.stringify(boardAt('p/2024-Q4/', partly))).not.toContain('"unit":"d"');
  });
});

test('what became of a unit that is not named is not told either: neither its adjustments nor its corrected figures', () => {
  const publication = { persons: 'none', minCell: 5, disclosure: 'top' } as const;
  const last = { unit: 'd', on: '2024-Q4', kind: 'bonus', points: 1, reason: 'Told of the last' } as const;
  const first = { unit: 'b', on: '2024-Q4', kind: 'bonus', points: 1, reason: 'Told of the first' } as const;
  const correctionOf = (id: string, unit: string) => ({
    ...{ id, kind: 'correction' as const, severity: null, publishedOn: '2025-01-01', programme: 'p', period: periodOf('2024-Q4'), unit },
    ...{ field: 'x', old: '9.9191', new: '75', reason: 'A slip', approvedBy: null, document: null, award: null, place: PLACE },
  });
  const partly = siteOf({ ...CITY, adjustments: [last, first], config: { ...CITY.config, publication } }, [], {
    corrections: [correctionOf('c1', 'd'), correctionOf('c2', 'b')],
  });
  const view = viewAt<LeaderboardView>(partly, 'p/2024-Q4/');
  expect(view.adjustments.map(({ unit }) => unit)).toEqual(['b']);
  expect(view.corrections).toMatchObject([
    { correction: 'c1', unit: null, unit_name: null, old: null, new: null, reason: 'A slip' },
    { correction: 'c2', unit: 'b', old: '9.9191' },
  ]);
  expect(JSON.stringify(viewAt(partly, 'units/d/'))).not.toMatch(/9\.9191|Told of the last/);
});
