/** `sunboard dev DIR`: a live site that reloads when data or code change, and shows problems in the page with their line. */
import { existsSync, realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { basename, join, relative } from 'node:path';
import { dev as runAstro } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { getTranslate } from '../i18n/index.ts';
import { type FrameFault, frameFault } from '../layouts/frameFault.ts';
import { type FrameInput, isProsePath } from '../layouts/frameRoutes.ts';
import { astroOptions, PORTAL_MODULE, proseBody } from '../layouts/makeFrames.ts';
import { isWithin, OPEN_MARK, withSlashes } from '../read/paths.ts';
import { UsageError } from './cliError.ts';
import type { FetchFrame, Live } from './live.ts';
import { languageOf } from './openPortal.ts';
import { checkFolder, dateOption, readOptions } from './options.ts';
import { printProblems } from './problemText.ts';
import { cacheFolder, PROGRAM_ROOT, packagesOf, VERSION, workFolder } from './program.ts';
import { findChange, type Stamps, stampsOf } from './stamps.ts';
import type { Terminal } from './terminal.ts';

const NO_INPUT: FrameInput = { common: {}, prose: [] };
/** Editors save a file in several steps; the site is read again once they are through. */
const SETTLE_MS = 40;

/** Runs the command, until it is killed. */
export async function dev(args: readonly string[], terminal: Terminal): Promise<number> {
  const { dir, values } = readOptions('dev', args, { port: { type: 'string' }, 'as-of': { type: 'string' } }, terminal);
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('cli.badPort', { value: values.port ?? '' });
  const options = { asOf: dateOption(values['as-of']), today: terminal.today };
  checkFolder(dir);
  // Without the option the next free one is taken.
  if (values.port !== undefined && !(await isFree(port))) throw new UsageError('cli.portTaken', { port });
  // Astro would otherwise put its server into the background when no person seems to watch.
  process.env.ASTRO_DEV_BACKGROUND = '0';
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const state: State = { dir, terminal, options, live: null, input: NO_INPUT, seen: new Map(), due: null, reading: null };
  const cache = cacheFolder();
  const astro = astroOptions(state, { root: PROGRAM_ROOT, work: workFolder(), cache, base: '/' });
  const plugins = [...(astro.vite?.plugins ?? []), livePlugin(state)];
  const fs = { strict: true, allow: [packagesOf(PROGRAM_ROOT), cache, dir, realpathSync(dir)] };
  const server = await runAstro({ ...astro, server: { port }, vite: { ...astro.vite, plugins, server: { fs } } });
  terminal.print(getTranslate(terminal.language)('cli.dev', { url: `http://localhost:${server.address.port}/` }));
  return new Promise(() => {});
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen({ port, host: 'localhost' }, () => probe.close(() => done(true)));
  });
}

interface State {
  readonly dir: string;
  readonly terminal: Terminal;
  readonly options: { readonly asOf: string | null; readonly today: string };
  live: Promise<Live> | null;
  input: FrameInput;
  /** The folder as it was when it was read last. */
  seen: Stamps;
  /** What changed since, and is to be read. */
  due: string | null;
  reading: Promise<void> | null;
}

/** Reads the portal with the program's code as Vite has it now. */
async function reopen(state: State, server: ViteDevServer): Promise<Live> {
  state.seen = stampsOf(state.dir);
  const module = (await server.ssrLoadModule(`${PROGRAM_ROOT}/src/cli/live.ts`)) as typeof import('./live.ts');
  const live = await module.openLive(state.dir, '/', state.options, state.terminal.language);
  const { problems } = live.opened;
  if (problems.list.length > 0) {
    const lang = languageOf(live.opened.folder, state.terminal.language);
    state.terminal.warn(printProblems(problems, 'text', { lang, root: state.dir, version: VERSION }).trimEnd());
  }
  return live;
}

/** Reads again because of a file; one reading at a time, and what is saved meanwhile is read after it. */
function refresh(state: State, server: ViteDevServer, file: string): void {
  state.due = existsSync(state.dir) ? file : state.dir;
  state.reading ??= readDue(state, server).finally(() => {
    state.reading = null;
  });
}

