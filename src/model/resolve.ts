/** How a cell finds what it refers to. */
import type { Place, ProblemParams } from '../problems.ts';
import { isSummary } from '../read/aside.ts';
import type { TableName } from '../read/headers.ts';
import { suggestionParams } from '../read/nearest.ts';
import { splitCell } from '../read/split.ts';
import { formatSetting } from '../read/yamlWord.ts';
import { isNothing } from './columnPlan.ts';
import { findByName, findKnown, foldName, isPassedOver, type Names } from './names.ts';
import type { RowContext } from './rowContext.ts';
import type { ProgrammeDraft, World } from './world.ts';

/** Params of a message that suggests a word, of a fault that no other row repeats (see `reportRepeated`). */
export function singleParams(nearest: string | null): ProblemParams {
  return { rows: 1, also: '', event: 0, ...suggestionParams(nearest) };
}

const INVISIBLE = /\p{Cf}/gu;
/** The units that a cell names, where it names several and knows them all; and whether `split` would find them. */
function findParts(names: Names, text: string): { readonly parts: readonly string[]; readonly split: 0 | 1 } | null {
  const areKnown = (parts: readonly string[]): boolean => parts.length > 1 && parts.every((part) => findKnown(names, part) !== undefined);
  const parts = splitCell(text);
  if (areKnown(parts)) return { parts, split: 1 };
  const others = text.split(/[、，,;；/／\s]+/).filter((part) => part !== '');
  return areKnown(others) ? { parts: others, split: 0 } : null;
}

/** Tables whose rows have ids of their own: rows that are made of one would have the same. */
const NUMBERED: ReadonlySet<TableName> = new Set<TableName>(['appeals', 'awards', 'corrections', 'filings']);

/** Tables that a reference may point into, whatever its programme. */
const WHOLE: Readonly<Record<string, TableName>> = { task: 'tasks', document: 'documents', award: 'awards', correction: 'corrections' };

/**
 * The id that a cell refers to; null after reporting `<thing>-unknown` or `name-ambiguous`, and for a blank.
 * `part`: the piece of the cell that is meant, where it holds a list.
 */
export function resolve(names: Names, thing: string, text: string | null, row: RowContext, column: string, part?: string): string | null {
  if (text === null || text === '') return null;
  const known = findKnown(names, text);
  if (known !== undefined) return known;
  if (isPassedOver(names, text)) return null;
  const table = names.ids.size === 0 ? WHOLE[thing] : undefined;
  if (table) {
    row.faultOnce('table-without-rows', column, { to: table }, table);
    return null;
  }
  const found = findByName(names, text);
  const shown = part === undefined ? {} : { value: part, part };
  const clean = text.replace(INVISIBLE, '');
  const several = thing === 'unit' ? findParts(names, text) : null;
  if ('several' in found) row.faultOnce('name-ambiguous', column, { ...shown, ids: found.several });
  else if (clean !== text && findKnown(names, clean) !== undefined) row.faultOnce('name-invisible', column, { ...shown, clean });
  else if (isNothing(text)) row.faultOnce('cell-nothing', column, shown);
  else if (several) {
    const split = several.split && !NUMBERED.has(row.source.table) ? 1 : 0;
    row.faultOnce('unit-several', column, { ...shown, ...several, split, example: split ? formatSetting(row.source, `split: [${column}]`) : '' });
  } else if (thing === 'unit' && isSummary(text)) row.faultOnce('unit-summary', column, shown);
  else row.faultOnce(`${thing}-unknown`, column, { ...shown, ...suggestionParams('nearest' in found ? found.nearest : null) });
  return null;
}

/** The id of the unit that a cell refers to; null after a fault, and for a blank. */
export function resolveUnit(world: World, text: string | null, row: RowContext, column = 'unit'): string | null {
  return resolve(world.unitNames, 'unit', text, row, column);
}

/** The id of the document that a row refers to; null after a fault, and for a blank. */
export function resolveDocument(world: World, text: string | null, row: RowContext): string | null {
  return resolve(world.documentNames, 'document', text, row, 'document');
}

/** Keeps the words of a row whose programme is not known: it may be of any, and what refers to it is passed over. */
export function loseRow(lost: Set<string>, row: RowContext, words: readonly string[]): void {
  if (row.isFaulty('programme')) for (const word of words) lost.add(foldName(word));
}

/** The programme of a row; null after a fault, or when the programme's own file is at fault. */
export function resolveProgramme(world: World, text: string | null, row: RowContext): ProgrammeDraft | null {
  const id = resolve(world.programmeNames, 'programme', text, row, 'programme');
  return id === null ? null : (world.programmeById.get(id) ?? null);
}

/** A reference to a row that may come later: kept with its place until all rows are read. */
export interface PendingReference {
  readonly text: string;
  readonly header: string;
  readonly place: Place;
}

/** A reference to be resolved by `resolvePending`; null for a blank. */
export function postpone(text: string | null, row: RowContext, column: string): PendingReference | null {
  if (text === null || text === '') return null;
  return { text, header: row.nameOf(column), place: row.at(column) };
}

/** The id that a postponed reference means; null after reporting `<thing>-unknown` or `name-ambiguous`. */
export function resolvePending(world: World, names: Names, thing: string, pending: PendingReference | null): string | null {
  if (!pending) return null;
  const { text, header, place } = pending;
  if (isPassedOver(names, text)) return null;
  const found = findByName(names, text);
  if ('id' in found) return found.id;
  const params = { header, value: text, rows: 1, also: '' };
  if ('several' in found) world.problems.error('name-ambiguous', place, { ...params, ids: found.several });
  else world.problems.error(`${thing}-unknown`, place, { ...params, ...suggestionParams(found.nearest) });
  return null;
}
