/** Small programmes for tests: figures as a table of text, everything else by default. */
import { rankProgramme } from '../../src/assess/ranking.ts';
import { type Ranking, rankingKey } from '../../src/assess/results.ts';
import { makeWorksheet, type Worksheet } from '../../src/assess/worksheet.ts';
import type { DimensionConfig, ProgrammeConfig, RankingConfig, ScoringRule } from '../../src/model/config.ts';
import { comparePeriods, type Period, parsePeriod } from '../../src/model/period.ts';
import {
  type Adjustment,
  FIGURE_STATUSES,
  type FigureNote,
  type FigureStatus,
  type Figures,
  type Indicator,
  type Portal,
  type Programme,
  type Unit,
} from '../../src/model/portal.ts';
import { fileOf, Problems } from '../../src/problems.ts';

export const PLACE = fileOf('test.csv');

export function periodOf(id: string): Period {
  const period = parsePeriod(id, { yearStarts: 4 });
  if (!period) throw new Error(`no period: ${id}`);
  return period;
}

export function unitOf(id: string, order = 0, more: Partial<Unit> = {}): Unit {
  const none = { shortName: null, kind: null, parent: null, code: null, validFrom: null, validTo: null };
  return { id, name: id, ...none, order, aliases: [], events: [], place: PLACE, ...more };
}

/** measure → period → unit → a number, the status of a missing one, or a number with a note. */
export type Cell = number | FigureStatus | (Partial<FigureNote> & { readonly value: number; readonly status?: FigureStatus });
export type Table = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Cell>>>>>>;

/** Like a table that was read, it has all `declared` measures, whether anything stands there or not. */
export function figuresOf(units: readonly Unit[], table: Table, declared: readonly string[] = []): Figures {
  const measures = [...new Set([...declared, ...Object.keys(table)])];
  const ids = new Set(measures.flatMap((measure) => Object.keys(table[measure] ?? {})));
  const periods = [...ids].map(periodOf).sort(comparePeriods);
  const size = measures.length * periods.length * units.length;
  const value = new Float64Array(size).fill(Number.NaN);
  const status = new Uint8Array(size);
  const notes = new Map<number, FigureNote>();
  let cell = 0;
  for (const measure of measures) {
    for (const period of periods) {
      for (const unit of units) {
        const given = table[measure]?.[period.id]?.[unit.id];
        if (given !== undefined) putCell(given, cell, value, status, notes);
        cell++;
      }
    }
  }
  return {
    units,
    unitAt: indexOf(units.map(({ id }) => id)),
    periods,
    periodAt: indexOf(periods.map(({ id }) => id)),
    measures,
    measureAt: indexOf(measures),
    value,
    status,
    notes,
  };
}

function putCell(given: Cell, cell: number, value: Float64Array, status: Uint8Array, notes: Map<number, FigureNote>): void {
  if (typeof given === 'string') {
    status[cell] = FIGURE_STATUSES.indexOf(given);
    return;
  }
  value[cell] = typeof given === 'number' ? given : given.value;
  status[cell] = FIGURE_STATUSES.indexOf(typeof given === 'number' ? 'final' : (given.status ?? 'final'));
  if (typeof given !== 'number') notes.set(cell, { ...figureNote, ...given });
}

export const figureNote: FigureNote = {
  target: null,
  planned: null,
  denominator: null,
  rankRecorded: null,
  revision: 1,
  receivedOn: null,
  publishedOn: null,
  source: null,
  note: null,
  earlier: [],
  place: PLACE,
};

function indexOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, i) => [id, i]));
}

export const GIVEN: ScoringRule = { method: 'given', cap: null, floor: null, bands: [], points: [], start: 0, per: 1, from: 0, to: 100 };

export function dimensionOf(id: string, more: Partial<DimensionConfig> = {}): DimensionConfig {
  const none = { description: null, weight: null, decimals: null, unitLabel: null, from: null, to: null };
  return { id, name: id, ...none, scoring: GIVEN, direction: 'higher', indicators: [], ...more };
}

export function indicatorOf(id: string, more: Partial<Indicator> = {}): Indicator {
  const none = { unitLabel: null, target: null, weight: null, basis: null, decimals: null, definition: null, source: null };
  const time = { methodVersion: null, validFrom: null, validTo: null };
  return { id, programme: 'p', dimension: null, name: id, aliases: [], direction: 'higher', ...none, ...time, place: PLACE, ...more };
}

export const RANKING: RankingConfig = {
  method: 'competition',
  per: ['group', 'dimension'],
  overall: true,
  across: false,
  decimals: 2,
  missing: 'exclude_unit',
  minCoverage: 1,
  tiebreak: [],
  weights: 'relative',
  dimensionPages: true,
  recorded: 'error',
  methodVersions: [],
};

export interface Sample {
  readonly units?: readonly (string | Unit)[];
  readonly scores?: Table;
  readonly observations?: Table;
  readonly ranking?: Partial<RankingConfig>;
  readonly dimensions?: readonly DimensionConfig[];
  readonly indicators?: readonly Indicator[];
  readonly groups?: readonly (string | { readonly id: string; readonly dimensions: readonly string[] })[];
  readonly memberships?: readonly (readonly [group: string, unit: string, from?: string | null, to?: string | null, weightSet?: string])[];
  readonly adjustments?: readonly (Partial<Adjustment> & Pick<Adjustment, 'unit' | 'kind'> & { readonly on: string })[];
  readonly config?: Partial<ProgrammeConfig>;
}

