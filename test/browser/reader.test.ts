/** What a reader does on the demo site, at a sub-path, in a real browser. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DEMO_BASE, demoSite } from './site.ts';
import { PHONE, settle, useReader } from './visit.ts';

const BOARD = 'quarterly/2023-Q4/';
const newReader = useReader();

async function texts(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allTextContents()).map((text) => text.trim());
}

function path(page: Page): string {
  const { pathname, search, hash } = new URL(page.url());
  return decodeURIComponent(pathname.slice(DEMO_BASE.length) + search + hash);
}

describe('a leaderboard', () => {
  test('says where a unit is while its name is typed, and leads to its row', async () => {
    const { page, open, faults } = await newReader();
    await open(BOARD);
    await page.getByLabel('查找单位').fill('教育');
    expect(await texts(page, '.found li')).toEqual([expect.stringMatching(/^云澜市教育局 位次 (并列第)?\d+ · 社会服务部门组$/)]);
    await page.keyboard.press('Enter');
    expect(path(page)).toBe(`${BOARD}#u-edu`);
    const row = page.locator('#u-edu');
    expect(await row.evaluate((one) => one.matches(':target'))).toBe(true);
    expect(await row.isVisible()).toBe(true);
    await page.getByLabel('查找单位').fill('没有这个');
    expect(await texts(page, '.found')).toEqual(['本页没有“没有这个”']);
    expect(faults).toEqual([]);
  });

  test('is sorted by any column, in both directions, and put back into rank order', async () => {
    const { page, open, faults } = await newReader();
    await open(BOARD);
    const table = page.locator('sun-table').nth(3);
    const names = (): Promise<string[]> => table.locator('tbody th a').allTextContents();
    const published = await names();
    expect(published.length).toBe(12);
    await table.getByRole('button', { name: '单位' }).click();
    const head = table.locator('thead th').nth(1);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await names()).toEqual([...published].sort(new Intl.Collator('zh-CN').compare));
    await table.getByRole('button', { name: '得分' }).click();
    expect(await names()).toEqual(published);
    await table.getByRole('button', { name: '得分' }).click();
    expect(await names()).toEqual([...published].reverse());
    expect(await table.locator('[aria-sort]').count()).toBe(1);
    await page.getByRole('button', { name: '恢复位次顺序' }).click();
    expect(await names()).toEqual(published);
    expect(await table.locator('[aria-sort]').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('needs little before interaction: at most 12 KB of script and 60 KB in all, compressed', async () => {
    const { page, open } = await newReader();
    const loaded = new Map<string, number>();
    page.on('response', async (response) => {
      const file = new URL(response.url()).pathname.slice(DEMO_BASE.length);
      if (file !== 'favicon.svg') loaded.set(file, gzipSync(await response.body()).length);
    });
    await open(BOARD);
    await page.waitForLoadState('networkidle');
    const sum = (files: readonly (readonly [string, number])[]): number => files.reduce((total, [, bytes]) => total + bytes, 0);
    const scripts = [...loaded].filter(([file]) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    expect(sum(scripts)).toBeLessThanOrEqual(12 * 1024);
    expect(sum([...loaded])).toBeLessThanOrEqual(60 * 1024);
  });
});

describe('a chart', () => {
  test('that is gone before its explorer is loaded opens none, which would listen for ever', async () => {
    const { page, open, faults } = await newReader();
    await open('units/edu/');
    const listening = await page
      .locator('sun-chart')
      .first()
      .evaluate(async (chart) => {
        let count = 0;
        const { addEventListener } = MediaQueryList.prototype;
        MediaQueryList.prototype.addEventListener = function (this: MediaQueryList, ...rest: Parameters<typeof addEventListener>) {
          count++;
          addEventListener.apply(this, rest);
        };
        const open = (one: Element) => one.querySelector<HTMLButtonElement>('.chart-tools button')?.click();
        const other = document.querySelectorAll('sun-chart')[1] as Element;
        open(chart);
        chart.remove();
        open(other);
        while (!other.querySelector('.live')) await new Promise((done) => setTimeout(done, 20));
        return count;
      });
    // That of the other, which was opened after it.
    expect(listening).toBe(1);
    expect(faults).toEqual([]);
  });

  test('names what it is of in each of its buttons, and a board its group in the link to compare it', async () => {
    const { page, open, faults } = await newReader();
    await open('en/units/edu/');
    const name = 'Ten-dimension quarterly assessment: rank over time';
    const explore = page.getByRole('button', { name: `Explore: ${name}`, exact: true });
    await page.getByRole('button', { name: `Save as SVG: ${name}`, exact: true }).waitFor();
    await explore.click();
    await page.getByRole('button', { name: `Back to the still chart: ${name}`, exact: true }).waitFor();
    await open(`en/${BOARD}`);
    await page.getByRole('link', { name: /^Compare units of this group ?: Counties$/ }).waitFor();
    expect(faults).toEqual([]);
  });

  test('is explored by keyboard: every point is said, series and periods are chosen', async () => {
    const { page, open, faults } = await newReader();
    await open('units/edu/');
    const chart = page.locator('sun-chart').first();
    await chart.getByRole('button', { name: '查看数据点' }).click();
    const plot = chart.getByRole('application');
    await plot.waitFor();
    expect(await plot.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await chart.locator('svg.chart-svg').isVisible()).toBe(false);
    await page.keyboard.press('Home');
    const reading = chart.locator('.live-reading');
    expect(await reading.textContent()).toMatch(/^云澜市教育局，2022年第一季度：第10（共13）/);
    await page.keyboard.press('ArrowRight');
    expect(await reading.textContent()).toContain('2022年第二季度');
    await chart.getByRole('combobox', { name: '从' }).selectOption({ label: '2023年第一季度' });
    await plot.focus();
    await page.keyboard.press('Home');
    expect(await reading.textContent()).toContain('2023年第一季度');
    await chart.getByRole('button', { name: '回到静态图' }).click();
    expect(await chart.locator('svg.chart-svg').isVisible()).toBe(true);
    expect(await chart.locator('canvas').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('is drawn on the canvas in the colours of the theme', async () => {
    const { page, open, faults } = await newReader({ colorScheme: 'dark' });
    await open('en/units/edu/');
    const chart = page.locator('sun-chart').nth(1);
    await chart.getByRole('button', { name: 'Explore' }).click();
    await chart.locator('canvas').waitFor();
    const painted = await chart.locator('canvas').evaluate((one) => {
      const canvas = one as HTMLCanvasElement;
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 3; i < data.length; i += 4) if ((data[i] as number) > 0) count++;
      return count;
    });
    expect(painted).toBeGreaterThan(2000);
    await chart.getByRole('checkbox').nth(1).uncheck();
    expect(faults).toEqual([]);
  });

  test.each(['Save as SVG', 'Save as PNG'])('is saved with title, source and date inside: %s', async (name) => {
    const { page, open, faults } = await newReader();
    await open('en/units/edu/');
    const chart = page.locator('sun-chart').first();
    const coming = page.waitForEvent('download');
    await chart.getByRole('button', { name }).click();
    const download = await coming;
    const file = readFileSync(await download.path());
    if (name.endsWith('PNG')) {
      expect(download.suggestedFilename()).toMatch(/\.png$/);
      expect(file.subarray(1, 4).toString()).toBe('PNG');
      expect(file.readUInt32BE(16)).toBeGreaterThan(1200);
      expect(file.length).toBeGreaterThan(15_000);
    } else {
      expect(download.suggestedFilename()).toMatch(/^Yunlan Education Bureau Ten-dimension .*\.svg$/);
      const svg = file.toString();
      expect(svg).toMatch(/<text class="chart-title"[^>]*>Yunlan Education/);
      expect(svg).toMatch(/<text class="chart-subtitle"[^>]*>Ten-dimension quarterly assessment/);
      expect(svg).toMatch(/<text class="source"[^>]*>[^<]*31 December 2023/);
      expect(svg).not.toContain('var(--');
    }
    expect(faults).toEqual([]);
  });

  test('that cannot be explored can be saved too, and what is zoomed is saved as zoomed', async () => {
    const { page, open } = await newReader();
    await open('en/units/edu/');
    const strip = page.locator('sun-chart').filter({ has: page.locator('.chart-strip') });
    const first = page.waitForEvent('download');
    await strip.getByRole('button', { name: 'Save as SVG' }).click();
    const saved = readFileSync(await (await first).path(), 'utf8');
    expect(saved).toMatch(/class="source"[^>]*>[^<]*31 December 2023/);
    expect(saved).toMatch(/class="key"[^>]*>Large dot: this unit/);
    const chart = page.locator('sun-chart').first();
    await chart.getByRole('button', { name: 'Explore' }).click();
    await chart.getByRole('combobox', { name: 'From' }).selectOption({ label: 'Q1 2023' });
    const second = page.waitForEvent('download');
    await chart.getByRole('button', { name: 'Save as SVG' }).click();
    const svg = readFileSync(await (await second).path(), 'utf8');
    expect(svg).toContain('Q1 2023');
    expect(svg).not.toContain('Q1 2022');
  });

  test('says when what saves it cannot be had', async () => {
    const { page, context, open } = await newReader();
    await context.route('**/chartFile*', (route) => route.abort());
    await open('en/units/edu/');
    const chart = page.locator('sun-chart').first();
    await chart.getByRole('button', { name: 'Save as SVG' }).click();
    await chart.getByRole('status').filter({ hasText: 'The picture could not be saved.' }).waitFor();
  });
});

