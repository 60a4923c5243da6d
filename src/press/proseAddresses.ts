/** Addresses of prose that cannot be: those that two pages have, those that lie where a language's pages do, and names that end before their end. */
import type { Lang } from '../model/text.ts';
import { fileOf, type Problems } from '../problems.ts';
import type { Prose } from './prose.ts';

/** Tells of pages at the address and in the language of another (`prose-twice`), of names that are a language's (`prose-language`), and of those with a sign that in an address begins another part of it, or stands for a slash (`prose-name`). */
export function reportAddresses(prose: readonly Prose[], languages: readonly Lang[], problems: Problems): void {
  const first = new Map<string, Prose>();
  for (const entry of prose) {
    const head = entry.path.split('/')[0] as string;
    const lang = languages.find((one) => sameTag(one, head));
    // On Windows a file is the same in any capitals.
    const key = `${entry.lang} ${entry.path}`.toLowerCase();
    const other = first.get(key);
    const [sign] = /[#?\\]/.exec(entry.name) ?? [];
    if (sign !== undefined) problems.error('prose-name', fileOf(entry.name), { sign });
    else if (lang !== undefined) problems.error('prose-language', fileOf(entry.name), { name: head, lang });
    else if (other) problems.error('prose-twice', fileOf(entry.name), { other: other.name });
    else first.set(key, entry);
  }
}

/** `zh-cn` and `zh_CN` are meant for `zh-CN`; and some hosts serve them as the same folder. */
function sameTag(tag: string, name: string): boolean {
  return tag.toLowerCase() === name.replaceAll('_', '-').toLowerCase();
}
