/** Lists of a programme's file that its rows may make where the file leaves them out. */
import { findIdFault, toId } from './id.ts';
import { addId, addName, createNames, type Names } from './names.ts';
import { toNamed } from './programmeConfig.ts';
import type { NamedSpec } from './programmeSchema.ts';
import { resolve } from './resolve.ts';
import type { RowContext } from './rowContext.ts';
import { textsOf } from './text.ts';

/** A list of a programme's file, or made of what the rows have where the file leaves it out. */
export interface OpenList {
  readonly names: Names;
  /** id → name, of what the rows have; null where the file has the list. */
  readonly found: Map<string, string> | null;
}

/** A list of a file; undefined = the file leaves it out, and the rows make it. */
export function createList(specs: readonly NamedSpec[] | undefined): OpenList {
  const names = createNames();
  for (const { id, name } of (specs ?? []).map(toNamed)) {
    addId(names, id);
    for (const text of textsOf(name)) addName(names, id, text);
  }
  return { names, found: specs ? null : new Map() };
}

/** The id that a cell means in a list; in an open list every new word is a new entry. */
export function resolveInList(list: OpenList, thing: string, text: string | null, row: RowContext, column: string): string | null {
  if (!text || !list.found) return resolve(list.names, thing, text, row, column);
  const id = toId(text);
  const fault = findIdFault(id);
  if (fault) {
    row.faultOnce(fault, column);
    return null;
  }
  if (!list.found.has(id)) list.found.set(id, text);
  return id;
}
