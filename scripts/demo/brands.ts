/** The reform-and-brand campaign (一榜一牌一令) of 2023: 30 tasks, 10 highlight brands, monthly bulletins. */
import { BRAND_TASKS } from './brandTasks.ts';
import { AS_OF, addDays, toWorkday } from './calendar.ts';
import { seedRandom } from './random.ts';
import type { Row } from './table.ts';
import { milestonesOf, parseTaskLines, progressOf, type Span } from './work.ts';

const PROGRAMME = 'brands';
const POSTED = '2023-02-10';
const CATEGORIES: Readonly<Record<string, string>> = { r: 'reform', t: 'tackle', s: 'secure', h: 'highlight' };
const SPONSORS: Readonly<Record<string, readonly [string, string]>> = {
  R: ['lg-reform', 'lg-people'],
  B: ['lg-city', 'lg-growth'],
  I: ['lg-growth', 'lg-reform'],
  D: ['lg-reform', 'lg-safety'],
  E: ['lg-city', 'lg-people'],
  J: ['lg-growth', 'lg-reform'],
  C: ['lg-safety', 'lg-people'],
  S: ['lg-people', 'lg-reform'],
};
const TASK_FORCES: Readonly<Record<string, string>> = {
  'p-16': 'tf-river',
  'p-12': 'tf-chain',
  'p-14': 'tf-chain',
  'p-18': 'tf-chain',
  'p-13': 'tf-renewal',
  'p-11': 'tf-renewal',
  'p-01': 'tf-service',
  'p-07': 'tf-service',
};

interface BrandTask extends Span {
  readonly category: string;
  readonly leads: readonly string[];
  readonly assists: readonly string[];
  readonly sponsors: number;
  readonly title: string;
  readonly titleEn: string;
}

/** Vague due dates as offices write them; they count as their last day. */
const VAGUE: Readonly<Record<string, readonly [text: string, date: string]>> = {
  'p-03': ['2023年11月下旬', '2023-11-30'],
  'p-15': ['2024年6月底前', '2024-06-30'],
  'p-23': ['2023年底', '2023-12-31'],
};

const LATE = new Set(['p-08', 'p-17']);
const STILL_OPEN = new Set(['p-11', 'p-12', 'p-13', 'p-15', 'p-20', 'p-23', 'h-04', 'h-09']);

export const BRANDS: readonly BrandTask[] = parseTaskLines(BRAND_TASKS).map((line, i) => {
  const task = i < 30 ? `p-${String(i + 1).padStart(2, '0')}` : `h-${String(i - 29).padStart(2, '0')}`;
  const random = seedRandom(`brand ${task}`);
  const [category, kind, leads, assists, sponsors] = line.words as [string, string, string, string, string];
  const drawn = LATE.has(task)
    ? toWorkday(addDays('2023-10-16', random.whole(0, 40)))
    : STILL_OPEN.has(task)
      ? toWorkday(addDays('2024-01-31', random.whole(0, 140)))
      : toWorkday(addDays('2023-10-09', random.whole(0, 78)));
  const due = VAGUE[task]?.[1] ?? drawn;
  const open = LATE.has(task) || STILL_OPEN.has(task);
  const early = toWorkday(addDays(due, -random.whole(0, 18)));
  const closed = open ? null : early > '2023-12-28' ? '2023-12-28' : early;
  const done = closed ? 100 : LATE.has(task) ? random.whole(70, 88) : random.whole(52, 84);
  return {
    task,
    kind,
    due,
    closed,
    done,
    from: POSTED,
    asOf: AS_OF,
    category: CATEGORIES[category] as string,
    leads: leads.split(','),
    assists: assists.split(','),
    sponsors: Number(sponsors),
    title: line.title,
    titleEn: line.titleEn,
  };
});

export function brandTasks(): Row[] {
  return BRANDS.map(
    (t): Row => ({
      task: t.task,
      programme: PROGRAMME,
      title: t.title,
      title_en: t.titleEn,
      category: t.category,
      origin: 'assigned',
      posted_on: POSTED,
      due_on: VAGUE[t.task]?.[0] ?? t.due,
      year: '2023',
    }),
  );
}

export function brandUnits(): Row[] {
  return BRANDS.flatMap((t) => {
    const force = TASK_FORCES[t.task];
    return [
      ...t.leads.map((unit, i) => ({ task: t.task, unit, role: i === 0 ? 'lead' : 'co_lead' })),
      ...t.assists.map((unit) => ({ task: t.task, unit, role: 'assist' })),
      ...(force ? [{ task: t.task, unit: force, role: 'task_force' }] : []),
      ...(SPONSORS[t.kind] as readonly string[]).slice(0, t.sponsors).map((unit) => ({ task: t.task, unit, role: 'sponsor' })),
      { task: t.task, unit: 'govoffice', role: 'supervisor' },
    ];
  });
}

export function brandEvents(): Row[] {
  return BRANDS.flatMap((t): Row[] => [
    { task: t.task, date: POSTED, event: 'posted', document: 'doc-brands' },
    { task: t.task, date: '2023-03-10', event: t.category === 'highlight' ? 'in_progress' : 'ordered', document: 'doc-brands' },
    ...(t.category === 'highlight' ? [] : [{ task: t.task, date: '2023-03-20', event: 'in_progress' }]),
    ...(t.closed
      ? [
          { task: t.task, date: toWorkday(addDays(t.closed, -8)), event: 'submitted', by_unit: t.leads[0] },
          { task: t.task, date: t.closed, event: 'closed' },
        ]
      : []),
  ]);
}

