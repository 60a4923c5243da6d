import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPosted } from '../../src/assess/taskLife.ts';
import { assessTask, assessTasks, taskContext } from '../../src/assess/tasks.ts';
import { countByUnit, partsOf } from '../../src/assess/taskUnits.ts';
import type { TaskScheme } from '../../src/model/config.ts';
import { TASK_SIDE_STAGES, TASK_STAGES } from '../../src/model/config.ts';
import { dateOf, dayNumber, weekdaysBetween } from '../../src/model/days.ts';
import type { Task } from '../../src/model/portal.ts';
import { Problems } from '../../src/problems.ts';
import { assessCase, awardOf, filingOf, instrumentOf, portalOfCase, SCHEME, taskOf } from './fixture.ts';

function statusOn(task: Task, on: string, scheme: Partial<TaskScheme> = {}) {
  const { programme, portal } = portalOfCase({ tasks: [task], config: { tasks: { ...SCHEME, ...scheme } } });
  return assessTask(task, taskContext(programme, portal), on);
}

const DRAFTS: Partial<TaskScheme> = { stages: ['draft', 'posted', 'closed'].map((id) => ({ id, name: null })) };

describe('days', () => {
  it('agree with the calendar in both directions', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateOf(day)).toBe(date);
        expect(dayNumber(date)).toBe(day);
      }),
    );
  });

  it('count Mondays to Fridays, with the last day and without the first', () => {
    expect(weekdaysBetween('2024-03-01', '2024-03-04')).toBe(1);
    expect(weekdaysBetween('2024-03-01', '2024-03-03')).toBe(0);
    expect(weekdaysBetween('2024-03-04', '2024-03-15')).toBe(9);
    expect(weekdaysBetween('2024-03-15', '2024-03-04')).toBe(-9);
  });
});

describe('the status of a task', () => {
  const story = taskOf('t', {
    dueOn: '2024-06-30',
    events: [
      { date: '2024-01-10', event: 'claimed' },
      { date: '2024-02-01', event: 'in_progress' },
      { date: '2024-03-01', event: 'suspended' },
      { date: '2024-04-01', event: 'resumed' },
      { date: '2024-06-20', event: 'accepted' },
      { date: '2024-07-02', event: 'closed' },
      { date: '2024-08-01', event: 'evaluated' },
    ],
  });

  it.each([
    ['2023-12-31', 'draft', 'draft'],
    ['2024-01-01', 'posted', 'open'],
    ['2024-01-05', 'posted', 'open'],
    ['2024-01-10', 'claimed', 'open'],
    ['2024-03-15', 'suspended', 'open'],
    ['2024-04-01', 'in_progress', 'open'],
    ['2024-06-25', 'accepted', 'open'],
    ['2024-07-02', 'closed', 'closed'],
    ['2024-09-01', 'evaluated', 'closed'],
  ])('follows from its events: on %s it is %s', (on, status, outcome) => {
    expect(statusOn(story, on)).toMatchObject({ status, outcome });
  });

  it('keeps the closing day through the evaluation, and says how late it closed', () => {
    expect(statusOn(story, '2024-12-31')).toMatchObject({ closedOn: '2024-07-02', onTime: false, overdue: false, overdueDays: 2 });
  });

  it('closes at acceptance where the programme has no closing stage', () => {
    const stages = ['posted', 'in_progress', 'accepted'].map((id) => ({ id, name: null }));
    expect(statusOn(story, '2024-06-25', { stages })).toMatchObject({ outcome: 'closed', closedOn: '2024-06-20', onTime: true });
  });

  it('is open again after a closed task is taken up once more', () => {
    const task = taskOf('t', {
      events: [
        { date: '2024-02-01', event: 'closed' },
        { date: '2024-03-01', event: 'in_progress' },
      ],
    });
    expect(statusOn(task, '2024-04-01')).toMatchObject({ outcome: 'open', closedOn: null });
  });

  it.each([
    ['after it was withdrawn', ['in_progress', 'withdrawn', 'resumed'], 'in_progress'],
    ['after it was withdrawn while suspended', ['in_progress', 'suspended', 'withdrawn', 'resumed'], 'in_progress'],
    ['after an earlier suspension', ['suspended', 'resumed', 'in_progress', 'withdrawn', 'resumed'], 'in_progress'],
    ['after it was closed', ['submitted', 'closed', 'evaluated', 'resumed'], 'submitted'],
    ['where nothing held it up', ['in_progress', 'resumed'], 'in_progress'],
  ])('resumes at the stage at which it was last under way: %s', (_, names, status) => {
    const events = names.map((event, i) => ({ date: `2024-02-0${i + 1}`, event }));
    expect(statusOn(taskOf('t', { events }), '2024-05-01')).toMatchObject({ status, outcome: 'open' });
  });

  it.each([
    ['withdrawn', 'withdrawn'],
    ['merged', 'withdrawn'],
    ['unclaimed', 'withdrawn'],
    ['failed', 'withdrawn'],
    ['carried_over', 'carried'],
  ])('counts %s as %s', (event, outcome) => {
    expect(statusOn(taskOf('t', { events: [{ date: '2024-02-01', event }] }), '2024-05-01').outcome).toBe(outcome);
  });

  it('never counts a failed task as on time, nor as closed', () => {
    const task = taskOf('t', { dueOn: '2024-06-30', events: [{ date: '2024-02-01', event: 'failed' }] });
    expect(statusOn(task, '2024-05-01')).toMatchObject({ onTime: false, closedOn: null });
  });

  it('depends on nothing after the as-of date', () => {
    const past: Task = { ...story, events: story.events.filter((event) => event.date <= '2024-04-15') };
    const { task: _, ...then } = statusOn(story, '2024-04-15');
    expect(statusOn(past, '2024-04-15')).toMatchObject(then);
  });
});

