import type { Scale } from 'chart.js';
import { expect, test } from 'vitest';
import { DASHES } from '../../src/charts/drawing.ts';
import type { LineSpec } from '../../src/charts/spec.ts';
import { chartConfig } from '../../src/elements/chartConfig.ts';
import type { Paint } from '../../src/elements/chartPaint.ts';

const paint: Paint = {
  series: ['blue'],
  context: 'grey',
  ink: 'black',
  soft: 'grey',
  line: 'grey',
  paper: 'white',
  tone: { positive: 'green', neutral: 'grey', warning: 'brown', negative: 'red' },
  font: 'sans-serif',
};

const x = ['2022-09-30', '2022-12-31', '2023-10-31', '2023-11-30'];
const spec: LineSpec = {
  kind: 'line',
  title: 'Progress',
  yName: '%',
  x,
  series: [{ id: 'a', name: 'A', role: 'main', points: x.map((_, at) => ({ at, y: at, text: String(at) })), breaks: [] }],
  marks: [],
  scale: 'value',
  yMin: 0,
  yMax: 100,
  decimals: 0,
  source: '',
  breakText: null,
};

/** The labels that stand along x, `width` pixels wide. */
function labelsAlong(dated: LineSpec, width: number): string[] {
  const axis = chartConfig(dated, paint).options?.scales?.x as {
    afterBuildTicks: (scale: Scale) => void;
    ticks: { callback: (value: number) => string };
  };
  const scale = { maxWidth: width, ticks: [] } as unknown as Scale;
  axis.afterBuildTicks(scale);
  return scale.ticks.map(({ value }) => axis.ticks.callback(value));
}

test('periods stand evenly, dates where their days do', () => {
  expect(chartConfig(spec, paint).data.labels).toEqual(x);
  const { data, options } = chartConfig({ ...spec, xAt: [100, 192, 496, 526] }, paint);
  expect(data.labels).toEqual([100, 192, 496, 526]);
  expect(options?.scales?.x).toMatchObject({ type: 'linear', min: 100, max: 526 });
});

test('of dates as many are named as have room, the first and the last among them', () => {
  const dated = { ...spec, xAt: [0, 92, 396, 426] };
  expect(labelsAlong(dated, 600)).toEqual([x[0], x[1], x[3]]);
  expect(labelsAlong(dated, 250)).toEqual([x[0], x[3]]);
});

test('of periods as many are named as have room, level and at equal steps from the newest backwards', () => {
  const quarters = Array.from({ length: 8 }, (_, i) => `${2022 + Math.floor(i / 4)}年第${'一二三四'[i % 4]}季度`);
  const axis = (width: number): { shown: string[]; rotation: number } => {
    const x = chartConfig({ ...spec, x: quarters }, paint).options?.scales?.x as {
      afterBuildTicks: (scale: Scale) => void;
      ticks: { maxRotation: number };
    };
    const scale = { maxWidth: width, ticks: [] } as unknown as Scale;
    x.afterBuildTicks(scale);
    return { shown: scale.ticks.map(({ value }) => quarters[value] as string), rotation: x.ticks.maxRotation };
  };
  expect(axis(900)).toEqual({ shown: quarters, rotation: 0 });
  expect(axis(500).shown).toEqual([quarters[1], quarters[3], quarters[5], quarters[7]]);
  expect(axis(300).shown).toEqual([quarters[1], quarters[4], quarters[7]]);
});

test('lines have the dashes of the still drawing, and round ends, without which a dot is not seen', () => {
  const series = Array.from({ length: 8 }, (_, i) => ({ id: `u${i}`, name: `Unit ${i}`, role: 'compare' as const, points: [], breaks: [] }));
  const { datasets } = chartConfig({ ...spec, series }, paint).data;
  expect(datasets.map(({ borderDash }) => borderDash)).toEqual(DASHES);
  expect(new Set(datasets.map(({ borderCapStyle }) => borderCapStyle))).toEqual(new Set(['round']));
});
