/** Words that a programme's file may use of what it, or a table, lists: what a rule or a claim names must be there. */
import type { Place } from '../problems.ts';
import { findNear } from '../read/nearest.ts';
import { type ProgrammeConfig, TASK_OUTCOMES, TASK_SIDE_STAGES, TASK_STAGES } from './config.ts';
import { addId, addName, createNames, findKnown, foldName, isPassedOver, type Names } from './names.ts';
import { findPersonalData } from './personal.ts';
import { UNIT_KINDS } from './portal.ts';
import { singleParams } from './resolve.ts';
import { EVENT_WORDS } from './tables/taskEvents.ts';
import { type Text, textsOf } from './text.ts';
import type { ProgrammeDraft, World } from './world.ts';

/** Ids that a file may use, by what they name. */
export interface Vocabulary {
  readonly dimensions: Names;
  readonly indicators: Names;
  readonly groups: Names;
  readonly instruments: Names;
  readonly families: Names;
  readonly sessions: Names;
  readonly categories: Names;
  readonly origins: Names;
  readonly batches: Names;
  readonly tasks: Names;
  readonly awards: Names;
  readonly units: Names;
  /** Stages of a task, side stages and the programme's own among them. */
  readonly stages: Names;
  /** The same with how a task ended. */
  readonly taskStates: Names;
  readonly filingKinds: Names;
  readonly filingStages: Names;
  readonly filingOutcomes: Names;
}

type Named = { readonly id: string; readonly name?: Text | null };

/** What answers to things of a list: their ids, and their names in every language. */
export function nameAll(items: readonly Named[], isSilent?: () => boolean): Names {
  const names = createNames(isSilent);
  for (const { id, name } of items) {
    addId(names, id);
    for (const text of textsOf(name ?? null)) addName(names, id, text);
  }
  return names;
}

/** The same of things that have no names. */
export function nameIds(ids: readonly string[]): Names {
  return nameAll(ids.map((id) => ({ id })));
}

/** Stages by what the programme calls them, and else by what offices do. */
export function nameStages(own: readonly Named[], more: readonly string[] = []): Names {
  const usual = [...TASK_STAGES, ...TASK_SIDE_STAGES];
  const names = nameAll([...own, ...[...usual, ...more].map((id) => ({ id }))]);
  for (const stage of usual) for (const word of EVENT_WORDS[stage]) if (!names.names.has(foldName(word))) addName(names, stage, word);
  return names;
}

/** All that the file of a programme may name. */
export function createVocabulary({ folder, tasks, awards, unitNames }: World, draft: ProgrammeDraft, config: ProgrammeConfig): Vocabulary {
  const listed = (list: 'categories' | 'origins' | 'batches'): Names =>
    nameAll(config.tasks?.[list] ?? [], () => draft.spec.tasks?.[list] === undefined && folder.unread.has('tasks'));
  const stages = config.tasks?.stages ?? [];
  const isUnfiled = (): boolean => folder.unread.has('filings');
  // Where a list is what the rows have, none of them need have a word that a claim says is never met.
  const isOpen = (list: 'stages' | 'outcomes'): boolean => draft.spec.filings?.some((filing) => filing[list] === undefined) ?? false;
  return {
    dimensions: draft.dimensions,
    indicators: draft.indicatorNames,
    groups: draft.groups,
    instruments: draft.instruments,
    families: nameAll(config.families),
    sessions: draft.sessionNames,
    categories: listed('categories'),
    origins: listed('origins'),
    batches: listed('batches'),
    tasks,
    awards,
    units: unitNames,
    stages: nameStages(stages),
    taskStates: nameStages(stages, TASK_OUTCOMES),
    filingKinds: nameAll(config.filings),
    filingStages: nameAll(
      config.filings.flatMap((filing) => filing.stages),
      () => isUnfiled() || isOpen('stages'),
    ),
    filingOutcomes: nameAll(
      config.filings.flatMap((filing) => filing.outcomes),
      () => isUnfiled() || isOpen('outcomes'),
    ),
  };
}

/** Holds a word against the ids of one list, or of several together. `byName`: names are understood there as well. */
export function checkWord(
  world: World,
  word: string | null,
  known: Names | readonly Names[],
  thing: string,
  place: Place,
  key: string,
  byName = false,
): void {
  const lists = [known].flat();
  if (word === null || findPersonalData(word) || lists.some((names) => isPassedOver(names, word) || names.ids.get(foldName(word)) === word)) return;
  world.problems.error(`${thing}-unknown`, place, {
    header: key,
    value: word,
    ...singleParams((byName ? suggestName(word, lists) : null) ?? suggestId(word, lists)),
  });
}

/** The id that a word was probably meant to be: that of its name, or the nearest, or that of the nearest name. */
function suggestId(word: string, lists: readonly Names[]): string | null {
  const named = (name: string | null): string | undefined =>
    name === null ? undefined : lists.map((names) => findKnown(names, name)).find((id) => id !== undefined);
  const ids = lists.flatMap((names) => [...names.ids.values()]);
  return named(word) ?? findNear(word, ids) ?? named(suggestName(word, lists)) ?? null;
}

function suggestName(word: string, lists: readonly Names[]): string | null {
  return findNear(
    word,
    lists.flatMap(({ written }) => [...written]),
  );
}

/** From so many letters on a kind that is near another is misspelt: of short words, as in Chinese, each is near every other. */
const TELLING_LETTERS = 4;

/** A kind of unit may be an office's own word: one that no unit has is misspelt where another is near, and else may be of units yet to come. */
export function checkKind(world: World, kind: string, place: Place, key: string): void {
  const kinds = new Set(world.units.flatMap((unit) => unit.kind ?? []));
  if (kinds.has(kind) || UNIT_KINDS.some((known) => known === kind) || world.unitNames.silent) return;
  const nearest = kind.length < TELLING_LETTERS ? null : findNear(kind, kinds);
  const params = { header: key, value: kind, ...singleParams(nearest) };
  if (nearest) world.problems.error('kind-unknown', place, params);
  else world.problems.warning('kind-unknown', place, params);
}
