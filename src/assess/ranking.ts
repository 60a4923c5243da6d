/** Rankings (排名): a programme's boards, cut into groups, put in order, and joined into series over time. */
import { leavesOf } from '../model/condition.ts';
import type { Condition, DimensionConfig, GroupConfig, ProgrammeConfig } from '../model/config.ts';
import { type Period, seriesOf } from '../model/period.ts';
import type { Indicator, Unit } from '../model/portal.ts';
import { methodStart } from '../model/programmeConfig.ts';
import { TOTAL } from '../model/total.ts';
import { type Board, dimensionBoard, isDimensionRelative, isGiven, lacksBase, valueBoard } from './dimension.ts';
import { isSame, type MembersOf, makeMembersOf } from './members.ts';
import { orderOf, rankByKeys } from './places.ts';
import { type Ranking, rankingKey, type TotalNote, totalKey } from './results.ts';
import { countingDimensions, noteTotal, type TotalBoard, totalBoard } from './total.ts';
import { reportUngrouped } from './ungrouped.ts';
import { type Carried, type Column, columnOf, heldBack, isOutstanding, NONE, NOT_SUBMITTED, type Worksheet } from './worksheet.ts';

interface Rankings {
  readonly rankings: Map<string, Ranking>;
  readonly totals: Map<string, TotalNote>;
}

/** All rankings of a programme, oldest period first, each knowing the one before it. */
export function rankProgramme(sheet: Worksheet): Rankings {
  const desk = makeDesk(sheet);
  const result: Rankings = { rankings: new Map(), totals: new Map() };
  for (let period = 0; period < sheet.periods.length; period++) {
    for (const group of desk.groups) rankGroup(desk, group, period, result);
  }
  reportUngrouped(sheet, desk.membersOf);
  return result;
}

/** The rankings of one period (an index) alone: none of them knows one before. */
export function rankPeriod(sheet: Worksheet, period: number): ReadonlyMap<string, Ranking> {
  const desk = makeDesk(sheet);
  const result: Rankings = { rankings: new Map(), totals: new Map() };
  for (const group of desk.groups) rankGroup(desk, group, period, result);
  return result.rankings;
}

/** What ranking needs at hand: whose turn it is, boards that were made already, and where each series stands. */
interface Desk {
  readonly sheet: Worksheet;
  readonly membersOf: MembersOf;
  /** null = all units. */
  readonly groups: readonly (GroupConfig | null)[];
  readonly everyone: Int32Array;
  /** Boards of this period that do not depend on the group. */
  readonly boards: Map<string, Board | null>;
  /** The newest ranking of each series in which anyone had a place: where nobody had, nobody has returned the time after. */
  readonly newest: Map<string, Ranking>;
  /** Units (indexes) with the days of events after which their figures cannot be compared. */
  readonly turns: readonly (readonly [unit: number, days: readonly string[]])[];
  /** Indicators that are ranked though they are no dimension, because a rule asks for their places. */
  readonly asked: readonly string[];
}

function makeDesk(sheet: Worksheet): Desk {
  const { config } = sheet.programme;
  return {
    sheet,
    membersOf: makeMembersOf(sheet),
    groups: groupsOf(config),
    everyone: Int32Array.from(sheet.units, (_, u) => u),
    boards: new Map(),
    newest: new Map(),
    turns: sheet.units.flatMap(({ events }, u) => {
      const days = events.flatMap(({ comparable, date }) => (comparable ? [] : date));
      return days.length > 0 ? [[u, days] as const] : [];
    }),
    asked: askedIndicators(sheet),
  };
}

/** One table a group, and one of all units where the programme says so or has no groups. */
function groupsOf({ ranking, groups }: ProgrammeConfig): readonly (GroupConfig | null)[] {
  if (!ranking.per.includes('group') || groups.length === 0) return [null];
  return ranking.across ? [...groups, null] : groups;
}

function askedIndicators({ programme, indicators }: Worksheet): readonly string[] {
  const asked = new Set(programme.config.instruments.flatMap(({ rule }) => (rule ? rankedBy(rule.when) : [])));
  const own = new Set(programme.config.dimensions.map(({ id }) => id));
  return [...asked].filter((id) => indicators.has(id) && !own.has(id));
}

/** What a condition asks the places of. */
function rankedBy(condition: Condition): readonly string[] {
  return leavesOf(condition).flatMap((leaf) => ((leaf.type === 'rank' || leaf.type === 'rank_change') && leaf.on !== null ? leaf.on : []));
}