test('the lines of an explored chart are named with a piece of each, as they are drawn at the moment', async () => {
  const { page, open, faults } = await newReader();
  await open('compare/?programme=quarterly&group=districts&units=qiwu,wangqiao,chengwan');
  await page.locator('sun-chart button').first().click();
  const choices = page.locator('.live .checks label');
  const samples = () => choices.evaluateAll((all) => all.map((one) => one.querySelector('.line-sample path')?.getAttribute('class') ?? ''));
  await expect.poll(samples).toEqual(['series series-1 is-compare', 'series series-2 is-compare', 'series series-3 is-compare']);
  await choices.first().getByRole('checkbox').uncheck();
  expect(await samples()).toEqual(['', 'series series-1 is-compare', 'series series-2 is-compare']);
  expect(faults).toEqual([]);
});

describe('the task list', () => {
  test('is filtered, says how many are shown, and keeps the choice in an address that can be shared', async () => {
    const { page, open, faults } = await newReader();
    await open('orders/tasks/');
    const visible = (): Promise<number> => page.locator('sun-filter tr[data-status]:visible').count();
    await page.getByLabel('状态').selectOption({ label: '推进中' });
    expect(path(page)).toBe('orders/tasks/?status=in_progress');
    expect(await visible()).toBe(43);
    expect(await page.locator('sun-filter [role=status]').textContent()).toBe('显示43项，共129项');
    await page.getByLabel('只看逾期').check();
    const late = await visible();
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(43);
    const shared = path(page);
    // Every section says how many of its tasks are shown, and nothing that all are.
    const heads = await page.locator('.section-head:visible .soft').allTextContents();
    expect(heads.filter((text) => !/^(\d+项（共\d+项）|\d+项)$/.test(text))).toEqual([]);
    expect(heads.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(late);
    expect(await page.locator('.list-span').isVisible()).toBe(false);
    await page.goBack();
    expect(await visible()).toBe(43);
    await open(shared);
    await page.locator('sun-filter [role=status]:has-text("显示")').waitFor();
    expect(await visible()).toBe(late);
    await page.getByRole('button', { name: '看板' }).click();
    expect(await page.locator('.task-board h3').count()).toBeGreaterThan(0);
    expect(await page.locator('.task-board li').count()).toBe(late);
    expect(path(page)).toContain('view=board');
    await page.getByRole('button', { name: '清除筛选' }).click();
    expect(await page.locator('.task-board li').count()).toBe(129);
    expect(faults).toEqual([]);
  });

  test('clearing keeps the focus, Back clears the word, and a choice that the list does not have is left out and said', async () => {
    const { page, open } = await newReader();
    await open('orders/tasks/?status=bygone');
    const status = page.locator('sun-filter > [role=status]');
    await status.filter({ hasText: '未采用' }).waitFor();
    const visible = (): Promise<number> => page.locator('sun-filter tr[data-status]:visible').count();
    expect(await visible()).toBe(129);
    await page.getByLabel('只看逾期').check();
    await page.getByLabel('任务名称').fill('大桥');
    expect(await visible()).toBeLessThan(129);
    await page.goBack();
    expect(await page.getByLabel('任务名称').inputValue()).toBe('');
    expect(await visible()).toBe(129);
    await page.getByLabel('只看逾期').check();
    await page.getByRole('button', { name: '清除筛选' }).press('Enter');
    expect(await status.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await status.textContent()).toBe('显示129项，共129项');
  });

  test('says when its other pages cannot be read, counts this one, and reads them at the next choice', async () => {
    const { page, open } = await newReader();
    const pager = `<nav class="pager"><ul><li><a href="${DEMO_BASE}en/orders/tasks/page-2/">2</a></li></ul></nav>`;
    const row = '<tr data-status="posted" data-lead="x" data-late="0"><td>130</td><th><a href="#">The last of them</a></th><td></td></tr>';
    let isDown = true;
    await page.route('**/en/orders/tasks/', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace('</main>', `${pager}</main>`) });
    });
    await page.route('**/tasks/page-2/', (route) =>
      isDown ? route.abort() : route.fulfill({ contentType: 'text/html', body: `<sun-filter><table>${row}</table></sun-filter>` }),
    );
    await open('en/orders/tasks/');
    const status = page.locator('sun-filter > [role=status]');
    const word = page.getByRole('searchbox', { name: 'Task', exact: true });
    await word.fill('last of them');
    await status.filter({ hasText: 'None of the 129 tasks' }).waitFor();
    expect(await status.textContent()).toMatch(/^The other pages could not be read: only this page is filtered. None of the 129 tasks/);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await status.textContent()).toBe('129 of 129 tasks shown');
    isDown = false;
    await word.fill('the last of them');
    await status.filter({ hasText: '1 of 130 tasks' }).waitFor();
    expect(await status.textContent()).toBe('1 of 130 tasks shown');
  });

  test('is filtered by the links above it', async () => {
    const { page, open } = await newReader();
    await open('en/orders/tasks/');
    await page.locator('sun-filter select').first().waitFor();
    // With a key held down it is left to the browser, for another tab; whether that opens one is not of this page.
    const isLeft = (key: 'ctrlKey' | 'metaKey' | 'shiftKey'): Promise<boolean> =>
      page.locator('a[href="#only-o2"]').evaluate((link, held) => {
        const click = new MouseEvent('click', { [held]: true, bubbles: true, cancelable: true });
        let isTaken = true;
        const look = (event: Event): void => {
          isTaken = event.defaultPrevented;
          event.preventDefault();
        };
        addEventListener('click', look, { once: true });
        link.dispatchEvent(click);
        return !isTaken;
      }, key);
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey'] as const) expect(await isLeft(key), key).toBe(true);
    expect(path(page)).toBe('en/orders/tasks/');
    await page.locator('a[href="#only-o2"]').click();
    expect(path(page)).toBe('en/orders/tasks/?origin=voluntary');
    expect(await page.locator('sun-filter tr[data-status]:visible').count()).toBe(51);
  });
});

