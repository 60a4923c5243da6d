import { describe, expect, it } from 'vitest';
import { awardLead } from '../../src/fragments/awardSheet.ts';
import { stateCell, stateText } from '../../src/fragments/awardsTable.ts';
import { homeSheet } from '../../src/fragments/homeSheet.ts';
import { ruleNotes, ruleSentence } from '../../src/fragments/methodRule.ts';
import { kindsText, quotedList } from '../../src/fragments/programmeWords.ts';
import { progressSpec } from '../../src/fragments/taskCharts.ts';
import { appealNotes, taskSheet } from '../../src/fragments/taskSheet.ts';
import { tasksLead, tasksSheet } from '../../src/fragments/tasksSheet.ts';
import { terms } from '../../src/fragments/terms.ts';
import { extremesText } from '../../src/fragments/unitSheet.ts';
import type { Html } from '../../src/html.ts';
import type { Task } from '../../src/model/portal.ts';
import type { Text } from '../../src/model/text.ts';
import type { AwardRow } from '../../src/views/awards.ts';
import { programmePages } from '../../src/views/programmePages.ts';
import { award, awardResult, instrument, place, sample, scheme, task, taskResult } from '../views/programmeSample.ts';
import { EN, ZH } from './sampleContext.ts';

const plain = ({ text }: Html): string =>
  text
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe('what a programme issues', () => {
  it('is called by the kinds of its instruments, each once', () => {
    expect(kindsText([{ kind: 'flag' }, { kind: 'flag' }], 'kind', ZH)).toBe('旗');
    expect(kindsText([{ kind: 'card' }, { kind: 'plate' }, { kind: 'notice' }], 'kind', ZH)).toBe('牌和通知');
    expect(kindsText([{ kind: 'order' }, { kind: 'list' }, { kind: 'light' }], 'act', ZH)).toBe('奖惩');
    expect(kindsText([{ kind: 'order' }, { kind: 'list' }], 'act', ZH)).toBe('下令、张榜');
    expect(kindsText([{ kind: 'card' }, { kind: 'notice' }], 'act', EN)).toBe('cards and notices');
  });

  it('keeps the word of the office where it is in the reader’s script', () => {
    expect(kindsText([{ kind: '锦旗' }], 'kind', ZH)).toBe('锦旗');
    expect(kindsText([{ kind: '锦旗' }], 'kind', EN)).toBe('decision');
    expect(kindsText([{ kind: '约谈' }], 'act', ZH)).toBe('奖惩');
    expect(kindsText([{ kind: 'flag' }, { kind: 'talk' }], 'act', ZH)).toBe('奖惩');
    expect(kindsText([{ kind: 'flag' }, { kind: 'talk' }], 'act', EN)).toBe('flags and decisions');
    expect(kindsText([{ kind: 'letter' }], 'kind', EN)).toBe('letter');
  });

  it('is said of a holder so that it is true: nobody is awarded a talk', () => {
    const lead = (more: Parameters<typeof instrument>[1], ctx = ZH, own: Parameters<typeof awardResult>[2] = {}): string => {
      const face = instrument('red', more);
      const { site, result } = sample({ config: { instruments: [face] }, result: { awards: [awardResult(award('x'), face, own)] } });
      const page = programmePages(site, result).find(({ kind }) => kind === 'award');
      return awardLead(page?.view() as never, ctx);
    };
    expect(lead({ kind: 'notice', tone: 'negative' })).toContain('于2023年8月16日收到“red牌”。');
    expect(lead({ kind: 'flag', tone: 'positive' })).toContain('于2023年8月16日获“red牌”。');
    expect(lead({ kind: 'flag', tone: 'warning' })).toContain('被授予“red牌”。');
    expect(lead({ kind: 'list', tone: 'negative' })).toContain('列入“red牌”。');
    expect(lead({ kind: 'grade', tone: 'positive' })).toContain('于2023年8月16日获“red牌”。');
    expect(lead({ kind: 'grade', tone: 'negative' })).toContain('被评为“red牌”。');
    expect(lead({ kind: 'notice', tone: 'negative' }, EN)).toContain(' received “red card” on ');
    expect(lead({ kind: 'list', tone: 'negative' }, EN)).toContain(' was listed under “red card” on ');
    expect(lead({ kind: 'order', tone: 'negative' }, EN)).toContain(' was given “red card” on ');
    // That it has no end is said once, below.
    expect(lead({ kind: 'notice', tone: 'negative', holding: 'event' })).not.toContain('一次性');
    expect(lead({ kind: 'plate', tone: 'negative' }, EN)).toContain('“red card” was recorded for ');
    expect(lead({ kind: 'plate', tone: 'negative' }, EN, { basis: 'computed' })).toContain('By the rule, “red card” has applied to ');
  });
});

