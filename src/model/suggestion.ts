/** "Did you mean": the nearest valid word, or nothing when none is near. */
import { countEdits } from '../read/nearest.ts';

/** The nearest of the words when at most a third of its letters (and at least one) differ. */
export function findNear(word: string, words: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let limit = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let nearest: string | null = null;
  for (const other of words) {
    if (Math.abs(other.length - wanted.length) >= limit) continue;
    const edits = countEdits(wanted, other.toLowerCase());
    if (edits >= limit) continue;
    nearest = other;
    limit = edits;
  }
  return nearest;
}
