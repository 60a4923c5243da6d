/** `programmes/<id>.yaml`: what may stand in it. What comes of it is made in `programmeConfig.ts`, once memberships and indicators are read. */
import { z } from 'zod';
import { findNear, suggestionParams } from '../read/nearest.ts';
import { COLOURS, findColour } from './colours.ts';
import { EXEMPTING, MISSING_RULES, TASK_STAGES, TONES } from './config.ts';
import { COUNTED, type Counted } from './countColumns.ts';
import { CADENCES } from './period.ts';
import { ruleSchema } from './ruleSchema.ts';
import { scoringSpec } from './scoringSchema.ts';
import { dateSpec, textSpec } from './spec.ts';

const cadenceSpec = z.enum(CADENCES);
const directionSpec = z.enum(['higher', 'lower', 'target']);

/** A thing with an id and a name; a bare word is both. */
const namedSpec = z.union([
  z.string(),
  z.strictObject({
    id: z.string().describe('Its id.'),
    name: textSpec.optional().describe('Its name; default: the id.'),
    note: textSpec.optional().describe('A sentence for readers.'),
  }),
]);

const groupSpec = z.union([
  z.string(),
  z.strictObject({
    id: z.string().describe('Its id.'),
    name: textSpec.optional().describe('Its name; default: the id.'),
    note: textSpec.optional().describe('A sentence for readers.'),
    dimensions: z.array(z.string()).optional().describe('Dimensions that the group is ranked on; default: all.'),
  }),
]);

const dimensionSpec = z.union([
  z.string(),
  z.strictObject({
    id: z.string().describe('Its id, used in addresses.'),
    name: textSpec.optional().describe('Its name; default: the id.'),
    description: textSpec.optional().describe('What it is about.'),
    weight: z.number().min(0).optional().describe('Its weight in the total; those in force together total 100.'),
    scoring: scoringSpec.optional().describe('How its score comes about. Default: given.'),
    direction: directionSpec.optional().describe('For a dimension that is one indicator, whose own it must be. Default: the indicator’s, or higher.'),
    decimals: z
      .int()
      .min(0)
      .max(8)
      .optional()
      .describe(
        'Decimals of its scores, to print and to rank by. Default: the ranking’s. Where it is ranked by values, those of its indicator count.',
      ),
    unit_label: textSpec.optional().describe('Unit of measurement.'),
    indicators: z.array(z.string()).optional().describe('Its indicators, in order; default: those that name it.'),
    from: dateSpec.optional().describe('First day on which it is used.'),
    to: dateSpec.optional().describe('Last day on which it is used.'),
  }),
]);

const rankingSpec = z.strictObject({
  method: z.enum(['competition']).optional().describe('Standard competition ranking: 1, 2, 2, 4.'),
  per: z
    .array(z.enum(['group', 'dimension']))
    .optional()
    .describe(
      'What is ranked apart: group, each group. Dimensions are ranked in any case; dimension_pages says whether they have pages. Default: both words.',
    ),
  overall: z.boolean().optional().describe('Whether there is a ranked total. Default: true.'),
  across: z
    .boolean()
    .optional()
    .describe(
      'Beside the groups, also one table of all units. A unit of several weight sets goes by the dimensions’ own weights there. Default: false.',
    ),
  decimals: z.int().min(0).max(8).optional().describe('Decimals to print; scores are rounded to them before ranking. Default: 2.'),
  missing: z
    .enum(MISSING_RULES)
    .optional()
    .describe('What a missing figure does to the score of its dimension and to the total: see Missing figures. Default: exclude_unit.'),
  min_coverage: z.number().min(0).max(1).optional().describe('Share of the weights that must be there for a score: see Missing figures. Default: 1.'),
  tiebreak: z
    .array(z.string())
    .optional()
    .describe(
      'Dimensions or indicators that break ties, in order, each by its own direction; whoever has no figure there, or is vetoed there, comes last. Default: none.',
    ),
  weights: z.enum(['percent', 'relative']).optional().describe('percent: must total 100; relative: normalised. Default: percent.'),
  dimension_pages: z.boolean().optional().describe('Whether each dimension has pages of its own. Default: true.'),
  recorded: z
    .enum(['error', 'record_stands'])
    .optional()
    .describe('What a difference from rank_recorded is. error: the build stops; record_stands: both places are printed. Default: error.'),
  change_since: z
    .enum(['previous', 'last_ranked'])
    .optional()
    .describe(
      'What the change of a unit is that had no place the last time that anybody had one. previous: it has “returned”; last_ranked: counted from its last place. Default: previous.',
    ),
  method_versions: z
    .array(
      z.strictObject({
        version: z.string().describe('Name of the version.'),
        from: z.string().describe('The first period or day that it holds for.'),
        note: textSpec.optional().describe('What changed.'),
      }),
    )
    .optional()
    .describe('Where the method changed: lines and rank changes break there.'),
});

