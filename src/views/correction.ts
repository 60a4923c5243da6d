/** Corrections (更正), beside appeals: what was changed after publication, when, why and by whom. */
import type { AwardChange, MovedUnit, RankingImpact } from '../assess/results.ts';
import type { ProgrammeConfig } from '../model/config.ts';
import { compareDays } from '../model/days.ts';
import type { Period } from '../model/period.ts';
import type { Correction, Portal } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { isTotalField, TOTAL } from '../model/total.ts';
import { awardPath, boardPath, CORRECTIONS, programmePath, unitPath } from './address.ts';
import { type AppealView, aimAtAward, appealView } from './appeal.ts';
import { isFullyDisclosed, mayTellOf } from './disclosure.ts';
import { findMeasure } from './measure.ts';
import { dimensionName, groupName, type Named, nameOf, unitNameOf } from './name.ts';
import { type DocumentView, findDocument } from './programmeSource.ts';
import { type WithSessions, withSessions } from './sessionNames.ts';
import type { ProgrammeIndex, SiteIndex } from './siteIndex.ts';
import { countUntoldRevisions } from './untoldRevisions.ts';

export interface CorrectionView extends WithSessions {
  readonly correction: string;
  readonly kind: Correction['kind'];
  readonly severity: string | null;
  readonly published_on: string;
  readonly programme: string | null;
  readonly programme_name: Named | null;
  readonly period: string | null;
  /** null where it was about no unit, or about one of which the programme publishes nothing for that period. */
  readonly unit: string | null;
  readonly unit_name: Named | null;
  /** The award that it is about: its id, what it is called, and its page; null where it is about none, or one that is not named. */
  readonly award: string | null;
  readonly award_name: Named | null;
  readonly award_path: string | null;
  /** The page that it changed. */
  readonly path: string;
  /** A dimension's or indicator's id, or another word; and its name where it is one. */
  readonly field: string | null;
  readonly field_name: Named | null;
  /** With how many decimals the page that it changed prints such a figure; null where it is none, or has none declared. */
  readonly decimals: number | null;
  readonly old: string | null;
  readonly new: string | null;
  readonly reason: Text;
  readonly approved_by: Text | null;
  readonly document: DocumentView | null;
  /** Who moved on the day that it came out; null where nothing that is ranked changed, or only part of the ranking is published. */
  readonly impact: CorrectionImpact | null;
}

export interface MovedView extends Named {
  readonly unit: string;
  readonly group: string | null;
  /** null for all units. */
  readonly group_name: Named | null;
  readonly rank_before: number | null;
  readonly rank: number | null;
  readonly score_before: number | null;
  readonly score: number | null;
}

/** Of the total, or of what was corrected where there is none. */
interface CorrectionImpact {
  readonly moved: readonly MovedView[];
  readonly decimals: number | null;
  /** Of what was corrected, and of the dimension that it is in, beside the total. */
  readonly dimensions: readonly {
    readonly dimension: string;
    readonly dimension_name: Named | null;
    readonly moved: readonly MovedView[];
    readonly decimals: number | null;
  }[];
  /** Of other periods, for which the figure is carried forward, or is what growth is counted from; `dimension` null = the total. */
  readonly elsewhere: readonly {
    readonly period: string;
    readonly dimension: string | null;
    readonly dimension_name: Named | null;
    readonly moved: readonly MovedView[];
    readonly decimals: number | null;
  }[];
  readonly awards_taken: readonly AwardChangeView[];
  readonly awards_given: readonly AwardChangeView[];
}

export interface AwardChangeView {
  readonly award: string;
  /** Address of its page, below the language prefix. */
  readonly path: string;
  readonly instrument: string;
  readonly instrument_name: Named;
  readonly holder: string;
  readonly holder_name: Named;
  readonly dimension: string | null;
  readonly dimension_name: Named | null;
  readonly period: string | null;
}

export interface CorrectionsView {
  readonly as_of: string;
  readonly corrections: readonly CorrectionView[];
  readonly appeals: readonly AppealView[];
  /** Figures that are marked as revised, or have earlier versions, and that no correction speaks of. */
  readonly revised_without_entry: number;
}

/** Newest first. */
export function correctionsView(index: SiteIndex): CorrectionsView {
  const { portal } = index.site.assessment;
  return {
    as_of: portal.asOf,
    corrections: newestFirst(portal.corrections, (correction) => correction.publishedOn).map((correction) => correctionView(index, correction)),
    appeals: newestFirst(portal.appeals, (appeal) => appeal.filedOn).map((appeal) => appealView(index, appeal)),
    revised_without_entry: countUntoldRevisions(index),
  };
}

/** Sorted by a date, newest first; equal dates stay in their order. */
export function newestFirst<T>(items: readonly T[], dateOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => compareDays(dateOf(b), dateOf(a)));
}

export function correctionView(index: SiteIndex, correction: Correction): CorrectionView {
  const { portal } = index.site.assessment;
  const own = index.byId.get(correction.programme ?? '');
  const programme = own?.result.programme.config;
  const told = mayTell(index, correction);
  return {
    correction: correction.id,
    kind: correction.kind,
    severity: correction.severity,
    published_on: correction.publishedOn,
    programme: correction.programme,
    programme_name: programme ? nameOf(programme.name, portal.config) : null,
    ...(own && correction.period?.kind === 'session' && withSessions(own.result)),
    period: correction.period?.id ?? null,
    unit: told ? correction.unit : null,
    unit_name: told ? unitNameOf(portal, correction.unit, correction.period?.end) : null,
    ...awardPart(index, correction),
    path: pathOf(index, correction),
    field: correction.field,
    field_name: fieldName(index, correction),
    decimals: decimalsOf(index, correction),
    old: told ? correction.old : null,
    new: told ? correction.new : null,
    reason: correction.reason,
    approved_by: correction.approvedBy,
    document: findDocument(portal, correction.document),
    impact: impactView(index, correction),
  };
}

