/** What one key of a programme's file says about another: weights that total 100, rules that name what exists. */
import type { Place } from '../problems.ts';
import { type Leaf, leavesOf, namedInstruments } from './condition.ts';
import type { CountConfig, DimensionConfig, InstrumentConfig, ProgrammeConfig } from './config.ts';
import { COUNT_COLUMNS } from './countColumns.ts';
import { addDays, isInForce } from './days.ts';
import { addId, createNames, foldName, isPassedOver, type Names } from './names.ts';
import { findPersonalData } from './personal.ts';
import { methodStart } from './programmeConfig.ts';
import { findNear } from './suggestion.ts';
import { say } from './text.ts';
import { type ProgrammeDraft, singleParams, type World } from './world.ts';

interface Weighted {
  readonly id: string;
  readonly name: string;
  readonly weight: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

type Report = (sum: number, parts: readonly string[]) => void;

/** Days on which the set of weights in force changes. */
function findTurns(items: readonly Weighted[]): readonly string[] {
  const days = items.flatMap(({ from, to }) => [...(from ? [from] : []), ...(to ? [addDays(to, 1)] : [])]);
  return ['0001-01-01', ...new Set(days)].sort();
}

/** Weights in force together total 100. No weights at all means: all alike. */
function checkSum(items: readonly Weighted[], report: Report): void {
  if (items.every(({ weight }) => weight === null)) return;
  for (const day of findTurns(items)) {
    const inForce = items.filter((item) => isInForce(item, day));
    const sum = Math.round(inForce.reduce((total, { weight }) => total + (weight ?? 0), 0) * 1e6) / 1e6;
    if (inForce.length === 0 || sum === 100) continue;
    report(
      sum,
      inForce.map(({ name, weight }) => `${name} ${weight ?? 0}`),
    );
    return;
  }
}

function toWeighted(dimensions: readonly DimensionConfig[], world: World): readonly Weighted[] {
  const lang = world.languages[0] ?? 'en';
  return dimensions.map(({ id, name, weight, from, to }) => ({ id, name: say(name, lang, world.languages), weight, from, to }));
}

/** Several groups and nobody assigned: every unit would be compared in every one of them. Rows that are wrong were told before. */
function checkGroups({ problems }: World, { source, memberships }: ProgrammeDraft, { groups }: ProgrammeConfig): void {
  if (groups.length > 1 && memberships.length === 0 && !problems.failed)
    problems.error('groups-without-members', source.at(['groups']), { n: groups.length });
}

function checkWeights(config: ProgrammeConfig, draft: ProgrammeDraft, world: World): void {
  if (config.ranking.weights !== 'percent' || draft.indicatorNames.silent) return;
  const lang = world.languages[0] ?? 'en';
  const report =
    (place: Place, of: string): Report =>
    (sum, parts) =>
      world.problems.error('weights-sum', place, { of, sum, parts });
  const dimensions = toWeighted(config.dimensions, world);
  const programme = say(config.name, lang, world.languages);
  if (config.ranking.overall && !config.groups.some((group) => group.dimensions !== null))
    checkSum(dimensions, report(draft.source.at(['dimensions']), programme));
  for (const [i, group] of config.groups.entries()) {
    if (!config.ranking.overall || group.dimensions === null) continue;
    const own = dimensions.filter(({ id }) => group.dimensions?.includes(id));
    checkSum(own, report(draft.source.at(['groups', i]), say(group.name, lang, world.languages)));
  }
  for (const [set, weights] of Object.entries(config.weightSets)) {
    const items = Object.entries(weights).map(([id, weight]) => ({ id, name: id, weight, from: null, to: null }));
    checkSum(items, report(draft.source.at(['weight_sets', set]), set));
  }
  for (const dimension of config.dimensions) {
    if (dimension.indicators.length < 2) continue;
    const own = draft.indicators.filter(({ id }) => dimension.indicators.includes(id));
    const items = own.map((one) => ({
      id: one.id,
      name: say(one.name, lang, world.languages),
      weight: one.weight,
      from: one.validFrom,
      to: one.validTo,
    }));
    checkSum(items, report(own[0]?.place ?? config.place, say(dimension.name, lang, world.languages)));
  }
}

/** Percentages are asked for and none is given: that all count alike is better said than left to be found out. */
function checkUnweighted({ ranking, dimensions, weightSets, name }: ProgrammeConfig, draft: ProgrammeDraft, world: World): void {
  if (ranking.weights !== 'percent' || !ranking.overall || dimensions.length < 2) return;
  if (Object.keys(weightSets).length > 0 || dimensions.some(({ weight }) => weight !== null)) return;
  const of = say(name, world.languages[0] ?? 'en', world.languages);
  world.problems.warning('weights-none', draft.source.at(['dimensions']), { of, n: dimensions.length });
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

/** Ids that a file may use, by what they name. */
interface Vocabulary {
  readonly dimensions: Names;
  readonly indicators: Names;
  readonly groups: Names;
  readonly instruments: Names;
  readonly families: Names;
  readonly sessions: Names;
  readonly categories: Names;
  readonly origins: Names;
  readonly batches: Names;
}

/** Columns of claims whose words a file or table lists, and what one that is unknown is called. */
const COUNTED_BY: Readonly<Record<string, readonly [keyof Vocabulary, string]>> = {
  instrument: ['instruments', 'instrument'],
  dimension: ['dimensions', 'dimension'],
  group: ['groups', 'group'],
  family: ['families', 'family'],
  session: ['sessions', 'session'],
  from: ['sessions', 'session'],
  to: ['sessions', 'session'],
  category: ['categories', 'category'],
  origin: ['origins', 'origin'],
  batch: ['batches', 'batch'],
};

/** Holds a word against the ids of one list, or of several together. */
function checkWord(world: World, word: string | null, known: Names | readonly Names[], thing: string, place: Place, key: string): void {
  const lists = [known].flat();
  if (word === null || findPersonalData(word) || lists.some((names) => isPassedOver(names, word) || names.ids.get(foldName(word)) === word)) return;
  const ids = lists.flatMap((names) => [...names.ids.values()]);
  world.problems.error(`${thing}-unknown`, place, { header: key, value: word, ...singleParams(findNear(word, ids)) });
}

/** What a rule calls the total. */
const TOTAL = nameIds(['total']);

function checkLeaf(world: World, condition: Leaf, words: Vocabulary, placeOf: (word: string | null) => Place): void {
  const key = `rule.${condition.type}`;
  const measures = [words.dimensions, words.indicators, TOTAL];
  if (condition.type === 'rank' || condition.type === 'band' || condition.type === 'rank_change') {
    checkWord(world, condition.on, measures, 'dimension', placeOf(condition.on), `${key}.on`);
  }
  if (condition.type === 'rank') {
    const groups = [condition.n, condition.share].flatMap((by) => (typeof by === 'object' && by !== null ? Object.keys(by) : []));
    for (const group of groups) checkWord(world, group, words.groups, 'group', placeOf(group), key);
  }
  if (condition.type === 'metric') {
    checkWord(world, condition.indicator, [words.indicators, words.dimensions], 'indicator', placeOf(condition.indicator), `${key}.indicator`);
    checkWord(world, condition.dimension, measures, 'dimension', placeOf(condition.dimension), `${key}.dimension`);
  }
  if (condition.type === 'group') for (const group of condition.of) checkWord(world, group, words.groups, 'group', placeOf(group), key);
  if (condition.type === 'instrument') checkWord(world, condition.id, words.instruments, 'instrument', placeOf(condition.id), `${key}.id`);
}

/** A chain of rules that comes back to its beginning, or null. Escalation names another instrument: one that names itself is a circle of one. */
function findCycle(start: string, asks: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  // Of the rules that two rules ask about, one look is enough: there are as many ways through them as one likes.
  const seen = new Set<string>();
  const walk = (path: readonly string[]): readonly string[] | null => {
    for (const next of asks.get(path.at(-1) as string) ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const cycle = walk([...path, next]);
      if (cycle) return cycle;
    }
    return null;
  };
  return walk([start]);
}

function checkCycles(world: World, instruments: readonly InstrumentConfig[]): void {
  const asks = new Map(instruments.map(({ id, rule }) => [id, rule ? namedInstruments(rule.when) : []]));
  const seen = new Set<string>();
  for (const { id, place } of instruments) {
    const cycle = seen.has(id) ? null : findCycle(id, asks);
    if (!cycle) continue;
    for (const member of cycle) seen.add(member);
    world.problems.error('rule-cycle', place, { chain: cycle.join(' → ') });
  }
}

type Path = readonly (string | number)[];

/** Where a word stands below a place of a YAML file, as a value or as a key; null where it does not. */
function findWord(value: unknown, word: string, path: Path): Path | null {
  if (value === word) return path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, below] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const found = key === word ? at : findWord(below, word, at);
    if (found) return found;
  }
  return null;
}

