/** The city's ten-dimension quarterly assessment: memberships, indicators, observations, scores, adjustments. */
import { addDays, QUARTERS, type Quarter, quarterDays, quarterPublished } from './calendar.ts';
import { type Random, seedRandom } from './random.ts';
import type { Row } from './table.ts';
import { COUNTIES, DISTRICTS, ECONOMIC, existsOn, SOCIAL, ZONES } from './units.ts';

const PROGRAMME = 'quarterly';
const GIVEN = ['economy', 'reform', 'ecology', 'governance', 'conduct'] as const;
const UNITS = [...DISTRICTS, 'zhenshan', ...COUNTIES, ...ZONES, ...ECONOMIC, ...SOCIAL];

/** Units that exist at the end of a quarter. */
function unitsIn(quarter: Quarter): string[] {
  return UNITS.filter((unit) => existsOn(unit, quarterDays(quarter).end));
}

function member(group: string, unit: string, from = '2022-01-01', to = ''): Row {
  return { programme: PROGRAMME, group, unit, from, to };
}

/** Zhenshan was a county's equal until 2022 and is judged among the districts since; the port area joined when it was set up. */
export function quarterlyMemberships(): Row[] {
  return [
    ...DISTRICTS.map((unit) => member('districts', unit)),
    member('counties', 'zhenshan', '2022-01-01', '2022-12-31'),
    member('districts', 'zhenshan', '2023-01-01'),
    ...COUNTIES.map((unit) => member('counties', unit)),
    ...ZONES.map((unit) => member('zones', unit, unit === 'portarea' ? '2022-07-01' : '2022-01-01')),
    ...ECONOMIC.map((unit) => member('economic', unit)),
    ...SOCIAL.map((unit) => {
      if (unit === 'culture') return member('social', unit, '2022-07-01');
      return unit === 'broadcast' || unit === 'tourism' ? member('social', unit, '2022-01-01', '2022-06-30') : member('social', unit);
    }),
  ];
}

/** How an indicator's values come about: level, spread between units, change a quarter, noise, bounds. */
interface Shape {
  readonly level: number;
  readonly spread: number;
  readonly drift: number;
  readonly noise: number;
  readonly least: number;
  readonly most: number;
}

interface IndicatorLine {
  readonly row: Row;
  readonly shape: Shape;
  /** Values count up from January to December, against a target that does too. */
  readonly cumulative?: boolean;
}

function shape(level: number, spread: number, drift: number, noise: number, least: number, most: number): Shape {
  return { level, spread, drift, noise, least, most };
}

