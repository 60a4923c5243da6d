/** The order in which programmes stand everywhere: as portal.yaml lists them, then by id, a parent before its children. */
import { findNear, suggestionParams } from '../read/nearest.ts';
import { findKnown, isPassedOver } from './names.ts';
import { repeatFault } from './repeated.ts';
import type { ProgrammeDraft, World } from './world.ts';

/** Ids in the order that portal.yaml asks for; reports those that are no programme's, as far as all could be read, or listed twice. */
function listedIds({ config, folder, programmeNames, programmeById, problems, repeated }: World): ReadonlySet<string> {
  const listed = new Set<string>();
  for (const [i, text] of (config.programmes ?? []).entries()) {
    const place = folder.portal?.at(['programmes', i]) ?? { file: 'portal.yaml', line: null, column: null };
    const id = findKnown(programmeNames, text);
    if (id === undefined) {
      if (isPassedOver(programmeNames, text)) continue;
      const params = { header: 'programmes', value: text, ...suggestionParams(findNear(text, programmeById.keys())) };
      repeatFault(repeated, { code: 'programme-unknown', place, params, severity: 'error' }, text, 0);
    } else if (listed.has(id)) problems.error('id-twice', place, { header: 'programmes', value: text });
    else listed.add(id);
  }
  return listed;
}

function compareIds(a: ProgrammeDraft, b: ProgrammeDraft): number {
  return a.id < b.id ? -1 : 1;
}

/** Puts the world's programmes in order. */
export function orderProgrammes(world: World): void {
  const ordered = new Set<ProgrammeDraft>();
  for (const id of listedIds(world)) {
    const draft = world.programmeById.get(id);
    if (draft) ordered.add(draft);
  }
  const visit = (draft: ProgrammeDraft, below: readonly ProgrammeDraft[]): void => {
    const parent = world.programmeById.get(draft.spec.parent ?? '');
    if (parent && !ordered.has(parent) && !below.includes(parent)) visit(parent, [...below, draft]);
    ordered.add(draft);
  };
  for (const draft of world.programmes.toSorted(compareIds)) visit(draft, []);
  world.programmes.splice(0, world.programmes.length, ...ordered);
}
