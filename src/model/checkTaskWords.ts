/** The stages (环节) and roles (角色) that a programme's file lists: that their ids are ids, and no words for others. */
import { makeId } from '../read/cell.ts';
import { TASK_SIDE_STAGES, TASK_STAGES } from './config.ts';
import { findIdFault } from './id.ts';
import { EVENT_WORDS } from './tables/taskEvents.ts';
import { ROLE_WORDS } from './tables/taskUnits.ts';
import type { ProgrammeDraft, World } from './world.ts';

const KNOWN_STAGES: ReadonlySet<string> = new Set([...TASK_STAGES, ...TASK_SIDE_STAGES]);

/** The stage, event or role that tables mean by a word (`closed` of 销号). As an id the word would be another, and rows would mean that. */
function findMeant(words: Readonly<Record<string, readonly string[]>>, id: string): string | undefined {
  return Object.keys(words).find((meant) => words[meant]?.includes(id));
}

/** Reports ids that cannot be any, and words in their place. */
export function checkTaskWords({ problems }: World, { source, spec: { tasks } }: ProgrammeDraft): void {
  for (const [i, stage] of (tasks?.stages ?? []).entries()) {
    const id = typeof stage === 'string' ? stage : stage.id;
    const fault = KNOWN_STAGES.has(id) ? null : findIdFault(id);
    const place = source.at(['tasks', 'stages', i]);
    const meant = findMeant(EVENT_WORDS, id);
    if (fault) problems.error(fault, place, { header: 'tasks.stages', value: id, mend: makeId(id) });
    else if (meant) problems.error('config-word', place, { key: 'tasks.stages', value: id, meant, example: `{ id: ${meant}, name: ${id} }` });
  }
  for (const id of Object.keys(tasks?.roles ?? {})) {
    const meant = findMeant(ROLE_WORDS, id);
    const params = { key: 'tasks.roles', value: id, meant, example: `${meant}: { name: ${id} }` };
    if (meant) problems.error('config-word', source.keyAt(['tasks', 'roles', id]), { ...params, meant });
  }
}
