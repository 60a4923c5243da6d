import { expect, test } from 'vitest';
import { addressingOf } from '../../src/press/addressing.ts';
import { placeLinks } from '../../src/press/proseLinks.ts';

const place = (body: string, lang = 'en', base = '/gov/') => placeLinks(body, addressingOf(['en', 'zh-CN'], base), lang);

test('an address that begins at the root means the root of the portal, and a page in the language of its page', () => {
  expect(place('<a href="/p/2023-Q4/">x</a>')).toBe('<a href="/gov/p/2023-Q4/">x</a>');
  expect(place('<a href="/p/2023-Q4/?a=1.5#b">x</a>', 'zh-CN')).toBe('<a href="/gov/zh-CN/p/2023-Q4/?a=1.5#b">x</a>');
  expect(place("<a\n title='1 > 0' href='/'>x</a>", 'zh-CN')).toBe("<a\n title='1 > 0' href='/gov/zh-CN/'>x</a>");
  expect(place('<a href="/zh-CN/p/">x</a>')).toBe('<a href="/gov/zh-CN/p/">x</a>');
  expect(place('<a href="/zh-CN/p/">x</a>', 'zh-CN', '/')).toBe('<a href="/zh-CN/p/">x</a>');
  expect(place('<a href="/p/">x</a>', 'zh-CN', '/')).toBe('<a href="/zh-CN/p/">x</a>');
});

test('files stand once, in no language', () => {
  for (const lang of ['en', 'zh-CN']) {
    expect(place('<img alt="a" src="/logo.png"><a href="/files/plan.pdf">x</a>', lang)).toBe(
      '<img alt="a" src="/gov/logo.png"><a href="/gov/files/plan.pdf">x</a>',
    );
  }
});

test('other addresses, and what is no tag, stay as they are', () => {
  const rest = [
    '<a href="https://example.org/">x</a><a href="//example.org/">x</a><a href="#top">x</a><a href="../p/">x</a><a data-href="/p/">x</a>',
    '<code>&lt;a href="/p/"&gt;</code> href="/p/"',
    '<img src="/gov/_astro/a.123.png"><img src="/_image?href=/a.png"><img src="/@fs/a.png">',
  ];
  for (const body of rest) expect(place(body, 'zh-CN')).toBe(body);
});
