/** The distribution strip: where one unit stands in the spread of its group, one row a dimension, better always to the right. */
import type { Html } from '../html.ts';
import { type Drawing, drawGroup, drawLines, drawText, drawTitle, fitText, GRID, inlineDrawing, round, textWidth } from './drawing.ts';
import { linear } from './scale.ts';
import type { StripSpec } from './spec.ts';

const WIDTH = 640;
const ROW = 54;
const SIDE = 8;

type Row = StripSpec['rows'][number];

/** Inline SVG of a distribution strip; `id` must be unique in the page. */
export function stripChart(spec: StripSpec, id: string): Html {
  return inlineDrawing(stripDrawing(spec), id);
}

export function stripDrawing(spec: StripSpec): Drawing {
  const body = spec.rows.map((row, i) => drawRow(row, i * ROW)).join('');
  const description = spec.rows.map(({ name, text }) => `${name}: ${text}`).join('; ');
  return { kind: 'strip', width: WIDTH, height: spec.rows.length * ROW + 4, title: spec.title, description, body };
}

function drawRow(row: Row, top: number): string {
  const middle = top + 38;
  const [low, high] = row.reversed ? [row.max, row.min] : [row.min, row.max];
  const x = linear(low, high, SIDE, WIDTH - SIDE);
  const room = WIDTH - textWidth(row.text) - 24;
  return (
    drawText(0, top + 18, fitText(row.name, room), 'start', 'row-name') +
    drawGroup('row-value', 'font-weight="600"', drawText(WIDTH, top + 18, row.text, 'end')) +
    drawLines([[SIDE, middle, WIDTH - SIDE, middle]], 'grid', GRID) +
    drawOthers(row.values, x, middle) +
    drawLines([[x(row.median), middle - 9, x(row.median), middle + 9]], 'median', 'stroke-width="2" stroke-opacity=".7"') +
    drawOwn(row, x, middle)
  );
}

/** The others as dots; those that would lie on one another are drawn once. */
function drawOthers(values: readonly number[], x: (value: number) => number, y: number): string {
  const places = new Set(values.map((value) => Math.round(x(value))));
  let path = '';
  for (const place of places) path += `M${place} ${y}h0`;
  return path && `<path class="others" d="${path}" fill="none" stroke="currentColor" stroke-width="8" stroke-linecap="round" stroke-opacity=".28"/>`;
}

function drawOwn({ name, text, value }: Row, x: (value: number) => number, y: number): string {
  if (value === null) return '';
  return `<circle class="own" cx="${round(x(value))}" cy="${y}" r="7">${drawTitle(`${name}: ${text}`)}</circle>`;
}
