/**
 * The impact of corrections (更正影响): who stood where on the day before a correction came out, and who does from that day on, in its own period
 * and in those that its figure counts in as well; which awards went with it, and which came. What else was published of the same period on that
 * day is in it too.
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
  type RankingImpact,
  rankingKey,
} from '../assess/results.ts';
import { looksBack } from '../model/config.ts';
import { compareDays, dayBefore } from '../model/days.ts';
import { placeOf } from '../model/figures.ts';
import { measuresTouched } from '../model/measures.ts';
import { comparePeriods } from '../model/period.ts';
import type { Award, Correction, Figures, Portal, Programme } from '../model/portal.ts';
import { Problems } from '../problems.ts';
import { conceal } from './conceal.ts';
import { release } from './release.ts';

/**
 * The assessment with what its corrections moved; `portal` is the whole one, before anything was held back. An award that one of them took
 * back was published, so it keeps its place in the list, revoked on that day for the reason of the correction. One that they left keeps the
 * day on which it was given, whatever figures of its holder they revised; so does one whose figures were revised without a correction.
 */
export function withImpacts(assessment: Assessment, portal: Portal): Assessment {
  const { asOf, corrections } = assessment.portal;
  const byProgramme = Map.groupBy(corrections, ({ programme }) => programme);
  const ledgers = new Map(
    portal.programmes.map((programme) => {
      const { id } = programme.config;
      return [id, ledgerOf(programme, byProgramme.get(id) ?? [], { portal, asOf, now: assessment.programmeById.get(id) })];
    }),
  );
  const all = [...ledgers.values()];
  if (all.every(({ outcomes, others }) => outcomes.length + others.length === 0)) return assessment;
  const impacts = new Map(all.flatMap(({ outcomes }) => outcomes).flatMap(({ correction, impact }) => (impact ? [[correction.id, impact]] : [])));
  const programmes = assessment.programmes.map((result) => {
    const ledger = ledgers.get(result.programme.config.id);
    return ledger ? withAwards(result, ledger) : result;
  });
  return { ...assessment, programmes, programmeById: new Map(programmes.map((result) => [result.programme.config.id, result])), impacts };
}

/** What came of one correction. */
interface Outcome {
  readonly correction: Correction;
  /** The awards that went. */
  readonly taken: readonly AwardResult[];
  /** null where nothing that is ranked or given changed. */
  readonly impact: Impact | null;
}

interface ProgrammeLedger {
  readonly outcomes: readonly Outcome[];
  /** The awards that went on each day of revisions that no correction tells of, where rules give awards. */
  readonly others: readonly (readonly AwardResult[])[];
  /** By id, each award as it was given first, of those that were there on the day before one of all those. */
  readonly first: ReadonlyMap<string, AwardResult>;
}

/** The whole portal, the day of the build, and the programme as it is known on it. */
interface Known {
  readonly portal: Portal;
  readonly asOf: string;
  readonly now: ProgrammeResult | undefined;
}

function ledgerOf(programme: Programme, corrections: readonly Correction[], { portal, asOf, now }: Known): ProgrammeLedger {
  // Most programmes have no corrections, and many figures.
  const figures = corrections.length > 0 ? [programme.scores, programme.observations] : [];
  const revised = new Set([...figures.flatMap(revisedPeriods), ...(now?.replaced.map(({ period }) => period) ?? [])]);
  const resultOn = createCalendar(portal, programme);
  const first = new Map<string, AwardResult>();
  const note = (before: ProgrammeResult): void => {
    for (const one of named(before)) {
      const noted = first.get(one.award.id);
      if (!noted || one.award.awardedOn < noted.award.awardedOn) first.set(one.award.id, one);
    }
  };
  const told = corrections.filter(({ period }) => revised.has(period?.id ?? ''));
  const outcomes = new Map<Correction, Outcome>();
  for (const correction of [...told].sort((a, b) => compareDays(a.publishedOn, b.publishedOn))) {
    const [before, after] = [resultOn(dayBefore(correction.publishedOn)), resultOn(correction.publishedOn)];
    if (!before || !after) continue;
    note(before);
    outcomes.set(correction, compare(before, after, correction));
  }
  const days = new Set(corrections.map(({ publishedOn }) => publishedOn));
  const untold = now ? datingRevisions(programme, now).filter((day) => !days.has(day) && day <= asOf) : [];
  const others = untold.flatMap((day, i): (readonly AwardResult[])[] => {
    const next = untold[i + 1];
    const [before, after] = [resultOn(dayBefore(day)), next === undefined ? now : resultOn(dayBefore(next))];
    if (!before || !after) return [];
    note(before);
    return [takenBetween(before, after)];
  });
  return { outcomes: told.flatMap((correction) => outcomes.get(correction) ?? []), others, first };
}

