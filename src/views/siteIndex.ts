/**
 * The index of a site (索引): everything that pages look up by unit, period or series, gathered once, so that a page costs what it shows.
 */
import { knownUnits } from '../assess/members.ts';
import { type Assessment, type AwardResult, type ProgrammeResult, type Ranking, rankingKey, type TaskResult } from '../assess/results.ts';
import { awardPeriod, sessionPeriod } from '../assess/sessions.ts';
import { oncePer } from '../memo.ts';
import { LEADING_ROLES } from '../model/config.ts';
import { compareDays, laterDay } from '../model/days.ts';
import { placeOf } from '../model/figures.ts';
import { measuresTouched } from '../model/measures.ts';
import { type Period, type PeriodKind, seriesOf } from '../model/period.ts';
import type { Adjustment, Appeal, Correction, Membership, Portal, Unit, UnitEvent } from '../model/portal.ts';
import { boardPath } from './address.ts';
import { type AppealMark, isPending } from './appealMark.ts';
import { isFullyDisclosed } from './disclosure.ts';
import type { Site } from './page.ts';
import { type ProgrammeSource, programmeSource } from './programmeSource.ts';

/** The rankings of one dimension (null = total) and group (null = all units) over periods of one kind and length, oldest first. */
export interface Series {
  readonly dimension: string | null;
  readonly group: string | null;
  readonly kind: PeriodKind;
  /** What its periods have in common, as `seriesOf` says it. */
  readonly over: string;
  readonly rankings: readonly Ranking[];
}

/** First and last publication of a period's figures. */
interface Published {
  readonly first: string;
  readonly last: string;
}

export interface PeriodLink {
  readonly period: string;
  readonly kind: PeriodKind;
  readonly end: string;
  readonly path: string;
}

export interface ProgrammeIndex {
  readonly source: ProgrammeSource;
  readonly result: ProgrammeResult;
  /** Periods with at least one ranking, oldest first. */
  readonly periods: readonly Period[];
  /** Groups (null = all units) and dimensions that are ranked at all, in the programme's order. */
  readonly groups: readonly (string | null)[];
  readonly dimensions: readonly string[];
  readonly overall: boolean;
  readonly series: readonly Series[];
  /** By `boardKey`: of a period as a whole, and of each dimension and indicator in it. */
  readonly published: ReadonlyMap<string, Published>;
  /** Awards that may be shown by name, of units, by unit and by period. */
  readonly awardsByUnit: ReadonlyMap<string, readonly AwardResult[]>;
  readonly awardsByPeriod: ReadonlyMap<string, readonly AwardResult[]>;
  readonly tasksByUnit: ReadonlyMap<string, readonly { readonly task: TaskResult; readonly role: string }[]>;
  readonly adjustmentsByPeriod: ReadonlyMap<string, readonly Adjustment[]>;
  readonly adjustmentsByUnit: ReadonlyMap<string, readonly Adjustment[]>;
  readonly membershipsByUnit: ReadonlyMap<string, readonly Membership[]>;
  /** Where the leaderboard of each period stands. */
  readonly links: readonly PeriodLink[];
  readonly recordedByPeriod: ReadonlyMap<string, ProgrammeResult['recordedRanks']>;
}

export interface SiteIndex {
  readonly site: Site;
  readonly programmes: readonly ProgrammeIndex[];
  readonly byId: ReadonlyMap<string, ProgrammeIndex>;
  /** Those of one period, and those of others that moved somebody in it, by `programme|period`. */
  readonly correctionsByPeriod: ReadonlyMap<string, readonly Correction[]>;
  /** Programmes whose units a unit is the parent of: it judges them. */
  readonly judgedBy: ReadonlyMap<string, readonly ProgrammeIndex[]>;
  readonly children: ReadonlyMap<string, readonly Unit[]>;
  readonly correctionsByUnit: ReadonlyMap<string, readonly Correction[]>;
  /** Events in a unit's own life, and those of others that it came from or went into, by date. */
  readonly eventsByUnit: ReadonlyMap<string, readonly UnitEvent[]>;
  /** By what they are against. */
  readonly appeals: ReadonlyMap<string, Appeal>;
}

/** The index of a site, made at the first call; sites of one assessment share it. */
export function getSiteIndex({ assessment }: Site): SiteIndex {
  return indexOf(assessment);
}

const indexOf = oncePer((assessment: Assessment): SiteIndex => {
  const site: Site = { assessment };
  const { portal } = assessment;
  const programmes = assessment.programmes.map((result) => indexProgramme(site, result, portal));
  const byId = new Map(programmes.map((programme) => [programme.result.programme.config.id, programme]));
  return {
    site,
    programmes,
    byId,
    correctionsByPeriod: indexCorrections(assessment, byId),
    judgedBy: indexJudges(programmes),
    children: Map.groupBy(
      portal.units.filter((unit) => unit.parent !== null),
      (unit) => unit.parent as string,
    ),
    correctionsByUnit: Map.groupBy(
      portal.corrections.filter((correction) => correction.unit !== null),
      (correction) => correction.unit as string,
    ),
    eventsByUnit: indexEvents(portal.units),
    appeals: latestAppeals(portal.appeals),
  };
});

