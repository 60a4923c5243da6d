/** Awards (牌令旗榜): who holds what now, and every award ever given, as `awards/index.json` gives them. */
import type { AwardBasis, AwardResult, Fact, UnrecordedAward } from '../assess/results.ts';
import { oncePer } from '../memo.ts';
import type { Tone } from '../model/config.ts';
import type { Period } from '../model/period.ts';
import type { Appeal, Portal } from '../model/portal.ts';
import { methodStart } from '../model/programmeConfig.ts';
import type { Text } from '../model/text.ts';
import { unitNameOn } from '../model/unitLife.ts';
import { awardPath } from './address.ts';
import { appealsAgainst } from './appeal.ts';
import { type AppealMark, isPending } from './appealMark.ts';
import { round } from './boardTable.ts';
import { disclosedFacts } from './disclosure.ts';
import { mentionedIds, type RuleNames, ruleNames } from './method.ts';
import type { Named } from './name.ts';
import type { InstrumentFace, ProgrammeSource, UnitNames } from './programmeSource.ts';
import { restsOnProvisional } from './provisional.ts';
import { type SessionNames, sessionNames } from './sessionNames.ts';

/** What an award and an unrecorded one have in common: what, to whom, for what, on which facts. */
interface AwardSubject {
  readonly instrument: string;
  readonly tone: Tone;
  readonly holder_type: 'unit' | 'task' | 'person';
  /** A unit's or task's id; null where it is not published. */
  readonly holder: string | null;
  readonly dimension: string | null;
  readonly task: string | null;
  /** The batch that it is for, where it is given by batch. */
  readonly batch?: { readonly id: string } & Named;
  /** One of the two, or neither. */
  readonly period: string | null;
  readonly session: string | null;
  readonly facts: readonly Fact[];
}

export interface AwardRow extends AwardSubject {
  readonly award: string;
  /** What the unit was called on the day it was given this, where it has another name now. */
  readonly holder_then?: Named;
  readonly awarded_on: string;
  /** The last day of holding, as far as it is known by the as-of date; null = still held, or never was. */
  readonly valid_to: string | null;
  readonly state: 'active' | 'superseded' | 'revoked' | 'annotated';
  readonly revoked_on: string | null;
  /** The id of the correction that took it back, or is about it. */
  readonly correction?: string;
  readonly exempted_on: string | null;
  /** The groups in which the rule gives it, where it is judged group by group. */
  readonly groups?: readonly string[];
  readonly basis: AwardBasis;
  readonly disputed: boolean;
  /** The rule gave it on figures that are provisional: with them it may change. */
  readonly provisional?: true;
  /** Of an appeal that is pending: against it, or against the figure of its holder in its period. */
  readonly appeal?: Appeal['state'];
  readonly appeal_id?: string;
  readonly current: boolean;
  readonly since: string;
  readonly until: string | null;
  /** On how many occasions in a row its holder has been given it, this one included; null where that cannot be told, or it no longer counts. */
  readonly streak: number | null;
  readonly reason: string | null;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly note: Text | null;
  /** Address of its page, below the language prefix. */
  readonly path: string;
}

export interface AwardCountRow {
  readonly instrument: string;
  readonly period: string | null;
  readonly session: string | null;
  readonly awards: number;
  readonly holders: number;
}

/** A change of method: what was given before it cannot be compared with what was given after. */
interface MethodBreak {
  readonly version: string;
  /** The first period or day that it holds for, as configured, and the day on which that begins. */
  readonly from: string;
  readonly start: string;
  readonly note: Text | null;
}

/** Ids that award rows speak of, with their names. */
export interface AwardNames {
  readonly units: UnitNames;
  readonly tasks: Readonly<Record<string, Named>>;
  readonly dimensions: Readonly<Record<string, Named>>;
  readonly periods: Readonly<Record<string, Period>>;
  readonly sessions: SessionNames;
  /** Changes of method between these awards, newest first. */
  readonly method_breaks?: readonly MethodBreak[];
}

export interface AwardsView extends Named, AwardNames {
  readonly programme: string;
  readonly as_of: string;
  readonly instruments: readonly InstrumentFace[];
  /** 1-based, of so many; `listed` awards in all. */
  readonly page: number;
  readonly pages: number;
  readonly listed: number;
  /** Awards in `counts` of which none is listed: their holders are not named. */
  readonly only_counted: number;
  readonly counts: readonly AwardCountRow[];
  readonly awards: readonly AwardRow[];
  /** What rules give and the record does not have, where the record stands: given to nobody, and said. */
  readonly unrecorded: readonly AwardSubject[];
  /** Names that the facts of `unrecorded` need. */
  readonly rule_names: RuleNames;
  /** Awards and distinct holders held on the as-of date, of each instrument. */
  readonly held_now: readonly { readonly instrument: string; readonly awards: number; readonly holders: number }[];
}

