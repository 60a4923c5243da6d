/**
 * The tables of a page as rows, made from the page's view and nothing else, so that a download says exactly what the page says.
 * Columns are the contract's keys; names stand in the first language, with one column more for each other.
 */
import type { PortalConfig } from '../model/config.ts';
import { say, type Text } from '../model/text.ts';
import type { AwardsView } from '../views/awards.ts';
import type { RowTotal } from '../views/boardTable.ts';
import type { CorrectionsView } from '../views/correction.ts';
import type { MadeFlags } from '../views/dataFiles.ts';
import type { IndicatorView } from '../views/indicator.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import type { MadePart } from '../views/madePart.ts';
import type { Named } from '../views/name.ts';
import type { PageKind, TableShape } from '../views/page.ts';
import type { ProgrammeView } from '../views/programme.ts';
import type { TasksView } from '../views/tasks.ts';
import type { UnitView } from '../views/unit.ts';
import type { UnitsView } from '../views/units.ts';
import { columnsOf } from './columns.ts';
import type { Cell, CsvTable } from './csv.ts';

/** The rows of a view, with a cell for each of the file's columns. */
type RowsOf<View> = (view: View, config: PortalConfig) => Iterable<readonly Cell[]>;

/** A name, and what it is in each further language. */
function nameCells(named: Named | null | undefined, config: PortalConfig): Cell[] {
  return [named?.name, ...config.languages.slice(1).map((lang) => named?.names?.[lang])];
}

/** The same of a task's title. */
function titleCells({ title, titles }: TasksView['tasks'][number] | UnitView['tasks'][number], config: PortalConfig): Cell[] {
  return nameCells({ name: title, ...(titles && { names: titles }) }, config);
}

function firstText(text: Text | null, config: PortalConfig): string | null {
  return text === null ? null : say(text, config.languages[0] ?? 'en', config.languages);
}

function* rankingRows(view: LeaderboardView, config: PortalConfig): Generator<Cell[]> {
  const blanks = dimensionColumns(view).map(() => null);
  for (const table of view.tables) {
    const scope = [view.programme, view.period, view.dimension, table.group];
    for (const row of table.rows) {
      yield [
        ...[...scope, row.rank, row.tied, table.of, table.ranked, row.unit, ...nameCells(row, config)],
        ...[row.score, row.value, row.previous_rank, row.change, row.status, row.awards.join(';'), null],
        ...madeCells(view, row),
        ...(row.dimensions ?? []),
      ];
    }
    for (const row of table.unranked) {
      yield [
        ...[...scope, null, null, table.of, table.ranked, row.unit, ...nameCells(row, config)],
        ...[row.score, row.value, null, null, row.status, null, row.reason],
        ...madeCells(view, row),
        ...(row.dimensions ?? blanks),
      ];
    }
  }
}

/** What a figure is made of, where that is not the usual. */
interface MadeRow extends MadePart {
  readonly score: number | null;
  readonly total?: RowTotal;
}

/**
 * Where figures may be carried forward, of which period each is; where missing parts may count as zero, which do; where a part of the weights is
 * enough, which share of them a score is made of, and of which dimensions that holds; where the office gave some totals, whether it gave this one.
 */
function madeCells(view: MadeFlags, row: MadeRow): Cell[] {
  const { carried_from: from, counted_as_zero: zeros, counted_in_part: partial, score, total } = row;
  const share = row.counted ?? (score !== null && total && total.counted < 1 ? total.counted : null);
  return [
    ...(view.carries_forward ? [from ?? null] : []),
    ...(view.counts_as_zero ? [idsOf(zeros)] : []),
    ...(view.counts_in_part ? [share, idsOf(partial)] : []),
    ...(view.gives_some_totals ? [row.total_given ?? null] : []),
  ];
}

function idsOf(parts: readonly { readonly part: string }[] | undefined): Cell {
  return parts?.map(({ part }) => part).join(';') ?? null;
}

/** A leaderboard of totals has a column more for each dimension. */
function dimensionColumns(view: LeaderboardView): string[] {
  return view.columns.map((column) => column.dimension);
}

function* historyRows(view: UnitView): Generator<Cell[]> {
  for (const row of view.history) {
    const { programme, group, dimension, period, score, value, rank, tied, of, ranked, change, status } = row;
    const isTied = rank === null ? null : tied;
    yield [view.unit, programme, group, dimension, period, score, value, rank, isTied, of, ranked, change, status, ...madeCells(view, row)];
  }
}

const unitsRows: RowsOf<UnitsView> = (view, config) =>
  view.units.map((unit) => [unit.unit, ...nameCells(unit, config), unit.kind, unit.code, unit.parent?.unit, unit.valid_to]);

function* valuesRows(view: IndicatorView, config: PortalConfig): Generator<Cell[]> {
  for (const row of view.rows) {
    const unit = [view.programme, view.indicator, row.unit, ...nameCells(row, config)];
    for (const [i, { period }] of view.periods.entries()) {
      const figure = row.values[i] ?? null;
      const status = row.statuses[i] ?? (figure === null ? null : 'final');
      if (status === null) continue;
      const [note, source] = [row.notes?.[i] ?? null, row.sources?.[i] ?? null];
      yield [...unit, period, figure, status, firstText(note, config), firstText(source, config), row.targets?.[i] ?? null];
    }
  }
}

