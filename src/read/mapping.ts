/** The `tables:` mapping of portal.yaml: how a table that others made is read as it is. Raw YAML in, a total `Mapping` out. */
import { z } from 'zod';
import { oncePer } from '../memo.ts';
import type { Place, Problems } from '../problems.ts';
import { trimHeader } from './cell.ts';
import { parseEncoding } from './encoding.ts';
import { findNearTable, isTableName, TABLE_NAMES, type TableName } from './headers.ts';
import { findNearest, suggest } from './nearest.ts';
import type { Path, YamlSource } from './rows.ts';

/** A condition on a cell's text; all that are given must hold. */
export interface CellTest {
  readonly is: ReadonlySet<string> | null;
  readonly not: ReadonlySet<string> | null;
  readonly matches: RegExp | null;
}

interface Unpivot {
  /** Headers to turn into rows, or a pattern that they match. */
  readonly columns: readonly string[] | RegExp;
  /** Table columns that take the header and the cell. */
  readonly into: { readonly name: string; readonly value: string };
}

/** What whole cells become: by their text, or by the first rule that fits (`$1` is the first group of its pattern). */
export interface Replacement {
  readonly words: ReadonlyMap<string, string>;
  readonly rules: readonly { readonly test: CellTest; readonly to: string }[];
}

/** An id made of columns: of itself, or of several others joined. */
interface MadeId {
  readonly column: string;
  readonly of: readonly string[];
}