describe('a draft', () => {
  const tell = (names: readonly string[], postedOn: string | null = null, scheme: Partial<TaskScheme> = DRAFTS) => {
    const events = names.map((event, i) => ({ date: `2024-02-0${i + 1}`, event }));
    const { status, outcome } = statusOn(taskOf('t', { postedOn, dueOn: '2024-03-01', events }), '2024-05-01', scheme);
    return [status, outcome];
  };

  it('is a task without a day of posting, in a programme that lists the stage', () => {
    expect(tell([])).toEqual(['draft', 'draft']);
    expect(tell(['draft'])).toEqual(['draft', 'draft']);
    expect(tell([], null, {})).toEqual(['posted', 'open']);
  });

  it('is posted on its day of posting, or by a later stage', () => {
    expect(tell(['draft'], '2024-02-01')).toEqual(['posted', 'open']);
    expect(tell(['draft', 'posted'])).toEqual(['posted', 'open']);
    expect(tell(['closed'])).toEqual(['closed', 'closed']);
    expect(tell(['unclaimed'])).toEqual(['unclaimed', 'withdrawn']);
  });

  it('was not posted where it is put off or given up before', () => {
    expect(tell(['suspended'])).toEqual(['suspended', 'draft']);
    expect(tell(['suspended', 'resumed'])).toEqual(['draft', 'draft']);
    expect(tell(['draft', 'withdrawn'])).toEqual(['withdrawn', 'draft']);
    expect(tell(['posted', 'withdrawn'])).toEqual(['withdrawn', 'withdrawn']);
  });

  it('was not posted at a stage of the programme that comes before posting', () => {
    const scheme = { stages: ['draft', 'discussed', 'posted', 'closed'].map((id) => ({ id, name: null })) };
    expect(tell(['discussed'], null, scheme)).toEqual(['discussed', 'draft']);
    expect(tell(['discussed', 'suspended', 'resumed'], null, scheme)).toEqual(['discussed', 'draft']);
    expect(tell(['draft', 'discussed'], '2024-02-10', scheme)).toEqual(['posted', 'open']);
  });

  it('is a draft again when it is taken back', () => {
    expect(tell(['draft'], '2024-01-15')).toEqual(['draft', 'draft']);
  });

  it('is never late, and counts for no unit', () => {
    const draft = statusOn(taskOf('t', { postedOn: null, dueOn: '2024-03-01', units: [{ unit: 'a' }] }), '2024-05-01', DRAFTS);
    expect(draft).toMatchObject({ leads: ['a'], overdue: false, overdueDays: 0, workdaysToDue: null });
    expect(countByUnit([draft], 'each_lead')).toEqual(new Map());
  });

  it('keeps what it holds until it is closed', () => {
    const order = instrumentOf('order', null, { holder: 'task', scope: 'task', source: 'recorded', holding: 'until_closed' });
    const tasks = [taskOf('t', { postedOn: null, events: [{ date: '2024-03-05', event: 'suspended' }] })];
    const awards = [awardOf('a1', 'order', 't', '2024-03-01', { holderType: 'task' })];
    const { result } = assessCase({ instruments: [order], tasks, awards, config: { tasks: { ...SCHEME, ...DRAFTS } } });
    expect(result.awards[0]).toMatchObject({ current: true, until: null });
  });

  it('is given nothing by a rule over tasks', () => {
    const light = instrumentOf('light', { status: ['open', 'draft'] }, { holder: 'task', scope: 'task' });
    const tasks = [taskOf('t'), taskOf('u', { postedOn: null })];
    expect(assessCase({ instruments: [light], tasks, config: { tasks: { ...SCHEME, ...DRAFTS } } }).given).toEqual(['light t']);
  });
});

