import { expect, test } from 'vitest';
import { html, jsonForScript } from '../../src/html.ts';
import { fillFrame, joinPieces, parseFrame, type Slots } from '../../src/press/frame.ts';

const SHELL =
  '<title>@@title@@</title><meta name="description" content="@@description@@"><!--@@head@@--><a href="/" data-nav="">H</a><a href="/units/" data-nav="units/">U</a><!--@@languages@@--><!--@@crumbs@@--><main><!--@@main@@--></main><!--@@pageinfo@@-->';

const SLOTS = {
  title: 'A & B',
  description: 'say "so"',
  head: html``,
  languages: html``,
  crumbs: html``,
  main: html`<p>${'<b>'}</p>`,
  pageinfo: html``,
  nav: 'units/',
};

const fill = (shell: string, slots: Slots): string => joinPieces(fillFrame(parseFrame(shell), slots));

test('a frame is filled once a slot, texts escaped, and marks the page of the navigation', () => {
  expect(fill(SHELL, SLOTS)).toBe(
    '<title>A &amp; B</title><meta name="description" content="say &quot;so&quot;"><a href="/">H</a><a href="/units/" aria-current="page">U</a><main><p>&lt;b&gt;</p></main>',
  );
});

test('a page whose address has a sign that HTML escapes is marked too', () => {
  expect(fill(SHELL.replace('data-nav="units/"', 'data-nav="Q&amp;A/"'), { ...SLOTS, nav: 'Q&A/' })).toContain(
    '<a href="/units/" aria-current="page">',
  );
});

test('text that looks like a slot is only text', () => {
  expect(fill(SHELL, { ...SLOTS, main: html`${'<!--@@head@@--> @@title@@ $& $1'}` })).toContain(
    '<main>&lt;!--@@head@@--&gt; @@title@@ $&amp; $1</main>',
  );
});

test('a frame without a slot, or with an unknown one, is a fault', () => {
  expect(() => parseFrame(SHELL.replace('<!--@@main@@-->', ''))).toThrow('lacks the slots main');
  expect(() => parseFrame(`${SHELL}<!--@@other@@-->`)).toThrow('unknown slot "other"');
});

test('JSON in a script element cannot close it', () => {
  expect(jsonForScript({ a: '</script><script>alert(1)</script>' })).toBe('{"a":"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>"}');
});

test('words of the portal in a frame are never taken for slots', () => {
  const words = '<p>@@main@@ &lt;!--@@head@@--&gt; @@other@@ data-nav=&quot;x&quot;</p>';
  expect(fill(SHELL + words, SLOTS)).toContain(words);
});
