/**
 * What `assess` works out, and never types in: rankings, awards with their facts, task status, claims. Pure functions of a `Portal`.
 */
import type { FilingConfig, InstrumentConfig, TASK_OUTCOMES } from '../model/config.ts';
import type { Period } from '../model/period.ts';
import type { Adjustment, Award, FigureStatus, Milestone, Portal, Programme, Session, Task, Unit } from '../model/portal.ts';
import type { Text } from '../model/text.ts';

/** Places gained since the previous ranking of the series; a word where two ranks cannot be compared; null where there is no earlier period. */
export type RankChange = number | 'new' | 'returned' | 'not_comparable' | null;

/**
 * One ranking (排名): programme × dimension (null = total) × period × group (null = all units) × method version.
 * The arrays are parallel, ranked units first by place (ties in the portal's order), then the unranked in the portal's order.
 */
export interface Ranking {
  readonly programme: string;
  readonly dimension: string | null;
  readonly period: Period;
  readonly group: string | null;
  readonly methodVersion: string | null;
  /** Members of the group in this period, and how many of them have a place. */
  readonly of: number;
  readonly ranked: number;
  /** Indexes into `ProgrammeResult.units`. */
  readonly units: Int32Array;
  /** 0 = no place. */
  readonly rank: Int32Array;
  /** Score at printed precision; NaN where there is none, and where the board is of raw values. */
  readonly score: Float64Array;
  /** The indicator's value where the dimension is one indicator; NaN elsewhere. */
  readonly value: Float64Array;
  /** Indexes into FIGURE_STATUSES; a member without a row has not submitted. */
  readonly status: Uint8Array;
  /** Unit index → position in the arrays above; −1 = not a member. */
  readonly position: Int32Array;
  /** What was ranked: `score`, higher first, or `value` in the indicator's direction. */
  readonly by: 'score' | 'value';
  /** What places were made of, by unit index, the smallest first: the board's keys, then those of each tie-break. */
  readonly keys: readonly Float64Array[];
  /** The ranking one period earlier in the same series; null for the first. */
  readonly previous: Ranking | null;
  /** Whether places can be compared with `previous`: same members, same method. */
  readonly comparable: boolean;
  /** Units (indexes) that a veto took the place of, with the row that says so. Their score stays. */
  readonly vetoes: ReadonlyMap<number, Adjustment>;
  /** Units (indexes) whose figure is an earlier period's (沿用), or has parts that are: of which period, the oldest of several; absent where none is. */
  readonly carried?: ReadonlyMap<number, { readonly from: Period; readonly partly: boolean }>;
  /** Units (indexes) whose score is not made of all its parts, or of some as zero; absent where none is. */
  readonly gaps?: ReadonlyMap<number, Gaps>;
  /** Of a total that is worked out: how its dimensions weigh; absent on all others. */
  readonly weighing?: Weighing;
  /** Units (indexes) that stood in another group when `previous` was made, or came from one before they had a place; null when there are none. */
  readonly movedIn: ReadonlySet<number> | null;
  /** Units (indexes) to whom something happened since `previous` after which their figures cannot be compared; null when there are none. */
  readonly changed: ReadonlySet<number> | null;
  /** What a unit that was not in `previous` is compared with: nothing, or the last ranking of the series that it stood in. */
  readonly changeSince: 'previous' | 'last_ranked';
}

/** How the dimensions of a total weigh (权重): by weight set, null = their own weights; and the units (indexes) that a set holds for. */
export interface Weighing {
  readonly sets: ReadonlyMap<string | null, readonly { readonly dimension: string; readonly weight: number }[]>;
  readonly setOf: ReadonlyMap<number, string>;
}

/** A part of a score – a dimension or an indicator, by id – that is missing and counts as zero (按零分计), and why it is missing. */
export interface ZeroedPart {
  readonly part: string;
  readonly status: FigureStatus;
  /** A dimension that has a score, of which indicators count as zero; `status` is the first one's. */
  readonly partly?: true;
}

/** A dimension, by id, whose own score is made of a part of its weights: of which share of them, 0–1. */
export interface PartialPart {
  readonly part: string;
  readonly counted: number;
}