/** One entry of `tables.<table>`, total. An entry of several files is several mappings. */
export interface Mapping {
  readonly table: TableName;
  /** A path inside the portal folder; `*` and `?` stand for characters of one name. */
  readonly pattern: string;
  /** A label of the Encoding Standard, or `auto`. */
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly skipRows: number;
  /** Rows of the header. */
  readonly headerRows: 1 | 2;
  /** Headers of the file below which a blank cell means what stands above it. */
  readonly fillDown: readonly string[];
  /** Pairs as written, table column and file header in either order. */
  readonly columns: readonly (readonly [string, string])[];
  readonly constants: ReadonlyMap<string, string>;
  /** Tokens that mean nothing, and the status that each stands for ('' when none is said). */
  readonly missing: ReadonlyMap<string, string>;
  readonly where: ReadonlyMap<string, CellTest>;
  readonly makeId: readonly MadeId[];
  readonly unpivot: Unpivot | null;
  readonly transpose: boolean;
  /** Table columns whose cells hold several: each makes a row. */
  readonly split: readonly string[];
  /** By table column. */
  readonly replace: ReadonlyMap<string, Replacement>;
  /** Table columns that a row is told by: rows alike in them, of this and other files, are one row. Empty: every row counts. */
  readonly distinct: readonly string[];
  /** Of rows joined by `distinct`: columns of which the first cell that is not blank counts, instead of the last. */
  readonly first: readonly string[];
  /** With `distinct`: instead of joining rows, keep those in which these columns are not what they were the time before. */
  readonly changes: readonly string[];
  /** What comes first in `03/04/2023`; null = not said. */
  readonly dates: 'dmy' | 'mdy' | null;
  /** The decimal mark of numbers; null = not said. */
  readonly decimal: '.' | ',' | null;
  /** What a row at fault does. */
  readonly faults: 'stop' | 'report';
  /** All settings but the file, for telling whether two entries read one file alike. */
  readonly settings: string;
  /** Headers that some mapping of the portal tells apart by `#2`. */
  readonly numbered: ReadonlySet<string>;
  /** The place of a key of this entry, for problems. */
  at(...path: Path): Place;
  /** The place of the key itself. */
  keyAt(...path: Path): Place;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const scalars = z.union([scalar, z.array(scalar)]);
const dictionary = z.record(z.string(), scalar);

const isSpec = scalars.optional().describe('It is this word.');
const inSpec = scalars.optional().describe('It is one of these words.');
const matchesSpec = z.string().optional().describe('It matches this regular expression.');
const testSchema = z.strictObject({ is: isSpec, in: inSpec, not: scalars.optional().describe('It is none of these words.'), matches: matchesSpec });

const ruleSchema = z.strictObject({ is: isSpec, in: inSpec, matches: matchesSpec, to: scalar.describe('What it becomes.') });
const names = z.union([z.string(), z.array(z.string()).min(1)]);

/** One entry of a table's mapping, as it is written. */
export const entrySchema = z.strictObject({
  file: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe(
      'Where the file stands, inside the portal folder; several files of one shape as a list, or with * and ? for characters of their names: raw/*.csv.',
    ),
  encoding: z
    .string()
    .default('auto')
    .describe('How its bytes are to be read: utf-8, gb18030, utf-16le, windows-1252 …; auto finds UTF-8, GB18030 (GBK) and, by its mark, UTF-16.'),
  delimiter: z
    .string()
    .regex(/^[^"\r\n\ufeff]+$/)
    .default('auto')
    .describe('What separates its cells: a character, or tab, comma, semicolon or pipe; auto finds out.'),
  skip_rows: z.number().int().min(0).default(0).describe('Lines above the header.'),
  header_rows: z
    .number()
    .int()
    .min(1)
    .max(2)
    .default(1)
    .describe(
      'Rows of the header. With 2, a column is called by both, with a space between (第一季度 得分): an upper head counts for the blanks to its right, and where one of the two is blank the other stands alone.',
    ),
  fill_down: names
    .nullish()
    .describe(
      'Columns of the file of which merged cells left only the first of each block filled: a blank cell means what stands above it, up to a line that sums up. They are filled before anything else is done with a row. Not for numbers.',
    ),
  columns: dictionary
    .nullish()
    .describe(
      'Which column of the file is which of the table: unit: 单位名称. Of headers that are alike 得分#2 is the second, and (file) is the name of the file without its ending, as where each quarter has a file of its own. One column of the file may be several of the table. With columns, those that it names are read and no others; without, those whose headers the table knows.',
    ),
  constants: dictionary.nullish().describe('Columns that the file lacks, with their one value.'),
  missing: z
    .union([z.array(scalar), dictionary])
    .nullish()
    .describe('What stands for nothing; as a map, with the status that it means. A figure without one is not_submitted.'),
  where: z
    .record(z.string(), z.union([testSchema, scalars]))
    .nullish()
    .describe('Which rows count: all conditions must hold. A word, or a list of words, is short for is.'),
  make_id: z
    .union([z.array(z.string()), z.record(z.string(), names)])
    .nullish()
    .describe('Columns whose names become ids; as a map, ids and the columns that they are made of.'),
  unpivot: z
    .strictObject({
      columns: z
        .union([z.array(scalar).min(1), z.strictObject({ matches: z.string().describe('A regular expression that their headers match.') })])
        .describe('Which of its columns.'),
      into: z
        .strictObject({ name: z.string().describe('The column for their headers.'), value: z.string().describe('The column for their cells.') })
        .describe('What a header and a cell become.'),
    })
    .nullish()
    .describe('Columns of the file that become rows.'),
  transpose: z.boolean().default(false).describe('Whether the file’s rows are its columns.'),
  replace: z
    .record(z.string(), z.union([dictionary, z.array(ruleSchema)]))
    .nullish()
    .describe(
      'What whole cells become: cell by cell, or by rules of which the first that fits counts; in what they become, $1 is the first pair of brackets of a regular expression.',
    ),
  split: names
    .nullish()
    .describe(
      'Columns of the table whose cells hold several (市财政局、市住建局), with 、 ； ， or a line break between, or else a comma or a stroke: a row for each, alike in all else. Not for numbers.',
    ),
  distinct: names
    .nullish()
    .describe(
      'Columns that a row is told by. Rows of several files that are alike in them are one row, in which the last cell that is not blank counts; within one file they must agree.',
    ),
  first: names.nullish().describe('Of such rows, columns of which the first cell that is not blank counts: an original due date.'),
  changes: names.nullish().describe('Instead of one row, each in which these columns are not what they were in the file before: an extension.'),
  dates: z.enum(['dmy', 'mdy']).nullish().describe('What comes first in a date such as 03/04/2023: the day or the month.'),
  decimal: z.enum(['.', ',']).nullish().describe('The decimal mark of its numbers: in 99,125 a comma may be either.'),
  faults: z
    .enum(['stop', 'report'])
    .default('stop')
    .describe(
      'Whether a row at fault stops the build (stop), or is left out and listed as a warning (report): of observations, scores, tasks, task_units, task_events and awards.',
    ),
});

/** Tables that may lack a row and still be told truly: nothing is left of it, and no other table is made of it. */
const OMITTABLE: ReadonlySet<TableName> = new Set(['observations', 'scores', 'tasks', 'task_units', 'task_events', 'awards']);

type Entry = z.infer<typeof entrySchema>;

const KEYS = Object.keys(entrySchema.shape);
/** How each setting is written, in all the forms that it has. */
const EXAMPLES: Readonly<Record<keyof typeof entrySchema.shape, readonly string[]>> = {
  file: ['file: raw/hub.csv', 'file: [raw/2022.csv, raw/2023.csv]'],
  encoding: ['encoding: gb18030'],
  delimiter: ['delimiter: ";"', 'delimiter: tab'],
  skip_rows: ['skip_rows: 2'],
  header_rows: ['header_rows: 2'],
  fill_down: ['fill_down: [单位]'],
  columns: ['columns: { unit: 单位, score: 得分 }'],
  constants: ['constants: { programme: review }'],
  missing: ['missing: ["-", "/"]', 'missing: { "-": not_applicable }'],
  where: ['where: { Year: 2023 }', 'where: { Year: { not: "" } }'],
  make_id: ['make_id: [unit]', 'make_id: { award: [period, holder] }'],
  unpivot: ['unpivot: { columns: [Q1, Q2], into: { name: period, value: score } }'],
  transpose: ['transpose: true', 'transpose: false'],
  replace: ['replace: { period: { "2018-19": 2018/19 } }', 'replace: { period: [{ matches: "^FY(.+)$", to: $1 }] }'],
  split: ['split: [unit]'],
  distinct: ['distinct: [task]'],
  first: ['first: [due_on]'],
  changes: ['changes: [due_on]'],
  dates: ['dates: dmy', 'dates: mdy'],
  decimal: ['decimal: "."', 'decimal: ","'],
  faults: ['faults: stop', 'faults: report'],
};
const TEST_KEYS = Object.keys(testSchema.shape);
const RULE_KEYS = Object.keys(ruleSchema.shape);
const DELIMITER_WORDS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['pipe', '|'],
]);

/** The keys that may stand at a path of an entry. */
function keysAt([key, inner]: readonly PropertyKey[]): readonly string[] {
  if (key === 'unpivot') return inner === 'into' ? ['name', 'value'] : ['columns', 'into'];
  if (key === 'where') return TEST_KEYS;
  return key === 'replace' ? RULE_KEYS : KEYS;
}

function reportIssue(issue: z.core.$ZodIssue, path: Path, source: YamlSource, problems: Problems): void {
  const full = [...path, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys') {
    const keys = keysAt(issue.path);
    for (const key of issue.keys) {
      problems.error('mapping-key-unknown', source.keyAt([...full, key]), { key, keys, ...suggest(findNearest(key, keys)) });
    }
    return;
  }
  const keys = issue.path.filter((part) => typeof part === 'string');
  const table = String(path[1]);
  const examples = EXAMPLES[keys[0] as keyof typeof EXAMPLES] ?? [`${table}: { file: raw/${table}.csv }`];
  problems.error('mapping-value', source.at(full), { key: keys.join('.') || table, example: examples.join('; ') });
}

/** Without the settings that are missing where an unknown key was probably meant to be one. */
function leaveOutFollowing(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  const meant = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, findNearest(key, keysAt(issue.path)) ?? key].join('.')) : [],
  );
  return issues.filter(({ path }) => !meant.includes(path.join('.')));
}