describe('citing', () => {
  test('a citation has the day on which it is read, and is copied as it stands', async () => {
    const { page, context, open, faults } = await newReader();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.setFixedTime(new Date(2026, 10, 5, 23, 30));
    await open(BOARD);
    await page.getByText('引用本页').click();
    await page.getByRole('button', { name: '复制 GB/T 7714 格式' }).click();
    const status = page.locator('.cite [role=status]');
    await expect.poll(() => status.first().textContent()).toBe('已复制');
    expect(await status.nth(1).textContent()).toBe('');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `云澜市人民政府办公室. 十维季考：2023年第四季度[DS/OL]. 数据截至2023-12-31. 云澜市政府绩效公开(2023-12-31)[2026-11-05]. https://example.org${DEMO_BASE}${BOARD}.`,
    );
    await page.getByRole('button', { name: '复制 CSL-JSON 格式' }).click();
    await expect.poll(() => status.allTextContents()).toEqual(['', '', '', '', '已复制']);
    const [item] = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(item.URL).toBe(`https://example.org${DEMO_BASE}${BOARD}`);
    expect(faults).toEqual([]);
  });

  test('where the portal names no host of its own, the browser completes the address', async () => {
    const { page, open, faults } = await newReader();
    await open(BOARD);
    const addresses = page.locator('.cite [data-address]');
    await addresses.evaluateAll((slots, path) => {
      for (const slot of slots) slot.textContent = path;
    }, DEMO_BASE + BOARD);
    await page.getByText('引用本页').click();
    await page.getByRole('button', { name: '复制 GB/T 7714 格式' }).waitFor();
    expect(new Set(await addresses.allTextContents())).toEqual(new Set([page.url()]));
    expect(faults).toEqual([]);
  });

  test('where nothing may be copied, what was to be is marked, and nothing said to be copied', async () => {
    const { page, context, open, faults } = await newReader();
    await context.grantPermissions(['clipboard-write']);
    await open(`en/${BOARD}`);
    await page.getByText('Cite this page').click();
    const copy = page.getByRole('button', { name: 'Copy APA' });
    await copy.click();
    const status = page.locator('.cite [role=status]').nth(1);
    await expect.poll(() => status.textContent()).toBe('Copied');
    await page.evaluate(() => Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('no')) }));
    await copy.click();
    await expect.poll(() => status.textContent()).toBe('Could not copy. The text is selected.');
    expect(await copy.evaluate((one) => getComputedStyle(one).fontWeight)).toBe('400');
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toMatch(/^General Office of the Yunlan.*\[Data set\]/);
    expect(faults).toEqual([]);
  });
});

