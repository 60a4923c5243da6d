/** The method (办法): everything that decides a result, for the page that says it in sentences. */
import { recountTotal } from '../assess/recount.ts';
import {
  type Fact,
  type ProgrammeResult,
  type Ranking,
  type RecordedRank,
  type RuleHole,
  rankingsIn,
  type TotalNote,
  totalKey,
} from '../assess/results.ts';
import { type Leaf, leavesOf } from '../model/condition.ts';
import type { Condition, DimensionConfig, ProgrammeConfig } from '../model/config.ts';
import { findRow, hasRows } from '../model/figures.ts';
import { holdsIn } from '../model/members.ts';
import type { Period } from '../model/period.ts';
import type { Correction, Indicator, Unit } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { isFullyDisclosed } from './disclosure.ts';
import { type GivenTotals, givenTotals, isTotalGiven } from './givenTotals.ts';
import type { Named } from './name.ts';
import type { DocumentView, ProgrammeSource } from './programmeSource.ts';

/** What the ids inside rules are called. */
export interface RuleNames {
  readonly dimensions: Readonly<Record<string, Text>>;
  readonly indicators: Readonly<Record<string, Text>>;
  readonly instruments: Readonly<Record<string, Text>>;
  readonly groups: Readonly<Record<string, Text>>;
  readonly stages: Readonly<Record<string, Text>>;
  /** Whether the programme compares within groups, of which `groups` may name none. */
  readonly grouped: boolean;
}

/** A total worked out before the reader's eyes, from published figures. */
interface TotalExample {
  readonly period: Period;
  readonly unit: Text;
  readonly parts: readonly { readonly dimension: string; readonly score: number; readonly weight: number }[];
  readonly weights: number;
  readonly total: number;
  readonly adjustment: number;
}

/** One real score and the figure that it came from. */
interface ScoreExample {
  readonly dimension: string;
  readonly period: Period;
  readonly unit: Text;
  readonly value: number;
  /** What the score is worked out against, where that is so: the plan, else the target. */
  readonly planned: number | null;
  readonly target: number | null;
  readonly score: number;
}

export interface MethodView {
  readonly programme: string;
  readonly name: Named;
  readonly as_of: string;
  readonly config: ProgrammeConfig;
  readonly indicators: readonly Indicator[];
  readonly rule_names: RuleNames;
  readonly authority: DocumentView | null;
  readonly parent: Named | null;
  readonly latest: Period | null;
  /** Whether anything was ever totalled: by default there is a total, but of dimensions without scores there is none. */
  readonly has_total: boolean;
  /** Of the periods that have totals, those in which the office gave them instead of having them worked out. */
  readonly totals_given: GivenTotals;
  /** Members and ranked units of each group in the newest rankings, null = all units; without a total in the dimension that ranks the fewest and the most. */
  readonly sizes: readonly { readonly group: string | null; readonly of: number; readonly fewest: number; readonly most: number }[];
  /** The period of `sizes`; null where nothing was ever ranked. */
  readonly sizes_period: Period | null;
  /** Whether the programme lists its members; else all units with figures are. */
  readonly has_members: boolean;
  /** Of every set of weights, the units that it holds for in the newest period. */
  readonly weight_set_units: Readonly<Record<string, readonly Named[]>>;
  /** Dimensions whose boards rank an indicator's own values. */
  readonly by_value: readonly string[];
  readonly total_example: TotalExample | null;
  readonly score_examples: readonly ScoreExample[];
  /** Dimensions that are scored by values, and have periods in which the office gave the score instead. */
  readonly given_instead: readonly string[];
  readonly holes: readonly RuleHole[];
  readonly recorded_ranks: readonly (RecordedRank & { readonly name: Text })[];
  readonly method_corrections: readonly Correction[];
  readonly has_tasks: boolean;
}

/** Ids that a predicate names. */
function mentioned(leaf: Leaf): readonly (string | null)[] {
  switch (leaf.type) {
    case 'rank':
      return [leaf.on, ...[leaf.n, leaf.share].flatMap((map) => (map !== null && typeof map === 'object' ? Object.keys(map) : []))];
    case 'rank_change':
    case 'band':
      return [leaf.on];
    case 'metric':
      return [leaf.indicator, leaf.dimension];
    case 'group':
    case 'status':
      return leaf.of;
    case 'task':
      return leaf.status ?? [];
    case 'instrument':
      return [leaf.id];
    default:
      return [];
  }
}

