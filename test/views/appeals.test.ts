import { expect, test } from 'vitest';
import { sheetOf } from '../../src/fragments/index.ts';
import type { Appeal } from '../../src/model/portal.ts';
import type { AwardView } from '../../src/views/award.ts';
import type { LeaderboardView } from '../../src/views/leaderboard.ts';
import type { UnitView } from '../../src/views/unit.ts';
import { PLACE } from '../assess/sample.ts';
import { awardOf, CITY, contextOf, siteOf, viewAt } from './portal.ts';

function appealOf(id: string, against: string, filedOn: string, state: Appeal['state'] = 'under_review'): Appeal {
  const decided = state === 'rejected';
  return { id, against, filedOn, unit: 'b', state, decidedOn: decided ? filedOn : null, decision: null, correction: null, place: PLACE };
}

const AWARDS = [awardOf('w1', 'b', '2024-Q3'), awardOf('w2', 'a', '2024-Q3')];
const siteWith = (...appeals: Appeal[]) => siteOf(CITY, AWARDS, { appeals });

test('a pending appeal against a figure is marked on the board, on the unit’s page and on the award of that period', () => {
  const site = siteWith(appealOf('p1', 'p/2024-Q3/b', '2024-11-01'));
  const [row] = viewAt<LeaderboardView>(site, 'p/2024-Q3/').tables[0]?.rows ?? [];
  expect(row).toMatchObject({ unit: 'b', appeal: 'under_review' });
  const unit = viewAt<UnitView>(site, 'units/b/');
  expect(unit.history.filter(({ appeal }) => appeal).map(({ period, dimension }) => [period, dimension])).toContainEqual(['2024-Q3', null]);
  expect(unit.history.some(({ period, appeal }) => period === '2024-Q4' && appeal)).toBe(false);
  expect(unit.awards).toMatchObject([{ award: 'w1', appeal: 'under_review' }]);
  expect(viewAt<AwardView>(site, 'p/awards/w1/').appeals.map(({ id }) => id)).toEqual(['p1']);
  expect(viewAt<AwardView>(site, 'p/awards/w2/').appeals).toEqual([]);
  const marks =
    sheetOf('unit', unit, contextOf(site, 'en')).main.text.match(/<a class="status tone-warning" href="\/en\/corrections\/#appeal-p1">/g) ?? [];
  expect(marks.length).toBeGreaterThanOrEqual(2);
});

test('a unit’s page tells the appeals that it filed and those against its results, as the list of all does', () => {
  const site = siteWith(
    appealOf('p1', 'p/2024-Q3/a', '2024-11-01'),
    appealOf('p2', 'w2', '2024-11-02', 'rejected'),
    appealOf('p3', 'secret-7', '2024-11-03'),
    appealOf('p4', 'p/2024-Q4/c', '2024-11-04'),
  );
  const ids = (unit: string) => viewAt<UnitView>(site, `units/${unit}/`).appeals.map(({ appeal }) => appeal);
  // b filed them all.
  expect([ids('b'), ids('a'), ids('c'), ids('d')]).toEqual([['p4', 'p3', 'p2', 'p1'], ['p2', 'p1'], ['p4'], []]);
  const all = sheetOf('corrections', viewAt(site, 'corrections/'), contextOf(site)).main.text;
  const own = sheetOf('unit', viewAt(site, 'units/a/'), contextOf(site)).main.text;
  const [item = ''] = /<li id="appeal-p1">.*?<\/li>/.exec(own) ?? [];
  expect(item).toContain('申诉复核中');
  expect(all).toContain(item);
});

test('one that is decided leaves no mark, unless another is pending', () => {
  const decided = appealOf('p1', 'w1', '2024-12-01', 'rejected');
  expect(viewAt<UnitView>(siteWith(decided), 'units/b/').awards[0]?.appeal).toBeUndefined();
  const pending = appealOf('p0', 'w1', '2024-11-01');
  expect(viewAt<UnitView>(siteWith(pending, decided), 'units/b/').awards[0]?.appeal).toBe('under_review');
});
