/** The order list (一榜三令): 129 tasks in five batches, their orders, lists, events, milestones and progress. */
import { AS_OF, addDays, daysBetween, toWorkday } from './calendar.ts';
import { ORDER_TASKS } from './orderTasks.ts';
import { type Random, seedRandom } from './random.ts';
import type { Row } from './table.ts';
import { milestonesOf, parseTaskLines, progressOf, type Span } from './work.ts';

const PROGRAMME = 'orders';

const BATCHES = [
  { id: 'b1', posted: '2022-03-10', least: 200, most: 400, document: 'doc-batch-1' },
  { id: 'b2', posted: '2022-07-08', least: 180, most: 420, document: 'doc-batch-2' },
  { id: 'b3', posted: '2022-11-18', least: 200, most: 380, document: 'doc-batch-3' },
  { id: 'b4', posted: '2023-04-12', least: 190, most: 420, document: 'doc-batch-4' },
  { id: 'b5', posted: '2023-08-25', least: 110, most: 460, document: 'doc-batch-5' },
] as const;

const CATEGORIES: Readonly<Record<string, string>> = { s: 'strategic', b: 'breakthrough', g: 'guarantee' };

type Fate = 'closed' | 'open' | 'overdue' | 'withdrawn' | 'suspended' | 'merged' | 'carried_over' | 'failed';

/** Why a date moved, a task stopped or changed hands. */
interface Turn {
  /** A due date that the season sets. */
  readonly due?: string;
  readonly fate?: Fate;
  readonly on?: string;
  readonly extended?: number;
  readonly transferred?: string;
  /** Why it changed hands, where that is not why its date moved. */
  readonly handed?: readonly [string, string];
  readonly reason?: readonly [string, string];
}

/** What befell single tasks, by id; everything else is drawn. */
const TURNS: Readonly<Record<string, Turn>> = {
  'b3-18': { due: '2023-03-24' },
  'b3-21': { due: '2023-03-10' },
  'b5-17': { due: '2024-03-15' },
  'b1-07': { fate: 'withdrawn', on: '2022-09-16', reason: ['投资方调整布局，项目终止谈判', 'The investor changed its plans and talks ended'] },
  'b1-13': {
    fate: 'carried_over',
    on: '2023-04-12',
    reason: ['其余三条水体并入百里清流幸福河创建', 'The last three waterways go on under the clean-river task of batch 4'],
  },
  'b1-25': {
    fate: 'carried_over',
    on: '2023-04-12',
    reason: ['其余六座水库并入中小河流治理', 'The last six reservoirs go on under the river works of batch 4'],
  },
  'b2-03': { extended: 120, reason: ['等待上水库环境影响补充评价', 'A further study of the upper reservoir’s effects was needed'] },
  'b2-05': { fate: 'withdrawn', on: '2022-12-20', reason: ['省级母基金统筹设立，市级不再单设', 'The province set up a common fund instead'] },
  'b2-19': {
    fate: 'failed',
    on: '2023-07-14',
    reason: ['省级评定未通过，整改后另行申报', 'Not approved by the province; to be applied for again after changes'],
  },
  'b2-07': { extended: 60, reason: ['汛期隧洞涌水，停工四十三天', 'Water broke into a tunnel: 43 days lost'] },
  'b3-02': {
    extended: 90,
    transferred: 'hightech',
    handed: ['项目用地划归高新区管理', 'The site came under the High-Tech Zone'],
    reason: ['电芯供应商更换', 'The supplier of battery cells was changed'],
  },
  'b3-09': { fate: 'merged', on: '2023-08-25', reason: ['并入交通信号“绿波带”延伸', 'Merged into the green-lights task of batch 5'] },
  'b3-22': { transferred: 'commerce', reason: ['批发市场管理职责调整', 'Duties for wholesale markets were reassigned'] },
  'b4-08': { fate: 'suspended', on: '2023-10-17', reason: ['安置方案重新听证', 'The rehousing plan goes back to a hearing'] },
  'b4-19': { fate: 'merged', on: '2023-07-05', reason: ['并入“高效办成一件事”', 'Merged into the life-events task of the same batch'] },
  'b5-03': {
    fate: 'suspended',
    on: '2023-12-11',
    reason: ['线位与水源保护区重叠，重新论证', 'The route touches a water protection zone and is being studied again'],
  },
  'b1-03': { extended: 75, reason: ['铁路接轨方案变更', 'The junction with the main line was redesigned'] },
  'b1-14': { extended: 45, reason: ['部分小区补做燃气改造', 'Gas pipes in some estates were renewed as well'] },
  'b1-21': {
    transferred: 'transport',
    reason: ['九条道路跨三县，改由市级统一实施', 'The nine roads cross three counties; the city builds them as one'],
  },
  'b2-12': { extended: 60, reason: ['三处用房消防验收未过', 'Three premises failed their fire inspection'] },
  'b3-14': { fate: 'overdue' },
  'b3-16': { fate: 'overdue' },
  'b3-24': { fate: 'overdue' },
  'b2-15': { fate: 'overdue', extended: 90, reason: ['管网错接超出原查', 'More pipes were wrongly joined than the survey had found'] },
  'b2-20': { fate: 'overdue' },
  'b4-17': { fate: 'overdue' },
  'b4-24': { fate: 'overdue' },
};

