/** Table `indicators` (指标): what is measured. */
import { z } from 'zod';
import { dateColumn, idColumn, listColumn, numberColumn, plainColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

const DIRECTION_WORDS = {
  higher: ['越高越好', '正向', '正向指标'],
  lower: ['越低越好', '逆向', '负向', '逆向指标', '负向指标'],
  target: ['越接近目标越好', '适度', '适度指标'],
} as const;

export const indicatorsSchema = z.object({
  indicator: idColumn('Id of the indicator, unique within its programme.'),
  programme: referenceColumn('programmes', 'The programme that uses it.'),
  dimension: referenceColumn('dimensions', 'The dimension that it belongs to.').optional(),
  name: textColumn('Name of the indicator.'),
  aliases: listColumn('Other names or codes that tables may use for it, with ; or 、 between them.').optional(),
  unit_label: textColumn('Unit of measurement, as printed behind the number.').optional(),
  direction: wordColumn('Which values are better: higher, lower, or those near the target.', DIRECTION_WORDS),
  target: numberColumn('The value to reach, or for direction target the best value.').optional(),
  weight: numberColumn(
    'Weight within its dimension (or within the total, where indicators are the dimensions); those in force together total 100.',
  ).optional(),
  basis: wordColumn('What a value covers: the period itself, the year to date, a point in time, or the change on a year earlier.', {
    period: ['当期', '本期'],
    ytd: ['累计', '年初至今'],
    point: ['时点', '期末'],
    yoy: ['同比'],
  }).optional(),
  decimals: numberColumn('Decimals of its values, to print and to rank by, 0 to 8. Default: as they are given.').optional(),
  scale: numberColumn(
    'What its values and targets are multiplied by when they are read: 100 for shares that are published as fractions of one. Default: 1.',
  ).optional(),
  definition: textColumn('What it measures and how, in a few sentences.').optional(),
  source: textColumn('Where the values come from.').optional(),
  method_version: plainColumn('Version of the method that it belongs to.').optional(),
  valid_from: dateColumn('First day on which it is used.').optional(),
  valid_to: dateColumn('Last day on which it is used.').optional(),
});
