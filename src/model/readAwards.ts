/** Adjustments, awards and filings: what a programme hands out, takes away and decides. */
import type { Place } from '../problems.ts';
import type { Collected } from './collector.ts';
import { checkOrder } from './dateOrder.ts';
import { isPeriodOf, reportCadence } from './figureCadence.ts';
import { addId } from './names.ts';
import { createList, type OpenList, resolveInList } from './openList.ts';
import { comparePeriods, fitsCadence, nextPeriod, type Period, seriesOf } from './period.ts';
import { resolvePeriod } from './periodCell.ts';
import type { Adjustment, Award, Filing } from './portal.ts';
import { resolve, resolveDocument, resolveProgramme, resolveUnit } from './resolve.ts';
import type { RowContext } from './rowContext.ts';
import { eachRow } from './rows.ts';
import { createKeys, isFirst, repeatsWhole } from './sameRow.ts';
import { heldSessions } from './sessions.ts';
import { textsOf } from './text.ts';
import { isTotal } from './total.ts';
import type { ProgrammeDraft, World } from './world.ts';

type ByProgramme<T> = ReadonlyMap<string, readonly T[]>;

function add<T>(map: Map<string, T[]>, programme: string, item: T): void {
  const own = map.get(programme);
  if (own) own.push(item);
  else map.set(programme, [item]);
}

const NEEDS_POINTS: ReadonlySet<string> = new Set(['bonus', 'deduction', 'pre_deduction', 'cap']);

/** Later than the last period with figures by no more than this, its results may be to come. */
const MOST_PERIODS_AHEAD = 2;

/**
 * Whether an adjustment can change no result: its period has no figures, though others of its kind have, and it is none of those whose figures
 * are to come. Periods of whose figures some could not be read are not judged.
 */
function isOfNoResult({ id }: ProgrammeDraft, period: Period, figures: readonly Collected[]): boolean {
  const collectors = figures.flatMap((table) => table.get(id) ?? []);
  const known = collectors.flatMap(({ sheets }) => [...sheets.values()].map((sheet) => sheet.period));
  const series = known.filter((one) => seriesOf(one) === seriesOf(period)).sort(comparePeriods);
  if (period.kind === 'session' || series.length === 0 || collectors.some(({ unsure }) => unsure)) return false;
  if (series.some((one) => one.id === period.id)) return false;
  let next: Period | null = series.at(-1) ?? null;
  for (let ahead = 0; ahead < MOST_PERIODS_AHEAD && next !== null; ahead++) {
    next = nextPeriod(next);
    if (next?.id === period.id) return false;
  }
  return true;
}

/** Reads `adjustments`. */
export async function readAdjustments(world: World, figures: readonly Collected[]): Promise<ByProgramme<Adjustment>> {
  const adjustments = new Map<string, Adjustment[]>();
  const first = new Map<string, Place>();
  const idle = new Map<string, boolean>();
  const isIdle = (draft: ProgrammeDraft, period: Period): boolean => {
    const key = `${draft.id}|${period.id}`;
    const known = idle.get(key) ?? isOfNoResult(draft, period, figures);
    idle.set(key, known);
    return known;
  };
  await eachRow(world.folder.tables, 'adjustments', world, (cells, row) => {
    const unit = resolveUnit(world, cells.unit, row);
    const document = resolveDocument(world, cells.document, row);
    const draft = resolveProgramme(world, cells.programme, row);
    if (!draft) return;
    const period = resolvePeriod(draft, cells.period, row);
    const total = cells.dimension === null || isTotal(cells.dimension, draft.dimensions);
    const dimension = total ? null : resolve(draft.dimensions, 'dimension', cells.dimension, row, 'dimension');
    const needsPoints = NEEDS_POINTS.has(cells.kind) && !row.isFaulty('kind');
    if (needsPoints && cells.points === null && row.isBlank('points')) row.fault('points-missing', 'points', { kind: row.text('kind') });
    if (cells.points !== null && cells.points < 0) row.fault('points-negative', 'points');
    if (unit === null || !period) return;
    if (!isPeriodOf(draft, period)) reportCadence(draft, row);
    else if (isIdle(draft, period)) row.warn('adjustment-without-figures', 'period');
    const adjustment: Adjustment = {
      unit,
      period,
      dimension,
      kind: cells.kind,
      points: cells.points,
      dedupeKey: cells.dedupe_key,
      effect: cells.effect,
      reason: cells.reason,
      status: cells.status ?? (cells.kind === 'pre_deduction' ? 'proposed' : 'confirmed'),
      document,
      date: cells.date,
      ...(cells.note === null ? {} : { note: cells.note }),
      place: row.place(),
    };
    const said = [draft.id, { ...adjustment, period: period.id, place: null }];
    if (!repeatsWhole(first, said, row, ['unit', 'period', 'kind'])) add(adjustments, draft.id, adjustment);
  });
  return adjustments;
}