/** Turns a list's or a map's scalars into the text that was written: `01` stays `01`. */
function readWords(value: unknown, path: Path, source: YamlSource): readonly string[] {
  if (Array.isArray(value)) return value.map((_, i) => source.text([...path, i]) ?? '');
  return [source.text(path) ?? ''];
}

function readDictionary(value: Readonly<Record<string, unknown>> | null | undefined, path: Path, source: YamlSource): ReadonlyMap<string, string> {
  return new Map(Object.keys(value ?? {}).map((key) => [key, source.text([...path, key]) ?? '']));
}

function readMissing(missing: Entry['missing'], path: Path, source: YamlSource): ReadonlyMap<string, string> {
  if (Array.isArray(missing)) return new Map(readWords(missing, path, source).map((token) => [token, '']));
  return readDictionary(missing, path, source);
}

/** Stands for an expression at fault, which was told of. */
export const MATCHES_NOTHING = /(?!)/u;

function parsePattern(text: string, place: Place, problems: Problems): RegExp | null {
  try {
    return new RegExp(text, 'u');
  } catch {
    problems.error('mapping-pattern', place, { value: text });
    return null;
  }
}

function readTest(value: unknown, path: Path, source: YamlSource, problems: Problems): CellTest {
  const test = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  if (!test) return { is: new Set(readWords(value, path, source)), not: null, matches: null };
  const words = (key: string): ReadonlySet<string> | null => (key in test ? new Set(readWords(test[key], [...path, key], source)) : null);
  const { matches } = test;
  const is = words('is');
  const list = words('in');
  return {
    is: is && list ? new Set([...is].filter((word) => list.has(word))) : (is ?? list),
    not: words('not'),
    matches: typeof matches === 'string' ? parsePattern(matches, source.at([...path, 'matches']), problems) : null,
  };
}

