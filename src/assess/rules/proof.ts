/**
 * What can be said of a family's rules before any figure is seen: that two of them overlap, and where their bands leave a hole.
 *
 * A rule is taken apart into alternatives, each a set of demands: bands of measures, words asked for or excluded, and other demands that say
 * nothing for certain here (cuts, earlier awards). Two rules overlap for certain when two alternatives demand bands of just the same
 * measures, the bands meet, no word contradicts, and nothing uncertain is demanded. What is not certain is left to the run over real data.
 */
import type { Leaf } from '../../model/condition.ts';
import type { Condition, FamilyConfig, InstrumentConfig, ProgrammeConfig } from '../../model/config.ts';
import type { RuleHole } from '../results.ts';
import {
  ALL,
  complementOf,
  formatInterval,
  holesBetween,
  type Interval,
  intervalOf,
  isEmpty,
  meetOf,
  wholeHolesBetween,
  wholeOf,
} from './intervals.ts';
import { escalates } from './judged.ts';

/** One way in which a rule can be met. */
interface Alternative {
  readonly bands: ReadonlyMap<string, Interval>;
  /** Kind of word (group, kind, veto …) → the words that are still possible; null = any but those excluded. */
  readonly words: ReadonlyMap<string, { readonly only: ReadonlySet<string> | null; readonly never: ReadonlySet<string> }>;
  readonly uncertain: boolean;
}

const FREE: Alternative = { bands: new Map(), words: new Map(), uncertain: false };

/** Past this many alternatives a rule is not taken apart any further, and its overlaps are left to the data. */
const MOST = 256;

/** The alternatives of a condition, or of its contrary. */
function alternativesOf(condition: Condition, holds = true): readonly Alternative[] {
  switch (condition.type) {
    case 'not':
      return alternativesOf(condition.of, !holds);
    case 'all':
      return holds ? product(condition.of.map((one) => alternativesOf(one))) : condition.of.flatMap((one) => alternativesOf(one, false));
    case 'any':
      return holds ? condition.of.flatMap((one) => alternativesOf(one)) : product(condition.of.map((one) => alternativesOf(one, false)));
    case 'except':
      return holds ? product(condition.of.map((one) => alternativesOf(one, false))) : condition.of.flatMap((one) => alternativesOf(one));
    default:
      return ofLeaf(condition, holds);
  }
}

function product(lists: readonly (readonly Alternative[])[]): readonly Alternative[] {
  let result: readonly Alternative[] = [FREE];
  for (const list of lists) {
    if (result.length * list.length > MOST) return [{ ...FREE, uncertain: true }];
    result = result.flatMap((a) => list.map((b) => both(a, b)));
  }
  return result;
}

function ofLeaf(leaf: Leaf, holds: boolean): readonly Alternative[] {
  switch (leaf.type) {
    case 'band':
      return ofBand(`score ${leaf.on ?? ''}`, intervalOf(leaf.bounds), holds);
    case 'rank_change':
      return ofBand(`rank_change ${leaf.on ?? ''}`, intervalOf(leaf.bounds), holds);
    case 'metric':
      return ofBand(leaf.of === 'score' ? `score ${leaf.dimension ?? leaf.indicator ?? ''}` : metricKey(leaf), intervalOf(leaf.bounds), holds);
    case 'group':
    case 'kind':
      return [ofWords(leaf.type, leaf.of, holds)];
    case 'status':
      return [ofWords('status', leaf.of, holds)];
    case 'veto':
      return [ofWords('veto', [String(leaf.is)], holds)];
    case 'task':
      return ofTask(leaf, holds);
    default:
      return [{ ...FREE, uncertain: true }];
  }
}

function metricKey(leaf: Extract<Leaf, { readonly type: 'metric' }>): string {
  return `${leaf.of} ${leaf.indicator ?? leaf.dimension ?? ''}`;
}

function ofBand(key: string, interval: Interval, holds: boolean): readonly Alternative[] {
  const parts = holds ? [interval] : complementOf(interval);
  return parts.map((part) => ({ ...FREE, bands: new Map([[key, isWhole(key) ? wholeOf(part) : part]]) }));
}

/** Days and places are whole numbers: nothing lies between 0 and 1 of them. */
function isWhole(key: string): boolean {
  return key.startsWith('rank_change') || (key.startsWith('task ') && !key.startsWith('task planned'));
}

/** Words asked for, or excluded. Two rules that ask for different words are taken not to overlap; the run over the data sees when they do. */
function ofWords(type: string, of: readonly string[], holds: boolean): Alternative {
  const words = new Set(of);
  const entry = holds ? { only: words, never: new Set<string>() } : { only: null, never: words };
  return { ...FREE, words: new Map([[type, entry]]) };
}