/** What a score is made of, where that is not all of its parts as they are. */
export interface Gaps {
  /** Share of all weights, 0–1; those of parts that count as zero are in it. */
  readonly counted: number;
  readonly zeroed: readonly ZeroedPart[];
  readonly partial: readonly PartialPart[];
}

/** Why a unit's total differs from the sum of its dimensions, or why it has none. */
export interface TotalNote {
  readonly unit: string;
  readonly period: Period;
  /** Share that was there, 0–1, of the weights that nothing excuses. */
  readonly coverage: number;
  /** Share of all weights that it is made of, 0–1: what does not apply is not in it, either. */
  readonly counted: number;
  readonly missing: readonly { readonly dimension: string; readonly status: FigureStatus }[];
  readonly bonus: number;
  readonly deduction: number;
  readonly preDeduction: number;
  readonly cap: number | null;
  readonly vetoed: boolean;
  /** Score before adjustments. */
  readonly base: number | null;
}

/** A difference between a recorded and a computed rank that the programme lets stand. */
export interface RecordedRank {
  readonly unit: string;
  readonly dimension: string | null;
  readonly group: string | null;
  readonly period: Period;
  readonly recorded: number;
  readonly computed: number;
}

/** A given score that was published before the values of its dimension, and is not what these come to: ids. */
export interface ReplacedScore {
  readonly unit: string;
  readonly dimension: string;
  readonly period: string;
}

/** One fact that met a rule: what was measured, what it was, what the rule asks. Printed on every award page. */
export interface Fact {
  /** The predicate, as in `Condition.type`. */
  readonly type: string;
  /** What it measures: a dimension, indicator, instrument id … */
  readonly of: string | null;
  readonly value: number | string | readonly string[] | null;
  /** The value is not published, only whether it holds. */
  readonly withheld?: true;
  /** Among the awards that it counts are such as were not handed out, since a heavier one of their family was given in their place. */
  readonly replaced?: true;
  /** Decimals to which a figure among them is printed; absent where none are declared. */
  readonly decimals?: number;
  /** What the rule asks of it. */
  readonly asks: string;
  readonly holds: boolean;
  readonly period: string | null;
}

export type AwardBasis = 'recorded' | 'computed' | 'both';

/** An award as it is published: recorded, drafted by the rule, or recorded and confirmed by the rule. */
export interface AwardResult {
  readonly award: Award;
  readonly instrument: InstrumentConfig;
  readonly basis: AwardBasis;
  readonly facts: readonly Fact[];
  /** A record that the rule does not give, where the programme says that the record stands. */
  readonly disputed: boolean;
  /** The batch that it is for, where its instrument is given by batch and the batch is known. */
  readonly batch?: string;
  /** The groups in which the rule gives it, where it is judged group by group: on the others' boards it has no place. */
  readonly groups?: readonly string[];
  /**
   * As it stands on the as-of date: what the record says, but `annotated` once it was exempted, and `superseded` once a later session, or a
   * newer award of the family, took its place.
   */
  readonly state: Award['state'];
  /** Whether it is held on the as-of date. */
  readonly current: boolean;
  /** First and last day of holding, both inclusive; `until` null = still held, an event, or never held since the next period's came first. */
  readonly since: string;
  readonly until: string | null;
  /** An outcome (e.g. tolerance 容错免责) that exempts it from negative counts from that day on. */
  readonly exemptedOn: string | null;
  /** The decision that says so. */
  readonly exemption: Exemption | null;
  /** On how many occasions in a row its holder has been given it, this one included; null where that cannot be told, or it no longer counts. */
  readonly streak: number | null;
  /** The correction that took it back: the rule gave it on figures that were published, and no longer does. */
  readonly correction?: string;
}

/** A decision by which an award or a task no longer counts against its holder (容错免责). */
export interface Exemption {
  /** The day of the decision. */
  readonly on: string;
  /** The programme whose filing or task says so; it may be another than the award's. */
  readonly programme: string;
  /** Of a filing: the ids of its kind and outcome; null where it may not be named. */
  readonly kind: string | null;
  readonly outcome: string | null;
  /** Of a task's event. */
  readonly reason: Text | null;
  readonly document: string | null;
}

