/** Words that the pages of a programme share: names out of views, dates, documents, units. */
import { textWidth } from '../charts/drawing.ts';
import { type Html, html, join, NOTHING, raw } from '../html.ts';
import { formatDate, formatList } from '../i18n/format.ts';
import type { Key, PhraseParams } from '../i18n/index.ts';
import { commaOf, hasHan, isChinese } from '../i18n/languages.ts';
import { INSTRUMENT_KINDS } from '../model/config.ts';
import type { DueDate } from '../model/date.ts';
import type { Cadence } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { unitPath } from '../views/address.ts';
import type { Named } from '../views/name.ts';
import type { DocumentView, UnitNames } from '../views/programmeSource.ts';
import { documentTerm, isLapsed } from './documentTerms.ts';
import type { SheetContext } from './sheet.ts';

/** A view's `name` and `names` as one text again. */
export function textOf({ name, names }: Named, ctx: SheetContext): Text {
  if (!names) return name;
  const [first = ''] = ctx.config.languages;
  const borrowed = Object.values(names).includes(name) && names[ctx.lang] === undefined;
  return borrowed ? names : { ...names, [first]: name };
}

/** A name in the reader’s language, marked where it is in another. */
export function sayNamed(named: Named, ctx: SheetContext): Html {
  return ctx.say(textOf(named, ctx));
}

/** The same as mere text. */
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

/** A date in words, with its machine-readable form. */
export function dateHtml(iso: string, ctx: SheetContext): Html {
  return html`<time datetime="${iso}">${dateText(iso, ctx)}</time>`;
}

/** A date in a table: `2023-09-15`. */
export function dayHtml(iso: string): Html {
  return html`<time>${iso}</time>`;
}

/** Sentences side by side: Chinese needs no space between them. */
export function sentences(parts: readonly (string | null | false)[], ctx: SheetContext): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(isChinese(ctx.lang) ? '' : ' ');
}

/** Items in a row: 甲、乙 / A, B. */
export function listText(items: readonly string[], ctx: SheetContext): string {
  return items.join(commaOf(ctx.lang));
}

/** Items in quotation marks in a row: “甲”“乙” / “A”, “B”. GB/T 15834 puts no 顿号 between quoted items. */
export function quotedList(items: readonly string[], ctx: SheetContext): string {
  return items.map((item) => `“${item}”`).join(isChinese(ctx.lang) ? '' : commaOf(ctx.lang));
}

/** Kinds that a Chinese heading names one by one. */
const MOST_KINDS = 2;

/**
 * What these instruments are, each kind once: `kind` the things (旗 / flag), `act` what is done with them (授旗 / flags). A kind that the
 * dictionary does not know is said as the office wrote it, where that is in the reader's script.
 */
export function kindsText(instruments: readonly { readonly kind: string }[], form: 'kind' | 'act', ctx: SheetContext): string {
  const words = instruments.map(({ kind }) => {
    const known = INSTRUMENT_KINDS.find((one) => one === kind);
    if (known) return ctx.t(`award.${form}.${known}`);
    const isReaders = form === 'kind' && hasHan(kind) === isChinese(ctx.lang);
    return isReaders ? kind : ctx.t(`award.${form}.other`);
  });
  const own = [...new Set(words)];
  if (isChinese(ctx.lang) && own.includes(ctx.t(`award.${form}.other`))) return ctx.t(`award.${form}.mixed`);
  // 张榜、授牌、发通知…… in a row are no Chinese heading.
  if (own.length > MOST_KINDS && isChinese(ctx.lang)) return ctx.t(`award.${form}.mixed`);
  return form === 'act' && isChinese(ctx.lang) ? listText(own, ctx) : formatList(own, ctx.lang);
}

/** So many of an instrument: Chinese counts flags (面) otherwise than cards (张). */
export function countedText(n: number, face: { readonly kind: string } | undefined, { t }: SheetContext): string {
  return t(`award.counted.${INSTRUMENT_KINDS.find((kind) => kind === face?.kind) ?? 'other'}`, { n });
}

/** A name that begins a line: Latin ones begin with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a unit is called; its id where it has no name here. */
export function unitName(id: string, units: UnitNames, ctx: SheetContext): string {
  const named = units[id];
  return named ? plainNamed(named, ctx) : id;
}

/** A unit’s name as a link to its page. */
export function unitLink(id: string, units: UnitNames, ctx: SheetContext): Html {
  const named = units[id];
  return named ? html`<a href="${ctx.href(unitPath(id))}">${sayNamed(named, ctx)}</a>` : html`${id}`;
}

