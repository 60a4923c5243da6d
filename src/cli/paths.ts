/** Where paths stand to each other. */
import { isAbsolute, relative, sep } from 'node:path';

/** Folders that are no part of a portal, wherever in it they stand. */
export const APART: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Whether a path is a folder, or lies in it; both absolute. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  // A folder may itself be named `..x`.
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
