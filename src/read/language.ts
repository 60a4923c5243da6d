/** The language to speak of a portal, before it is understood. */
import type { YamlSource } from './rows.ts';

/** The first language that portal.yaml names, in a list or as one word; null when it names none. */
export function findLanguage(portal: YamlSource | null): string | null {
  const data = portal?.data;
  const languages: unknown = typeof data === 'object' && data !== null && 'languages' in data ? data.languages : null;
  const [first]: readonly unknown[] = [languages].flat();
  return typeof first === 'string' ? first : null;
}
