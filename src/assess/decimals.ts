/** To how many decimals figures are printed, and so ranked. */
import type { DimensionConfig, ProgrammeConfig } from '../model/config.ts';
import type { Indicator } from '../model/portal.ts';
import { roundTo } from '../rounding.ts';

/** Decimals of a dimension's scores. Those of a dimension that is an indicator belong to its values. */
export function scoreDecimals(config: ProgrammeConfig, dimension: DimensionConfig | null): number {
  if (!dimension || dimension.indicators.includes(dimension.id)) return config.ranking.decimals;
  return dimension.decimals ?? config.ranking.decimals;
}

/** Decimals to which an indicator's values are printed and ranked; null = as they are given. */
export function valueDecimals(config: ProgrammeConfig, indicator: Indicator): number | null {
  return indicator.decimals ?? config.dimensions.find(({ id }) => id === indicator.id)?.decimals ?? null;
}

/** An indicator's value as it is printed: what ranks it, and what bounds are held against. */
export function printValue(config: ProgrammeConfig, indicator: Indicator, value: number): number {
  const decimals = valueDecimals(config, indicator);
  return decimals === null ? value : roundTo(value, decimals);
}
