/** Chinese of the reference: tables of what is handed out. */
import type { Sentences } from '../speaker.ts';

export const awards: Sentences = {
  'Id of the record.': '记录的编号。',
  'The programme.': '机制。',
  'What was handed out.': '授予了哪一种牌令旗。',
  'Who holds it: unit, task, person. A person is never published.': '授予谁：单位、任务或个人。个人从不公布。',
  'The unit or task that holds it. Leave it blank for a person; what stands there is thrown away.':
    '获得的单位或任务。授予个人的请留空；写了也不会读入。',
  'The dimension that it was given for.': '因哪个维度授予。',
  'The task that it was given for.': '因哪项任务授予。',
  'The period that it was given for; this or session is needed where the holding depends on it.':
    '因哪一期授予；有效期按期次或会次计算的，期次和会次至少填一个。',
  'The session that gave it.': '在哪一次评议会上授予。',
  'Day on which it was given.': '授予的日期。',
  'Last day of holding, where a day was set.': '有效期的最后一天（规定了日期的）。',
  'active, superseded, revoked, annotated. Default: active.': '记录的状态。默认：有效。',
  'Day on which it was revoked.': '撤销的日期。',
  'Why it was given, for readers.': '授予的原因，会公布。',
  'The document that gave it.': '授予所依据的文件。',
  'A sentence for readers.': '给读者看的说明。',
};

export const sessions: Sentences = {
  'The programme.': '机制。',
  'Id of the session, unique within its programme: s1, s2 … It stands in addresses like a period.':
    '会次的编号，在同一机制里不能重复：s1、s2……与期次一样用在网址里。',
  'Its number in the row of sessions; default: the order of the file.': '第几次；不填的，按文件里的先后。',
  'Day on which it was really held.': '实际召开的日期。',
  'The period that it reviews.': '评议哪一期。',
  'Day on which its results, and the figures of the period that it reviews, may be published. Default: the day on which it is held.':
    '会议结果以及所评议那一期的数据可以公布的日期。默认：召开当天。',
  'scheduled, provisional, final, revised, cancelled, not_held. Default: final when it was held, else scheduled.':
    '状态。默认：召开过的为正式，没有的为计划。',
  'Why it was not held or was changed.': '没有召开或有变动的原因。',
};
