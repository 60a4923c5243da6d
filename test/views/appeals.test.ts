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
  const marks = sheetOf('unit', unit, contextOf(site, 'en')).main.text.match(/<span class="status tone-warning">[^<]*<\/span>/g) ?? [];
  expect(marks.length).toBeGreaterThanOrEqual(2);
});

test('one that is decided leaves no mark, unless another is pending', () => {
  const decided = appealOf('p1', 'w1', '2024-12-01', 'rejected');
  expect(viewAt<UnitView>(siteWith(decided), 'units/b/').awards[0]?.appeal).toBeUndefined();
  const pending = appealOf('p0', 'w1', '2024-11-01');
  expect(viewAt<UnitView>(siteWith(pending, decided), 'units/b/').awards[0]?.appeal).toBe('under_review');
});
