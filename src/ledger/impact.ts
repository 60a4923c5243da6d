/**
 * The impact of corrections (更正影响): who stood where on the day before a correction came out, and who does from that day on; which awards
 * went with it, and which came. What else was published of the same period on that day is in it too.
 */
import { assess } from '../assess/assess.ts';
import {
  type Assessment,
  type AwardChange,
  type AwardResult,
  type Impact,
  type MovedUnit,
  type ProgrammeResult,
  type Ranking,
  rankingKey,
} from '../assess/results.ts';
import { dayBefore } from '../model/days.ts';
import { placeOf } from '../model/figures.ts';
import type { Award, Correction, Figures, Portal, Programme } from '../model/portal.ts';
import { Problems } from '../problems.ts';
import { conceal } from './conceal.ts';
import { release } from './release.ts';

/**
 * The assessment with what its corrections moved; `portal` is the whole one, before anything was held back. An award that one of them took
 * back was published, so it keeps its place in the list, revoked on that day for the reason of the correction.
 */
export function withImpacts(assessment: Assessment, portal: Portal): Assessment {
  const byProgramme = Map.groupBy(assessment.portal.corrections, ({ programme }) => programme);
  const outcomes = portal.programmes.flatMap((programme) => outcomesIn(programme, byProgramme.get(programme.config.id) ?? [], portal));
  if (outcomes.length === 0) return assessment;
  const impacts = new Map(outcomes.map(({ correction, impact }) => [correction.id, impact]));
  const programmes = assessment.programmes.map((result) => withTaken(result, outcomes));
  return { ...assessment, programmes, programmeById: new Map(programmes.map((result) => [result.programme.config.id, result])), impacts };
}

/** What came of one correction. */
interface Outcome {
  readonly correction: Correction;
  readonly impact: Impact;
  /** The awards that went with it, as they were given. */
  readonly taken: readonly AwardResult[];
}

function outcomesIn(programme: Programme, corrections: readonly Correction[], portal: Portal): readonly Outcome[] {
  if (corrections.length === 0) return [];
  const revised = new Set([...revisedPeriods(programme.scores), ...revisedPeriods(programme.observations)]);
  const known = new Map<string, ProgrammeResult | null>();
  const resultOn = (day: string): ProgrammeResult | null => {
    let result = known.get(day);
    if (result === undefined) {
      result = assessOn(portal, programme, day);
      known.set(day, result);
    }
    return result;
  };
  return corrections.flatMap((correction) => {
    if (!revised.has(correction.period?.id ?? '')) return [];
    const day = correction.publishedOn.slice(0, 10);
    const [before, after] = [resultOn(dayBefore(day)), resultOn(day)];
    return (before && after && compare(before, after, correction)) ?? [];
  });
}

/** Ids of the periods of which any figure has an earlier revision: of the others there is nothing to compare with. */
function revisedPeriods(figures: Figures): readonly string[] {
  return [...figures.notes].flatMap(([cell, { earlier }]) => (earlier.length > 0 ? (figures.periods[placeOf(figures, cell).period]?.id ?? []) : []));
}

/** One programme as the public knew it on a day. What contradicts itself was told when all was assessed. */
function assessOn(portal: Portal, programme: Programme, day: string): ProgrammeResult | null {
  const alone = { ...portal, asOf: day, programmes: [programme], corrections: [], appeals: [] };
  return conceal(assess(release(alone), new Problems())).programmes[0] ?? null;
}

