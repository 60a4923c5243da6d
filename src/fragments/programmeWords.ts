/** Words that the pages of a programme share: names out of views, dates, documents, units. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatDate } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import type { Cadence } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { unitPath } from '../views/address.ts';
import type { Named } from '../views/name.ts';
import type { DocumentView, UnitNames } from '../views/programmeSource.ts';
import type { SheetContext } from './sheet.ts';

/** A view's `name` and `names` as one text again. */
export function textOf({ name, names }: Named, ctx: SheetContext): Text {
  if (!names) return name;
  const [first = ''] = ctx.config.languages;
  const borrowed = Object.values(names).includes(name) && names[ctx.lang] === undefined;
  return borrowed ? names : { ...names, [first]: name };
}

export function sayNamed(named: Named, ctx: SheetContext): Html {
  return ctx.say(textOf(named, ctx));
}

export function plainNamed({ name, names }: Named, ctx: SheetContext): string {
  return names?.[ctx.lang] ?? name;
}

const dates = new Map<string, string>();

/** A date in words: `2023年9月15日`. */
export function dateText(iso: string, ctx: SheetContext): string {
  const key = `${ctx.lang}${iso}`;
  let text = dates.get(key);
  if (text === undefined) {
    if (dates.size > 20_000) dates.clear();
    text = formatDate(iso, ctx.lang);
    dates.set(key, text);
  }
  return text;
}

export function dateHtml(iso: string, ctx: SheetContext): Html {
  return html`<time datetime="${iso}">${dateText(iso, ctx)}</time>`;
}

/** Sentences side by side: Chinese needs no space between them. */
export function sentences(parts: readonly (string | null | false)[], ctx: SheetContext): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(ctx.lang.startsWith('zh') ? '' : ' ');
}

/** Items in a row: 甲、乙 / A, B. */
export function listText(items: readonly string[], ctx: SheetContext): string {
  return items.join(ctx.lang.startsWith('zh') ? '、' : ', ');
}

export function unitName(id: string, units: UnitNames, ctx: SheetContext): string {
  const named = units[id];
  return named ? plainNamed(named, ctx) : id;
}

export function unitLink(id: string, units: UnitNames, ctx: SheetContext): Html {
  const named = units[id];
  return named ? html`<a href="${ctx.href(unitPath(id))}">${sayNamed(named, ctx)}</a>` : html`${id}`;
}

export function unitLinks(ids: readonly string[], units: UnitNames, ctx: SheetContext): Html {
  const separator = ctx.lang.startsWith('zh') ? '、' : ', ';
  return html`${ids.map((id, i) => html`${i > 0 && separator}${unitLink(id, units, ctx)}`)}`;
}

const SAFE_URL = /^https?:\/\//i;

/** Title and number of a document, as a link where it has an address. */
export function documentLink(document: DocumentView, ctx: SheetContext): Html {
  const title = html`${ctx.t('programme.documentTitle', { title: ctx.plain(document.title) })}`;
  const linked = document.url !== null && SAFE_URL.test(document.url) ? html`<a href="${document.url}" rel="external">${title}</a>` : title;
  const issuer = document.issuer === null ? null : ctx.plain(document.issuer);
  const details = [document.number, issuer, document.published_on && dateText(document.published_on, ctx)]
    .filter(Boolean)
    .join(ctx.t('programme.comma'));
  return details === '' ? linked : html`${linked}${ctx.t('programme.inBrackets', { text: details })}`;
}

const CADENCES: Readonly<Record<Cadence, Key>> = {
  day: 'programme.cadence.day',
  week: 'programme.cadence.week',
  month: 'programme.cadence.month',
  bimonth: 'programme.cadence.bimonth',
  quarter: 'programme.cadence.quarter',
  half: 'programme.cadence.half',
  year: 'programme.cadence.year',
  session: 'programme.cadence.session',
  batch: 'programme.cadence.batch',
};

export function cadenceWord(cadence: Cadence, ctx: SheetContext): string {
  return ctx.t(CADENCES[cadence]);
}

/** A figure with its name, in a list of facts. */
export function fact(name: string, value: Html | string | number | null | undefined | false, small?: Html | string | null | false): Html {
  if (value === null || value === undefined || value === false || value === '') return NOTHING;
  return html`<div><dt>${name}</dt><dd>${value}${small && html` <small>${small}</small>`}</dd></div>`;
}

/** A section with its heading; nothing where there is nothing to say. */
export function section(id: string, title: string, body: Html | null | false): Html {
  return body && body.text !== '' ? html`<section><h2 id="${id}">${title}</h2>${body}</section>` : NOTHING;
}