function rankGroup(desk: Desk, group: GroupConfig | null, period: number, { rankings, totals }: Rankings): void {
  const { sheet } = desk;
  const members = desk.membersOf(group?.id ?? null, period);
  if (members.length === 0) return;
  const dimensions = countingDimensions(sheet, group, period);
  const made = dimensions.map((dimension) => boardOf(desk, dimension, period, group, members));
  const boards = isBaseAlone(sheet, dimensions, made, period) ? made.map(() => null) : made;
  const keep = (dimension: string | null, board: Board) => {
    const ranking = rankBoard(desk, board, dimension, period, group, members);
    rankings.set(rankingKey(dimension, ranking.period.id, ranking.group), ranking);
  };
  dimensions.forEach((dimension, i) => {
    const board = boards[i];
    if (!board) return;
    reportBlocked(sheet, dimension, period, members);
    keep(dimension.id, board);
  });
  for (const id of desk.asked) {
    const board = indicatorBoard(sheet, id, period);
    if (board) keep(id, board);
  }
  const total = sheet.programme.config.ranking.overall ? totalBoard(sheet, group, dimensions, boards, period, members) : null;
  if (!total) return;
  reportBlockedTotals(sheet, boards, period, members);
  keep(null, total);
  noteTotals(sheet, total, group, members, totals);
}

/** Whether a period has nothing but figures that later ones are compared with: there is nothing to score in it, and no board of it. */
function isBaseAlone(sheet: Worksheet, dimensions: readonly DimensionConfig[], boards: readonly (Board | null)[], period: number): boolean {
  const made = dimensions.filter((_, i) => boards[i]);
  return made.length > 0 && made.every((dimension) => lacksBase(sheet, dimension, period)) && columnOf(sheet, 'scores', TOTAL, period) === null;
}

function boardOf(desk: Desk, dimension: DimensionConfig, period: number, group: GroupConfig | null, members: Int32Array): Board | null {
  if (isDimensionRelative(dimension) && group) return dimensionBoard(desk.sheet, dimension, period, members);
  const key = `${dimension.id}|${period}`;
  let board = desk.boards.get(key);
  if (board === undefined) {
    const among = isDimensionRelative(dimension) ? members : desk.everyone;
    board = dimensionBoard(desk.sheet, dimension, period, among);
    desk.boards.set(key, board);
  }
  return board;
}

function indicatorBoard(sheet: Worksheet, id: string, period: number): Board | null {
  const indicator = sheet.indicators.get(id);
  const column = columnOf(sheet, 'observations', id, period);
  return indicator && column ? valueBoard(sheet, indicator, column) : null;
}

function noteTotals(sheet: Worksheet, board: TotalBoard, group: GroupConfig | null, members: Int32Array, totals: Map<string, TotalNote>): void {
  for (const unit of members) {
    const note = noteTotal(sheet, board, unit);
    if (note) totals.set(totalKey(note.unit, note.period.id, group?.id ?? null), note);
  }
}

/** `missing: block`: a figure that should have come stops the build, whether nothing was sent or its row says that nothing came. */
function reportBlocked(sheet: Worksheet, dimension: DimensionConfig, period: number, members: Int32Array): void {
  const given = isGiven(sheet, dimension, period) ? columnOf(sheet, 'scores', dimension.id, period) : null;
  if (given) reportGaps(sheet, { measure: sheet.names.dimension(dimension.id), column: given, held: null, mayBeBlank: false }, period, members);
  else {
    for (const id of dimension.indicators) {
      const column = columnOf(sheet, 'observations', id, period);
      const held = column ? null : heldBack(sheet, 'observations', id, period);
      reportGaps(sheet, { measure: sheet.names.indicator(id), column, held, mayBeBlank: false }, period, members);
    }
  }
}

/** The same of totals that the office gives; beside dimensions, one without a row is worked out. */
function reportBlockedTotals(sheet: Worksheet, boards: readonly (Board | null)[], period: number, members: Int32Array): void {
  const column = columnOf(sheet, 'scores', TOTAL, period);
  const mayBeBlank = boards.some((board) => board !== null);
  if (column) reportGaps(sheet, { measure: sheet.names.dimension(null), column, held: null, mayBeBlank }, period, members);
}

interface Awaited {
  readonly measure: string;
  readonly column: Column | null;
  /** By unit, what is not out yet. */
  readonly held: Uint8Array | null;
  readonly mayBeBlank: boolean;
}

