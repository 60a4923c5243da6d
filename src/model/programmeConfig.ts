/** A programme's total configuration: every default filled in, every id looked up. */
import type { Place } from '../problems.ts';
import { type Leaf, leavesOf, mapLeaves } from './condition.ts';
import {
  type AwardRule,
  type ClaimConfig,
  type CountConfig,
  type DimensionConfig,
  EXEMPTING,
  type FilingConfig,
  type GroupConfig,
  type InstrumentConfig,
  instrumentKind,
  type NamedConfig,
  type OutcomeConfig,
  type ProgrammeConfig,
  type RankingConfig,
  type ScoringRule,
  TASK_OUTCOMES,
  TASK_STAGES,
  type TaskScheme,
} from './config.ts';
import { compareDays } from './days.ts';
import { toId } from './id.ts';
import { findKnown, type Names } from './names.ts';
import { parsePeriod } from './period.ts';
import type { Indicator } from './portal.ts';
import type { CountSpec, NamedSpec, ProgrammeSpec, TasksSpec } from './programmeSchema.ts';
import { toRule } from './ruleSchema.ts';
import { closeBands } from './scoringSchema.ts';
import { textsOf } from './text.ts';
import { nameStages } from './vocabulary.ts';
import { findWordPlace } from './wordPlace.ts';
import type { ProgrammeDraft } from './world.ts';

type FilingSpec = NonNullable<ProgrammeSpec['filings']>[number];
type ScoringSpec = NonNullable<Exclude<Extract<ProgrammeSpec['dimensions'], readonly unknown[]>[number], string>['scoring']>;

function toScoring(spec: ScoringSpec | undefined): ScoringRule {
  const given = typeof spec === 'object' ? spec : { method: spec ?? ('given' as const) };
  return {
    method: given.method,
    cap: given.cap ?? null,
    floor: given.floor ?? null,
    bands: closeBands(given.bands ?? []).map(({ gte, lt, score }) => ({ gte: gte ?? null, lt: lt ?? null, score })),
    points: given.points ?? [],
    start: given.start ?? (given.method === 'deduct' ? 100 : 0),
    per: given.per ?? 1,
    from: given.from ?? 0,
    to: given.to ?? 100,
  };
}

/** An entry of a list that may be a bare word: its id is made of it then. */
export function toNamed(spec: NamedSpec): NamedConfig {
  return typeof spec === 'string' ? { id: toId(spec), name: spec, note: null } : { id: spec.id, name: spec.name ?? spec.id, note: spec.note ?? null };
}

function toGroups(draft: ProgrammeDraft): GroupConfig[] {
  if (!Array.isArray(draft.spec.groups))
    return [...draft.foundGroups].map(([id, name]) => ({ id, name, note: null, dimensions: null, fromRows: true }));
  return draft.spec.groups.map((spec) =>
    typeof spec === 'string'
      ? { id: spec, name: spec, note: null, dimensions: null }
      : { id: spec.id, name: spec.name ?? spec.id, note: spec.note ?? null, dimensions: spec.dimensions ?? null },
  );
}

/** An indicator as a dimension of its own. */
function toOwnDimension(indicator: Indicator, scoring: ScoringRule): DimensionConfig {
  return {
    id: indicator.id,
    name: indicator.name,
    description: indicator.definition,
    weight: indicator.weight,
    scoring,
    direction: indicator.direction,
    decimals: indicator.decimals,
    unitLabel: indicator.unitLabel,
    indicators: [indicator.id],
    from: indicator.validFrom,
    to: indicator.validTo,
  };
}

function toDimensions(draft: ProgrammeDraft): DimensionConfig[] {
  const { dimensions } = draft.spec;
  if (!Array.isArray(dimensions)) return draft.indicators.map((indicator) => toOwnDimension(indicator, toScoring(dimensions?.scoring)));
  return dimensions.map((item) => {
    const spec = typeof item === 'string' ? { id: item } : item;
    const own = draft.indicators.filter(({ dimension, id }) => dimension === spec.id || (dimension === null && id === spec.id)).map(({ id }) => id);
    const indicators = spec.indicators ?? own;
    return {
      id: spec.id,
      name: spec.name ?? spec.id,
      description: spec.description ?? null,
      weight: spec.weight ?? null,
      scoring: toScoring(spec.scoring),
      direction: (indicators.length === 1 ? draft.indicators.find(({ id }) => id === indicators[0])?.direction : spec.direction) ?? 'higher',
      decimals: spec.decimals ?? null,
      unitLabel: spec.unit_label ?? null,
      indicators,
      from: spec.from ?? null,
      to: spec.to ?? null,
    };
  });
}

