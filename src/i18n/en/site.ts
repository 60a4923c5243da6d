import type { site as zh } from '../zh-CN/site.ts';

/** Section `site` of the dictionary: what the press writes around a page. */
export const site: Readonly<Record<keyof typeof zh, string>> = {
  'site.published': 'Published {date}',
  'site.asOf': 'Figures as of {date}',
  'site.provisional': 'Provisional',
  'site.data': 'This page as data:',
  'site.notFoundTitle': 'Page not found',
  'site.notFound': 'The address may be mistyped, or the page may have gone. Published leaderboards, units and tasks never change their address.',
  'site.notFoundHome': 'Go to the home page',
  'site.notFoundSearch': 'Search units, tasks and indicators',
};
