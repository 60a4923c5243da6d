/** Reads the office's own prose: front matter, and what is wrong with it. */
import { join } from 'node:path';
import { fileOf, type Problems } from '../problems.ts';
import { withSlashes } from '../read/paths.ts';
import type { Folder } from '../read/rows.ts';
import { parseYaml } from '../read/yaml.ts';
import type { Prose } from './prose.ts';
import { reportAddresses } from './proseAddresses.ts';

/**
 * Reads the front matter of every page below `pages/`, and checks the body. Problems: `prose-*`, and those of `parseYaml` in a front matter.
 * Where the portal's languages are not known, all pages count as pages of none.
 */
export async function readProse({ root, pages, pageText }: Folder, languages: readonly string[], problems: Problems): Promise<Prose[]> {
  if (pages.length === 0) return [];
  const { openProseCheck } = await import('./proseFaults.ts');
  const findFaults = await openProseCheck();
  const prose = pages.map((name): Prose => {
    const inside = name.replace(/^pages\//, '').replace(/\.mdx?$/, '');
    const [head, ...rest] = inside.split('/');
    const own = languages.includes(head ?? '') && rest.length > 0;
    const path = (own ? rest.join('/') : inside).replace(/(^|\/)index$/, '$1');
    const file = withSlashes(join(root, name));
    const front = readFrontMatter(pageText(name), name, problems);
    // Elsewhere such names are of drafts and of parts of pages, which have no address.
    if (inside.split('/').some((part) => /^_(?!astro$)/.test(part))) problems.error('prose-draft', fileOf(name), { named: 1 });
    const { faults, links } = findFaults(pageText(name), file);
    for (const { code, line, column, params } of faults) problems.error(code, { file: name, line, column }, params);
    return {
      file,
      name,
      lang: own ? (head as string) : (languages[0] as string),
      path: path === '' || path.endsWith('/') ? path : `${path}/`,
      title: front('title'),
      description: front('description'),
      updated: front('updated'),
      links,
      elsewhere: [],
    };
  });
  reportAddresses(prose, languages, problems);
  return prose;
}

/** What the front matter of a page says under a key; null when it says nothing. */
type FrontMatter = (key: string) => string | null;

/** What Astro takes for front matter, beside what this program reads: `---layout: x` in its first line. */
const TAKEN_FOR_FRONT = /^(?:\uFEFF?|\s*\n)---[\s\S]*?\n---/;

function readFrontMatter(text: string, name: string, problems: Problems): FrontMatter {
  // Astro reads TOML there as well.
  if (/^\s*\+\+\+/.test(text)) problems.error('prose-front-matter', { file: name, line: 1, column: null });
  const [, before = '', front] = /^(\s*)---[^\S\n]*\n(?:([\s\S]*?)\n)?---/.exec(text) ?? [];
  if (front === undefined) {
    const isOpen = /^\s*---[^\S\n]*\n\s*\w+:/.test(text);
    if (isOpen) problems.error('prose-front-matter-open', { file: name, line: 1, column: null });
    else if (TAKEN_FOR_FRONT.test(text)) problems.error('prose-front-matter', { file: name, line: 1, column: null });
    return () => null;
  }
  // Blank lines for those before it, so that faults are told with their true line.
  const first = before.split('\n').length;
  const source = parseYaml(name, `${'\n'.repeat(first)}${front}`, problems);
  if (source && source.data !== null && (typeof source.data !== 'object' || Array.isArray(source.data))) {
    problems.error('prose-front-matter', { file: name, line: first + 1, column: null });
  }
  // Astro reads the key `[layout]` as `layout`.
  if (Object.keys(source?.data ?? {}).some((key) => /^[[{]/.test(key))) {
    problems.error('prose-front-matter', { file: name, line: first + 1, column: null });
  }
  // Astro would set the page by the module that it names, and run whatever that is.
  if (source && Object.hasOwn(source.data ?? {}, 'layout')) problems.error('prose-layout', source.keyAt(['layout']));
  if (/^(?:true|yes|on)$/i.test(source?.text(['draft']) ?? '')) problems.error('prose-draft', source?.keyAt(['draft']) ?? fileOf(name), { named: 0 });
  return (key) => source?.text([key]) || null;
}
