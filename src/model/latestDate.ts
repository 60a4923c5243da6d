/**
 * The newest date in the data: what `as_of: latest` means. Due dates and ends of validity are plans, and do not count; nor does what is
 * internal or not out yet, since every page prints the date.
 */
import { taskOf } from './award.ts';
import { isInternal } from './config.ts';
import { isOut } from './days.ts';
import { figuresOn, hasFigureOut } from './figuresOut.ts';
import type { Award, Figures, Portal, Programme, Task, Unit } from './portal.ts';

/** Those of periods of which a figure is out, and of the rows that are. */
function* datesOfFigures(figures: Figures): Iterable<string | null> {
  for (const { id, end } of figures.periods) if (hasFigureOut({ scores: figures, observations: figures }, id, null)) yield end;
  for (const { publishedOn, receivedOn } of figures.notes.values()) {
    yield publishedOn;
    yield receivedOn;
  }
}

function* datesOfTask(task: Task): Iterable<string | null> {
  yield task.postedOn;
  for (const { from } of task.units) yield from;
  for (const { date } of task.events) yield date;
  for (const { doneOn } of task.milestones) yield doneOn;
  for (const { asOf } of task.progress) yield asOf;
}

function* datesOfProgramme(programme: Programme, today: string): Iterable<string | null> {
  const held = programme.sessions.filter(({ heldOn, publishedOn }) => !isOut(publishedOn ?? heldOn, today));
  const periods = new Set(held.flatMap(({ id, reviews }) => [id, ...(reviews ? [reviews.id] : [])]));
  const out = { scores: figuresOn(programme.scores, today, periods), observations: figuresOn(programme.observations, today, periods) };
  const isSilent = (period: string): boolean => hasFigureOut(programme, period, null) && !hasFigureOut(out, period, null);
  for (const figures of [out.scores, out.observations]) yield* datesOfFigures(figures);
  for (const task of programme.tasks) if (!isInternal(task) && isOut(task.postedOn, today)) yield* datesOfTask(task);
  const isHidden = makeIsHidden(programme);
  for (const award of programme.awards) {
    if (isHidden(award)) continue;
    yield award.awardedOn;
    yield award.revokedOn;
  }
  for (const { heldOn, publishedOn } of programme.sessions) {
    yield heldOn;
    yield publishedOn;
  }
  for (const filing of programme.filings) {
    if (isInternal(filing)) continue;
    yield filing.filedOn;
    yield filing.stageOn;
    yield filing.outcomeOn;
  }
  for (const { date, period } of programme.adjustments) if (!isSilent(period.id)) yield date;
  for (const { from } of programme.memberships) yield from;
}

/** Gives whether an award is of an internal instrument or for an internal task. */
function makeIsHidden({ config, tasks }: Programme): (award: Award) => boolean {
  const instruments = new Set(config.instruments.filter(isInternal).map(({ id }) => id));
  const internal = new Set(tasks.filter(isInternal).map(({ id }) => id));
  return (award) => instruments.has(award.instrument) || internal.has(taskOf(award) ?? '');
}

function* datesOfUnit({ validFrom, events }: Unit): Iterable<string | null> {
  yield validFrom;
  for (const { date } of events) yield date;
}

function* datesOf(portal: Portal, today: string): Iterable<string | null> {
  for (const programme of portal.programmes) yield* datesOfProgramme(programme, today);
  for (const unit of portal.units) yield* datesOfUnit(unit);
  for (const { publishedOn, madeOn } of portal.documents.values()) yield publishedOn ?? madeOn;
  const hidden = new Set(portal.programmes.flatMap(hiddenIds));
  for (const { id, award, publishedOn } of portal.corrections) {
    if (hidden.has(award ?? '')) hidden.add(id);
    else yield publishedOn;
  }
  for (const { against, filedOn, decidedOn } of portal.appeals) {
    if (hidden.has(against)) continue;
    yield filedOn;
    yield decidedOn;
  }
}

/** Ids of awards and tasks that are internal. */
function hiddenIds(programme: Programme): string[] {
  const isHidden = makeIsHidden(programme);
  return [...programme.awards.filter(isHidden), ...programme.tasks.filter(isInternal)].map(({ id }) => id);
}

/** The newest date that is not after `today`; null when there is none. */
export function findLatestDate(portal: Portal, today: string): string | null {
  let latest: string | null = null;
  for (const date of datesOf(portal, today)) if (date && date <= today && (latest === null || date > latest)) latest = date;
  return latest;
}