/** An award that the rule gives and the record lacks, where the programme says that the record stands: printed, and given to nobody. */
export interface UnrecordedAward {
  readonly instrument: string;
  readonly holder: string;
  readonly dimension: string | null;
  readonly task: string | null;
  readonly batch?: string;
  readonly period: Period | null;
  readonly session: string | null;
  readonly facts: readonly Fact[];
}

/** Awards and holders are different counts: one holder may hold several. Never subtracted from one another. */
export interface AwardCount {
  readonly instrument: string;
  readonly period: Period | null;
  readonly session: string | null;
  readonly awards: number;
  readonly holders: number;
}

/** A place between two bands of a family that no instrument covers and no `otherwise` declares. */
export interface RuleHole {
  readonly family: string;
  readonly from: number;
  readonly to: number;
}

/** A task's status on the as-of date, from its events. */
export interface TaskResult {
  readonly task: Task;
  /** A stage or side stage: `in_progress`, `closed`, `suspended` … */
  readonly status: string;
  readonly outcome: (typeof TASK_OUTCOMES)[number];
  readonly statusSince: string | null;
  /** The day on which it was posted, by its row or by an event. */
  readonly postedOn: string | null;
  /** Open, and past the due date now in force. */
  readonly overdue: boolean;
  /** Days past the due date now in force: while open, on the as-of date; when closed, on the closing day. 0 when not late. */
  readonly overdueDays: number;
  readonly closedOn: string | null;
  /** Closed on or before the original due date; null while open or without a due date. */
  readonly onTime: boolean | null;
  readonly originalDueOn: string | null;
  readonly dueOn: string | null;
  /** The words of the due date in force, where they are vague. */
  readonly dueText: string | null;
  readonly slippedDays: number;
  readonly extensions: readonly {
    readonly on: string;
    readonly from: string | null;
    readonly to: string;
    /** The words of either, where they are vague. */
    readonly fromText?: string;
    readonly toText?: string;
    readonly byUnit: string | null;
    readonly reason: Text | null;
  }[];
  /** Percent 0–100; null when nothing says. */
  readonly progress: number | null;
  /** The day of the report that it is from; null where it is the share of milestones done, or nothing says. */
  readonly reportedOn: string | null;
  /** By the as-of date, or by the day on which the task ended. */
  readonly planned: number | null;
  /** The day that a plan of the office's own was filed for; null where the plan is worked out. */
  readonly plannedOn: string | null;
  readonly gapPoints: number | null;
  /** (planned − actual) / planned. */
  readonly gapRatio: number | null;
  readonly behind: boolean;
  readonly milestonesOverdue: readonly Milestone[];
  /** Days past the due date of the one that is late longest, counted to the day on which the task's clock stands; 0 when none is late. */
  readonly milestoneOverdueDays: number;
  readonly lastUpdate: string | null;
  readonly stale: boolean;
  readonly workdaysToDue: number | null;
  /** Units in force on the as-of date by role, the first responsible first. */
  readonly leads: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** What each of several leads carries (分担比例) on that day, after transfers; those without a share are not in it. */
  readonly shares: ReadonlyMap<string, number>;
  readonly transfers: readonly { readonly on: string; readonly from: string | null; readonly to: string | null; readonly reason: Text | null }[];
  readonly commended: boolean;
  readonly heldAccountable: boolean;
  readonly exempted: boolean;
  /** Events that were of awards which have been taken back: `verdictKey` of event and day → the day on which, `''` where nobody knows. */
  readonly takenBack: ReadonlyMap<string, string>;
}

/** What a programme came to before its claims are checked against it. */
export type UnclaimedResult = Omit<ProgrammeResult, 'claims'>;

export interface ClaimCheck {
  readonly id: string;
  readonly name: Text | null;
  /** As printed elsewhere. */
  readonly printed: { readonly count: number | null; readonly share: string | null };
  readonly counted: { readonly count: number; readonly of: number | null; readonly share: string | null };
  readonly holds: boolean;
  readonly document: string | null;
  /** Its numbers are of filings that are too few to be shown, or would give such a count away: a page says only whether it holds. */
  readonly suppressed: boolean;
}

