import { describe, expect, it } from 'vitest';
import { awardSheet } from '../../src/fragments/awardSheet.ts';
import { awardsSheet } from '../../src/fragments/awardsSheet.ts';
import { legend } from '../../src/fragments/legend.ts';
import { methodSheet } from '../../src/fragments/methodSheet.ts';
import { programmeSheet } from '../../src/fragments/programmeSheet.ts';
import { sessionsSheet } from '../../src/fragments/sessionsSheet.ts';
import type { Sheet, SheetContext } from '../../src/fragments/sheet.ts';
import { taskSheet } from '../../src/fragments/taskSheet.ts';
import { tasksSheet } from '../../src/fragments/tasksSheet.ts';
import { markState, toneMark } from '../../src/fragments/toneMark.ts';
import type { TaskScheme } from '../../src/model/config.ts';
import type { PageKind } from '../../src/views/page.ts';
import { programmePages } from '../../src/views/programmePages.ts';
import { award, awardResult, fact, instrument, place, sample, scheme, session, task, taskResult } from '../views/programmeSample.ts';
import { EN, nestingFaults, ZH } from './sampleContext.ts';

type Make = (view: never, ctx: SheetContext) => Sheet;
const SHEETS: Readonly<Partial<Record<PageKind, Make>>> = {
  programme: programmeSheet,
  awards: awardsSheet,
  award: awardSheet,
  sessions: sessionsSheet,
  tasks: tasksSheet,
  task: taskSheet,
  method: methodSheet,
};

const red = instrument('red', {
  obligations: [{ 'zh-CN': '在大会上介绍经验', en: 'Speaks at the assembly' }],
  rule: {
    when: { type: 'rank', from: 'top', n: 1, share: null, within: 'group', on: null },
    tieAtCut: 'include',
    minGroup: 1,
    shareRounding: 'round',
  },
});
const yellow = instrument('yellow', { tone: 'warning', color: 'yellow' });

const fullTask = task('t1', {
  dueOn: { date: '2023-06-30', text: null },
  milestones: [
    {
      id: 'm1',
      title: { 'zh-CN': '开工', en: 'Start' },
      dueOn: { date: '2023-03-31', text: '3月下旬' },
      weight: 40,
      doneOn: '2023-03-20',
      evidence: null,
      place,
    },
    {
      id: 'm2',
      title: { 'zh-CN': '竣工', en: 'Finish' },
      dueOn: { date: '2023-06-30', text: null },
      weight: 60,
      doneOn: null,
      evidence: null,
      place,
    },
  ],
  progress: [
    { asOf: '2023-03-31', actual: 40, planned: 50, note: null, place },
    { asOf: '2023-06-30', actual: null, planned: 90, note: null, place },
  ],
  events: [
    {
      date: '2023-06-01',
      event: 'extended',
      byUnit: 'a',
      fromUnit: null,
      toUnit: null,
      newDueOn: '2023-09-30',
      value: null,
      milestone: null,
      reason: { 'zh-CN': '连续<强>降雨', en: 'Heavy <rain>' },
      document: null,
      place,
    },
  ],
});

const late = taskResult(fullTask, {
  overdue: true,
  overdueDays: 92,
  dueOn: '2023-09-30',
  slippedDays: 92,
  extensions: [{ on: '2023-06-01', from: '2023-06-30', to: '2023-09-30', byUnit: 'a', reason: { 'zh-CN': '连续<强>降雨', en: 'Heavy <rain>' } }],
  progress: 40,
  planned: 100,
  behind: true,
  gapPoints: 60,
});

