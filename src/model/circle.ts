/** Things that stand below one another, and by mistake in a circle. */
import type { Place, Problems } from '../problems.ts';

interface Below {
  readonly id: string;
  /** The id of what it stands below. */
  readonly above: string | null;
  readonly place: Place;
}

/** Reports each circle once, at its first member: `a → b → a`. */
export function reportCircles(items: Iterable<Below>, column: string, problems: Problems): void {
  const above = new Map<string, Below>();
  for (const item of items) if (item.above !== null) above.set(item.id, item);
  const done = new Set<string>();
  for (const first of above.values()) {
    const path: string[] = [];
    let next: Below | undefined = first;
    while (next && !done.has(next.id)) {
      done.add(next.id);
      path.push(next.id);
      next = above.get(next.above as string);
    }
    const start = next ? path.indexOf(next.id) : -1;
    if (next && start >= 0) problems.error('parents-circle', next.place, { column, chain: [...path.slice(start), next.id].join(' → ') });
  }
}
