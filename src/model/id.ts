/**
 * Ids (编号): the names of things in addresses, files and references. They go into paths of the published site, so that an unsafe one is
 * refused before anything is written.
 */
import { makeId } from '../read/cell.ts';

export const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;

/** The id that a bare word is: itself where it may be one, otherwise made of it as of a name. */
export function toId(word: string): string {
  const own = word.normalize('NFC');
  return ID_PATTERN.test(own) ? own : makeId(own);
}

/** Names that Windows keeps for devices (the digits raised too), those of an index page, and those of the further pages of a long list. */
const NEVER = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|index|latest|page-\d+)$/i;

/** Names that would collide with an address of the site. */
const RESERVED = {
  programme:
    /^(?:units|indicators|compare|search|corrections|downloads|about|style|pages|assets|pagefind|manifest|datapackage|feeds?|cards?-og|og|404|embed|published|_astro)$/i,
  dimension: /^(?:r\d+|total|awards|tasks|method)$/i,
  session: /^(?:awards|tasks|method|sessions|indicators|r\d+|\d.*)$/i,
} as const;

const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Names that every object of JavaScript has: as a key in data they are read wrongly, here and by whoever uses the site's JSON. */
export function isOfEveryObject(word: string): boolean {
  return OF_EVERY_OBJECT.has(word);
}

/** What an id names: decides which words are taken. */
type IdPlace = 'programme' | 'dimension' | 'session' | 'other';

type IdFault = 'id-unsafe' | 'id-reserved';

/** Why an id may not be used; null when it may. `taken`: further words that are taken, lower case (languages). */
export function findIdFault(id: string, place: IdPlace = 'other', taken: readonly string[] = []): IdFault | null {
  if (!ID_PATTERN.test(id.normalize('NFC'))) return 'id-unsafe';
  if (NEVER.test(id) || isOfEveryObject(id) || taken.includes(id.toLowerCase())) return 'id-reserved';
  return place !== 'other' && RESERVED[place].test(id) ? 'id-reserved' : null;
}

/** What a message may show of a text that is not safe to show: control and direction characters become their code. */
export function showUnsafe(text: string): string {
  const shown = text.replace(/[\p{C}\u2028\u2029]/gu, codeOf);
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

/** What begins another line, steers a terminal or turns the direction of a text. */
export const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** One line of a log, whatever names of files are in it: of what would steer it, the code. */
export function showOnOneLine(text: string): string {
  return text.replace(STEERING, codeOf);
}

function codeOf(character: string): string {
  return `<U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}>`;
}
