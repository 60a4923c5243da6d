import { expect, test } from 'vitest';
import type { Ranking } from '../../src/assess/results.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { pastSlots } from '../../src/views/past.ts';

const ranked = (...ids: string[]): Ranking[] => ids.map((id) => ({ period: parsePeriod(id, { yearStarts: 1 }) as Period }) as Ranking);
const slots = (rankings: readonly Ranking[]) => pastSlots(rankings).map(({ period, ranking }) => (ranking ? period.id : `(${period.id})`));

test('periods in which nobody was ranked stand between those of the others', () => {
  expect(slots(ranked('2023-Q1', '2023-Q2', '2023-Q4'))).toEqual(['2023-Q1', '2023-Q2', '(2023-Q3)', '2023-Q4']);
  expect(slots([])).toEqual([]);
});

test('the newest eight are shown, from one with a ranking on', () => {
  const months = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`);
  expect(slots(ranked(...months))).toEqual(months.slice(4));
  expect(slots(ranked('2022-01', '2023-11', '2023-12'))).toEqual(['2023-11', '2023-12']);
});

test('sessions have no gaps: nobody knows what would have been between them', () => {
  const sessions = ['2023-01', '2023-07'].map(
    (id) => ({ period: { ...(parsePeriod(id, { yearStarts: 1 }) as Period), kind: 'session', id } }) as Ranking,
  );
  expect(pastSlots(sessions)).toHaveLength(2);
});
