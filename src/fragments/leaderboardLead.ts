/** The sentence that sums a leaderboard up: who leads, out of how many, who has no place and why, who moved. */
import { formatList } from '../i18n/format.ts';
import type { BoardRow, BoardTable } from '../views/boardTable.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import { countAbsences, dayCount, exactText, figureText, periodText, withLabel } from './boardWords.ts';
import { plainNamed, sentences } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

/** Groups that the sentence names one by one: of more it would be a chain of names that stand again just below. */
const MOST_GROUPS = 3;

/** Units that share the first place and are named one by one. */
const MOST_LEADERS = 3;

/** What a leaderboard says at a glance: how many are ranked, who leads and by how much, who moved. */
export function leaderboardLead(view: LeaderboardView, ctx: SheetContext): string {
  const { tables } = view;
  const [only] = tables;
  if (!only) return listLead(view, ctx);
  const coverage = coverageLead(view, ctx);
  const way = directionSentence(view, ctx);
  if (tables.length > 1) return sentences([coverage, groupLeaders(view, ctx), way], ctx);
  return sentences([coverage, way, leaderSentence(view, only, ctx), gapSentence(view, only, ctx), moveSentence(view, only, ctx)], ctx);
}

/** Where the highest figure is not the first, the bars do not say who is. */
function directionSentence({ by, direction, ranked }: LeaderboardView, ctx: SheetContext): string | null {
  if (by === 'score' || direction === 'higher' || ranked === 0) return null;
  return ctx.t(direction === 'lower' ? 'board.lead.lower' : 'board.lead.target');
}

function listLead(view: LeaderboardView, ctx: SheetContext): string {
  return ctx.t('board.lead.list', { period: periodText(view.period, view, ctx), n: view.dimensions.length });
}

/** A board may have a table of all beside its groups: each group's first is said, not theirs again. */
function countedTables({ tables }: LeaderboardView): readonly BoardTable[] {
  const groups = tables.filter(({ group }) => group !== null);
  return groups.length > 0 ? groups : tables;
}

function coverageLead(view: LeaderboardView, ctx: SheetContext): string {
  const { tables, of, ranked } = view;
  const period = periodText(view.period, view, ctx);
  const groups = countedTables(view).length;
  if (ranked === of && groups > MOST_GROUPS) return ctx.t('board.lead.allGroups', { period, of, n: groups });
  if (ranked === of) return ctx.t(of === 1 ? 'board.lead.only' : 'board.lead.all', { period, of });
  const absent = new Map(tables.flatMap((table) => table.unranked.map((row) => [row.unit, row] as const)));
  for (const { rows } of tables) for (const { unit } of rows) absent.delete(unit);
  if (absent.size === 0) return ctx.t('board.lead.count', { period, of, ranked });
  const key = ranked > 0 ? 'board.lead.some' : of === 1 ? 'board.lead.noneOnly' : 'board.lead.none';
  return ctx.t(key, { period, of, ranked, missing: missingText([...absent.values()], ctx) });
}

function missingText(unranked: BoardTable['unranked'], ctx: SheetContext): string {
  return countAbsences(unranked, ctx).join(ctx.t('board.and'));
}

/** The line that stands with every ranking: `31 of 32 ranked, 1 not submitted`. */
export function coverageText({ of, ranked, unranked }: BoardTable, ctx: SheetContext): string {
  if (ranked === of) return ctx.t(of === 1 ? 'board.rankedOnly' : 'board.rankedAll', { of });
  if (unranked.length === 0) return ctx.t('board.rankedCount', { of, ranked });
  return ctx.t('board.ranked', { of, ranked, missing: missingText(unranked, ctx) });
}

function leadersOf({ rows }: BoardTable): readonly BoardRow[] {
  return rows.filter(({ rank }) => rank === 1);
}

function rowFigure(view: LeaderboardView, row: BoardRow, ctx: SheetContext): string {
  const value = row[view.by];
  if (value === null) return '';
  return withLabel(figureText(value, decimalsOf(view)), view.by === 'value' ? view.unit_label : null, ctx);
}

/** What those who share a place have: one figure, or, where a target is to be hit, those at one distance from it. */
function figuresText(view: LeaderboardView, rows: readonly BoardRow[], ctx: SheetContext): string {
  return formatList([...new Set(rows.map((row) => rowFigure(view, row, ctx)))], ctx.lang);
}

function decimalsOf(view: LeaderboardView): number | null {
  return view.by === 'value' ? view.value_decimals : view.score_decimals;
}

