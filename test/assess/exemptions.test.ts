import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { ProgrammeResult } from '../../src/assess/results.ts';
import type { Filing } from '../../src/model/portal.ts';
import { Problems } from '../../src/problems.ts';
import { assessCase, awardOf, filingOf, instrumentOf, portalOfCase, taskOf } from './fixture.ts';

const order = instrumentOf('order', null, { source: 'recorded', tone: 'negative', holding: 'until_revoked' });
const orders = {
  instruments: [order],
  awards: [
    awardOf('o1', 'order', 'a', '2023-01-01', { awardedOn: '2023-03-01' }),
    awardOf('o2', 'order', 'b', '2023-01-01', { awardedOn: '2023-04-01', task: 't' }),
  ],
  tasks: [taskOf('t', { postedOn: '2023-01-01' })],
};

/** The programme `p` of the orders, beside a programme `q` that has nothing but filings. */
function assessBeside(filings: readonly Filing[], asOf = '2023-12-31'): ProgrammeResult {
  const { portal, programme } = portalOfCase({ units: ['a', 'b'], asOf, ...orders });
  const { programme: other } = portalOfCase({ filings });
  const problems = new Problems();
  const deciding = { ...other, config: { ...other.config, id: 'q' } };
  const result = assess({ ...portal, programmes: [programme, deciding] }, problems).programmeById.get('p');
  expect(problems.list).toEqual([]);
  return result as ProgrammeResult;
}

const decided = (more: Partial<Filing>) => filingOf('f', 'tolerance', 'fed_back', 'exempted', { outcomeOn: '2023-06-01', ...more });
const awardIn = (result: ProgrammeResult, id: string) => result.awards.find(({ award }) => award.id === id);

describe('an exemption by another programme', () => {
  it('is annotated on the award, with the day and the decision, and ends the holding', () => {
    const o1 = awardIn(assessBeside([decided({ award: 'o1' })]), 'o1');
    expect(o1).toMatchObject({
      exemptedOn: '2023-06-01',
      exemption: { on: '2023-06-01', programme: 'q', kind: 'tolerance', outcome: 'exempted' },
      current: false,
      until: '2023-06-01',
    });
  });

  it('has the award annotated from that day on; a revoked one stays revoked', () => {
    expect(awardIn(assessBeside([decided({ award: 'o1' })]), 'o1')?.state).toBe('annotated');
    expect(awardIn(assessBeside([decided({ award: 'o1' })], '2023-05-31'), 'o1')?.state).toBe('active');
    const awards = [awardOf('o1', 'order', 'a', '2023-01-01', { awardedOn: '2023-03-01', state: 'revoked', revokedOn: '2023-05-01' })];
    const { result } = assessCase({ units: ['a'], instruments: [order], awards, filings: [decided({ award: 'o1' })] });
    expect(result.awards[0]?.state).toBe('revoked');
  });

  it('takes the award out of the counts from that day on, and no sooner', () => {
    expect(assessBeside([decided({ award: 'o1' })]).awardCounts).toMatchObject([{ awards: 1, holders: 1 }]);
    const before = assessBeside([decided({ award: 'o1' })], '2023-05-31');
    expect(before.awardCounts).toMatchObject([{ awards: 2, holders: 2 }]);
    expect(awardIn(before, 'o1')).toMatchObject({ current: true, until: null });
  });

  it('of a task as a whole reaches what was handed out for it', () => {
    const result = assessBeside([decided({ task: 't' })]);
    expect(result.tasks[0]?.exempted).toBe(true);
    expect(awardIn(result, 'o2')?.exemption).toMatchObject({ programme: 'q', kind: 'tolerance' });
    expect(awardIn(result, 'o1')?.exemptedOn).toBeNull();
  });

  it('of a task reaches what was handed out for it up to that day', () => {
    const onDay = (outcomeOn: string) => awardIn(assessBeside([decided({ task: 't', outcomeOn })]), 'o2')?.exemptedOn;
    expect(['2023-03-31', '2023-04-01'].map(onDay)).toEqual([null, '2023-04-01']);
  });

  it('made several times counts from the first', () => {
    const later = decided({ id: 'f2', award: 'o1', outcomeOn: '2023-08-01' });
    const first = decided({ award: 'o1' });
    for (const filings of [
      [first, later],
      [later, first],
    ])
      expect(awardIn(assessBeside(filings), 'o1')?.exemptedOn).toBe('2023-06-01');
  });

  it('of the award itself goes before one of its task', () => {
    const both = assessBeside([decided({ award: 'o2', outcomeOn: '2023-05-01', outcome: 'exempted' }), decided({ id: 'f2', task: 't' })]);
    expect(awardIn(both, 'o2')?.exemptedOn).toBe('2023-05-01');
  });

  it('without a day of its own is of the day of its stage, else of the filing', () => {
    const onStage = assessBeside([decided({ award: 'o1', outcomeOn: null, stageOn: '2023-05-05', filedOn: '2023-04-04' })]);
    expect(awardIn(onStage, 'o1')?.exemptedOn).toBe('2023-05-05');
    const onFiling = assessBeside([decided({ award: 'o1', outcomeOn: null, filedOn: '2023-04-04' })]);
    expect(awardIn(onFiling, 'o1')?.exemptedOn).toBe('2023-04-04');
  });

  it('in an internal filing is known only by its day', () => {
    const o1 = awardIn(assessBeside([decided({ award: 'o1', visibility: 'internal' })]), 'o1');
    expect(o1?.exemption).toMatchObject({ on: '2023-06-01', kind: null, outcome: null });
  });
});
