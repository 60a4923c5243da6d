/** A chart's key (图例): what its signs stand for, in words. */
import type { ChartMark, LineSpec } from './spec.ts';

export interface KeyItem {
  /** Of the mark that it explains; null where it explains the drawing as a whole. */
  readonly tone: ChartMark['tone'] | null;
  readonly text: string;
}

/** What the marks on a line stand for, each once. */
export function markItems({ marks }: Pick<LineSpec, 'marks'>): KeyItem[] {
  const named = new Map(marks.map(({ tone, text }) => [`${tone} ${text}`, { tone, text }]));
  return [...named.values()];
}