const { site, result } = sample({
  config: {
    instruments: [red, yellow],
    tasks: {
      ...scheme,
      phases: [
        { id: 'p1', name: '动员部署', from: '2023-01-01', to: '2023-02-28', note: null },
        { id: 'p2', name: '组织实施', from: '2023-02-28', to: '2023-12-31', note: null },
      ],
    },
    filings: [
      {
        id: 'risk',
        name: { 'zh-CN': '风险备案', en: 'Risk filing' },
        stages: [{ id: 'applied', name: { 'zh-CN': '申请', en: 'Applied' }, note: null }],
        outcomes: [{ id: 'exempted', name: { 'zh-CN': '免予问责', en: 'Exempted' }, note: null, exempts: true }],
        visibility: 'counts',
        note: null,
      },
    ],
  },
  result: {
    awards: [
      awardResult(award('f1', { session: 's1', instrument: 'yellow', holder: 'b' }), yellow, { current: false, until: '2023-11-08' }),
      awardResult(award('f2', { session: 's2', holder: 'b', awardedOn: '2023-11-09' }), red, { basis: 'both', facts: [fact('rank')], streak: 3 }),
      awardResult(award('f3', { holder: 'a', state: 'revoked', revokedOn: '2023-12-01', note: '数据有误' }), red, { current: false }),
      awardResult(award('f4', { holder: 'c', instrument: 'yellow' }), yellow, {
        exemptedOn: '2023-12-05',
        exemption: { on: '2023-12-05', programme: 'flags', kind: 'risk', outcome: 'exempted', reason: '不可预见', document: null },
        current: false,
      }),
      awardResult(award('f5', { holder: 'a', instrument: 'yellow' }), yellow, { disputed: true, current: false }),
    ],
    unrecorded: [
      { instrument: 'red', holder: 'c', dimension: null, task: null, period: null, session: 's2', facts: [fact('rank')] },
      { instrument: 'yellow', holder: 'hidden', dimension: null, task: 'secret', period: null, session: null, facts: [] },
    ],
    awardCounts: [{ instrument: 'red', period: null, session: 's2', awards: 21, holders: 19 }],
    sessions: [
      session(1, '2023-08-16'),
      session(2, '2023-11-09'),
      session(3, null, { status: 'not_held', reason: { 'zh-CN': '汛期防汛', en: 'Floods' } }),
    ],
    tasks: [late, taskResult(task('t2'), { outcome: 'closed', status: 'closed', closedOn: '2023-06-01', onTime: true })],
    filings: [
      {
        kind: {
          id: 'risk',
          name: { 'zh-CN': '风险备案', en: 'Risk filing' },
          stages: [{ id: 'applied', name: { 'zh-CN': '申请', en: 'Applied' }, note: null }],
          outcomes: [],
          visibility: 'counts',
          note: null,
        },
        stage: 'applied',
        outcome: null,
        count: null,
      },
    ],
    claims: [
      {
        id: 'all',
        name: null,
        printed: { count: 129, share: null },
        counted: { count: 129, of: null, share: null },
        holds: true,
        document: null,
        suppressed: false,
      },
    ],
  },
});
const pages = programmePages(site, result);

function sheetAt(path: string, ctx: SheetContext): Sheet {
  const page = pages.find((one) => one.path === path);
  const make = page && SHEETS[page.kind];
  if (!make) throw new Error(`no page at ${path}`);
  return make(page.view() as never, ctx);
}

function wordsOf(sheet: Sheet): string {
  return sheet.main.text.replace(/<[^>]*>/g, '');
}

