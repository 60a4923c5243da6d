/** A leaderboard (榜单): the places of one programme, period and dimension, one table a group. Its keys are public. */
import { methodVersionOf } from '../assess/ranking.ts';
import { type Ranking, rankingKey } from '../assess/results.ts';
import { newestDay } from '../model/days.ts';
import { type Period, type PeriodKind, seriesOf } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { unitNameOn } from '../model/unitLife.ts';
import { boardPath } from './address.ts';
import { type BoardAdjustment, boardAdjustments } from './boardAdjustments.ts';
import { boardCorrections, movedOn } from './boardCorrections.ts';
import { type BoardTable, boardTable } from './boardTable.ts';
import { type CorrectionView, correctionView } from './correction.ts';
import { type MadeFlags, madeFlags, shapeOfMade } from './dataFiles.ts';
import { namedIn } from './disclosure.ts';
import { type GivenTotals, givenTotalsIn } from './givenTotals.ts';
import { findLaterFigures, type LaterFigures } from './laterFigures.ts';
import { findMeasure, type Measure } from './measure.ts';
import { dimensionName, findIndicator, type Named, nameOf } from './name.ts';
import { findPreviousRevised } from './previousRevised.ts';
import type { DocumentView, InstrumentFace } from './programmeSource.ts';
import { type WithSessions, withSessions } from './sessionNames.ts';
import { boardKey, type ProgrammeIndex, type SiteIndex } from './siteIndex.ts';

interface BoardLink {
  readonly period: string;
  readonly path: string;
}

/** One dimension's board as the period page leads to it. */
export interface DimensionLink {
  readonly dimension: string;
  readonly title: Named;
  /** null where dimensions have no pages of their own. */
  readonly path: string | null;
  readonly of: number;
  readonly ranked: number;
  /** Who stands first in each group; `more` of those who share the place are not listed. */
  readonly leaders: readonly {
    readonly group: string | null;
    readonly title: Named | null;
    readonly units: readonly (Named & { unit: string })[];
    readonly more: number;
  }[];
}

export interface LeaderboardView extends Measure, WithSessions, MadeFlags {
  readonly programme: string;
  readonly programme_name: Named;
  readonly period: string;
  readonly period_kind: PeriodKind;
  readonly slug: string;
  readonly start: string;
  readonly end: string;
  readonly dimension: string | null;
  readonly dimension_name: Named | null;
  readonly description: Text | null;
  /** Frozen editions count from 1; null while none is frozen. */
  readonly edition: number | null;
  readonly published_on: string | null;
  readonly changed_on: string | null;
  /** Figures that came out after others of their measure; absent where none did. */
  readonly later_figures?: LaterFigures;
  /** The last day after its first publication on which the ranks that its changes are counted from were revised; absent where none was. */
  readonly previous_revised_on?: string;
  readonly as_of: string;
  readonly method_version: string | null;
  readonly authority: DocumentView | null;
  /** Members of all groups of the board, and how many of them have a place: each unit counted once, whatever groups it is in. */
  readonly of: number;
  readonly ranked: number;
  /** The common scale of every bar on the page; null where nobody is ranked. */
  readonly scale: { readonly min: number; readonly max: number } | null;
  /** Dimension columns of an overall board of few dimensions. */
  readonly columns: readonly { readonly dimension: string; readonly title: Named; readonly path: string | null; readonly decimals: number }[];
  readonly tables: readonly BoardTable[];
  readonly dimensions: readonly DimensionLink[];
  readonly overall: boolean;
  /** All or some of its totals are the office’s own, and not what the dimensions come to; absent where none is. */
  readonly totals_given?: Exclude<GivenTotals, 'none'>;
  /** Whether all places are published, the better half, or only counts. */
  readonly disclosure: 'full' | 'top' | 'counts';
  readonly previous: BoardLink | null;
  readonly next: BoardLink | null;
  readonly instruments: readonly InstrumentFace[];
  readonly adjustments: readonly BoardAdjustment[];
  readonly corrections: readonly CorrectionView[];
}

/** Most dimensions that an overall board shows as columns. */
const MOST_COLUMNS = 6;

