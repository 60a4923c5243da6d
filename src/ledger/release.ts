/**
 * What may be said on the as-of date (发布). Everything dated later is dropped here, before anything is worked out from it: not only would a
 * page name it, a rank or a count would give it away. What is internal stays until everything is worked out; see `conceal`.
 */
import { taskOf } from '../model/award.ts';
import { isOut } from '../model/days.ts';
import { figuresOn, hasFigureOut } from '../model/figuresOut.ts';
import { unitsOf } from '../model/members.ts';
import type { Adjustment, Award, Correction, Filing, Portal, Programme, Session, Task } from '../model/portal.ts';
import { releaseAppeals } from './releaseAppeals.ts';
import { releaseUnits } from './releaseUnits.ts';
import { dropUnusedWords } from './words.ts';

/** The portal as the public may know it on `portal.asOf`. */
export function release(portal: Portal): Portal {
  const { asOf } = portal;
  const unpublished = new Map(portal.programmes.map((programme) => [programme.config.id, findUnpublished(programme, asOf)]));
  const programmes = portal.programmes.map((programme) => releaseProgramme(programme, asOf, unpublished.get(programme.config.id) as Unpublished));
  const heldPeriods = new Map([...unpublished].map(([id, { periods }]) => [id, periods]));
  const held = findHeld(portal.programmes, programmes);
  const isTold = ({ publishedOn, award }: Correction): boolean => isOut(publishedOn, asOf) && !held.has(award ?? '');
  const untold = new Set(portal.corrections.flatMap((correction) => (isTold(correction) ? [] : correction.id)));
  return releaseUnits({
    ...portal,
    documents: new Map([...portal.documents].filter(([, { publishedOn, madeOn }]) => isOut(publishedOn ?? madeOn, asOf))),
    corrections: portal.corrections.filter(isTold),
    appeals: releaseAppeals(portal, programmes, { ids: held, corrections: untold, periods: heldPeriods }),
    programmes: programmes.map((programme) => withoutHeld(programme, held)),
  });
}

/**
 * No task says that it is part of one, or goes on with one, that is not out yet; no award for such a task says why it was given, and no summary
 * of a filing is about one, or about an award that is not out.
 */
function withoutHeld(programme: Programme, held: ReadonlySet<string>): Programme {
  if (held.size === 0) return programme;
  const isHeld = (id: string | null): boolean => id !== null && held.has(id);
  const shown = (id: string | null): string | null => (isHeld(id) ? null : id);
  const isLinked = programme.tasks.some(({ parent, carriedFrom }) => isHeld(parent) || isHeld(carriedFrom));
  return {
    ...programme,
    ...(isLinked && { tasks: programme.tasks.map((task) => ({ ...task, parent: shown(task.parent), carriedFrom: shown(task.carriedFrom) })) }),
    awards: programme.awards.map((award) => (isHeld(taskOf(award)) ? { ...award, reason: null, note: null } : award)),
    filings: programme.filings.map((filing) => (isHeld(filing.task) || isHeld(filing.award) ? { ...filing, digest: null } : filing)),
  };
}

/** Ids of awards and tasks that are not out yet: an appeal, or a task that goes on with one, would name them. */
function findHeld(before: readonly Programme[], after: readonly Programme[]): ReadonlySet<string> {
  const isLess = before.some(({ awards, tasks }, i) => awards.length + tasks.length > (after[i]?.awards.length ?? 0) + (after[i]?.tasks.length ?? 0));
  if (!isLess) return new Set();
  const ids = (programmes: readonly Programme[]): string[] => programmes.flatMap(({ awards, tasks }) => [...awards, ...tasks].map(({ id }) => id));
  const out = new Set(ids(after));
  return new Set(ids(before).filter((id) => !out.has(id)));
}

/** Ids of what a programme may not tell anything of: sessions that are not published, and periods. */
interface Unpublished {
  readonly sessions: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
}

function findUnpublished({ sessions, scores, observations }: Programme, asOf: string): Unpublished {
  const held = sessions.filter((session) => !isSessionOut(session, asOf));
  // Of a period that has not begun there is nothing to say yet, whatever its rows say.
  const later = [...scores.periods, ...observations.periods].filter(({ start }) => start > asOf);
  const reviewed = held.flatMap((session) => session.reviews ?? []);
  // Where a programme goes by sessions, a session is the period of its figures, awards and adjustments.
  return { sessions: new Set(held.map(({ id }) => id)), periods: new Set([...later, ...reviewed, ...held].map(({ id }) => id)) };
}

