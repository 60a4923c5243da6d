/** From a portal folder to its site: checks, then prints. */
import { hash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { getTranslate } from '../i18n/index.ts';
import type { FrameFault } from '../layouts/frameFault.ts';
import { frameInputOf } from '../layouts/frameInput.ts';
import { type MadeFrames, makeFrames } from '../layouts/makeFrames.ts';
import type { Lang } from '../model/text.ts';
import { parseFrame } from '../press/frame.ts';
import { type Inventory, listFiles } from '../press/inventory.ts';
import { PAGES } from '../press/notes.ts';
import { OWN_FOLDER } from '../press/ownFiles.ts';
import { createPictureMaker } from '../press/pictures.ts';
import { openPresses } from '../press/presses.ts';
import type { Frames } from '../press/print.ts';
import { type PrintedSite, printSite, type SiteOptions } from '../press/printSite.ts';
import type { Prose } from '../press/prose.ts';
import { makeSearchIndex } from '../press/searchIndex.ts';
import { manifestJson } from '../press/siteFiles.ts';
import { openPrintRun, type PrintCounts, type PrintRun } from '../press/store.ts';
import { reportTaken, reportTakenProse, surveySite } from '../press/takenFiles.ts';
import type { Problems } from '../problems.ts';
import type { Folder } from '../read/rows.ts';
import type { Site } from '../views/page.ts';
import { frameProblems } from './frameProblem.ts';
import { languageOf, type Opened, openPortal } from './openPortal.ts';
import { PRINTED, type PrintedNote, portalState } from './printedNote.ts';
import { cacheFolder, PROGRAM_ROOT, programKey, VERSION, workFolder } from './program.ts';
import type { Terminal } from './terminal.ts';

/** What is to be printed, and where. */
export interface PrintOrder {
  readonly dir: string;
  /** An absolute path. */
  readonly out: string;
  readonly base: string;
  /** Stands above portal.yaml's own. */
  readonly origin: string | null;
  readonly asOf: string | null;
  /** A hash of all that the site comes of; null when that is not known. */
  readonly key: string | null;
  /** Whether the folder is still as it was when the key was made: a file that is saved meanwhile may be read before or after. */
  isStill(): boolean;
  /** Size of the portal's folder. */
  readonly bytes: number;
}

/** From a folder of so many bytes on, further threads print; they are opened before the folder is read, since they take a while to load. */
const LARGE_INPUT = 1 << 20;
/** From so many bytes on, a build takes many seconds, and figures stay in memory in great numbers. */
const HUGE_INPUT = 1 << 25;
/** What one thread reads and works out keeps about this many printing. */
const MOST_PRESSES = 3;

export interface PrintedPortal {
  readonly lang: Lang;
  readonly pages: number;
  readonly counts: PrintCounts;
}

/**
 * Tells the engine what kind of work is coming. A build of a few seconds is over before the slower one of its optimizing compilers has paid
 * for itself, and the cores that it takes are wanted for printing. In a long one, what printed pages leave behind is to be collected sooner.
 */
function tune(bytes: number): void {
  if (bytes >= HUGE_INPUT) setFlagsFromString('--heap-growing-percent=100');
  else if (bytes >= LARGE_INPUT) setFlagsFromString('--no-opt');
}

/** Prints a portal's site; null when the portal has errors, which the terminal was told, and the old site stays. */
export async function printPortal(order: PrintOrder, terminal: Terminal): Promise<PrintedPortal | null> {
  const { dir, base } = order;
  tune(order.bytes);
  const presses = openPresses(order.bytes < LARGE_INPUT ? 0 : Math.min(MOST_PRESSES, availableParallelism() - 1));
  const opened = await openPortal(dir, { asOf: order.asOf, today: terminal.today });
  const { problems, folder } = opened;
  const lang = languageOf(folder, terminal.language);
  const t = getTranslate(lang);
  const site = opened.assessment && withOrigin(opened.assessment, order.origin);
  // With an address of its own the site has files that it does not have otherwise.
  if (site && order.origin !== null) {
    const survey = surveySite(site, opened.prose);
    reportTaken(opened.own, survey, problems);
    reportTakenProse(survey, problems);
  }
  if (problems.list.length > 0) terminal.warn(await problemsText(problems, dir, lang));
  const stop = (): null => {
    terminal.warn(t(existsSync(order.out) ? 'cli.stopped' : 'cli.stoppedFirst'));
    return null;
  };
  if (site === null || problems.failed) return stop();
  terminal.progress(t('cli.frames'));
  const cut = await framesOf(site, opened.prose, order);
  if ('fault' in cut) {
    terminal.warn(await problemsText(frameProblems(cut.fault, dir), dir, lang));
    return stop();
  }
  const { frames, shell, folder: made } = cut;
  const run = openPrintRun(order.out);
  const printedSite = await printSite(
    {
      site,
      frames,
      shell,
      presses,
      prose: opened.prose,
      base,
      copies: copiesOf(made, dir, opened.own),
      key: keyOf(site, made, base, opened.prose),
      inputsKey: inputsKeyOf(folder),
      onPage: (count) => count % 100 === 0 && terminal.progress(t('cli.printing', { pages: count })),
    },
    run,
  );
  await printCached(printedSite, run);
  const { pages, notes } = printedSite;
  // With a warning to give, the next build must give it again.
  const isKnown = order.key !== null && problems.list.length === 0 && order.isStill();
  const printed = isKnown ? { [PRINTED]: JSON.stringify({ key: order.key, lang, pages } satisfies PrintedNote) } : {};
  const describe = (inventory: Inventory): string => manifestJson(site.assessment.portal, VERSION, inventory);
  return { lang, pages, counts: run.finish(describe, { [PAGES]: notes, ...printed }) };
}

/** What is slow to make and seldom another: the pages' pictures, and the search index. */
async function printCached({ pictures, records }: PrintedSite, run: PrintRun): Promise<void> {
  const now = Date.now();
  const draw = await createPictureMaker(join(cacheFolder(), 'pictures'), now);
  for (const { path, text } of pictures) run.put(path, await draw.make(text));
  const search = await makeSearchIndex(records, join(cacheFolder(), 'search'), now);
  for (const { path, body } of search) run.put(`pagefind/${path}`, body);
}

/** Its words are loaded only when there is something to say. */
async function problemsText(problems: Problems, root: string, lang: Lang): Promise<string> {
  const { printProblems } = await import('./problemText.ts');
  return printProblems(problems, 'text', { lang, root, version: VERSION }).trimEnd();
}

/** What all pages are made of beside their views. The folder of the frames is named for what they and the prose are made of. */
function keyOf({ assessment }: Site, frames: string, base: string, prose: readonly Prose[]): string {
  const { config, asOf } = assessment.portal;
  const elsewhere = prose.map((one) => one.elsewhere);
  return hash('sha256', JSON.stringify([programKey(), basename(frames), base, asOf, config, elsewhere]));
}

function inputsKeyOf(folder: Folder): (without: readonly string[]) => string {
  const inputs = folder.inputs();
  const keys = new Map<readonly string[], string>();
  return (without) => {
    let key = keys.get(without);
    if (key === undefined) {
      const files = inputs.filter(({ tables }) => tables.length === 0 || !tables.every((table) => without.includes(table)));
      key = hash('sha256', JSON.stringify([without, files]));
      keys.set(without, key);
    }
    return key;
  };
}

/** `--site` stands above portal.yaml's own. */
function withOrigin(assessment: NonNullable<Opened['assessment']>, origin: string | null): Site {
  if (origin === null) return { assessment };
  const { portal } = assessment;
  return { assessment: { ...assessment, portal: { ...portal, config: { ...portal.config, site: origin } } } };
}

interface CutFrames {
  readonly frames: Frames;
  readonly shell: MadeFrames['shell'];
  readonly folder: string;
}

/** The frames of a portal, cut at their slots when first asked for; or the page of prose that Astro cannot set. */
async function framesOf(site: Site, prose: readonly Prose[], { dir, out, base }: PrintOrder): Promise<CutFrames | { readonly fault: FrameFault }> {
  const input = frameInputOf(site.assessment.portal, base, prose, ownPages(site, prose));
  const places = { root: PROGRAM_ROOT, work: workFolder(), cache: join(cacheFolder(), 'frames'), base };
  // A folder that cannot be read through is never known to be the same.
  const made = await makeFrames(input, places, () => portalState(dir, out, []).key ?? randomUUID());
  if ('fault' in made) return made;
  const frames: Frames = {
    frame: (lang, kind) => parseFrame(made.shell(lang, kind)),
    prose: (entry) => made.prose(prose.indexOf(entry)),
  };
  return { frames, shell: made.shell, folder: made.folder };
}

/** Prose pages that no other page of the navigation leads to: one level deep, with a title. */
export function ownPages(site: Site, prose: readonly Prose[]): { path: string; lang: Lang; title: string }[] {
  const programmes = new Set(site.assessment.programmes.map(({ programme }) => `${programme.config.id}/`));
  const own = prose.filter(({ path, title }) => title !== null && /^[^/]+\/$/.test(path) && path !== 'about/' && !programmes.has(path));
  return own.map(({ path, lang, title }) => ({ path, lang, title: title ?? path }));
}

/** Names with a dot are the frames' own marks; in the office's folder they are files such as .nojekyll. */
function copiesOf(made: string, dir: string, own: readonly string[]): SiteOptions['copies'] {
  const frames = listFiles(made).filter((path) => !path.startsWith('.') && !path.startsWith('_frames/'));
  return [
    { folder: made, paths: frames },
    { folder: join(dir, OWN_FOLDER), paths: own },
  ];
}
