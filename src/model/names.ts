/**
 * Names (名称): what answers to a text. A cell that refers to a unit, indicator, task … may hold its id, a name in any language, an old
 * name or an alias, as long as only one thing answers to it.
 */
import { makeId } from '../read/cell.ts';
import { findAllNear } from '../read/nearest.ts';

export interface Names {
  /** Folded id → id. */
  readonly ids: Map<string, string>;
  /** Folded name → ids that answer to it. */
  readonly names: Map<string, string[]>;
  /** Names as written, for "did you mean". */
  readonly written: Set<string>;
  readonly nearest: Map<string, readonly string[]>;
  /** Texts that were found, as they stood. */
  readonly known: Map<string, string>;
  /** Not all of the rows could be read: what refers to them cannot be checked, and is passed over. */
  readonly silent: boolean;
  /** Folded words of rows that may be of this list, but do not say of which: passed over likewise. */
  readonly lost: ReadonlySet<string>;
}

type Found = { readonly id: string } | { readonly several: readonly string[] } | { readonly nearest: readonly string[] };

/** How many unknown texts get a suggestion: looking for one through a hundred thousand names takes its time. */
const SUGGESTIONS = 50;
/** More words than these, all equally near, are no help. */
const MOST_NEAR = 5;

/** `isSilent` is asked anew each time: where a file ends early is found while its rows are visited. */
export function createNames(isSilent = (): boolean => false, lost: ReadonlySet<string> = new Set()): Names {
  return {
    ids: new Map(),
    names: new Map(),
    written: new Set(),
    nearest: new Map(),
    known: new Map(),
    get silent() {
      return isSilent();
    },
    lost,
  };
}

/** Ids and single words: nothing to fold but case. */
const PLAIN = /^[!-~]+$/;

/** Chinese has no spaces: those between its characters only make short names as wide as long ones (财 政 局). */
const PADDING = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** A text as names are compared: width, case and white space make no difference, nor do spaces that pad a Chinese name. */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').replace(PADDING, '').toLowerCase();
}

/** Ids that people and programs write are compared without case. Answers with the id that already stands there, if one does. */
export function addId(names: Names, id: string): string | null {
  const folded = foldName(id);
  const other = names.ids.get(folded);
  if (other !== undefined) return other;
  names.ids.set(folded, id);
  if (names.known.size > 0) names.known.clear();
  return null;
}

/** Lets a name lead to an id; several ids may have it. */
export function addName(names: Names, id: string, name: string): void {
  const folded = foldName(name);
  if (!folded) return;
  const ids = names.names.get(folded);
  if (!ids) names.names.set(folded, [id]);
  else if (!ids.includes(id)) ids.push(id);
  names.written.add(name);
  if (names.known.size > 0) names.known.clear();
}

/** The ids that answer to the text: the one that it is; else those that have it as a name; else the one that `make_id` would make of it. */
function idsOf({ ids, names }: Names, text: string): readonly string[] {
  const folded = foldName(text);
  const id = ids.get(folded);
  if (id !== undefined) return [id];
  const named = names.get(folded);
  if (named) return named;
  const made = ids.get(foldName(makeId(text)));
  return made === undefined ? [] : [made];
}

/** What answers to the text, or what was probably meant by it: of a fault only, since there are but so many suggestions. */
export function findByName(names: Names, text: string): Found {
  const [id, ...others] = idsOf(names, text);
  if (id === undefined) return { nearest: suggest(names, text) };
  return others.length === 0 ? { id } : { several: [id, ...others] };
}

/** The id that answers to the text, remembered for the next row; undefined when none or several do. */
export function findKnown(names: Names, text: string): string | undefined {
  const known = names.known.get(text);
  if (known !== undefined) return known;
  const [id, ...others] = idsOf(names, text);
  if (id === undefined || others.length > 0) return undefined;
  names.known.set(text, id);
  return id;
}

/** Whether anything answers to the text, one or several. */
export function isKnown(names: Names, text: string): boolean {
  return idsOf(names, text).length > 0;
}

/** Whether what answers to the text may be in rows that are not known. */
export function isPassedOver({ silent, lost }: Names, text: string): boolean {
  return silent || lost.has(foldName(text));
}

/** What spreadsheet programs and typists change without meaning to: spaces and invisible characters in a name, noughts before a number. */
function foldLoosely(text: string): string {
  return foldName(text)
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/^0+(?=\d)/, '');
}

function findAlike(text: string, words: Iterable<string>): readonly string[] {
  const wanted = foldLoosely(text);
  return [...words].filter((word) => foldLoosely(word) === wanted);
}

/** What was probably meant; of several that are equally near, the first few. */
function suggest(names: Names, text: string): readonly string[] {
  const known = names.nearest.get(text);
  if (known !== undefined) return known;
  if (names.nearest.size >= SUGGESTIONS) return [];
  const ids = [...names.ids.values()];
  const ways = [
    () => findAlike(text, names.written),
    () => findAlike(text, ids),
    () => findAllNear(text, names.written),
    () => findAllNear(text, ids),
  ];
  let nearest: readonly string[] = [];
  for (const way of ways) if (nearest.length === 0) nearest = way().slice(0, MOST_NEAR);
  names.nearest.set(text, nearest);
  return nearest;
}
