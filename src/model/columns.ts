/**
 * The kinds of column that tables are made of. A column is a zod schema from the text of a cell to its value, with a sentence that says
 * what stands in it; tables are objects of such schemas. References and periods stay text here: what they mean depends on other rows.
 */
import { z } from 'zod';
import { type DateFault, type DueDate, parseDate, parseDueDate } from './date.ts';
import { ID_PATTERN } from './id.ts';
import { parseNumber } from './number.ts';
import type { Text } from './text.ts';

/** What a cell holds, for documents, editors and the reader of rows. */
export type CellKind = 'id' | 'text' | 'word' | 'list' | 'number' | 'date' | 'due' | 'flag' | 'reference' | 'period' | 'plain';

export interface ColumnMeta {
  readonly cell: CellKind;
  /** The table or list that a reference points into. */
  readonly to?: string;
  /** The other writings of each word. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** A column: text in, a value out. Optional columns give `undefined` where the cell is blank. */
type Column<T> = z.ZodType<T, string>;
export type TableSchema = z.ZodObject<Record<string, z.ZodType<unknown, string | undefined>>>;

interface Fault {
  readonly fault: string;
  readonly mend: string | null;
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

/** An issue's message is the problem's code; its params go into the sentence. */
function column<T>(meta: ColumnMeta, says: string, input: z.ZodType<string, string>, parse: (text: string) => T | Fault): Column<T> {
  return input
    .transform((text, context): T => {
      const value = parse(text);
      if (!isFault(value)) return value;
      context.addIssue({ code: 'custom', message: value.fault, params: { mend: value.mend } });
      return z.NEVER;
    })
    .describe(says)
    .meta({ ...meta, description: says }) as unknown as Column<T>;
}

/** The row's own id. */
export function idColumn(says: string): Column<string> {
  return column({ cell: 'id' }, says, z.string().meta({ pattern: ID_PATTERN.source }), (text) => text.normalize('NFC'));
}

/** The id, name or alias of something in another table or list. */
export function referenceColumn(to: string, says: string): Column<string> {
  return column({ cell: 'reference', to }, says, z.string(), (text) => text);
}

/** Prose or a name; may have a column a language beside it (`name_en`). */
export function textColumn(says: string): Column<Text> {
  return column<Text>({ cell: 'text' }, says, z.string(), (text) => text);
}

/** Text that is the same in every language: codes, numbers of documents, addresses. */
export function plainColumn(says: string): Column<string> {
  return column({ cell: 'plain' }, says, z.string(), (text) => text);
}

/** Several texts in a cell, with `;` or `、` between them (references: also `,`). */
export function listColumn(says: string, to?: string): Column<readonly string[]> {
  const separator = to ? /[;；、,，]/ : /[;；、]/;
  const split = (text: string): readonly string[] => text.split(separator).flatMap((part) => part.trim() || []);
  return column<readonly string[]>(to ? { cell: 'list', to } : { cell: 'list' }, says, z.string(), split);
}

/** A number; see `parseNumber` for what is one. */
export function numberColumn(says: string): Column<number> {
  return column<number>({ cell: 'number' }, says, z.string(), (text) => parseNumber(text) ?? { fault: 'number-not-numeric', mend: null });
}

/** A day, as YYYY-MM-DD; see `parseDate` for what is one. */
export function dateColumn(says: string): Column<string> {
  return column<string>({ cell: 'date' }, says, z.string(), (text) => parseDate(text) as string | DateFault);
}

/** A due date, which may be vague (2023年8月下旬) and then counts as its last day. */
export function dueColumn(says: string): Column<DueDate> {
  return column<DueDate>({ cell: 'due' }, says, z.string(), (text) => parseDueDate(text));
}

/** A period or session, as text: what it means depends on the programme. */
export function periodColumn(says: string): Column<string> {
  return column({ cell: 'period' }, says, z.string(), (text) => text);
}

const YES = /^(?:true|yes|y|1|是|可比)$/i;
const NO = /^(?:false|no|n|0|否|不可比)$/i;

/** Yes or no, in English, in Chinese, or as 1 and 0. */
export function flagColumn(says: string): Column<boolean> {
  const parse = (text: string): boolean | Fault => YES.test(text) || (NO.test(text) ? false : { fault: 'flag-unknown', mend: null });
  return column<boolean>({ cell: 'flag' }, says, z.string(), parse);
}

/** One of a closed set of words, in English or in one of the Chinese writings given. */
export function wordColumn<const W extends string>(says: string, words: Readonly<Record<W, readonly string[]>>): Column<W> {
  const known = new Map<string, W>();
  for (const word of Object.keys(words) as W[]) for (const writing of [word, ...words[word]]) known.set(writing.toLowerCase(), word);
  const parse = (text: string): W | Fault =>
    known.get(text.toLowerCase()) ?? known.get(text.toLowerCase().replace(/[ -]/g, '_')) ?? { fault: 'word-unknown', mend: null };
  return column<W>({ cell: 'word', words }, says, z.string().meta({ enum: Object.keys(words) }), parse);
}