describe('an appeal on the page of what it is against', () => {
  const note = { id: 'a', filedOn: '2023-10-10', state: 'partly_upheld', decidedOn: '2023-10-27', decision: null, unit: 'east' } as const;
  const unit = { name: '东城区', names: { en: 'East City' } };
  const says = (more: Partial<Parameters<typeof appealNotes>[0][number]>, ctx = ZH) =>
    plain(appealNotes([{ ...note, unit_name: unit, ...more }], ctx));

  it('says who filed it, and what came of it on which day', () => {
    expect(says({})).toBe('2023年10月10日东城区提出申诉；2023年10月27日决定：申诉部分成立。');
    expect(says({}, EN)).toBe('East City filed an appeal on 10 October 2023; it was partly upheld on 27 October 2023.');
    expect(says({ state: 'withdrawn' })).toBe('2023年10月10日东城区提出申诉；2023年10月27日撤回申诉。');
  });

  it('names no unit that the record does not name', () => {
    expect(says({ unit: null, unit_name: null, decidedOn: null })).toBe('2023年10月10日有单位提出申诉，申诉部分成立。');
    expect(says({ unit: null, unit_name: null, state: 'filed', decidedOn: null }, EN)).toBe(
      'An appeal was filed on 10 October 2023; it has not been taken up yet.',
    );
  });
});

describe('a row of quoted names', () => {
  it('has no 顿号 between quotation marks in Chinese', () => {
    expect(quotedList(['蓝牌', '黄牌'], ZH)).toBe('“蓝牌”“黄牌”');
    expect(quotedList(['Blue', 'Yellow'], EN)).toBe('“Blue”, “Yellow”');
  });

  it('says of a status that it is one of several', () => {
    const names = { dimensions: {}, indicators: {}, instruments: {}, groups: {}, stages: {}, grouped: false };
    const of = { type: 'status', of: ['late', 'exempt', 'estimated'] } as const;
    expect(ruleSentence(of, { ctx: ZH, names })).toBe('状态为“迟报”“免考”“估算”之一');
    expect(ruleSentence(of, { ctx: EN, names })).toBe('has the status “Submitted late”, “Exempt” or “Estimated”');
  });
});

describe('how an award stands that is held no more', () => {
  const row = { state: 'superseded', until: '2023-10-17', exempted_on: null, current: false } as AwardRow;

  it('names what ended it only where that is known', () => {
    expect(stateText(row, 'until_next_session', ZH)).toBe('有效期至2023年10月17日，下一次评议会起失效');
    expect(stateText(row, 'until_next_session', EN)).toBe('Ended on 17 October 2023 with the next session');
    expect(stateText(row, 'until_revoked', EN)).toBe('Ended on 17 October 2023, when a newer one took its place');
    expect(stateText(row, 'period', ZH)).toBe('有效期至2023年10月17日，现已失效');
    expect(stateText({ ...row, until: null }, undefined, EN)).toBe('No longer in force');
    expect(stateCell(row, 'period', ZH).text).toBe('有效期至<time datetime="2023-10-17">2023年10月17日</time>，现已失效');
    expect(stateCell({ ...row, until: null }, undefined, EN).text).toBe('No longer in force');
  });
});

describe('where a unit stands best and worst', () => {
  const at = (name: string, rank: number, tied = false, of = 4) => ({ title: { name }, rank, tied, of, ranked: of });
  const said = (...dimensions: ReturnType<typeof at>[]): string => plain(extremesText({ dimensions } as never, ZH));

  it('names all that share a place', () => {
    expect(said(at('甲', 1, true), at('乙', 2), at('丙', 2))).toBe('位次最靠前的是甲，并列第1（共4）；最靠后的是乙和丙，第2（共4）。');
    expect(said(at('甲', 1, true), at('乙', 1), at('丙', 4), at('丁', 4, true))).toBe(
      '位次最靠前的是甲和乙，第1（共4）；最靠后的是丙和丁，第4（共4）。',
    );
  });

  it('is silent where more than three share one, or all are alike', () => {
    expect(said(at('甲', 1), at('乙', 2), at('丙', 2), at('丁', 2), at('戊', 2))).toBe('');
    expect(said(at('甲', 2), at('乙', 2), at('丙', 2))).toBe('');
    expect(said(at('甲', 1), at('乙', 2))).toBe('');
  });

  it('is silent where two share an end of boards that differ in size', () => {
    expect(said(at('甲', 1), at('乙', 4), at('丙', 5, false, 5))).toBe('');
  });
});