describe('comparing', () => {
  test('three districts: charts, tables, and an address that can be shared', async () => {
    const { page, open, faults } = await newReader();
    await open('compare/');
    await page.getByLabel('组别').selectOption({ label: '十维季考 · 城区组' });
    for (const name of ['栖梧区', '望桥区', '松廊区']) {
      await page.getByLabel('添加单位').selectOption({ label: name });
      await page.getByRole('button', { name: '添加', exact: true }).click();
    }
    await page.locator('table.compare').first().waitFor();
    const address = 'compare/?programme=quarterly&group=districts&units=qiwu,wangqiao,songlang';
    expect(path(page)).toBe(address);
    expect(await page.locator('table.compare').first().locator('thead th').allInnerTexts()).toContain('松廊区');
    const cells = await page.locator('.table-scroll').first().locator('tr', { hasText: '2023年第四季度' }).locator('td').allTextContents();
    expect(cells.map((text) => text.trim())).toEqual([
      expect.stringContaining('第5（共5）88.02'),
      expect.stringContaining('第4（共5）88.38'),
      expect.stringContaining('第1（共5）92.08'),
    ]);
    expect(await page.locator('figure.chart svg .series').count()).toBe(6);
    await open(`en/${address}`);
    await page.locator('table.compare').first().waitFor();
    expect(await page.locator('table.compare').first().locator('thead th').allInnerTexts()).toContain('Songlang District');
    await page.getByRole('button', { name: 'Remove Songlang District' }).click();
    await page.waitForURL(/units=qiwu,wangqiao$/);
    expect(faults).toEqual([]);
  });

  test('a unit that joined later, and one that is no more: no cell is blank, and the list says who has ended', async () => {
    const { page, open } = await newReader();
    await open('compare/?programme=quarterly&group=districts&units=songlang,zhenshan');
    await page.locator('table.compare').first().waitFor();
    const cells = await texts(page, 'table.compare td');
    expect(cells.filter((text) => text.trim() === '')).toEqual([]);
    expect(cells).toContain('不在本组');
    await open('compare/?programme=quarterly&group=social');
    await page.getByLabel('添加单位').waitFor();
    expect((await texts(page, 'sun-compare option')).filter((text) => text.endsWith('（已撤并）'))).toHaveLength(2);
  });

  test('figures that are not final say so: in the head of a row of which that holds of all, else beside the figure', async () => {
    const { page, open } = await newReader();
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu,songlang&measure=economy');
    await page.locator('table.compare').first().waitFor();
    const rowOf = (period: string) =>
      page
        .locator('table.compare')
        .first()
        .locator('tr', { has: page.getByRole('rowheader', { name: period }) });
    expect(await texts(page, 'table.compare:first-of-type tbody th .status')).toContain('Provisional');
    expect((await rowOf('Q4 2023').allInnerTexts()).join()).toMatch(/^Q4 2023\s+Provisional/);
    expect(await rowOf('Q1 2023').locator('td .status').allInnerTexts()).toEqual(['Revised']);
  });

  test('a figure of which parts count as zero has a number, which the list below explains', async () => {
    const { page, open } = await newReader();
    await page.route('**/units/qiwu/index.json', async (route) => {
      const file = (await (await route.fetch()).json()) as { history: { period: string; dimension: string | null; counted_as_zero?: object[] }[] };
      for (const row of file.history)
        if (row.dimension === null && row.period === '2023-Q4') row.counted_as_zero = [{ part: 'x', name: 'X', status: 'not_submitted' }];
      await route.fulfill({ json: file });
    });
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu,songlang');
    await page.locator('table.compare').first().waitFor();
    expect(await texts(page, 'table.compare sup')).toEqual(['note 1', 'note 1']);
    expect(await texts(page, 'ol.notes')).toEqual(['X: not submitted, counted as 0', 'X: not submitted, counted as 0']);
  });

  test('by keyboard: arrow keys add nothing, the button does; what changed is said, and the focus stays among the choices', async () => {
    const { page, open } = await newReader();
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu,wangqiao');
    const add = page.getByLabel('Add a unit');
    const status = page.locator('sun-compare > [role=status]');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.localName ?? '');
    await add.focus();
    await page.keyboard.press('ArrowDown');
    expect(path(page)).toMatch(/units=qiwu,wangqiao$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toMatch(/ added: 3 units are compared\.$/);
    expect(path(page)).toMatch(/units=qiwu,wangqiao,\w+$/);
    expect(await focused()).toBe('select');
    const chips = page.locator('.chips button');
    await chips.first().focus();
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toBe('Qiwu District removed: 2 units are left.');
    expect(await focused()).toBe('Remove Wangqiao District');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await chips.count()).toBe(0);
    expect(await focused()).toBe('select');
  });

  test('a unit that could not be read is read again when it is asked for again', async () => {
    const { page, context, open } = await newReader();
    const address = '**/units/qiwu/index.json';
    await context.route(address, (route) => route.abort());
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu,wangqiao');
    const status = page.locator('sun-compare > [role=status]');
    await page.waitForFunction(() => document.querySelector('sun-compare > [role=status]')?.textContent !== '');
    expect(await page.locator('table.compare').count()).toBe(0);
    await context.unroute(address);
    await page.getByRole('button', { name: /^Remove .*Wangqiao/ }).click();
    await page.locator('table.compare').first().waitFor();
    expect(await texts(page, 'table.compare:first-of-type thead th')).toContainEqual(expect.stringMatching(/^Qiwu District/));
    expect(await status.textContent()).not.toContain('could not be read');
  });

  test('a reading that breaks off says nothing of the choice that was made since', async () => {
    const { page, context, open } = await newReader();
    const { promise: chosen, resolve: choose } = Promise.withResolvers<void>();
    await context.route('**/units/qiwu/index.json', async (route) => {
      await chosen;
      await route.abort();
    });
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu');
    const broken = page.waitForEvent('requestfailed');
    await page.getByRole('button', { name: /^Remove/ }).click();
    choose();
    await broken;
    await page.waitForTimeout(200);
    expect(await page.locator('sun-compare > [role=status]').textContent()).not.toContain('could not be read');
  });

  test('a reading that breaks off leaves nothing of the choice before', async () => {
    const { page, context, open } = await newReader();
    await context.route('**/units/songlang/index.json', (route) => route.abort());
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu,wangqiao');
    await page.locator('table.compare').first().waitFor();
    await page.locator('.adding select').selectOption('songlang');
    await page.locator('.adding button').click();
    await page.locator('sun-compare > [role=status]').filter({ hasText: 'could not be read' }).waitFor();
    expect(await page.locator('table.compare').count()).toBe(0);
    expect(await page.locator('main .soft').filter({ hasText: 'These units can be compared' }).isVisible()).toBe(true);
  });

  test('an address that was shared long ago: what of it there is, and what was left out and why', async () => {
    const { page, open } = await newReader();
    const status = page.locator('sun-compare > [role=status]');
    await open('en/compare/?programme=quarterly&group=districts&units=qiwu,nobody,edu');
    await page.locator('table.compare').first().waitFor();
    const told = await status.textContent();
    expect(told).toContain('no such unit: nobody.');
    expect(told).toMatch(/not in this group: .*Education Bureau/);
    expect(await page.locator('.chips button').count()).toBe(1);
    await open('en/compare/?programme=gone&units=qiwu');
    await status.filter({ hasText: 'There is no programme “gone”.' }).waitFor();
  });
});

