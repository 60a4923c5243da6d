import { describe, expect, it } from 'vitest';
import { BASE, parseFiles, printProblems } from './folder.ts';

const tasks = (...categories: readonly string[]): string =>
  `任务,机制,标题,类别\n${categories.map((category, i) => `t${i},board,任务${i},${category}\n`).join('')}`;
const codes = async (...categories: readonly string[]): Promise<readonly string[]> =>
  (await parseFiles({ ...BASE, 'tasks.csv': tasks(...categories) })).problems
    .filter(({ code }) => code === 'cells-like-merged')
    .map(({ code }) => code);

describe('a column that may be blank', () => {
  it('is told once where it looks like merged cells, with a mend that works', async () => {
    const files = { ...BASE, 'tasks.csv': tasks('民生', '', '安全', '', '') };
    const [told = ''] = await printProblems(files, 'zh-CN');
    expect(told).toBe(
      'tasks.csv:3:4 “类别”列有 3 行空着，第一处在这里；上面都有内容，像是合并单元格只留下了第一行的内容。现在按没有填写处理。 确是合并单元格的，原表不用改，在 portal.yaml 的 tables 里写：tables: { tasks: { file: tasks.csv, fill_down: [类别] } }。确实没有的，不必理会。',
    );
    const setting = /tables: \{.*\} \}/.exec(told)?.[0];
    expect(await printProblems({ ...files, 'portal.yaml': `${BASE['portal.yaml']}${setting}\n` })).toEqual([]);
  });

  it('is not where the first row is blank, a word repeats itself, hardly any is blank, or only the last are', async () => {
    expect(await codes('', '民生', '', '')).toEqual([]);
    expect(await codes('民生', '', '安全', '安全', '')).toEqual([]);
    expect(await codes('民生', '', '安全')).toEqual([]);
    expect(await codes('民生', '安全', '', '')).toEqual([]);
    expect(await codes('民生', '', '安全', '')).toEqual(['cells-like-merged']);
  });
});
