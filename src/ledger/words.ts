/**
 * Words out of rows: groups, categories, batches, stages and the like that a programme does not list itself are those of its rows. Such a word is
 * public only while a row that has it is, or a category would announce a task that is not out, or is nobody's business.
 */
import type { FilingConfig, NamedConfig, TaskScheme } from '../model/config.ts';
import type { Programme } from '../model/portal.ts';

/** The programme without the words that none of its rows have; the very same where it loses none. */
export function dropUnusedWords(programme: Programme): Programme {
  const { config } = programme;
  const tasks = config.tasks && dropFromTasks(config.tasks, programme);
  const filings = config.filings.map((kind) => dropFromFilings(kind, programme));
  const groups = keepUsed(config.groups, () => programme.memberships.map(({ group }) => group));
  const isSame = tasks === config.tasks && groups === config.groups && filings.every((kind, i) => kind === config.filings[i]);
  return isSame ? programme : { ...programme, config: { ...config, tasks, groups, filings } };
}

function dropFromTasks(scheme: TaskScheme, { tasks }: Programme): TaskScheme {
  const categories = keepUsed(scheme.categories, () => tasks.map(({ category }) => category));
  const origins = keepUsed(scheme.origins, () => tasks.map(({ origin }) => origin));
  const batches = keepUsed(scheme.batches, () => tasks.map(({ batch }) => batch));
  const isSame = categories === scheme.categories && origins === scheme.origins && batches === scheme.batches;
  return isSame ? scheme : { ...scheme, categories, origins, batches };
}

function dropFromFilings(kind: FilingConfig, { filings }: Programme): FilingConfig {
  const own = filings.filter((filing) => filing.kind === kind.id);
  const stages = keepUsed(kind.stages, () => own.map(({ stage }) => stage));
  const outcomes = keepUsed(kind.outcomes, () => own.map(({ outcome }) => outcome));
  return stages === kind.stages && outcomes === kind.outcomes ? kind : { ...kind, stages, outcomes };
}

function keepUsed<T extends NamedConfig>(words: readonly T[], used: () => readonly (string | null)[]): readonly T[] {
  if (!words.some(({ fromRows }) => fromRows)) return words;
  const ids = new Set(used());
  return words.every(({ id, fromRows }) => !fromRows || ids.has(id)) ? words : words.filter(({ id, fromRows }) => !fromRows || ids.has(id));
}
