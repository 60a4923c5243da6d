import { describe, expect, test } from 'vitest';
import { unitLead } from '../../src/fragments/unitLead.ts';
import { unitTasks } from '../../src/fragments/unitTasks.ts';
import type { UnitTask, UnitView } from '../../src/views/unit.ts';
import { EN, ZH } from './sampleContext.ts';

function taskOf(task: string, role: string, more: Partial<UnitTask> = {}): UnitTask {
  const none = { role_name: null, status_name: null, due_text: null, due_on: null, overdue: false, overdue_days: 0, progress: null };
  return { ...none, programme: 'orders', task, title: task, role, status: 'in_progress', outcome: 'open', path: `orders/tasks/${task}/`, ...more };
}

function viewOf(tasks: readonly UnitTask[]): UnitView {
  const programmes = ['orders', 'brands'].map((programme) => ({ programme, programme_name: { name: programme }, series: [], dimensions: [] }));
  return { name: '城建专项组', awards: [], events: [], programmes, tasks, valid_to: null, as_of: '2023-12-31' } as unknown as UnitView;
}

const MANY = Array.from({ length: 63 }, (_, i) => taskOf(`t${i}`, 'supervisor', { role_name: { 'zh-CN': '督考单位', en: 'Supervising group' } }));

describe('tasks that a unit has another part in', () => {
  const late = { overdue: true, overdue_days: 3 };
  const view = viewOf([
    taskOf('a', 'assist'),
    taskOf('b', 'supervisor'),
    taskOf('c', 'supervisor', late),
    taskOf('d', 'supervisor', { outcome: 'draft' }),
  ]);

  test('stand role by role, under the name of the role', () => {
    const text = unitTasks(view, ZH)?.text ?? '';
    expect([...text.matchAll(/<h3[^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual([
      '督办单位（2项）',
      '配合单位（1项）',
      '拟列任务，未正式列入（1项）',
    ]);
  });

  test('are summed up role by role where it leads none', () => {
    expect(unitLead(view, ZH)).toBe('城建专项组作为督办单位参与任务2项，其中1项逾期。本单位作为配合单位参与任务1项。');
    expect(unitLead(view, EN)).toContain('has a part in 2 tasks as supervisor, 1 of them late. It has a part in 1 task as assisting unit.');
    expect(unitLead(viewOf([...view.tasks, taskOf('l', 'lead')]), ZH)).toBe('牵头在办任务1项，未逾期。');
  });

  test('are called what the programme calls the role', () => {
    expect(unitTasks(viewOf(MANY), EN)?.text).toContain('>Supervising group (63)</h3>');
  });
});

test('a due date in words breaks where these are long, and is whole like a day where they are short', () => {
  const due = (text: string, ctx: typeof ZH): string =>
    /<time[^>]*>[^<]*/.exec(unitTasks(viewOf([taskOf('a', 'assist', { due_on: '2023-11-30', due_text: text })]), ctx)?.text ?? '')?.[0] ?? '';
  expect(due('2023年11月下旬', ZH)).toBe('<time datetime="2023-11-30">2023年11月下旬');
  expect(due('市政府第十四次常务会议审议通过后三十个工作日内', ZH)).toContain(' class="is-long">市政府');
  expect(due('2023年11月下旬', EN)).toBe('<time datetime="2023-11-30" class="is-long">30 November 2023 at the latest');
});

test('what a table leaves out leads to the list, or lists, that have it', () => {
  expect(unitTasks(viewOf(MANY), ZH)?.text).toContain('<p>另有3项，见<a href="/orders/tasks/">任务清单</a>。</p>');
  const two = MANY.map((task, i) => (i === 62 ? { ...task, programme: 'brands' } : task));
  expect(unitTasks(viewOf(two), ZH)?.text).toContain(
    '<p>另有3项，见<a href="/orders/tasks/">orders：任务清单</a>、<a href="/brands/tasks/">brands：任务清单</a>。</p>',
  );
});
