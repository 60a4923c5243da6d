/** Where the pages of a portal and their files stand, in each language. */
import { dataFiles } from '../exports/exportPage.ts';
import type { Lang } from '../model/text.ts';
import type { PageFace } from '../views/page.ts';

/** Addresses of one portal: languages, base, encoding. */
export interface Addressing {
  readonly languages: readonly Lang[];
  /** Path of a page's folder below the root of the site. */
  folder(path: string, lang: Lang): string;
  /** The same with base, for a link. */
  href(path: string, lang: Lang): string;
}

const PLAIN = /^[\w\-./#?=&]*$/;

/** A path as it stands in an address. */
export function encodePath(path: string): string {
  return PLAIN.test(path) ? path : encodeURI(path);
}

/** Addresses in a portal of these languages, the first of which is at the root; `base` with slashes at both ends. */
export function addressingOf(languages: readonly Lang[], base: string): Addressing {
  const folder = (path: string, lang: Lang): string => (lang === languages[0] ? path : `${lang}/${path}`);
  return { languages, folder, href: (path, lang) => base + encodePath(folder(path, lang)) };
}

/** Where the files of a page stand, as `createPrinter` gives them. */
export function pageFiles(page: PageFace, { languages, folder }: Addressing): string[] {
  return [...languages.map((lang) => `${folder(page.path, lang)}index.html`), ...dataFiles(page)];
}