export interface FilingCount {
  readonly kind: FilingConfig;
  readonly stage: string | null;
  readonly outcome: string | null;
  /** null = suppressed: more than none and fewer than the smallest cell that may be shown, or shown by subtraction. */
  readonly count: number | null;
}

export interface ProgrammeResult {
  readonly programme: Programme;
  readonly units: readonly Unit[];
  readonly unitAt: ReadonlyMap<string, number>;
  /** Periods with at least one figure or award, sorted. */
  readonly periods: readonly Period[];
  /** The newest period of the main series (the programme's cadence, else the most frequent kind). */
  readonly latest: Period | null;
  /** By `rankingKey(dimension, period.id, group)`. */
  readonly rankings: ReadonlyMap<string, Ranking>;
  /** By `totalKey(unit, period.id, group)`. */
  readonly totals: ReadonlyMap<string, TotalNote>;
  readonly recordedRanks: readonly RecordedRank[];
  readonly replaced: readonly ReplacedScore[];
  readonly awards: readonly AwardResult[];
  readonly awardCounts: readonly AwardCount[];
  readonly holes: readonly RuleHole[];
  readonly unrecorded: readonly UnrecordedAward[];
  readonly tasks: readonly TaskResult[];
  readonly claims: readonly ClaimCheck[];
  readonly filings: readonly FilingCount[];
  readonly sessions: readonly Session[];
}

export interface Assessment {
  readonly portal: Portal;
  readonly programmes: readonly ProgrammeResult[];
  readonly programmeById: ReadonlyMap<string, ProgrammeResult>;
  /** What corrections moved, by their ids; of those that changed no ranked figure, nothing. */
  readonly impacts?: ReadonlyMap<string, Impact>;
}

/** A unit of which a correction changed the place or the figure in a group; null = no place, or no figure. */
export interface MovedUnit {
  readonly unit: string;
  readonly group: string | null;
  readonly rankBefore: number | null;
  readonly rank: number | null;
  readonly scoreBefore: number | null;
  readonly score: number | null;
}

/** What a correction moved: places and awards, in its own period and in others. */
export interface Impact {
  /**
   * By ranking: the total first, where there is one, then what was corrected and the dimension that it is in, where these are ranked, and any
   * that it breaks ties of.
   */
  readonly rankings: readonly RankingImpact[];
  /** Rankings of other periods, for which the figure is carried forward, or is what growth is counted from. */
  readonly elsewhere: readonly (RankingImpact & { readonly period: Period })[];
  /** Awards that are no longer given, and those that are given now. */
  readonly taken: readonly AwardChange[];
  readonly given: readonly AwardChange[];
}

export interface RankingImpact {
  /** null = the total. */
  readonly dimension: string | null;
  readonly moved: readonly MovedUnit[];
}

export interface AwardChange {
  readonly award: string;
  readonly instrument: string;
  readonly holderType: Award['holderType'];
  readonly holder: string | null;
  readonly dimension: string | null;
  readonly period: Award['period'];
}

/** Key of a ranking. `*` stands for the total and for all units. */
export function rankingKey(dimension: string | null, period: string, group: string | null): string {
  return `${dimension ?? '*'}|${period}|${group ?? '*'}`;
}

/** The rankings of a dimension (null = the total) in a period, by its id: that of all units first, then the groups' in the configured order. */
export function rankingsIn(
  { rankings, programme }: Pick<ProgrammeResult, 'rankings' | 'programme'>,
  dimension: string | null,
  period: string,
): readonly Ranking[] {
  const groups = [null, ...programme.config.groups.map(({ id }) => id)];
  return groups.flatMap((group) => rankings.get(rankingKey(dimension, period, group)) ?? []);
}

/** Key of a total's note: groups may count different dimensions. `*` stands for all units. */
export function totalKey(unit: string, period: string, group: string | null): string {
  return `${unit}|${period}|${group ?? '*'}`;
}
