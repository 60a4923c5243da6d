/** A unit's page (单位画像): its results in every programme, what it holds and held, the tasks it leads, its life. */
import { isComparable, isTied, rankChange } from '../assess/change.ts';
import type { RankChange, Ranking, TaskResult } from '../assess/results.ts';
import { totalKey } from '../assess/results.ts';
import { awardPeriod } from '../assess/sessions.ts';
import { compareDays, newestDay } from '../model/days.ts';
import { type PeriodKind, windowYears } from '../model/period.ts';
import { type Appeal, FIGURE_STATUSES, type FigureStatus, type Unit } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { taskPath } from './address.ts';
import { type AppealView, appealsOf } from './appeal.ts';
import { type AwardRow, awardRow, daysOfAward } from './awards.ts';
import { adjustmentView, type BoardAdjustment, mayTellOfAdjustment } from './boardAdjustments.ts';
import { figure, type RowTotal, totalOf } from './boardTable.ts';
import { type CorrectionView, correctionView } from './correction.ts';
import { type MadeFlags, madeFlags, shapeOfMade } from './dataFiles.ts';
import { isBeforeNamed, namedPosition, spreadIn } from './disclosure.ts';
import { givesSomeTotals } from './givenTotals.ts';
import { carriedPart, gapsPart, givenPart, type MadePart, type MissingPart, missingParts } from './madePart.ts';
import { findMeasure } from './measure.ts';
import { groupName, type Named, nameOf } from './name.ts';
import type { TableShape } from './page.ts';
import type { InstrumentFace } from './programmeSource.ts';
import { type WithSessions, withSessions } from './sessionNames.ts';
import { appealAgainst, type PeriodLink, type ProgrammeIndex, type Series, type SiteIndex } from './siteIndex.ts';
import { percent } from './tasks.ts';
import { type UnitDimensions, unitDimensions } from './unitDimensions.ts';
import { lifeOf, type UnitLife, type UnitLink, unitLink } from './unitLife.ts';

export interface HistoryRow extends MadePart {
  readonly programme: string;
  readonly group: string | null;
  readonly dimension: string | null;
  readonly period: string;
  readonly score: number | null;
  readonly value: number | null;
  readonly rank: number | null;
  readonly tied: boolean;
  /** Members of the group, and how many of them have a place. */
  readonly of: number;
  readonly ranked: number;
  readonly change: RankChange;
  readonly status: FigureStatus;
  /** A veto took its place; the score stays. */
  readonly vetoed?: true;
  /** Of an appeal against it. */
  readonly appeal?: Appeal['state'];
  readonly appeal_id?: string;
  /** Of a total: what stands between it and the sum of its dimensions, and what it lacks. */
  readonly total?: RowTotal;
  readonly missing?: readonly MissingPart[];
}

export interface UnitAward extends AwardRow {
  readonly programme: string;
  /** The period whose results it stands beside: its own, or the one that its session judged. */
  readonly result_period: string | null;
}

export interface UnitTask {
  readonly programme: string;
  readonly task: string;
  readonly title: string;
  readonly titles?: Named['names'];
  readonly role: string;
  readonly status: string;
  /** What the programme calls them, where it has names of its own. */
  readonly role_name: Text | null;
  readonly status_name: Text | null;
  readonly outcome: TaskResult['outcome'];
  readonly due_on: string | null;
  /** The words of a vague due date. */
  readonly due_text: string | null;
  readonly overdue: boolean;
  readonly overdue_days: number;
  readonly progress: number | null;
  readonly path: string;
}

/** The unit's main series in a programme and group: rows `from` to before `to` of the history. */
export interface UnitSeries {
  /** Of its periods: months and the year to date are series of their own. */
  readonly kind: PeriodKind;
  /** How many years each spans, of windows of years. */
  readonly years: number | null;
  readonly group: string | null;
  readonly group_name: Named | null;
  readonly dimension: string | null;
  readonly from: number;
  readonly to: number;
  readonly by: 'score' | 'value';
  readonly decimals: number;
  /** Periods before which the line breaks: the method or the members changed. */
  readonly breaks: readonly string[];
  /** The period in which anybody had a place first; null where nobody ever had. */
  readonly begins: string | null;
  /** The group's median in each row's period. */
  readonly medians: readonly (number | null)[];
}

