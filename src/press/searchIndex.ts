/**
 * The search index (Pagefind), from one record a page and language: its title, what kind of thing it is, and the words that lead to it (old
 * names, aliases). Figures are not in it, so it stays as it is while only they change, and is kept under a hash of its records.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sheet } from '../fragments/sheet.ts';
import { joinCode } from '../i18n/code.ts';
import { dayNumber } from '../model/days.ts';
import type { PageKind } from '../views/page.ts';
import { dropEntries, findEntry, writeEntry } from './cacheEntries.ts';

/** One record a page and language. */
export interface SearchRecord {
  readonly lang: string;
  /** Address with base. */
  readonly url: string;
  readonly title: string;
  readonly kind: PageKind;
  readonly words: readonly string[];
  readonly board?: NonNullable<Sheet['search']>['board'];
}

/** A file of the index, as a path below its folder. */
interface IndexFile {
  readonly path: string;
  readonly body: Uint8Array;
}

/** Raise it when the index is made in another way, so that none of the old ones is taken for the new. */
const INDEXING = 2;

/**
 * The files of the index, out of the cache unless the records are new; by `now`, in milliseconds, it is told what in there is old. Throws what
 * Pagefind says when a record cannot be indexed.
 */
export async function makeSearchIndex(records: readonly SearchRecord[], cache: string, now: number): Promise<readonly IndexFile[]> {
  const sum = createHash('sha256').update(String(INDEXING));
  for (const record of records) sum.update(JSON.stringify(asPagefind(record)));
  const file = join(cache, sum.digest('hex').slice(0, 24));
  if (!findEntry(file, now)) {
    mkdirSync(cache, { recursive: true });
    dropEntries(cache, now);
    writeEntry(file, packFiles(await runPagefind(records.map(asPagefind))));
  }
  return unpackFiles(readFileSync(file));
}

async function runPagefind(entries: readonly ReturnType<typeof asPagefind>[]): Promise<readonly IndexFile[]> {
  const { close, createIndex } = await import('pagefind');
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
    const added = await Promise.all(entries.map((entry) => index.addCustomRecord(entry)));
    const made = await index.getFiles();
    const faults = [...added, made].flatMap((answer) => answer.errors);
    if (faults.length > 0) throw new Error(`the search index cannot be made: ${faults.slice(0, 3).join('; ')}`);
    return made.files
      .map(({ path, content }) => ({ path, body: path === ENTRY ? sortLanguages(content) : content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

/** The file that the search begins with. */
const ENTRY = 'pagefind-entry.json';

/** Pagefind lists the languages in an order of chance. */
function sortLanguages(entry: Uint8Array): Uint8Array {
  const { languages, ...rest } = JSON.parse(Buffer.from(entry).toString()) as { languages: Readonly<Record<string, unknown>> };
  const sorted = Object.fromEntries(Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return Buffer.from(JSON.stringify({ ...rest, languages: sorted }));
}

/** Thousands of small files as one, which is read in a fraction of the time: a line of JSON with their paths and sizes, then their bytes. */
function packFiles(files: readonly IndexFile[]): Uint8Array {
  const head = JSON.stringify(files.map(({ path, body }) => [path, body.length]));
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ body }) => body)]);
}

function unpackFiles(pack: Uint8Array): IndexFile[] {
  let at = pack.indexOf(10) + 1;
  const sizes = JSON.parse(Buffer.from(pack.buffer, pack.byteOffset, at).toString()) as [string, number][];
  return sizes.map(([path, size]) => {
    const body = pack.subarray(at, at + size);
    at += size;
    return { path, body };
  });
}

/** What a reader most likely means, first: a unit before the awards that bear its name. Other kinds stand between. */
const ORDER: Readonly<Partial<Record<PageKind, number>>> = { unit: 1, programme: 2, indicator: 3, task: 4, leaderboard: 5, award: 9 };

const KIND_STEP = 1_000_000;
const PART = KIND_STEP / 2;

/** Among one kind the shortest title is the nearest to what was typed; among boards those of all come first, and of each the newest. */
function orderOf({ title, kind, board }: SearchRecord): number {
  const own = board ? (board.isPart ? PART : 0) + (PART / 2 - dayNumber(board.end)) : [...title].length;
  return (ORDER[kind] ?? 6) * KIND_STEP + own;
}

function asPagefind(record: SearchRecord) {
  const { lang, url, title, kind, words } = record;
  const also = [...new Set(words)].filter((word) => word !== '' && word !== title);
  // A code is cut at its strokes, and its parts stand in many others: joined it is one word, which the browser asks for first.
  const codes = also.flatMap((word) => joinCode(word) ?? []).filter((code) => !also.includes(code));
  return {
    url,
    // The browser asks in lower case.
    language: lang.toLowerCase(),
    content: spaced([title, ...also, ...codes].join(' · ')),
    meta: { title, kind, also: also.join(' · ') },
    sort: { order: String(orderOf(record)) },
  };
}

/**
 * Each Chinese character as a word of its own. The index would cut 跨江大桥 into words by its dictionary and the browser by another, and
 * nobody would find 大桥; the browser asks for characters in a row instead (elements/searchIndex.ts).
 */
function spaced(text: string): string {
  return text.replace(/\p{Script=Han}/gu, ' $& ');
}
