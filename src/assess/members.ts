/** Who is compared with whom: the members of a group, or of the whole programme, in a period. */
import type { Period } from '../model/period.ts';
import type { Unit } from '../model/portal.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Gives the units (indexes, in the portal's order) that stand in a ranking of `group` (null = all) in a period. A membership counts
 * when it holds on the period's last day, so that a unit that moved in mid-period stands once. Where nobody is a member of anything,
 * all units of the programme's figures are. The same members give the same array.
 */
export type MembersOf = (group: string | null, period: number) => Int32Array;

export function makeMembersOf(sheet: Worksheet): MembersOf {
  const known = new Map<string, Int32Array>();
  const latest = new Map<string, Int32Array>();
  const assessed = unitsWithFigures(sheet);
  return (group, period) => {
    const key = `${period}|${group ?? '*'}`;
    let members = known.get(key);
    if (!members) {
      members = findMembers(sheet, assessed, group, period);
      const same = latest.get(group ?? '*');
      if (same && isSame(same, members)) members = same;
      latest.set(group ?? '*', members);
      known.set(key, members);
    }
    return members;
  };
}

/** 1 for each unit that has a figure in any period. */
function unitsWithFigures({ present, units }: Worksheet): Uint8Array {
  const found = new Uint8Array(units.length);
  for (let at = 0; at < present.length; at += units.length) {
    for (let u = 0; u < units.length; u++) if (present[at + u]) found[u] = 1;
  }
  return found;
}

function findMembers(sheet: Worksheet, assessed: Uint8Array, group: string | null, at: number): Int32Array {
  const period = sheet.periods[at] as Period;
  const { memberships, config } = sheet.programme;
  const everybody = memberships.length === 0 && (group === null || config.groups.length < 2);
  const chosen = everybody ? assessed : new Uint8Array(sheet.units.length);
  if (!everybody) {
    for (const { group: of, unit, from, to } of memberships) {
      if ((group === null || of === group) && holdsOn(from, to, period.end)) chosen[sheet.unitAt.get(unit) as number] = 1;
    }
  }
  const row = at * sheet.units.length;
  const indexes: number[] = [];
  for (let u = 0; u < chosen.length; u++) {
    const { validFrom, validTo } = sheet.units[u] as Unit;
    if (chosen[u] && (holdsOn(validFrom, validTo, period.end) || sheet.present[row + u])) indexes.push(u);
  }
  return Int32Array.from(indexes);
}

function holdsOn(from: string | null, to: string | null, date: string): boolean {
  return (from === null || from <= date) && (to === null || to >= date);
}

/** Whether two lists of members are the same. */
export function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
