/**
 * Runs Astro, once, for everything that holds no figures: a frame per language and page kind, the prose, styles and scripts.
 * What it makes is kept under a key that hashes all that went in, so that a rebuild after changed data does not start Astro at all.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { PICTURE_BESIDE } from '../model/picture.ts';
import { DAY_MS, dropEntries, findEntry } from '../press/cacheEntries.ts';
import { move, remove } from '../press/patience.ts';
import { readBytes } from '../read/inputs.ts';
import { isFolder } from '../read/listing.ts';
import { isApart, isWithin } from '../read/paths.ts';
import { type FrameFault, findFrameFault } from './frameFault.ts';
import { type FrameInput, framePath, frameRoutes, PROSE_END, prosePath } from './frameRoutes.ts';

/** What Astro made, by files in `folder`. */
export interface MadeFrames {
  readonly folder: string;
  /** HTML of the frame of a page kind. */
  shell(lang: string, kind: string): string;
  /** HTML of a prose file's body, by its index in `FrameInput.prose`. */
  prose(index: number): string;
}

interface FramePlaces {
  /** The folder of this program: it holds `src`, `public` and `astro.config.mjs`. */
  readonly root: string;
  /** The folder that Astro takes for its root and writes to: the same, where that can be written. */
  readonly work: string;
  /** Where made frames are kept. */
  readonly cache: string;
  /** With slashes at both ends. */
  readonly base: string;
}

/** A hash of every file of the portal's folder as it is now; asked for only where prose brings in what stands outside of its own folder. */
type PortalKey = () => string;

/** Whatever of the program frames are made of, scripts for the browser included. */
export const SOURCES: readonly string[] = [
  ...['src/layouts', 'src/pages', 'src/styles', 'src/elements', 'src/charts', 'src/i18n', 'src/views/page.ts', 'src/html.ts', 'src/rounding.ts'],
  ...['public', 'astro.config.mjs', 'package.json'],
];
const DONE = '.done';

/** The frames, or the page of prose that Astro cannot set. */
export async function makeFrames(input: FrameInput, places: FramePlaces, portalKey: PortalKey): Promise<MadeFrames | { readonly fault: FrameFault }> {
  const folder = await findFrames(input, places, portalKey);
  if (typeof folder !== 'string') return folder;
  const read = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');
  return {
    folder,
    shell: (lang, kind) => read(framePath(lang, kind)),
    prose: (index) => proseBody(read(prosePath(index))) ?? '',
  };
}

/** The folder of a set of frames, out of the cache or made; or a fault. */
async function findFrames(input: FrameInput, places: FramePlaces, portalKey: PortalKey): Promise<string | { readonly fault: FrameFault }> {
  const key = keyOf(input, places, portalKey);
  const folder = join(places.cache, key);
  if (existsSync(join(folder, DONE)) && findEntry(folder, Date.now())) return folder;
  const made = await runAstro(input, places, folder);
  if (typeof made !== 'string') return { fault: made };
  // Prose that was saved meanwhile may be in the set as it was or as it is: good for this once, and under a name that nobody asks for.
  if (keyOf(input, places, portalKey) !== key) return made;
  keepFirst(made, folder);
  return folder;
}

/** A prose file's body out of the page that Astro made of it; null where that broke off. */
export function proseBody(page: string): string | null {
  return page.includes(PROSE_END) ? page.replace(/^<!DOCTYPE html>/i, '').replace(PROSE_END, '') : null;
}

