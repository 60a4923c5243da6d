/** Every table of a portal, for checking, for documents and for editors (`z.toJSONSchema(schema, { io: 'input' })`). */
import { z } from 'zod';
import type { TableName } from '../../read/headers.ts';
import type { ColumnMeta, TableSchema } from '../columns.ts';
import { adjustmentsSchema } from './adjustments.ts';
import { appealsSchema } from './appeals.ts';
import { awardsSchema } from './awards.ts';
import { correctionsSchema } from './corrections.ts';
import { documentsSchema } from './documents.ts';
import { filingsSchema } from './filings.ts';
import { indicatorsSchema } from './indicators.ts';
import { membershipsSchema } from './memberships.ts';
import { milestonesSchema } from './milestones.ts';
import { observationsSchema } from './observations.ts';
import { progressSchema } from './progress.ts';
import { scoresSchema } from './scores.ts';
import { sessionsSchema } from './sessions.ts';
import { taskEventsSchema } from './taskEvents.ts';
import { tasksSchema } from './tasks.ts';
import { taskUnitsSchema } from './taskUnits.ts';
import { unitEventsSchema } from './unitEvents.ts';
import { unitsSchema } from './units.ts';

export const TABLE_SCHEMAS = {
  units: unitsSchema,
  unit_events: unitEventsSchema,
  memberships: membershipsSchema,
  indicators: indicatorsSchema,
  observations: observationsSchema,
  scores: scoresSchema,
  adjustments: adjustmentsSchema,
  awards: awardsSchema,
  tasks: tasksSchema,
  task_units: taskUnitsSchema,
  task_events: taskEventsSchema,
  milestones: milestonesSchema,
  progress: progressSchema,
  sessions: sessionsSchema,
  filings: filingsSchema,
  documents: documentsSchema,
  corrections: correctionsSchema,
  appeals: appealsSchema,
} as const satisfies Readonly<Record<TableName, TableSchema>>;

export type TableSchemas = typeof TABLE_SCHEMAS;

/** The words of a column that has a closed set of them. */
export function wordsOf<T extends TableName>(table: T, column: keyof TableSchemas[T]['shape'] & string): readonly string[] {
  const outer = (TABLE_SCHEMAS[table] as TableSchema).shape[column];
  const schema = outer instanceof z.ZodOptional ? (outer.unwrap() as z.ZodType) : outer;
  const meta = schema?.meta() as ColumnMeta | undefined;
  return Object.keys(meta?.words ?? {});
}