function readUnpivot(unpivot: Entry['unpivot'], path: Path, source: YamlSource, problems: Problems): Unpivot | null {
  if (!unpivot) return null;
  const { columns, into } = unpivot;
  if (Array.isArray(columns)) return { columns: readWords(columns, [...path, 'columns'], source), into };
  const pattern = parsePattern(columns.matches, source.at([...path, 'columns', 'matches']), problems);
  return { columns: pattern ?? MATCHES_NOTHING, into };
}

type Rule = z.infer<typeof ruleSchema>;

function readRules(rules: readonly Rule[], path: Path, source: YamlSource, problems: Problems): Replacement {
  return {
    words: new Map(),
    rules: rules.map((rule, i) => {
      const test = readTest(rule, [...path, i], source, problems);
      if (!test.is && rule.matches === undefined)
        problems.error('mapping-value', source.at([...path, i]), { key: 'replace', example: EXAMPLES.replace.join('; ') });
      return { test, to: source.text([...path, i, 'to']) ?? '' };
    }),
  };
}

function readReplacement(value: NonNullable<Entry['replace']>[string], path: Path, source: YamlSource, problems: Problems): Replacement {
  if (Array.isArray(value)) return readRules(value, path, source, problems);
  return { words: readDictionary(value, path, source), rules: [] };
}

