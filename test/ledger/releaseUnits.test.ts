import { describe, expect, it } from 'vitest';
import { releaseUnits } from '../../src/ledger/releaseUnits.ts';
import type { Portal, Unit, UnitEvent } from '../../src/model/portal.ts';
import { awardOf, type Case, instrumentOf, portalOfCase, taskOf } from '../assess/fixture.ts';
import { PLACE, programmeOf, type Sample, unitOf } from '../assess/sample.ts';

function eventOf(unit: string, date: string, type: UnitEvent['type'], more: Partial<UnitEvent> = {}): UnitEvent {
  const none = { fromName: null, toName: null, successors: [], predecessors: [], comparable: false, document: null, note: null, place: PLACE };
  return { unit, date, type, ...none, ...more };
}

function released(units: readonly Unit[], asOf: string, sample: Sample = {}): Portal {
  const { portal } = programmeOf({ units, scores: { x: { '2023': { a: 1 } } }, ...sample });
  return releaseUnits({ ...portal, asOf });
}

describe('a unit renamed later', () => {
  const rename = eventOf('a', '2024-01-01', 'rename', { fromName: 'Old', toName: 'New' });
  const unit = unitOf('a', 0, { name: 'New', shortName: 'N', aliases: ['New', 'Elder'], events: [rename] });

  it('bears its old name everywhere until that day', () => {
    const portal = released([unit], '2023-12-31');
    const before = { name: 'Old', shortName: null, aliases: ['Elder'], events: [] };
    expect(portal.units).toMatchObject([before]);
    expect(portal.unitById.get('a')).toBe(portal.units[0]);
    expect(portal.programmes[0]?.scores.units).toMatchObject([before]);
  });

  it('bears its new name from that day on', () => expect(released([unit], '2024-01-01').units).toEqual([unit]));
});

describe('a unit that begins later', () => {
  const a = unitOf('a', 0);
  const later = unitOf('b', 1, { validFrom: '2024-01-01' });
  const memberships = [
    ['g', 'a'],
    ['g', 'b'],
  ] as const;

  it('is left out of everything while it has nothing to show', () => {
    const portal = released([later, a], '2023-12-31', { memberships });
    expect(portal.units.map(({ id }) => id)).toEqual(['a']);
    const [programme] = portal.programmes;
    expect(programme?.memberships.map(({ unit }) => unit)).toEqual(['a']);
    expect([programme?.scores.units.map(({ id }) => id), [...(programme?.scores.value ?? [])]]).toEqual([['a'], [1, Number.NaN]]);
    expect(programme?.scores.unitAt.get('a')).toBe(0);
  });

  it('stays when something is said of it', () => {
    const scores = { x: { '2023': { a: 1, b: 2 } } };
    expect(released([a, later], '2023-12-31', { scores }).units.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(released([a, later], '2024-01-01').units.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

it('a unit whose end is still to come has none yet', () => {
  const ends = unitOf('a', 0, { validTo: '2023-12-31' });
  expect(released([ends], '2023-12-31').units[0]?.validTo).toBeNull();
  expect(released([ends], '2024-01-01').units[0]?.validTo).toBe('2023-12-31');
});

describe('a unit that begins later stays when something is said of it', () => {
  const due = { dueOn: '2023-12-01' };
  const scores = { x: { '2023': { a: 1 } } };
  const told = (given: Partial<Case>, more: Partial<Portal> = {}) => {
    const { portal } = portalOfCase({ units: [unitOf('a', 0), unitOf('b', 1, { validFrom: '2024-01-01' })], scores, asOf: '2023-12-31', ...given });
    return releaseUnits({ ...portal, ...more }).units.map(({ id }) => id);
  };

  it.each<readonly [string, Partial<Case>]>([
    ['a score', { scores: { x: { '2023': { a: 1, b: 2 } } } }],
    ['an observation', { observations: { z: { '2023': { b: 'late' } } } }],
    ['an adjustment', { adjustments: [{ unit: 'b', kind: 'bonus', on: '2023' }] }],
    ['an award', { awards: [awardOf('w', 'red', 'b', '2023')] }],
    ['a role in a task', { tasks: [taskOf('t', { ...due, units: [{ unit: 'b' }] })] }],
    ...(['byUnit', 'fromUnit', 'toUnit'] as const).map(
      (column) =>
        [`${column} of an event`, { tasks: [taskOf('t', { ...due, events: [{ date: '2023-01-01', event: 'note', [column]: 'b' }] })] }] as const,
    ),
  ])('by %s', (_, given) => expect(told(given)).toEqual(['a', 'b']));

  const correction = {
    kind: 'correction',
    ...{ id: 'c', severity: null, publishedOn: '2023-01-01', programme: null, period: null, unit: 'b' },
    ...{ field: null, old: null, new: null, reason: 'why', approvedBy: null, document: null, award: null, place: PLACE },
  } as const;

  it('by a correction', () => {
    expect(told({}, { corrections: [correction] })).toEqual(['a', 'b']);
  });

  it('and not by what is said of a task with its id, or by a place in a group', () => {
    expect(told({ awards: [awardOf('w', 'red', 'b', '2023', { holderType: 'task' })] })).toEqual(['a']);
    expect(told({ memberships: [['g', 'b']] })).toEqual(['a']);
    expect(told({})).toEqual(['a']);
  });

  it('nor by what is internal', () => {
    const instruments = [instrumentOf('secret', null, { visibility: 'internal' })];
    expect(told({ instruments, awards: [awardOf('w', 'secret', 'b', '2023')] })).toEqual(['a']);
    expect(told({ tasks: [taskOf('t', { ...due, visibility: 'internal', units: [{ unit: 'b' }] })] })).toEqual(['a']);
  });

  it('nor by an award for what is internal, or a correction of one', () => {
    const given = {
      instruments: [instrumentOf('card', null, { scope: 'task' })],
      tasks: [taskOf('t', { ...due, visibility: 'internal' }), taskOf('u', due)],
      awards: [awardOf('w', 'card', 'b', '2023-06-01', { task: 't' })],
    };
    expect(told(given, { corrections: [{ ...correction, award: 'w' }] })).toEqual(['a']);
    expect(told(given, { corrections: [{ ...correction, award: 'other' }] })).toEqual(['a', 'b']);
    expect(told({ ...given, awards: [awardOf('w', 'card', 'b', '2023-06-01', { task: 'u' })] })).toEqual(['a', 'b']);
  });
});

it('an event of the day itself has happened, one of the next has not', () => {
  const event = eventOf('a', '2024-01-01', 'reclassify', { note: 'n' });
  const unit = unitOf('a', 0, { shortName: 'A', aliases: ['Elder'], events: [event] });
  expect(released([unit], '2024-01-01').units[0]).toBe(unit);
  expect(released([unit], '2023-12-31').units[0]).toMatchObject({ events: [], name: 'a', shortName: 'A', aliases: ['Elder'] });
});
