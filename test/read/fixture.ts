/** Portal folders made on the spot: file names and what they hold, in; rows and printed problems, out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { getTranslate, type Key } from '../../src/i18n/index.ts';
import { type Place, Problems } from '../../src/problems.ts';
import { readFolder } from '../../src/read/folder.ts';
import type { Folder } from '../../src/read/rows.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const PORTAL = 'title: 示范\nlanguages: [zh-CN, en]\n';

/** Writes a folder that goes away with the test. */
export function writeFolder(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'sunboard-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}

export interface ReadRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, Place>>;
}

export interface Read {
  readonly folder: Folder;
  readonly rows: Readonly<Record<string, readonly ReadRow[]>>;
  /** `code file:line:column` */
  readonly faults: readonly string[];
  readonly messages: readonly string[];
}

/** Reads a folder to its last row. */
export async function readAt(root: string, lang = 'en'): Promise<Read> {
  const problems = new Problems();
  const folder = await readFolder(root, problems);
  const rows: Record<string, ReadRow[]> = {};
  for (const { table, columns, each } of folder.tables) {
    const list = rows[table] ?? [];
    rows[table] = list;
    await each((cells, row) => {
      list.push({
        line: row.line,
        cells: Object.fromEntries(columns.map((column, i) => [column, cells[i] as string])),
        places: Object.fromEntries(columns.map((column, i) => [column, row.at(i)])),
      });
    });
  }
  const t = getTranslate(lang);
  return {
    folder,
    rows,
    faults: problems.list.map(({ code, place: { file, line, column } }) => `${code} ${file}:${line ?? ''}:${column ?? ''}`),
    messages: problems.list.map(({ code, params }) => `${t(`problem.${code}` as Key, params)} ${t(`hint.${code}` as Key, params)}`),
  };
}

/** Reads a portal of these files; portal.yaml is there unless given. */
export function read(files: Files, lang?: string): Promise<Read> {
  return readAt(writeFolder({ 'portal.yaml': PORTAL, ...files }), lang);
}

/** The cells of a table's rows. */
export function cellsOf({ rows }: Read, table: string): readonly Readonly<Record<string, string>>[] {
  return (rows[table] ?? []).map(({ cells }) => cells);
}
