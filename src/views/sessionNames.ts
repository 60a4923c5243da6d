/** Sessions (会次) as pages call them: by their number, whatever their ids are. */
import type { ProgrammeResult } from '../assess/results.ts';

/** By id. */
export type SessionNames = Readonly<Record<string, { readonly ordinal: number; readonly held_on: string | null }>>;

/** What speaks of periods that may be sessions. */
export interface WithSessions {
  /** Those of the programme; only where it has any. */
  readonly sessions?: SessionNames;
}

const made = new WeakMap<ProgrammeResult, WithSessions>();

/** The programme's sessions, made once; nothing where it has none. */
export function withSessions(result: ProgrammeResult): WithSessions {
  let own = made.get(result);
  if (!own) {
    own = result.sessions.length === 0 ? {} : { sessions: sessionNames(result) };
    made.set(result, own);
  }
  return own;
}

/** By id, the how manieth each session is and the day on which it was held. */
export function sessionNames({ sessions }: ProgrammeResult): SessionNames {
  return Object.fromEntries(sessions.map(({ id, ordinal, heldOn }) => [id, { ordinal, held_on: heldOn }]));
}
