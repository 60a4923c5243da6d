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
  const byProgramme = Map.groupBy(assessment.portal.corrections, ({ programme }) => programme);
  const impacts = portal.programmes.flatMap((programme) => impactsIn(programme, byProgramme.get(programme.config.id) ?? [], portal));
  return impacts.length === 0 ? assessment : { ...assessment, impacts: new Map(impacts) };
}

function impactsIn(programme: Programme, corrections: readonly Correction[], portal: Portal): readonly (readonly [string, Impact])[] {
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
  return corrections.flatMap((correction): [string, Impact][] => {
    if (!revised.has(correction.period?.id ?? '')) return [];
    const day = correction.publishedOn.slice(0, 10);
    const [before, after] = [resultOn(dayBefore(day)), resultOn(day)];
    const impact = before && after && compare(before, after, correction);
    return impact ? [[correction.id, impact]] : [];
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
