/** Data files (数据文件): the tables that stand as CSV beside a page, besides its `index.json`. */
import type { ProgrammeConfig } from '../model/config.ts';
import type { PageFace, PageKind, TableShape } from './page.ts';

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
function carriesForward({ config }: { readonly config: ProgrammeConfig }): boolean {
  return config.ranking.missing === 'carry_forward';
}

/** Whether what did not come counts as zero. */
function countsAsZero({ config }: { readonly config: ProgrammeConfig }): boolean {
  return config.ranking.missing === 'zero';
}

/** Whether a score may be made of a part of its weights. */
function countsInPart({ config }: { readonly config: ProgrammeConfig }): boolean {
  return config.ranking.missing === 'reweight_not_applicable' || config.ranking.minCoverage < 1;
}

/** What must be said beside the figures of any of these programmes. */
export function shapeOfMade(programmes: readonly { readonly config: ProgrammeConfig }[], given: boolean): TableShape {
  return { carried: programmes.some(carriesForward), zeroed: programmes.some(countsAsZero), partial: programmes.some(countsInPart), given };
}

/** The same as a view says it; what need not be said is left out. */
export interface MadeFlags {
  /** Figures that did not come are taken over from earlier periods. */
  readonly carries_forward?: true;
  /** Parts that are missing may count as zero. */
  readonly counts_as_zero?: true;
  /** Scores may be made of a part of their weights. */
  readonly counts_in_part?: true;
  /** The office gave some totals, and others were worked out. */
  readonly gives_some_totals?: true;
}

export function madeFlags({ carried, zeroed, partial, given }: TableShape): MadeFlags {
  return {
    ...(carried && { carries_forward: true as const }),
    ...(zeroed && { counts_as_zero: true as const }),
    ...(partial && { counts_in_part: true as const }),
    ...(given && { gives_some_totals: true as const }),
  };
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
