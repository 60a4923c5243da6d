/** The distribution strip: where one unit stands in the spread of its group, one row a dimension, better always to the right. */
import { LATIN, type Punctuation } from '../i18n/languages.ts';
import { type Drawing, drawGroup, drawLines, drawText, drawTitle, fitText, GRID, printLength, textWidth } from './drawing.ts';
import { linear } from './scale.ts';
import type { StripSpec } from './spec.ts';

const WIDTH = 520;
const ROW = 54;
const SIDE = 8;

type Row = StripSpec['rows'][number];

/** The drawing of a spread. */
export function stripDrawing(spec: StripSpec, { colon, semicolon }: Punctuation = LATIN): Drawing {
  const rows = spec.rows.map(placeRow);
  // What is alike in all rows is drawn as one.
  const body =
    rows.map(({ row, top }) => drawText(0, top + 18, fitText(row.name, WIDTH - textWidth(row.text) - 24), 'start', 'row-name')).join('') +
    drawGroup('row-value', 'font-weight="600"', rows.map(({ row, top }) => drawText(WIDTH, top + 18, row.text, 'end')).join('')) +
    drawLines(
      rows.map(({ y }) => [SIDE, y, WIDTH - SIDE, y]),
      'grid',
      GRID,
    ) +
    drawOthers(rows) +
    drawLines(
      rows.map(({ row, x, y }) => [x(row.median), y - 9, x(row.median), y + 9]),
      'median',
      'stroke-width="2" stroke-opacity=".7"',
    ) +
    rows.map((row) => drawOwn(row, colon)).join('');
  const description = spec.rows.map(({ name, text }) => name + colon + text).join(semicolon);
  return { kind: 'strip', width: WIDTH, height: spec.rows.length * ROW + 4, title: spec.title, description, body };
}

/** A row with where it stands in the picture: its upper edge, its scale, and the height of the scale. */
interface PlacedRow {
  readonly row: Row;
  readonly top: number;
  readonly x: (value: number) => number;
  readonly y: number;
}

function placeRow(row: Row, at: number): PlacedRow {
  const [low, high] = row.reversed ? [row.max, row.min] : [row.min, row.max];
  return { row, top: at * ROW, x: linear(low, high, SIDE, WIDTH - SIDE), y: at * ROW + 38 };
}

/** The others as dots; those that would lie on one another are drawn once. */
function drawOthers(rows: readonly PlacedRow[]): string {
  let path = '';
  for (const { row, x, y } of rows) {
    for (const place of new Set(row.values.map((value) => Math.round(x(value))))) path += `M${place} ${y}h0`;
  }
  return path && `<path class="others" d="${path}" fill="none" stroke="currentColor" stroke-width="8" stroke-linecap="round" stroke-opacity=".28"/>`;
}

function drawOwn({ row: { name, text, value }, x, y }: PlacedRow, colon: string): string {
  if (value === null) return '';
  return `<circle class="own" cx="${printLength(x(value))}" cy="${y}" r="7">${drawTitle(name + colon + text)}</circle>`;
}
