/** Rules of instruments (REFERENCE.md, Rules): what may stand in a programme's file, and the condition that comes of it. */
import { z } from 'zod';
import { type AwardRule, type Bounds, type Condition, METRICS, TASK_MEASURES, type TaskMeasure } from './config.ts';

const boundsShape = {
  gt: z.number().optional().describe('More than.'),
  gte: z.number().optional().describe('At least.'),
  lt: z.number().optional().describe('Less than.'),
  lte: z.number().optional().describe('At most.'),
  eq: z.number().optional().describe('Exactly.'),
};

type BoundsSpec = { readonly [K in keyof typeof boundsShape]?: number | undefined };

/** Whether any number at all lies within bounds. */
function hasRoom({ gt, gte, lt, lte, eq }: BoundsSpec): boolean {
  const from = Math.max(gt ?? Number.NEGATIVE_INFINITY, gte ?? Number.NEGATIVE_INFINITY, eq ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(lt ?? Number.POSITIVE_INFINITY, lte ?? Number.POSITIVE_INFINITY, eq ?? Number.POSITIVE_INFINITY);
  return from < to || (from === to && from !== gt && to !== lt);
}

/** Bounds beside other keys. Without any, whatever there is would meet them. */
function bounded<S extends z.ZodRawShape>(shape: S) {
  return z
    .strictObject({ ...shape, ...boundsShape })
    .refine((spec) => Object.keys(boundsShape).some((key) => key in (spec as object)), 'rule-unbounded')
    .refine((spec) => hasRoom(spec as BoundsSpec), 'rule-bounds-empty');
}

/** One word or a list of words, of which the subject has one: none of no words. */
const ruleWordsSpec = z.union([z.string().min(1, 'rule-words-empty'), z.array(z.string()).min(1, 'rule-words-empty')]);

/** A number for every group, or one a group. */
const perGroup = <S extends z.ZodNumber>(number: S) =>
  z.union([number, z.record(z.string(), number).refine((groups) => Object.keys(groups).length > 0, 'config-shape')]);
const countSpec = z.int().min(1);

const MEASURED: Readonly<Record<TaskMeasure, string>> = {
  overdue_days: 'Days past its due date, up to the day on which it was closed or suspended; 0 until then.',
  milestone_overdue_days: 'Days past the due date of its most overdue milestone; 0 where none is.',
  no_update_days: 'Days since the last news of it.',
  workdays_to_due: 'Working days until it is due, of a task that is under way; below 0 after that.',
  planned_gap_points: 'Planned minus actual progress, in points. A plan that was filed for a day counts in the period of that day only.',
  planned_gap_ratio: 'Planned minus actual progress, as a share of the planned; of a filed plan, as with the points.',
};

const predicateShape = {
  rank: z
    .strictObject({
      from: z.enum(['top', 'bottom']).optional().describe('Counted from the first or from the last place. Default: top.'),
      n: perGroup(countSpec).optional().describe('How many places; a number, or one a group.'),
      share: perGroup(z.number().gt(0).max(1)).optional().describe('Share of the ranked units, 0–1; a number, or one a group.'),
      within: z.enum(['group', 'all']).optional().describe('Ranked within the group or among all. Default: group.'),
      on: z.string().optional().describe('A dimension, an indicator or total; default: what the instrument’s scope says.'),
    })
    .refine((rank) => (rank.n === undefined) !== (rank.share === undefined), 'rule-rank-size')
    .optional()
    .describe('A place in the ranking.'),
  metric: bounded({
    of: z
      .enum(METRICS)
      .optional()
      .describe(
        'What is measured: ratio is value ÷ target (1 is on target), completion the same in percent (of a task: its progress; of a unit, given for a task or a batch and without a figure named: the percentage of its tasks in it that are closed), gap_points what is short of the plan, or of the target where there is no plan (what is above it where lower is better, the distance where a target is to be hit), gap_ratio that as a share of it (0 to 1). Default: value of the indicator, else score.',
      ),
    indicator: z.string().optional().describe('The indicator.'),
    dimension: z.string().optional().describe('The dimension.'),
  })
    .optional()
    .describe('A number of the unit in this period.'),
  rank_change: bounded({ on: z.string().optional().describe('A dimension or total.') })
    .optional()
    .describe('Places gained since the period before.'),
  band: bounded({ on: z.string().optional().describe('A dimension or total.') })
    .optional()
    .describe('The score in scope lies within bounds.'),
  status: ruleWordsSpec
    .optional()
    .describe(
      'Status of the figure; or status, kind, effect, reason or dedupe_key of an adjustment of the unit in this period; of what is given for tasks also the stage or outcome of the task, an event of it, or the outcome of a filing about it.',
    ),
  veto: z
    .boolean()
    .optional()
    .describe('Whether a veto stands: on the dimension in scope or on the total; in the scope overall on any dimension, too.'),
  group: ruleWordsSpec.optional().describe('Only in these groups.'),
  kind: ruleWordsSpec.optional().describe('Only units of these kinds.'),
  task: z
    .strictObject({
      ...Object.fromEntries(TASK_MEASURES.map((measure) => [measure, bounded({}).optional().describe(MEASURED[measure])])),
      status: ruleWordsSpec.optional().describe('Stage or outcome (open, closed, withdrawn, carried) of the task.'),
    })
    .refine((spec) => Object.keys(spec).length > 0, { message: 'rule-task-empty', params: { keys: [...TASK_MEASURES, 'status'] } })
    .optional()
    .describe('The state of the task on the day that is judged; of a unit, of one at least of the tasks that it leads.'),
  instrument: z
    .strictObject({
      id: z.string().describe('The other instrument.'),
      consecutive: countSpec.optional().describe('Held in this many periods in a row.'),
      within: z.tuple([countSpec, countSpec]).optional().describe('[k, n]: held in at least k of the last n periods.'),
      total: countSpec
        .optional()
        .describe(
          'Held this many times in all. What happens once (holding: event), by a rule of nothing but other awards, happens again only where one more was added.',
        ),
      reset: z
        .enum(['year', 'never'])
        .optional()
        .describe('When the running total starts anew; a week is of the year that numbers it. Default: year.'),
      gap: z
        .enum(['breaks', 'skips'])
        .optional()
        .describe(
          'What a gap does to a row: a period that is missing, or one in which the unit had no place and was not given it. breaks: it ends the row, and counts among the last n; skips: it is passed over, and nothing is given in it. Default: breaks.',
        ),
    })
    .refine(({ within }) => within === undefined || within[0] <= within[1], 'rule-within')
    .refine((spec) => [spec.consecutive, spec.within, spec.total].filter((asked) => asked !== undefined).length < 2, 'rule-instrument-several')
    .optional()
    .describe(
      'Escalation: what the holder was given, the occasion that is judged included, but not, of what is checked against records (source: both), what its record does not have yet; of the same dimension where both instruments are given for one. Without a number: this time.',
    ),
};

interface ConditionSpec extends z.output<z.ZodObject<typeof predicateShape>> {
  readonly all?: readonly ConditionSpec[] | undefined;
  readonly any?: readonly ConditionSpec[] | undefined;
  readonly not?: ConditionSpec | undefined;
  readonly except?: readonly ConditionSpec[] | undefined;
}

const conditionSpec: z.ZodType<ConditionSpec> = z.lazy(() =>
  z.strictObject(conditionShape).refine((spec) => Object.keys(spec).length > 0, 'rule-empty'),
);
/** `except` and `all` may hold one condition or a list. */
const conditionsSpec = z.union([z.array(conditionSpec).min(1, 'rule-empty'), conditionSpec.transform((one) => [one])]);
const conditionShape = {
  all: conditionsSpec.optional().describe('All of these hold.'),
  any: conditionsSpec.optional().describe('At least one of these holds.'),
  not: conditionSpec.optional().describe('This does not hold.'),
  except: conditionsSpec.optional().describe('None of these holds: exemptions, said as such on the award page.'),
  ...predicateShape,
};

export const ruleSchema = z
  .strictObject({
    ...conditionShape,
    tie_at_cut: z
      .enum(['include', 'exclude', 'tiebreak'])
      .optional()
      .describe(
        'What becomes of units that tie at the last place. include: all are taken; exclude: none of them, where not all have room; tiebreak: ranking.tiebreak must have told them apart. Default: include.',
      ),
    min_group: countSpec
      .optional()
      .describe('Fewest units that must be ranked: in each ranking that the rule cuts, else in the one in scope. Default: 1.'),
    share_rounding: z
      .enum(['floor', 'round', 'ceil'])
      .optional()
      .describe('How a share of the units becomes a whole number: floor (down), round (to the nearest) or ceil (up). Default: round.'),
  })
  .refine(({ tie_at_cut, min_group, share_rounding, ...rest }) => Object.keys(rest).length > 0, 'rule-empty');

function toBounds(spec: Readonly<Record<string, unknown>>): Bounds {
  return Object.fromEntries(['gt', 'gte', 'lt', 'lte', 'eq'].flatMap((key) => (typeof spec[key] === 'number' ? [[key, spec[key]]] : []))) as Bounds;
}

function toRank(spec: NonNullable<ConditionSpec['rank']>): Condition {
  return {
    type: 'rank',
    from: spec.from ?? 'top',
    n: spec.n ?? null,
    share: spec.share ?? null,
    within: spec.within ?? 'group',
    on: spec.on ?? null,
  };
}

function toMetric(spec: NonNullable<ConditionSpec['metric']>): Condition {
  const of = spec.of ?? (spec.indicator ? 'value' : 'score');
  return { type: 'metric', of, indicator: spec.indicator ?? null, dimension: spec.dimension ?? null, bounds: toBounds(spec) };
}

function toTask(spec: NonNullable<ConditionSpec['task']>): Condition {
  const given = spec as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  const measures = TASK_MEASURES.flatMap((measure) => {
    const bounds = given[measure];
    return bounds ? [{ measure, bounds: toBounds(bounds) }] : [];
  });
  return { type: 'task', measures, status: spec.status === undefined ? null : [spec.status].flat() };
}

function toInstrument(spec: NonNullable<ConditionSpec['instrument']>): Condition {
  const counted = spec.within !== undefined || spec.total !== undefined;
  return {
    type: 'instrument',
    id: spec.id,
    consecutive: spec.consecutive ?? (counted ? null : 1),
    within: spec.within ?? null,
    total: spec.total ?? null,
    reset: spec.reset ?? 'year',
    gap: spec.gap ?? 'breaks',
  };
}

/** The predicates of one map; those that take away (`not`, `except`) stand last. */
function toConditions(spec: ConditionSpec): Condition[] {
  const of: Condition[] = [];
  if (spec.all) of.push({ type: 'all', of: spec.all.map(toCondition) });
  if (spec.any) of.push({ type: 'any', of: spec.any.map(toCondition) });
  if (spec.rank) of.push(toRank(spec.rank));
  if (spec.metric) of.push(toMetric(spec.metric));
  if (spec.rank_change) of.push({ type: 'rank_change', bounds: toBounds(spec.rank_change), on: spec.rank_change.on ?? null });
  if (spec.band) of.push({ type: 'band', bounds: toBounds(spec.band), on: spec.band.on ?? null });
  if (spec.status !== undefined) of.push({ type: 'status', of: [spec.status].flat() });
  if (spec.veto !== undefined) of.push({ type: 'veto', is: spec.veto });
  if (spec.group !== undefined) of.push({ type: 'group', of: [spec.group].flat() });
  if (spec.kind !== undefined) of.push({ type: 'kind', of: [spec.kind].flat() });
  if (spec.task) of.push(toTask(spec.task));
  if (spec.instrument) of.push(toInstrument(spec.instrument));
  if (spec.not) of.push({ type: 'not', of: toCondition(spec.not) });
  if (spec.except) of.push({ type: 'except', of: spec.except.map(toCondition) });
  return of;
}

/** Predicates side by side in one map hold together. */
function toCondition(spec: ConditionSpec): Condition {
  const of = toConditions(spec);
  return of.length === 1 ? (of[0] as Condition) : { type: 'all', of };
}

/** The rule of an instrument’s file with its defaults; predicates side by side become one `all`. */
export function toRule(spec: z.output<typeof ruleSchema>): AwardRule {
  return {
    when: toCondition(spec as ConditionSpec),
    tieAtCut: spec.tie_at_cut ?? 'include',
    minGroup: spec.min_group ?? 1,
    shareRounding: spec.share_rounding ?? 'round',
  };
}
