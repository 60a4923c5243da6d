/** A portal folder as read: portal.yaml, the programmes, the tables by their names and by mapping, and the list of prose. */
import { join } from 'node:path';
import { hasHan } from '../i18n/languages.ts';
import { fileOf, type Place, Problems } from '../problems.ts';
import { trimHeader } from './cell.ts';
import { readRecords } from './csv.ts';
import { openTransposed, openUpright } from './csvGrid.ts';
import { type Join, joinDistinct } from './distinct.ts';
import { type Decoding, findDecoding, readBefore, readBroken, readText } from './encoding.ts';
import type { Grid } from './grid.ts';
import { findHead } from './head.ts';
import { findColumn, isTableName, TABLE_NAMES, type TableName } from './headers.ts';
import { createInputs, type Inputs, LARGEST_TEXT, readBytes } from './inputs.ts';
import { DEFAULT_LANGUAGE, findLanguage } from './language.ts';
import {
  isEmptyFolder,
  isFolder,
  isShut,
  listFiles,
  listMatches,
  listPages,
  listPassedOver,
  listShut,
  listTableFiles,
  reportStrays,
} from './listing.ts';
import { type Mapping, readMappings } from './mapping.ts';
import type { Folder, RowSource, YamlSource } from './rows.ts';
import { createTally, openSource, type Tally } from './source.ts';
import { type DimensionNames, listDimensionNames } from './wide.ts';
import { parseYaml } from './yaml.ts';
import { openYaml } from './yamlGrid.ts';

/** What stands for a character that was lost. */
const DAMAGE = '\ufffd';

/** One file that gives rows to a table, by its name or by a mapping. */
interface TableFile {
  readonly table: TableName;
  readonly file: string;
  readonly mapping: Mapping | null;
}

interface Reading {
  readonly inputs: Inputs;
  /** The portal's first language. */
  readonly lang: string;
  /** By entry of the mapping: its files share one `at`. */
  readonly tallies: ReadonlyMap<Mapping['at'], Tally>;
  readonly dimensions: DimensionNames;
  readonly unread: Set<string>;
  /** Files of tables in which some character was lost. */
  readonly damaged: Set<string>;
  readonly problems: Problems;
}

/**
 * Reads a portal folder. What is wrong with files and headers is in `problems` at once (codes `folder-*`, `file-*`, `encoding-*`, `yaml-*`,
 * `csv-*`, `mapping-*`); what is wrong with rows comes while a source is visited. Never throws on what the folder holds.
 */
export async function readFolder(root: string, problems: Problems): Promise<Folder> {
  const inputs = createInputs(root);
  if (!hasPortal(root, problems)) return createFolder(root, inputs, { language: findLanguage(null, () => readTexts(root, true)) });
  const portal = readYaml('portal.yaml', inputs, problems);
  const own = findLanguage(portal, () => inputs.read('portal.yaml', null, new Problems())?.toString('utf8') ?? '');
  const language = own ?? findLanguage(null, () => readTexts(root, false));
  const programmeFiles = listFiles(root, 'programmes', /\.ya?ml$/i);
  const programmes = programmeFiles.flatMap((file) => readYaml(file, inputs, problems) ?? []);
  const unread = new Set<string>();
  const mappings = portal ? readMappings(portal, (table) => unread.add(table), problems) : [];
  const { files, strays, isUsed } = listAll(root, mappings, problems);
  const shut = listShut(root);
  for (const folder of shut) problems.error('folder-unreadable', fileOf(folder), { folder });
  const unreadProgrammes = [
    ...[...programmeFiles, ...strays].filter((name) => name.startsWith('programmes/') && !programmes.some(({ file }) => file === name)),
    ...shut.filter((folder) => folder === 'programmes'),
  ];
  for (const table of [...findLost(strays, files), ...shut]) unread.add(table);
  const reading = {
    inputs,
    lang: language ?? DEFAULT_LANGUAGE,
    tallies: createTallies(files),
    unread,
    damaged: new Set<string>(),
    dimensions: listDimensionNames(programmes),
    problems,
  };
  const opened = files.flatMap((entry) => {
    const source = openTable(entry, reading);
    if (!source) unread.add(entry.table);
    return source ? { source, ...getJoin(entry) } : [];
  });
  const tables = joinDistinct(opened, problems);
  const pages = new Map(listPages(root).map((page) => [page, readPage(page, inputs, problems)]));
  return createFolder(root, inputs, {
    language,
    portal,
    programmes,
    tables,
    pages: [...pages.keys()],
    pageText: (page) => pages.get(page) ?? '',
    unread,
    listPassedOver: () => listPassedOver(root, isUsed, problems),
    unreadProgrammes,
  });
}

