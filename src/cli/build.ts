/** `sunboard build DIR`: checks, then prints the site. With problems the old site stays, and the exit code is 1. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { getTranslate, type Translate } from '../i18n/index.ts';
import { isSiteFolder } from '../press/inventory.ts';
import { parseNote } from '../press/notes.ts';
import { OWN_FOLDER } from '../press/ownFiles.ts';
import { HELD } from '../press/patience.ts';
import { NO_MEMORY } from '../press/presses.ts';
import { reviveSite } from '../press/store.ts';
import { TABLE_NAMES } from '../read/headers.ts';
import { isWithin } from '../read/paths.ts';
import { UsageError } from './cliError.ts';
import { lockFile, takeLock } from './lock.ts';
import { baseOption, checkFolder, dateOption, readOptions, siteOption } from './options.ts';
import { PRINTED, type PrintedNote, portalState } from './printedNote.ts';
import type { PrintedPortal, PrintOrder } from './printPortal.ts';
import { programKey } from './program.ts';
import type { Terminal } from './terminal.ts';

const OPTIONS = { out: { type: 'string' }, base: { type: 'string' }, site: { type: 'string' }, 'as-of': { type: 'string' } } as const;

/** Runs the command; its exit code. */
export async function build(args: readonly string[], terminal: Terminal): Promise<number> {
  const started = performance.now();
  const { dir, values } = readOptions('build', args, OPTIONS, terminal);
  const name = values.out ?? 'dist';
  const out = realPath(resolve(terminal.cwd, name));
  const options = { base: baseOption(values.base), origin: siteOption(values.site), asOf: dateOption(values['as-of']) };
  checkFolder(dir);
  checkOut(out, name, dir, terminal.cwd);
  const words = [programKey(), options.base, options.origin, options.asOf, terminal.today];
  const state = portalState(dir, out, words);
  const isStill = (): boolean => {
    const { key, stamp } = portalState(dir, out, words);
    return key === state.key && stamp === state.stamp;
  };
  const printed = await printLocked({ dir, out, ...options, key: state.key, bytes: state.bytes, isStill }, name, terminal);
  if (printed === null) return 1;
  const { lang, pages, counts } = printed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  terminal.print(getTranslate(lang)('cli.built', { out: name, pages, ...counts, seconds }));
  return 0;
}

/** Throws where a site may not stand. `name` is what its folder was called. */
function checkOut(out: string, name: string, dir: string, cwd: string): void {
  // A site changes places with the one before it: whatever else stands in the folder would go with it.
  if ([cwd, dir].some((inner) => isWithin(realPath(inner), out))) throw new UsageError('cli.outHolds', { out: name });
  // Else the next build would take the site for files of the office's.
  if (isWithin(out, realPath(join(dir, OWN_FOLDER)))) throw new UsageError('cli.outPublic', { out: name });
  const read = [...TABLE_NAMES, 'programmes', 'pages'].find((folder) => isWithin(out, realPath(join(dir, folder))));
  if (read !== undefined) throw new UsageError('cli.outRead', { out: name, folder: `${read}/` });
  if (!isSiteFolder(out)) throw new UsageError('cli.outTaken', { out: name });
}

/** Prints while no other build may; null where nothing came of it, which the terminal was told. */
async function printLocked(order: PrintOrder, name: string, terminal: Terminal): Promise<PrintedPortal | null> {
  const { out } = order;
  const t = getTranslate(terminal.language);
  try {
    mkdirSync(dirname(out), { recursive: true });
    const lock = takeLock(out);
    if ('pid' in lock) {
      const { pid, file, host } = lock;
      terminal.warn(host === undefined ? t('cli.outBusy', { out: name, pid, file }) : t('cli.outBusyElsewhere', { out: name, pid, file, host }));
      return null;
    }
    try {
      return findPrinted(order) ?? (await print(order, terminal));
    } finally {
      lock.release();
    }
  } catch (error) {
    const said = failureText(error, name, out, t);
    if (said === null) throw error;
    terminal.warn(said);
    return null;
  }
}

/** What a file system says when it cannot be written to. */
const UNWRITABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST', 'EDQUOT']);

/** What it says of a folder that cannot change places with another: a volume of a container, a folder of its image. */
const IMMOVABLE: ReadonlySet<string> = new Set(['EBUSY', 'EXDEV']);

/**
 * What to say when a build ends for a reason that is no fault of the program's; null for any other. `name` is what the site's folder was
 * called. Windows has one answer for what another program has open and for what may not be written.
 */
export function failureText(error: unknown, name: string, out: string, t: Translate, isWindows = process.platform === 'win32'): string | null {
  const { code = '', path = out, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const stays = existsSync(out) ? 1 : 0;
  if (code === NO_MEMORY) return t('cli.noMemory', { out: name, stays });
  // The lock is the first file that is written, and nobody's business.
  const place = path.startsWith(lockFile(out)) ? dirname(out) : path;
  if (isWindows && HELD.has(code)) return t('cli.outHeld', { out: name, path: place, code, stays });
  // Of the two renames of a swap one moves the old site away, and one the new site to its place.
  if (IMMOVABLE.has(code) && (path === out || dest === out)) return t('cli.outFixed', { out: name, inside: join(name, 'site'), code, stays });
  if (!UNWRITABLE.has(code)) return null;
  return t(code === 'ENOSPC' ? 'cli.outFull' : 'cli.outUnwritable', { out: name, path: place, code, stays });
}

/** Where a path leads through links, as far as it exists. */
function realPath(path: string): string {
  return existsSync(path) || dirname(path) === path ? realpathSync(path) : join(realPath(dirname(path)), basename(path));
}

/** The site, where it was printed from just this folder before. */
function findPrinted({ out, key }: PrintOrder): PrintedPortal | null {
  if (key === null) return null;
  const found = reviveSite(out, PRINTED, (note) => parseNote<PrintedNote>(note)?.key === key);
  const note = found && parseNote<PrintedNote>(found.note);
  if (!found || !note) return null;
  const { lang, pages } = note;
  return { lang, pages, counts: found.counts };
}

/** Everything that prints is loaded only when there is something to print. */
async function print(order: PrintOrder, terminal: Terminal): Promise<PrintedPortal | null> {
  const { printPortal } = await import('./printPortal.ts');
  return printPortal(order, terminal);
}
