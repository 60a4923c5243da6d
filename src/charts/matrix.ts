/** The matrix: units or tasks down, periods or sessions across, a mark in each cell that holds something. */
import { LATIN, type Punctuation } from '../i18n/languages.ts';
import { type Drawing, drawGroup, drawLines, drawText, FONT, fitText, GRID, printLength, SOFT, textWidth, thinNames } from './drawing.ts';
import { drawMark } from './marks.ts';
import type { MatrixSpec } from './spec.ts';

const WIDTH = 520;
const TOP = 36;
const ROW = 34;
const NARROWEST = 30;
const MARK = 7;

/** Between bands, of which each has some of the columns. */
const BAND_GAP = 10;

/** The drawing of a matrix. It is never wider than other charts: what does not fit stands in further bands below, or its letters would shrink with it. */
export function matrixDrawing(spec: MatrixSpec, punctuation: Punctuation = LATIN): Drawing {
  const left = Math.min(200, Math.max(60, ...spec.rows.map(({ name }) => textWidth(name)))) + 16;
  const count = Math.max(spec.columns.length, 1);
  const bands = Math.ceil(count / Math.floor((WIDTH - left) / NARROWEST));
  const most = Math.ceil(count / bands);
  const column = (WIDTH - left) / most;
  const height = TOP + spec.rows.length * ROW + 2;
  const drawn = Array.from({ length: bands }, (_, band) => {
    const part = cutColumns(spec, band * most, (band + 1) * most);
    const body = drawColumns(part.columns, left, column) + drawRows(part, punctuation, left, column);
    return band === 0 ? body : `<g transform="translate(0 ${band * (height + BAND_GAP)})">${body}</g>`;
  });
  const description = spec.rows.map((row) => row.name + punctuation.colon + describeCells(spec, row, punctuation)).join(punctuation.semicolon);
  return { kind: 'matrix', width: WIDTH, height: bands * (height + BAND_GAP) - BAND_GAP, title: spec.title, description, body: drawn.join('') };
}

function cutColumns(spec: MatrixSpec, from: number, to: number): MatrixSpec {
  return { ...spec, columns: spec.columns.slice(from, to), rows: spec.rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })) };
}

type Row = MatrixSpec['rows'][number];

function describeCells({ columns }: MatrixSpec, { cells }: Row, { comma, listComma }: Punctuation): string {
  const held = cells.flatMap((marks, i) => (marks.length === 0 ? [] : [`${columns[i]} ${marks.map(({ text }) => text).join(listComma)}`]));
  return held.join(comma) || '–';
}

function drawColumns(columns: readonly string[], left: number, column: number): string {
  const names = columns.map((text, i) => ({ at: left + (i + 0.5) * column, text }));
  const labels = thinNames(names, left + columns.length * column).map(({ at, text }) => drawText(at, TOP - 14, text, 'middle'));
  return drawGroup('ticks', SOFT, labels.join(''));
}

function drawRows(spec: MatrixSpec, punctuation: Punctuation, left: number, column: number): string {
  const width = left + column * spec.columns.length;
  const lines = spec.rows.map((_, i) => [0, TOP + i * ROW, width, TOP + i * ROW] as const);
  const names = spec.rows.map(({ name }, i) => drawText(0, TOP + (i + 0.5) * ROW + FONT * 0.35, fitText(name, left - 16), 'start'));
  const marks = spec.rows.map((row, i) => drawCells(spec, row, punctuation, TOP + (i + 0.5) * ROW, left, column));
  return (
    drawLines(lines, 'grid', GRID) +
    drawGroup('row-name', '', names.join('')) +
    drawEmpty(spec, left, column) +
    drawGroup('chart-marks', '', marks.join(''))
  );
}

function drawCells(
  { columns }: MatrixSpec,
  { name, cells }: Row,
  { colon, comma }: Punctuation,
  middle: number,
  left: number,
  column: number,
): string {
  let out = '';
  cells.forEach((marks, i) => {
    const centre = left + (i + 0.5) * column;
    const gap = Math.min(MARK * 2.4, column / Math.max(marks.length, 1));
    marks.forEach(({ text, tone }, n) => {
      out += drawMark(centre + (n - (marks.length - 1) / 2) * gap, middle, MARK, tone, name + comma + columns[i] + colon + text);
    });
  });
  return out;
}

/** A small dot in each cell that holds nothing. */
function drawEmpty({ rows }: MatrixSpec, left: number, column: number): string {
  let path = '';
  rows.forEach(({ cells }, row) => {
    cells.forEach((marks, i) => {
      if (marks.length === 0) path += `M${printLength(left + (i + 0.5) * column)} ${TOP + (row + 0.5) * ROW}h0`;
    });
  });
  return path && `<path class="empty" d="${path}" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-opacity=".3"/>`;
}
