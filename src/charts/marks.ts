/** Marks: a shape for each tone, as in the legend (▲ ● ◆ ▼), so that colour is never needed to tell them apart. */
import { drawTitle, printLength, round } from './drawing.ts';
import type { ChartMark, PointShape } from './spec.ts';

const SHAPES: Readonly<Record<ChartMark['tone'], (x: number, y: number, r: number) => string>> = {
  positive: drawTriangle,
  neutral: drawCircle,
  warning: drawDiamond,
  negative: drawFallen,
};

/** A tone's shape around (x, y), with its words. */
export function drawMark(x: number, y: number, r: number, tone: ChartMark['tone'], text: string): string {
  return `<path class="tone-${tone}" d="${markShape(x, y, r, tone)}">${drawTitle(text)}</path>`;
}

/** The outline of a tone's shape around (x, y), in SVG's notation for paths. */
export function markShape(x: number, y: number, r: number, tone: ChartMark['tone']): string {
  return SHAPES[tone](x, y, r);
}

function drawCircle(x: number, y: number, r: number): string {
  return `M${printLength(x - r)} ${printLength(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function drawSquare(x: number, y: number, r: number): string {
  const side = round(r * 1.7);
  return `M${printLength(x - side / 2)} ${printLength(y - side / 2)}h${side}v${side}h${-side}z`;
}

function drawTriangle(x: number, y: number, r: number): string {
  return `M${printLength(x)} ${printLength(y - r * 1.15)}l${printLength(r * 1.15)} ${printLength(r * 2)}h${printLength(-r * 2.3)}z`;
}

function drawFallen(x: number, y: number, r: number): string {
  return `M${printLength(x)} ${printLength(y + r * 1.15)}l${printLength(r * 1.15)} ${printLength(-r * 2)}h${printLength(-r * 2.3)}z`;
}

function drawDiamond(x: number, y: number, r: number): string {
  const half = round(r * 1.25);
  return `M${printLength(x)} ${printLength(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`;
}

const POINTS: Readonly<Record<PointShape, (x: number, y: number, r: number) => string>> = {
  start: drawCircle,
  due: drawDiamond,
  done: drawCircle,
  late: drawTriangle,
  event: drawSquare,
};

/** What is meant to come, beside what came. */
const HOLLOW: ReadonlySet<PointShape> = new Set(['start', 'due']);

/** A point of a time line around (x, y), as it stands in the drawing and in its key. */
export function drawPoint(shape: PointShape, x: number, y: number, title = ''): string {
  const hollow = HOLLOW.has(shape) ? ' fill="none" stroke="currentColor" stroke-width="1.75"' : '';
  return `<path class="is-${shape}" d="${POINTS[shape](x, y, 5)}"${hollow}>${title}</path>`;
}
