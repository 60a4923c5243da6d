import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chart, drawingOf } from '../../src/charts/chart.ts';
import { fitText, ROOM, textWidth, wrapText } from '../../src/charts/drawing.ts';
import { markItems, shapesUsed } from '../../src/charts/key.ts';
import { sparkline } from '../../src/charts/sparkline.ts';
import type { LineSpec } from '../../src/charts/spec.ts';
import { drawingFile } from '../../src/charts/svgFile.ts';
import { chartTable } from '../../src/charts/table.ts';
import { punctuationOf } from '../../src/i18n/languages.ts';
import { flagMatrix, milestones, onePeriod, rankOverTime, SAMPLES, scoreOverTime, strengths, unitsCompared } from './samples.ts';

describe('snapshots', () => {
  for (const sample of SAMPLES) {
    test(sample.name, () => expect(chart(sample(), sample.name).text.replaceAll('><', '>\n<')).toMatchSnapshot());
  }
});

function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] as string);
}

describe('a matrix of many columns', () => {
  const matrix = flagMatrix();
  const columns = Array.from({ length: 24 }, (_, i) => `第${i + 1}次`);
  const mark = { text: '黄旗', tone: 'warning' } as const;
  const many = { ...matrix, columns, rows: matrix.rows.map((row) => ({ ...row, cells: columns.map(() => [mark]) })) };

  test('goes on in bands below, so that its letters stay as large as those of others', () => {
    const [few, drawing] = [drawingOf(matrix), drawingOf(many)];
    expect(drawing.width).toBe(few.width);
    expect(drawing.height).toBeGreaterThan(2 * few.height);
    expect(textsIn(drawing.body).filter((text) => text === '渡口镇')).toHaveLength(3);
    expect(textsIn(drawing.body)).toContain('第24次');
    expect(drawing.body.match(/黄旗/g)).toHaveLength(48);
    expect(drawing.description).toContain('第1次 黄旗, 第2次 黄旗');
  });
});