type InstrumentSpec = NonNullable<ProgrammeDraft['spec']['instruments']>[number];

/** The holder's id; a person's name is dropped here and goes no further. */
function resolveHolder(world: World, type: Award['holderType'], text: string | null, row: RowContext): string | null {
  if (type === 'person') return null;
  if (text === null) {
    if (row.isBlank('holder')) row.fault('holder-missing', 'holder');
    return null;
  }
  return type === 'unit' ? resolveUnit(world, text, row, 'holder') : resolve(world.tasks, 'task', text, row, 'holder');
}

function callInstrument({ id, name }: InstrumentSpec): string {
  return textsOf(name)[0] ?? id;
}

/** Whether the kind of holder fits the instrument; one that does not is reported, and its name is not looked up as well. */
function isHeldBy(instrument: InstrumentSpec, type: Award['holderType'], row: RowContext): boolean {
  const expected = instrument.holder ?? 'unit';
  if (type === expected) return true;
  const is = (type: string): number => (expected === type ? 1 : 0);
  const flags = { unit: is('unit'), task: is('task'), person: is('person') };
  row.fault('award-holder-type', 'holder_type', { instrument: callInstrument(instrument), expected, ...flags });
  return false;
}

/** What is held until the next session was given by the one that was held last, where the row does not name it. */
function findGivingSession(draft: ProgrammeDraft, instrument: InstrumentSpec | undefined, awardedOn: string, row: RowContext): string | null {
  if (instrument?.holding !== 'until_next_session' || !row.isBlank('session')) return null;
  return heldSessions(draft.sessions, awardedOn).at(-1)?.id ?? null;
}

/** Only where a file says that something is held for a period must a record name one; without, it is what happened on a day. */
function checkHolding(award: Award, instrument: InstrumentSpec, draft: ProgrammeDraft, row: RowContext): void {
  const scope = instrument.scope ?? 'overall';
  const lacks = (column: string): string => (row.source.columns.includes(column) ? column : 'award');
  if (instrument.holding === 'period' && award.period === null && award.session === null && row.isBlank('period') && row.isBlank('session')) {
    row.fault('award-period-missing', lacks('period'), { instrument: callInstrument(instrument) });
  }
  if (scope === 'dimension' && award.dimension === null && row.isBlank('dimension')) {
    row.fault('award-dimension-missing', lacks('dimension'), { instrument: callInstrument(instrument) });
  }
  const cadence = instrument.cadence ?? draft.cadence;
  if (!award.period || !cadence || cadence === 'session' || fitsCadence(award.period, cadence)) return;
  // A year to date stands beside the periods that add up to it.
  if (award.period.kind !== 'ytd' || !isPeriodOf(draft, award.period)) reportCadence({ ...draft, cadence }, row);
}

function toState(state: Award['state'] | null, revokedOn: string | null, { lastDay }: World, row: RowContext): Award['state'] {
  if (state === 'revoked' && revokedOn === null && row.isBlank('revoked_on'))
    row.fault('award-revoked-on-missing', row.source.columns.includes('revoked_on') ? 'revoked_on' : 'state');
  if (state === 'active' && revokedOn !== null && revokedOn <= lastDay) row.fault('award-not-revoked', 'state', { date: revokedOn });
  return state ?? (revokedOn ? 'revoked' : 'active');
}

/** Whether two records may be of one award: nothing that both of them say differs. */
function mayBeOne(a: Award, b: Award): boolean {
  const pairs = [
    [a.dimension, b.dimension],
    [a.task, b.task],
    [a.session, b.session],
    [a.period?.id ?? null, b.period?.id ?? null],
    [a.document, b.document],
  ];
  return pairs.every(([one, other]) => one === null || other === null || one === other);
}

/** Warns where a record says that something was revoked, and another that it is in force: a list of what was taken back beside that of what was given. */
function checkRevoked(awards: readonly Award[], { problems }: World): void {
  const of = new Map<string, Award[]>();
  for (const award of awards) if (award.holder !== null) add(of, `${award.instrument}\u0001${award.holder}\u0001${award.awardedOn}`, award);
  for (const same of of.values()) {
    const active = same.filter(({ state }) => state === 'active');
    for (const award of active.length > 0 ? same.filter(({ state }) => state === 'revoked') : []) {
      const other = active.find((one) => mayBeOne(one, award));
      if (other)
        problems.warning('award-also-active', award.place, { award: award.id, other: other.id, file: other.place.file, line: other.place.line ?? 0 });
    }
  }
}

