/** Downloads (数据下载): every data file and what it holds. */
import { type Html, html, join, raw } from '../html.ts';
import { formatNumber } from '../i18n/format.ts';
import { isChinese } from '../i18n/languages.ts';
import { NAMES, type TableNames } from '../read/tableNames.ts';
import { DOWNLOADS } from '../views/address.ts';
import type { DownloadEntry, DownloadsView } from '../views/downloads.ts';
import type { PageKind } from '../views/page.ts';
import type { WithSessions } from '../views/sessionNames.ts';
import { periodText } from './boardWords.ts';
import { licenceLink } from './licence.ts';
import { sayNamed, section } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';

export function downloadsSheet(view: DownloadsView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const lead = t('board.download.lead');
  const groups = [...Map.groupBy(view.entries, ({ programme }) => programme)];
  return {
    title: t('board.download'),
    description: lead,
    crumbs: [{ name: t('board.download'), path: null }],
    main: html`<h1>${t('board.download')}</h1><p class="lead">${lead}</p>${view.licence && html`<p>${t('board.download.licence')}${licenceLink(view.licence)}</p>`}<ul class="stack"><li><a href="${ctx.file('datapackage.json')}">datapackage.json</a> <small>${t(
      'board.download.package',
    )}</small></li><li><a href="${ctx.file('manifest.json')}">manifest.json</a> <small>${t('board.download.manifest')}</small></li></ul>${groups.map(
      ([programme, entries], at) => entryTable(`d-${at + 1}`, programme, entries, view, ctx),
    )}${section('inputs', t('board.download.inputs'), inputTable(view, ctx))}`,
    nav: DOWNLOADS,
    publishedOn: null,
    search: { words: [] },
    jsonLd: [],
  };
}

const KINDS = [
  'home',
  'programme',
  'leaderboard',
  'awards',
  'sessions',
  'tasks',
  'method',
  'units',
  'unit',
  'indicators',
  'indicator',
  'award',
  'compare',
  'corrections',
] as const;

function whatText(kind: PageKind, ctx: SheetContext): string {
  const known = KINDS.find((one) => one === kind);
  return known ? ctx.t(`board.download.${known}`) : kind;
}

function entryTable(id: string, programme: string | null, entries: readonly DownloadEntry[], { programmes }: DownloadsView, ctx: SheetContext): Html {
  const { t } = ctx;
  const named = programmes[programme ?? ''];
  const rows = entries.map((entry) => entryRow(entry, named ?? {}, ctx));
  const table = html`<table class="board" aria-labelledby="${id}"><thead><tr><th scope="col">${t('board.download.what')}</th><th scope="col" class="wide">${t('board.download.address')}</th><th scope="col">${t('board.download.files')}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${named ? sayNamed(named, ctx) : t('board.download.site')}</h2>${tableScroll(id, table)}</section>`;
}

/** An address that breaks after its strokes rather than in its words. */
function addressCode(path: string): Html {
  return join(`/${path}`.split('/'), raw('/<wbr>'));
}

function entryRow(entry: DownloadEntry, programme: WithSessions, ctx: SheetContext): Html {
  const { kind, path, period, pattern, count, csv } = entry;
  const shape = pattern === null ? null : patternText(pattern, ctx);
  const where = shape !== null && html` <small class="narrow-only"><code>${addressCode(shape)}</code></small>`;
  const what = html`${whatText(kind, ctx)}${period !== null && html` · ${periodText(period, programme, ctx)}`}${count > 1 && html` <small>${ctx.t('board.download.count', { n: count })}</small>`}`;
  const links = [...csv, 'index.json'].map(
    (name, at) => html`${at > 0 && ' · '}${pattern === null ? html`<a href="${ctx.file(path + name)}">${name}</a>` : html`<code>${name}</code>`}`,
  );
  // The address alone would name no page: “/”.
  const named = pattern === null ? html`<a href="${ctx.href(path)}">${what}</a>` : what;
  return html`<tr><th scope="row">${named}${where}</th><td class="wide"><code>${addressCode(shape ?? path)}</code></td><td>${links}</td></tr>`;
}

const PARTS = ['programme', 'period', 'dimension', 'award', 'unit', 'indicator'] as const;

/** `<programme>/awards/<award>/` with what stands in its place in words. */
function patternText(pattern: string, { t }: SheetContext): string {
  return PARTS.reduce((text, part) => text.replace(`<${part}>`, `<${t(`board.download.part.${part}`)}>`), pattern);
}

/** A table by its Chinese name; in other languages its id is a word. */
function tableText(table: string, { lang }: SheetContext): string {
  const names: Readonly<Record<string, TableNames>> = NAMES;
  return (isChinese(lang) ? names[table]?.name : undefined) ?? table.replaceAll('_', ' ');
}

function inputTable({ inputs }: DownloadsView, ctx: SheetContext): Html | false {
  if (inputs.length === 0) return false;
  const { t } = ctx;
  const rows = inputs.map(
    ({ file, bytes, sha256, tables }) =>
      html`<tr><th scope="row">${file}</th><td class="wide">${tables.map((table) => tableText(table, ctx)).join(t('board.listComma'))}</td><td class="num">${formatNumber(bytes)}</td><td class="wide"><code>${sha256.slice(0, 16)}…</code></td></tr>`,
  );
  const head = html`<thead><tr><th scope="col">${t('board.download.file')}</th><th scope="col" class="wide">${t('board.download.tables')}</th><th scope="col" class="num">${t('board.download.bytes')}</th><th scope="col" class="wide">SHA-256</th></tr></thead>`;
  return html`<p>${t('board.download.inputsLead')}</p>${tableScroll('inputs', html`<table class="board" aria-labelledby="inputs">${head}<tbody>${rows}</tbody></table>`)}`;
}
