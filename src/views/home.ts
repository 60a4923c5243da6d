/** The portal at a glance (首页): what is new, who leads where, what is late, what was corrected, what comes next. */
import { isTied } from '../assess/change.ts';
import type { Ranking } from '../assess/results.ts';
import { isPosted } from '../assess/taskLife.ts';
import { compareDays, newestDay } from '../model/days.ts';
import { type Period, seriesOf } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { isCurrent } from '../model/unitLife.ts';
import { boardPath, programmePath, sessionsPath, taskPath, tasksPath } from './address.ts';
import { figure } from './boardTable.ts';
import { type CorrectionView, correctionView, newestFirst } from './correction.ts';
import { namedIn } from './disclosure.ts';
import { dimensionPath, rankingsOf } from './leaderboard.ts';
import { findMeasure } from './measure.ts';
import { dimensionName, groupName, type Named, nameOf } from './name.ts';
import { publishedOn } from './programme.ts';
import type { InstrumentFace } from './programmeSource.ts';
import { isProvisional } from './provisional.ts';
import { type WithSessions, withSessions } from './sessionNames.ts';
import type { ProgrammeIndex, SiteIndex } from './siteIndex.ts';
import { figuresOf } from './spread.ts';
import { stageNames, type TaskNumbers, type TaskTerms, taskNumbers } from './tasks.ts';
import { type UnitLink, unitLink } from './unitLife.ts';

interface HomeLeader extends UnitLink {
  readonly rank: number;
  readonly tied: boolean;
  readonly figure: number | null;
}

export interface HomeTable {
  readonly group: string | null;
  readonly group_name: Named | null;
  readonly dimension: string | null;
  readonly dimension_name: Named | null;
  readonly path: string | null;
  readonly of: number;
  readonly ranked: number;
  readonly decimals: number | null;
  readonly unit_label: Text | null;
  readonly leaders: readonly HomeLeader[];
  /** Further units that share the last leader's place. */
  readonly more: number;
}

export interface HomeProgramme extends Named, WithSessions {
  readonly programme: string;
  readonly path: string;
  readonly description: Text | null;
  readonly latest: {
    readonly period: string;
    readonly path: string;
    readonly published_on: string | null;
    readonly provisional: boolean;
    readonly tables: readonly HomeTable[];
    /** Tables of the period beside these. */
    readonly more_tables: number;
  } | null;
  readonly held: readonly { readonly face: InstrumentFace; readonly awards: number; readonly holders: number }[];
  /** Posted tasks; `drafts` are not among them. */
  readonly tasks: {
    readonly path: string;
    readonly count: number;
    readonly drafts: number;
    readonly open: number;
    readonly closed: number;
    readonly overdue: number;
    readonly outcomes: TaskNumbers['outcomes'];
    readonly by_status: TaskNumbers['by_status'];
    readonly terms: Pick<TaskTerms, 'stages'>;
  } | null;
}

export interface LateTask extends Named {
  readonly programme: string;
  readonly programme_name: Named;
  readonly task: string;
  readonly path: string;
  readonly due_on: string | null;
  readonly due_text: string | null;
  readonly overdue_days: number;
  readonly leads: readonly UnitLink[];
}

export interface Upcoming {
  readonly type: 'session' | 'task';
  readonly on: string;
  /** The words of a vague due date. */
  readonly due_text: string | null;
  readonly path: string;
  readonly programme_name: Named;
  /** A task's title; null for a session. */
  readonly title: Named | null;
  readonly ordinal: number | null;
}

export interface HomeView {
  readonly title: Text;
  readonly description: Text | null;
  readonly as_of: string;
  /** The newest day of anything that it shows; null while nothing was published. */
  readonly published_on: string | null;
  readonly counts: {
    readonly units: number;
    readonly programmes: number;
    readonly rankings: number;
    readonly tasks: number;
    readonly awards: number;
  };
  readonly programmes: readonly HomeProgramme[];
  readonly late: readonly LateTask[];
  readonly late_count: number;
  /** Of these, those that may be named. */
  readonly late_named: number;
  readonly corrections: readonly CorrectionView[];
  readonly upcoming: readonly Upcoming[];
}

