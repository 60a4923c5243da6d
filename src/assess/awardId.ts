/** The id of a computed award (编号): it is part of an address, so it must be the same with every build, and may not tell what is not published. */
import { compareDays } from '../model/days.ts';
import { toId } from '../model/id.ts';
import type { Programme, Task } from '../model/portal.ts';
import type { Met } from './rules/met.ts';

/**
 * Gives ids that nothing else has; those in `ids` are taken, and it adds its own to them. An id is made of the instrument, the occasion, and
 * whom and what the award is about; a task that is only counted is `unnamed`, and numbered where there are several.
 */
export function makeAwardIds(ids: Set<string>, programme: Programme, mets: Iterable<Met>): (met: Met) => string {
  const unnamed = unnamedOf(programme);
  const first = firstBatch(programme);
  const peers = unnamed.length === 0 ? new Map<string, readonly Met[]>() : Map.groupBy(unnamedIn(mets, unnamed), peerKey);
  return (met) => {
    const { instrument, slot, dimension, holder, task, batch } = met;
    const occasion = [instrument.id, slot.period?.slug ?? slot.id, dimension];
    const about = aboutOf(met);
    if (about !== null && unnamed.includes(about)) {
      // What is judged once, now, is judged again with every build, and others may hold then.
      const those = slot.id === '' ? unnamed : (peers.get(peerKey(met)) ?? []).map(aboutOf);
      const n = unnamed.filter((id) => those.includes(id)).indexOf(about) + 1;
      return freeId([...occasion, instrument.holder === 'task' ? null : holder, 'unnamed', n > 1 ? String(n) : null], ids);
    }
    // The first batch had its awards before there were others.
    const further = batch === first ? null : batch;
    return freeId([...occasion, holder, task, further === null ? null : toId(further)], ids);
  };
}

/** Ids of the tasks that are only counted, as they were posted. */
function unnamedOf({ tasks }: Programme): readonly string[] {
  return byPosting(tasks.filter(({ visibility }) => visibility === 'counts')).map(({ id }) => id);
}

function unnamedIn(mets: Iterable<Met>, unnamed: readonly string[]): readonly Met[] {
  return [...mets].filter((met) => met.holds === true && unnamed.includes(aboutOf(met) ?? ''));
}

/** What awards share whose ids differ by nothing but their tasks. */
function peerKey({ instrument, slot, dimension, holder }: Met): string {
  return JSON.stringify([instrument.id, slot.index, dimension, instrument.holder === 'task' ? null : holder]);
}

/** The task that holds it, or that it is given for. */
function aboutOf({ instrument, holder, task }: Met): string | null {
  return instrument.holder === 'task' ? holder : task;
}

/** The batch that was posted first. */
function firstBatch({ tasks }: Programme): string | null {
  return byPosting(tasks.filter(({ batch }) => batch !== null))[0]?.batch ?? null;
}

function byPosting(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((a, b) => compareDays(a.postedOn ?? '', b.postedOn ?? ''));
}

function freeId(parts: readonly (string | null)[], ids: Set<string>): string {
  const stem = parts.filter((part) => part !== null && part !== '').join('-');
  let id = stem;
  for (let n = 2; ids.has(id); n++) id = `${stem}-${n}`;
  ids.add(id);
  return id;
}