/** The files of all tables, by their names and then by mapping (`isUsed`); and the names that other files were probably meant to have. */
function listAll(root: string, mappings: readonly Mapping[], problems: Problems) {
  const mapped = dropRepeats(
    mappings.flatMap((mapping) => listMapped(root, mapping, problems)),
    problems,
  );
  const used = new Set(mapped.map(({ file }) => file));
  const isMapped = (own: TableFile): boolean => mapped.some(({ table, file }) => table === own.table && file === own.file);
  const files = [...listConvention(root).filter((own) => !isMapped(own)), ...mapped];
  const isUsed = (file: string): boolean => used.has(file);
  return { files, strays: reportStrays(root, isUsed, problems), isUsed };
}

function createTallies(files: readonly TableFile[]): Reading['tallies'] {
  const entries = Map.groupBy(
    files.flatMap(({ mapping }) => mapping ?? []),
    ({ at }) => at,
  );
  const cut = new Map<string, string>();
  return new Map([...entries].map(([at, all]) => [at, createTally(all.length, cut)]));
}

/** How much of each file is looked at to tell its language. */
const SAMPLE = 4096;

/** What a folder's files begin with, as far as any program could read them; `withPortal`: also what should be its portal.yaml. */
function readTexts(root: string, withPortal: boolean): string {
  const portals = withPortal ? listFiles(root, '', /^portal\./i) : [];
  const others = [...listFiles(root, 'programmes', /\.ya?ml$/i), ...TABLE_NAMES.flatMap((table) => listTableFiles(root, table))];
  return [...portals, ...others].map((file) => readSample(join(root, file))).join('\n');
}

/** Chinese in GB18030 is Chinese all the same. */
function readSample(path: string): string {
  const bytes = readBytes(path)?.subarray(0, SAMPLE);
  // A stream may go on: a character that the sample cuts in two is not lost.
  const text = new TextDecoder().decode(bytes, { stream: true });
  return text.includes(DAMAGE) ? text + new TextDecoder('gb18030').decode(bytes) : text;
}

/** Tables that have no file, while one is there under a name that is none. */
function findLost(strays: readonly string[], files: readonly TableFile[]): readonly string[] {
  const tables = strays.map((name) => name.replace(/[./].*$/, '')).filter(isTableName);
  return tables.filter((name) => !files.some(({ table }) => table === name));
}

/** The column of the character that would follow a text: its place in the last line, 1-based. */
function getColumn(before: string): number {
  return before.length - before.lastIndexOf('\n');
}

/** The bytes of a file that is read as one text; null where it cannot be. */
function readInOne(file: string, table: string | null, inputs: Inputs, problems: Problems): Buffer | null {
  const bytes = inputs.read(file, table, problems);
  if (!bytes || bytes.length <= LARGEST_TEXT) return bytes;
  problems.error('file-too-large', fileOf(file));
  return null;
}

/** Prose is UTF-8: the program that sets it reads no other encoding. */
function readPage(page: string, inputs: Inputs, problems: Problems): string {
  const bytes = readInOne(page, null, inputs, problems);
  const decoding = bytes && decode(page, bytes, 'utf-8', () => false, getColumn, problems);
  if (!bytes || !decoding) return '';
  reportDamage(page, bytes, decoding, problems, 'warning');
  return [...readText(bytes, decoding)].join('');
}