describe('every sheet of a programme', () => {
  for (const page of pages) {
    for (const ctx of [ZH, EN]) {
      it(`is well formed, has one h1 and a lead: ${page.path} in ${ctx.lang}`, () => {
        const { main, description, title } = sheetAt(page.path, ctx);
        expect(nestingFaults(main.text)).toEqual([]);
        expect(main.text.match(/<h1>/g)).toHaveLength(1);
        expect(main.text).toContain('class="lead"');
        expect(main.text).not.toMatch(/ style=|<script(?! type="application\/json">)|undefined|NaN|\[object/);
        expect(description.length).toBeGreaterThan(8);
        expect(title).not.toBe('');
        const ids = [...main.text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
      });
    }
  }
});

it('every sheet below a programme leads back above its heading', () => {
  const own = pages.filter(({ kind }) => SHEETS[kind] && kind !== 'programme');
  expect(own.length).toBeGreaterThan(4);
  for (const { path } of own) expect(sheetAt(path, EN).main.text).toMatch(/<p class="kicker"><a href="[^"]*flags\/[^"]*">[^<]+<\/a><\/p><h1>/);
});

describe('the award pages', () => {
  it('show awards and holders as two counts with the sentence that they are different', () => {
    expect(wordsOf(sheetAt('flags/awards/', ZH))).toContain('两者并列，不相减');
    expect(sheetAt('flags/awards/', EN).main.text).toContain('<td class="num">21</td><td class="num">19</td>');
  });

  it('keep a revoked award, with its date and reason, and annotate an exempted one', () => {
    const text = wordsOf(sheetAt('flags/awards/', ZH));
    expect(text).toContain('已于2023年12月1日撤销。说明：数据有误');
    expect(text).toContain('已于2023年12月5日容错免责');
  });

  it('name the decision that exempted it, its day and its reason', () => {
    const text = wordsOf(sheetAt('flags/awards/f4/', ZH));
    expect(text.split('自该日起不计入负面统计')).toHaveLength(2);
    expect(text).toContain('决定：流动红黄旗 · 风险备案：免予问责。');
    expect(text).toContain('原因：不可预见');
  });

  it('mark what the rule does not give, and list what only the rule gives, with the facts', () => {
    const text = wordsOf(sheetAt('flags/awards/', EN));
    expect(text).toContain('not by the rule; the record stands');
    expect(text).toContain('By the rule, but not on record (2)');
    expect(text).toContain('Baishi Session 2 (9 November 2023)Rank for the total: 1. The rule asks: among the top 3. Met.');
    expect(text).not.toContain('secret');
  });

  it('print the clause, the facts that met it, how long it holds and what follows', () => {
    const text = wordsOf(sheetAt('flags/awards/f2/', EN));
    expect(text).toContain('The rule: it ranks first of all units.');
    expect(text).toContain('Rank for the total: 1. The rule asks: among the top 3. Met.');
    expect(text).toContain('In force until the next session (since 9 November 2023)');
    expect(text).toContain('Speaks at the assembly');
  });

  it('say how often in a row a holder was given what it holds now', () => {
    expect(wordsOf(sheetAt('flags/awards/f2/', ZH))).toContain('连续第3次');
    expect(wordsOf(sheetAt('flags/awards/', EN)).split('3 times in a row')).toHaveLength(2);
  });

  it('never leave a tone to colour alone', () => {
    const mark = toneMark(red, ZH).text;
    expect(mark).toContain('tone-positive');
    expect(mark).toContain('<svg');
    expect(mark).toContain('red牌');
  });

  const ended = { state: 'active', current: false, until: '2023-12-31', exempted_on: null } as const;

  it('have their number in the mark that it counts, and say in the legend what an outline is', () => {
    expect(toneMark(red, ZH, 'active', 2).text).toMatch(/red牌 <small>×2<\/small><\/span>$/);
    expect(legend([red], ZH, [ended]).text).toContain('描边：不再有效');
    expect(legend([red], ZH, [{ ...ended, until: null }]).text).not.toContain('描边');
    expect(legend([], ZH, [{ ...ended, current: true }]).text).toBe('');
  });

  it('are outlined once they have ended, however that came, and stay filled where they only happened', () => {
    expect(markState(ended)).toBe('superseded');
    expect(markState({ ...ended, state: 'superseded', until: null })).toBe('superseded');
    expect(markState({ ...ended, until: null })).toBe('active');
    expect(markState({ ...ended, exempted_on: '2023-12-01' })).toBe('annotated');
    expect(markState({ ...ended, state: 'revoked' })).toBe('revoked');
  });
});

describe('the sessions page', () => {
  it('prints real intervals beside the nominal cadence, and why one was not held', () => {
    const text = wordsOf(sheetAt('flags/sessions/', ZH));
    expect(text).toContain('规定周期：每两个月。实际相隔85天。');
    expect(text).toContain('未举行：汛期防汛');
  });
});

describe('the task pages', () => {
  it('print the law of the list', () => {
    expect(wordsOf(sheetAt('flags/tasks/', ZH))).toContain('销号1 + 在办1 + 撤榜0 + 结转0 = 发榜2');
  });

  it('strike the original due date through and say the slip in words', () => {
    const { text } = sheetAt('flags/tasks/', EN).main;
    expect(text).toContain('<s class="was"><span class="visually-hidden">Originally </span>2023-06-30</s>');
    expect(text).toContain('92 days later');
    expect(text).toContain('92 days late');
  });

  it('escape what offices write', () => {
    const { text } = sheetAt('flags/tasks/t1/', ZH).main;
    expect(text).toContain('连续&lt;强&gt;降雨');
    expect(text).not.toContain('<强>');
  });

  it('say who asked for an extension, when and why, and that a report is missing', () => {
    const text = wordsOf(sheetAt('flags/tasks/t1/', ZH));
    expect(text).toContain('云溪区');
    expect(text).toContain('未填报');
    expect(text).toContain('3月下旬');
    expect(sheetAt('flags/tasks/t1/', ZH).description).toBe(
      '由云溪区牵头，目前状态：推进。应于2023年9月30日完成，已逾期92天。时限延期1次，共推迟92天。',
    );
  });
});

describe('the programme page', () => {
  it('says suppressed counts in words and claims in words', () => {
    expect(wordsOf(sheetAt('flags/', ZH))).toContain('不公布');
    expect(wordsOf(sheetAt('flags/', EN))).toContain('printed 129, counted 129 ✓ agrees');
  });

  it('says that neighbouring phases share a day', () => {
    expect(wordsOf(sheetAt('flags/', EN))).toContain('The last day of a phase is also the first day of the next.');
  });
});

describe('a task list whose tasks all left it one way', () => {
  const gone = (stages: TaskScheme['stages']) => {
    const tasks = [taskResult(task('t1')), taskResult(task('t2'), { status: 'withdrawn', outcome: 'withdrawn' })];
    const { site, result } = sample({ config: { tasks: { ...scheme, stages } }, result: { tasks } });
    const page = programmePages(site, result).find(({ kind }) => kind === 'tasks');
    return wordsOf(tasksSheet(page?.view() as never, EN));
  };

  it('calls them by the programme’s own word, else by the house’s', () => {
    expect(gone([{ id: 'withdrawn', name: 'Left the portfolio' }])).toMatch(/1 left the portfolio\..*Left the portfolio1.*left the portfolio 1/s);
    expect(gone([])).toMatch(/1 withdrawn\..*Withdrawn1.*withdrawn 1/s);
  });
});

describe('a list of more tasks than fit one page', () => {
  const tasks = Array.from({ length: 501 }, (_, i) => taskResult(task(`t${i + 1}`)));
  const long = sample({ config: { tasks: scheme }, result: { tasks } });
  const lists = programmePages(long.site, long.result).filter((page) => page.kind === 'tasks');
  const sheets = lists.map((page) => tasksSheet(page.view() as never, EN));

  it('prints 500 rows and goes on counting on the next page', () => {
    expect(sheets.map((sheet) => sheet.main.text.match(/<tr id="t-/g)?.length)).toEqual([500, 1]);
    expect(sheets[1]?.main.text).toContain('<td class="num wide">501</td>');
    expect(wordsOf(sheets[1] as Sheet)).toContain('Tasks 501 to 501 of 501');
  });

  it('leads from each row to its task, below any base', () => {
    const [first] = lists.map((page) => tasksSheet(page.view() as never, { ...EN, href: (path) => `/~office/en/${encodeURI(path)}` }));
    expect(first?.main.text).toContain('<a href="/~office/en/flags/tasks/t7/">');
    expect(first?.main.text.match(/<a href="\/~office\/en\/flags\/tasks\/t\d+\/">/g)).toHaveLength(500);
  });

  it('links every page to every other, and marks the current one', () => {
    expect(sheets[0]?.main.text).toContain('<a href="/en/flags/tasks/page-2/">2</a>');
    expect(sheets[1]?.main.text).toContain('<strong aria-current="page">2</strong>');
  });
});
