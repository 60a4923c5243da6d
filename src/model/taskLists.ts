/** The lists that a programme's tasks take their words from (类别、来源、批次、阶段、角色). */
import { addId, addName, createNames, foldName, type Names } from './names.ts';
import { createList, type OpenList } from './openList.ts';
import { EVENT_WORDS } from './tables/taskEvents.ts';
import { ROLE_WORDS } from './tables/taskUnits.ts';
import { textsOf } from './text.ts';
import type { ProgrammeDraft } from './world.ts';

export interface TaskLists {
  readonly categories: OpenList;
  readonly origins: OpenList;
  readonly batches: OpenList;
  readonly stages: Names;
  readonly roles: Names;
}

function nameWords(words: Readonly<Record<string, readonly string[]>>): Names {
  const names = createNames();
  for (const [id, writings] of Object.entries(words)) {
    addId(names, id);
    for (const writing of writings) addName(names, id, writing);
  }
  return names;
}

/** A programme's own stages and roles beside the known ones. A name that it gives stands before the usual one. */
export function createTaskLists(draft: ProgrammeDraft): TaskLists {
  const { tasks } = draft.spec;
  const stages = nameWords(EVENT_WORDS);
  for (const stage of tasks?.stages ?? []) nameOver(stages, typeof stage === 'string' ? { id: stage } : stage);
  const roles = nameWords(ROLE_WORDS);
  for (const [id, role] of Object.entries(tasks?.roles ?? {})) nameOver(roles, { id, name: role.name });
  const list = (key: 'categories' | 'origins' | 'batches'): OpenList => createList(tasks?.[key]);
  return { categories: list('categories'), origins: list('origins'), batches: list('batches'), stages, roles };
}

function nameOver(names: Names, { id, name }: { readonly id: string; readonly name?: string | Readonly<Record<string, string>> | undefined }): void {
  addId(names, id);
  for (const text of textsOf(name ?? null)) {
    names.names.delete(foldName(text));
    addName(names, id, text);
  }
}
