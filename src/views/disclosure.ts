/**
 * How much of a ranking a programme publishes (公开范围): `full` all of it, `top` the better half by name, `counts` only how many were
 * ranked. What is not published is in no view, so in no page and no download either.
 */
import { type AwardResult, type Fact, type ProgrammeResult, type Ranking, rankingsIn } from '../assess/results.ts';
import type { Condition } from '../model/config.ts';
import { TOTAL } from '../model/total.ts';
import { findSpread, type Spread } from './spread.ts';

/** A programme's results, which know its configuration. */
interface Disclosing {
  readonly result: ProgrammeResult;
}

/** How many of a ranking's positions, from the first, may be named. Ties at the edge are named. */
export function namedIn({ result }: Disclosing, ranking: Ranking): number {
  const { disclosure } = result.programme.config.publication;
  if (disclosure === 'full') return ranking.units.length;
  if (disclosure === 'counts') return 0;
  const last = Math.ceil(ranking.ranked / 2);
  let named = 0;
  while (named < ranking.ranked && (ranking.rank[named] as number) <= last) named++;
  return named;
}

/** Position of a unit that may be named; −1 where it is no member or may not. */
export function namedPosition(programme: Disclosing, ranking: Ranking, unit: number): number {
  const at = ranking.position[unit] ?? -1;
  return at < namedIn(programme, ranking) ? at : -1;
}

/** Whether a programme publishes all places, and not only the first or mere counts. */
export function isFullyDisclosed({ result }: Disclosing): boolean {
  return result.programme.config.publication.disclosure === 'full';
}

/** The spread of a ranking; null where only part of it is published, since the lowest, and what is left of a median, would tell the rest. */
export function spreadIn(programme: Disclosing, ranking: Ranking): Spread | null {
  return isFullyDisclosed(programme) ? findSpread(ranking) : null;
}

/** Whether the unit's place before may be named: a change would tell it. */
export function isBeforeNamed(programme: Disclosing, ranking: Ranking, unit: number): boolean {
  return isFullyDisclosed(programme) || (ranking.previous !== null && namedPosition(programme, ranking.previous, unit) >= 0);
}

/**
 * Whether it may be said of a unit what became of its figure in a period: an adjustment or a correction would tell its place. `of` is a
 * dimension, an indicator or `total`; what names none of them may be about any.
 */
export function mayTellOf(programme: Disclosing, period: string, unit: string, of: string | null): boolean {
  if (isFullyDisclosed(programme)) return true;
  const at = programme.result.unitAt.get(unit);
  if (at === undefined) return false;
  const { dimensions } = programme.result.programme.config;
  const isKnown = of === TOTAL || dimensions.some(({ id }) => id === of) || programme.result.programme.indicators.some(({ id }) => id === of);
  const rankings = isKnown
    ? rankingsBehind(programme, of, period)
    : [...programme.result.rankings.values()].filter((ranking) => ranking.period.id === period);
  return isNamedInAll(programme, rankings, at);
}

/** Whether a unit may be named in each of the rankings that it is in, and is in one. */
function isNamedInAll(programme: Disclosing, rankings: readonly Ranking[], unit: number): boolean {
  const own = rankings.filter((ranking) => (ranking.position[unit] ?? -1) >= 0);
  return own.length > 0 && own.every((ranking) => namedPosition(programme, ranking, unit) >= 0);
}

/** Predicates whose facts tell a figure or a place. */
export const TELLING: ReadonlySet<string> = new Set<Condition['type']>(['rank', 'rank_change', 'band', 'metric']);

/** Facts about a holder as they may be published: where its place may not be named, whether they hold, and not what was found. */
export function disclosedFacts(
  programme: Disclosing,
  { holderType, holder }: Pick<AwardResult['award'], 'holderType' | 'holder'>,
  facts: readonly Fact[],
): readonly Fact[] {
  if (isFullyDisclosed(programme) || holderType !== 'unit') return facts;
  const unit = programme.result.unitAt.get(holder ?? '') ?? -1;
  return facts.map((fact) => (TELLING.has(fact.type) && !isFactNamed(programme, fact, unit) ? { ...fact, value: null, withheld: true } : fact));
}

/** Whether the unit is named in every ranking that the fact may be about, since a fact does not say in which group it was found. */
function isFactNamed(programme: Disclosing, { type, of, period }: Fact, unit: number): boolean {
  const rankings = rankingsBehind(programme, of, period ?? '');
  if (!isNamedInAll(programme, rankings, unit)) return false;
  return type !== 'rank_change' || rankings.every((ranking) => (ranking.position[unit] ?? -1) < 0 || isBeforeNamed(programme, ranking, unit));
}

/** The rankings of a dimension or indicator in a period, by group; of an indicator that is not ranked, those of its dimension, else of the total. */
export function rankingsBehind({ result }: Disclosing, of: string | null, period: string): readonly Ranking[] {
  const { config, indicators } = result.programme;
  const parent = config.dimensions.find(({ id, indicators: own }) => id === of || own.includes(of ?? ''))?.id;
  const ways = [of === TOTAL ? null : of, parent ?? indicators.find(({ id }) => id === of)?.dimension ?? null, null];
  const found = ways.map((dimension) => rankingsIn(result, dimension, period));
  return found.find((rankings) => rankings.length > 0) ?? [];
}
