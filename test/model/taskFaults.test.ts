import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const LIST: Files = {
  ...BASE,
  'programmes/board.yaml': 'id: board\nname: 考核\ntasks: { stages: [posted, closed], roles: { lead: { min: 1, max: 1 } } }\n',
  'scores.csv': 'programme,unit,period,score\nboard,futian,2023-Q3,1\n',
  'tasks.csv': 'task,programme,title,target_value,unit_label\nt1,board,建站,12,个\nt2,board,修路,,\n',
  'task_units.csv': 'task,unit,role\nt1,futian,lead\nt2,luohu,lead\n',
};
const list = (files: Files): Files => ({ ...LIST, ...files });

describe('progress of a task', () => {
  const progress = (cell: string): Files => list({ 'progress.csv': `任务,截至日期,实际进度,计划进度\nt1,2023-06-30,${cell},\n` });

  it.each(['85%', '８５％', '85 %'])('with a target of its own cannot be %s', async (cell) => {
    expect(await printProblems(progress(cell))).toEqual([
      `progress.csv:2:3 实际进度 “${cell}” is a percentage, but the target of the task is 12个. Write the amount that is done; or, to report in percent, leave out the task’s target value.`,
    ]);
  });

  it('is an amount there, and may be a percentage elsewhere', async () => {
    expect((await parseFiles(progress('10'))).codes).toEqual([]);
    expect((await parseFiles(list({ 'progress.csv': 'task,as_of,actual\nt2,2023-06-30,85%\n' }))).codes).toEqual([]);
    const percent = { 'tasks.csv': 'task,programme,title,target_value,unit_label\nt1,board,覆盖率,95,%\nt2,board,修路,,\n' };
    expect((await parseFiles({ ...progress('85%'), ...percent })).codes).toEqual([]);
  });

  it('cannot be a percentage in an event either', async () => {
    expect((await parseFiles(list({ 'task_events.csv': 'task,date,event,value\nt1,2023-06-30,进展,85%\n' }))).codes).toEqual(['progress-percent']);
  });

  it('that is no number is one fault', async () => {
    expect((await parseFiles(progress('30%完成'))).codes).toEqual(['number-not-numeric']);
  });

  it('that is blank names the columns as the file does', async () => {
    expect(await printProblems(progress(''), 'zh-CN')).toEqual([
      'progress.csv:2:3 这一行没有任何进度。 请至少填写其中一栏：实际进度、计划进度、备注（note）。',
    ]);
  });

  it('under a misspelt header is one fault', async () => {
    const files = list({ 'progress.csv': '任务,截至日期,实际进渡\nt1,2023-06-30,5\nt1,2023-07-31,6\n' });
    expect((await parseFiles(files)).codes).toEqual(['csv-column-unknown']);
  });
});

describe('a task that goes on from an earlier list', () => {
  it('may have been due, and closed, before this one was posted', async () => {
    const files = list({
      'tasks.csv':
        'task,programme,title,posted_on,due_on,carried_from\nt0,board,建站,2022-03-01,2022-12-31,\nt1,board,建站,2023-03-01,2022-12-31,t0\nt2,board,修路,,,\n',
      'task_units.csv': 'task,unit,role\nt0,futian,lead\nt1,futian,lead\nt2,futian,lead\n',
      'task_events.csv': 'task,date,event\nt1,2023-02-01,closed\n',
    });
    expect((await parseFiles(files)).codes).toEqual([]);
  });
});

