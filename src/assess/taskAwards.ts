/** What awards say about the tasks that they are for: commended (嘉奖) or held accountable (问责). */

import { taskOf } from '../model/award.ts';
import type { Award, Programme } from '../model/portal.ts';

/** As the event of a task is called. */
export type TaskVerdict = 'commended' | 'held_accountable';

export interface TaskAwards {
  /** Recorded awards that stand and may be named. */
  readonly standing: readonly { readonly award: Award; readonly says: TaskVerdict }[];
  /** By `verdictKey`: what was said on a day and nothing says any more, with the day on which it was taken back (`''` = nobody knows when). */
  readonly takenBack: ReadonlyMap<string, string>;
}

export const NOTHING_TAKEN_BACK: TaskAwards['takenBack'] = new Map();

export function verdictKey(says: string, date: string): string {
  return `${says} ${date}`;
}

/** Kinds of instrument that say how a task stands, now or this week; they neither commend anyone nor hold anyone to account. */
const STATES: ReadonlySet<string> = new Set(['light', 'grade', 'list']);

export function awardsByTask(programme: Programme): ReadonlyMap<string, TaskAwards> {
  // Of one that is only counted, what its task's page says would name the holder.
  const telling = programme.config.instruments.filter(({ kind, visibility }) => !STATES.has(kind) && visibility === 'names');
  const tones = new Map(telling.map((instrument) => [instrument.id, instrument.tone]));
  const own = programme.awards.flatMap((award) => {
    const task = taskOf(award);
    const tone = tones.get(award.instrument);
    if (task === null || (tone !== 'positive' && tone !== 'negative')) return [];
    return { task, award, says: tone === 'positive' ? ('commended' as const) : ('held_accountable' as const) };
  });
  return new Map([...Map.groupBy(own, ({ task }) => task)].map(([task, awards]) => [task, summary(awards)]));
}

function summary(awards: readonly { readonly award: Award; readonly says: TaskVerdict }[]): TaskAwards {
  const standing = awards.filter(({ award }) => award.state !== 'revoked');
  const revoked = awards.filter(({ award }) => award.state === 'revoked');
  const takenBack = new Map(revoked.map(({ award, says }) => [verdictKey(says, award.awardedOn), award.revokedOn ?? '']));
  for (const { award, says } of standing) takenBack.delete(verdictKey(says, award.awardedOn));
  return { standing, takenBack };
}
