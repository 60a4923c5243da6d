/** axe finds nothing against WCAG 2.2 AA: on every kind of page, in both languages and themes, on a desk and on a phone, and in use. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoSite, pagesByKind } from './site.ts';
import { PHONE, settle, useReader } from './visit.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const newReader = useReader();
const site = demoSite();

/** No part of WCAG, but what those go by who hear a page: every part in a landmark, no two of one name. */
const LANDMARKS = Object.fromEntries(['region', 'landmark-unique', 'landmark-no-duplicate-main'].map((id) => [id, { enabled: true }]));

/** What axe finds, each as rule and element. */
async function findFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  await settle(page);
  // One frame a page: the older way of running is several times as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules
    ? axe.withRules([...rules])
    : axe.options({ runOnly: { type: 'tag', values: WCAG }, rules: LANDMARKS })
  ).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
}

/** A theme changes colours only. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

describe.each(['', 'en/'])('in the language at /%s', (prefix) => {
  const pages = [...pagesByKind(site, prefix)];

  test.each(pages)('a page of the kind %s', async (_kind, path) => {
    const { page, open } = await newReader();
    await open(path);
    expect(await findFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaults(page, COLOURS)).toEqual([]);
  });

  test.each(pages.filter(([kind]) => ['leaderboard', 'unit', 'tasks', 'compare'].includes(kind)))(
    'a page of the kind %s on a phone',
    async (_kind, path) => {
      const { page, open } = await newReader(PHONE);
      await open(path);
      expect(await findFaults(page)).toEqual([]);
    },
  );

  test('the menu of a phone', async () => {
    const { page, open } = await newReader(PHONE);
    await open(prefix);
    await page.locator('.site-header > .menu-button').tap();
    expect(await findFaults(page)).toEqual([]);
  });
});

test.each(['cards/2023-Q1/', 'en/cards/2023-Q1/'])('links and buttons in the head of a table of many columns are large enough: %s', async (path) => {
  const { page, open } = await newReader();
  await open(path);
  await page.locator('th button').first().waitFor();
  expect(await findFaults(page, ['target-size'])).toEqual([]);
});

describe('in use', () => {
  test.each(['light', 'dark'] as const)('a chart that is explored, a list that is filtered, a comparison, search: %s', async (colorScheme) => {
    const { page, open } = await newReader({ colorScheme });
    await open('en/units/edu/');
    await page.getByRole('button', { name: 'Explore' }).first().click();
    await page.getByRole('application').waitFor();
    await page.keyboard.press('End');
    expect(await findFaults(page)).toEqual([]);
    await open('en/orders/tasks/?status=in_progress&view=board');
    await page.locator('.task-board li').first().waitFor();
    expect(await findFaults(page)).toEqual([]);
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu,wangqiao,songlang');
    await page.locator('table.compare').first().waitFor();
    expect(await findFaults(page)).toEqual([]);
    await open('en/search/?q=education');
    await page.locator('.results a').first().waitFor();
    await page.getByRole('combobox', { name: 'Search' }).first().pressSequentially('qiwu');
    await page.locator('.suggestions li').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await findFaults(page)).toEqual([]);
    await open('en/quarterly/2023-Q4/');
    await page.getByLabel('Find a unit').fill('bureau');
    await page.locator('sun-table button').first().click();
    expect(await findFaults(page)).toEqual([]);
  });
});