const CARRIED: Readonly<Record<string, string>> = { 'b4-13': 'b1-13', 'b4-25': 'b1-25' };

/** The open call of this task found nobody the first time. */
const UNCLAIMED = 'b3-03';

const EXTENSIONS: readonly (readonly [string, string])[] = [
  ['设计变更', 'The design changed'],
  ['征地拆迁滞后', 'Land was handed over late'],
  ['连续降雨影响施工', 'Weeks of rain held up the works'],
  ['上级批复时间晚于预期', 'Approval came later than expected'],
  ['设备到货延迟', 'Equipment arrived late'],
];

interface OrderTask extends Span {
  readonly title: string;
  readonly titleEn: string;
  readonly batch: (typeof BATCHES)[number];
  readonly category: string;
  readonly origin: 'assigned' | 'voluntary';
  readonly lead: string;
  readonly assists: readonly string[];
  readonly fate: Fate;
  /** The due date now in force. */
  readonly dueNow: string;
  readonly turn: Turn;
}

function drawFate(due: string, random: Random): Fate {
  if (due > AS_OF) return random.next() < 0.08 && daysBetween(AS_OF, due) < 60 ? 'closed' : 'open';
  return due < '2023-05-01' || random.next() < 0.93 ? 'closed' : 'overdue';
}

/** Closing day: mostly ahead of the due date, one in seven late. */
function drawClosing(due: string, from: string, random: Random): string {
  const late = random.next() < 0.14;
  const day = toWorkday(addDays(due, late ? random.whole(3, 38) : -random.whole(1, 26)));
  return day > addDays(AS_OF, -3) ? '2023-12-27' : day < from ? due : day;
}

function drawDone(fate: Fate, from: string, due: string, random: Random): number {
  if (fate === 'closed') return 100;
  const plan = Math.min(1, daysBetween(from, AS_OF) / daysBetween(from, due)) * 100;
  if (fate === 'overdue') return random.whole(62, 94);
  if (fate === 'open') return Math.max(6, Math.min(96, Math.round(plan - 9 + random.normal() * 10)));
  return random.whole(18, 55);
}

/** An extension is asked for three weeks before the day it moves. */
function askedOn(due: string): string {
  return toWorkday(addDays(due, -21));
}

function makeTask(b: number, i: number, line: ReturnType<typeof parseTaskLines>[number]): OrderTask {
  const batch = BATCHES[b] as (typeof BATCHES)[number];
  const task = `${batch.id}-${String(i + 1).padStart(2, '0')}`;
  const random = seedRandom(`order ${task}`);
  const [category, origin, kind, lead, assists] = line.words as [string, string, string, string, string];
  const drawn = TURNS[task]?.due ?? toWorkday(addDays(batch.posted, random.whole(batch.least, batch.most)));
  const slips = random.next() < 0.08 && askedOn(drawn) <= AS_OF;
  const turn = TURNS[task] ?? (slips ? { extended: random.whole(20, 70), reason: random.pick(EXTENSIONS) } : {});
  const due =
    turn.fate === 'overdue' && addDays(drawn, turn.extended ?? 0) > addDays(AS_OF, -20)
      ? toWorkday(addDays(AS_OF, -20 - (turn.extended ?? 0) - random.whole(0, 60)))
      : drawn;
  const dueNow = addDays(due, turn.extended ?? 0);
  const fate = turn.fate ?? drawFate(dueNow, random);
  const closed = fate === 'closed' ? drawClosing(dueNow, batch.posted, random) : null;
  const end = closed ?? turn.on ?? AS_OF;
  return {
    task,
    kind,
    turn,
    batch,
    lead,
    fate,
    due,
    dueNow,
    closed,
    title: line.title,
    titleEn: line.titleEn,
    category: CATEGORIES[category] as string,
    origin: origin === 'v' ? 'voluntary' : 'assigned',
    assists: assists.split(','),
    from: batch.posted,
    done: drawDone(fate, batch.posted, dueNow, random),
    asOf: end,
  };
}

