/** Where paths stand to each other. */
import { isAbsolute, relative } from 'node:path';

/** Whether a path is a folder, or lies in it; both absolute. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
}
