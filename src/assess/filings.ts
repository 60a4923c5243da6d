/**
 * Filings (备案) as counts, without anybody in them (小数抑制).
 *
 * Of each kind: how many in all, by stage, by outcome, internal ones left out. A count of 0 is shown, unless it would give another away.
 * One of 1 to `min_cell` − 1 is suppressed, and further ones with it until no suppressed cell follows from the total that stands beside it.
 */
import { type FilingConfig, isInternal } from '../model/config.ts';
import type { Programme } from '../model/portal.ts';
import type { FilingCount } from './results.ts';

/** Counts by kind: the total (stage and outcome null), then each stage, then each outcome, in the configured order. */
export function countFilings({ config, filings }: Programme): FilingCount[] {
  return config.filings.flatMap((kind) => {
    const own = filings.filter((filing) => filing.kind === kind.id && !isInternal(filing));
    const stages = kind.stages.map((stage) => own.filter((filing) => filing.stage === stage.id).length);
    const outcomes = kind.outcomes.map((outcome) => own.filter((filing) => filing.outcome === outcome.id).length);
    return countsOf(kind, own.length, stages, outcomes, config.publication.minCell);
  });
}

function countsOf(kind: FilingConfig, total: number, stages: readonly number[], outcomes: readonly number[], minCell: number): FilingCount[] {
  const isHidden = isSmall(total, minCell) || [stages, outcomes].some((cells) => total === cells.length && isOneEach(cells, minCell));
  const shownStages = isHidden ? suppressOfFew(stages, minCell) : suppress(withRest(stages, total), minCell);
  const shownOutcomes = isHidden ? suppressOfFew(outcomes, minCell) : suppress(withRest(outcomes, total), minCell);
  return [
    { kind, stage: null, outcome: null, count: isHidden ? null : total },
    ...kind.stages.map((stage, i) => ({ kind, stage: stage.id, outcome: null, count: shownStages[i] ?? null })),
    ...kind.outcomes.map((outcome, i) => ({ kind, stage: null, outcome: outcome.id, count: shownOutcomes[i] ?? null })),
  ];
}

/** Whether cells are too small to be shown and their number says how much each is. */
function isOneEach(cells: readonly number[], minCell: number): boolean {
  return isSmall(1, minCell) && cells.length > 0 && cells.every((count) => count === 1);
}

/**
 * Cells of a total that is too small to be shown. Where they are so many that as many filings could be one in each, even the empty ones are not
 * shown: that none of the others is 0 would tell that each of them is 1.
 */
function suppressOfFew(cells: readonly number[], minCell: number): readonly (number | null)[] {
  return cells.map((count) => (count > 0 || cells.length >= minCell - 1 ? null : 0));
}

/** With those that are at none of these, as a filing without an outcome: whoever takes the others from the total knows how many they are. */
function withRest(cells: readonly number[], total: number): readonly number[] {
  return [...cells, total - cells.reduce((sum, count) => sum + count, 0)];
}

/** Whether a count may not be shown: more than none, and below the smallest cell. */
export function isSmall(count: number, minCell: number): boolean {
  return count > 0 && count < minCell;
}

/**
 * Suppresses small cells of a row whose total is shown, and as many of the next smallest as it takes until at least two are hidden and
 * together come to `minCell`, and to more than one each: a reader knows their sum, and that none of them is 0.
 */
export function suppress(cells: readonly number[], minCell: number): readonly (number | null)[] {
  const all = [...cells.keys()];
  const hidden = new Set(all.filter((i) => isSmall(cells[i] as number, minCell)));
  if (hidden.size === 0) return cells;
  const others = all.filter((i) => !hidden.has(i) && cells[i] !== 0).sort((a, b) => (cells[a] as number) - (cells[b] as number) || a - b);
  const sum = (): number => [...hidden].reduce((total, i) => total + (cells[i] as number), 0);
  for (const i of others) {
    if (hidden.size >= 2 && sum() >= minCell && sum() > hidden.size) break;
    hidden.add(i);
  }
  // All are one each, and there is no other: which of them are, the empty ones must not tell.
  if (sum() === hidden.size) for (const i of all) hidden.add(i);
  return cells.map((count, i) => (hidden.has(i) ? null : count));
}
