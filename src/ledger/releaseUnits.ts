/**
 * Units as they are known on a day (单位沿革截至当日): events of later days have not happened, so that a unit still bears its name of that
 * day; one that begins later and has nothing to show yet is left out.
 */
import { makeIsHidden } from '../assess/internalTasks.ts';
import { isInternal } from '../model/config.ts';
import { placeOf } from '../model/figures.ts';
import type { FigureNote, Figures, Portal, Programme, Unit } from '../model/portal.ts';
import { textsOf } from '../model/text.ts';
import { unitNameOn } from '../model/unitLife.ts';

/** The portal with its units as of `portal.asOf`. Its other rows must be those that are out already. */
export function releaseUnits(portal: Portal): Portal {
  const { asOf } = portal;
  const later = portal.units.filter(({ validFrom }) => validFrom !== null && validFrom > asOf);
  const busy = later.length > 0 ? findBusy(portal) : new Set<string>();
  const absent = new Set(later.map(({ id }) => id).filter((id) => !busy.has(id)));
  const released = new Map(portal.units.map((unit) => [unit, releaseUnit(unit, asOf)]));
  if (absent.size === 0 && [...released].every(([unit, own]) => unit === own)) return portal;
  const units = [...released.values()].filter(({ id }) => !absent.has(id));
  const figuresOf = (figures: Figures): Figures => {
    const left = absent.size > 0 && figures.units.some(({ id }) => absent.has(id)) ? withoutUnits(figures, absent) : figures;
    return { ...left, units: left.units.map((unit) => released.get(unit) ?? unit) };
  };
  return {
    ...portal,
    units,
    unitById: new Map(units.map((unit) => [unit.id, unit])),
    programmes: portal.programmes.map((programme) => ({
      ...programme,
      memberships: programme.memberships.filter(({ unit }) => !absent.has(unit)),
      scores: figuresOf(programme.scores),
      observations: figuresOf(programme.observations),
    })),
  };
}

function releaseUnit(unit: Unit, asOf: string): Unit {
  const events = unit.events.filter(({ date }) => date <= asOf);
  // One that ends today is still there today; that it will be gone tomorrow is tomorrow's news.
  const validTo = unit.validTo !== null && unit.validTo >= asOf ? null : unit.validTo;
  if (events.length === unit.events.length && validTo === unit.validTo) return unit;
  const renames = unit.events.filter(({ date, type, fromName }) => date > asOf && (type === 'rename' || fromName !== null));
  const told = new Set(renames.flatMap(({ toName }) => textsOf(toName)));
  return {
    ...unit,
    name: unitNameOn(unit, asOf),
    shortName: renames.length > 0 ? null : unit.shortName,
    aliases: unit.aliases.filter((alias) => !told.has(alias)),
    events,
    validTo,
  };
}

/** Units that anything is said of in public. */
function findBusy({ programmes, corrections }: Portal): ReadonlySet<string> {
  const busy = new Set<string | null>();
  const hidden = new Set<string | null>();
  for (const programme of programmes) {
    for (const figures of [programme.scores, programme.observations]) addScored(figures, busy);
    for (const { unit } of programme.adjustments) busy.add(unit);
    for (const task of programme.tasks) if (!isInternal(task)) addTaskUnits(task, busy);
    const instruments = new Map(programme.config.instruments.map((instrument) => [instrument.id, instrument]));
    const isHidden = makeIsHidden(programme);
    for (const award of programme.awards) {
      const instrument = instruments.get(award.instrument);
      if (instrument && isHidden({ award, instrument })) hidden.add(award.id);
      else if (award.holderType === 'unit') busy.add(award.holder);
    }
  }
  for (const { unit, award } of corrections) if (award === null || !hidden.has(award)) busy.add(unit);
  return new Set([...busy].filter((unit) => unit !== null));
}

function addScored(figures: Figures, busy: Set<string | null>): void {
  figures.status.forEach((code, cell) => {
    if (code !== 0) busy.add(figures.units[placeOf(figures, cell).unit]?.id ?? null);
  });
}

function addTaskUnits({ units, events }: Programme['tasks'][number], busy: Set<string | null>): void {
  for (const { unit } of units) busy.add(unit);
  for (const { byUnit, fromUnit, toUnit } of events) for (const unit of [byUnit, fromUnit, toUnit]) busy.add(unit);
}

/** The same table without the columns of some units. */
function withoutUnits(figures: Figures, absent: ReadonlySet<string>): Figures {
  const kept = figures.units.flatMap(({ id }, u) => (absent.has(id) ? [] : u));
  const rows = figures.measures.length * figures.periods.length;
  const value = new Float64Array(rows * kept.length);
  const status = new Uint8Array(rows * kept.length);
  const notes = new Map<number, FigureNote>();
  for (let row = 0; row < rows; row++) {
    kept.forEach((u, at) => {
      const from = row * figures.units.length + u;
      const to = row * kept.length + at;
      value[to] = figures.value[from] as number;
      status[to] = figures.status[from] as number;
      const note = figures.notes.get(from);
      if (note) notes.set(to, note);
    });
  }
  const units = kept.map((u) => figures.units[u] as Unit);
  return { ...figures, units, unitAt: new Map(units.map(({ id }, at) => [id, at])), value, status, notes };
}
