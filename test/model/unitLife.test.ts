import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/model/period.ts';
import type { UnitEvent } from '../../src/model/portal.ts';
import { findAbsence, findBeginning, findEnd } from '../../src/model/unitLife.ts';
import { PLACE, periodOf, unitOf } from '../assess/sample.ts';

function eventOf(unit: string, date: string, type: UnitEvent['type'], more: Partial<UnitEvent> = {}): UnitEvent {
  const none = { fromName: null, toName: null, successors: [], predecessors: [], comparable: false, document: null, note: null, place: PLACE };
  return { unit, date, type, ...none, ...more };
}

describe('a unit and a period', () => {
  const unit = unitOf('a', 0, { validFrom: '2022-03-01', validTo: '2023-06-30' });
  const on = (id: string) => findAbsence(unit, periodOf(id));

  it('meet where they have a day in common', () => {
    expect(['2021', '2022-02', '2022', '2022-03', '2023', '2023-06', '2023-07', '2024'].map(on)).toEqual([
      'before',
      'before',
      null,
      null,
      null,
      null,
      'after',
      'after',
    ]);
  });

  it('are not held against each other where the period has no days', () => {
    const session: Period = { id: 's1', kind: 'session', start: '', end: '', slug: 's1' };
    expect(findAbsence(unit, session)).toBeNull();
  });
});

describe('the life of a unit', () => {
  it('ends on the day before it is abolished, merged into another, or split up', () => {
    expect(findEnd('a', [eventOf('a', '2024-01-01', 'abolish')])).toBe('2023-12-31');
    expect(findEnd('a', [eventOf('b', '2024-01-01', 'merge', { predecessors: ['a', 'b'] })])).toBe('2023-12-31');
    expect(findEnd('b', [eventOf('b', '2024-01-01', 'merge', { predecessors: ['a', 'b'] })])).toBeNull();
    expect(findEnd('a', [eventOf('a', '2024-01-01', 'split', { successors: ['b', 'c'] })])).toBe('2023-12-31');
    expect(findEnd('a', [eventOf('a', '2024-01-01', 'split', { successors: ['a', 'c'] })])).toBeNull();
  });

  it('begins with what it was made by, unless it was there before', () => {
    expect(findBeginning('b', [eventOf('b', '2024-01-01', 'merge', { predecessors: ['a', 'c'] })])).toBe('2024-01-01');
    expect(findBeginning('b', [eventOf('b', '2024-01-01', 'merge', { predecessors: ['a', 'b'] })])).toBeNull();
    expect(findBeginning('c', [eventOf('a', '2024-01-01', 'split', { successors: ['a', 'c'] })])).toBe('2024-01-01');
  });
});
