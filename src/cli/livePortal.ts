/** The portal behind `sunboard dev`, read again whenever its folder or the program's code is another. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { ViteDevServer } from 'vite';
import { getTranslate } from '../i18n/index.ts';
import type { FrameInput } from '../layouts/frameRoutes.ts';
import { PORTAL_MODULE } from '../layouts/makeFrames.ts';
import { isWithin, OPEN_MARK, withSlashes } from '../read/paths.ts';
import type { Live } from './live.ts';
import { languageOf, type OpenOptions } from './openPortal.ts';
import { printProblems } from './problemText.ts';
import { PROGRAM_ROOT, VERSION } from './program.ts';
import { findChange, type Stamps, stampsOf } from './stamps.ts';
import type { Terminal } from './terminal.ts';

const NO_INPUT: FrameInput = { common: {}, prose: [] };
/** Editors save a file in several steps; the site is read again once they are through. */
const SETTLE_MS = 40;

/** What the live site has of the portal by now. */
export interface LivePortal {
  readonly dir: string;
  readonly terminal: Terminal;
  readonly options: OpenOptions;
  live: Promise<Live> | null;
  input: FrameInput;
  /** The folder as it was when it was read last. */
  seen: Stamps;
  /** What changed since, and is to be read. */
  due: string | null;
  reading: Promise<void> | null;
}

/** A portal of which nothing was read yet. */
export function createLivePortal(dir: string, options: OpenOptions, terminal: Terminal): LivePortal {
  return { dir, terminal, options, live: null, input: NO_INPUT, seen: new Map(), due: null, reading: null };
}

/** Reads the portal with the program's code as Vite has it now. */
export async function reopen(state: LivePortal, server: ViteDevServer): Promise<Live> {
  state.seen = stampsOf(state.dir);
  const module = (await server.ssrLoadModule(withSlashes(join(PROGRAM_ROOT, 'src/cli/live.ts')))) as typeof import('./live.ts');
  const live = await module.openLive(state.dir, '/', state.options, state.terminal.language);
  const { problems } = live.opened;
  if (problems.list.length > 0) {
    const lang = languageOf(live.opened.folder, state.terminal.language);
    state.terminal.warn(printProblems(problems, 'text', { lang, root: state.dir, version: VERSION }).trimEnd());
  }
  return live;
}

/** Reads again because of a file; one reading at a time, and what is saved meanwhile is read after it. */
function refresh(state: LivePortal, server: ViteDevServer, file: string): void {
  state.due = existsSync(state.dir) ? file : state.dir;
  state.reading ??= readDue(state, server).finally(() => {
    state.reading = null;
  });
}

async function readDue(state: LivePortal, server: ViteDevServer): Promise<void> {
  for (let file = state.due; file !== null; file = state.due) {
    state.due = null;
    try {
      await read(state, server, file);
    } catch (error) {
      state.terminal.warn((error as Error).stack ?? String(error));
    }
  }
}

async function read(state: LivePortal, server: ViteDevServer, file: string): Promise<void> {
  const started = performance.now();
  state.live = reopen(state, server);
  const { input } = await state.live;
  state.input = input ?? state.input;
  forgetFrames(server, state.dir);
  server.ws.send({ type: 'full-reload' });
  const ms = Math.round(performance.now() - started);
  state.terminal.print(getTranslate(state.terminal.language)(input ? 'cli.devReload' : 'cli.devFaulty', { file, ms }));
}

/** Lets the frames be made anew from the portal's words and prose as they are now, whatever Vite has seen of them itself. */
function forgetFrames(server: ViteDevServer, dir: string): void {
  const folder = existsSync(dir) ? realpathSync(dir) : dir;
  for (const { moduleGraph } of Object.values(server.environments)) {
    for (const module of moduleGraph.idToModuleMap.values()) {
      if (module.id === PORTAL_MODULE || (module.file && isWithin(module.file, folder))) moduleGraph.invalidateModule(module);
    }
  }
}

/** How often the folder is looked at; a large one more seldom. */
const LOOK_MS = 1000;
const LOOK_SHARE = 20;

/** Sees what the watcher does not: a folder that is moved away and back, a save at the moment of starting, a drive that tells of nothing. */
function lookNowAndThen(state: LivePortal, server: ViteDevServer): void {
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const started = performance.now();
    const change = state.reading ? null : findChange(state.seen, stampsOf(state.dir));
    if (change !== null) {
      server.watcher.add(state.dir);
      refresh(state, server, change);
    }
    timer = setTimeout(look, Math.max(LOOK_MS, (performance.now() - started) * LOOK_SHARE));
    timer.unref();
  };
  look();
  server.httpServer?.on('close', () => clearTimeout(timer));
}

/** Reads again whenever a file of the portal or of the program's code is another. */
export function watch(state: LivePortal, server: ViteDevServer): void {
  let timer: NodeJS.Timeout | undefined;
  const changed = (path: string, isData: boolean): void => {
    const file = withSlashes(relative(isData ? state.dir : PROGRAM_ROOT, path) || path);
    // Unless it was seen meanwhile. In a linked folder only the watcher sees anything.
    const isNew = (): boolean => findChange(state.seen, stampsOf(state.dir)) !== null || (!state.seen.has(file) && existsSync(path));
    if (!isData || isNew()) refresh(state, server, file);
  };
  server.watcher.add(state.dir);
  server.watcher.on('all', (event, path) => {
    if (event.endsWith('Dir') || OPEN_MARK.test(basename(path))) return;
    const isData = isWithin(path, state.dir);
    const isCode = isWithin(path, join(PROGRAM_ROOT, 'src')) && path.endsWith('.ts');
    if (!isData && !isCode) return;
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS, path, isData);
  });
  lookNowAndThen(state, server);
}
