/** What an award is about, and whom it counts for. */
import type { Award } from './portal.ts';

/** The task that an award is held by or was given for; null where it is for none. */
export function taskOf({ holderType, holder, task }: Pick<Award, 'holderType' | 'holder' | 'task'>): string | null {
  return holderType === 'task' ? holder : task;
}

/** What tells holders apart where they are counted: a person, who is never named, counts as one an award. No id begins with a line break. */
export function holderKey({ holder, id }: Pick<Award, 'holder' | 'id'>): string {
  return holder ?? `\n${id}`;
}