describe('due dates', () => {
  it('make a task overdue on the day after', () => {
    const task = taskOf('t', { dueOn: '2024-06-30' });
    expect(statusOn(task, '2024-06-30')).toMatchObject({ overdue: false, overdueDays: 0 });
    expect(statusOn(task, '2024-07-01')).toMatchObject({ overdue: true, overdueDays: 1 });
  });

  it('keep the original beside every extension, with who asked, when and why', () => {
    const task = taskOf('t', {
      dueOn: '2024-06-30',
      events: [
        { date: '2024-06-01', event: 'extended', newDueOn: '2024-07-31', byUnit: 'a', reason: 'floods' },
        { date: '2024-07-15', event: 'extended', newDueOn: '2024-08-31', byUnit: 'b' },
      ],
    });
    expect(statusOn(task, '2024-08-01')).toMatchObject({
      originalDueOn: '2024-06-30',
      dueOn: '2024-08-31',
      slippedDays: 62,
      overdue: false,
      extensions: [
        { on: '2024-06-01', from: '2024-06-30', to: '2024-07-31', byUnit: 'a', reason: 'floods' },
        { on: '2024-07-15', from: '2024-07-31', to: '2024-08-31', byUnit: 'b', reason: null },
      ],
    });
    expect(statusOn(task, '2024-07-01')).toMatchObject({ dueOn: '2024-07-31', slippedDays: 31 });
    expect(statusOn(task, '2024-06-01')).toMatchObject({ dueOn: '2024-07-31', slippedDays: 31 });
    expect(statusOn(task, '2024-05-31')).toMatchObject({ dueOn: '2024-06-30', slippedDays: 0 });
  });

  it('judge punctuality by the original date, not by the extended one', () => {
    const events = [
      { date: '2024-06-01', event: 'extended', newDueOn: '2024-07-31' },
      { date: '2024-07-20', event: 'closed' },
    ];
    expect(statusOn(taskOf('t', { dueOn: '2024-06-30', events }), '2024-12-31')).toMatchObject({ onTime: false, overdueDays: 0 });
  });

  it('stand still while a task is suspended', () => {
    const task = taskOf('t', { dueOn: '2024-06-30', events: [{ date: '2024-06-10', event: 'suspended' }] });
    expect(statusOn(task, '2024-12-31')).toMatchObject({ overdue: false, stale: false, behind: false });
    const late = taskOf('t', { dueOn: '2024-06-30', events: [{ date: '2024-07-05', event: 'suspended' }] });
    expect(statusOn(late, '2024-12-31')).toMatchObject({ overdue: true, overdueDays: 5 });
  });

  it('are reported when they lie before the posting', () => {
    const problems = new Problems();
    const { programme, portal } = portalOfCase({ tasks: [taskOf('t', { dueOn: '2023-06-30' })] });
    assessTasks(programme, portal, problems);
    expect(problems.list).toMatchObject([{ code: 'task-due-before-posted', params: { task: 't', due: '2023-06-30', posted: '2024-01-01' } }]);
  });
});

