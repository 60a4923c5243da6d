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

it('a dimension that is called so is meant where it is', async () => {
  const { portal, codes } = await parseFiles({
    ...BASE,
    'programmes/board.yaml': 'name: 榜\ncadence: quarter\ndimensions: [{ id: jj, name: 经济, weight: 60 }, { id: zh, name: 综合, weight: 40 }]\n',
    'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,经济,2023-Q3,90\nboard,futian,综合,2023-Q3,80\nboard,futian,总分,2023-Q3,86\n',
    'adjustments.csv': 'programme,unit,dimension,period,kind,points,reason\nboard,futian,综合,2023-Q3,bonus,1,防汛\n',
  });
  expect(codes).toEqual([]);
  const { measures = [], value = [] } = portal?.programmes[0]?.scores ?? {};
  expect(measures).toEqual(['jj', 'zh', 'total']);
  expect([...value].filter((score) => !Number.isNaN(score))).toEqual([90, 80, 86]);
  expect(portal?.programmes[0]?.adjustments).toMatchObject([{ dimension: 'zh' }]);
});

it('a provisional deduction is proposed where nobody says that it was confirmed', async () => {
  const adjustments = 'programme,unit,period,kind,points,reason,status\n';
  const rows = ['pre_deduction,2,待核,', 'pre_deduction,2,核实,确认', 'deduction,2,扣分,'].map((row) => `board,futian,2023-Q3,${row}\n`);
  const { portal } = await parseFiles({ ...BASE, 'adjustments.csv': adjustments + rows.join('') });
  expect(portal?.programmes[0]?.adjustments.map(({ status }) => status)).toEqual(['proposed', 'confirmed', 'confirmed']);
});
