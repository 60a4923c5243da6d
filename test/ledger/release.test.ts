import { describe, expect, it } from 'vitest';
import { release } from '../../src/ledger/release.ts';
import type { Appeal, Portal } from '../../src/model/portal.ts';
import { awardOf, portalOfCase, sessionOf, taskOf } from '../assess/fixture.ts';
import { PLACE } from '../assess/sample.ts';

function appeal(against: string): Appeal {
  return {
    id: `on-${against}`,
    against,
    filedOn: '2023-05-01',
    unit: 'a',
    state: 'upheld',
    decidedOn: '2023-08-01',
    decision: 'yes',
    correction: null,
    place: PLACE,
  };
}

function released(asOf: string): Portal {
  const { portal } = portalOfCase({
    units: ['a'],
    asOf,
    sessions: [sessionOf(1, '2023-05-20', { publishedOn: '2023-06-01', reason: 'flood' })],
    awards: [awardOf('out', 'red', 'a', '2023-01-01', { awardedOn: '2023-04-01' }), awardOf('held', 'red', 'a', 's1', { awardedOn: '2023-05-20' })],
    tasks: [taskOf('later', { postedOn: '2023-07-01' })],
  });
  return release({ ...portal, appeals: [appeal('out'), appeal('held'), appeal('later')] });
}

const idsOf = (items: readonly { readonly id: string }[] = []) => items.map(({ id }) => id);

describe('what may be said on a day', () => {
  it('leaves out awards of a session that is not published yet, and tasks that are not posted', () => {
    const [programme] = released('2023-05-31').programmes;
    expect(idsOf(programme?.awards)).toEqual(['out']);
    expect(idsOf(programme?.tasks)).toEqual([]);
    expect(programme?.sessions[0]).toMatchObject({ status: 'scheduled', heldOn: '2023-05-20', reviews: null, publishedOn: null, reason: null });
  });

  it('leaves out appeals that would name them, and decisions of later days', () => {
    expect(released('2023-05-31').appeals).toMatchObject([{ against: 'out', state: 'under_review', decision: null }]);
    expect(idsOf(released('2023-08-01').appeals)).toEqual(['on-out', 'on-held', 'on-later']);
    expect(released('2023-08-01').appeals[0]?.decision).toBe('yes');
  });
});
