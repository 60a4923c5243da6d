import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardView } from '../../src/views/award.ts';
import type { AwardsView } from '../../src/views/awards.ts';
import type { Page } from '../../src/views/page.ts';
import type { ProgrammeView } from '../../src/views/programme.ts';
import { programmePages } from '../../src/views/programmePages.ts';
import type { SessionsView } from '../../src/views/sessions.ts';
import type { TaskView } from '../../src/views/task.ts';
import { leadCounts, type TasksView, taskNumbers } from '../../src/views/tasks.ts';
import { award, awardResult, instrument, sample, scheme, session, task, taskResult } from './programmeSample.ts';

function viewAt<V>(pages: readonly Page[], path: string): V {
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`no page at ${path}`);
  return page.view() as V;
}

const red = instrument('red');
const yellow = instrument('yellow', { tone: 'warning', color: 'yellow' });

function flags() {
  const awards = [
    awardResult(award('f1', { session: 's1', instrument: 'yellow', holder: 'b' }), yellow, { current: false, until: '2023-11-08' }),
    awardResult(award('f2', { session: 's2', holder: 'b', awardedOn: '2023-11-09' }), red),
    awardResult(award('f3', { session: 's2', holder: 'b', dimension: 'x', awardedOn: '2023-11-09' }), red),
    awardResult(award('f4', { session: 's1', holder: 'a' }), red, { current: false }),
    awardResult(award('f5', { session: 's2', instrument: 'yellow', holder: 'a', awardedOn: '2023-11-09' }), yellow),
  ];
  return sample({
    config: { instruments: [red, yellow] },
    result: {
      awards,
      awardCounts: [{ instrument: 'red', period: null, session: 's2', awards: 2, holders: 1 }],
      sessions: [session(1, '2023-08-16'), session(2, '2023-11-09'), session(3, null, { status: 'not_held', reason: '汛期' })],
    },
  });
}