const COLOUR_NAMES = Object.keys(COLOURS);

function checkColour(colour: string, context: z.RefinementCtx): void {
  if (findColour(colour) !== null) return;
  context.addIssue({
    code: 'custom',
    message: 'config-colour-name',
    params: { colours: COLOUR_NAMES, ...suggestionParams(findNear(colour, COLOUR_NAMES)) },
  });
}

const instrumentSpec = z.strictObject({
  id: z.string().describe('Its id, used in addresses and in the table awards.'),
  name: textSpec.describe('Its name.'),
  description: textSpec.optional().describe('What it is, for someone who has never heard of it.'),
  kind: z
    .string()
    .optional()
    .describe('list 榜, plate 牌匾, card 牌, order 令, flag 旗, light 灯, notice 通知, grade 等次, or another word. Default: card.'),
  tone: z.enum(TONES).optional().describe('What it says about its holder; no colour implies one. Default: neutral.'),
  severity: z
    .number()
    .optional()
    .describe('How grave it is: where a holder got several at one session, the one with the highest number stands for them. Default: 1.'),
  color: z
    .string()
    .superRefine(checkColour)
    .optional()
    .describe(`${COLOUR_NAMES.join(', ')}, another name that CSS has, or "#rrggbb" in quotation marks: decoration, never meaning.`),
  holder: z.enum(['unit', 'task', 'person']).optional().describe('Who holds it. Persons are never published. Default: unit.'),
  scope: z
    .enum(['overall', 'dimension', 'task', 'batch'])
    .optional()
    .describe(
      'What it is given for; a dimension: each, or, where the rule asks for no place, score or value but those of one that it names, that one. Default: overall; of what tasks hold, task.',
    ),
  cadence: cadenceSpec
    .optional()
    .describe(
      'How often it is given. Default: the programme’s; where that has none, or no figures of it, by the kind of period that it ranks most often.',
    ),
  source: z
    .enum(['recorded', 'computed', 'both'])
    .optional()
    .describe('recorded: from the table awards; computed: by the rule; both: from the table, and checked by the rule. Default: recorded.'),
  recorded: z
    .enum(['error', 'record_stands'])
    .optional()
    .describe(
      'With both: what a difference between records and rule is. error: the build stops; record_stands: it is printed, and the record counts. Default: error.',
    ),
  holding: z
    .enum(['event', 'period', 'until_next_session', 'until_revoked', 'until_closed'])
    .optional()
    .describe(
      'How long it is in force. event: it happened, and is not held; period: until those of the next period; until_next_session: until the day before the next session; until_revoked: until it is revoked or its holder gets a newer one of its family; until_closed: until its task is over. Default: period.',
    ),
  visibility: z
    .enum(['names', 'counts', 'internal'])
    .optional()
    .describe('What is published. names: each with its holder; counts: numbers only; internal: nothing. Default: names, for persons counts.'),
  obligations: z
    .union([z.string(), z.array(textSpec)])
    .optional()
    .describe('What follows from holding it.'),
  family: z.string().optional().describe('The family whose instruments are tried in order.'),
  rule: ruleSchema.optional().describe('When it is given.'),
});

