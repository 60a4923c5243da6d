/** `sunboard dev DIR`: a live site that reloads when data or code change, and shows problems in the page with their line. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { dev as runAstro } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { getTranslate } from '../i18n/index.ts';
import { type FrameFault, frameFault } from '../layouts/frameFault.ts';
import { type FrameInput, isProsePath } from '../layouts/frameRoutes.ts';
import { astroOptions, proseBody } from '../layouts/makeFrames.ts';
import { UsageError } from './cliError.ts';
import type { FetchFrame, Live } from './live.ts';
import { languageOf } from './openPortal.ts';
import { checkFolder, dateOption, readOptions } from './options.ts';
import { isWithin } from './paths.ts';
import { printProblems } from './problemText.ts';
import { cacheFolder, PROGRAM_ROOT, VERSION } from './program.ts';
import type { Terminal } from './terminal.ts';

const NO_INPUT: FrameInput = { common: {}, prose: [] };
/** Editors save a file in several steps; the site is read again once they are through. */
const SETTLE_MS = 40;

export async function dev(args: readonly string[], terminal: Terminal): Promise<number> {
  const { dir, values } = readOptions('dev', args, { port: { type: 'string' }, 'as-of': { type: 'string' } }, terminal);
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('cli.badPort', { value: values.port ?? '' });
  checkFolder(dir);
  // Astro would otherwise put its server into the background when no person seems to watch.
  process.env.ASTRO_DEV_BACKGROUND = '0';
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const state: State = {
    dir,
    terminal,
    live: null,
    input: NO_INPUT,
    options: { asOf: dateOption(values['as-of']), today: terminal.today },
    timer: null,
  };
  const places = { root: PROGRAM_ROOT, cache: cacheFolder(), base: '/' };
  const options = astroOptions(state, places);
  const plugins = [...(options.vite?.plugins ?? []), livePlugin(state)];
  const server = await runAstro({ ...options, server: { port }, vite: { ...options.vite, plugins } });
  terminal.print(getTranslate(terminal.language)('cli.dev', { url: `http://localhost:${server.address.port}/` }));
  return new Promise(() => {});
}

interface State {
  readonly dir: string;
  readonly terminal: Terminal;
  readonly options: { readonly asOf: string | null; readonly today: string };
  live: Promise<Live> | null;
  input: FrameInput;
  timer: NodeJS.Timeout | null;
}

/** Reads the portal with the program's code as Vite has it now. */
async function reopen(state: State, server: ViteDevServer): Promise<Live> {
  const module = (await server.ssrLoadModule(`${PROGRAM_ROOT}/src/cli/live.ts`)) as typeof import('./live.ts');
  const live = await module.openLive(state.dir, '/', state.options, state.terminal.language);
  const { problems } = live.opened;
  if (problems.list.length > 0) {
    const lang = languageOf(live.opened.folder, state.terminal.language);
    state.terminal.warn(printProblems(problems, 'text', { lang, root: state.dir, version: VERSION }).trimEnd());
  }
  return live;
}

async function refresh(state: State, server: ViteDevServer, file: string): Promise<void> {
  const started = performance.now();
  state.live = reopen(state, server);
  const { input } = await state.live;
  if (input && JSON.stringify(input) !== JSON.stringify(state.input)) {
    state.input = input;
    await server.restart();
    return;
  }
  server.ws.send({ type: 'full-reload' });
  const ms = Math.round(performance.now() - started);
  state.terminal.print(getTranslate(state.terminal.language)('cli.devReload', { file, ms }));
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

/** How often a folder that was gone is looked for again. */
const LOOK_AGAIN_MS = 1000;

/** A folder that is moved away and back, as by a checkout, tells the watcher nothing. */
function awaitFolder(state: State, server: ViteDevServer): void {
  let isThere = existsSync(state.dir);
  const look = setInterval(() => {
    const before = isThere;
    isThere = existsSync(state.dir);
    if (before || !isThere) return;
    server.watcher.add(state.dir);
    refresh(state, server, state.dir).catch((error: Error) => state.terminal.warn(error.stack ?? error.message));
  }, LOOK_AGAIN_MS);
  look.unref();
  server.httpServer?.on('close', () => clearInterval(look));
}

function livePlugin(state: State): Plugin {
  return {
    name: 'sunboard-live',
    async configureServer(server) {
      state.live ??= reopen(state, server);
      state.input = (await state.live).input ?? state.input;
      server.watcher.add(state.dir);
      awaitFolder(state, server);
      server.watcher.on('all', (_event, path) => {
        const isData = isWithin(path, state.dir);
        const isCode = path.startsWith(`${PROGRAM_ROOT}/src/`) && path.endsWith('.ts');
        if (!isData && !isCode) return;
        if (state.timer) clearTimeout(state.timer);
        state.timer = setTimeout(() => {
          refresh(state, server, relative(isData ? state.dir : PROGRAM_ROOT, path)).catch((error: Error) =>
            state.terminal.warn(error.stack ?? error.message),
          );
        }, SETTLE_MS);
      });
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url);
        if (path === null) {
          response.writeHead(404).end();
          return;
        }
        if (path.startsWith('_frames/') || path.startsWith('@') || path.startsWith('node_modules/') || path.startsWith('src/')) return next();
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
        const work = async (): Promise<void> => {
          const answer = await (await (state.live ?? reopen(state, server))).answer(path, fetchFrame);
          if (!answer) return next();
          response.writeHead(answer.status, { 'content-type': answer.type, 'cache-control': 'no-store' });
          response.end(answer.body);
        };
        work().catch(next);
      });
    },
  };
}