describe('the pages of a programme', () => {
  it('are only itself and its method where it has neither awards, sessions nor tasks', () => {
    const { site, result } = sample();
    expect(programmePages(site, result).map((page) => page.path)).toEqual(['flags/', 'flags/method/']);
  });

  it('have a page of awards before the first is given, and none without anything to give', () => {
    const { site, result } = sample({ config: { instruments: [red] } });
    expect(viewAt<AwardsView>(programmePages(site, result), 'flags/awards/')).toMatchObject({ awards: [], counts: [], pages: 1 });
    const none = sample({ config: { instruments: [] } });
    expect(programmePages(none.site, none.result).map((page) => page.path)).not.toContain('flags/awards/');
  });

  it('list many awards on several pages, the data whole on the first', () => {
    const awards = Array.from({ length: 501 }, (_, i) => awardResult(award(`a${i}`), red));
    const { site, result } = sample({ config: { instruments: [red] }, result: { awards } });
    const pages = programmePages(site, result);
    expect(pages.filter(({ kind }) => kind === 'awards').map(({ path, data }) => [path, data])).toEqual([
      ['flags/awards/', true],
      ['flags/awards/page-2/', false],
    ]);
    expect(viewAt<AwardsView>(pages, 'flags/awards/')).toMatchObject({ page: 1, pages: 2, listed: 501 });
    expect(viewAt<AwardsView>(pages, 'flags/awards/').awards).toHaveLength(501);
    expect(viewAt<AwardsView>(pages, 'flags/awards/page-2/').awards).toHaveLength(1);
  });

  it('give every award and every task an address', () => {
    const { site, result } = sample({
      config: { instruments: [red], tasks: scheme },
      result: { awards: [awardResult(award('f1'), red)], tasks: [taskResult(task('t1'))], sessions: [session(1, '2023-08-16')] },
    });
    expect(programmePages(site, result).map((page) => page.path)).toEqual([
      'flags/',
      'flags/awards/',
      'flags/awards/f1/',
      'flags/sessions/',
      'flags/tasks/',
      'flags/tasks/t1/',
      'flags/method/',
    ]);
  });

  it('split a long list, whose first page holds all rows for the download', () => {
    const tasks = Array.from({ length: 1203 }, (_, i) => taskResult(task(`t${i}`)));
    const { site, result } = sample({ config: { tasks: scheme }, result: { tasks } });
    const pages = programmePages(site, result);
    expect(pages.filter((page) => page.kind === 'tasks').map((page) => [page.path, page.data])).toEqual([
      ['flags/tasks/', true],
      ['flags/tasks/page-2/', false],
      ['flags/tasks/page-3/', false],
    ]);
    expect(viewAt<TasksView>(pages, 'flags/tasks/').tasks).toHaveLength(1203);
    expect(viewAt<TasksView>(pages, 'flags/tasks/page-3/').tasks.map((row) => row.task)).toEqual([
      't1000',
      ...Array.from({ length: 202 }, (_, i) => `t${1001 + i}`),
    ]);
  });

  it('never name the holder of an award that is published as counts, nor a task that is internal', () => {
    const secret = instrument('order', { visibility: 'counts' });
    const { site, result } = sample({
      config: { instruments: [secret], tasks: scheme },
      result: {
        awards: [awardResult(award('f1', { instrument: 'order', holder: 'a' }), secret)],
        awardCounts: [{ instrument: 'order', period: null, session: null, awards: 1, holders: 1 }],
        tasks: [
          taskResult(task('open')),
          taskResult(task('counted', { visibility: 'counts' })),
          taskResult(task('hidden', { visibility: 'internal' })),
        ],
      },
    });
    const pages = programmePages(site, result);
    expect(viewAt<AwardsView>(pages, 'flags/awards/').awards).toEqual([]);
    const tasks = viewAt<TasksView>(pages, 'flags/tasks/');
    expect([tasks.count, tasks.listed, tasks.tasks.map((row) => row.task)]).toEqual([2, 1, ['open']]);
    expect(JSON.stringify(tasks)).not.toContain('hidden');
    expect(pages.map((page) => page.path)).not.toContain('flags/awards/f1/');
  });

  it('never link a task to one that is not named', () => {
    const tasks = [taskResult(task('hidden', { visibility: 'internal' })), taskResult(task('open', { carriedFrom: 'hidden', parent: 'older' }))];
    const { site, result } = sample({ config: { tasks: scheme }, result: { tasks } });
    const view = viewAt<TaskView>(programmePages(site, result), 'flags/tasks/open/');
    expect([view.carried_from, view.parent]).toEqual([null, { task: 'older', title: null }]);
  });

  it('never name a person, whatever the holder column says', () => {
    const { site, result } = sample({
      config: { instruments: [red] },
      result: { awards: [awardResult(award('f1', { holderType: 'person', holder: null }), red)] },
    });
    expect(programmePages(site, result).map((page) => page.path)).toEqual(['flags/', 'flags/awards/', 'flags/method/']);
    expect(viewAt<AwardsView>(programmePages(site, result), 'flags/awards/').awards).toEqual([]);
  });
});

describe('the awards view', () => {
  const { site, result } = flags();
  const view = viewAt<AwardsView>(programmePages(site, result), 'flags/awards/');

  it('counts awards and holders apart', () => {
    expect(view.counts).toEqual([{ instrument: 'red', period: null, session: 's2', awards: 2, holders: 1 }]);
    expect(view.held_now).toEqual([
      { instrument: 'red', awards: 2, holders: 1 },
      { instrument: 'yellow', awards: 1, holders: 1 },
    ]);
  });

  it('gives each award with the keys of the contract, newest first', () => {
    expect(view.awards.map((row) => row.award)).toEqual(['f2', 'f3', 'f5', 'f1', 'f4']);
    const keys = [
      'award',
      'instrument',
      'tone',
      'holder_type',
      'holder',
      'dimension',
      'session',
      'awarded_on',
      'valid_to',
      'state',
      'basis',
      'facts',
      'reason',
    ];
    expect(Object.keys(view.awards[0] as object)).toEqual(expect.arrayContaining(keys));
  });

  it("shows a holder's other awards on an award's page", () => {
    const own = viewAt<AwardView>(programmePages(site, result), 'flags/awards/f2/');
    expect(own.others.map((row) => row.award)).toEqual(['f3', 'f1']);
  });
});

describe('the sessions view', () => {
  const { site, result } = flags();
  const view = viewAt<SessionsView>(programmePages(site, result), 'flags/sessions/');

  it('counts the real days between sessions that were held', () => {
    expect(view.rows.map((row) => row.days_since_previous)).toEqual([null, 85, null]);
  });

  it('finds units that turned from warning to honour and back', () => {
    expect(view.turns.map((turn) => [turn.unit, turn.to, turn.before, turn.after])).toEqual([
      ['a', 'warning', ['red'], ['yellow']],
      ['b', 'honour', ['yellow'], ['red']],
    ]);
  });

  it('has a column only for sessions that gave out something', () => {
    expect(view.columns).toEqual(['s1', 's2']);
    expect(view.matrix.map((row) => [row.unit, row.cells])).toEqual([
      ['a', [['f4'], ['f5']]],
      ['b', [['f1'], ['f2', 'f3']]],
    ]);
  });
});

