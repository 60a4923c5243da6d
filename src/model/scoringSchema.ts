/** `scoring` of a dimension: what may stand there, and what each method needs, takes and cannot use. */
import { z } from 'zod';
import { type MissingRule, SCORINGS, type Scoring } from './config.ts';

const bandSpec = z
  .strictObject({
    gte: z.number().optional().describe('From this value on.'),
    lt: z.number().optional().describe('Below this value.'),
    score: z.number().describe('The score.'),
  })
  .refine(({ gte, lt }) => gte === undefined || lt === undefined || gte < lt, 'rule-bounds-empty');

const scoringShape = {
  cap: z.number().optional().describe('Ceiling: of the ratio in percent, or of the score.'),
  floor: z.number().optional().describe('Floor: of the ratio in percent, or of the score.'),
  bands: z
    .array(bandSpec)
    .optional()
    .describe('bands: the score for a value inside [gte, lt). Steps may leave one bound out: gte 90, gte 80, and one without bounds for the rest.'),
  points: z.array(z.number()).optional().describe('rank_points: points for place 1, 2, 3 …; places past the end get the last.'),
  start: z.number().optional().describe('deduct, points: the score before anything. Default: 100 for deduct, 0 for points.'),
  per: z.number().optional().describe('deduct, points: points per unit of the value. Default: 1.'),
  from: z.number().optional().describe('minmax, yoy: score of the worst. Default: 0.'),
  to: z.number().optional().describe('minmax, yoy: score of the best. Default: 100.'),
};

/** What each method makes of an indicator's value, for the reference; `src/assess/scoring.ts` does it. */
export const SCORING_WORDS: Readonly<Record<Scoring, string>> = {
  given:
    'Nothing is worked out: the table scores gives the score, or a dimension that is one indicator is ranked by its values. By any other method, too, its score stands in a period without values; beside values it is passed over, and where it differs that is told; one that was published before them is then “revised”.',
  ratio:
    'Percent of the target: value ÷ target × 100. Of an indicator of which lower is better, target ÷ value × 100; of one whose target is to be hit, 100 × (1 − |value − target| ÷ target). The target is the row’s own, else the indicator’s, and above 0. A value of 0 or less where lower is better scores the cap; without one the build stops.',
  completion:
    'Percent done: value ÷ planned × 100, where the row says what was planned by now; else value ÷ target × 100; without either, the value is a percentage already.',
  bands: 'The score of the band that the value, as it is printed, lies in.',
  rank_points:
    'The points of its place among the units that it is ranked with, by the indicator’s direction; values are rounded to their printed decimals first.',
  deduct: 'start − per × value.',
  points: 'start + per × value.',
  minmax:
    'In proportion from the worst of the units that it is ranked with (from) to the best (to), by the indicator’s direction: from + (to − from) × distance from the worst ÷ distance between worst and best. Where all are alike, all get to. Values are rounded to their printed decimals first.',
  yoy: 'Growth since the same period of the year before, (value − before) ÷ |before|, scored as by minmax, unrounded. Of an indicator with basis yoy the value is the growth already. Not applicable where there is no figure before, or where it is 0.',
};

/** What each rule for missing figures does, for the reference; `src/assess/mean.ts` and `worksheet.ts` do it. */
export const MISSING_WORDS: Readonly<Record<MissingRule, string>> = {
  exclude_unit: 'It costs the score.',
  zero: 'What was not submitted, or is still late, counts as a score of 0 (never as a value of 0). What is missing for another reason costs the score.',
  reweight_not_applicable:
    'What does not apply to a unit, or what it is exempt from, is left out, and the other weights grow in proportion. What is missing for another reason costs the score.',
  carry_forward:
    'In the place of a value, or of a given score, that was not submitted or is still late stands the latest one before it, with its status, target and plan. A period in which the figure is missing for another reason ends that. Growth, too, is worked out from such values.',
  block: 'What was not submitted, or is late, stops the build. What is missing for another reason costs the score.',
};

const scoringObject = z.strictObject({
  method: z.enum(SCORINGS).describe('How each indicator’s value becomes a score: see Scoring.'),
  ...scoringShape,
});

type ScoringSpec = z.output<typeof scoringObject>;
type Parameter = keyof typeof scoringShape;
type Band = z.output<typeof bandSpec>;

