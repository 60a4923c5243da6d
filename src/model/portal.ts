/**
 * A valid portal: what `model` gives and everything after it works on. Every reference is resolved, every number is a number, every
 * missing figure has its reason. Nothing after `model` checks again.
 */
import type { Place } from '../problems.ts';
import type { InputFile } from '../read/rows.ts';
import type { PortalConfig, ProgrammeConfig } from './config.ts';
import type { DueDate } from './date.ts';
import type { Period } from './period.ts';
import type { Text } from './text.ts';

/** Status of a figure (数据状态). Index 0 means: no row at all; the last is of a row that is not out yet, and stands in no table. */
export const FIGURE_STATUSES = [
  'none',
  'final',
  'provisional',
  'revised',
  'estimated',
  'not_submitted',
  'late',
  'not_applicable',
  'exempt',
  'suppressed',
  'under_review',
  'not_published',
] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

/** What stands beside a figure in its row. */
interface RowNote {
  readonly target: number | null;
  readonly planned: number | null;
  readonly denominator: number | null;
  readonly rankRecorded: number | null;
  readonly revision: number;
  readonly receivedOn: string | null;
  readonly publishedOn: string | null;
  readonly source: Text | null;
  readonly note: Text | null;
  readonly place: Place;
  /** Where its target and its plan stand, if one of them is too small to be divided by. */
  readonly at?: Readonly<Record<'target' | 'planned', Place>>;
}

/** An earlier revision of a figure: its whole row, since on an earlier day that is the figure. */
export interface EarlierFigure extends RowNote {
  readonly value: number | null;
  readonly status: FigureStatus;
}

/** What a row says beside its figure; only rows that say something have one. */
export interface FigureNote extends RowNote {
  /** Earlier revisions of the same figure, oldest first. */
  readonly earlier: readonly EarlierFigure[];
}

/**
 * The figures of one table of one programme, dense. The cell of measure m, period p, unit u is at
 * `cellAt` of `figures.ts`; `value` is NaN where there is none, and then `status` says why.
 */
export interface Figures {
  /** In the portal's order. */
  readonly units: readonly Unit[];
  readonly unitAt: ReadonlyMap<string, number>;
  readonly periods: readonly Period[];
  readonly periodAt: ReadonlyMap<string, number>;
  /** Dimension ids and `total` (scores), or indicator ids (observations). */
  readonly measures: readonly string[];
  readonly measureAt: ReadonlyMap<string, number>;
  readonly value: Float64Array;
  /** Index into FIGURE_STATUSES. */
  readonly status: Uint8Array;
  readonly notes: ReadonlyMap<number, FigureNote>;
  /** By period, the files of figures that have no note, whose place is not kept. */
  readonly files?: readonly ReadonlySet<string>[];
  /** Where the row of a figure stands, by the ids of its measure, period and unit; absent where nobody read them from a table. */
  readonly rowOf?: (measure: string, period: string, unit: string) => Place | null;
  /** Ids of units whose figure of a measure in a period is not out yet, where nothing of that measure and period is; by `heldKey`. */
  readonly held?: ReadonlyMap<string, ReadonlySet<string>>;
}

export const UNIT_KINDS = ['region', 'department', 'zone', 'town', 'village', 'enterprise', 'taskforce'] as const;

/** A unit (单位): whatever is assessed or leads a task. Never a person. */
export interface Unit {
  readonly id: string;
  readonly name: Text;
  readonly shortName: Text | null;
  readonly kind: string | null;
  readonly parent: string | null;
  readonly code: string | null;
  readonly order: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly aliases: readonly string[];
  /** Its life, oldest first. */
  readonly events: readonly UnitEvent[];
  readonly place: Place;
}

export interface UnitEvent {
  readonly unit: string;
  readonly date: string;
  readonly type: 'rename' | 'merge' | 'split' | 'abolish' | 'reclassify';
  readonly fromName: Text | null;
  readonly toName: Text | null;
  readonly successors: readonly string[];
  readonly predecessors: readonly string[];
  readonly comparable: boolean;
  readonly document: string | null;
  readonly note: Text | null;
  readonly place: Place;
}

