/**
 * Tolerance (容错免责): a decision by which what a task or an award says against its holder stays on record, annotated, and no longer counts
 * against it. It stands in a filing with the outcome `tolerated`, `exempted` or `exempt`, or in a task's `exempted` event.
 */
import type { Filing, Programme } from '../model/portal.ts';

const OUTCOMES: ReadonlySet<string> = new Set(['tolerated', 'exempted', 'exempt']);

export interface Exemptions {
  /** Award id → the day of the decision. */
  readonly awards: ReadonlyMap<string, string>;
  /** Task id → the day of the decision about the task as a whole. */
  readonly tasks: ReadonlyMap<string, string>;
}

export function exemptionsOf(programme: Programme): Exemptions {
  const awards = new Map<string, string>();
  const tasks = new Map<string, string>();
  for (const filing of programme.filings) {
    const on = decidedOn(filing);
    if (on === null) continue;
    if (filing.award !== null) keepFirst(awards, filing.award, on);
    else if (filing.task !== null) keepFirst(tasks, filing.task, on);
  }
  for (const task of programme.tasks) {
    for (const event of task.events) if (event.event === 'exempted') keepFirst(tasks, task.id, event.date);
  }
  return { awards, tasks };
}

function decidedOn(filing: Filing): string | null {
  if (filing.outcome === null || !OUTCOMES.has(filing.outcome)) return null;
  return filing.outcomeOn ?? filing.stageOn ?? filing.filedOn;
}

function keepFirst(days: Map<string, string>, key: string, on: string): void {
  const known = days.get(key);
  if (known === undefined || on < known) days.set(key, on);
}
