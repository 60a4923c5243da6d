/** The life of units (单位沿革): what a unit was called on a day, and when it existed. */
import { addDays } from './days.ts';
import type { Period } from './period.ts';
import type { Unit, UnitEvent } from './portal.ts';
import type { Text } from './text.ts';

/** The unit's name on a day: rows from before an event that changed it, as a rename or a county's becoming a city, keep the old one. Of a period whose end nobody knows ('') it is today's. */
export function unitNameOn(unit: Unit, date: string): Text {
  if (date === '') return unit.name;
  const later = unit.events.find((event) => event.date > date && event.fromName !== null);
  return later?.fromName ?? unit.name;
}

/** The day before the event that ended a unit: abolished, merged into another, or split up. */
export function findEnd(unit: string, events: readonly UnitEvent[]): string | null {
  const ends = events.filter((event) => {
    if (event.predecessors.includes(unit)) return event.unit !== unit && (event.type === 'merge' || event.type === 'split');
    if (event.unit !== unit) return false;
    return (
      event.type === 'abolish' ||
      ((event.type === 'merge' || event.type === 'split') && event.successors.length > 0 && !event.successors.includes(unit))
    );
  });
  const first = ends.map(({ date }) => date).sort()[0];
  return first ? addDays(first, -1) : null;
}

/** The day of the event that a unit began with: others were merged into it, or it was split off another. One that was there before is its own predecessor. */
export function findBeginning(unit: string, events: readonly UnitEvent[]): string | null {
  const begins = events.filter((event) => {
    if (event.unit !== unit) return event.type === 'split' && event.successors.includes(unit);
    return (event.type === 'merge' || event.type === 'split') && event.predecessors.length > 0 && !event.predecessors.includes(unit);
  });
  return begins.map(({ date }) => date).sort()[0] ?? null;
}

/** On which side of the unit's life a period lies; null where it touches it, or has no days of its own. */
export function findAbsence(unit: Unit, period: Period): 'before' | 'after' | null {
  if (unit.validFrom && period.end && period.end < unit.validFrom) return 'before';
  return unit.validTo && period.start && period.start > unit.validTo ? 'after' : null;
}

/** Whether a unit has not ended before a day: on its last one it is still there. */
export function isCurrent({ validTo }: Unit, date: string): boolean {
  return validTo === null || validTo >= date;
}

/** Whether two days are in the same calendar year. */
export function isSameYear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}
