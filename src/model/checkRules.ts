/** Rules of instruments: that what they name is there, and that none asks about itself. */
import type { Place } from '../problems.ts';
import { type Leaf, leavesOf, namedInstruments } from './condition.ts';
import type { InstrumentConfig, ProgrammeConfig } from './config.ts';
import { dimensionsNamed } from './ruleDimensions.ts';
import { say } from './text.ts';
import { TOTAL } from './total.ts';
import { checkKind, checkWord, nameIds, type Vocabulary } from './vocabulary.ts';
import { findWordPlace } from './wordPlace.ts';
import type { ProgrammeDraft, World } from './world.ts';

/** What a rule calls the total. */
const TOTALS = nameIds([TOTAL]);

/** `isByGroup`: whether the programme ranks each group apart. */
function checkLeaf(world: World, condition: Leaf, words: Vocabulary, isByGroup: boolean, placeOf: (word: string | null) => Place): void {
  const key = `rule.${condition.type}`;
  const measures = [words.dimensions, words.indicators, TOTALS];
  if (condition.type === 'rank' || condition.type === 'band' || condition.type === 'rank_change') {
    checkWord(world, condition.on, measures, 'dimension', placeOf(condition.on), `${key}.on`);
  }
  if (condition.type === 'rank') {
    const groups = [condition.n, condition.share].flatMap((by) => (typeof by === 'object' && by !== null ? Object.keys(by) : []));
    for (const group of groups) checkWord(world, group, words.groups, 'group', placeOf(group), key);
    const [first] = groups;
    if (first !== undefined && !isByGroup) world.problems.error('rule-groups-unranked', placeOf(first), { key, groups });
  }
  if (condition.type === 'metric') {
    checkWord(world, condition.indicator, [words.indicators, words.dimensions], 'indicator', placeOf(condition.indicator), `${key}.indicator`);
    checkWord(world, condition.dimension, measures, 'dimension', placeOf(condition.dimension), `${key}.dimension`);
  }
  if (condition.type === 'group') for (const group of condition.of) checkWord(world, group, words.groups, 'group', placeOf(group), key);
  if (condition.type === 'kind') for (const kind of condition.of) checkKind(world, kind, placeOf(kind), key);
  if (condition.type === 'task')
    for (const status of condition.status ?? []) checkWord(world, status, words.taskStates, 'stage', placeOf(status), `${key}.status`);
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

function checkInstrument(world: World, draft: ProgrammeDraft, at: number, words: Vocabulary, config: ProgrammeConfig): void {
  const instrument = config.instruments[at] as InstrumentConfig;
  const { rule, source, place } = instrument;
  const stands = (key: string): Place => draft.source.at(['instruments', at, key]);
  checkWord(world, instrument.family, words.families, 'family', stands('family'), 'family');
  const name = say(instrument.name, world.languages[0] ?? 'en', world.languages);
  if (source !== 'recorded' && !rule) world.problems.error('rule-missing', stands('source'), { instrument: name, source });
  if (instrument.scope === 'dimension' && config.dimensions.length === 0 && !draft.dimensions.silent)
    world.problems.error('scope-without-dimensions', stands('scope'), { instrument: name });
  else checkDimension(world, draft, instrument, config, stands('scope'));
  if (instrument.holder === 'person' && instrument.visibility === 'names')
    world.problems.error('person-by-name', stands('visibility'), { instrument: name });
  const placeOf = (word: string | null): Place => (word === null ? null : findWordPlace(draft.source, ['instruments', at, 'rule'], word)) ?? place;
  for (const leaf of rule ? leavesOf(rule.when) : []) checkLeaf(world, leaf, words, config.ranking.per.includes('group'), placeOf);
}

/** A rule that is judged dimension by dimension, and names those of its figures itself, is about one of them. */
function checkDimension(
  world: World,
  draft: ProgrammeDraft,
  { name, scope, source, rule }: InstrumentConfig,
  config: ProgrammeConfig,
  at: Place,
): void {
  if (scope !== 'dimension' || source === 'recorded' || rule === null || draft.indicatorNames.silent || draft.dimensions.silent) return;
  const named = dimensionsNamed(rule.when, config.dimensions, draft.indicators);
  if (named === null || named.size === 1) return;
  const [language = 'en'] = world.languages;
  const dimensions = config.dimensions.filter(({ id }) => named.has(id)).map((one) => say(one.name, language, world.languages));
  world.problems.error('rule-dimensions', at, { instrument: say(name, language, world.languages), dimensions, none: Number(named.size === 0) });
}

/** What the instruments of a programme's file name, one by one, and whether their rules go round. */
export function checkRules(world: World, draft: ProgrammeDraft, config: ProgrammeConfig, words: Vocabulary): void {
  for (const at of config.instruments.keys()) checkInstrument(world, draft, at, words, config);
  checkCycles(world, config.instruments);
}