describe('inside a page', () => {
  test('a chart is an image with a name and a description', () => {
    const { text } = chart(scoreOverTime(), 'c1');
    expect(text).toContain('role="img" aria-labelledby="c1-t" aria-describedby="c1-d"');
    expect(text).toContain('<title id="c1-t">临江区总分</title><desc id="c1-d">得分: 2022-Q1 81.20 → 2023-Q4 88.50</desc>');
  });

  test('nothing is styled in line, and no number is missing', () => {
    for (const sample of SAMPLES) {
      const { text } = chart(sample(), 'c');
      expect(text).not.toMatch(/<style|\sstyle=|NaN|Infinity|undefined/);
    }
  });

  test('what comes out of a table cannot end the text that it stands in', () => {
    const { text } = chart({ ...onePeriod(), title: '<script>', yName: '"&', x: ['<b>'] }, '"x');
    expect(text).not.toMatch(/<script>|<b>/);
    expect(text).toContain('aria-labelledby="&quot;x-t');
  });

  test('lines break at gaps and at breaks, and a gap says why', () => {
    const paths = (spec: LineSpec) => (chart(spec, 'c').text.match(/<path class="series [^"]*is-main" d="([^"]*)"/)?.[1] ?? '').match(/M/g)?.length;
    expect(paths(scoreOverTime())).toBe(2);
    expect(paths(rankOverTime())).toBe(2);
    expect(paths(unitsCompared())).toBe(1);
    expect(chart(scoreOverTime(), 'c').text).toContain('<title>2022-Q3: 未报送</title>');
    expect(textsIn(chart(rankOverTime(), 'c').text)).toContain('method 2');
  });

  test('the first place is at the top and the last at the bottom', () => {
    const { text } = chart(rankOverTime(), 'c');
    const heightOf = (label: string) => Number(text.match(new RegExp(`y="([\\d.]+)" text-anchor="end">${label}<`))?.[1]);
    expect(heightOf('1')).toBeLessThan(heightOf('10'));
    expect(heightOf('10')).toBeLessThan(heightOf('32'));
  });

  test('as many lines as there are colours are told apart by their dashes, and each is described by its name', () => {
    const { series, ...spec } = unitsCompared();
    const line = series.find(({ role }) => role === 'compare') as LineSpec['series'][number];
    const eight = Array.from({ length: 8 }, (_, i) => ({ ...line, id: `u${i}`, name: `Unit ${i}` }));
    const { text } = chart({ ...spec, series: eight }, 'c');
    const dashes = [...text.matchAll(/<path class="series [^>]*>/g)].map(([path]) => /stroke-dasharray="[^"]*"/.exec(path)?.[0] ?? 'whole');
    expect(new Set(dashes).size).toBe(8);
    const said = /<desc[^>]*>([^<]*)</.exec(text)?.[1] ?? '';
    expect(said.split('; ')).toHaveLength(8);
    expect(said).toContain('Unit 7 2022-Q1');
  });

  test('every series of a comparison has its own dash', () => {
    const dashes = [...chart(unitsCompared(), 'c').text.matchAll(/class="series [^"]*is-compare"[^>]*stroke-dasharray="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(new Set(dashes).size).toBe(3);
  });

  test('why a line breaks never stands on the axis’s name, on another reason, or outside the drawing', () => {
    const n = fc.integer({ min: 2, max: 40 });
    fc.assert(
      fc.property(
        n,
        fc.array(fc.nat(39), { maxLength: 5 }),
        fc.constantFrom('group, unit or method changed', '办法或参评单位有变'),
        (n, at, breakText) => {
          const x = Array.from({ length: n }, (_, i) => String(i));
          const points = x.map((text, at) => ({ at, y: at, text }));
          const breaks = at.filter((one) => one > 0 && one < n);
          const spec: LineSpec = { ...onePeriod(), x, breakText, series: [{ id: 'a', name: 'A', role: 'main', points, breaks }] };
          const texts = [...chart(spec, 'c').text.matchAll(/<text[^>]* x="([\d.]+)" y="18"( text-anchor="end")?>([^<]*)</g)];
          const spans = texts.map(([, x = '', end, text = '']) => {
            const width = textWidth(text) / ROOM;
            return end === undefined ? [Number(x), Number(x) + width] : [Number(x) - width, Number(x)];
          });
          spans.sort(([a = 0], [b = 0]) => a - b);
          for (const [i, [from = 0, to = 0]] of spans.entries()) {
            expect(from).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
            expect(to).toBeLessThanOrEqual(640);
          }
        },
      ),
    );
  });

  test('labels along x neither overlap nor leave the drawing, in letters of any size, and say from when to when it goes', () => {
    const texts = fc.constantFrom('2023-Q1', '2023年第三季度', '3');
    const steps = fc.option(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 120, maxLength: 120 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), texts, steps, (n, label, steps) => {
        const x = Array.from({ length: n }, () => label);
        const points = x.map((_, at) => ({ at, y: at, text: String(at) }));
        const xAt = steps && x.map((_, at) => steps.slice(0, at).reduce((sum, days) => sum + days, 0));
        const spec: LineSpec = { ...onePeriod(), x, ...(xAt && { xAt }), series: [{ id: 'a', name: 'A', role: 'main', points, breaks: [] }] };
        const drawn = datesIn(chart(spec, 'c').text);
        for (const size of [14, 21]) {
          const width = (label.length === 9 ? 7.24 : label.length * 0.56) * size;
          const spans = drawn.filter(({ isMinor }) => size === 14 || !isMinor).map(({ at, shift }) => [at + shift * width, at + (shift + 1) * width]);
          if (n > 1) expect(spans.length).toBeGreaterThan(1);
          expect(spans[0]?.[0]).toBeGreaterThan(-0.1);
          expect(spans.at(-1)?.[1]).toBeLessThan(520.1);
          for (let i = 1; i < spans.length; i++) expect(spans[i]?.[0]).toBeGreaterThan(spans[i - 1]?.[1] ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('periods are named at equal steps from the newest backwards, the same in two charts of one unit', () => {
    const named = (spec: LineSpec) => [...chart(spec, 'c').text.matchAll(/<text[^>]* y="270"[^>]*>([^<]*)</g)].map(([, label]) => Number(label));
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.constantFrom('1', '1,234.56', '第1'), (n, text) => {
        const x = Array.from({ length: n }, (_, at) => String(1000 + at));
        const points = x.map((_, at) => ({ at, y: at, text }));
        const spec: LineSpec = { ...onePeriod(), x, series: [{ id: 'a', name: 'A', role: 'main', points, breaks: [] }] };
        const labels = named(spec);
        expect(labels.at(-1)).toBe(999 + n);
        expect(new Set(labels.slice(1).map((label, i) => label - (labels[i] as number))).size).toBeLessThan(2);
        expect(named({ ...spec, scale: 'rank', yMin: 1, series: spec.series.map((one) => ({ ...one, endText: '1' })) })).toEqual(labels);
      }),
      { numRuns: 60 },
    );
  });

  test('dates stand where their days do, periods evenly', () => {
    const x = ['2022-09-30', '2022-12-31', '2023-10-31', '2023-11-30'];
    const points = x.map((_, at) => ({ at, y: at, text: String(at) }));
    const spec: LineSpec = { ...onePeriod(), x, series: [{ id: 'a', name: 'A', role: 'main', points, breaks: [] }] };
    const gaps = (one: LineSpec) => {
      const places = [...chart(one, 'c').text.matchAll(/<circle cx="([\d.]+)"/g)].map((match) => Number(match[1]));
      return places.slice(1).map((place, i) => place - (places[i] as number));
    };
    const [a = 0, b = 0, c = 0] = gaps({ ...spec, xAt: [0, 92, 396, 426] });
    expect(a / c).toBeCloseTo(92 / 30, 1);
    expect(b / c).toBeCloseTo(304 / 30, 1);
    const [d = 0, e = 0] = gaps(spec);
    expect(d).toBeCloseTo(e, 0);
  });
});

/** The labels below a line chart: where each is set, and by what part of its width it begins before that. */
function datesIn(svg: string) {
  return [...svg.matchAll(/<text( class="is-minor")? x="(-?[\d.]+)" y="270"(?: text-anchor="(\w+)")?>/g)].map(([, minor, x, anchor]) => {
    return { isMinor: minor !== undefined, at: Number(x), shift: anchor === 'middle' ? -0.5 : anchor === 'end' ? -1 : 0 };
  });
}

test('a line may end in fewer words than its last point has', () => {
  const spec = rankOverTime();
  const [own] = spec.series;
  const { text } = chart({ ...spec, series: own ? [{ ...own, endText: 'rank 1' }] : [] }, 'c');
  expect(textsIn(/<g class="labels".*?<\/g>/.exec(text)?.[0] ?? '')).toEqual(['rank 1']);
  expect(text).toContain('1 / 32</title>');
});

test('a unit beside its group’s median is labelled with its figure, and one beside others with its name', () => {
  const labels = (spec: LineSpec) => textsIn(/<g class="labels".*?<\/g>/.exec(chart(spec, 'c').text)?.[0] ?? '');
  expect(labels(scoreOverTime())).toEqual(['88.50', '县区中位数']);
  expect(labels(unitsCompared())).toContain('临江区');
});

test('the dates of a time line, as a narrow screen enlarges them, neither touch nor leave the drawing', () => {
  const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(fc.nat(1500), fc.integer({ min: 1, max: 3000 }), fc.nat(3000), (start, length, now) => {
      const [from, to, asOf] = [day(start), day(start + length), day(start + Math.min(now, length))];
      const asOfText = '截至2023年12月31日';
      const { text } = chart({ ...milestones(), asOf, asOfText, rows: [{ name: 'a', from, to, points: [] }] }, 'c');
      const ticks = [...text.matchAll(/<text x="(-?[\d.]+)" y="38" text-anchor="middle">([^<]*)</g)].map(([, x, label = '']) => {
        const half = textWidth(label) / 2;
        return [Number(x) - half, Number(x) + half] as const;
      });
      const [, x, end] = /<text x="(-?[\d.]+)" y="14"( text-anchor="end")?>截/.exec(text) ?? [];
      const left = Number(x) - (end ? textWidth(asOfText) : 0);
      for (const [low, high] of [...ticks, [left, left + textWidth(asOfText)] as const]) {
        expect(low).toBeGreaterThan(-0.1);
        expect(high).toBeLessThan(520.1);
      }
      for (let i = 1; i < ticks.length; i++) expect(ticks[i]?.[0]).toBeGreaterThan(ticks[i - 1]?.[1] ?? 0);
    }),
  );
});

test('the time line of what has ended ends with it', () => {
  const spec = milestones();
  const { text } = chart({ ...spec, asOf: null, rows: spec.rows.slice(1, 2) }, 'c');
  expect(text).not.toContain('as-of');
  expect(text).toContain('<rect class="bar" x="10" y="81" width="500"');
});

test('texts are reckoned as large as the stylesheet makes them on a narrow screen', () => {
  const css = readFileSync(new URL('../../src/styles/components/chart.css', import.meta.url), 'utf8');
  const sizes = [...css.matchAll(/@media \(max-width: \d+rem\) \{\s*\.chart-svg \{\s*font-size: (\d+)px/g)].map((match) => Number(match[1]));
  expect(sizes).toHaveLength(2);
  expect(textWidth('一')).toBe(Math.max(...sizes));
});

test('puts its words together with the punctuation of their language', () => {
  const said = [scoreOverTime(), strengths(), milestones(), flagMatrix()].flatMap((spec) => {
    const { text } = chart(spec, 'c', punctuationOf('zh-CN'));
    return [...text.matchAll(/<(?:title|desc)[^>]*>([^<]*)</g)].map(([, words]) => words);
  });
  expect(said.join('\n')).toContain('2022-Q3：未报送');
  expect(said.filter((words) => /[:;,] /.test(words ?? ''))).toEqual([]);
});

test('as a file, a chart holds its title, its source and its style', () => {
  for (const sample of SAMPLES) {
    const spec = sample();
    const file = drawingFile(drawingOf(spec), { heading: null, colon: ': ', key: [], source: spec.source, address: null });
    expect(file.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(textsIn(file)).toEqual(expect.arrayContaining([spec.title, spec.source]));
    expect(file).toContain('<style>\n.paper{fill:#fff}');
  }
});

test('as a file, a time line has a key in the shapes and colours of its points', () => {
  const spec = milestones();
  const shapes = shapesUsed(spec);
  expect(shapes.length).toBeGreaterThan(2);
  const key = shapes.map((shape) => ({ tone: null, shape, text: `key of ${shape}` }));
  const file = drawingFile(drawingOf(spec), { heading: null, key, source: spec.source, address: null, colon: ': ' });
  const below = file.slice(file.indexOf('</g><path class="is-'));
  for (const shape of shapes)
    expect(below).toMatch(new RegExp(`<path class="is-${shape}" d="M[^"]+"[^>]*></path><text class="key"[^>]*>key of ${shape}<`));
});

test('as a file, what its marks stand for is said below it, in the shapes of the drawing, and nothing lies on anything else', () => {
  const spec = { ...scoreOverTime(), title: '临江区各指标得分与位次（2022年第一季度至2023年第四季度，含更正前后的数据，按发布日期排列）' };
  const key = markItems(spec);
  expect(key.length).toBeGreaterThan(1);
  const long = '位于图下方的说明较长时须分行，'.repeat(8);
  const file = drawingFile(drawingOf(spec), {
    heading: '临江区',
    colon: '：',
    key: [...key, { tone: null, text: long }],
    source: spec.source,
    address: 'https://example.org/units/linjiang/',
  });
  expect(textsIn(file)).toEqual(expect.arrayContaining(key.map(({ text }) => text)));
  for (const { tone } of key) expect(file).toMatch(new RegExp(`<path class="tone-${tone}" d="M[^"]+"/>`));
  const lines = [...file.matchAll(/<text class="(chart-(?:sub)?title|key|source)" x="[^"]+" y="([^"]+)">([^<]*)</g)].map(
    ([, kind, y, text]) => [kind, Number(y), text] as const,
  );
  expect(lines.filter(([kind]) => kind === 'chart-title').map(([, , text]) => text)).toEqual(['临江区']);
  expect(lines.filter(([kind]) => kind === 'chart-subtitle').length).toBe(2);
  expect(textsIn(file).at(-1)).toBe('https://example.org/units/linjiang/');
  expect(file).toContain(`<title id="t">临江区：${spec.title}</title>`);
  expect(
    lines
      .filter(([kind]) => kind === 'key')
      .map(([, , text]) => text)
      .join(''),
  ).toBe(key.map(({ text }) => text).join('') + long);
  const heights = lines.map(([, y]) => y);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(new Set(heights).size).toBe(heights.length);
  expect(Number(/ height="([^"]+)"/.exec(file)?.[1])).toBeGreaterThan(heights.at(-1) as number);
});

test('a text in lines is broken between words and Chinese characters, never before a comma or after a bracket', () => {
  expect(wrapText('Large dot: this unit. Small dots: the others.', 120, 12)).toEqual(['Large dot: this', 'unit. Small dots:', 'the others.']);
  expect(wrapText('大点是本单位，小点是（同组）其他单位。', 84, 12)).toEqual(['大点是本单位，', '小点是（同组）', '其他单位。']);
  expect(wrapText('', 84, 12)).toEqual([]);
  expect(wrapText('unbreakable', 12, 12)).toEqual(['unbreakable']);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('甲', '，', '（', ' ', 'a', 'b') }), fc.integer({ min: 1, max: 200 }), (text, width) => {
      expect(wrapText(text, width, 12).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

describe('as a table', () => {
  test('a line chart has a row for each period, with its marks and the reasons of its gaps', () => {
    const table = chartTable(scoreOverTime(), ['期次']);
    expect(table.columns).toEqual(['期次', '县区中位数', '临江区']);
    expect(table.rows[1]).toEqual(['2022-Q2', '84.30', '82.05 · 红牌：营商环境']);
    expect(table.rows[2]).toEqual(['2022-Q3', '84.90', '未报送']);
  });

  test('the others have one for each row, point or cell', () => {
    expect(chartTable(strengths()).rows[0]).toEqual(['优化营商环境', '第 2 / 12', '70', '80.5', '95']);
    expect(chartTable(milestones()).rows).toHaveLength(5);
    expect(chartTable(flagMatrix(), ['单位']).rows[1]).toEqual(['渡口镇', '', '红旗：招商 · 红旗：农业', '', '红牌', '提示']);
  });
});

describe('sparkline', () => {
  test('is nothing for fewer than two figures', () => {
    expect(sparkline([null, 3, null]).text).toBe('');
  });

  test('has the better rank higher, and breaks at a gap', () => {
    const { text } = sparkline([5, 1, null, 2, 3], { reversed: true });
    expect(text).toContain('d="M4 20L24 4M64 8L84 12"');
    expect(text).toContain('aria-hidden="true"');
  });

  test('is heard as its label says, and left out where it has none', () => {
    expect(sparkline([2, 1], { label: 'oldest first: "2", 1' }).text).toContain('role="img" aria-label="oldest first: &quot;2&quot;, 1"');
    expect(sparkline([2, 1]).text).not.toContain('aria-label');
  });

  test('breaks where what comes after is not comparable', () => {
    expect(sparkline([5, 1, 3, 2, 4], { reversed: true, breaks: [1, 3] }).text).toContain('d="M24 4L44 12M64 8L84 16"');
  });

  test('shows a figure that stands alone as a dot, and the last one once', () => {
    const { text } = sparkline([5, null, 1, 3, null, 2], { reversed: true });
    expect(text).toContain('<path d="M36 4L52 12"/><path class="lone" d="M4 20h0"/><circle cx="84" cy="8" r="2.5"/>');
    expect(sparkline([2, null, 2]).text).not.toContain('<path d');
  });

  test('lies in the middle when nothing changed', () => {
    expect(sparkline([2, 2]).text).toContain('d="M4 12L84 12"');
  });
});

test('a name that is cut ends with a whole character, rare ones that are written in two halves too', () => {
  for (const width of [200, 220]) expect(fitText('𠮷'.repeat(40), width)).toMatch(/^𠮷+…$/u);
});
