import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** The one direction of imports: a room may import itself and what stands before it. */
const ROOMS = ['read', 'model', 'assess', 'ledger', 'views', 'charts', 'fragments', 'exports', 'press', 'layouts', 'pages', 'cli'];
/** Anybody may import these; they import each other only. */
const LEAVES = ['problems', 'html', 'memo', 'rounding', 'i18n'];
/** Browser code: types of the rooms, charts, and leaves. */
const BROWSER = 'elements';
const IN_BROWSER = [BROWSER, 'charts', ...LEAVES];

const source = join(import.meta.dirname, '../src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.(ts|astro)$/.test(name) ? [path] : [];
  });
}

function roomOf(file: string): string {
  const [room = ''] = relative(source, file).split('/');
  return room.replace(/\.ts$/, '');
}

interface Import {
  readonly to: string;
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
}

const IMPORT =
  /(?:^|[;}>])\s*(?:import|export)\s+(?:(type)\s+(?!from\b))?(?:[^'";]*?[\s}*]from\s*)?(['"])([^'"\n]+)\2|\bimport\(\s*(?:\/\*.*?\*\/\s*)?(['"`])([^'"`$\n]+)\4/gm;

function findImports(text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => ({ to: match[3] ?? match[5] ?? '', typeOnly: match[1] !== undefined }));
}

function importsOf(file: string): Import[] {
  return findImports(readFileSync(file, 'utf8'));
}

/** `read/rows` → `model` types and the like are still arrows: types are imported in the same direction as code. */
function violations(): string[] {
  return filesBelow(source).flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter(({ to }) => to.startsWith('.'))
      .flatMap(({ to, typeOnly }) => {
        const target = roomOf(join(file, '..', to));
        if (target === room || LEAVES.includes(target)) return [];
        if (room === BROWSER && (target === 'charts' || (typeOnly && ROOMS.includes(target)))) return [];
        if (target === BROWSER && room === 'layouts') return [];
        if (LEAVES.includes(room)) return [`${relative(source, file)} → ${target}`];
        const styles = target === 'styles' && room === 'layouts';
        return styles || ROOMS.indexOf(target) < ROOMS.indexOf(room) ? [] : [`${relative(source, file)} → ${target}`];
      });
  });
}

test('every way to import is found', () => {
  const text = [
    "import a from './a.ts';",
    "import type { B } from './b.ts';",
    "import {\n  type C,\n  c,\n} from './c.ts';",
    "import './d.ts';",
    "export * from './e.ts';",
    "export type { F } from './f.ts';",
    "const g = await import('./g.ts'), h = await import(/* @vite-ignore */ './h.ts');",
    'import i from "./i.ts";',
    "type J = import('./j.ts').J;",
    "export const from = 'k';",
    "import type from './l.ts';",
  ].join('\n');
  const found = findImports(text);
  expect(found.map(({ to }) => to)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'l'].map((name) => `./${name}.ts`));
  expect(found.flatMap(({ to, typeOnly }) => (typeOnly ? to : []))).toEqual(['./b.ts', './f.ts']);
});

test('imports point one way', () => {
  expect(violations()).toEqual([]);
});

/** Ways from a file back to itself, over imports of types too. */
function findCircles(): string[] {
  const below = new Map(
    filesBelow(source).map((file) => [
      file,
      importsOf(file).flatMap(({ to }) => (to.startsWith('.') && to.endsWith('.ts') ? [join(dirname(file), to)] : [])),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].map((one) => relative(source, one)).join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const other of below.get(file) ?? []) walk(other, [...way, file]);
    done.add(file);
  };
  for (const file of below.keys()) walk(file, []);
  return circles;
}

test('no file needs itself back through those that it needs', () => {
  expect(findCircles()).toEqual([]);
});

/** What a file brings along when it runs, itself included. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to, typeOnly } of importsOf(file))
    if (to.startsWith('.') && to.endsWith('.ts') && !typeOnly) loadedWith(join(dirname(file), to), seen);
  return seen;
}

test('the browser gets nothing but elements, charts and leaves, whatever these import', () => {
  const loaded = new Set<string>();
  for (const file of filesBelow(join(source, BROWSER))) loadedWith(file, loaded);
  expect([...loaded].filter((file) => !IN_BROWSER.includes(roomOf(file))).map((file) => relative(source, file))).toEqual([]);
  expect(
    [...loaded].flatMap((file) =>
      importsOf(file).flatMap(({ to, typeOnly }) => (isOfNode(to) && !typeOnly ? `${relative(source, file)}: ${to}` : [])),
    ),
  ).toEqual([]);
});

/** The code of a file without its comments; those may speak of a window or of a process. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

/**
 * What the outcome could depend on beside the folder and the as-of date. `new Date(x)` and `Date.parse(x)` are arithmetic on x; without an
 * argument, with several, or asked for a local hour, a date is the machine's.
 */
