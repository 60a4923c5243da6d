/** A unit's newest result by dimension, against the range of its group: where it is strong and where weak. */
import { isComparable, isTied, rankChange } from '../assess/change.ts';
import type { RankChange, Ranking } from '../assess/results.ts';
import { FIGURE_STATUSES, type FigureStatus, type Unit } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { figure } from './boardTable.ts';
import { isBeforeNamed, namedPosition, spreadIn } from './disclosure.ts';
import { dimensionPath } from './leaderboard.ts';
import { carriedPart, gapsPart, type MadePart } from './madePart.ts';
import { findMeasure } from './measure.ts';
import { dimensionName, groupName, type Named } from './name.ts';
import { type PastSlot, pastSlots } from './past.ts';
import type { ProgrammeIndex, Series, SiteIndex } from './siteIndex.ts';
import type { Spread } from './spread.ts';

export interface UnitDimension extends MadePart {
  readonly dimension: string;
  readonly title: Named;
  readonly group: string | null;
  readonly group_name: Named | null;
  readonly period: string;
  readonly path: string | null;
  readonly by: 'score' | 'value';
  readonly score: number | null;
  readonly value: number | null;
  readonly decimals: number | null;
  readonly unit_label: Text | null;
  readonly reversed: boolean;
  readonly rank: number | null;
  readonly tied: boolean;
  /** Members of the group, and how many of them have a place. */
  readonly of: number;
  readonly ranked: number;
  readonly change: RankChange;
  readonly status: FigureStatus;
  readonly vetoed?: true;
  readonly spread: Spread | null;
  /** Places in the last periods, oldest first; null where it had none, or nobody had. */
  readonly history: readonly (number | null)[];
  /** Indexes into `history` before which the method or the members changed. */
  readonly history_breaks: readonly number[];
}

/** The newest place of a unit in each dimension; `dimensions_period` is theirs where all are of one period. */
export function unitDimensions(
  index: SiteIndex,
  programme: ProgrammeIndex,
  unit: Unit,
): { dimensions: readonly UnitDimension[]; dimensions_period: string | null } {
  const at = programme.result.unitAt.get(unit.id);
  if (at === undefined) return { dimensions: [], dimensions_period: null };
  const newest = newestSeries(programme, at);
  const dimensions = newest.map(({ series, ranking }) => unitDimension(index, programme, series, ranking, at));
  const periods = new Set(dimensions.map(({ period }) => period));
  return { dimensions, dimensions_period: periods.size === 1 ? ([...periods][0] as string) : null };
}

/** The newest ranking of each dimension that the unit is a member of: in its own group where it has one. */
function newestSeries(programme: ProgrammeIndex, unit: number): { series: Series; ranking: Ranking }[] {
  const newest = new Map<string, { series: Series; ranking: Ranking }>();
  for (const series of programme.series) {
    if (series.dimension === null) continue;
    const ranking = series.rankings.findLast((one) => namedPosition(programme, one, unit) >= 0);
    if (!ranking) continue;
    const known = newest.get(series.dimension);
    if (!known || ranking.period.end > known.ranking.period.end) newest.set(series.dimension, { series, ranking });
  }
  return [...newest.values()].filter(createStandingTest(programme, newest));
}

/** A dimension that ended before the newest result is history, and stands only there. */
function createStandingTest(programme: ProgrammeIndex, newest: ReadonlyMap<string, { readonly ranking: Ranking }>) {
  const last = [...newest.values()].reduce((day, { ranking }) => (ranking.period.end > day ? ranking.period.end : day), '');
  const ends = new Map(programme.result.programme.config.dimensions.map(({ id, to }) => [id, to]));
  return ({ series }: { readonly series: Series }): boolean => (ends.get(series.dimension as string) ?? last) >= last;
}

function unitDimension(index: SiteIndex, programme: ProgrammeIndex, series: Series, ranking: Ranking, unit: number): UnitDimension {
  const { portal } = index.site.assessment;
  const at = ranking.position[unit] as number;
  const rank = ranking.rank[at] as number;
  const { face, past } = getShared(index, programme, series);
  return {
    ...face,
    group: ranking.group,
    group_name: groupName(programme.result.programme.config, ranking.group, portal.config),
    period: ranking.period.id,
    path: dimensionPath(programme, ranking.period, face.dimension),
    by: ranking.by,
    score: figure(ranking.score[at]),
    value: figure(ranking.value[at]),
    rank: rank || null,
    tied: isTied(ranking, at),
    of: ranking.of,
    ranked: ranking.ranked,
    change: isBeforeNamed(programme, ranking, unit) ? rankChange(ranking, at) : null,
    status: FIGURE_STATUSES[ranking.status[at] as number] as FigureStatus,
    ...(ranking.vetoes.has(unit) && { vetoed: true as const }),
    ...carriedPart(ranking, unit),
    ...gapsPart(index, programme, ranking, unit),
    spread: spreadIn(programme, ranking),
    ...breaksOf(past, face, unit),
    history: past.map(({ ranking: earlier }) => {
      const place = earlier ? namedPosition(programme, earlier, unit) : -1;
      return earlier && place >= 0 ? (earlier.rank[place] as number) || null : null;
    }),
  };
}

/** Where the unit's own line breaks too. */
function breaksOf(past: readonly PastSlot[], { history_breaks: shared }: Face, unit: number): Partial<Pick<Face, 'history_breaks'>> {
  if (past.every(({ ranking }) => ranking?.changed?.has(unit) !== true)) return {};
  return {
    history_breaks: past.flatMap(({ ranking }, at) => (shared.includes(at) || (at > 0 && ranking && !isComparable(ranking, unit)) ? at : [])),
  };
}

type Face = Pick<UnitDimension, 'dimension' | 'title' | 'decimals' | 'unit_label' | 'reversed' | 'history_breaks'>;

/** What is the same for every unit of a series. */
interface Shared {
  readonly face: Face;
  readonly past: readonly PastSlot[];
}

const known = new WeakMap<Series, Shared>();

function getShared(index: SiteIndex, programme: ProgrammeIndex, series: Series): Shared {
  let shared = known.get(series);
  if (!shared) {
    const measure = findMeasure(programme, series.dimension);
    const past = pastSlots(series.rankings);
    const face = {
      dimension: series.dimension as string,
      title: dimensionName(programme.result.programme, series.dimension, index.site.assessment.portal.config) as Named,
      decimals: measure.by === 'value' ? measure.value_decimals : measure.score_decimals,
      unit_label: measure.unit_label,
      reversed: measure.by === 'value' && measure.direction === 'lower',
      history_breaks: past.flatMap(({ ranking }, at) => (at > 0 && ranking?.previous && !ranking.comparable ? at : [])),
    };
    shared = { face, past };
    known.set(series, shared);
  }
  return shared;
}
