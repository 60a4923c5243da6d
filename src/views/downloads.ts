/** Downloads (数据下载): every data file of the site and what it holds, and the tables that it was made from. */
import type { PortalConfig } from '../model/config.ts';
import { COMPARE, CORRECTIONS, INDICATORS, programmePath, UNITS } from './address.ts';
import { csvFilesOf } from './dataFiles.ts';
import { type Named, nameOf } from './name.ts';
import type { Page, PageKind } from './page.ts';
import { type WithSessions, withSessions } from './sessionNames.ts';
import type { SiteIndex } from './siteIndex.ts';

export interface DownloadEntry {
  readonly path: string;
  readonly kind: PageKind;
  readonly programme: string | null;
  readonly period: string | null;
  /** Whether this stands for many pages of one kind, whose addresses follow one pattern. */
  readonly pattern: string | null;
  readonly count: number;
  readonly csv: readonly string[];
}

export interface DownloadsView {
  readonly as_of: string;
  readonly licence: string | null;
  readonly programmes: Readonly<Record<string, Named & WithSessions>>;
  readonly entries: readonly DownloadEntry[];
  readonly inputs: readonly { readonly file: string; readonly bytes: number; readonly sha256: string; readonly tables: readonly string[] }[];
}

export interface LatestView extends WithSessions {
  readonly programme: string;
  readonly programme_name: Named;
  readonly period: string;
  readonly path: string;
}

export interface SearchView {
  readonly as_of: string;
  readonly units: readonly (Named & { readonly path: string })[];
  readonly programmes: readonly (Named & { readonly path: string })[];
  readonly pages: readonly string[];
}

export interface StyleView {
  readonly as_of: string;
}

/** Kinds of which there are many: one line stands for all, with the pattern of their addresses. */
const PATTERNS: Readonly<Partial<Record<PageKind, string>>> = {
  unit: 'units/<unit>/',
  indicator: 'indicators/<programme>/<indicator>/',
  award: '<programme>/awards/<award>/',
};

/** The data files of these pages, those of which there are many as one pattern; then the files that the portal was made from. */
export function downloadsView(index: SiteIndex, pages: readonly Page[]): DownloadsView {
  const { portal } = index.site.assessment;
  const withData = pages.filter((page) => page.data);
  const entries = withData.flatMap((page) => downloadEntry(index, page) ?? []);
  return {
    as_of: portal.asOf,
    licence: portal.config.licence,
    programmes: programmeNames(index, portal.config),
    entries: [...entries, ...patternEntries(withData, entries)],
    inputs: portal.inputs,
  };
}

function programmeNames(index: SiteIndex, config: PortalConfig): DownloadsView['programmes'] {
  return Object.fromEntries(
    index.programmes.map(({ result }) => [result.programme.config.id, { ...nameOf(result.programme.config.name, config), ...withSessions(result) }]),
  );
}

/** null where another line stands for it. */
function downloadEntry(index: SiteIndex, page: Page): DownloadEntry | null {
  const { kind, path } = page;
  if (PATTERNS[kind] !== undefined) return null;
  const [first = '', second = '', third = ''] = path.split('/');
  const programme = index.byId.get(first) ?? null;
  if (kind === 'leaderboard' && third !== '') return null;
  const period = kind === 'leaderboard' ? (programme?.periods.find(({ slug }) => slug === second)?.id ?? null) : null;
  return { path, kind, programme: programme ? first : null, period, pattern: null, count: 1, csv: csvFilesOf(page) };
}

function patternEntries(pages: readonly Page[], listed: readonly DownloadEntry[]): DownloadEntry[] {
  const known = new Set(listed.map(({ path }) => path));
  const rest = Map.groupBy(
    pages.filter(({ path }) => !known.has(path)),
    ({ kind }) => kind,
  );
  return [...rest].map(([kind, own]) => ({
    path: (own[0] as Page).path,
    kind,
    programme: null,
    period: null,
    pattern: PATTERNS[kind] ?? '<programme>/<period>/<dimension>/',
    count: own.length,
    csv: [...new Set(own.flatMap(csvFilesOf))],
  }));
}

/** What a reader without a script can go through. */
export function searchView(index: SiteIndex): SearchView {
  const { portal } = index.site.assessment;
  const hasIndicators = portal.programmes.some(({ indicators }) => indicators.length > 0);
  return {
    as_of: portal.asOf,
    units: portal.units.map((unit) => ({ ...nameOf(unit.name, portal.config), path: `${UNITS}${unit.id}/` })),
    programmes: index.programmes.map(({ result }) => ({
      ...nameOf(result.programme.config.name, portal.config),
      path: programmePath(result.programme.config.id),
    })),
    pages: [UNITS, ...(hasIndicators ? [INDICATORS] : []), COMPARE, CORRECTIONS],
  };
}
