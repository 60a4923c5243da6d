/** Units outside every group (未分组): one that has figures in a period, but is compared with nobody then, would vanish without a word. */
import { cellAt } from '../model/figures.ts';
import type { Period } from '../model/period.ts';
import type { Figures, Unit } from '../model/portal.ts';
import { findAbsence } from '../model/unitLife.ts';
import type { MembersOf } from './members.ts';
import type { Worksheet } from './worksheet.ts';

/** A warning for each unit with figures in periods in which no group has it. */
export function reportUngrouped(sheet: Worksheet, membersOf: MembersOf): void {
  const { config, hasMemberships } = sheet.programme;
  if (!hasMemberships || config.groups.length === 0 || !config.ranking.per.includes('group')) return;
  const missing = new Map<number, Period[]>();
  sheet.periods.forEach((period, p) => {
    const grouped = new Set(config.groups.flatMap(({ id }) => [...membersOf(id, p)]));
    if (grouped.size === sheet.units.length) return;
    for (let u = 0; u < sheet.units.length; u++) {
      if (grouped.has(u) || findAbsence(sheet.units[u] as Unit, period) !== null || !hasFigure(sheet, u, period)) continue;
      missing.set(u, [...(missing.get(u) ?? []), period]);
    }
  });
  for (const [u, periods] of missing) {
    const unit = sheet.units[u] as Unit;
    const params = { unit: sheet.names.of(unit.name), programme: sheet.names.of(config.name), periods: periods.map(({ id }) => id) };
    sheet.problems.warning('unit-ungrouped', unit.place, params);
  }
}

function hasFigure({ programme, rows }: Worksheet, unit: number, { id }: Period): boolean {
  return hasFigureIn(programme.scores, rows.scores[unit] as number, id) || hasFigureIn(programme.observations, rows.observations[unit] as number, id);
}

function hasFigureIn(figures: Figures, unit: number, period: string): boolean {
  const p = figures.periodAt.get(period);
  return unit >= 0 && p !== undefined && figures.measures.some((_, m) => !Number.isNaN(figures.value[cellAt(figures, m, p, unit)]));
}