describe('tasks', () => {
  const made = (own: readonly [Task, Parameters<typeof taskResult>[1]?][]) => {
    const tasks = own.map(([one, more]) => taskResult(one, more));
    const { site, result } = sample({ config: { tasks: scheme }, result: { tasks } });
    return programmePages(site, result);
  };
  const closed = { status: 'closed', outcome: 'closed', closedOn: '2023-07-05', overdueDays: 5, onTime: false } as const;
  const pageOf = (one: Task, more?: Parameters<typeof taskResult>[1], ctx = ZH): string => {
    const page = made([[one, more]]).find(({ kind }) => kind === 'task');
    return plain(taskSheet(page?.view() as never, ctx).main);
  };

  it('are summed up in one sentence whose parts add up', () => {
    const view = made([
      [task('t1')],
      [task('t2'), closed],
      [task('t3'), { outcome: 'withdrawn', status: 'withdrawn' }],
      [task('t4'), { outcome: 'carried', status: 'carried_over' }],
    ])
      .find(({ kind }) => kind === 'tasks')
      ?.view() as never;
    expect(tasksLead(view, ZH)).toContain('共发榜4项任务，已销号1项，在办1项，撤榜1项，结转1项。');
    expect(tasksLead(view, EN)).toContain('4 tasks have been posted: 1 closed, 1 open, 1 withdrawn and 1 carried over.');
  });

  it('that were closed late are marked in the list and on their page', () => {
    const list = made([[task('t2'), closed]]).find(({ kind }) => kind === 'tasks');
    expect(plain(tasksSheet(list?.view() as never, ZH).main)).toContain('晚5天');
    expect(plain(tasksSheet(list?.view() as never, EN).main)).toContain('5 days late');
    expect(pageOf(task('t2'), closed)).toContain('晚5天');
    expect(pageOf(task('t2'), { ...closed, overdueDays: 0, onTime: true })).not.toContain('晚');
  });

  it('mark a milestone that was done after its day', () => {
    const milestone = {
      id: 'm',
      title: '主体完工',
      dueOn: { date: '2023-08-31', text: null },
      weight: null,
      doneOn: '2023-09-10',
      evidence: null,
      place,
    };
    expect(pageOf(task('t', { milestones: [milestone] }))).toContain('2023年9月10日完成 晚10天');
    expect(pageOf(task('t', { milestones: [milestone] }), {}, EN)).toContain('Done on 10 September 2023 10 days late');
    expect(pageOf(task('t', { milestones: [{ ...milestone, doneOn: '2023-08-31' }] }))).not.toContain('晚');
  });

  it('say how far off their day is in months, and of milestones that they were due by the first plan', () => {
    const due = '2029-03-31';
    const far = { task: { dueOn: { date: due, text: null } }, result: { dueOn: due, originalDueOn: due, workdaysToDue: 1370 } };
    expect(pageOf(task('t', far.task), far.result)).toContain('应于2029年3月31日完成，距2023年12月31日还有5年零3个月。');
    expect(pageOf(task('t', far.task), far.result, EN)).toContain('It is due on 31 March 2029, 5 years and 3 months after 31 December 2023.');
    const milestone = {
      id: 'm',
      title: '主体',
      dueOn: { date: '2023-08-31', text: null },
      weight: null,
      doneOn: '2023-11-04',
      evidence: null,
      place,
    };
    const page = pageOf(task('t', { milestones: [milestone] }), { slippedDays: 60 });
    expect(page).toContain('原计划时限');
    expect(page).toContain('比原计划晚65天');
  });

  it('print a target once where its text and its figure say the same', () => {
    const target = (text: string, value: number) => pageOf(task('t', { targetText: text, targetValue: value, unitLabel: '个' }));
    expect(target('12 个', 12)).toMatch(/目标12 个(?!（)/);
    expect(target('1,200个', 1200)).not.toContain('（1200个）');
    expect(target('新建一批', 12)).toContain('新建一批（12个）');
  });

  it.each([
    [null, null, 'Progress (%)', 100],
    [12, null, 'Progress', null],
    [12, '个', 'Progress (个)', null],
    [100, null, 'Progress (%)', 100],
    [95, '%', 'Progress (%)', 100],
  ] as const)('name the axis of their curve: target %s, unit %s', (targetValue, unitLabel, yName, yMax) => {
    const progress = [1, 6].map((actual) => ({ asOf: `2023-0${actual}-30`, actual, planned: null, note: null, place }));
    const page = made([[task('t', { targetValue, unitLabel, progress })]]).find(({ kind }) => kind === 'task');
    expect(progressSpec(page?.view() as never, EN)).toMatchObject({ yName, yMax });
  });

  it('say what a working day is, where one is counted', () => {
    const words = (workdaysToDue: number | null): string => {
      const page = made([[task('t', { dueOn: { date: '2024-06-30', text: null } }), { workdaysToDue, dueOn: '2024-06-30' }]]).find(
        ({ kind }) => kind === 'task',
      );
      return plain(terms('task', page?.view(), ZH));
    };
    expect(words(115)).toContain('未扣除法定节假日');
    expect(words(null)).not.toContain('工作日');
    const when = { type: 'task', measures: [{ measure: 'workdays_to_due', bounds: { lte: 5 } }], status: null } as const;
    expect(ruleNotes({ when, tieAtCut: 'include', minGroup: 1, shareRounding: 'round' }, ZH)).toEqual([
      '工作日按周一至周五计算（未扣除法定节假日）。',
    ]);
  });

  it('are counted in the words that the programme has for its stages', () => {
    const stages = (posted: Text, closed: Text) => [
      { id: 'posted', name: posted },
      { id: 'closed', name: closed },
    ];
    const leadOf = (own: ReturnType<typeof stages>, ctx = ZH): string => {
      const tasks = [taskResult(task('t1')), taskResult(task('t2'), closed)];
      const { site, result } = sample({ config: { tasks: { ...scheme, stages: own } }, result: { tasks } });
      return plain(
        tasksSheet(
          programmePages(site, result)
            .find(({ kind }) => kind === 'tasks')
            ?.view() as never,
          ctx,
        ).main,
      );
    };
    const own = stages({ 'zh-CN': '已公布', en: 'Published' }, { 'zh-CN': '已完成', en: 'Done' });
    const zh = leadOf(own);
    expect(zh).toContain('共公布2项任务，已完成1项，在办1项。');
    expect(zh).toContain('完成1 + 在办1 + 撤榜0 + 结转0 = 公布2');
    expect(zh).not.toMatch(/发榜|销号/);
    expect(leadOf(own, EN)).toContain('2 tasks have been published: 1 done and 1 open.');
    // 未启动 says nothing that was done to a task.
    expect(leadOf(stages({ 'zh-CN': '未启动', en: 'Not started' }, { 'zh-CN': '办结', en: 'Complete' }))).toContain(
      '共列入2项任务，办结1项，在办1项。',
    );
  });

  it('that were carried over say so once, and what they became', () => {
    const over = { status: 'carried_over', outcome: 'carried', statusSince: '2023-04-12' } as const;
    const leadOf = (next: string, ctx = ZH): string => {
      const pages = made([[task('old'), over], [task('new', { title: next, carriedFrom: 'old' })]]);
      const page = pages.find(({ kind, path }) => kind === 'task' && path.endsWith('old/'));
      return taskSheet(page?.view() as never, ctx).description;
    };
    expect(leadOf('清流工程')).toBe('由云溪区牵头。2023年4月12日结转为“清流工程”。');
    expect(leadOf('清流工程', EN)).toContain('It was carried over on 12 April 2023 to “清流工程”.');
    expect(leadOf('任务old')).toBe('由云溪区牵头。2023年4月12日结转。');
  });

  it('add up on the home page too', () => {
    const line = (open: number, done: number): string => {
      const gone = 10 - open - done;
      const outcomes = { open, closed: done, withdrawn: gone, carried: 0 };
      const terms = { stages: { withdrawn: { name: '退出' } } };
      const tasks = { path: 'p/tasks/', count: 10, drafts: 0, open, closed: done, overdue: 2, outcomes, by_status: { withdrawn: gone }, terms };
      const programme = { programme: 'p', name: '机制', path: 'p/', description: null, latest: null, held: [], tasks };
      const counts = { units: 1, programmes: 1, rankings: 0, tasks: 10, awards: 0 };
      const view = {
        title: '门户',
        description: null,
        as_of: '2023-12-31',
        counts,
        programmes: [programme],
        late: [],
        late_count: 0,
        corrections: [],
        upcoming: [],
      };
      return plain(homeSheet(view as never, ZH).main);
    };
    expect(line(5, 3)).toContain('任务10项：已销号3项，在办5项，退出2项；逾期2项');
    expect(line(7, 3)).toContain('已销号3项，在办7项；');
    expect(line(5, 0)).not.toContain('销号');
  });
});
