/** What the body of a prose page uses, found as its compiler reads it: tags and names, imports, pictures, and links into the site. */
import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';

export type Satteri = typeof import('satteri');

/** A node of a syntax tree of JavaScript. */
interface Tree {
  readonly type: string;
  readonly [key: string]: unknown;
}
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A node that may know where it stands. */
interface Placed {
  readonly position?: { readonly start: Spot } | undefined;
}

/** What a page uses, and where it does first. */
export interface Uses {
  readonly tags: Map<string, Spot>;
  readonly names: Map<string, Spot>;
  readonly imports: Map<string, Spot>;
  readonly pictures: Map<string, Spot>;
  readonly links: Map<string, Spot>;
  /** Names that the page itself brings along. */
  readonly own: Set<string>;
}

/** What a page of MDX, or of plain Markdown, uses. Throws what the compiler says of a page that it cannot read. */
export function findUses(satteri: Satteri, text: string, isMdx: boolean): Uses {
  const uses: Uses = { tags: new Map(), names: new Map(), imports: new Map(), pictures: new Map(), links: new Map(), own: new Set() };
  const mdastPlugins = [picturesInto(uses)];
  if (isMdx) satteri.mdxToJs(text, { mdastPlugins, hastPlugins: [scriptInto(uses, satteri)] });
  else satteri.markdownToHtml(text, { mdastPlugins });
  return uses;
}

function keepFirst(uses: Map<string, Spot>, name: string, node: Placed): void {
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
type TagNode = Placed & { readonly name: string | null; readonly attributes: readonly Attribute[] };
type Attribute = { readonly type: string; readonly value?: unknown };

function scriptInto(uses: Uses, satteri: Satteri): HastPluginDefinition {
  const take = (node: Placed, program: Tree | null): void => {
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
