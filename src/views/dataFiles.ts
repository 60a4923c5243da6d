/** Data files (数据文件): the tables that stand as CSV beside a page, besides its `index.json`. */
import type { PageKind } from './page.ts';

const CSV: Readonly<Partial<Record<PageKind, readonly string[]>>> = {
  programme: ['periods.csv'],
  leaderboard: ['ranking.csv'],
  units: ['units.csv'],
  unit: ['history.csv'],
  indicator: ['values.csv'],
  awards: ['awards.csv'],
  tasks: ['tasks.csv'],
  corrections: ['corrections.csv'],
};

/** Names of the CSV files beside a page of this kind. */
export function csvFiles(kind: PageKind): readonly string[] {
  return CSV[kind] ?? [];
}
