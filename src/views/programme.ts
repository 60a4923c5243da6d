/** One mechanism at a glance (一个机制一页): what it is, who decides, the newest result, who holds what, its tasks, filings and claims. */
import { isTied } from '../assess/change.ts';
import { scoreDecimals, valueDecimals } from '../assess/decimals.ts';
import { knownUnits } from '../assess/members.ts';
import { type ProgrammeResult, type Ranking, rankingsIn } from '../assess/results.ts';
import { isPosted } from '../assess/taskLife.ts';
import { newestDay } from '../model/days.ts';
import { membersOf } from '../model/members.ts';
import { type Cadence, type Period, toDay } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { boardPath } from './address.ts';
import { type AwardNames, type AwardRow, awardNames, awardRow, daysOfAward } from './awards.ts';
import { figure } from './boardTable.ts';
import { namedIn } from './disclosure.ts';
import { countUnits } from './leaderboard.ts';
import type { Named } from './name.ts';
import type { DocumentView, InstrumentFace, ProgrammeSource, UnitNames } from './programmeSource.ts';
import { isProvisional } from './provisional.ts';
import { type SessionRow, sessionsView } from './sessions.ts';
import { stageNames, type TaskNumbers, taskNumbers } from './tasks.ts';

export interface ProgrammeLink extends Named {
  readonly programme: string;
  readonly description: Text | null;
}

export interface LeaderBoard {
  readonly dimension: string | null;
  readonly group: string | null;
  readonly of: number;
  readonly ranked: number;
  readonly path: string;
  readonly by: 'score' | 'value';
  /** Decimals to print; null = as given. What the figures count, where they are values. */
  readonly decimals: number | null;
  readonly unit_label: Text | null;
  readonly leaders: readonly {
    readonly unit: string;
    readonly rank: number;
    readonly tied: boolean;
    readonly score: number | null;
    readonly value: number | null;
  }[];
}

interface PeriodRow {
  readonly period: Period;
  readonly path: string | null;
  /** Units of all its boards, each once: of the total, or, where there is none, of the dimensions. */
  readonly of: number;
  readonly ranked: number;
  /** Who stands first, of each group one after another. */
  readonly first: readonly string[];
  /** The same group by group; one entry without a group where all are ranked together. */
  readonly boards: readonly { readonly group: string | null; readonly of: number; readonly ranked: number; readonly first: readonly string[] }[];
  readonly provisional: boolean;
}

export interface ClaimRow {
  readonly id: string;
  readonly label: Text | null;
  readonly printed: number | string | null;
  readonly counted: number | string | null;
  readonly printed_share: string | null;
  readonly counted_share: string | null;
  readonly of: number | null;
  readonly holds: boolean;
  readonly document: DocumentView | null;
  /** Its numbers are too small to be shown, or would give a small one away: they are null. */
  readonly suppressed?: true;
}

interface FilingRow {
  readonly kind: string;
  readonly stage?: string;
  readonly outcome?: string;
  readonly label: Text | null;
  /** null = suppressed. */
  readonly count: number | null;
}

export interface FilingTotal {
  readonly kind: string;
  /** null = suppressed. */
  readonly count: number | null;
}

