/** Figures that came late (迟报补入): after others of the same measure, period and table were out, so that places may be other than they were. */
import { type Ranking, rankingsIn } from '../assess/results.ts';
import { sessionPeriod } from '../assess/sessions.ts';
import { laterDay } from '../model/days.ts';
import { findRow } from '../model/figures.ts';
import type { Period } from '../model/period.ts';
import type { Figures, Unit } from '../model/portal.ts';
import { TOTAL } from '../model/total.ts';
import { givenTotalsIn } from './givenTotals.ts';
import type { ProgrammeIndex } from './siteIndex.ts';

export interface LaterFigures {
  /** Of how many units. */
  readonly units: number;
  /** The newest day, `YYYY-MM-DD`. */
  readonly on: string;
}

/** Those that a board (`dimension`: null = the total) rests on; null where all came out at once, or no row says when. A revision is none. */
export function findLaterFigures(programme: ProgrammeIndex, period: Period, dimension: string | null): LaterFigures | null {
  const { result } = programme;
  // What a session reviews is out with its results, whatever earlier day a row gives, or none.
  const held = result.sessions.find((session) => sessionPeriod(session, result.periods)?.id === period.id)?.publishedOn ?? null;
  const rankings = rankingsIn(result, dimension, period.id);
  const late = new Set<number>();
  let on = '';
  for (const measure of measuresOf(programme, period, dimension, rankings)) {
    for (const figures of [result.programme.scores, result.programme.observations]) {
      const from = findRow(figures, measure, period.id);
      if (from === null) continue;
      // Groups may publish one after the other.
      for (const { units } of rankings) {
        const days = daysOut(figures, from, { members: units, units: result.units, held });
        const first = days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
        for (const [at, day] of days.entries()) {
          if (day === null || first === null || day <= first) continue;
          late.add(units[at] as number);
          if (day > on) on = day;
        }
      }
    }
  }
  return late.size > 0 ? { units: late.size, on } : null;
}

/** The measures that a board's places are made of: not what has no weight, nor what is under totals that the office gave. */
function measuresOf({ result }: ProgrammeIndex, { id }: Period, dimension: string | null, rankings: readonly Ranking[]): ReadonlySet<string> {
  const { dimensions, ranking, weightSets } = result.programme.config;
  const breaking = ranking.tiebreak.length > 0 && rankings.some(hasTies) ? ranking.tiebreak : [];
  const isWeighed = (weight: number | null): boolean => weight !== 0 || Object.keys(weightSets).length > 0;
  const isGiven = dimension === null && givenTotalsIn(result, id) === 'all';
  const counting = dimensions.filter(
    (one) => breaking.includes(one.id) || (dimension === null ? !isGiven && isWeighed(one.weight) : one.id === dimension),
  );
  return new Set([dimension ?? TOTAL, ...breaking, ...counting.flatMap((one) => [one.id, ...one.indicators])]);
}

/** Whether any places are alike before ties are broken. */
function hasTies({ keys: [first], units, rank }: Ranking): boolean {
  const placed = Array.from(units).filter((_, at) => rank[at] !== 0);
  return new Set(placed.map((unit) => first?.[unit])).size < placed.length;
}

interface Members {
  readonly members: Ranking['units'];
  readonly units: readonly Unit[];
  /** Before this day none is out. */
  readonly held: string | null;
}

/** On which day the first value of each member came out; null where there is none, or nothing says when. */
function daysOut({ unitAt, value, notes }: Figures, from: number, { members, units, held }: Members): (string | null)[] {
  return Array.from(members, (unit) => {
    const at = unitAt.get((units[unit] as Unit).id);
    if (at === undefined) return null;
    const [own, note] = [value[from + at] as number, notes.get(from + at)];
    if (!note) return Number.isNaN(own) ? null : held;
    const first = [...note.earlier, { ...note, value: own }].find((one) => one.value !== null && !Number.isNaN(one.value));
    return first ? laterDay(first.publishedOn, held) : null;
  });
}