export interface UnitProgramme extends WithSessions, UnitDimensions {
  readonly programme: string;
  readonly programme_name: Named;
  /** The programme that judges this one's owner; and the ones that this unit's judge runs below it. */
  readonly parent: (Named & { readonly programme: string }) | null;
  readonly periods: readonly PeriodLink[];
  readonly series: readonly UnitSeries[];
  readonly instruments: readonly InstrumentFace[];
  readonly groups: readonly { readonly group: string; readonly name: Named; readonly from: string | null; readonly to: string | null }[];
  readonly adjustments: readonly BoardAdjustment[];
  readonly has_tasks: boolean;
}

/** What holds of any programme is said on every unit's page, whose tables have one shape. */
export interface UnitView extends Named, MadeFlags {
  readonly unit: string;
  readonly short_name: Text | null;
  readonly kind: string | null;
  readonly code: string | null;
  readonly parent: (UnitLink & { readonly kind: string | null }) | null;
  readonly children: readonly UnitLink[];
  readonly aliases: readonly string[];
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly as_of: string;
  /** Programmes whose tasks are listed below have others, too, that are only counted. */
  readonly unnamed_tasks?: true;
  readonly history: readonly HistoryRow[];
  readonly programmes: readonly UnitProgramme[];
  /** Programmes in which this unit judges the units below it. */
  readonly judges: readonly (Named & { readonly programme: string })[];
  readonly awards: readonly UnitAward[];
  readonly tasks: readonly UnitTask[];
  readonly events: readonly UnitLife[];
  readonly corrections: readonly CorrectionView[];
  /** Those that it filed, and those against its figures and awards. */
  readonly appeals: readonly AppealView[];
  readonly published_on: string | null;
}

const shapes = new WeakMap<SiteIndex, TableShape>();

/** The shape of the tables of every unit. */
export function unitShape(index: SiteIndex): TableShape {
  let shape = shapes.get(index);
  if (!shape) {
    const results = index.programmes.map(({ result }) => result);
    shape = shapeOfMade(
      results.map(({ programme }) => programme),
      results.some(givesSomeTotals),
    );
    shapes.set(index, shape);
  }
  return shape;
}

export function unitView(index: SiteIndex, unit: Unit): UnitView {
  const { portal } = index.site.assessment;
  const parent = portal.unitById.get(unit.parent ?? '');
  const history: HistoryRow[] = [];
  const programmes = index.programmes.flatMap((programme) => unitProgramme(index, programme, unit, history) ?? []);
  return {
    unit: unit.id,
    ...nameOf(unit.name, portal.config),
    short_name: unit.shortName,
    kind: unit.kind,
    code: unit.code,
    parent: parent ? { ...unitLink(index, parent), kind: parent.kind } : null,
    children: (index.children.get(unit.id) ?? []).map((child) => unitLink(index, child)),
    aliases: unit.aliases,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    as_of: portal.asOf,
    ...madeFlags(unitShape(index)),
    ...(index.programmes.some((programme) => programme.tasksByUnit.has(unit.id) && hasUnnamedTasks(programme)) && { unnamed_tasks: true as const }),
    history,
    programmes,
    judges: (index.judgedBy.get(unit.id) ?? []).map(({ result }) => programmeLink(index, result.programme.config)),
    awards: index.programmes.flatMap((programme) => unitAwards(programme, unit)).sort((a, b) => compareDays(b.awarded_on, a.awarded_on)),
    tasks: index.programmes.flatMap((programme) => unitTasks(index, programme, unit)),
    events: (index.eventsByUnit.get(unit.id) ?? []).map((event) => lifeOf(index, unit, event)),
    corrections: (index.correctionsByUnit.get(unit.id) ?? [])
      .map((correction) => correctionView(index, correction))
      .filter((row) => row.unit !== null),
    appeals: appealsOf(index, unit.id),
    published_on: newestDay([resultsPublishedOn(index, history), ...otherDays(index, unit)]),
  };
}

function hasUnnamedTasks({ source }: ProgrammeIndex): boolean {
  return source.countedTasks().length > source.listedTasks().length;
}

function programmeLink(index: SiteIndex, config: ProgrammeIndex['result']['programme']['config']): Named & { programme: string } {
  return { programme: config.id, ...nameOf(config.name, index.site.assessment.portal.config) };
}

