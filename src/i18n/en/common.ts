/** Section `common` of the dictionary. */
import type { common as zh } from '../zh-CN/common.ts';

export const common: Readonly<Record<keyof typeof zh, string>> = {
  'frame.skip': 'Skip to content',
  'frame.home': 'Home',
  'frame.programmes': 'Programmes',
  'frame.taskList': '{name}: tasks',
  'frame.units': 'Units',
  'frame.indicators': 'Indicators',
  'frame.compare': 'Compare',
  'frame.downloads': 'Downloads',
  'frame.corrections': 'Corrections',
  'frame.about': 'About',
  'frame.search': 'Search',
  'frame.searchWhat': 'Name or word',
  'frame.menu': 'Menu',
  'frame.close': 'Close',
  'frame.navigation': 'Main',
  'frame.languages': 'Language',
  'frame.crumbs': 'You are here',
  'frame.footer': 'About this site',
  'frame.pageInfo': 'About this page',
  'frame.fictional': 'The city, its units and all figures on this site are invented, for demonstration only.',
  'frame.organiser': 'Published by {name}',
  'frame.phone': 'Telephone {phone}',
  'frame.email': 'Email {email}',
  'frame.siteCode': 'Site code {code}',
};
