/** Table `units` (单位): whatever is assessed or leads a task. Never a person. */
import { z } from 'zod';
import { dateColumn, idColumn, listColumn, numberColumn, plainColumn, referenceColumn, textColumn } from '../columns.ts';

export const unitsSchema = z.object({
  unit: idColumn('Id of the unit, used in addresses and by every other table. It never changes, even when the name does.'),
  name: textColumn('Full name of the unit as it is today; in English in a column name_en, in other languages in name_<language>.'),
  short_name: textColumn('Short name, for charts and narrow tables.').optional(),
  kind: plainColumn('Kind of unit: region, department, zone, town, village, enterprise, taskforce, or the office’s own word.').optional(),
  parent: referenceColumn('units', 'The unit above it.').optional(),
  code: plainColumn('Official code, such as the division code; kept as text with its leading zeros.').optional(),
  order: numberColumn('Place in the office’s customary order of units; rows without one follow in the order of the file.').optional(),
  valid_from: dateColumn('First day on which the unit exists.').optional(),
  valid_to: dateColumn('Last day on which the unit exists.').optional(),
  aliases: listColumn('Other names that tables may use for it, with ; or 、 between them.').optional(),
});
