/** "Did you mean": the nearest valid word, or nothing when none is near. */
import { countEdits } from '../read/nearest.ts';

/** The nearest of the words when at most a third of its letters (and at least one) differ. */
export function findNear(word: string, words: Iterable<string>): string | null {
  return findAllNear(word, words)[0] ?? null;
}

/** The same with all that are equally near. */
export function findAllNear(word: string, words: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase();
  let least = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string[] = [];
  for (const other of words) {
    if (Math.abs(other.length - wanted.length) > least) continue;
    const edits = countEdits(wanted, other.toLowerCase());
    if (edits > least) continue;
    if (edits < least) nearest = [];
    nearest.push(other);
    least = edits;
  }
  return nearest;
}

/** Params of a message that suggests a word, or several: `near` is 1 when there is one. The message puts quotation marks around all of them. */
export function suggestionParams(nearest: string | readonly string[] | null) {
  const words = nearest === null || nearest === '' ? [] : [nearest].flat();
  const [only = '', ...others] = words;
  if (others.length === 0) return { near: words.length, nearest: only };
  return { near: 1, nearest: words.map((word, i) => (i > 0 ? '“' : '') + word + (i < others.length ? '”' : '')) };
}
