/**
 * Bytes to text. A byte-order mark decides; then strict UTF-8; then GB18030 if the text really reads as Chinese; else the office is
 * asked. Nothing is replaced silently: the first byte that does not fit is found and its line told.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import { hasHan } from '../i18n/languages.ts';
import { stripControls } from './cell.ts';

/** How a file's bytes are to be read: a label of the WHATWG Encoding Standard, and the length of the byte-order mark. */
export interface Decoding {
  readonly encoding: string;
  readonly start: number;
  /** Why the encoding that was asked for is probably not meant: a byte-order mark, which decides, or bytes that are UTF-8 throughout. */
  readonly doubt?: 'marked' | 'utf8';
}

/** Why a file cannot be read as text. */
type DecodingFault =
  | { readonly fault: 'broken'; readonly encoding: string; readonly start: number }
  /** `isUtf8`: this line is UTF-8 in a file of GB18030; else this line and what follows is GB18030 below UTF-8. */
  | { readonly fault: 'mixed'; readonly line: number; readonly isUtf8: boolean }
  | { readonly fault: 'nul'; readonly at: number }
  | { readonly fault: 'unknown'; readonly guesses: readonly string[] }
  | { readonly fault: 'workbook' };

/** Loaded when asked for: its tables of frequencies take a while, and most files are UTF-8. */
function detectEncoding(bytes: Buffer): string {
  const { detect } = createRequire(import.meta.url)('jschardet') as typeof import('jschardet');
  return detect(bytes).encoding ?? '';
}

const NEWLINE = 10;
const PIECE = 1 << 16;
/** How much of a file is looked at where statistics are enough. */
const SAMPLE = 1 << 16;

function findMark(bytes: Buffer): Decoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', start: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', start: 2 };
  return undefined;
}

/** An Excel file (ZIP or the older compound file), whatever its name says. */
function isWorkbook(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4).toString('latin1');
  return head === 'PK\u0003\u0004' || head === '\u00d0\u00cf\u0011\u00e0';
}

/** Counts of a text: characters that could not be decoded, and other characters beyond ASCII. */
function countForeign(text: string): { readonly broken: number; readonly foreign: number } {
  let broken = 0;
  let foreign = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 127) foreign++;
  }
  return { broken, foreign };
}

/** Most of the bytes make sense, one here and there does not: the encoding is right and the file is damaged. */
function isSlightlyBroken(text: string): boolean {
  const { broken, foreign } = countForeign(text);
  return broken === 0 || foreign >= 2 * broken;
}

/**
 * Counts what GB18030 would make of the bytes beyond ASCII: pairs that are among the 3,755 commonest Han characters (rows 16–55 of
 * GB 2312), and anything else but its punctuation. Chinese prose is nearly all common; Western text with accents or curly quotes hardly.
 */
function countHan(bytes: Buffer): { readonly common: number; readonly other: number } {
  let common = 0;
  let other = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    const isPlain = trail >= 0xa1;
    if (isPlain && lead >= 0xb0 && lead <= 0xd7) common++;
    else if (!(isPlain && (lead === 0xa1 || lead === 0xa3))) other++;
    if (trail >= 0x40) i++;
  }
  return { common, other };
}

/** The lines that are GB18030 throughout. */
function soundLines(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = getLineEnd(bytes, from, 'gb18030');
    const line = bytes.subarray(from, end);
    if (isDecodable(line, 'gb18030', 0)) lines.push(line);
    from = end;
  }
  return Buffer.concat(lines);
}

/** Fewer characters than this, in words of which each counts once, prove nothing by themselves. */
const FEWEST_HAN = 4;

function isChinese(bytes: Buffer, isKnownHeader: (text: string) => boolean): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const { common, other } = countHan(sample);
  if (common < 2 * other) return false;
  const [head = ''] = new TextDecoder('gb18030').decode(sample).split(/[\r\n]/, 1);
  if (isKnownHeader(head)) return true;
  // A word that stands in many rows (迟报) proves no more than once, and misleads the detector; so does one byte that is no GB18030.
  return [sample, soundLines(sample)].map(distinctWords).some((words) => countHan(words).common >= FEWEST_HAN && isFoundChinese(words));
}

function isFoundChinese(bytes: Buffer): boolean {
  return /^GB/i.test(detectEncoding(bytes));
}

/** Every run of bytes beyond ASCII once, a line each; what follows a lead byte may look like ASCII. */
function distinctWords(bytes: Buffer): Buffer {
  const words = bytes.toString('latin1').match(/(?:[\x80-\xff][\x40-\xff])+/g) ?? [];
  return Buffer.from([...new Set(words)].join('\n'), 'latin1');
}

