/** What a cell is sorted by. Missing is null, and sorts last in both directions. */
export type CellKey = number | string | null;

/** The key of a cell: what it gives for sorting, else its date, its number or its text. */
export function cellKey(cell: HTMLTableCellElement | undefined, numeric: boolean): CellKey {
  if (!cell) return null;
  const given = cell.dataset.value;
  if (given !== undefined) return numeric ? toNumber(given) : given;
  if (cell.classList.contains('change')) return changeKey(cell);
  const time = cell.querySelector('time');
  if (time) return time.dateTime || time.textContent;
  const text = cell.textContent.trim();
  if (text === '') return null;
  return numeric ? toNumber(text) : text;
}

/** Places won or lost; words such as "new" are no number. */
function changeKey(cell: HTMLTableCellElement): number | null {
  const mark = cell.querySelector('.up, .down, .same');
  if (!mark) return null;
  if (mark.classList.contains('same')) return 0;
  const places = toNumber(mark.textContent) ?? 0;
  return mark.classList.contains('down') ? -places : places;
}

/** The first number of a text: `=2`, `并列第2`, `1,204.5`, `−3.20`. */
function toNumber(text: string): number | null {
  const match = /[-−]?\d[\d,]*(?:\.\d+)?/.exec(text);
  return match ? Number(match[0].replace('−', '-').replaceAll(',', '')) : null;
}

/** Compares keys; 1 = the smallest first. */
export function compareKeys(collator: Intl.Collator, direction: 1 | -1): (a: CellKey, b: CellKey) => number {
  return (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
    return collator.compare(String(a), String(b)) * direction;
  };
}
