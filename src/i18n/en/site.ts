import type { site as zh } from '../zh-CN/site.ts';

/** Section `site` of the dictionary: what the press writes around a page. */
export const site: Readonly<Record<keyof typeof zh, string>> = {
  'site.published': 'Published {date}',
  'site.asOf': 'Figures as of {date}',
  'site.provisional': 'Provisional',
  'site.data': 'This page as data:',
  'site.address': 'Address of this page:',
  'cite.title': 'Cite this page',
  'cite.asOf': 'Figures as of {date}',
  'cite.citedOn': 'date of citation',
  'site.about': 'About this site',
  'site.about.lead':
    '{title} is published by {publisher}. It shows the rules and results of {programmes} {programmes#programme|programmes}, covering {units} {units#unit|units}.',
  'site.about.publisher': 'Publisher',
  'site.about.phone': 'Phone',
  'site.about.email': 'Email',
  'site.about.licence': 'Licence',
  'site.about.asOf': 'Figures as of',
  'site.about.methods': 'How each programme works',
  'site.about.promises': 'What you can rely on',
  'site.about.address': 'A published result keeps its address, so it can be cited.',
  'site.about.corrections': 'Every recorded correction is listed with the old and the new figure, the reason and the date:',
  'site.about.missing': 'A missing figure has its reason beside it. It is never estimated, and never counted as zero.',
  'site.about.missingByMethod': 'A missing figure has its reason beside it, and is treated as each programme’s method page says.',
  'site.about.persons': 'Units are published; nothing personal ever is.',
  'site.about.open': 'Rankings, histories, awards and task lists can be downloaded as data:',
  'site.notFoundTitle': 'Page not found',
  'site.notFound': 'The address may be mistyped, or the page may have gone. Published leaderboards, units and tasks never change their address.',
  'site.notFoundHome': 'Go to the home page',
  'site.notFoundSearch': 'Search units, tasks and indicators',
};