function parseLabel(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The standard's name of an encoding's label (`gbk`, `latin1`, `UTF8` …), `auto`, or undefined when there is no such encoding. */
export function parseEncoding(label: string): string | undefined {
  const name = label.trim().toLowerCase();
  return name === 'auto' ? 'auto' : (parseLabel(name) ?? parseLabel(name.replaceAll('_', '-')));
}

/**
 * Finds how `bytes` are to be read.
 * @param wanted what `parseEncoding` gave; a byte-order mark knows better
 * @param isKnownHeader whether a first line holds a Chinese header that is expected: then a few words are proof enough
 */
export function findDecoding(bytes: Buffer, wanted: string, isKnownHeader: (line: string) => boolean): Decoding | DecodingFault {
  if (isWorkbook(bytes)) return { fault: 'workbook' };
  const mark = findMark(bytes);
  if (mark) {
    if (!isDecodable(bytes, mark.encoding, mark.start)) return { fault: 'broken', ...mark };
    return wanted === 'auto' || wanted === mark.encoding ? mark : { ...mark, doubt: 'marked' };
  }
  if (wanted !== 'auto') {
    if (!isDecodable(bytes, wanted, 0)) return { fault: 'broken', encoding: wanted, start: 0 };
    return isTellingUtf8(bytes, wanted) ? { encoding: wanted, start: 0, doubt: 'utf8' } : { encoding: wanted, start: 0 };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return isStray(bytes) ? { fault: 'nul', at: nul } : { fault: 'unknown', guesses: [nul % 2 === 1 ? 'utf-16le' : 'utf-16be'] };
  if (isUtf8(bytes)) return { encoding: isUtf8ByChance(bytes) ? 'gb18030' : 'utf-8', start: 0 };
  return findLegacy(bytes, isKnownHeader);
}

/** Anything beyond ASCII but letters that hardly any orthography has, such as ǣ and ͷ, which 牵头 in GB18030 comes to. */
const USUAL = /[^\0-\x7f\u01b1-\u01cc\u01dd-\u0217\u021c-\u024f\u0370-\u0377]/;

/** Whether bytes that are UTF-8 throughout are meant as GB18030: all their characters would be odd letters, and are common Han there. */
function isUtf8ByChance(bytes: Buffer): boolean {
  if (isAscii(bytes) || USUAL.test(bytes.toString('utf8', 0, SAMPLE)) || USUAL.test(bytes.toString('utf8'))) return false;
  return countHan(bytes).other === 0;
}

/** Whether NUL is no half of a character of UTF-16, which has one in each letter of ASCII and each newline: the rest is UTF-8, and they are few. */
function isStray(bytes: Buffer): boolean {
  let nuls = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) nuls++;
  return nuls * 8 < bytes.length && isUtf8(bytes);
}

/** The text before a byte of UTF-8. */
export function readBefore(bytes: Buffer, at: number): string {
  return normaliseNewlines(stripControls(bytes.toString('utf8', 0, at)));
}

function findLegacy(bytes: Buffer, isKnownHeader: (line: string) => boolean): Decoding | DecodingFault {
  const mixed = findMixture(bytes);
  if (isSlightlyBroken(bytes.toString('utf8'))) {
    if (mixed?.isWhole) return { fault: 'mixed', line: mixed.line, isUtf8: false };
    return { fault: 'broken', encoding: 'utf-8', start: 0 };
  }
  if (mixed) return { fault: 'mixed', line: mixed.line, isUtf8: false };
  if (!isChinese(bytes, isKnownHeader)) return { fault: 'unknown', guesses: getGuesses(bytes) };
  const garbled = findUtf8Line(bytes);
  if (garbled !== null) return { fault: 'mixed', line: garbled, isUtf8: true };
  return isDecodable(bytes, 'gb18030', 0) ? { encoding: 'gb18030', start: 0 } : { fault: 'broken', encoding: 'gb18030', start: 0 };
}

/** What the detector calls some encodings that the standard knows by another name. */
const STANDARD_NAMES: Readonly<Record<string, string>> = { CP949: 'euc-kr', CP932: 'shift_jis', CP950: 'big5' };

/** Names of encodings in which every byte is a letter. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8|ibm866|macintosh|x-mac)/;

/** Names to try, the likeliest first, for the message only. */
function getGuesses(bytes: Buffer): readonly string[] {
  const sample = bytes.subarray(0, SAMPLE);
  const name = detectEncoding(sample);
  const guess = parseLabel(STANDARD_NAMES[name.toUpperCase()] ?? name);
  const { common, other } = countHan(sample);
  const isHan = common >= FEWEST_HAN && other === 0 && isDecodable(bytes, 'gb18030', 0);
  // A few words that stand in many rows mislead the detector; Western letters do not come in pairs of common Han throughout.
  const named = guess && isHan && SINGLE_BYTE.test(guess) ? ['gb18030', guess] : [guess ?? ''];
  if (guess && !['utf-8', 'gbk', 'gb18030', 'windows-1252'].includes(guess)) return named;
  return common > other && isDecodable(bytes, 'gb18030', 0) ? ['gb18030', 'windows-1252'] : ['windows-1252'];
}

/** Whether bytes beyond ASCII are UTF-8 throughout, though a code page was asked for: hardly by chance. */
function isTellingUtf8(bytes: Buffer, wanted: string): boolean {
  return wanted !== 'utf-8' && !wanted.startsWith('utf-16') && isUtf8(bytes) && !isAscii(bytes);
}

/**
 * The first line that is not UTF-8 but Chinese in GB18030, below lines that are Chinese in UTF-8: files that were put one after another.
 * `isWhole`: nothing in it can be read as UTF-8, so that it is no line with a byte that was lost.
 */
function findMixture(bytes: Buffer): { readonly line: number; readonly isWhole: boolean } | null {
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const end = getLineEnd(bytes, from, 'utf-8');
    if (!isUtf8(bytes.subarray(from, end))) break;
    from = end;
    line++;
  }
  if (!hasHan(bytes.toString('utf8', 0, from))) return null;
  const own = bytes.subarray(from, getLineEnd(bytes, from, 'utf-8'));
  const { common, other } = countHan(own);
  const isWhole = common > 1 && isDecodable(own, 'gb18030', 0) && !hasHan(own.toString('utf8'));
  return common > 0 && common >= 2 * other ? { line, isWhole } : null;
}