/** What an award says after its instrument, on whatever page it stands. */
function awardCells(row: AwardsView['awards'][number] | UnitView['awards'][number]): Cell[] {
  return [
    ...[row.tone, row.holder_type, row.holder, row.dimension, row.task, row.period, row.session],
    ...[row.awarded_on, row.valid_to, row.state, row.revoked_on, row.exempted_on, row.basis, row.reason, row.correction, row.streak],
  ];
}

function instrumentCells({ instruments }: AwardsView, id: string, config: PortalConfig): Cell[] {
  const face = instruments.find(({ instrument }) => instrument === id);
  return [id, ...nameCells(face, config)];
}

const awardsRows: RowsOf<AwardsView> = (view, config) =>
  view.awards.map((row) => [row.award, view.programme, ...instrumentCells(view, row.instrument, config), ...awardCells(row)]);

const tasksRows: RowsOf<TasksView> = (view, config) =>
  view.tasks.map((row) => [
    ...[row.task, view.programme, ...titleCells(row, config)],
    ...[row.batch, row.category, row.origin, row.lead.join(';'), row.status, row.outcome],
    ...[row.overdue, row.overdue_days, row.due_on, row.original_due_on, row.slipped_days, row.progress, row.due_text],
  ]);

const periodsRows: RowsOf<ProgrammeView> = (view) =>
  view.history.map(({ period, of, ranked, first, provisional }) => [
    view.programme,
    period.id,
    period.start,
    period.end,
    of,
    ranked,
    first.join(';'),
    provisional,
  ]);

const correctionsRows: RowsOf<CorrectionsView> = (view, config) =>
  view.corrections.map((row) => [
    ...[row.correction, row.kind, row.published_on, row.programme, row.period, row.unit, row.field, row.old, row.new],
    ...[firstText(row.reason, config), firstText(row.approved_by, config), row.document?.number, row.award],
  ]);

/** A unit's awards from every programme; what instruments are called stands with the programme's own. */
const unitAwardsRows: RowsOf<UnitView> = (view) => view.awards.map((row) => [row.award, row.programme, row.instrument, ...awardCells(row)]);

/** One row a task and role. */
const unitTasksRows: RowsOf<UnitView> = (view, config) =>
  view.tasks.map((row) => [
    ...[row.programme, row.task, ...titleCells(row, config)],
    ...[row.role, row.status, row.outcome, row.overdue, row.overdue_days, row.due_on, row.progress],
  ]);

const countsRows: RowsOf<AwardsView> = (view, config) =>
  view.counts.map(({ instrument, period, session, awards, holders }) => [
    view.programme,
    ...instrumentCells(view, instrument, config),
    ...[period, session, awards, holders],
  ]);

const leadsRows: RowsOf<TasksView> = (view, config) =>
  view.leads.map(({ unit, count, closed, open, overdue, other }) => [
    ...[view.programme, unit],
    ...nameCells(view.units[unit], config),
    ...[count, closed, open, overdue, other],
  ]);

const filingsRows: RowsOf<ProgrammeView> = (view) => [
  ...view.filing_totals.map(({ kind, count }) => [view.programme, kind, null, null, count]),
  ...view.filings.map(({ kind, stage, outcome, count }) => [view.programme, kind, stage, outcome, count]),
];

const claimsRows: RowsOf<ProgrammeView> = (view, config) =>
  view.claims.map((row) => [
    ...[view.programme, row.id, firstText(row.label, config), row.printed, row.counted, row.printed_share, row.counted_share, row.of, row.holds],
    row.document?.number,
  ]);

/** By the kind of page and the name of the file. */
const ROWS: Readonly<Record<string, RowsOf<never>>> = {
  'leaderboard/ranking.csv': rankingRows,
  'unit/history.csv': historyRows,
  'unit/awards.csv': unitAwardsRows,
  'unit/tasks.csv': unitTasksRows,
  'units/units.csv': unitsRows,
  'indicator/values.csv': valuesRows,
  'awards/awards.csv': awardsRows,
  'awards/counts.csv': countsRows,
  'tasks/tasks.csv': tasksRows,
  'tasks/leads.csv': leadsRows,
  'programme/periods.csv': periodsRows,
  'programme/filings.csv': filingsRows,
  'programme/claims.csv': claimsRows,
  'corrections/corrections.csv': correctionsRows,
};

/** What tells the tables of this view from those of others of its kind, as its page says it too. */
function shapeOf(kind: PageKind, view: unknown): TableShape {
  const { carries_forward: carried, counts_as_zero: zeroed, counts_in_part: partial, gives_some_totals: given } = view as MadeFlags;
  const made = { carried: carried === true, zeroed: zeroed === true, partial: partial === true, given: given === true };
  if (kind === 'leaderboard') return { dimensions: dimensionColumns(view as LeaderboardView), ...made };
  if (kind === 'unit') return made;
  return kind === 'indicator' ? { of: (view as IndicatorView).of } : {};
}

/** The table of a page that stands in this file. Throws for a file that no page of the kind has. */
export function pageTable(kind: PageKind, name: string, view: unknown, config: PortalConfig): CsvTable {
  const file = `${kind}/${name}`;
  const columns = columnsOf(file, config.languages, shapeOf(kind, view)).map((column) => column.name);
  return { columns, rows: (ROWS[file] as RowsOf<unknown>)(view, config) };
}