function createFolder(root: string, inputs: Inputs, found: Partial<Folder>): Folder {
  const empty = {
    language: null,
    portal: null,
    programmes: [],
    tables: [],
    pages: [],
    pageText: () => '',
    unread: new Set<string>(),
    listPassedOver: () => [],
    unreadProgrammes: [],
  };
  return { root, ...empty, ...found, inputs: inputs.list };
}

function getJoin({ table, mapping }: TableFile): Join {
  const columns = (names: readonly string[] = []): readonly string[] => names.map((name) => findColumn(table, name) as string);
  return { distinct: columns(mapping?.distinct), first: columns(mapping?.first), changes: columns(mapping?.changes) };
}

/** Tells of a folder that is none, holds nothing, or holds no portal.yaml: one problem, since nothing else can be said of it. */
function hasPortal(root: string, problems: Problems): boolean {
  if (!isFolder(root)) problems.error('folder-missing', fileOf('.'), { folder: root });
  else if (isShut(root)) problems.error('folder-unreadable', fileOf('.'), { folder: root });
  else if (isEmptyFolder(root)) problems.error('folder-empty', fileOf('.'));
  else if (!listFiles(root, '', /^portal\.yaml$/).length) {
    const [other] = listFiles(root, '', /^portal\.(ya?ml|json|toml)(\.txt)?$/i);
    if (other === undefined) problems.error('folder-no-portal', fileOf('portal.yaml'));
    else problems.error('folder-portal-name', fileOf(other), { file: other, hidden: /\.txt$/i.test(other) ? 1 : 0 });
  } else return true;
  return false;
}

function listConvention(root: string): readonly TableFile[] {
  return TABLE_NAMES.flatMap((table) => listTableFiles(root, table).map((file) => ({ table, file, mapping: null })));
}

function listMapped(root: string, mapping: Mapping, problems: Problems): readonly TableFile[] {
  const files = listMatches(root, mapping.pattern);
  if (files.length === 0) problems.error('mapping-file-missing', mapping.at('file'), { file: mapping.pattern });
  return files.map((file) => ({ table: mapping.table, file, mapping }));
}

/** Leaves out files that one table would read a second time alike, and tells of the first of each entry. */
function dropRepeats(mapped: readonly TableFile[], problems: Problems): readonly TableFile[] {
  const seen = new Set<string>();
  const told = new Set<Mapping | null>();
  return mapped.filter(({ table, file, mapping }) => {
    const key = [table, file, mapping?.settings].join('\u0001');
    if (!seen.has(key)) return seen.add(key);
    if (mapping && !told.has(mapping)) problems.error('mapping-file-twice', mapping.at('file'), { file });
    told.add(mapping);
    return false;
  });
}

/** Reports why bytes are no text; where a single byte is to blame, its line and, through `fieldOf`, its field. `isTable`: `tables` may say how it is encoded. */
function decode(
  file: string,
  bytes: Buffer,
  wanted: string,
  isKnownHeader: (line: string) => boolean,
  fieldOf: (before: string) => number,
  problems: Problems,
  isTable = true,
  mapping: Mapping | null = null,
): Decoding | null {
  const found = findDecoding(bytes, wanted, isKnownHeader);
  if (!('fault' in found)) return found;
  const other = found.fault === 'broken' && mapping && wanted !== 'auto' ? findDecoding(bytes, 'auto', isKnownHeader) : null;
  if (mapping && other && !('fault' in other)) {
    problems.error('encoding-other', mapping.at('encoding'), { file, found: other.encoding, wanted });
    return null;
  }
  if (found.fault === 'workbook') problems.error('file-workbook', fileOf(file), { file, table: isTable ? 1 : 0 });
  else if (found.fault === 'unknown')
    problems.error('encoding-unknown', fileOf(file), { file, guesses: isTable ? found.guesses : [], table: isTable ? 1 : 0 });
  else if (found.fault === 'mixed') problems.error('encoding-mixed', { file, line: found.line, column: null }, { utf8: found.isUtf8 ? 1 : 0 });
  else {
    const before = found.fault === 'nul' ? readBefore(bytes, found.at) : readBroken(bytes, found);
    const place: Place = { file, line: before.split('\n').length, column: fieldOf(before) };
    if (found.fault === 'nul') problems.error('encoding-nul', place);
    else problems.error('encoding-broken', place, { encoding: found.encoding.toUpperCase() });
  }
  return null;
}

