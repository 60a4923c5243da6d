/** Indicators (指标): what is measured and how, and every unit's figures over time. */
import type { Ranking } from '../assess/results.ts';
import { type Direction, isJoined } from '../model/config.ts';
import { hasRows, ownTarget, rowStart } from '../model/figures.ts';
import { type PeriodKind, seriesOf, windowYears } from '../model/period.ts';
import { FIGURE_STATUSES, type FigureStatus, type Figures, type Indicator, type Unit } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { findAbsence } from '../model/unitLife.ts';
import { indicatorPath } from './address.ts';
import { figure } from './boardTable.ts';
import { isFullyDisclosed } from './disclosure.ts';
import { dimensionPath, rankingsOf } from './leaderboard.ts';
import { dimensionName, type Named, nameOf } from './name.ts';
import { type WithSessions, withSessions } from './sessionNames.ts';
import type { ProgrammeIndex, SiteIndex } from './siteIndex.ts';
import { findSpread, medianOf } from './spread.ts';

export interface IndicatorFace extends Named {
  readonly programme: string;
  readonly indicator: string;
  readonly path: string;
  readonly dimension: string | null;
  readonly dimension_name: Named | null;
  readonly unit_label: Text | null;
  readonly direction: Direction;
  /** null also where it is part of no score. */
  readonly weight: number | null;
  readonly definition: Text | null;
}

export interface IndicatorRow extends Named {
  readonly unit: string;
  /** Parallel to the page's periods. */
  readonly values: readonly (number | null)[];
  /** Statuses other than `final`, by position in `values`; `none` = no row. */
  readonly statuses: Readonly<Record<number, FigureStatus>>;
  /** Where it had not begun yet, or had ended, by position in `values`. */
  readonly absent?: Readonly<Record<number, 'before' | 'after'>>;
  /** Targets of single figures that are others than the indicator's, by position in `values`. */
  readonly targets?: Readonly<Record<number, number>>;
  /** What the office says beside single figures, and where they are from, by position in `values`. */
  readonly notes?: Readonly<Record<number, Text>>;
  readonly sources?: Readonly<Record<number, Text>>;
}

export interface IndicatorView extends IndicatorFace, WithSessions {
  readonly programme_name: Named;
  readonly as_of: string;
  /** What its weight is of: a hundred, or the others' weights. */
  readonly weights: 'percent' | 'relative';
  readonly source: Text | null;
  readonly aliases: readonly string[];
  readonly target: number | null;
  readonly basis: string | null;
  readonly decimals: number | null;
  readonly method_version: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  /** Whether the figures are the indicator's own values or its scores. */
  readonly of: 'value' | 'score';
  /** `years`: how many each spans, of windows of years. `series`: what periods that can be compared have in common, their kind and of windows their length. */
  readonly periods: readonly {
    readonly period: string;
    readonly kind: PeriodKind;
    readonly years: number | null;
    readonly series: string;
    readonly path: string | null;
  }[];
  readonly spread: readonly ({ readonly min: number; readonly median: number; readonly max: number; readonly n: number } | null)[];
  readonly rows: readonly IndicatorRow[];
  readonly latest: { readonly period: string; readonly path: string } | null;
}

export interface IndicatorsView {
  readonly as_of: string;
  readonly programmes: readonly {
    readonly programme: string;
    readonly programme_name: Named;
    readonly indicators: readonly IndicatorFace[];
  }[];
}

/** The list of all indicators, by programme. */
export function indicatorsView(index: SiteIndex): IndicatorsView {
  const { portal } = index.site.assessment;
  return {
    as_of: portal.asOf,
    programmes: index.programmes
      .filter(({ result }) => result.programme.indicators.length > 0)
      .map((programme) => ({
        programme: programme.result.programme.config.id,
        programme_name: nameOf(programme.result.programme.config.name, portal.config),
        indicators: programme.result.programme.indicators.map((indicator) => indicatorFace(index, programme, indicator)),
      })),
  };
}

function indicatorFace(index: SiteIndex, programme: ProgrammeIndex, indicator: Indicator): IndicatorFace {
  const { portal } = index.site.assessment;
  return {
    programme: indicator.programme,
    indicator: indicator.id,
    ...nameOf(indicator.name, portal.config),
    path: indicatorPath(indicator.programme, indicator.id),
    dimension: indicator.dimension,
    dimension_name: dimensionName(programme.result.programme, indicator.dimension, portal.config),
    unit_label: indicator.unitLabel,
    direction: indicator.direction,
    weight: programme.overall || isPart(programme, indicator) ? indicator.weight : null,
    definition: indicator.definition,
  };
}

/** Whether a dimension's score is made of it and others. */
function isPart({ result }: ProgrammeIndex, { id }: Indicator): boolean {
  return result.programme.config.dimensions.some((dimension) => dimension.indicators.includes(id) && isJoined(dimension));
}

