/** What a phone shows: no table of the demo hides its last columns, in either language. */
import { expect, test } from 'vitest';
import { demoSite, pagesByKind } from './site.ts';
import { PHONE, settle, useReader } from './visit.ts';

const newReader = useReader();
const site = demoSite();

/** Beside the longest page of every kind, what was too wide once. */
const WIDE = ['flags/awards/', 'flags/sessions/', 'cards/awards/', 'quarterly/2023-Q4/', 'orders/tasks/', 'orders/tasks/b1-23/'];

test.each(['', 'en/'])(
  'tables of pages of every kind fit a phone: /%s',
  async (prefix) => {
    const { page, open } = await newReader(PHONE);
    const tooWide: string[] = [];
    for (const path of new Set([...pagesByKind(site, prefix).values(), ...WIDE.map((one) => prefix + one)])) {
      await open(path);
      await settle(page);
      const found = await page.evaluate(() =>
        [...document.querySelectorAll('main .table-scroll')]
          .filter((scroller) => !scroller.closest('details:not([open])') && scroller.scrollWidth > scroller.clientWidth)
          .map((scroller) => `${scroller.getAttribute('aria-labelledby')} ${scroller.scrollWidth}/${scroller.clientWidth}`),
      );
      tooWide.push(...found.map((one) => `${path}: ${one}`));
    }
    expect(tooWide).toEqual([]);
  },
  60_000,
);
