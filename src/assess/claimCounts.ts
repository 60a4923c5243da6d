/** What a claim counts: rows of a table that match every column of its `where`. */
import { holderKey, taskOf } from '../model/award.ts';
import { type CountConfig, isInternal } from '../model/config.ts';
import type { COUNT_COLUMNS } from '../model/countColumns.ts';
import { daysBetween } from '../model/days.ts';
import { membersOf } from '../model/members.ts';
import { type Period, toDay, yearDay } from '../model/period.ts';
import type { Filing, Portal, Session, Unit } from '../model/portal.ts';
import { heldSessions } from '../model/sessions.ts';
import { isCounted } from './awardCounts.ts';
import { makeIsOfInternal } from './internalTasks.ts';
import { knownUnits } from './members.ts';
import type { AwardResult, TaskResult, UnclaimedResult } from './results.ts';
import { awardPeriod, sessionOf } from './sessions.ts';
import { isPosted } from './taskLife.ts';

/** The values of a row in each column that its table is counted by; a row matches when one of them is asked for. */
type Columns<T, Table extends keyof typeof COUNT_COLUMNS> = Readonly<
  Record<(typeof COUNT_COLUMNS)[Table][number], (row: T) => readonly (string | null)[]>
>;

const OF_TASKS: Columns<TaskResult, 'tasks'> = {
  task: ({ task }) => [task.id],
  origin: ({ task }) => [task.origin],
  category: ({ task }) => [task.category],
  batch: ({ task }) => [task.batch],
  year: ({ task }) => [task.year],
  parent: ({ task }) => [task.parent],
  visibility: ({ task }) => [task.visibility],
  status: ({ status, outcome }) => [status, outcome],
  stage: ({ status }) => [status],
  outcome: ({ outcome }) => [outcome],
  lead: ({ leads }) => leads,
  unit: ({ roles }) => Object.values(roles).flat(),
  overdue: ({ overdue }) => [String(overdue)],
  on_time: ({ onTime }) => [String(onTime)],
  commended: ({ commended }) => [String(commended)],
  held_accountable: ({ heldAccountable }) => [String(heldAccountable)],
  exempted: ({ exempted }) => [String(exempted)],
  extended: ({ extensions }) => [String(extensions.length > 0)],
};

const OF_AWARDS: Omit<Columns<AwardResult, 'awards'>, 'batch' | 'category' | 'group'> = {
  award: ({ award }) => [award.id],
  instrument: ({ instrument }) => [instrument.id],
  tone: ({ instrument }) => [instrument.tone],
  kind: ({ instrument }) => [instrument.kind],
  family: ({ instrument }) => [instrument.family],
  severity: ({ instrument }) => [String(instrument.severity)],
  session: (result) => [sessionOf(result)],
  period: ({ award }) => [award.period?.id ?? null],
  year: ({ award }) => [yearDay(award.period, award.period?.start ?? award.awardedOn).slice(0, 4), award.period?.id ?? null],
  dimension: ({ award }) => [award.dimension],
  holder: ({ award }) => [award.holder],
  holder_type: ({ award }) => [award.holderType],
  task: ({ award }) => [taskOf(award)],
  state: ({ award, state }) => [award.state, state],
  status: ({ award, state }) => [award.state, state],
  current: ({ current }) => [String(current)],
};

function columnsOfAwards(counted: UnclaimedResult): Columns<AwardResult, 'awards'> {
  const { tasks, programme } = counted;
  const byId = new Map(tasks.map(({ task }) => [task.id, task]));
  const groupsOf = makeGroupsOf(programme);
  return {
    ...OF_AWARDS,
    batch: ({ award, batch }) => [byId.get(taskOf(award) ?? '')?.batch ?? batch ?? null],
    category: ({ award }) => [byId.get(taskOf(award) ?? '')?.category ?? null],
    group: ({ award }) => groupsOf(award.holder, awardPeriod(award, counted) ?? toDay(award.awardedOn)),
  };
}

type GroupsOf = (unit: string | null, period: Period) => readonly string[];

/** Gives the groups that a unit belongs to in a period, as boards have them: on its last day. */
function makeGroupsOf(programme: UnclaimedResult['programme']): GroupsOf {
  const known = new Map<string, ReadonlySet<string>>();
  const membersIn = (group: string, period: Period): ReadonlySet<string> => {
    const key = `${period.id}|${group}`;
    const members = known.get(key) ?? new Set(membersOf(programme, group, period).map(({ id }) => id));
    known.set(key, members);
    return members;
  };
  const groups = programme.config.groups.map(({ id }) => id);
  return (unit, period) => (unit === null ? [] : groups.filter((group) => membersIn(group, period).has(unit)));
}

const OF_FILINGS: Columns<Filing, 'filings'> = {
  filing: (filing) => [filing.id],
  kind: (filing) => [filing.kind],
  stage: (filing) => [filing.stage],
  outcome: (filing) => [filing.outcome],
  task: (filing) => [filing.task],
  award: (filing) => [filing.award],
  visibility: (filing) => [filing.visibility],
  year: (filing) => [filing.filedOn.slice(0, 4)],
};

