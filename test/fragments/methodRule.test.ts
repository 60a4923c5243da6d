import { describe, expect, it } from 'vitest';
import { factSentence } from '../../src/fragments/awardFact.ts';
import { ruleNotes, ruleSentence } from '../../src/fragments/methodRule.ts';
import type { Condition } from '../../src/model/config.ts';
import type { RuleNames } from '../../src/views/method.ts';
import { fact } from '../views/programmeSample.ts';
import { EN, ZH } from './sampleContext.ts';

const names: RuleNames = {
  dimensions: { business: { 'zh-CN': '营商环境', en: 'business climate' } },
  indicators: { investment: { 'zh-CN': '投资', en: 'investment' } },
  instruments: { yellow: { 'zh-CN': '黄牌', en: 'Yellow card' } },
  groups: { counties: { 'zh-CN': '县区', en: 'counties' }, departments: { 'zh-CN': '部门', en: 'departments' } },
  stages: {},
  grouped: true,
};

const inBoth = (condition: Condition): string[] => [ruleSentence(condition, { ctx: ZH, names }), ruleSentence(condition, { ctx: EN, names })];

function rank(more: Partial<Extract<Condition, { type: 'rank' }>> = {}): Condition {
  return { type: 'rank', from: 'top', n: 3, share: null, within: 'group', on: null, ...more };
}

function held(more: Partial<Extract<Condition, { type: 'instrument' }>>): Condition {
  return { type: 'instrument', id: 'yellow', consecutive: null, within: null, total: null, reset: 'never', gap: 'breaks', ...more };
}

describe('a rule in words', () => {
  it('says places, shares and cuts that differ by group', () => {
    expect(inBoth(rank())).toEqual(['在本组排在前3名', 'ranks among the top 3 in its group']);
    expect(inBoth(rank({ from: 'bottom', n: null, share: 0.1, within: 'all', on: 'business' }))).toEqual([
      '按营商环境在全部单位中排在后10%',
      'ranks among the bottom 10% of all units by business climate',
    ]);
    expect(inBoth(rank({ n: { counties: 5, departments: 4 } }))[0]).toBe('在本组排在规定名次之内（县区前5名、部门前4名）');
  });

  it('puts nested combinations in brackets, so that they cannot be read two ways', () => {
    const any: Condition = {
      type: 'any',
      of: [
        { type: 'veto', is: false },
        { type: 'group', of: ['counties'] },
      ],
    };
    expect(inBoth({ type: 'all', of: [rank(), any] })).toEqual([
      '在本组排在前3名，且（没有被一票否决，或者分组为县区）',
      'ranks among the top 3 in its group and (is not vetoed or belongs to counties)',
    ]);
  });

  it('says an exemption after the rule', () => {
    const rule: Condition = { type: 'all', of: [{ type: 'except', of: [{ type: 'status', of: ['force_majeure'] }] }, rank()] };
    expect(inBoth(rule)).toEqual([
      '在本组排在前3名，但有下列情形的除外：状态为“不可抗力”',
      'ranks among the top 3 in its group, unless it has the status “Force majeure”',
    ]);
  });

  it('says escalation: in a row, k of n, running totals', () => {
    expect(inBoth(held({ consecutive: 2 }))[1]).toBe('has had “Yellow card” 2 times in a row (a gap breaks the run)');
    expect(inBoth(held({ within: [2, 3], gap: 'skips' }))[0]).toBe('最近3次中至少2次出现“黄牌”（空缺的不算，往前顺延）');
    expect(inBoth(held({ total: 2, reset: 'year' }))[0]).toBe('一年内累计2次出现“黄牌”（每年重新计算）');
  });

  it('says a fall in rank as a loss', () => {
    expect(inBoth({ type: 'rank_change', bounds: { lte: -3 }, on: null })).toEqual(['位次下降位数不低于3', 'has lost at least 3 ranks']);
    expect(inBoth({ type: 'rank_change', bounds: { lte: -1 }, on: null })).toEqual(['位次下降位数不低于1', 'has lost at least 1 rank']);
    expect(inBoth({ type: 'rank_change', bounds: { gte: 1 }, on: null })[1]).toBe('has gained at least 1 rank');
    expect(inBoth({ type: 'rank_change', bounds: { gte: 1, lt: 3 }, on: null })[1]).toBe('has gained at least 1 and less than 3 ranks');
  });

  it('says what tasks are measured on', () => {
    const late: Condition = { type: 'task', measures: [{ measure: 'overdue_days', bounds: { gte: 1 } }], status: null };
    expect(inBoth(late)).toEqual(['任务逾期天数不低于1', 'has a task that is at least 1 day late']);
    const behind: Condition = { type: 'task', measures: [{ measure: 'planned_gap_ratio', bounds: { gt: 0.2 } }], status: null };
    expect(inBoth(behind)[1]).toBe('is behind plan by more than 20% of the plan');
  });

  it('has words for every predicate in both languages', () => {
    const all: readonly Condition[] = [
      rank(),
      { type: 'metric', of: 'ratio', indicator: 'investment', dimension: null, bounds: { gt: 1 } },
      { type: 'rank_change', bounds: { gte: 3 }, on: 'business' },
      { type: 'band', bounds: { gte: 90, lt: 95 }, on: null },
      { type: 'status', of: ['exempt'] },
      { type: 'veto', is: true },
      { type: 'group', of: ['counties'] },
      { type: 'kind', of: ['town'] },
      { type: 'task', measures: [{ measure: 'workdays_to_due', bounds: { lte: 5 } }], status: ['in_progress'] },
      held({ total: 3 }),
      { type: 'not', of: rank() },
      { type: 'except', of: [rank()] },
      { type: 'any', of: [rank(), rank({ from: 'bottom' })] },
    ];
    for (const condition of all) for (const text of inBoth(condition)) expect(text).toMatch(/^\S.+\S$/);
  });

  it('says ties, rounding and the smallest group only where they matter', () => {
    const rule = { tieAtCut: 'include', minGroup: 4, shareRounding: 'ceil' } as const;
    expect(ruleNotes({ ...rule, when: rank({ n: null, share: 0.1 }) }, ZH)).toHaveLength(3);
    expect(ruleNotes({ ...rule, when: rank() }, ZH)).toHaveLength(2);
    expect(ruleNotes({ ...rule, when: { type: 'veto', is: true } }, ZH)).toEqual(['参加排名的单位少于4个时不评。']);
    expect(ruleNotes({ ...rule, minGroup: 1, when: { type: 'veto', is: true } }, ZH)).toEqual([]);
  });
});