function releaseProgramme(programme: Programme, asOf: string, { sessions: heldSessions, periods: heldPeriods }: Unpublished): Programme {
  const isAwardOut = (award: Award): boolean =>
    award.awardedOn <= asOf &&
    !(award.session !== null && heldSessions.has(award.session)) &&
    !(award.period !== null && heldPeriods.has(award.period.id));
  const released = {
    memberships: releaseSpans(programme.memberships, asOf),
    scores: figuresOn(programme.scores, asOf, heldPeriods),
    observations: figuresOn(programme.observations, asOf, heldPeriods),
    awards: programme.awards.filter(isAwardOut).map((award) => releaseAward(award, asOf)),
  };
  // A veto or a bonus that came out before the results that it changes would tell of them.
  const isSilent = (period: string): boolean => hasFigureOut(programme, period, null) && !hasFigureOut(released, period, null);
  const isAdjustmentOut = ({ date, period }: Adjustment): boolean =>
    isOut(date, asOf) && period.start <= asOf && !heldPeriods.has(period.id) && !isSilent(period.id);
  const adjustments = programme.adjustments.filter(isAdjustmentOut);
  return dropUnusedWords({
    ...programme,
    ...released,
    unknown: findUnknown(programme, { ...released, adjustments }),
    adjustments,
    tasks: programme.tasks.filter((task) => isOut(task.postedOn, asOf)).map((task) => releaseTask(task, asOf)),
    sessions: programme.sessions.map((session) => (heldSessions.has(session.id) ? asScheduled(session, asOf) : session)),
    filings: programme.filings.filter((filing) => filing.filedOn <= asOf).map((filing) => releaseFiling(filing, asOf)),
  });
}

/** Units of a programme of which nothing is out: no membership that has begun, no figure, no adjustment, no award. */
function findUnknown(
  programme: Programme,
  { memberships, scores, observations, awards, adjustments }: Pick<Programme, 'memberships' | 'scores' | 'observations' | 'awards' | 'adjustments'>,
): ReadonlySet<string> {
  const held = awards.map(({ holder, holderType }) => (holderType === 'unit' ? holder : null));
  const known = new Set([...memberships.map(({ unit }) => unit), ...held, ...adjustments.map(({ unit }) => unit)]);
  for (const { status, units } of [scores, observations]) {
    const isSeen = new Uint8Array(units.length);
    for (let from = 0; from < status.length; from += units.length) {
      for (let at = 0; at < units.length; at++) if (status[from + at] !== 0) isSeen[at] = 1;
    }
    for (const [at, { id }] of units.entries()) if (isSeen[at] === 1) known.add(id);
  }
  return new Set(unitsOf(programme).flatMap(({ id }) => (known.has(id) ? [] : [id])));
}

/** Whether the results of a session may be told: it was held, and they are published. One that did not take place has none. */
function isSessionOut({ status, heldOn, publishedOn }: Session, asOf: string): boolean {
  const isPast = status === 'scheduled' ? heldOn !== null && heldOn <= asOf : isOut(heldOn, asOf);
  return isPast && isOut(publishedOn, asOf);
}

/** A session whose results are not out yet is known only by its date, and that it was held by that; of a planned one its plan is. */
function asScheduled(session: Session, asOf: string): Session {
  const { status, heldOn } = session;
  if (status === 'scheduled') return { ...session, publishedOn: null };
  const known = { ...session, status: 'scheduled', reviews: null, publishedOn: null, reason: null } as const;
  return heldOn !== null && heldOn <= asOf ? { ...known, awaited: true } : known;
}

/** What has begun by the as-of date. That it will end, and who comes after, is news of a later day. */
function releaseSpans<T extends { readonly from: string | null; readonly to: string | null }>(spans: readonly T[], asOf: string): readonly T[] {
  const isLater = (day: string | null): boolean => day !== null && day > asOf;
  if (!spans.some(({ from, to }) => isLater(from) || isLater(to))) return spans;
  return spans.filter(({ from }) => !isLater(from)).map((span) => (isLater(span.to) ? { ...span, to: null } : span));
}

/** A revocation after the as-of date has not happened yet; the row's note may well be about it. */
function releaseAward(award: Award, asOf: string): Award {
  return award.revokedOn !== null && award.revokedOn > asOf ? { ...award, state: 'active', revokedOn: null, note: null } : award;
}

function releaseFiling(filing: Filing, asOf: string): Filing {
  const isAt = filing.stageOn === null || filing.stageOn <= asOf;
  const isDecided = filing.outcomeOn === null || filing.outcomeOn <= asOf;
  if (isAt && isDecided) return filing;
  return {
    ...filing,
    ...(!isAt && { stage: null, stageOn: null, digest: null }),
    ...(!isDecided && { outcome: null, outcomeOn: null, digest: null }),
  };
}

/** Of a milestone that is done later the row's evidence is of that day, and its note may well be about it. */
function releaseTask(task: Task, asOf: string): Task {
  const events = task.events.filter((event) => event.date <= asOf);
  const progress = task.progress.filter((row) => row.asOf <= asOf);
  const units = releaseSpans(task.units, asOf);
  const undone = task.milestones.some((milestone) => milestone.doneOn !== null && milestone.doneOn > asOf);
  const isWhole = events.length === task.events.length && progress.length === task.progress.length && units === task.units;
  if (isWhole && !undone) return task;
  const milestones = undone
    ? task.milestones.map((row) => (row.doneOn !== null && row.doneOn > asOf ? { ...row, doneOn: null, evidence: null, note: null } : row))
    : task.milestones;
  return { ...task, units, events, progress, milestones };
}