/** Warns of an encoding that a mapping asks for and the bytes gainsay. */
function reportDoubt(file: string, { encoding, doubt }: Decoding, mapping: Mapping | null, problems: Problems): void {
  if (!mapping || !doubt) return;
  problems.warning(`encoding-${doubt}`, mapping.at('encoding'), { file, mark: encoding, wanted: mapping.encoding });
}

/** Where U+FFFD stands in a text that is otherwise sound: some other program lost a character there before. −1 = nowhere. */
function findDamage(bytes: Buffer, { encoding }: Decoding): number {
  return encoding === 'utf-8' ? bytes.indexOf(DAMAGE) : -1;
}

/** Tells of the first lost character of a file: an error where every word counts; prose may well speak of it. */
function reportDamage(file: string, bytes: Buffer, decoding: Decoding, problems: Problems, severity: 'error' | 'warning' = 'error'): void {
  const at = findDamage(bytes, decoding);
  if (at >= 0) problems[severity]('encoding-damaged', { file, line: readBefore(bytes, at).split('\n').length, column: null });
}

/** The rows of a table, in which lost characters are told wherever a column has them: others may refer to what stood there. */
function watchDamage(source: RowSource, tell: () => void, problems: Problems): RowSource {
  let isVisited = false;
  return {
    ...source,
    each(visit) {
      const isFirst = !isVisited;
      isVisited = true;
      return source.each((cells, row) => {
        const column = isFirst ? cells.findIndex((cell) => cell.includes(DAMAGE)) : -1;
        if (column >= 0) {
          problems.error('encoding-damaged', row.at(column));
          tell();
        }
        visit(cells, row);
      });
    },
  };
}

function readYaml(
  file: string,
  inputs: Inputs,
  problems: Problems,
  table: Omit<TableFile, 'file'> | null = null,
  damaged?: Set<string>,
): YamlSource | null {
  const mapping = table?.mapping ?? null;
  const bytes = readInOne(file, table?.table ?? null, inputs, problems);
  const wanted = mapping?.encoding ?? 'auto';
  const decoding = bytes && decode(file, bytes, wanted, () => false, getColumn, problems, table !== null, mapping);
  if (!bytes || !decoding) return null;
  reportDoubt(file, decoding, mapping, problems);
  if (!table) reportDamage(file, bytes, decoding, problems);
  else if (findDamage(bytes, decoding) >= 0) damaged?.add(file);
  return parseYaml(file, [...readText(bytes, decoding)].join(''), problems);
}

function openTable({ table, file, mapping }: TableFile, reading: Reading): RowSource | null {
  const { lang, tallies, unread, damaged, dimensions, problems } = reading;
  const open = /\.ya?ml$/i.test(file) ? openYamlTable : openCsv;
  const grid = open(table, file, mapping, reading);
  const whole = grid && watchEnd(grid, () => unread.add(table));
  const source = whole && openSource({ table, grid: whole, mapping, lang, dimensions, problems }, mapping ? tallies.get(mapping.at) : undefined);
  return source && damaged.has(file) ? watchDamage(source, () => unread.add(table), problems) : source;
}

/** The grid, which tells when there are rows that it cannot give. */
function watchEnd(grid: Grid, tell: () => void): Grid {
  return {
    ...grid,
    each(visit, problems) {
      const isWhole = grid.each(visit, problems);
      if (!isWhole) tell();
      return isWhole;
    },
  };
}

