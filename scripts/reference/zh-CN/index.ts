/** Chinese of the reference by chapter and table. */
import type { Chapter, Sentences } from '../speaker.ts';
import { awards, sessions } from './awardTables.ts';
import { adjustments, indicators, observations, scores } from './figureTables.ts';
import { mapping } from './mapping.ts';
import { portal } from './portal.ts';
import { programme } from './programme.ts';
import { appeals, corrections, documents, filings } from './recordTables.ts';
import { references } from './references.ts';
import { rules } from './rules.ts';
import { missing, scoring } from './scoring.ts';
import { milestones, progress, taskEvents, tasks, taskUnits } from './taskTables.ts';
import { memberships, unitEvents, units } from './unitTables.ts';

export const chineseSentences: Readonly<Record<Chapter, Sentences>> = {
  portal,
  programme,
  rules,
  scoring,
  missing,
  mapping,
  units,
  unit_events: unitEvents,
  memberships,
  indicators,
  observations,
  scores,
  adjustments,
  awards,
  sessions,
  tasks,
  task_units: taskUnits,
  task_events: taskEvents,
  milestones,
  progress,
  filings,
  documents,
  corrections,
  appeals,
  references,
};
