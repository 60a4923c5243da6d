/** A chart spec as a picture. */
import type { Html } from '../html.ts';
import { LATIN, type Punctuation } from '../i18n/languages.ts';
import { type Drawing, inlineDrawing } from './drawing.ts';
import { lineDrawing } from './line.ts';
import { matrixDrawing } from './matrix.ts';
import type { ChartSpec } from './spec.ts';
import { stripDrawing } from './strip.ts';
import { timelineDrawing } from './timeline.ts';

/** The chart as a drawing, for a page or for a file; `punctuation` is that of the language of its words. */
export function drawingOf(spec: ChartSpec, punctuation: Punctuation = LATIN): Drawing {
  switch (spec.kind) {
    case 'line':
      return lineDrawing(spec, punctuation);
    case 'strip':
      return stripDrawing(spec, punctuation);
    case 'timeline':
      return timelineDrawing(spec, punctuation);
    case 'matrix':
      return matrixDrawing(spec, punctuation);
  }
}

/** The chart as inline SVG. `id` must be unique in the page; colours come from the page's stylesheet by class. */
export function chart(spec: ChartSpec, id: string, punctuation: Punctuation = LATIN): Html {
  return inlineDrawing(drawingOf(spec, punctuation), id);
}
