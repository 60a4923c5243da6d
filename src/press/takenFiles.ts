/** Own files and prose of the office that stand where the site itself has a file or a folder. */
import { dirname, join } from 'node:path/posix';
import { fileOf, type Problems } from '../problems.ts';
import { foldersOf, foldPath } from '../read/paths.ts';
import type { Page, Site } from '../views/page.ts';
import { sitePages } from '../views/pages.ts';
import { addressingOf, pageFiles } from './addressing.ts';
import { MANIFEST } from './inventory.ts';
import { OWN_FOLDER } from './ownFiles.ts';
import { prosePages } from './printSite.ts';
import type { Prose } from './prose.ts';

/** Files of the site that the office may have its own of. */
const REPLACEABLE: ReadonlySet<string> = new Set(['favicon.svg', 'robots.txt', '404.html']);

/** Files of the site that belong to no page. */
const SITE_FILES: readonly string[] = [MANIFEST, 'datapackage.json', 'theme.css', 'theme.js'];
/** Folders that are the site's alone. */
const SITE_FOLDERS: ReadonlySet<string> = new Set(['_astro', 'pagefind']);
/** Those that there are only where the site knows its own address. */
const SITEMAP = /^sitemap(?:-\d+)?\.xml$/;
const PICTURE = 'card.png';
/** Addresses of pages that every site has. */
const ALWAYS: ReadonlySet<string> = new Set(['', 'about/']);

/** What the site has of its own. */
interface Taken {
  /** Its files, each as `foldPath` has it. */
  readonly files: ReadonlySet<string>;
  /** Whether it has a file at just this path. */
  isFile(path: string): boolean;
  /** Whether a path is a file of the site's, or lies in one, or in a folder that is the site's alone; in any capitals (`foldPath`). */
  isTaken(path: string): boolean;
}

function takenBy(pages: readonly Page[], { assessment }: Site): Taken {
  const { languages, site: origin } = assessment.portal.config;
  const addressing = addressingOf(languages, '/');
  const files = new Set([...pages.flatMap((page) => pageFiles(page, addressing)), ...SITE_FILES, ...REPLACEABLE]);
  const isAmong = (known: ReadonlySet<string>, path: string): boolean => known.has(path) || isOfAddress(known, path);
  const isOfAddress = (known: ReadonlySet<string>, path: string): boolean =>
    origin !== null && (SITEMAP.test(path) || (path.split('/').at(-1) === PICTURE && known.has(join(dirname(path), 'index.html'))));
  const folded = new Set([...files].map(foldPath));
  return {
    files: folded,
    isFile: (path) => isAmong(files, path),
    isTaken(path) {
      const own = foldPath(path);
      return isAmong(folded, own) || foldersOf(own).some((folder) => isAmong(folded, folder) || SITE_FOLDERS.has(folder));
    },
  };
}

/** What stands at which address of a site. Each part is worked out when it is first asked for: there may be a hundred thousand pages. */
interface Survey {
  readonly site: Site;
  readonly prose: readonly Prose[];
  /** The pages that are made from data. */
  pages(): readonly Page[];
  /** What these and the prose have. */
  taken(): Taken;
}

/** A survey of the pages that are made from data, and of prose. */
export function surveySite(site: Site, prose: readonly Prose[]): Survey {
  let pages: readonly Page[] | null = null;
  let taken: Taken | null = null;
  const survey: Survey = {
    site,
    prose,
    pages() {
      pages ??= sitePages(site);
      return pages;
    },
    taken() {
      taken ??= takenBy([...survey.pages(), ...prosePages(survey.pages(), prose)], site);
      return taken;
    },
  };
  return survey;
}

/** Tells of own files that stand where the site has a file or a folder: `public-taken`. `own`: their paths. */
export function reportTaken(own: readonly string[], survey: Survey, problems: Problems): void {
  const rest = own.filter((path) => !REPLACEABLE.has(path));
  if (rest.length === 0) return;
  const { files, isTaken } = survey.taken();
  const folders = new Set([...[...files].flatMap(foldersOf), ...SITE_FOLDERS]);
  for (const path of rest)
    if (folders.has(foldPath(path)) || isTaken(path)) problems.error('public-taken', fileOf(`${OWN_FOLDER}/${path}`), { path });
}

/** Tells of prose whose address is that of a file of the site's, or lies in a folder that is the site's alone: `prose-taken`. */
export function reportTakenProse(survey: Survey, problems: Problems): void {
  const { site, prose } = survey;
  if (prose.every(({ path }) => ALWAYS.has(path))) return;
  const paths = new Set(survey.pages().map(({ path }) => path));
  // On a page of the site it is welcome.
  const added = prose.filter(({ path }) => !paths.has(path));
  if (added.length === 0) return;
  const { isTaken } = takenBy(survey.pages(), site);
  const { languages } = site.assessment.portal.config;
  const { folder } = addressingOf(languages, '/');
  const folded = new Set([...paths].map(foldPath));
  for (const { path, name } of added) {
    const params = { path: `/${path}`, case: folded.has(foldPath(path)) ? 1 : 0 };
    if (languages.some((lang) => isTaken(`${folder(path, lang)}index.html`))) problems.error('prose-taken', fileOf(name), params);
  }
}

/**
 * The prose, knowing which of its links lead to no page or file of the site's, each of which is told: `prose-link-nowhere`. `own`: paths of
 * the office's own files.
 */
export function findElsewhere(own: readonly string[], survey: Survey, problems: Problems): readonly Prose[] {
  const { prose } = survey;
  if (prose.every(({ links }) => links.length === 0)) return prose;
  const { isFile } = survey.taken();
  const isThere = (url: string): boolean => {
    const path = pathOf(url);
    return own.includes(path) || isFile(path) || isFile(join(path, 'index.html')) || SITEMAP.test(path);
  };
  return prose.map((one) => {
    const gone = one.links.filter(({ url }) => !isThere(url));
    for (const { url, line, column } of gone) problems.warning('prose-link-nowhere', { file: one.name, line, column }, { url });
    return gone.length > 0 ? { ...one, elsewhere: gone.map(({ url }) => url) } : one;
  });
}

/** What an address names, without its question and its place in the page. */
function pathOf(url: string): string {
  const path = url.slice(1).split(/[?#]/, 1)[0] as string;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
