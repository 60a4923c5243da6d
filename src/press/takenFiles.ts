/** Own files of the office that stand where the site itself has a file or a folder. */
import { dirname, join } from 'node:path/posix';
import { fileOf, type Problems } from '../problems.ts';
import type { Site } from '../views/page.ts';
import { OWN_FOLDER } from './ownFiles.ts';
import { addressingOf, pageFiles } from './print.ts';
import { allPages } from './printSite.ts';
import type { Prose } from './prose.ts';
import { MANIFEST } from './store.ts';

/** Files of the site that the office may have its own of. */
const REPLACEABLE: ReadonlySet<string> = new Set(['favicon.svg', 'robots.txt', '404.html']);

/** Files of the site that belong to no page. */
const SITE_FILES: readonly string[] = [MANIFEST, 'datapackage.json', 'theme.css', 'theme.js'];
/** Folders that are the site's alone. */
const SITE_FOLDERS: ReadonlySet<string> = new Set(['_astro', 'pagefind']);
/** Those that there are only where the site knows its own address. */
const SITEMAP = /^sitemap(?:-\d+)?\.xml$/;
const PICTURE = 'card.png';

/** Tells of own files that stand where the site has a file or a folder: `public-taken`. `own`: their paths. */
export function reportTaken(own: readonly string[], site: Site, prose: readonly Prose[], problems: Problems): void {
  const rest = own.filter((path) => !REPLACEABLE.has(path));
  if (rest.length === 0) return;
  const { languages, site: origin } = site.assessment.portal.config;
  const addressing = addressingOf(languages, '/');
  const files = new Set([...allPages(site, prose).flatMap((page) => pageFiles(page, addressing)), ...SITE_FILES, ...REPLACEABLE]);
  const folders = new Set([...[...files].flatMap(foldersOf), ...SITE_FOLDERS]);
  const isOfAddress = (path: string): boolean =>
    origin !== null && (SITEMAP.test(path) || (path.split('/').at(-1) === PICTURE && files.has(join(dirname(path), 'index.html'))));
  const isTaken = (path: string): boolean =>
    files.has(path) || folders.has(path) || isOfAddress(path) || foldersOf(path).some((folder) => files.has(folder) || SITE_FOLDERS.has(folder));
  for (const path of rest) if (isTaken(path)) problems.error('public-taken', fileOf(`${OWN_FOLDER}/${path}`), { path });
}

/** `a/b/c.txt`: `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
