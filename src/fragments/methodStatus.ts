/** Words for statuses: of figures, of tasks, and of a subject's adjustments. A programme's own stage names come first. */
import type { Key } from '../i18n/index.ts';
import type { Text } from '../model/text.ts';
import type { SheetContext } from './sheet.ts';

const STATUSES: Readonly<Record<string, Key>> = {
  draft: 'task.status.draft',
  posted: 'task.status.posted',
  claimed: 'task.status.claimed',
  ordered: 'task.status.ordered',
  in_progress: 'task.status.in_progress',
  submitted: 'task.status.submitted',
  accepted: 'task.status.accepted',
  closed: 'task.status.closed',
  evaluated: 'task.status.evaluated',
  suspended: 'task.status.suspended',
  withdrawn: 'task.status.withdrawn',
  unclaimed: 'task.status.unclaimed',
  merged: 'task.status.merged',
  split: 'task.status.split',
  carried_over: 'task.status.carried_over',
  failed: 'task.status.failed',
  open: 'task.status.open',
  carried: 'task.status.carried',
  extended: 'task.event.extended',
  transferred: 'task.event.transferred',
  target_changed: 'task.event.target_changed',
  progress: 'task.event.progress',
  milestone_done: 'task.event.milestone_done',
  resumed: 'task.event.resumed',
  commended: 'task.event.commended',
  held_accountable: 'task.event.held_accountable',
  exempted: 'task.event.exempted',
  note: 'task.event.note',
  final: 'method.status.final',
  provisional: 'method.status.provisional',
  revised: 'method.status.revised',
  estimated: 'method.status.estimated',
  not_submitted: 'method.status.not_submitted',
  late: 'method.status.late',
  not_applicable: 'method.status.not_applicable',
  exempt: 'method.status.exempt',
  suppressed: 'method.status.suppressed',
  under_review: 'method.status.under_review',
  not_published: 'method.status.not_published',
  force_majeure: 'method.status.force_majeure',
  none: 'method.status.none',
};

/** The word for a status, stage or event: the programme's own, else the house's, else the word that the data has. */
export function statusWord(id: string, stages: Readonly<Record<string, Text>>, ctx: SheetContext): string {
  const own = stages[id];
  if (own !== undefined) return ctx.plain(own);
  const key = STATUSES[id];
  return key ? ctx.t(key) : id;
}