describe('a side stage listed last', () => {
  it('does not close a task', () => {
    const stages = ['posted', 'claimed', 'done', 'withdrawn'].map((id) => ({ id, name: null }));
    const on = (event: string) => statusOn(taskOf('t', { events: [{ date: '2024-02-01', event }] }), '2024-07-01', { stages }).outcome;
    expect(['claimed', 'done', 'withdrawn'].map(on)).toEqual(['open', 'closed', 'withdrawn']);
  });
});

describe('progress', () => {
  it('is planned straight from posting to the due date', () => {
    const task = taskOf('t', { dueOn: '2024-12-31', progress: [{ asOf: '2024-06-01', actual: 30 }] });
    const result = statusOn(task, '2024-07-01', { behind: { points: 10, ratio: null } });
    expect(result.planned).toBeCloseTo(49.86, 2);
    expect(result).toMatchObject({ progress: 30, behind: true });
  });

  it('is planned by its own curve, and behind only beyond the bound', () => {
    const task = taskOf('t', {
      progress: [
        { asOf: '2024-03-31', actual: 20, planned: 30 },
        { asOf: '2024-09-30', planned: 90 },
      ],
    });
    const own = { plan: 'own', behind: { points: 10, ratio: null } } as const;
    expect(statusOn(task, '2024-04-30', own)).toMatchObject({ planned: 30, gapPoints: 10, behind: false });
    expect(statusOn(task, '2024-04-30', { ...own, behind: { points: null, ratio: 0.3 } })).toMatchObject({ behind: true });
    expect(statusOn(task, '2024-10-01', own)).toMatchObject({ planned: 90, gapPoints: 70, behind: true });
  });

  it('is behind by a ratio only beyond the bound, too', () => {
    const task = taskOf('t', { progress: [{ asOf: '2024-03-31', actual: 30, planned: 40 }] });
    const isBehind = (ratio: number) => statusOn(task, '2024-04-30', { plan: 'own', behind: { points: null, ratio } }).behind;
    expect([0.24, 0.25].map(isBehind)).toEqual([true, false]);
  });

  it('says of which day its own plan is, and is not called ahead by a report that came later', () => {
    const task = taskOf('t', {
      progress: [
        { asOf: '2024-03-31', actual: 20, planned: 30 },
        { asOf: '2024-05-31', actual: 25 },
        { asOf: '2024-06-30', actual: 35 },
      ],
    });
    expect(statusOn(task, '2024-04-30', { plan: 'own' })).toMatchObject({ plannedOn: '2024-03-31', gapPoints: 10 });
    expect(statusOn(task, '2024-05-31', { plan: 'own' })).toMatchObject({ plannedOn: '2024-03-31', gapPoints: 5 });
    expect(statusOn(task, '2024-06-30', { plan: 'own' })).toMatchObject({ planned: 30, plannedOn: '2024-03-31', gapPoints: null, gapRatio: null });
    expect(statusOn(task, '2024-06-30', { plan: 'linear' }).plannedOn).toBeNull();
  });

  it('is planned by its own curve where it has one and the programme does not choose, else straight', () => {
    const own = taskOf('t', { dueOn: '2024-12-31', progress: [{ asOf: '2024-03-31', actual: 20, planned: 30 }] });
    expect(statusOn(own, '2024-07-01', { plan: 'own_or_linear' }).planned).toBe(30);
    expect(statusOn(taskOf('t', { dueOn: '2024-12-31' }), '2024-07-01', { plan: 'own_or_linear' }).planned).toBeCloseTo(49.86, 2);
  });

  it('is exactly what the figures say: 57 of 100 is 57 %', () => {
    const counted = taskOf('t', { targetValue: 100, progress: [{ asOf: '2024-02-01', actual: 57, planned: 29 }] });
    expect(statusOn(counted, '2024-03-01', { plan: 'own' })).toMatchObject({ progress: 57, planned: 29, gapPoints: -28 });
    const milestones = Array.from({ length: 100 }, (_, i) => ({ id: `m${i}`, dueOn: '2024-06-01', ...(i < 57 && { doneOn: '2024-02-01' }) }));
    expect(statusOn(taskOf('t', { milestones }), '2024-03-01').progress).toBe(57);
  });

  it('counts the delay of milestones up to the day on which the task was suspended', () => {
    const milestones = [
      { id: 'm1', dueOn: '2024-03-01' },
      { id: 'm2', dueOn: '2024-02-01', doneOn: '2024-02-20' },
    ];
    const task = taskOf('t', { milestones, events: [{ date: '2024-03-11', event: 'suspended' }] });
    expect(statusOn(task, '2024-03-06').milestoneOverdueDays).toBe(5);
    expect(statusOn(task, '2024-06-30').milestoneOverdueDays).toBe(10);
    expect(statusOn(taskOf('u', { milestones, events: [{ date: '2024-03-11', event: 'closed' }] }), '2024-06-30').milestoneOverdueDays).toBe(0);
  });

  it('is planned by the weights of the milestones, which also say what is done', () => {
    const milestones = [
      { id: 'm1', dueOn: '2024-03-31', weight: 30, doneOn: '2024-03-20' },
      { id: 'm2', dueOn: '2024-06-30', weight: 50 },
      { id: 'm3', dueOn: '2024-09-30', weight: 20 },
    ];
    const result = statusOn(taskOf('t', { milestones }), '2024-07-10', { plan: 'milestones' });
    expect(result).toMatchObject({ planned: 80, progress: 30, gapPoints: 50, gapRatio: 0.625 });
    expect(result.milestonesOverdue.map(({ id }) => id)).toEqual(['m2']);
    const onDay = statusOn(taskOf('t', { milestones }), '2024-06-30', { plan: 'milestones' });
    expect([onDay.planned, onDay.milestonesOverdue]).toEqual([80, []]);
  });

  it('is all planned on the due day, also of a task that is due on the day of its posting', () => {
    expect(statusOn(taskOf('t', { dueOn: '2024-01-01' }), '2024-01-01').planned).toBe(100);
  });

  it('is as its own row has it where an event says another figure on the same day', () => {
    const task = taskOf('t', {
      events: [{ date: '2024-03-01', event: 'progress', value: 10 }],
      progress: [{ asOf: '2024-03-01', actual: 20 }],
    });
    expect(statusOn(task, '2024-03-01')).toMatchObject({ progress: 20, reportedOn: '2024-03-01' });
  });

  it('is a share of the target value, also after the target changed', () => {
    const task = taskOf('t', {
      targetValue: 200,
      progress: [{ asOf: '2024-03-01', actual: 50 }],
      events: [{ date: '2024-05-01', event: 'target_changed', value: 100 }],
    });
    expect(statusOn(task, '2024-04-01').progress).toBe(25);
    expect(statusOn(task, '2024-06-01').progress).toBe(50);
  });

  it('is unknown, not zero, when nothing says; and whole once the task is closed', () => {
    expect(statusOn(taskOf('t'), '2024-06-01')).toMatchObject({ progress: null, gapPoints: null, behind: false });
    expect(statusOn(taskOf('t', { events: [{ date: '2024-05-01', event: 'closed' }] }), '2024-06-01').progress).toBe(100);
  });

  it('says nothing where the target is zero', () => {
    const task = taskOf('t', { targetValue: 0, progress: [{ asOf: '2024-03-01', actual: 5 }] });
    expect(statusOn(task, '2024-06-01').progress).toBeNull();
  });

  it('of a suspended task is what was reported last, though its plan stands still', () => {
    const task = taskOf('t', {
      postedOn: '2024-01-01',
      dueOn: '2024-12-31',
      events: [{ date: '2024-03-01', event: 'suspended' }],
      progress: [
        { asOf: '2024-02-15', actual: 10 },
        { asOf: '2024-05-15', actual: 40 },
      ],
    });
    const atSuspension = statusOn(task, '2024-03-01').planned;
    expect(statusOn(task, '2024-06-01')).toMatchObject({ progress: 40, reportedOn: '2024-05-15', planned: atSuspension, behind: false });
  });

  it('is planned from the day on which an event says that the task was posted, where its row does not', () => {
    const task = taskOf('t', { postedOn: null, dueOn: '2024-03-01', events: [{ date: '2024-01-01', event: 'posted' }] });
    expect(statusOn(task, '2024-01-31')).toMatchObject({ postedOn: '2024-01-01', planned: 50 });
    expect(statusOn(task, '2023-12-31')).toMatchObject({ postedOn: null, planned: null });
  });

  it('makes a task stale only after more silent days than allowed', () => {
    const task = taskOf('t', { events: [{ date: '2024-05-01', event: 'progress', value: 10 }] });
    expect(statusOn(task, '2024-05-31', { staleAfter: 30 }).stale).toBe(false);
    expect(statusOn(task, '2024-06-01', { staleAfter: 30 }).stale).toBe(true);
  });
});