describe('search', () => {
  test('leads from any page to a unit by its old name', async () => {
    const { page, open, faults } = await newReader();
    await open(BOARD);
    await page.getByRole('combobox', { name: '搜索' }).pressSequentially('枕山县');
    await page.locator('.suggestions li').first().waitFor();
    expect(await texts(page, '.suggestions li')).toEqual([expect.stringMatching(/^枕山市 单位 · 枕山县/)]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/units\/zhenshan\/$/);
    expect(faults).toEqual([]);
  });

  test('lists tasks by any part of their titles, in both languages', async () => {
    const { page, open, faults } = await newReader();
    await open('search/?q=大桥');
    await page.locator('.results a').first().waitFor();
    expect(await texts(page, '.results li')).toContainEqual(expect.stringMatching(/^云澜江跨江大桥建成通车.* 任务$/));
    await open('en/search/?q=bridge');
    await page.locator('.results a').first().waitFor();
    expect(await texts(page, '.results li')).toContainEqual(expect.stringMatching(/^Open the Yunlan River Bridge to traffic.* Task$/));
    await page.getByRole('searchbox').or(page.locator('#search')).last().fill('zzzz');
    await page.locator('.search-status:has-text("Nothing found")').waitFor();
    expect(faults).toEqual([]);
  });

  test('of a code shows what has it and nothing else, of boards the newest first', async () => {
    const { page, open, faults } = await newReader();
    await open('search/?q=o-acc-02');
    await page.locator('.results a').first().waitFor();
    expect(await texts(page, '.results li')).toEqual([expect.stringMatching(/奖惩记录 · o-acc-02$/)]);
    await open('search/?q=十维季考 季度');
    await page.locator('.results a').first().waitFor();
    const boards = (await texts(page, '.results li')).filter((text) => text.endsWith('榜单'));
    expect(boards.slice(0, 3)).toEqual(['四', '三', '二'].map((n) => expect.stringMatching(new RegExp(`^十维季考：?2023年第${n}季度`))));
    expect(faults).toEqual([]);
  });

  test('finds by fewer words what no page has all of, and says so', async () => {
    const { page, open, faults } = await newReader();
    await open('search/?q=云澜市教育局 1999年');
    await page.locator('.results a').first().waitFor();
    expect(await page.locator('.search-status').textContent()).toMatch(/^没有一页含有全部词语。按“云澜市教育局”找到\d+条结果$/);
    expect((await texts(page, '.results li'))[0]).toMatch(/^云澜市教育局 单位/);
    expect(faults).toEqual([]);
  });

  test('is a combobox: arrows choose, Escape closes', async () => {
    const { page, open } = await newReader();
    await open('en/units/');
    const input = page.getByRole('combobox', { name: 'Search' });
    await input.pressSequentially('education');
    await page.locator('.suggestions li').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await input.getAttribute('aria-activedescendant')).toEqual(expect.stringMatching(/^suggestions-1-1$/));
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await input.getAttribute('aria-expanded')).toBe('false');
  });

  test('opens no list for a reader who has left the field', async () => {
    const { page, open, faults } = await newReader();
    await open('about/');
    const input = page.locator('.site-search input');
    await input.fill('教');
    await page.locator('.suggestions li').first().waitFor();
    await input.fill('区');
    await input.press('Tab');
    await page.waitForFunction(() => document.querySelector('.suggestions li')?.textContent?.includes('区'));
    expect(await page.locator('.suggestions').isVisible()).toBe(false);
    expect(await input.getAttribute('aria-expanded')).toBe('false');
    await input.fill('局');
    await page.locator('.suggestions li').first().waitFor();
    expect(faults).toEqual([]);
  });

  test('brings more hits once, however quickly they are asked for', async () => {
    const { page, open, faults } = await newReader();
    await open('search/?q=区');
    await page.locator('.results li').nth(19).waitFor();
    await page.locator('main sun-search > button').evaluate((more: HTMLButtonElement) => {
      more.click();
      more.click();
    });
    await page.locator('.results li').nth(39).waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator('.results li').count()).toBe(40);
    expect(faults).toEqual([]);
  });

  /** An index that finds thirty pages for whatever is asked, late where that is "slow", and that breaks off at "lost" or where the window says so. */
  const INDEX = `
    const hit = (title) => ({ data: async () => ({ url: '${DEMO_BASE}en/units/', meta: { title, kind: 'unit', also: '' } }) });
    export const options = async () => {};
    export const search = async (term) => {
      if (window.isDown || term.includes('lost')) throw new Error('lost');
      if (term.includes('slow')) await new Promise((done) => setTimeout(done, 1500));
      return { results: Array.from({ length: 30 }, (_, i) => hit(term + ' ' + i)) };
    };`;

  test('keeps what is typed before its script is there', async () => {
    const { page, open } = await newReader();
    await page.route('**/_astro/*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 1000));
      await route.continue();
    });
    const opening = open('en/search/?q=slow');
    const input = page.locator('main sun-search input');
    await input.fill('quick');
    await opening;
    await page.waitForURL(/q=quick$/);
    expect(await input.inputValue()).toBe('quick');
  });

  test('takes a late answer to an earlier question for none to the present one', async () => {
    const { page, context, open } = await newReader();
    await context.route('**/pagefind/pagefind.js', (route) => route.fulfill({ contentType: 'text/javascript', body: INDEX }));
    await open('en/search/?q=slow');
    const results = page.locator('.results > li');
    await page.locator('main sun-search input').fill('quick');
    await results.nth(19).waitFor();
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: 'Show more' }).click();
    await results.nth(29).waitFor();
    expect(new Set((await results.locator('a').allTextContents()).map((title) => title.split(' ')[0]))).toEqual(new Set(['quick']));
  });

  test('that broke off is made again when it is asked for again', async () => {
    const { page, context, open } = await newReader();
    await context.route('**/pagefind/pagefind.js', (route) => route.fulfill({ contentType: 'text/javascript', body: INDEX }));
    await page.addInitScript('isDown = true');
    await open('en/search/?q=quick');
    await page.locator('.search-status').filter({ hasText: 'could not be loaded' }).waitFor();
    await page.evaluate('isDown = false');
    await page.locator('main sun-search button').first().click();
    await page.locator('.results > li').nth(19).waitFor();
  });

  test('whose answer was broken off leads to nothing that was found before', async () => {
    const { page, context, open } = await newReader();
    await context.route('**/pagefind/pagefind.js', (route) => route.fulfill({ contentType: 'text/javascript', body: INDEX }));
    await open('en/downloads/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('good');
    await page.getByRole('option').first().waitFor();
    await field.fill('good lost');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await field.press('Enter');
    await page.waitForURL('**/en/search/**');
    expect(new URL(page.url()).searchParams.get('q')).toBe('good lost');
  });

  test('stands once on home, in the middle of the page', async () => {
    const { page, open } = await newReader();
    await open('en/');
    await settle(page);
    expect(await page.locator('main sun-search input').isVisible()).toBe(true);
    expect(await page.locator('.site-search').isVisible()).toBe(false);
  });
});

