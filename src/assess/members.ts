/** Who is compared with whom, as indexes into a worksheet's units. */
import { membersOf } from '../model/members.ts';
import type { Period } from '../model/period.ts';
import type { Unit } from '../model/portal.ts';
import type { ProgrammeResult } from './results.ts';
import type { Worksheet } from './worksheet.ts';

/** Gives the members of `group` (null = all) in a period, ascending. The same members give the same array, as long as they do not change. */
export type MembersOf = (group: string | null, period: number) => Int32Array;

/** Finds the members of a worksheet’s groups; results are kept. */
export function makeMembersOf({ programme, periods, unitAt }: Worksheet): MembersOf {
  const known = new Map<string, Int32Array>();
  const newest = new Map<string | null, Int32Array>();
  return (group, period) => {
    const key = `${period}|${group ?? '*'}`;
    let members = known.get(key);
    if (!members) {
      const units = membersOf(programme, group, periods[period] as Period);
      const found = Int32Array.from(units, ({ id }) => unitAt.get(id) as number);
      const same = newest.get(group);
      members = same && isSame(same, found) ? same : found;
      newest.set(group, members);
      known.set(key, members);
    }
    return members;
  };
}

/** The units of a programme without those of which nobody knows yet that they are in it. */
export function knownUnits({ units, programme: { unknown } }: Pick<ProgrammeResult, 'units' | 'programme'>): readonly Unit[] {
  return unknown.size === 0 ? units : units.filter(({ id }) => !unknown.has(id));
}

/** Whether two lists of members are the same. */
export function isSame(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && a.every((unit, i) => unit === b[i]));
}