function checkInstrument(world: World, draft: ProgrammeDraft, at: number, words: Vocabulary, config: ProgrammeConfig): void {
  const instrument = config.instruments[at] as InstrumentConfig;
  const { rule, source, place, id } = instrument;
  checkWord(world, instrument.family, words.families, 'family', place, 'family');
  if (source !== 'recorded' && !rule) world.problems.error('rule-missing', place, { instrument: id, source });
  if (instrument.scope === 'dimension' && config.dimensions.length === 0 && !draft.dimensions.silent)
    world.problems.error('scope-without-dimensions', place, { instrument: id });
  if (instrument.holder === 'person' && instrument.visibility === 'names') world.problems.error('person-by-name', place, { instrument: id });
  const { data } = draft.source as { data: { instruments: readonly { rule?: unknown }[] } };
  const placeOf = (word: string | null): Place => {
    const path = word === null ? null : findWord(data.instruments[at]?.rule, word, ['instruments', at, 'rule']);
    return path ? draft.source.at(path) : place;
  };
  for (const leaf of rule ? leavesOf(rule.when) : []) checkLeaf(world, leaf, words, placeOf);
}

function checkCount(world: World, count: CountConfig, place: Place, words: Vocabulary): void {
  for (const [column, values] of Object.entries(count.where)) {
    const columns: readonly string[] = COUNT_COLUMNS[count.count];
    if (!columns.includes(column)) {
      world.problems.error('count-column-unknown', place, { header: 'where', value: column, columns, ...singleParams(findNear(column, columns)) });
      continue;
    }
    const [list, thing] = COUNTED_BY[column] ?? [];
    if (list && thing) for (const value of values) checkWord(world, value, words[list], thing, place, `where.${column}`);
  }
}