function unitProgramme(index: SiteIndex, programme: ProgrammeIndex, unit: Unit, history: HistoryRow[]): UnitProgramme | null {
  const { config } = programme.result.programme;
  const before = history.length;
  const series = seriesOf(index, programme, unit, history);
  const memberships = programme.membershipsByUnit.get(unit.id) ?? [];
  const awards = programme.awardsByUnit.get(unit.id) ?? [];
  const tasks = programme.tasksByUnit.has(unit.id);
  if (history.length === before && memberships.length === 0 && awards.length === 0 && !tasks) return null;
  const parent = index.byId.get(config.parent ?? '');
  const held = new Set(awards.map((award) => award.instrument.id));
  const { portal } = index.site.assessment;
  return {
    programme: config.id,
    programme_name: nameOf(config.name, portal.config),
    parent: parent ? programmeLink(index, parent.result.programme.config) : null,
    ...withSessions(programme.result),
    periods: history.length === before ? [] : programme.links,
    series,
    ...unitDimensions(index, programme, unit),
    instruments: programme.source.faces.filter((face) => held.has(face.instrument)),
    groups: memberships
      .toSorted((a, b) => compareDays(a.from ?? '', b.from ?? ''))
      .map(({ group, from, to }) => ({ group, name: groupName(config, group, portal.config) as Named, from, to })),
    adjustments: (programme.adjustmentsByUnit.get(unit.id) ?? [])
      .filter((adjustment) => mayTellOfAdjustment(programme, adjustment))
      .map((adjustment) => adjustmentView(index, programme, adjustment)),
    has_tasks: tasks,
  };
}

/** Appends the unit's rows of every series to the history; gives the programme's main series, the totals. */
function seriesOf(index: SiteIndex, programme: ProgrammeIndex, unit: Unit, history: HistoryRow[]): UnitSeries[] {
  const at = programme.result.unitAt.get(unit.id);
  if (at === undefined) return [];
  const main: UnitSeries[] = [];
  for (const series of programme.series) {
    const from = history.length;
    const own = appendRows(index, programme, series, at, unit, history);
    if (own.length > 0 && series.dimension === null) main.push(unitSeries(index, programme, series, own, at, from));
  }
  return main;
}

function appendRows(index: SiteIndex, programme: ProgrammeIndex, series: Series, unitAt: number, unit: Unit, history: HistoryRow[]): Ranking[] {
  const { id } = programme.result.programme.config;
  const own: Ranking[] = [];
  for (const ranking of series.rankings) {
    const at = namedPosition(programme, ranking, unitAt);
    if (at < 0) continue;
    own.push(ranking);
    const row = historyRow(id, ranking, at, isBeforeNamed(programme, ranking, unitAt));
    const vetoed = ranking.vetoes.has(unitAt) ? { vetoed: true as const } : null;
    const appeal = appealAgainst(index, programme, ranking.period, unit);
    const total = ranking.dimension === null ? totalPart(index, programme, ranking, unitAt) : null;
    // Most rows say nothing more, and there may be millions.
    const carried = ranking.carried?.has(unitAt) && carriedPart(ranking, unitAt);
    const gaps = ranking.gaps?.has(unitAt) && gapsPart(index, programme, ranking, unitAt);
    history.push(vetoed || appeal || total || carried || gaps ? { ...row, ...vetoed, ...appeal, ...carried, ...gaps, ...total } : row);
  }
  return own;
}

function historyRow(programme: string, ranking: Ranking, at: number, compared: boolean): HistoryRow {
  const rank = ranking.rank[at] as number;
  return {
    programme,
    group: ranking.group,
    dimension: ranking.dimension,
    period: ranking.period.id,
    score: figure(ranking.score[at]),
    value: figure(ranking.value[at]),
    rank: rank || null,
    tied: isTied(ranking, at),
    of: ranking.of,
    ranked: ranking.ranked,
    change: compared ? rankChange(ranking, at) : null,
    status: FIGURE_STATUSES[ranking.status[at] as number] as FigureStatus,
  };
}

function totalPart(
  index: SiteIndex,
  programme: ProgrammeIndex,
  ranking: Ranking,
  unit: number,
): Pick<HistoryRow, 'total' | 'missing' | 'total_given'> | null {
  const { id } = programme.result.units[unit] as Unit;
  const note = programme.result.totals.get(totalKey(id, ranking.period.id, ranking.group));
  const given = givenPart(programme, ranking, unit);
  if (!note) return given.total_given === undefined ? null : given;
  const total = totalOf(note);
  return {
    ...(total && { total }),
    ...(note.missing.length > 0 && { missing: missingParts(programme, note, index.site.assessment.portal.config) }),
    ...given,
  };
}

