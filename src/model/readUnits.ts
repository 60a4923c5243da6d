/** Units and documents: what every other table refers to. */
import type { Document, Unit, UnitEvent } from './portal.ts';
import { addId, addName, createNames } from './names.ts';
import { eachRow, type RowContext } from './rows.ts';
import { findEnd } from './unitLife.ts';
import { checkOrder, createKeys, isFirst, resolve, resolveDocument, resolveUnit, textsOf, type World } from './world.ts';

type Late = (() => void)[];

function readUnitEvents(world: World, events: UnitEvent[], check: Late): Promise<void> {
  return eachRow(world.folder.tables, 'unit_events', world, (cells, row) => {
    const unit = resolveUnit(world, cells.unit, row);
    const units = (ids: readonly string[] | null, column: string): string[] =>
      (ids ?? []).flatMap((text) => resolve(world.unitNames, 'unit', text, row, column, text) ?? []);
    const event = {
      unit: unit ?? '',
      date: cells.date,
      type: cells.type,
      fromName: cells.from_name,
      toName: cells.to_name,
      successors: units(cells.successors, 'successors'),
      predecessors: units(cells.predecessors, 'predecessors'),
      comparable: cells.comparable ?? cells.type === 'rename',
      document: resolveDocument(world, cells.document, row),
      note: cells.note,
      place: row.place(),
    };
    if (unit === null) return;
    events.push(event);
    check.push(() => {
      for (const name of [...textsOf(cells.from_name), ...textsOf(cells.to_name)]) addName(world.unitNames, unit, name);
    });
    for (const name of [...textsOf(event.fromName), ...textsOf(event.toName)]) addName(world.unitNames, unit, name);
  });
}

/** A reference to another row of the same table can only be looked up when all of them are read. */
interface PendingParent {
  readonly text: string;
  readonly report: RowContext;
}