export interface ProgrammeView extends Named {
  readonly programme: string;
  readonly as_of: string;
  readonly description: Text | null;
  readonly parent: ProgrammeLink | null;
  readonly children: readonly ProgrammeLink[];
  readonly authority: DocumentView | null;
  readonly decided_by: Text | null;
  readonly cadence: Cadence | null;
  readonly subjects: readonly ('unit' | 'task')[];
  /** Members in the latest period, or on the as-of date. */
  readonly unit_count: number;
  readonly groups: readonly ({ readonly id: string } & Named)[];
  readonly dimensions: readonly string[];
  readonly dimension_names: Readonly<Record<string, Named>>;
  readonly periods: readonly string[];
  readonly latest: Period | null;
  readonly leaders: readonly LeaderBoard[];
  readonly history: readonly PeriodRow[];
  readonly instruments: readonly InstrumentFace[];
  /** Awards held on the as-of date, newest first. */
  readonly held: readonly AwardRow[];
  readonly award_count: number;
  readonly award_names: AwardNames;
  readonly tasks: TaskNumbers | null;
  /** Of its posted tasks, those that are only counted; of its proposals, where none is posted. */
  readonly tasks_only_counted?: number;
  readonly task_terms: {
    readonly stages: Readonly<Record<string, Named>>;
    readonly categories: readonly ({ readonly id: string } & Named)[];
    readonly batches: readonly ({ readonly id: string } & Named)[];
  };
  readonly has_task_pages: boolean;
  readonly sessions: readonly SessionRow[];
  readonly phases: readonly { readonly id: string; readonly name: Text; readonly from: string; readonly to: string; readonly note: Text | null }[];
  readonly filings: readonly FilingRow[];
  /** All filings of a kind. */
  readonly filing_totals: readonly FilingTotal[];
  readonly filing_kinds: readonly { readonly id: string; readonly name: Text; readonly note: Text | null }[];
  /** Summaries that were given leave to be published, with nothing that says whose they are; of no kind whose number is too small to be shown. */
  readonly filing_digests: readonly { readonly kind: string; readonly digest: Text }[];
  readonly min_cell: number;
  readonly claims: readonly ClaimRow[];
  readonly units: UnitNames;
  readonly published_on: string | null;
}

const LEADERS = 3;

/** Places 1 to 3, as far as they may be named; when more share third place than fit, all of them still stand. */
function leadersOf(ranking: Ranking, result: ProgrammeResult): LeaderBoard['leaders'] {
  const leaders: LeaderBoard['leaders'][number][] = [];
  const named = Math.min(ranking.ranked, namedIn({ result }, ranking));
  for (let i = 0; i < named && (ranking.rank[i] as number) <= LEADERS; i++) {
    const rank = ranking.rank[i] as number;
    const unit = result.units[ranking.units[i] as number]?.id as string;
    leaders.push({ unit, rank, tied: isTied(ranking, i), score: figure(ranking.score[i]), value: figure(ranking.value[i]) });
  }
  return leaders;
}

/** Rankings of a dimension, null = the total: that of all units where there is one, else one a group. */
function boardRankings(result: ProgrammeResult, dimension: string | null, period: Period): readonly Ranking[] {
  const rankings = rankingsIn(result, dimension, period.id);
  const across = rankings.filter(({ group }) => group === null);
  return across.length > 0 ? across : rankings;
}

function precisionOf({ dimension, by }: Ranking, { result, config }: ProgrammeSource): Pick<LeaderBoard, 'decimals' | 'unit_label'> {
  const own = config.dimensions.find(({ id }) => id === dimension) ?? null;
  if (by === 'score') return { decimals: scoreDecimals(config, own), unit_label: null };
  const indicator = result.programme.indicators.find(({ id }) => id === (own?.indicators[0] ?? dimension));
  return { decimals: indicator ? valueDecimals(config, indicator) : null, unit_label: indicator?.unitLabel ?? own?.unitLabel ?? null };
}

/** A dimension's board, or where dimensions have no pages the period's, on which theirs stand. */
function pathOf({ config }: ProgrammeSource, period: Period, dimension: string | null): string {
  return boardPath(config.id, period, config.ranking.dimensionPages ? dimension : null);
}

