/** Paths of the file system: how they are written, and where they stand to each other. */
import { isAbsolute, relative, sep } from 'node:path';

/** What Word, Excel, WPS (`~$plan.docx`) and LibreOffice (`.~lock.plan.ods#`) leave beside a file that somebody has open, whom it names. */
export const OPEN_MARK = /^(?:~\$|\.~lock\.)/;

/** Whether what has this name is no part of a portal, wherever in it it stands. */
export function isApart(name: string): boolean {
  return name === '.git' || name === 'node_modules' || OPEN_MARK.test(name);
}

/** A path with `/`, as messages, data and modules have it on every system. */
export function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}

/** A path as systems compare it to which case makes no difference, nor how an accent is encoded: Windows, macOS. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** `a/b/c.txt`: `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Whether a path is a folder, or lies in it; both absolute. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  // A folder may itself be named `..x`.
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