/** One indicator: its definition, its newest places, and its figures in every period. */
export function indicatorView(index: SiteIndex, programme: ProgrammeIndex, indicator: Indicator): IndicatorView {
  const { portal } = index.site.assessment;
  const table = findFigures(programme, indicator.id);
  const boards = boardsOf(programme, indicator.id);
  const periods = table
    ? periodsOf(table.figures, table.measure).map((at) => ({ at, period: table.figures.periods[at] as Figures['periods'][number] }))
    : [];
  const latest = boards.findLast(({ path }) => path !== null);
  return {
    ...indicatorFace(index, programme, indicator),
    programme_name: nameOf(programme.result.programme.config.name, portal.config),
    ...(periods.some(({ period }) => period.kind === 'session') && withSessions(programme.result)),
    as_of: portal.asOf,
    weights: programme.result.programme.config.ranking.weights,
    source: indicator.source,
    aliases: indicator.aliases,
    target: indicator.target,
    basis: indicator.basis,
    decimals: indicator.decimals ?? (table?.of === 'score' ? programme.result.programme.config.ranking.decimals : null),
    method_version: indicator.methodVersion,
    valid_from: indicator.validFrom,
    valid_to: indicator.validTo,
    of: figuresOfIndicator(programme, indicator.id),
    periods: periods.map(({ period }) => ({
      period: period.id,
      kind: period.kind,
      years: windowYears(period),
      series: seriesOf(period),
      path: boards.find((board) => board.period === period.id)?.path ?? null,
    })),
    // The lowest of all would be one that is not published.
    spread: periods.map(({ at }) => (table && isFullyDisclosed(programme) ? spreadOf(table.figures, table.measure, at) : null)),
    rows:
      table && isFullyDisclosed(programme)
        ? table.figures.units.flatMap(
            (unit) =>
              indicatorRow(
                index,
                table,
                unit,
                periods.map(({ at }) => at),
                indicator.target,
              ) ?? [],
          )
        : [],
    latest: latest?.path ? { period: latest.period, path: latest.path } : null,
  };
}

interface Table {
  readonly figures: Figures;
  readonly measure: number;
  readonly of: 'value' | 'score';
}

/** The indicator's own values; where nobody has one, the scores of the dimension that it is. */
function findFigures(programme: ProgrammeIndex, indicator: string): Table | null {
  const { observations, scores, config } = programme.result.programme;
  const dimension = config.dimensions.find(({ indicators }) => indicators.length === 1 && indicators[0] === indicator)?.id ?? indicator;
  return findTable(observations, indicator, 'value') ?? findTable(scores, dimension, 'score');
}

/** The rows of a measure in a table; null where there is none. */
function findTable(figures: Figures, id: string, of: Table['of']): Table | null {
  const measure = figures.measureAt.get(id);
  return measure !== undefined && figures.periods.some((_, period) => hasRows(figures, measure, period)) ? { figures, measure, of } : null;
}

/** Whether the figures of an indicator are its own values or its scores. */
export function figuresOfIndicator(programme: ProgrammeIndex, indicator: string): IndicatorView['of'] {
  return findFigures(programme, indicator)?.of ?? 'value';
}

function boardsOf(programme: ProgrammeIndex, indicator: string): { period: string; path: string | null }[] {
  const { config } = programme.result.programme;
  const dimension = config.dimensions.find(({ id, indicators }) => id === indicator || (indicators.length === 1 && indicators[0] === indicator))?.id;
  if (dimension === undefined) return [];
  return programme.periods
    .filter((period) => rankingsOf(programme, period, dimension).some((ranking: Ranking) => findSpread(ranking) !== null))
    .map((period) => ({ period: period.id, path: dimensionPath(programme, period, dimension) }));
}

/** Periods with at least one row, in order. */
function periodsOf(figures: Figures, measure: number): number[] {
  return figures.periods.flatMap((_, period) => (hasRows(figures, measure, period) ? period : []));
}

function spreadOf(figures: Figures, measure: number, period: number): IndicatorView['spread'][number] {
  const from = rowStart(figures, measure, period);
  const sorted = figures.value
    .subarray(from, from + figures.units.length)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const n = sorted.length;
  if (n === 0) return null;
  return { min: sorted[0] as number, median: medianOf(sorted), max: sorted[n - 1] as number, n };
}

/** null for a unit without a single row. */
function indicatorRow(
  index: SiteIndex,
  { figures, measure }: Table,
  unit: Unit,
  periods: readonly number[],
  usual: number | null,
): IndicatorRow | null {
  const column = figures.unitAt.get(unit.id) as number;
  const statuses: Record<number, FigureStatus> = {};
  const absent: Record<number, 'before' | 'after'> = {};
  const targets: Record<number, number> = {};
  const notes: Record<number, Text> = {};
  const sources: Record<number, Text> = {};
  let seen = false;
  const values = periods.map((period, at) => {
    const cell = rowStart(figures, measure, period) + column;
    const status = FIGURE_STATUSES[figures.status[cell] as number] as FigureStatus;
    if (status !== 'none') seen = true;
    const away = status === 'none' ? findAbsence(unit, figures.periods[period] as Figures['periods'][number]) : null;
    if (away) absent[at] = away;
    if (status !== 'final' && status !== 'none') statuses[at] = status;
    const target = ownTarget(figures, cell, usual);
    if (target !== null) targets[at] = target;
    const beside = figures.notes.get(cell);
    if (beside?.note) notes[at] = beside.note;
    if (beside?.source) sources[at] = beside.source;
    return figure(figures.value[cell]);
  });
  if (!seen) return null;
  return {
    unit: unit.id,
    ...nameOf(unit.name, index.site.assessment.portal.config),
    values,
    statuses,
    ...(isAny(absent) && { absent }),
    ...(isAny(targets) && { targets }),
    ...(isAny(notes) && { notes }),
    ...(isAny(sources) && { sources }),
  };
}

function isAny(byPosition: Readonly<Record<number, unknown>>): boolean {
  return Object.keys(byPosition).length > 0;
}
