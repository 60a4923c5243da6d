/**
 * A press prints whole pages: from a view to files, and to what must be remembered of the page. All that it works with can be handed to
 * another thread, so that several presses can print one site.
 */
import type { Sheet } from '../fragments/sheet.ts';
import { getTranslate } from '../i18n/index.ts';
import type { PortalConfig } from '../model/config.ts';
import { type Lang, say } from '../model/text.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import type { PageFace, PageKind } from '../views/page.ts';
import { TASKS_PER_PAGE, type TasksView } from '../views/tasks.ts';
import { addressingOf } from './addressing.ts';
import type { Pieces } from './frame.ts';
import type { PageNote } from './notes.ts';
import type { PictureOrder, PictureText } from './pictures.ts';
import { createPrinter, type Frames, type Setting } from './print.ts';
import type { Prose } from './prose.ts';
import type { SearchRecord } from './searchIndex.ts';

interface PressOptions {
  readonly setting: Setting;
  readonly frames: Frames;
  readonly prose: readonly Prose[];
  /** Ids of programmes whose tasks have no entry of their own in the search index. */
  readonly longLists: readonly string[];
}

interface Press {
  /** Prints a page with this view, which is `json` as text. Each file goes to `put`; what is to be remembered comes back. */
  print(page: PageFace, key: string, view: unknown, json: string | undefined, put: (path: string, body: Pieces) => void): PageNote;
}

/** Kinds of page that have a picture for sharing; it needs the site's own address, which such links must name in full. */
const PICTURED: ReadonlySet<PageKind> = new Set<PageKind>(['home', 'programme', 'leaderboard', 'unit']);

/** The page whose picture a page has: its own, or, for one dimension's leaderboard, that of the whole period. */
function picturedPath({ kind, path }: PageFace): string {
  return kind === 'leaderboard' ? `${path.split('/').slice(0, 2).join('/')}/` : path;
}

/** The accent of a portal that sets none, as in `styles/tokens.css`. */
const ACCENT = '#1d4f7c';

function pictureText(sheet: Sheet, view: unknown, lang: Lang, config: PortalConfig): PictureText {
  const t = getTranslate(lang);
  const portal = say(config.title, lang, config.languages);
  const way = sheet.crumbs.slice(0, -1).map((crumb) => crumb.name);
  return {
    portal,
    title: sheet.title === '' ? portal : sheet.title,
    kicker: way.length > 0 ? way.join(' · ') : say(config.publisher.name, lang, config.languages),
    line: sheet.description,
    mark: isProvisional(view) ? t('site.provisional') : null,
    accent: config.brand.accent ?? ACCENT,
  };
}

/** Whether a leaderboard shows a provisional figure. */
function isProvisional(view: unknown): boolean {
  const { tables } = view as Partial<LeaderboardView>;
  return tables?.some(({ rows }) => rows.some(({ status }) => status === 'provisional')) ?? false;
}

/** The titles on one page of a long list; a task of it has no entry of its own. */
function listWords(page: PageFace, view: unknown, lang: Lang): readonly string[] | null {
  if (page.kind !== 'tasks') return null;
  return (view as TasksView).tasks.slice(0, TASKS_PER_PAGE).map((row) => row.titles?.[lang] ?? row.title);
}

/** A press for the pages of one site. */
export function createPress({ setting, frames, prose, longLists }: PressOptions): Press {
  const { config, base } = setting;
  const addressing = addressingOf(config.languages, base);
  const picture = (page: PageFace, lang: Lang): string | null =>
    config.site !== null && PICTURED.has(page.kind) ? `${addressing.folder(picturedPath(page), lang)}card.png` : null;
  const printer = createPrinter({ setting, frames, prose, picture });
  const isInLongList = ({ kind, path }: PageFace): boolean =>
    longLists.length > 0 && (kind === 'task' || kind === 'tasks') && longLists.includes(programmeOf(path));
  const wordsOf = (page: PageFace, sheet: Sheet, view: unknown, lang: Lang): readonly string[] | null =>
    isInLongList(page) ? listWords(page, view, lang) : (sheet.search?.words ?? null);
  return {
    print(page, key, view, json, put) {
      const files: string[] = [];
      const records: SearchRecord[] = [];
      const pictures: PictureOrder[] = [];
      for (const { path, body, sheet, lang } of printer.print(page, view, json)) {
        put(path, body);
        files.push(path);
        if (!sheet || lang === undefined) continue;
        const drawn = picture(page, lang);
        if (drawn !== null && picturedPath(page) === page.path) pictures.push({ path: drawn, text: pictureText(sheet, view, lang, config) });
        const words = wordsOf(page, sheet, view, lang);
        if (!words) continue;
        const board = sheet.search?.board;
        records.push({ lang, url: addressing.href(page.path, lang), title: sheet.title, words, kind: page.kind, ...(board && { board }) });
      }
      return { key, files, records, pictures };
    },
  };
}

/** The programme that a page below a programme's address belongs to. */
export function programmeOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}