const roleSpec = z
  .strictObject({
    min: z
      .int()
      .min(0)
      .optional()
      .describe('Fewest units that must have had this role together; not asked where no task of the programme has any unit. Default: 0.'),
    max: z.int().min(0).optional().describe('Most units in this role at a time.'),
    name: textSpec.optional().describe('What the programme calls it.'),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'rule-bounds-empty');

const tasksSpec = z.strictObject({
  categories: z.array(namedSpec).optional().describe('Categories; default: those of the rows.'),
  origins: z.array(namedSpec).optional().describe('Origins; default: those of the rows.'),
  batches: z.array(namedSpec).optional().describe('Batches; default: those of the rows.'),
  stages: z
    .array(
      z.union([
        z.string(),
        z.strictObject({ id: z.string().describe('The stage.'), name: textSpec.optional().describe('The programme’s own name.') }),
      ]),
    )
    .optional()
    .describe(
      `The stages of a task, in order, of ${TASK_STAGES.join(', ')} or the programme’s own. Default: all but draft. Where draft is listed, a task without posted_on is one until an event says more; drafts are shown and not counted as posted.`,
    ),
  phases: z
    .array(
      z.strictObject({
        id: z.string().describe('Its id.'),
        name: textSpec.optional().describe('Its name; default: the id.'),
        from: dateSpec.describe('First day.'),
        to: dateSpec.describe('Last day; neighbours may share one.'),
        note: textSpec.optional().describe('A sentence for readers.'),
      }),
    )
    .optional()
    .describe('Phases of the programme as a whole.'),
  roles: z
    .record(z.string(), roleSpec)
    .optional()
    .describe('How many units may have each role, and what the programme calls it. The first responsible counts as a lead.'),
  count_for: z
    .enum(['first_responsible', 'each_lead', 'split'])
    .optional()
    .describe('Which lead a task counts for: the first responsible, each that leads, or each by its share. Default: first_responsible.'),
  plan: z
    .enum(['linear', 'own', 'milestones'])
    .optional()
    .describe(
      'Where the planned curve comes from. linear: evenly by days from posting to the due date; own: the column planned of the table progress; milestones: the weights of those that are due. Default: own where a task’s rows give a plan, else linear.',
    ),
  stale_after: z.int().min(1).optional().describe('Days without news after which an open task is called stale.'),
  behind: z
    .strictObject({
      points: z.number().min(0).optional().describe('Behind when planned − actual exceeds this many points.'),
      ratio: z.number().min(0).optional().describe('Behind when planned − actual exceeds this share of the planned value.'),
    })
    .optional()
    .describe('When a task is behind its plan.'),
});

/** What may come of a filing; a bare word is both id and name. */
const outcomeSpec = z.union([
  z.string(),
  z.strictObject({
    id: z.string().describe('Its id.'),
    name: textSpec.optional().describe('Its name; default: the id.'),
    exempts: z
      .boolean()
      .optional()
      .describe(
        `Whether the award or task that the filing is about no longer counts against its holder from then on. Default: true where its id or name is one of ${EXEMPTING.join(', ')}.`,
      ),
    note: textSpec.optional().describe('A sentence for readers.'),
  }),
]);

const filingSpec = z.strictObject({
  id: z.string().describe('Its id.'),
  name: textSpec.optional().describe('Its name; default: the id.'),
  stages: z.array(namedSpec).optional().describe('Its stages, in order; default: those of the rows.'),
  outcomes: z.array(outcomeSpec).optional().describe('What may come of it; default: what the rows have.'),
  visibility: z
    .enum(['counts', 'digests'])
    .optional()
    .describe(
      'counts: numbers only; digests: summaries too, on the programme’s page, without unit, task or day, where the kind has as many filings as may be shown, and of nothing that is internal or not out yet; and on the page of the award that they are about. Default: counts.',
    ),
  note: textSpec.optional().describe('A sentence for readers.'),
});

const scalarSpec = z.union([z.string(), z.number(), z.boolean()]);
const countShape = {
  count: z.enum(COUNTED).describe('What is counted.'),
  where: z
    .record(z.string(), z.union([scalarSpec, z.array(scalarSpec)]))
    .optional()
    .describe('Which rows: column and value, or a list of values: see Claims.'),
};

const claimSpec = z.strictObject({
  id: z.string().describe('Its id.'),
  name: textSpec.optional().describe('What was claimed.'),
  ...countShape,
  equals: z.number().optional().describe('The number as printed.'),
  share_of: z.strictObject(countShape).optional().describe('The whole that the share is of.'),
  share: z
    .string()
    .regex(/^\d+(?:\.\d+)?\s*%$/, 'config-share')
    .optional()
    .describe('The share as printed, with its decimals: 40%.'),
  document: z.string().optional().describe('The document that printed it.'),
});

export const programmeSchema = z.strictObject({
  id: z.string().optional().describe('Its id, used in addresses and tables; default: the name of the file.'),
  name: textSpec.describe('Its name.'),
  description: textSpec.optional().describe('What it is, for someone who has never heard of it.'),
  parent: z.string().nullable().optional().describe('The programme whose subject owns this one.'),
  authority: z.string().nullable().optional().describe('The document that it rests on.'),
  decided_by: textSpec.optional().describe('Who decides, in words.'),
  cadence: cadenceSpec.nullable().optional().describe('How often it is judged: figures must be of such periods.'),
  year_starts: z.int().min(1).max(12).optional().describe('Month in which its year starts. Default: the portal’s.'),
  groups: z
    .union([z.strictObject({ from: z.enum(['memberships']).describe('The groups are those of the table memberships.') }), z.array(groupSpec)])
    .optional()
    .describe('Groups of units that are compared with one another.'),
  dimensions: z
    .union([
      z.strictObject({
        from: z.enum(['indicators']).describe('Every indicator is a dimension.'),
        scoring: scoringSpec.optional().describe('How their scores come about. Default: given.'),
      }),
      z.array(dimensionSpec),
    ])
    .optional()
    .describe('What is judged.'),
  weight_sets: z
    .record(z.string(), z.record(z.string(), z.number().min(0)))
    .optional()
    .describe('Weights by dimension that memberships may name.'),
  ranking: rankingSpec.optional().describe('How units are ranked.'),
  instruments: z.array(instrumentSpec).optional().describe('Everything that is handed out, in the order in which a family is tried.'),
  families: z
    .array(
      z.strictObject({
        id: z.string().describe('Its id.'),
        name: textSpec.optional().describe('Its name.'),
        otherwise: textSpec.optional().describe('What holding none of them is called; makes a declared middle.'),
      }),
    )
    .optional()
    .describe(
      'Families of instruments of which a holder gets one: they are tried in the order of instruments. Rules of one family that hold at once are an error.',
    ),
  tasks: tasksSpec.optional().describe('The task list.'),
  filings: z.array(filingSpec).optional().describe('Kinds of filing.'),
  claims: z.array(claimSpec).optional().describe('Figures printed elsewhere that the rows must reproduce.'),
  publication: z
    .strictObject({
      persons: z.enum(['none']).optional().describe('Persons are never published.'),
      min_cell: z.int().min(0).optional().describe('Counts of filings below this are suppressed, and claims that would give one away. Default: 5.'),
      disclosure: z
        .enum(['full', 'top', 'counts'])
        .optional()
        .describe('How much of a ranking is published. full: all of it; top: the better half; counts: only how many are ranked. Default: full.'),
    })
    .optional()
    .describe('What may be published.'),
});

export type ProgrammeSpec = z.output<typeof programmeSchema>;
export type NamedSpec = z.output<typeof namedSpec>;
export type TasksSpec = z.output<typeof tasksSpec>;
export type CountSpec = { readonly count: Counted; readonly where?: Readonly<Record<string, unknown>> | undefined };
