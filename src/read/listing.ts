/** What files a portal folder holds, by what their names say. Paths are inside the folder, with `/`, sorted by code unit. */
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileOf, type Problems } from '../problems.ts';
import { findNearTable, isTableName, TABLE_NAMES, type TableName } from './headers.ts';
import { countEdits, findNearest, suggest } from './nearest.ts';

const ROWS = /\.(csv|ya?ml)$/i;
/** Rows that a spreadsheet program calls otherwise. */
const OTHER_ROWS = /\.(tsv|tab|txt)$/i;
/** What Notepad makes of `units.csv`: Windows shows it without its last ending. */
const HIDDEN_ENDING = /(\.(?:csv|ya?ml))\.txt$/i;
const NOTES = /^(read.?me|notes?|licen[cs]e|说明|备注)/i;
const WORKBOOK = /\.(xlsx?|xlsm|et|ods|numbers)$/i;
/** What programmes' folder is called elsewhere. */
const PROGRAMMES = /^(?:programs?|programme|机制|考核机制)$/i;
/** Folders whose files are read by something else, or by nothing. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set(['pages', 'published', 'public', 'node_modules']);
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
    .filter((entry) => !/^[.~]/.test(entry.name) && !(entry.isSymbolicLink() && isCircle(folder, entry.name)))
    .map((entry) => ({ name: entry.name, isFolder: entry.isSymbolicLink() ? isFolder(join(folder, entry.name)) : entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a link leads to the folder that it stands in, or to one that holds that: there is nothing in it that is not read already. */
function isCircle(folder: string, name: string): boolean {
  try {
    return `${realpathSync(folder)}${sep}`.startsWith(`${realpathSync(join(folder, name))}${sep}`);
  } catch {
    // It leads nowhere, which is told where it is read.
    return false;
  }
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // Links in a circle lead nowhere.
    return false;
  }
}

/** Whether a folder is there and cannot be looked into: its rights, a drive that is gone, a link that leads nowhere. */
export function isShut(path: string): boolean {
  try {
    readdirSync(path);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'ENOTDIR' && (code !== 'ENOENT' || lstatSync(path, { throwIfNoEntry: false }) !== undefined);
  }
}

