/** A chart saved by its reader: an SVG or PNG file with title, source and date inside. */
import type { Drawing } from '../charts/drawing.ts';
import { type KeyItem, markItems, POINT_SHAPES } from '../charts/key.ts';
import { lineDrawing } from '../charts/line.ts';
import type { LineSpec } from '../charts/spec.ts';
import { drawingFile, type FileText } from '../charts/svgFile.ts';
import { readPunctuation } from './words.ts';

export type FileType = 'svg' | 'png';

/** Pixels of the PNG for one unit of the drawing. */
const SCALE = 3;

/** The file of a drawing that stands nowhere: of what a reader explores. */
export function specFile(spec: LineSpec): string {
  const drawing = lineDrawing(spec, readPunctuation());
  return drawingFile(drawing, { ...readText(spec.title), key: markItems(spec), source: spec.source });
}

/** The file of a drawing that stands in the page, in a figure with its key. */
export function svgFile(svg: SVGSVGElement, source: string): string {
  const drawing = readDrawing(svg);
  return drawingFile(drawing, { ...readText(drawing.title), key: readKey(svg.parentElement), source });
}

/** What the page says of the file of a drawing. */
function readText(title: string): Pick<FileText, 'heading' | 'colon' | 'address'> {
  return { heading: readHeading(title), colon: readPunctuation().colon, address: readAddress() };
}

/** In the page a chart stands below the name of what it is about; a file must bring it along. */
function readHeading(title: string): string | null {
  const heading = document.querySelector('main h1')?.textContent?.trim() ?? '';
  return heading === '' || title.includes(heading) ? null : heading;
}

/** The page's address for citing, where the site knows its own. */
function readAddress(): string | null {
  const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  return link && decodeURI(link.href);
}

const TONES = ['positive', 'neutral', 'warning', 'negative'] as const;

/** What breaks a line stands beside it; the page repeats it below for narrow screens only. */
function readKey(chart: HTMLElement | null): KeyItem[] {
  const items = chart?.querySelectorAll(':scope > .marks-key > li, :scope > p.hint:not(.break-key)') ?? [];
  return [...items].map((item) => {
    const shape = POINT_SHAPES.find((one) => item.classList.contains(`is-${one}`));
    const tone = TONES.find((one) => item.classList.contains(`tone-${one}`)) ?? null;
    return { tone, ...(shape && { shape }), text: item.textContent ?? '' };
  });
}

function readDrawing(svg: SVGSVGElement): Drawing {
  const { width, height } = svg.viewBox.baseVal;
  const serializer = new XMLSerializer();
  const parts = [...svg.children].filter(({ localName }) => localName !== 'title' && localName !== 'desc');
  const text = (name: string): string => svg.querySelector(`:scope > ${name}`)?.textContent ?? '';
  return {
    kind: svg.getAttribute('class')?.replace(/^chart-svg chart-/, '') ?? 'line',
    width,
    height,
    title: text('title'),
    description: text('desc'),
    body: parts.map((part) => serializer.serializeToString(part).replaceAll(' xmlns="http://www.w3.org/2000/svg"', '')).join(''),
  };
}

/** Lets the reader save an SVG text as a file of a type; `title` is the chart's. Throws where the browser cannot draw it. */
export async function saveFile(file: string, title: string, type: FileType): Promise<void> {
  const svg = new Blob([file], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(type === 'svg' ? svg : await drawPng(svg));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${[readHeading(title) ?? '', title]
    .join(' ')
    .trim()
    .replace(/[\\/:*?"<>|]+/g, ' ')}.${type}`;
  link.click();
  URL.revokeObjectURL(url);
}

async function drawPng(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture could not be made')))));
}
