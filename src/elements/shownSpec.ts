/** The part of a chart that its reader has chosen: a spec again, so that it is drawn, read out and saved like any other. */
import type { ChartSeries, LineSpec } from '../charts/spec.ts';

export interface Shown {
  /** Ids of the series to show. A chosen one of the context is drawn as one to compare with. */
  readonly series: ReadonlySet<string>;
  /** Whether those of the context that are not chosen stay behind the others, thin and grey. */
  readonly context: boolean;
  /** Indexes into `x`, both included. */
  readonly from: number;
  readonly to: number;
}

/** Everything that the still drawing shows. */
export function allShown(spec: LineSpec): Shown {
  const own = spec.series.filter(({ role }) => role !== 'context').map(({ id }) => id);
  return { series: new Set(own), context: true, from: 0, to: spec.x.length - 1 };
}

export function shownSpec(spec: LineSpec, { series: chosen, context, from, to }: Shown): LineSpec {
  const inside = (at: number): boolean => at >= from && at <= to;
  const series = spec.series.flatMap(({ endText, ...one }): ChartSeries[] => {
    if (!chosen.has(one.id) && (one.role !== 'context' || !context)) return [];
    return [
      {
        ...one,
        ...(endText !== undefined && to >= spec.x.length - 1 && { endText }),
        role: one.role === 'context' && chosen.has(one.id) ? 'compare' : one.role,
        points: one.points.filter(({ at }) => inside(at)).map((point) => ({ ...point, at: point.at - from })),
        breaks: one.breaks.filter((at) => at > from && at <= to).map((at) => at - from),
      },
    ];
  });
  const main = series.some(({ role }) => role === 'main');
  return {
    ...spec,
    x: spec.x.slice(from, to + 1),
    ...(spec.xAt && { xAt: spec.xAt.slice(from, to + 1) }),
    series: series.sort((a, b) => Number(a.role === 'context') - Number(b.role === 'context')),
    marks: main ? spec.marks.filter(({ at }) => inside(at)).map((mark) => ({ ...mark, at: mark.at - from })) : [],
  };
}