describe('language and theme', () => {
  test('a switch of language stays on the page', async () => {
    const { page, open } = await newReader();
    await open('units/edu/');
    await page.getByRole('link', { name: 'English' }).click();
    expect(path(page)).toBe('en/units/edu/');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: '简体中文' }).click();
    expect(path(page)).toBe('units/edu/');
    await open('orders/tasks/?status=in_progress#tasks');
    await page.getByRole('link', { name: 'English' }).click();
    expect(path(page)).toBe('en/orders/tasks/?status=in_progress#tasks');
    await page.locator('sun-filter > [role=status]', { hasText: '43 of 129' }).waitFor();
  });

  test('a theme is chosen, kept on the next page before anything is painted, and given back to the system', async () => {
    const { page, open } = await newReader();
    await open('');
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByLabel('配色').selectOption('dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dataset.atStart = document.documentElement.dataset.theme ?? '';
      });
    });
    await open('units/');
    expect(await page.locator('html').getAttribute('data-at-start')).toBe('dark');
    expect(await paper()).toBe(dark);
    await page.getByLabel('配色').selectOption('');
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
  });
});

describe('without JavaScript', () => {
  test('every kind of page has its content, charts their drawings and tables', async () => {
    const { page, open, faults } = await newReader({ javaScriptEnabled: false });
    await open(BOARD);
    expect(await page.locator('sun-table tbody tr').count()).toBe(38);
    expect(await page.locator('sun-find').isVisible()).toBe(false);
    await open('units/edu/');
    expect(await page.locator('figure.chart svg').first().isVisible()).toBe(true);
    await open('compare/');
    expect(await page.getByRole('link', { name: '松廊区' }).first().isVisible()).toBe(true);
    await open('search/');
    expect(await page.getByRole('link', { name: '栖梧区', exact: true }).isVisible()).toBe(true);
    // What does nothing without a script is not there, and the page says so.
    expect(await page.locator('main :is(input, button, select):visible').count()).toBe(0);
    expect(await texts(page, 'main .note')).toEqual(['搜索需要启用JavaScript。全部栏目和单位列在下面。']);
    await open('compare/');
    expect(await texts(page, 'main .note')).toEqual(['比较需要启用JavaScript。']);
    expect(faults).toEqual([]);
  });

  test('tasks are filtered by links, and the programmes open', async () => {
    const { page, open } = await newReader({ javaScriptEnabled: false });
    await open('orders/tasks/');
    const visible = (): Promise<number> => page.locator('sun-filter tr[data-status]:visible').count();
    expect(await visible()).toBe(129);
    await page.locator('a[href="#only-in_progress"]').click();
    expect(await visible()).toBe(43);
    await page.getByRole('link', { name: '显示全部任务' }).click();
    expect(await visible()).toBe(129);
    await page.locator('a[href="#only-c1"], a[href="#only-o2"]').last().click();
    expect(await visible()).toBe(51);
    await page.locator('.site-nav summary').click();
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '十维季考' }).isVisible()).toBe(true);
  });
});