/** The day on which a version of the method begins, of what its `from` says; null when that is neither a period nor a day. */
export function methodStart(from: string, yearStarts: number): string | null {
  return parsePeriod(from, { yearStarts })?.start ?? null;
}

/** The oldest first, in whatever order the file has them. */
function toMethodVersions(specs: NonNullable<ProgrammeSpec['ranking']>['method_versions'], yearStarts: number): RankingConfig['methodVersions'] {
  const dated = (specs ?? []).map(({ version, from, note }) => ({
    start: methodStart(from, yearStarts) ?? '',
    version: { version, from, note: note ?? null },
  }));
  return dated.sort((a, b) => compareDays(a.start, b.start)).map(({ version }) => version);
}

function toRanking(spec: ProgrammeSpec['ranking'], yearStarts: number): RankingConfig {
  const per = spec?.per ?? ['group', 'dimension'];
  const overall = spec?.overall ?? true;
  return {
    method: 'competition',
    per,
    overall,
    across: spec?.across ?? false,
    decimals: spec?.decimals ?? 2,
    missing: spec?.missing ?? 'exclude_unit',
    minCoverage: spec?.min_coverage ?? 1,
    tiebreak: spec?.tiebreak ?? [],
    weights: spec?.weights ?? 'percent',
    dimensionPages: spec?.dimension_pages ?? true,
    recorded: spec?.recorded ?? 'error',
    changeSince: spec?.change_since ?? 'previous',
    methodVersions: toMethodVersions(spec?.method_versions, yearStarts),
  };
}

function findStatusPlaces({ source }: ProgrammeDraft, at: number, { when }: AwardRule): ReadonlyMap<string, Place> {
  const words = leavesOf(when).flatMap((leaf) => (leaf.type === 'status' ? leaf.of : []));
  const path = ['instruments', at, 'rule'];
  return new Map(words.map((word) => [word, findWordPlace(source, path, word) ?? source.at(path)]));
}

/** A rule in which states of tasks are ids, by whatever word they were written. */
function withStates(rule: AwardRule, states: Names): AwardRule {
  const idOf = (word: string): string => findKnown(states, word) ?? word;
  const change = (leaf: Leaf): Leaf => (leaf.type === 'task' && leaf.status ? { ...leaf, status: leaf.status.map(idOf) } : leaf);
  return { ...rule, when: mapLeaves(rule.when, change) };
}

function toInstruments(draft: ProgrammeDraft, tasks: TaskScheme | null): InstrumentConfig[] {
  const states = nameStages(tasks?.stages ?? [], TASK_OUTCOMES);
  return (draft.spec.instruments ?? []).map((spec, i) => {
    const holder = spec.holder ?? 'unit';
    const rule = spec.rule ? withStates(toRule(spec.rule), states) : null;
    return {
      id: spec.id,
      name: spec.name,
      description: spec.description ?? null,
      kind: instrumentKind(spec.kind ?? 'card'),
      tone: spec.tone ?? 'neutral',
      severity: spec.severity ?? 1,
      color: spec.color ?? null,
      holder,
      scope: spec.scope ?? (holder === 'task' ? 'task' : 'overall'),
      cadence: spec.cadence ?? null,
      source: spec.source ?? 'recorded',
      recorded: spec.recorded ?? 'error',
      holding: spec.holding ?? 'period',
      visibility: spec.visibility ?? (holder === 'person' ? 'counts' : 'names'),
      obligations: spec.obligations === undefined ? [] : [spec.obligations].flat(),
      family: spec.family ?? null,
      rule,
      place: draft.source.at(['instruments', i]),
      statusPlaces: rule ? findStatusPlaces(draft, i, rule) : new Map(),
    };
  });
}

/** What the rows have, id → name; null where the file has the list. */
type FoundList = ReadonlyMap<string, string> | null;

export interface FoundLists {
  readonly categories: FoundList;
  readonly origins: FoundList;
  readonly batches: FoundList;
  /** Of each kind of filing. */
  readonly stages: ReadonlyMap<string, FoundList>;
  readonly outcomes: ReadonlyMap<string, FoundList>;
  readonly hasTasks: boolean;
}

function listOr(specs: readonly NamedSpec[] | undefined, found: FoundList | undefined): NamedConfig[] {
  return specs ? specs.map(toNamed) : [...(found ?? [])].map(([id, name]) => ({ id, name, note: null, fromRows: true }));
}

