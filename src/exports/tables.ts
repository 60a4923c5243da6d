/**
 * The tables of a page as rows, made from the page's view and nothing else, so that a download says exactly what the page says.
 * Columns are the contract's keys; names stand in the first language, with one column more for each other.
 */
import type { PortalConfig } from '../model/config.ts';
import { say, type Text } from '../model/text.ts';
import type { AwardsView } from '../views/awards.ts';
import type { CorrectionsView } from '../views/correction.ts';
import type { IndicatorView } from '../views/indicator.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import type { Named } from '../views/name.ts';
import type { PageKind } from '../views/page.ts';
import type { ProgrammeView } from '../views/programme.ts';
import type { TasksView } from '../views/tasks.ts';
import type { UnitView } from '../views/unit.ts';
import type { UnitsView } from '../views/units.ts';
import type { Cell, CsvTable } from './csv.ts';

type TableOf<View> = (view: View, config: PortalConfig) => CsvTable;

/** `name` and one `name_<lang>` for each further language. */
function nameColumns(column: string, config: PortalConfig): string[] {
  return [column, ...config.languages.slice(1).map((lang) => `${column}_${lang}`)];
}

function nameCells(named: Named | null | undefined, config: PortalConfig): Cell[] {
  return [named?.name, ...config.languages.slice(1).map((lang) => named?.names?.[lang])];
}

function firstText(text: Text | null, config: PortalConfig): string | null {
  return text === null ? null : say(text, config.languages[0] ?? 'en', config.languages);
}

const rankingTable: TableOf<LeaderboardView> = (view, config) => {
  const dimensions = view.columns.map((column) => column.dimension);
  const head = ['programme', 'period', 'dimension', 'group', 'rank', 'tied', 'of', 'ranked', 'unit', ...nameColumns('name', config)];
  const rows = view.tables.flatMap((table) => {
    const scope = [view.programme, view.period, view.dimension, table.group];
    return [
      ...table.rows.map((row): Cell[] => [
        ...[...scope, row.rank, row.tied, table.of, table.ranked, row.unit, ...nameCells(row, config)],
        ...[row.score, row.value, row.previous_rank, row.change, row.status, row.awards.join(';'), null, ...(row.dimensions ?? [])],
      ]),
      ...table.unranked.map((row): Cell[] => [
        ...[...scope, null, null, table.of, table.ranked, row.unit, ...nameCells(row, config)],
        ...[row.score, row.value, null, null, row.status, null, row.reason, ...dimensions.map(() => null)],
      ]),
    ];
  });
  return { columns: [...head, 'score', 'value', 'previous_rank', 'change', 'status', 'awards', 'reason', ...dimensions], rows };
};

const historyTable: TableOf<UnitView> = (view) => ({
  columns: ['unit', 'programme', 'group', 'dimension', 'period', 'score', 'value', 'rank', 'tied', 'of', 'ranked', 'change', 'status'],
  rows: view.history.map(({ programme, group, dimension, period, score, value, rank, tied, of, ranked, change, status }) => {
    const isTied = rank === null ? null : tied;
    return [view.unit, programme, group, dimension, period, score, value, rank, isTied, of, ranked, change, status];
  }),
});

const unitsTable: TableOf<UnitsView> = (view, config) => ({
  columns: ['unit', ...nameColumns('name', config), 'kind', 'code', 'parent', 'valid_to'],
  rows: view.units.map((unit) => [unit.unit, ...nameCells(unit, config), unit.kind, unit.code, unit.parent?.unit, unit.valid_to]),
});

const valuesTable: TableOf<IndicatorView> = (view, config) => ({
  columns: ['programme', 'indicator', 'unit', ...nameColumns('name', config), 'period', view.of, 'status'],
  rows: view.rows.flatMap((row) =>
    view.periods.flatMap(({ period }, i) => {
      const figure = row.values[i] ?? null;
      const status = row.statuses[i] ?? (figure === null ? null : 'final');
      return figure === null && status === null
        ? []
        : [[view.programme, view.indicator, row.unit, ...nameCells(row, config), period, figure, status]];
    }),
  ),
});

const awardsTable: TableOf<AwardsView> = (view, config) => ({
  columns: [
    ...[
      'award',
      'programme',
      'instrument',
      ...nameColumns('instrument_name', config),
      'tone',
      'holder_type',
      'holder',
      'dimension',
      'task',
      'period',
      'session',
    ],
    ...['awarded_on', 'valid_to', 'state', 'revoked_on', 'exempted_on', 'basis', 'reason'],
  ],
  rows: view.awards.map((row) => [
    ...[
      row.award,
      view.programme,
      row.instrument,
      ...nameCells(
        view.instruments.find((face) => face.instrument === row.instrument),
        config,
      ),
    ],
    ...[row.tone, row.holder_type, row.holder, row.dimension, row.task, row.period, row.session],
    ...[row.awarded_on, row.valid_to, row.state, row.revoked_on, row.exempted_on, row.basis, row.reason],
  ]),
});

const tasksTable: TableOf<TasksView> = (view, config) => ({
  columns: [
    ...['task', 'programme', ...nameColumns('title', config), 'batch', 'category', 'origin', 'lead', 'status', 'outcome'],
    ...['overdue', 'overdue_days', 'due_on', 'original_due_on', 'slipped_days', 'progress', 'due_text'],
  ],
  rows: view.tasks.map((row) => [
    ...[row.task, view.programme, row.title, ...config.languages.slice(1).map((lang) => row.titles?.[lang])],
    ...[row.batch, row.category, row.origin, row.lead.join(';'), row.status, row.outcome],
    ...[row.overdue, row.overdue_days, row.due_on, row.original_due_on, row.slipped_days, row.progress, row.due_text],
  ]),
});