/** Most tables, leaders, late tasks, corrections and dates that the home page shows. */
const MOST_TABLES = 6;
const MOST_LEADERS = 3;
const MOST_LATE = 6;
const MOST_CORRECTIONS = 4;
const MOST_UPCOMING = 6;

export function homeView(index: SiteIndex): HomeView {
  const { portal } = index.site.assessment;
  const late = index.programmes.flatMap((programme) => lateTasks(programme).map((task) => ({ programme, task })));
  const tasks = index.programmes.reduce((sum, { source }) => sum + source.countedTasks().filter(isPosted).length, 0);
  return {
    title: portal.config.title,
    description: portal.config.description,
    as_of: portal.asOf,
    published_on: newestDay([...index.programmes.map(({ source }) => publishedOn(source)), ...portal.corrections.map((one) => one.publishedOn)]),
    counts: {
      units: portal.units.filter((unit) => isCurrent(unit, portal.asOf)).length,
      programmes: index.programmes.length,
      rankings: index.programmes.reduce((sum, programme) => sum + programme.periods.length, 0),
      tasks,
      awards: index.programmes.reduce((sum, { result }) => sum + result.awards.length, 0),
    },
    programmes: newestFirst(
      index.programmes.map((programme) => homeProgramme(index, programme)),
      ({ latest }) => latest?.published_on ?? '',
    ),
    late: late
      .sort((a, b) => b.task.overdueDays - a.task.overdueDays)
      .slice(0, MOST_LATE)
      .map(({ programme, task }) => lateTask(index, programme, task)),
    late_named: late.length,
    late_count: index.programmes.reduce((sum, { source }) => sum + source.countedTasks().filter(({ overdue }) => overdue).length, 0),
    corrections: newestFirst(portal.corrections, ({ publishedOn }) => publishedOn)
      .slice(0, MOST_CORRECTIONS)
      .map((correction) => correctionView(index, correction)),
    upcoming: upcoming(index),
  };
}

/** Those that may be named. */
function lateTasks({ source }: ProgrammeIndex) {
  return source.listedTasks().filter(({ overdue }) => overdue);
}

/** The newest period of the main series that has a ranking. */
export function latestPeriod({ result, periods }: ProgrammeIndex): Period | null {
  const { latest } = result;
  if (latest && periods.some(({ id }) => id === latest.id)) return latest;
  return periods.findLast((period) => latest !== null && seriesOf(period) === seriesOf(latest)) ?? periods.at(-1) ?? null;
}

function homeProgramme(index: SiteIndex, programme: ProgrammeIndex): HomeProgramme {
  const { config } = programme.result.programme;
  const { portal } = index.site.assessment;
  const period = latestPeriod(programme);
  return {
    programme: config.id,
    ...nameOf(config.name, portal.config),
    path: programmePath(config.id),
    description: config.description,
    ...(period?.kind === 'session' && withSessions(programme.result)),
    latest: period && {
      period: period.id,
      path: boardPath(config.id, period, null),
      published_on: programme.published.get(period.id)?.first ?? null,
      ...homeTables(index, programme, period),
    },
    held: programme.source.heldNow(),
    tasks: taskCounts(programme),
  };
}

type Latest = NonNullable<HomeProgramme['latest']>;

function homeTables(index: SiteIndex, programme: ProgrammeIndex, period: Period): Pick<Latest, 'provisional' | 'tables' | 'more_tables'> {
  const dimensions: (string | null)[] = programme.overall ? [null] : [...programme.dimensions];
  const rankings = dimensions.flatMap((dimension) => {
    const own = rankingsOf(programme, period, dimension);
    const across = own.find(({ group }) => group === null);
    return dimension !== null && across ? [across] : own;
  });
  const tables = rankings.slice(0, MOST_TABLES).map((ranking) => homeTable(index, programme, ranking));
  return { provisional: rankings.some(isProvisional), tables, more_tables: rankings.length - tables.length };
}

