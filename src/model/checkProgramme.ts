/** What one key of a programme's file says about another: weights that total 100, rules that name what exists. */
import type { Place, ProblemParams } from '../problems.ts';
import { checkClaims } from './checkClaims.ts';
import { checkRules } from './checkRules.ts';
import type { DimensionConfig, Direction, ProgrammeConfig, ScoringRule } from './config.ts';
import { addDays, isInForce } from './days.ts';
import type { Indicator } from './portal.ts';
import { methodStart } from './programmeConfig.ts';
import { say, type Text } from './text.ts';
import { checkWord, createVocabulary } from './vocabulary.ts';
import type { ProgrammeDraft, World } from './world.ts';

interface Weighted {
  readonly id: string;
  readonly name: string;
  readonly weight: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** `time`: params that tell when, where it is not so on every day. */
type Report = (sum: number, parts: readonly string[], time: ProblemParams) => void;

/** Days on which the set of weights in force changes. */
function findTurns(items: readonly Weighted[]): readonly string[] {
  const days = items.flatMap(({ from, to }) => [...(from ? [from] : []), ...(to ? [addDays(to, 1)] : [])]);
  return ['0001-01-01', ...new Set(days)].sort();
}

/** Weights in force together total 100 from the first figures on; true when that had to be told. No weights at all means: all alike. */
function checkSum(items: readonly Weighted[], firstEnd: string, report: Report): boolean {
  if (items.every(({ weight }) => weight === null)) return false;
  const turns = findTurns(items);
  for (const [i, day] of turns.entries()) {
    const next = turns[i + 1];
    if (next !== undefined && next <= firstEnd) continue;
    const inForce = items.filter((item) => isInForce(item, day));
    const sum = Math.round(inForce.reduce((total, { weight }) => total + (weight ?? 0), 0) * 1e6) / 1e6;
    // One that stands alone is the whole, as it is where the total is made.
    if (inForce.length === 0 || sum === 100 || (inForce.length === 1 && inForce[0]?.weight === null)) continue;
    report(
      sum,
      inForce.map(({ name, weight }) => `${name} ${weight ?? 0}`),
      i > 0 ? { early: 0, late: 1, day } : { early: next === undefined ? 0 : 1, late: 0, day: next ?? '' },
    );
    return true;
  }
  return false;
}

/** Says names in the portal's first language. */
function namer({ languages }: World): (named: { readonly name: Text }) => string {
  return ({ name }) => say(name, languages[0] ?? 'en', languages);
}

function toWeighted(dimensions: readonly DimensionConfig[], world: World): readonly Weighted[] {
  const nameOf = namer(world);
  return dimensions.map((dimension) => {
    const { id, weight, from, to } = dimension;
    return { id, name: nameOf(dimension), weight, from, to };
  });
}

/** Several groups and nobody assigned: every unit would be compared in every one of them. Rows that are wrong were told before. */
function checkGroups({ problems }: World, { source, memberships }: ProgrammeDraft, { groups }: ProgrammeConfig, { hasFigures }: Given): void {
  if (hasFigures && groups.length > 1 && memberships.length === 0 && !problems.failed)
    problems.error('groups-without-members', source.at(['groups']), { n: groups.length });
}

/** Where a set of weights is in use: by all dimensions, or in groups that have fewer. One that nobody uses is meant for all. */
function findUses(set: string, { groups }: ProgrammeConfig, { memberships }: ProgrammeDraft) {
  const users = new Set(memberships.flatMap(({ weightSet, group }) => (weightSet === set ? [group] : [])));
  const own = groups.filter(({ id }) => users.has(id));
  const cut = own.flatMap(({ id, dimensions }) => (dimensions === null ? [] : [{ of: `${set}, ${id}`, among: dimensions }]));
  return own.length > cut.length || cut.length === 0 ? [{ of: set, among: null }, ...cut] : cut;
}

function checkWeights(config: ProgrammeConfig, draft: ProgrammeDraft, world: World, given: Given): void {
  if (config.ranking.weights !== 'percent' || draft.indicatorNames.silent) return;
  // Where indicators are the dimensions, the total is made of them.
  if (!Array.isArray(draft.spec.dimensions) && draft.unsureIndicators.size > 0) return;
  const firstEnd = given.firstEnd ?? world.lastDay;
  const nameOf = namer(world);
  const told = new Set<string>();
  const report =
    (place: Place, of: string): Report =>
    (sum, parts, time) => {
      // What ends without a successor is missing in every group, and in every set of weights.
      if (time.day !== '' && told.has(time.day as string)) return;
      told.add(time.day as string);
      world.problems.error('weights-sum', place, { of, sum, parts, ...time });
    };
  const dimensions = toWeighted(config.dimensions, world);
  // Where nothing is totalled the weights do nothing; `checkIdleWeights` says so.
  const isTotalled = config.ranking.overall && !isByValueAlone(config, given);
  const isWhole = config.groups.length === 0 || config.groups.some((group) => group.dimensions === null);
  if (isTotalled && isWhole) checkSum(dimensions, firstEnd, report(draft.source.at(['dimensions']), nameOf(config)));
  for (const [i, group] of config.groups.entries()) {
    // A dimension that is not there was told.
    const isUnknown = group.dimensions?.some((id) => !dimensions.some((one) => one.id === id)) ?? true;
    if (!isTotalled || isUnknown) continue;
    const own = dimensions.filter(({ id }) => group.dimensions?.includes(id));
    checkSum(own, firstEnd, report(draft.source.at(['groups', i]), nameOf(group)));
  }
  for (const [set, weights] of isTotalled ? Object.entries(config.weightSets) : []) {
    // A dimension that is not there was told.
    if (Object.keys(weights).some((id) => !dimensions.some((one) => one.id === id))) continue;
    const items = Object.entries(weights).map(([id, weight]): Weighted => {
      const dimension = dimensions.find((one) => one.id === id);
      return { id, name: id, weight, from: dimension?.from ?? null, to: dimension?.to ?? null };
    });
    for (const { of, among } of findUses(set, config, draft))
      if (
        checkSum(among === null ? items : items.filter(({ id }) => among.includes(id)), firstEnd, report(draft.source.at(['weight_sets', set]), of))
      )
        break;
  }
  for (const dimension of config.dimensions) {
    if (dimension.indicators.length < 2) continue;
    const own = draft.indicators.filter(({ id }) => dimension.indicators.includes(id));
    if (isUnsure(draft, own)) continue;
    const items = own.map((one) => ({
      id: one.id,
      name: nameOf(one),
      weight: one.weight,
      from: one.validFrom,
      to: one.validTo,
    }));
    checkSum(items, firstEnd, report(own[0]?.place ?? config.place, nameOf(dimension)));
  }
}

/** Whether an indicator at fault is one of a dimension's own, or may be. */
function isUnsure({ indicators, unsureIndicators }: ProgrammeDraft, own: readonly Indicator[]): boolean {
  if (unsureIndicators.size === 0) return false;
  return [...own, ...indicators.filter(({ dimension }) => dimension === null)].some(({ id }) => unsureIndicators.has(id));
}

/** Percentages are asked for and none is given: that all count alike is better said than left to be found out. */
function checkUnweighted(config: ProgrammeConfig, draft: ProgrammeDraft, world: World): void {
  const { ranking, dimensions, weightSets } = config;
  if (ranking.weights !== 'percent' || !ranking.overall || dimensions.length < 2) return;
  if (Object.keys(weightSets).length > 0 || dimensions.some(({ weight }) => weight !== null)) return;
  world.problems.warning('weights-none', draft.source.at(['dimensions']), { of: namer(world)(config), n: dimensions.length });
}

/** Whether the figures are ranked as they are: no dimension has scores, nor a way to get them, and no total is given. */
function isByValueAlone({ dimensions }: ProgrammeConfig, given: Given): boolean {
  if (given.hasTotals || !dimensions.some(({ indicators }) => indicators.some(given.hasValues))) return false;
  return dimensions.every(({ id, scoring, indicators }) => scoring.method === 'given' && indicators.length === 1 && !given.hasScores(id));
}

/** Weights of dimensions that are never totalled; one that is asked to be without a total keeps them for its readers. */
function checkIdleWeights(config: ProgrammeConfig, draft: ProgrammeDraft, world: World): void {
  const { ranking, dimensions, weightSets } = config;
  // The whole weight of one that stands alone says nothing.
  const isWeighed = Object.keys(weightSets).length > 0 || dimensions.some(({ weight }) => weight !== null && weight !== 0 && weight !== 100);
  if (!ranking.overall || !isWeighed) return;
  world.problems.warning('weights-unused', draft.source.at(['dimensions']), { of: namer(world)(config) });
}

/** Some indicators of a dimension have a weight and others none, which would count for nothing though they are scored. */
function checkHalfWeighted(config: ProgrammeConfig, draft: ProgrammeDraft, world: World): void {
  const nameOf = namer(world);
  for (const dimension of config.dimensions) {
    const own = draft.indicators.filter(({ id }) => dimension.indicators.includes(id));
    const [first, ...others] = own.filter(({ weight }) => weight === null);
    if (isUnsure(draft, own) || dimension.scoring.method === 'given' || own.length < 2 || !first || others.length === own.length - 1) continue;
    const params = { of: nameOf(dimension), indicators: [first, ...others].map(nameOf), n: others.length + 1 };
    world.problems.warning('weight-missing', first.place, params);
  }
}

/**
 * Figures that would come to nothing: of an indicator with a weight that belongs to no dimension, in a dimension that has no indicators to be
 * scored by, and of indicators whose dimension takes scores only, of which there are none.
 */
function checkUnscored(config: ProgrammeConfig, draft: ProgrammeDraft, world: World, given: Given): void {
  const { problems, lastDay } = world;
  if (!Array.isArray(draft.spec.dimensions) || draft.indicatorNames.silent) return;
  const nameOf = namer(world);
  const { dimensions } = config;
  const used = new Set(dimensions.flatMap(({ indicators }) => indicators));
  const isScored = dimensions.some(({ scoring }) => scoring.method !== 'given');
  for (const indicator of isScored ? draft.indicators : []) {
    if (indicator.weight === null || used.has(indicator.id) || draft.unsureIndicators.has(indicator.id)) continue;
    problems.error('indicator-without-dimension', indicator.place, { indicator: nameOf(indicator), dimensions: dimensions.map(nameOf) });
  }
  if (!given.hasFigures) return;
  for (const [i, dimension] of dimensions.entries()) {
    const { id, scoring, indicators, from } = dimension;
    if (given.hasScores(id) || isUnsure(draft, []) || (from !== null && from > lastDay)) continue;
    const place = draft.source.at(['dimensions', i]);
    if (scoring.method !== 'given' && indicators.length === 0)
      problems.warning('dimension-without-indicators', place, { dimension: nameOf(dimension), method: scoring.method });
    else if (scoring.method === 'given' && indicators.length > 1 && indicators.some(given.hasValues))
      problems.warning('dimension-unscored', place, { dimension: nameOf(dimension) });
  }
}

/** Methods that make more of a value a better or a worse score, whatever the indicator says: which direction that is. */
function directionOf({ method, per }: ScoringRule): Direction | null {
  if (method === 'completion') return 'higher';
  if (method !== 'points' && method !== 'deduct') return null;
  return per > 0 === (method === 'points') ? 'higher' : 'lower';
}

/** An indicator says that lower is better, and its dimension gives more points for more of it. */
function checkScoredAgainst({ dimensions }: ProgrammeConfig, draft: ProgrammeDraft, world: World): void {
  const nameOf = namer(world);
  for (const { scoring, indicators } of dimensions) {
    const scored = directionOf(scoring);
    if (scored === null) continue;
    for (const indicator of draft.indicators) {
      const { id, direction, place } = indicator;
      if (direction === scored || !indicators.includes(id)) continue;
      const params = {
        indicator: nameOf(indicator),
        method: scoring.method,
        ...{ higher: Number(direction === 'higher'), lower: Number(direction === 'lower'), target: Number(direction === 'target') },
        more: Number(scored === 'higher'),
      };
      world.problems.warning('scoring-against-direction', place, params);
    }
  }
}

/** A target that the value is to hit says nothing of its growth; only where the values are growth already can it be one of growth. */
function checkGrowthTargets({ dimensions }: ProgrammeConfig, draft: ProgrammeDraft, world: World): void {
  const nameOf = namer(world);
  const growing = new Set(dimensions.flatMap(({ scoring, indicators }) => (scoring.method === 'yoy' ? indicators : [])));
  for (const indicator of draft.indicators) {
    if (indicator.direction !== 'target' || indicator.basis === 'yoy' || !growing.has(indicator.id)) continue;
    world.problems.warning('scoring-growth-target', indicator.place, { indicator: nameOf(indicator) });
  }
}

/** A dimension that is one indicator has that one's direction. */
function checkDirections(world: World, draft: ProgrammeDraft, { dimensions }: ProgrammeConfig): void {
  const { dimensions: specs } = draft.spec;
  for (const [i, spec] of (Array.isArray(specs) ? specs : []).entries()) {
    const { id, direction, indicators } = dimensions[i] as DimensionConfig;
    if (typeof spec === 'string' || spec.direction === undefined || spec.direction === direction) continue;
    const params = { header: 'direction', value: spec.direction, dimension: id, indicator: indicators[0] ?? '', direction };
    world.problems.error('dimension-direction-differs', draft.source.at(['dimensions', i, 'direction']), params);
  }
}

function checkPhases(world: World, config: ProgrammeConfig, draft: ProgrammeDraft): void {
  for (const [i, { from, to }] of (config.tasks?.phases ?? []).entries()) {
    if (to < from) world.problems.error('dates-reversed', draft.source.at(['tasks', 'phases', i]), { header: 'to', to, other: 'from', from });
  }
}

function checkMethodVersions(world: World, draft: ProgrammeDraft): void {
  for (const [i, { from }] of (draft.spec.ranking?.method_versions ?? []).entries()) {
    if (methodStart(from, draft.yearStarts) !== null) continue;
    const key = 'ranking.method_versions.from';
    world.problems.error('method-from-unreadable', draft.source.at(['ranking', 'method_versions', i, 'from']), { key, value: from });
  }
}

/** What figures there are of a programme: any, and totals that the office gives itself. */
interface Given {
  readonly hasFigures: boolean;
  /** The earliest last day of a period that has figures, as what is in force then counts for it; null where none has. */
  readonly firstEnd: string | null;
  readonly hasTotals: boolean;
  /** Whether a dimension has scores in `scores`, as far as is known. */
  hasScores(dimension: string): boolean;
  /** Whether an indicator has values in `observations`. */
  hasValues(indicator: string): boolean;
}

/** Checks a programme's configuration as a whole; its file has passed its schema. */
export function checkProgramme(world: World, draft: ProgrammeDraft, config: ProgrammeConfig, given: Given): void {
  const words = createVocabulary(world, draft, config);
  const at = (...path: (string | number)[]): Place => draft.source.at(path);
  checkWord(world, config.parent, world.programmeNames, 'programme', at('parent'), 'parent');
  checkWeights(config, draft, world, given);
  if (isByValueAlone(config, given)) checkIdleWeights(config, draft, world);
  else if (given.hasFigures && !given.hasTotals) checkUnweighted(config, draft, world);
  checkHalfWeighted(config, draft, world);
  checkUnscored(config, draft, world, given);
  checkScoredAgainst(config, draft, world);
  checkGrowthTargets(config, draft, world);
  checkDirections(world, draft, config);
  checkGroups(world, draft, config, given);
  for (const [i, id] of config.ranking.tiebreak.entries())
    checkWord(world, id, [words.dimensions, words.indicators], 'dimension', at('ranking', 'tiebreak', i), 'ranking.tiebreak');
  for (const [i, group] of config.groups.entries()) {
    for (const [j, id] of (group.dimensions ?? []).entries())
      checkWord(world, id, [words.dimensions, words.indicators], 'dimension', at('groups', i, 'dimensions', j), 'groups.dimensions');
  }
  for (const [set, weights] of Object.entries(config.weightSets)) {
    for (const id of Object.keys(weights))
      checkWord(world, id, words.dimensions, 'dimension', draft.source.keyAt(['weight_sets', set, id]), `weight_sets.${set}`);
  }
  for (const [i, dimension] of config.dimensions.entries()) {
    for (const [j, id] of dimension.indicators.entries())
      checkWord(world, id, words.indicators, 'indicator', at('dimensions', i, 'indicators', j), 'dimensions.indicators');
  }
  checkRules(world, draft, config, words);
  checkPhases(world, config, draft);
  checkMethodVersions(world, draft);
  checkClaims(world, draft, config, words);
}
