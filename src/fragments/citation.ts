/**
 * A page as a source: ready citations for papers and reports, and records for reference managers.
 *
 * GB/T 7714—2025 for a data set: 责任者. 题名[DS/OL]. 版本. 平台(发布日期)[引用日期]. URL. APA is that of the 7th edition, "Data set". The version is
 * the as-of date: the figures of a page may be added to or corrected, and with it a reader can tell which were cited.
 */
import { type Html, html } from '../html.ts';
import { monthName } from '../i18n/format.ts';
import type { SheetContext } from './sheet.ts';

/** What is cited. Texts are plain, in the page's language. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly portal: string;
  /** First publication, `YYYY-MM-DD` or longer; null where nobody knows. */
  readonly publishedOn: string | null;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The page's address; without the host where the portal has not set its own. */
  readonly address: string;
  readonly lang: string;
}

/** A text around the address, which a browser completes where the portal has no host of its own. */
type Cited = readonly [before: string, address: string, after: string];

function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A part of a citation, which sets its own full stop. */
function inCitation(text: string): string {
  return inLine(text).replace(/\.$/, '');
}

function dayOf({ publishedOn }: Source): string | null {
  return publishedOn?.slice(0, 10) ?? null;
}

function longDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${monthName(month)} ${date}, ${year}`;
}

/** Without the name of the portal where that is the publisher's. */
function portalOf({ portal, publisher }: Source): string {
  return inLine(portal) === inLine(publisher) ? '' : `${inCitation(portal)}. `;
}

/** APA, with the title in italics. Its words are English in every language, and said to be so where the page's are not. */
function apaOf(source: Source): Html {
  const day = dayOf(source);
  const date = day === null ? 'n.d.' : `${day.slice(0, 4)}, ${longDate(day).replace(/, \d+$/, '')}`;
  const english = (words: string): Html => (/^en\b/.test(source.lang) ? html`${words}` : html`<span lang="en">${words}</span>`);
  return html`${inCitation(source.publisher)}. ${english(`(${date})`)}. <i>${inCitation(source.title)}</i> ${english(
    `(Figures as of ${longDate(source.asOf)}) [Data set]`,
  )}. ${portalOf(source)}${addressSlot(source.address)}`;
}

/** A place that a browser completes. */
function addressSlot(address: string): Html {
  return html`<span data-address>${address}</span>`;
}

const SPECIAL_IN_TEX: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

function escapeTex(text: string): string {
  return inLine(text).replace(/[\\~^&%$#_{}]/g, (sign) => SPECIAL_IN_TEX[sign] ?? `\\${sign}`);
}

/** A name for the entry, from the page's address: `en-review-2023-Q4`. */
function entryKey({ address, asOf }: Source): string {
  const path = address.replace(/^https?:\/\/[^/]*/, '');
  return [...path.matchAll(/[A-Za-z0-9]+/g), [asOf]].map(([word]) => word).join('-');
}

/** For BibTeX, in which a braced author is one name. Plain `@misc`: older styles know no data sets. */
export function bibtexOf(source: Source): Cited {
  const day = dayOf(source);
  const fields = [
    `  author = {{${escapeTex(source.publisher)}}},`,
    `  title = {{${escapeTex(source.title)}}},`,
    `  howpublished = {${escapeTex(source.portal)}},`,
    ...(day === null ? [] : [`  year = {${day.slice(0, 4)}},`, `  date = {${day}},`]),
    `  note = {Data set, figures as of ${source.asOf}},`,
  ];
  return [`@misc{${entryKey(source)},\n${fields.join('\n')}\n  url = {`, source.address, '}\n}\n'];
}

/** For reference managers (RIS). The comma after the author says that it is no person's name. */
export function risOf(source: Source): Cited {
  const day = dayOf(source);
  const lines = [
    'TY  - DATA',
    `AU  - ${inLine(source.publisher)},`,
    `TI  - ${inLine(source.title)}`,
    `DP  - ${inLine(source.portal)}`,
    ...(day === null ? [] : [`PY  - ${day.slice(0, 4)}`, `DA  - ${day.replaceAll('-', '/')}`]),
    `N1  - Figures as of ${source.asOf}`,
    `LA  - ${source.lang}`,
  ];
  return [`${lines.join('\n')}\nUR  - `, source.address, '\nER  - \n'];
}

/** For citation processors (CSL-JSON). */
export function cslOf(source: Source): Cited {
  const day = dayOf(source);
  const item = {
    id: entryKey(source),
    type: 'dataset',
    title: inLine(source.title),
    author: [{ literal: inLine(source.publisher) }],
    'container-title': inLine(source.portal),
    ...(day !== null && { issued: { 'date-parts': [day.split('-').map(Number)] } }),
    version: source.asOf,
    language: source.lang,
  };
  // What a portal's address is made of needs no escape in JSON.
  return [`[${JSON.stringify(item).slice(0, -1)},"URL":"`, source.address, '"}]\n'];
}

function cited([before, address, after]: Cited): Html {
  return html`${before}${addressSlot(address)}${after}`;
}

/** By the names that reference managers know them by. */
const RECORDS = [
  ['BibTeX', bibtexOf],
  ['RIS', risOf],
  ['CSL-JSON', cslOf],
] as const;

/** The part at the foot of a page: closed at first. `records`: those for programs too. */
export function citationPart(source: Source, records: boolean, { t }: SheetContext): Html {
  const day = dayOf(source);
  const version = t('cite.asOf', { date: source.asOf });
  const gbt = html`${inCitation(source.publisher)}. ${inCitation(source.title)}[DS/OL]. ${version}. ${inCitation(source.portal)}${day && `(${day})`}[<span data-cited-on>${t('cite.citedOn')}</span>]. ${addressSlot(source.address)}.`;
  const entries = [
    { name: 'GB/T 7714', text: html`<p>${gbt}</p>` },
    { name: 'APA', text: html`<p>${apaOf(source)}</p>` },
    ...(records ? RECORDS.map(([name, of]) => ({ name, text: html`<pre>${cited(of(source))}</pre>` })) : []),
  ];
  return html`<details class="cite no-print"><summary>${t('cite.title')}</summary><sun-cite><dl>${entries.map(
    ({ name, text }) => html`<dt>${name}</dt><dd>${text}</dd>`,
  )}</dl></sun-cite></details>`;
}