describe('the units of a task', () => {
  it('are those in force on the day, the first responsible first', () => {
    const units = [
      { unit: 'a' },
      { unit: 'b', role: 'first_responsible' },
      { unit: 'c', role: 'co_lead', from: '2024-06-01' },
      { unit: 'd', role: 'assist' },
    ];
    expect(statusOn(taskOf('t', { units }), '2024-05-01').leads).toEqual(['b', 'a']);
    expect(statusOn(taskOf('t', { units }), '2024-06-01')).toMatchObject({ leads: ['b', 'a', 'c'], roles: { assist: ['d'] } });
  });

  it('follow a transfer, which stays on record', () => {
    const events = [{ date: '2024-04-01', event: 'transferred', fromUnit: 'a', toUnit: 'b', reason: 'reform' }];
    const task = taskOf('t', { units: [{ unit: 'a' }], events });
    expect(statusOn(task, '2024-03-31').leads).toEqual(['a']);
    expect(statusOn(task, '2024-04-01')).toMatchObject({ leads: ['b'], transfers: [{ on: '2024-04-01', from: 'a', to: 'b', reason: 'reform' }] });
  });

  it('do not move twice when the rows say the transfer too', () => {
    const events = [{ date: '2024-04-01', event: 'transferred', fromUnit: 'a', toUnit: 'b' }];
    const units = [
      { unit: 'a', to: '2024-03-31' },
      { unit: 'b', from: '2024-04-01' },
    ];
    expect(statusOn(taskOf('t', { units, events }), '2024-05-01').leads).toEqual(['b']);
  });

  it('keep who gives the task away and holds a role of its own from that very day', () => {
    const events = [{ date: '2024-04-01', event: 'transferred', fromUnit: 'a', toUnit: 'b' }];
    const units = [
      { unit: 'b', from: '2024-04-01' },
      { unit: 'a', from: '2024-04-01' },
    ];
    expect(statusOn(taskOf('t', { units, events }), '2024-05-01').leads).toEqual(['b', 'a']);
  });

  it('keep the share of who gives the task away and leads it still', () => {
    const events = [{ date: '2024-04-01', event: 'transferred', fromUnit: 'a', toUnit: 'b' }];
    const units = [
      { unit: 'a', share: 100, to: '2024-03-31' },
      { unit: 'b', share: 70, from: '2024-04-01' },
      { unit: 'a', share: 30, from: '2024-04-01' },
    ];
    expect(partsOf(statusOn(taskOf('t', { units, events }), '2024-05-01'), 'split')).toEqual([
      ['b', 0.7],
      ['a', 0.3],
    ]);
  });

  it('stay those of the closing day', () => {
    const units = [{ unit: 'a', to: '2024-06-30' }];
    const events = [{ date: '2024-06-15', event: 'closed' }];
    expect(statusOn(taskOf('t', { units, events }), '2024-12-31').leads).toEqual(['a']);
  });

  it('count a task once, once a lead, or in parts that add up to it', () => {
    const task = statusOn(
      taskOf('t', {
        units: [
          { unit: 'a', share: 60 },
          { unit: 'b', share: 20 },
        ],
      }),
      '2024-05-01',
    );
    expect(partsOf(task, 'first_responsible')).toEqual([['a', 1]]);
    expect(partsOf(task, 'each_lead')).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(partsOf(task, 'split')).toEqual([
      ['a', 0.75],
      ['b', 0.25],
    ]);
    expect([...countByUnit([task, task], 'each_lead')].map(([unit, { count }]) => [unit, count])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });

  it('hand their share over with the task', () => {
    const units = [
      { unit: 'a', share: 60 },
      { unit: 'b', role: 'co_lead', share: 40 },
    ];
    const events = [
      { date: '2024-05-01', event: 'transferred', fromUnit: 'a', toUnit: 'c' },
      { date: '2024-07-01', event: 'transferred', fromUnit: 'b', toUnit: 'd' },
      { date: '2024-08-01', event: 'transferred', fromUnit: 'd', toUnit: 'c' },
    ];
    const partsOn = (on: string) => partsOf(statusOn(taskOf('t', { units, events }), on), 'split');
    expect(partsOn('2024-04-30')).toEqual([
      ['a', 0.6],
      ['b', 0.4],
    ]);
    expect(partsOn('2024-05-01')).toEqual([
      ['c', 0.6],
      ['b', 0.4],
    ]);
    expect(partsOn('2024-07-01')).toEqual([
      ['c', 0.6],
      ['d', 0.4],
    ]);
    expect(partsOn('2024-08-01')).toEqual([['c', 1]]);
  });

  it.each([
    ['without a share of its own', null, 0.6],
    ['with one', 20, 1 / 3],
  ])('hand their share to a unit that the rows name, too, %s', (_, share, part) => {
    const units = [
      { unit: 'a', share: 60, to: '2024-04-30' },
      { unit: 'c', share, from: '2024-05-01' },
      { unit: 'b', role: 'co_lead', share: 40 },
    ];
    const events = [{ date: '2024-05-01', event: 'transferred', fromUnit: 'a', toUnit: 'c' }];
    expect(partsOf(statusOn(taskOf('t', { units, events }), '2024-06-01'), 'split')[0]).toEqual(['c', part]);
  });

  it('have the shares of the day, and of a closed task those of the closing day', () => {
    const units = [
      { unit: 'a', share: 100, to: '2024-06-30' },
      { unit: 'a', share: 20, from: '2024-07-01' },
      { unit: 'b', role: 'co_lead', share: 80, from: '2024-07-01' },
      { unit: 'b', role: 'assist', share: 10, to: '2024-06-30' },
    ];
    expect(partsOf(statusOn(taskOf('t', { units }), '2024-06-30'), 'split')).toEqual([['a', 1]]);
    expect(partsOf(statusOn(taskOf('t', { units }), '2024-12-31'), 'split')).toEqual([
      ['a', 0.2],
      ['b', 0.8],
    ]);
    const events = [{ date: '2024-06-15', event: 'closed' }];
    expect(partsOf(statusOn(taskOf('t', { units, events }), '2024-12-31'), 'split')).toEqual([['a', 1]]);
  });
});

describe('commended, held accountable, exempted', () => {
  const order = instrumentOf('order', null, { holder: 'task', scope: 'task', tone: 'negative', source: 'recorded', holding: 'event' });

  it('follow from the awards that a task holds and from the decision about them', () => {
    const awards = [awardOf('a1', 'order', 't', '2024-03-01', { holderType: 'task' })];
    const filings = [filingOf('f1', 'risk', 'fed_back', 'tolerated', { award: 'a1', outcomeOn: '2024-05-01' })];
    const { result } = assessCase({ instruments: [order], tasks: [taskOf('t')], awards, filings });
    expect(result.tasks[0]).toMatchObject({ heldAccountable: true, exempted: true, commended: false });
  });

  it('do not follow from an award that was taken back, nor from the event that told of it', () => {
    const back = { holderType: 'task', state: 'revoked', revokedOn: '2024-04-01' } as const;
    const told = taskOf('t', { events: [{ date: '2024-03-01', event: 'held_accountable' }] });
    const one = (awards: readonly ReturnType<typeof awardOf>[], task = told) =>
      assessCase({ instruments: [order], tasks: [task], awards }).result.tasks[0];
    const taken = one([awardOf('a1', 'order', 't', '2024-03-01', back)]);
    expect(taken).toMatchObject({ heldAccountable: false });
    expect([...(taken?.takenBack ?? [])]).toEqual([['held_accountable 2024-03-01', '2024-04-01']]);
    // Another of the same day stands; another event is of another day.
    expect(one([awardOf('a1', 'order', 't', '2024-03-01', back), awardOf('a2', 'order', 't', '2024-03-01', { holderType: 'task' })])).toMatchObject({
      heldAccountable: true,
      takenBack: new Map(),
    });
    const twice = taskOf('t', {
      events: [...told.events, { date: '2024-03-09', event: 'held_accountable' }].map(({ date, event }) => ({ date, event })),
    });
    expect(one([awardOf('a1', 'order', 't', '2024-03-01', back)], twice)).toMatchObject({ heldAccountable: true });
  });

  it.each(['light', 'grade', 'list'])('do not follow from a %s, which only says how a task stands', (kind) => {
    const red = instrumentOf('red', null, { kind, holder: 'task', scope: 'task', tone: 'negative', source: 'recorded' });
    const awards = [awardOf('a1', 'red', 't', '2024-03-01', { holderType: 'task' })];
    expect(assessCase({ instruments: [red], tasks: [taskOf('t')], awards }).result.tasks[0]).toMatchObject({ heldAccountable: false });
  });

  it('follow from events', () => {
    const task = taskOf('t', { events: [{ date: '2024-03-01', event: 'commended' }] });
    expect(statusOn(task, '2024-02-01').commended).toBe(false);
    expect(statusOn(task, '2024-03-01').commended).toBe(true);
  });
});

describe('laws', () => {
  const date = fc.integer({ min: 0, max: 700 }).map((n) => dateOf(dayNumber('2023-06-01') + n));
  const event = fc.record({
    date,
    event: fc.constantFrom(...TASK_STAGES, ...TASK_SIDE_STAGES, 'resumed', 'progress', 'extended'),
    newDueOn: fc.option(date),
  });
  const task = fc
    .record({
      dueOn: date,
      events: fc.array(event, { maxLength: 8 }),
      units: fc.array(
        fc.constantFrom('a', 'b', 'c').map((unit) => ({ unit })),
        { maxLength: 3 },
      ),
    })
    .map((parts) => taskOf('t', { ...parts, events: parts.events.sort((x, y) => (x.date < y.date ? -1 : 1)) }));

  it('closed + open + withdrawn + carried = posted, on every day', () => {
    fc.assert(
      fc.property(fc.array(task, { maxLength: 20 }), date, (tasks, on) => {
        const counts = { open: 0, closed: 0, withdrawn: 0, carried: 0, draft: 0 };
        for (const one of tasks) counts[statusOn(one, on).outcome]++;
        expect(counts.open + counts.closed + counts.withdrawn + counts.carried).toBe(tasks.length - counts.draft);
      }),
    );
  });

  it('what has the status of a draft is one, and was not posted', () => {
    fc.assert(
      fc.property(task, date, (one, on) => {
        const { status, outcome } = statusOn({ ...one, postedOn: null }, on, DRAFTS);
        if (status === 'draft') expect(outcome).toBe('draft');
        if (outcome === 'draft') expect(['draft', 'suspended', 'withdrawn', 'merged', 'split']).toContain(status);
      }),
    );
  });

  it('only an open task is overdue, and only past its due date', () => {
    fc.assert(
      fc.property(task, date, (one, on) => {
        const result = statusOn(one, on);
        if (result.overdue) expect(result.outcome === 'open' && result.dueOn !== null && on > result.dueOn).toBe(true);
        expect(result.overdueDays).toBeGreaterThanOrEqual(0);
        if (result.outcome === 'closed') expect(result.closedOn).not.toBeNull();
      }),
    );
  });

  it('parts of tasks add up to the tasks that anybody leads', () => {
    fc.assert(
      fc.property(fc.array(task, { maxLength: 20 }), (tasks) => {
        const results = tasks.map((one) => statusOn(one, '2024-06-01'));
        const parts = [...countByUnit(results, 'split').values()];
        const led = results.filter((one) => isPosted(one) && one.leads.length > 0).length;
        expect(parts.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(led, 9);
        expect(parts.every(({ count, open, closed, overdue }) => overdue <= open && open + closed <= count + 1e-9)).toBe(true);
      }),
    );
  });
});
