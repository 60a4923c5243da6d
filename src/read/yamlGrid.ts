/** Rows written in YAML as a grid. */
import type { Place, Problems } from '../problems.ts';
import type { Grid } from './grid.ts';
import type { YamlSource } from './rows.ts';

/** A field of YAML rows: a key, and the language when its value is a map of languages. */
interface YamlField {
  readonly key: string;
  readonly lang: string | null;
}

type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of all rows in order of appearance, by header. A map `{ zh-CN: …, en: … }` gives `name` (in `lang`) and `name_en`. */
function findFields(rows: readonly unknown[], lang: string): ReadonlyMap<string, YamlField> {
  const fields = new Map<string, YamlField>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(isRow(row) ? row : {})) {
      if (!fields.has(key)) fields.set(key, { key, lang: null });
      for (const other of isRow(value) ? Object.keys(value) : []) {
        if (other !== lang) fields.set(`${key}_${other}`, { key, lang: other });
      }
    }
  }
  return fields;
}

/** A cell as text: a scalar as it was written, a list joined with `;`, of a map of languages one. */
function readCell(source: YamlSource, row: Row, i: number, { key, lang: own }: YamlField, lang: string, problems: Problems): string {
  const value = row[key];
  if (isRow(value)) return source.text([i, key, own ?? lang]) ?? '';
  if (own !== null) return '';
  if (!Array.isArray(value)) return source.text([i, key]) ?? '';
  if (value.some((item) => typeof item === 'object' && item !== null)) problems.error('yaml-cell-nested', source.at([i, key]), { key });
  return value.map((_, j) => source.text([i, key, j]) ?? '').join(';');
}

/** Rows written in YAML: a list of maps. Scalars keep their source text (`0123`, `1.10`); lists are joined with `;`. Null when it is no list. */
export function openYaml(source: YamlSource, lang: string, problems: Problems): Grid | null {
  const { file } = source;
  if (source.data !== null && !Array.isArray(source.data)) {
    problems.error('yaml-not-list', source.at([]));
    return null;
  }
  const rows: readonly unknown[] = source.data ?? [];
  const fields = findFields(rows, lang);
  const list = [...fields.values()];
  const getKeyPlace = ({ key }: YamlField): Place => source.at([rows.findIndex((row) => isRow(row) && Object.hasOwn(row, key)), key]);
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
            list.map((field) => readCell(source, row, i, field, lang, into)),
            i,
          );
        else into.error('yaml-row-not-map', source.at([i]));
      });
      return rows.every(isRow);
    },
    lineOf: (mark) => source.at([mark]).line as number,
    at: (mark, field) => source.at(field === 0 ? [mark] : [mark, (list[field - 1] as YamlField).key]),
  };
}
