/**
 * The office's own prose (MDX). `pages/about.mdx` is the text of `about/` in the first language, `pages/en/about.mdx` in English.
 * Where a page of that address exists (`cards/method/`, the home page as `index`), the prose stands on it, before what the program writes.
 */
import { join } from 'node:path';
import { parse } from 'yaml';
import { fileOf, type Problems } from '../problems.ts';
import type { Folder } from '../read/rows.ts';

export interface Prose {
  /** Absolute path of the file. */
  readonly file: string;
  /** Path inside the portal folder. */
  readonly name: string;
  /** The language that it is written in. */
  readonly lang: string;
  readonly path: string;
  readonly title: string | null;
  readonly description: string | null;
  /** `YYYY-MM-DD`, as its front matter says. */
  readonly updated: string | null;
}

/** Reads the front matter of every page below `pages/`; a page in a language that the portal does not have is a problem. */
export function readProse({ root, pages, pageText }: Folder, languages: readonly string[], problems: Problems): Prose[] {
  return pages.map((name) => {
    const inside = name.replace(/^pages\//, '').replace(/\.mdx?$/, '');
    const [head, ...rest] = inside.split('/');
    const own = languages.includes(head ?? '') && rest.length > 0;
    const path = (own ? rest.join('/') : inside).replace(/(^|\/)index$/, '$1');
    const front = readFrontMatter(pageText(name), name, problems);
    return {
      file: join(root, name),
      name,
      lang: own ? (head as string) : (languages[0] as string),
      path: path === '' || path.endsWith('/') ? path : `${path}/`,
      title: textOf(front.title),
      description: textOf(front.description),
      updated: textOf(front.updated),
    };
  });
}

function readFrontMatter(text: string, name: string, problems: Problems): Record<string, unknown> {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  if (!match) return {};
  try {
    const front: unknown = parse(match[1] ?? '', { version: '1.2', schema: 'failsafe' });
    return typeof front === 'object' && front !== null ? (front as Record<string, unknown>) : {};
  } catch (error) {
    problems.error('prose-front-matter', fileOf(name), { detail: (error as Error).message.split('\n')[0] ?? '' });
    return {};
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The prose of an address in a language, or in the language that has it. */
export function findProse(prose: readonly Prose[], path: string, lang: string): Prose | undefined {
  const here = prose.filter((entry) => entry.path === path);
  return here.find((entry) => entry.lang === lang) ?? here[0];
}
