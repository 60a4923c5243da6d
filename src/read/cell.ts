/**
 * What a spreadsheet cell means: trimming, full-width forms, the words people write for nothing, and ids made of names.
 */

/** Characters that XML forbids or that no reader can see; tab, newline and carriage return stay. Bidi marks stay: `model` refuses them in ids. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;
const CONTROLS = new RegExp(CONTROL.source, 'g');

/** Text without control characters. */
export function stripControls(text: string): string {
  return CONTROL.test(text) ? text.replace(CONTROLS, '') : text;
}

const SPACE = /[\s\u200b]/;

/** Trims white space of every kind: NBSP, the ideographic space, a stray BOM, zero-width spaces. */
export function trimCell(cell: string): string {
  const { length } = cell;
  if (length === 0) return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(length - 1);
  if (first > 32 && first < 127 && last > 32 && last < 127) return cell;
  let from = 0;
  let to = length;
  while (from < to && SPACE.test(cell[from] as string)) from++;
  while (to > from && SPACE.test(cell[to - 1] as string)) to--;
  return cell.slice(from, to);
}

/** Whether a cell holds nothing but white space. Of millions of cells the first character, a letter or a Chinese one, tells that they do not. */
export function isBlankCell(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if ((first > 32 && first < 127) || (first > 0x3000 && first < 0xfeff)) return false;
  return trimCell(cell) === '';
}

/** A header in one line: trimmed, runs of white space (newlines too) as one space. */
export function trimHeader(cell: string): string {
  return trimCell(cell).replace(/\s+/g, ' ');
}

/**
 * Full-width letters, digits and punctuation as their half-width twins (`２０２３－０９` → `2023-09`, `１，２３４．５％` → `1,234.5%`).
 * For numbers, dates and ids; never for prose.
 */
export function foldWidth(text: string): string {
  if (!/[\u2010-\u2015\u2212\u3000-\u3002\uff01-\uff5e\uffe5\u00a0]/.test(text)) return text;
  return foldForms(text)
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/\u3001/g, ',')
    .replace(/\u3002/g, '.')
    .replace(/\uffe5/g, '¥');
}

/** Full-width forms as the ASCII that they are; nothing else changes. */
export function foldForms(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** What people write where a number, a date, a word or a reference is missing. In such a column these mean a blank; in prose they are text. */
const BLANK_TOKENS: readonly string[] = ['—', '——', '–', '-', '--', '－', '/', '／', '无', '暂无', 'N/A', 'n/a', 'NA', '#N/A', 'null', 'NULL'];
const blankTokens = new Set(['', ...BLANK_TOKENS]);
/** Millions of cells are longer than any of them, and need not be looked up. */
const LONGEST = Math.max(...BLANK_TOKENS.map(({ length }) => length));

/** True of a blank cell and of a word for nothing (`BLANK_TOKENS`). */
export function isBlankToken(text: string): boolean {
  return text.length <= LONGEST && blankTokens.has(text);
}

const ID_LENGTH = 60;

/** What `makeId` gives before it is cut. */
export function makeWholeId(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** An id out of a name: after NFC letters and digits stay (Chinese too), everything else becomes one hyphen; at most 60 characters. `Argyll & Bute` → `Argyll-Bute`. */
export function makeId(text: string): string {
  return cutId(makeWholeId(text));
}

/** What is kept of an id that `makeWholeId` gave. */
export function cutId(id: string): string {
  return id.length <= ID_LENGTH ? id : Array.from(id).slice(0, ID_LENGTH).join('').replace(/-$/, '');
}
