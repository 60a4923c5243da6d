/** Data files (数据文件): the tables that stand as CSV beside a page, besides its `index.json`. */
import type { ProgrammeConfig } from '../model/config.ts';
import type { PageFace, PageKind } from './page.ts';

const CSV: Readonly<Partial<Record<PageKind, readonly string[]>>> = {
  leaderboard: ['ranking.csv'],
  units: ['units.csv'],
  unit: ['history.csv'],
  indicator: ['values.csv'],
  awards: ['awards.csv', 'counts.csv'],
  tasks: ['tasks.csv', 'leads.csv'],
  corrections: ['corrections.csv'],
};

/** Whether figures that did not come are taken over from earlier periods. */
export function carriesForward({ config }: { readonly config: ProgrammeConfig }): boolean {
  return config.ranking.missing === 'carry_forward';
}

/** Whether what did not come counts as zero. */
export function countsAsZero({ config }: { readonly config: ProgrammeConfig }): boolean {
  return config.ranking.missing === 'zero';
}

/** Names of the CSV files beside every page of this kind. */
export function csvFiles(kind: PageKind): readonly string[] {
  return CSV[kind] ?? [];
}

/** Names of the CSV files beside this page: some have tables that others of their kind have not. */
export function csvFilesOf({ kind, tables }: Pick<PageFace, 'kind' | 'tables'>): readonly string[] {
  return tables ? [...csvFiles(kind), ...tables] : csvFiles(kind);
}

/** CSV files of a programme's page: of its periods with results, its filings and its claims, as far as it has any. */
export function programmeTables({
  history,
  filings,
  claims,
}: {
  readonly history: boolean;
  readonly filings: readonly unknown[];
  readonly claims: readonly unknown[];
}): string[] {
  return [...(history ? ['periods.csv'] : []), ...(filings.length > 0 ? ['filings.csv'] : []), ...(claims.length > 0 ? ['claims.csv'] : [])];
}