export const ORDERS: readonly OrderTask[] = ORDER_TASKS.flatMap((lines, b) => parseTaskLines(lines).map((line, i) => makeTask(b, i, line)));

export function orderTasks(): Row[] {
  return ORDERS.map(
    (t): Row => ({
      task: t.task,
      programme: PROGRAMME,
      title: t.title,
      title_en: t.titleEn,
      batch: t.batch.id,
      category: t.category,
      origin: t.origin,
      posted_on: t.batch.posted,
      due_on: t.due,
      year: t.batch.posted.slice(0, 4),
      carried_from: CARRIED[t.task] ?? null,
    }),
  );
}

const WATCHERS = ['govoffice', 'lg-growth', 'lg-reform', 'lg-city', 'lg-people', 'lg-safety'];
const WATCH: Readonly<Record<string, string>> = {
  B: 'lg-city',
  M: 'lg-city',
  W: 'lg-city',
  J: 'lg-growth',
  I: 'lg-growth',
  R: 'lg-reform',
  D: 'lg-reform',
  S: 'lg-people',
  E: 'lg-city',
  C: 'lg-safety',
};

export function orderUnits(): Row[] {
  return ORDERS.flatMap((t, i) => {
    const moved = transferOf(t);
    const first = moved
      ? [
          { task: t.task, unit: t.lead, role: 'first_responsible', to: addDays(moved.on, -1) },
          { task: t.task, unit: moved.to, role: 'first_responsible', from: moved.on },
        ]
      : [{ task: t.task, unit: t.lead, role: 'first_responsible' }];
    const [claimant, ...assists] = t.origin === 'voluntary' ? [t.lead, ...t.assists] : [null, ...t.assists];
    const joint = i % 9 === 4 ? assists.shift() : undefined;
    return [
      ...first,
      ...(claimant ? [{ task: t.task, unit: claimant, role: 'lead', ...(moved ? { to: addDays(moved.on, -1) } : {}) }] : []),
      ...(joint ? [{ task: t.task, unit: joint, role: 'co_lead' }] : []),
      ...assists.filter((unit) => unit !== moved?.to).map((unit) => ({ task: t.task, unit, role: 'assist' })),
      { task: t.task, unit: WATCH[t.kind] ?? (WATCHERS[0] as string), role: 'supervisor' },
    ];
  });
}

function transferOf(t: OrderTask): { on: string; to: string } | null {
  return t.turn.transferred ? { on: toWorkday(addDays(t.batch.posted, 130)), to: t.turn.transferred } : null;
}

function orderedOn(t: OrderTask): string {
  const base = t.task === UNCLAIMED ? addDays(t.batch.posted, 110) : t.batch.posted;
  return toWorkday(addDays(base, 24));
}

/** From posting to the order: an open call comes before it where the task was claimed. */
function openingEvents(t: OrderTask): Row[] {
  const posted: Row = { task: t.task, date: t.batch.posted, event: 'posted', document: t.batch.document };
  if (t.task === UNCLAIMED) {
    return [
      posted,
      {
        task: t.task,
        date: '2022-12-19',
        event: 'unclaimed',
        reason: '揭榜期满，无单位应榜',
        reason_en: 'The call closed and nobody had come forward',
      },
      { task: t.task, date: '2023-02-20', event: 'posted', reason: '调整场景范围后重新发榜', reason_en: 'Posted again with a narrower scope' },
      { task: t.task, date: '2023-03-06', event: 'claimed', by_unit: t.lead },
    ];
  }
  return t.origin === 'voluntary'
    ? [posted, { task: t.task, date: toWorkday(addDays(t.batch.posted, 13)), event: 'claimed', by_unit: t.lead }]
    : [posted];
}

function changeEvents(t: OrderTask): Row[] {
  const moved = transferOf(t);
  const [reason, reason_en] = t.turn.reason ?? ['', ''];
  const [handed, handedEn] = t.turn.handed ?? [reason, reason_en];
  return [
    ...(moved
      ? [{ task: t.task, date: moved.on, event: 'transferred', from_unit: t.lead, to_unit: moved.to, reason: handed, reason_en: handedEn }]
      : []),
    ...(t.turn.extended
      ? [{ task: t.task, date: askedOn(t.due), event: 'extended', by_unit: moved?.to ?? t.lead, new_due_on: t.dueNow, reason, reason_en }]
      : []),
  ];
}

