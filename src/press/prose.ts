/**
 * The office's own prose (MDX). `pages/about.mdx` is the text of `about/` in the first language, `pages/en/about.mdx` in English.
 * Where a page of that address exists (`cards/method/`, the home page as `index`), the prose stands on it, before what the program writes.
 */
import type { ProseLink } from './proseFaults.ts';

export interface Prose {
  /** Absolute path of the file, with `/`. */
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
  /** Links to addresses that begin at the root. */
  readonly links: readonly ProseLink[];
  /** Those of them, as written, that lead to nothing of the site: what they mean is elsewhere on its host, and they stay as they are. */
  readonly elsewhere: readonly string[];
}

/** The prose of an address in a language, or in the language that has it. */
export function findProse(prose: readonly Prose[], path: string, lang: string): Prose | undefined {
  const here = prose.filter((entry) => entry.path === path);
  return here.find((entry) => entry.lang === lang) ?? here[0];
}
