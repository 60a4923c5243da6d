/** Table `memberships` (分组成员): which units a programme compares with one another. */
import { z } from 'zod';
import { dateColumn, referenceColumn } from '../columns.ts';

export const membershipsSchema = z.object({
  programme: referenceColumn('programmes', 'The programme.'),
  group: referenceColumn('groups', 'The group, by its id or name. With groups: { from: memberships } the names here make the groups.'),
  unit: referenceColumn('units', 'The unit.'),
  from: dateColumn(
    'First day of membership; blank = always. A unit is compared in the group in whose membership it is on the last day of a period.',
  ).optional(),
  to: dateColumn('Last day of membership; blank = still.').optional(),
  weight_set: referenceColumn('weight_sets', 'The weight set of the programme that holds for this unit.').optional(),
});
