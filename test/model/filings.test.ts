import { expect, it } from 'vitest';
import { BASE, parseFiles } from './folder.ts';

const filings = (text: string, rows = '') =>
  parseFiles({
    ...BASE,
    'programmes/board.yaml': `${BASE['programmes/board.yaml']}filings:\n  - { id: risk, stages: [filed], outcomes: ${text} }\n`,
    ...(rows && { 'filings.csv': `filing,programme,kind,filed_on,stage,outcome\n${rows}` }),
  });

async function exempting(text: string, rows = ''): Promise<readonly string[]> {
  const { portal } = await filings(text, rows);
  return portal?.programmes[0]?.config.filings[0]?.outcomes.filter(({ exempts }) => exempts).map(({ id }) => id) ?? [];
}

it('an outcome of a filing exempts when the programme says so', async () => {
  expect(await exempting('[{ id: lenient, exempts: true }, { id: exempted, exempts: false }, refused]')).toEqual(['lenient']);
});

it('where it does not say, the words that offices use for it do', async () => {
  expect(await exempting('[exempted, tolerated, refused, { id: mr, name: 予以免责 }, { id: x, name: { zh-CN: 容错, en: Leniency } }]')).toEqual([
    'exempted',
    'tolerated',
    'mr',
    'x',
  ]);
});
