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

test('on paper the foot is never parted, and a long card begins where there is room', async () => {
  const { page, open } = await newReader();
  await open('en/orders/awards/');
  await page.emulateMedia({ media: 'print' });
  const breaks = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => {
        const { breakBefore, breakInside, breakAfter } = getComputedStyle(one);
        return `${breakBefore} ${breakInside} ${breakAfter}`;
      });
  expect(await breaks('.page-info')).toBe('auto avoid avoid');
  expect(await breaks('.site-footer')).toBe('auto avoid auto');
  expect(await breaks('.cards > li:has(> ul > :nth-child(13))')).toBe('auto auto auto');
  expect(await breaks('.cards > li:not(:has(ol, > ul > :nth-child(13)))')).toBe('auto avoid auto');
});

test('on a phone no period of a unit’s history is broken, nor what was added to its score', async () => {
  const { page, open } = await newReader(PHONE);
  await open('units/data/');
  const lines = await page.locator('.board.is-dated :is(th[scope=row] a, td small)').evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
    }),
  );
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines)).toEqual(new Set([1]));
});

test('on a desk fixed words stay in one line beside long names', async () => {
  const { page, open } = await newReader();
  await open('en/quarterly/method/');
  const heights = await page.locator('td.term').evaluateAll((all) => all.map((one) => getComputedStyle(one).whiteSpace));
  expect(new Set(heights)).toEqual(new Set(['nowrap']));
});

test('with forced colours only the page that one is on is marked in the menu', async () => {
  const { page, open } = await newReader({ forcedColors: 'active' });
  await open('en/units/');
  const borders = await page
    .locator('.site-nav > ul > li > :is(a, details > summary)')
    .evaluateAll((all) =>
      all.map((one) => ({ isCurrent: one.hasAttribute('aria-current'), isPaper: getComputedStyle(one).borderBottomColor === 'rgb(255, 255, 255)' })),
    );
  expect(borders.length).toBeGreaterThan(4);
  for (const { isCurrent, isPaper } of borders) expect(isPaper).toBe(!isCurrent);
});

test('with forced colours it is seen what is chosen: the view of a list, a suggestion, a row that was found', async () => {
  const { page, open } = await newReader({ forcedColors: 'active' });
  const ground = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  await open('en/orders/tasks/');
  await settle(page);
  expect(await ground('.views [aria-pressed="true"]')).not.toBe(await ground('.views [aria-pressed="false"]'));
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially('education');
  await page.locator('.suggestions li').nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await ground('.suggestions [aria-selected="true"]')).not.toBe(await ground('.suggestions [aria-selected="false"]'));
  await open('quarterly/2023-Q4/#u-edu');
  expect(await page.locator('#u-edu').evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
});

test('on the way back through a wide board no link hides below its head', async () => {
  const { page, open } = await newReader({ viewport: { width: 1280, height: 800 } });
  await open('en/cards/2023-Q4/');
  await settle(page);
  await page.locator('.pager a').first().focus();
  const hidden: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Shift+Tab');
    hidden.push(
      ...(await page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        const { x, y, width, height } = one.getBoundingClientRect();
        const seen = [0.1, 0.5, 0.9].some((part) => one.contains(document.elementFromPoint(x + width / 2, y + height * part)));
        return one.matches('.board tbody *') && !seen ? [one.textContent] : [];
      })),
    );
  }
  expect(hidden).toEqual([]);
});

test.each([{ forcedColors: 'active' }, { contrast: 'more' }] as const)('only what has ended is outlined, as the legend says: %o', async (options) => {
  const { page, open } = await newReader(options);
  await open('en/flags/awards/');
  const edge = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => `${getComputedStyle(one).borderTopStyle} ${getComputedStyle(one).outlineStyle}`);
  expect(await edge('.board .mark:not([class*="is-"])')).toBe('none none');
  expect(await edge('.board .mark.is-superseded')).toMatch(/solid/);
});

test('marks on a line are explained below it, each once', async () => {
  const { page, open } = await newReader();
  await open('en/units/data/');
  const keys = await page
    .locator('figure.chart:has(.chart-rank)')
    .first()
    .evaluate((figure) => ({
      drawn: [...new Set([...figure.querySelectorAll('.chart-marks title')].map(({ textContent }) => textContent?.replace(/^.*?: /, '')))],
      said: [...figure.querySelectorAll('.marks-key li')].map(({ textContent }) => textContent),
    }));
  expect(keys.said.length).toBeGreaterThan(0);
  expect(keys.said).toEqual(keys.drawn);
});

