/** The name that was probably meant. */

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

/** Params of a message that suggests a word: `is` is 1 when there is one. */
export function suggest(near: string | null | undefined): { readonly is: number; readonly near: string } {
  return { is: near ? 1 : 0, near: near ?? '' };
}

/** Case, width, spaces and hyphens make no difference to a person. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/**
 * The candidate nearest to `name` (the earlier of two equally near), or undefined where most letters differ: such a word was not meant. Long
 * names are compared by their first 80 characters.
 */
export function findNearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name).slice(0, 80);
  let nearest: string | undefined;
  let least = wanted.length / 2 + 0.5;
  for (const candidate of candidates) {
    const edits = countEdits(wanted, fold(candidate).slice(0, 80));
    if (edits < least) {
      least = edits;
      nearest = candidate;
    }
  }
  return nearest;
}