export interface Membership {
  readonly group: string;
  readonly unit: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly weightSet: string | null;
  readonly place: Place;
}

export interface Indicator {
  readonly id: string;
  readonly programme: string;
  readonly dimension: string | null;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly unitLabel: Text | null;
  readonly direction: 'higher' | 'lower' | 'target';
  readonly target: number | null;
  readonly weight: number | null;
  readonly basis: 'period' | 'ytd' | 'point' | 'yoy' | null;
  readonly decimals: number | null;
  /** What its values and targets were multiplied by when they were read (100 for fractions of one that are printed as percent); null = 1. */
  readonly scale?: number | null;
  readonly definition: Text | null;
  readonly source: Text | null;
  readonly methodVersion: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly place: Place;
}

export interface Adjustment {
  readonly unit: string;
  readonly period: Period;
  readonly dimension: string | null;
  readonly kind: 'bonus' | 'deduction' | 'pre_deduction' | 'veto' | 'cap';
  /** Points; a deduction's are positive and taken away. */
  readonly points: number | null;
  readonly dedupeKey: string | null;
  readonly effect: Text | null;
  readonly reason: Text;
  readonly status: 'proposed' | 'confirmed' | 'cancelled';
  readonly document: string | null;
  readonly date: string | null;
  readonly note?: Text | null;
  readonly place: Place;
}

/** A recorded award (牌 令 旗 榜 灯 …): one handing-out. */
export interface Award {
  readonly id: string;
  readonly programme: string;
  readonly instrument: string;
  readonly holderType: 'unit' | 'task' | 'person';
  /** A unit's or task's id; null when the holder is a person, who is never published. */
  readonly holder: string | null;
  readonly dimension: string | null;
  readonly task: string | null;
  readonly period: Period | null;
  /** A session's id. */
  readonly session: string | null;
  readonly awardedOn: string;
  readonly validTo: string | null;
  readonly state: 'active' | 'superseded' | 'revoked' | 'annotated';
  readonly revokedOn: string | null;
  readonly reason: Text | null;
  readonly document: string | null;
  readonly note: Text | null;
  readonly place: Place;
}

export interface TaskUnit {
  readonly unit: string;
  readonly role: string;
  /** Percent of the task that counts for the unit, where the office splits it. */
  readonly share: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: Place;
}

/** A task event (任务动态). `event` is a stage, or one of: extended, transferred, target_changed, progress, milestone_done, resumed, commended, held_accountable, exempted, note. */
export interface TaskEvent {
  readonly date: string;
  readonly event: string;
  readonly byUnit: string | null;
  readonly fromUnit: string | null;
  readonly toUnit: string | null;
  readonly newDueOn: string | null;
  /** The words of a new due date that is vague (2023年12月底). */
  readonly newDueText?: string;
  readonly value: number | null;
  readonly milestone: string | null;
  readonly reason: Text | null;
  readonly document: string | null;
  readonly place: Place;
}

export interface Milestone {
  readonly id: string;
  readonly title: Text;
  readonly dueOn: DueDate;
  readonly weight: number | null;
  readonly doneOn: string | null;
  readonly evidence: Text | null;
  readonly note?: Text | null;
  readonly place: Place;
}

export interface Progress {
  readonly asOf: string;
  /** Percent done, 0–100 (or the value, when the task has a target value). */
  readonly actual: number | null;
  readonly planned: number | null;
  readonly note: Text | null;
  readonly place: Place;
}

/** A task (任务), with its roles, events, milestones and progress. */
export interface Task {
  readonly id: string;
  readonly programme: string;
  readonly title: Text;
  readonly batch: string | null;
  readonly category: string | null;
  readonly origin: string | null;
  readonly postedOn: string | null;
  /** The due date that was published first. */
  readonly dueOn: DueDate | null;
  readonly targetText: Text | null;
  readonly targetValue: number | null;
  readonly unitLabel: Text | null;
  readonly year: string | null;
  readonly carriedFrom: string | null;
  readonly parent: string | null;
  readonly visibility: 'names' | 'counts' | 'internal';
  readonly note: Text | null;
  readonly units: readonly TaskUnit[];
  /** Oldest first. */
  readonly events: readonly TaskEvent[];
  readonly milestones: readonly Milestone[];
  readonly progress: readonly Progress[];
  readonly place: Place;
}

