/** Prose that passed every check and that Astro cannot set all the same: which page it is, and what Astro says of it. */
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { withSlashes } from '../read/paths.ts';
import type { ProseFile } from './frameRoutes.ts';

export interface FrameFault {
  /** Absolute path of the page. */
  readonly file: string;
  /** 1-based, where it is known. */
  readonly line: number | null;
  /** In Astro's own words. */
  readonly detail: string;
}

/** What Astro, Vite and their compilers throw. */
interface Thrown {
  readonly message?: string;
  readonly id?: string;
  readonly stack?: string;
  readonly loc?: { readonly file?: string; readonly line?: number };
}

/**
 * The page that an error of Astro's comes of: the one that it names, or the first that was not set while others were; or else a file beside
 * a page that it names. Null when it is no fault of any page. `isSet` tells of a page by its number, and of the first frame by null.
 */
export function findFrameFault(
  error: unknown,
  root: string,
  prose: readonly ProseFile[],
  isSet: (index: number | null) => boolean,
): FrameFault | null {
  const { message = '', id = '', stack = '', loc } = error as Thrown;
  const text = withSlashes(stripVTControlCharacters([message, id, loc?.file, stack].join('\n')));
  const waysTo = (path: string): string[] => [path, relative(root, path)].map(withSlashes);
  const found =
    prose.find(({ file }) => waysTo(file).some((way) => text.includes(way))) ?? (isSet(null) ? prose.find((_, i) => !isSet(i)) : undefined);
  const path = found?.file ?? prose.map(({ file }) => findBeside(dirname(file), waysTo(dirname(file)), text)).find((named) => named !== null);
  return path === undefined ? null : frameFault(path, error);
}

/** A file of a folder that a text names. */
function findBeside(folder: string, ways: readonly string[], text: string): string | null {
  for (const way of ways) {
    const at = text.indexOf(`${way}/`);
    const [name = ''] = at < 0 ? [] : (/^[^\s:'"?)\]]+/.exec(text.slice(at + way.length + 1)) ?? []);
    if (name !== '') return join(folder, name);
  }
  return null;
}

/** What Astro’s error says of a prose file: its line where that is of this file, and the first line of the message that says something. */
export function frameFault(file: string, error: unknown): FrameFault {
  const { message = '', loc } = error as Thrown;
  const lines = stripVTControlCharacters(message).split('\n');
  const detail = lines.find((line) => /\S/.test(line) && !line.trimEnd().endsWith(':')) ?? message;
  return { file, line: loc?.file && withSlashes(loc.file) === withSlashes(file) ? (loc.line ?? null) : null, detail: detail.trim() };
}
