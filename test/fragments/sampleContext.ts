/** A sheet context for tests, at the root of a site. */
import type { SheetContext } from '../../src/fragments/sheet.ts';
import { escapeHtml, html, raw } from '../../src/html.ts';
import { getTranslate } from '../../src/i18n/index.ts';
import { sayIn } from '../../src/model/text.ts';
import { portalConfig } from '../views/programmeSample.ts';

export function sampleContext(lang: string): SheetContext {
  const { languages } = portalConfig;
  const prefix = lang === languages[0] ? '/' : `/${lang}/`;
  return {
    lang,
    t: getTranslate(lang),
    config: portalConfig,
    asOf: '2023-12-31',
    href: (path) => prefix + encodeURI(path),
    file: (path) => `/${encodeURI(path)}`,
    said: (text) => sayIn(text, lang, languages),
    plain: (text) => sayIn(text, lang, languages).text,
    say(text) {
      const said = sayIn(text, lang, languages);
      return said.lang === lang ? raw(escapeHtml(said.text)) : html`<span lang="${said.lang}">${said.text}</span>`;
    },
  };
}

export const ZH = sampleContext('zh-CN');
export const EN = sampleContext('en');

/** Faults of nesting in a piece of HTML: tags opened and not closed, or closed and not opened. */
export function nestingFaults(markup: string): string[] {
  const VOID = new Set(['br', 'img', 'input', 'hr', 'meta', 'link', 'wbr']);
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, slash, name = '', self] of markup.matchAll(/<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|[^>"])*?(\/?)>/g)) {
    if (self === '/' || VOID.has(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}>`);
  }
  return [...faults, ...open];
}
