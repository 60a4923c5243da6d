/** A chart's key (图例): what its signs stand for, in words. */
import type { ChartMark, LineSpec, PointShape, TimelineSpec } from './spec.ts';

export interface KeyItem {
  /** Of the mark, or the point of a time line, that it explains; neither where it explains the drawing as a whole. */
  readonly tone: ChartMark['tone'] | null;
  readonly shape?: PointShape;
  readonly text: string;
}

/** Points of a time line in the order in which they are explained. */
export const POINT_SHAPES = ['start', 'event', 'due', 'late', 'done'] as const satisfies readonly PointShape[];

/** The shapes that a time line's points have, each once. */
export function shapesUsed({ rows }: Pick<TimelineSpec, 'rows'>): PointShape[] {
  const used = new Set(rows.flatMap(({ points }) => points.map(({ shape }) => shape)));
  return POINT_SHAPES.filter((shape) => used.has(shape));
}

/** What the marks on a line stand for, each once. */
export function markItems({ marks }: Pick<LineSpec, 'marks'>): KeyItem[] {
  const named = new Map(marks.map(({ tone, text }) => [`${tone} ${text}`, { tone, text }]));
  return [...named.values()];
}
