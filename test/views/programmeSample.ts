/** A small portal with one programme, put together by hand: three units, two tasks, two sessions, three awards. */
import type { Assessment, AwardResult, Fact, ProgrammeResult, TaskResult } from '../../src/assess/results.ts';
import type { InstrumentConfig, PortalConfig, ProgrammeConfig, TaskScheme } from '../../src/model/config.ts';
import type { Award, Figures, Portal, Programme, Session, Task, Unit } from '../../src/model/portal.ts';
import type { Site } from '../../src/views/page.ts';

export const place = { file: 'x.csv', line: 1, column: 1 };

export const portalConfig: PortalConfig = {
  title: { 'zh-CN': '示范市', en: 'Sample City' },
  description: null,
  publisher: { name: { 'zh-CN': '市政府办公室', en: 'City Office' }, url: null, phone: null, email: null },
  languages: ['zh-CN', 'en'],
  licence: null,
  asOf: '2023-12-31',
  site: null,
  fictional: true,
  yearStarts: 1,
  workCalendar: null,
  footer: { organiser: null, icp: null, police: null, siteCode: null, links: [] },
  brand: { accent: null, emblem: null, shortTitle: null },
  column: null,
  contentSource: null,
};

export function unit(id: string, zh: string, en: string, order = 0): Unit {
  return {
    id,
    name: { 'zh-CN': zh, en },
    shortName: null,
    kind: 'region',
    parent: null,
    code: null,
    order,
    validFrom: null,
    validTo: null,
    aliases: [],
    events: [],
    place,
  };
}

export function instrument(id: string, more: Partial<InstrumentConfig> = {}): InstrumentConfig {
  return {
    id,
    name: { 'zh-CN': `${id}牌`, en: `${id} card` },
    description: null,
    kind: 'flag',
    tone: 'positive',
    severity: 1,
    color: 'red',
    holder: 'unit',
    scope: 'overall',
    cadence: null,
    source: 'recorded',
    recorded: 'error',
    holding: 'until_next_session',
    visibility: 'names',
    obligations: [],
    family: null,
    rule: null,
    place,
    statusPlaces: new Map(),
    ...more,
  };
}

export function award(id: string, more: Partial<Award> = {}): Award {
  return {
    id,
    programme: 'flags',
    instrument: 'red',
    holderType: 'unit',
    holder: 'a',
    dimension: null,
    task: null,
    period: null,
    session: null,
    awardedOn: '2023-08-16',
    validTo: null,
    state: 'active',
    revokedOn: null,
    reason: null,
    document: null,
    note: null,
    place,
    ...more,
  };
}

export function awardResult(one: Award, face: InstrumentConfig, more: Partial<AwardResult> = {}): AwardResult {
  return {
    award: one,
    instrument: face,
    basis: 'recorded',
    facts: [],
    disputed: false,
    state: one.state,
    current: true,
    since: one.awardedOn,
    until: null,
    exemptedOn: null,
    exemption: null,
    streak: null,
    ...more,
  };
}

export function task(id: string, more: Partial<Task> = {}): Task {
  return {
    id,
    programme: 'flags',
    title: { 'zh-CN': `任务${id}`, en: `Task ${id}` },
    batch: 'b1',
    category: null,
    origin: null,
    postedOn: '2023-01-10',
    dueOn: { date: '2023-06-30', text: null },
    targetText: null,
    targetValue: null,
    unitLabel: null,
    year: null,
    carriedFrom: null,
    parent: null,
    visibility: 'names',
    note: null,
    units: [],
    events: [],
    milestones: [],
    progress: [],
    place,
    ...more,
  };
}

export function taskResult(one: Task, more: Partial<TaskResult> = {}): TaskResult {
  return {
    task: one,
    status: 'in_progress',
    outcome: 'open',
    statusSince: '2023-01-10',
    postedOn: one.postedOn,
    overdue: false,
    overdueDays: 0,
    closedOn: null,
    onTime: null,
    originalDueOn: one.dueOn?.date ?? null,
    dueText: one.dueOn?.text ?? null,
    dueOn: one.dueOn?.date ?? null,
    slippedDays: 0,
    extensions: [],
    progress: null,
    reportedOn: null,
    planned: null,
    plannedOn: null,
    gapPoints: null,
    gapRatio: null,
    behind: false,
    milestonesOverdue: [],
    milestoneOverdueDays: 0,
    lastUpdate: null,
    stale: false,
    workdaysToDue: null,
    leads: ['a'],
    roles: { lead: ['a'] },
    shares: new Map(),
    transfers: [],
    commended: false,
    heldAccountable: false,
    exempted: false,
    takenBack: new Map(),
    ...more,
  };
}

