/** Small programmes with awards, tasks, sessions and filings for tests, on top of `sample.ts`. */
import { assess } from '../../src/assess/assess.ts';
import type { ProgrammeResult } from '../../src/assess/results.ts';
import type { ClaimConfig, FamilyConfig, FilingConfig, InstrumentConfig, TaskScheme } from '../../src/model/config.ts';
import { toSessionPeriod } from '../../src/model/period.ts';
import type { Award, Filing, Milestone, Portal, Programme, Progress, Session, Task, TaskEvent, TaskUnit } from '../../src/model/portal.ts';
import { ruleSchema, toRule } from '../../src/model/ruleSchema.ts';
import { Problems } from '../../src/problems.ts';
import { PLACE, periodOf, programmeOf, type Sample, unitOf } from './sample.ts';

const INSTRUMENT: Omit<InstrumentConfig, 'id' | 'name' | 'rule'> = {
  description: null,
  kind: 'card',
  tone: 'neutral',
  severity: 1,
  color: null,
  holder: 'unit',
  scope: 'overall',
  cadence: null,
  source: 'computed',
  recorded: 'error',
  holding: 'period',
  visibility: 'names',
  obligations: [],
  family: null,
  place: PLACE,
  statusPlaces: new Map(),
};

/** An instrument; its rule is written as in a programme's file. */
export function instrumentOf(id: string, rule: object | null, more: Partial<InstrumentConfig> = {}): InstrumentConfig {
  return { id, name: id, ...INSTRUMENT, rule: rule === null ? null : toRule(ruleSchema.parse(rule)), ...more };
}

export function familyOf(id: string, otherwise: string | null = null): FamilyConfig {
  return { id, name: null, otherwise };
}

const AWARD = { dimension: null, task: null, period: null, session: null, validTo: null, state: 'active', revokedOn: null } as const;

/** A recorded award. `on` is a period's id, a session's, or a date. */
export function awardOf(id: string, instrument: string, holder: string, on: string, more: Partial<Award> = {}): Award {
  const session = /^s\d+$/.test(on) ? on : null;
  const period = session === null && !/^\d{4}-\d\d-\d\d$/.test(on) ? periodOf(on) : null;
  const when = { ...AWARD, session, period, awardedOn: period?.end ?? (session === null ? on : '2023-01-01') };
  const none = { reason: null, document: null, note: null, place: PLACE };
  return { id, programme: 'p', instrument, holderType: 'unit', holder, ...when, ...none, ...more };
}

export function sessionOf(ordinal: number, heldOn: string | null, more: Partial<Session> = {}): Session {
  const id = `s${ordinal}`;
  return { id, programme: 'p', ordinal, heldOn, reviews: null, publishedOn: heldOn, status: 'final', reason: null, place: PLACE, ...more };
}

type TaskParts = Partial<Omit<Task, 'dueOn' | 'units' | 'events' | 'milestones' | 'progress'>> & {
  readonly dueOn?: string;
  readonly units?: readonly (Partial<TaskUnit> & Pick<TaskUnit, 'unit'>)[];
  readonly events?: readonly (Partial<TaskEvent> & Pick<TaskEvent, 'date' | 'event'>)[];
  readonly milestones?: readonly (Partial<Omit<Milestone, 'dueOn'>> & { readonly id: string; readonly dueOn: string })[];
  readonly progress?: readonly (Partial<Progress> & Pick<Progress, 'asOf'>)[];
};

const TASK = {
  batch: null,
  category: null,
  origin: null,
  targetText: null,
  targetValue: null,
  unitLabel: null,
  year: null,
  carriedFrom: null,
  parent: null,
  visibility: 'names',
  note: null,
} as const;
const EVENT = {
  byUnit: null,
  fromUnit: null,
  toUnit: null,
  newDueOn: null,
  value: null,
  milestone: null,
  reason: null,
  document: null,
  place: PLACE,
};