/** What an award and an unrecorded one are about. */
type Subject = Pick<AwardResult['award'], 'holderType' | 'holder' | 'dimension' | 'task' | 'period' | 'session'>;

function batchOf(batch: string | undefined, { config, named }: ProgrammeSource): Pick<AwardSubject, 'batch'> {
  if (batch === undefined) return {};
  return { batch: { id: batch, ...named(config.tasks?.batches.find(({ id }) => id === batch)?.name ?? batch) } };
}

/** Ids as they may be published: of a task that is not named, nothing. */
function subjectRow({ holderType, holder, dimension, task, period, session }: Subject, batch: string | undefined, source: ProgrammeSource) {
  const hidden = holderType === 'task' && holder !== null && source.task(holder) === undefined;
  // An award to a task is for that task, whether its row says so or not.
  const about = task ?? (holderType === 'task' ? holder : null);
  return {
    holder_type: holderType,
    holder: hidden ? null : holder,
    dimension,
    task: about !== null && source.task(about) ? about : null,
    ...batchOf(batch, source),
    period: session === null ? (period?.id ?? null) : null,
    session,
  };
}

function pendingAppeal(award: AwardResult['award'], { portal }: ProgrammeSource): Partial<AppealMark> {
  if (portal.appeals.length === 0) return {};
  const appeal = appealsAgainst(portal, appealedBy(award)).find(isPending);
  return appeal ? { appeal: appeal.state, appeal_id: appeal.id } : {};
}

/** What an appeal may name to be about an award: itself, or its holder's figure in its period. */
export function appealedBy({ id, programme, holderType, holder, period }: AwardResult['award']): readonly string[] {
  return holderType === 'unit' && holder !== null && period !== null ? [id, `${programme}/${period.id}/${holder}`] : [id];
}

function holderThen({ holderType, holder, awardedOn }: AwardResult['award'], { portal, named }: ProgrammeSource): Pick<AwardRow, 'holder_then'> {
  const unit = holderType === 'unit' && holder !== null ? portal.unitById.get(holder) : undefined;
  const then = unit && unitNameOn(unit, awardedOn);
  return unit && then && then !== unit.name ? { holder_then: named(then) } : {};
}

/** By award, the last correction that names it. */
const correctionByAward = oncePer(({ corrections }: Portal): ReadonlyMap<string, string> => {
  return new Map(corrections.flatMap(({ award, id }) => (award === null ? [] : [[award, id]])));
});

function correctionPart(correction: string | undefined): Pick<AwardRow, 'correction'> {
  return correction === undefined ? {} : { correction };
}

/** Facts with figures as short as they are printed. */
function factRows(facts: readonly Fact[]): readonly Fact[] {
  return facts.map((fact) => (typeof fact.value === 'number' ? { ...fact, value: round(fact.value, FACT_DECIMALS) } : fact));
}

/** One award in a list. */
export function awardRow({ award, instrument, ...result }: AwardResult, source: ProgrammeSource): AwardRow {
  const reason = award.reason === null ? null : source.named(award.reason);
  return {
    award: award.id,
    instrument: instrument.id,
    tone: instrument.tone,
    ...subjectRow(award, result.batch, source),
    ...holderThen(award, source),
    awarded_on: award.awardedOn,
    valid_to: result.until,
    state: result.state,
    revoked_on: award.revokedOn,
    ...correctionPart(result.correction ?? correctionByAward(source.portal).get(award.id)),
    exempted_on: result.exemptedOn,
    ...(result.groups && { groups: result.groups }),
    basis: result.basis,
    disputed: result.disputed,
    ...(result.basis === 'computed' && restsOnProvisional(source, award, result.facts) && { provisional: true }),
    ...pendingAppeal(award, source),
    current: result.current,
    since: result.since,
    until: result.until,
    streak: result.streak,
    facts: factRows(disclosedFacts(source, award, result.facts)),
    reason: reason?.name ?? null,
    ...(reason?.names ? { reasons: reason.names } : {}),
    note: award.note,
    path: awardPath(source.config.id, award.id),
  };
}

/** The days on which an award was given, taken back and lifted, as far as it was. */
export function daysOfAward({ award, exemptedOn }: AwardResult): readonly (string | null)[] {
  return [award.awardedOn, award.revokedOn, exemptedOn];
}

/** The day that an award is of: the first of its period, else the one on which it was given. */
export function dayOf({ period, awarded_on }: Pick<AwardRow, 'period' | 'awarded_on'>, periods: AwardNames['periods']): string {
  return (period === null ? undefined : periods[period]?.start) || awarded_on;
}