function namesText(rows: readonly BoardRow[], ctx: SheetContext): string {
  return formatList(
    rows.map((row) => plainNamed(row, ctx)),
    ctx.lang,
  );
}

function leaderSentence(view: LeaderboardView, table: BoardTable, ctx: SheetContext): string | null {
  const leaders = leadersOf(table);
  if (leaders.length === 0) return null;
  const figure = figuresText(view, leaders, ctx);
  if (leaders.length > MOST_LEADERS) return ctx.t('board.lead.manyLead', { n: leaders.length, figure });
  const units = namesText(leaders, ctx);
  return ctx.t(leaders.length > 1 ? 'board.lead.tie' : 'board.lead.leader', { units, figure });
}

/** With what the values count; two percentages are percentage points apart. */
function gapText(view: LeaderboardView, gap: number, ctx: SheetContext): string {
  const n = exactText(gap, decimalsOf(view));
  const label = view.by === 'value' ? view.unit_label : null;
  return label !== null && /^[%％]$/.test(ctx.plain(label)) ? ctx.t('board.percentagePoints', { n }) : withLabel(n, label, ctx);
}

function gapSentence(view: LeaderboardView, { rows }: BoardTable, ctx: SheetContext): string | null {
  const seconds = rows.filter(({ rank }) => rank === 2);
  const [second] = seconds;
  if (!second?.gap) return null;
  const gap = gapText(view, second.gap, ctx);
  if (seconds.length > MOST_LEADERS) return ctx.t('board.lead.gapMany', { n: seconds.length, gap });
  return ctx.t(seconds.length > 1 ? 'board.lead.gapTied' : 'board.lead.gap', { unit: namesText(seconds, ctx), gap });
}

function moveSentence(view: LeaderboardView, table: BoardTable, ctx: SheetContext): string | null {
  // Of units that are not named it is not said who moved, and one of them may have risen most.
  if (table.previous_period === null || table.break !== null || view.disclosure !== 'full') return null;
  const compared = table.rows.filter((row) => wasRankedBefore(row, table));
  const moves = compared.flatMap(({ change }) => (typeof change === 'number' ? change : []));
  const up = moves.filter((change) => change > 0).length;
  const down = moves.filter((change) => change < 0).length;
  const previous = periodText(table.previous_period, view, ctx);
  if (up + down === 0) return stillSentence(moves.length, table, previous, ctx);
  const most = Math.max(...moves);
  const risers = compared.filter(({ change }) => change === most && most > 0);
  const riser = risers.length === 1 ? (risers[0] as BoardRow) : null;
  return sentences(
    [ctx.t('board.lead.moved', { previous, up, down }), riser && ctx.t('board.lead.riser', { unit: plainNamed(riser, ctx), n: most })],
    ctx,
  );
}

/** A programme may count a change from an earlier period, where the unit had no place in the last: that is no change since then. */
function wasRankedBefore({ history }: BoardRow, { history_periods: periods, previous_period: previous }: BoardTable): boolean {
  const at = periods.indexOf(previous ?? '');
  return at < 0 || history[at] !== null;
}

/** Where some had no place to move from, nothing is said of them. */
function stillSentence(n: number, { rows, previous_period: period }: BoardTable, previous: string, ctx: SheetContext): string | null {
  if (n === 0) return null;
  return n === rows.length ? ctx.t('board.lead.still', { previous }) : ctx.t('board.lead.stillSome', { previous, day: dayCount(period ?? ''), n });
}

/** Up to three by name; how many, of more. */
function leadersText(leaders: readonly BoardRow[], ctx: SheetContext): string {
  return leaders.length > MOST_LEADERS ? ctx.t('board.lead.manyFirst', { n: leaders.length }) : namesText(leaders, ctx);
}

function groupLeaders(view: LeaderboardView, ctx: SheetContext): string | null {
  const tables = countedTables(view);
  // That all are ranked is said with the number of groups.
  if (tables.length > MOST_GROUPS) return view.ranked === view.of ? null : ctx.t('board.lead.groups', { n: tables.length });
  const parts = tables.flatMap((table) => {
    const leaders = leadersOf(table);
    if (leaders.length === 0) return [];
    const units = leadersText(leaders, ctx);
    const group = table.group_name ? plainNamed(table.group_name, ctx) : ctx.t('board.allUnits');
    return ctx.t('board.lead.groupLeader', { group, units, figure: figuresText(view, leaders, ctx) });
  });
  return parts.length === 0 ? null : ctx.t('board.lead.groupLeaders', { list: parts.join(ctx.t('board.semicolon')) });
}
