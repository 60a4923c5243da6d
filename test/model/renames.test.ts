import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const renamed = (units: string, events: string): Files => ({
  ...BASE,
  'units.csv': `unit,name,short_name\n${units}luohu,罗湖区,\n`,
  'unit_events.csv': `unit,date,type,from_name,to_name\n${events}`,
});

describe('a renaming', () => {
  it('after the as-of date is none, whatever day it is built on', async () => {
    const later = renamed('futian,旧名局,\n', 'futian,2024-03-01,rename,旧名局,新名局\n');
    const portal = { ...later, 'portal.yaml': `${BASE['portal.yaml']}as_of: 2023-12-31\n` };
    expect((await parseFiles(portal)).codes).toEqual([]);
    expect((await parseFiles(later)).codes).toEqual(['rename-differs']);
  });

  it('to a third name is a warning only: it may have its reason', async () => {
    const { problems } = await parseFiles(renamed('futian,新明局,\n', 'futian,2023-01-01,rename,旧名局,新名局\n'));
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('is told where units still has the old name, or one of neither', async () => {
    expect(await printProblems(renamed('futian,旧名局,\n', 'futian,2023-01-01,rename,旧名局,新名局\n'), 'zh-CN')).toEqual([
      'unit_events.csv:2:5 按这条变更，futian 从 2023-01-01 起叫“新名局”，而 units.csv 第 2 行写的是“旧名局”。 units 表要写单位现在的名称，那里还是原名，请改成新名称。',
    ]);
    expect(await printProblems(renamed('futian,新明局,\n', 'futian,2023-01-01,rename,旧名局,新名局\n'))).toEqual([
      'unit_events.csv:2:5 By this event futian is called “新名局” from 2023-01-01 on, but units.csv, line 2, says “新明局”. The table units has the names of today: check both, and correct the one that is wrong.',
    ]);
  });

  it.each([
    ['to its name of today', 'futian,新名局,\n', 'futian,2023-01-01,rename,旧名局,新名局\n'],
    ['to its short name', 'futian,市新名局,新名局\n', 'futian,2023-01-01,rename,旧名局,新名局\n'],
    ['that was not the last', 'futian,新名局,\n', 'futian,2023-01-01,rename,旧名局,中名局\nfutian,2024-01-01,rename,中名局,新名局\n'],
    ['of what took over', 'futian,旧名局,\n', 'futian,2023-12-31,merge,旧名局,新名局\n'],
    ['to a name within the full one', 'futian,市新名局机关,\n', 'futian,2023-01-01,rename,旧名局,新名局\n'],
    [
      'that was, before one that is yet to come',
      'futian,新名局,\n',
      'futian,2023-01-01,rename,旧名局,中名局\nfutian,2025-01-01,rename,中名局,新名局\n',
    ],
    ['that is to be taken back', 'futian,旧名局,\n', 'futian,2023-01-01,rename,旧名局,新名局\nfutian,2025-01-01,rename,新名局,旧名局\n'],
    ['that is yet to come', 'futian,旧名局,\n', 'futian,2025-01-01,rename,旧名局,新名局\n'],
  ])('%s is none', async (_, units, events) => {
    expect(await printProblems(renamed(units, events))).toEqual([]);
  });
});
