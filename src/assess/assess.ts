/** Assessment (考评): everything that follows from a portal's figures, events and rules, programme by programme. */
import { compareDays } from '../model/days.ts';
import type { Cadence, Period } from '../model/period.ts';
import { fitsCadence, seriesOf } from '../model/period.ts';
import type { Portal, Programme } from '../model/portal.ts';
import type { Problems } from '../problems.ts';
import { assessAwards } from './awards.ts';
import { checkClaims } from './claims.ts';
import { countFilings } from './filings.ts';
import { rankProgramme } from './ranking.ts';
import { checkRecordedRanks } from './recorded.ts';
import type { Assessment, ProgrammeResult, Ranking, UnclaimedResult } from './results.ts';
import type { Judged } from './rules/judged.ts';
import { assessTasks } from './tasks.ts';
import { makeWorksheet } from './worksheet.ts';

/** Works out a portal. What contradicts itself goes to `problems`. Pure: same portal and as-of date, same result. */
export function assess(portal: Portal, problems: Problems): Assessment {
  const programmes = portal.programmes.map((programme) => assessProgramme(programme, portal, problems));
  return { portal, programmes, programmeById: new Map(programmes.map((result) => [result.programme.config.id, result])) };
}

function assessProgramme(programme: Programme, portal: Portal, problems: Problems): ProgrammeResult {
  const sheet = makeWorksheet(programme, portal, problems);
  const { rankings, totals } = rankProgramme(sheet);
  const judged: Judged = {
    programme,
    units: sheet.units,
    unitAt: sheet.unitAt,
    periods: sheet.periods,
    latest: findLatest(programme.config.cadence, sheet.periods, rankings),
    rankings,
    totals,
    recordedRanks: checkRecordedRanks(sheet, rankings),
    replaced: [...sheet.replaced.values()],
    tasks: assessTasks(programme, portal, problems),
    filings: countFilings(programme),
    sessions: programme.sessions,
  };
  const awarded: UnclaimedResult = { ...judged, ...assessAwards(judged, portal, problems) };
  return { ...awarded, claims: checkClaims(awarded, portal, problems) };
}

/**
 * The newest period of the main series: the programme's cadence, else the kind of period that has most rankings, and of several such kinds
 * the one that goes on longest.
 */
export function findLatest(cadence: Cadence | null, periods: readonly Period[], rankings: ReadonlyMap<string, Ranking>): Period | null {
  const ranked = [...rankings.values()].filter((ranking) => ranking.ranked > 0);
  const ids = new Set(ranked.map((ranking) => ranking.period.id));
  const candidates = ids.size > 0 ? periods.filter(({ id }) => ids.has(id)) : periods;
  const regular = cadence ? candidates.filter((period) => fitsCadence(period, cadence)) : [];
  if (regular.length > 0) return regular.at(-1) ?? null;
  const series = commonestSeries(ids.size > 0 ? ranked.map((ranking) => ranking.period) : periods);
  return candidates.findLast((period) => seriesOf(period) === series) ?? null;
}

function commonestSeries(periods: readonly Period[]): string | null {
  const counts = new Map<string, { readonly n: number; readonly end: string }>();
  for (const period of periods) {
    const series = seriesOf(period);
    const { n = 0, end = '' } = counts.get(series) ?? {};
    counts.set(series, { n: n + 1, end: end > period.end ? end : period.end });
  }
  const [first] = [...counts].sort(([, a], [, b]) => b.n - a.n || compareDays(b.end, a.end));
  return first?.[0] ?? null;
}
