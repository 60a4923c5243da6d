/** Rows to a CSV file: UTF-8, LF, quoted only where needed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Cell = string | number | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

function quote(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes `rows` under the given columns; `headers` renames them in the file. A column that a row has and the table lacks is a mistake. */
export function writeTable(file: string, columns: readonly string[], rows: readonly Row[], headers: Readonly<Record<string, string>> = {}): void {
  for (const row of rows) {
    const stray = Object.keys(row).find((key) => !columns.includes(key));
    if (stray) throw new Error(`${file}: column "${stray}" is not in the table`);
  }
  const lines = [columns.map((column) => headers[column] ?? column), ...rows.map((row) => columns.map((column) => row[column]))];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.map((line) => line.map(quote).join(',')).join('\n')}\n`);
}