/** A review session (调度会, 评议会): an event, apart from the period it reviews. */
export interface Session {
  readonly id: string;
  readonly programme: string;
  readonly ordinal: number;
  readonly heldOn: string | null;
  readonly reviews: Period | null;
  readonly publishedOn: string | null;
  readonly status: 'scheduled' | 'provisional' | 'final' | 'revised' | 'cancelled' | 'not_held';
  /** It was held, and its results are not out yet: its status and what it reviews are not told. */
  readonly awaited?: true;
  readonly reason: Text | null;
  readonly place: Place;
}

export interface Filing {
  readonly id: string;
  readonly kind: string;
  readonly filedOn: string;
  /** null = not known on the as-of date: the stage that its row gives was reached later. */
  readonly stage: string | null;
  readonly stageOn: string | null;
  readonly outcome: string | null;
  readonly outcomeOn: string | null;
  readonly task: string | null;
  readonly award: string | null;
  readonly digest: Text | null;
  readonly visibility: 'counts' | 'digests' | 'internal';
  readonly place: Place;
}

export interface Document {
  readonly id: string;
  readonly title: Text;
  /** 文号 */
  readonly number: string | null;
  /** 索引号 */
  readonly indexNo: string | null;
  readonly issuer: Text | null;
  /** 成文日期 */
  readonly madeOn: string | null;
  /** 公开日期 */
  readonly publishedOn: string | null;
  /** 公开形式 */
  readonly openness: string | null;
  /** 有效性 */
  readonly validity: string | null;
  readonly url: string | null;
  readonly place: Place;
}

export interface Correction {
  readonly id: string;
  readonly kind: 'revision' | 'correction' | 'methodology' | 'retraction';
  readonly severity: string | null;
  readonly publishedOn: string;
  readonly programme: string | null;
  readonly period: Period | null;
  readonly unit: string | null;
  /** The award that it is about. */
  readonly award: string | null;
  readonly field: string | null;
  readonly old: string | null;
  readonly new: string | null;
  readonly reason: Text;
  readonly approvedBy: Text | null;
  readonly document: string | null;
  readonly place: Place;
}

/** Kinds of correction that change what was published. */
export const REVISING: ReadonlySet<Correction['kind']> = new Set<Correction['kind']>(['revision', 'correction', 'retraction']);

export interface Appeal {
  readonly id: string;
  /** An award's, task's or correction's id, or `programme/period/unit` of a figure. */
  readonly against: string;
  readonly filedOn: string;
  readonly unit: string | null;
  readonly state: 'filed' | 'under_review' | 'upheld' | 'partly_upheld' | 'rejected' | 'withdrawn';
  readonly decidedOn: string | null;
  readonly decision: Text | null;
  readonly correction: string | null;
  readonly place: Place;
}

export interface Programme {
  readonly config: ProgrammeConfig;
  readonly memberships: readonly Membership[];
  /** Whether memberships say who is in it, though all may begin later; else whoever has a figure in it is. */
  readonly hasMemberships: boolean;
  /** Ids of units of which nobody knows yet that they are in it: all that its tables say of them comes out later. */
  readonly unknown: ReadonlySet<string>;
  readonly indicators: readonly Indicator[];
  readonly scores: Figures;
  readonly observations: Figures;
  readonly adjustments: readonly Adjustment[];
  readonly awards: readonly Award[];
  readonly tasks: readonly Task[];
  /** By ordinal. */
  readonly sessions: readonly Session[];
  readonly filings: readonly Filing[];
}

export interface Portal {
  readonly config: PortalConfig;
  /** YYYY-MM-DD. Everything that depends on "now" depends on this. */
  readonly asOf: string;
  readonly units: readonly Unit[];
  readonly unitById: ReadonlyMap<string, Unit>;
  readonly programmes: readonly Programme[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly corrections: readonly Correction[];
  readonly appeals: readonly Appeal[];
  readonly inputs: readonly InputFile[];
}
