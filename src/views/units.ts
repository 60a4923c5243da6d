/** Lists of units (单位): the index of all, and what may be compared with what. */
import { type Period, type PeriodKind, periodsBetween, seriesOf } from '../model/period.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import type { Unit } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { findMeasure } from './measure.ts';
import { dimensionName, type Named, nameOf } from './name.ts';
import type { SiteIndex } from './siteIndex.ts';
import { type UnitLink, unitLink } from './unitLife.ts';

export interface UnitEntry extends UnitLink {
  readonly kind: string | null;
  readonly code: string | null;
  readonly parent: UnitLink | null;
  readonly aliases: readonly string[];
  /** Names that it bore before. */
  readonly former_names: readonly Text[];
  /** Its last day, where that is over; null while it is there. */
  readonly valid_to: string | null;
}

export interface UnitsView {
  readonly as_of: string;
  readonly units: readonly UnitEntry[];
}

export interface CompareGroup {
  readonly programme: string;
  readonly programme_name: Named;
  readonly group: string | null;
  readonly group_name: Named | null;
  /** Unit ids. */
  readonly units: readonly string[];
}

/** What units of a programme can be compared by. */
interface CompareProgramme extends Named {
  readonly programme: string;
  /** The total first (dimension null), then the dimensions in the programme's order. */
  readonly measures: readonly {
    readonly dimension: string | null;
    readonly title: Named | null;
    readonly by: 'score' | 'value';
    readonly decimals: number;
  }[];
  /** Oldest first; `empty`: nobody has any result of it. */
  readonly periods: readonly ({ readonly period: string; readonly kind: PeriodKind; readonly series: string; readonly empty?: true } & Named)[];
}

export interface CompareView {
  readonly as_of: string;
  readonly programmes: readonly CompareProgramme[];
  /** Every unit that is ranked somewhere; its own `index.json` holds the figures. */
  readonly units: readonly (UnitLink & {
    /** Of a unit that is no more: its last day. */
    readonly valid_to?: string;
  })[];
  readonly groups: readonly CompareGroup[];
}

export function unitsView(index: SiteIndex): UnitsView {
  const { portal } = index.site.assessment;
  return { as_of: portal.asOf, units: portal.units.map((unit) => unitEntry(index, unit)) };
}

function unitEntry(index: SiteIndex, unit: Unit): UnitEntry {
  const parent = index.site.assessment.portal.unitById.get(unit.parent ?? '');
  return {
    ...unitLink(index, unit),
    kind: unit.kind,
    code: unit.code,
    parent: parent ? unitLink(index, parent) : null,
    aliases: unit.aliases,
    former_names: unit.events.map((event) => event.fromName).filter((name) => name !== null),
    valid_to: unit.validTo,
  };
}

export function compareView(index: SiteIndex): CompareView {
  const { portal } = index.site.assessment;
  const groups = index.programmes.flatMap((programme) => programme.groups.map((group) => compareGroup(index, programme, group)));
  const shown = new Set(groups.flatMap((group) => group.units));
  const programmes = index.programmes.filter(({ groups: own }) => own.length > 0).map((programme) => compareProgramme(index, programme));
  return { as_of: portal.asOf, programmes, groups, units: portal.units.filter(({ id }) => shown.has(id)).map((unit) => comparedUnit(index, unit)) };
}

function comparedUnit(index: SiteIndex, unit: Unit): CompareView['units'][number] {
  return { ...unitLink(index, unit), ...(unit.validTo !== null && { valid_to: unit.validTo }) };
}

function compareProgramme(index: SiteIndex, programme: SiteIndex['programmes'][number]): CompareProgramme {
  const { programme: own } = programme.result;
  const portal = index.site.assessment.portal.config;
  const dimensions = programme.overall ? [null, ...programme.dimensions] : programme.dimensions;
  return {
    programme: own.config.id,
    ...nameOf(own.config.name, portal),
    measures: dimensions.map((dimension) => {
      const { by, score_decimals, value_decimals } = findMeasure(programme, dimension);
      return { dimension, title: dimensionName(own, dimension, portal), by, decimals: (by === 'value' ? value_decimals : score_decimals) ?? 2 };
    }),
    periods: withGaps(programme.periods).map(({ period, empty }) => {
      const label = Object.fromEntries(portal.languages.map((lang) => [lang, formatPeriod(period, lang)]));
      return { period: period.id, kind: period.kind, series: seriesOf(period), ...nameOf(label, portal), ...(empty && { empty: true as const }) };
    }),
  };
}

/** Periods in their order, and before each those that its series has none of. */
function withGaps(periods: readonly Period[]): { period: Period; empty: boolean }[] {
  return periods.flatMap((period, at) => {
    const before = periods.slice(0, at).findLast((one) => seriesOf(one) === seriesOf(period));
    const between = before ? periodsBetween(before, period) : [];
    return [...between.map((gap) => ({ period: gap, empty: true })), { period, empty: false }];
  });
}

function compareGroup(index: SiteIndex, programme: SiteIndex['programmes'][number], group: string | null): CompareGroup {
  const { config } = programme.result.programme;
  const portal = index.site.assessment.portal.config;
  const members = new Set<number>();
  for (const series of programme.series)
    if (series.group === group) for (const ranking of series.rankings) for (const unit of ranking.units) members.add(unit);
  const name = config.groups.find(({ id }) => id === group)?.name ?? group;
  return {
    programme: config.id,
    programme_name: nameOf(config.name, portal),
    group,
    group_name: name === null ? null : nameOf(name, portal),
    units: [...members].sort((a, b) => a - b).map((unit) => programme.result.units[unit]?.id as string),
  };
}
