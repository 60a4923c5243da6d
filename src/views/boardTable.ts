/** One table of a leaderboard: one group's places, and who has none and why. */
import { isTied, previousRank, rankChange } from '../assess/change.ts';
import type { RankChange, Ranking, TotalNote } from '../assess/results.ts';
import { rankingKey, totalKey } from '../assess/results.ts';
import { leavesOf } from '../model/condition.ts';
import type { AwardRule, Direction, PortalConfig } from '../model/config.ts';
import { findRow, ownTarget } from '../model/figures.ts';
import { type Period, seriesOf } from '../model/period.ts';
import { type Appeal, FIGURE_STATUSES, type FigureStatus, type Figures } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { TOTAL } from '../model/total.ts';
import { unitNameOn } from '../model/unitLife.ts';
import { roundTo } from '../rounding.ts';
import { adjustmentView, type BoardAdjustment } from './boardAdjustments.ts';
import { isBeforeNamed, isFullyDisclosed, namedIn, namedPosition } from './disclosure.ts';
import {
  type CarriedPart,
  carriedPart,
  type GapsPart,
  gapsPart,
  givenPart,
  type MadePart,
  type MissingPart,
  missingParts,
  roundShare,
} from './madePart.ts';
import { soleIndicator } from './measure.ts';
import { groupName, type Named, nameOf } from './name.ts';
import { type PastSlot, pastSlots } from './past.ts';
import { appealAgainst, type ProgrammeIndex, type SiteIndex } from './siteIndex.ts';
import { figuresOf } from './spread.ts';

/** What stands between the sum of the dimensions and the total; only on rows where something does. */
export interface RowTotal {
  readonly base: number | null;
  /** Share that was there of the weights that nothing excuses; and share of all weights that the total is made of. */
  readonly coverage: number;
  readonly counted: number;
  readonly bonus: number;
  readonly deduction: number;
  readonly pre_deduction: number;
  readonly cap: number | null;
  readonly vetoed: boolean;
}

export interface BoardRow extends Named, MadePart {
  readonly unit: string;
  /** For charts; absent where the unit has none, or was called otherwise in the period. */
  readonly short_name?: Text;
  readonly score: number | null;
  readonly value: number | null;
  readonly rank: number;
  readonly tied: boolean;
  readonly previous_rank: number | null;
  readonly change: RankChange;
  readonly status: FigureStatus;
  /** Instruments handed out for the board's own scope. */
  readonly awards: readonly string[];
  /** On an overall board: instruments handed out for one dimension. */
  readonly dimension_awards: readonly { readonly instrument: string; readonly dimension: string }[];
  /** Distance to the nearest better place's figure, positive; null for the first. */
  readonly gap: number | null;
  readonly previous_score: number | null;
  /** Places in the periods of the table's `history_periods`; null where it had none. */
  readonly history: readonly (number | null)[];
  /** Those of the table's history_periods before which its own line breaks, beside history_breaks of the table. */
  readonly history_breaks?: readonly string[];
  /** Scores by the board's columns. */
  readonly dimensions?: readonly (number | null)[];
  readonly total?: RowTotal;
  /** Dimensions that its total does without, and why. */
  readonly missing?: readonly MissingPart[];
  /** By the board's columns: of which period a score is that was carried forward; absent where none was. */
  readonly dimensions_carried?: readonly (CarriedPart | null)[];
  /** By the board's columns: what a score is made of, where that is not all of its parts as they are; absent where all are. */
  readonly dimensions_gaps?: readonly (GapsPart | null)[];
  /** The office's own place, where the record stands beside another computed one. */
  readonly rank_recorded?: number;
  readonly appeal?: Appeal['state'];
  readonly appeal_id?: string;
  /** The target of this figure, where it is another than the indicator's. */
  readonly target?: number;
  readonly note?: Text;
}

export interface UnrankedRow extends Named, MadePart {
  readonly unit: string;
  /** Of its figure, also where a veto took its place. */
  readonly status: FigureStatus;
  /** Why it has no place: its figure's status, or `veto`. */
  readonly reason: FigureStatus | 'veto';
  readonly vetoed?: true;
  /** The veto (一票否决), with its effect and document. */
  readonly veto?: BoardAdjustment;
  readonly score: number | null;
  readonly value: number | null;
  readonly missing: readonly MissingPart[];
  /** Scores by the board's columns: those that are known. */
  readonly dimensions?: readonly (number | null)[];
  readonly total?: RowTotal;
  readonly appeal?: Appeal['state'];
  readonly appeal_id?: string;
  /** What the office says beside the missing figure. */
  readonly note?: Text;
}

