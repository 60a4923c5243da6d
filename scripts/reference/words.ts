/** What the reference says beside the sentences of the schemas, in each language of it. */
import type { COUNT_COLUMNS, Counted } from '../../src/model/countColumns.ts';

/** A language that the reference is written in. */
export type Language = 'en' | 'zh-CN';

/** Bounds of a number; absent where there is none. */
export interface Range {
  readonly whole: boolean;
  readonly over?: number | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** A column that a claim may count by. */
export type CountColumn = (typeof COUNT_COLUMNS)[Counted][number];

interface Heads {
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  readonly words: (title: string) => readonly string[];
  readonly methods: readonly string[];
  readonly missing: readonly string[];
  readonly claims: readonly string[];
}

/** What may be written, in a few words. */
interface Forms {
  readonly required: string;
  readonly text: string;
  readonly plain: string;
  readonly scalar: string;
  readonly condition: string;
  readonly any: string;
  readonly keys: string;
  /** What stands in a path for a name of one's own. */
  readonly name: string;
  readonly bounds: string;
  readonly boundsAndKeys: string;
  readonly list: (item: string) => string;
  readonly map: (value: string | null) => string;
  readonly or: string;
  readonly number: (range: Range) => string;
  readonly see: (chapter: string) => string;
}

/** What a cell of a table may hold. */
interface Cells {
  readonly kinds: Readonly<Record<string, string>>;
  readonly several: string;
  /** `named`: it has a name, which may stand there as well. */
  readonly oneOf: (thing: string, named: boolean) => string;
  readonly severalOf: (thing: string) => string;
  readonly word: (word: string, writings: readonly string[]) => string;
  readonly comma: string;
}

/** Headings of chapters; links lead to them. */
interface Chapters {
  readonly scoring: string;
  readonly missing: string;
  readonly claims: string;
  readonly rules: string;
  readonly tables: string;
  readonly mapping: string;
}

export interface Words {
  /** Title, sister, and how to read what follows. */
  readonly opening: string;
  readonly colon: string;
  readonly chapters: Chapters;
  readonly scoring: string;
  readonly missing: string;
  readonly claims: string;
  readonly counted: Readonly<Record<Counted, string>>;
  readonly countColumn: (column: CountColumn) => string;
  readonly comma: string;
  readonly rules: string;
  readonly tables: string;
  readonly roles: string;
  readonly events: string;
  readonly mapping: string;
  readonly heads: Heads;
  readonly forms: Forms;
  readonly cells: Cells;
}
