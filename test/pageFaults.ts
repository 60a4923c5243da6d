/** What no page of any site may have, whatever its data: parts that are named twice or not at all, and links that lead to nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nestingFaults } from './fragments/sampleContext.ts';

/** Files of the site as a whole, which a build adds. */
const SITE_FILES: ReadonlySet<string> = new Set(['datapackage.json', 'manifest.json']);

/** What shows one kind of tasks alone without a script. */
const ONLY = readFileSync(join(import.meta.dirname, '../src/styles/components/only.css'), 'utf8');

interface Printed {
  readonly path: string;
  readonly markup: string;
  readonly ids: readonly string[];
}

/** Faults of the pages among these files of a site at `/`, each with the page that it is on. */
export function pageFaults(files: ReadonlyMap<string, string>): string[] {
  const pages = [...files].filter(([path]) => path.endsWith('.html')).map(([path, body]) => printed(path, body));
  const idsAt = new Map(pages.map(({ path, ids }) => [path, new Set(ids)]));
  const isThere = (address: string, from: string): boolean => {
    const [place = '', anchor] = address.split('#');
    const path = place === '' ? from : decodeURI(place.split('?')[0] as string).slice(1);
    const ids = idsAt.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    if (!ids) return files.has(path) || SITE_FILES.has(path);
    return anchor === undefined || ids.has(decodeURIComponent(anchor));
  };
  return pages.flatMap(({ path, markup, ids }) => {
    const named = all(markup, / (?:aria-labelledby|aria-describedby|for)="([^"]*)"/g).flatMap((words) => words.split(' '));
    const links = all(markup, / href="([^"]*)"/g).filter((address) => !/^[a-z]+:/.test(address));
    const faults = [
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`),
      ...ids.filter((id) => id === '' || /\s/.test(id)).map((id) => `no id: ${id}`),
      ...named.filter((id) => !ids.includes(id)).map((id) => `named by nothing: ${id}`),
      ...links.filter((address) => !isThere(address, path)).map((address) => `leads to nothing: ${address}`),
      ...ids.filter((id) => id.startsWith('only-') && !ONLY.includes(`#${id}:target`)).map((id) => `shows nothing alone: ${id}`),
      ...nestingFaults(markup).map((tag) => `not in its place: ${tag}`),
      ...all(markup, /(<section><h2[^>]*>[^<]*<\/h2>(?:<p><\/p>)*<\/section>)/g).map((section) => `says nothing: ${section}`),
    ];
    return faults.map((fault) => `${path} ${fault}`);
  });
}

function printed(path: string, body: string): Printed {
  const markup = body.replace(/<script[\s\S]*?<\/script>/g, '').replaceAll('&amp;', '&');
  return { path, markup, ids: all(markup, / id="([^"]*)"/g) };
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}