/** A programme that lists no stages has all but `draft`: what it publishes was posted. */
const DEFAULT_STAGES = TASK_STAGES.filter((stage) => stage !== 'draft');

function toTaskScheme(spec: TasksSpec | undefined, found: FoundLists): TaskScheme | null {
  if (!spec && !found.hasTasks) return null;
  return {
    categories: listOr(spec?.categories, found.categories),
    origins: listOr(spec?.origins, found.origins),
    batches: listOr(spec?.batches, found.batches),
    stages: (spec?.stages ?? DEFAULT_STAGES).map((stage) =>
      typeof stage === 'string' ? { id: stage, name: null } : { id: stage.id, name: stage.name ?? null },
    ),
    phases: (spec?.phases ?? []).map(({ id, name, from, to, note }) => ({ id, name: name ?? id, from, to, note: note ?? null })),
    roles: Object.fromEntries(
      Object.entries(spec?.roles ?? {}).map(([role, { min, max, name }]) => [role, { min: min ?? 0, max: max ?? null, name: name ?? null }]),
    ),
    countFor: spec?.count_for ?? 'first_responsible',
    plan: spec?.plan ?? 'own_or_linear',
    staleAfter: spec?.stale_after ?? null,
    behind: { points: spec?.behind?.points ?? null, ratio: spec?.behind?.ratio ?? null },
  };
}

const EXEMPTING_WORDS: ReadonlySet<string> = new Set(EXEMPTING);

function toOutcomes(specs: FilingSpec['outcomes'], found: FoundList | undefined): OutcomeConfig[] {
  const declared = new Map(
    (specs ?? []).flatMap((spec) => (typeof spec === 'string' || spec.exempts === undefined ? [] : [[spec.id, spec.exempts]])),
  );
  return listOr(specs, found).map((outcome) => {
    const exempts = declared.get(outcome.id) ?? [outcome.id, ...textsOf(outcome.name)].some((word) => EXEMPTING_WORDS.has(word.toLowerCase()));
    return { ...outcome, exempts };
  });
}

function toFilings(spec: ProgrammeSpec, found: FoundLists): FilingConfig[] {
  return (spec.filings ?? []).map(({ id, name, stages, outcomes, visibility, note }) => ({
    id,
    name: name ?? id,
    stages: listOr(stages, found.stages.get(id)),
    outcomes: toOutcomes(outcomes, found.outcomes.get(id)),
    visibility: visibility ?? 'counts',
    note: note ?? null,
  }));
}

function toCount({ count, where }: CountSpec): CountConfig {
  const lists = Object.entries(where ?? {}).map(([column, value]) => [column, [value].flat().map(String)]);
  return { count, where: Object.fromEntries(lists) };
}

function toClaims(draft: ProgrammeDraft): ClaimConfig[] {
  return (draft.spec.claims ?? []).map((spec, i) => ({
    id: spec.id,
    name: spec.name ?? null,
    of: toCount(spec),
    equals: spec.equals ?? null,
    shareOf: spec.share_of ? toCount(spec.share_of) : null,
    share: spec.share ?? null,
    document: spec.document ?? null,
    place: draft.source.at(['claims', i]),
  }));
}

/** A programme’s file with every default filled in; `found` is what rows have where it lists nothing, `authority` a document’s id. */
export function toProgrammeConfig(draft: ProgrammeDraft, found: FoundLists, authority: string | null): ProgrammeConfig {
  const { spec } = draft;
  const tasks = toTaskScheme(spec.tasks, found);
  return {
    id: draft.id,
    name: spec.name,
    description: spec.description ?? null,
    parent: spec.parent ?? null,
    authority,
    decidedBy: spec.decided_by ?? null,
    cadence: draft.cadence,
    yearStarts: draft.yearStarts,
    groups: toGroups(draft),
    dimensions: toDimensions(draft),
    ranking: toRanking(spec.ranking, draft.yearStarts),
    instruments: toInstruments(draft, tasks),
    families: (spec.families ?? []).map(({ id, name, otherwise }) => ({ id, name: name ?? null, otherwise: otherwise ?? null })),
    tasks,
    filings: toFilings(spec, found),
    claims: toClaims(draft),
    publication: { persons: 'none', minCell: spec.publication?.min_cell ?? 5, disclosure: spec.publication?.disclosure ?? 'full' },
    weightSets: spec.weight_sets ?? {},
    place: draft.source.at([]),
  };
}