const FORBIDDEN = [
  /from 'astro|import\('astro/,
  /\bprocess\.|\bprocess\[|node:process/,
  /\bDate\.now\b|\bnew Date(?!\s*\(\s*[^)\s])|(?<!new )(?<![.\w])Date\(\)|\bTemporal\.Now\b/,
  /\bnew Date\([^(),]+,/,
  /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\(/,
  /\bperformance\.|node:perf_hooks|\bhrtime\b|\bset(?:Timeout|Interval)\(/,
  /\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b/,
  /\.toLocale(?:Date|Time|LowerCase|UpperCase)?(?:String)?\(|\.localeCompare\([^,()]*\)|\bIntl\.\w+\(\s*\)/,
  /\bdocument\.(?:query|create|body|head\b|get|addEventListener|cookie|documentElement)/,
  /\b(?:window|navigator|localStorage|sessionStorage|customElements)\.|\bglobalThis\b|\bHTML\w*Element\b/,
];

test('nothing before the layouts touches Astro, the DOM, the process or a clock', () => {
  const early = [...ROOMS.slice(0, ROOMS.indexOf('layouts')), ...LEAVES];
  const found = filesBelow(source)
    .filter((file) => early.includes(roomOf(file)))
    .flatMap((file) =>
      FORBIDDEN.flatMap((pattern) => (codeOf(file).match(pattern) ?? []).slice(0, 1).map((text) => `${relative(source, file)}: ${text}`)),
    );
  expect(found).toEqual([]);
});

test.each([
  ...['Date.now()', 'const now = Date.now;', 'new Date()', 'new Date( )', 'new Date;', 'Date()', 'new Date(2023, 1, 1)', 'day.getFullYear()'],
  ...['performance.now()', 'process.hrtime()', 'process.env.TZ', 'process.pid', 'Math.random()', 'day.toLocaleDateString()', 'a.localeCompare(b)'],
  ...['window.x', 'document.getElementById(x)', 'document.documentElement', "import x from 'astro:content'"],
])('%s would be found', (text) => {
  expect(FORBIDDEN.some((pattern) => pattern.test(text))).toBe(true);
});

test.each(['new Date(iso)', 'new Date(Date.UTC(2023, 1, 1))', 'Date.parse(iso)', 'day.getUTCDate()', 'document.publishedOn'])(
  '%s is no clock, process or DOM',
  (text) => expect(FORBIDDEN.filter((pattern) => pattern.test(text))).toEqual([]),
);

function isOfNode(to: string): boolean {
  return to.startsWith('node:') || builtinModules.includes(to);
}

test('only the press and the readers open files', () => {
  const pure = ['model', 'assess', 'ledger', 'views', 'charts', 'fragments', 'exports', ...LEAVES];
  const found = filesBelow(source)
    .filter((file) => pure.includes(roomOf(file)))
    .flatMap((file) => importsOf(file).flatMap(({ to }) => (isOfNode(to) ? `${relative(source, file)}: ${to}` : [])));
  expect(found).toEqual([]);
});

test('comments name only documents and files of code that are in the repository', () => {
  const files = ['src', 'scripts', 'test'].flatMap((folder) => filesBelow(join(source, '..', folder)));
  const known = new Set([...readdirSync(join(source, '..')), ...files.map((file) => basename(file))]);
  const lost = files.flatMap((file) => {
    const comments = readFileSync(file, 'utf8').match(/^\s*(?:\/?\*|\/\/).*$/gm) ?? [];
    const named = comments.flatMap((line) => line.match(/(?<![\w/.…<>-])[\w.]+\.(?:md|ts)\b/g) ?? []);
    return named.filter((name) => !known.has(name)).map((name) => `${relative(source, file)}: ${name}`);
  });
  expect(lost).toEqual([]);
});
