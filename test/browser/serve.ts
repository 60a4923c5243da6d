/** A folder over HTTP on a free port, for the real browser. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.wasm': 'application/wasm',
};

export interface Served {
  /** `http://127.0.0.1:1234`, without a slash. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves `root` under `base`; answers unknown addresses with 404.html and status 404. */
export async function serve(root: string, base = '/'): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = decodeURIComponent(pathname).slice(base.length);
    let file = join(root, normalize(`/${inside}`));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = pathname.startsWith(base) && existsSync(file);
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[found ? extname(file) : '.html'] ?? 'application/octet-stream' });
    createReadStream(found ? file : join(root, '404.html')).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(() => done())) };
}