/** So many Han characters in a line that is UTF-8 throughout are hardly ever GB18030 by chance, though most of them can be read as that. */
const TELLING_HAN = 3;

/** The first line of a file in GB18030 that is Chinese in UTF-8. */
function findUtf8Line(bytes: Buffer): number | null {
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const end = getLineEnd(bytes, from, 'gb18030');
    const own = bytes.subarray(from, end);
    if (!isAscii(own) && isUtf8(own) && (own.toString('utf8').match(/\p{Script=Han}/gu)?.length ?? 0) >= TELLING_HAN) return line;
    from = end;
  }
  return null;
}

function isDecodable(bytes: Buffer, encoding: string, start: number): boolean {
  const body = bytes.subarray(start);
  if (encoding === 'utf-8') return isUtf8(body);
  if (encoding.startsWith('windows-125') || encoding.startsWith('iso-8859-')) return true;
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < body.length; at += PIECE) decoder.decode(body.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The end of the piece that begins at `from`: after a newline, so that no character and no CRLF is cut in two. */
function getPieceEnd(bytes: Buffer, from: number): number {
  if (from + PIECE >= bytes.length) return bytes.length;
  const last = bytes.lastIndexOf(NEWLINE, from + PIECE);
  if (last >= from) return last + 1;
  const next = bytes.indexOf(NEWLINE, from + PIECE);
  return next < 0 ? bytes.length : next + 1;
}

function normaliseNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The text of a file in pieces of about 64 KB that end with a line. Every newline is `\n` (a bare CR too); control characters are gone.
 * `findDecoding` has proved that the bytes can be decoded; where it found a fault, a broken byte is U+FFFD here.
 */
export function* readText(bytes: Buffer, { encoding, start }: Decoding): Generator<string> {
  if (encoding.startsWith('utf-16')) {
    yield normaliseNewlines(stripControls(new TextDecoder(encoding).decode(bytes.subarray(start))));
    return;
  }
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  for (let from = start; from < bytes.length; ) {
    const end = getPieceEnd(bytes, from);
    const text = decoder ? decoder.decode(bytes.subarray(from, end)) : bytes.toString('utf8', from, end);
    yield normaliseNewlines(stripControls(text));
    from = end;
  }
}

/** The text before the first byte that does not fit its encoding; its last line is the broken one. */
export function readBroken(bytes: Buffer, { encoding, start }: Decoding): string {
  let before = '';
  for (let from = start; from < bytes.length; ) {
    const end = getLineEnd(bytes, from, encoding);
    const line = bytes.subarray(from, end);
    const text = new TextDecoder(encoding).decode(line);
    if (!isDecodable(line, encoding, 0)) return normaliseNewlines(stripControls(before + text.slice(0, text.indexOf('\ufffd'))));
    before += text;
    from = end;
  }
  return normaliseNewlines(stripControls(before));
}

function getLineEnd(bytes: Buffer, from: number, encoding: string): number {
  if (encoding.startsWith('utf-16')) return bytes.length;
  const newline = bytes.indexOf(NEWLINE, from);
  return newline < 0 ? bytes.length : newline + 1;
}