function toList(value: string | readonly string[] | null | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

function readMadeIds(value: Entry['make_id']): readonly MadeId[] {
  if (Array.isArray(value)) return value.map((column) => ({ column, of: [column] }));
  return Object.entries(value ?? {}).map(([column, of]) => ({ column, of: toList(of) }));
}

/** An entry as one mapping a file. */
function readMapping(table: TableName, entry: Entry, path: Path, source: YamlSource, problems: Problems): readonly Mapping[] {
  const at = (...keys: Path): Place => source.at([...path, ...keys]);
  const encoding = parseEncoding(entry.encoding);
  if (!encoding) problems.error('mapping-encoding', at('encoding'), { value: entry.encoding });
  if (entry.faults === 'report' && !OMITTABLE.has(table)) problems.error('mapping-faults', at('faults'), { table, tables: [...OMITTABLE] });
  for (const key of ['first', 'changes'] as const) {
    if (toList(entry[key]).length > 0 && toList(entry.distinct).length === 0)
      problems.error('mapping-without-distinct', source.keyAt([...path, key]), { key });
  }
  const files = toList(entry.file).filter((file) => {
    if (!isInside(file)) problems.error('mapping-outside', at('file'), { file });
    return isInside(file);
  });
  if (!encoding || files.length === 0) return [];
  const { file: _, ...settings } = entry;
  const mapping: Omit<Mapping, 'pattern'> = {
    table,
    encoding,
    delimiter: entry.delimiter === 'auto' ? null : (DELIMITER_WORDS.get(entry.delimiter) ?? entry.delimiter),
    skipRows: entry.skip_rows,
    headerRows: entry.header_rows === 2 ? 2 : 1,
    fillDown: toList(entry.fill_down),
    columns: [...readDictionary(entry.columns, [...path, 'columns'], source)],
    constants: readDictionary(entry.constants, [...path, 'constants'], source),
    missing: readMissing(entry.missing, [...path, 'missing'], source),
    where: new Map(Object.entries(entry.where ?? {}).map(([key, test]) => [key, readTest(test, [...path, 'where', key], source, problems)])),
    makeId: readMadeIds(entry.make_id),
    unpivot: readUnpivot(entry.unpivot, [...path, 'unpivot'], source, problems),
    transpose: entry.transpose,
    replace: new Map(
      Object.entries(entry.replace ?? {}).map(([column, value]) => [column, readReplacement(value, [...path, 'replace', column], source, problems)]),
    ),
    split: toList(entry.split),
    distinct: toList(entry.distinct),
    first: toList(entry.first),
    changes: toList(entry.changes),
    dates: entry.dates ?? null,
    decimal: entry.decimal ?? null,
    faults: entry.faults,
    settings: JSON.stringify(settings),
    numbered: findNumbered(source),
    at,
    keyAt: (...keys) => source.keyAt([...path, ...keys]),
  };
  return files.map((file) => ({ ...mapping, pattern: file.replace(/^\.\//, '') }));
}

/** Every `Points` of a `Points#2` in `tables:`. */
const findNumbered = oncePer((source: YamlSource): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const [, name] = /^(.+)#[1-9]\d?$/.exec(value.trim()) ?? [];
      if (name !== undefined) found.add(trimHeader(name));
    } else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) for (const word of [key, one]) visit(word);
  };
  visit((source.data as Readonly<Record<string, unknown>> | null)?.tables);
  return found;
});

/** A mapping never leaves the portal folder by its own words; a symbolic link inside is the owner's decision. */
function isInside(file: string): boolean {
  return !/^[/\\]|^[a-z]:|\\/i.test(file) && !file.split('/').includes('..');
}

/**
 * The mappings of portal.yaml's `tables:`, in the order of the file. `tell` takes the tables of which one is at fault, so that what refers to
 * their rows cannot be checked. Problems: `mapping-*`.
 */
export function readMappings(portal: YamlSource, tell: (table: TableName) => void, problems: Problems): readonly Mapping[] {
  const tables = (portal.data as Readonly<Record<string, unknown>> | null)?.tables;
  // The model tells of what is no map.
  if (typeof tables !== 'object' || tables === null || Array.isArray(tables)) return [];
  return Object.entries(tables).flatMap(([table, entries]) => {
    const before = problems.totals.error;
    const mappings = readTable(table, entries, portal, problems);
    if (problems.totals.error > before && isTableName(table)) tell(table);
    return mappings;
  });
}

function readTable(table: string, entries: unknown, portal: YamlSource, problems: Problems): readonly Mapping[] {
  if (!isTableName(table)) {
    problems.error('mapping-table-unknown', portal.keyAt(['tables', table]), { table, tables: TABLE_NAMES, ...suggest(findNearTable(table)) });
    return [];
  }
  const isList = Array.isArray(entries);
  return (isList ? entries : [entries]).flatMap((raw: unknown, i) => {
    const path: Path = isList ? ['tables', table, i] : ['tables', table];
    const parsed = entrySchema.safeParse(raw);
    if (!parsed.success) for (const issue of leaveOutFollowing(parsed.error.issues)) reportIssue(issue, path, portal, problems);
    if (!parsed.success) return [];
    return readMapping(table, parsed.data, path, portal, problems);
  });
}
