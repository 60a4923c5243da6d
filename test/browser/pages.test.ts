/** Every page of the built demo site, as files: valid, linked, within its policy and its weight. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { DEMO_BASE, demoSite, pagesByKind } from './site.ts';

const site = demoSite();
const known = new Set(site.files);

test('the site has pages of every kind in both languages', () => {
  const kinds = [...pagesByKind(site, '').keys()].sort();
  expect(kinds).toEqual([...pagesByKind(site, 'en/').keys()].sort());
  expect(kinds.length).toBeGreaterThanOrEqual(18);
});

test('no link, image, style or script leads nowhere', () => {
  const broken: string[] = [];
  let links = 0;
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string): ReadonlySet<string> => {
    let own = ids.get(file);
    if (!own) {
      own = new Set([...site.read(file).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] as string));
      ids.set(file, own);
    }
    return own;
  };
  for (const page of site.pages) {
    for (const match of site.read(`${page}index.html`).matchAll(/\s(?:href|src|action|data-src)="([^"]*)"/g)) {
      const url = new URL((match[1] as string).replaceAll('&amp;', '&'), `https://site.test${DEMO_BASE}${page}`);
      if (url.origin !== 'https://site.test') continue;
      links++;
      const path = decodeURIComponent(url.pathname);
      const inside = path.slice(DEMO_BASE.length);
      const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!path.startsWith(DEMO_BASE) || !known.has(file)) broken.push(`${page} → ${url.pathname}`);
      else if (anchor !== '' && file.endsWith('.html') && !idsOf(file).has(anchor)) broken.push(`${page} → ${url.pathname}${url.hash}`);
    }
  }
  expect(broken.slice(0, 20)).toEqual([]);
  expect(links).toBeGreaterThan(site.pages.length * 10);
});

test('no page has an inline style, an inline script, an event handler or a request to elsewhere', () => {
  const patterns = [
    /<style/,
    /\sstyle="/,
    /<script(?![^>]*(?:\ssrc=|application\/(?:ld\+)?json))/,
    /\son[a-z]+="/,
    /(?:src|srcset)="(?:https?:)?\/\//,
    /<link[^>]+stylesheet[^>]+https?:/,
  ];
  const found = site.pages.flatMap((page) => {
    const html = site.read(`${page}index.html`);
    return patterns.filter((pattern) => pattern.test(html)).map((pattern) => `${page}: ${pattern}`);
  });
  expect(found.slice(0, 20)).toEqual([]);
});

test('the policy is the same on every page and allows nothing inline', () => {
  const policies = new Set(site.pages.map((page) => /Content-Security-Policy" content="([^"]+)"/.exec(site.read(`${page}index.html`))?.[1]));
  expect(policies.size).toBe(1);
  expect([...policies][0]).not.toContain('unsafe-inline');
});

test('every page names its language, its title, one heading of the first level, and the page in the other language', () => {
  const faults = site.pages.filter((page) => {
    const html = site.read(`${page}index.html`);
    const lang = page.startsWith('en/') ? 'en' : 'zh-CN';
    const headings = html.match(/<h1[ >]/g)?.length ?? 0;
    return (
      !html.includes(`<html lang="${lang}"`) ||
      headings !== 1 ||
      !/<title>[^<]{2,}<\/title>/.test(html) ||
      !/<meta name="description" content="[^"]{4,}"/.test(html) ||
      !html.includes('hreflang=')
    );
  });
  expect(faults.slice(0, 20)).toEqual([]);
});

test('no two pages have one title', () => {
  const titles = Map.groupBy(site.pages, (page) => /<title>([^<]*)<\/title>/.exec(site.read(`${page}index.html`))?.[1] ?? '');
  expect([...titles].filter(([, pages]) => pages.length > 1).slice(0, 5)).toEqual([]);
});

test('in English pages what is Chinese is marked as Chinese: other names of units, the registration in the footer; and nothing else is', () => {
  for (const page of ['en/', 'en/units/', 'en/style/']) {
    const body = site.read(`${page}index.html`).replace(/^.*<body|<script.*?<\/script>/gs, '');
    const marked = [...body.matchAll(/<(\w+)[^>]*\slang="zh-CN"[^>]*>(.*?)<\/\1>/gs)].map((match) => match[2] ?? '');
    expect(marked.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    const rest = body.replace(/<(\w+)[^>]*\slang="zh-CN"[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ');
    expect(rest.match(/\S*\p{Script=Han}\S*/gu)).toBeNull();
  }
});

test('every table has a name, and a head for each of its rows', () => {
  const faults: string[] = [];
  for (const page of ['', 'en/'].flatMap((prefix) => [...pagesByKind(site, prefix).values()])) {
    for (const [table, attributes = '', content = ''] of site.read(`${page}index.html`).matchAll(/<table([^>]*)>(.*?)<\/table>/gs)) {
      if (!attributes.includes('aria-label') && !content.includes('<caption')) faults.push(`${page} no name: ${table.slice(0, 120)}`);
      // A cell that spans rows is the head of them all; one that spans columns is a row of words.
      const rows = (content.split('<tbody')[1] ?? '').split('<tr').slice(1);
      const bare = content.includes('rowspan') ? [] : rows.filter((row) => !row.includes('<th') && !row.includes('colspan'));
      if (bare.length > 0) faults.push(`${page} no head: <tr${bare[0]?.slice(0, 120)}`);
    }
  }
  expect(faults).toEqual([]);
});

test('the table of a time line says what is late, and its dates are dates', () => {
  const rows = site.read('en/orders/tasks/index.html').split('Show the figures')[1]?.split('</table>')[0] ?? '';
  expect(rows).toContain('<time>2023-05-22</time></td><td>Due, and late</td>');
});

describe('valid HTML', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'no-inline-style': 'error', 'tel-non-breaking': 'off' },
  });
  for (const prefix of ['', 'en/']) {
    test.each([...pagesByKind(site, prefix)])(`a page of the kind %s, ${prefix || 'zh-CN'}`, async (_kind, page) => {
      const report = await validator.validateFile(join(site.root, page, 'index.html'));
      const messages = report.results.flatMap((result) =>
        result.messages.map(({ line, column, ruleId, message }) => `${page} ${line}:${column} ${ruleId} ${message}`),
      );
      expect(messages.slice(0, 10)).toEqual([]);
    });
  }
});

test('a leaderboard with everything it needs before interaction is light', () => {
  const page = pagesByKind(site, '').get('leaderboard') ?? '';
  const html = site.read(`${page}index.html`);
  const needed = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)].map((match) => (match[1] as string).slice(DEMO_BASE.length));
  const scripts = needed.filter((file) => file.endsWith('.js'));
  const weigh = (text: string): number => gzipSync(text).length;
  const script = scripts.reduce((sum, file) => sum + weigh(site.read(file)), 0);
  const all = needed.reduce((sum, file) => sum + weigh(site.read(file)), weigh(html));
  expect(script).toBeLessThanOrEqual(12 * 1024);
  expect(all).toBeLessThanOrEqual(60 * 1024);
});