/** The ids that a rule and the facts that met it speak of. */
export function mentionedIds(rule: { readonly when: Condition } | null, facts: readonly Fact[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const leaf of rule ? leavesOf(rule.when) : []) for (const id of mentioned(leaf)) if (id !== null) ids.add(id);
  for (const { of, value } of facts) {
    if (of !== null) ids.add(of);
    for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') ids.add(id);
  }
  return ids;
}

function namesById<T extends { readonly id: string; readonly name: Text | null }>(items: readonly T[], only: ReadonlySet<string> | null) {
  const names: Record<string, Text> = {};
  for (const { id, name } of items) if (name !== null && (only === null || only.has(id))) names[id] = name;
  return names;
}

/** What rules speak of, by its names: all of it, or the ids in `only`. */
export function ruleNames({ config, result }: ProgrammeSource, only: ReadonlySet<string> | null = null): RuleNames {
  return {
    dimensions: namesById(config.dimensions, only),
    indicators: namesById(result.programme.indicators, only),
    instruments: namesById(config.instruments, only),
    groups: namesById(config.groups, only),
    stages: namesById(config.tasks?.stages ?? [], only),
    grouped: config.groups.length > 0,
  };
}

function adjustmentOf(note: TotalNote | undefined): number {
  return note ? note.bonus - note.deduction : 0;
}

/** The first units of the newest ranking: one of them shows how a total is made. */
const MOST_TRIED = 5;

/** The first unit whose total was worked out of several dimensions, and adjusted by nothing but points; null where there is none among the first. */
function totalExample(result: ProgrammeResult): TotalExample | null {
  const { latest } = result;
  const ranking = latest && rankingsIn(result, null, latest.id)[0];
  if (!ranking) return null;
  const half = 0.6 * 10 ** -result.programme.config.ranking.decimals;
  for (const [i, at] of [...ranking.units.subarray(0, Math.min(ranking.ranked, MOST_TRIED))].entries()) {
    const recount = isTotalGiven(result, latest.id, at) ? null : recountTotal(result, ranking, at);
    if (!recount || recount.parts.length < 2) continue;
    const { id, name } = result.units[at] as Unit;
    const adjustment = adjustmentOf(result.totals.get(totalKey(id, latest.id, ranking.group)));
    const total = ranking.score[i] as number;
    const made = recount.parts.reduce((sum, { points }) => sum + points, adjustment);
    if (Math.abs(made - total) <= half) return { period: latest, unit: name, parts: recount.parts, weights: recount.weights, total, adjustment };
  }
  return null;
}

function usesTarget({ method }: DimensionConfig['scoring'], indicator: Indicator | undefined): boolean {
  if (method === 'ratio' || method === 'completion') return true;
  return indicator?.direction === 'target' && (method === 'rank_points' || method === 'minmax');
}

/** What was added or taken away cannot be seen from the figure. */
function isAdjusted({ programme }: ProgrammeResult, unit: string, dimension: string, period: Period): boolean {
  return programme.adjustments.some((one) => one.unit === unit && one.dimension === dimension && one.period.id === period.id);
}

function scoreExample(result: ProgrammeResult, { id, indicators, scoring }: DimensionConfig): ScoreExample | null {
  const { latest } = result;
  if (scoring.method === 'given' || indicators.length !== 1 || !latest) return null;
  const figures = result.programme.observations;
  const row = findRow(figures, indicators[0] as string, latest.id);
  const ranking = rankingsIn(result, id, latest.id)[0];
  if (row === null || !ranking) return null;
  for (let i = 0; i < ranking.ranked; i++) {
    const unit = result.units[ranking.units[i] as number];
    const at = unit && figures.unitAt.get(unit.id);
    if (!unit || at === undefined || isAdjusted(result, unit.id, id, latest)) continue;
    const cell = row + at;
    const value = figures.value[cell] as number;
    const score = ranking.score[i] as number;
    if (Number.isNaN(value) || Number.isNaN(score)) continue;
    const indicator = result.programme.indicators.find((one) => one.id === indicators[0]);
    const note = figures.notes.get(cell);
    const planned = scoring.method === 'completion' ? (note?.planned ?? null) : null;
    const target = planned === null && usesTarget(scoring, indicator) ? (note?.target ?? indicator?.target ?? null) : null;
    return { dimension: id, period: latest, unit: unit.name, value, planned, target, score };
  }
  return null;
}

