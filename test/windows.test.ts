/** The program as it runs on Windows, as far as that can be seen elsewhere: that system's paths, over the files of this one. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path/posix';
import { afterAll, expect, test, vi } from 'vitest';

type AnyFunction = (...args: unknown[]) => unknown;

/** A path of Windows as this system has it; whatever else as it is. */
const toOwn = (word: unknown): unknown => (typeof word === 'string' && /^C:[\\/]/.test(word) ? word.slice(2).replaceAll('\\', '/') : word);
const toWindows = (path: string): string => `C:${path.replaceAll('/', '\\')}`;

/** The file that another program has for itself. */
let held = '';

vi.mock('node:path', async (importOriginal) => {
  const { win32 } = await importOriginal<typeof import('node:path')>();
  return { ...win32, default: win32 };
});
vi.mock('node:fs', async (importOriginal) => {
  const fs: Readonly<Record<string, unknown>> = { ...(await importOriginal<typeof import('node:fs')>()) };
  const onWindows =
    (act: AnyFunction, givesPath: boolean): AnyFunction =>
    (...args) => {
      if (args[0] === held && act === fs.readFileSync) throw Object.assign(new Error('busy'), { code: 'EBUSY', path: held });
      const given = act(...args.map(toOwn));
      return givesPath && toOwn(args[0]) !== args[0] ? toWindows(given as string) : given;
    };
  const isPlain = ([name, value]: [string, unknown]): boolean => typeof value === 'function' && /^[a-z]/.test(name);
  const functions = Object.entries(fs)
    .filter(isPlain)
    .map(([name, act]) => [name, onWindows(act as AnyFunction, /^realpath|^mkdtemp/.test(name))]);
  return { ...fs, ...Object.fromEntries(functions) };
});
vi.mock('node:url', async (importOriginal) => {
  const url = await importOriginal<typeof import('node:url')>();
  return { ...url, fileURLToPath: (address: string | URL) => toWindows(url.fileURLToPath(address)) };
});
vi.spyOn(process, 'cwd').mockReturnValue(toWindows(process.cwd()));

const { openPortal } = await import('../src/cli/openPortal.ts');
const { printProblems } = await import('../src/cli/problemText.ts');
const { portalState } = await import('../src/cli/printedNote.ts');
const { openLive } = await import('../src/cli/live.ts');
const { frameFault } = await import('../src/layouts/frameFault.ts');
const { frameProblems } = await import('../src/cli/frameProblem.ts');
const { listFiles } = await import('../src/press/inventory.ts');
const { openPrintRun } = await import('../src/press/store.ts');

const OPTIONS = { asOf: null, today: '2024-06-30' };
const folder = mkdtempSync(join(tmpdir(), 'sunboard-windows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PORTAL: Readonly<Record<string, string>> = {
  'portal.yaml': 'title: Board\npublisher: { name: Office }\nlanguages: [en]\nlicence: CC0-1.0\n',
  'units.csv': 'unit,name\nnorth,North\n',
  'pages/about.md': 'See [this](/nowhere/).\n',
};

/** Writes a portal; its path on Windows. */
function writePortal(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return toWindows(join(folder, name));
}

test('paths in messages, in the manifest and in modules have their slashes', async () => {
  const root = writePortal('prose', PORTAL);
  const { problems, prose, folder: read } = await openPortal(root, OPTIONS);
  expect(problems.list.map(({ place }) => place.file)).toContain('pages/about.md');
  const wording = { lang: 'en', root, version: '0' };
  expect(printProblems(problems, 'github', wording)).toContain('/prose/pages/about.md,line=1');
  expect(printProblems(problems, 'sarif', wording)).toContain('/prose/pages/about.md"');
  expect(read.inputs().map(({ file }) => file)).toContain('pages/about.md');
  expect(prose.map(({ file }) => file)).toContain(`C:${folder}/prose/pages/about.md`);
});

test('a fault in a page of prose keeps its line, however the compiler writes the path', () => {
  const file = 'C:/portal/pages/about.mdx';
  const fault = frameFault(file, { message: 'no', loc: { file: 'C:\\portal\\pages\\about.mdx', line: 3 } });
  expect(frameProblems(fault, 'C:\\portal').list[0]?.place).toEqual({ file: 'pages/about.mdx', line: 3, column: null });
});

test('the live page of problems reloads itself', async () => {
  const live = await openLive(writePortal('faulty', { ...PORTAL, 'units.csv': '' }), '/', OPTIONS, 'en');
  const answer = await live.answer('', () => Promise.reject(new Error('no frame is needed')));
  expect(answer?.body).toContain(' src="/@vite/client"');
});

test('a table that another program keeps for itself is told, and stops no build without a word', async () => {
  const root = writePortal('held', PORTAL);
  held = `${root}\\units.csv`;
  const { problems } = await openPortal(root, OPTIONS);
  expect(portalState(root, `${root}\\dist`, []).key).toBe(null);
  held = '';
  expect(problems.list.find(({ place }) => place.file === 'units.csv')?.code).toBe('file-unreadable');
  expect(portalState(root, `${root}\\dist`, []).key).not.toBe(null);
});

test('a site is printed, and brought up to date', () => {
  const out = toWindows(join(folder, 'dist'));
  const print = (...files: readonly string[]) => {
    const run = openPrintRun(out);
    for (const file of files) run.put(file, file);
    return run.finish((inventory) => JSON.stringify({ outputs: [...inventory].map(([path, entry]) => ({ path, ...entry })) }));
  };
  expect(print('index.html', 'units/a/index.html', 'units/b/index.html')).toEqual({ files: 4, written: 4, removed: 0 });
  expect(print('index.html', 'units/a/index.html')).toEqual({ files: 3, written: 1, removed: 1 });
  expect(listFiles(out).sort()).toEqual(['index.html', 'manifest.json', 'units/a/index.html']);
  expect(readFileSync(join(folder, 'dist/units/a/index.html'), 'utf8')).toBe('units/a/index.html');
});
