/** Who is compared with whom: the members of a programme and of its groups in a period. */
import { isInForce } from './days.ts';
import { cellAt } from './figures.ts';
import type { Period } from './period.ts';
import type { Membership, Programme, Unit } from './portal.ts';

/** Whether a membership holds on the last day of a period. */
export function holdsIn(membership: Membership, period: Period): boolean {
  const day = period.end;
  if (day === '') return membership.to === null;
  return isInForce(membership, day);
}

/** Every unit that is, was or will be in a programme: its members and whoever has a figure, in the portal's order. Not all need be known yet. */
export function unitsOf(programme: Programme): readonly Unit[] {
  return programme.scores.units;
}

/**
 * The units that are compared in a period, in the portal's order: the group's members on the period's last day, for null everyone in the
 * programme. Where no memberships are given, every unit of the programme belongs to every group. A unit that ended in the period is compared
 * where there is anything of it; else nothing was asked of it.
 */
export function membersOf(programme: Programme, group: string | null, period: Period): readonly Unit[] {
  const isIn = (unit: Unit, at: number): boolean => isAlive(unit, period) || (isPartlyAlive(unit, period) && hasFigure(programme, at, period));
  const units = unitsOf(programme).filter((unit, at) => isIn(unit, at) && !programme.unknown.has(unit.id));
  if (!programme.hasMemberships) return units;
  const members = new Set<string>();
  for (const membership of programme.memberships) {
    if ((group === null || membership.group === group) && holdsIn(membership, period)) members.add(membership.unit);
  }
  return units.filter(({ id }) => members.has(id));
}

/** On the period's last day. */
function isAlive({ validFrom: from, validTo: to }: Unit, { end }: Period): boolean {
  return end === '' || isInForce({ from, to }, end);
}

function isPartlyAlive({ validFrom: from, validTo: to }: Unit, { start, end }: Period): boolean {
  return (from === null || from <= end) && (to === null || to >= start);
}

/** Whether any row is about a unit (by its place in the programme) in a period. */
function hasFigure({ scores, observations }: Programme, unit: number, { id }: Period): boolean {
  return [scores, observations].some((figures) => {
    const period = figures.periodAt.get(id);
    return period !== undefined && figures.measures.some((_, measure) => figures.status[cellAt(figures, measure, period, unit)] !== 0);
  });
}
