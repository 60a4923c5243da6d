/** Recorded ranks (原始名次): places that the office wrote down are held against those worked out. */
import { placeOf } from '../model/figures.ts';
import type { Period } from '../model/period.ts';
import type { Figures, Unit } from '../model/portal.ts';
import { TOTAL } from '../model/total.ts';
import { type Ranking, type RecordedRank, rankingKey } from './results.ts';
import type { Worksheet } from './worksheet.ts';

/** Differences that the programme lets stand; where it does not, each is a problem at its own row. */
export function checkRecordedRanks(sheet: Worksheet, rankings: ReadonlyMap<string, Ranking>): readonly RecordedRank[] {
  const { scores, config } = sheet.programme;
  const standing: RecordedRank[] = [];
  for (const [cell, { rankRecorded, place }] of scores.notes) {
    if (rankRecorded === null) continue;
    const difference = findDifference(sheet, scores, cell, rankRecorded, rankings);
    if (!difference) continue;
    if (config.ranking.recorded === 'record_stands') standing.push(difference);
    else reportDifference(sheet, difference, place);
  }
  return standing;
}

function findDifference(
  sheet: Worksheet,
  scores: Figures,
  cell: number,
  recorded: number,
  rankings: ReadonlyMap<string, Ranking>,
): RecordedRank | null {
  const place = placeOf(scores, cell);
  const unit = (scores.units[place.unit] as Unit).id;
  const period = scores.periods[place.period] as Period;
  const measure = scores.measures[place.measure] as string;
  const dimension = measure === TOTAL ? null : measure;
  const places = placesOf(sheet, rankings, dimension, period, unit);
  const first = places[0];
  if (!first || places.some(({ computed }) => computed === recorded)) return null;
  return { unit, dimension, group: first.group, period, recorded, computed: first.computed };
}

/** A unit's places in all groups that it is ranked in; 0 = no place. */
function placesOf(
  sheet: Worksheet,
  rankings: ReadonlyMap<string, Ranking>,
  dimension: string | null,
  period: Period,
  unit: string,
): readonly { readonly group: string | null; readonly computed: number }[] {
  const index = sheet.unitAt.get(unit) ?? -1;
  const groups = [...sheet.programme.config.groups.map(({ id }) => id), null];
  return groups.flatMap((group) => {
    const ranking = rankings.get(rankingKey(dimension, period.id, group));
    const position = ranking?.position[index] ?? -1;
    return ranking && position >= 0 ? [{ group, computed: ranking.rank[position] as number }] : [];
  });
}

function reportDifference(sheet: Worksheet, difference: RecordedRank, place: Parameters<Worksheet['problems']['error']>[1]): void {
  const { unit, dimension, period, recorded, computed } = difference;
  const { names } = sheet;
  const params = { unit: names.unit(unit), dimension: names.dimension(dimension), period: period.id, recorded };
  if (computed === 0) sheet.problems.error('rank-recorded-none', place, params);
  else sheet.problems.error('rank-recorded', place, { ...params, computed });
}
