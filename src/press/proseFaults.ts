/**
 * Faults in the body of a prose page, found before Astro sees it: syntax that does not hold, tags and names that nothing stands behind,
 * imports and pictures that are not there. What cannot be told for sure is left to Astro (layouts/frameFault.ts).
 */
import { existsSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { PICTURE_BESIDE } from '../model/picture.ts';
import type { ProblemParams } from '../problems.ts';

interface ProseFault {
  readonly code: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly params: ProblemParams;
}

type Satteri = typeof import('satteri');
interface Tree {
  readonly type: string;
  readonly [key: string]: unknown;
}
interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A link, and where it stands first. */
export interface ProseLink extends Spot {
  readonly url: string;
}

/** What stands in a page. */
interface ProseBody {
  readonly faults: readonly ProseFault[];
  /** Links to addresses that begin at the root. */
  readonly links: readonly ProseLink[];
}

/** What a page uses, and where it does first. */
interface Uses {
  readonly tags: Map<string, Spot>;
  readonly names: Map<string, Spot>;
  readonly imports: Map<string, Spot>;
  readonly pictures: Map<string, Spot>;
  readonly links: Map<string, Spot>;
  /** Names that the page itself brings along. */
  readonly own: Set<string>;
}

/** What Astro gives every page. */
const GIVEN: ReadonlySet<string> = new Set(['props', 'frontmatter', 'file', 'url', 'getHeadings', 'Fragment', 'components']);

/** Names that are there wherever JavaScript runs. Those with a capital are left to Astro: there are many, and more every year. */
const GLOBAL =
  /^(?:[A-Z]\w*|global\w*|undefined|console|process|require|fetch|crypto|performance|structuredClone|atob|btoa|is(?:NaN|Finite)|parse(?:Int|Float)|(?:en|de)codeURI(?:Component)?|(?:set|clear)(?:Timeout|Interval|Immediate)|queueMicrotask|eval)$/;

/** Loads the compiler: only where there is prose. */
export async function openProseCheck(): Promise<(text: string, file: string) => ProseBody> {
  const satteri = await import('satteri');
  return (text, file) => findFaults(satteri, blankFrontMatter(text), file);
}

/** Spaces for the front matter, so that everything after it keeps its line and column. */
function blankFrontMatter(text: string): string {
  return text.replace(/^\s*---[\s\S]*?\n---/, (front) => front.replace(/[^\r\n]/g, ' '));
}

function findFaults(satteri: Satteri, text: string, file: string): ProseBody {
  const uses: Uses = { tags: new Map(), names: new Map(), imports: new Map(), pictures: new Map(), links: new Map(), own: new Set() };
  const isMdx = file.endsWith('.mdx');
  try {
    if (isMdx) satteri.mdxToJs(text, { mdastPlugins: [picturesInto(uses)], hastPlugins: [scriptInto(uses, satteri)] });
    else satteri.markdownToHtml(text, { mdastPlugins: [picturesInto(uses)] });
  } catch (error) {
    return { faults: [syntaxFault((error as Error).message)], links: [] };
  }
  const isKnown = (name: string): boolean => uses.own.has(name) || GIVEN.has(name);
  const { tags, names, imports, pictures } = uses;
  const faultsOf = (code: string, found: ReadonlyMap<string, Spot>, isFault: (name: string) => boolean): ProseFault[] =>
    [...found].filter(([name]) => isFault(name)).map(([name, spot]) => ({ code, ...spotOf(name, text, spot), params: { name } }));
  const faults = [
    ...faultsOf('prose-tag-unknown', tags, (name) => !isKnown(name)),
    ...faultsOf('prose-name-unknown', names, (name) => !isKnown(name) && !GLOBAL.test(name)),
    ...faultsOf('prose-import-missing', imports, (path) => !isThere(path, file)),
    ...faultsOf('prose-picture-kind', pictures, (path) => !PICTURE_BESIDE.test(path)),
    ...faultsOf('prose-picture-missing', pictures, (path) => PICTURE_BESIDE.test(path) && !isPictureThere(path, file)),
  ];
  return { faults, links: [...uses.links].map(([url, spot]) => ({ url, ...spotOf(url, text, spot) })) };
}

/** Where a word stands first, from a spot on. */
function spotOf(word: string, text: string, from: Spot): Spot {
  const lines = text.split('\n');
  for (let line = from.line; line <= lines.length; line++) {
    const at = (lines[line - 1] as string).indexOf(word, line === from.line ? from.column - 1 : 0);
    if (at >= 0) return { line, column: at + 1 };
  }
  return from;
}

/** The compiler's own sentence, `3:1: Expected a closing tag for …`, as a fault with words of ours. */
function syntaxFault(message: string): ProseFault {
  const [, line, column, said = message] = /^(\d+):(\d+)\S*\s+([\s\S]*)$/.exec(message) ?? [];
  const [, tag = ''] = /`<\/?([^`>]*)>`/.exec(said) ?? [];
  return { code: syntaxCode(said), line: Number(line) || null, column: Number(column) || null, params: { tag } };
}

function syntaxCode(said: string): string {
  if (said.startsWith('Unexpected character `!`')) return 'prose-comment';
  if (said.includes('corresponding closing brace')) return 'prose-brace-open';
  if (said.startsWith('Expected a closing tag') || said.startsWith('Expected the closing tag')) return 'prose-tag-open';
  if (said.startsWith('Unexpected closing tag')) return 'prose-tag-extra';
  if (said.startsWith('Could not parse')) return 'prose-script';
  return 'prose-syntax';
}

function keepFirst(uses: Map<string, Spot>, name: string, node: { readonly position?: { readonly start: Spot } | undefined }): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  if (!uses.has(name)) uses.set(name, { line, column });
}

/** Pictures that Astro looks for beside the page: those whose address is relative. And links into the site. */
function picturesInto({ pictures, links }: Uses): MdastPluginDefinition {
  return {
    name: 'sunboard-pictures',
    options: { position: true },
    image(node) {
      if (node.url !== '' && !URL.canParse(node.url) && !node.url.startsWith('/')) keepFirst(pictures, node.url, node);
      else if (isRooted(node.url)) keepFirst(links, node.url, node);
    },
    link(node) {
      if (isRooted(node.url)) keepFirst(links, node.url, node);
    },
  };
}

function isRooted(url: string): boolean {
  return /^\/(?!\/)/.test(url);
}

type ScriptNode = Parameters<NonNullable<Exclude<HastPluginDefinition['mdxjsEsm'], undefined>>>[0];
type TagNode = { readonly name: string | null; readonly attributes: readonly Attribute[]; readonly position?: { readonly start: Spot } | undefined };
type Attribute = { readonly type: string; readonly value?: unknown };

function scriptInto(uses: Uses, satteri: Satteri): HastPluginDefinition {
  const take = (node: { readonly position?: { readonly start: Spot } | undefined }, program: Tree | null): void => {
    if (program) walk(program, uses, (map, name) => keepFirst(map, name, node));
  };
  const script = (node: ScriptNode): void => take(node, node.parseExpression() as Tree | null);
  const tag = (node: TagNode): void => {
    if (node.name !== null && !/^[a-z][^.]*$/.test(node.name)) keepFirst(uses.tags, node.name.split('.')[0] as string, node);
    for (const attribute of node.attributes) {
      const text = scriptOf(attribute);
      if (text !== null) take(node, parseScript(text, satteri));
    }
  };
  const expression = script as unknown as NonNullable<HastPluginDefinition['mdxFlowExpression']>;
  return {
    name: 'sunboard-script',
    options: { position: true },
    mdxjsEsm: script,
    mdxFlowExpression: expression,
    mdxTextExpression: expression as unknown as NonNullable<HastPluginDefinition['mdxTextExpression']>,
    mdxJsxFlowElement: { filter: [], visit: (node) => tag(node as TagNode) },
    mdxJsxTextElement: { filter: [], visit: (node) => tag(node as TagNode) },
  };
}

/** The JavaScript of `name={…}` and `{...…}`; null for plain text. */
function scriptOf({ type, value }: Attribute): string | null {
  if (type === 'mdxJsxExpressionAttribute') return `({${String(value)}})`;
  return typeof value === 'object' && value !== null && 'value' in value ? `(${String(value.value)})` : null;
}

/** The tree of an expression; null where it is none. */
function parseScript(text: string, { mdxToJs }: Satteri): Tree | null {
  let program: Tree | null = null;
  try {
    mdxToJs(`{${text}}`, {
      hastPlugins: [
        {
          name: 'sunboard-attribute',
          mdxFlowExpression: (node) => {
            program = node.parseExpression() as Tree | null;
          },
        },
      ],
    });
  } catch {
    return null;
  }
  return program;
}

/** Keys of a syntax tree below which names are brought in, and below which they are no names of values. */
const BINDINGS: ReadonlySet<string> = new Set(['params', 'id', 'param', 'local']);
const LABELS: ReadonlySet<string> = new Set(['imported', 'exported', 'label', 'meta']);

type Keep = (map: Map<string, Spot>, name: string) => void;

/** Notes what a syntax tree uses and what it binds. Scopes are not told apart: a name that is bound anywhere counts as known. */
function walk(node: Tree, uses: Uses, keep: Keep, isBound = false): void {
  if (node.type === 'UnaryExpression' && node.operator === 'typeof') return;
  if (node.type === 'Identifier' && isBound) uses.own.add(String(node.name));
  if (node.type === 'Identifier' && !isBound) keep(uses.names, String(node.name));
  if (node.type === 'JSXOpeningElement') keepTag(node.name as Tree, uses, keep);
  if (/^(?:Import|Export)\w*Declaration$/.test(node.type) && node.source) keep(uses.imports, String((node.source as Tree).value));
  for (const [key, value] of Object.entries(node)) {
    if (LABELS.has(key) || (!node.computed && (key === 'key' || key === 'property'))) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Tree, uses, keep, isBound || BINDINGS.has(key));
    }
  }
}

/** `<Foo>` and `<foo.bar>` must be known, `<b>` is HTML. */
function keepTag(name: Tree, uses: Uses, keep: Keep): void {
  let root = name;
  while (root.type === 'JSXMemberExpression') root = root.object as Tree;
  const word = String(root.name);
  if (root !== name || !/^[a-z]/.test(word)) keep(uses.tags, word);
}

/** What Vite adds to a path when it looks for a module. */
const ENDINGS = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json', '/index.mjs', '/index.js', '/index.ts', '/package.json'];

/** Whether an import leads to something; what only Vite can say is taken for there. */
function isThere(path: string, file: string): boolean {
  const [plain = ''] = path.split(/[?#]/);
  const beside = resolve(dirname(file), plain);
  if (ENDINGS.some((ending) => existsSync(beside + ending) || existsSync(beside.replace(/\.[mc]?jsx?$/, '') + ending))) return true;
  if (/^\.\.?(?:\/|$)/.test(plain)) return false;
  return /^[/~#@$]|^[a-z]+:/.test(plain) || isBuiltin(plain) || isPackage(plain, file);
}

function isPackage(name: string, file: string): boolean {
  return [file, import.meta.url].some((from) => {
    try {
      createRequire(from).resolve(name);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND';
    }
  });
}

function isPictureThere(url: string, file: string): boolean {
  try {
    return existsSync(join(dirname(file), decodeURI(url)));
  } catch {
    // An address that cannot be decoded.
    return false;
  }
}
