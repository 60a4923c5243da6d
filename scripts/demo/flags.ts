/**
 * The travelling flags (流动红黄旗): 32 livelihood items and their review sessions.
 * s1: 6 red and 15 yellow flags. s2: 14 holders of red, two of them with two flags, and 5 holders of yellow.
 */
import { AS_OF, addDays, daysBetween } from './calendar.ts';
import { LIVELIHOOD_ITEMS } from './livelihoodItems.ts';
import { seedRandom } from './random.ts';
import type { Row } from './table.ts';
import { milestonesOf, parseTaskLines, type Span } from './work.ts';

const PROGRAMME = 'flags';
const POSTED = '2023-02-20';
const FIELDS: Readonly<Record<string, string>> = { l: 'growing', c: 'care', h: 'home', w: 'work' };

interface Item extends Span {
  readonly field: string;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly target: number;
  readonly unit: readonly [string, string];
  readonly title: string;
  readonly titleEn: string;
}

/** Flags by session: numbers of the items that earned them. The lead unit carries the flag, also when an assisting unit was late. */
const FLAGS: Readonly<Record<'s1' | 's2', Readonly<Record<'red_flag' | 'yellow_flag', readonly number[]>>>> = {
  s1: { red_flag: [1, 9, 22, 25, 27, 31], yellow_flag: [4, 6, 7, 12, 14, 16, 17, 18, 19, 20, 21, 23, 29, 30, 32] },
  s2: { red_flag: [1, 3, 4, 5, 7, 10, 12, 14, 16, 19, 24, 25, 26, 27, 29, 31], yellow_flag: [17, 22, 23, 30, 32] },
};

const HELD_ON = { s1: '2023-08-16', s2: '2023-11-09' } as const;

/** Items that missed the year: they are still open on the as-of date. */
const BEHIND = new Set([17, 23, 32]);

const ITEMS: readonly Item[] = parseTaskLines(LIVELIHOOD_ITEMS).map((line, i) => {
  const task = `m-${String(i + 1).padStart(2, '0')}`;
  const random = seedRandom(`item ${task}`);
  const [field, kind, lead, assists, target, ...unit] = line.words as [string, string, string, string, string, ...string[]];
  const [zh, en] = unit.join(' ').split('/') as [string, string];
  const open = BEHIND.has(i + 1);
  const closed = open ? null : addDays('2023-11-15', random.whole(0, 42));
  return {
    task,
    kind,
    lead,
    closed,
    field: FIELDS[field] as string,
    assists: assists.split(','),
    target: Number(target),
    unit: [zh, en],
    title: line.title,
    titleEn: line.titleEn,
    from: POSTED,
    due: '2023-12-20',
    done: open ? random.whole(76, 93) : 100,
    asOf: AS_OF,
  };
});

export function livelihoodTasks(): Row[] {
  return ITEMS.map(
    (t): Row => ({
      task: t.task,
      programme: PROGRAMME,
      title: t.title,
      title_en: t.titleEn,
      category: t.field,
      origin: 'assigned',
      posted_on: POSTED,
      due_on: t.due,
      year: '2023',
      target_text: `${t.target}${t.unit[0]}`,
      target_text_en: `${t.target.toLocaleString('en-GB')} ${t.unit[1]}`,
      target_value: t.target,
      unit_label: t.unit[0],
      unit_label_en: t.unit[1],
    }),
  );
}

export function livelihoodUnits(): Row[] {
  return ITEMS.flatMap((t) => [
    { task: t.task, unit: t.lead, role: 'lead' },
    ...t.assists.map((unit) => ({ task: t.task, unit, role: 'assist' })),
    { task: t.task, unit: 'govoffice', role: 'supervisor' },
  ]);
}

export function livelihoodEvents(): Row[] {
  return ITEMS.flatMap((t, i): Row[] => [
    { task: t.task, date: POSTED, event: 'posted', document: 'doc-livelihood' },
    { task: t.task, date: '2023-03-06', event: 'in_progress' },
    ...(i === 27
      ? [
          {
            task: t.task,
            date: '2023-07-05',
            event: 'target_changed',
            value: 25000,
            reason: '省级培训补贴增加，目标由两万人次调整为两万五千人次',
            reason_en: 'More provincial money: the target rose from 20,000 to 25,000 places',
          },
        ]
      : []),
    ...(t.closed ? [{ task: t.task, date: t.closed, event: 'closed' }] : []),
  ]);
}

