/** YAML files: plain data with the exact place of every value, and the source text of scalars. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Place, Problems } from '../problems.ts';
import { foldWidth } from './cell.ts';
import type { Path, YamlSource } from './rows.ts';
import { findFault } from './yamlFault.ts';

type PlaceOf = (offset: number) => Place;

/** More references to anchors than this are a bomb, not a table. */
const MOST_ALIASES = 100;

/** A step down a document: the key's node (of a map) and the value's. */
interface Step {
  readonly key: Node | null;
  readonly value: Node | null;
}

/** A key as it was written: `01`, `TRUE`, `-99.0`. */
function getKeyText(key: unknown): unknown {
  if (!isScalar(key)) return key;
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

function isKey(pair: Pair, key: string): boolean {
  return getKeyText(pair.key) === key;
}

/** What aliases lead to; looking for an anchor goes through the whole document. */
const targets = new WeakMap<Alias, Node | null>();

function getTarget(alias: Alias, document: Document): Node | null {
  const known = targets.get(alias);
  if (known !== undefined) return known;
  const target = alias.resolve(document) ?? null;
  targets.set(alias, target);
  return target;
}

function findStep(document: Document, from: Node | null, key: string | number): Step | undefined {
  const node = isAlias(from) ? getTarget(from, document) : from;
  if (isMap(node)) {
    const pair = node.items.find((item) => isKey(item, String(key)));
    return pair ? { key: pair.key as Node, value: pair.value as Node | null } : undefined;
  }
  if (isSeq(node) && typeof key === 'number') {
    const item = node.items[key];
    return item === undefined ? undefined : { key: null, value: isPair(item) ? (item.key as Node) : (item as Node) };
  }
  return undefined;
}

/** The step at a path, and the last one that exists on the way. */
function findNode(document: Document, path: Path): { readonly found: Step | undefined; readonly nearest: Step } {
  let step: Step = { key: null, value: document.contents as Node | null };
  for (const key of path) {
    const next = findStep(document, step.value, key);
    if (!next) return { found: undefined, nearest: step };
    step = next;
  }
  return { found: step, nearest: step };
}

function getOffset({ key, value }: Step): number {
  const isText = isScalar(value) && value.source !== undefined && value.source !== '';
  const node = isText || key === null ? (value ?? key) : key;
  return node?.range?.[0] ?? 0;
}

function readScalar(step: Step | undefined, document: Document): string | undefined {
  const node = isAlias(step?.value) ? getTarget(step.value, document) : step?.value;
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** The keys at fault of a map that repeats its first key and another: an item whose dash was forgotten. By offset, whether it is that first key. */
function findLostDashes(document: Document, repeated: ReadonlySet<number>): ReadonlyMap<number, boolean> {
  const found = new Map<number, boolean>();
  visit(document, {
    Map(_, { items, flow }) {
      const first = getKeyText(items[0]?.key);
      const again = items.filter(({ key }) => repeated.has((key as Node).range?.[0] ?? -1));
      const isItem = !flow && again.length > 1 && getKeyText(again[0]?.key) === first;
      for (const { key } of isItem ? again : []) found.set((key as Node).range?.[0] as number, getKeyText(key) === first);
    },
  });
  return found;
}

/** Reports what is wrong with a document: each duplicate key and unknown tag, and of other faults the first, since the rest follow from it. */
function reportErrors(document: Document, placeOf: PlaceOf, text: string, problems: Problems): boolean {
  const faults: readonly YAMLError[] = [...document.errors, ...document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED')];
  const repeated = new Set(faults.flatMap(({ code, pos }) => (code === 'DUPLICATE_KEY' ? [pos[0]] : [])));
  const dashes = repeated.size > 1 ? findLostDashes(document, repeated) : new Map<number, boolean>();
  let isSyntaxTold = false;
  for (const fault of faults) {
    const [from, to] = fault.pos;
    const dash = dashes.get(from);
    if (dash) problems.error('yaml-dash-missing', placeOf(from), { key: getKeyAt(text, from) });
    if (dash !== undefined) continue;
    if (fault.code === 'DUPLICATE_KEY') problems.error('yaml-duplicate-key', placeOf(from), { key: getKeyAt(text, from) });
    else if (fault.code === 'TAG_RESOLVE_FAILED')
      problems.error('yaml-unknown-tag', placeOf(from), { tag: text.slice(from, to).split('\n', 1)[0] as string });
    else if (!isSyntaxTold) {
      isSyntaxTold = true;
      const { code, offset } = findFault(fault, faults, document, text);
      const value = text.slice(offset, offset + 1);
      problems.error(code, placeOf(offset), { value, plain: foldWidth(value) });
    }
  }
  return faults.length > 0;
}

function getKeyAt(text: string, offset: number): string {
  return /^("[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(offset, offset + 200))?.[0].trim() ?? '';
}

/**
 * Parses a YAML 1.2 text (core schema: `on` and `2023-12-31` are text). Problems: those of `findFault`, `yaml-duplicate-key`, `yaml-unknown-tag`,
 * `yaml-alias-unknown`, `yaml-alias-bomb`, `yaml-merge`. Null when it cannot be used.
 */
export function parseYaml(file: string, text: string, problems: Problems): YamlSource | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    uniqueKeys: (a, b) => getKeyText(a) === getKeyText(b),
    prettyErrors: false,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const placeOf: PlaceOf = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (reportErrors(document, placeOf, text, problems)) return null;
  if (keepKeys(document, placeOf, problems)) return null;
  const data = readData(document, text, placeOf, problems);
  if (data === undefined) return null;
  return {
    file,
    data,
    at: (path) => placeOf(getOffset(findNode(document, path).nearest)),
    keyAt: (path) => {
      const { key, value } = findNode(document, path).nearest;
      return placeOf((key ?? value)?.range?.[0] ?? 0);
    },
    text: (path) => readScalar(findNode(document, path).found, document),
    whyBlank: (path) => {
      const { found } = findNode(document, path);
      if (found?.key && found.value === null) return 'word';
      return isScalar(found?.value) && found.value.value === null && found.value.comment ? 'comment' : null;
    },
  };
}

/** Makes every key the text that was written, and reports the first that merges one map into another: YAML 1.2 knows none. */
function keepKeys(document: Document, placeOf: PlaceOf, problems: Problems): boolean {
  let isFaulty = false;
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key)) return undefined;
      key.value = getKeyText(key);
      if (key.value !== '<<' || key.type !== 'PLAIN') return undefined;
      isFaulty = true;
      problems.error('yaml-merge', placeOf(key.range?.[0] ?? 0));
      return visit.BREAK;
    },
  });
  return isFaulty;
}

/** Reports references that are too many, that lead nowhere, or that lead to what they stand in. */
function reportAliases(document: Document, placeOf: PlaceOf, problems: Problems): boolean {
  let isFaulty = false;
  let count = 0;
  visit(document, {
    Alias(_, alias, path) {
      const place = placeOf(alias.range?.[0] ?? 0);
      if (++count > MOST_ALIASES) {
        isFaulty = true;
        problems.error('yaml-alias-bomb', place, { most: MOST_ALIASES });
        return visit.BREAK;
      }
      const target = alias.resolve(document);
      if (target && !path.includes(target)) return undefined;
      isFaulty = true;
      problems.error('yaml-alias-unknown', place, { name: alias.source });
      return undefined;
    },
  });
  return isFaulty;
}

function readData(document: Document, text: string, placeOf: PlaceOf, problems: Problems): unknown {
  if (text.includes('*') && reportAliases(document, placeOf, problems)) return undefined;
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) ?? null;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    problems.error('yaml-alias-bomb', placeOf(document.contents?.range?.[0] ?? 0), { most: MOST_ALIASES });
    return undefined;
  }
}