export interface BoardTable {
  readonly group: string | null;
  readonly group_name: Named | null;
  readonly group_note: Text | null;
  readonly of: number;
  readonly ranked: number;
  readonly previous_period: string | null;
  /** Why places are not compared with the period before; null where they are. */
  readonly break: 'method' | 'members' | null;
  readonly break_note: Text | null;
  /** Instruments that its rules do not give here, since fewer than so many are ranked. */
  readonly too_small?: readonly { readonly fewest: number; readonly instruments: readonly ({ readonly instrument: string } & Named)[] }[];
  /** The newest periods, this one last; those in which nobody was ranked are among them. */
  readonly history_periods: readonly string[];
  /** Those of them whose places are not compared with the period before: the method or the members changed. */
  readonly history_breaks: readonly string[];
  readonly rows: readonly BoardRow[];
  readonly unranked: readonly UnrankedRow[];
}

interface TableScope {
  readonly dimension: string | null;
  readonly group: string | null;
  readonly columns: readonly { readonly dimension: string }[];
  readonly by: 'score' | 'value';
  readonly score_decimals: number;
  readonly value_decimals: number | null;
  readonly direction: Direction;
  /** The indicator that the dimension is, if it is one. */
  readonly indicator: string | null;
}

/** A figure out of a typed array, whose scores are at their printed precision already; null for none. */
export function figure(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** A difference or a mean of figures, freed from what binary fractions add. */
export function round(value: number, decimals = 6): number {
  return roundTo(value, decimals);
}

/** The table of a group; null where the group was not ranked in this period. */
export function boardTable(index: SiteIndex, programme: ProgrammeIndex, period: Period, scope: TableScope): BoardTable | null {
  const ranking = programme.result.rankings.get(rankingKey(scope.dimension, period.id, scope.group));
  if (!ranking) return null;
  const { config } = programme.result.programme;
  const portal = index.site.assessment.portal.config;
  const past = pastOf(programme, ranking);
  const row = rowMaker(index, programme, ranking, scope, past);
  return {
    group: scope.group,
    group_name: groupName(config, scope.group, portal),
    group_note: config.groups.find(({ id }) => id === scope.group)?.note ?? null,
    of: ranking.of,
    ranked: ranking.ranked,
    previous_period: ranking.previous?.period.id ?? null,
    ...breakOf(programme, ranking),
    ...tooSmallFor(programme, ranking, portal),
    history_periods: past.map((slot) => slot.period.id),
    history_breaks: past.flatMap(({ ranking: earlier }) => (earlier?.previous && !earlier.comparable ? earlier.period.id : [])),
    rows: Array.from({ length: Math.min(ranking.ranked, namedIn(programme, ranking)) }, (_, at) => row(at)),
    unranked: !isFullyDisclosed(programme)
      ? []
      : Array.from({ length: ranking.units.length - ranking.ranked }, (_, i) => unrankedRow(index, programme, ranking, scope, ranking.ranked + i)),
  };
}

/** Whether a rule cuts all units together, whatever group they are in. */
function cutsAll({ when }: AwardRule): boolean {
  return leavesOf(when).some((leaf) => leaf.type === 'rank' && leaf.within === 'all');
}

/** What the rules would give here in a larger group: a reader who looks for a card must not take it for forgotten. */
function tooSmallFor({ result }: ProgrammeIndex, { dimension, group, ranked }: Ranking, portal: PortalConfig): Pick<BoardTable, 'too_small'> {
  const { config } = result.programme;
  const scope = dimension === null ? 'overall' : 'dimension';
  if (ranked === 0 || (group === null && config.groups.length > 0)) return {};
  const short = config.instruments.flatMap(({ id, name, rule, source, holder, scope: own, visibility }) => {
    const isGivenHere = rule !== null && source !== 'recorded' && holder === 'unit' && own === scope && visibility === 'names';
    return isGivenHere && !(group !== null && cutsAll(rule)) && ranked < rule.minGroup
      ? [{ fewest: rule.minGroup, instrument: id, ...nameOf(name, portal) }]
      : [];
  });
  if (short.length === 0) return {};
  const byFewest = [...Map.groupBy(short, ({ fewest }) => fewest)];
  return { too_small: byFewest.map(([fewest, own]) => ({ fewest, instruments: own.map(({ fewest: _, ...named }) => named) })) };
}

function pastOf(programme: ProgrammeIndex, ranking: Ranking): readonly PastSlot[] {
  const over = seriesOf(ranking.period);
  const own = programme.series.find((one) => one.dimension === ranking.dimension && one.group === ranking.group && one.over === over);
  const until = own?.rankings.indexOf(ranking) ?? -1;
  return own ? pastSlots(own.rankings.slice(0, until + 1)) : [];
}

/** Why the line breaks before a ranking. */
function breakOf(programme: ProgrammeIndex, ranking: Ranking): Pick<BoardTable, 'break' | 'break_note'> {
  if (!ranking.previous || ranking.comparable) return { break: null, break_note: null };
  if (ranking.previous.methodVersion === ranking.methodVersion) return { break: 'members', break_note: null };
  const version = programme.result.programme.config.ranking.methodVersions.find((one) => one.version === ranking.methodVersion);
  return { break: 'method', break_note: version?.note ?? null };
}

type RowMaker = (at: number) => BoardRow;

function rowMaker(index: SiteIndex, programme: ProgrammeIndex, ranking: Ranking, scope: TableScope, past: readonly PastSlot[]): RowMaker {
  const { result } = programme;
  const portal = index.site.assessment.portal.config;
  const { period, previous } = ranking;
  const isByDistance = scope.by === 'value' && scope.direction === 'target';
  const figures = isByDistance ? distancesOf(programme, ranking, scope) : figuresOf(ranking);
  // A target may have more decimals than the figures.
  const decimals = isByDistance ? 6 : ((scope.by === 'value' ? scope.value_decimals : scope.score_decimals) ?? 6);
  const awards = Map.groupBy(programme.awardsByPeriod.get(period.id) ?? [], (award) => award.award.holder ?? '');
  const recorded = new Map(
    (programme.recordedByPeriod.get(period.id) ?? [])
      .filter((one) => one.dimension === ranking.dimension && one.group === ranking.group)
      .map((one) => [one.unit, one.recorded]),
  );
  const columns = scope.columns.map(({ dimension }) => result.rankings.get(rankingKey(dimension, period.id, ranking.group)) ?? null);
  const notes = notesOf(programme, ranking.dimension, ranking.by, period);
  const targets = ownTargets(programme, scope.indicator, period);
  const turning = past.flatMap(({ ranking: earlier }) => (earlier?.comparable && earlier.changed !== null ? earlier : []));
  return (at) => {
    const unitAt = ranking.units[at] as number;
    const unit = result.units[unitAt] as (typeof result.units)[number];
    const rank = ranking.rank[at] as number;
    const own = (awards.get(unit.id) ?? NONE).filter(({ groups }) => !groups || ranking.group === null || groups.includes(ranking.group));
    const totalNote = ranking.dimension === null ? result.totals.get(totalKey(unit.id, period.id, ranking.group)) : undefined;
    const total = totalOf(totalNote);
    const appeal = appealAgainst(index, programme, period, unit);
    const note = notes?.(unitAt);
    const rankRecorded = recorded.get(unit.id);
    const target = targets(unit.id);
    const name = unitNameOn(unit, period.end);
    return {
      unit: unit.id,
      ...nameOf(name, portal),
      ...(unit.shortName !== null && name === unit.name && { short_name: unit.shortName }),
      score: figure(ranking.score[at]),
      value: figure(ranking.value[at]),
      rank,
      tied: isTied(ranking, at),
      ...(isBeforeNamed(programme, ranking, unitAt) ? { previous_rank: previousRank(ranking, unitAt), change: rankChange(ranking, at) } : NO_CHANGE),
      status: FIGURE_STATUSES[ranking.status[at] as number] as FigureStatus,
      awards: own.filter((award) => award.award.dimension === ranking.dimension).map((award) => award.instrument.id),
      dimension_awards: ranking.dimension === null ? dimensionAwards(own) : NONE,
      gap: gapAt(ranking, figures, at, decimals),
      previous_score: previous ? figureIn(programme, previous, unitAt) : null,
      history: past.map(({ ranking: earlier }) => earlier && placeIn(programme, earlier, unitAt)),
      ...(turning.length > 0 && ownBreaks(turning, unitAt)),
      ...carriedPart(ranking, unitAt),
      ...gapsPart(index, programme, ranking, unitAt),
      ...givenPart(programme, ranking, unitAt),
      ...(columns.length > 0 && columnCells(index, programme, columns, unitAt)),
      ...(total && { total }),
      ...(totalNote && totalNote.missing.length > 0 && { missing: missingParts(programme, totalNote, portal) }),
      ...(rankRecorded !== undefined && { rank_recorded: rankRecorded }),
      ...appeal,
      ...(target !== null && { target }),
      ...(note && { note }),
    };
  };
}

type Columns = readonly (Ranking | null)[];

/** A unit's figures in the board's columns, and what must be said beside them. */
function columnCells(
  index: SiteIndex,
  programme: ProgrammeIndex,
  columns: Columns,
  unit: number,
): Pick<BoardRow, 'dimensions' | 'dimensions_carried' | 'dimensions_gaps'> {
  const dimensions = columns.map((column) => column && figureIn(programme, column, unit));
  const carried = columnParts(columns, dimensions, unit, 'carried', (column) => carriedPart(column, unit));
  const gaps = columnParts(columns, dimensions, unit, 'gaps', (column) => gapsPart(index, programme, column, unit));
  return { dimensions, ...(carried && { dimensions_carried: carried }), ...(gaps && { dimensions_gaps: gaps }) };
}

/** By the board's columns, what must be said beside a unit's figures; nothing of one that may not be told, and null where nothing is to be said. */
function columnParts<Part>(
  columns: Columns,
  shown: readonly (number | null)[],
  unit: number,
  of: 'carried' | 'gaps',
  part: (column: Ranking) => Part,
): readonly (Part | null)[] | null {
  if (!columns.some((column) => column?.[of]?.has(unit))) return null;
  const parts = columns.map((column, at) => (column?.[of]?.has(unit) && shown[at] !== null ? part(column) : null));
  return parts.some((one) => one !== null) ? parts : null;
}

/** Periods before which the unit's own line breaks, of those of which the table's does not. */
function ownBreaks(turning: readonly Ranking[], unit: number): Pick<BoardRow, 'history_breaks'> {
  const own = turning.flatMap(({ changed, period }) => (changed?.has(unit) ? period.id : []));
  return own.length > 0 ? { history_breaks: own } : {};
}

/** The targets of an indicator's figures in a period that are others than its own, by unit. */
function ownTargets({ result }: ProgrammeIndex, indicator: string | null, period: Period): (unit: string) => number | null {
  const { observations, indicators } = result.programme;
  const row = indicator === null ? null : findRow(observations, indicator, period.id);
  if (row === null || observations.notes.size === 0) return () => null;
  const usual = indicators.find(({ id }) => id === indicator)?.target ?? null;
  return (unit) => {
    const at = observations.unitAt.get(unit);
    return at === undefined ? null : ownTarget(observations, row + at, usual);
  };
}

const NONE: readonly never[] = [];
const NO_CHANGE = { previous_rank: null, change: null };

/** Between the printed figures. Those who share a place are as far from the next better one as each other. */
function gapAt({ rank }: Ranking, figures: Float64Array, at: number, decimals: number): number | null {
  const better = (rank[at] as number) - 2;
  if (better < 0) return null;
  return round(Math.abs(roundTo(figures[better] as number, decimals) - roundTo(figures[at] as number, decimals)), decimals);
}

/** Where the target is to be hit: how far each figure of a ranking, as printed, is from its target. */
function distancesOf(programme: ProgrammeIndex, ranking: Ranking, { indicator: id, value_decimals: decimals }: TableScope): Float64Array {
  const usual = programme.result.programme.indicators.find((one) => one.id === id)?.target ?? Number.NaN;
  const own = ownTargets(programme, id, ranking.period);
  return ranking.value.map((value, at) => {
    const target = own(programme.result.units[ranking.units[at] as number]?.id ?? '') ?? usual;
    return Math.abs((decimals === null ? value : roundTo(value, decimals)) - target);
  });
}

function dimensionAwards(awards: NonNullable<ReturnType<ProgrammeIndex['awardsByPeriod']['get']>>): BoardRow['dimension_awards'] {
  return awards.flatMap(({ award, instrument }) => (award.dimension === null ? [] : { instrument: instrument.id, dimension: award.dimension }));
}

function placeIn(programme: ProgrammeIndex, ranking: Ranking, unit: number): number | null {
  const at = namedPosition(programme, ranking, unit);
  return at < 0 ? null : (ranking.rank[at] as number) || null;
}

/** The unit's score (or value, where that is ranked) in a ranking. */
function figureIn(programme: ProgrammeIndex, ranking: Ranking, unit: number): number | null {
  const at = namedPosition(programme, ranking, unit);
  return at < 0 ? null : figure(figuresOf(ranking)[at]);
}

/** Looks up what the rows of this ranking's own figures say beside them; null where no row says anything. */
function notesOf(programme: ProgrammeIndex, dimension: string | null, by: Ranking['by'], period: Period): ((unit: number) => Text | null) | null {
  const { scores, observations, config } = programme.result.programme;
  const scored = rowsWithNotes(scores, dimension ?? TOTAL, period);
  const observed = dimension === null ? [] : rowsWithNotes(observations, soleIndicator(config, dimension) ?? dimension, period);
  const rows = by === 'value' ? [...observed, ...scored] : [...scored, ...observed];
  if (rows.length === 0) return null;
  return (unit) => {
    const id = programme.result.units[unit]?.id ?? '';
    for (const { figures, from } of rows) {
      const column = figures.unitAt.get(id);
      const note = column === undefined ? null : figures.notes.get(from + column)?.note;
      if (note) return note;
    }
    return null;
  };
}

function rowsWithNotes(figures: Figures, measure: string, period: Period): readonly { readonly figures: Figures; readonly from: number }[] {
  const from = figures.notes.size === 0 ? null : findRow(figures, measure, period.id);
  return from === null ? [] : [{ figures, from }];
}

/** What a total's note says that a reader must know; undefined where the total is the plain sum of all dimensions. */
export function totalOf(note: TotalNote | undefined): RowTotal | undefined {
  if (!note) return undefined;
  const plain = note.counted >= 1 && !note.bonus && !note.deduction && !note.preDeduction && note.cap === null && !note.vetoed;
  if (plain) return undefined;
  const { base, bonus, deduction, preDeduction, cap, vetoed } = note;
  const shares = { coverage: roundShare(note.coverage), counted: roundShare(note.counted) };
  return { base: base === null ? null : round(base), ...shares, bonus, deduction, pre_deduction: preDeduction, cap, vetoed };
}

function noteOn(programme: ProgrammeIndex, dimension: string | null, { units, by, period }: Ranking, at: number): { readonly note?: Text } {
  const note = notesOf(programme, dimension, by, period)?.(units[at] as number);
  return note ? { note } : {};
}

function scoreIn(programme: ProgrammeIndex, { period, group, units }: Ranking, dimension: string, at: number): number | null {
  const own = programme.result.rankings.get(rankingKey(dimension, period.id, group));
  return own ? figureIn(programme, own, units[at] as number) : null;
}

function unrankedRow(index: SiteIndex, programme: ProgrammeIndex, ranking: Ranking, { columns }: TableScope, at: number): UnrankedRow {
  const portal = index.site.assessment.portal.config;
  const unit = programme.result.units[ranking.units[at] as number] as ProgrammeIndex['result']['units'][number];
  const note = ranking.dimension === null ? programme.result.totals.get(totalKey(unit.id, ranking.period.id, ranking.group)) : undefined;
  const total = totalOf(note);
  const veto = ranking.vetoes.get(ranking.units[at] as number);
  const status = FIGURE_STATUSES[ranking.status[at] as number] as FigureStatus;
  const appeal = appealAgainst(index, programme, ranking.period, unit);
  return {
    unit: unit.id,
    ...nameOf(unitNameOn(unit, ranking.period.end), portal),
    status,
    reason: veto ? 'veto' : status,
    ...(veto && { vetoed: true as const, veto: adjustmentView(index, programme, veto) }),
    ...carriedPart(ranking, ranking.units[at] as number),
    ...gapsPart(index, programme, ranking, ranking.units[at] as number),
    ...givenPart(programme, ranking, ranking.units[at] as number),
    score: figure(ranking.score[at]),
    value: figure(ranking.value[at]),
    missing: (note ? missingParts(programme, note, portal) : NONE).map((part) => ({ ...part, ...noteOn(programme, part.dimension, ranking, at) })),
    ...(columns.length > 0 && { dimensions: columns.map(({ dimension }) => scoreIn(programme, ranking, dimension, at)) }),
    ...noteOn(programme, ranking.dimension, ranking, at),
    ...appeal,
    ...(total && { total }),
  };
}
