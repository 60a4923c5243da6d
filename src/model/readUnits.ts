/** Units and documents: what every other table refers to. */
import { fileOf, type Place } from '../problems.ts';
import { reportCircles } from './circle.ts';
import { checkOrder } from './dateOrder.ts';
import { areTogether, compareDays } from './days.ts';
import { addId, addName, foldName } from './names.ts';
import type { Unit, UnitEvent } from './portal.ts';
import { type PendingReference, postpone, resolve, resolveDocument, resolvePending, resolveUnit } from './resolve.ts';
import { eachRow } from './rows.ts';
import { createKeys, isFirst, repeatsWhole } from './sameRow.ts';
import { type Lang, type Text, textsOf } from './text.ts';
import { findBeginning, findEnd } from './unitLife.ts';
import type { World } from './world.ts';

interface UnitRow {
  readonly unit: Omit<Unit, 'parent' | 'events' | 'order'>;
  readonly order: number | null;
  readonly parent: PendingReference | null;
}

function nameUnit(world: World, { unit }: UnitRow, written: string): void {
  const names = [...textsOf(unit.name), ...textsOf(unit.shortName), ...unit.aliases, unit.code ?? '', written];
  for (const name of names) addName(world.unitNames, unit.id, name);
}

async function readUnitRows(world: World): Promise<UnitRow[]> {
  const rows: UnitRow[] = [];
  const keys = createKeys();
  await eachRow(world.folder.tables, 'units', world, (cells, row) => {
    if (cells.unit === '' || !isFirst(keys, cells.unit, row, 'unit')) return;
    addId(world.unitNames, cells.unit);
    const isReversed = checkOrder(row, ['valid_from', cells.valid_from], ['valid_to', cells.valid_to]);
    const unit = {
      id: cells.unit,
      name: cells.name,
      shortName: cells.short_name,
      kind: cells.kind,
      code: cells.code,
      validFrom: isReversed ? null : cells.valid_from,
      validTo: isReversed ? null : cells.valid_to,
      aliases: cells.aliases ?? [],
      place: row.place(),
    };
    rows.push({ unit, order: cells.order, parent: postpone(cells.parent, row, 'parent') });
    nameUnit(world, rows.at(-1) as UnitRow, row.text('unit'));
  });
  return rows;
}

interface ReadEvents {
  readonly events: readonly UnitEvent[];
  /** Where the new name of a renaming stands. */
  readonly namedAt: ReadonlyMap<UnitEvent, Place>;
}

async function readUnitEvents(world: World): Promise<ReadEvents> {
  const events: UnitEvent[] = [];
  const namedAt = new Map<UnitEvent, Place>();
  const first = new Map<string, Place>();
  await eachRow(world.folder.tables, 'unit_events', world, (cells, row) => {
    const unit = resolveUnit(world, cells.unit, row);
    const units = (ids: readonly string[] | null, column: string): string[] =>
      (ids ?? []).flatMap((text) => resolve(world.unitNames, 'unit', text, row, column, text) ?? []);
    const successors = units(cells.successors, 'successors');
    const predecessors = units(cells.predecessors, 'predecessors');
    const document = resolveDocument(world, cells.document, row);
    if (unit === null) return;
    for (const name of [...textsOf(cells.from_name), ...textsOf(cells.to_name)]) addName(world.unitNames, unit, name);
    const { date, type, from_name: fromName, to_name: toName, note } = cells;
    // Without it rows of before would bear the new name.
    if (type === 'rename' && !row.isFaulty('type') && fromName === null && row.isBlank('from_name'))
      row.fault('rename-without-name', 'type', { date });
    const comparable = cells.comparable ?? type === 'rename';
    const said = { unit, date, type, fromName, toName, successors, predecessors, comparable, document, note };
    if (repeatsWhole(first, said, row, ['unit', 'date', 'type'])) return;
    const event = { ...said, place: row.place() };
    events.push(event);
    if (toName !== null && !row.isFaulty()) namedAt.set(event, row.at('to_name'));
  });
  events.sort((a, b) => compareDays(a.date, b.date));
  return { events, namedAt };
}

/** A text in a language, where it has one. */
function textIn(text: Text | null, lang: Lang, first: Lang): string | null {
  if (typeof text !== 'string') return text?.[lang] ?? null;
  return lang === first ? text : null;
}

/**
 * The table `units` has the names of today: those of the last renaming that there has been. One that still has the old name is at fault; one
 * that has a third may have it for a reason, and one name within the other is a short one and a full one.
 */
