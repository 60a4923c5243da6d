/** A unit's newest result by dimension, against the range of its group: where it is strong and where weak. */
import { isComparable, isTied, rankChange } from '../assess/change.ts';
import { recountTotal } from '../assess/recount.ts';
import { type RankChange, type Ranking, rankingKey, totalKey } from '../assess/results.ts';
import type { ProgrammeConfig } from '../model/config.ts';
import { FIGURE_STATUSES, type FigureStatus, type Unit } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { roundTo } from '../rounding.ts';
import { figure, type RowTotal, totalOf } from './boardTable.ts';
import { isBeforeNamed, namedPosition, spreadIn } from './disclosure.ts';
import { isTotalGiven } from './givenTotals.ts';
import { dimensionPath } from './leaderboard.ts';
import { carriedPart, gapsPart, type MadePart } from './madePart.ts';
import { findMeasure } from './measure.ts';
import { dimensionName, groupName, type Named } from './name.ts';
import { type PastSlot, pastSlots } from './past.ts';
import type { ProgrammeIndex, Series, SiteIndex } from './siteIndex.ts';
import type { Spread } from './spread.ts';

/** How the newest total is made of the dimensions: `weight` and `points` of each stand there, and add up to `weights` and `base`. */
export interface UnitRecount {
  readonly decimals: number;
  /** percent: of a hundred; relative, also where none is written: each counts as much as its share of them all. */
  readonly weighed: ProgrammeConfig['ranking']['weights'];
  readonly weights: number;
  /** At printed precision: before adjustments, and after. */
  readonly base: number;
  readonly total: number;
  readonly adjusted?: RowTotal;
}

/** A unit's newest results by dimension; `dimensions_period` is theirs where all are of one period. */
export interface UnitDimensions {
  readonly dimensions: readonly UnitDimension[];
  readonly dimensions_period: string | null;
  /** Absent where they are not what the unit's total is made of. */
  readonly recount?: UnitRecount;
}

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
  /** In the total: its weight, and what it adds, score × weight ÷ weights, to six decimals; absent where that is not recounted, or it does not count. */
  readonly weight?: number;
  readonly points?: number;
  /** Places in the last periods, oldest first; null where it had none, or nobody had. */
  readonly history: readonly (number | null)[];
  /** Indexes into `history` before which the method or the members changed. */
  readonly history_breaks: readonly number[];
}

/** The newest place of a unit in each dimension, and how its total comes of them. */
export function unitDimensions(index: SiteIndex, programme: ProgrammeIndex, unit: Unit): UnitDimensions {
  const at = programme.result.unitAt.get(unit.id);
  if (at === undefined) return { dimensions: [], dimensions_period: null };
  const newest = newestSeries(programme, at);
  const dimensions = newest.map(({ series, ranking }) => unitDimension(index, programme, series, ranking, at));
  const periods = new Set(dimensions.map(({ period }) => period));
  return {
    dimensions,
    dimensions_period: periods.size === 1 ? ([...periods][0] as string) : null,
    ...recountPart(programme, dimensions, at),
  };
}

/** Weights and points for rows that one total is made of: all of one period and group, and none of its parts without a row. */
function recountPart(programme: ProgrammeIndex, rows: readonly UnitDimension[], unit: number): Partial<UnitDimensions> {
  const { result } = programme;
  const [first] = rows;
  if (!first || rows.some(({ period, group }) => period !== first.period || group !== first.group)) return {};
  const ranking = result.rankings.get(rankingKey(null, first.period, first.group));
  if (!ranking || namedPosition(programme, ranking, unit) < 0 || isTotalGiven(result, first.period, unit)) return {};
  const recount = recountTotal(result, ranking, unit);
  if (!recount?.parts.every(({ dimension }) => rows.some((row) => row.dimension === dimension))) return {};
  const partOf = new Map(recount.parts.map((part) => [part.dimension, part]));
  const dimensions = rows.map((row) => {
    const part = partOf.get(row.dimension);
    return part ? { ...row, weight: part.weight, points: roundTo(part.points, 6) } : row;
  });
  const { ranking: rule, dimensions: rules } = result.programme.config;
  const { id } = result.units[unit] as Unit;
  const adjusted = totalOf(result.totals.get(totalKey(id, first.period, first.group)));
  const total = ranking.score[ranking.position[unit] as number] as number;
  return {
    dimensions,
    recount: {
      decimals: rule.decimals,
      weighed: rules.some(({ weight }) => weight !== null) ? rule.weights : 'relative',
      weights: roundTo(recount.weights, 9),
      base: recount.base,
      total,
      ...(adjusted && { adjusted }),
    },
  };
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
