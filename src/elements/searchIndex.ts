/** The site's search index (Pagefind), loaded from the site itself at the first question. */
import { joinCode } from '../i18n/code.ts';

export interface Hit {
  readonly url: string;
  readonly title: string;
  /** Page kind: `unit`, `task` … */
  readonly kind: string;
  /** Other names that lead there, old ones too. */
  readonly also: string;
}

export interface Answer {
  /** What was found: all that was asked for, or as many of its words as stand on a page together. */
  readonly text: string;
  readonly count: number;
  /** The hits from one place in the list to before another, best first. */
  read(from: number, to: number): Promise<Hit[]>;
}

interface PagefindResult {
  data(): Promise<{ readonly url: string; readonly meta: Readonly<Record<string, string>> }>;
}

interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  search(term: string, options: { sort: Readonly<Record<string, 'asc'>> }): Promise<{ readonly results: readonly PagefindResult[] }>;
}

let loading: Promise<Pagefind> | undefined;

/** Loads the index; throws where it cannot be had. */
export function loadIndex(): Promise<Pagefind> {
  loading ??= open().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function open(): Promise<Pagefind> {
  const base = document.documentElement.dataset.base ?? '/';
  // The path is the site's, not the bundle's.
  const index = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await index.options({ baseUrl: '/' });
  return index;
}

/** What the index has for a text. Throws where it cannot be had. */
export async function askIndex(text: string): Promise<Answer> {
  const index = await loadIndex();
  const exact = await findByCode(index, text);
  if (exact.length > 0) return { text, count: exact.length, read: (from, to) => Promise.resolve(exact.slice(from, to)) };
  let found = { text, results: await ask(index, text) };
  if (found.results.length === 0) {
    for (const texts of fewerWords(text)) {
      const answers = await Promise.all(texts.map(async (one) => ({ text: one, results: await ask(index, one) })));
      // What stands on the fewest pages says most.
      const [best] = answers.filter(({ results }) => results.length > 0).sort((a, b) => a.results.length - b.results.length);
      if (!best) continue;
      found = best;
      break;
    }
  }
  const { results } = found;
  const read = (from: number, to: number): Promise<Hit[]> => Promise.all(results.slice(from, to).map(readHit));
  return { text: found.text, count: results.length, read };
}

/** Pages among the first that are looked at for a code of their own. */
const MOST_ALIKE = 12;

/** Whatever has exactly this code: beside it, pages that have some part of the code in theirs say nothing. */
async function findByCode(index: Pagefind, text: string): Promise<readonly Hit[]> {
  const code = joinCode(text);
  if (code === null) return [];
  const hits = await Promise.all((await ask(index, code)).slice(0, MOST_ALIKE).map(readHit));
  return hits.filter(({ also }) => also.split(' · ').some((word) => word.toLowerCase() === text.trim().toLowerCase()));
}

async function ask(index: Pagefind, text: string): Promise<readonly PagefindResult[]> {
  return (await index.search(toQuery(text), { sort: { order: 'asc' } })).results;
}

const MOST_WORDS = 4;

/**
 * What may be asked for when no page has all words: with one word fewer, with two fewer … A run of Chinese ends where Latin letters or
 * figures begin: `教育局2023年` is asked for as two words first.
 */
export function fewerWords(text: string): string[][] {
  const words = text.split(/\s+|(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])/u).filter((word) => word !== '');
  const own = words.slice(0, MOST_WORDS);
  if (words.length < 2) return [];
  const isRun = !/\s/.test(text.trim());
  const texts: string[][] = Array.from({ length: own.length }, () => []);
  for (let chosen = 1; chosen < 2 ** own.length; chosen++) {
    const some = own.filter((_, at) => chosen & (1 << at));
    if (isRun || some.length < words.length) texts[own.length - some.length]?.push(some.join(' '));
  }
  return texts.filter((some) => some.length > 0);
}

/**
 * Chinese is indexed character by character (press/searchIndex.ts): one run of Chinese is asked for as a phrase, so that 大桥 finds
 * 跨江大桥 and nothing else; several words with spaces between, as all of their characters.
 */
export function toQuery(text: string): string {
  const plain = text.replaceAll('"', ' ').trim();
  const spaced = plain
    .replace(/\p{Script=Han}/gu, ' $& ')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{Script=Han}/u.test(plain) && !/\s/.test(plain) ? `"${spaced}"` : spaced;
}

async function readHit(result: PagefindResult): Promise<Hit> {
  const { url, meta } = await result.data();
  return { url, title: meta.title ?? url, kind: meta.kind ?? '', also: meta.also ?? '' };
}

/** The other name that was meant, when the title does not hold the text. */
export function findOtherName({ title, also }: Hit, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (title.toLowerCase().includes(wanted)) return undefined;
  return also.split(' · ').find((name) => name.toLowerCase().includes(wanted));
}
