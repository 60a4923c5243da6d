/** What is measured (指标与维度): an indicator, and the dimensions that are made of it. */
import type { DimensionConfig } from './config.ts';

/** What a figure of a measure bears on, by ids: the measure itself, a dimension or an indicator, and the dimensions that are made of it. */
export function measuresTouched(measure: string, dimensions: readonly DimensionConfig[]): readonly string[] {
  return [measure, ...dimensions.flatMap(({ id, indicators }) => (id !== measure && indicators.includes(measure) ? [id] : []))];
}
