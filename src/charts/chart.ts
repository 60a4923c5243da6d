/** A chart spec as a picture: inside a page, or as a file of its own. */
import type { Html } from '../html.ts';
import { type Drawing, inlineDrawing } from './drawing.ts';
import { lineDrawing } from './line.ts';
import { matrixDrawing } from './matrix.ts';
import type { ChartSpec } from './spec.ts';
import { stripDrawing } from './strip.ts';
import { drawingFile } from './svgFile.ts';
import { timelineDrawing } from './timeline.ts';

export { lineChart } from './line.ts';
export { matrixChart } from './matrix.ts';
export { stripChart } from './strip.ts';
export { timelineChart } from './timeline.ts';

function drawingOf(spec: ChartSpec): Drawing {
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

/** The chart as a file that stands alone. `css` comes after the plain style. */
export function chartSvgFile(spec: ChartSpec, css = ''): string {
  return drawingFile(drawingOf(spec), spec.source, css);
}