export function taskOf(id: string, { dueOn, units, events, milestones, progress, ...more }: TaskParts = {}): Task {
  return {
    id,
    programme: 'p',
    title: id,
    ...TASK,
    postedOn: '2024-01-01',
    dueOn: dueOn === undefined ? null : { date: dueOn, text: null },
    units: (units ?? []).map((row) => ({ role: 'lead', share: null, from: null, to: null, place: PLACE, ...row })),
    events: (events ?? []).map((event) => ({ ...EVENT, ...event })),
    milestones: (milestones ?? []).map((row) => ({
      title: row.id,
      weight: null,
      doneOn: null,
      evidence: null,
      place: PLACE,
      ...row,
      dueOn: { date: row.dueOn, text: null },
    })),
    progress: (progress ?? []).map((row) => ({ actual: null, planned: null, note: null, place: PLACE, ...row })),
    place: PLACE,
    ...more,
  };
}

export const SCHEME: TaskScheme = {
  categories: [],
  origins: [],
  batches: [],
  stages: ['posted', 'claimed', 'ordered', 'in_progress', 'submitted', 'accepted', 'closed', 'evaluated'].map((id) => ({ id, name: null })),
  phases: [],
  roles: {},
  countFor: 'first_responsible',
  plan: 'linear',
  staleAfter: null,
  behind: { points: null, ratio: null },
};

export function filingOf(id: string, kind: string, stage: string, outcome: string | null = null, more: Partial<Filing> = {}): Filing {
  const none = { stageOn: null, outcomeOn: null, task: null, award: null, digest: null, visibility: 'counts', place: PLACE } as const;
  return { id, kind, filedOn: '2024-02-01', stage, outcome, ...none, ...more };
}

export function filingKind(id: string, stages: readonly string[], outcomes: readonly string[]): FilingConfig {
  const named = (word: string) => ({ id: word, name: word, note: null });
  return {
    id,
    name: id,
    stages: stages.map(named),
    outcomes: outcomes.map((word) => ({ ...named(word), exempts: ['tolerated', 'exempted'].includes(word) })),
    visibility: 'counts',
    note: null,
  };
}

export function claimOf(id: string, count: ClaimConfig['of'], more: Partial<ClaimConfig> = {}): ClaimConfig {
  return {
    id,
    name: null,
    of: count,
    equals: null,
    shareOf: null,
    share: null,
    document: null,
    place: { ...PLACE, file: 'programmes/p.yaml' },
    ...more,
  };
}

/** The kinds of some filings, with the outcomes that they have. */
function kindsOf(filings: readonly Filing[]): readonly FilingConfig[] {
  const outcomesOf = (own: readonly Filing[]) => [...new Set(own.flatMap(({ outcome }) => outcome ?? []))];
  return [...Map.groupBy(filings, ({ kind }) => kind)].map(([id, own]) => filingKind(id, [], outcomesOf(own)));
}

export interface Case extends Sample {
  readonly instruments?: readonly InstrumentConfig[];
  readonly families?: readonly FamilyConfig[];
  readonly awards?: readonly Award[];
  readonly tasks?: readonly Task[];
  readonly sessions?: readonly Session[];
  readonly filings?: readonly Filing[];
  readonly asOf?: string;
}

export function portalOfCase(given: Case): { portal: Portal; programme: Programme } {
  const filings = given.config?.filings ?? kindsOf(given.filings ?? []);
  const config = { ...given.config, filings, instruments: given.instruments ?? [], families: given.families ?? [] };
  const made = programmeOf({ ...given, config });
  const programme: Programme = {
    ...made.programme,
    awards: given.awards ?? [],
    tasks: given.tasks ?? [],
    sessions: given.sessions ?? [],
    filings: given.filings ?? [],
  };
  return { programme, portal: { ...made.portal, asOf: given.asOf ?? '2024-12-31', programmes: [programme] } };
}

export interface Outcome {
  readonly result: ProgrammeResult;
  readonly problems: Problems;
  /** `instrument holder occasion dimension?`, in the order of the awards. */
  readonly given: readonly string[];
  readonly codes: readonly string[];
}

export function assessCase(given: Case): Outcome {
  const { portal } = portalOfCase(given);
  const problems = new Problems();
  const [result] = assess(portal, problems).programmes;
  if (!result) throw new Error('no programme');
  return {
    result,
    problems,
    given: result.awards.map(({ award, instrument }) =>
      [instrument.id, award.holder, award.session ?? award.period?.id, award.dimension]
        .filter((part) => part !== null && part !== undefined)
        .join(' '),
    ),
    codes: problems.list.map((problem) => problem.code),
  };
}

export { periodOf, toSessionPeriod, unitOf };
