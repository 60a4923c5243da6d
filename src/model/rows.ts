/**
 * Rows of a table as values, faults collected with their place.
 *
 * A cell that is at fault gets a stand-in, so that one fault is not reported again by whatever refers to its row; no portal is given once
 * there is a fault.
 */
import type { z } from 'zod';
import type { TableName } from '../read/headers.ts';
import { FIGURES } from '../read/plan.ts';
import type { RowSource } from '../read/rows.ts';
import { type ColumnPlan, explain, type Fault, isFault, parseCell, planColumns, withOthers } from './columnPlan.ts';
import type { TableSchema } from './columns.ts';
import { createMergeTest } from './merged.ts';
import { createCursor, isPersonal, type ReadingContext, type RowContext } from './rowContext.ts';
import type { TableSchemas } from './tables/index.ts';
import type { Lang } from './text.ts';

/** The values of a row: null where an optional cell is blank. The object is used again for the next row: keep what is in it, not itself. */
export type Cells<S extends TableSchema> = {
  readonly [K in keyof S['shape']]: undefined extends z.output<S['shape'][K]>
    ? Exclude<z.output<S['shape'][K]>, undefined> | null
    : z.output<S['shape'][K]>;
};

/** A cell that many rows repeat is told of once; of personal numbers each is. */
function reportCell(context: RowContext, plan: ColumnPlan, fault: Fault): void {
  if (isPersonal(fault.fault)) context.fault(fault.fault, plan.name, fault.params);
  else context.faultOnce(fault.fault, plan.name, { due: plan.meta.cell === 'due' ? 1 : 0, ...fault.params });
}

function isLacking({ index, others }: ColumnPlan, cells: readonly string[]): boolean {
  return cells[index] === '' && others.every((other) => cells[other.index] === '');
}

/** The cells that a row of a source needs, each as the columns of which one must have something: a figure, or a status that says why not. */
function findNeeded(table: TableName, plans: readonly ColumnPlan[]): readonly (readonly ColumnPlan[])[] {
  const there = plans.filter(({ index }) => index >= 0);
  const figures = there.filter(({ name }) => name === FIGURES[table]);
  const statuses = there.filter(({ name }) => name === 'status');
  return [...there.filter(({ required }) => required).map((plan) => [plan]), ...figures.map((figure) => [figure, ...statuses])];
}

/** Whether a blank cell of a column has a filled one above it, as merged cells have. Numbers and a row's own id are never meant for several rows. */
function isBelowFilled({ meta, index, last }: ColumnPlan, { fields, headers, head, fillDown }: RowSource): boolean {
  const field = fields[index] ?? 0;
  return (
    meta.cell !== 'number' &&
    meta.cell !== 'id' &&
    last.text !== '' &&
    field > 0 &&
    !fillDown.includes(field) &&
    head.headers.includes(headers[index] as string)
  );
}

/** Whether a column is filled down: what is blank in it has nothing above it, or is a line that sums up, or stands below one. */
function isFilledDown({ index }: ColumnPlan, { fields, fillDown }: RowSource): boolean {
  return fillDown.includes(fields[index] ?? 0);
}

interface LackingTold {
  readonly source: RowSource;
  readonly reject: (lacking: readonly string[]) => void;
  readonly keepBlank: (lacking: readonly string[]) => void;
}

/** Tells of a row that lacks more than one of the cells that it needs. */
function checkLacking(needed: readonly (readonly ColumnPlan[])[], cells: readonly string[], { source, reject, keepBlank }: LackingTold): void {
  // Millions of rows lack nothing: told by the first column of each.
  let blank = 0;
  for (const plans of needed) if (cells[(plans[0] as ColumnPlan).index] === '') blank++;
  if (blank < 2) return;
  const lacking = needed.filter((plans) => plans.every((plan) => isLacking(plan, cells)));
  if (lacking.length < 2) return;
  const isMerged = lacking.every((plans) => plans.every((plan) => isBelowFilled(plan, source)));
  (isMerged ? keepBlank : reject)(lacking.map(([plan]) => (plan as ColumnPlan).name));
}

function readCell(plan: ColumnPlan, cells: readonly string[], context: RowContext, first: Lang, keepBlank: LackingTold['keepBlank']): unknown {
  const text = plan.index < 0 ? '' : (cells[plan.index] as string);
  let value: unknown = null;
  if (text !== '') {
    value = parseCell(plan, text);
    if (isFault(value)) {
      reportCell(context, plan, explain(value, text));
      value = plan.meta.cell === 'id' ? text : plan.required ? plan.standIn : null;
    } else if (plan.isNear && value !== null) context.warnIfFar(plan.name, value as string);
  }
  if (plan.others.length > 0) {
    value = withOthers(plan, value, cells, first, (fault, index) =>
      context.fault(fault.fault, context.source.columns[index] as string, fault.params),
    );
  }
  if (value !== null || !plan.required) return value;
  if (text !== '') context.faultOnce('cell-nothing', plan.name);
  else if (isBelowFilled(plan, context.source)) keepBlank([plan.name]);
  else context.fault(isFilledDown(plan, context.source) ? 'cell-not-filled' : 'cell-blank', plan.name);
  return plan.standIn;
}

async function eachSourceRow<T extends TableName>(
  source: RowSource,
  table: T,
  reading: ReadingContext,
  visit: (cells: Cells<TableSchemas[T]>, row: RowContext) => void,
): Promise<void> {
  const plans = planColumns(source, reading.languages, reading.config.publisher.email);
  const needed = findNeeded(table, plans);
  const own = needed.flatMap(([plan]) => (plan && (source.fields[plan.index] ?? 0) > 0 ? plan.name : []));
  const { context, enter, reject, keepBlank, checkName, isNone, finish } = createCursor(source, reading, own);
  const told = { source, reject, keepBlank };
  const merged = createMergeTest(source, table, reading.problems);
  const isMade = source.makeId.length > 0;
  const first = reading.languages[0] ?? 'en';
  const values: Record<string, unknown> = Object.fromEntries(plans.map((plan) => [plan.name, null]));
  const live = plans.filter((plan) => plan.index >= 0 || plan.others.length > 0);
  const ids = source.faults === 'report' ? [] : plans.filter(({ meta }) => meta.cell === 'id');
  await source.each((cells, row) => {
    enter(cells, row);
    merged?.see(context);
    if (isMade) checkName();
    checkLacking(needed, cells, told);
    for (let i = 0; i < live.length; i++) {
      const plan = live[i] as ColumnPlan;
      values[plan.name] = readCell(plan, cells, context, first, keepBlank);
    }
    if (!context.failed && !isNone()) visit(values as Cells<TableSchemas[T]>, context);
    if (context.isFaulty() && !isNone() && ids.some(({ name }) => context.isFaulty(name))) reading.nameless.add(table);
  });
  finish();
  merged?.tell();
}

/** Visits every row of a table, over all its sources, in file order. */
export async function eachRow<T extends TableName>(
  sources: readonly RowSource[],
  table: T,
  reading: ReadingContext,
  visit: (cells: Cells<TableSchemas[T]>, row: RowContext) => void,
): Promise<void> {
  for (const source of sources) if (source.table === table) await eachSourceRow(source, table, reading, visit);
}