function checkNames({ languages, problems, lastDay }: World, unit: Unit, { namedAt }: ReadEvents): void {
  const last = unit.events.findLast(({ type, toName, date }) => (type === 'rename' || type === 'reclassify') && toName !== null && date <= lastDay);
  const place = last && namedAt.get(last);
  if (!last || !place) return;
  const first = languages[0] ?? 'en';
  for (const lang of languages) {
    const [now, then, before] = [unit.name, last.toName, last.fromName].map((text) => textIn(text, lang, first));
    const others = [textIn(unit.shortName, lang, first) ?? '', ...unit.aliases, now ?? ''].map(foldName);
    if (!now || !then || others.includes(foldName(then))) continue;
    const isOld = before != null && foldName(before) === foldName(now);
    const [ours, theirs] = [foldName(now), foldName(then)];
    if (!isOld && (ours.includes(theirs) || theirs.includes(ours))) continue;
    problems[isOld ? 'error' : 'warning']('rename-differs', place, {
      unit: unit.id,
      date: last.date,
      value: then,
      name: now,
      line: unit.place.line ?? 0,
      file: unit.place.file,
      old: isOld ? 1 : 0,
    });
    return;
  }
}

/**
 * Warns of units of one name, below the same unit and alike in what is known of them: one office, listed in two files under two ids, stands on the site twice,
 * and has its figures on whichever page its name leads to.
 */
function checkNamesakes({ languages, problems }: World, units: readonly Unit[]): void {
  const first = languages[0] ?? 'en';
  const named = new Map<string, Unit[]>();
  for (const unit of units) {
    const name = textIn(unit.name, first, first);
    if (name === null || name === '') continue;
    const key = `${unit.parent ?? ''}\u0001${foldName(name)}`;
    const others = named.get(key) ?? [];
    named.set(key, others);
    const other = others.find((one) => mayBeOne(one, unit));
    others.push(unit);
    if (!other) continue;
    const { file, line } = other.place;
    problems.warning('unit-namesake', unit.place, { name, unit: unit.id, other: other.id, file, line: line ?? 0 });
  }
}

/** Whether nothing that is known of two units of one name tells them apart: their kinds, their days, or how one of them began or ended. */
function mayBeOne(a: Unit, b: Unit): boolean {
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false;
  const isFollowed = [...a.events, ...b.events].some(({ type }) => type === 'merge' || type === 'split' || type === 'abolish');
  return !isFollowed && areTogether(toSpan(a), toSpan(b));
}

function toSpan({ validFrom: from, validTo: to }: Unit): { readonly from: string | null; readonly to: string | null } {
  return { from, to };
}

function sortUnits(units: readonly { readonly unit: Unit; readonly given: number | null }[]): Unit[] {
  const last = Number.POSITIVE_INFINITY;
  const sorted = [...units].sort((a, b) => (a.given ?? last) - (b.given ?? last) || 0);
  return sorted.map(({ unit }, order) => ({ ...unit, order }));
}

/** Reads `units` and `unit_events` into the world, in the portal's order. */
export async function readUnits(world: World): Promise<void> {
  const rows = await readUnitRows(world);
  if (rows.length === 0 && !world.folder.unread.has('units') && !world.problems.failed) world.problems.error('units-missing', fileOf('units.csv'));
  const read = await readUnitEvents(world);
  const { events } = read;
  const own = Map.groupBy(events, ({ unit }) => unit);
  const units = rows.map(({ unit, order, parent }) => {
    const above = resolvePending(world, world.unitNames, 'unit', parent);
    if (above === unit.id) world.problems.error('unit-own-parent', unit.place, { unit: unit.id });
    const validFrom = unit.validFrom ?? findBeginning(unit.id, events);
    const validTo = unit.validTo ?? findEnd(unit.id, events);
    return { unit: { ...unit, parent: above, validFrom, validTo, order: 0, events: own.get(unit.id) ?? [] }, given: order };
  });
  const below = units.filter(({ unit }) => unit.parent !== unit.id).map(({ unit }) => ({ id: unit.id, above: unit.parent, place: unit.place }));
  reportCircles(below, 'parent', world.problems);
  for (const { unit } of units) checkNames(world, unit, read);
  checkNamesakes(
    world,
    units.map(({ unit }) => unit),
  );
  world.units.push(...sortUnits(units));
}

const WEB_ADDRESS = /^(?:https?:\/\/[^\s<>"]+|\/(?![/\\])[^\s<>"]*)$/i;

/** Reads `documents` into the world. */
export async function readDocuments(world: World): Promise<void> {
  const keys = createKeys();
  await eachRow(world.folder.tables, 'documents', world, (cells, row) => {
    if (cells.document === '' || !isFirst(keys, cells.document, row, 'document')) return;
    if (cells.url && !WEB_ADDRESS.test(cells.url)) row.fault('address-unsafe', 'url');
    addId(world.documentNames, cells.document);
    for (const name of [...textsOf(cells.title), cells.number ?? '', row.text('document')]) addName(world.documentNames, cells.document, name);
    world.documents.set(cells.document, {
      id: cells.document,
      title: cells.title,
      number: cells.number,
      indexNo: cells.index_no,
      issuer: cells.issuer,
      madeOn: cells.made_on,
      publishedOn: cells.published_on,
      openness: cells.openness,
      validity: cells.validity,
      url: cells.url,
      place: row.place(),
    });
  });
}
