/** The server behind `sunboard dev`: Vite's and Astro's, which answers every address of the portal itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';
import { type FrameFault, frameFault } from '../layouts/frameFault.ts';
import { type FrameInput, isProsePath } from '../layouts/frameRoutes.ts';
import { proseBody } from '../layouts/makeFrames.ts';
import type { FetchFrame } from './live.ts';
import { type LivePortal, reopen, watch } from './livePortal.ts';

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

/** Addresses of Vite's and Astro's own, but for those that the portal has: a programme may well be called `src`. */
async function isInternal(path: string, { live }: LivePortal): Promise<boolean> {
  if (!/^(?:[@_]|node_modules\/|src\/)/.test(path)) return false;
  const site = await live?.catch(() => null);
  return !site?.has(path);
}

/** Whatever else a program asks for, a published site has no answer to. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

type Next = (error?: unknown) => void;

/** Before Astro's own rules for addresses: what no site has is not found, and a folder is where its slash is, as on the hosts of sites. */
async function tidyAddress(request: IncomingMessage, response: ServerResponse, next: Next, state: LivePortal): Promise<void> {
  const path = pathOf(request.url);
  if (!METHODS.has(request.method ?? '')) response.writeHead(405, { allow: [...METHODS].join(', ') }).end();
  else if (path === null) response.writeHead(404).end();
  else if (path === '' || /\/$|\.[^/]*$/.test(path) || (await isInternal(`${path}/`, state))) next();
  else response.writeHead(302, { location: (request.url as string).replace(/^\/+/, '/').replace(/(?=\?|$)/, '/') }).end();
}

function createAnswerer(state: LivePortal, server: ViteDevServer) {
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

/** What makes Vite's server that of a portal. */
export function livePlugin(state: LivePortal): Plugin {
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