function homeTable(index: SiteIndex, programme: ProgrammeIndex, ranking: Ranking): HomeTable {
  const { programme: own } = programme.result;
  const { config } = index.site.assessment.portal;
  const measure = findMeasure(programme, ranking.dimension);
  const named = Math.min(ranking.ranked, namedIn(programme, ranking));
  const listed = Math.min(MOST_LEADERS, named);
  const last = ranking.rank[listed - 1];
  return {
    group: ranking.group,
    group_name: groupName(own.config, ranking.group, config),
    dimension: ranking.dimension,
    dimension_name: dimensionName(own, ranking.dimension, config),
    path: ranking.dimension === null ? null : dimensionPath(programme, ranking.period, ranking.dimension),
    of: ranking.of,
    ranked: ranking.ranked,
    decimals: measure.by === 'value' ? measure.value_decimals : measure.score_decimals,
    unit_label: measure.unit_label,
    leaders: Array.from({ length: listed }, (_, at) => ({
      ...unitLink(index, programme.result.units[ranking.units[at] as number] as ProgrammeIndex['result']['units'][number]),
      rank: ranking.rank[at] as number,
      tied: isTied(ranking, at),
      figure: figure(figuresOf(ranking)[at]),
    })),
    more: listed === 0 ? 0 : ranking.rank.subarray(listed, named).filter((rank) => rank === last).length,
  };
}

function taskCounts({ result, source }: ProgrammeIndex): HomeProgramme['tasks'] {
  const counted = source.countedTasks();
  if (counted.length === 0) return null;
  const { count, drafts, outcomes, by_status, overdue } = taskNumbers(counted, source.config.tasks?.stages);
  const terms = { stages: stageNames(source) };
  return {
    path: tasksPath(result.programme.config.id),
    count,
    drafts,
    open: outcomes.open,
    closed: outcomes.closed,
    overdue,
    outcomes,
    by_status,
    terms,
  };
}

function lateTask(index: SiteIndex, programme: ProgrammeIndex, result: ReturnType<typeof lateTasks>[number]): LateTask {
  const { portal } = index.site.assessment;
  const { config } = programme.result.programme;
  return {
    ...nameOf(result.task.title, portal.config),
    programme: config.id,
    programme_name: nameOf(config.name, portal.config),
    task: result.task.id,
    path: taskPath(config.id, result.task.id),
    due_on: result.dueOn,
    due_text: result.dueText,
    overdue_days: result.overdueDays,
    leads: result.leads.flatMap((id) => {
      const unit = portal.unitById.get(id);
      return unit ? unitLink(index, unit) : [];
    }),
  };
}

/** Scheduled sessions and open tasks that fall due after the as-of date, soonest first. */
function upcoming(index: SiteIndex): Upcoming[] {
  const { asOf, config } = index.site.assessment.portal;
  const all = index.programmes.flatMap(({ result, source }): Upcoming[] => {
    const { id, name } = result.programme.config;
    const programme_name = nameOf(name, config);
    const sessions = result.sessions.filter(({ status, heldOn, awaited }) => status === 'scheduled' && !awaited && heldOn !== null && heldOn >= asOf);
    const tasks = source.listedTasks().filter(({ outcome, dueOn }) => outcome === 'open' && dueOn !== null && dueOn >= asOf);
    return [
      ...sessions.map(({ heldOn, ordinal }) => ({
        type: 'session' as const,
        on: heldOn as string,
        due_text: null,
        path: sessionsPath(id),
        programme_name,
        title: null,
        ordinal,
      })),
      ...tasks.map((result) => ({
        type: 'task' as const,
        on: result.dueOn as string,
        due_text: result.dueText,
        path: taskPath(id, result.task.id),
        programme_name,
        title: nameOf(result.task.title, config),
        ordinal: null,
      })),
    ];
  });
  return all.sort((a, b) => compareDays(a.on, b.on)).slice(0, MOST_UPCOMING);
}