/** The last appeal against each thing; one that is pending stands before one that is decided. */
function latestAppeals(appeals: readonly Appeal[]): ReadonlyMap<string, Appeal> {
  const order = appeals.toSorted((a, b) => Number(isPending(a)) - Number(isPending(b)) || compareDays(a.filedOn, b.filedOn));
  return new Map(order.map((appeal) => [appeal.against, appeal]));
}

/** What has become of the last appeal against a unit's figures in a period, and which it is; undefined where nobody appealed. */
export function appealAgainst({ appeals }: SiteIndex, programme: ProgrammeIndex, period: Period, unit: Unit): AppealMark | undefined {
  if (appeals.size === 0) return undefined;
  const appeal = appeals.get(`${programme.result.programme.config.id}/${period.id}/${unit.id}`);
  return appeal && { appeal: appeal.state, appeal_id: appeal.id };
}

function indexCorrections({ portal, impacts }: Assessment, byId: SiteIndex['byId']): SiteIndex['correctionsByPeriod'] {
  const index = new Map<string, Correction[]>();
  for (const correction of portal.corrections) {
    const programme = byId.get(correction.programme ?? '');
    const moved = programme && isFullyDisclosed(programme) ? (impacts?.get(correction.id)?.elsewhere ?? []) : [];
    for (const id of new Set([correction.period?.id, ...moved.map(({ period }) => period.id)])) {
      if (id === undefined || correction.programme === null) continue;
      const key = `${correction.programme}|${id}`;
      index.set(key, [...(index.get(key) ?? []), correction]);
    }
  }
  return index;
}

/** An event stands at one unit and is told of all that it names; where both sides have a row of it, each keeps its own. */
function indexEvents(units: readonly Unit[]): ReadonlyMap<string, readonly UnitEvent[]> {
  const events = new Map(units.filter((unit) => unit.events.length > 0).map((unit) => [unit.id, [...unit.events]]));
  for (const event of units.flatMap((unit) => unit.events)) {
    for (const other of new Set([...event.predecessors, ...event.successors])) {
      const own = events.get(other) ?? [];
      if (own.some(({ unit, date, type }) => unit === other && date === event.date && type === event.type)) continue;
      events.set(other, [...own, event]);
    }
  }
  return new Map([...events].map(([id, own]) => [id, own.sort((a, b) => compareDays(a.date, b.date))]));
}

function indexJudges(programmes: readonly ProgrammeIndex[]): Map<string, ProgrammeIndex[]> {
  const judges = new Map<string, ProgrammeIndex[]>();
  for (const programme of programmes) {
    if (programme.result.programme.config.parent === null) continue;
    const parents = new Set(
      knownUnits(programme.result)
        .map((unit) => unit.parent)
        .filter((parent) => parent !== null),
    );
    for (const parent of parents) judges.set(parent, [...(judges.get(parent) ?? []), programme]);
  }
  return judges;
}

function indexProgramme(site: Site, result: ProgrammeResult, portal: Portal): ProgrammeIndex {
  const { programme } = result;
  const all = [...result.rankings.values()];
  const periods = result.periods.filter(presentIn(new Set(all.map((ranking) => ranking.period.id))));
  const ranked = new Set(all.map((ranking) => ranking.dimension));
  const dimensions = orderedDimensions(result, ranked);
  const groups = orderedGroups(result, new Set(all.map((ranking) => ranking.group)));
  const awards = result.awards.filter((award) => award.instrument.visibility === 'names' && award.award.holderType === 'unit');
  return {
    source: programmeSource(site, result),
    result,
    periods,
    groups,
    dimensions,
    overall: ranked.has(null),
    series: indexSeries(result, periods, ranked.has(null) ? [null, ...dimensions] : dimensions, groups),
    published: indexPublished(result),
    awardsByUnit: Map.groupBy(awards, (award) => award.award.holder ?? ''),
    awardsByPeriod: Map.groupBy(
      awards.filter(({ state }) => state !== 'revoked'),
      ({ award }) => awardPeriod(award, result)?.id ?? '',
    ),
    tasksByUnit: indexTasks(result, portal),
    adjustmentsByPeriod: Map.groupBy(programme.adjustments, (adjustment) => adjustment.period.id),
    adjustmentsByUnit: Map.groupBy(programme.adjustments, (adjustment) => adjustment.unit),
    membershipsByUnit: Map.groupBy(programme.memberships, (membership) => membership.unit),
    links: periods.map((period) => ({ period: period.id, kind: period.kind, end: period.end, path: boardPath(programme.config.id, period, null) })),
    recordedByPeriod: Map.groupBy(result.recordedRanks, (recorded) => recorded.period.id),
  };
}

