import { expect, it } from 'vitest';
import { BASE, parseFiles } from './folder.ts';

it.each(['total', 'Overall', '总分', '合计', '综合', '总计'])('%s means the total in scores and in adjustments alike', async (word) => {
  const { portal, problems } = await parseFiles({
    ...BASE,
    'scores.csv': `programme,unit,dimension,period,score\nboard,futian,${word},2023-Q3,90\n`,
    'adjustments.csv': `programme,unit,dimension,period,kind,points,reason\nboard,futian,${word},2023-Q3,bonus,1,防汛\n`,
  });
  expect(problems).toEqual([]);
  expect(portal?.programmes[0]?.adjustments).toMatchObject([{ dimension: null }]);
});
