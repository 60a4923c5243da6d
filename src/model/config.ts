/**
 * The total configuration of a portal and of each programme, after every default is filled in. The raw YAML shapes (zod) stand in
 * `portalSchema.ts` and `programmeSchema.ts`; nothing after `model` sees them.
 */
import type { Place } from '../problems.ts';
import type { Counted } from './countColumns.ts';
import type { Cadence } from './period.ts';
import type { Lang, Text } from './text.ts';
import type { WorkCalendar } from './workdays.ts';

/** The order that counts everywhere a tone is listed: best first. Tone (语气) is data: no colour implies one. */
export const TONES = ['positive', 'neutral', 'warning', 'negative'] as const;
export type Tone = (typeof TONES)[number];

export interface FooterSlots {
  /** 主办单位 */
  readonly organiser: Text | null;
  /** ICP备案号 */
  readonly icp: string | null;
  /** 公安备案号 */
  readonly police: string | null;
  /** 网站标识码 */
  readonly siteCode: string | null;
  /** Further links: 无障碍, 我为政府网站找错 … */
  readonly links: readonly { readonly name: Text; readonly url: string }[];
}

export interface PortalConfig {
  readonly title: Text;
  readonly description: Text | null;
  readonly publisher: { readonly name: Text; readonly url: string | null; readonly phone: string | null; readonly email: string | null };
  /** The first is at `/`, the others under `/<lang>/`. */
  readonly languages: readonly Lang[];
  readonly licence: string | null;
  /** As written: a date, `today` or `latest`. The date that it came to stands in `Portal.asOf`. */
  readonly asOf: string;
  /** Origin for absolute addresses, without a trailing slash; null when not known. */
  readonly site: string | null;
  readonly fictional: boolean;
  /** Ids of programmes in the order in which they stand everywhere; the model has put them so, nothing after it need ask. */
  readonly programmes?: readonly string[];
  /** Month (1–12) in which the portal's fiscal or school year starts. */
  readonly yearStarts: number;
  /** What the portal says itself; null = nothing, absent = not known. */
  readonly yearStartsSaid?: number | null;
  /** null = no holidays are listed: working days are Mondays to Fridays. */
  readonly workCalendar: WorkCalendar | null;
  readonly footer: FooterSlots;
  /** Accent colour as `#rrggbb`, and an emblem file below `public/` of the portal folder. */
  readonly brand: { readonly accent: string | null; readonly emblem: string | null; readonly shortTitle: Text | null };
  /** Column name (栏目) and content source (来源) for the government meta tags. */
  readonly column: Text | null;
  readonly contentSource: Text | null;
}

export interface GroupConfig extends NamedConfig {
  /** Dimensions or indicators that this group is ranked on; null = all. */
  readonly dimensions: readonly string[] | null;
}

/** How a dimension's or indicator's score comes about (REFERENCE.md, Scoring). `given`: from `scores` as they are. */
export const SCORINGS = ['given', 'ratio', 'bands', 'rank_points', 'minmax', 'deduct', 'points', 'completion', 'yoy'] as const;
export type Scoring = (typeof SCORINGS)[number];

export interface ScoringRule {
  readonly method: Scoring;
  /** `ratio`, `completion`: ceiling and floor of the ratio in percent (e.g. 120, 0). `deduct`, `points`: of the score. */
  readonly cap: number | null;
  readonly floor: number | null;
  /** `bands`: score for a value inside [gte, lt). */
  readonly bands: readonly { readonly gte: number | null; readonly lt: number | null; readonly score: number }[];
  /** `rank_points`: points for place 1, 2, 3 …; places past the end get the last. */
  readonly points: readonly number[];
  /** `deduct`: starting score and points taken per unit of the value; `points`: points given per unit. */
  readonly start: number;
  readonly per: number;
  /** `minmax`, `yoy`: the score at the worst and the best of the group (default 0 and 100). */
  readonly from: number;
  readonly to: number;
}

export type Direction = 'higher' | 'lower' | 'target';