/** What each method is given. */
const TAKES: Readonly<Record<Scoring, readonly Parameter[]>> = {
  given: [],
  ratio: ['cap', 'floor'],
  completion: ['cap', 'floor'],
  bands: ['bands', 'cap', 'floor'],
  rank_points: ['points', 'cap', 'floor'],
  deduct: ['start', 'per', 'cap', 'floor'],
  points: ['start', 'per', 'cap', 'floor'],
  minmax: ['from', 'to', 'cap', 'floor'],
  yoy: ['from', 'to', 'cap', 'floor'],
};

/** What it cannot do without. */
const NEEDS: Readonly<Partial<Record<Scoring, 'bands' | 'points'>>> = { bands: 'bands', rank_points: 'points' };

const EXAMPLES = {
  bands: '{ method: bands, bands: [{ gte: 90, score: 100 }, { lt: 90, score: 60 }] }',
  points: '{ method: rank_points, points: [100, 95, 90] }',
} as const;

/** A value that lies in two bands; null when none does. */
function findShared(a: Band, b: Band): number | null {
  const from = Math.max(a.gte ?? Number.NEGATIVE_INFINITY, b.gte ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(a.lt ?? Number.POSITIVE_INFINITY, b.lt ?? Number.POSITIVE_INFINITY);
  if (from >= to) return null;
  if (Number.isFinite(from)) return from;
  return Number.isFinite(to) ? to - 1 : 0;
}

/**
 * Bands with the bounds that steps leave out, in whatever order they stand: of `gte: 90` and `gte: 80` the second ends where the first begins,
 * of `lt: 60` and `lt: 80` it begins where the first ends, and one without bounds is for the rest.
 */
export function closeBands(bands: readonly Band[]): readonly Band[] {
  const starts = bands.flatMap(({ gte }) => gte ?? []);
  const ends = bands.flatMap(({ lt }) => lt ?? []);
  return bands.map((band) => {
    const { gte, lt } = band;
    if (gte !== undefined && lt !== undefined) return band;
    const next = Math.min(...starts.filter((start) => start > (gte ?? Number.NEGATIVE_INFINITY)));
    const last = Math.max(...ends.filter((end) => end < (lt ?? Number.POSITIVE_INFINITY)));
    if (lt === undefined && (gte !== undefined || ends.length === 0)) return Number.isFinite(next) ? { ...band, lt: next } : band;
    return gte === undefined && (lt !== undefined || starts.length === 0) && Number.isFinite(last) ? { ...band, gte: last } : band;
  });
}

function formatBand({ gte, lt, score }: Band): string {
  const bounds = [...(gte === undefined ? [] : [`gte: ${gte}`]), ...(lt === undefined ? [] : [`lt: ${lt}`])];
  return `{ ${[...bounds, `score: ${score}`].join(', ')} }`;
}

function checkBands(written: readonly Band[], context: z.RefinementCtx): void {
  const bands = closeBands(written);
  for (const [i, band] of bands.entries()) {
    const other = bands.slice(0, i).find((before) => findShared(before, band) !== null);
    if (!other) continue;
    const [own, first] = [band, other].map((one) => formatBand(written[bands.indexOf(one)] as Band));
    const params = { band: own, other: first, shared: findShared(other, band) };
    context.addIssue({ code: 'custom', message: 'scoring-bands-overlap', path: ['bands', i], params });
    return;
  }
}

function checkScoring(spec: ScoringSpec, context: z.RefinementCtx): void {
  const { method, cap, floor, from = 0, to = 100 } = spec;
  const issue = (message: string, path: readonly string[], params: Readonly<Record<string, unknown>>): void =>
    context.addIssue({ code: 'custom', message, path: [...path], params: { method, ...params } });
  const needed = NEEDS[method];
  if (needed && !spec[needed]?.length) issue('scoring-incomplete', [], { needed, example: EXAMPLES[needed] });
  for (const key of Object.keys(scoringShape) as Parameter[])
    if (spec[key] !== undefined && !TAKES[method].includes(key))
      issue('scoring-foreign', [key], { parameter: key, of: SCORINGS.filter((other) => TAKES[other].includes(key)) });
  if (cap !== undefined && floor !== undefined && cap < floor)
    issue('scoring-reversed', ['floor'], { low: 'floor', high: 'cap', from: floor, to: cap });
  if (TAKES[method].includes('from') && from >= to)
    issue('scoring-reversed', [spec.from === undefined ? 'to' : 'from'], { low: 'from', high: 'to', from, to });
  checkBands(spec.bands ?? [], context);
}

export const scoringSpec = z
  .union([z.enum(SCORINGS), scoringObject])
  .superRefine((spec, context) => checkScoring(typeof spec === 'string' ? { method: spec } : spec, context));
