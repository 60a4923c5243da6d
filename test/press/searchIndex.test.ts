import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSearchIndex, type SearchRecord } from '../../src/press/searchIndex.ts';

test('a cold cache gives the bytes that another one gave', async () => {
  const records = ['zh-CN', 'en', 'fr', 'de', 'es', 'pt'].map(
    (lang): SearchRecord => ({ lang, url: `/${lang}/`, title: 'Quay', kind: 'unit', words: ['Harbour'] }),
  );
  const caches = Array.from({ length: 3 }, () => mkdtempSync(join(tmpdir(), 'sunboard-search-')));
  const texts: string[] = [];
  for (const cache of caches) {
    const files = await makeSearchIndex(records, cache, 0);
    texts.push(files.map(({ path, body }) => `${path} ${Buffer.from(body).toString('hex')}`).join('\n'));
    const entry = files.find(({ path }) => path === 'pagefind-entry.json');
    expect(Object.keys(JSON.parse(Buffer.from(entry?.body ?? []).toString()).languages)).toEqual(['de', 'en', 'es', 'fr', 'pt', 'zh-cn']);
  }
  for (const cache of caches) rmSync(cache, { recursive: true });
  expect(new Set(texts).size).toBe(1);
});