/** A programme as the public knew it on days that are asked for one after another: the last two are kept, since a result is large. */
function createCalendar(portal: Portal, programme: Programme): (day: string) => ProgrammeResult | null {
  const known = new Map<string, ProgrammeResult | null>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const result = assessOn(portal, programme, day);
    const [oldest] = known.keys();
    if (known.size > 1 && oldest !== undefined) known.delete(oldest);
    known.set(day, result);
    return result;
  };
}

/** The days on which figures were published anew, where one of them is the day of an award that a rule gave: it may have been given before. */
function datingRevisions(programme: Programme, { awards }: ProgrammeResult): readonly string[] {
  const given = new Set(awards.flatMap(({ basis, award }) => (basis === 'computed' ? award.awardedOn : [])));
  const days = given.size > 0 ? revisionDays(programme) : [];
  return days.some((day) => given.has(day)) ? days : [];
}

/** The days on which a figure of a programme was published anew. */
function revisionDays({ scores, observations }: Programme): readonly string[] {
  const days = new Set<string>();
  for (const { notes } of [scores, observations]) {
    for (const note of notes.values()) {
      if (note.earlier.length === 0) continue;
      for (const { publishedOn } of [...note.earlier.slice(1), note]) if (publishedOn !== null) days.add(publishedOn);
    }
  }
  return [...days].sort();
}