/** The folders of a portal that are shut, of tables, programmes, prose and own files: what they hold would be left out without a word. */
export function listShut(root: string): readonly string[] {
  const pages = (folder: string, depth: number): readonly string[] =>
    depth > DEEPEST ? [] : listEntries(join(root, folder)).flatMap(({ name, isFolder }) => (isFolder ? look(`${folder}/${name}`, depth + 1) : []));
  const look = (folder: string, depth: number): readonly string[] => (isShut(join(root, folder)) ? [folder] : pages(folder, depth));
  return [...[...TABLE_NAMES, 'programmes', 'public'].filter((folder) => isShut(join(root, folder))), ...look('pages', 0)];
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

/** Tells of files and folders that look like tables and are none, unless a mapping reads them. Gives the names that they were probably meant to have. */
export function reportStrays(root: string, isUsed: (file: string) => boolean, problems: Problems): readonly string[] {
  return listEntries(root).flatMap(({ name, isFolder }) => {
    if (isFolder && (isTableName(name) || name === 'programmes')) return reportWithin(root, name, name, isUsed, problems);
    if (isFolder) return reportFolder(root, name, isUsed, problems);
    return isUsed(name) ? [] : reportFile(name, problems);
  });
}

function reportFile(name: string, problems: Problems): readonly string[] {
  const [, ending = '.csv'] = HIDDEN_ENDING.exec(name) ?? [];
  const stem = dropEnding(name);
  if (WORKBOOK.test(name) && isTableName(stem)) return reportWorkbook(name, `${stem}.csv`, problems);
  if (OTHER_ROWS.test(name) && isTableName(stem.toLowerCase())) return reportStray(name, `${stem}${ending}`.toLowerCase(), problems);
  if (!ROWS.test(name) || name === 'portal.yaml' || isTableName(stem)) return [];
  const isYaml = !/\.csv$/i.test(name);
  if (isYaml && findNearest(stem, ['portal'])) return reportStray(name, 'portal.yaml', problems);
  const near = findNearTable(stem);
  return reportStray(name, near && `${near}.csv`, problems, isYaml ? [`programmes/${name}`] : []);
}

/** A name without its ending, shown or not. */
function dropEnding(name: string): string {
  return name.replace(HIDDEN_ENDING, '$1').replace(/\.[^.]+$/, '');
}

/** `otherwise`: what the file may be meant for where no name is near. */
function reportStray(file: string, near: string | undefined, problems: Problems, otherwise: readonly string[] = []): readonly string[] {
  problems.error('file-stray', fileOf(file), {
    file,
    yaml: near === undefined && otherwise.length > 0 ? 1 : 0,
    hidden: HIDDEN_ENDING.test(file) ? 1 : 0,
    ...suggest(near),
  });
  return near === undefined ? otherwise : [near];
}

function reportWorkbook(file: string, near: string, problems: Problems): readonly string[] {
  problems.error('file-workbook', fileOf(file), { file, table: 1 });
  return [near];
}

/** Tells of files in a table's folder, or below it, that no table reads, and of folders where a file of a programme should be. */
function reportWithin(
  root: string,
  top: string,
  folder: string,
  isUsed: (file: string) => boolean,
  problems: Problems,
  depth = 0,
): readonly string[] {
  const ofProgrammes = top === 'programmes';
  return listEntries(join(root, folder)).flatMap(({ name, isFolder }) => {
    const file = `${folder}/${name}`;
    const ownName = `${top}/${ROWS.test(name) && !ofProgrammes ? name : dropEnding(name) + (ofProgrammes ? '.yaml' : '.csv')}`;
    if (isFolder && ofProgrammes && ROWS.test(name)) {
      problems.error('folder-for-file', fileOf(file), { file });
      return [ownName];
    }
    if (isFolder) return depth < DEEPEST ? reportWithin(root, top, file, isUsed, problems, depth + 1) : [];
    if (isUsed(file)) return [];
    if (WORKBOOK.test(name)) return reportWorkbook(file, ownName, problems);
    const isRead = depth === 0 && (ofProgrammes ? /\.ya?ml$/i : ROWS).test(name);
    const isTable = ROWS.test(name) || HIDDEN_ENDING.test(name) || (!ofProgrammes && OTHER_ROWS.test(name) && !NOTES.test(name));
    return isTable && !isRead ? reportStray(file, ownName, problems) : [];
  });
}

/** A folder is a misspelt table only when it is one slip away from a name. */
function reportFolder(root: string, name: string, isUsed: (file: string) => boolean, problems: Problems): readonly string[] {
  if (OTHER_FOLDERS.has(name)) return [];
  const stem = name.replace(ROWS, '');
  if (isTableName(stem)) {
    problems.error('folder-stray', fileOf(name), { file: `${name}/`, near: `${stem}/` });
    return [`${stem}/`];
  }
  const near = PROGRAMMES.test(name) ? 'programmes' : findNearest(name, [...TABLE_NAMES, 'programmes']);
  const isNear = near !== undefined && (near === 'programmes' || countEdits(name.toLowerCase(), near) <= 1);
  const files = isNear ? listFiles(root, name, ROWS) : [];
  if (!files.some((file) => !isUsed(file))) return reportUnread(root, name, isUsed, problems);
  problems.error('folder-stray', fileOf(name), { file: `${name}/`, near: `${near}/` });
  return files.map((file) => `${near}/${file.slice(name.length + 1)}`);
}

/** CSV files in a folder and below it. A site that was built there has its own. */
function listTables(root: string, folder: string, depth = 0): readonly string[] {
  const entries = listEntries(join(root, folder));
  if (depth > DEEPEST || entries.some(({ name }) => name === 'manifest.json')) return [];
  return entries.flatMap(({ name, isFolder }) => {
    if (isFolder) return OTHER_FOLDERS.has(name) ? [] : listTables(root, `${folder}/${name}`, depth + 1);
    return /\.csv$/i.test(name) ? [`${folder}/${name}`] : [];
  });
}

/** Where the mapping is at fault, it may mean any file. */
function isMappingFaulty({ list }: Problems): boolean {
  return list.some(({ severity, place }) => severity === 'error' && place.file === 'portal.yaml');
}

/** Tables in folders of the office's own that nothing reads, and that no problem is about. */
export function listPassedOver(root: string, isUsed: (file: string) => boolean, problems: Problems): readonly string[] {
  if (isMappingFaulty(problems)) return [];
  const told = problems.list.filter(({ code }) => code === 'file-unread' || code === 'folder-stray');
  const isTold = (file: string): boolean =>
    told.some(({ place, params }) => file.startsWith(`${place.file}/`) || (Array.isArray(params.files) && params.files.includes(file)));
  return listEntries(root)
    .filter(({ name, isFolder }) => isFolder && name !== 'programmes' && !isTableName(name) && !OTHER_FOLDERS.has(name))
    .flatMap(({ name }) => listTables(root, name))
    .filter((file) => !isUsed(file) && !isTold(file));
}

/** Warns of tables in a folder of which nothing is read; of a folder that others made, a portal may need one file. */
function reportUnread(root: string, folder: string, isUsed: (file: string) => boolean, problems: Problems): readonly string[] {
  if (isMappingFaulty(problems)) return [];
  const files = listTables(root, folder);
  const [file] = files;
  if (file === undefined || files.some(isUsed)) return [];
  const near = files.flatMap((one) => findNearTable((one.split('/').at(-1) as string).replace(ROWS, '')) ?? []);
  const [table = findNearTable(folder)] = near;
  // Other files beside a portal's own are nobody's business.
  if (table) problems.warning('file-unread', fileOf(file), { files, n: files.length, file, table });
  return [];
}
