/** The office's own files: what stands in `public/` of the portal folder, and is copied into the site as it is. */
import { accessSync, constants, type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dropTags, findInLines, findPersonalData } from '../model/personal.ts';
import { PICTURE } from '../model/picture.ts';
import { fileOf, type Problems } from '../problems.ts';
import { findDecoding, readText } from '../read/encoding.ts';
import { LARGEST_FILE, LARGEST_TEXT, readBytes, reportUnread } from '../read/inputs.ts';
import { findNear, suggestionParams } from '../read/nearest.ts';
import { foldersOf, foldPath, OPEN_MARK } from '../read/paths.ts';
import type { YamlSource } from '../read/rows.ts';

/** The folder of the portal folder that they stand in. */
export const OWN_FOLDER = 'public';

/** What systems leave behind. */
const LEFT_BEHIND = /^(?:\.DS_Store|\.git|\.svn|Thumbs\.db|desktop\.ini)$/i;

/**
 * The paths of the portal's own files below `public/`, sorted; links are followed. `file-unreadable` tells of links that lead nowhere or in
 * a circle, and of what is no file.
 */
export function listOwnFiles(root: string, problems: Problems): readonly string[] {
  const found: string[] = [];
  const walk = (below: string, within: readonly string[]): void => {
    const folder = join(root, OWN_FOLDER, below);
    for (const { name } of readFolder(folder)) {
      if (LEFT_BEHIND.test(name) || OPEN_MARK.test(name)) continue;
      const path = below === '' ? name : `${below}/${name}`;
      const kind = kindOf(join(folder, name), within);
      if (kind === 'file') found.push(path);
      else if (kind === null) reportUnread(root, `${OWN_FOLDER}/${path}`, problems);
      else walk(path, [...within, kind.folder]);
    }
  };
  const top = join(root, OWN_FOLDER);
  walk('', existsSync(top) ? [realpathSync(top)] : []);
  return found.sort();
}

function readFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return [];
    throw error;
  }
}

/** A file, a folder by where it really is, or null for what is neither or cannot be read, and for a folder that holds itself. */
function kindOf(path: string, within: readonly string[]): 'file' | { readonly folder: string } | null {
  try {
    accessSync(path, constants.R_OK);
    const stat = statSync(path);
    if (stat.isFile()) return stat.size > LARGEST_FILE ? null : 'file';
    const folder = realpathSync(path);
    return stat.isDirectory() && !within.includes(folder) ? { folder } : null;
  } catch {
    return null;
  }
}

/** Tells of own files of which, where `foldPath` makes them one, one would take the place of the other, or of a folder: `public-twice`. */
export function reportTwins(own: readonly string[], problems: Problems): void {
  const files = new Map<string, string>();
  const tell = (path: string, other: string): void => problems.error('public-twice', fileOf(`${OWN_FOLDER}/${path}`), { path, other });
  for (const path of own) {
    const key = foldPath(path);
    const other = files.get(key);
    if (other === undefined) files.set(key, path);
    else tell(path, other);
  }
  for (const folder of new Set(own.flatMap(foldersOf))) {
    const file = files.get(foldPath(folder));
    if (file !== undefined) tell(file, folder);
  }
}

/** Files of text, which anybody can search. What PDFs, pictures and programs hold is not looked at. */
const TEXT = /\.(?:txt|csv|tsv|jsonl?|geojson|x?html?|xml|kml|svg|md|ya?ml|ics|vcf)$/i;
const PROSE = /\.(?:txt|x?html?|md)$/i;
/** In a drawing many numbers are places. */
const DRAWING = /\.svg$/i;
/** Parts of a page that nobody reads; one that is not closed goes to the end. */
const UNREAD = /<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi;

/** Reports personal numbers in the names of the portal's own files, and in those that are text; and texts that are too large to look at. */
export function reportPersonal(root: string, own: readonly string[], problems: Problems): void {
  for (const path of own) {
    const file = `${OWN_FOLDER}/${path}`;
    const inName = findPersonalData(path);
    if (inName) problems.error('personal-file-name', fileOf(file), { value: inName.masked });
    if (TEXT.test(path)) reportWithin(path, file, readBytes(join(root, file)) ?? Buffer.alloc(0), problems);
  }
}

function reportWithin(path: string, file: string, bytes: Buffer, problems: Problems): void {
  if (bytes.length > LARGEST_TEXT) {
    problems.error('file-too-large', fileOf(file));
    return;
  }
  const text = DRAWING.test(path) ? dropTags(toText(bytes)) : dropUnread(toText(bytes));
  for (const { line, personal } of findInLines(text, PROSE.test(path)))
    problems.error(`personal-${personal.kind}`, { file, line, column: null }, { header: file, value: personal.masked });
}

/** Bytes as text; where their encoding is not known, the digits in them all the same. */
function toText(bytes: Buffer): string {
  const decoding = findDecoding(bytes, 'auto', () => false);
  return 'fault' in decoding ? bytes.toString('latin1') : [...readText(bytes, decoding)].join('');
}

/** The text without scripts and styles, and with the lines of them. */
function dropUnread(text: string): string {
  return text.replace(UNREAD, (part) => part.replace(/[^\n]/g, ''));
}

/** The site's own sign stands at this path where the office has none. */
const SIGN = 'favicon.svg';

/** Reports an emblem that does not stand among the portal's own files: every page would show a broken picture. */
export function reportEmblem(portal: YamlSource | null, own: readonly string[], problems: Problems): void {
  const at = ['brand', 'emblem'];
  const emblem = portal?.text(at);
  if (!portal || emblem === undefined || !PICTURE.test(emblem) || emblem === SIGN || own.includes(emblem)) return;
  const pictures = own.filter((path) => PICTURE.test(path));
  const nearest = pictures.find((path) => path.endsWith(`/${emblem}`)) ?? findNear(emblem, pictures);
  problems.error('emblem-missing', portal.at(at), { key: 'brand.emblem', value: emblem, ...suggestionParams(nearest) });
}