export function brandMilestones(): Row[] {
  return BRANDS.flatMap((t) => milestonesOf(t, seedRandom(`milestones ${t.task}`)));
}

const MONTH_ENDS = ['2023-04-30', '2023-05-31', '2023-06-30', '2023-07-31', '2023-08-31', '2023-09-30', '2023-10-31', '2023-11-30', '2023-12-25'];

export function brandProgress(): Row[] {
  return BRANDS.flatMap((t) =>
    progressOf(t, MONTH_ENDS, seedRandom(`progress ${t.task}`)).map(({ as_of, actual }): Row => ({ task: t.task, as_of, actual })),
  );
}

const PLATES: Readonly<Record<string, readonly [on: string, zh: string, en: string]>> = {
  'h-01': ['2023-12-22', '服务企业一万二千家次，平均跑动减至零点二次', 'Served 12,000 companies; visits fell to one in five cases'],
  'h-02': ['2023-10-27', '居民评议满意度居全市社区项目首位', 'Residents rated it first of all neighbourhood projects'],
  'h-03': ['2023-12-22', '区域商标获准注册，三十一家企业授权使用', 'Mark registered; 31 companies may use it'],
  'h-05': ['2023-10-27', '夜间开放书房带动借阅量增长四成', 'Late opening raised lending by two fifths'],
  'h-06': ['2023-10-27', '村居纠纷就地化解率达到九成', 'Nine in ten village disputes settled on the spot'],
  'h-07': ['2023-12-22', '考核断面水质连续六个月达到Ⅱ类', 'Water at the monitored section met Class II for six months running'],
  'h-10': ['2023-12-22', '出口通关时间压缩三成', 'Export clearance a third quicker'],
};

/** Project marks of the monthly bulletin: month, red-flag projects, yellow-card projects. */
const BULLETINS: readonly (readonly [month: string, red: string, yellow: string])[] = [
  ['2023-05', 'p-01 p-10', 'p-08'],
  ['2023-06', 'p-07 p-14', 'p-08 p-19'],
  ['2023-07', 'p-02 p-21', 'p-17'],
  ['2023-08', 'p-16 p-27', 'p-13 p-17'],
  ['2023-09', 'p-01 p-18 p-25', 'p-03'],
  ['2023-10', 'p-05 p-30', 'p-08 p-17'],
  ['2023-11', 'p-09 p-24', 'p-17 p-20'],
];

function bulletinDay(month: string): string {
  return toWorkday(addDays(`${month}-28`, 10));
}

function monthlyMarks(): Row[] {
  return BULLETINS.flatMap(([period, red, yellow]) => [
    ...red.split(' ').map(
      (holder): Row => ({
        award: `p-red-${period.slice(5)}-${holder}`,
        instrument: 'red_project',
        holder_type: 'task',
        holder,
        period,
        awarded_on: bulletinDay(period),
        reason: '当月进度和质量居前',
        reason_en: 'Among the best of the month for speed and quality',
      }),
    ),
    ...yellow.split(' ').map(
      (holder): Row => ({
        award: `p-yel-${period.slice(5)}-${holder}`,
        instrument: 'yellow_project',
        holder_type: 'task',
        holder,
        period,
        awarded_on: bulletinDay(period),
        reason: '当月未完成节点任务',
        reason_en: 'Missed its milestone of the month',
      }),
    ),
  ]);
}

export function brandAwards(): Row[] {
  const orders = BRANDS.filter((t) => t.category !== 'highlight').map(
    (t): Row => ({
      award: `p-res-${t.task}`,
      instrument: 'responsibility',
      holder_type: 'task',
      holder: t.task,
      awarded_on: '2023-03-10',
      document: 'doc-brands',
    }),
  );
  const plates = Object.entries(PLATES).map(
    ([task, [awarded_on, reason, reason_en]]): Row => ({
      award: `p-plate-${task}`,
      instrument: 'plate',
      holder_type: 'task',
      holder: task,
      awarded_on,
      reason,
      reason_en,
      document: 'doc-plates',
    }),
  );
  return [...orders, ...plates, ...monthlyMarks()].map((row) => ({ programme: PROGRAMME, state: 'active', ...row }));
}

/** A yellow card takes half a point provisionally; it is confirmed at the year's end or given back when the project catches up. */
export function brandAdjustments(): Row[] {
  const tasks = new Map(BRANDS.map((t) => [t.task, t]));
  const recovered = new Set(['p-19', 'p-13', 'p-03']);
  return BULLETINS.flatMap(([period, , yellow]) =>
    yellow.split(' ').map(
      (task): Row => ({
        programme: PROGRAMME,
        unit: tasks.get(task)?.leads[0],
        period,
        kind: 'pre_deduction',
        points: 0.5,
        dedupe_key: `${task}-${period}`,
        status: recovered.has(task) ? 'cancelled' : 'proposed',
        date: bulletinDay(period),
        reason: `“${tasks.get(task)?.title}”亮黄牌，预扣`,
        reason_en: `Taken provisionally, as “${tasks.get(task)?.titleEn}” has a yellow card`,
        ...(recovered.has(task)
          ? { effect: '次月赶上进度，返还', effect_en: 'Caught up the next month; given back' }
          : { effect: '年终清算', effect_en: 'Settled at the end of the year' }),
      }),
    ),
  );
}