function methodBreaks(awards: readonly AwardResult[], { config }: ProgrammeSource): MethodBreak[] {
  const days = awards.map(({ award }) => award.period?.start || award.awardedOn).sort();
  const breaks = config.ranking.methodVersions.map(({ version, from, note }) => {
    return { version, from, start: methodStart(from, config.yearStarts) ?? '', note };
  });
  return breaks.filter(({ start }) => (days[0] ?? start) < start && start <= (days.at(-1) ?? '')).reverse();
}

/** The names that these awards need. */
export function awardNames(awards: readonly AwardResult[], source: ProgrammeSource): AwardNames {
  const subjects = awards.map(({ award }) => award);
  const breaks = methodBreaks(awards, source);
  return { ...subjectNames(subjects, source), ...(breaks.length > 0 ? { method_breaks: breaks } : {}) };
}

function subjectNames(subjects: readonly Subject[], source: ProgrammeSource): AwardNames {
  const units = new Set<string>();
  const tasks: Record<string, Named> = {};
  const dimensions: Record<string, Named> = {};
  const periods: Record<string, Period> = {};
  const sessions: Record<string, { ordinal: number; held_on: string | null }> = {};
  for (const award of subjects) {
    if (award.holderType === 'unit' && award.holder !== null) units.add(award.holder);
    for (const id of [award.task, award.holderType === 'task' ? award.holder : null]) {
      const task = id === null || Object.hasOwn(tasks, id) ? undefined : source.task(id);
      if (task && id !== null) tasks[id] = source.named(task.task.title);
    }
    const dimension = source.config.dimensions.find((one) => one.id === award.dimension);
    if (dimension) dimensions[dimension.id] = source.named(dimension.name);
    if (award.period) periods[award.period.id] = award.period;
    const session = source.result.sessions.find(({ id }) => id === award.session || id === award.period?.id);
    if (session) sessions[session.id] = { ordinal: session.ordinal, held_on: session.heldOn };
  }
  return { units: source.unitNames(units), tasks, dimensions, periods, sessions };
}

function countRows(source: ProgrammeSource): AwardCountRow[] {
  return source.result.awardCounts
    .filter((count) => source.instrument(count.instrument))
    .map(({ instrument, period, session, awards, holders }) => ({
      instrument,
      period: session === null ? (period?.id ?? null) : null,
      session,
      awards,
      holders,
    }));
}

function subjectOf(one: UnrecordedAward, { instrument }: ProgrammeSource): Subject {
  return { ...one, holderType: instrument(one.instrument)?.holder ?? 'unit' };
}

function unrecordedRow(one: UnrecordedAward, source: ProgrammeSource): AwardSubject {
  const tone = source.instrument(one.instrument)?.tone ?? 'neutral';
  const subject = subjectOf(one, source);
  return { instrument: one.instrument, tone, ...subjectRow(subject, one.batch, source), facts: factRows(disclosedFacts(source, subject, one.facts)) };
}

/** Decimals that a fact's figure is printed with, at most. */
export const FACT_DECIMALS = 4;

/** Awards on one page of the list; the JSON holds them all. */
export const AWARDS_PER_PAGE = 500;

/** Pages of the list of a programme's awards. */
export function awardPageCount(source: ProgrammeSource): number {
  return Math.max(1, Math.ceil(source.awards().length / AWARDS_PER_PAGE));
}

/** Page 1 holds every award, because it is the download too; the others only their own. */
export function awardsView(source: ProgrammeSource, page = 1): AwardsView {
  const all = source.awards();
  const awards = page === 1 ? all : all.slice((page - 1) * AWARDS_PER_PAGE, page * AWARDS_PER_PAGE);
  const unrecorded = page === 1 ? source.unrecorded() : [];
  const counts = countRows(source);
  const names = subjectNames([...awards.map(({ award }) => award), ...unrecorded.map((one) => subjectOf(one, source))], source);
  const facts = unrecorded.flatMap((one) => one.facts);
  const periods = { ...names.periods };
  for (const { period } of source.result.awardCounts) if (period) periods[period.id] = period;
  return {
    programme: source.config.id,
    ...source.named(source.config.name),
    as_of: source.portal.asOf,
    instruments: source.faces,
    page,
    pages: awardPageCount(source),
    listed: all.length,
    only_counted: counts.filter(({ instrument }) => !source.isListed(instrument)).reduce((sum, { awards: own }) => sum + own, 0),
    counts,
    held_now: source.heldNow().map(({ face, ...counts }) => ({ instrument: face.instrument, ...counts })),
    awards: awards.map((award) => awardRow(award, source)),
    unrecorded: unrecorded.map((one) => unrecordedRow(one, source)),
    rule_names: ruleNames(source, mentionedIds(null, facts)),
    ...names,
    periods,
    sessions: sessionNames(source.result),
  };
}