/** Reads `awards`. */
export async function readAwards(world: World): Promise<ByProgramme<Award>> {
  const awards = new Map<string, Award[]>();
  const keys = createKeys();
  await eachRow(world.folder.tables, 'awards', world, (cells, row) => {
    if (cells.award === '' || !isFirst(keys, cells.award, row, 'award')) return;
    if (row.source.faults !== 'report') addId(world.awards, cells.award);
    const document = resolveDocument(world, cells.document, row);
    const task = resolve(world.tasks, 'task', cells.task, row, 'task');
    const draft = resolveProgramme(world, cells.programme, row);
    const instrument = draft && resolve(draft.instruments, 'instrument', cells.instrument, row, 'instrument');
    const spec = draft?.spec.instruments?.find(({ id }) => id === instrument);
    const isFitting = !row.isFaulty('holder_type') && (!spec || isHeldBy(spec, cells.holder_type, row));
    const holder = isFitting ? resolveHolder(world, cells.holder_type, cells.holder, row) : null;
    if (!draft) return;
    const award: Award = {
      id: cells.award,
      programme: draft.id,
      instrument: instrument ?? '',
      holderType: cells.holder_type,
      holder,
      dimension: resolve(draft.dimensions, 'dimension', cells.dimension, row, 'dimension'),
      task: task ?? (cells.holder_type === 'task' ? holder : null),
      period: resolvePeriod(draft, cells.period, row),
      session: resolve(draft.sessionNames, 'session', cells.session, row, 'session') ?? findGivingSession(draft, spec, cells.awarded_on, row),
      awardedOn: cells.awarded_on,
      validTo: cells.valid_to,
      state: toState(cells.state, cells.revoked_on, world, row),
      revokedOn: cells.revoked_on,
      reason: cells.reason,
      document,
      note: cells.note,
      place: row.place(),
    };
    checkOrder(row, ['awarded_on', award.awardedOn], ['valid_to', award.validTo], ['revoked_on', award.revokedOn]);
    if (spec) checkHolding(award, spec, draft, row);
    if (row.failed) return;
    addId(world.awards, award.id);
    add(awards, draft.id, award);
  });
  for (const list of awards.values()) checkRevoked(list, world);
  return awards;
}

interface FilingLists {
  readonly stages: OpenList;
  readonly outcomes: OpenList;
  readonly visibility: 'counts' | 'digests';
}

/** By kind: its lists, of the file or of the rows. */
export type FilingKinds = ReadonlyMap<string, FilingLists>;

export interface ReadFilings {
  readonly byProgramme: ByProgramme<Filing>;
  /** Of every programme. */
  readonly found: ReadonlyMap<string, FilingKinds>;
}

function createFilingLists(draft: ProgrammeDraft): FilingKinds {
  const kinds = draft.spec.filings ?? [];
  return new Map(
    kinds.map((kind) => [kind.id, { stages: createList(kind.stages), outcomes: createList(kind.outcomes), visibility: kind.visibility ?? 'counts' }]),
  );
}

/** Reads `filings`. */
export async function readFilings(world: World): Promise<ReadFilings> {
  const filings = new Map<string, Filing[]>();
  const found = new Map(world.programmes.map((draft) => [draft.id, createFilingLists(draft)]));
  const kinds = new Map(world.programmes.map((draft) => [draft.id, createList(draft.spec.filings?.map(({ id, name }) => ({ id, name })) ?? [])]));
  const keys = createKeys();
  await eachRow(world.folder.tables, 'filings', world, (cells, row) => {
    if (cells.filing === '' || !isFirst(keys, cells.filing, row, 'filing')) return;
    resolveUnit(world, cells.unit, row);
    const task = resolve(world.tasks, 'task', cells.task, row, 'task');
    const award = resolve(world.awards, 'award', cells.award, row, 'award');
    const draft = resolveProgramme(world, cells.programme, row);
    if (!draft) return;
    const kind = resolveInList(kinds.get(draft.id) as OpenList, 'filing-kind', cells.kind, row, 'kind');
    const lists = kind === null ? undefined : found.get(draft.id)?.get(kind);
    if (kind === null || !lists) return;
    checkOrder(row, ['filed_on', cells.filed_on], ['stage_on', cells.stage_on], ['outcome_on', cells.outcome_on]);
    add(filings, draft.id, {
      id: cells.filing,
      kind,
      filedOn: cells.filed_on,
      stage: resolveInList(lists.stages, 'filing-stage', cells.stage, row, 'stage') ?? '',
      stageOn: cells.stage_on,
      outcome: resolveInList(lists.outcomes, 'filing-outcome', cells.outcome, row, 'outcome'),
      outcomeOn: cells.outcome_on,
      task,
      award,
      digest: cells.digest,
      visibility: cells.visibility ?? lists.visibility,
      place: row.place(),
    });
  });
  return { byProgramme: filings, found };
}
