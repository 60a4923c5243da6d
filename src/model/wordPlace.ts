/** Where a word stands in a YAML file: a message about it points at itself, not at the map that holds it. */
import type { Place } from '../problems.ts';
import type { YamlSource } from '../read/rows.ts';

type Path = readonly (string | number)[];

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[step], data);
}

/** The place of a word below a path, as a value or as a key; null where it does not stand there. */
export function findWordPlace(source: YamlSource, path: Path, word: string): Place | null {
  const value = valueAt(source.data, path);
  if (value === word) return source.at(path);
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const found = key === word ? source.keyAt(at) : findWordPlace(source, at, word);
    if (found) return found;
  }
  return null;
}