/** Overall boards; where there is no overall ranking, one a dimension. */
function leaderBoards(source: ProgrammeSource): LeaderBoard[] {
  const { result, config } = source;
  const { latest } = result;
  if (!latest || config.publication.disclosure === 'counts') return [];
  const overall = rankingsIn(result, null, latest.id);
  const rankings = overall.length > 0 ? overall : config.dimensions.flatMap(({ id }) => boardRankings(result, id, latest));
  return rankings
    .filter((ranking) => ranking.ranked > 0)
    .map((ranking) => ({
      dimension: ranking.dimension,
      group: ranking.group,
      of: ranking.of,
      ranked: ranking.ranked,
      path: pathOf(source, latest, ranking.dimension),
      by: ranking.by,
      ...precisionOf(ranking, source),
      leaders: leadersOf(ranking, result),
    }));
}

function historyRow(period: Period, source: ProgrammeSource): PeriodRow {
  const { result, config } = source;
  const overall = boardRankings(result, null, period);
  const dimension = overall.length > 0 ? null : config.dimensions.find(({ id }) => rankingsIn(result, id, period.id).length > 0)?.id;
  const rankings = dimension === undefined ? [] : boardRankings(result, dimension, period);
  const hidden = config.publication.disclosure === 'counts' || dimension !== null;
  const boards = rankings.map((ranking) => {
    const leaders = hidden ? [] : leadersOf(ranking, result).filter(({ rank }) => rank === 1);
    return { group: ranking.group, of: ranking.of, ranked: ranking.ranked, first: leaders.map(({ unit }) => unit) };
  });
  return {
    period,
    path: dimension === undefined ? null : pathOf(source, period, dimension),
    ...countUnits(dimension === null ? rankings : config.dimensions.flatMap(({ id }) => rankingsIn(result, id, period.id))),
    first: [...new Set(boards.flatMap(({ first }) => first))],
    boards,
    provisional: (dimension === null ? rankings : config.dimensions.flatMap(({ id }) => boardRankings(result, id, period))).some(isProvisional),
  };
}

const NOT_SHOWN = { printed: null, counted: null, printed_share: null, counted_share: null, of: null } as const;

function claimRows(source: ProgrammeSource): ClaimRow[] {
  return source.result.claims.map(({ id, name, printed, counted, holds, document, suppressed }) => ({
    id,
    label: name,
    ...(suppressed
      ? { ...NOT_SHOWN, suppressed }
      : {
          printed: printed.count ?? printed.share,
          counted: printed.count === null ? counted.share : counted.count,
          printed_share: printed.share,
          counted_share: counted.share,
          of: counted.of,
        }),
    holds,
    document: source.document(document),
  }));
}

function filingTotals({ result }: Pick<ProgrammeSource, 'result'>): FilingTotal[] {
  return result.filings.flatMap(({ kind, stage, outcome, count }) => (stage === null && outcome === null ? { kind: kind.id, count } : []));
}

function filingDigests({ config, result }: ProgrammeSource): ProgrammeView['filing_digests'] {
  const shown = new Set(filingTotals({ result }).flatMap(({ kind, count }) => (count === null ? [] : [kind])));
  const open = config.filings.filter(({ id, visibility }) => visibility === 'digests' && shown.has(id));
  return open.flatMap(({ id: kind }) =>
    result.programme.filings.flatMap(({ kind: own, visibility, digest }) =>
      own === kind && visibility === 'digests' && digest !== null ? { kind, digest } : [],
    ),
  );
}

function filingRows({ result }: ProgrammeSource): FilingRow[] {
  const parts = result.filings.filter(({ stage, outcome }) => stage !== null || outcome !== null);
  return parts.map(({ kind, stage, outcome, count }) => ({
    kind: kind.id,
    ...(stage !== null ? { stage } : {}),
    ...(outcome !== null ? { outcome } : {}),
    label: (outcome !== null ? kind.outcomes.find((one) => one.id === outcome) : kind.stages.find((one) => one.id === stage))?.name ?? null,
    count,
  }));
}

function linkOf({ programme: { config } }: ProgrammeResult, source: ProgrammeSource): ProgrammeLink {
  return { programme: config.id, ...source.named(config.name), description: config.description };
}