export function session(ordinal: number, heldOn: string | null, more: Partial<Session> = {}): Session {
  return {
    id: `s${ordinal}`,
    programme: 'flags',
    ordinal,
    heldOn,
    reviews: null,
    publishedOn: heldOn,
    status: 'final',
    reason: null,
    place,
    ...more,
  };
}

const EMPTY: Figures = {
  units: [],
  unitAt: new Map(),
  periods: [],
  periodAt: new Map(),
  measures: [],
  measureAt: new Map(),
  value: new Float64Array(),
  status: new Uint8Array(),
  notes: new Map(),
};

export const scheme: TaskScheme = {
  categories: [],
  origins: [],
  batches: [{ id: 'b1', name: { 'zh-CN': '第一批', en: 'First batch' }, note: null }],
  stages: [
    { id: 'posted', name: null },
    { id: 'in_progress', name: { 'zh-CN': '推进', en: 'Under way' } },
    { id: 'closed', name: null },
  ],
  phases: [],
  roles: {},
  countFor: 'first_responsible',
  plan: 'linear',
  staleAfter: null,
  behind: { points: 10, ratio: null },
};

export function programmeConfig(more: Partial<ProgrammeConfig> = {}): ProgrammeConfig {
  return {
    id: 'flags',
    name: { 'zh-CN': '流动红黄旗', en: 'Travelling flags' },
    description: null,
    parent: null,
    authority: null,
    decidedBy: null,
    cadence: 'bimonth',
    yearStarts: 1,
    groups: [],
    dimensions: [],
    ranking: {
      method: 'competition',
      per: [],
      overall: false,
      across: false,
      decimals: 2,
      missing: 'exclude_unit',
      minCoverage: 1,
      tiebreak: [],
      weights: 'percent',
      dimensionPages: true,
      recorded: 'error',
      methodVersions: [],
    },
    instruments: [],
    families: [],
    tasks: null,
    filings: [],
    claims: [],
    weightSets: {},
    publication: { persons: 'none', minCell: 5, disclosure: 'full' },
    place,
    ...more,
  };
}

export interface SampleParts {
  readonly config?: Partial<ProgrammeConfig>;
  readonly result?: Partial<ProgrammeResult>;
  readonly programme?: Partial<Programme>;
  readonly portal?: Partial<Portal>;
}

export const UNITS = [unit('a', '云溪区', 'Yunxi', 1), unit('b', '青岚县', 'Qinglan', 2), unit('c', '白石区', 'Baishi', 3)];

export function sample({ config = {}, result = {}, programme = {}, portal = {} }: SampleParts = {}): { site: Site; result: ProgrammeResult } {
  const own: Programme = {
    config: programmeConfig(config),
    memberships: [],
    hasMemberships: false,
    unknown: new Set(),
    indicators: [],
    scores: EMPTY,
    observations: EMPTY,
    adjustments: [],
    awards: [],
    tasks: [],
    sessions: [],
    filings: [],
    ...programme,
  };
  const whole: Portal = {
    config: portalConfig,
    asOf: '2023-12-31',
    units: UNITS,
    unitById: new Map(UNITS.map((one) => [one.id, one])),
    programmes: [own],
    documents: new Map(),
    corrections: [],
    appeals: [],
    inputs: [],
    ...portal,
  };
  const made: ProgrammeResult = {
    programme: own,
    units: UNITS,
    unitAt: new Map(UNITS.map((one, i) => [one.id, i])),
    periods: [],
    latest: null,
    rankings: new Map(),
    totals: new Map(),
    recordedRanks: [],
    replaced: [],
    awards: [],
    awardCounts: [],
    holes: [],
    unrecorded: [],
    tasks: [],
    claims: [],
    filings: [],
    sessions: [],
    ...result,
  };
  const assessment: Assessment = { portal: whole, programmes: [made], programmeById: new Map([[own.config.id, made]]) };
  return { site: { assessment }, result: made };
}

export function fact(type: string, more: Partial<Fact> = {}): Fact {
  return { type, of: null, value: 1, asks: 'top 3', holds: true, period: null, ...more };
}
