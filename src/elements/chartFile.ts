/** A chart saved by its reader: an SVG or PNG file with title, source and date inside. */
import type { Drawing } from '../charts/drawing.ts';
import { lineDrawing } from '../charts/line.ts';
import type { LineSpec } from '../charts/spec.ts';
import { drawingFile } from '../charts/svgFile.ts';

export type FileType = 'svg' | 'png';

/** Pixels of the PNG for one unit of the drawing. */
const SCALE = 3;

/** The file of a drawing that stands nowhere: of what a reader explores. */
export function specFile(spec: LineSpec): string {
  return drawingFile(lineDrawing(spec), spec.source);
}

/** The file of a drawing that stands in the page. */
export function svgFile(svg: SVGSVGElement, source: string): string {
  return drawingFile(readDrawing(svg), source);
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

/** Lets the reader save an SVG text as a file of a type; `name` without its ending. Throws where the browser cannot draw it. */
export async function saveFile(file: string, name: string, type: FileType): Promise<void> {
  const svg = new Blob([file], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(type === 'svg' ? svg : await drawPng(svg));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[\\/:*?"<>|]+/g, ' ')}.${type}`;
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