export function leaderboardView(index: SiteIndex, programme: ProgrammeIndex, period: Period, dimension: string | null): LeaderboardView {
  const { portal } = index.site.assessment;
  const { config } = programme.result.programme;
  const published = programme.published.get(boardKey(period.id, dimension)) ?? programme.published.get(period.id);
  const later = findLaterFigures(programme, period, dimension);
  const measure = findMeasure(programme, dimension);
  const columns = dimension === null ? boardColumns(programme, period, portal.config) : [];
  const given = dimension === null ? givenTotalsIn(programme.result, period.id) : 'none';
  const tables = programme.groups.flatMap((group) => boardTable(index, programme, period, { dimension, group, columns, ...measure }) ?? []);
  const beside = neighbours(programme, period, dimension);
  const revisedOn = previousRevisedOn(index, programme, { previous: beside.previous, dimension, tables, first: published?.first ?? null });
  const corrections = boardCorrections(index, programme, period, dimension);
  const moving = corrections.filter((correction) => movedOn(index, programme, correction, { period, dimension }).length > 0);
  const shown = new Set(
    tables.flatMap((table) => table.rows.flatMap((row) => [...row.awards, ...row.dimension_awards.map((one) => one.instrument)])),
  );
  return {
    programme: config.id,
    programme_name: nameOf(config.name, portal.config),
    ...(period.kind === 'session' && withSessions(programme.result)),
    period: period.id,
    period_kind: period.kind,
    slug: period.slug,
    start: period.start,
    end: period.end,
    dimension,
    dimension_name: dimensionName(programme.result.programme, dimension, portal.config),
    description: config.dimensions.find(({ id }) => id === dimension)?.description ?? null,
    edition: null,
    published_on: published?.first ?? null,
    changed_on: published ? newestDay([published.last, later?.on ?? null, revisedOn, ...moving.map(({ publishedOn }) => publishedOn)]) : null,
    ...(later && { later_figures: later }),
    ...(revisedOn !== null && { previous_revised_on: revisedOn }),
    as_of: portal.asOf,
    method_version: methodVersionOf(config, period, findIndicator(programme.result.programme, dimension)),
    authority: programme.source.document(config.authority),
    ...measure,
    ...countUnits(countedRankings(programme, period, dimension)),
    scale: commonScale(tables, measure.by),
    columns,
    tables,
    dimensions: dimension === null ? dimensionLinks(programme, period, portal.config) : [],
    overall: programme.overall,
    ...(given !== 'none' && { totals_given: given }),
    ...madeFlags(shapeOfMade([programme.result.programme], given === 'some')),
    disclosure: config.publication.disclosure,
    ...beside,
    instruments: programme.source.faces.filter((face) => shown.has(face.instrument)),
    adjustments: boardAdjustments(index, programme, period, dimension),
    corrections: corrections.map((correction) => correctionView(index, correction)),
  };
}

/** Only where a change is a number: of the others nothing is counted. */
function previousRevisedOn(
  index: SiteIndex,
  programme: ProgrammeIndex,
  {
    previous: link,
    dimension,
    tables,
    first,
  }: { previous: BoardLink | null; dimension: string | null; tables: readonly BoardTable[]; first: string | null },
): string | null {
  const previous = link && programme.periods.find(({ id }) => id === link.period);
  if (!previous || first === null || !tables.some(({ rows }) => rows.some(({ change }) => typeof change === 'number'))) return null;
  return findPreviousRevised(index, programme, { dimension, previous, first });
}

/** Every ranking of a period and dimension, by group. */
export function rankingsOf(programme: ProgrammeIndex, period: Period, dimension: string | null) {
  return programme.groups.flatMap((group) => programme.result.rankings.get(rankingKey(dimension, period.id, group)) ?? []);
}

/** The dimensions that have a column each on the overall board of a period. */
export function columnDimensions(programme: ProgrammeIndex, period: Period): readonly string[] {
  if (!programme.overall) return [];
  const dimensions = programme.dimensions.filter((dimension) => rankingsOf(programme, period, dimension).some(({ by }) => by === 'score'));
  return dimensions.length > MOST_COLUMNS ? [] : dimensions;
}

function boardColumns(programme: ProgrammeIndex, period: Period, portal: Parameters<typeof nameOf>[1]): LeaderboardView['columns'] {
  return columnDimensions(programme, period).map((dimension) => ({
    dimension,
    title: dimensionName(programme.result.programme, dimension, portal) as Named,
    path: dimensionPath(programme, period, dimension),
    decimals: findMeasure(programme, dimension).score_decimals,
  }));
}

/** The address of a dimension's board, if it has a page. */
export function dimensionPath(programme: ProgrammeIndex, period: Period, dimension: string): string | null {
  const { config } = programme.result.programme;
  return config.ranking.dimensionPages ? boardPath(config.id, period, dimension) : null;
}