export function programmeOf(sample: Sample): { programme: Programme; portal: Portal } {
  const units = (sample.units ?? ['a', 'b', 'c', 'd']).map((unit, i) => (typeof unit === 'string' ? unitOf(unit, i) : unit));
  const dimensions =
    sample.dimensions ??
    Object.keys(sample.scores ?? {})
      .filter((id) => id !== 'total')
      .map((id) => dimensionOf(id));
  const own = unitsIn(units, sample);
  const programme: Programme = {
    config: configOf(sample, dimensions),
    memberships: (sample.memberships ?? []).map(([group, unit, from, to, weightSet]) => ({
      group,
      unit,
      from: from ?? null,
      to: to ?? null,
      weightSet: weightSet ?? null,
      place: PLACE,
    })),
    hasMemberships: (sample.memberships ?? []).length > 0,
    unknown: new Set(),
    indicators: sample.indicators ?? [],
    scores: figuresOf(own, sample.scores ?? {}, [...dimensions.map(({ id }) => id), 'total']),
    observations: figuresOf(
      own,
      sample.observations ?? {},
      (sample.indicators ?? []).map(({ id }) => id),
    ),
    adjustments: (sample.adjustments ?? []).map(({ on, ...rest }) => ({ ...ADJUSTMENT, period: periodOf(on), ...rest })),
    awards: [],
    tasks: [],
    sessions: [],
    filings: [],
  };
  return { programme, portal: portalOf(units, [programme]) };
}

/** Those with a figure or a membership. */
function unitsIn(units: readonly Unit[], { scores = {}, observations = {}, memberships = [] }: Sample): readonly Unit[] {
  const ids = new Set(memberships.map(([, unit]) => unit));
  for (const table of [scores, observations]) {
    for (const byPeriod of Object.values(table)) for (const cells of Object.values(byPeriod)) for (const id of Object.keys(cells)) ids.add(id);
  }
  return units.filter(({ id }) => ids.has(id));
}

const ADJUSTMENT = {
  dimension: null,
  points: null,
  dedupeKey: null,
  effect: null,
  reason: '',
  status: 'confirmed',
  document: null,
  date: null,
  place: PLACE,
} as const;

function configOf(sample: Sample, dimensions: readonly DimensionConfig[]): ProgrammeConfig {
  const groups = (sample.groups ?? []).map((group) => ({
    name: '',
    note: null,
    dimensions: null,
    ...(typeof group === 'string' ? { id: group } : group),
  }));
  const none = { description: null, parent: null, authority: null, decidedBy: null, cadence: null, tasks: null };
  const empty = { weightSets: {}, instruments: [], families: [], filings: [], claims: [] };
  const ranking = { ...RANKING, ...sample.ranking };
  const publication = { persons: 'none', minCell: 5, disclosure: 'full' } as const;
  return { id: 'p', name: 'p', ...none, yearStarts: 4, groups, dimensions, ranking, ...empty, publication, place: PLACE, ...sample.config };
}

export function portalOf(units: readonly Unit[], programmes: readonly Programme[]): Portal {
  const config = {
    title: 't',
    description: null,
    publisher: { name: 'p', url: null, phone: null, email: null },
    languages: ['zh-CN', 'en'],
    licence: null,
    asOf: 'latest',
    site: null,
    fictional: false,
    yearStarts: 1,
    workCalendar: null,
    footer: { organiser: null, icp: null, police: null, siteCode: null, links: [] },
    brand: { accent: null, emblem: null, shortTitle: null },
    column: null,
    contentSource: null,
  };
  const none = { documents: new Map(), corrections: [], appeals: [], inputs: [] };
  return { config, asOf: '2024-12-31', units, unitById: new Map(units.map((unit) => [unit.id, unit])), programmes, ...none };
}

export interface Ranked {
  readonly sheet: Worksheet;
  readonly problems: Problems;
  readonly rankings: ReadonlyMap<string, Ranking>;
  readonly totals: ReturnType<typeof rankProgramme>['totals'];
}

export function rankSample(sample: Sample): Ranked {
  const { programme, portal } = programmeOf(sample);
  const problems = new Problems();
  const sheet = makeWorksheet(programme, portal, problems);
  return { sheet, problems, ...rankProgramme(sheet) };
}

/** The places of a ranking by unit, `0` = none; `scoresOf` likewise. */
export function placesIn(ranked: Ranked, dimension: string | null, period: string, group: string | null = null): Record<string, number> {
  return byUnit(ranked, dimension, period, group, ({ rank }, at) => rank[at] as number);
}

export function scoresIn(ranked: Ranked, dimension: string | null, period: string, group: string | null = null): Record<string, number> {
  return byUnit(ranked, dimension, period, group, ({ score }, at) => score[at] as number);
}

export function byUnit<T>(
  ranked: Ranked,
  dimension: string | null,
  period: string,
  group: string | null,
  read: (ranking: Ranking, position: number) => T,
): Record<string, T> {
  const ranking = getRanking(ranked, dimension, period, group);
  return Object.fromEntries(Array.from(ranking.units, (unit, at) => [ranked.sheet.units[unit]?.id, read(ranking, at)]));
}

export function getRanking(ranked: Ranked, dimension: string | null, period: string, group: string | null = null): Ranking {
  const ranking = ranked.rankings.get(rankingKey(dimension, period, group));
  if (!ranking) throw new Error(`no ranking: ${rankingKey(dimension, period, group)}`);
  return ranking;
}
