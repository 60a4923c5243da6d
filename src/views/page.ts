/**
 * Pages (页面): what there is to print, and at which address. A page's `view` is one plain object that says everything the page says, in
 * all languages at once; it is the page's JSON download too. Sheets, exports, charts and search are all made from it.
 */
import type { Assessment } from '../assess/results.ts';

export const PAGE_KINDS = [
  'home',
  'programme',
  'leaderboard',
  'awards',
  'award',
  'sessions',
  'tasks',
  'task',
  'method',
  'units',
  'unit',
  'indicators',
  'indicator',
  'compare',
  'search',
  'corrections',
  'downloads',
  'style',
  'latest',
  'about',
  'prose',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** What tells the tables of a page from those of others of its kind. */
export interface TableShape {
  /** Dimensions that have a column of scores each, on a leaderboard of totals. */
  readonly dimensions?: readonly string[];
  /** Whether figures may be carried forward, and a column says from where. */
  readonly carried?: boolean;
  /** Whether parts that are missing may count as zero, and a column says which. */
  readonly zeroed?: boolean;
  /** Whether an indicator's figures are values or scores. */
  readonly of?: 'value' | 'score';
  /** Whether a task is split among its leads, so that counts of tasks are fractions. */
  readonly fractions?: boolean;
}

/** Which page it is. */
export interface PageFace {
  readonly kind: PageKind;
  /** Address below the language prefix, without a leading slash and with a closing one: '' for home, `cards/2023-Q1/`. */
  readonly path: string;
  /** Whether `index.json` stands beside the page. A single task's data is in its list's. */
  readonly data: boolean;
  /** CSV files that it has beside those of its kind. */
  readonly tables?: readonly string[];
  /** What its tables have that those of others of its kind have not. */
  readonly shape?: TableShape;
}

export interface Page<View = unknown> extends PageFace {
  /** Made when asked for, anew each time: pages are many, and are printed one after another. */
  view(): View;
  /** Tables that nothing on the page is worked out from: it stays as it is when only they change. */
  readonly untouchedBy?: readonly string[];
}

/** Everything that views are made from. */
export interface Site {
  readonly assessment: Assessment;
}
