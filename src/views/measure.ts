/** What the boards of a dimension measure (口径): scores or values, in which unit, at which precision. */
import { scoreDecimals, valueDecimals } from '../assess/decimals.ts';
import type { Direction, ProgrammeConfig } from '../model/config.ts';
import type { Text } from '../model/text.ts';
import { findIndicator } from './name.ts';
import type { ProgrammeIndex } from './siteIndex.ts';

/** What a board measures. */
export interface Measure {
  readonly by: 'score' | 'value';
  readonly direction: Direction;
  /** null also where nothing is totalled: there it does nothing. */
  readonly weight: number | null;
  /** percent: weights total 100; relative: one counts as much as its share of them all. */
  readonly weights: ProgrammeConfig['ranking']['weights'];
  readonly basis: string | null;
  readonly unit_label: Text | null;
  readonly score_decimals: number;
  readonly value_decimals: number | null;
  /** The indicator that the dimension is, if it is one. */
  readonly indicator: string | null;
}

/** The one indicator that a dimension is made of; null where there are more, or none. */
export function soleIndicator({ dimensions }: Pick<ProgrammeConfig, 'dimensions'>, dimension: string | null): string | null {
  const indicators = dimensions.find(({ id }) => id === dimension)?.indicators ?? [];
  return indicators.length === 1 ? (indicators[0] ?? null) : null;
}

/** What a board of this dimension measures, and at which precision. */
export function findMeasure(programme: ProgrammeIndex, dimension: string | null): Measure {
  const { config } = programme.result.programme;
  const own = config.dimensions.find(({ id }) => id === dimension) ?? null;
  const indicator = findIndicator(programme.result.programme, soleIndicator(config, dimension) ?? dimension);
  const [ranking] = programme.series.find((series) => series.dimension === dimension)?.rankings ?? [];
  return {
    by: ranking?.by ?? 'score',
    direction: indicator?.direction ?? own?.direction ?? 'higher',
    weight: programme.overall ? (own?.weight ?? indicator?.weight ?? null) : null,
    weights: config.ranking.weights,
    basis: indicator?.basis ?? null,
    unit_label: indicator?.unitLabel ?? own?.unitLabel ?? null,
    score_decimals: scoreDecimals(config, own),
    value_decimals: indicator && valueDecimals(config, indicator),
    indicator: indicator?.id ?? null,
  };
}
