/** A drawing: what every chart comes to before it is put into a page or a file. Units are those of the view box. */
import { escapeHtml, type Html, raw } from '../html.ts';

export interface Drawing {
  /** `line`, `strip` …: the class of the figure. */
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The chart in a sentence, for those who cannot see it; its table stands beside it. */
  readonly description: string;
  readonly body: string;
}

/** Size of the text in charts. A narrow screen's stylesheet enlarges it to 21 at most: margins leave room for that. */
export const FONT = 14;
export const ROOM = 21 / FONT;

/** One decimal is finer than a screen. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Lengths as text, by their tenths: a large site prints the same few thousand of them millions of times. */
const TENTHS: string[] = [];
const MOST_TENTHS = 1 << 14;

/** A length or a place, rounded, as text. */
export function printLength(n: number): string {
  const tenths = Math.round(n * 10);
  if (!(tenths >= 0 && tenths < MOST_TENTHS)) return String(tenths / 10);
  let text = TENTHS[tenths];
  if (text === undefined) {
    text = String(tenths / 10);
    TENTHS[tenths] = text;
  }
  return text;
}

/** Width of a text in its own font size, on the wide side: a Chinese character is one em, a Latin one little more than half. */
function emsOf(text: string): number {
  let ems = 0;
  for (let i = 0; i < text.length; i++) ems += text.charCodeAt(i) > 0x2e7f ? 1 : 0.58;
  return ems;
}

/** Width of a text in a chart, where it may have to be enlarged. */
export function textWidth(text: string): number {
  return emsOf(text) * FONT * ROOM;
}

/** What stays on one line: a word with the space after it, a Chinese character with the punctuation around it. */
const UNBROKEN = /[（《〔【“‘]*[\u2e80-\uffef][，。、；：！？）》】”’…]*\s*|[^\s\u2e80-\uffef]+\s*|\s+/gu;

/** The text in lines of at most a width, in a font size; a single word that is longer stands alone. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [part] of text.matchAll(UNBROKEN)) {
    if (line !== '' && emsOf((line + part).trimEnd()) * size > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The text cut to a width, with an ellipsis. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(text.slice(0, end)) + FONT > width) end--;
  return `${cutText(text, end)}…`;
}

/** The first so many units of a text, less the half of a character that they may end with. */
export function cutText(text: string, end: number): string {
  return text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
}

export type Anchor = 'start' | 'middle' | 'end';

/** Text at a place; `style` is its class. */
export function drawText(x: number, y: number, text: string, anchor: Anchor, style = ''): string {
  const name = style && ` class="${style}"`;
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text${name} x="${printLength(x)}" y="${printLength(y)}"${at}>${escapeHtml(text)}</text>`;
}

interface AxisName {
  readonly at: number;
  readonly text: string;
}

/** Names along an axis that have room, the last one first: each before the one after it, moved in from the edges. */
export function thinNames(names: readonly AxisName[], right: number): AxisName[] {
  const kept: AxisName[] = [];
  let free = right;
  for (const { at, text } of names.toReversed()) {
    const half = textWidth(text) / 2;
    const middle = Math.min(Math.max(at, half), right - half);
    if (middle + half > free) continue;
    kept.push({ at: middle, text });
    free = middle - half - FONT / 2;
  }
  return kept;
}

/** Straight lines, each `[x1, y1, x2, y2]`, as one path. */
export function drawLines(lines: readonly (readonly [number, number, number, number])[], style: string, attributes: string): string {
  if (lines.length === 0) return '';
  const path = lines.map(([x1, y1, x2, y2]) => `M${printLength(x1)} ${printLength(y1)}L${printLength(x2)} ${printLength(y2)}`).join('');
  return `<path class="${style}" d="${path}" fill="none" stroke="currentColor" ${attributes}/>`;
}

/** Hairlines of the grid. */
export const GRID = 'stroke-opacity=".16"';
/**
 * Dashes of lines by their order: as many as there are colours, so that they are told apart without colour. The first is whole; drawn with round
 * ends, a dash is as much longer as its line is wide.
 */
export const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 4], [9, 4, 2, 4], [16, 5], [9, 4, 2, 4, 2, 4], [1, 8], [16, 4, 6, 4]];

export const DASHED = 'stroke-opacity=".6" stroke-dasharray="3 4"';

/** Things of one kind, which share a class and what an unstyled page would need to show them. */
export function drawGroup(style: string, attributes: string, content: string): string {
  return content && `<g class="${style}" ${attributes}>${content}</g>`;
}

export const SOFT = 'fill-opacity=".72"';

/** What a browser shows when one points at it. */
export function drawTitle(text: string): string {
  return `<title>${escapeHtml(text)}</title>`;
}

/** The drawing inside a page. `id` is unique in the page. Colours are the stylesheet's, by class; without one it is a plain ink drawing. */
export function inlineDrawing(drawing: Drawing, id: string): Html {
  const { kind, width, height, title, description, body } = drawing;
  const name = escapeHtml(id);
  const labels = `<title id="${name}-t">${escapeHtml(title)}</title><desc id="${name}-d">${escapeHtml(description)}</desc>`;
  return raw(
    `<svg class="chart-svg chart-${kind}" viewBox="0 0 ${printLength(width)} ${printLength(height)}" role="img" aria-labelledby="${name}-t" aria-describedby="${name}-d"` +
      ` font-family="inherit" font-size="${FONT}" fill="currentColor">${labels}${body}</svg>`,
  );
}
