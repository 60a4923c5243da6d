/** A chart as a table: the same spec, for those who would rather read figures. */
import { formatShort } from '../i18n/format.ts';
import type { ChartSpec, LineSpec, MatrixSpec, StripSpec, TimelineSpec } from './spec.ts';

interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The table of a chart. `heads` names the columns that the spec has no words for: line and matrix the first; strip all five (name,
 * standing, lowest, median, highest); time line all three (name, date, what).
 */
export function chartTable(spec: ChartSpec, heads: readonly string[] = []): ChartTable {
  switch (spec.kind) {
    case 'line':
      return lineTable(spec, heads[0] ?? '');
    case 'strip':
      return stripTable(spec, heads);
    case 'timeline':
      return timelineTable(spec, heads);
    case 'matrix':
      return matrixTable(spec, heads[0] ?? '');
  }
}

function lineTable({ x, series, marks }: LineSpec, head: string): ChartTable {
  const texts = series.map(({ points }) => new Map(points.map(({ at, text }) => [at, text])));
  const main = series.findIndex(({ role }) => role === 'main');
  const rows = x.map((label, at) => {
    const held = marks.filter((mark) => mark.at === at).map(({ text }) => text);
    return [label, ...texts.map((text, i) => [text.get(at) ?? '', ...(i === main ? held : [])].filter(Boolean).join(' · '))];
  });
  return { columns: [head, ...series.map(({ name }) => name)], rows };
}

function stripTable({ rows }: StripSpec, heads: readonly string[]): ChartTable {
  const columns = Array.from({ length: 5 }, (_, i) => heads[i] ?? '');
  return { columns, rows: rows.map(({ name, text, min, median, max }) => [name, text, formatShort(min), formatShort(median), formatShort(max)]) };
}

function timelineTable({ rows }: TimelineSpec, heads: readonly string[]): ChartTable {
  const columns = Array.from({ length: 3 }, (_, i) => heads[i] ?? '');
  return { columns, rows: rows.flatMap(({ name, points }) => points.map(({ on, text }) => [name, on, text])) };
}

function matrixTable({ columns, rows }: MatrixSpec, head: string): ChartTable {
  return {
    columns: [head, ...columns],
    rows: rows.map(({ name, cells }) => [name, ...cells.map((marks) => marks.map(({ text }) => text).join(' · '))]),
  };
}