describe('an event', () => {
  const posted = (events: string): Files =>
    list({
      'tasks.csv': 'task,programme,title,posted_on\nt1,board,建站,2023-03-01\nt2,board,修路,\n',
      'task_events.csv': `task,date,event\n${events}`,
    });

  it('cannot close a task before it was posted', async () => {
    expect(await printProblems(posted('t1,2022-12-10,closed\n'))).toEqual([
      'task_events.csv:2:2 Task t1 has “closed” on 2022-12-10, before it was posted on 2023-03-01. Check the date of the event, and posted_on in tasks.',
    ]);
    expect(await printProblems(posted('t1,2022-11-10,揭榜\nt1,2022-12-10,销号\n'), 'zh-CN')).toEqual([
      'task_events.csv:3:2 任务 t1 在 2022-12-10 就已“销号”，早于发榜日期 2023-03-01。 请核对动态的日期，和 tasks 表里的 posted_on（发榜日期）。',
    ]);
  });

  it('cannot put off a task to a day before it was posted', async () => {
    const files = { ...posted(''), 'task_events.csv': 'task,date,event,new_due_on\nt1,2023-06-10,extended,2022-12-31\n' };
    expect(await printProblems(files)).toEqual(['task_events.csv:2:4 new_due_on 2022-12-31 lies before posted_on 2023-03-01. Check both dates.']);
  });

  it.each([
    't1,2022-12-10,draft\nt1,2023-01-10,progress\nt1,2023-02-01,withdrawn\n',
    't1,2022-11-20,in_progress\nt1,2023-02-20,claimed\nt1,2023-03-15,posted\n',
    't1,2022-01-10,posted\nt1,2022-02-10,unclaimed\nt1,2023-03-01,posted\n',
    't1,2023-03-01,closed\n',
    't2,2022-12-10,closed\n',
  ])('may stand on its day in %j', async (events) => {
    expect((await parseFiles(posted(events))).codes).toEqual([]);
  });

  it('names the column that it lacks, as the reader calls it', async () => {
    expect(await printProblems(list({ 'task_events.csv': '任务,日期,事项,新时限\nt1,2023-06-30,延期,\n' }), 'zh-CN')).toEqual([
      'task_events.csv:2:3 延期没有写新时限。 请填写“新时限”。',
    ]);
    expect(await printProblems(list({ 'task_events.csv': '任务,日期,事项\nt1,2023-06-30,移交\n' }), 'zh-CN')).toEqual([
      'task_events.csv:2:3 移交没有写移入单位。 请填写“移入单位（to_unit）”。',
    ]);
  });

  it.each([
    ['任务,日期,事项,新期限\nt1,2023-06-30,延期,2023-12-31\nt2,2023-06-30,延期,2023-12-31\n', 'csv-column-unknown'],
    ['任务,日期,事项,新单位\nt1,2023-06-30,移交,luohu\n', 'csv-column-unknown'],
    ['任务,日期,事项,新时限\nt1,2023-06-30,延期,待定\n', 'date-unreadable'],
  ])('whose cell or header is at fault is not at fault again: %s', async (rows, code) => {
    expect((await parseFiles(list({ 'task_events.csv': rows }))).codes).toEqual([code]);
  });
});

describe('roles that a row at fault was to fill', () => {
  it.each([
    ['t1,futien,lead\nt2,luohu,lead\n', 'unit-unknown'],
    ['t1,futian,leed\nt2,luohu,lead\n', 'role-unknown'],
    ['t11,futian,lead\nt2,luohu,lead\n', 'task-unknown'],
  ])('are not missing: %s', async (rows, code) => {
    expect((await parseFiles(list({ 'task_units.csv': `task,unit,role\n${rows}` }))).codes).toEqual([code]);
  });

  it('are not held twice because of a date that cannot be read', async () => {
    const rows = 'task,unit,role,from,to\nt1,futian,lead,,2023-02-31\nt1,luohu,lead,2023-03-01,\nt2,luohu,lead,,\n';
    expect((await parseFiles(list({ 'task_units.csv': rows }))).codes).toEqual(['date-impossible']);
  });

  it('are missing where no row is at fault', async () => {
    expect((await parseFiles(list({ 'task_units.csv': 'task,unit,role\nt1,futian,lead\n' }))).codes).toEqual(['role-too-few']);
  });
});

