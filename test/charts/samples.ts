/** Charts for the snapshot tests, one named function each. */
import type { ChartPoint, ChartSeries, ChartSpec, LineSpec, MatrixSpec, StripSpec, TimelineSpec } from '../../src/charts/spec.ts';

const QUARTERS = ['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'];
const SOURCE = '示范市政府办公室，截至 2023-12-31';

function points(values: readonly (number | string)[], text: (value: number) => string): ChartPoint[] {
  return values.map((value, at) => (typeof value === 'string' ? { at, y: null, text: value } : { at, y: value, text: text(value) }));
}

function series(
  id: string,
  name: string,
  role: ChartSeries['role'],
  values: readonly (number | string)[],
  breaks: readonly number[] = [],
): ChartSeries {
  return { id, name, role, points: points(values, (value) => value.toFixed(2)), breaks };
}

const LINE: Omit<LineSpec, 'title' | 'series'> = {
  kind: 'line',
  yName: '得分',
  x: QUARTERS,
  marks: [],
  scale: 'value',
  yMin: null,
  yMax: null,
  decimals: 2,
  source: SOURCE,
  breakText: null,
};

export function scoreOverTime(): LineSpec {
  return {
    ...LINE,
    title: '临江区总分',
    series: [
      series('median', '县区中位数', 'context', [84.1, 84.3, 84.9, 85.2, 84.8, 85.6, 86.0, 86.2]),
      series('own', '临江区', 'main', [81.2, 82.05, '未报送', 84.6, 86.1, 85.4, 87.95, 88.5]),
    ],
    marks: [
      { at: 1, y: 82.05, text: '红牌：营商环境', tone: 'negative' },
      { at: 4, y: 86.1, text: '蓝牌：营商环境', tone: 'positive' },
      { at: 4, y: 86.1, text: '蓝牌：项目建设', tone: 'positive' },
      { at: 5, y: 85.4, text: '黄牌：生态环境', tone: 'warning' },
      { at: 7, y: 88.5, text: '工作提示', tone: 'neutral' },
    ],
  };
}

export function rankOverTime(): LineSpec {
  const ranks = points([24, 19, 19, 12, 12, 8, 3, 1], (rank) => `${rank} / 32`);
  return {
    ...LINE,
    title: 'Stirling: rank in all councils',
    yName: 'Rank of 32',
    scale: 'rank',
    yMin: 1,
    yMax: 32,
    decimals: 0,
    series: [{ id: 'own', name: 'Stirling', role: 'main', points: ranks, breaks: [4] }],
    breakText: 'method 2',
    source: 'Improvement Service, as of 2023-12-31',
  };
}

export function unitsCompared(): LineSpec {
  return {
    ...LINE,
    title: '四个县区的得分',
    series: [
      series('a', '临江区', 'main', [81, 82, 83, 84, 85, 86, 87, 88]),
      series('b', '望海区', 'compare', [88, 87, 88.5, 87.9, 88.2, 88, 87.6, 87.9]),
      series('c', '青云县', 'compare', [75, 78, 77, 80, 82, 81, 84, 83]),
      series('d', '松山县', 'compare', [79, 79.5, 80, 82, 81, 83, 83.5, 83.2]),
    ],
  };
}

/** 24 months of one unit among a crowd of others: what a unit page prints. */
export function crowd(): LineSpec {
  const months = Array.from({ length: 24 }, (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);
  const wave = (seed: number) => months.map((_, i) => 80 + 6 * Math.sin(i / 4 + seed) + ((i * (seed + 3)) % 5) / 2);
  const others = Array.from({ length: 12 }, (_, i) => series(`o${i}`, `Unit ${i}`, 'context', wave(i)));
  return {
    ...LINE,
    title: 'Score, month by month',
    yName: 'Score',
    x: months,
    series: [...others, series('own', 'Harbour District', 'main', wave(5.5))],
  };
}

export function nothingYet(): LineSpec {
  return { ...LINE, title: 'No figures yet', yName: 'Score', series: [series('own', 'A', 'main', ['not submitted', 'not submitted'])] };
}

export function onePeriod(): LineSpec {
  return { ...LINE, title: 'One period', yName: 'Score', x: ['2023-Q1'], series: [series('own', 'A', 'main', [80])] };
}

export function strengths(): StripSpec {
  const spread = (low: number, high: number) => Array.from({ length: 12 }, (_, i) => low + ((high - low) * i * i) / 121);
  const row = (name: string, low: number, high: number, value: number | null, text: string, reversed = false) => {
    return { name, min: low, max: high, median: (low + high) / 2 - 2, values: spread(low, high), value, text, reversed };
  };
  return {
    kind: 'strip',
    title: '临江区各维度在 12 个县区中的位置',
    source: SOURCE,
    rows: [
      row('优化营商环境', 70, 95, 92, '第 2 / 12'),
      row('空气质量（PM2.5 浓度，越低越好）', 18, 52, 31, '并列第 5 / 12', true),
      row('重点项目建设', 60, 98, 66, '第 11 / 12'),
      row('信访工作', 80, 90, null, '不适用'),
    ],
  };
}

export function milestones(): TimelineSpec {
  return {
    kind: 'timeline',
    title: '老旧小区改造：节点',
    source: SOURCE,
    asOf: '2023-09-15',
    asOfText: '截至 2023-09-15',
    rows: [
      {
        name: '整个任务',
        from: '2023-02-10',
        to: '2023-12-20',
        points: [
          { on: '2023-02-10', text: '发榜', shape: 'start' },
          { on: '2023-03-01', text: '下达责任令', shape: 'event' },
          { on: '2023-12-20', text: '到期', shape: 'due' },
        ],
      },
      { name: '完成施工招标', from: '2023-03-01', to: '2023-05-31', points: [{ on: '2023-05-20', text: '已完成', shape: 'done' }] },
      { name: '雨污分流管网完工', from: '2023-05-01', to: '2023-08-31', points: [{ on: '2023-08-31', text: '逾期', shape: 'late' }] },
    ],
  };
}

export function flagMatrix(): MatrixSpec {
  const none: MatrixSpec['rows'][number]['cells'][number] = [];
  return {
    kind: 'matrix',
    title: '红黄旗',
    source: SOURCE,
    columns: ['第1次', '第2次', '第3次', '第4次', '第5次'],
    rows: [
      { name: '住房和城乡建设局', cells: [[{ text: '黄旗', tone: 'warning' }], none, [{ text: '红旗', tone: 'positive' }], none, none] },
      {
        name: '渡口镇',
        cells: [
          none,
          [
            { text: '红旗：招商', tone: 'positive' },
            { text: '红旗：农业', tone: 'positive' },
          ],
          none,
          [{ text: '红牌', tone: 'negative' }],
          [{ text: '提示', tone: 'neutral' }],
        ],
      },
    ],
  };
}

export const SAMPLES: readonly (() => ChartSpec)[] = [
  scoreOverTime,
  rankOverTime,
  unitsCompared,
  crowd,
  nothingYet,
  onePeriod,
  strengths,
  milestones,
  flagMatrix,
];