function reportGaps(sheet: Worksheet, { measure, column, held, mayBeBlank }: Awaited, period: number, members: Int32Array): void {
  const { config } = sheet.programme;
  if (config.ranking.missing !== 'block') return;
  for (const unit of members) {
    const status = column?.status[unit] ?? NONE;
    if (held?.[unit] || (mayBeBlank && status === NONE)) continue;
    if (column && !(Number.isNaN(column.value[unit]) && isOutstanding(status))) continue;
    const params = { measure, unit: sheet.names.of((sheet.units[unit] as Unit).name), period: (sheet.periods[period] as Period).id };
    const key = `score-blocked|${measure}|${unit}|${period}`;
    if (sheet.reported.has(key)) continue;
    sheet.reported.add(key);
    sheet.problems.error(status === NONE ? 'score-blocked' : 'figure-blocked', column?.placeAt(unit) ?? config.place, params);
  }
}

function rankBoard(desk: Desk, board: Board, dimension: string | null, period: number, group: GroupConfig | null, members: Int32Array): Ranking {
  const keys = keysOf(desk, board, dimension, period, group, members);
  const places = rankByKeys(keys.map((one) => (members.length === one.length ? one : pick(one, members))));
  const order = orderOf(places);
  const arrays = arrange(board, members, places, order, desk.sheet.units.length);
  const { programme, periods } = desk.sheet;
  const at = periods[period] as Period;
  const methodVersion = methodVersionOf(programme.config, at, desk.sheet.indicators.get(dimension ?? '') ?? null);
  const series = `${dimension ?? '*'}|${group?.id ?? '*'}|${seriesOf(at)}`;
  const previous = desk.newest.get(series) ?? null;
  const known = previous && desk.membersOf(previous.group, desk.sheet.periodAt.get(previous.period.id) as number);
  const steady = known !== null && isSame(known, members);
  const ranking: Ranking = {
    programme: programme.config.id,
    dimension,
    period: at,
    group: group?.id ?? null,
    methodVersion,
    ...arrays,
    by: board.by,
    keys,
    vetoes: board.vetoes,
    ...(board.gaps?.size && { gaps: board.gaps }),
    ...(board.weighing && { weighing: board.weighing }),
    ...(board.carried?.size && { carried: periodsOf(desk, board.carried) }),
    previous,
    comparable: previous !== null && steady && previous.methodVersion === methodVersion,
    movedIn: previous && group ? findMoved(desk, previous, group, { members, steady, at, arrays }) : null,
    changed: previous && findChanged(desk, previous.period, at, arrays.position),
    changeSince: programme.config.ranking.changeSince ?? 'previous',
  };
  if (ranking.ranked > 0) desk.newest.set(series, ranking);
  return ranking;
}

function periodsOf({ sheet }: Desk, carried: ReadonlyMap<number, Carried>): NonNullable<Ranking['carried']> {
  return new Map([...carried].map(([unit, { from, partly }]) => [unit, { from: sheet.periods[from] as Period, partly }]));
}

/** The board's keys, and those of the tie-breaks that the programme declares. */
function keysOf(desk: Desk, board: Board, dimension: string | null, period: number, group: GroupConfig | null, members: Int32Array): Float64Array[] {
  const breakers = desk.sheet.programme.config.ranking.tiebreak.filter((id) => id !== (dimension ?? TOTAL));
  return [board.key, ...breakers.flatMap((id) => tiebreakBoard(desk, id, period, group, members)?.key ?? [])];
}

function tiebreakBoard(desk: Desk, id: string, period: number, group: GroupConfig | null, members: Int32Array): Board | null {
  const dimension = desk.sheet.programme.config.dimensions.find((one) => one.id === id);
  return dimension ? boardOf(desk, dimension, period, group, members) : indicatorBoard(desk.sheet, id, period);
}

function pick(from: Float64Array, members: Int32Array): Float64Array {
  const picked = new Float64Array(members.length);
  for (let i = 0; i < members.length; i++) picked[i] = from[members[i] as number] as number;
  return picked;
}

type Arrays = Pick<Ranking, 'of' | 'ranked' | 'units' | 'rank' | 'score' | 'value' | 'status' | 'position'>;