describe('no page scrolls sideways', () => {
  const pages = [
    '',
    'quarterly/',
    BOARD,
    'cards/2023-Q4/',
    'units/',
    'units/edu/',
    'orders/tasks/',
    'orders/tasks/b1-02/',
    'flags/awards/',
    'flags/sessions/',
    'compare/',
    'search/',
    'quarterly/method/',
    'downloads/',
    'corrections/',
    'indicators/',
    'style/',
  ];

  const findWide = async (page: Page, path: string): Promise<string[]> => {
    await settle(page);
    const [over = 0, width] = await page.evaluate(async () => {
      // What watches the size of the window has had its turn after two frames.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth - clientWidth, clientWidth];
    });
    return over > 0 ? [`${path} at ${width}: ${over}`] : [];
  };

  test.each(['', 'en/'])('on a phone, on a narrow one, and with letters of twice their size: /%s', async (prefix) => {
    const { page, open } = await newReader(PHONE);
    const wide: string[] = [];
    for (const one of [...pages, 'flags/awards/s1-yellow-01/']) {
      await page.setViewportSize({ width: 390, height: 844 });
      await open(prefix + one);
      wide.push(...(await findWide(page, prefix + one)));
      await page.setViewportSize({ width: 320, height: 700 });
      wide.push(...(await findWide(page, prefix + one)));
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '212.5%';
      });
      wide.push(...(await findWide(page, `${prefix}${one} in large letters`)));
    }
    expect(wide).toEqual([]);
  });

  test.each(['', 'en/'])('on a desk, in a window that is made smaller and larger: /%s', async (prefix) => {
    const { page, open } = await newReader();
    const wide: string[] = [];
    for (const one of pages) {
      await open(prefix + one);
      for (const width of [1280, 1024, 800, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        wide.push(...(await findWide(page, prefix + one)));
      }
    }
    expect(wide).toEqual([]);
  });
});

