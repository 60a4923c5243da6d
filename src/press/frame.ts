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

export type Frame = readonly Part[];

const SLOT_NAMES: readonly SlotName[] = ['title', 'description', 'head', 'languages', 'crumbs', 'main', 'pageinfo'];
const SLOT = /<!--@@(\w+)@@-->|@@(\w+)@@| data-nav="([^"]*)"/g;

/** Cuts a rendered shell at its slots. Throws when a slot is missing: the layout and the press would have come apart. */
export function parseFrame(shell: string): Frame {
  const parts: Part[] = [];
  const seen = new Set<string>();
  let at = 0;
  for (const match of shell.matchAll(SLOT)) {
    parts.push(shell.slice(at, match.index));
    at = match.index + match[0].length;
    const [, comment, word, nav] = match;
    if (nav !== undefined) parts.push({ nav });
    else parts.push({ slot: getSlotName(comment ?? word ?? '', seen) });
  }
  parts.push(shell.slice(at));
  const missing = SLOT_NAMES.filter((name) => !seen.has(name));
  if (missing.length > 0) throw new Error(`the frame lacks the slots ${missing.join(', ')}`);
  return parts;
}

function getSlotName(name: string, seen: Set<string>): SlotName {
  const known = SLOT_NAMES.find((slot) => slot === name);
  if (!known) throw new Error(`the frame has an unknown slot "${name}"`);
  seen.add(known);
  return known;
}

/** A whole page. */
export function fillFrame(frame: Frame, slots: Slots): string {
  let page = '';
  for (const part of frame) {
    if (typeof part === 'string') page += part;
    else if ('nav' in part) page += part.nav === slots.nav ? ' aria-current="page"' : '';
    else {
      const value = slots[part.slot];
      page += typeof value === 'string' ? escapeHtml(value) : value.text;
    }
  }
  return page;
}
