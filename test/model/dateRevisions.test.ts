import { expect, test } from 'vitest';
import { dateRevisions } from '../../src/model/dateRevisions.ts';
import type { Correction, FigureNote } from '../../src/model/portal.ts';
import { PLACE, periodOf, programmeOf } from '../assess/sample.ts';

const ROW = {
  ...{ target: null, planned: null, denominator: null, rankRecorded: null, receivedOn: null, publishedOn: null },
  ...{ source: null, note: null, place: PLACE },
};
const { programme } = programmeOf({
  units: ['a'],
  scores: { x: { '2023': { a: { value: 2, revision: 2, earlier: [{ ...ROW, revision: 1, value: 1, status: 'final' }] } } } },
});

function correction(publishedOn: string, field: string | null): Correction {
  return {
    ...{ id: publishedOn, kind: 'correction', severity: null, publishedOn, programme: 'p', period: periodOf('2023'), unit: 'a', field },
    ...{ old: null, new: null, reason: '', approvedBy: null, document: null, award: null, place: PLACE },
  };
}

/** The days of the figure and of what stood there before. */
function daysOf(...corrections: readonly Correction[]): readonly (string | null)[] {
  const [note] = [...dateRevisions(programme, corrections).scores.notes.values()] as [FigureNote];
  return [note.publishedOn, ...note.earlier.map(({ publishedOn }) => publishedOn)];
}

test('a revision is of the day of the newest correction; the first publication is none of them', () => {
  expect(daysOf(correction('2024-03-01', null))).toEqual(['2024-03-01', null]);
  expect(daysOf(correction('2024-04-01', 'x'), correction('2024-03-01', 'x'))).toEqual(['2024-04-01', null]);
});

test('a correction that names the measure goes before one that names another', () => {
  expect(daysOf(correction('2024-03-01', 'x'), correction('2024-04-01', 'y'))).toEqual(['2024-03-01', null]);
});

test('a revision that says its day leaves the corrections before it to the others', () => {
  const earlier = [1, 2].map((revision) => ({ ...ROW, revision, value: revision, status: 'final' as const }));
  const last = { value: 3, revision: 3, publishedOn: '2024-06-01', earlier };
  const { programme: revised } = programmeOf({ units: ['a'], scores: { x: { '2023': { a: last } } } });
  const [note] = [...dateRevisions(revised, [correction('2024-06-01', 'x'), correction('2024-05-01', 'x')]).scores.notes.values()] as [FigureNote];
  expect([note, ...note.earlier].map(({ publishedOn }) => publishedOn)).toEqual(['2024-06-01', null, '2024-05-01']);
});
