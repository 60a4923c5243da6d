import { expect, test } from 'vitest';
import { adjustmentList } from '../../src/fragments/adjustmentList.ts';
import type { BoardAdjustment } from '../../src/views/boardAdjustments.ts';
import { EN, ZH } from './sampleContext.ts';

function saysOf(more: Partial<BoardAdjustment>, ctx = ZH): string {
  const nothing = { dimension: null, dimension_name: null, effect: null, date: null, document: null, note: null };
  const adjustment = {
    unit: 'east',
    unit_name: { name: '东城区' },
    period: '2023-Q1',
    kind: 'bonus',
    points: 0.5,
    status: 'proposed',
    reason: '试点',
    ...nothing,
  };
  return adjustmentList([{ ...adjustment, ...more } as BoardAdjustment], ctx).text.replace(/<[^>]+>/g, '');
}

test('points that are only proposed are said not to be counted', () => {
  expect(saysOf({})).toBe('东城区：加分 0.5分 拟议（未计入得分） 试点');
  expect(saysOf({ kind: 'deduction' }, EN)).toContain('Proposed (not counted)');
  expect(saysOf({ kind: 'veto', points: null })).toContain('一票否决 拟议 试点');
  expect(saysOf({ status: 'cancelled' })).toContain('已取消');
  expect(saysOf({ status: 'confirmed' })).not.toContain('拟议');
});