const PERCENT = { unit_label: '%', unit_label_en: '%', decimals: 1 };
const INDICATORS: readonly IndicatorLine[] = [
  {
    row: {
      indicator: 'investment',
      dimension: 'projects',
      name: '年度投资计划完成率',
      name_en: 'Share of the year’s investment plan done',
      direction: 'higher',
      weight: 60,
      basis: 'ytd',
      ...PERCENT,
      definition: '自1月1日起累计完成投资占全年计划的比例，与当季序时目标相比。',
      definition_en: 'Investment since 1 January as a share of the whole year’s plan, set against the target for the end of the quarter.',
      source: '市发改委项目库',
      source_en: 'Project register of the Development and Reform Commission',
    },
    shape: shape(97, 7, 0.6, 4, 60, 125),
    cumulative: true,
  },
  {
    row: {
      indicator: 'starts',
      dimension: 'projects',
      name: '计划项目按期开工率',
      name_en: 'Projects started on schedule',
      direction: 'higher',
      target: 100,
      weight: 40,
      basis: 'period',
      ...PERCENT,
      definition: '本季度应开工项目中按期开工的比例。',
      definition_en: 'Of the projects due to start this quarter, those that did.',
      source: '市发改委项目库',
      source_en: 'Project register of the Development and Reform Commission',
    },
    shape: shape(91, 4, 0.5, 4, 60, 100),
  },
  {
    row: {
      indicator: 'online',
      dimension: 'business',
      name: '事项全程网办率',
      name_en: 'Services handled wholly online',
      direction: 'higher',
      weight: 35,
      basis: 'period',
      ...PERCENT,
      definition: '全程网上办结的事项件数占全部办结件数的比例。',
      definition_en: 'Applications completed without a visit, as a share of all that were completed.',
      source: '市政务服务平台',
      source_en: 'City services platform',
    },
    shape: shape(78, 7, 1.4, 2, 40, 99.5),
  },
  {
    row: {
      indicator: 'handling',
      dimension: 'business',
      name: '事项平均办理时长',
      name_en: 'Average time to handle an application',
      direction: 'lower',
      weight: 35,
      basis: 'period',
      unit_label: '个工作日',
      unit_label_en: 'working days',
      decimals: 1,
      definition: '从受理到办结的平均工作日数，不含公示和听证时间。',
      definition_en: 'Working days from acceptance to completion, public notice and hearings not counted.',
      source: '市政务服务平台',
      source_en: 'City services platform',
    },
    shape: shape(5.6, 1.3, -0.25, 0.4, 1.2, 12),
  },
  {
    row: {
      indicator: 'firms',
      dimension: 'business',
      name: '企业满意度',
      name_en: 'Satisfaction of companies',
      direction: 'higher',
      weight: 30,
      basis: 'period',
      ...PERCENT,
      definition: '电话抽访企业中表示满意和比较满意的比例，每季度抽访不少于一百五十家。',
      definition_en: 'Companies that say they are satisfied or fairly satisfied, of at least 150 asked each quarter.',
      source: '第三方调查',
      source_en: 'Independent survey',
    },
    shape: shape(88, 3.5, 0.4, 1.8, 60, 99.8),
  },
  {
    row: {
      indicator: 'hotline',
      dimension: 'livelihood',
      name: '12345热线按期办结率',
      name_en: 'Hotline requests settled on time',
      direction: 'higher',
      weight: 40,
      basis: 'period',
      ...PERCENT,
      definition: '按承诺时限办结的热线工单占应办结工单的比例。',
      definition_en: 'Requests to the city hotline settled within the promised time.',
      source: '12345热线平台',
      source_en: 'City hotline platform',
    },
    shape: shape(95.5, 1.8, 0.25, 1.2, 80, 100),
  },
  {
    row: {
      indicator: 'callers',
      dimension: 'livelihood',
      name: '热线诉求人满意率',
      name_en: 'Satisfaction of hotline callers',
      direction: 'higher',
      weight: 30,
      basis: 'period',
      ...PERCENT,
      definition: '回访中表示满意的诉求人比例，不予回访的工单不计入。',
      definition_en: 'Callers who say on being called back that they are satisfied.',
      source: '12345热线平台',
      source_en: 'City hotline platform',
    },
    shape: shape(91, 3, 0.4, 1.6, 70, 99.9),
  },
  {
    row: {
      indicator: 'items',
      dimension: 'livelihood',
      name: '民生实事按序时推进率',
      name_en: 'Livelihood items on schedule',
      direction: 'higher',
      weight: 30,
      basis: 'point',
      ...PERCENT,
      definition: '季末按计划进度推进的民生实事项目占全部项目的比例。',
      definition_en: 'Livelihood items that are on schedule on the last day of the quarter.',
      source: '市政府督查室',
      source_en: 'Inspection Office of the municipal government',
    },
    shape: shape(93, 4, 0.3, 3, 70, 100),
  },
  {
    row: {
      indicator: 'incidents',
      dimension: 'safety',
      name: '一般以上生产安全事故起数',
      name_en: 'Work accidents',
      direction: 'lower',
      weight: 50,
      basis: 'period',
      unit_label: '起',
      unit_label_en: 'accidents',
      decimals: 0,
      definition: '本季度发生的一般及以上生产安全事故起数；部门按行业主管领域统计。',
      definition_en: 'Work accidents of any official grade in the quarter; for departments, in the sectors that they oversee.',
      source: '市应急局',
      source_en: 'Emergency Management Bureau',
    },
    shape: shape(0.9, 0.7, -0.08, 0.7, 0, 6),
  },
  {
    row: {
      indicator: 'hazards',
      dimension: 'safety',
      name: '重大隐患超期未整改数',
      name_en: 'Major hazards not fixed in time',
      direction: 'lower',
      weight: 50,
      basis: 'point',
      unit_label: '处',
      unit_label_en: 'hazards',
      decimals: 0,
      definition: '季末已过整改期限仍未销号的重大事故隐患数。',
      definition_en: 'Major hazards still open on the last day of the quarter though their term has passed.',
      source: '市应急局',
      source_en: 'Emergency Management Bureau',
    },
    shape: shape(1.8, 1.1, -0.15, 0.9, 0, 9),
  },
  {
    row: {
      indicator: 'catalogue',
      dimension: 'openness',
      name: '数据目录编制挂接率',
      name_en: 'Data sets catalogued and connected',
      direction: 'higher',
      weight: 40,
      basis: 'point',
      ...PERCENT,
      definition: '已编目并挂接到共享平台的数据资源占应编目数据资源的比例。',
      definition_en: 'Data sets listed and reachable on the sharing platform, of all that should be.',
      source: '市数据局',
      source_en: 'Data Bureau',
    },
    shape: shape(72, 8, 2.4, 2, 30, 100),
  },
  {
    row: {
      indicator: 'reply',
      dimension: 'openness',
      name: '依申请公开平均答复时间',
      name_en: 'Average time to answer information requests',
      direction: 'lower',
      weight: 35,
      basis: 'period',
      unit_label: '个工作日',
      unit_label_en: 'working days',
      decimals: 1,
      definition: '从收到公开申请到作出答复的平均工作日数；法定时限二十个工作日。',
      definition_en: 'Working days from a request for information to its answer; the law allows twenty.',
      source: '市政府办公开科',
      source_en: 'Disclosure Section of the General Office',
    },
    shape: shape(11.5, 2.2, -0.4, 1, 3, 20),
  },
  {
    row: {
      indicator: 'updates',
      dimension: 'openness',
      name: '政务动态平均发布间隔',
      name_en: 'Average days between public notices',
      direction: 'target',
      target: 7,
      weight: 25,
      basis: 'period',
      unit_label: '天',
      unit_label_en: 'days',
      decimals: 1,
      definition: '门户网站两次实质性更新的平均间隔，以七天为宜：过疏是怠惰，过密多是转载。',
      definition_en: 'Days between two notices of substance on the unit’s site. Seven is right: fewer notices are neglect, more are mostly reprints.',
      source: '市政府办公开科',
      source_en: 'Disclosure Section of the General Office',
    },
    shape: shape(7.6, 1.4, -0.05, 0.9, 3, 15),
  },
];