/** Whether scores of a dimension that is worked out were taken as they were given, where there were no values. */
function hasGivenInstead({ programme: { scores, observations } }: ProgrammeResult, { id, scoring, indicators }: DimensionConfig): boolean {
  const measure = scores.measureAt.get(id);
  if (scoring.method === 'given' || measure === undefined) return false;
  const isMeasured = (period: string): boolean => {
    const at = observations.periodAt.get(period);
    const measures = indicators.flatMap((one) => observations.measureAt.get(one) ?? []);
    return at !== undefined && measures.some((one) => hasRows(observations, one, at));
  };
  return scores.periods.some((period, at) => hasRows(scores, measure, at) && !isMeasured(period.id));
}

function recordedRanks({ result, portal }: ProgrammeSource): MethodView['recorded_ranks'] {
  return result.recordedRanks.flatMap((rank) => {
    const unit = portal.unitById.get(rank.unit);
    return unit ? [{ ...rank, name: unit.name }] : [];
  });
}

/** The newest rankings: of the totals, or of every dimension that was ranked then. */
function newestRankings({ result, config }: ProgrammeSource, hasTotal: boolean): readonly Ranking[] {
  const measures = hasTotal ? [null] : config.dimensions.map(({ id }) => id);
  const periods = [...(result.latest ? [result.latest] : []), ...result.periods.toReversed()];
  for (const period of periods) {
    const rankings = measures.flatMap((measure) => rankingsIn(result, measure, period.id));
    if (rankings.length > 0) return rankings;
  }
  return [];
}

function weightSetUnits({ result, portal, named }: ProgrammeSource): MethodView['weight_set_units'] {
  const { programme, latest } = result;
  const own = programme.memberships.filter((one) => latest === null || holdsIn(one, latest));
  const unitsOf = (set: string): readonly Named[] => {
    const ids = new Set(own.flatMap(({ unit, weightSet }) => (weightSet === set ? [unit] : [])));
    return portal.units.filter(({ id }) => ids.has(id)).map(({ name }) => named(name));
  };
  return Object.fromEntries(Object.keys(programme.config.weightSets).map((set) => [set, unitsOf(set)]));
}

function sizesOf(rankings: readonly Ranking[]): MethodView['sizes'] {
  return [...Map.groupBy(rankings, ({ group }) => group)].map(([group, own]) => {
    const ranked = own.map((one) => one.ranked);
    return { group, of: Math.max(...own.map(({ of }) => of)), fewest: Math.min(...ranked), most: Math.max(...ranked) };
  });
}

export function methodView(source: ProgrammeSource): MethodView {
  const { config, result, portal } = source;
  const { latest } = result;
  const hasTotal = [...result.rankings.values()].some(({ dimension }) => dimension === null);
  const newest = newestRankings(source, hasTotal);
  // Examples and recorded places are of units whose figures may not be published.
  const isOpen = isFullyDisclosed({ result });
  const parent = config.parent === null ? undefined : source.site.assessment.programmeById.get(config.parent);
  return {
    programme: config.id,
    name: source.named(config.name),
    as_of: portal.asOf,
    config,
    indicators: result.programme.indicators,
    rule_names: ruleNames(source),
    authority: source.document(config.authority),
    parent: parent ? source.named(parent.programme.config.name) : null,
    latest,
    has_total: hasTotal,
    totals_given: givenTotals(result),
    sizes: sizesOf(newest),
    weight_set_units: weightSetUnits(source),
    sizes_period: newest[0]?.period ?? null,
    has_members: result.programme.hasMemberships,
    by_value: [...new Set([...result.rankings.values()].flatMap(({ by, dimension }) => (by === 'value' && dimension !== null ? dimension : [])))],
    total_example: isOpen && hasTotal ? totalExample(result) : null,
    given_instead: config.dimensions.flatMap((dimension) => (hasGivenInstead(result, dimension) ? dimension.id : [])),
    score_examples: isOpen ? config.dimensions.flatMap((dimension) => scoreExample(result, dimension) ?? []) : [],
    holes: result.holes,
    recorded_ranks: isOpen ? recordedRanks(source) : [],
    method_corrections: portal.corrections.filter((one) => one.kind === 'methodology' && (one.programme === null || one.programme === config.id)),
    has_tasks: source.listedTasks().length > 0,
  };
}