/** Prose, or a module or style beside it, that brings in more than what stands beside it: `../data.json`, `node:fs`, `import.meta.glob`. */
const LEADS_OUT = /\.\.\/|\bimport\.meta\b|\b(?:from|import)\s*\(?\s*["'`](?!\.\/)/;

function keyOf(input: FrameInput, places: FramePlaces, portalKey: PortalKey): string {
  const prose: string[] = [];
  // With its folder, for the pictures and modules that stand beside a page.
  for (const folder of new Set(input.prose.map(({ file }) => dirname(file)))) addFile(folder, prose);
  const parts = [JSON.stringify(input), places.base, ...prose];
  // What is brought in from elsewhere may itself bring in anything.
  if (prose.some((text) => LEADS_OUT.test(text))) parts.push(portalKey());
  for (const source of SOURCES) addFile(join(places.root, source), parts);
  return hash('sha256', parts.join('\0')).slice(0, 24);
}

/** Contents, not times: a fresh checkout has new times and the same frames. What cannot be read, and a folder that is linked into itself, is passed over. */
function addFile(path: string, parts: string[], within: readonly string[] = []): void {
  const bytes = readBytes(path);
  if (bytes) parts.push(path, bytes.toString('latin1'));
  if (!isFolder(path)) return;
  const real = realpathSync(path);
  if (within.includes(real)) return;
  for (const name of readdirSync(path).sort()) if (!isApart(name)) addFile(join(path, name), parts, [...within, real]);
}

/** Makes a set of frames in a folder of its own beside the one where it is to stand. */
async function runAstro(input: FrameInput, places: FramePlaces, folder: string): Promise<string | FrameFault> {
  // Printed beside and renamed, so that a killed run leaves no half set of frames under a key.
  mkdirSync(dirname(folder), { recursive: true });
  removeLeftovers(dirname(folder), Date.now() - DAY_MS);
  dropEntries(dirname(folder), Date.now());
  const beside = mkdtempSync(`${folder}.`);
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Loaded only when there is something to make: it takes longer than printing a small site.
  const { build } = await import('astro');
  // Astro puts its server files into the working directory, and finds its packages only from the program's own.
  const from = process.cwd();
  process.chdir(places.work);
  try {
    // Silent: what goes wrong is thrown, and told once, below.
    await build({ ...astroOptions({ input }, places), logLevel: 'silent', outDir: beside, cacheDir: `${beside}.cache` });
  } catch (error) {
    const fault = findFrameFault(error, places.work, input.prose, (index) => existsSync(join(beside, pathOf(input, index), 'index.html')));
    remove(beside);
    if (fault) return fault;
    throw error;
  } finally {
    process.chdir(from);
    remove(`${beside}.cache`);
  }
  writeFileSync(join(beside, DONE), '');
  return beside;
}

function pathOf(input: FrameInput, index: number | null): string {
  return index === null ? (frameRoutes(input)[0]?.record ?? '') : prosePath(index);
}

/** Removes what killed runs left in a cache: half sets of frames, and what Astro kept beside them, of before a moment (milliseconds). */
export function removeLeftovers(cache: string, before: number): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const isHalf = /^[0-9a-f]{24}\./.test(name);
    if (isHalf && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before) remove(path);
  }
}

/** Puts a set of frames in its place, unless another build was there first: somebody may be reading that one. */
function keepFirst(beside: string, folder: string): void {
  try {
    if (!existsSync(join(folder, DONE))) {
      remove(folder);
      move(beside, folder);
      return;
    }
  } catch (error) {
    if (!existsSync(join(folder, DONE))) throw error;
  }
  remove(beside);
}

/** What `build` and `dev` both tell Astro of a portal. */
export function astroOptions(portal: { readonly input: FrameInput }, places: FramePlaces): AstroInlineConfig {
  return {
    root: places.work,
    srcDir: join(places.root, 'src'),
    publicDir: join(places.root, 'public'),
    cacheDir: join(places.cache, '.astro'),
    configFile: 'astro.config.mjs',
    // Astro encodes what it writes, and matches what it is asked for decoded.
    base: decodeURI(places.base),
    logLevel: 'error',
    // Beside the frames: a new folder in `node_modules` slows every `npx` down (scripts/sunboard.mjs).
    vite: { cacheDir: join(places.cache, '.vite'), plugins: [virtualModule(portal)] },
  };
}

/** Id of the module `virtual:sunboard`, as Vite knows it. */
export const PORTAL_MODULE = '\0virtual:sunboard';

/** What Vite gives a plugin to find modules with. */
interface Resolver {
  resolve(source: string, importer: string, options: { readonly skipSelf: boolean }): Promise<{ readonly id: string } | null>;
}

const ASTRO = join(dirname(realpathSync(createRequire(import.meta.url).resolve('astro/package.json'))), 'dist');

/** Markdown brings in pictures and what Astro needs itself, and runs nothing, whatever its front matter and its addresses say (press/prose.ts). */
function mayStandInMarkdown(id: string): boolean {
  return isWithin(id, ASTRO) || PICTURE_BESIDE.test(id);
}

/** `virtual:sunboard`: the portal's words, and its prose as modules. */
function virtualModule(portal: { readonly input: FrameInput }) {
  return {
    name: 'sunboard',
    enforce: 'pre' as const,
    async resolveId(this: Resolver, source: string, importer?: string) {
      if (source === 'virtual:sunboard') return PORTAL_MODULE;
      if (!importer?.endsWith('.md') || source === 'astro:assets') return undefined;
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (!mayStandInMarkdown(found?.id ?? source)) throw new Error(`${importer} takes ${source} for a picture`);
      return found;
    },
    load(source: string) {
      if (source !== PORTAL_MODULE) return undefined;
      const { input } = portal;
      const files = [...new Set(input.prose.map((entry) => entry.file))];
      const imports = files.map((file, i) => `import { Content as prose${i} } from ${JSON.stringify(file)};`);
      const table = files.map((file, i) => `${JSON.stringify(file)}: prose${i}`);
      return `${imports.join('\n')}\nexport const input = ${JSON.stringify(input)};\nexport const prose = { ${table.join(', ')} };`;
    },
  };
}
