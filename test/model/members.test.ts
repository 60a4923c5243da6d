import { expect, test } from 'vitest';
import { holdsIn } from '../../src/model/members.ts';
import type { Period } from '../../src/model/period.ts';
import { PLACE, periodOf } from '../assess/sample.ts';

const membership = { group: 'g', unit: 'a', from: '2022-03-01', to: '2023-06-30', weightSet: null, place: PLACE };

test('a membership holds in the periods on whose last day it does', () => {
  expect(['2022-02', '2022-Q1', '2023-06', '2023-H1', '2023-07', '2023'].map((id) => holdsIn(membership, periodOf(id)))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('in a session whose day nobody knows, those hold that have no end', () => {
  const session: Period = { id: 's1', kind: 'session', start: '', end: '', slug: 's1' };
  expect([membership, { ...membership, to: null }].map((one) => holdsIn(one, session))).toEqual([false, true]);
});
