/** The site's search index (Pagefind), loaded from the site itself at the first question. */
export interface Hit {
  readonly url: string;
  readonly title: string;
  /** Page kind: `unit`, `task` … */
  readonly kind: string;
  /** Other names that lead there, old ones too. */
  readonly also: string;
}

export interface Answer {
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

export async function askIndex(text: string): Promise<Answer> {
  const index = await loadIndex();
  const { results } = await index.search(toQuery(text), { sort: { order: 'asc' } });
  const read = (from: number, to: number): Promise<Hit[]> => Promise.all(results.slice(from, to).map(readHit));
  return { count: results.length, read };
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