function presentIn(ids: ReadonlySet<string>): (period: Period) => boolean {
  return (period) => ids.has(period.id);
}

function orderedDimensions(result: ProgrammeResult, ranked: ReadonlySet<string | null>): string[] {
  const { config, indicators } = result.programme;
  const declared = [...config.dimensions.map(({ id }) => id), ...indicators.map(({ id }) => id)];
  return [...new Set([...declared, ...ranked])].filter((id): id is string => id !== null && ranked.has(id));
}

function orderedGroups(result: ProgrammeResult, ranked: ReadonlySet<string | null>): (string | null)[] {
  const declared = result.programme.config.groups.map(({ id }) => id);
  return [...new Set<string | null>([...declared, ...ranked])].filter((id) => ranked.has(id)).sort((a, b) => Number(a === null) - Number(b === null));
}

function indexSeries(
  result: ProgrammeResult,
  periods: readonly Period[],
  dimensions: readonly (string | null)[],
  groups: readonly (string | null)[],
): Series[] {
  const bySeries = [...Map.groupBy(periods, seriesOf)];
  const series: Series[] = [];
  for (const dimension of dimensions) {
    for (const group of groups) {
      for (const [over, own] of bySeries) {
        const [{ kind }] = own as [Period];
        const rankings = own.flatMap((period) => result.rankings.get(rankingKey(dimension, period.id, group)) ?? []);
        if (rankings.length > 0) series.push({ dimension, group, kind, over, rankings });
      }
    }
  }
  return series;
}

function indexTasks(result: ProgrammeResult, portal: Portal): ProgrammeIndex['tasksByUnit'] {
  const byUnit = new Map<string, { task: TaskResult; role: string }[]>();
  for (const task of result.tasks) {
    if (task.task.visibility !== 'names') continue;
    for (const [role, units] of Object.entries(task.roles)) {
      for (const unit of units) {
        if (!portal.unitById.has(unit)) continue;
        const list = byUnit.get(unit);
        if (list) list.push({ task, role });
        else byUnit.set(unit, [{ task, role }]);
      }
    }
    for (const unit of formerLeads(task)) {
      if (portal.unitById.has(unit)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), { task, role: FORMER_LEAD }]);
    }
  }
  return byUnit;
}

/** The role of units that led a task once and have no part in it now. */
export const FORMER_LEAD = 'former_lead';

function formerLeads({ task, roles, transfers }: TaskResult): readonly string[] {
  if (transfers.length === 0 && !task.units.some(({ to }) => to !== null)) return [];
  const now = new Set(Object.values(roles).flat());
  const led = [...task.units.filter(({ role }) => LEADING_ROLES.includes(role)).map(({ unit }) => unit), ...transfers.map(({ from }) => from)];
  return [...new Set(led)].filter((unit): unit is string => unit !== null && !now.has(unit));
}

/** What a board is known by within its programme: its period, and its dimension (null = the total). */
export function boardKey(period: string, dimension: string | null): string {
  return dimension === null ? period : `${period}|${dimension}`;
}

function indexPublished({ programme, sessions, periods }: ProgrammeResult): Map<string, Published> {
  const published = new Map<string, Published>();
  const see = (key: string, date: string): void => {
    const known = published.get(key);
    if (!known) published.set(key, { first: date, last: date });
    else if (date < known.first) published.set(key, { first: date, last: known.last });
    else if (date > known.last) published.set(key, { first: known.first, last: date });
  };
  // What a session reviews is out with its results, whatever earlier day a row gives; of several sessions, with those of the first.
  const held = new Map(sessions.toReversed().map((session) => [sessionPeriod(session, periods)?.id, session.publishedOn]));
  for (const figures of [programme.scores, programme.observations]) {
    const boardsOf = figures.measures.map((measure) => [null, ...measuresTouched(measure, programme.config.dimensions)]);
    for (const [cell, { publishedOn, earlier }] of figures.notes) {
      const at = placeOf(figures, cell);
      const period = figures.periods[at.period]?.id;
      if (period === undefined) continue;
      const days = [publishedOn, ...earlier.map((one) => one.publishedOn)].flatMap((day) =>
        day === null ? [] : laterDay(day, held.get(period) ?? null),
      );
      for (const dimension of boardsOf[at.measure] ?? []) for (const day of days) see(boardKey(period, dimension), day);
    }
  }
  for (const session of sessions) {
    const period = sessionPeriod(session, periods);
    if (!period || session.publishedOn === null) continue;
    const boards = [...published.keys()].filter((key) => key.startsWith(boardKey(period.id, '')));
    for (const key of [boardKey(period.id, null), ...boards]) see(key, session.publishedOn);
  }
  return published;
}
