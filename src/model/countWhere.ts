/** What a claim's `where` asks for: its words as ids, whether they were written as an id, a name or an alias. */
import { type CountConfig, instrumentKind, type NamedConfig, type ProgrammeConfig } from './config.ts';
import { findKnown, type Names } from './names.ts';
import { findPeriod } from './periodCell.ts';
import type { Text } from './text.ts';
import { nameAll, nameStages } from './vocabulary.ts';
import type { ProgrammeDraft, World } from './world.ts';

type Finder = (word: string) => string | undefined;

/** By column, or by count and column where a column means another thing in each (`kind`, `stage`). */
function createFinders(world: World, draft: ProgrammeDraft, { tasks, families, filings }: ProgrammeConfig): ReadonlyMap<string, Finder> {
  const among = (...lists: readonly Names[]): Finder => {
    return (word) => lists.map((names) => findKnown(names, word)).find((id) => id !== undefined);
  };
  const listed = (items: readonly { readonly id: string; readonly name: Text | null }[] | undefined): Finder => among(nameAll(items ?? []));
  const parts = (of: (filing: (typeof filings)[number]) => readonly NamedConfig[]): Finder => listed(filings.flatMap(of));
  const session = among(draft.sessionNames);
  const stages = nameStages(tasks?.stages ?? []);
  const finders: Readonly<Record<string, Finder>> = {
    category: listed(tasks?.categories),
    origin: listed(tasks?.origins),
    batch: listed(tasks?.batches),
    'tasks.stage': among(stages),
    'tasks.status': among(stages),
    'tasks.parent': among(world.tasks),
    'units.parent': among(world.unitNames),
    unit: among(world.unitNames),
    lead: among(world.unitNames),
    task: among(world.tasks),
    award: among(world.awards),
    holder: among(world.unitNames, world.tasks),
    instrument: among(draft.instruments),
    dimension: among(draft.dimensions),
    group: among(draft.groups),
    family: listed(families),
    session,
    from: session,
    to: session,
    period: (word) => findPeriod(draft, word)?.id,
    'awards.kind': instrumentKind,
    'holders.kind': instrumentKind,
    'filings.kind': listed(filings),
    'filings.stage': parts(({ stages }) => stages),
    'filings.outcome': parts(({ outcomes }) => outcomes),
  };
  return new Map(Object.entries(finders));
}

/** The programme with the words of its claims as ids; what answers to nothing stays as it was written. */
export function resolveCounts(world: World, draft: ProgrammeDraft, config: ProgrammeConfig): ProgrammeConfig {
  if (config.claims.length === 0) return config;
  const finders = createFinders(world, draft, config);
  const resolve = ({ count, where }: CountConfig): CountConfig => {
    const columns = Object.entries(where).map(([column, words]) => {
      const find = finders.get(`${count}.${column}`) ?? finders.get(column);
      return [column, words.map((word) => find?.(word) ?? word)] as const;
    });
    return { count, where: Object.fromEntries(columns) };
  };
  const claims = config.claims.map((claim) => ({ ...claim, of: resolve(claim.of), shareOf: claim.shareOf && resolve(claim.shareOf) }));
  return { ...config, claims };
}
