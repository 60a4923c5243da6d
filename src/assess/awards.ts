/**
 * Awards as they are published: what the record says, checked against the rule or drafted by it.
 *
 * `recorded`: the record alone; a rule only explains it. `computed`: the rule gives the awards, and the record may add their documents and
 * revocations. `both`: record and rule must agree in either direction, unless the programme lets the record stand.
 */
import type { InstrumentConfig } from '../model/config.ts';
import { daysBetween } from '../model/days.ts';
import type { Award, Portal } from '../model/portal.ts';
import type { Problems } from '../problems.ts';
import { countAwards } from './awardCounts.ts';
import { makeAwardIds } from './awardId.ts';
import {
  type Report,
  reportClash,
  reportContradiction,
  reportDifference,
  reportHole,
  reportOverlap,
  reportStatus,
  reportTie,
} from './awardProblems.ts';
import { type Exemptions, exemptionOf, exemptionsOf, lastCounted } from './exemptions.ts';
import { type Given, holdingOf, makeHoldingContext, roundKey } from './holding.ts';
import { makeIsOfInternal } from './internalTasks.ts';
import { makeNames } from './names.ts';
import { type AwardResult, type ProgrammeResult, rankingsIn, type UnrecordedAward } from './results.ts';
import { awardDay } from './rules/awardDay.ts';
import { type Axis, axesOf, type Slot, slotOf } from './rules/axis.ts';
import { familyKey, type Judged } from './rules/judged.ts';
import { makeKnown } from './rules/known.ts';
import { type Met, metKey, recordsOf } from './rules/met.ts';
import { findHoles, findOverlaps } from './rules/proof.ts';
import { occasionKey, type Run, runRules } from './rules/run.ts';
import { findUnknownStatuses } from './rules/statusWords.ts';
import { findStreaks } from './streaks.ts';

type Awarded = Pick<ProgrammeResult, 'awards' | 'awardCounts' | 'holes' | 'unrecorded'>;

/** The awards of a programme as they are published, with their counts, and what of the rule is not on record. */
export function assessAwards(partial: Judged, portal: Portal, problems: Problems): Awarded {
  const { config } = partial.programme;
  const report: Report = { problems, names: makeNames(portal, partial.programme) };
  const holes = proveRules(partial, report);
  if (config.instruments.length === 0) return { awards: [], awardCounts: [], holes, unrecorded: [] };
  const axes = axesOf(partial, portal);
  const exemptions = exemptionsOf(portal);
  const known = makeKnown(partial, portal);
  const run = runRules(partial, portal, axes, known, (award, instrument) => lastCounted(award, instrument, exemptions));
  reportClashes(run, partial, report);
  for (const contradiction of run.contradictions) reportContradiction(contradiction, report);
  const { given, unrecorded } = reconcile(partial, axes, run, exemptions, portal.asOf, report);
  const context = makeHoldingContext(given, axes, partial, known, portal);
  const isOfInternal = makeIsOfInternal(partial.programme);
  const streaks = findStreaks(
    given.filter((one) => !isOfInternal(one)),
    axes,
  );
  const awards = given.map((one): AwardResult => ({ ...one, ...holdingOf(one, context), streak: streaks.get(one.award.id) ?? null }));
  return { awards, awardCounts: countAwards(awards, portal.asOf), holes, unrecorded };
}

function proveRules({ programme }: Judged, report: Report): ProgrammeResult['holes'] {
  for (const unknown of findUnknownStatuses(programme)) reportStatus(unknown, report);
  for (const overlap of findOverlaps(programme.config)) reportOverlap(overlap, report);
  const holes = findHoles(programme.config);
  for (const hole of holes) reportHole(hole, programme.config, report);
  return holes;
}

/** A pair whose bands overlap was reported as such already. */
function reportClashes(run: Run, judged: Judged, report: Report): void {
  const proven = new Set(findOverlaps(judged.programme.config).map(({ first, second }) => `${first.id} ${second.id}`));
  for (const clash of run.clashes)
    if (!proven.has(`${clash.first.id} ${clash.second.id}`)) reportClash(clash, rankedBeside(clash.example, judged), report);
}

/** How many have a place in the group that a holder is ranked in; the smallest where there are several, 0 where there is none. */
function rankedBeside({ holder, slot, dimension }: Met, judged: Judged): number {
  const unit = judged.unitAt.get(holder);
  if (unit === undefined || slot.figures === null) return 0;
  const sizes = rankingsIn(judged, dimension, slot.figures.id).flatMap(({ position, ranked }) => ((position[unit] ?? -1) >= 0 ? ranked : []));
  return sizes.length === 0 ? 0 : Math.min(...sizes);
}

