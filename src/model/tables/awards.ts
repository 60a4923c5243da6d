/** Table `awards` (授牌记录): everything that was handed out, 牌 令 旗 榜 灯. */
import { z } from 'zod';
import { dateColumn, idColumn, periodColumn, referenceColumn, textColumn, wordColumn } from '../columns.ts';

export const awardsSchema = z.object({
  award: idColumn('Id of the record.'),
  programme: referenceColumn('programmes', 'The programme.'),
  instrument: referenceColumn('instruments', 'What was handed out.'),
  holder_type: wordColumn('Who holds it: unit, task, person. A person is never published.', {
    unit: ['单位'],
    task: ['任务', '项目'],
    person: ['个人', '人员'],
  }),
  holder: referenceColumn(
    'units or tasks',
    'The unit or task that holds it. Leave it blank for a person; what stands there is thrown away.',
  ).optional(),
  dimension: referenceColumn('dimensions', 'The dimension that it was given for.').optional(),
  task: referenceColumn('tasks', 'The task that it was given for.').optional(),
  period: periodColumn('The period that it was given for; this or session is needed where the holding depends on it.').optional(),
  session: referenceColumn('sessions', 'The session that gave it.').optional(),
  awarded_on: dateColumn(
    'Day on which it was given; where blank, the day on which the session was held that gave it. One of both is needed.',
  ).optional(),
  valid_to: dateColumn('Last day of holding, where a day was set.').optional(),
  state: wordColumn('active, superseded, revoked, annotated. Default: active.', {
    active: ['有效', '生效'],
    superseded: ['被替代', '已替代'],
    revoked: ['撤销', '已撤销', '收回'],
    annotated: ['加注', '已加注'],
  }).optional(),
  revoked_on: dateColumn('Day on which it was revoked.').optional(),
  reason: textColumn('Why it was given, for readers.').optional(),
  document: referenceColumn('documents', 'The document that gave it.').optional(),
  note: textColumn('A sentence for readers.').optional(),
});