async function readDue(state: State, server: ViteDevServer): Promise<void> {
  for (let file = state.due; file !== null; file = state.due) {
    state.due = null;
    try {
      await read(state, server, file);
    } catch (error) {
      state.terminal.warn((error as Error).stack ?? String(error));
    }
  }
}

async function read(state: State, server: ViteDevServer, file: string): Promise<void> {
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

/** The path of an address without its first slash; null when it is none. */
function pathOf(address = '/'): string | null {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname).slice(1);
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return null;
    throw error;
  }
}

function originOf({ httpServer }: ViteDevServer): string {
  const address = httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return `http://${address.family === 'IPv6' ? '[::1]' : '127.0.0.1'}:${address.port}`;
}

/** The first page of prose that cannot be loaded, or not be set. */
async function findFault(server: ViteDevServer, { prose }: FrameInput): Promise<FrameFault | null> {
  for (const { file } of prose) {
    try {
      const { Content } = await server.ssrLoadModule(file);
      if (typeof Content === 'function') Content();
    } catch (error) {
      return frameFault(file, error);
    }
  }
  return null;
}

/** How often the folder is looked at; a large one more seldom. */
const LOOK_MS = 1000;
const LOOK_SHARE = 20;

/** Sees what the watcher does not: a folder that is moved away and back, a save at the moment of starting, a drive that tells of nothing. */
function lookNowAndThen(state: State, server: ViteDevServer): void {
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

function watch(state: State, server: ViteDevServer): void {
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

/** Addresses of Vite's and Astro's own, but for those that the portal has: a programme may well be called `src`. */
async function isInternal(path: string, { live }: State): Promise<boolean> {
  if (!/^(?:[@_]|node_modules\/|src\/)/.test(path)) return false;
  const site = await live?.catch(() => null);
  return !site?.has(path);
}

/** Whatever else a program asks for, a published site has no answer to. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

type Next = (error?: unknown) => void;

/** Before Astro's own rules for addresses: what no site has is not found, and a folder is where its slash is, as on the hosts of sites. */
async function tidyAddress(request: IncomingMessage, response: ServerResponse, next: Next, state: State): Promise<void> {
  const path = pathOf(request.url);
  if (!METHODS.has(request.method ?? '')) response.writeHead(405, { allow: [...METHODS].join(', ') }).end();
  else if (path === null) response.writeHead(404).end();
  else if (path === '' || /\/$|\.[^/]*$/.test(path) || (await isInternal(`${path}/`, state))) next();
  else response.writeHead(302, { location: (request.url as string).replace(/^\/+/, '/').replace(/(?=\?|$)/, '/') }).end();
}

function createAnswerer(state: State, server: ViteDevServer) {
  const fetchFrame: FetchFrame = async (frame) => {
    // Of this very server, whatever name the reader knows it by.
    const answer = await fetch(`${originOf(server)}/${frame}/`);
    const text = await answer.text();
    const html = isProsePath(frame) ? proseBody(text) : text;
    if (answer.ok && html !== null) return { html };
    const fault = await findFault(server, state.input);
    if (fault) return { fault };
    throw new Error(`${frame}: ${answer.status}`);
  };
  return async (path: string, response: ServerResponse, next: Next): Promise<void> => {
    state.live ??= reopen(state, server);
    const answer = await (await state.live).answer(path, fetchFrame);
    if (!answer) return next();
    response.writeHead(answer.status, { 'content-type': answer.type, 'cache-control': 'no-store' }).end(answer.body);
  };
}

function livePlugin(state: State): Plugin {
  return {
    name: 'sunboard-live',
    async configureServer(server) {
      state.live ??= reopen(state, server);
      state.input = (await state.live).input ?? state.input;
      watch(state, server);
      const answer = createAnswerer(state, server);
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url);
        if (path === null) return next();
        const reply = async (): Promise<void> => ((await isInternal(path, state)) ? next() : answer(path, response, next));
        reply().catch(next);
      });
      const tidy = (request: IncomingMessage, response: ServerResponse, next: Next): void =>
        void tidyAddress(request, response, next, state).catch(next);
      return () => server.middlewares.stack.unshift({ route: '', handle: tidy });
    },
  };
}