function arrange(board: Board, members: Int32Array, places: Int32Array, order: Int32Array, size: number): Arrays {
  const of = members.length;
  const units = new Int32Array(of);
  const rank = new Int32Array(of);
  const score = new Float64Array(of);
  const value = new Float64Array(of);
  const status = new Uint8Array(of);
  const position = new Int32Array(size).fill(-1);
  let ranked = 0;
  for (let at = 0; at < of; at++) {
    const member = order[at] as number;
    const unit = members[member] as number;
    const place = places[member] as number;
    if (place > 0) ranked++;
    units[at] = unit;
    rank[at] = place;
    score[at] = board.score[unit] as number;
    value[at] = board.value ? (board.value[unit] as number) : Number.NaN;
    status[at] = board.status[unit] || NOT_SUBMITTED;
    position[unit] = at;
  }
  return { of, ranked, units, rank, score, value, status, position };
}

/** The version of the method that a period is ranked by: the programme's newest that had begun, with the own one of the indicator that is ranked; null where none is named. */
export function methodVersionOf({ yearStarts, ranking }: ProgrammeConfig, period: Period, indicator: Indicator | null): string | null {
  let version: string | null = null;
  for (const { version: next, from } of ranking.methodVersions) {
    if ((methodStart(from, yearStarts) ?? '') <= period.start) version = next;
  }
  const own = indicator?.methodVersion ?? null;
  return own === null ? version : version === null ? own : `${version} / ${own}`;
}

interface Seated {
  readonly members: Int32Array;
  /** Whether they were the members when the previous ranking was made. */
  readonly steady: boolean;
  readonly at: Period;
  readonly arrays: Arrays;
}

/** Units that stood in another group when the previous ranking was made, or came from one before they had a place; null when there are none. */
function findMoved(desk: Desk, previous: Ranking, group: GroupConfig, { members, steady, at, arrays }: Seated): ReadonlySet<number> | null {
  const moved = new Set([...(steady ? [] : findJoined(desk, previous, group, members)), ...findCome(desk, arrays, previous, group, at)]);
  return moved.size > 0 ? moved : null;
}

/** Members that stood in another group when the previous ranking was made. */
function findJoined(desk: Desk, previous: Ranking, group: GroupConfig, members: Int32Array): readonly number[] {
  const before = desk.sheet.periodAt.get(previous.period.id) as number;
  const moved = new Set<number>();
  for (const other of desk.groups) {
    if (!other || other.id === group.id) continue;
    for (const unit of desk.membersOf(other.id, before)) moved.add(unit);
  }
  return Array.from(members).filter((unit) => moved.has(unit) && (previous.position[unit] as number) < 0);
}

/**
 * Units that have their first place in a group after they had one in another, of which they were not in this group: they came without a place, and
 * what they are compared with stands elsewhere.
 */
function findCome(desk: Desk, { units, rank }: Arrays, previous: Ranking, group: GroupConfig, { id }: Period): readonly number[] {
  const fresh = Array.from(units).filter((unit, at) => (rank[at] as number) > 0 && !hasPlace(previous, unit));
  if (fresh.length === 0) return fresh;
  const series = (of: GroupConfig): string => `${previous.dimension ?? '*'}|${of.id}|${seriesOf(previous.period)}`;
  const others = desk.groups.flatMap((other) => (other && other !== group ? (desk.newest.get(series(other)) ?? []) : []));
  return fresh.filter((unit) => others.some((other) => cameFrom(desk, other, group, unit, id)));
}

/** Whether a unit had a place in a ranking, or one before it in its series, when it was not in a group; the period `now` does not count. */
function cameFrom({ membersOf, sheet }: Desk, ranking: Ranking, group: GroupConfig, unit: number, now: string): boolean {
  for (let one: Ranking | null = ranking; one; one = one.previous) {
    const position = one.period.id === now ? -1 : (one.position[unit] as number);
    if (position < 0 || one.rank[position] === 0) continue;
    if (!membersOf(group.id, sheet.periodAt.get(one.period.id) as number).includes(unit)) return true;
  }
  return false;
}

/** Whether a unit has a place in a ranking, or had one before it in its series. */
function hasPlace(ranking: Ranking, unit: number): boolean {
  for (let one: Ranking | null = ranking; one; one = one.previous) {
    const position = one.position[unit] as number;
    if (position >= 0 && (one.rank[position] as number) > 0) return true;
  }
  return false;
}

/** Members to whom something happened after one period was over and before another was, so that their figures cannot be compared. */
function findChanged({ turns }: Desk, before: Period, { end }: Period, position: Int32Array): ReadonlySet<number> | null {
  if (turns.length === 0 || before.end === '') return null;
  const changed = turns.filter(([unit, days]) => (position[unit] as number) >= 0 && days.some((day) => before.end < day && day <= end));
  return changed.length > 0 ? new Set(changed.map(([unit]) => unit)) : null;
}