describe('words for stages and roles', () => {
  const listing = (tasks: string): Files => list({ 'programmes/list.yaml': `name: 任务榜\ntasks: ${tasks}\n` });

  it('are no ids: rows would mean something else by them, and nobody would lead', async () => {
    expect(await printProblems(listing('{ stages: [posted, 销号], roles: { 牵头: { min: 1 } } }'), 'zh-CN')).toEqual([
      'programmes/list.yaml:2:27 “tasks.stages”里的“销号”是 closed 的叫法，这样写却成了另一个编号：表里的“销号”便不再指 closed。 请写成 { id: closed, name: 销号 }；确是另外一种的，请另起编号，把“销号”写进它的 name。',
      'programmes/list.yaml:2:41 “tasks.roles”里的“牵头”是 lead 的叫法，这样写却成了另一个编号：表里的“牵头”便不再指 lead。 请写成 lead: { name: 牵头 }；确是另外一种的，请另起编号，把“牵头”写进它的 name。',
    ]);
  });

  it('may be names', async () => {
    const tasks = '{ stages: [{ id: posted, name: 发榜 }, { id: done, name: 完成 }, { id: closed, name: 销号 }], roles: { lead: { name: 牵头 } } }';
    expect((await parseFiles(listing(tasks))).codes).toEqual([]);
  });
});

describe('a transfer', () => {
  const transfer = (units: string, events: string): Files =>
    list({
      'units.csv': 'unit,name\nfutian,福田区\nluohu,罗湖区\nnanshan,南山区\n',
      'task_units.csv': `task,unit,role,from,to\n${units}t2,luohu,lead,,\n`,
      'task_events.csv': `task,date,event,from_unit,to_unit\n${events}`,
    });
  const led = 't1,futian,lead,,2023-06-30\nt1,luohu,lead,2023-07-01,\n';

  it('is from a unit that has led the task', async () => {
    expect((await parseFiles(transfer(led, 't1,2023-07-01,transferred,futian,luohu\n'))).codes).toEqual([]);
    expect(await printProblems(transfer(led, 't1,2023-07-01,transferred,nanshan,luohu\n'))).toEqual([
      'task_events.csv:2:4 from_unit “nanshan” never led task t1 before 2023-07-01. Correct the unit or the date, or enter in task_units from when to when it led.',
    ]);
    expect((await parseFiles(transfer(led, 't1,2023-07-01,transferred,luohu,futian\n'))).codes).toEqual(['transfer-from-other']);
  });

  it('may follow another, whatever the order of the rows', async () => {
    const events = 't1,2023-07-01,transferred,nanshan,luohu\nt1,2023-03-01,transferred,futian,nanshan\n';
    expect((await parseFiles(transfer(led, events))).codes).toEqual([]);
  });

  it('is not doubted where the roles say nothing of leads, or are at fault', async () => {
    const event = 't1,2023-07-01,transferred,nanshan,luohu\n';
    expect((await parseFiles({ ...transfer('', event), ...{ 'programmes/board.yaml': 'name: 考核\n' } })).codes).toEqual([]);
    expect((await parseFiles(transfer(`${led}t1,nanshen,lead,,2023-01-01\n`, event))).codes).toEqual(['unit-unknown']);
  });
});

describe('weights of milestones', () => {
  const milestones = (...weights: readonly string[]): Files =>
    list({
      'milestones.csv': `task,milestone,title,due_on,weight\n${weights.map((weight, i) => `t1,m${i},步骤,2023-0${i + 1}-28,${weight}\n`).join('')}`,
    });

  it('total 100 at most', async () => {
    expect((await parseFiles(milestones('33.3', '33.3', '33.4'))).codes).toEqual([]);
    expect((await parseFiles(milestones('10', '', '20'))).codes).toEqual([]);
    expect(await printProblems(milestones('60', '30', '30', '5'), 'zh-CN')).toEqual([
      'milestones.csv:4:1 任务 t1 的节点权重合计 125，超过 100。 请改正权重：一项任务的节点权重合计不超过 100。',
    ]);
  });
});

describe('roles that follow one another', () => {
  const led = (to: string) =>
    list({ 'task_units.csv': `task,unit,role,from,to\nt1,futian,lead,2023-01-01,${to}\nt1,luohu,lead,2023-04-01,\nt2,luohu,lead,,\n` });

  it('are held on their first and last day, so that one day in common is one too many', async () => {
    expect((await parseFiles(led('2023-03-31'))).codes).toEqual([]);
    expect((await parseFiles(led('2023-04-01'))).codes).toEqual(['role-too-many']);
  });
});
