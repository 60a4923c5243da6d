/**
 * The impact of corrections (更正影响): who stood where on the day before a correction came out, and who does from that day on; which awards
 * went with it, and which came. What else was published of the same period on that day is in it too.
 */
import { assess } from '../assess/assess.ts';
import { type Assessment, type AwardResult, type Impact, type MovedUnit, type ProgrammeResult, type Ranking, rankingKey } from '../assess/results.ts';
import { dayBefore } from '../model/days.ts';
import { placeOf } from '../model/figures.ts';
import type { Correction, Figures, Portal, Programme } from '../model/portal.ts';
import { Problems } from '../problems.ts';
import { conceal } from './conceal.ts';
import { release } from './release.ts';

/** The assessment with what its corrections moved; `portal` is the whole one, before anything was held back. */
export function withImpacts(assessment: Assessment, portal: Portal): Assessment {
  const known = new Map<string, ProgrammeResult | null>();
  const resultOn = (programme: Programme, day: string): ProgrammeResult | null => {
    const key = `${programme.config.id}|${day}`;
    let result = known.get(key);
    if (result === undefined) {
      result = assessOn(portal, programme, day);
      known.set(key, result);
    }
    return result;
  };
  const impacts = assessment.portal.corrections.flatMap((correction): [string, Impact][] => {
    const programme = portal.programmes.find(({ config }) => config.id === correction.programme);
    if (!programme || !isRevised(programme, correction)) return [];
    const day = correction.publishedOn.slice(0, 10);
    const [before, after] = [resultOn(programme, dayBefore(day)), resultOn(programme, day)];
    const impact = before && after && compare(before, after, correction);
    return impact ? [[correction.id, impact]] : [];
  });
  return impacts.length === 0 ? assessment : { ...assessment, impacts: new Map(impacts) };
}

/** Whether any figure of the period has an earlier revision: without one there is nothing to compare with. */
function isRevised({ scores, observations }: Programme, { period }: Correction): boolean {
  const hasEarlier = (figures: Figures): boolean =>
    [...figures.notes].some(([cell, { earlier }]) => earlier.length > 0 && figures.periods[placeOf(figures, cell).period]?.id === period?.id);
  return period !== null && (hasEarlier(scores) || hasEarlier(observations));
}

/** One programme as the public knew it on a day. What contradicts itself was told when all was assessed. */
function assessOn(portal: Portal, programme: Programme, day: string): ProgrammeResult | null {
  const alone = { ...portal, asOf: day, programmes: [programme], corrections: [], appeals: [] };
  return conceal(assess(release(alone), new Problems())).programmes[0] ?? null;
}

/** null where the period was not ranked before. */
function compare(before: ProgrammeResult, after: ProgrammeResult, { period, field }: Correction): Impact | null {
  const id = period?.id ?? '';
  const groups = [null, ...after.programme.config.groups.map((group) => group.id)];
  const has = (dimension: string | null): boolean => groups.some((group) => before.rankings.has(rankingKey(dimension, id, group)));
  const dimension = has(null) ? null : field;
  if (dimension !== null && !has(dimension)) return null;
  const moved = groups.flatMap((group) => {
    const key = rankingKey(dimension, id, group);
    const [was, is] = [before.rankings.get(key), after.rankings.get(key)];
    return was && is ? movedIn(placesOf(before, was), placesOf(after, is), group) : [];
  });
  const gone = named(before, id).filter((award) => !named(after, id).some((one) => one.award.id === award.award.id));
  const come = named(after, id).filter((award) => !named(before, id).some((one) => one.award.id === award.award.id));
  return { dimension, moved, taken: gone.map(toChange), given: come.map(toChange) };
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

/** Awards of a period whose holders may be named. */
function named({ awards }: ProgrammeResult, period: string): readonly AwardResult[] {
  return awards.filter(({ award, instrument }) => award.period?.id === period && instrument.visibility === 'names');
}

function toChange({ award, instrument }: AwardResult): Impact['given'][number] {
  return { instrument: instrument.id, holderType: award.holderType, holder: award.holder, dimension: award.dimension };
}
