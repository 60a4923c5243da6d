/** The line of a file that a problem points at, and where on it the cell stands. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasHan } from '../i18n/languages.ts';
import type { Place } from '../problems.ts';
import { trimHeader } from '../read/cell.ts';
import { findDecoding, readBroken, readText } from '../read/encoding.ts';
import { findHead } from '../read/head.ts';
import { findColumn, TABLE_NAMES } from '../read/headers.ts';

export interface CellSpan {
  readonly line: number;
  readonly text: string;
  /** Offsets into `text`, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Files longer than this are named by line only. */
const LARGEST = 64 * 1024 * 1024;

/** Lines at the top by which a file's delimiter is found. */
const TOP = 100;

interface Shown {
  readonly lines: readonly string[];
  /** What separates the cells of a CSV; null for YAML. */
  readonly delimiter: string | null;
}

const shown = new Map<string, Shown>();

/** The span of a place; undefined where the place is a whole file, or the file cannot be shown. */
export function findSpan(root: string, place: Place): CellSpan | undefined {
  if (place.line === null) return undefined;
  const { lines, delimiter } = open(join(root, place.file));
  const text = lines[place.line - 1];
  if (text === undefined || text.trim() === '') return undefined;
  const span = place.column === null ? { start: 0, end: text.length } : spanOf(text, place.column, delimiter);
  return { line: place.line, text, ...span };
}

function open(file: string): Shown {
  let found = shown.get(file);
  if (!found) {
    const lines = existsSync(file) && statSync(file).isFile() && statSync(file).size <= LARGEST ? readLines(file) : [];
    found = { lines, delimiter: /\.csv$/i.test(file) ? delimiterOf(lines) : null };
    shown.set(file, found);
  }
  return found;
}

/** Found once, as it was when the file was read: a cell may hold more of another delimiter than its line has cells. */
function delimiterOf(lines: readonly string[]): string {
  return findHead(lines.slice(0, TOP).join('\n'), { delimiter: null, skipRows: null }, isKnownColumn)?.delimiter ?? ',';
}

/** Forgets the files, so that a live site shows them as they are now. */
export function forgetExcerpts(): void {
  shown.clear();
}

function isKnownColumn(header: string): boolean {
  return TABLE_NAMES.some((table) => findColumn(table, header) !== undefined);
}

/** Whether a first line is the header of one of the tables, in Chinese: reading went by the same. */
function isKnownHeader(line: string): boolean {
  const headers = line.split(/[,;\t|]/).map((cell) => trimHeader(cell.replaceAll('"', '')));
  return headers.some((header) => hasHan(header) && isKnownColumn(header));
}

function readLines(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const decoding = findDecoding(bytes, 'auto', isKnownHeader);
  if (!('fault' in decoding)) return [...readText(bytes, decoding)].join('').split(/\r\n|\r|\n/);
  if (decoding.fault === 'broken') return readBroken(bytes, decoding).split(/\r\n|\r|\n/);
  return [];
}

/** A bracket, a quoted text, or plain words up to what ends them. */
const YAML_VALUE = /^(?:[{[]|"(?:[^"\\]|\\.)*"|'[^']*'|[^,\]}]+?(?=\s*(?:[,\]}]|\s#|:\s|:?$)))/;

/** `delimiter`: of a CSV; null in YAML. */
function spanOf(text: string, column: number, delimiter: string | null): { start: number; end: number } {
  if (delimiter === null) {
    const start = Math.min(column - 1, text.length);
    const word = YAML_VALUE.exec(text.slice(start));
    return { start, end: start + (word?.[0].length ?? 1) };
  }
  return fieldsOf(text, delimiter)[column - 1] ?? { start: 0, end: text.length };
}

/** Offsets of the fields of one line; a quote that stays open takes the rest. */
function fieldsOf(text: string, delimiter: string): { start: number; end: number }[] {
  const fields: { start: number; end: number }[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    if (char !== undefined && (char !== delimiter || quoted)) continue;
    fields.push({ start, end: i });
    start = i + 1;
  }
  return fields;
}
