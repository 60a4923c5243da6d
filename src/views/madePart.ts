/** What a figure is made of (数据构成), where that is not simply all of its parts as they came: what must be said beside it. */
import type { PartialPart, Ranking, TotalNote, ZeroedPart } from '../assess/results.ts';
import type { PortalConfig } from '../model/config.ts';
import type { FigureStatus } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { roundTo } from '../rounding.ts';
import { isFullyDisclosed } from './disclosure.ts';
import { someGivenIn } from './givenTotals.ts';
import { dimensionName, type Named } from './name.ts';
import type { ProgrammeIndex, SiteIndex } from './siteIndex.ts';

/** Of which period a figure is that was carried forward (沿用), the oldest of several; absent on all others. */
export interface CarriedPart {
  readonly carried_from?: string;
  /** Only some parts of it were. */
  readonly carried_partly?: true;
}

/** What a score is made of, where that is not all of its parts as they are; absent on all others. */
export interface GapsPart {
  /** Indicators, or dimensions of a total, that are missing and count as zero in it; `partly`: a dimension of which indicators do. */
  readonly counted_as_zero?: readonly (Named & ZeroedPart)[];
  /** Of a dimension: share of the weights that its score is made of, where that is not the whole. */
  readonly counted?: number;
  /** Of a total: the dimensions whose own scores are made of a part of their weights. */
  readonly counted_in_part?: readonly (Named & PartialPart)[];
}

/** What else must be said of where a figure is from. */
export interface MadePart extends CarriedPart, GapsPart {
  /** Of totals of which the office gave some: whether it gave this one, or it was worked out. */
  readonly total_given?: boolean;
}

/** A dimension that a total does without, and why. */
export interface MissingPart {
  readonly dimension: string;
  readonly dimension_name: Named;
  readonly status: FigureStatus;
  readonly note?: Text;
}

/** What is said of a figure that is an earlier period's. */
export function carriedPart({ carried }: Ranking, unit: number): CarriedPart {
  const own = carried?.get(unit);
  if (!own) return {};
  return { carried_from: own.from.id, ...(own.partly && { carried_partly: true as const }) };
}

/** What a unit's score is made of, where that is not all of its parts as they are; of a total its note says the share. */
export function gapsPart(index: SiteIndex, programme: ProgrammeIndex, { dimension, gaps }: Ranking, unit: number): GapsPart {
  const own = gaps?.get(unit);
  if (!own) return {};
  const { config } = index.site.assessment.portal;
  // What a dimension's score is made of is told where that score may be.
  const isTold = isFullyDisclosed(programme);
  const told = isTold ? own.zeroed : own.zeroed.filter(({ partly }) => !partly);
  const named = <One extends { readonly part: string }>({ part, ...how }: One) => {
    return { part, ...(dimensionName(programme.result.programme, part, config) as Named), ...how };
  };
  return {
    ...(told.length > 0 && { counted_as_zero: told.map(named) }),
    ...(dimension !== null && own.counted < 1 && { counted: roundShare(own.counted) }),
    ...(isTold && own.partial.length > 0 && { counted_in_part: own.partial.map((one) => named({ ...one, counted: roundShare(one.counted) })) }),
  };
}

/** A share of weights, freed from what binary fractions add. */
export function roundShare(share: number): number {
  return roundTo(share, 12);
}

/** Whether the office gave a unit's total, where it gave some of those of the period; nothing of any other figure. */
export function givenPart({ result }: ProgrammeIndex, { dimension, period, position, score }: Ranking, unit: number): Pick<MadePart, 'total_given'> {
  const given = dimension === null ? someGivenIn(result, period.id) : null;
  return given && !Number.isNaN(score[position[unit] as number]) ? { total_given: given.has(unit) } : {};
}

/** The dimensions that a total does without, also those that have no row in the period. */
export function missingParts({ result }: ProgrammeIndex, { missing }: TotalNote, portal: PortalConfig): readonly MissingPart[] {
  return missing.map((part) => ({ ...part, dimension_name: dimensionName(result.programme, part.dimension, portal) as Named }));
}
