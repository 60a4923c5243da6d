/** The time line: bars and points of tasks or milestones on one axis of dates, with the as-of date ruled in. */
import { LATIN, type Punctuation } from '../i18n/languages.ts';
import { dayNumber, twoDigits } from '../model/days.ts';
import {
  DASHED,
  type Drawing,
  drawGroup,
  drawLines,
  drawText,
  drawTitle,
  FONT,
  fitText,
  GRID,
  printLength,
  SOFT,
  textWidth,
  thinNames,
} from './drawing.ts';
import { drawPoint } from './marks.ts';
import { linear } from './scale.ts';
import type { TimelineSpec } from './spec.ts';

const WIDTH = 520;
const TOP = 52;
const ROW = 46;
const SIDE = 10;

type Row = TimelineSpec['rows'][number];
type DateScale = (date: string) => number;

/** The drawing of a time line. */
export function timelineDrawing(spec: TimelineSpec, punctuation: Punctuation = LATIN): Drawing {
  const [first, last] = spanOf(spec);
  const height = TOP + spec.rows.length * ROW + 4;
  const days = linear(dayNumber(first), Math.max(dayNumber(last), dayNumber(first) + 1), SIDE, WIDTH - SIDE);
  const x: DateScale = (date) => days(dayNumber(date));
  const body = drawAxis(first, last, x, height) + drawAsOf(spec, x, height) + spec.rows.map((row, i) => drawRow(row, x, TOP + i * ROW)).join('');
  const description = spec.rows.map((row) => describe(row, punctuation)).join(punctuation.semicolon);
  return { kind: 'timeline', width: WIDTH, height, title: spec.title, description, body };
}

/** `Tender: 2023-03-01 Posted, 2023-05-20 Done`; a bar without points is told by its ends. */
function describe({ name, from, to, points }: Row, { colon, comma }: Punctuation): string {
  const ends = [from, to].filter((date) => date !== null).join('–');
  return name + colon + (points.length > 0 ? points.map(({ on, text }) => `${on} ${text}`).join(comma) : ends);
}

/** The first and last date of all, the as-of date among them. */
function spanOf({ rows, asOf }: TimelineSpec): readonly [string, string] {
  const dates = [asOf, ...rows.flatMap(({ from, to, points }) => [from, to, ...points.map(({ on }) => on)])].filter((date) => date !== null).sort();
  return [dates[0] ?? NO_DATE, dates.at(-1) ?? NO_DATE];
}

/** Of a time line with nothing on it. */
const NO_DATE = '2000-01-01';

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];
const MOST_TICKS = 5;

/** Firsts of months between two dates, as few as are readable: `2023-07`, or `2023` when years are what counts. */
function dateTicks(first: string, last: string): readonly { readonly date: string; readonly text: string }[] {
  const start = monthOf(first);
  const end = monthOf(last);
  const step = STEPS.find((months) => (end - start) / months <= MOST_TICKS) ?? 480;
  const ticks = [];
  for (let month = Math.ceil(start / step) * step; month <= end; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    const text = `${year}-${twoDigits((month % 12) + 1)}`;
    if (`${text}-01` >= first) ticks.push({ date: `${text}-01`, text: step % 12 === 0 ? year : text });
  }
  return ticks;
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function drawAxis(first: string, last: string, x: DateScale, height: number): string {
  const ticks = dateTicks(first, last);
  const grid = drawLines(
    ticks.map(({ date }) => [x(date), TOP - 8, x(date), height]),
    'grid',
    GRID,
  );
  const names = ticks.map(({ date, text }) => ({ at: x(date), text }));
  const labels = thinNames(names, WIDTH).map(({ at, text }) => drawText(at, TOP - 14, text, 'middle'));
  return grid + drawGroup('ticks', SOFT, labels.toReversed().join(''));
}

function drawAsOf({ asOf, asOfText }: TimelineSpec, x: DateScale, height: number): string {
  if (asOf === null) return '';
  const at = x(asOf);
  const width = textWidth(asOfText);
  // Right of its rule, or left of it; where neither has room, from the edge that is nearer.
  const isLeft = at + 6 + width > WIDTH && at > WIDTH / 2;
  const label = isLeft
    ? drawText(Math.max(at - 6, Math.min(width, WIDTH)), FONT, asOfText, 'end')
    : drawText(Math.max(0, Math.min(at + 6, WIDTH - width)), FONT, asOfText, 'start');
  return drawLines([[at, 4, at, height]], 'as-of', DASHED) + drawGroup('as-of-text', SOFT, label);
}

function drawRow(row: Row, x: DateScale, top: number): string {
  const middle = top + 32;
  const [from, to] = [row.from ?? row.to, row.to ?? row.from];
  const bar = from && to ? drawBar(x(from), Math.max(x(to), x(from) + 2), middle) : '';
  const points = row.points.map(({ on, text, shape }) => drawPoint(shape, x(on), middle, drawTitle(`${on} ${text}`)));
  return drawText(0, top + 16, fitText(row.name, WIDTH), 'start', 'row-name') + bar + drawGroup('points', '', points.join(''));
}

function drawBar(from: number, to: number, y: number): string {
  return `<rect class="bar" x="${printLength(from)}" y="${y - 3}" width="${printLength(to - from)}" height="6" rx="3" fill-opacity=".22"/>`;
}
