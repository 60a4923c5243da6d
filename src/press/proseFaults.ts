/**
 * Faults in the body of a prose page, found before Astro sees it: syntax that does not hold, tags and names that nothing stands behind,
 * imports and pictures that are not there. What cannot be told for sure is left to Astro (layouts/frameFault.ts).
 */
import { existsSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PICTURE_BESIDE } from '../model/picture.ts';
import type { ProblemParams } from '../problems.ts';
import { findUses, type Satteri, type Spot, type Uses } from './proseUses.ts';

interface ProseFault {
  readonly code: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly params: ProblemParams;
}

/** A link, and where it stands first. */
export interface ProseLink extends Spot {
  readonly url: string;
}

/** What stands in a page. */
interface ProseBody {
  readonly faults: readonly ProseFault[];
  /** Links to addresses that begin at the root. */
  readonly links: readonly ProseLink[];
}

/** What Astro gives every page. */
const GIVEN: ReadonlySet<string> = new Set(['props', 'frontmatter', 'file', 'url', 'getHeadings', 'Fragment', 'components']);

/** Names that are there wherever JavaScript runs. Those with a capital are left to Astro: there are many, and more every year. */
const GLOBAL =
  /^(?:[A-Z]\w*|global\w*|undefined|console|process|require|fetch|crypto|performance|structuredClone|atob|btoa|is(?:NaN|Finite)|parse(?:Int|Float)|(?:en|de)codeURI(?:Component)?|(?:set|clear)(?:Timeout|Interval|Immediate)|queueMicrotask|eval)$/;

/** Loads the compiler: only where there is prose. */
export async function openProseCheck(): Promise<(text: string, file: string) => ProseBody> {
  const satteri = await import('satteri');
  return (text, file) => findFaults(satteri, blankFrontMatter(text), file);
}

/** Spaces for the front matter, so that everything after it keeps its line and column. */
function blankFrontMatter(text: string): string {
  return text.replace(/^\s*---[\s\S]*?\n---/, (front) => front.replace(/[^\r\n]/g, ' '));
}

function findFaults(satteri: Satteri, text: string, file: string): ProseBody {
  let uses: Uses;
  try {
    uses = findUses(satteri, text, file.endsWith('.mdx'));
  } catch (error) {
    return { faults: [syntaxFault((error as Error).message)], links: [] };
  }
  const isKnown = (name: string): boolean => uses.own.has(name) || GIVEN.has(name);
  const { tags, names, imports, pictures } = uses;
  const faultsOf = (code: string, found: ReadonlyMap<string, Spot>, isFault: (name: string) => boolean): ProseFault[] =>
    [...found].filter(([name]) => isFault(name)).map(([name, spot]) => ({ code, ...spotOf(name, text, spot), params: { name } }));
  const faults = [
    ...faultsOf('prose-tag-unknown', tags, (name) => !isKnown(name)),
    ...faultsOf('prose-name-unknown', names, (name) => !isKnown(name) && !GLOBAL.test(name)),
    ...faultsOf('prose-import-missing', imports, (path) => !isThere(path, file)),
    ...faultsOf('prose-picture-kind', pictures, (path) => !PICTURE_BESIDE.test(path)),
    ...faultsOf('prose-picture-missing', pictures, (path) => PICTURE_BESIDE.test(path) && !isPictureThere(path, file)),
  ];
  return { faults, links: [...uses.links].map(([url, spot]) => ({ url, ...spotOf(url, text, spot) })) };
}

/** Where a word stands first, from a spot on. */
function spotOf(word: string, text: string, from: Spot): Spot {
  const lines = text.split('\n');
  for (let line = from.line; line <= lines.length; line++) {
    const at = (lines[line - 1] as string).indexOf(word, line === from.line ? from.column - 1 : 0);
    if (at >= 0) return { line, column: at + 1 };
  }
  return from;
}

/** The compiler's own sentence, `3:1: Expected a closing tag for …`, as a fault with words of ours. */
function syntaxFault(message: string): ProseFault {
  const [, line, column, said = message] = /^(\d+):(\d+)\S*\s+([\s\S]*)$/.exec(message) ?? [];
  const [, tag = ''] = /`<\/?([^`>]*)>`/.exec(said) ?? [];
  return { code: syntaxCode(said), line: Number(line) || null, column: Number(column) || null, params: { tag } };
}

function syntaxCode(said: string): string {
  if (said.startsWith('Unexpected character `!`')) return 'prose-comment';
  if (said.includes('corresponding closing brace')) return 'prose-brace-open';
  if (said.startsWith('Expected a closing tag') || said.startsWith('Expected the closing tag')) return 'prose-tag-open';
  if (said.startsWith('Unexpected closing tag')) return 'prose-tag-extra';
  if (said.startsWith('Could not parse')) return 'prose-script';
  return 'prose-syntax';
}

/** What Vite adds to a path when it looks for a module. */
const ENDINGS = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json', '/index.mjs', '/index.js', '/index.ts', '/package.json'];

/** Whether an import leads to something; what only Vite can say is taken for there. */
function isThere(path: string, file: string): boolean {
  const [plain = ''] = path.split(/[?#]/);
  const beside = resolve(dirname(file), plain);
  if (ENDINGS.some((ending) => existsSync(beside + ending) || existsSync(beside.replace(/\.[mc]?jsx?$/, '') + ending))) return true;
  if (/^\.\.?(?:\/|$)/.test(plain)) return false;
  return /^[/~#@$]|^[a-z]+:/.test(plain) || isBuiltin(plain) || isPackage(plain, file);
}

function isPackage(name: string, file: string): boolean {
  return [file, import.meta.url].some((from) => {
    try {
      createRequire(from).resolve(name);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND';
    }
  });
}

function isPictureThere(url: string, file: string): boolean {
  try {
    return existsSync(join(dirname(file), decodeURI(url)));
  } catch {
    // An address that cannot be decoded.
    return false;
  }
}