/** The awards of before that went, of those whose holders may be named. */
function takenBetween(before: ProgrammeResult, after: ProgrammeResult): readonly AwardResult[] {
  return lacking(named(before), named(after));
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

function compare(before: ProgrammeResult, after: ProgrammeResult, correction: Correction): Outcome {
  const id = correction.period?.id ?? '';
  const groups = [null, ...after.programme.config.groups.map((group) => group.id)];
  const movedOn = (dimension: string | null, period: string): MovedUnit[] | null => {
    const keys = groups.map((group) => [group, rankingKey(dimension, period, group)] as const);
    if (!keys.some(([, key]) => before.rankings.has(key))) return null;
    return keys.flatMap(([group, key]) => {
      const [was, is] = [before.rankings.get(key), after.rankings.get(key)];
      return was && is ? movedIn(placesOf(before, was), placesOf(after, is), group) : [];
    });
  };
  const rankings = [null, ...measuresMoved(correction, after.programme)].flatMap((dimension): RankingImpact[] => {
    const moved = movedOn(dimension, id);
    return moved ? [{ dimension, moved }] : [];
  });
  const elsewhere = boardsElsewhere(before.rankings, after.programme, correction).flatMap(({ dimension, period }) => {
    const moved = movedOn(dimension, period.id) ?? [];
    return moved.length > 0 ? [{ dimension, period, moved }] : [];
  });
  // A rule may look back, so that awards of later periods go and come as well; those of a period that is new on that day come by themselves.
  const ranked = new Set([id, ...[...before.rankings.values()].map((ranking) => ranking.period.id)]);
  const taken = takenBetween(before, after);
  const given = lacking(named(after), named(before)).filter((one) => ranked.has(occasionOf(one) ?? ''));
  const isMoved = rankings.length + elsewhere.length + taken.length + given.length > 0;
  const impact = isMoved ? { rankings, elsewhere, taken: taken.map(toChange), given: given.map(toChange) } : null;
  return { correction, impact, taken };
}

/** What a correction bears on within its period; what breaks ties bears on every dimension. */
function measuresMoved({ field }: Correction, { config: { dimensions, ranking } }: Programme): readonly string[] {
  if (field === null) return [];
  const touched = measuresTouched(field, dimensions);
  const breaksTies = ranking.tiebreak.some((measure) => touched.includes(measure));
  return breaksTies ? [...new Set([...touched, ...dimensions.map(({ id }) => id)])] : touched;
}

/**
 * The boards of other periods on which a corrected figure may count. A period of which a figure was published on the day itself is left out:
 * that may have moved it, and is told with it.
 */
function boardsElsewhere(rankings: ProgrammeResult['rankings'], programme: Programme, { period, publishedOn }: Correction): readonly Ranking[] {
  if (!looksBack(programme.config)) return [];
  const fresh = new Set([period?.id, ...[programme.scores, programme.observations].flatMap((figures) => periodsPublishedOn(figures, publishedOn))]);
  const boards = [...rankings.values()].filter((ranking) => !fresh.has(ranking.period.id));
  const byBoard = Map.groupBy(boards, (ranking) => rankingKey(ranking.dimension, ranking.period.id, null));
  return [...byBoard.values()]
    .flatMap(([one]) => one ?? [])
    .sort((a, b) => comparePeriods(a.period, b.period) || Number(a.dimension !== null) - Number(b.dimension !== null));
}

function periodsPublishedOn(figures: Figures, day: string): readonly string[] {
  return [...figures.notes].flatMap(([cell, { publishedOn }]) =>
    publishedOn === day ? (figures.periods[placeOf(figures, cell).period]?.id ?? []) : [],
  );
}

/** The period that an award is of; where a programme goes by sessions, that is its session. */
function occasionOf({ award }: AwardResult): string | null {
  return award.period?.id ?? award.session;
}

/** The awards of the first that the second has not. */
function lacking(awards: readonly AwardResult[], others: readonly AwardResult[]): readonly AwardResult[] {
  const ids = new Set(others.map(({ award }) => award.id));
  return awards.filter(({ award }) => !ids.has(award.id));
}

/** A programme's result with its awards as its corrections and the other revisions of its figures leave them, by day as all are. */
function withAwards(result: ProgrammeResult, { outcomes, others, first }: ProgrammeLedger): ProgrammeResult {
  if (outcomes.length + others.length === 0) return result;
  const taken = findTaken(result, outcomes);
  const gone = new Set([...outcomes.map((one) => one.taken), ...others].flat().map(({ award }) => award.id));
  const kept = result.awards.map((one) => (gone.has(one.award.id) ? one : asFirstGiven(one, first.get(one.award.id))));
  if (taken.length === 0 && kept.every((one, i) => one === result.awards[i])) return result;
  const awards = [...kept, ...taken].sort((a, b) => compareDays(a.award.awardedOn, b.award.awardedOn));
  return { ...result, awards };
}

/** Awards that corrections took back. One that was given again later is not among them. */
function findTaken(result: ProgrammeResult, outcomes: readonly Outcome[]): readonly AwardResult[] {
  const ids = new Set(result.awards.map(({ award }) => award.id));
  const taken = new Map<string, AwardResult>();
  for (const { correction, taken: gone } of outcomes) {
    for (const one of gone) {
      const isOwn = occasionOf(one) === correction.period?.id;
      if (!ids.has(one.award.id) && (isOwn || !taken.has(one.award.id))) taken.set(one.award.id, takenBack(one, correction));
    }
  }
  return [...taken.values()];
}

/** An award keeps the first day that it was ever dated by, as long as no revision took it back in between. */
function asFirstGiven(one: AwardResult, first: AwardResult | undefined): AwardResult {
  if (!first || one.basis !== 'computed' || first.award.awardedOn >= one.award.awardedOn) return one;
  const until = one.current ? one.until : (one.until ?? first.until);
  return { ...one, award: { ...one.award, awardedOn: first.award.awardedOn }, since: first.since, until };
}

function takenBack(one: AwardResult, { id, publishedOn, reason }: Correction): AwardResult {
  const award: Award = { ...one.award, state: 'revoked', revokedOn: publishedOn, note: reason };
  return { ...one, award, state: 'revoked', current: false, until: publishedOn, streak: null, correction: id };
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
