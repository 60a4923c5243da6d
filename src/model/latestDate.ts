/** The newest date in the data: what `as_of: latest` means. Due dates and ends of validity are plans, and do not count. */
import type { Portal, Programme, Unit } from './portal.ts';

function* datesOfFigures(programme: Programme): Iterable<string | null> {
  for (const figures of [programme.scores, programme.observations]) {
    for (const { end } of figures.periods) yield end;
    for (const { publishedOn, receivedOn } of figures.notes.values()) {
      yield publishedOn;
      yield receivedOn;
    }
  }
}

function* datesOfTasks(programme: Programme): Iterable<string | null> {
  for (const task of programme.tasks) {
    yield task.postedOn;
    for (const { from } of task.units) yield from;
    for (const { date } of task.events) yield date;
    for (const { doneOn } of task.milestones) yield doneOn;
    for (const { asOf } of task.progress) yield asOf;
  }
}

function* datesOfProgramme(programme: Programme): Iterable<string | null> {
  yield* datesOfFigures(programme);
  yield* datesOfTasks(programme);
  for (const { awardedOn, revokedOn } of programme.awards) {
    yield awardedOn;
    yield revokedOn;
  }
  for (const { heldOn, publishedOn } of programme.sessions) {
    yield heldOn;
    yield publishedOn;
  }
  for (const { filedOn, stageOn, outcomeOn } of programme.filings) {
    yield filedOn;
    yield stageOn;
    yield outcomeOn;
  }
  for (const { date } of programme.adjustments) yield date;
  for (const { from } of programme.memberships) yield from;
}

function* datesOfUnit({ validFrom, events }: Unit): Iterable<string | null> {
  yield validFrom;
  for (const { date } of events) yield date;
}

function* datesOf(portal: Portal): Iterable<string | null> {
  for (const programme of portal.programmes) yield* datesOfProgramme(programme);
  for (const unit of portal.units) yield* datesOfUnit(unit);
  for (const { publishedOn, madeOn } of portal.documents.values()) yield publishedOn ?? madeOn;
  for (const { publishedOn } of portal.corrections) yield publishedOn;
  for (const { filedOn, decidedOn } of portal.appeals) {
    yield filedOn;
    yield decidedOn;
  }
}

/** The newest date that is not after `today`; null when there is none. */
export function findLatestDate(portal: Portal, today: string): string | null {
  let latest: string | null = null;
  for (const date of datesOf(portal)) if (date && date <= today && (latest === null || date > latest)) latest = date;
  return latest;
}
