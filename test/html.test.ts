import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, join, raw } from '../src/html.ts';

test('values are escaped, Html is not, and nothing prints as nothing', () => {
  expect(String(html`<p title="${`"'`}">${'<b>&'}${html`<i>${1}</i>`}${null}${undefined}${false}${[raw('<br>'), 'x']}</p>`)).toBe(
    '<p title="&quot;&#39;">&lt;b&gt;&amp;<i>1</i><br>x</p>',
  );
  expect(String(join(['a', html`<b></b>`], ', '))).toBe('a, <b></b>');
});

test('no text can open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(html`${text}`.text).not.toMatch(/[<>"']/);
    }),
  );
});
