/** "Did you mean": the word that was probably meant by one that is unknown, and the params of messages that suggest it. */

/** Edits between two short words: insertions, deletions, substitutions, and swaps of neighbours count one each. */
export function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] as number;
}

/** Of the candidates all that are nearest to a folded word, by no more than `most` edits; in their order. */
function findWithin(wanted: string, candidates: Iterable<string>, fold: (word: string) => string, most: number): readonly string[] {
  let least = most;
  let nearest: string[] = [];
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) > least) continue;
    const edits = countEdits(wanted, folded);
    if (edits > least) continue;
    if (edits < least) nearest = [];
    nearest.push(candidate);
    least = edits;
  }
  return nearest;
}

/** Case, width, spaces and hyphens of a header make no difference to a person. Long ones are compared by their first 80 characters. */
function foldHeader(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .slice(0, 80);
}

/** The header, key or file's name nearest to `name` (the earlier of two equally near), or undefined where more than half of its letters differ. */
export function findNearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = foldHeader(name);
  return findWithin(wanted, candidates, foldHeader, Math.floor(wanted.length / 2))[0];
}

/** The id, name or word of a cell nearest to `word`, or null where more than a third of its letters (and more than one) differ. */
export function findNear(word: string, words: Iterable<string>): string | null {
  return findAllNear(word, words)[0] ?? null;
}

/** The same with all that are equally near. */
export function findAllNear(word: string, words: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase();
  return findWithin(wanted, words, (other) => other.toLowerCase(), Math.max(1, Math.floor(wanted.length / 3)));
}

/** Params of a message about files, headers and mappings that suggests a word: `is` is 1 when there is one. */
export function suggest(near: string | null | undefined): { readonly is: number; readonly near: string } {
  return { is: near ? 1 : 0, near: near ?? '' };
}

/** Params of a message about cells and keys that suggests a word, or several: `near` is 1 when there is one. The message puts quotation marks around all of them. */
export function suggestionParams(nearest: string | readonly string[] | null) {
  const words = nearest === null || nearest === '' ? [] : [nearest].flat();
  const [only = '', ...others] = words;
  if (others.length === 0) return { near: words.length, nearest: only };
  return { near: 1, nearest: words.map((word, i) => (i > 0 ? '“' : '') + word + (i < others.length ? '”' : '')) };
}
