/** A sheet: what a record page puts into its frame. */
import type { Html } from '../html.ts';
import type { Translate } from '../i18n/index.ts';
import type { PortalConfig } from '../model/config.ts';
import type { Lang, Said, Text } from '../model/text.ts';

/** What every fragment needs to know of where it stands. */
export interface SheetContext {
  readonly lang: Lang;
  readonly t: Translate;
  readonly config: PortalConfig;
  readonly asOf: string;
  /** The address of a page of this language, with base: `href('units/a/')` → `/base/en/units/a/`. */
  href(path: string): string;
  /** The address of a data file, which stands once, at the first language's: `file('units/a/index.json')`. */
  file(path: string): string;
  /** A text in this language (or its fallback), as HTML, wrapped in `<span lang>` when it is in another language. */
  say(text: Text): Html;
  /** The same without markup, for attributes and titles. */
  plain(text: Text): string;
  said(text: Text): Said;
}

/** One step of the way to this page; the last has no address. */
export interface Crumb {
  readonly name: string;
  readonly path: string | null;
}

export interface Sheet {
  /** For `<title>`, without the portal's name. */
  readonly title: string;
  /** One sentence made from the data, for `<meta name=description>` and previews. */
  readonly description: string;
  readonly crumbs: readonly Crumb[];
  readonly main: Html;
  /** Which entry of the navigation is this page's: a path such as `units/`, or null. */
  readonly nav: string | null;
  /** First publication and last change of what is shown, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`, from data. */
  readonly publishedOn: string | null;
  /** Not to be listed by search engines (e.g. superseded editions, redirects). */
  readonly noindex?: boolean;
  /** The page only leads to another: its path, for a refresh in the head. */
  readonly redirect?: string;
  /** Search: which words lead here beside the page's own (old names, aliases). null = not in the index. */
  readonly search: {
    readonly words: readonly string[];
    /** Of a leaderboard: the last day of its period, and whether it is one dimension's. Of boards alike the newest is meant. */
    readonly board?: { readonly end: string; readonly isPart: boolean };
  } | null;
  /** JSON-LD objects. */
  readonly jsonLd: readonly object[];
}
