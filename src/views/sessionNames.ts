/** Sessions (会次) as pages call them: by their number, whatever their ids are. */
import type { ProgrammeResult } from '../assess/results.ts';
import { oncePer } from '../memo.ts';

/** By id. */
export type SessionNames = Readonly<Record<string, { readonly ordinal: number; readonly held_on: string | null }>>;

/** What speaks of periods that may be sessions. */
export interface WithSessions {
  /** Those of the programme; only where it has any. */
  readonly sessions?: SessionNames;
}

/** The programme's sessions, made once; nothing where it has none. */
export const withSessions = oncePer(
  (result: ProgrammeResult): WithSessions => (result.sessions.length === 0 ? {} : { sessions: sessionNames(result) }),
);

/** By id, the how manieth each session is and the day on which it was held. */
export function sessionNames({ sessions }: ProgrammeResult): SessionNames {
  return Object.fromEntries(sessions.map(({ id, ordinal, heldOn }) => [id, { ordinal, held_on: heldOn }]));
}
