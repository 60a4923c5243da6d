/** Headers: which column of which table a word at the top of a file means. */
import { isChinese } from '../i18n/languages.ts';
import { findNearest } from './nearest.ts';
import { NAMES, type TableNames } from './tableNames.ts';

export type TableName = keyof typeof NAMES;

interface TableShape {
  /** What an office calls the table. */
  readonly chinese: string;
  /** Column names in the order of the specification. */
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** The Chinese names of each column, the usual one first. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** By any of those names, the first column that has it: a sheet may have many thousand headers that are none. */
  readonly byAlias: ReadonlyMap<string, string>;
}

function parseShape({ name, columns }: TableNames): TableShape {
  const entries = Object.entries(columns).map(([key, aliases]) => [key.replace('*', ''), aliases.split(' ')] as const);
  const required = Object.keys(columns).filter((key) => key.endsWith('*'));
  return {
    chinese: name,
    columns: entries.map(([column]) => column),
    required: required.map((key) => key.slice(0, -1)),
    aliases: new Map(entries),
    byAlias: new Map(entries.flatMap(([column, aliases]) => aliases.map((alias) => [alias, column] as const)).reverse()),
  };
}

/** Every table of a portal. A table's file is named for its key. */
export const TABLES = Object.fromEntries(Object.entries(NAMES).map(([table, names]) => [table, parseShape(names)])) as Readonly<
  Record<TableName, TableShape>
>;

export const TABLE_NAMES = Object.keys(NAMES) as readonly TableName[];

/** Whether a name is that of a table, in English. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(NAMES, name);
}

/** The table that a word probably means: one that an office calls so (得分, 得分表), or the nearest name. */
export function findNearTable(word: string): TableName | undefined {
  const called = word.replace(/表$/, '');
  return TABLE_NAMES.find((table) => TABLES[table].chinese === called) ?? (findNearest(word, TABLE_NAMES) as TableName | undefined);
}

/** Columns of words for people: they may also come once a language, as `<column>_<lang>`. */
const TEXT_COLUMNS: ReadonlySet<string> = new Set([
  'name',
  'short_name',
  'title',
  'definition',
  'source',
  'reason',
  'note',
  'effect',
  'target_text',
  'unit_label',
  'evidence',
  'decision',
  'issuer',
  'from_name',
  'to_name',
  'digest',
  'approved_by',
]);

const LANGUAGE_WORDS: ReadonlyMap<string, string> = new Map([
  ['英文', 'en'],
  ['英语', 'en'],
  ['english', 'en'],
  ['中文', 'zh-CN'],
  ['汉语', 'zh-CN'],
  ['chinese', 'zh-CN'],
]);

const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i;

function parseLanguage(word: string): string | undefined {
  const known = LANGUAGE_WORDS.get(word.toLowerCase());
  if (known || !LANGUAGE.test(word)) return known;
  return word.replaceAll('_', '-').replace(/^[A-Z]+/, (code) => code.toLowerCase());
}

function findPlainColumn(shape: TableShape, header: string): string | undefined {
  const name = header.toLowerCase().replace(/[\s-]+/g, '_');
  if (shape.columns.includes(name)) return name;
  const chinese = header.replace(/\s/g, '');
  return shape.byAlias.get(chinese) ?? shape.byAlias.get(chinese.toUpperCase());
}

/** The two halves of a header that names a language: `name_en`, `名称（英文）`, `name [en]`, `英文名称`. */
function splitLanguage(header: string): readonly [string, string] | undefined {
  const match =
    /^(.+?)\s*[（([]([^（()）\]]+)[)）\]]$/.exec(header) ??
    /^([a-z_]+?)_([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(header) ??
    /^(\p{Script=Han}+)_(.+)$/u.exec(header);
  if (match) return [match[1] as string, match[2] as string];
  const leading = /^(英文|中文)(.+)$/.exec(header);
  return leading ? [leading[2] as string, leading[1] as string] : undefined;
}

/** The column that a header means in a table: `score` for `得分`, `name_en` for `名称（英文）`. Undefined when it is none. */
export function findColumn(table: TableName, header: string): string | undefined {
  const shape = TABLES[table];
  const plain = findPlainColumn(shape, header);
  if (plain) return plain;
  const [base, word] = splitLanguage(header) ?? [];
  const column = base === undefined ? undefined : findPlainColumn(shape, base);
  const lang = word === undefined ? undefined : parseLanguage(word);
  return column && lang && TEXT_COLUMNS.has(column) ? `${column}_${lang}` : undefined;
}

const ANY = new Set(TABLE_NAMES.flatMap((table) => getHeaders(table)));

const LONGEST = Math.max(...[...ANY].map(({ length }) => length));

/** Whether a word is a header of any table. */
export function isAnyHeader(word: string): boolean {
  return word.length <= LONGEST && (ANY.has(word) || ANY.has(word.toLowerCase()));
}

/** A column's name for a message: `得分（score）` where the portal speaks Chinese, else `score`. */
export function formatColumn(table: TableName, column: string, lang: string): string {
  const alias = TABLES[table].aliases.get(column)?.[0];
  return alias && isChinese(lang) ? `${alias}（${column}）` : column;
}

/** Every header that a table's columns answer to, for finding the nearest: English first, then Chinese. */
export function getHeaders(table: TableName): readonly string[] {
  const { columns, aliases } = TABLES[table];
  return [...columns, ...columns.flatMap((column) => aliases.get(column) ?? [])];
}
