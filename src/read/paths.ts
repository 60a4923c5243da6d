/** Paths of the file system: how they are written, and where they stand to each other. */
import { isAbsolute, relative, sep } from 'node:path';

/** Folders that are no part of a portal, wherever in it they stand. */
export const APART: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** A path with `/`, as messages, data and modules have it on every system. */
export function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}

/** Whether a path is a folder, or lies in it; both absolute. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  // A folder may itself be named `..x`.
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
