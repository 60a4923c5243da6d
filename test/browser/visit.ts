/** A reader in the real browser. Whatever goes wrong on the way is noted: errors, violations of the policy, requests to elsewhere. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Served, serve } from './serve.ts';
import { DEMO_BASE, demoSite } from './site.ts';

export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens an address below the base: `units/`, `en/compare/?…`. */
  open(path: string): Promise<void>;
  /** Faults noted so far. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** One browser and one server for the tests of a file. */
export function useReader(): (options?: BrowserContextOptions) => Promise<Reader> {
  let browser: Browser | undefined;
  let served: Served | undefined;
  const readers: Reader[] = [];
  beforeAll(async () => {
    served = await serve(demoSite().root, DEMO_BASE);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return async (options = {}) => {
    if (!browser || !served) throw new Error('the browser is not open yet');
    for (const reader of readers.splice(0)) await reader.close();
    const reader = await makeReader(browser, served.origin, { ...DESK, ...options });
    readers.push(reader);
    return reader;
  };
}

async function makeReader(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Reader> {
  const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}${DEMO_BASE}`) && !/^(?:blob|data):/.test(url)) faults.push(`request: ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return {
    page,
    context,
    faults,
    open: async (path) => {
      await page.goto(`${origin}${DEMO_BASE}${path}`);
    },
    close: () => context.close(),
  };
}

/** Waits until the page's elements are there and have their words. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const elements = [...document.querySelectorAll('main *, header *')].filter(({ localName }) => localName.startsWith('sun-'));
    const areDefined = elements.every(({ localName }) => customElements.get(localName));
    const haveWords = [...document.querySelectorAll('sun-theme, sun-find, sun-chart, sun-compare')].every((one) =>
      one.querySelector('button, select, input'),
    );
    return areDefined && haveWords;
  });
}
