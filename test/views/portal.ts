/** A small city for the tests of views and fragments: six units in two groups, three quarters, one of them missing, two dimensions. */
import { assess } from '../../src/assess/assess.ts';
import type { SheetContext } from '../../src/fragments/sheet.ts';
import { html } from '../../src/html.ts';
import { getTranslate } from '../../src/i18n/index.ts';
import type { InstrumentConfig } from '../../src/model/config.ts';
import type { Award, Portal, Unit } from '../../src/model/portal.ts';
import { sayIn } from '../../src/model/text.ts';
import { Problems } from '../../src/problems.ts';
import type { Page, Site } from '../../src/views/page.ts';
import { sitePages } from '../../src/views/pages.ts';
import { dimensionOf, PLACE, periodOf, programmeOf, type Sample, unitOf } from '../assess/sample.ts';

export const FLAG: InstrumentConfig = {
  id: 'flag',
  name: { 'zh-CN': '红旗', en: 'Red flag' },
  description: null,
  kind: 'flag',
  tone: 'positive',
  severity: 1,
  color: 'red',
  holder: 'unit',
  scope: 'overall',
  cadence: null,
  source: 'recorded',
  recorded: 'error',
  holding: 'period',
  visibility: 'names',
  obligations: [],
  family: null,
  rule: null,
  place: PLACE,
  statusPlaces: new Map(),
};

export function awardOf(id: string, holder: string, period: string, more: Partial<Award> = {}): Award {
  const none = { dimension: null, task: null, session: null, validTo: null, revokedOn: null, reason: null, document: null, note: null };
  return {
    ...none,
    ...{ id, programme: 'p', instrument: 'flag', holderType: 'unit', holder, period: periodOf(period) },
    ...{ awardedOn: '2024-10-10', state: 'active', place: PLACE },
    ...more,
  };
}

export const RENAMED: Unit = unitOf('b', 1, {
  name: { 'zh-CN': '清河区', en: 'Qinghe' },
  aliases: ['老城'],
  events: [
    {
      unit: 'b',
      date: '2024-06-01',
      type: 'rename',
      fromName: '清河县',
      toName: '清河区',
      ...{ successors: [], predecessors: [], comparable: true, document: null, note: null, place: PLACE },
    },
  ],
});

export const CITY: Sample = {
  units: [
    unitOf('a', 0, { name: { 'zh-CN': '青山区', en: 'Qingshan' }, code: '0101' }),
    RENAMED,
    unitOf('c', 2),
    unitOf('d', 3),
    unitOf('e', 4),
    unitOf('f', 5),
  ],
  groups: ['east', 'west'],
  memberships: [
    ['east', 'a'],
    ['east', 'b'],
    ['east', 'c'],
    ['east', 'd'],
    ['west', 'e'],
    ['west', 'f'],
  ],
  dimensions: [dimensionOf('x', { name: { 'zh-CN': '发展', en: 'Growth' }, weight: 50 }), dimensionOf('y', { name: '<民生>', weight: 50 })],
  scores: {
    x: {
      '2024-Q1': { a: 90, b: 80, c: 70, d: 60, e: 50, f: 40 },
      '2024-Q3': { a: 80, b: 92.5, c: 70, d: 'not_submitted', e: 50, f: 60 },
      '2024-Q4': { a: 80, b: 90, c: 80, d: 75, e: 50, f: { value: 60, status: 'provisional', publishedOn: '2025-01-20' } },
    },
    y: {
      '2024-Q1': { a: 90, b: 80, c: 70, d: 60, e: 50, f: 40 },
      '2024-Q3': { a: 80, b: 92.5, c: 70, d: 60, e: 50, f: 60 },
      '2024-Q4': { a: 80, b: 90, c: 80, d: 75, e: 50, f: 60 },
    },
  },
  ranking: { decimals: 1, weights: 'percent' },
  config: {
    cadence: 'quarter',
    instruments: [FLAG],
    groups: [
      { id: 'east', name: { 'zh-CN': '东片', en: 'East' }, note: null, dimensions: null },
      { id: 'west', name: { 'zh-CN': '西片', en: 'West' }, note: null, dimensions: null },
    ],
    name: { 'zh-CN': '季度考评', en: 'Quarterly review' },
  },
};

export function siteOf(sample: Sample = CITY, awards: readonly Award[] = [], more: Partial<Portal> = {}): Site {
  const { programme, portal } = programmeOf(sample);
  return { assessment: assess({ ...portal, programmes: [{ ...programme, awards }], ...more }, new Problems()) };
}

export function pageAt<View>(site: Site, path: string): Page<View> {
  const page = sitePages(site).find((one) => one.path === path);
  if (!page) throw new Error(`no page at ${path}`);
  return page as Page<View>;
}

export function viewAt<View>(site: Site, path: string): View {
  return pageAt<View>(site, path).view();
}

export function contextOf(site: Site, lang = 'zh-CN'): SheetContext {
  const { config, asOf } = site.assessment.portal;
  const said = (text: Parameters<SheetContext['said']>[0]) => sayIn(text, lang, config.languages);
  return {
    lang,
    t: getTranslate(lang),
    config,
    asOf,
    href: (path) => `/${lang === config.languages[0] ? '' : `${lang}/`}${path}`,
    file: (path) => `/${path}`,
    said,
    plain: (text) => said(text).text,
    say: (text) => {
      const { text: words, lang: own } = said(text);
      return own === lang ? html`${words}` : html`<span lang="${own}">${words}</span>`;
    },
  };
}
