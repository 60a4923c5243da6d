/** A chart spec as a picture. */
import type { Html } from '../html.ts';
import { type Drawing, inlineDrawing } from './drawing.ts';
import { lineDrawing } from './line.ts';
import { matrixDrawing } from './matrix.ts';
import type { ChartSpec } from './spec.ts';
import { stripDrawing } from './strip.ts';
import { timelineDrawing } from './timeline.ts';

/** The chart as a drawing, for a page or for a file. */
export function drawingOf(spec: ChartSpec): Drawing {
  switch (spec.kind) {
    case 'line':
      return lineDrawing(spec);
    case 'strip':
      return stripDrawing(spec);
    case 'timeline':
      return timelineDrawing(spec);
    case 'matrix':
      return matrixDrawing(spec);
  }
}

/** The chart as inline SVG. `id` must be unique in the page; colours come from the page's stylesheet by class. */
export function chart(spec: ChartSpec, id: string): Html {
  return inlineDrawing(drawingOf(spec), id);
}
