/**
 * A frame: a page of Astro's with slots where the press puts a sheet. One is made per language and page kind; filling it is joining strings.
 */
import { escapeHtml, type Html } from '../html.ts';

/** What a frame leaves open. Texts are escaped here; `Html` is put in as it is. */
export interface Slots {
  readonly title: string;
  readonly description: string;
  readonly head: Html;
  readonly languages: Html;
  readonly crumbs: Html;
  readonly main: Html;
  readonly pageinfo: Html;
  /** The entry of the navigation that is marked as this page's. */
  readonly nav: string | null;
}

type SlotName = Exclude<keyof Slots, 'nav'>;
type Part = string | { readonly slot: SlotName } | { readonly nav: string };

/** A page in pieces: what its frame gives is encoded once for all pages, the rest is text. */
export type Pieces = readonly (string | Uint8Array)[];

/** A frame that is cut at its slots, for each entry of the navigation that may be marked. */
export interface Frame {
  readonly parts: readonly Part[];
  readonly marked: Map<string | null, readonly (Uint8Array | { readonly slot: SlotName })[]>;
}

const SLOT_NAMES: readonly SlotName[] = ['title', 'description', 'head', 'languages', 'crumbs', 'main', 'pageinfo'];
/** Escaped words of a portal never look like this, `@@main@@` among them. */
const SLOT = /<!--@@(\w+)@@-->|(?<=<title[^>]*>|content=")@@(\w+)@@(?=[<"])| data-nav="([^"]*)"/g;

/** Cuts a rendered shell at its slots. Throws when a slot is missing: the layout and the press would have come apart. */
export function parseFrame(shell: string): Frame {
  const parts: Part[] = [];
  const seen = new Set<string>();
  let at = 0;
  for (const match of shell.matchAll(SLOT)) {
    parts.push(shell.slice(at, match.index));
    at = match.index + match[0].length;
    const [, comment, word, nav] = match;
    // An office's own page may be called `Q&A`.
    if (nav !== undefined) parts.push({ nav: nav.replaceAll('&amp;', '&') });
    else parts.push({ slot: getSlotName(comment ?? word ?? '', seen) });
  }
  parts.push(shell.slice(at));
  const missing = SLOT_NAMES.filter((name) => !seen.has(name));
  if (missing.length > 0) throw new Error(`the frame lacks the slots ${missing.join(', ')}`);
  return { parts, marked: new Map() };
}

function getSlotName(name: string, seen: Set<string>): SlotName {
  const known = SLOT_NAMES.find((slot) => slot === name);
  if (!known) throw new Error(`the frame has an unknown slot "${name}"`);
  seen.add(known);
  return known;
}

/** The frame with this entry of the navigation marked: bytes between slots. */
function getMarked({ parts, marked }: Frame, nav: string | null): readonly (Uint8Array | { readonly slot: SlotName })[] {
  let known = marked.get(nav);
  if (!known) {
    known = markNav(parts, nav);
    marked.set(nav, known);
  }
  return known;
}

function markNav(parts: readonly Part[], nav: string | null): (Uint8Array | { readonly slot: SlotName })[] {
  const pieces: (Uint8Array | { readonly slot: SlotName })[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('nav' in part) text += part.nav === nav ? ' aria-current="page"' : '';
    else {
      pieces.push(Buffer.from(text), part);
      text = '';
    }
  }
  return [...pieces, Buffer.from(text)];
}

/** A whole page. */
export function fillFrame(frame: Frame, slots: Slots): Pieces {
  return getMarked(frame, slots.nav).map((piece) => {
    if (!('slot' in piece)) return piece;
    const value = slots[piece.slot];
    return typeof value === 'string' ? escapeHtml(value) : value.text;
  });
}

/** The pieces as one text. */
export function joinPieces(pieces: Pieces): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString())).join('');
}
