/**
 * Writes the tables of the demo portal into `data/demo`: a fictional city with six programmes. The same on every run, so that
 * `git diff` shows what a change of these scripts changes. Configuration and prose in `data/demo` are written by hand.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brandAdjustments, brandAwards, brandEvents, brandMilestones, brandProgress, brandTasks, brandUnits } from './demo/brands.ts';
import { cardAwards, cardMemberships, cardScores } from './demo/cards.ts';
import {
  flagAwards,
  flagSessions,
  livelihoodEvents,
  livelihoodMilestones,
  livelihoodProgress,
  livelihoodTasks,
  livelihoodUnits,
} from './demo/flags.ts';
import { orderAwards, orderEvents, orderMilestones, orderProgress, orderTasks, orderUnits } from './demo/orders.ts';
import { protectionFilings } from './demo/protection.ts';
import { quarterlyAdjustments, quarterlyIndicators, quarterlyMemberships, quarterlyObservations, quarterlyScores } from './demo/quarterly.ts';
import { type Row, writeTable } from './demo/table.ts';
import { UNIT_COLUMNS, UNITS } from './demo/units.ts';

/** `make-demo.ts [FOLDER]`: where to write; the demo's own folder unless told otherwise. */
const DEMO = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'demo');

const COLUMNS = {
  memberships: 'programme group unit from to',
  indicators:
    'indicator programme dimension name name_en unit_label unit_label_en direction target weight basis decimals definition definition_en source source_en method_version',
  observations: 'programme unit indicator period value status target received_on published_on note note_en',
  scores: 'programme unit dimension period score status revision published_on',
  cardScores: 'programme unit dimension period score status published_on',
  adjustments: 'programme unit period dimension kind points dedupe_key effect effect_en reason reason_en status document date note note_en',
  awards:
    'award programme instrument holder_type holder dimension task period session awarded_on state revoked_on reason reason_en document note note_en',
  tasks:
    'task programme title title_en batch category origin posted_on due_on target_text target_text_en target_value unit_label unit_label_en year carried_from',
  task_units: 'task unit role from to',
  task_events: 'task date event by_unit from_unit to_unit new_due_on value milestone reason reason_en document',
  milestones: 'task milestone title title_en due_on weight done_on evidence evidence_en',
  progress: 'task as_of actual planned',
  sessions: 'programme session ordinal held_on reviews published_on status reason reason_en',
  filings: 'filing programme kind filed_on stage stage_on outcome outcome_on task award digest digest_en visibility',
} as const;

/** Headers as a district's office would write them: Sunboard reads these too. */
const CHINESE = { programme: '项目', unit: '单位', dimension: '维度', period: '期次', score: '得分', status: '状态', published_on: '发布日期' };

function write(file: string, columns: keyof typeof COLUMNS, rows: readonly Row[], headers: Readonly<Record<string, string>> = {}): void {
  writeTable(join(DEMO, file), COLUMNS[columns].split(' '), rows, headers);
}

writeTable(join(DEMO, 'units.csv'), UNIT_COLUMNS, UNITS);
write('memberships.csv', 'memberships', [...quarterlyMemberships(), ...cardMemberships()]);
write('indicators.csv', 'indicators', quarterlyIndicators());
for (const year of ['2022', '2023']) {
  write(`observations/quarterly-${year}.csv`, 'observations', quarterlyObservations(year));
  write(`scores/quarterly-${year}.csv`, 'scores', quarterlyScores(year));
}
write('scores/cards-2023.csv', 'cardScores', cardScores(), CHINESE);
write('adjustments.csv', 'adjustments', [...quarterlyAdjustments(), ...brandAdjustments()]);
write('awards/cards.csv', 'awards', cardAwards());
write('awards/orders.csv', 'awards', orderAwards());
write('awards/brands.csv', 'awards', brandAwards());
write('awards/flags.csv', 'awards', flagAwards());
write('tasks/orders.csv', 'tasks', orderTasks());
write('tasks/brands.csv', 'tasks', brandTasks());
write('tasks/livelihood.csv', 'tasks', livelihoodTasks());
write('task_units.csv', 'task_units', [...orderUnits(), ...brandUnits(), ...livelihoodUnits()]);
write('task_events.csv', 'task_events', [...orderEvents(), ...brandEvents(), ...livelihoodEvents()]);
write('milestones.csv', 'milestones', [...orderMilestones(), ...brandMilestones(), ...livelihoodMilestones()]);
write('progress.csv', 'progress', [...orderProgress(), ...brandProgress(), ...livelihoodProgress()]);
write('sessions.csv', 'sessions', flagSessions());
write('filings.csv', 'filings', protectionFilings());