const measures = new WeakMap<ProgrammeIndex, Map<string | null, ReturnType<typeof findMeasure>>>();

function getMeasure(programme: ProgrammeIndex, dimension: string | null): ReturnType<typeof findMeasure> {
  let own = measures.get(programme);
  if (!own) {
    own = new Map();
    measures.set(programme, own);
  }
  let measure = own.get(dimension);
  if (!measure) {
    measure = findMeasure(programme, dimension);
    own.set(dimension, measure);
  }
  return measure;
}

function unitSeries(index: SiteIndex, programme: ProgrammeIndex, series: Series, own: readonly Ranking[], unit: number, from: number): UnitSeries {
  const measure = getMeasure(programme, series.dimension);
  return {
    kind: series.kind,
    years: windowYears((own[0] as Ranking).period),
    group: series.group,
    group_name: groupName(programme.result.programme.config, series.group, index.site.assessment.portal.config),
    dimension: series.dimension,
    from,
    to: from + own.length,
    by: measure.by,
    decimals: (measure.by === 'value' ? measure.value_decimals : measure.score_decimals) ?? 2,
    breaks: own.flatMap((ranking) => (ranking.previous && !isComparable(ranking, unit) ? ranking.period.id : [])),
    begins: series.rankings.find(({ ranked }) => ranked > 0)?.period.id ?? null,
    medians: own.map((ranking) => spreadIn(programme, ranking)?.median ?? null),
  };
}

function unitAwards(programme: ProgrammeIndex, unit: Unit): UnitAward[] {
  const { id } = programme.result.programme.config;
  return (programme.awardsByUnit.get(unit.id) ?? []).map((given) => ({
    programme: id,
    ...awardRow(given, programme.source),
    result_period: awardPeriod(given.award, programme.result)?.id ?? null,
  }));
}

const OUTCOME_ORDER = { open: 0, carried: 1, closed: 2, withdrawn: 3, draft: 4 } as const;

/** Late ones first, then open ones by their due date. */
function unitTasks(index: SiteIndex, programme: ProgrammeIndex, unit: Unit): UnitTask[] {
  const { config } = index.site.assessment.portal;
  const own = programme.tasksByUnit.get(unit.id) ?? [];
  const scheme = programme.source.config.tasks;
  const rows = own.map(({ task: result, role }): UnitTask => {
    const title = nameOf(result.task.title, config);
    return {
      programme: result.task.programme,
      task: result.task.id,
      title: title.name,
      ...(title.names && { titles: title.names }),
      role,
      status: result.status,
      role_name: scheme?.roles[role]?.name ?? null,
      status_name: scheme?.stages.find(({ id }) => id === result.status)?.name ?? null,
      outcome: result.outcome,
      due_on: result.dueOn,
      due_text: result.dueText,
      overdue: result.overdue,
      overdue_days: result.overdueDays,
      progress: percent(result.progress),
      path: taskPath(result.task.programme, result.task.id),
    };
  });
  return rows.sort(
    (a, b) =>
      OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome] ||
      Number(b.overdue) - Number(a.overdue) ||
      b.overdue_days - a.overdue_days ||
      compareDays(a.due_on ?? '9', b.due_on ?? '9'),
  );
}

/** Days of what its page shows beside results: awards and what became of them, tasks, corrections. */
function* otherDays(index: SiteIndex, { id }: Unit): Iterable<string | null> {
  for (const { awardsByUnit, tasksByUnit } of index.programmes) {
    for (const award of awardsByUnit.get(id) ?? []) yield* daysOfAward(award);
    for (const { task } of tasksByUnit.get(id) ?? []) yield task.lastUpdate;
  }
  for (const { publishedOn } of index.correctionsByUnit.get(id) ?? []) yield publishedOn;
  for (const { filed_on: filed, decided_on: decided } of appealsOf(index, id)) yield* [filed, decided];
}

function resultsPublishedOn(index: SiteIndex, history: readonly HistoryRow[]): string | null {
  let last: string | null = null;
  for (const { programme, period, dimension } of history) {
    if (dimension !== null) continue;
    const published = index.byId.get(programme)?.published.get(period)?.last;
    if (published !== undefined && (last === null || published > last)) last = published;
  }
  return last;
}
