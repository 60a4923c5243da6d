/** Table `filings` (备案): risk filings, tolerance decisions, clarifications. There is no column for a person. */
import { z } from 'zod';
import { dateColumn, idColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

export const filingsSchema = z.object({
  filing: idColumn('Id of the filing.'),
  programme: referenceColumn('programmes', 'The programme.'),
  kind: referenceColumn('filing kinds', 'The kind of filing, as the programme names them.'),
  filed_on: dateColumn('Day on which it was filed.'),
  stage: referenceColumn('filing stages', 'The stage that it has reached.'),
  stage_on: dateColumn('Day on which it reached the stage.').optional(),
  outcome: referenceColumn('filing outcomes', 'What came of it.').optional(),
  outcome_on: dateColumn('Day of the outcome.').optional(),
  task: referenceColumn('tasks', 'The task that it is about.').optional(),
  award: referenceColumn('awards', 'The award that it is about; an exemption annotates it from the day of the outcome.').optional(),
  unit: referenceColumn('units', 'The unit that filed. It is checked and then thrown away: filings are published as counts.').optional(),
  digest: textColumn('A summary without names, where the programme publishes digests.').optional(),
  visibility: wordColumn('counts, digests, internal. Default: the filing kind’s.', {
    counts: ['仅计数', '只计数'],
    digests: ['摘要', '公开摘要'],
    internal: ['内部', '不公开'],
  }).optional(),
});
