/** `sunboard dev DIR`: a live site that reloads when data or code change, and shows problems in the page with their line. */
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { dev as runAstro } from 'astro';
import { getTranslate } from '../i18n/index.ts';
import { astroOptions } from '../layouts/makeFrames.ts';
import { UsageError } from './cliError.ts';
import { createLivePortal } from './livePortal.ts';
import { livePlugin } from './liveServer.ts';
import { checkFolder, dateOption, readOptions } from './options.ts';
import { cacheFolder, PROGRAM_ROOT, packagesOf, workFolder } from './program.ts';
import type { Terminal } from './terminal.ts';

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
  const state = createLivePortal(dir, options, terminal);
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