export function livelihoodMilestones(): Row[] {
  return ITEMS.flatMap((t) => milestonesOf(t, seedRandom(`milestones ${t.task}`)));
}

const MONTH_ENDS = ['2023-04-30', '2023-06-30', '2023-08-10', '2023-09-30', '2023-11-05', '2023-12-25'];

/** How an item stood before a session: flags were given for being ahead of plan or behind it. */
function paceOf(number: number, session: 's1' | 's2'): number {
  const random = seedRandom(`pace ${number} ${session}`);
  if (FLAGS[session].red_flag.includes(number)) return 1.04 + random.next() * 0.1;
  return FLAGS[session].yellow_flag.includes(number) ? 0.76 + random.next() * 0.11 : 0.96 + random.next() * 0.06;
}

/** Progress in the item's own unit, with the planned value beside it. */
export function livelihoodProgress(): Row[] {
  return ITEMS.flatMap((item, i) => {
    const inUnits = (share: number): number => Math.round(share * item.target);
    const planned = (date: string): number => Math.min(1, daysBetween(POSTED, date) / daysBetween(POSTED, item.due));
    let reached = 0;
    const rows = MONTH_ENDS.filter((date) => !item.closed || date < item.closed).map((as_of): Row => {
      const pace = as_of > HELD_ON.s2 ? item.done / 100 : paceOf(i + 1, as_of <= HELD_ON.s1 ? 's1' : 's2');
      reached = Math.max(reached, Math.min(0.98, planned(as_of) * pace));
      return { task: item.task, as_of, actual: inUnits(reached), planned: inUnits(planned(as_of)) };
    });
    return item.closed ? [...rows, { task: item.task, as_of: item.closed, actual: item.target, planned: inUnits(planned(item.closed)) }] : rows;
  });
}

const REASONS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  red_flag: [
    ['进度超序时且群众评议满意', 'Ahead of plan, and residents are satisfied'],
    ['提前完成年度目标', 'Reached the year’s target early'],
    ['整改见效，进度由后转前', 'Put its faults right and moved from behind to ahead'],
  ],
  yellow_flag: [
    ['进度低于序时十个百分点以上', 'More than ten points behind plan'],
    ['配合单位场地交付滞后，由牵头单位领旗', 'An assisting unit handed over its site late; the lead unit carries the flag'],
    ['群众评议反映集中', 'Many residents complained of the same thing'],
  ],
};

export function flagAwards(): Row[] {
  return Object.entries(FLAGS).flatMap(([session, kinds]) =>
    Object.entries(kinds).flatMap(([instrument, numbers]) =>
      numbers.map((number, i): Row => {
        const item = ITEMS[number - 1] as Item;
        const turned = session === 's2' && instrument === 'red_flag' && FLAGS.s1.yellow_flag.includes(number);
        const reasons = REASONS[instrument] as readonly (readonly [string, string])[];
        const [reason, reason_en] = reasons[turned ? 2 : i % 2] as readonly [string, string];
        return {
          award: `${session}-${instrument === 'red_flag' ? 'red' : 'yellow'}-${String(i + 1).padStart(2, '0')}`,
          programme: PROGRAMME,
          instrument,
          holder_type: 'unit',
          holder: item.lead,
          dimension: item.field,
          task: item.task,
          session,
          awarded_on: HELD_ON[session as 's1' | 's2'],
          state: 'active',
          reason,
          reason_en,
        };
      }),
    ),
  );
}

/** Every two months in name. The second session was not held; the fourth is set for January. */
export function flagSessions(): Row[] {
  return [
    { session: 's1', ordinal: 1, held_on: HELD_ON.s1, reviews: '2023-B3', published_on: HELD_ON.s1, status: 'final' },
    {
      session: 'oct',
      ordinal: 2,
      reviews: '2023-B4',
      status: 'not_held',
      reason: '十月会期与防汛抗台应急响应重叠，评议并入下一次',
      reason_en: 'The October date fell in the typhoon alert; its review was joined to the next session',
    },
    { session: 's2', ordinal: 3, held_on: HELD_ON.s2, reviews: '2023-B5', published_on: HELD_ON.s2, status: 'final' },
    { session: 's3', ordinal: 4, held_on: '2024-01-10', reviews: '2023-B6', status: 'scheduled' },
  ].map((row): Row => ({ programme: PROGRAMME, ...row }));
}
