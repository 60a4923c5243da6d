import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSpec, unpackSpec } from '../../src/charts/sentSpec.ts';
import type { ChartPoint, LineSpec } from '../../src/charts/spec.ts';
import { formatNumber } from '../../src/i18n/format.ts';
import * as samples from './samples.ts';

const sent = (spec: LineSpec): LineSpec => unpackSpec(JSON.parse(JSON.stringify(packSpec(spec))));

test('every sample comes out of the browser’s end as it went in', () => {
  const lines = samples.SAMPLES.map((make) => make()).filter((spec) => spec.kind === 'line');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(sent(line)).toEqual(line);
});

test('any points do: at any places, with gaps, with texts of any kind', () => {
  const point = fc.record({ at: fc.nat(50), y: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }), text: fc.string() });
  fc.assert(
    fc.property(fc.array(point), fc.nat(4), fc.boolean(), (points: ChartPoint[], decimals, plain) => {
      const own = plain ? points.map(({ y }, at) => ({ at, y: y ?? 0, text: formatNumber(y ?? 0, decimals) })) : points;
      const base = samples.scoreOverTime();
      const spec: LineSpec = { ...base, decimals, series: [{ id: 'a', name: 'A', role: 'main', breaks: [], points: own }] };
      const [series] = sent(spec).series;
      expect(series?.points).toEqual(JSON.parse(JSON.stringify(own)));
    }),
  );
});

test('figures that the browser can print are not sent as words', () => {
  const [median] = packSpec(samples.scoreOverTime()).series;
  expect(median).not.toHaveProperty('at');
  expect(median?.y[0]).toBe(84.1);
  expect(packSpec(samples.rankOverTime()).series[0]?.text?.[0]).toBe('24 / 32');
});
