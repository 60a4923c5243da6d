/** The demo site as the tests see it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { listFiles } from '../../src/press/inventory.ts';

/** A sub-path, as a column inside an office's own portal has one. */
export const DEMO_BASE = '/board/';

export interface BuiltSite {
  readonly root: string;
  /** Every file, as a path below the site. */
  readonly files: readonly string[];
  /** Every page, as an address below the base: '' is home. */
  readonly pages: readonly string[];
  read(path: string): string;
}

export function demoSite(): BuiltSite {
  const root = inject('demoSite');
  const files = listFiles(root);
  const pages = files.filter((file) => file.endsWith('index.html')).map((file) => file.slice(0, -'index.html'.length));
  return { root, files, pages, read: (path) => readFileSync(join(root, path), 'utf8') };
}

/** One page of each kind, the longest of its kind, by the kind that its frame is made for. */
export function pagesByKind(site: BuiltSite, prefix: string): ReadonlyMap<string, string> {
  const found = new Map<string, { page: string; length: number }>();
  for (const page of site.pages) {
    if (prefix === '' ? page.startsWith('en/') : !page.startsWith(prefix)) continue;
    const html = site.read(`${page}index.html`);
    const kind = /<body data-kind="(\w+)"/.exec(html)?.[1] ?? '';
    if ((found.get(kind)?.length ?? 0) < html.length) found.set(kind, { page, length: html.length });
  }
  return new Map([...found].map(([kind, { page }]) => [kind, page]));
}