function ofTask(leaf: Extract<Leaf, { readonly type: 'task' }>, holds: boolean): readonly Alternative[] {
  const parts = leaf.measures.map(({ measure, bounds }) => ofBand(`task ${measure}`, intervalOf(bounds), holds));
  if (leaf.status !== null) parts.push([ofWords('task status', leaf.status, holds)]);
  return holds ? product(parts) : parts.flat();
}

function both(a: Alternative, b: Alternative): Alternative {
  const bands = new Map(a.bands);
  for (const [key, band] of b.bands) bands.set(key, meetOf(bands.get(key) ?? ALL, band));
  const words = new Map(a.words);
  for (const [key, entry] of b.words) {
    const own = words.get(key);
    words.set(key, own ? { only: shared(own.only, entry.only), never: new Set([...own.never, ...entry.never]) } : entry);
  }
  return { bands, words, uncertain: a.uncertain || b.uncertain };
}

function shared(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (a === null || b === null) return a ?? b;
  return new Set([...a].filter((word) => b.has(word)));
}

function isImpossible({ bands, words }: Alternative): boolean {
  for (const band of bands.values()) if (isEmpty(band)) return true;
  for (const { only, never } of words.values()) if (only !== null && [...only].every((word) => never.has(word))) return true;
  return false;
}

export interface Overlap {
  readonly family: string;
  readonly first: InstrumentConfig;
  readonly second: InstrumentConfig;
  /** The measure, and the band that both cover: `score`, `[90, 95)`. */
  readonly measure: string;
  readonly band: string;
}

/** Pairs of a family that can both be met whatever the figures are. One that escalates the other takes its place and is no overlap. */
export function findOverlaps({ instruments }: ProgrammeConfig): readonly Overlap[] {
  return instruments.flatMap((first, i) =>
    instruments.slice(i + 1).flatMap((second): readonly Overlap[] => {
      if (first.family === null || first.family !== second.family || first.rule === null || second.rule === null) return [];
      if (first.scope !== second.scope || escalates(first, second) || escalates(second, first)) return [];
      const found = meetingBand(alternativesOf(first.rule.when), alternativesOf(second.rule.when));
      return found ? [{ family: first.family, first, second, ...found }] : [];
    }),
  );
}

function meetingBand(a: readonly Alternative[], b: readonly Alternative[]): { measure: string; band: string } | null {
  for (const one of a) {
    for (const other of b) {
      if (one.uncertain || other.uncertain || one.bands.size === 0 || one.bands.size !== other.bands.size) continue;
      if (![...one.bands.keys()].every((key) => other.bands.has(key))) continue;
      const met = both(one, other);
      const [first] = met.bands;
      if (first && !isImpossible(met)) return { measure: first[0].trim(), band: formatInterval(first[1]) };
    }
  }
  return null;
}

/** Places between the bands of each family that no instrument covers and no `otherwise` declares. */
export function findHoles(config: ProgrammeConfig): readonly RuleHole[] {
  return config.families.flatMap((family) => (family.otherwise === null ? holesOf(family, config) : []));
}

function holesOf(family: FamilyConfig, { instruments, groups }: ProgrammeConfig): readonly RuleHole[] {
  const alternatives = instruments.flatMap(({ family: own, rule }) => (own === family.id && rule ? alternativesOf(rule.when) : []));
  const named = alternatives.some((one) => one.words.has('group'));
  const found = new Map<string, RuleHole>();
  for (const group of named ? groups.map((one) => one.id) : [null]) {
    for (const [measure, bands] of bandsByMeasure(alternatives.filter((one) => admits(one, group)))) {
      for (const { from, to } of isWhole(measure) ? wholeHolesBetween(bands) : holesBetween(bands))
        found.set(`${from} ${to}`, { family: family.id, from, to });
    }
  }
  return [...found.values()];
}

function admits({ words }: Alternative, group: string | null): boolean {
  const entry = words.get('group');
  if (!entry || group === null) return true;
  return (entry.only === null || entry.only.has(group)) && !entry.never.has(group);
}

/** Bands of each measure. One that is covered only under a further demand is no hole either: some instrument speaks of it. */
function bandsByMeasure(alternatives: readonly Alternative[]): ReadonlyMap<string, readonly Interval[]> {
  const byMeasure = new Map<string, Interval[]>();
  for (const { bands } of alternatives) {
    for (const [measure, band] of bands) {
      const list = byMeasure.get(measure);
      if (list) list.push(band);
      else byMeasure.set(measure, [band]);
    }
  }
  return byMeasure;
}
