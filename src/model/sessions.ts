/** Which sessions (调度会, 评议会) were held. */
import { compareDays } from './days.ts';
import type { Session } from './portal.ts';

/** Whether a session really took place by `asOf`. */
export function isHeld(session: Session, asOf: string): boolean {
  const { status, heldOn } = session;
  return heldOn !== null && heldOn <= asOf && (status === 'provisional' || status === 'final' || status === 'revised');
}

/** Sessions held by `asOf`, by date. */
export function heldSessions(sessions: readonly Session[], asOf: string): (Session & { readonly heldOn: string })[] {
  const held = sessions.filter((session): session is Session & { readonly heldOn: string } => isHeld(session, asOf));
  return held.sort((a, b) => compareDays(a.heldOn, b.heldOn) || a.ordinal - b.ordinal);
}
