/** Where a word stands in a YAML file: a message about it points at itself, not at the map that holds it. */
import type { Place } from '../problems.ts';
import type { Path, YamlSource } from '../read/rows.ts';

/** What stands at a path of a YAML file; undefined where nothing does. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
  return value;
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