test('with letters of twice their size on a phone a leaderboard needs no sideways scrolling', async () => {
  const { page, open } = await newReader({ viewport: { width: 195, height: 422 } });
  for (const path of ['quarterly/2023-Q4/', 'en/cards/2023-Q4/']) {
    await open(path);
    await settle(page);
    const wide = await page.locator('.table-scroll:has(thead .rank)').evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(Math.max(...wide), path).toBeLessThanOrEqual(1);
  }
});

test('a comparison says what stands in bold, and has short names where there is little room', async () => {
  const { page, open } = await newReader();
  await open('en/compare/?programme=quarterly&group=districts&units=qiwu,wangqiao');
  await page.locator('table.compare').first().waitFor();
  expect(await page.locator('.comparison > .hint').innerText()).toBe('In bold: the best placed of the units compared.');
  expect(await page.locator('.chart-svg .labels').first().innerHTML()).toContain('>Qiwu</text>');
  const heads = page.locator('table.compare').first().locator('thead th');
  expect(await heads.allInnerTexts()).toEqual(['Period', 'Qiwu District', 'Wangqiao District']);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await heads.allInnerTexts()).toEqual(['Period', 'Qiwu', 'Wangqiao']);
});

test('a table of a comparison is a stop for the keyboard only where it scrolls', async () => {
  const { page, open } = await newReader();
  await open('en/compare/?programme=quarterly&group=districts&units=qiwu,wangqiao,songlang,chengwan');
  await page.locator('.comparison .table-scroll.fits').first().waitFor();
  expect(await page.locator('.comparison [tabindex="0"]').count()).toBe(0);
  // Only the table is to be heard of, which has the same name.
  expect(await page.locator('.comparison .table-scroll:is([role], [aria-label], [aria-labelledby])').count()).toBe(0);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.locator('.comparison .table-scroll:not(.fits)').first().waitFor();
  expect(await page.locator('.comparison .table-scroll[tabindex="0"]').count()).toBe(2);
  expect(await page.getByRole('group', { name: 'Total: rank and score by period' }).count()).toBe(1);
});

test.each([390, 768, 1280])('what an office names at length widens no page: choices, marks, ways back, languages, at %i', async (width) => {
  const { page, open } = await newReader({ viewport: { width, height: 900 } });
  const over = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const lengthen = (selector: string, text: string): Promise<number> =>
    page.locator(selector).evaluateAll((all, longer) => {
      for (const one of all) one.append(longer);
      return all.length;
    }, text);
  await open('compare/');
  await settle(page);
  expect(await lengthen('.controls option:first-child', '经济技术开发区各功能园区与直属单位季度综合绩效目标责任考核评价'.repeat(3))).toBeGreaterThan(
    1,
  );
  expect(await over(), 'choices').toBe(0);
  await open('quarterly/2023-Q4/');
  expect(await lengthen('.legend .mark', '高质量发展综合绩效突出贡献流动红旗单位荣誉称号'.repeat(3))).toBeGreaterThan(1);
  expect(await over(), 'marks').toBe(0);
  expect(await lengthen('.crumbs li > *', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft')).toBeGreaterThan(1);
  expect(await over(), 'ways back').toBe(0);
  await page.locator('.languages li:last-child').evaluate((one) => one.after(...Array.from({ length: 11 }, () => one.cloneNode(true))));
  expect(await over(), 'languages').toBe(0);
  const heights = await page.locator('.languages li:visible a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThan(60);
});

test('a long name of a dimension breaks within it, a short one does not', async () => {
  const { page, open } = await newReader();
  await open('quarterly/2023-Q4/');
  const widths = await page
    .locator('sun-table thead tr')
    .first()
    .evaluate((row) => {
      row.closest('.board')?.classList.remove('is-dense');
      return ['num wide is-long', 'num wide'].map((name) => {
        const head = document.createElement('th');
        head.className = name;
        head.textContent = '安全生产与应急管理、消防和道路交通工作情况';
        row.append(head);
        const { width } = head.getBoundingClientRect();
        head.remove();
        return width;
      });
    });
  expect(widths[0]).toBeLessThan(240);
  expect(widths[1]).toBeGreaterThan(280);
});