export interface DimensionConfig {
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  readonly weight: number | null;
  readonly scoring: ScoringRule;
  /** For a dimension that is one indicator: its own direction. Scores are always higher-is-better. */
  readonly direction: Direction;
  readonly decimals: number | null;
  readonly unitLabel: Text | null;
  /** The indicators that make it up, in order; one with the dimension's own id when `dimensions: { from: indicators }`. */
  readonly indicators: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether a dimension's scores are made of several indicators' figures. */
export function isJoined({ indicators, scoring }: DimensionConfig): boolean {
  return indicators.length > 1 && scoring.method !== 'given';
}

/** Whether a period's scores are made of other periods' figures too. */
export function looksBack({ ranking, dimensions }: ProgrammeConfig): boolean {
  return ranking.missing === 'carry_forward' || dimensions.some(({ scoring }) => scoring.method === 'yoy');
}

/** Whether something is internal (不公开): it takes part in what is worked out, and nothing that is published names it. */
export function isInternal({ visibility }: { readonly visibility: string }): boolean {
  return visibility === 'internal';
}

export const MISSING_RULES = ['exclude_unit', 'zero', 'reweight_not_applicable', 'carry_forward', 'block'] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

export interface RankingConfig {
  readonly method: 'competition';
  readonly per: readonly ('group' | 'dimension')[];
  /** Whether the programme has a total of its dimensions, ranked. */
  readonly overall: boolean;
  /** Beside the groups, also one table of all units. */
  readonly across: boolean;
  readonly decimals: number;
  readonly missing: MissingRule;
  /** Share of the weights (0–1) that must be there for a total. */
  readonly minCoverage: number;
  /** Indicators or dimensions that break ties, in order. */
  readonly tiebreak: readonly string[];
  readonly weights: 'percent' | 'relative';
  readonly dimensionPages: boolean;
  /** What a difference from `rank_recorded` is: an error, or a note because the record stands. */
  readonly recorded: 'error' | 'record_stands';
  /** What the change of a unit that was not in the previous ranking is: the word `returned` (default), or counted from its last place. */
  readonly changeSince?: 'previous' | 'last_ranked';
  /** Periods from which another method holds; a line and a rank change break there. */
  readonly methodVersions: readonly { readonly version: string; readonly from: string; readonly note: Text | null }[];
}

export interface InstrumentConfig {
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  /** 榜 list · 牌 plate, card · 令 order · 旗 flag · 灯 light · notice · grade; other words are allowed. */
  readonly kind: string;
  readonly tone: Tone;
  readonly severity: number;
  /** A colour name or `#rrggbb`: decoration, never meaning. */
  readonly color: string | null;
  readonly holder: 'unit' | 'task' | 'person';
  readonly scope: 'overall' | 'dimension' | 'task' | 'batch';
  readonly cadence: Cadence | null;
  readonly source: 'recorded' | 'computed' | 'both';
  /** With `both`: what a record that the rule does not give is. */
  readonly recorded: 'error' | 'record_stands';
  readonly holding: 'event' | 'period' | 'until_next_session' | 'until_revoked' | 'until_closed';
  readonly visibility: 'names' | 'counts' | 'internal';
  /** What follows from holding it, in words. */
  readonly obligations: readonly Text[];
  readonly family: string | null;
  readonly rule: AwardRule | null;
  readonly place: Place;
  /** Where the words stand that its rule asks for with `status`. */
  readonly statusPlaces: ReadonlyMap<string, Place>;
}

/** Bounds of a number; a condition holds when all that are given hold. */
export interface Bounds {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
  readonly eq?: number;
}

export const METRICS = ['score', 'value', 'ratio', 'gap_points', 'gap_ratio', 'completion', 'denominator'] as const;
export type Metric = (typeof METRICS)[number];

/** Kinds of instrument that the interface has a word and a mark for; an office may name others. */
export const INSTRUMENT_KINDS = ['list', 'plate', 'card', 'order', 'flag', 'light', 'notice', 'grade'] as const;

/** What offices call these kinds (榜、牌、令、旗、灯 …). A 牌 that is hung up for good is a plate; the word alone means one that is shown. */
const KIND_WORDS: ReadonlyMap<string, (typeof INSTRUMENT_KINDS)[number]> = new Map([
  ['榜', 'list'],
  ['榜单', 'list'],
  ['名单', 'list'],
  ['牌', 'card'],
  ['亮牌', 'card'],
  ['牌匾', 'plate'],
  ['令', 'order'],
  ['旗', 'flag'],
  ['灯', 'light'],
  ['亮灯', 'light'],
  ['通知', 'notice'],
  ['提示', 'notice'],
  ['提醒', 'notice'],
  ['等次', 'grade'],
  ['等级', 'grade'],
]);

/** The kind that a word means: one that the interface knows, in whatever writing; any other as it is written. */
export function instrumentKind(word: string): string {
  const folded = word.trim().toLowerCase();
  return KIND_WORDS.get(folded) ?? INSTRUMENT_KINDS.find((kind) => kind === folded) ?? word;
}

export const TASK_MEASURES = [
  'overdue_days',
  'milestone_overdue_days',
  'no_update_days',
  'workdays_to_due',
  'planned_gap_points',
  'planned_gap_ratio',
] as const;
export type TaskMeasure = (typeof TASK_MEASURES)[number];

/** One predicate or a combination of them (REFERENCE.md, Rules). */
export type Condition =
  | { readonly type: 'all'; readonly of: readonly Condition[] }
  | { readonly type: 'any'; readonly of: readonly Condition[] }
  | { readonly type: 'not'; readonly of: Condition }
  /** True when none of these holds: an exemption, said as such on the award page. */
  | { readonly type: 'except'; readonly of: readonly Condition[] }
  | {
      readonly type: 'rank';
      readonly from: 'top' | 'bottom';
      /** A number for all, or one a group. */
      readonly n: number | Readonly<Record<string, number>> | null;
      /** Share of the ranked units, 0–1, or one a group. */
      readonly share: number | Readonly<Record<string, number>> | null;
      readonly within: 'group' | 'all';
      /** A dimension or indicator, `total`, or null = what the instrument's scope says. */
      readonly on: string | null;
    }
  | { readonly type: 'metric'; readonly of: Metric; readonly indicator: string | null; readonly dimension: string | null; readonly bounds: Bounds }
  | { readonly type: 'rank_change'; readonly bounds: Bounds; readonly on: string | null }
  | { readonly type: 'band'; readonly bounds: Bounds; readonly on: string | null }
  | { readonly type: 'status'; readonly of: readonly string[] }
  | { readonly type: 'veto'; readonly is: boolean }
  | { readonly type: 'group'; readonly of: readonly string[] }
  | { readonly type: 'kind'; readonly of: readonly string[] }
  | {
      readonly type: 'task';
      readonly measures: readonly { readonly measure: TaskMeasure; readonly bounds: Bounds }[];
      readonly status: readonly string[] | null;
    }
  | {
      readonly type: 'instrument';
      readonly id: string;
      readonly consecutive: number | null;
      /** [k, n]: at least k of the last n. */
      readonly within: readonly [number, number] | null;
      readonly total: number | null;
      readonly reset: 'year' | 'never';
      readonly gap: 'breaks' | 'skips';
    };

/** Stands for an instrument that may not be named, where a published rule or fact speaks of it. No id has this form. */
export const UNNAMED = '*';

export interface AwardRule {
  readonly when: Condition;
  readonly tieAtCut: 'include' | 'exclude' | 'tiebreak';
  readonly minGroup: number;
  readonly shareRounding: 'floor' | 'round' | 'ceil';
}

export interface FamilyConfig {
  readonly id: string;
  readonly name: Text | null;
  /** The name of holding none of them; a declared middle is no hole. null = none declared. */
  readonly otherwise: Text | null;
}

export const TASK_STAGES = ['draft', 'posted', 'claimed', 'ordered', 'in_progress', 'submitted', 'accepted', 'closed', 'evaluated'] as const;
/** Roles of those who lead a task, the first responsible first. */
export const LEADING_ROLES: readonly string[] = ['first_responsible', 'lead', 'co_lead'];
export const TASK_SIDE_STAGES = ['suspended', 'withdrawn', 'unclaimed', 'merged', 'split', 'carried_over', 'failed'] as const;

/**
 * Open, done, or gone another way: closed + open + withdrawn + carried = posted, always. A `draft` (拟列) was not posted and counts among none
 * of these.
 */
export const TASK_OUTCOMES = ['open', 'closed', 'withdrawn', 'carried', 'draft'] as const;

export interface NamedConfig {
  readonly id: string;
  readonly name: Text;
  readonly note: Text | null;
  /** The programme does not list it: rows have it. */
  readonly fromRows?: true;
}

export interface TaskScheme {
  readonly categories: readonly NamedConfig[];
  readonly origins: readonly NamedConfig[];
  readonly batches: readonly NamedConfig[];
  /** The stages that this programme uses, in order, each with its own name where it gives one. */
  readonly stages: readonly { readonly id: string; readonly name: Text | null }[];
  /** Phases of the programme as a whole (动员部署 …), with dates; neighbours may share a day. */
  readonly phases: readonly { readonly id: string; readonly name: Text; readonly from: string; readonly to: string; readonly note: Text | null }[];
  readonly roles: Readonly<Record<string, { readonly min: number; readonly max: number | null; readonly name: Text | null }>>;
  /** Which lead a task counts for when tasks are counted by unit. */
  readonly countFor: 'first_responsible' | 'each_lead' | 'split';
  /**
   * Where the planned curve comes from: straight from posting to due date, the `progress` table's `planned`, the milestones' weights, or,
   * where the programme does not say, a task's own where it has one and else straight (`own_or_linear`).
   */
  readonly plan: 'linear' | 'own' | 'milestones' | 'own_or_linear';
  /** Days without an event or progress after which an open task is called stale; null = never. */
  readonly staleAfter: number | null;
  /** Behind when planned − actual exceeds this many points, or this share of the planned value. */
  readonly behind: { readonly points: number | null; readonly ratio: number | null };
}

/** Outcomes of filings that exempt where a programme does not say which do: tolerance (容错免责) in the words that offices use. */
export const EXEMPTING = ['tolerated', 'exempted', 'exempt', '免责', '容错', '容错免责', '予以免责', '予以容错'] as const;

/** What may come of a filing (备案结果). */
export interface OutcomeConfig extends NamedConfig {
  /** Whether the award or task that the filing is about no longer counts against its holder (免责). */
  readonly exempts: boolean;
}

export interface FilingConfig {
  readonly id: string;
  readonly name: Text;
  readonly stages: readonly NamedConfig[];
  readonly outcomes: readonly OutcomeConfig[];
  readonly visibility: 'counts' | 'digests';
  readonly note: Text | null;
}

/** What a claim or a share's whole counts: rows of a table that match `where`. */
export interface CountConfig {
  readonly count: Counted;
  readonly where: Readonly<Record<string, readonly string[]>>;
}

export interface ClaimConfig {
  readonly id: string;
  readonly name: Text | null;
  readonly of: CountConfig;
  readonly equals: number | null;
  readonly shareOf: CountConfig | null;
  /** As printed, with its decimals: `40%`, `39.5%`. */
  readonly share: string | null;
  readonly document: string | null;
  readonly place: Place;
}

export interface ProgrammeConfig {
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  readonly parent: string | null;
  /** A document id. */
  readonly authority: string | null;
  /** Who decides, in words. */
  readonly decidedBy: Text | null;
  readonly cadence: Cadence | null;
  readonly yearStarts: number;
  readonly groups: readonly GroupConfig[];
  readonly dimensions: readonly DimensionConfig[];
  readonly ranking: RankingConfig;
  readonly instruments: readonly InstrumentConfig[];
  readonly families: readonly FamilyConfig[];
  readonly tasks: TaskScheme | null;
  readonly filings: readonly FilingConfig[];
  readonly claims: readonly ClaimConfig[];
  readonly publication: { readonly persons: 'none'; readonly minCell: number; readonly disclosure: 'full' | 'top' | 'counts' };
  /** Weights by dimension that a membership may name instead of the dimensions' own. */
  readonly weightSets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly place: Place;
}
