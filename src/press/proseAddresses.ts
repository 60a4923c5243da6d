/** Addresses of prose that cannot be: those that two pages have, those that lie where a language's pages do, and names that end before their end. */
import { INTERFACE_LANGUAGES } from '../i18n/index.ts';
import type { Lang } from '../model/text.ts';
import { fileOf, type Problems } from '../problems.ts';
import { foldPath } from '../read/paths.ts';
import type { Prose } from './prose.ts';

/**
 * Tells of pages at the address and in the language of another (`prose-twice`), of names that are a language's (`prose-language`), of those with
 * a sign that in an address begins another part of it, or stands for a slash (`prose-name`), and of those in the folder of a language that the
 * portal does not have, or has no more (`prose-language-unlisted`): they are set as pages in its first.
 */
export function reportAddresses(prose: readonly Prose[], languages: readonly Lang[], problems: Problems): void {
  const first = new Map<string, Prose>();
  for (const entry of prose) {
    const head = entry.path.split('/')[0] as string;
    const lang = languages.find((one) => sameTag(one, head));
    const key = `${entry.lang} ${foldPath(entry.path)}`;
    const other = first.get(key);
    const [sign] = /[#?\\]/.exec(entry.name) ?? [];
    if (sign !== undefined) problems.error('prose-name', fileOf(entry.name), { sign });
    else if (lang !== undefined) problems.error('prose-language', fileOf(entry.name), { name: head, lang });
    else if (other) problems.error('prose-twice', fileOf(entry.name), { other: other.name, case: other.path === entry.path ? 0 : 1 });
    else first.set(key, entry);
    const unlisted = INTERFACE_LANGUAGES.find((one) => sameTag(one, head) && !languages.includes(one));
    if (unlisted !== undefined && entry.name.startsWith(`pages/${head}/`) && languages.length > 0)
      problems.warning('prose-language-unlisted', fileOf(entry.name), { tag: unlisted, path: `/${entry.path}`, lang: entry.lang });
  }
}

/** `zh-cn` and `zh_CN` are meant for `zh-CN`; and some hosts serve them as the same folder. */
function sameTag(tag: string, name: string): boolean {
  return tag.toLowerCase() === name.replaceAll('_', '-').toLowerCase();
}
