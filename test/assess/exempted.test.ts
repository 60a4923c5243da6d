import { describe, expect, it } from 'vitest';
import { assessCase, awardOf, type Case, filingOf, instrumentOf, taskOf } from './fixture.ts';

const order = instrumentOf('order', null, { source: 'recorded', tone: 'negative', holding: 'until_revoked' });
const talk = instrumentOf('talk', { instrument: { id: 'order', total: 1, reset: 'never' } });
const base: Case = {
  units: ['a', 'b'],
  scores: { total: { '2023': { a: 1, b: 2 } } },
  dimensions: [],
  config: { cadence: 'year', yearStarts: 1 },
  instruments: [order, talk],
  awards: [awardOf('o', 'order', 'b', '2023', { awardedOn: '2023-04-01', task: 't' })],
  tasks: [taskOf('t', { postedOn: '2023-01-01', units: [{ unit: 'b' }] })],
};
const exempted = (more: object) => filingOf('f', 'tolerance', 'fed_back', 'exempted', { filedOn: '2023-05-01', outcomeOn: '2023-06-01', ...more });

describe('escalation', () => {
  it('does not count an award that a decision about its task lifted', () => {
    expect(assessCase({ ...base, filings: [exempted({ task: 't' })] }).given).toEqual(['order b 2023']);
  });

  it('counts an award that does not speak against its holder, whatever was decided', () => {
    const honour = { ...order, tone: 'positive' as const };
    const { given } = assessCase({ ...base, instruments: [honour, talk], filings: [exempted({ award: 'o' })] });
    expect(given).toEqual(['order b 2023', 'talk b 2023']);
  });
});

it('an award is exempted from the first decision that reaches it', () => {
  const filings = [exempted({ task: 't' }), exempted({ id: 'g', award: 'o', outcomeOn: '2023-09-01' })];
  expect(assessCase({ ...base, filings }).result.awards[0]?.exemptedOn).toBe('2023-06-01');
});