function closingEvents(t: OrderTask): Row[] {
  if (t.closed) {
    const evaluated = toWorkday(addDays(t.closed, 24));
    return [
      { task: t.task, date: toWorkday(addDays(t.closed, -9)), event: 'submitted', by_unit: transferOf(t)?.to ?? t.lead },
      { task: t.task, date: toWorkday(addDays(t.closed, -3)), event: 'accepted' },
      { task: t.task, date: t.closed, event: 'closed' },
      ...(evaluated <= AS_OF ? [{ task: t.task, date: evaluated, event: 'evaluated' }] : []),
    ];
  }
  if (!t.turn.on) return [];
  const [reason, reason_en] = t.turn.reason ?? ['', ''];
  return [{ task: t.task, date: t.turn.on, event: t.fate, reason, reason_en }];
}

/** Work on the Boyun power station rested for three months. */
const PAUSE: readonly Row[] = [
  { task: 'b2-03', date: '2022-11-07', event: 'suspended', reason: '等待环境影响补充评价', reason_en: 'Waiting for the further environmental study' },
  { task: 'b2-03', date: '2023-02-13', event: 'resumed', reason: '补充评价获批', reason_en: 'The study was approved' },
];

export function orderEvents(): Row[] {
  const events = ORDERS.flatMap((t) => [
    ...openingEvents(t),
    { task: t.task, date: orderedOn(t), event: 'ordered', document: t.batch.document },
    { task: t.task, date: toWorkday(addDays(orderedOn(t), 9)), event: 'in_progress' },
    ...changeEvents(t),
    ...(t.task === 'b2-03' ? PAUSE : []),
    ...closingEvents(t),
  ]);
  const honours = [...commended(), ...accountable()].map(
    (row): Row => ({
      task: row.task,
      date: row.awarded_on,
      event: row.instrument === 'commendation' ? 'commended' : 'held_accountable',
      document: row.document,
    }),
  );
  const rows: Row[] = [
    ...events,
    ...honours,
    {
      task: EXEMPTED,
      date: EXEMPTED_ON,
      event: 'exempted',
      reason: '容错申请审核通过，不作负面评价',
      reason_en: 'The application for tolerance was granted; no negative mark remains',
      document: 'doc-tolerance',
    },
  ];
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => String(a.row.date).localeCompare(String(b.row.date)) || a.i - b.i)
    .map(({ row }) => row);
}

export function orderMilestones(): Row[] {
  return ORDERS.flatMap((t) => milestonesOf(t, seedRandom(`milestones ${t.task}`)));
}

const QUARTER_ENDS = ['2022-06-30', '2022-09-30', '2022-12-31', '2023-03-31', '2023-06-30', '2023-09-30', '2023-10-31', '2023-11-30', '2023-12-25'];

export function orderProgress(): Row[] {
  return ORDERS.flatMap((t) =>
    progressOf(t, QUARTER_ENDS, seedRandom(`progress ${t.task}`)).map(({ as_of, actual }): Row => ({ task: t.task, as_of, actual })),
  );
}

/** The task whose accountability order was exempted, and when: the filing stands in the programme protection. */
export const EXEMPTED = 'b3-02';
export const EXEMPTED_ON = '2023-11-10';
export const EXEMPTED_AWARD = 'o-acc-01';

/** The best of those that closed before their first due date. */
function commended(): Row[] {
  return ORDERS.filter((t) => t.closed && t.closed <= t.due && addDays(t.closed, 20) <= AS_OF)
    .filter((_, i) => i % 3 === 0)
    .map(
      (t, i): Row => ({
        award: `o-com-${String(i + 1).padStart(2, '0')}`,
        instrument: 'commendation',
        holder_type: 'unit',
        holder: transferOf(t)?.to ?? t.lead,
        task: t.task,
        awarded_on: toWorkday(addDays(t.closed as string, 20)),
        reason: '按期高质量完成，通报嘉奖',
        reason_en: 'Finished on time and well; commended in a circular',
      }),
    );
}

const FAULTS: readonly (readonly [string, string])[] = [
  ['逾期未完成且未申请延期', 'Late, and no extension was asked for'],
  ['两次督办后仍无实质进展', 'No real progress after two reminders'],
  ['上报进度与现场核查不符', 'Reported more progress than inspectors found'],
];