function awardPart(index: SiteIndex, { award }: Correction): Pick<CorrectionView, 'award' | 'award_name' | 'award_path'> {
  const aim = award === null ? null : aimAtAward(index, award);
  return { award: aim && award, award_name: aim?.what ?? null, award_path: aim?.path ?? null };
}

function impactView(index: SiteIndex, { id, programme: own, period }: Correction): CorrectionImpact | null {
  const { impacts, portal } = index.site.assessment;
  const impact = impacts?.get(id);
  const programme = index.byId.get(own ?? '');
  if (!impact || !programme || !isFullyDisclosed(programme)) return null;
  const movedIn = ({ dimension, moved }: RankingImpact, of = period): Pick<CorrectionImpact, 'moved' | 'decimals'> => {
    const measure = findMeasure(programme, dimension);
    return {
      moved: moved.map((one) => movedView(one, portal, of, programme.result.programme.config)),
      decimals: measure.by === 'value' ? measure.value_decimals : measure.score_decimals,
    };
  };
  const [first, ...others] = impact.rankings;
  const changes = (awards: readonly AwardChange[]): AwardChangeView[] => awards.flatMap((award) => changeView(index, programme, award) ?? []);
  return {
    ...(first ? movedIn(first) : { moved: [], decimals: null }),
    dimensions: others.flatMap((one) => {
      const { dimension } = one;
      if (dimension === null || one.moved.length === 0) return [];
      return [{ dimension, dimension_name: dimensionName(programme.result.programme, dimension, portal.config), ...movedIn(one) }];
    }),
    elsewhere: impact.elsewhere.map((one) => ({
      period: one.period.id,
      dimension: one.dimension,
      dimension_name: dimensionName(programme.result.programme, one.dimension, portal.config),
      ...movedIn(one, one.period),
    })),
    awards_taken: changes(impact.taken),
    awards_given: changes(impact.given),
  };
}

function movedView(
  { unit, group, rankBefore, rank, scoreBefore, score }: MovedUnit,
  portal: Portal,
  period: Period | null,
  config: ProgrammeConfig,
): MovedView {
  const name = unitNameOf(portal, unit, period?.end) ?? { name: unit };
  return {
    unit,
    ...name,
    group,
    group_name: groupName(config, group, portal.config),
    rank_before: rankBefore,
    rank,
    score_before: scoreBefore,
    score,
  };
}

/** null for what is not called by name. */
function changeView(index: SiteIndex, { result, source }: ProgrammeIndex, award: AwardChange): AwardChangeView | null {
  const { portal } = index.site.assessment;
  const { award: id, instrument, holder, holderType, dimension, period } = award;
  const face = source.faces.find((one) => one.instrument === instrument);
  const task = holderType === 'task' ? source.task(holder ?? '') : undefined;
  const name = holderType === 'task' ? task && nameOf(task.task.title, portal.config) : unitNameOf(portal, holder, period?.end);
  if (!face || holder === null || !name) return null;
  return {
    award: id,
    path: awardPath(source.config.id, id),
    instrument,
    instrument_name: { name: face.name, ...(face.names && { names: face.names }) },
    holder,
    holder_name: name,
    dimension,
    dimension_name: dimensionName(result.programme, dimension, portal.config),
    period: period?.id ?? null,
  };
}

/** Where a programme publishes only part of its ranking, a corrected figure of the rest stays unsaid. */
function mayTell(index: SiteIndex, { programme, period, unit, field }: Correction): boolean {
  const own = index.byId.get(programme ?? '');
  return !own || !period || unit === null || mayTellOf(own, period.id, unit, field && measureOf(own, field));
}

/** What a correction is of: `total`, or the id of a dimension or an indicator. A dimension may be called by a word for the total. */
function measureOf({ result }: ProgrammeIndex, field: string): string {
  const isDimension = result.programme.config.dimensions.some(({ id }) => id === field);
  return isTotalField(field) && !isDimension ? TOTAL : field;
}

function fieldName(index: SiteIndex, { programme, field }: Correction): Named | null {
  const own = index.byId.get(programme ?? '')?.result.programme;
  const known = own && [...own.config.dimensions, ...own.indicators].some(({ id }) => id === field);
  return known ? dimensionName(own, field, index.site.assessment.portal.config) : null;
}

function decimalsOf(index: SiteIndex, { programme, field }: Correction): number | null {
  const own = index.byId.get(programme ?? '');
  if (!own || field === null) return null;
  const { config, indicators } = own.result.programme;
  const of = measureOf(own, field);
  if (of === TOTAL) return findMeasure(own, null).score_decimals;
  if (config.dimensions.some(({ id }) => id === of)) return findMeasure(own, of).score_decimals;
  return indicators.find(({ id }) => id === of)?.decimals ?? null;
}

function pathOf(index: SiteIndex, { programme, period, unit }: Correction): string {
  const own = index.byId.get(programme ?? '');
  if (own && period && own.periods.some(({ id }) => id === period.id)) return boardPath(own.result.programme.config.id, period, null);
  if (unit !== null && index.site.assessment.portal.unitById.has(unit)) return unitPath(unit);
  return own ? programmePath(own.result.programme.config.id) : CORRECTIONS;
}