/** The address of the board that has a period's ranking of a dimension (null = all): the dimension's own where it has one; null where nothing was ranked. */
export function findBoard(programme: ProgrammeIndex, period: Period, dimension: string | null): string | null {
  if (!programme.periods.some(({ id }) => id === period.id)) return null;
  const own = dimension !== null && hasBoard(programme, period.id, dimension) ? dimensionPath(programme, period, dimension) : null;
  return own ?? boardPath(programme.result.programme.config.id, period, null);
}

function dimensionLinks(programme: ProgrammeIndex, period: Period, portal: Parameters<typeof nameOf>[1]): DimensionLink[] {
  return programme.dimensions.flatMap((dimension) => {
    const rankings = rankingsOf(programme, period, dimension);
    if (rankings.length === 0) return [];
    const all = rankings.find(({ group }) => group === null);
    const { config } = programme.result.programme;
    return {
      dimension,
      title: dimensionName(programme.result.programme, dimension, portal) as Named,
      path: dimensionPath(programme, period, dimension),
      ...countUnits(rankings),
      leaders: (all ? [all] : rankings).map((ranking) => ({
        group: ranking.group,
        title: ranking.group === null ? null : nameOf(config.groups.find(({ id }) => id === ranking.group)?.name ?? ranking.group, portal),
        ...leadersOf(programme, ranking, portal),
      })),
    };
  });
}

/** What the board ranks; where a period has no overall ranking, all of its dimensions. */
function countedRankings(programme: ProgrammeIndex, period: Period, dimension: string | null): readonly Ranking[] {
  const own = rankingsOf(programme, period, dimension);
  return own.length > 0 || dimension !== null ? own : programme.dimensions.flatMap((one) => rankingsOf(programme, period, one));
}

/** The units of several rankings, each once. */
export function countUnits(rankings: readonly Ranking[]): { readonly of: number; readonly ranked: number } {
  const [only] = rankings;
  if (only && rankings.length === 1) return { of: only.of, ranked: only.ranked };
  const members = new Set<number>();
  const placed = new Set<number>();
  for (const { units, rank } of rankings) {
    for (const [at, unit] of units.entries()) {
      members.add(unit);
      if (rank[at] !== 0) placed.add(unit);
    }
  }
  return { of: members.size, ranked: placed.size };
}

const MOST_LEADERS = 3;

/** Who stands first: at most three of those who share the place, and how many more do. */
function leadersOf(programme: ProgrammeIndex, ranking: ReturnType<typeof rankingsOf>[number], portal: Parameters<typeof nameOf>[1]) {
  const units: (Named & { unit: string })[] = [];
  const named = Math.min(ranking.ranked, namedIn(programme, ranking));
  let first = 0;
  for (; first < named && ranking.rank[first] === 1; first++) {
    const unit = programme.result.units[ranking.units[first] as number];
    if (unit && units.length < MOST_LEADERS) units.push({ unit: unit.id, ...nameOf(unitNameOn(unit, ranking.period.end), portal) });
  }
  return { units, more: first - units.length };
}

function commonScale(tables: readonly BoardTable[], by: 'score' | 'value'): LeaderboardView['scale'] {
  let min = 0;
  let max = Number.NEGATIVE_INFINITY;
  for (const { rows } of tables) {
    for (const row of rows) {
      const figure = row[by];
      if (figure === null) continue;
      if (figure < min) min = figure;
      if (figure > max) max = figure;
    }
  }
  if (max === Number.NEGATIVE_INFINITY) return null;
  return { min, max: by === 'score' && min === 0 && max > 50 && max <= 100 ? 100 : Math.max(max, 0) };
}

function neighbours(programme: ProgrammeIndex, period: Period, dimension: string | null) {
  const { id } = programme.result.programme.config;
  const over = seriesOf(period);
  const own = programme.periods.filter((other) => seriesOf(other) === over && hasBoard(programme, other.id, dimension));
  const at = own.findIndex((other) => other.id === period.id);
  const link = (other: Period | undefined): BoardLink | null => (other ? { period: other.id, path: boardPath(id, other, dimension) } : null);
  return { previous: link(own[at - 1]), next: at < 0 ? null : link(own[at + 1]) };
}

function hasBoard(programme: ProgrammeIndex, period: string, dimension: string | null): boolean {
  if (dimension === null) return true;
  return programme.groups.some((group) => programme.result.rankings.has(rankingKey(dimension, period, group)));
}
