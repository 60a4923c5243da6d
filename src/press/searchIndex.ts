/**
 * The search index (Pagefind), from one record a page and language: its title, what kind of thing it is, and the words that lead to it (old
 * names, aliases). Figures are not in it, so it stays as it is while only they change, and is kept under a hash of its records.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One record a page and language. */
export interface SearchRecord {
  readonly lang: string;
  /** Address with base. */
  readonly url: string;
  readonly title: string;
  /** Already in the record's language. */
  readonly kind: string;
  readonly words: readonly string[];
}

export interface MadeIndex {
  /** A hash of all records. */
  readonly key: string;
  readonly folder: string;
}

/** The index's folder in the cache, made unless it is there. Throws what Pagefind says when a record cannot be indexed. */
export async function makeSearchIndex(records: readonly SearchRecord[], cache: string): Promise<MadeIndex> {
  const key = hash('sha256', records.map((record) => JSON.stringify(record)).join('\n')).slice(0, 24);
  const folder = join(cache, key);
  if (!existsSync(join(folder, '.done'))) await runPagefind(records, folder);
  return { key, folder };
}

async function runPagefind(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { close, createIndex } = await import('pagefind');
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(`${folder}.`);
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
    const added = await Promise.all(records.map((record) => index.addCustomRecord(asPagefind(record))));
    const written = await index.writeFiles({ outputPath: beside });
    const faults = [...added, written].flatMap((answer) => answer.errors);
    if (faults.length > 0) throw new Error(`the search index cannot be made: ${faults.slice(0, 3).join('; ')}`);
  } finally {
    await close();
  }
  writeFileSync(join(beside, '.done'), '');
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
}

function asPagefind({ lang, url, title, kind, words }: SearchRecord) {
  return { url, language: lang, content: [title, ...words].join(' · '), meta: { title, kind }, filters: { kind: [kind] } };
}