const OF_SESSIONS: Columns<Session, 'sessions'> = {
  session: (session) => [session.id],
  status: (session) => [session.status],
  period: (session) => [session.reviews?.id ?? null],
  year: (session) => [session.heldOn?.slice(0, 4) ?? null],
};

/** Columns of `holders` that ask how many of the awards chosen a holder has: exactly, by either name, or at least. */
const OF_HOLDING: readonly string[] = ['holds', 'awards', 'holds_at_least'];

/** How many rows match. A column that the table does not have was reported when the portal was read; nothing matches it. */
export function countRows({ count, where }: CountConfig, result: UnclaimedResult, portal: Portal): number {
  switch (count) {
    case 'tasks':
      return pick(countedTasks(result, where), where, OF_TASKS).length;
    case 'awards':
      return pick(countedAwards(result, where, portal), where, columnsOfAwards(result)).length;
    case 'holders':
      return countHolders(pick(countedAwards(result, where, portal), where, columnsOfAwards(result), OF_HOLDING), where);
    case 'filings':
      return pickFilings(where, result).length;
    case 'units':
      return pick(knownUnits(result), where, columnsOfUnits(result, portal)).length;
    case 'sessions':
      return pick(where.status ? result.sessions : heldSessions(result.sessions, portal.asOf), where, OF_SESSIONS).length;
    case 'days_between_sessions':
      return daysOf(where, result, portal);
  }
}

/** The filings that match. What is internal was not printed anywhere: it counts only where a claim asks for it by name. */
export function pickFilings(where: CountConfig['where'], { programme: { filings } }: UnclaimedResult): readonly Filing[] {
  return pick(where.visibility ? filings : filings.filter((filing) => !isInternal(filing)), where, OF_FILINGS);
}

function pick<T>(
  rows: readonly T[],
  where: CountConfig['where'],
  columns: Readonly<Record<string, (row: T) => readonly (string | null)[]>>,
  also: readonly string[] = [],
): readonly T[] {
  const asked = Object.entries(where).filter(([column]) => !also.includes(column));
  return rows.filter((row) => asked.every(([column, values]) => columns[column]?.(row).some((value) => value !== null && values.includes(value))));
}

/** Drafts were not posted: they count only where a claim asks for `draft`. */
function countedTasks({ tasks }: UnclaimedResult, where: CountConfig['where']): readonly TaskResult[] {
  const shown = where.visibility ? tasks : tasks.filter(({ task }) => !isInternal(task));
  const asked = [where.status, where.stage, where.outcome].some((words) => words?.includes('draft'));
  return asked ? shown : shown.filter(isPosted);
}

/** Revoked and exempted awards do not count, unless the claim asks for a state itself. */
function countedAwards({ awards, programme }: UnclaimedResult, where: CountConfig['where'], portal: Portal): readonly AwardResult[] {
  const isOfInternal = makeIsOfInternal(programme);
  const named = where.instrument ? awards : awards.filter(({ instrument }) => !isInternal(instrument));
  const shown = where.task ? named : named.filter((award) => !isOfInternal(award));
  return where.state || where.status ? shown : shown.filter((award) => isCounted(award, portal.asOf));
}

/** Different holders; with `holds`, those that hold exactly so many of the awards chosen, with `holds_at_least`, so many or more. */
function countHolders(awards: readonly AwardResult[], where: CountConfig['where']): number {
  const byHolder = new Map<string, number>();
  for (const { award } of awards) {
    const holder = holderKey(award);
    byHolder.set(holder, (byHolder.get(holder) ?? 0) + 1);
  }
  const exactly = (where.holds ?? where.awards)?.map(Number);
  const least = where.holds_at_least?.map(Number) ?? [];
  return [...byHolder.values()].filter((n) => (exactly === undefined || exactly.includes(n)) && least.every((few) => n >= few)).length;
}

function columnsOfUnits({ programme }: UnclaimedResult, { asOf }: Portal): Columns<Unit, 'units'> {
  const groupsOf = makeGroupsOf(programme);
  const today = toDay(asOf);
  return {
    unit: (unit) => [unit.id],
    kind: (unit) => [unit.kind],
    parent: (unit) => [unit.parent],
    group: (unit) => groupsOf(unit.id, today),
  };
}

/** Days from the first to the last of the sessions named; without a name, between the last two that were held. */
function daysOf(where: CountConfig['where'], { sessions }: UnclaimedResult, portal: Portal): number {
  const held = heldSessions(sessions, portal.asOf);
  const named = [...(where.session ?? []), ...(where.from ?? []), ...(where.to ?? [])];
  const chosen = named.length > 0 ? held.filter((session) => named.includes(session.id)) : held.slice(-2);
  const first = chosen[0];
  const last = chosen.at(-1);
  return first && last ? daysBetween(first.heldOn, last.heldOn) : 0;
}
