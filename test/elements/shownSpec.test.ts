import { expect, test } from 'vitest';
import { lineDrawing } from '../../src/charts/line.ts';
import type { ChartSeries, LineSpec } from '../../src/charts/spec.ts';
import { allShown, shownSpec } from '../../src/elements/shownSpec.ts';

function series(id: string, role: ChartSeries['role'], breaks: number[] = []): ChartSeries {
  return { id, name: id, role, breaks, points: [0, 1, 2, 3].map((at) => ({ at, y: at + 1, text: String(at + 1) })) };
}

const spec: LineSpec = {
  kind: 'line',
  title: 'Ranks',
  yName: 'Rank',
  x: ['Q1', 'Q2', 'Q3', 'Q4'],
  series: [series('others', 'context'), series('own', 'main', [1, 3]), series('far', 'context')],
  marks: [
    { at: 0, y: null, text: 'red', tone: 'negative' },
    { at: 3, y: null, text: 'blue', tone: 'positive' },
  ],
  scale: 'rank',
  yMin: 1,
  yMax: 4,
  decimals: 0,
  source: 'An office, as of 2023-12-31',
  breakText: 'method changed',
};

test('all that is shown at first is the still drawing, with the context behind', () => {
  const shown = shownSpec(spec, allShown(spec));
  expect(shown.series.map(({ id }) => id)).toEqual(['own', 'others', 'far']);
  expect(shown.x).toEqual(spec.x);
});

test('a range of periods keeps its points, breaks and marks in their places', () => {
  const shown = shownSpec(spec, { ...allShown(spec), from: 2, to: 3 });
  expect(shown.x).toEqual(['Q3', 'Q4']);
  expect(shown.series[0]?.points).toEqual([
    { at: 0, y: 3, text: '3' },
    { at: 1, y: 4, text: '4' },
  ]);
  expect(shown.series[0]?.breaks).toEqual([1]);
  expect(shown.marks).toEqual([{ at: 1, y: null, text: 'blue', tone: 'positive' }]);
  expect(lineDrawing(shown).body).not.toContain('Q1');
});

test('a chosen one of the context is drawn as one to compare with; the rest can be left out', () => {
  const shown = shownSpec(spec, { ...allShown(spec), series: new Set(['own', 'far']), context: false });
  expect(shown.series.map(({ id, role }) => [id, role])).toEqual([
    ['own', 'main'],
    ['far', 'compare'],
  ]);
});

test('awards are those of the main series, and go with it', () => {
  expect(shownSpec(spec, { ...allShown(spec), series: new Set(['far']) }).marks).toEqual([]);
});

test('dates keep their places, and the words at the end of a line go with its last point', () => {
  const dated = { ...spec, xAt: [0, 92, 396, 426], series: spec.series.map((one) => ({ ...one, endText: 'rank 4' })) };
  const shown = shownSpec(dated, { ...allShown(spec), from: 1, to: 2 });
  expect(shown.xAt).toEqual([92, 396]);
  expect(shown.series.every(({ endText }) => endText === undefined)).toBe(true);
  expect(shownSpec(dated, allShown(spec)).series[0]?.endText).toBe('rank 4');
});
