/** The day on which a computed award is given (授予日期). */
import { laterDay } from '../../model/days.ts';
import { findRow } from '../../model/figures.ts';
import type { Figures } from '../../model/portal.ts';
import { goesByTasks } from './axis.ts';
import { isOfFigures, type Judged } from './judged.ts';
import type { Met } from './met.ts';

/**
 * The session's day; else the first day from which on the rule held by what was public, but not before the period was over and a figure of it
 * out: a board that is filled by and by, a revision, a veto or a bonus of a later day gives what follows from it on that day, and what holds
 * before and after keeps its own. Where a rule asks for nothing that is published, the day on which the last of the holder's figures was; for
 * tasks the period's last day, whatever figures there are. What is judged once, now, was given when it began to hold: the as-of date would be
 * another with every build. What follows from other awards is not given before the last of them.
 */
export function awardDay(met: Met, judged: Judged): string {
  if (met.slot.id === '') return laterDay(met.heldOn, met.since) ?? met.slot.day;
  const by = laterDay(met.knownOn ?? ownDay(met, judged), met.outOn);
  return laterDay(by, met.since);
}

function ownDay({ slot, instrument, holder, dimension }: Met, judged: Judged): string {
  if (slot.session !== null || (goesByTasks(instrument, judged) && !isOfFigures(instrument))) return slot.day;
  const { scores, observations, config } = judged.programme;
  const indicators = dimension === null ? null : (config.dimensions.find(({ id }) => id === dimension)?.indicators ?? []);
  const days = [
    lastPublished(scores, dimension === null ? null : [dimension], slot.figures?.id ?? '', holder),
    lastPublished(observations, indicators, slot.figures?.id ?? '', holder),
  ];
  return days.reduce<string>((last, day) => laterDay(last, day), slot.day);
}

/** When the last of a unit's figures in a period was published: of these measures, or of all; null where no row says. */
function lastPublished(figures: Figures, measures: readonly string[] | null, period: string, unit: string): string | null {
  const u = figures.unitAt.get(unit);
  if (u === undefined || figures.notes.size === 0) return null;
  let last: string | null = null;
  for (const measure of measures ?? figures.measureAt.keys()) {
    const row = findRow(figures, measure, period);
    const published = row === null ? null : (figures.notes.get(row + u)?.publishedOn ?? null);
    last = laterDay(last, published);
  }
  return last;
}
