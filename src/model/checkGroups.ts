/** Units with figures that would be on no page, since they are in no group of their programme at that time. */
import { holdsIn } from './members.ts';
import { comparePeriods, type Period } from './period.ts';
import type { Unit } from './portal.ts';
import { type Collected, findFirstFigure } from './readFigures.ts';
import { findAbsence } from './unitLife.ts';
import type { ProgrammeDraft, World } from './world.ts';

function membersIn({ memberships }: ProgrammeDraft, period: Period): ReadonlySet<string> {
  return new Set(memberships.filter((membership) => holdsIn(membership, period)).map(({ unit }) => unit));
}

/** More periods than this are summed up. */
const MOST_NAMED = 4;

/** Warns of each such unit once, at its first figure. Without memberships every unit belongs everywhere. */
export function checkGroups(world: World, draft: ProgrammeDraft, tables: readonly Collected[]): void {
  if (draft.memberships.length === 0) return;
  const left = new Map<Unit, { readonly periods: Map<string, Period>; readonly place: ReturnType<typeof findFirstFigure> }>();
  for (const collector of tables.flatMap((table) => table.get(draft.id) ?? [])) {
    for (const sheet of [...collector.sheets.values()].sort((a, b) => comparePeriods(a.period, b.period))) {
      const members = membersIn(draft, sheet.period);
      for (const [u, unit] of world.units.entries()) {
        if (members.has(unit.id)) continue;
        const place = findFirstFigure(collector, sheet, u, world.folder.tables);
        if (!place || findAbsence(unit, sheet.period)) continue;
        const known = left.get(unit);
        if (known) known.periods.set(sheet.period.id, sheet.period);
        else left.set(unit, { periods: new Map([[sheet.period.id, sheet.period]]), place });
      }
    }
  }
  for (const [unit, { periods, place }] of left) {
    const ids = [...periods.values()].sort(comparePeriods).map(({ id }) => id);
    const named = ids.length > MOST_NAMED ? [...ids.slice(0, MOST_NAMED - 1), '…', ids.at(-1) as string] : ids;
    world.problems.warning('unit-without-group', place ?? unit.place, { unit: unit.id, periods: named, programme: draft.id });
  }
}