const periodsTable: TableOf<ProgrammeView> = (view) => ({
  columns: ['programme', 'period', 'start', 'end', 'of', 'ranked', 'first', 'provisional'],
  rows: view.history.map(({ period, of, ranked, first, provisional }) => [
    view.programme,
    period.id,
    period.start,
    period.end,
    of,
    ranked,
    first.join(';'),
    provisional,
  ]),
});

const correctionsTable: TableOf<CorrectionsView> = (view, config) => ({
  columns: ['correction', 'kind', 'published_on', 'programme', 'period', 'unit', 'field', 'old', 'new', 'reason', 'approved_by', 'document'],
  rows: view.corrections.map((row) => [
    ...[row.correction, row.kind, row.published_on, row.programme, row.period, row.unit, row.field, row.old, row.new],
    ...[firstText(row.reason, config), firstText(row.approved_by, config), row.document?.number],
  ]),
});

/** A unit's awards from every programme; what instruments are called stands with the programme's own. */
const unitAwardsTable: TableOf<UnitView> = (view) => ({
  columns: [
    ...['award', 'programme', 'instrument', 'tone', 'holder_type', 'holder', 'dimension', 'task', 'period', 'session'],
    ...['awarded_on', 'valid_to', 'state', 'revoked_on', 'exempted_on', 'basis', 'reason'],
  ],
  rows: view.awards.map((row) => [
    ...[row.award, row.programme, row.instrument, row.tone, row.holder_type, row.holder, row.dimension, row.task, row.period, row.session],
    ...[row.awarded_on, row.valid_to, row.state, row.revoked_on, row.exempted_on, row.basis, row.reason],
  ]),
});

/** One row a task and role. */
const unitTasksTable: TableOf<UnitView> = (view, config) => ({
  columns: ['programme', 'task', ...nameColumns('title', config), 'role', 'status', 'outcome', 'overdue', 'overdue_days', 'due_on', 'progress'],
  rows: view.tasks.map((row) => [
    ...[row.programme, row.task, row.title, ...config.languages.slice(1).map((lang) => row.titles?.[lang])],
    ...[row.role, row.status, row.outcome, row.overdue, row.overdue_days, row.due_on, row.progress],
  ]),
});

const countsTable: TableOf<AwardsView> = (view, config) => ({
  columns: ['programme', 'instrument', ...nameColumns('instrument_name', config), 'period', 'session', 'awards', 'holders'],
  rows: view.counts.map(({ instrument, period, session, awards, holders }) => [
    ...[view.programme, instrument],
    ...nameCells(
      view.instruments.find((face) => face.instrument === instrument),
      config,
    ),
    ...[period, session, awards, holders],
  ]),
});

const leadsTable: TableOf<TasksView> = (view, config) => ({
  columns: ['programme', 'unit', ...nameColumns('name', config), 'count', 'closed', 'open', 'overdue'],
  rows: view.leads.map(({ unit, count, closed, open, overdue }) => [
    ...[view.programme, unit],
    ...nameCells(view.units[unit], config),
    ...[count, closed, open, overdue],
  ]),
});

const filingsTable: TableOf<ProgrammeView> = (view) => ({
  columns: ['programme', 'kind', 'stage', 'outcome', 'count'],
  rows: [
    ...view.filing_totals.map(({ kind, count }) => [view.programme, kind, null, null, count]),
    ...view.filings.map(({ kind, stage, outcome, count }) => [view.programme, kind, stage, outcome, count]),
  ],
});

const claimsTable: TableOf<ProgrammeView> = (view, config) => ({
  columns: ['programme', 'claim', 'label', 'printed', 'counted', 'printed_share', 'counted_share', 'of', 'holds', 'document'],
  rows: view.claims.map((row) => [
    ...[view.programme, row.id, firstText(row.label, config), row.printed, row.counted, row.printed_share, row.counted_share, row.of, row.holds],
    row.document?.number,
  ]),
});

/** By the kind of page and the name of the file. */
const TABLES: Readonly<Record<string, TableOf<never>>> = {
  'leaderboard/ranking.csv': rankingTable,
  'unit/history.csv': historyTable,
  'unit/awards.csv': unitAwardsTable,
  'unit/tasks.csv': unitTasksTable,
  'units/units.csv': unitsTable,
  'indicator/values.csv': valuesTable,
  'awards/awards.csv': awardsTable,
  'awards/counts.csv': countsTable,
  'tasks/tasks.csv': tasksTable,
  'tasks/leads.csv': leadsTable,
  'programme/periods.csv': periodsTable,
  'programme/filings.csv': filingsTable,
  'programme/claims.csv': claimsTable,
  'corrections/corrections.csv': correctionsTable,
};

/** The table of a page that stands in this file. Throws for a file that no page of the kind has. */
export function pageTable(kind: PageKind, file: string, view: unknown, config: PortalConfig): CsvTable {
  const make = TABLES[`${kind}/${file}`] as TableOf<unknown> | undefined;
  if (!make) throw new Error(`no table for ${kind}/${file}`);
  return make(view, config);
}