/** Newest day of figures, sessions, tasks, awards and what became of them. */
export function publishedOn({ result }: ProgrammeSource): string | null {
  return newestDay(daysOf(result));
}

function* daysOf({ programme, sessions, awards, tasks }: ProgrammeResult): Iterable<string | null> {
  for (const session of sessions) yield session.publishedOn;
  for (const award of awards) yield* daysOfAward(award);
  for (const { lastUpdate } of tasks) yield lastUpdate;
  for (const { notes } of [programme.scores, programme.observations]) for (const note of notes.values()) yield note.publishedOn;
}

function subjectsOf({ result, config }: ProgrammeSource): ProgrammeView['subjects'] {
  const units = result.rankings.size > 0 || config.instruments.some((instrument) => instrument.holder === 'unit');
  return [...(units ? (['unit'] as const) : []), ...(result.tasks.length > 0 ? (['task'] as const) : [])];
}

/** Whether `history` has any row: what is ranked only by an indicator has no board of all. */
export function hasHistory({ result, config }: ProgrammeSource): boolean {
  return [...result.rankings.values()].some(({ dimension }) => dimension === null || config.dimensions.some(({ id }) => id === dimension));
}

export function programmeView(source: ProgrammeSource): ProgrammeView {
  const { result, config, site, portal } = source;
  const leaders = leaderBoards(source);
  const history = result.periods
    .map((period) => historyRow(period, source))
    .filter(({ path }) => path !== null)
    .reverse();
  const held = source.awards().filter((award) => award.current);
  const counted = source.countedTasks();
  const isTold = counted.some(isPosted) ? isPosted : () => true;
  const unnamed = counted.filter(isTold).length - source.listedTasks().filter(isTold).length;
  const parent = config.parent === null ? undefined : site.assessment.programmeById.get(config.parent);
  const named = (items: readonly { readonly id: string; readonly name: Text }[] = []) => items.map(({ id, name }) => ({ id, ...source.named(name) }));
  return {
    programme: config.id,
    ...source.named(config.name),
    as_of: portal.asOf,
    description: config.description,
    parent: parent ? linkOf(parent, source) : null,
    children: site.assessment.programmes.filter((other) => other.programme.config.parent === config.id).map((other) => linkOf(other, source)),
    authority: source.document(config.authority),
    decided_by: config.decidedBy,
    cadence: config.cadence,
    subjects: subjectsOf(source),
    unit_count: membersOf(result.programme, null, result.latest ?? toDay(portal.asOf)).length || knownUnits(result).length,
    groups: named(config.groups),
    dimensions: config.dimensions.map((dimension) => dimension.id),
    dimension_names: Object.fromEntries(config.dimensions.map(({ id, name }) => [id, source.named(name)])),
    periods: result.periods.map((period) => period.id),
    latest: result.latest,
    leaders,
    history,
    instruments: source.faces,
    held: held.map((award) => awardRow(award, source)),
    award_count: source.awards().length,
    award_names: awardNames(held, source),
    tasks: counted.length > 0 ? taskNumbers(counted, config.tasks?.stages) : null,
    ...(unnamed > 0 && { tasks_only_counted: unnamed }),
    task_terms: { stages: stageNames(source), categories: named(config.tasks?.categories), batches: named(config.tasks?.batches) },
    has_task_pages: source.listedTasks().length > 0,
    sessions: result.sessions.length > 0 ? sessionsView(source).rows : [],
    phases: config.tasks?.phases ?? [],
    filings: filingRows(source),
    filing_totals: filingTotals(source),
    filing_kinds: config.filings.map(({ id, name, note }) => ({ id, name, note })),
    filing_digests: filingDigests(source),
    min_cell: config.publication.minCell,
    claims: claimRows(source),
    units: source.unitNames([...leaders.flatMap((board) => board.leaders.map((leader) => leader.unit)), ...history.flatMap((row) => row.first)]),
    published_on: publishedOn(source),
  };
}