describe('on a phone', () => {
  test('the menu opens, leads on, and search works in it', async () => {
    const { page, open, faults } = await newReader(PHONE);
    await open(BOARD);
    const menu = page.locator('#site-menu');
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole('button', { name: '菜单' }).tap();
    expect(await menu.isVisible()).toBe(true);
    await page.getByRole('combobox', { name: '搜索' }).pressSequentially('麦垄县');
    await page.locator('.suggestions li').first().tap();
    await page.waitForURL(/units\/mailong\/$/);
    expect(faults).toEqual([]);
  });

  test('a leaderboard shows rank, unit, score and change, all within the screen', async () => {
    const { page, open } = await newReader(PHONE);
    await open(BOARD);
    const cells = page.locator('#u-edu').locator('td:visible, th:visible');
    expect(await cells.count()).toBe(4);
    const box = await page.locator('#u-edu').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });
});

describe('on paper', () => {
  test.each([
    [BOARD, '松廊区'],
    ['orders/tasks/', '云澜江跨江大桥建成通车'],
    ['units/edu/', '云澜市教育局'],
    ['compare/?programme=quarterly&group=districts&units=qiwu,wangqiao', '望桥区'],
  ])('%s is printed as a bulletin, without menus and buttons', async (address, name) => {
    const { page, open } = await newReader();
    await open(address);
    await settle(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').getByText(name).locator('visible=true').count()).toBeGreaterThan(0);
    expect(await page.locator('button:not(th button):visible, select:visible, nav.site-nav:visible, input:visible').count()).toBe(0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
  });
});

test('a comparison on paper says where it is found again, and speaks of no list that is not there', async () => {
  const { page, open } = await newReader();
  const address = 'compare/?programme=quarterly&group=districts&units=qiwu,wangqiao';
  await open('compare/');
  expect(await page.locator('main .soft').filter({ hasText: '列在下面' }).isVisible()).toBe(true);
  await open(address);
  await page.locator('table.compare').first().waitFor();
  expect(await page.locator('main .soft').filter({ hasText: '列在下面' }).isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('.page-info .print-only').textContent()).toMatch(new RegExp(`/board/${address.replace('?', '\\?')}$`));
});

test.each(['cards/2023-Q4/', 'en/cards/2023-Q4/'])(
  'a table of many columns fits on a sheet, with a head that can be repeated: %s',
  async (address) => {
    // The width of A4 between its margins.
    const { page, open } = await newReader({ viewport: { width: 687, height: 1000 } });
    await open(address);
    await page.locator('th button').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const wide = await page.locator('table').evaluateAll((tables) => tables.filter((one) => one.getBoundingClientRect().right > 687).length);
    expect(wide).toBe(0);
    expect(await page.locator('th button').evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).display))])).not.toContain(
      'inline-flex',
    );
  },
);

describe('by keyboard alone', () => {
  test('the first stop skips to the content, the menu of programmes opens and closes', async () => {
    const { page, open } = await newReader();
    await open(BOARD);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const menu = page.locator('.site-nav summary');
    await menu.focus();
    await page.keyboard.press('Enter');
    const link = page.locator('.site-nav details a').first();
    expect(await link.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('every stop on a leaderboard shows its focus, and sorting works by Enter', async () => {
    const { page, open } = await newReader();
    await open(BOARD);
    await settle(page);
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => {
        const style = document.activeElement && getComputedStyle(document.activeElement);
        return style ? style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 : false;
      });
      expect(shown, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))).toBe(true);
    }
    const sort = page.locator('sun-table').first().getByRole('button', { name: '单位' });
    await sort.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('sun-table').first().locator('[aria-sort="ascending"]').count()).toBe(1);
  });
});

test('no page of any kind makes a request elsewhere, breaks the policy or logs an error', async () => {
  const { page, open, faults } = await newReader();
  const kinds = new Map<string, string>();
  const site = demoSite();
  for (const one of site.pages) {
    const kind = /<body data-kind="(\w+)"/.exec(site.read(`${one}index.html`))?.[1] ?? '';
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  for (const one of kinds.values()) {
    await open(one);
    await settle(page);
  }
  expect(kinds.size).toBeGreaterThanOrEqual(18);
  expect(faults).toEqual([]);
});