function checkClaims(world: World, draft: ProgrammeDraft, config: ProgrammeConfig, words: Vocabulary): void {
  for (const [i, claim] of config.claims.entries()) {
    checkWord(world, claim.document, world.documentNames, 'document', draft.source.at(['claims', i, 'document']), 'document');
    checkCount(world, claim.of, claim.place, words);
    if (claim.shareOf) checkCount(world, claim.shareOf, claim.place, words);
    if (claim.equals === null && claim.share === null) world.problems.error('claim-empty', claim.place, { id: claim.id });
    if ((claim.share === null) !== (claim.shareOf === null)) world.problems.error('claim-share', claim.place, { id: claim.id });
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

function nameIds(ids: readonly string[], isSilent?: () => boolean): Names {
  const names = createNames(isSilent);
  for (const id of ids) addId(names, id);
  return names;
}

function createVocabulary({ folder }: World, draft: ProgrammeDraft, { tasks, families }: ProgrammeConfig): Vocabulary {
  const listed = (list: 'categories' | 'origins' | 'batches'): Names =>
    nameIds(
      (tasks?.[list] ?? []).map(({ id }) => id),
      () => draft.spec.tasks?.[list] === undefined && folder.unread.has('tasks'),
    );
  return {
    dimensions: draft.dimensions,
    indicators: draft.indicatorNames,
    groups: draft.groups,
    instruments: draft.instruments,
    families: nameIds(families.map(({ id }) => id)),
    sessions: draft.sessionNames,
    categories: listed('categories'),
    origins: listed('origins'),
    batches: listed('batches'),
  };
}

/** Checks a programme's configuration as a whole; its file has passed its schema. `hasTotals`: the office gives totals itself. */
export function checkProgramme(world: World, draft: ProgrammeDraft, config: ProgrammeConfig, hasTotals: boolean): void {
  const words = createVocabulary(world, draft, config);
  const at = (...path: (string | number)[]): Place => draft.source.at(path);
  checkWord(world, config.parent, world.programmeNames, 'programme', at('parent'), 'parent');
  checkWeights(config, draft, world);
  if (!hasTotals) checkUnweighted(config, draft, world);
  checkDirections(world, draft, config);
  checkGroups(world, draft, config);
  for (const id of config.ranking.tiebreak)
    checkWord(world, id, [words.dimensions, words.indicators], 'dimension', at('ranking', 'tiebreak'), 'ranking.tiebreak');
  for (const [i, group] of config.groups.entries()) {
    for (const id of group.dimensions ?? [])
      checkWord(world, id, [words.dimensions, words.indicators], 'dimension', at('groups', i), 'groups.dimensions');
  }
  for (const [set, weights] of Object.entries(config.weightSets)) {
    for (const id of Object.keys(weights)) checkWord(world, id, words.dimensions, 'dimension', at('weight_sets', set, id), `weight_sets.${set}`);
  }
  for (const [i, dimension] of config.dimensions.entries()) {
    for (const id of dimension.indicators)
      checkWord(world, id, words.indicators, 'indicator', at('dimensions', i, 'indicators'), 'dimensions.indicators');
  }
  for (const at of config.instruments.keys()) checkInstrument(world, draft, at, words, config);
  checkCycles(world, config.instruments);
  checkPhases(world, config, draft);
  checkMethodVersions(world, draft);
  checkClaims(world, draft, config, words);
}