describe('the numbers of a task list', () => {
  const outcome = fc.constantFrom('open', 'closed', 'withdrawn', 'carried' as const);

  it('always add up: closed + open + withdrawn + carried = posted', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ outcome, overdue: fc.boolean(), batch: fc.constantFrom('b1', 'b2', null) })), (rows) => {
        const numbers = taskNumbers(
          rows.map(({ batch, outcome, overdue }, i) =>
            taskResult(task(`t${i}`, { batch }), { outcome: outcome as 'open', overdue: overdue && outcome === 'open' }),
          ),
        );
        const { open, closed, withdrawn, carried } = numbers.outcomes;
        expect(open + closed + withdrawn + carried).toBe(numbers.count);
        const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum(numbers.by_status)).toBe(numbers.count);
        expect(numbers.by_category).toEqual({});
        expect(sum(numbers.by_batch)).toBe(rows.every(({ batch }) => batch === null) ? 0 : numbers.count);
        expect(numbers.overdue).toBeLessThanOrEqual(open);
      }),
    );
  });

  it('stand in the order in which a task passes through the stages', () => {
    const tasks = ['evaluated', 'withdrawn', 'closed', 'own', 'in_progress'].map((status, i) => taskResult(task(`t${i}`), { status }));
    expect(Object.keys(taskNumbers(tasks).by_status)).toEqual(['in_progress', 'closed', 'evaluated', 'withdrawn', 'own']);
    const stages = [{ id: 'own', name: null }];
    expect(Object.keys(taskNumbers(tasks, stages).by_status)[0]).toBe('own');
  });

  it('name drafts apart, and count nothing else of them', () => {
    const posted = taskResult(task('t1', { category: 'x' }));
    const draft = taskResult(task('t2', { category: 'x' }), { status: 'draft', outcome: 'draft' });
    const numbers = taskNumbers([posted, draft]);
    expect(numbers.by_status).toEqual({ in_progress: 1 });
    expect(numbers).toMatchObject({
      count: 1,
      drafts: 1,
      drafts_by_status: { draft: 1 },
      by_category: { x: 1 },
      outcomes: { open: 1, closed: 0, withdrawn: 0, carried: 0 },
    });
  });

  it('count a task once for the first responsible, for each lead, or in parts', () => {
    const shared = taskResult(task('t1'), { leads: ['a', 'b'] });
    expect(leadCounts([shared], 'first_responsible').map((row) => [row.unit, row.count])).toEqual([['a', 1]]);
    expect(leadCounts([shared], 'each_lead').map((row) => [row.unit, row.count])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(leadCounts([shared], 'split').map((row) => row.count)).toEqual([0.5, 0.5]);
  });

  it('split a task by its declared shares', () => {
    const shares = new Map([
      ['a', 70],
      ['b', 30],
    ]);
    const shared = taskResult(task('t1'), { leads: ['a', 'b'], shares });
    expect(leadCounts([shared], 'split').map((row) => row.count)).toEqual([0.7, 0.3]);
  });
});

describe('the programme view', () => {
  it('prints claims as one number each, and shares beside them', () => {
    const { site, result } = sample({
      result: {
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
          {
            id: 'own',
            name: null,
            printed: { count: 51, share: '40%' },
            counted: { count: 51, of: 129, share: '40%' },
            holds: true,
            document: null,
            suppressed: false,
          },
        ],
      },
    });
    const view = viewAt<ProgrammeView>(programmePages(site, result), 'flags/');
    expect(view.claims.map(({ id, printed, counted, holds }) => ({ id, printed, counted, holds }))).toEqual([
      { id: 'all', printed: 129, counted: 129, holds: true },
      { id: 'own', printed: 51, counted: 51, holds: true },
    ]);
    expect(view.claims[1]?.printed_share).toBe('40%');
  });

  it('has a name in the first language and the others beside it, and can be written as JSON', () => {
    const { site, result } = flags();
    const view = JSON.parse(JSON.stringify(viewAt(programmePages(site, result), 'flags/')));
    expect([view.name, view.names]).toEqual(['流动红黄旗', { en: 'Travelling flags' }]);
  });
});
