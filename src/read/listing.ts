/** What files a portal folder holds, by what their names say. Paths are inside the folder, with `/`, sorted by code unit. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type Problems } from '../problems.ts';
import { isTableName, TABLE_NAMES, type TableName } from './headers.ts';
import { countEdits, findNearest } from './nearest.ts';

const ROWS = /\.(csv|ya?ml)$/;
const WORKBOOK = /\.(xlsx?|xlsm|et|ods|numbers)$/i;
/** Folders of prose deeper than this are a loop of symbolic links. */
const DEEPEST = 8;

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is in a folder, links followed; editors' and systems' own files (`.git`, `~$units.xlsx`) apart. Empty when there is no such folder. */
function listEntries(folder: string): readonly Entry[] {
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return found
    .filter(({ name }) => !/^[.~]/.test(name))
    .map((entry) => ({ name: entry.name, isFolder: entry.isSymbolicLink() ? isFolder(join(folder, entry.name)) : entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether there is nothing in the folder that Sunboard could look at. */
export function isEmptyFolder(root: string): boolean {
  return listEntries(root).length === 0;
}

/** Files directly in `folder` whose names match. */
export function listFiles(root: string, folder: string, pattern: RegExp): readonly string[] {
  return listEntries(join(root, folder))
    .filter((entry) => !entry.isFolder && pattern.test(entry.name))
    .map((entry) => (folder === '' ? entry.name : `${folder}/${entry.name}`));
}

/** Prose: `pages/**` as MDX or Markdown. */
export function listPages(root: string, folder = 'pages', depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  return listEntries(join(root, folder)).flatMap(({ name, isFolder }) => {
    if (isFolder) return listPages(root, `${folder}/${name}`, depth + 1);
    return /\.mdx?$/.test(name) ? [`${folder}/${name}`] : [];
  });
}

/** The files that stand for a table by their name: `scores.csv`, `scores.yaml`, `scores/*.csv`. */
export function listTableFiles(root: string, table: TableName): readonly string[] {
  const own = listFiles(root, '', ROWS).filter((file) => file.replace(ROWS, '') === table);
  return [...own, ...listFiles(root, table, ROWS)];
}

/** The files that a mapping's `file:` means; `*` and `?` stand for characters of one name. A folder may be a link. */
export function listMatches(root: string, pattern: string): readonly string[] {
  let found: readonly string[] = [''];
  const parts = pattern.split('/');
  parts.forEach((part, i) => {
    const isName = createMatch(part);
    const wantsFolder = i < parts.length - 1;
    found = found.flatMap((folder) =>
      listEntries(join(root, folder))
        .filter((entry) => entry.isFolder === wantsFolder && isName(entry.name))
        .map(({ name }) => (folder === '' ? name : `${folder}/${name}`)),
    );
  });
  return found;
}

function createMatch(part: string): (name: string) => boolean {
  const wanted = part.normalize('NFC');
  if (!/[*?]/.test(part)) return (name) => name.normalize('NFC') === wanted;
  const source = wanted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const regex = new RegExp(`^${source}$`, 'u');
  return (name) => regex.test(name.normalize('NFC'));
}

/** Tells of files and folders in the root that look like tables and are none, unless a mapping reads them. */
export function reportStrays(root: string, isUsed: (file: string) => boolean, problems: Problems): void {
  for (const { name, isFolder } of listEntries(root)) {
    if (isFolder) reportFolder(root, name, isUsed, problems);
    else if (!isUsed(name)) reportFile(name, problems);
  }
}

function reportFile(name: string, problems: Problems): void {
  const stem = name.replace(/\.[^.]+$/, '');
  if (WORKBOOK.test(name) && isTableName(stem)) problems.error('file-workbook', fileOf(name), { file: name });
  else if (ROWS.test(name.toLowerCase()) && name !== 'portal.yaml' && !(isTableName(stem) && ROWS.test(name))) {
    const valid = [...TABLE_NAMES, ...(name.endsWith('.csv') ? [] : ['portal'])];
    const near = findNearest(stem, valid) as string;
    problems.error('file-stray', fileOf(name), { file: name, near: near === 'portal' ? 'portal.yaml' : `${near}.csv` });
  }
}

/** A folder is a misspelt table only when it is one slip away from a name. */
function reportFolder(root: string, name: string, isUsed: (file: string) => boolean, problems: Problems): void {
  if (isTableName(name) || ['programmes', 'pages', 'published', 'public'].includes(name)) return;
  const near = findNearest(name, [...TABLE_NAMES, 'programmes']) as string;
  const files = countEdits(name.toLowerCase(), near) <= 1 ? listFiles(root, name, ROWS) : [];
  if (files.some((file) => !isUsed(file))) problems.error('folder-stray', fileOf(name), { file: `${name}/`, near: `${near}/` });
}