/** The same of several, as a list in words. */
export function unitLinks(ids: readonly string[], units: UnitNames, ctx: SheetContext): Html {
  return join(
    ids.map((id) => unitLink(id, units, ctx)),
    commaOf(ctx.lang),
  );
}

const SAFE_URL = /^https?:\/\//i;

function documentTitle({ title }: DocumentView, ctx: SheetContext): Html {
  const { text, lang } = ctx.said(title);
  const quoted = ctx.t('programme.documentTitle', { title: text });
  return lang === ctx.lang ? html`${quoted}` : html`<span lang="${lang}">${quoted}</span>`;
}

/** Title and number of a document, as a link where it has an address; that it is no longer in force, where it is not. */
export function documentLink(document: DocumentView, ctx: SheetContext): Html {
  const { number, issuer, published_on: published, validity, url } = document;
  const title = documentTitle(document, ctx);
  const linked = url !== null && SAFE_URL.test(url) ? html`<a href="${url}" rel="external">${title}</a>` : title;
  const details = [
    number !== null && ctx.say(number),
    issuer !== null && ctx.say(issuer),
    published !== null && dateText(published, ctx),
    validity !== null && isLapsed(validity) && html`<strong>${documentTerm(validity, ctx)}</strong>`,
  ].filter((part) => part !== false);
  return details.length === 0 ? linked : html`${linked}${inBrackets(join(details, ctx.t('programme.comma')), ctx)}`;
}

function inBrackets(content: Html, ctx: SheetContext): Html {
  return phraseAround('programme.inBrackets', 'text', content, ctx);
}

/** What a phrase says before and after its `param`. */
export function phraseParts(key: Key, param: string, { t }: SheetContext, others: PhraseParams = {}): readonly [before: string, after: string] {
  const [before = '', after = ''] = t(key, { ...others, [param]: '\n' }).split('\n');
  return [before, after];
}

/** A phrase with HTML, such as a date, in the place of `param`. */
export function phraseAround(key: Key, param: string, content: Html, ctx: SheetContext, others: PhraseParams = {}): Html {
  const [before, after] = phraseParts(key, param, ctx, others);
  return html`${before}${content}${after}`;
}

/** What a government site says of a document beside its title: index number, day it was made, openness, validity. */
export function documentDetails({ index_no: index, made_on: made, openness, validity }: DocumentView, ctx: SheetContext): Html {
  const { t } = ctx;
  const details = [
    index !== null && html`${t('programme.document.indexNo')}${t('programme.colon')}${ctx.say(index)}`,
    made !== null && html`${t('programme.document.madeOn')}${t('programme.colon')}${dateText(made, ctx)}`,
    openness !== null && html`${t('programme.document.openness')}${t('programme.colon')}${documentTerm(openness, ctx)}`,
    validity !== null && html`${t('programme.document.validity')}${t('programme.colon')}${documentTerm(validity, ctx)}`,
  ].filter((part) => part !== false);
  return details.length === 0 ? NOTHING : html`<br><small>${join(details, ' · ')}</small>`;
}

export function cadenceWord(cadence: Cadence, ctx: SheetContext): string {
  return ctx.t(`programme.cadence.${cadence}`);
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

/** Longer words of a due date break as a sentence does; shorter ones are whole, like a day. */
const LONG_DUE = textWidth('一'.repeat(10));

/** A due date of a list: a vague one in its words, else the day as `day` writes it. */
export function dueHtml(date: string, text: string | null, ctx: SheetContext, day: (iso: string, ctx: SheetContext) => Html = dayHtml): Html {
  if (text === null) return day(date, ctx);
  const words = dueWords({ date, text }, ctx);
  return html`<time datetime="${date}"${textWidth(words) > LONG_DUE && raw(' class="is-long"')}>${words}</time>`;
}

/** A due date in the words that it was published with, where they are in the reader's language; else its last day. */
export function dueWords({ date, text }: DueDate, ctx: SheetContext): string {
  const isReaders = text !== null && (!/\p{L}/u.test(text) || hasHan(text) === isChinese(ctx.lang));
  if (isReaders) return text;
  return text === null ? dateText(date, ctx) : ctx.t('task.dueVague', { date: dateText(date, ctx) });
}

/** That filings are counts, some of them with a summary (`digests`), and which counts are hidden. Below two there is nothing to hide. */
export function filingsIntro(minCell: number, digests: boolean, ctx: SheetContext): string {
  return sentences(
    [
      ctx.t(digests ? 'programme.filingsDigests' : 'programme.filingsIntro'),
      minCell > 1 && ctx.t(minCell > 2 ? 'programme.filingsSmall' : 'programme.filingsOne', { n: minCell - 1 }),
    ],
    ctx,
  );
}
