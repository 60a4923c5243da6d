/** The real browser: Chromium as it ships inside an npm package, so that nothing is installed by hand. */
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const ARGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...ARGS, '--disable-gpu'], headless: true });
}