/** null where nothing that is ranked or given changed. */
function compare(before: ProgrammeResult, after: ProgrammeResult, correction: Correction): Outcome | null {
  const { period, field } = correction;
  const id = period?.id ?? '';
  const groups = [null, ...after.programme.config.groups.map((group) => group.id)];
  const has = (dimension: string | null): boolean => groups.some((group) => before.rankings.has(rankingKey(dimension, id, group)));
  const dimension = has(null) || field === null || !has(field) ? null : field;
  const moved = groups.flatMap((group) => {
    const key = rankingKey(dimension, id, group);
    const [was, is] = [before.rankings.get(key), after.rankings.get(key)];
    return was && is ? movedIn(placesOf(before, was), placesOf(after, is), group) : [];
  });
  // A rule may look back, so that awards of later periods go and come as well; those of a period that is new on that day come by themselves.
  const ranked = new Set([id, ...[...before.rankings.values()].map((ranking) => ranking.period.id)]);
  const taken = lacking(named(before), named(after));
  const given = lacking(named(after), named(before)).filter(({ award }) => ranked.has(award.period?.id ?? ''));
  if (!has(dimension) && taken.length + given.length === 0) return null;
  return { correction, impact: { dimension, moved, taken: taken.map(toChange), given: given.map(toChange) }, taken };
}

/** The awards of the first that the second has not. */
function lacking(awards: readonly AwardResult[], others: readonly AwardResult[]): readonly AwardResult[] {
  const ids = new Set(others.map(({ award }) => award.id));
  return awards.filter(({ award }) => !ids.has(award.id));
}

/** A programme's result with the awards that corrections took back, by day as all are. One that was given again later is not among them. */
function withTaken(result: ProgrammeResult, outcomes: readonly Outcome[]): ProgrammeResult {
  const { id } = result.programme.config;
  const ids = new Set(result.awards.map(({ award }) => award.id));
  const taken = new Map<string, AwardResult>();
  for (const { correction, taken: gone } of outcomes) {
    for (const one of correction.programme === id ? gone : []) {
      const isOwn = one.award.period?.id === correction.period?.id;
      if (!ids.has(one.award.id) && (isOwn || !taken.has(one.award.id))) taken.set(one.award.id, takenBack(one, correction));
    }
  }
  if (taken.size === 0) return result;
  const awards = [...result.awards, ...taken.values()].sort((a, b) =>
    a.award.awardedOn < b.award.awardedOn ? -1 : Number(a.award.awardedOn > b.award.awardedOn),
  );
  return { ...result, awards };
}

function takenBack(one: AwardResult, { id, publishedOn, reason }: Correction): AwardResult {
  const day = publishedOn.slice(0, 10);
  const award: Award = { ...one.award, state: 'revoked', revokedOn: day, note: reason };
  return { ...one, award, state: 'revoked', current: false, until: day, correction: id };
}

interface Place {
  readonly rank: number | null;
  readonly score: number | null;
}

function placesOf({ units }: ProgrammeResult, ranking: Ranking): ReadonlyMap<string, Place> {
  const figures = ranking.by === 'value' ? ranking.value : ranking.score;
  const known = (figure: number | undefined): number | null => (figure === undefined || Number.isNaN(figure) ? null : figure);
  return new Map(
    Array.from(ranking.units, (unit, at) => [units[unit]?.id ?? '', { rank: ranking.rank[at] || null, score: known(figures[at]) }] as const),
  );
}

const NOWHERE: Place = { rank: null, score: null };

/** The units of which the place or the figure is another, by their new place. */
function movedIn(before: ReadonlyMap<string, Place>, after: ReadonlyMap<string, Place>, group: string | null): MovedUnit[] {
  const moved = [...new Set([...after.keys(), ...before.keys()])].flatMap((unit): MovedUnit[] => {
    const [was, is] = [before.get(unit) ?? NOWHERE, after.get(unit) ?? NOWHERE];
    if (was.rank === is.rank && was.score === is.score) return [];
    return [{ unit, group, rankBefore: was.rank, rank: is.rank, scoreBefore: was.score, score: is.score }];
  });
  return moved.sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY));
}

/** Awards whose holders may be named. */
function named({ awards }: ProgrammeResult): readonly AwardResult[] {
  return awards.filter(({ instrument }) => instrument.visibility === 'names');
}

function toChange({ award, instrument }: AwardResult): AwardChange {
  const { id, holderType, holder, dimension, period } = award;
  return { award: id, instrument: instrument.id, holderType, holder, dimension, period };
}
