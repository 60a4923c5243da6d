/**
 * Addresses in prose that begin at the root, `/units/` or `/files/plan.pdf`: they mean the portal's own root, wherever the site stands, and
 * a page in the language of the page that they are on.
 */
import type { Lang } from '../model/text.ts';
import type { Addressing } from './addressing.ts';

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ADDRESS = /(\s(href|src|poster)=)(["'])\/(?!\/)([^"']*)\3/gi;

/** HTML of prose with each such address as it is on a page in `lang`. Other addresses stay as they are, and so do those that are `elsewhere`. */
export function placeLinks(body: string, { languages, href }: Addressing, lang: Lang, elsewhere: readonly string[] = []): string {
  const first = languages[0] as Lang;
  const root = href('', first);
  const placed = (name: string, path: string): string => {
    const isOwn = name.toLowerCase() === 'href' && isPage(path) && !languages.includes(path.split('/', 1)[0] as string);
    return isOwn ? href('', lang) : root;
  };
  return body.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (whole: string, before: string, name: string, quote: string, path: string) =>
      isMade(path, root) || elsewhere.includes(`/${path}`) ? whole : `${before}${quote}${placed(name, path)}${path}${quote}`,
    ),
  );
}

/** Files have an ending, pages have none. */
function isPage(path: string): boolean {
  return !/\.[^/]*$/.test(path.split(/[?#]/, 1)[0] as string);
}

/** Whether Astro made the address, as of a picture beside the page: it has the base already, or is one of its live site's. */
function isMade(path: string, root: string): boolean {
  return /^[@_]/.test(path) || `/${path}`.startsWith(`${root}_astro/`) || `/${path}`.startsWith(`${decodeURI(root)}_astro/`);
}
