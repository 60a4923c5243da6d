/** What a phone and paper show: no table of the demo hides its last columns, no mark runs out of its tint, in either language. */
import { expect, test } from 'vitest';
import { demoSite, pagesByKind } from './site.ts';
import { PHONE, settle, useReader } from './visit.ts';

const newReader = useReader();
const site = demoSite();

/** Beside the longest page of every kind, what was too wide once. */
const WIDE = ['flags/awards/', 'flags/sessions/', 'cards/awards/', 'quarterly/2023-Q4/', 'orders/tasks/', 'orders/tasks/b1-23/'];

test.each(['', 'en/'])(
  'tables and marks of pages of every kind fit a phone: /%s',
  async (prefix) => {
    const { page, open } = await newReader(PHONE);
    const tooWide: string[] = [];
    for (const path of new Set([...pagesByKind(site, prefix).values(), ...WIDE.map((one) => prefix + one)])) {
      await open(path);
      await settle(page);
      const found = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(.table-scroll, .mark, .status, .tag)')]
          .filter((one) => !one.closest('details:not([open])') && one.scrollWidth > one.clientWidth)
          .map((one) => `${one.getAttribute('aria-labelledby') ?? one.textContent} ${one.scrollWidth}/${one.clientWidth}`),
      );
      tooWide.push(...found.map((one) => `${path}: ${one}`));
    }
    expect(tooWide).toEqual([]);
  },
  60_000,
);

test('paper has the address of the page instead of its data files, and every column', async () => {
  const { page, open } = await newReader();
  await open('en/flags/awards/');
  await settle(page);
  expect(await page.locator('.page-info .print-only').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.page-info').innerText()).toContain('https://example.org/board/en/flags/awards/');
  expect(await page.locator('.page-info').innerText()).not.toContain('index.json');
  expect(await page.locator('tr[id^="a-"] .wide').first().isVisible()).toBe(true);
});
