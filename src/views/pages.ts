/** Every page of a site: its kind, its address, and how to make its view. */
import type { Period } from '../model/period.ts';
import {
  ABOUT,
  boardPath,
  COMPARE,
  CORRECTIONS,
  DOWNLOADS,
  HOME,
  INDICATORS,
  indicatorPath,
  latestPath,
  SEARCH,
  STYLE,
  UNITS,
  unitPath,
} from './address.ts';
import { correctionsView } from './correction.ts';
import { shapeOfMade } from './dataFiles.ts';
import { downloadsView, type LatestView, type StyleView, searchView } from './downloads.ts';
import { someGivenIn } from './givenTotals.ts';
import { homeView, latestPeriod } from './home.ts';
import { figuresOfIndicator, indicatorsView, indicatorView } from './indicator.ts';
import { columnDimensions, leaderboardView, rankingsOf } from './leaderboard.ts';
import { nameOf } from './name.ts';
import type { Page, PageKind, Site } from './page.ts';
import { programmePages } from './programmePages.ts';
import { aboutView } from './prose.ts';
import { withSessions } from './sessionNames.ts';
import { getSiteIndex, type ProgrammeIndex, type SiteIndex } from './siteIndex.ts';
import { unitShape, unitView } from './unit.ts';
import { compareView, unitsView } from './units.ts';

/** All pages that are made from data, in the order of the site: home, programmes with their boards, units, indicators, the rest. */
export function sitePages(site: Site): Page[] {
  const index = getSiteIndex(site);
  const pages: Page[] = [page('home', HOME, () => homeView(index))];
  for (const programme of index.programmes) pages.push(...programmePages(site, programme.result), ...boardPages(index, programme));
  pages.push(...unitPages(index), ...indicatorPages(index));
  pages.push(
    page('compare', COMPARE, () => compareView(index)),
    page('search', SEARCH, () => searchView(index), false),
    page('corrections', CORRECTIONS, () => correctionsView(index)),
    page('downloads', DOWNLOADS, () => downloadsView(index, pages), false),
    page('about', ABOUT, () => aboutView(site.assessment.portal), false),
    page('style', STYLE, (): StyleView => ({ as_of: site.assessment.portal.asOf }), false),
  );
  return pages;
}

function page<View>(kind: PageKind, path: string, view: () => View, data = true, more: Pick<Page, 'tables' | 'shape'> = {}): Page<View> {
  return { kind, path, view, data, ...more };
}

function boardPages(index: SiteIndex, programme: ProgrammeIndex): Page[] {
  const { config } = programme.result.programme;
  const pages = programme.periods.flatMap((period) => periodPages(index, programme, period));
  const newest = latestPeriod(programme);
  if (newest) pages.push(page('latest', latestPath(config.id), () => latestView(index, programme, newest), false));
  return pages;
}

function periodPages(index: SiteIndex, programme: ProgrammeIndex, period: Period): Page[] {
  const { config } = programme.result.programme;
  const dimensions = config.ranking.dimensionPages ? programme.dimensions.filter((id) => rankingsOf(programme, period, id).length > 0) : [];
  const { programme: own } = programme.result;
  const totals = { dimensions: columnDimensions(programme, period), ...shapeOfMade([own], someGivenIn(programme.result, period.id) !== null) };
  const others = { dimensions: [], ...shapeOfMade([own], false) };
  return [null, ...dimensions].map((dimension) => {
    const shape = dimension === null ? totals : others;
    return page('leaderboard', boardPath(config.id, period, dimension), () => leaderboardView(index, programme, period, dimension), true, { shape });
  });
}

function latestView(index: SiteIndex, programme: ProgrammeIndex, period: Period): LatestView {
  const { config } = programme.result.programme;
  return {
    programme: config.id,
    programme_name: nameOf(config.name, index.site.assessment.portal.config),
    ...(period.kind === 'session' && withSessions(programme.result)),
    period: period.id,
    path: boardPath(config.id, period, null),
  };
}

function unitPages(index: SiteIndex): Page[] {
  const { units } = index.site.assessment.portal;
  const shape = unitShape(index);
  return [
    page('units', UNITS, () => unitsView(index)),
    ...units.map((unit) => page('unit', unitPath(unit.id), () => unitView(index, unit), true, { tables: unitTables(index, unit.id), shape })),
  ];
}

function unitTables({ programmes }: SiteIndex, unit: string): string[] {
  const hasAwards = programmes.some(({ awardsByUnit }) => awardsByUnit.has(unit));
  const hasTasks = programmes.some(({ tasksByUnit }) => tasksByUnit.has(unit));
  return [...(hasAwards ? ['awards.csv'] : []), ...(hasTasks ? ['tasks.csv'] : [])];
}

function indicatorPages(index: SiteIndex): Page[] {
  const pages = index.programmes.flatMap((programme) =>
    programme.result.programme.indicators.map((indicator) => {
      const shape = { of: figuresOfIndicator(programme, indicator.id) };
      return page('indicator', indicatorPath(indicator.programme, indicator.id), () => indicatorView(index, programme, indicator), true, { shape });
    }),
  );
  return pages.length > 0 ? [page('indicators', INDICATORS, () => indicatorsView(index)), ...pages] : [];
}