interface Reconciled {
  readonly given: readonly Given[];
  readonly unrecorded: readonly UnrecordedAward[];
}

/** What record and rules give together, in order; and what should be on record by the as-of date and is not. */
function reconcile(partial: Judged, axes: ReadonlyMap<string, Axis>, run: Run, exemptions: Exemptions, asOf: string, report: Report): Reconciled {
  const { given, recorded } = takeRecords(partial, axes, run, exemptions, report);
  const undecided = [...run.mets.values()].filter((met) => met.undecided && met.instrument.source === 'computed');
  for (const tied of Map.groupBy(undecided, tieKey).values()) reportTie(tied, report);
  const taken = new Set(partial.programme.awards.map((award) => award.id));
  const idOf = makeAwardIds(taken, partial.programme, run.mets.values());
  const isDue = makeIsDue(given, axes, asOf);
  const holdings = Map.groupBy(given.filter(isUntilClosed), ({ award, instrument }) => metKey(instrument, 0, { ...award, batch: null }));
  const drafted: Given[] = [];
  const unrecorded: UnrecordedAward[] = [];
  for (const [key, met] of run.mets) {
    if (met.holds !== true || met.instrument.source === 'recorded' || recorded.has(key)) continue;
    const before = isUntilClosed(met) ? (holdings.get(metKey(met.instrument, 0, met)) ?? []) : [];
    if (before.some(({ award }) => isHeldOn(award, met.slot.day))) continue;
    if (met.instrument.source === 'computed') {
      // Of a period that is not over yet there may be figures.
      const awardedOn = awardDay(met, partial);
      if (awardedOn > asOf) continue;
      const one = fromRule(met, { id: idOf(met), programme: partial.programme.config.id, awardedOn }, exemptions);
      drafted.push(one);
      if (isUntilClosed(one)) holdings.set(metKey(met.instrument, 0, met), [...before, one]);
    } else if (!isDue(met)) continue;
    else if (met.instrument.recorded === 'record_stands') unrecorded.push(unrecordedOf(met));
    else reportDifference('award-not-recorded', met.instrument.place, met, report);
  }
  return { given: sorted([...given, ...drafted], partial), unrecorded };
}

/** Recorded awards with what their rules say of them; and by `metKey`, of what rules may give, that of which there is a record. */
function takeRecords({ programme }: Judged, axes: ReadonlyMap<string, Axis>, run: Run, exemptions: Exemptions, report: Report) {
  const given: Given[] = [];
  const recorded = new Set<string>();
  const recordOf = recordsOf(programme);
  const instruments = new Map(programme.config.instruments.map((instrument) => [instrument.id, instrument]));
  for (const award of programme.awards) {
    const instrument = instruments.get(award.instrument);
    if (!instrument) continue;
    const axis = axes.get(instrument.id);
    const at = axis?.find(award) ?? -1;
    const whom = recordOf(award, instrument);
    const keys = whom.map((who) => metKey(instrument, at, who));
    for (const key of keys) recorded.add(key);
    const found = keys.flatMap((key) => run.mets.get(key) ?? []);
    const judgedThen = instrument.source !== 'recorded' && run.judgedOn.has(occasionKey(instrument.id, at));
    const slot = judgedThen ? (axis?.slots[at] ?? null) : null;
    const met = found.find(({ holds }) => holds === true) ?? found[0];
    given.push({ ...fromRecord(award, instrument, slot, met, exemptions, report), ...ofBatch(whom.length === 1 ? whom[0]?.batch : null) });
  }
  return { given, recorded };
}

/** What is held until its task is closed is given once for it, however often its rule is met until then. */
function isUntilClosed({ instrument }: Pick<Given, 'instrument'>): boolean {
  return instrument.holding === 'until_closed' && (instrument.holder === 'task' || instrument.scope === 'task');
}

function isHeldOn({ awardedOn, state, revokedOn }: Award, day: string): boolean {
  return awardedOn <= day && (state !== 'revoked' || (revokedOn ?? awardedOn) > day);
}

/** What tells ties apart: the instrument, the occasion and the board. */
function tieKey({ instrument, slot, dimension }: Met): string {
  return JSON.stringify([instrument.id, slot.index, dimension]);
}

/**
 * Whether an award that the rule gives should be on record by the as-of date. Offices hand out some days after a period: as long as nothing
 * of the family was handed out for it, and no more days have passed than it once took, nothing is missing yet.
 */
