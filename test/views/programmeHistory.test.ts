import { expect, test } from 'vitest';
import { sheetOf } from '../../src/fragments/index.ts';
import type { ProgrammeView } from '../../src/views/programme.ts';
import { CITY, contextOf, pageAt, siteOf } from './portal.ts';

const site = siteOf(CITY);
const page = pageAt(site, 'p/');
const view = page.view() as ProgrammeView;

test("a period's row counts the units of all groups, and names the first of each", () => {
  const [, third] = view.history;
  expect(third).toMatchObject({
    period: { id: '2024-Q3' },
    of: 6,
    ranked: 5,
    first: ['b', 'f'],
    boards: [
      { group: 'east', of: 4, ranked: 3, first: ['b'] },
      { group: 'west', of: 2, ranked: 2, first: ['f'] },
    ],
  });
});

test('the page tells the first of each group, in its sentence and in the table of periods', () => {
  const { main, description } = sheetOf('programme', view, contextOf(site, 'en'));
  expect(description).toMatch(/First in each group in Q4 2024 – East: Qinghe; West: /);
  expect(main.text).toMatch(/5 of 6.*?East: <\/span><a [^>]*>Qinghe<\/a>.*?West: /);
});