function openYamlTable(table: TableName, file: string, mapping: Mapping | null, { inputs, lang, damaged, problems }: Reading): Grid | null {
  const idle = [
    ...(mapping?.transpose ? ['transpose'] : []),
    ...(mapping?.delimiter ? ['delimiter'] : []),
    ...(mapping?.skipRows ? ['skip_rows'] : []),
    ...(mapping?.headerRows === 2 ? ['header_rows'] : []),
    ...(mapping && mapping.fillDown.length > 0 ? ['fill_down'] : []),
  ];
  for (const key of idle) problems.error('mapping-csv-only', (mapping as Mapping).keyAt(key), { key, file });
  const source = readYaml(file, inputs, problems, { table, mapping }, damaged);
  return source && openYaml(source, lang, mapping ? null : (key) => findColumn(table, key), problems);
}

/** Which headers are expected in a file: those that its mapping names, or else the table's. */
function createKnown(table: TableName, mapping: Mapping | null): (header: string) => boolean {
  if (!mapping || mapping.columns.length === 0) return (header) => findColumn(table, header) !== undefined;
  const names = new Set(mapping.columns.flat().map((name) => trimHeader(name).replace(/#\d+$/, '')));
  // Of a header of two rows each has but a part.
  if (mapping.headerRows === 2) for (const name of [...names]) for (const part of name.split(' ')) names.add(part);
  return (header) => names.has(header);
}

function openCsv(table: TableName, file: string, mapping: Mapping | null, { inputs, damaged, problems }: Reading): Grid | null {
  const isKnown = createKnown(table, mapping);
  const given = { delimiter: mapping?.delimiter ?? null, skipRows: mapping ? mapping.skipRows : null };
  const isKnownHeader = (line: string): boolean =>
    line.split(/[,;\t|]/).some((cell) => hasHan(cell) && isKnown(trimHeader(cell.replaceAll('"', ''))));
  const fieldOf = (before: string): number => getLastField(before, findHead(before, given, isKnown)?.delimiter ?? ',');
  let bytes = inputs.read(file, table, problems);
  const decoding = bytes && decode(file, bytes, mapping?.encoding ?? 'auto', isKnownHeader, fieldOf, problems, true, mapping);
  if (!bytes || !decoding) return null;
  reportDoubt(file, decoding, mapping, problems);
  if (findDamage(bytes, decoding) >= 0) damaged.add(file);
  const [text = ''] = readText(bytes, decoding);
  const headerRows = mapping?.headerRows ?? 1;
  const isUpright = !mapping?.transpose;
  const head = findHead(text, given, isKnown, isUpright ? headerRows : 1);
  if (!head) {
    problems.error('csv-empty', fileOf(file), { file });
    return null;
  }
  if (mapping && isUpright && headerRows === 2 && !head.lower) {
    problems.error('mapping-header-rows', mapping.at('header_rows'), { file, line: head.skipRows + 1 });
    return null;
  }
  if (!mapping && head.lost) {
    problems.error('csv-rows-above', { file, line: head.lost.line, column: null }, { line: head.skipRows + 1 });
    return null;
  }
  if (!isUpright) return openTransposed(file, bytes, decoding, head, headerRows, problems);
  // The bytes are let go once their rows were visited; a second visit opens the file anew.
  const takeBytes = (): Buffer => {
    const held = bytes ?? inputs.read(file, table, problems);
    bytes = null;
    return held ?? Buffer.alloc(0);
  };
  return openUpright(file, takeBytes, decoding, head, mapping === null);
}

/** The field in which a text breaks off: that of its open quote, or the last of its last record. */
function getLastField(before: string, delimiter: string): number {
  let field = 1;
  const open = readRecords([before], { delimiter, skipRows: 0 }, (cells) => {
    field = cells.length;
    return true;
  });
  return open?.field ?? field;
}
