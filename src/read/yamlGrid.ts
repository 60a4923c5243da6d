/** Rows written in YAML as a grid. */
import type { Place, Problems } from '../problems.ts';
import type { Grid } from './grid.ts';
import type { YamlSource } from './rows.ts';

/** A field of YAML rows: the keys that rows call it by, and the language when its value is a map of languages. */
interface YamlField {
  readonly keys: string[];
  readonly lang: string | null;
}

type Row = Readonly<Record<string, unknown>>;
/** The column that a key means; null where a mapping says what the keys mean. */
type ColumnOf = ((key: string) => string | undefined) | null;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The header of a language of a field: `name_en`, `名称_en`; undefined where there is no such column. */
function findLanguageHeader(header: string, lang: string, columnOf: ColumnOf): string | undefined {
  if (!columnOf) return `${header}_${lang}`;
  return [header, columnOf(header)].map((name) => `${name}_${lang}`).find((name) => columnOf(name) !== undefined);
}

/**
 * The fields of all rows in order of appearance, by header. Keys that mean one column are one field, unless a row has both. A map
 * `{ zh-CN: …, en: … }` gives `name` (in `lang`) and `name_en`.
 */
function findFields(rows: readonly Row[], lang: string, columnOf: ColumnOf): ReadonlyMap<string, YamlField> {
  const fields = new Map<string, YamlField>();
  const headers = new Map<string, string>();
  const columns = new Map<string, string>();
  for (const row of rows) {
    const used = new Set<string>();
    for (const [key, value] of Object.entries(row)) {
      const column = columns.get(key) ?? columnOf?.(key) ?? key;
      columns.set(key, column);
      const known = headers.get(column) ?? key;
      const header = used.has(known) ? key : known;
      used.add(header);
      if (!headers.has(column)) headers.set(column, header);
      const field = fields.get(header) ?? { keys: [], lang: null };
      if (!field.keys.includes(key)) field.keys.push(key);
      fields.set(header, field);
      for (const other of isRow(value) ? Object.keys(value) : []) {
        const title = other === lang ? undefined : findLanguageHeader(header, other, columnOf);
        if (title !== undefined) fields.set(title, { keys: field.keys, lang: other });
      }
    }
  }
  return fields;
}

/** Keys of a row whose value is no cell: a list of lists, or a map that is not of languages. What an unknown key holds does not matter. */
function findNested(row: Row, columnOf: ColumnOf): readonly string[] {
  return Object.entries(row).flatMap(([key, value]) => {
    if (!isNested(value) || (columnOf && columnOf(key) === undefined)) return [];
    const isMap = isRow(value) && Object.keys(value).every((lang) => findLanguageHeader(key, lang, columnOf) !== undefined);
    const isCell = (isMap || Array.isArray(value)) && !Object.values(value as object).some(isNested);
    return isCell ? [] : [key];
  });
}

/** A cell as text: a scalar as it was written, a list joined with `;`, of a map of languages one. */
function readCell(source: YamlSource, row: Row, i: number, { keys, lang: own }: YamlField, lang: string): string {
  const key = keys.find((one) => Object.hasOwn(row, one));
  if (key === undefined) return '';
  const value = row[key];
  if (isRow(value)) return source.text([i, key, own ?? lang]) ?? '';
  if (own !== null) return '';
  if (!Array.isArray(value)) return source.text([i, key]) ?? '';
  return value.map((_, j) => source.text([i, key, j]) ?? '').join(';');
}

/**
 * Rows written in YAML: a list of maps. Scalars keep their source text (`0123`, `1.10`); lists are joined with `;`. Null when it is no list,
 * or a value is no cell.
 */
export function openYaml(source: YamlSource, lang: string, columnOf: ColumnOf, problems: Problems): Grid | null {
  const { file } = source;
  if (source.data !== null && !Array.isArray(source.data)) {
    problems.error('yaml-not-list', source.at([]));
    return null;
  }
  const rows: readonly unknown[] = source.data ?? [];
  const nested = rows.flatMap((row, i) => (isRow(row) ? findNested(row, columnOf).map((key) => ({ i, key })) : []));
  for (const { i, key } of nested) problems.error('yaml-cell-nested', source.at([i, key]), { key });
  if (nested.length > 0) return null;
  const fields = findFields(rows.filter(isRow), lang, columnOf);
  const list = [...fields.values()];
  const keyIn = (row: unknown, { keys }: YamlField): string | undefined => keys.find((key) => isRow(row) && Object.hasOwn(row, key));
  const getKeyPlace = (field: YamlField): Place => {
    const i = rows.findIndex((row) => keyIn(row, field) !== undefined);
    return source.at([i, keyIn(rows[i], field) as string]);
  };
  return {
    file,
    delimiter: null,
    headers: [...fields.keys()],
    titles: [...fields.keys()],
    headerAt: (field) => (field === 0 ? { file, line: null, column: null } : getKeyPlace(list[field - 1] as YamlField)),
    each(visit, into) {
      rows.forEach((row, i) => {
        if (isRow(row))
          visit(
            list.map((field) => readCell(source, row, i, field, lang)),
            i,
          );
        else into.error('yaml-row-not-map', source.at([i]));
      });
      return rows.every(isRow);
    },
    lineOf: (mark) => source.at([mark]).line as number,
    at: (mark, field) => {
      const of = list[field - 1];
      const key = of && (keyIn(rows[mark], of) ?? of.keys[0]);
      return source.at(key === undefined ? [mark] : [mark, key]);
    },
  };
}