function makeIsDue(given: readonly Given[], axes: ReadonlyMap<string, Axis>, asOf: string): (met: Met) => boolean {
  const begun = new Set<string>();
  const lags = new Map<string, number>();
  for (const { award, instrument } of given) {
    const slot = slotOf(axes, award);
    if (!slot) continue;
    const family = familyKey(instrument);
    begun.add(roundKey(instrument, slot));
    lags.set(family, Math.max(lags.get(family) ?? 0, daysBetween(slot.day, award.awardedOn)));
  }
  return ({ instrument, slot }) => {
    return begun.has(roundKey(instrument, slot)) || daysBetween(slot.day, asOf) >= (lags.get(familyKey(instrument)) ?? 0);
  };
}

/** `slot` is the occasion on which the rule was judged; null where it does not bind, or could not be judged. */
function fromRecord(
  award: Award,
  instrument: InstrumentConfig,
  slot: Slot | null,
  met: Met | undefined,
  exemptions: Exemptions,
  report: Report,
): Given {
  const agrees = met?.holds === true;
  const differs = slot !== null && !agrees && met?.undecided !== true && award.state !== 'revoked';
  const stands = instrument.recorded === 'record_stands';
  if (differs && !stands) {
    const { holder, dimension } = award;
    reportDifference('award-not-by-rule', award.place, { instrument, holder, dimension, slot, facts: met?.facts ?? [] }, report);
  }
  return {
    award,
    instrument,
    basis: slot !== null && agrees ? 'both' : 'recorded',
    facts: met?.facts ?? [],
    disputed: differs && stands,
    ...(agrees && groupsOf(met)),
    ...exempted(award, instrument, exemptions),
  };
}

function ofBatch(batch: string | null | undefined): Pick<AwardResult, 'batch'> {
  return batch ? { batch } : {};
}

function groupsOf({ groups }: Met): Pick<AwardResult, 'groups'> {
  return groups.length > 0 ? { groups } : {};
}

type Exempted = Pick<AwardResult, 'exemptedOn' | 'exemption'>;

function exempted(award: Award, instrument: InstrumentConfig, exemptions: Exemptions, standing = false): Exempted {
  const exemption = exemptionOf(award, instrument, exemptions, standing);
  return { exemptedOn: exemption?.on ?? null, exemption };
}

function fromRule(met: Met, own: Pick<Award, 'id' | 'programme' | 'awardedOn'>, exemptions: Exemptions): Given {
  const { instrument, slot, holder, dimension, task, batch } = met;
  const award: Award = {
    ...own,
    instrument: instrument.id,
    holderType: instrument.holder,
    holder,
    dimension,
    task,
    period: slot.period,
    session: slot.session?.id ?? null,
    validTo: null,
    state: 'active',
    revokedOn: null,
    reason: null,
    document: null,
    note: null,
    place: instrument.place,
  };
  const exemption = exempted(award, instrument, exemptions, slot.id === '');
  return { award, instrument, basis: 'computed', facts: met.facts, disputed: false, ...ofBatch(batch), ...groupsOf(met), ...exemption };
}

function unrecordedOf({ instrument, holder, dimension, task, batch, slot, facts }: Met): UnrecordedAward {
  const session = slot.session?.id ?? null;
  return { instrument: instrument.id, holder, dimension, task, ...ofBatch(batch), period: slot.period, session, facts };
}

/** By day, then as instruments are configured, then by dimension and by unit or task as the portal lists them. */
function sorted(given: readonly Given[], { programme, unitAt }: Judged): readonly Given[] {
  const instruments = new Map(programme.config.instruments.map((instrument, i) => [instrument.id, i]));
  const dimensions = new Map(programme.config.dimensions.map((dimension, i) => [dimension.id, i]));
  const taskAt = new Map(programme.tasks.map(({ id }, i) => [id, i]));
  const at = ({ holder, holderType }: Award): number | undefined => (holderType === 'task' ? taskAt : unitAt).get(holder ?? '');
  const keyed = given.map((one) => ({
    one,
    day: one.award.awardedOn,
    keys: [instruments.get(one.instrument.id) ?? 0, dimensions.get(one.award.dimension ?? '') ?? -1, at(one.award) ?? Number.MAX_SAFE_INTEGER],
  }));
  keyed.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1;
    const differs = a.keys.findIndex((key, i) => key !== b.keys[i]);
    if (differs >= 0) return (a.keys[differs] as number) - (b.keys[differs] as number);
    return a.one.award.id < b.one.award.id ? -1 : 1;
  });
  return keyed.map(({ one }) => one);
}
