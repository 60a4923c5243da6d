/** Table `scores` (得分): scores as given, by dimension or in total. */
import { z } from 'zod';
import { dateColumn, numberColumn, periodColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';
import { STATUS_WORDS } from './observations.ts';

export const scoresSchema = z.object({
  programme: referenceColumn('programmes', 'The programme.'),
  unit: referenceColumn('units', 'The unit that was scored.'),
  dimension: referenceColumn('dimensions', 'The dimension; total or blank for the overall score.').optional(),
  period: periodColumn('The period that the score is of.'),
  score: numberColumn('The score. Leave it blank where there is none and say why in status; blank is never zero.').optional(),
  rank_recorded: numberColumn('The place that the office printed; it is checked against the computed one.').optional(),
  status: wordColumn('State of the figure, and the reason where there is none. Default: final.', STATUS_WORDS).optional(),
  revision: numberColumn(
    '1 for the first publication, 2 for its first revision … The highest one counts, the others are history; a final one that differs from a final one before it is shown as revised.',
  ).optional(),
  published_on: dateColumn('Day on which it may be published; before it, the row is not on the site.').optional(),
  note: textColumn('A sentence for readers: why there is no score, for example.').optional(),
});