export function quarterlyIndicators(): Row[] {
  return INDICATORS.map(({ row }) => ({ ...row, programme: PROGRAMME, method_version: '2022' }));
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Target for the end of a quarter, in percent of the year's plan. */
const TARGETS = [20, 45, 72, 100];

function drawValue({ row, shape: s, cumulative }: IndicatorLine, random: Random, bias: number, quarter: number): number {
  const value = s.level + bias * s.spread + s.drift * quarter + random.normal() * s.noise;
  const bounded = Math.min(s.most, Math.max(s.least, value));
  const share = cumulative ? (TARGETS[quarter % 4] as number) / 100 : 1;
  return round(bounded * share, Number(row.decimals));
}

/** Rows that differ from what was drawn: late figures, estimates, figures that were never sent. */
const ODD: Readonly<Record<string, Row>> = {
  'luting|handling|2022-Q2': {
    value: null,
    status: 'late',
    note: '系统切换，数据未能按期报送。',
    note_en: 'The office changed systems and sent no figures in time.',
  },
  'qingli|catalogue|2023-Q2': { value: null, status: 'not_submitted', note: '两次催报后仍未报送。', note_en: 'Not sent after two reminders.' },
  'logistics|firms|2023-Q1': {
    status: 'estimated',
    note: '受访企业不足一百五十家，按前两季度均值估算。',
    note_en: 'Fewer than 150 companies were reached; estimated from the two quarters before.',
  },
  'housing|hotline|2023-Q3': {
    status: 'under_review',
    note: '单位对三十一件工单的责任划分提出异议，正在复核。',
    note_en: 'The bureau disputes who was responsible for 31 requests; under review.',
  },
};

export function quarterlyObservations(year: string): Row[] {
  return INDICATORS.flatMap((line) => {
    const id = String(line.row.indicator);
    const random = seedRandom(`observation ${id}`);
    const bias = new Map(UNITS.map((unit) => [unit, (line.row.direction === 'lower' ? -1 : 1) * strengthOf(unit) * 0.3 + random.normal() * 0.4]));
    return QUARTERS.flatMap((quarter, q) =>
      unitsIn(quarter).flatMap((unit) => {
        const value = drawValue(line, random, bias.get(unit) as number, q);
        if (!quarter.startsWith(year)) return [];
        const row: Row = {
          programme: PROGRAMME,
          unit,
          indicator: id,
          period: quarter,
          value,
          status: quarter === '2023-Q4' ? 'provisional' : 'final',
          target: line.cumulative ? (TARGETS[q % 4] as number) : null,
          received_on: addDays(quarterPublished(quarter), -10),
          published_on: quarterPublished(quarter),
        };
        return [{ ...row, ...ODD[`${unit}|${id}|${quarter}`] }];
      }),
    );
  });
}

/** What a unit is like overall, −1.5 to 1.5: some are steadily strong, some weak. */
function strengthOf(unit: string): number {
  const random = seedRandom(`strength ${unit}`);
  return Math.max(-1, Math.min(1, random.normal() * 0.7));
}

/** How well a quarter went for a unit, in everything it does. The seed is one of those under which units tie in the total. */
function formOf(unit: string, quarter: string): number {
  return seedRandom(`formi ${unit} ${quarter}`).normal();
}

const LEVELS: Readonly<Record<(typeof GIVEN)[number], number>> = { economy: 82, reform: 84, ecology: 86, governance: 88, conduct: 90 };

/** Points a quarter that a unit gains where it works its way up. */
const RISING: Readonly<Record<string, number>> = { mailong: 0.9, culture: 0.7 };

function drawScores(): Row[] {
  return GIVEN.flatMap((dimension) => {
    const random = seedRandom(`score ${dimension}`);
    const bias = new Map(UNITS.map((unit) => [unit, strengthOf(unit) * 1.5 + random.normal() * 1.3]));
    const trend = new Map(UNITS.map((unit) => [unit, random.normal() * 0.4 + (RISING[unit] ?? 0.2)]));
    return QUARTERS.flatMap((quarter, q) =>
      unitsIn(quarter).map((unit): Row => {
        const raw =
          LEVELS[dimension] + (bias.get(unit) as number) + (trend.get(unit) as number) * q + formOf(unit, quarter) * 2 + random.normal() * 1.3;
        const score = round(Math.min(99.5, Math.max(60, raw)), 1);
        return {
          programme: PROGRAMME,
          unit,
          dimension,
          period: quarter,
          score: score.toFixed(1),
          status: quarter === '2023-Q4' ? 'provisional' : 'final',
          revision: null,
          published_on: quarterPublished(quarter),
        };
      }),
    );
  });
}

/** Songlang's economy score was raised on appeal: both revisions stand in the table. */
const REVISED = { unit: 'songlang', dimension: 'economy', period: '2023-Q1', by: 1.8, on: '2023-05-19' };

function isRevised(row: Row): boolean {
  return row.unit === REVISED.unit && row.dimension === REVISED.dimension && row.period === REVISED.period;
}

/** Old and new score of the figure that was revised. */
export function revisedScore(): { old: number; new: number } {
  const old = Number(drawScores().find(isRevised)?.score);
  return { old, new: round(old + REVISED.by, 1) };
}

const ODD_SCORES: Readonly<Record<string, Row>> = {
  'qingli|ecology|2023-Q2': { score: null, status: 'not_submitted' },
  'sasac|conduct|2023-Q3': { status: 'under_review' },
  'boyun|reform|2022-Q4': { score: null, status: 'late' },
};

export function quarterlyScores(year: string): Row[] {
  const rows = drawScores().map((row) => ({ ...row, ...ODD_SCORES[`${row.unit}|${row.dimension}|${row.period}`] }));
  return rows
    .flatMap((row) =>
      isRevised(row)
        ? [
            { ...row, revision: 1 },
            { ...row, score: revisedScore().new.toFixed(1), status: 'revised', revision: 2, published_on: REVISED.on },
          ]
        : [row],
    )
    .filter((row) => String(row.period).startsWith(year));
}

type AdjustmentLine = readonly [
  unit: string,
  period: string,
  dimension: string,
  kind: string,
  points: number | null,
  key: string,
  reason: string,
  reasonEn: string,
  more?: Row,
];

const ADJUSTMENTS: readonly AdjustmentLine[] = [
  [
    'hightech',
    '2022-Q2',
    '',
    'bonus',
    0.5,
    'zone-award-2022',
    '获省级开发区综合评价进位奖励',
    'Moved up in the provincial review of development zones',
  ],
  [
    'hightech',
    '2022-Q2',
    '',
    'bonus',
    0.8,
    'zone-award-2022',
    '同一事项获省政府通报表扬',
    'Commended by the provincial government for the same result',
  ],
  ['mailong', '2022-Q3', '', 'bonus', 1, '', '秋粮机收减损经验在全省推广', 'Its way of saving grain at harvest was taken up across the province'],
  [
    'etdz',
    '2022-Q4',
    '',
    'veto',
    null,
    '',
    '发生较大生产安全事故，经调查认定负管理责任',
    'A serious work accident; the inquiry found the zone responsible',
    {
      effect: '本季度不参加排名，得分照常公布',
      effect_en: 'Not ranked this quarter; its score stays visible',
      document: 'doc-veto-2022',
      date: '2023-01-11',
    },
  ],
  ['transport', '2022-Q4', '', 'deduction', 0.6, '', '两次重大调度事项迟报', 'Reported late on two matters of priority'],
  ['songlang', '2023-Q1', '', 'deduction', 0.4, '', '市长信箱三件工单超期答复', 'Three letters to the mayor’s mailbox were answered late'],
  ['service', '2023-Q1', '', 'bonus', 1, '', '“免证办”做法获省级典型案例', 'Paperless proof was named a provincial model case'],
  [
    'yanxi',
    '2023-Q2',
    '',
    'deduction',
    0.8,
    '',
    '饮用水源地保护督察问题整改滞后',
    'Slow to put right what inspectors found at drinking-water sources',
  ],
  ['qiwu', '2023-Q2', '', 'bonus', 0.6, '', '社区养老服务入选全省试点', 'Chosen for the provincial pilot of neighbourhood care'],
  ['luting', '2023-Q3', '', 'bonus', 1, '', '汛期转移避险零伤亡', 'Evacuated in time: nobody was hurt in the flood season'],
  ['urban', '2023-Q3', '', 'deduction', 0.5, '', '扬尘管控被省级通报', 'Named by the province for dust from building sites'],
  [
    'wangqiao',
    '2023-Q3',
    '',
    'veto',
    null,
    '',
    '征迁补偿资金管理问题核查',
    'An inquiry into compensation money',
    {
      effect: '核查期间暂缓评优',
      effect_en: 'No honours while the inquiry lasts',
      document: 'doc-veto-2023',
      date: '2023-10-18',
      status: 'cancelled',
      note: '核查未发现违规，2023年11月6日撤销。',
      note_en: 'The inquiry found no breach; lifted on 6 November 2023.',
    },
  ],
  ['data', '2023-Q4', '', 'bonus', 1, '', '公共数据授权运营试点获批', 'Approved as a pilot for licensing public data'],
  [
    'chengwan',
    '2023-Q4',
    '',
    'bonus',
    0.5,
    '',
    '入海排口整治经验获部门推介',
    'Its clean-up of sea outfalls was recommended to others',
    { status: 'proposed' },
  ],
];

export function quarterlyAdjustments(): Row[] {
  return ADJUSTMENTS.map(([unit, period, dimension, kind, points, dedupe_key, reason, reason_en, more]) => ({
    programme: PROGRAMME,
    unit,
    period,
    dimension,
    kind,
    points,
    dedupe_key,
    reason,
    reason_en,
    status: 'confirmed',
    date: quarterPublished(period),
    ...more,
  }));
}