describe('a fact in words', () => {
  const say = (one: ReturnType<typeof fact>): string[] => [factSentence(one, { ctx: ZH, names }), factSentence(one, { ctx: EN, names })];

  it('says what was measured, what it was and what the rule asks', () => {
    expect(say(fact('rank', { of: 'business' }))).toEqual([
      '营商环境的位次：1。规则要求：排在前3名。符合。',
      'Rank for business climate: 1. The rule asks: among the top 3. Met.',
    ]);
    expect(say(fact('metric', { of: 'investment', value: 1.2, asks: 'ratio > 1' }))[0]).toBe(
      '投资与目标之比（1即恰好达到目标）：1.2。规则要求：高于1。符合。',
    );
    expect(say(fact('task', { of: 'overdue_days', value: 3, asks: '≥ 1' }))[1]).toBe('Days late: 3. The rule asks: at least 1. Met.');
  });

  it('names the group that a place is one of, and says in a word whether a veto is as asked', () => {
    const inCounties = { ctx: EN, names, group: 'counties' };
    expect(factSentence(fact('rank', { of: 'business' }), inCounties)).toBe(
      'Rank in counties for business climate: 1. The rule asks: among the top 3. Met.',
    );
    expect(say(fact('veto', { of: null, value: 'false', asks: 'except true' }))).toEqual([
      '未被一票否决，符合规则。',
      'Not vetoed, as the rule requires.',
    ]);
    expect(say(fact('veto', { of: null, value: 'true', asks: 'except true', holds: false }))[1]).toBe('Vetoed, against what the rule requires.');
  });

  it('does not say of a task that it has a task', () => {
    const when: Condition = { type: 'task', measures: [{ measure: 'overdue_days', bounds: { gt: 30 } }], status: null };
    expect(ruleSentence(when, { ctx: EN, names, holder: 'task' })).toBe('is more than 30 days late');
    expect(ruleSentence(when, { ctx: EN, names })).toBe('has a task that is more than 30 days late');
  });

  it('says an exemption turned round', () => {
    expect(say(fact('status', { value: ['late'], asks: 'except force_majeure, exempt' }))[0]).toBe(
      '状态：迟报。规则要求：不是“不可抗力、免考”。符合。',
    );
  });

  it('says how often an instrument was held', () => {
    expect(say(fact('instrument', { of: 'yellow', value: 2, asks: 'within 2/3' }))[0]).toBe(
      '最近3次中“黄牌”的次数：2。规则要求：最近3次中至少2次。符合。',
    );
    expect(say(fact('instrument', { of: 'yellow', value: 0, asks: 'total 2/year', holds: false }))[1]).toBe(
      '“Yellow card” within the year: 0. The rule asks: 2 within a year. Not met.',
    );
  });
});