/** Orders for late tasks; one was exempted later, one revoked after a second look. */
function accountable(): Row[] {
  const late = ORDERS.filter((t) => t.fate === 'overdue' && t.dueNow < '2023-11-25').slice(0, 6);
  const rows = late.map((t, i): Row => {
    const [reason, reason_en] = FAULTS[t.turn.extended ? 1 : i % FAULTS.length] as readonly [string, string];
    return {
      award: `o-acc-${String(i + 2).padStart(2, '0')}`,
      instrument: 'accountability',
      holder_type: 'unit',
      holder: transferOf(t)?.to ?? t.lead,
      task: t.task,
      awarded_on: toWorkday(addDays(t.dueNow, 28)),
      reason,
      reason_en,
      state: 'active',
      // What an appeal that was partly upheld has added.
      ...(i === 0 && {
        note: '2023年10月27日补充：配合单位未按期交付前期材料，也是进度滞后的原因。',
        note_en: 'Added on 27 October 2023: the assisting unit delivered its papers late, which held the work up as well.',
      }),
    };
  });
  const revoked = rows.at(-1);
  return [
    {
      award: EXEMPTED_AWARD,
      instrument: 'accountability',
      holder_type: 'unit',
      holder: 'hightech',
      task: EXEMPTED,
      awarded_on: '2023-09-18',
      state: 'annotated',
      document: 'doc-accountability',
      reason: '首车下线节点逾期',
      reason_en: 'The first vehicle was not ready on the agreed day',
      note: '2023年11月10日经容错认定免予问责：供应商停产属不可预见，风险已于五月备案。',
      note_en: 'Exempted on 10 November 2023: the supplier’s closure could not be foreseen, and the risk had been filed in May.',
    },
    ...rows.map((row) =>
      row === revoked
        ? {
            ...row,
            state: 'revoked',
            revoked_on: '2023-12-22',
            note: '复核认定上报进度计算口径有误而非虚报，予以撤销。',
            note_en: 'On review the progress had been counted in another way, not invented; revoked.',
          }
        : row,
    ),
  ];
}

/** Weeks with a red and a black list. */
export const LIST_WEEKS = ['2023-W45', '2023-W46', '2023-W47', '2023-W48', '2023-W49', '2023-W50', '2023-W51', '2023-W52'];

/** Friday of an ISO week of 2023, whose first Monday is 2 January. */
function fridayOf(week: string): string {
  return addDays('2023-01-06', (Number(week.slice(6)) - 1) * 7);
}

function gapOn(t: OrderTask, day: string): number {
  const planned = Math.min(1, daysBetween(t.from, day) / daysBetween(t.from, t.dueNow));
  const actual = (t.done / 100) * (daysBetween(t.from, day) / daysBetween(t.from, t.closed ?? t.asOf));
  return planned - actual + seedRandom(`list ${t.task} ${day}`).normal() * 0.02;
}

function weeklyLists(): Row[] {
  return LIST_WEEKS.flatMap((week, w) => {
    const day = fridayOf(week);
    const running = ORDERS.filter(
      (t) => t.batch.posted < addDays(day, -60) && (t.closed ? t.closed > day : t.fate === 'open' || t.fate === 'overdue'),
    );
    const byGap = [...running].sort((a, b) => gapOn(a, day) - gapOn(b, day));
    const red = byGap.slice(0, w % 2 === 0 ? 5 : 4);
    const black = byGap.slice(w % 3 === 0 ? -4 : -3).reverse();
    const row = (instrument: string, t: OrderTask, i: number, reason: string, reason_en: string): Row => ({
      award: `o-${instrument === 'red_list' ? 'red' : 'black'}-${week.slice(5).toLowerCase()}-${i + 1}`,
      instrument,
      holder_type: 'task',
      holder: t.task,
      period: week,
      awarded_on: day,
      reason,
      reason_en,
    });
    return [
      ...red.map((t, i) => row('red_list', t, i, '进度领先计划', 'Ahead of its plan')),
      ...black.map((t, i) =>
        t.dueNow < day
          ? row('black_list', t, i, '逾期未销号', 'Past its due date and not closed')
          : row('black_list', t, i, '进度落后计划', 'Behind its plan'),
      ),
    ];
  });
}

export function orderAwards(): Row[] {
  const orders = ORDERS.map(
    (t, i): Row => ({
      award: `o-res-${String(i + 1).padStart(3, '0')}`,
      instrument: 'responsibility',
      holder_type: 'task',
      holder: t.task,
      awarded_on: orderedOn(t),
      document: t.batch.document,
    }),
  );
  return [...orders, ...commended(), ...accountable(), ...weeklyLists()].map((row) => ({ programme: PROGRAMME, state: 'active', ...row }));
}
