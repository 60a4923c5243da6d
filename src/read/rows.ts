/**
 * What `read` gives `model`: rows of text that know their place. Nothing here knows what a unit or a score is.
 */
import type { Place } from '../problems.ts';
import type { TableName } from './headers.ts';

/** One file's rows for one table, after its mapping. Values are text as it was written: trimmed, with missing tokens blank. */
export interface RowSource {
  /** The table that the rows are for: `units`, `scores` … */
  readonly table: TableName;
  /** Path inside the portal folder. */
  readonly file: string;
  /** English column names that `each` gives cells for, in order. Constants and mapped columns included. */
  readonly columns: readonly string[];
  /** Field number (1-based) in the file of each column, in YAML the how manieth of its keys; 0 for what stands in no cell. */
  readonly fields: readonly number[];
  /** The header as the file has it (得分), for messages; parallel to `columns`. */
  readonly headers: readonly string[];
  /** Columns to turn into ids (`make_id`). */
  readonly makeId: readonly string[];
  /** Where its header stands, or its entry in portal.yaml; and all that the header holds. */
  readonly head: { readonly place: Place; readonly headers: readonly string[] };
  /** Whether portal.yaml says how the file is to be read. */
  readonly isMapped: boolean;
  /** What comes first in dates like `03/04/2023`; null = not declared, and such dates are problems. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** The decimal mark of numbers; null = not declared in a file where `99,125` may be either. */
  readonly decimal: '.' | ',' | null;
  /** Fields of which blank cells are filled with what stands above them. */
  readonly fillDown: readonly number[];
  /** What a row at fault does: it stops the build, or is left out and listed as a warning. */
  readonly faults: 'stop' | 'report';
  /**
   * Calls `visit` for each row in file order. `cells` is parallel to `columns` and reused: keep the strings, not the array.
   * Blank and missing are ''. `row.line` is the true line of the row's first character.
   */
  each(visit: (cells: readonly string[], row: RowPlace) => void): Promise<void>;
}

export interface RowPlace {
  readonly line: number;
  /** It was told that the row's cells are not the header's: each may be in the wrong column, and nothing else is told of them. */
  readonly isTold?: boolean;
  /** Where several rows are made of one line: what tells the line. */
  readonly mark?: number | undefined;
  /** The place of a column of this row. */
  at(column: number): Place;
  /** The header of a column, where that changes from row to row: in rows that were columns. */
  header?(column: number): string | undefined;
  /** Where the text of a column was taken from, if its own cell is blank (`fill_down`). */
  filledFrom?(column: number): Place | null;
}

/** Steps into a YAML file from its top: keys, and places in lists (from 0). */
export type Path = readonly (string | number)[];

/** A parsed YAML file with positions. */
export interface YamlSource {
  readonly file: string;
  /** Plain data; keys are as they were written (`01`, `TRUE`); ids and numbers written without quotes stay text where the schema wants text (`text(path)`). */
  readonly data: unknown;
  /** The place of the value (or the key) at a path, e.g. ['ranking', 'weights']; the nearest parent where the path does not exist. */
  at(path: Path): Place;
  /** The place of the key at a path: for a key that should not be there. */
  keyAt(path: Path): Place;
  /** The source text of a scalar at a path: `0123`, `1.10` as written. */
  text(path: Path): string | undefined;
  /** Why nothing stands at a path: a comment does (`accent: #c8102e`), or the key is a bare word in braces (`{ name: a, b }`). */
  whyBlank(path: Path): 'comment' | 'word' | null;
}

/** One file that was read, for the manifest and the downloads page. */
export interface InputFile {
  readonly file: string;
  readonly bytes: number;
  /** Of the bytes as they were read, 64 hexadecimal digits. */
  readonly sha256: string;
  /** The tables that it gives rows to. */
  readonly tables: readonly string[];
}

/** A portal folder as read. */
export interface Folder {
  readonly root: string;
  /** The language to speak of it; null when nothing tells. */
  readonly language: string | null;
  readonly portal: YamlSource | null;
  readonly programmes: readonly YamlSource[];
  readonly tables: readonly RowSource[];
  /** Prose, by path inside the folder. */
  readonly pages: readonly string[];
  /** The text of one of `pages`; empty where it could not be read, which `problems` says. */
  pageText(page: string): string;
  /**
   * Tables of which a file, or the end of one, could not be used; `problems` says why. What refers to their rows cannot be checked. Where
   * a file ends early is found when its rows are visited.
   */
  readonly unread: ReadonlySet<string>;
  /** Tables as CSV in folders of the office's own that nothing reads, where `problems` does not say so. Looked for when asked. */
  listPassedOver(): readonly string[];
  /** Programmes' files that could not be read, or their whole folder; `problems` says why. */
  readonly unreadProgrammes: readonly string[];
  /** Every file read, with its hash; complete only after all sources were visited. */
  inputs(): readonly InputFile[];
}
